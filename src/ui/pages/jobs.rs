//! The Jobs page: all saved jobs in a table, found by search, put in order, selected and deleted. On a
//! narrow screen each row is a card of its own.

use std::sync::Arc;

use leptos::prelude::*;

use crate::extract::word::lower;
use crate::job::words::{day_short, mode_word, pay_words, period_words};
use crate::job::{Day, JobId, ListRow, SortBy};
use crate::route::Route;
use crate::state::{App, FoundRow, Jobs, compare_selected, day_of, today};

/// So many rows are drawn at first, and so many more each time the person asks.
const STEP: usize = 100;

/// A deadline in so many days, or fewer, is shown at its heaviest.
const NEAR: i32 = 3;
/// A deadline in so many days, or fewer, is shown with a frame.
const COMING: i32 = 14;

/// The page.
pub fn page(app: App) -> AnyView {
    let jobs = app.jobs;
    jobs.refresh();
    let limit = RwSignal::new(STEP);
    let found = jobs.found();
    let content = move || {
        if jobs.trouble.with(Option::is_some) {
            blocked(jobs)
        } else if jobs.is_empty() {
            empty()
        } else {
            list(jobs, found, limit)
        }
    };
    view! {
        <div class="head">
            <div><h1>"Jobs"</h1><p>{move || summary(jobs)}</p></div>
            <button class="btn" type="button" on:click=move |_| jobs.add_by_hand()>"Add job"</button>
        </div>
        {super::data::newer(jobs)}
        {super::data::nudge(jobs)}
        {move || unreadable(jobs)}
        {content}
    }
    .into_any()
}

/// How many there are, and how many close soon.
fn summary(jobs: Jobs) -> String {
    let saved = match jobs.count() {
        0 => return String::new(),
        1 => "1 saved".to_string(),
        n => format!("{n} saved"),
    };
    let today = today();
    let closes = |row: &ListRow| {
        row.closes()
            .is_some_and(|day| (0..=7).contains(&day.days_from(today)))
    };
    match jobs.count_where(closes) {
        0 => saved,
        1 => format!("{saved}, 1 closes within a week"),
        n => format!("{saved}, {n} close within a week"),
    }
}

fn empty() -> AnyView {
    view! {
        <section class="card" aria-labelledby="h-none">
            <header><h2 id="h-none">"Your saved jobs will stand here"</h2></header>
            <div class="in stack">
                <p>"Read a posting and press Save job: its card, your ticks and your corrections are kept in this browser, \
                    with the posting’s own words. A job you heard of can be added by hand, too."</p>
                <p><a class="btn go" href=Route::Read.to_string()>"Read a posting"</a></p>
            </div>
        </section>
    }
    .into_any()
}

fn blocked(jobs: Jobs) -> AnyView {
    let why = move || jobs.trouble.get().map(|t| t.to_string());
    view! {
        <section class="card" aria-labelledby="h-blocked">
            <header><h2 id="h-blocked">"Saved jobs cannot be reached"</h2></header>
            <div class="in stack">
                <p>{why}" Reading a posting works all the same; it is just not kept."</p>
                <p><button class="btn" type="button" on:click=move |_| jobs.refresh()>"Try again"</button></p>
            </div>
        </section>
    }
    .into_any()
}

/// What is stored and cannot be read.
fn unreadable(jobs: Jobs) -> Option<AnyView> {
    let words = match jobs.unreadable.with(Vec::len) {
        0 => return None,
        1 => "One stored value cannot be read.".to_string(),
        n => format!("{n} stored values cannot be read."),
    };
    let keys = jobs.unreadable.get().into_iter().map(|u| {
        view! { <li><span><code>{u.key}</code>" "{u.why.to_string()}</span></li> }
    });
    Some(
        view! {
            <details class="card note">
                <summary>{words}" Nothing of it is lost or written over."</summary>
                <ul class="lines">{keys.collect_view()}</ul>
            </details>
        }
        .into_any(),
    )
}

/// The rows that are found.
type Found = Memo<Vec<Arc<FoundRow>>>;

fn list(jobs: Jobs, found: Found, limit: RwSignal<usize>) -> AnyView {
    let typed = move |e| {
        limit.set(STEP);
        jobs.search.set(event_target_value(&e));
    };
    let order = move |e| {
        let label = event_target_value(&e);
        let by = SortBy::ALL.into_iter().find(|by| by.label() == label);
        jobs.sort_by.set(by.unwrap_or_default());
    };
    let orders = SortBy::ALL.map(|by| {
        view! { <option value=by.label() selected=move || jobs.sort_by.get() == by>{by.label()}</option> }
    });
    view! {
        <form class="tools" role="search" on:submit=|e| e.prevent_default()>
            <label class="field find">"Search jobs"
                <input type="search" autocomplete="off" placeholder="Title, company, place, any word of the posting"
                    prop:value=move || jobs.search.get()
                    on:focus=move |_| jobs.prepare_search() on:input=typed/>
            </label>
            <label class="field">"Sort by"<select on:change=order>{orders.collect_view()}</select></label>
        </form>
        <div class="card">
            <table class="jobs" role="table" aria-label="Saved jobs">
                <thead role="rowgroup"><tr role="row">
                    <th role="columnheader" class="pick"><span class="vh">"Select"</span></th>
                    {head(jobs, "Job", SortBy::Title)}
                    <th role="columnheader" scope="col">"Place"</th>
                    {head(jobs, "Pay", SortBy::Pay)}
                    <th role="columnheader" scope="col">"Status"</th>
                    {head(jobs, "Deadline", SortBy::Deadline)}
                    {head(jobs, "Saved", SortBy::Saved)}
                </tr></thead>
                <tbody role="rowgroup">
                    <For each=move || shown(found, limit) key=|r| (r.row.id.clone(), r.row.changed)
                        children=move |r| row(jobs, &r.row)/>
                </tbody>
            </table>
            {move || below(jobs, found, limit)}
            {move || picked(jobs)}
        </div>
    }
    .into_any()
}

/// A column's head that says when the rows are in its order.
fn head(jobs: Jobs, words: &'static str, by: SortBy) -> AnyView {
    let down = matches!(by, SortBy::Saved | SortBy::Pay);
    let order = if down { "descending" } else { "ascending" };
    let sorted = move || (jobs.sort_by.get() == by).then_some(order);
    view! { <th role="columnheader" scope="col" aria-sort=sorted>{words}</th> }.into_any()
}

/// The rows drawn now.
fn shown(found: Found, limit: RwSignal<usize>) -> Vec<Arc<FoundRow>> {
    let limit = limit.get();
    found.with(|found| found.iter().take(limit).cloned().collect())
}

/// What stands below the rows: that nothing was found, or that there are more.
fn below(jobs: Jobs, found: Found, limit: RwSignal<usize>) -> Option<AnyView> {
    let found = found.with(Vec::len);
    if found == 0 {
        let clear = move |_| jobs.search.set(String::new());
        return Some(
            view! {
                <div class="note">
                    <p>"No saved job has all of these words."</p>
                    <button class="btn" type="button" on:click=clear>"Clear search"</button>
                </div>
            }
            .into_any(),
        );
    }
    let left = found.saturating_sub(limit.get());
    (left > 0).then(|| {
        let more = move |_| limit.update(|limit| *limit += STEP);
        view! {
            <div class="note">
                <p>{format!("{left} more")}</p>
                <button class="btn" type="button" on:click=more>"Show more"</button>
            </div>
        }
        .into_any()
    })
}

/// What can be done with the selected rows.
fn picked(jobs: Jobs) -> Option<AnyView> {
    let count = jobs.selected.with(std::collections::BTreeSet::len);
    (count > 0).then(|| {
        let clear = move |_| jobs.selected.update(std::collections::BTreeSet::clear);
        let delete = move |_| {
            let ids: Vec<JobId> = jobs.selected.get_untracked().into_iter().collect();
            jobs.delete(&ids);
        };
        view! {
            <div class="pickbar">
                <p><b>{count}</b>" selected"</p>
                <button class="btn bare" type="button" on:click=clear>"Clear"</button>
                <button class="btn go" type="button" disabled=count < 2 on:click=move |_| compare_selected(jobs)>"Compare selected"</button>
                <button class="btn" type="button" on:click=delete>"Delete selected"</button>
            </div>
        }
        .into_any()
    })
}

fn row(jobs: Jobs, row: &ListRow) -> AnyView {
    let id = row.id.clone();
    let is_selected = {
        let id = id.clone();
        move || jobs.selected.with(|s| s.contains(&id))
    };
    let toggle = {
        let id = id.clone();
        move |_| {
            jobs.selected.update(|s| {
                if !s.remove(&id) {
                    s.insert(id.clone());
                }
            });
        }
    };
    let href = Route::Job(id.to_string()).to_string();
    let today = today();
    let saved = day_of(row.created);
    view! {
        <tr role="row">
            <td role="cell" class="pick">
                <input type="checkbox" aria-label=format!("Select {}", row.name()) prop:checked=is_selected on:change=toggle/>
            </td>
            <th role="rowheader" scope="row" class="c-title">
                <a class="job-title" href=href>{row.name().to_string()}</a>
                {row.company.clone().map(|c| view! { <small>{c}</small> })}
            </th>
            <td role="cell" class="c-place" data-label="Place">{place(row)}</td>
            <td role="cell" class="c-pay" data-label="Pay">{pay(row)}</td>
            <td role="cell" class="c-stage"><span class="stage far1">{row.status.label()}</span></td>
            <td role="cell" class="c-due" data-label="Deadline">{due(row, today)}</td>
            <td role="cell" class="c-saved">{day_short(saved, today)}</td>
        </tr>
    }
    .into_any()
}

fn not_stated() -> AnyView {
    view! { <span class="unknown">"not stated"</span> }.into_any()
}

/// The places and the work mode in a few words.
fn place(row: &ListRow) -> AnyView {
    let mut words: Vec<String> = row.places.iter().take(2).cloned().collect();
    if row.places.len() > 2 {
        words.push(format!("{} more", row.places.len() - 2));
    }
    if let Some(mode) = row.mode {
        let word = mode_word(mode);
        words.push(if words.is_empty() {
            word.to_string()
        } else {
            lower(word)
        });
    }
    if words.is_empty() {
        return not_stated();
    }
    words.join(", ").into_any()
}

fn pay(row: &ListRow) -> AnyView {
    let Some(pay) = &row.pay else {
        return not_stated();
    };
    let mut amount = pay.clone();
    amount.period = None;
    let period = pay.period.map(period_words);
    view! { {pay_words(&amount)}" "{period.map(|p| view! { <small>{p}</small> })} }.into_any()
}

/// The deadline, the heavier the nearer.
fn due(row: &ListRow, today: Day) -> AnyView {
    let Some(when) = &row.deadline else {
        return not_stated();
    };
    let Some(day) = row.closes() else {
        let words = crate::job::words::when_words(when, row.read_on);
        return view! { <span class="due far">{words}</span> }.into_any();
    };
    let date = day_short(day, today);
    let (class, words) = match day.days_from(today) {
        n if n < 0 => ("due past", format!("closed {date}")),
        0 => ("due now", "today".to_string()),
        1 => ("due now", "tomorrow".to_string()),
        n if n <= NEAR => ("due now", format!("{n} days left")),
        n if n <= COMING => ("due soon", format!("{n} days left")),
        _ => ("due far", date),
    };
    let title = crate::job::words::day_words(day);
    view! { <span class=class title=title>{words}</span> }.into_any()
}
