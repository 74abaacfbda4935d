//! Draws the page from `state`. Never touches `store`.
//!
//! Views are plain functions that return [`AnyView`] at the borders of pages and pieces: one type
//! there keeps the WebAssembly small and the compile short.
//!
//! [`AnyView`]: leptos::prelude::AnyView

mod components;
mod icons;
mod pages;
mod parts;
mod shell;

use leptos::prelude::*;

use crate::state::App;

/// A part of the page that is drawn anew when what it reads changes. All such parts are one type:
/// every other closure in a view brings its own copy of the code that keeps it.
fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(draw);
    draw.into_any()
}

/// Takes over the skeleton and mounts the page on the document's body.
pub fn mount() {
    crate::state::watch_for_crashes();
    mount_to_body(|| {
        let app = App::start(parts::all());
        shell::shell(app)
    });
}
