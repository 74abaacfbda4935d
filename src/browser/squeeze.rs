//! Deflate (RFC 1951) by the browser's own streams, for links and for files that hold packed ones. Never
//! gives more than it is told to: packed data may unpack to anything.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

/// `bytes` packed; `None` where the browser cannot.
pub async fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    run(bytes, "CompressionStream", usize::MAX).await
}

/// `bytes` unpacked; `None` where they are not packed so, or give more than `most` bytes.
pub async fn inflate(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    run(bytes, "DecompressionStream", most).await
}

async fn run(bytes: &[u8], by: &str, most: usize) -> Option<Vec<u8>> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
    let maker: Function = Reflect::get(&js_sys::global(), &by.into())
        .ok()?
        .dyn_into()
        .ok()?;
    let format = js_sys::Array::of1(&"deflate-raw".into());
    let through = Reflect::construct(&maker, &format).ok()?;
    let stream: ReadableStream = stream_of(&blob)?.pipe_through(through.unchecked_ref());
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let read = JsFuture::from(reader.read()).await.ok()?;
        if Reflect::get(&read, &"done".into()).ok()?.is_truthy() {
            return Some(out);
        }
        let chunk = Reflect::get(&read, &"value".into()).ok()?;
        let chunk: Uint8Array = chunk.dyn_into().ok()?;
        if chunk.length() as usize > most - out.len() {
            // What is still to come is nobody's any more.
            let _ = reader.cancel();
            return None;
        }
        out.extend(chunk.to_vec());
    }
}

/// The stream of a blob's bytes.
fn stream_of(blob: &Blob) -> Option<ReadableStream> {
    let stream = Reflect::get(blob, &JsValue::from_str("stream")).ok()?;
    let stream: Function = stream.dyn_into().ok()?;
    stream.call0(blob).ok()?.dyn_into().ok()
}

/// All bytes of a file; `None` if the browser cannot read it.
pub async fn bytes_of(file: &web_sys::File) -> Option<Vec<u8>> {
    let blob: &Blob = file.unchecked_ref();
    let buffer: Promise = blob.array_buffer().unchecked_into();
    let buffer = JsFuture::from(buffer).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
