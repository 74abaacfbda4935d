//! Thin adapters over web-sys. Knows no other module.

pub mod address;
pub mod capture;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod decode;
pub mod dialog;
pub mod download;
pub mod dropped;
pub mod early;
pub mod file;
pub mod focus;
pub mod form;
pub mod html;
pub mod installed;
pub mod intl;
pub mod keys;
pub mod leaving;
pub mod link;
pub mod lock;
pub mod notify;
pub mod office;
pub mod pane;
pub mod persist;
pub mod picture;
pub mod popover;
pub mod scroll;
pub mod session;
pub mod squeeze;
pub mod styles;
pub mod tabs;
pub mod text_box;
pub mod timer;
pub mod zip;

use web_sys::{Document, Window};

/// The window. There is always one: the site runs in no worker.
fn window() -> Window {
    web_sys::window().expect("the page has a window")
}

/// The document.
fn document() -> Document {
    window().document().expect("the window has a document")
}

/// Opens the browser's printing.
pub fn print() {
    // Refused only where printing is forbidden; the person then prints by the browser's own menu.
    let _ = window().print();
}
