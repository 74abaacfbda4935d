//! Several postings that came at once: what each would become, to be chosen and saved.

use leptos::prelude::*;

use crate::state::{App, Arrived, t};
use crate::ui::live;

/// The list, with a box to tick for each.
pub fn several(app: App, several: RwSignal<Vec<Arrived>>) -> AnyView {
    let rows = move || {
        let rows = several.get().into_iter().enumerate();
        rows.map(|(n, one)| row(several, n, &one))
            .collect_view()
            .into_any()
    };
    let count = move || several.with(|all| all.iter().filter(|one| one.wanted).count());
    let words = move || crate::state::count("Save {n} job | Save {n} jobs", count(), &[]);
    view! {
        <p class="in">{t("Each becomes a job of its own, with its text, to be read and corrected there.")}</p>
        <ul class="lines" aria-label=t("Postings")>{live(rows)}</ul>
        <p class="in"><button class="btn go" type="button" disabled=move || count() == 0
            on:click=move |_| app.save_several(several)>{words}</button></p>
    }
    .into_any()
}

fn row(several: RwSignal<Vec<Arrived>>, n: usize, one: &Arrived) -> AnyView {
    let title = one.title().unwrap_or_else(|| t("Untitled job").to_string());
    let company = one.company();
    let doubt = (!one.is_posting()).then_some(t("Does not look like a job posting."));
    let tick = move |e| {
        several.update(|all| {
            if let Some(one) = all.get_mut(n) {
                one.wanted = event_target_checked(&e);
            }
        });
    };
    view! {
        <li><label class="check"><input type="checkbox" prop:checked=one.wanted on:change=tick/>
            <span><b>{title}</b>{company.map(|c| format!(", {c}"))}<br/><small>{one.name.clone()}" "{doubt}</small></span></label></li>
    }
    .into_any()
}
