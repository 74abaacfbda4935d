//! The original's own scrolling pane: brings words into view inside it, never by moving the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document;

/// Room kept above and below what is revealed, for the pane's sticky head and foot.
const MARGIN: f64 = 72.0;

/// Brings the element of `selector` into view inside the nearest pane that scrolls. Where none does
/// (on a phone the original stands in the page itself), nothing moves.
pub fn reveal(selector: &str) {
    let Ok(Some(element)) = document().query_selector(selector) else {
        return;
    };
    let Ok(Some(pane)) = element.closest("[data-pane]") else {
        return;
    };
    let pane: HtmlElement = pane.unchecked_into();
    if let Ok(Some(folded)) = element.closest("details:not([open])") {
        // Opening fails never on an element that exists.
        let _ = folded.set_attribute("open", "");
    }
    if pane.scroll_height() <= pane.client_height() + 1 || !scrolls(&pane) {
        return;
    }
    let (box_, frame) = (
        element.get_bounding_client_rect(),
        pane.get_bounding_client_rect(),
    );
    let above = box_.top() - (frame.top() + MARGIN);
    let below = box_.bottom() - (frame.bottom() - MARGIN);
    if above < 0.0 || below > 0.0 {
        let middle = box_.top() - frame.top() - f64::from(pane.client_height()) / 2.0;
        pane.set_scroll_top(pane.scroll_top() + middle as i32);
    }
}

fn scrolls(pane: &Element) -> bool {
    let style = super::window().get_computed_style(pane).ok().flatten();
    let overflow = style.and_then(|s| s.get_property_value("overflow-y").ok());
    overflow.is_some_and(|o| o == "auto" || o == "scroll")
}

/// Scrolls the page to the first element of `selector`, if there is one; says whether there was.
pub fn show(selector: &str) -> bool {
    match document().query_selector(selector) {
        Ok(Some(element)) => {
            element.scroll_into_view();
            true
        }
        _ => false,
    }
}
