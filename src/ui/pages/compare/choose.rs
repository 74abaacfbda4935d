//! Choosing the jobs to compare.

use leptos::prelude::*;

use super::super::super::live;
use crate::route::Route;
use crate::state::{App, HERE, compare_selected, t};

/// So many of the newest are offered here; all of them are under Jobs.
const MOST: usize = 60;

/// The page without jobs.
pub fn page(app: App) -> AnyView {
    view! {
        <div class="compare">
            <div class="head"><div><h1>{t("Compare")}</h1><p>{t("Saved jobs side by side")}</p></div></div>
            {list(app)}
        </div>
    }
    .into_any()
}

/// The saved jobs, to be ticked.
pub fn list(app: App) -> AnyView {
    let jobs = app.jobs;
    jobs.refresh();
    if jobs.count() < 2 {
        return empty();
    }
    let rows = jobs.rows.with_untracked(|found| {
        let row = |found: &std::sync::Arc<crate::state::FoundRow>| {
            let row = &found.row;
            let (id, chosen) = (row.id.clone(), row.id.clone());
            let toggle = move |_| {
                jobs.selected.update(|s| {
                    if !s.remove(&id) {
                        s.insert(id.clone());
                    }
                });
            };
            view! {
                <li><label class="check">
                    <input type="checkbox" prop:checked=move || jobs.selected.with(|s| s.contains(&chosen)) on:change=toggle/>
                    <span><span class="job-title">{row.name(&HERE).to_string()}</span>
                        {row.company.clone().map(|c| view! { " "<small>{c}</small> })}</span>
                </label></li>
            }
            .into_any()
        };
        let listed = found.iter().filter(|found| !found.row.archived);
        listed.take(MOST).map(row).collect_view()
    });
    let count = move || jobs.selected.with(std::collections::BTreeSet::len);
    let compare = move || {
        let few = count() < 2;
        let hint = few.then(|| view! { <p class="hint">{t("Tick two or more.")}</p> });
        view! { {hint}<button class="btn go" type="button" disabled=few on:click=move |_| compare_selected(jobs)>{t("Compare selected")}</button> }
            .into_any()
    };
    view! {
        <section class="card" aria-labelledby="h-choose">
            <header><h2 id="h-choose">{t("Which jobs?")}</h2><p><a href=super::jobs()>{t("All saved jobs")}</a></p></header>
            <ul class="lines choose">{rows}</ul>
            <div class="pickbar"><p class="hint">{t("Your present job can be one of them:")}" "
                <button class="btn bare" type="button" on:click=move |_| jobs.add_by_hand()>{t("Add it by hand")}</button></p>{live(compare)}</div>
        </section>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! {
        <section class="card" aria-labelledby="h-none">
            <header><h2 id="h-none">{t("Two saved jobs will stand side by side here")}</h2></header>
            <div class="in stack">
                <p>{t("Save two postings or more: what they pay, ask and leave open stands in one table, the same demand in one row whatever its words, and what counts for you says which one leads. Your present job, added by hand, can be the baseline.")}</p>
                <p><a class="btn go" href=Route::Read.to_string()>{t("Read a posting")}</a></p>
            </div>
        </section>
    }
    .into_any()
}
