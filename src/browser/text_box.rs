//! A box of text: its words, its caret, and putting words in as a paste does.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::document;

/// Above this many bytes the browser's own insertion (which can be undone) takes too long.
const MOST_FOR_INSERTION: usize = 2_000;

/// The box with this id.
fn by_id(id: &str) -> Option<HtmlTextAreaElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Puts `text` in the place of what is selected in the box, as typing does, and says what the box
/// holds then. The browser's own undo takes it back, but for long texts.
pub fn insert(id: &str, text: &str) -> Option<String> {
    let area = by_id(id)?;
    // Focusing fails never on an element of HTML.
    let _ = area.focus();
    let page: HtmlDocument = document().unchecked_into();
    let inserted = text.len() <= MOST_FOR_INSERTION
        && page
            .exec_command_with_show_ui_and_value("insertText", false, text)
            .unwrap_or(false);
    if !inserted {
        let end = area.value().encode_utf16().count();
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        let from = area.selection_start().ok().flatten().unwrap_or(end);
        let to = area.selection_end().ok().flatten().unwrap_or(end);
        area.set_range_text_with_start_and_end(text, from, to)
            .ok()?;
    }
    Some(area.value())
}

/// Focuses the box and sets its caret, in UTF-16 units.
pub fn focus(id: &str, caret: u32) {
    if let Some(area) = by_id(id) {
        // Neither fails on a text area.
        let _ = area.focus();
        let _ = area.set_selection_range(caret, caret);
    }
}
