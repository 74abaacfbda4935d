//! Another page's words, brought here by a bookmark: the bookmark opens this page with them behind the
//! `#` of the address, which no server sees. Takes them off the address at once.

use wasm_bindgen::JsValue;

use super::{address, window};

/// What an address with words in it begins with.
const TAKE: &str = "#/take/";

/// The bookmark: reads the page it is pressed on, what is seen of it and its JobPosting data.
#[must_use]
pub fn bookmark() -> String {
    let base = js_sys::JSON::stringify(&JsValue::from_str(&address::base()));
    let base = base.map(String::from).unwrap_or_default();
    let code = include_str!("capture.js").trim().replace("BASE", &base);
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    let code = js_sys::encode_uri_component(&lines.join(" "));
    format!("javascript:{}", String::from(code))
}

/// The words that the address `hash` brings, if it brings any. They are taken off it, and off the
/// browser's history.
#[must_use]
pub fn take(hash: &str) -> Option<String> {
    let words = hash.strip_prefix(TAKE)?;
    if let Ok(history) = window().history() {
        // Where it cannot be replaced the words stay in the address, which harms nobody.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some("#/"));
    }
    let words = js_sys::decode_uri_component(words).ok()?;
    Some(String::from(words))
}
