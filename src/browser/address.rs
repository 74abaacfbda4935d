//! The part of the address behind `#`, which names the page.

use wasm_bindgen::prelude::*;

use super::window;

/// The hash as it stands, with its `#`; empty where there is none.
#[must_use]
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's own address without what is behind `#` or `?`.
#[must_use]
pub fn base() -> String {
    let location = window().location();
    let origin = location.origin().unwrap_or_default();
    origin + &location.pathname().unwrap_or_default()
}

/// Calls `tell` with the new hash whenever it changes, for as long as the page lives.
pub fn on_change(tell: impl Fn(String) + 'static) {
    let listen = Closure::<dyn Fn()>::new(move || tell(hash()));
    window().set_onhashchange(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// Goes to the page that `hash` names.
pub fn go(hash: &str) {
    // Setting a hash fails only for addresses that cannot have one.
    let _ = window().location().set_hash(hash);
}

/// Puts `hash` into the address in the place of what stands there, without opening a page.
pub fn replace(hash: &str) {
    // Refused only where a page does it many times a second; the address is then that of before.
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    super::document().set_title(title);
}
