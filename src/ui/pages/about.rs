//! The pages to read: the guide, and what the page does with what it is given. Fixed words, the
//! project's own, in files of a little Markdown; nothing of the person's is drawn here.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::route::Route;
use crate::state::words;
use crate::ui::components::prose::{Heads, blocks};
use crate::ui::live;

/// The page that `route` names: in the person's language where there is one, in English where that cannot
/// be fetched.
pub fn page(route: &Route) -> AnyView {
    let (name, english) = match route {
        Route::Privacy => ("privacy", include_str!("privacy.md")),
        _ => ("guide", include_str!("guide.md")),
    };
    let text = RwSignal::new((words::language() == "en").then(|| english.to_string()));
    if text.with_untracked(Option::is_none) {
        spawn_local(async move {
            let fetched = words::page_to_read(name).await;
            text.set(Some(fetched.unwrap_or_else(|| english.to_string())));
        });
    }
    let drawn = move || {
        let text = text.get();
        text.map_or_else(Vec::new, |text| blocks(&text, Heads::Page))
            .into_any()
    };
    view! { <article class="prose">{live(drawn)}</article> }.into_any()
}
