//! Not stated: what the posting leaves open, as questions to take along.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::region;
use crate::job::{FactKind, Question};
use crate::state::{App, OpenPosting, count, t};

/// The region.
pub fn not_stated(app: App, open: OpenPosting) -> AnyView {
    let left: RwSignal<BTreeSet<FactKind>> = RwSignal::new(BTreeSet::new());
    let chosen = move || {
        let mut questions = open.questions.get();
        left.with(|left| questions.retain(|q| !left.contains(&q.fact)));
        questions
    };
    let words = move || {
        if open.questions.with(Vec::is_empty) {
            t("everything asked for is there")
        } else {
            t("Tick what to ask the recruiter")
        }
    };
    let list = move || {
        let rows = open.questions.get().into_iter().map(|q| row(left, &q));
        view! { <ul class="lines ask">{rows.collect_view()}</ul> }
    };
    let copy = move |_| {
        let words: Vec<_> = chosen().iter().map(|q| t(q.text)).collect();
        app.copy(
            words.join("\n"),
            count(
                "{n} question copied. | {n} questions copied.",
                words.len(),
                &[],
            ),
        );
    };
    let button = move || {
        let words = match chosen().len() {
            0 => return None,
            n => count("Copy {n} question | Copy {n} questions", n, &[]),
        };
        Some(
            view! { <div class="note"><button class="btn" type="button" on:click=copy>{words}</button></div> },
        )
    };
    let content = view! { {list}{button} }.into_any();
    region("h-not", t("Not stated"), words.into_any(), content)
}

fn row(left: RwSignal<BTreeSet<FactKind>>, question: &Question) -> AnyView {
    let fact = question.fact;
    let toggle = move |_| {
        left.update(|left| {
            if !left.remove(&fact) {
                left.insert(fact);
            }
        });
    };
    view! {
        <li><label class="check">
            <input type="checkbox" prop:checked=move || left.with(|l| !l.contains(&fact)) on:change=toggle/>
            <span><b>{[t(fact.label()), ". "].concat()}</b>{t(question.text)}</span>
        </label></li>
    }
    .into_any()
}
