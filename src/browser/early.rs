//! The skeleton that index.html paints before the page has started: its words are taken over.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use super::document;

/// What was typed into the skeleton's box before the page had started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Early {
    /// The words.
    pub text: String,
    /// Where the caret stood, in UTF-16 units, if the box had the focus.
    pub caret: Option<u32>,
}

thread_local! {
    /// What the skeleton teaches, kept for whenever the page is empty again.
    static TEACHING: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Puts what the skeleton teaches into the element `id`; nothing where there was no skeleton.
pub fn put_teaching(id: &str) {
    let place = document().get_element_by_id(id);
    TEACHING.with_borrow(|kept| {
        if let (Some(place), Some(kept)) = (place, kept) {
            // Refused only where an element is put into itself.
            let _ = place.append_child(kept);
        }
    });
}

/// Takes the words out of the skeleton and the skeleton out of the page.
pub fn take() -> Early {
    let Some(skeleton) = document().get_element_by_id("early") else {
        return Early::default();
    };
    let teaching = document().get_element_by_id("teaching");
    if let Some(teaching) = &teaching {
        teaching.remove();
    }
    TEACHING.set(teaching);
    let taken = skeleton
        .query_selector("textarea")
        .ok()
        .flatten()
        .and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok())
        .map(|area| {
            let active = document().active_element();
            let focused = active.is_some_and(|e| e.is_same_node(Some(&area)));
            Early {
                text: area.value(),
                caret: focused.then(|| area.selection_end().ok().flatten().unwrap_or(0)),
            }
        });
    skeleton.unchecked_into::<HtmlElement>().remove();
    taken.unwrap_or_default()
}
