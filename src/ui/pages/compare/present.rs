//! The job that the person has now, entered by hand as the baseline.

use leptos::prelude::*;

use super::wishes::amount;
use crate::extract::pay::{Pay, Period, currency_code};
use crate::job::{FactKind, Value};
use crate::state::words::number;
use crate::state::{App, Comparing, TypedForm, mark, t};

/// What is asked of it: its words and a name.
const FIELDS: [(&str, &str); 6] = [
    (mark("Title"), "title"),
    (mark("Company"), "company"),
    (mark("Pay a year"), "pay"),
    (mark("Currency"), "currency"),
    (mark("Hours a week"), "hours"),
    (mark("Place"), "place"),
];

fn example(name: &str) -> String {
    match name {
        "pay" => number(42_000.0),
        "currency" => t("EUR").to_string(),
        "hours" => "40".to_string(),
        _ => String::new(),
    }
}

/// The form, as a card.
pub fn present(app: App, of: Comparing) -> AnyView {
    let fault = RwSignal::new("");
    let submit = move |e: leptos::ev::SubmitEvent| {
        e.prevent_default();
        let Some(form) = TypedForm::of(&e) else {
            return;
        };
        match facts(&form) {
            Ok(facts) => of.add_present(app, facts),
            Err(words) => fault.set(words),
        }
    };
    let fields = FIELDS.map(|(words, name)| {
        view! { <label class="field">{t(words)}<input type="text" name=name placeholder=example(name) autocomplete="off"/></label> }
    });
    view! {
        <section class="card figures" aria-labelledby="h-present">
            <header><h2 id="h-present">{t("Your present job")}</h2><p>{t("To hold the others against")}</p></header>
            <form class="in" on:submit=submit>
                <div class="two-up">{fields.into_iter().collect_view()}</div>
                <p class="hint" role="alert">{fault}</p>
                <p><button class="btn" type="submit">{t("Add as baseline")}</button></p>
            </form>
        </section>
    }
    .into_any()
}

/// What was typed; what was left empty is not stated.
fn facts(form: &TypedForm) -> Result<Vec<(FactKind, Value)>, &'static str> {
    let typed = |name: &str| {
        let first = form.values(name).into_iter().next().unwrap_or_default();
        first.trim().to_string()
    };
    let mut facts = Vec::new();
    for (name, kind) in [
        ("title", FactKind::Title),
        ("company", FactKind::Company),
        ("hours", FactKind::Hours),
    ] {
        let words = typed(name);
        if !words.is_empty() {
            facts.push((kind, Value::Text(words)));
        }
    }
    if !matches!(facts.first(), Some((FactKind::Title, _))) {
        return Err(t("Give it a title."));
    }
    let place = typed("place");
    if !place.is_empty() {
        facts.push((FactKind::Location, Value::Places(vec![place])));
    }
    let (pay, currency) = (typed("pay"), typed("currency"));
    if !pay.is_empty() {
        let Some(n) = amount(&pay).filter(|n| *n > 0.0) else {
            return Err(t("The pay is not an amount."));
        };
        let code = currency_code(&currency);
        if code.is_none() && !currency.is_empty() {
            return Err(t("The currency is not known: three letters such as EUR."));
        }
        facts.push((
            FactKind::Pay,
            Value::Pay(Pay {
                min: Some(n),
                max: Some(n),
                currency: code,
                period: Some(Period::Year),
            }),
        ));
    }
    Ok(facts)
}
