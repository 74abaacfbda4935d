//! What other tabs of the site change in storage.

use wasm_bindgen::prelude::*;
use web_sys::StorageEvent;

use super::window;

/// Calls `tell` with each key that another tab changes, or with `None` when it may be any, for as long
/// as the page lives.
pub fn on_change(tell: impl Fn(Option<String>) + 'static) {
    let listen = Closure::<dyn Fn(StorageEvent)>::new(move |e: StorageEvent| tell(e.key()));
    // A window takes listeners always.
    let _ = window().add_event_listener_with_callback("storage", listen.as_ref().unchecked_ref());
    listen.forget();
}
