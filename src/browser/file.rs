//! A file the person chose.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// The bytes of the file chosen in the field that `event` comes from; `None` if none was, or it cannot
/// be read. The field forgets it, so that the same one can be chosen again.
pub async fn chosen(event: Event) -> Option<Vec<u8>> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    field.set_value("");
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
