//! The tour's words: one step at a time, at the foot of the page, beside what it speaks of and never over
//! it as a dialog: all can be tried while it is there.

use leptos::ev;
use leptos::prelude::*;

use crate::state::{App, STEPS, TOUR, fill, mark, t};

/// The head and the words of each step.
const WORDS: [(&str, &str); STEPS] = [
    (
        mark("Every value shows its words"),
        mark(
            "Point at a value, tap it, or move to it with Tab: the words it came from light up in the original. A pencil sets right what is wrong.",
        ),
    ),
    (
        mark("Tick what you have"),
        mark(
            "Mark each demand Have, Partly or Gap. The next posting that asks for the same comes with your mark as a suggestion.",
        ),
    ),
    (
        mark("What it leaves unsaid"),
        mark(
            "Nothing is guessed. What the posting does not say is here as questions: tick those you want answered and copy them into a mail.",
        ),
    ),
    (
        mark("Save it, compare it, follow it"),
        mark(
            "A saved job keeps its text, your marks and notes in this browser. Lay jobs side by side under Compare, and follow them to the offer under Jobs.",
        ),
    ),
];

/// One step, from 0.
pub fn tour(app: App, step: usize) -> AnyView {
    let Some((head, words)) = WORDS.get(step).copied() else {
        return ().into_any();
    };
    Effect::new(move |_| {
        // Before there is a card, there is nothing to speak of.
        if app.draft.open.is_read.get() {
            app.show_step(step);
        }
    });
    let back = (step > 0).then(|| {
        view! { <button class="btn" type="button" on:click=move |_| app.tour.set(Some(step - 1))>{t("Back")}</button> }
    });
    let on = if step + 1 < STEPS {
        view! {
            <button class="btn go" type="button" on:click=move |_| app.tour.set(Some(step + 1))>{t("Next")}</button>
            <button class="btn bare" type="button" on:click=move |_| app.end_tour()>{t("Skip the tour")}</button>
        }
        .into_any()
    } else {
        view! { <button class="btn go" type="button" on:click=move |_| app.end_tour()>{t("Done")}</button> }.into_any()
    };
    let key = move |e: ev::KeyboardEvent| {
        if e.key() == "Escape" {
            app.end_tour();
        }
    };
    view! {
        <section id=TOUR class="tour card" aria-labelledby="h-tour" tabindex="-1" on:keydown=key>
            <header><h2 id="h-tour">{t(head)}</h2><p>{fill("{n} of {all}", &[&(step + 1).to_string(), &STEPS.to_string()])}</p></header>
            <div class="in"><p>{t(words)}</p><div class="row">{on}{back}</div></div>
        </section>
    }
    .into_any()
}
