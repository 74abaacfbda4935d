//! Moving the focus and the view.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, FocusOptions, HtmlElement, Node};

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

thread_local! {
    /// What had the focus before it went where it will be taken from.
    static BEFORE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Remembers what had the focus before `event` brought it to something that will go away.
pub fn remember(event: &FocusEvent) {
    let before = event.related_target();
    let Some(before) = before.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let to = event.current_target();
    let to = to.and_then(|e| e.dyn_into::<Node>().ok());
    if !to.is_some_and(|to| to.contains(Some(&before))) {
        BEFORE.set(Some(before));
    }
}

/// Brings the focus back where it was remembered from, or where that stands now, else to the element with
/// the id `otherwise`, where what had it is gone. Nothing is scrolled for it.
pub fn bring_back(otherwise: &str) {
    let page = document();
    if page
        .active_element()
        .is_some_and(|e| e.tag_name() != "BODY")
    {
        return;
    }
    let by_id = |id: &str| {
        let found = page.get_element_by_id(id).filter(|_| !id.is_empty());
        found.map(JsCast::unchecked_into::<HtmlElement>)
    };
    let before = BEFORE.take();
    let there = before.and_then(|e| {
        if e.is_connected() {
            Some(e)
        } else {
            by_id(&e.id())
        }
    });
    if let Some(element) = there.or_else(|| by_id(otherwise)) {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        // Focusing fails never on elements of HTML.
        let _ = element.focus_with_options(&still);
    }
}
