//! What finds jobs, whichever way they are laid out: the search box, the order and the filters.

use leptos::prelude::*;

use crate::extract::WorkMode;
use crate::job::words::mode_word;
use crate::job::{Closes, SortBy, Status, Wanted};
use crate::state::{Jobs, t};
use crate::ui::live;

/// The search box, the order and the filters.
pub fn tools(jobs: Jobs) -> AnyView {
    let typed = move |e| jobs.search.set(event_target_value(&e));
    let sort = move |at: usize| {
        let by = SortBy::ALL.get(at).copied();
        jobs.sort_by.set(by.unwrap_or_default());
    };
    let sorts = SortBy::ALL.map(|by| t(by.label()).to_string());
    let sorted = move || SortBy::ALL.iter().position(|by| *by == jobs.sort_by.get());
    let want = move |change: &dyn Fn(&mut Wanted)| jobs.wanted.update(change);
    let stati = Status::ALL.map(|status| t(status.label()).to_string());
    let modes = [WorkMode::Remote, WorkMode::Hybrid, WorkMode::Onsite];
    let ends = Closes::ALL.map(|closes| t(closes.label()).to_string());
    let archived = move |_| want(&|wanted| wanted.archived = !wanted.archived);
    let starred = move |_| want(&|wanted| wanted.starred = !wanted.starred);
    view! {
        <form class="tools" role="search" on:submit=|e| e.prevent_default()>
            <label class="field find">{t("Search jobs")}
                <input type="search" autocomplete="off" placeholder=t("Title, company, place, any word of the posting")
                    prop:value=move || jobs.search.get() on:input=typed/>
            </label>
            {choice(t("Sort by"), None, sorts.to_vec(), sorted, sort)}
            {choice(t("Status"), Some(t("Any")), stati.to_vec(),
                move || jobs.wanted.with(|w| Status::ALL.iter().position(|s| Some(*s) == w.status)),
                move |at| want(&|wanted| wanted.status = Status::ALL.get(at).copied()))}
            {choice(t("Work mode"), Some(t("Any")), modes.map(|mode| t(mode_word(mode)).to_string()).to_vec(),
                move || jobs.wanted.with(|w| modes.iter().position(|m| Some(*m) == w.mode)),
                move |at| want(&|wanted| wanted.mode = modes.get(at).copied()))}
            {choice(t("Closes"), None, ends.to_vec(),
                move || jobs.wanted.with(|w| Closes::ALL.iter().position(|c| *c == w.closes)),
                move |at| want(&|wanted| wanted.closes = Closes::ALL.get(at).copied().unwrap_or_default()))}
            {live(move || super::standing::filter(jobs))}
            {live(move || tags(jobs))}
            <label class="check"><input type="checkbox" prop:checked=move || jobs.wanted.with(|w| w.starred)
                on:change=starred/>{t("Starred")}</label>
            <label class="check"><input type="checkbox" prop:checked=move || jobs.wanted.with(|w| w.archived)
                on:change=archived/>{t("Archived")}</label>
        </form>
    }
    .into_any()
}

/// The filter by tag, where there are tags.
fn tags(jobs: Jobs) -> AnyView {
    let tags = jobs.tags();
    if tags.is_empty() {
        return ().into_any();
    }
    let known = tags.clone();
    let chosen = {
        let tags = tags.clone();
        move || {
            jobs.wanted
                .with(|w| tags.iter().position(|tag| Some(tag) == w.tag.as_ref()))
        }
    };
    choice(t("Tag"), Some(t("Any")), tags, chosen, move |at| {
        jobs.wanted
            .update(|wanted| wanted.tag = known.get(at).cloned());
    })
}

/// A choice among `options`, and before them `none`, which is chosen as a place past their end.
fn choice(
    name: &'static str,
    none: Option<&'static str>,
    options: Vec<String>,
    chosen: impl Fn() -> Option<usize> + Clone + Send + Sync + 'static,
    choose: impl Fn(usize) + 'static,
) -> AnyView {
    let any = usize::MAX;
    let first = none.map(|words| (any, words.to_string()));
    let all = first
        .into_iter()
        .chain(options.into_iter().enumerate())
        .map(|(at, words)| {
            let chosen = chosen.clone();
            let is_chosen = move || chosen().unwrap_or(any) == at;
            view! { <option value=at.to_string() selected=is_chosen>{words}</option> }
        });
    let set = move |e| choose(event_target_value(&e).parse().unwrap_or(any));
    view! { <label class="field">{name}<select on:change=set>{all.collect_view()}</select></label> }
        .into_any()
}

/// That nothing was found, with the way back to all.
pub fn nothing(jobs: Jobs, found: usize) -> AnyView {
    if found > 0 {
        return ().into_any();
    }
    let searches = jobs.search.with(|typed| !typed.trim().is_empty());
    let clear = move |_| {
        jobs.search.set(String::new());
        jobs.wanted.set(Wanted::default());
    };
    let (words, button) = if jobs.wanted.with(|wanted| *wanted == Wanted::default()) {
        match searches {
            true => (t("No saved job has all of these words."), t("Clear search")),
            false => {
                let show = move |_| jobs.wanted.update(|wanted| wanted.archived = true);
                return view! {
                    <div class="note">
                        <p>{t("All jobs are archived.")}</p>
                        <button class="btn" type="button" on:click=show>{t("Show archived")}</button>
                    </div>
                }
                .into_any();
            }
        }
    } else {
        (t("No saved job is so."), t("Show all"))
    };
    view! {
        <div class="note">
            <p>{words}</p>
            <button class="btn" type="button" on:click=clear>{button}</button>
        </div>
    }
    .into_any()
}
