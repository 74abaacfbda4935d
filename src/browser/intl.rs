//! The page in another language than English, as `public/words/words.js` has made it ready: its words,
//! and numbers, money and days by the browser's Intl. Where that is not there, the page is in English.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

use super::{document, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = rolecard, js_name = money)]
    fn said_money(n: f64, code: &str) -> String;
    #[wasm_bindgen(js_namespace = rolecard, js_name = range)]
    fn said_range(min: f64, max: f64, code: &str) -> String;
    #[wasm_bindgen(js_namespace = rolecard, js_name = decimal)]
    fn said_decimal(n: f64) -> String;
    #[wasm_bindgen(js_namespace = rolecard, js_name = date)]
    fn said_date(year: i32, month: u8, day: u8, form: u8) -> String;
    #[wasm_bindgen(js_namespace = rolecard, js_name = form)]
    fn said_form(n: f64) -> u32;
    #[wasm_bindgen(js_namespace = rolecard, js_name = page, catch)]
    async fn said_page(name: &str) -> Result<JsValue, JsValue>;
}

/// The lines of the language's words; `None` in English. Nothing else here may be called then.
#[must_use]
pub fn words() -> Option<String> {
    let there = Reflect::get(&window(), &"rolecard".into()).ok()?;
    Reflect::get(&there, &"text".into()).ok()?.as_string()
}

/// An amount of money, `code` a currency's or empty.
#[must_use]
pub fn money(n: f64, code: &str) -> String {
    said_money(n, code)
}

/// A range of money.
#[must_use]
pub fn range(min: f64, max: f64, code: &str) -> String {
    said_range(min, max, code)
}

/// A number with what it has behind the point.
#[must_use]
pub fn decimal(n: f64) -> String {
    said_decimal(n)
}

/// A day: `form` 0 whole, 1 short, 2 short with its year, 3 month and year.
#[must_use]
pub fn date((year, month, day): (i32, u8, u8), form: u8) -> String {
    said_date(year, month, day, form)
}

/// Which form of a word goes with a number.
#[must_use]
pub fn form(n: usize) -> usize {
    said_form(n as f64) as usize
}

/// A page to read, in the language, if there is one.
pub async fn page(name: &str) -> Option<String> {
    let text = said_page(name).await.ok()?.as_string()?;
    (!text.is_empty()).then_some(text)
}

/// The language of the page.
#[must_use]
pub fn language() -> String {
    let root = document().document_element();
    root.and_then(|e| e.get_attribute("lang"))
        .unwrap_or_default()
}

/// The languages besides English: code and own name. The page's script element names them.
#[must_use]
pub fn languages() -> Vec<(String, String)> {
    let script = document().query_selector("script[data-tongues]").ok();
    let named = script
        .flatten()
        .and_then(|e| e.get_attribute("data-tongues"));
    let pair = |one: &str| {
        one.split_once(':')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
    };
    named
        .iter()
        .flat_map(|all| all.split(','))
        .filter_map(pair)
        .collect()
}

/// Loads the page again.
pub fn reload() {
    // Refused nowhere: the page is of its own origin.
    let _ = window().location().reload();
}
