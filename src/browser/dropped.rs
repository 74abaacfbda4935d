//! Files dropped on the page: their names and words. Reads what was dropped and nothing else.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

/// The files that a drop brings, in order.
#[must_use]
pub fn files(event: &DragEvent) -> Vec<File> {
    let list = event.data_transfer().and_then(|data| data.files());
    list.map_or_else(Vec::new, |list| {
        (0..list.length()).filter_map(|n| list.get(n)).collect()
    })
}

/// Whether something is dragged that has files in it.
#[must_use]
pub fn has_files(event: &DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// A file's words, decoded as UTF-8; `None` if the browser cannot read it.
pub async fn text(file: &File) -> Option<String> {
    let blob: &web_sys::Blob = file.unchecked_ref();
    JsFuture::from(blob.text()).await.ok()?.as_string()
}
