//! How a saved job stands to the person, in its row: musts met of musts asked, and what speaks against
//! it. Nothing for who has no profile.

use leptos::prelude::*;

use crate::job::matching::{Fit, Standing};
use crate::job::{JobId, Wanted};
use crate::state::{Jobs, count, fill, t};
use crate::ui::live;

/// Whether any job was held against the profile.
pub fn is_known(jobs: Jobs) -> bool {
    jobs.standings.with(|all| !all.is_empty())
}

/// The cell's content.
pub fn musts(jobs: Jobs, id: JobId) -> AnyView {
    live(move || {
        let standing = jobs.standings.with(|all| all.get(&id).cloned());
        standing.map_or_else(|| ().into_any(), |s| cell(&s))
    })
}

fn cell(standing: &Standing) -> AnyView {
    let against = |list: &[String], words: &dyn Fn(usize) -> String| {
        (!list.is_empty())
            .then(|| view! { <small title=list.join("; ")>{words(list.len())}</small> })
    };
    let blockers = |n| count("{n} blocker | {n} blockers", n, &[]);
    let unmet = |n| count("{n} wish not met | {n} wishes not met", n, &[]);
    let musts = match standing.asked {
        0 => view! { <span class="unknown">{t("none asked")}</span> }.into_any(),
        asked => fill(
            "{n} of {all}",
            &[&standing.met.to_string(), &asked.to_string()],
        )
        .into_any(),
    };
    view! {
        {musts}
        {against(&standing.blockers, &blockers)}
        {against(&standing.unmet, &unmet)}
    }
    .into_any()
}

/// The filter by standing, where there is one.
pub fn filter(jobs: Jobs) -> AnyView {
    if !is_known(jobs) {
        return ().into_any();
    }
    let options = Fit::ALL.map(|fit| {
        let is_chosen = move || jobs.wanted.with(|w| w.fit == fit);
        view! { <option value=fit.label() selected=is_chosen>{t(fit.label())}</option> }.into_any()
    });
    let choose = move |e| {
        let chosen = event_target_value(&e);
        let fit = Fit::ALL.into_iter().find(|fit| fit.label() == chosen);
        let set = |wanted: &mut Wanted| wanted.fit = fit.unwrap_or_default();
        jobs.wanted.update(set);
    };
    view! { <label class="field">{t("Fit")}<select on:change=choose>{options.collect_view()}</select></label> }
        .into_any()
}
