//! Laying a menu beside what opens it, above everything else. The browser closes it by itself: at
//! Escape, and at a press elsewhere.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{document, window};

/// Room left to the window's edges, in pixels.
const EDGE: f64 = 8.0;

/// Shows the popover with the id `menu` at the element with the id `beside`: below it, or above where
/// there is more room; never over the window's edge where it fits.
pub fn show(menu: &str, beside: &str) {
    let by_id = |id: &str| document().get_element_by_id(id);
    let Some(menu) = by_id(menu).and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    // One that is shown already stays.
    let _ = menu.show_popover();
    if let Some(beside) = by_id(beside) {
        place(&menu, &beside);
    }
}

/// Hides the popover with this id; nothing to do where it is hidden.
pub fn hide(menu: &str) {
    let found = document().get_element_by_id(menu);
    if let Some(menu) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = menu.hide_popover();
    }
}

fn place(menu: &HtmlElement, beside: &Element) {
    let size = |value: Result<wasm_bindgen::JsValue, _>| {
        let number = value.ok().and_then(|value| value.as_f64());
        number.unwrap_or(0.0)
    };
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    let (own, at) = (
        menu.get_bounding_client_rect(),
        beside.get_bounding_client_rect(),
    );
    let left = at.left().min(width - own.width() - EDGE).max(EDGE);
    let below = at.bottom() + 4.0;
    let top = if below + own.height() + EDGE <= height {
        below
    } else {
        (at.top() - own.height() - 4.0).max(EDGE)
    };
    let style = menu.style();
    for (name, value) in [("left", left), ("top", top)] {
        let mut value = value.to_string();
        value.push_str("px");
        // A property of this name is always taken.
        let _ = style.set_property(name, &value);
    }
}
