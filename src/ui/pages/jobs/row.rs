//! A saved job as a row of the table.

use leptos::prelude::*;

use crate::extract::word::lower;
use crate::job::words::{day_short, mode_word, pay_words, period_words};
use crate::job::{Day, ListRow};
use crate::route::Route;
use crate::state::{Jobs, day_of, today};

/// A deadline in so many days, or fewer, is shown at its heaviest.
const NEAR: i32 = 3;
/// A deadline in so many days, or fewer, is shown with a frame.
const COMING: i32 = 14;

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
    view! {
        <tr role="row" aria-rowindex=move || place.get() + 2>
            <td role="cell" class="pick">
                <input type="checkbox" aria-label=format!("Select {}", row.name()) prop:checked=is_selected on:change=toggle/>
            </td>
            <th role="rowheader" scope="row" class="c-title">
                <a class="job-title" href=href>{row.name().to_string()}</a>
                {row.company.clone().map(|c| view! { <small>{c}</small> })}
            </th>
            <td role="cell" class="c-place" data-label="Place">{place_of(row)}</td>
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
fn place_of(row: &ListRow) -> AnyView {
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
