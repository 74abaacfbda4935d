//! The card of a posting: its regions, live, under each other, with the original beside them. The Read
//! page and the Job page show the same one.

mod ask;
mod cautions;
pub mod edit;
mod lists;
mod not_stated;
mod original;
mod requirements;
mod suggested;
mod summary;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::extract::Span;
use crate::job::Subject;
use crate::state::{App, OpenPosting};
use crate::ui::live;
use crate::ui::parts::on_its_way;

/// All regions, or a word while the reader is on its way.
pub fn card(app: App, open: OpenPosting) -> AnyView {
    live(move || match open.is_read.get() {
        true => regions(app, open),
        false => on_its_way(app.parts.reader),
    })
}

fn regions(app: App, open: OpenPosting) -> AnyView {
    let enter = move |e: ev::PointerEvent| {
        // A finger has no hovering: it taps, which is a click.
        if e.pointer_type() == "mouse" {
            point(open, &e);
        }
    };
    view! {
        <div class="columns">
            <div class="stack" id="card"
                on:pointerover=enter
                on:pointerleave=move |_| open.let_go()
                on:focusin=move |e| point(open, &e)
                on:focusout=move |_| open.let_go()
                on:click=move |e| point(open, &e)
            >
                {summary::summary(app, open)}
                {lists::in_short(open)}
                {requirements::requirements(app, open)}
                {lists::duties(open)}
                {lists::benefits(open)}
                {lists::how_to_apply(open)}
                {not_stated::not_stated(app, open)}
                {ask::ask(app, open)}
                {cautions::cautions(open)}
            </div>
            {original::original(open)}
        </div>
    }
    .into_any()
}

/// What the element under an event stands for.
fn subjects(event: &web_sys::Event) -> Vec<Subject> {
    let target: Option<Element> = event.target().and_then(|t| t.dyn_into().ok());
    let named = target.and_then(|t| t.closest("[data-subject]").ok().flatten());
    let codes = named.and_then(|e| e.get_attribute("data-subject"));
    codes.map_or_else(Vec::new, |codes| Subject::parse_all(&codes))
}

/// Lights what an event in the card points at.
fn point(open: OpenPosting, event: &web_sys::Event) {
    let subjects = subjects(event);
    if open.lit.with_untracked(|lit| *lit == subjects) {
        return;
    }
    let at = subjects.first().and_then(|subject| match subject {
        Subject::Words(span) => Some(*span),
        Subject::Fact(kind) => open
            .card
            .with_untracked(|card| card.get(*kind).evidence.first().copied()),
    });
    open.point(subjects, at);
}

/// Whether one of `subjects` is pointed at, for a `class:lit`. One type for all that can be lit.
fn lit(open: OpenPosting, subjects: Vec<Subject>) -> Box<dyn Fn() -> bool + Send> {
    Box::new(move || open.is_lit(&subjects))
}

/// The words of a span of the source, on one line.
fn quoted(open: OpenPosting, span: Span) -> String {
    let read = open.read.get_untracked();
    let words = span.of(&read.text).split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

/// A region with a head, and a few words in it.
fn region(id: &'static str, name: &'static str, words: AnyView, content: AnyView) -> AnyView {
    view! {
        <section class="card" aria-labelledby=id>
            <header><h2 id=id>{name}</h2><p>{words}</p></header>
            {content}
        </section>
    }
    .into_any()
}
