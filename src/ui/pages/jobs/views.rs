//! The choice between the ways the saved jobs are laid out, and what all of them say of a job.

use leptos::prelude::*;

use crate::job::{Day, LocalTime, Stage, Status};
use crate::route::{Route, View};
use crate::state::go;

/// The choice; `view` is the one that is open.
pub fn views(view: View) -> AnyView {
    let choices = View::ALL.map(|one| {
        let choose = move |_| go(&Route::Jobs { view: one });
        view! {
            <label><input type="radio" name="view" checked=one == view on:change=choose/>{one.label()}</label>
        }
    });
    view! {
        <fieldset class="seg" role="radiogroup" aria-label="View"><legend class="vh">"View"</legend>{choices.collect_view()}</fieldset>
    }
    .into_any()
}

/// How far along a job is, in cells and a word.
pub fn stage(stage: Stage, words: &'static str) -> AnyView {
    let class = match stage {
        Stage::Saved => "stage far1",
        Stage::Applied => "stage far2",
        Stage::Interview => "stage far3",
        Stage::Offer => "stage far4",
        Stage::Closed => "stage over",
    };
    view! { <span class=class>{words}</span> }.into_any()
}

/// The statuses as options of a choice, with `now` chosen.
pub fn statuses(now: Status) -> AnyView {
    let all = Status::ALL.map(|status| {
        view! { <option value=status.label() selected=status == now>{status.label()}</option> }
    });
    all.collect_view().into_any()
}

/// The status of that name.
pub fn status_named(label: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|s| s.label() == label)
}

/// A day and hour, the heavier the nearer.
pub fn due(at: LocalTime, today: Day) -> AnyView {
    let date = crate::job::words::day_short(at.day, today);
    let (class, mut words) = match at.day.days_from(today) {
        n if n < 0 => ("due past", date),
        0 => ("due now", "today".to_string()),
        1 => ("due now", "tomorrow".to_string()),
        n if n <= 3 => ("due now", date),
        n if n <= 14 => ("due soon", date),
        _ => ("due far", date),
    };
    if at.minute.is_some() {
        words.push_str(", ");
        words.push_str(&at.clock());
    }
    let title = crate::job::words::day_words(at.day);
    view! { <span class=class title=title>{words}</span> }.into_any()
}
