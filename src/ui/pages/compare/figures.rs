//! The figures behind pay: working time, currency and rates, and what the person knows of each job.

use leptos::prelude::*;

use super::super::super::live;
use super::wishes::amount;
use crate::extract::pay::currency_code;
use crate::job::compare::{Column, Settings, Terms};
use crate::job::{FactKind, JobId, Value};
use crate::state::words::day_words;
use crate::state::{Comparing, fill, mark, t, today};

/// A figure of the settings.
type Read = fn(&Settings) -> Option<f64>;
/// Sets a figure.
type Write = fn(&mut Settings, Option<f64>);
/// A figure of a job: what it is called, and where it is kept.
type Term = (&'static str, fn(&mut Terms) -> &mut Option<f64>);

const TERMS: [Term; 6] = [
    (mark("Hours a week"), |t| &mut t.hours_a_week),
    (mark("Office days a week"), |t| &mut t.office_days),
    (mark("Minutes to work, one way"), |t| &mut t.commute_minutes),
    (mark("Cost of a day’s way"), |t| &mut t.commute_cost),
    (mark("Unpaid overtime, hours a week"), |t| {
        &mut t.unpaid_hours
    }),
    (mark("Paid leave, days a year"), |t| &mut t.leave_days),
];

/// The figures as a card.
pub fn figures(of: Comparing) -> AnyView {
    let shown_in = Memo::new(move |_| of.settings.with(|s| s.rates.shown_in));
    let codes = Memo::new(move |_| {
        let sheet = of.sheet.get();
        sheet.map_or_else(Vec::new, |sheet| currencies(&sheet.columns))
    });
    view! {
        <section class="card figures" aria-labelledby="h-figures">
            <header><h2 id="h-figures" tabindex="-1">{t("Figures")}</h2><p>{t("Yours; nothing is estimated")}</p></header>
            <div class="in">
                <div class="two-up">
                    {figure(of, t("Hours a week"), |s| Some(s.time.hours_a_week), |s, n| s.time.hours_a_week = n.unwrap_or(40.0).clamp(1.0, 100.0))}
                    {figure(of, t("Paid weeks a year"), |s| Some(s.time.weeks_a_year), |s, n| s.time.weeks_a_year = n.unwrap_or(52.0).clamp(1.0, 53.0))}
                </div>
                {currency(of)}
                {live(move || rates(of, shown_in.get(), &codes.get()))}
                {live(move || jobs(of, &of.names.get()))}
            </div>
        </section>
    }
    .into_any()
}

fn figure(of: Comparing, name: &'static str, get: Read, set: Write) -> AnyView {
    let shown = of
        .settings
        .with_untracked(get)
        .map(|n| n.to_string())
        .unwrap_or_default();
    let changed = move |e| {
        let n = amount(&event_target_value(&e));
        of.change(|s| set(s, n));
    };
    view! { <label class="field">{name}<input type="text" inputmode="decimal" autocomplete="off" value=shown on:change=changed/></label> }
        .into_any()
}

/// The currencies that the jobs pay in.
fn currencies(columns: &[Column]) -> Vec<&'static str> {
    let mut codes = Vec::new();
    for column in columns {
        if let Some(Value::Pay(pay)) = column.card.value(FactKind::Pay)
            && let Some(code) = pay.currency
            && !codes.contains(&code)
        {
            codes.push(code);
        }
    }
    codes
}

fn currency(of: Comparing) -> AnyView {
    let shown = of
        .settings
        .with_untracked(|s| s.rates.shown_in)
        .unwrap_or_default();
    let changed = move |e| {
        let words = event_target_value(&e);
        of.change(|s| s.rates.show_in(currency_code(words.trim())));
    };
    view! {
        <label class="field">{t("Show pay in")}<input type="text" autocomplete="off" placeholder=t("as stated; or EUR, USD") maxlength="3" value=shown on:change=changed/></label>
    }
    .into_any()
}

/// A field for each rate that is needed.
fn rates(of: Comparing, into: Option<&'static str>, codes: &[&'static str]) -> AnyView {
    let Some(into) = into else {
        return ().into_any();
    };
    let fields = codes.iter().copied().filter(|code| *code != into).map(|code| {
        let rate = of.settings.with_untracked(|s| s.rates.get(code).cloned());
        let shown = rate.as_ref().map(|r| r.worth.to_string()).unwrap_or_default();
        let changed = move |e| {
            let worth = amount(&event_target_value(&e)).filter(|n| *n > 0.0);
            of.change(|s| {
                s.rates.set(code, worth, today());
            });
        };
        let entered = rate.map(|r| view! { <small>{fill("entered on {day}", &[&day_words(r.on)])}</small> });
        view! {
            <label class="field">{fill("1 {code} in {into}", &[code, into])}
                <input type="text" inputmode="decimal" autocomplete="off" value=shown on:change=changed/>{entered}</label>
        }
    });
    view! { <div class="two-up">{fields.collect_view()}</div> }.into_any()
}

/// What the person knows of each job.
fn jobs(of: Comparing, names: &[(JobId, String)]) -> AnyView {
    let each = names.iter().map(|(job, title)| {
        let fields = TERMS.map(|(name, at)| {
            let id = job.clone();
            let now = of.settings.with_untracked(|s| s.terms.get(&id).cloned()).and_then(|mut t| *at(&mut t));
            let changed = move |e| {
                let n = amount(&event_target_value(&e));
                of.change(|s| *at(s.terms.entry(id.clone()).or_default()) = n);
            };
            let shown = now.map(|n| n.to_string()).unwrap_or_default();
            view! { <label class="field">{t(name)}<input type="text" inputmode="decimal" autocomplete="off" value=shown on:change=changed/></label> }
        });
        let key = job.to_string() + "-terms";
        let open = of.is_open(&key);
        view! {
            <details class="terms" open=open><summary on:click=move |_| of.fold(&key)><span class="job-title">{title.clone()}</span></summary>
                <div class="two-up">{fields.into_iter().collect_view()}</div></details>
        }
    });
    view! {
        <h3>{t("What you know of each job")}</h3>
        {each.collect_view()}
    }
    .into_any()
}
