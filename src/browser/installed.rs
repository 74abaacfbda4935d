//! The page as an installed one: what another app shared with it, and a newer build that waits.
//! `public/boot.js` speaks with the service worker and tells the page by events of its own.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Event};

use super::window;

/// Calls `take` with the words that another app shares.
pub fn on_shared(take: impl Fn(String) + 'static) {
    listen("rolecard:shared", move |event| {
        let event: Option<CustomEvent> = event.dyn_into().ok();
        if let Some(words) = event.and_then(|e| e.detail().as_string()) {
            take(words);
        }
    });
}

/// Calls `offer` when a newer build is there and waits to be taken.
pub fn on_update(offer: impl Fn() + 'static) {
    listen("rolecard:update", move |_| offer());
}

/// Takes the newer build: the page is loaded again with it.
pub fn take_update() {
    if let Ok(event) = Event::new("rolecard:take-update") {
        // Refused only when a listener says so, and none does.
        let _ = window().dispatch_event(&event);
    }
}

fn listen(name: &str, hear: impl Fn(Event) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(hear);
    // A window takes listeners always.
    let _ = window().add_event_listener_with_callback(name, hear.as_ref().unchecked_ref());
    hear.forget();
}
