//! One question to all saved jobs: those that say yes, those that say otherwise, each with its own
//! sentence, and apart from them those that do not say. Never answers in words of its own.

use leptos::ev;
use leptos::prelude::*;

use crate::job::Verdict;
use crate::route::Route;
use crate::state::{App, Told, fill, t};
use crate::ui::live;
use crate::ui::parts::on_its_way;

/// A longer question is cut, in characters.
const MOST: &str = "300";

/// The box, and the answers under it.
pub fn ask(app: App) -> AnyView {
    let asking = app.asking;
    asking.follow();
    let typed = RwSignal::new(asking.asked.get_untracked());
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        asking.asked.set(typed.get_untracked().trim().to_string());
    };
    let fetch = move |_| {
        app.parts.reader.fetch();
        app.parts.ask.fetch();
    };
    view! {
        <form class="asking all" on:submit=submit>
            <label class="field">{t("Ask all saved jobs")}
                <input type="text" autocomplete="off" maxlength=MOST
                    placeholder=t("Which are remote? Which pay over 50k? Which need a driving licence?")
                    prop:value=move || typed.get() on:focus=fetch
                    on:input=move |e| typed.set(event_target_value(&e))/>
            </label>
            <button class="btn" type="submit">{t("Ask all")}</button>
        </form>
        <div aria-live="polite">{live(move || answers(app, typed))}</div>
    }
    .into_any()
}

fn answers(app: App, typed: RwSignal<String>) -> AnyView {
    let asking = app.asking;
    let question = asking.asked.get();
    if question.is_empty() {
        return ().into_any();
    }
    for part in [app.parts.reader, app.parts.ask] {
        if !part.is_here() {
            return on_its_way(part);
        }
    }
    let told = asking.told.get();
    let of = |verdict| -> Vec<&Told> { told.iter().filter(|t| t.verdict == verdict).collect() };
    let (yes, no, silent) = (of(Verdict::Yes), of(Verdict::No), of(Verdict::NotStated));
    let words = if asking.is_done.get() {
        fill(
            "{n} of {all} say so, {silent} do not state it",
            &[
                &yes.len().to_string(),
                &told.len().to_string(),
                &silent.len().to_string(),
            ],
        )
    } else {
        t("Reading your saved jobs…").to_string()
    };
    let clear = move |_| {
        typed.set(String::new());
        asking.asked.set(String::new());
    };
    view! {
        <section class="card answers" aria-labelledby="h-answers">
            <header><h2 id="h-answers">{question}</h2><p>{words}</p>
                <button class="btn bare" type="button" on:click=clear>{t("Clear answer")}</button></header>
            {group("h-yes", t("They say so"), &yes)}
            {group("h-no", t("They say otherwise"), &no)}
            {group("h-silent", t("Not stated"), &silent)}
        </section>
    }
    .into_any()
}

fn group(id: &'static str, name: &'static str, told: &[&Told]) -> AnyView {
    if told.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = told.iter().map(|one| row(one)).collect();
    view! {
        <div class="group"><h3 id=id>{name}</h3></div>
        <ul class="lines" aria-labelledby=id>{rows}</ul>
    }
    .into_any()
}

fn row(told: &Told) -> AnyView {
    let quotes: Vec<AnyView> = told
        .quotes
        .iter()
        .map(|words| view! { <q class="verbatim" lang=told.lang>{words.clone()}</q> }.into_any())
        .collect();
    let yours = told
        .is_yours
        .then(|| view! { <small>{t("as you corrected it")}</small> });
    let company = told.company.clone().map(|c| [", ", &c].concat());
    view! {
        <li><p><a href=Route::Job(told.id.to_string()).to_string()>{told.title.clone()}</a>{company}</p>{quotes}{yours}</li>
    }
    .into_any()
}
