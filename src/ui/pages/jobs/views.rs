//! The choice between the ways the saved jobs are laid out, and what all of them say of a job.

use leptos::prelude::*;

use crate::extract::word::lower;
use crate::job::words::{mode_word, period_words};
use crate::job::{Day, ListRow, LocalTime, Stage, Status};
use crate::route::{Route, View};
use crate::state::words::{closes_words, day_short, day_words, pay_words};
use crate::state::{fill, go, t};

/// A day in so many days, or fewer, is shown at its heaviest.
const NEAR: i32 = 3;
/// A day in so many days, or fewer, is shown with a frame.
const COMING: i32 = 14;

/// The choice; `view` is the one that is open.
pub fn views(view: Memo<View>) -> AnyView {
    let choices = View::ALL.map(|one| {
        let choose = move |_| go(&Route::Jobs { view: one });
        view! {
            <label><input type="radio" name="view" prop:checked=move || one == view.get() on:change=choose/>{t(one.label())}</label>
        }
    });
    view! {
        <fieldset class="seg views" role="radiogroup" aria-label=t("View")>{choices.collect_view()}</fieldset>
    }
    .into_any()
}

/// How far along a job is, in cells and a word.
pub fn stage(stage: Stage, words: &'static str) -> AnyView {
    view! { <span class=stage_class(stage)>{words}</span> }.into_any()
}

/// The class that draws the cells of a stage.
pub fn stage_class(stage: Stage) -> &'static str {
    match stage {
        Stage::Saved => "stage far1",
        Stage::Applied => "stage far2",
        Stage::Interview => "stage far3",
        Stage::Offer => "stage far4",
        Stage::Closed => "stage over",
    }
}

/// All statuses as a menu's items, `now` chosen.
pub fn statuses(now: Option<Status>) -> Vec<(&'static str, bool)> {
    let one = |status: Status| (t(status.label()), Some(status) == now);
    Status::ALL.into_iter().map(one).collect()
}

/// How heavy a day is drawn: the heavier the nearer.
fn weight(days: i32) -> &'static str {
    match days {
        n if n < 0 => "due past",
        n if n <= NEAR => "due now",
        n if n <= COMING => "due soon",
        _ => "due far",
    }
}

/// A day and hour, the heavier the nearer.
pub fn due(at: LocalTime, today: Day) -> AnyView {
    let days = at.day.days_from(today);
    let mut words = match days {
        0 => t("today").to_string(),
        1 => t("tomorrow").to_string(),
        -1 => "yesterday".to_string(),
        _ => day_short(at.day, today),
    };
    if at.minute.is_some() {
        words.push_str(", ");
        words.push_str(&at.clock());
    }
    // What is overdue is no less to do for being late.
    let class = if days < 0 { "due now" } else { weight(days) };
    view! { <span class=class title=day_words(at.day)>{words}</span> }.into_any()
}

/// When a posting closes or closed, the heavier the nearer.
pub fn closing(day: Day, today: Day) -> AnyView {
    let days = day.days_from(today);
    let words = match days {
        n if n.abs() <= COMING => closes_words(day, today),
        n if n < 0 => fill("closed {when}", &[&day_short(day, today)]),
        _ => day_short(day, today),
    };
    view! { <span class=weight(days) title=day_words(day)>{words}</span> }.into_any()
}

/// That something is not stated.
pub fn not_stated(words: &'static str) -> AnyView {
    view! { <span class="unknown">{words}</span> }.into_any()
}

/// The places and the work mode in a few words; empty where neither is known.
pub fn place_of(row: &ListRow) -> String {
    let mut words: Vec<String> = row.places.iter().take(2).cloned().collect();
    if row.places.len() > 2 {
        words.push(fill("{n} more", &[&(row.places.len() - 2).to_string()]));
    }
    if let Some(mode) = row.mode {
        let word = t(mode_word(mode));
        words.push(if words.is_empty() {
            word.to_string()
        } else {
            lower(word)
        });
    }
    words.join(", ")
}

/// The pay and what it is for; `None` where it is not known.
pub fn pay(row: &ListRow) -> Option<(String, &'static str)> {
    let pay = row.pay.as_ref()?;
    let mut amount = pay.clone();
    amount.period = None;
    let period = pay
        .period
        .map(|period| t(period_words(period)))
        .unwrap_or_default();
    Some((pay_words(&amount), period))
}
