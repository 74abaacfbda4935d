//! A saved job as a row of the table.

use leptos::prelude::*;

use super::marks;
use super::standing;
use super::views::{closing, not_stated, pay, place_of, stage};
use crate::job::{Day, ListRow, Stage};
use crate::route::Route;
use crate::state::words::{day_short, posted_words, when_words};
use crate::state::{HERE, Jobs, day_of, fill, t, today};

/// The row; `place` is where it stands among all rows, from 0.
pub fn row(jobs: Jobs, row: &ListRow, place: Signal<usize>) -> AnyView {
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
    let name = Signal::stored(row.name(&HERE).to_string());
    let starred = Signal::stored(row.starred);
    let tags = Signal::stored(row.tags.clone());
    let where_it_is = match place_of(row) {
        place if place.is_empty() => not_stated(t("not stated")),
        place => place.into_any(),
    };
    let pay = match pay(row) {
        Some((amount, period)) => view! { {amount}" "<small>{period}</small> }.into_any(),
        None => not_stated(t("not stated")),
    };
    let posted = row
        .posted
        .map(|day| view! { <small>{posted_words(day, today)}</small> });
    view! {
        <tr role="row" aria-rowindex=move || place.get() + 2>
            <td role="cell" class="pick">
                <input type="checkbox" aria-label=fill("Select {name}", &[row.name(&HERE)]) prop:checked=is_selected on:change=toggle/>
                {marks::star(jobs, id.clone(), name, starred)}
            </td>
            <th role="rowheader" scope="row" class="c-title">
                <a class="job-title" href=href>{row.name(&HERE).to_string()}</a>
                <div class="under">{row.company.clone().map(|c| view! { <small>{c}</small> })}{marks::tags(jobs, &id, name, tags)}</div>
            </th>
            <td role="cell" class="c-place" data-label=t("Place")>{where_it_is}</td>
            <td role="cell" class="c-pay" data-label=t("Pay")>{pay}</td>
            <td role="cell" class="c-musts" data-label=t("Musts met")>{standing::musts(jobs, id)}</td>
            <td role="cell" class="c-stage">{stage(row.status.stage(), t(row.status.label()))}</td>
            <td role="cell" class="c-due" data-label=t("Deadline")>{due(row, today)}</td>
            <td role="cell" class="c-saved" data-label=t("saved")>{day_short(saved, today)}{posted}</td>
        </tr>
    }
    .into_any()
}

/// The deadline, the heavier the nearer.
fn due(row: &ListRow, today: Day) -> AnyView {
    let Some(when) = &row.deadline else {
        return not_stated(t("not stated"));
    };
    match row.closes() {
        // Past applying it is a date among others.
        Some(day) if row.status.stage() != Stage::Saved => {
            view! { <span class="due far">{day_short(day, today)}</span> }.into_any()
        }
        Some(day) => closing(day, today),
        None => {
            let words = when_words(when, row.read_on);
            view! { <span class="due far">{words}</span> }.into_any()
        }
    }
}
