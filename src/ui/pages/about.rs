//! The pages to read: the guide, and what the page does with what it is given. Fixed words, the
//! project's own, in files of a little Markdown; nothing of the person's is drawn here.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::components::prose::{Heads, blocks};

/// The page that `route` names.
pub fn page(route: &Route) -> AnyView {
    let words = match route {
        Route::Privacy => include_str!("privacy.md"),
        _ => include_str!("guide.md"),
    };
    view! { <article class="prose">{blocks(words, Heads::Page)}</article> }.into_any()
}
