//! Reading a posting.

use leptos::prelude::*;

use crate::state::App;

/// The page.
pub fn page(_app: App) -> AnyView {
    view! { <h1>"Paste a job posting, get a card"</h1> }.into_any()
}
