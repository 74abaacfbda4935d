//! The notes of a job: a box to write in, and the same as it reads with its simple formatting.

use leptos::prelude::*;

use crate::state::{OpenJob, t};
use crate::ui::components::prose::{Heads, blocks};
use crate::ui::live;

/// The region.
pub fn notes(job: OpenJob) -> AnyView {
    let is_shown = RwSignal::new(false);
    let kept = move || {
        if job.is_saved.get() {
            t("Saved")
        } else {
            t("Not saved yet")
        }
    };
    let press = move |_| {
        job.save();
        is_shown.update(|shown| *shown = !*shown);
    };
    let pressed = move || if is_shown.get() { "true" } else { "false" };
    let body = move || {
        match is_shown.get() {
        true => shown(job),
        false => view! {
            <textarea aria-label=t("Notes") rows="4" prop:value=job.notes aria-describedby="notes-hint"
                placeholder=t("Whom you spoke to, what you heard, what to ask")
                on:input=move |e| job.type_notes(event_target_value(&e))
                on:blur=move |_| job.save()></textarea>
            <p class="hint" id="notes-hint">{t("- list, # heading, **bold**, _slanted_, [words](https://…)")}</p>
        }
        .into_any(),
    }
    };
    view! {
        <section class="card" aria-labelledby="h-notes">
            <header><h2 id="h-notes">{t("Notes")}</h2><p>{kept}</p>
                <button class="btn bare" type="button" aria-pressed=pressed on:click=press>{t("Preview")}</button></header>
            <div class="in">{live(body)}</div>
        </section>
    }
    .into_any()
}

/// The notes as they read.
pub fn shown(job: OpenJob) -> AnyView {
    let read = move || {
        let words = job.notes.get();
        match words.trim().is_empty() {
            true => view! { <p class="hint">{t("No notes yet.")}</p> }.into_any(),
            false => blocks(&words, Heads::Part).into_any(),
        }
    };
    view! { <div class="prose written">{live(read)}</div> }.into_any()
}
