//! Pay made comparable: a bar on one scale, by the year, the month and the hour, with the formula.

use leptos::prelude::*;

use super::table::{key, row, with_words, yours};
use crate::job::compare::pay::{Comparable, Range, range_words, rounded};
use crate::job::compare::{Cell, FactRow, PayCell, Sheet};
use crate::state::words::{amount_words, decimal, pay_words};
use crate::state::{Comparing, HERE, fill, t};

/// How long the scale is drawn.
const SCALE: f64 = 80.0;

/// The rows of pay: by the year, and what an hour is really worth where the person entered what it takes.
pub fn rows(of: Comparing, sheet: &Sheet, fact: &FactRow) -> Vec<AnyView> {
    let floor = of.settings.with_untracked(|s| {
        s.wishes
            .pay_ends
            .map(|(floor, _)| (floor, s.rates.shown_in))
    });
    let cell = |(at, (pay, words)): (usize, (&PayCell, &Cell))| {
        cell(of, key(sheet, at, fact.kind), sheet, pay, words, floor)
    };
    let both = sheet.pay.cells.iter().zip(&fact.cells).enumerate();
    let cells = both.map(cell).collect();
    let mut rows = vec![row(t("Pay a year").into_any(), cells, sheet.baseline)];
    if sheet.pay.cells.iter().any(|c| c.worth.is_some()) {
        let cells = sheet.pay.cells.iter().map(worth).collect();
        let name =
            view! { {t("An hour’s worth")}<small>{t("with the way and unpaid hours")}</small> };
        rows.push(row(name.into_any(), cells, sheet.baseline));
    }
    rows
}

fn cell(
    of: Comparing,
    key: String,
    sheet: &Sheet,
    pay: &PayCell,
    words: &Cell,
    floor: Option<(f64, Option<&'static str>)>,
) -> AnyView {
    let Some(stated) = &pay.stated else {
        return super::table::cell(of, key, words);
    };
    let Some(made) = &pay.made else {
        let note = t("its stretch of time is not stated");
        return view! { {with_words(of, key, pay_words(stated).into_any(), &words.evidence)}<small>{note}</small>{yours(words)} }.into_any();
    };
    let year = range_words(&HERE, rounded(made.year, 100.0), made.currency);
    let parts = [
        (
            range_words(&HERE, rounded(made.month, 10.0), made.currency),
            t("a month"),
        ),
        (
            range_words(&HERE, rounded(made.hour, 0.01), made.currency),
            t("an hour"),
        ),
    ]
    .map(|(words, unit)| view! { <small>{words}" "{unit}</small> });
    let formula = (!made.formula.is_empty())
        .then(|| view! { <small class="formula">{made.formula.clone()}</small> });
    let against = pay.against.clone().map(|(way, words)| {
        let sign = match way {
            1 => "▴ ",
            -1 => "▾ ",
            _ => "",
        };
        view! { <small>{sign}{words}</small> }
    });
    let value = view! { <b>{year}</b> };
    view! {
        {bar(made, sheet.pay.end(made.currency), floor)}
        {with_words(of, key, value.into_any(), &words.evidence)}
        {parts.collect_view()}{formula}{against}{yours(words)}
    }
    .into_any()
}

/// The range on its scale; an end that is not stated is a dashed run.
fn bar(made: &Comparable, end: f64, floor: Option<(f64, Option<&'static str>)>) -> AnyView {
    let at = |n: f64| (n / end * SCALE).clamp(0.0, SCALE);
    let (from, to, open) = match made.year {
        Range {
            min: Some(min),
            max: Some(max),
        } => (at(min), at(max), None),
        Range {
            min: None,
            max: Some(max),
        } => (at(max) - 0.8, at(max), Some((0.5, at(max)))),
        Range {
            min: Some(min),
            max: None,
        } => (at(min), at(min) + 0.8, Some((at(min), SCALE - 0.5))),
        Range {
            min: None,
            max: None,
        } => return ().into_any(),
    };
    let open = open.map(|(a, b): (f64, f64)| {
        view! { <rect class="maybe" x=a.to_string() y="1.5" width=(b - a).max(0.0).to_string() height="5"/> }
    });
    let floor = floor
        .filter(|(_, code)| *code == made.currency)
        .map(|(n, _)| {
            let path = format!("M{} -1v10", at(n));
            view! { <path class="floor" d=path/> }
        });
    let width = (to - from).max(0.8).to_string();
    view! {
        <svg class="bar" viewBox="0 0 80 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" y="3.5" width="80" height="1"/><path class="tick" d="M0 0v8M40 1.5v5M80 0v8"/>
            {floor}{open}<rect class="run" x=from.to_string() y="1" width=width height="6"/>
        </svg>
    }
    .into_any()
}

fn worth(pay: &PayCell) -> AnyView {
    let currency = pay.made.as_ref().and_then(|m| m.currency);
    match &pay.worth {
        Some(worth) => {
            let words = range_words(&HERE, rounded(worth.hour, 0.01), currency);
            view! { <b>{words}</b><small class="formula">{worth.formula.clone()}</small> }
                .into_any()
        }
        None => view! { <span class="none">{t("nothing entered")}</span> }.into_any(),
    }
}

/// What the bars and figures stand on.
pub fn legend(of: Comparing, sheet: &Sheet) -> AnyView {
    let mut words = String::new();
    for (code, end) in &sheet.pay.scales {
        let end = amount_words(*end, *code);
        words.push_str(&match words.is_empty() {
            true => fill("Pay: 0 to {amount}", &[&end]),
            false => fill(", 0 to {amount}", &[&end]),
        });
    }
    if words.is_empty() {
        return ().into_any();
    }
    let (time, floor, rated) = of
        .settings
        .with_untracked(|s| (s.time.sound(), s.wishes.pay_ends, !s.rates.all().is_empty()));
    if floor.is_some() {
        words.push_str(t(", dashed line your floor"));
    }
    words.push_str(if rated { t(", at your rates") } else { "" });
    words.push('.');
    if sheet.pay.scales.len() > 1 {
        words.push(' ');
        words.push_str(t("Each currency has a scale of its own."));
    }
    words.push(' ');
    words.push_str(&fill(
        "{hours} hours a week where not stated, {weeks} weeks a year.",
        &[&decimal(time.hours_a_week), &decimal(time.weeks_a_year)],
    ));
    words.push(' ');
    let open = move |e: leptos::ev::MouseEvent| {
        // Hashes are routes here: the link moves the focus and leaves the address alone.
        e.prevent_default();
        crate::state::focus_soon("h-figures".into());
    };
    view! { <span>{words}<a href="#h-figures" on:click=open>{t("Change")}</a></span> }.into_any()
}
