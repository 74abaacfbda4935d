//! Draws the page from `state`. Never touches `store`.
use leptos::prelude::*;

/// Mounts the app on the document's body.
pub fn mount() {
    mount_to_body(|| view! { <h1>"Rolecard"</h1> });
}
