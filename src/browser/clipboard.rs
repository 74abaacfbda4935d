//! The clipboard: what it holds as words and as markup, and putting words on it.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ClipboardEvent, ClipboardItem};

use super::window;

/// What was copied: words, and markup where the source had any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// The words as plain text.
    pub text: String,
    /// The same as HTML.
    pub html: Option<String>,
}

/// What a paste event brings.
#[must_use]
pub fn of_event(event: &ClipboardEvent) -> Option<Copied> {
    let data = event.clipboard_data()?;
    let get = |kind| data.get_data(kind).ok().filter(|d| !d.is_empty());
    Some(Copied {
        text: get("text/plain").unwrap_or_default(),
        html: get("text/html"),
    })
}

/// Reads the clipboard; the browser may ask the person first, and `None` is a refusal.
pub async fn read() -> Option<Copied> {
    let clipboard = window().navigator().clipboard();
    if js_sys::Reflect::has(&clipboard, &"read".into()).unwrap_or(false) {
        let items = JsFuture::from(clipboard.read()).await.ok()?;
        let mut copied = Copied::default();
        for item in js_sys::Array::from(&items).iter() {
            let item: ClipboardItem = item.unchecked_into();
            if let Some(html) = piece(&item, "text/html").await {
                copied.html = Some(html);
            }
            if let Some(text) = piece(&item, "text/plain").await {
                copied.text = text;
            }
        }
        return Some(copied);
    }
    let text = JsFuture::from(clipboard.read_text()).await.ok()?;
    Some(Copied {
        text: text.as_string()?,
        html: None,
    })
}

async fn piece(item: &ClipboardItem, kind: &str) -> Option<String> {
    if !item.types().includes(&kind.into(), 0) {
        return None;
    }
    let blob: Blob = JsFuture::from(item.get_type(kind))
        .await
        .ok()?
        .unchecked_into();
    JsFuture::from(blob.text()).await.ok()?.as_string()
}

/// Whether this browser lets a page read the clipboard at all.
#[must_use]
pub fn can_read() -> bool {
    let navigator: JsValue = window().navigator().into();
    js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|c| !c.is_undefined())
}

/// Puts `text` on the clipboard; `false` where the browser refuses.
pub async fn write(text: &str) -> bool {
    if !can_read() {
        return false;
    }
    let clipboard = window().navigator().clipboard();
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Puts `html` on the clipboard, with `text` for what takes no markup; `false` where the browser
/// refuses.
pub async fn write_rich(html: &str, text: &str) -> bool {
    if !can_read() {
        return false;
    }
    let forms = js_sys::Object::new();
    for (kind, words) in [("text/html", html), ("text/plain", text)] {
        let parts = js_sys::Array::of1(&words.into());
        let bag = web_sys::BlobPropertyBag::new();
        bag.set_type(kind);
        let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &bag) else {
            return false;
        };
        if js_sys::Reflect::set(&forms, &kind.into(), &blob).is_err() {
            return false;
        }
    }
    let Ok(item) = ClipboardItem::new_with_record_from_str_to_blob_promise(&forms) else {
        return write(text).await;
    };
    let items = js_sys::Array::of1(&item);
    let clipboard = window().navigator().clipboard();
    JsFuture::from(clipboard.write(&items)).await.is_ok()
}
