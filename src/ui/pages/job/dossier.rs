//! What the person keeps on a job beside its posting: contacts, links, documents by name, and the pay
//! and terms of an offer. Each in a group that opens; a closed one says in a line what is in it.

use leptos::ev;
use leptos::prelude::*;

use crate::job::typed::typed;
use crate::job::{Slip, SlipKind, Stage, Term, Typed};
use crate::state::words::value_words;
use crate::state::{HERE, OpenJob, TypedForm, adopt_paper_styles, fill, focus_soon, mark, t};
use crate::ui::components::card::edit;
use crate::ui::components::reach;
use crate::ui::{icons, live};

const FIRST: &str = "slip-first";

/// The region.
pub fn dossier(job: OpenJob) -> AnyView {
    adopt_paper_styles();
    let groups = SlipKind::ALL.map(|kind| slips(job, kind));
    view! {
        <section class="card kept-on" aria-labelledby="h-kept-on">
            <header><h2 id="h-kept-on">{t("People, papers and pay")}</h2></header>
            {groups.into_iter().collect_view()}
            {terms(job)}
        </section>
    }
    .into_any()
}

/// A group that opens, with its name and a line of what is in it.
fn group(
    name: &'static str,
    is_open: bool,
    line: impl Fn() -> String + Send + 'static,
    body: AnyView,
) -> AnyView {
    view! {
        <details open=is_open>
            <summary><span>{name}</span><small>{line}</small></summary>
            {body}
        </details>
    }
    .into_any()
}

/// What goes into an empty group.
fn teaching(kind: SlipKind) -> &'static str {
    match kind {
        SlipKind::Contact => t("Who to write to, and who sits across the table"),
        SlipKind::Link => t("Their portal, your application, an article on them"),
        SlipKind::Document => t("Which CV and which letter they have from you, by name"),
    }
}

fn add_id(kind: SlipKind) -> String {
    ["add-", kind.one()].concat()
}

fn slips(job: OpenJob, kind: SlipKind) -> AnyView {
    // None, a new one (`None`), or one that is there.
    let editing: RwSignal<Option<Option<Slip>>> = RwSignal::new(None);
    let line = move || {
        let names = job.dossier.with(|kept| {
            let slips = kept.of(kind).into_iter();
            slips
                .map(|slip| slip.name().to_string())
                .collect::<Vec<_>>()
        });
        match names.is_empty() {
            true => teaching(kind).to_string(),
            false => names.join(", "),
        }
    };
    let list = move || {
        let all: Vec<Slip> = job
            .dossier
            .with(|kept| kept.of(kind).into_iter().cloned().collect());
        let edited = editing.get().flatten();
        let rows: Vec<AnyView> = all
            .into_iter()
            .map(|slip| {
                let row = match &edited {
                    Some(edited) if edited.id == slip.id => form(job, editing, kind, Some(slip)),
                    _ => shown(editing, slip),
                };
                view! { <li>{row}</li> }.into_any()
            })
            .collect();
        match rows.is_empty() {
            true => ().into_any(),
            false => view! { <ul class="lines" aria-label=t(kind.label())>{rows}</ul> }.into_any(),
        }
    };
    let add = move |_| {
        editing.set(Some(None));
        focus_soon(FIRST.into());
    };
    let new = move || match editing.get() {
        Some(None) => form(job, editing, kind, None),
        _ => {
            let words = fill("Add {what}", &[t(kind.one())]);
            view! { <button class="btn" type="button" id=add_id(kind) on:click=add>{words}</button> }
                .into_any()
        }
    };
    let body = view! { {live(list)}<div class="note">{live(new)}</div> }.into_any();
    group(t(kind.label()), false, line, body)
}

/// What is said in a slip, as it is.
pub fn said(slip: &Slip) -> AnyView {
    let mut is_named = false;
    let fields = slip.kind.fields().iter().enumerate();
    let pieces = fields.filter(|(at, _)| !slip.field(*at).is_empty());
    let pieces = pieces.map(|(at, (_, typed))| {
        let words = slip.field(at);
        let piece = match typed {
            Typed::Words | Typed::Day => words.to_string().into_any(),
            Typed::Mail => reach::mail(words),
            Typed::Phone => reach::phone(words),
            Typed::Address => reach::web(words, words),
        };
        match std::mem::replace(&mut is_named, true) {
            false => view! { <b>{piece}</b> }.into_any(),
            true => view! { <span>{piece}</span> }.into_any(),
        }
    });
    pieces.collect::<Vec<_>>().into_any()
}

fn shown(editing: RwSignal<Option<Option<Slip>>>, slip: Slip) -> AnyView {
    let label = fill("Edit {kind}: {name}", &[t(slip.kind.one()), slip.name()]);
    let words = said(&slip);
    let start = move |_| {
        editing.set(Some(Some(slip.clone())));
        focus_soon(FIRST.into());
    };
    view! {
        <div class="said">{words}</div>
        <button class="btn icon" type="button" aria-label=label on:click=start>{icons::pencil()}</button>
    }
    .into_any()
}

fn form(
    job: OpenJob,
    editing: RwSignal<Option<Option<Slip>>>,
    kind: SlipKind,
    slip: Option<Slip>,
) -> AnyView {
    let stop = move || {
        editing.set(None);
        focus_soon(add_id(kind));
    };
    let before = StoredValue::new(slip.clone());
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        if let Some(fields) = TypedForm::of(&e) {
            before.with_value(|slip| job.keep_slip(slip.as_ref(), kind, &fields.values("said")));
            stop();
        }
    };
    let escape = move |e: ev::KeyboardEvent| {
        if e.key() == "Escape" {
            stop();
        }
    };
    let verb = if slip.is_some() {
        mark("Edit {what}")
    } else {
        mark("Add {what}")
    };
    let fields: Vec<AnyView> = kind
        .fields()
        .iter()
        .enumerate()
        .map(|(at, (name, typed))| {
            let value = slip.as_ref().map(|slip| slip.field(at).to_string());
            let input = match typed {
                Typed::Words | Typed::Address => "text",
                Typed::Mail => "email",
                Typed::Phone => "tel",
                Typed::Day => "date",
            };
            let id = (at == 0).then_some(FIRST);
            view! {
                <label class="field">{t(name)}
                    <input id=id type=input name="said" value=value autocomplete="off"/></label>
            }
            .into_any()
        })
        .collect();
    let remove = slip.map(|slip| {
        let remove = move |_| {
            stop();
            job.take_slip_off(&slip);
        };
        view! { <button class="btn" type="button" on:click=remove>{t("Remove")}</button> }
    });
    view! {
        <form class="edit" aria-label=fill(verb, &[t(kind.one())]) on:submit=submit on:keydown=escape>
            <div class="fields">{fields}</div>
            <div class="row">
                <button class="btn go" type="submit">{t("Save")}</button>
                <button class="btn" type="button" on:click=move |_| stop()>{t("Cancel")}</button>
                {remove}
            </div>
        </form>
    }
    .into_any()
}

/// Pay asked and offered, and what else an offer holds.
fn terms(job: OpenJob) -> AnyView {
    let read_on = job.open.read_on;
    let line = move || {
        job.dossier.with(|kept| {
            let words = |term| {
                kept.term(term)
                    .map(|value| value_words(value, read_on.get()))
            };
            let pieces: Vec<String> = [
                (mark("asked {pay}"), Term::Asked),
                (mark("offered {pay}"), Term::Offered),
            ]
            .into_iter()
            .filter_map(|(what, term)| Some(fill(what, &[&words(term)?])))
            .collect();
            match (pieces.is_empty(), kept.has_terms()) {
                (true, true) => t("what else is agreed").to_string(),
                (true, false) => {
                    t("What you asked for, and their offer: Compare reckons with it").to_string()
                }
                _ => pieces.join("; "),
            }
        })
    };
    let editing = RwSignal::new(None);
    let rows = Term::ALL.map(|term| {
        live(move || match editing.get() == Some(term) {
            true => term_form(job, editing, term),
            false => term_row(job, editing, term),
        })
    });
    let stage = job.history.with_untracked(|h| h.status().stage());
    let body = view! { <dl class="facts">{rows.into_iter().collect_view()}</dl> }.into_any();
    group(t("Salary and offer"), stage == Stage::Offer, line, body)
}

fn term_id(term: Term) -> String {
    ["edit-term-", &(term as usize).to_string()].concat()
}

fn term_row(job: OpenJob, editing: RwSignal<Option<Term>>, term: Term) -> AnyView {
    let start = move |_| {
        editing.set(Some(term));
        focus_soon(edit::FIRST.into());
    };
    let label = fill("Edit {what}", &[t(term.label())]);
    let read_on = job.open.read_on.get_untracked();
    let value = job
        .dossier
        .with(|kept| kept.term(term).map(|value| value_words(value, read_on)));
    let value = match value {
        Some(words) => words.into_any(),
        None => view! { <span class="unknown">{t("not said")}</span> }.into_any(),
    };
    view! {
        <div class="fact"><dt>{t(term.label())}</dt><dd>{value}</dd>
            <dd class="act"><button class="btn icon" type="button" id=term_id(term) aria-label=label on:click=start>
                {icons::pencil()}</button></dd></div>
    }
    .into_any()
}

fn term_form(job: OpenJob, editing: RwSignal<Option<Term>>, term: Term) -> AnyView {
    let stop = move || {
        editing.set(None);
        focus_soon(term_id(term));
    };
    let fault = RwSignal::new(String::new());
    let before = job.dossier.with_untracked(|kept| kept.term(term).cloned());
    let read_on = job.open.read_on.get_untracked();
    let fields = edit::controls(term.form(), t(term.label()), before.as_ref(), read_on);
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        let Some(fields) = TypedForm::of(&e) else {
            return;
        };
        match typed(&HERE, term.form(), &fields, before.as_ref()) {
            Ok(value) => {
                if value != before {
                    job.say_term(term, value);
                }
                stop();
            }
            Err(words) => fault.set(words),
        }
    };
    let escape = move |e: ev::KeyboardEvent| {
        if e.key() == "Escape" {
            stop();
        }
    };
    let label = fill("Edit {what}", &[t(term.label())]);
    view! {
        <div class="fact open"><dt>{t(term.label())}</dt><dd>
            <form class="edit" aria-label=label on:submit=submit on:keydown=escape>
                {fields}
                <p class="wrong" aria-live="polite">{fault}</p>
                <div class="row">
                    <button class="btn go" type="submit">{t("Save")}</button>
                    <button class="btn" type="button" on:click=move |_| stop()>{t("Cancel")}</button>
                </div>
            </form>
        </dd></div>
    }
    .into_any()
}
