//! Ask: a question in plain words, answered with the posting's own sentences, or with "not stated" and
//! the question to take along. Never answers in words of its own.

use leptos::ev;
use leptos::prelude::*;

use super::{lit, quoted, region};
use crate::extract::Span;
use crate::job::Subject;
use crate::state::{App, OpenPosting, t};
use crate::ui::live;
use crate::ui::parts::on_its_way;

/// A longer question is cut, in characters.
const MOST: &str = "300";

/// The region.
pub fn ask(app: App, open: OpenPosting) -> AnyView {
    let typed = RwSignal::new(open.asked.get_untracked());
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        app.parts.ask.fetch();
        open.asked.set(typed.get_untracked().trim().to_string());
    };
    let form = view! {
        <form class="asking" on:submit=submit>
            <label class="field">{t("Ask this posting")}
                <input type="text" autocomplete="off" maxlength=MOST placeholder=t("Do they pay overtime?")
                    prop:value=move || typed.get()
                    on:focus=move |_| app.parts.ask.fetch()
                    on:input=move |e| typed.set(event_target_value(&e))/>
            </label>
            <button class="btn" type="submit">{t("Ask")}</button>
        </form>
        <div aria-live="polite">{live(move || answer(app, open))}</div>
    };
    let words = t("In English or German, answered by the posting's own sentences");
    region("h-ask", t("Ask"), words.into_any(), form.into_any())
}

/// What the posting says to the question that was asked.
fn answer(app: App, open: OpenPosting) -> AnyView {
    let question = open.asked.get();
    if question.is_empty() {
        return ().into_any();
    }
    let Some(quotes) = open.answer.get() else {
        return on_its_way(app.parts.ask);
    };
    if !quotes.is_empty() {
        let rows: Vec<_> = quotes.iter().map(|span| quote(open, *span)).collect();
        return view! { <ul class="lines" aria-label=question>{rows}</ul> }.into_any();
    }
    let copied = question.clone();
    let copy = move |_| app.copy(copied.clone(), t("1 question copied.").to_string());
    view! {
        <div class="note">
            <p>{question}" "<span class="unknown">{t("not stated")}</span></p>
            <button class="btn" type="button" on:click=copy>{t("Copy question")}</button>
        </div>
    }
    .into_any()
}

fn quote(open: OpenPosting, span: Span) -> AnyView {
    let subject = Subject::Words(span);
    let lang = open.read.get_untracked().posting.lang.map(|l| l.0);
    view! {
        <li class="verbatim" class:lit=lit(open, vec![subject]) data-subject=subject.code() lang=lang>
            {quoted(open, span)}
        </li>
    }
    .into_any()
}
