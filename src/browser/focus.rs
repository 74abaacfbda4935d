//! Moving the focus and the view.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{document, window};

/// Focuses the element with this id, if it is there.
pub fn on_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        // Focusing fails never on elements of HTML.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Focuses the first element that `selector` finds, if there is one.
pub fn on_first(selector: &str) {
    // The selectors are the program's own.
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Shows the page from its top.
pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Scrolls the page to the element with this id.
pub fn show_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Scrolls the page to the first element that `selector` finds, if there is one.
pub fn show_first(selector: &str) {
    // The selectors are the program's own.
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.scroll_into_view();
    }
}
