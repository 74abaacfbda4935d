//! The moment before the page goes away, for keeping what is not kept yet.

use wasm_bindgen::prelude::*;

use super::window;

/// Calls `keep` when the page is left, hidden or loaded again. A phone may end a hidden page without
/// another word.
pub fn on_leave(keep: impl Fn() + 'static) {
    let listen = Closure::<dyn Fn()>::new(keep);
    // A window takes listeners always.
    let _ = window().add_event_listener_with_callback("pagehide", listen.as_ref().unchecked_ref());
    let _ = window()
        .add_event_listener_with_callback("visibilitychange", listen.as_ref().unchecked_ref());
    listen.forget();
}

/// From now on the browser asks the person before the page goes while `is_unsaved` holds.
pub fn ask_first(is_unsaved: impl Fn() -> bool + 'static) {
    let listen = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if is_unsaved() {
            event.prevent_default();
        }
    });
    // Only one such question: the newest takes the place of the one before.
    window().set_onbeforeunload(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}
