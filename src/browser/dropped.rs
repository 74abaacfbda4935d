//! Files dropped on the page, or chosen. Sees what was handed over and nothing else.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

/// The files that a drop brings, in order.
#[must_use]
pub fn files(event: &DragEvent) -> Vec<File> {
    let list = event.data_transfer().and_then(|data| data.files());
    list.map_or_else(Vec::new, |list| {
        (0..list.length()).filter_map(|n| list.get(n)).collect()
    })
}

/// Says what is dragged: without a word some browsers drag nothing.
pub fn carry(event: &DragEvent, words: &str) {
    if let Some(data) = event.data_transfer() {
        // One that is refused only moves nothing.
        let _ = data.set_data("text/plain", words);
        data.set_effect_allowed("move");
    }
}

/// Whether something is dragged that has files in it.
#[must_use]
pub fn has_files(event: &DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// The files chosen in the field that `event` comes from, which is emptied: the same file can be chosen
/// again.
#[must_use]
pub fn chosen(event: &Event) -> Vec<File> {
    let field = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else {
        return Vec::new();
    };
    let list = field.files();
    let files = list.map_or_else(Vec::new, |l| {
        (0..l.length()).filter_map(|n| l.get(n)).collect()
    });
    field.set_value("");
    files
}
