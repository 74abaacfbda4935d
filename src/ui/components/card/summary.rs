//! Summary: the facts as terms and definitions, each with its evidence and an Edit button.

use leptos::prelude::*;

use super::{edit, lit, quoted};
use crate::extract::date::When;
use crate::job::{Day, Entry, FactKind, Origin, Subject, Value};
use crate::state::words::{days_away, value_words};
use crate::state::{App, OpenPosting, fill, t};
use crate::ui::{icons, live};

/// The region.
pub fn summary(app: App, open: OpenPosting) -> AnyView {
    let facts = move || {
        let card = open.card.get();
        let mut left = true;
        let shown = card.shown().map(|entry| {
            let place = place(entry.kind, &mut left);
            fact(app, open, entry, place)
        });
        shown.collect_view()
    };
    view! {
        <section class="card summary" aria-label=t("Summary")><dl class="facts">{live(move || facts().into_any())}</dl></section>
    }
    .into_any()
}

/// The classes of a fact's place: the wide ones take a row, the others stand two in a row.
fn place(kind: FactKind, left: &mut bool) -> &'static str {
    match kind {
        FactKind::Title => "fact title",
        FactKind::Company => "fact company",
        FactKind::Pay => "fact big odd",
        FactKind::Deadline => "fact big",
        FactKind::Extras | FactKind::Skills => "fact wide",
        _ => {
            let place = if *left { "fact odd" } else { "fact" };
            *left = !*left;
            place
        }
    }
}

fn fact(app: App, open: OpenPosting, entry: &Entry, place: &'static str) -> AnyView {
    let kind = entry.kind;
    let label = t(kind.label());
    let subject = Subject::Fact(kind);
    let hidden = matches!(kind, FactKind::Title | FactKind::Company).then_some("vh");
    let entry = StoredValue::new(entry.clone());
    let content = move || {
        if open.editing.get() == Some(kind) {
            edit::form(open, entry.get_value())
        } else {
            definition(app, open, &entry.get_value())
        }
    };
    let button = move || {
        (open.editing.get() != Some(kind)).then(|| {
            view! {
                <button class="btn icon" type="button" id=edit::button_id(kind)
                    aria-label=fill("Edit {what}", &[label]) on:click=move |_| edit::start(open, kind)>
                    {icons::pencil()}
                </button>
            }
        })
    };
    view! {
        <div class=place class:lit=lit(open, vec![subject])
            class:open=move || open.editing.get() == Some(kind) data-subject=subject.code()>
            <dt class=hidden>{label}</dt>
            <dd>{live(content)}</dd>
            <dd class="act">{button}</dd>
        </div>
    }
    .into_any()
}

/// What the fact says, whose word it is, and the words it came from.
fn definition(_app: App, open: OpenPosting, entry: &Entry) -> AnyView {
    let read_on = open.read_on.get_untracked();
    let words = match &entry.value {
        Some(value) => {
            view! { <span class="value">{value_words(value, read_on)}</span> }.into_any()
        }
        None => view! { <span class="unknown">{t("not stated")}</span> }.into_any(),
    };
    let far = entry
        .value
        .as_ref()
        .and_then(|v| far(entry.kind, v, read_on));
    let yours = match &entry.origin {
        Origin::Read => None,
        Origin::Yours { read } => {
            let was = read.as_ref().map(|v| value_words(v, read_on));
            Some(
                view! { <small><span class="yours">{t("yours")}</span>" "{was.map(|w| view! { <del>{w}</del> })}</small> },
            )
        }
    };
    let lang = open.read.get_untracked().posting.lang.map(|l| l.0);
    // Words that say no more than the value does are not said twice.
    let value = entry.value.as_ref().map(|v| value_words(v, read_on));
    let quote = entry
        .evidence
        .first()
        .map(|span| quoted(open, *span))
        .filter(|words| Some(words) != value.as_ref())
        .map(|words| view! { <q class="quote" lang=lang>{words}</q> });
    view! { {words}{far.map(|f| view! { <small>{f}</small> })}{yours}{quote} }.into_any()
}

/// How far off a date is, where that says something.
fn far(kind: FactKind, value: &Value, read_on: Day) -> Option<String> {
    let Value::When(when) = value else {
        return None;
    };
    let today = crate::state::today();
    let day = Day::resolve(when, read_on)?;
    let away = days_away(day, today);
    let away = match (kind, day < today) {
        (FactKind::Deadline, true) => fill("closed {when}", &[&away]),
        _ => away,
    };
    Some(match when {
        When::Yearless(_) => fill("{when}; year not stated, read as the nearest", &[&away]),
        When::Relative(_) | When::Soon if kind == FactKind::Posted => {
            fill("{when}, counted from the day it was pasted", &[&away])
        }
        _ => away,
    })
}
