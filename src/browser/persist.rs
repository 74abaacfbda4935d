//! Asking the browser not to clear the site's storage by itself.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::window;

/// Asks, once and without waiting for the answer: browsers that do not know of it, or refuse, go on as
/// before.
pub fn ask() {
    let navigator = window().navigator();
    let storage = js_sys::Reflect::get(&navigator, &"storage".into()).unwrap_or_default();
    let call = js_sys::Reflect::get(&storage, &"persist".into()).unwrap_or_default();
    let Some(call) = call.dyn_ref::<js_sys::Function>() else {
        return;
    };
    if let Ok(answer) = call.call0(&storage) {
        spawn_local(async move {
            let _ = JsFuture::from(js_sys::Promise::resolve(&answer)).await;
        });
    }
}
