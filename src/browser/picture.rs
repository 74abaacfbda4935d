//! A drawing as a picture, painted on a canvas. The drawing comes from a data address: it can reach for
//! nothing else.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::{document, download};

/// Dots a px, so that it is sharp where it is shown larger.
const SHARP: f64 = 2.0;

/// Saves `svg`, `size` px wide and high, as a file named `name`; whether the browser did.
pub async fn save(name: &str, svg: &str, size: (f64, f64)) -> bool {
    match painted(svg, size).await {
        Some(blob) => download::give(name, &blob).is_some(),
        None => false,
    }
}

async fn painted(svg: &str, (width, height): (f64, f64)) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    let mut address = String::from("data:image/svg+xml;charset=utf-8,");
    address.push_str(&String::from(encode_uri_component(svg)));
    image.set_src(&address);
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few thousand
    let dots = |n: f64| (n * SHARP).ceil().clamp(1.0, 8_000.0) as u32;
    canvas.set_width(dots(width));
    canvas.set_height(dots(height));
    let paint: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    paint
        .draw_image_with_html_image_element_and_dw_and_dh(
            &image,
            0.0,
            0.0,
            width * SHARP,
            height * SHARP,
        )
        .ok()?;
    let made = Promise::new(&mut |done, failed| {
        if canvas.to_blob(&done).is_err() {
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
