//! The table of saved jobs with what finds, orders and changes its rows.

use std::sync::Arc;

use leptos::prelude::*;

use super::row::row;
use super::seen::Window;
use crate::extract::WorkMode;
use crate::job::words::mode_word;
use crate::job::{Closes, JobId, SortBy, Status, Wanted};
use crate::state::{FoundRow, Jobs, compare_selected};
use crate::ui::live;

/// The id of the table's body.
const BODY: &str = "jobs-rows";

/// The rows that are found.
type Found = Memo<Vec<Arc<FoundRow>>>;

/// The search, the filters, the table, and what is done with selected rows.
pub fn list(jobs: Jobs, found: Found) -> AnyView {
    let count = Memo::new(move |_| found.with(Vec::len));
    let window = Window::new(BODY, count);
    let rows = move || -> Vec<Arc<FoundRow>> {
        let shown = window.rows();
        found.with(|found| found.get(shown).unwrap_or_default().to_vec())
    };
    let draw = move |at: ReadSignal<usize>, found: Arc<FoundRow>| {
        let place = Signal::derive(move || window.rows().start + at.get());
        row(jobs, &found.row, place)
    };
    let room = |height: f64| {
        (height > 0.0).then(|| {
            view! { <tr class="room" aria-hidden="true"><td colspan="7" style:height=format!("{height}px")></td></tr> }.into_any()
        })
    };
    view! {
        {tools(jobs)}
        <div class="card">
            <table class="jobs" role="table" aria-label="Saved jobs" aria-rowcount=move || count.get() + 1>
                <thead role="rowgroup"><tr role="row" aria-rowindex="1">
                    <th role="columnheader" class="pick"><span class="vh">"Select"</span></th>
                    {head(jobs, "Job", SortBy::Title)}
                    <th role="columnheader" scope="col">"Place"</th>
                    {head(jobs, "Pay", SortBy::Pay)}
                    <th role="columnheader" scope="col">"Status"</th>
                    {head(jobs, "Deadline", SortBy::Deadline)}
                    {head(jobs, "Saved", SortBy::Saved)}
                </tr></thead>
                <tbody role="rowgroup" id=BODY>
                    {move || room(window.above())}
                    <ForEnumerate each=rows key=|found| found.drawn children=draw/>
                    {move || room(window.below())}
                </tbody>
            </table>
            {live(move || nothing(jobs, count.get()))}
            {live(move || picked(jobs, found))}
        </div>
    }
    .into_any()
}

/// The search box, the order and the filters.
fn tools(jobs: Jobs) -> AnyView {
    let typed = move |e| jobs.search.set(event_target_value(&e));
    let sort = move |at: usize| {
        let by = SortBy::ALL.get(at).copied();
        jobs.sort_by.set(by.unwrap_or_default());
    };
    let sorts = SortBy::ALL.map(|by| by.label().to_string());
    let sorted = move || SortBy::ALL.iter().position(|by| *by == jobs.sort_by.get());
    let want = move |change: &dyn Fn(&mut Wanted)| jobs.wanted.update(change);
    let stati = Status::ALL.map(|status| status.label().to_string());
    let modes = [WorkMode::Remote, WorkMode::Hybrid, WorkMode::Onsite];
    let ends = Closes::ALL.map(|closes| closes.label().to_string());
    let archived = move |_| want(&|wanted| wanted.archived = !wanted.archived);
    view! {
        <form class="tools" role="search" on:submit=|e| e.prevent_default()>
            <label class="field find">"Search jobs"
                <input type="search" autocomplete="off" placeholder="Title, company, place, any word of the posting"
                    prop:value=move || jobs.search.get() on:input=typed/>
            </label>
            {choice("Sort by", None, sorts.to_vec(), sorted, sort)}
            {choice("Status", Some("Any"), stati.to_vec(),
                move || jobs.wanted.with(|w| Status::ALL.iter().position(|s| Some(*s) == w.status)),
                move |at| want(&|wanted| wanted.status = Status::ALL.get(at).copied()))}
            {choice("Work mode", Some("Any"), modes.map(|mode| mode_word(mode).to_string()).to_vec(),
                move || jobs.wanted.with(|w| modes.iter().position(|m| Some(*m) == w.mode)),
                move |at| want(&|wanted| wanted.mode = modes.get(at).copied()))}
            {choice("Closes", None, ends.to_vec(),
                move || jobs.wanted.with(|w| Closes::ALL.iter().position(|c| *c == w.closes)),
                move |at| want(&|wanted| wanted.closes = Closes::ALL.get(at).copied().unwrap_or_default()))}
            {live(move || tags(jobs))}
            <label class="check"><input type="checkbox" prop:checked=move || jobs.wanted.with(|w| w.archived)
                on:change=archived/>"Archived"</label>
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
    choice("Tag", Some("Any"), tags, chosen, move |at| {
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

/// A column's head that says when the rows are in its order.
fn head(jobs: Jobs, words: &'static str, by: SortBy) -> AnyView {
    let down = matches!(by, SortBy::Saved | SortBy::Pay);
    let order = if down { "descending" } else { "ascending" };
    let sorted = move || (jobs.sort_by.get() == by).then_some(order);
    view! { <th role="columnheader" scope="col" aria-sort=sorted>{words}</th> }.into_any()
}

/// That nothing was found, with the way back to all.
fn nothing(jobs: Jobs, found: usize) -> AnyView {
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
            true => ("No saved job has all of these words.", "Clear search"),
            false => {
                let show = move |_| jobs.wanted.update(|wanted| wanted.archived = true);
                return view! {
                    <div class="note">
                        <p>"All jobs are archived."</p>
                        <button class="btn" type="button" on:click=show>"Show archived"</button>
                    </div>
                }
                .into_any();
            }
        }
    } else {
        ("No saved job is so.", "Show all")
    };
    view! {
        <div class="note">
            <p>{words}</p>
            <button class="btn" type="button" on:click=clear>{button}</button>
        </div>
    }
    .into_any()
}

/// What can be done with the selected rows.
fn picked(jobs: Jobs, found: Found) -> AnyView {
    let count = jobs.selected.with(std::collections::BTreeSet::len);
    if count == 0 {
        return ().into_any();
    }
    let ids = move || -> Vec<JobId> { jobs.selected.get_untracked().into_iter().collect() };
    let clear = move |_| jobs.selected.update(std::collections::BTreeSet::clear);
    let all = move |_| {
        let ids = found.with_untracked(|found| found.iter().map(|f| f.row.id.clone()).collect());
        jobs.selected.set(ids);
    };
    let away = move || jobs.wanted.with(|wanted| !wanted.archived);
    let archive = move |_| {
        let on = jobs.wanted.with_untracked(|wanted| !wanted.archived);
        if jobs.archive(&ids(), on) {
            jobs.selected.set(std::collections::BTreeSet::new());
        }
    };
    let archive_words = move || match away() {
        true => "Archive selected",
        false => "Back to the list",
    };
    view! {
        <div class="pickbar">
            <p><b>{count}</b>" selected"</p>
            <button class="btn bare" type="button" on:click=clear>"Clear"</button>
            <button class="btn bare" type="button" on:click=all>{move || format!("Select all {}", found.with(Vec::len))}</button>
            <button class="btn go" type="button" disabled=count < 2 on:click=move |_| compare_selected(jobs)>"Compare selected"</button>
            <button class="btn" type="button" on:click=archive>{archive_words}</button>
            <button class="btn" type="button" on:click=move |_| { jobs.delete(&ids()); }>"Delete selected"</button>
        </div>
    }
    .into_any()
}
