//! The language of the page: chosen here, kept with the preferences, and in force once the page is
//! loaded again. That of the postings is no choice: it is read off them.

use leptos::prelude::*;

use crate::state::{App, t, words};

/// The languages there are, each by its own name, where there is more than one.
pub fn language(app: App) -> Option<AnyView> {
    let others = words::languages();
    if others.is_empty() {
        return None;
    }
    let here = words::language();
    let choice = |code: String, name: String| {
        let chosen = code == here;
        view! { <option value=code.clone() lang=code selected=chosen>{name}</option> }.into_any()
    };
    let english = choice("en".into(), "English".into());
    let others = others.into_iter().map(|(code, name)| choice(code, name));
    let choices = [english].into_iter().chain(others).collect_view();
    let change = move |e| app.speak(&event_target_value(&e));
    // Beside the page's word for it stands the English one: who cannot read the page has to find it.
    let label = match t("Language") {
        "Language" => "Language".to_string(),
        word => [word, " (Language)"].concat(),
    };
    let region = view! {
        <section class="card" aria-labelledby="h-language">
            <header><h2 id="h-language">{label}</h2></header>
            <div class="in stack">
                <p>{t("Of this page. What you typed is kept; postings are read in eight languages, whatever stands here.")}</p>
                <p class="row"><select aria-labelledby="h-language" on:change=change>{choices}</select></p>
            </div>
        </section>
    };
    Some(region.into_any())
}
