//! Keys pressed anywhere on the page, for its shortcuts. Never hears what is typed into a field as a
//! shortcut of one key.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};

use super::window;

/// A key that was pressed.
pub struct Pressed {
    /// Its name, as `KeyboardEvent.key` gives it.
    pub key: String,
    /// Whether Ctrl (or Cmd) was held, and nothing else.
    pub command: bool,
    /// Whether it can be meant for the page itself: no field takes keys, and no other key is held.
    pub alone: bool,
}

/// Calls `hear` for each key; where it gives `true` the browser does nothing more with the key.
pub fn on_key(hear: impl Fn(&Pressed) -> bool + 'static) {
    let listen = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let held = event.ctrl_key() || event.meta_key();
        let pressed = Pressed {
            key: event.key(),
            command: held && !event.alt_key() && !event.shift_key(),
            alone: !held && !event.alt_key() && !event.is_composing() && !takes_keys(&event),
        };
        if hear(&pressed) {
            event.prevent_default();
        }
    });
    // A window takes listeners always.
    let _ = window().add_event_listener_with_callback("keydown", listen.as_ref().unchecked_ref());
    listen.forget();
}

fn takes_keys(event: &KeyboardEvent) -> bool {
    let target: Option<Element> = event.target().and_then(|t| t.dyn_into().ok());
    let field = "input, select, textarea, [contenteditable], dialog[open], [role=menu]";
    target.is_some_and(|t| matches!(t.closest(field), Ok(Some(_))))
}
