//! Telling a breakdown of the page's own code to `public/crash.js`, which shows what is left then. Does
//! as little as it can: nothing it needs may be broken itself.

use std::panic::PanicHookInfo;

use web_sys::{CustomEvent, CustomEventInit, console};

/// From now on a panic is told, with its message and place.
pub fn watch() {
    std::panic::set_hook(Box::new(tell));
}

fn tell(info: &PanicHookInfo<'_>) {
    let words = info.to_string().into();
    console::error_1(&words);
    let init = CustomEventInit::new();
    init.set_detail(&words);
    let event = CustomEvent::new_with_event_init_dict("rolecard:broke", &init);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        // Refused only when a listener says so, and none does.
        let _ = window.dispatch_event(&event);
    }
}
