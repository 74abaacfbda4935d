//! How far the page is scrolled, for drawing only what is seen.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::{document, window};

/// What is seen of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seen {
    /// How far the list's top is above the window's, in pixels; negative where below.
    pub above: f64,
    /// The window's height.
    pub height: f64,
}

/// What is seen of the element with this id.
#[must_use]
pub fn seen(id: &str) -> Option<Seen> {
    let top = document()
        .get_element_by_id(id)?
        .get_bounding_client_rect()
        .top();
    let height = window().inner_height().ok()?.as_f64()?;
    Some(Seen {
        above: -top,
        height,
    })
}

/// Where the rows begin that the element with this id shows, and where the last one ends, in pixels: its
/// children but for those that are `aria-hidden`. Empty where it shows none.
#[must_use]
pub fn tops(id: &str) -> Vec<f64> {
    let selector = ["#", id, " > :not([aria-hidden])"].concat();
    let Ok(rows) = document().query_selector_all(&selector) else {
        return Vec::new();
    };
    let mut tops = Vec::new();
    for at in 0..rows.length() {
        let row = rows.get(at).and_then(|row| row.dyn_into().ok());
        if let Some(row) = row.map(|row: Element| row.get_bounding_client_rect()) {
            tops.push(row.top());
            if at + 1 == rows.length() {
                tops.push(row.bottom());
            }
        }
    }
    tops
}

/// A listener that is taken away when it is dropped.
pub struct Listener {
    call: Closure<dyn Fn()>,
}

/// Calls `tell` whenever the page is scrolled or the window's size changes.
pub fn on_scroll(tell: impl Fn() + 'static) -> Listener {
    let call = Closure::<dyn Fn()>::new(tell);
    for event in ["scroll", "resize"] {
        // A window takes listeners always.
        let _ = window().add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
    }
    Listener { call }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for event in ["scroll", "resize"] {
            let call = self.call.as_ref().unchecked_ref();
            let _ = window().remove_event_listener_with_callback(event, call);
        }
    }
}

/// Scrolls the element with this id to the start of what it lies in, sideways; the page stays where it
/// is.
pub fn along(id: &str) {
    let found = document().get_element_by_id(id);
    let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    if let Some(around) = element.parent_element() {
        let gap =
            element.get_bounding_client_rect().left() - around.get_bounding_client_rect().left();
        around.set_scroll_left(around.scroll_left() + gap as i32);
    }
}
