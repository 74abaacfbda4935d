//! The Interview sheet: one page to take along. The card, what they ask against what the person has with
//! their own words behind it, likely questions each beside its sentence, what to ask, notes, people.

use leptos::prelude::*;

use super::job::{missing, opened, said, shown};
use crate::extract::{Posting, Strength};
use crate::job::{Event, FactKind, Likely, Round, Row, Slip, SlipKind, Tick, likely};
use crate::route::Route;
use crate::state::words::{day_words, days_away};
use crate::state::{App, HERE, OpenJob, adopt_paper_styles, count, fill, t, today};
use crate::ui::live;
use crate::ui::parts::on_its_way;

/// The sheet of the job `id`.
pub fn page(app: App, id: &str) -> AnyView {
    match opened(app, id) {
        Ok(job) => sheet(app, job),
        Err((head, why)) => missing(head, &why),
    }
}

fn sheet(app: App, job: OpenJob) -> AnyView {
    adopt_paper_styles();
    let title = move || {
        job.open.card.with(|card| {
            let title = card.text(FactKind::Title);
            title.unwrap_or(t("Untitled job")).to_string()
        })
    };
    Effect::new(move |_| app.name_page(&fill("Interview: {title}", &[&title()])));
    let back = Route::Job(job.id().to_string()).to_string();
    view! {
        <div class="job interview">
            <p class="crumb"><a href=back>{t("The job")}</a></p>
            <div class="head">
                <div><h1>{title}</h1>{live(move || when(job))}</div>
                <div class="acts"><button class="btn go" type="button" on:click=move |_| app.print()>{t("Print")}</button></div>
            </div>
            {live(move || match job.open.is_read.get() {
                true => whole(job),
                false => on_its_way(app.parts.reader),
            })}
        </div>
    }
    .into_any()
}

fn whole(job: OpenJob) -> AnyView {
    view! {
        <div class="stack">
            {facts(job)}
            {region("i-asked", t("What they ask"), t("Your words are kept with the job"), asked(job))}
            {region("i-likely", t("Likely questions"), t("Made by template from the posting's sentences"), live(move || questions(job)))}
            <div class="halves">
                {region("i-open", t("To ask them"), t("What the posting leaves open"), live(move || open(job)))}
                {region("i-people", t("People"), "", live(move || people(job)))}
            </div>
            {region("i-notes", t("Notes"), "", view! { <div class="in">{shown(job)}</div> }.into_any())}
        </div>
    }
    .into_any()
}

fn region(id: &'static str, name: &'static str, words: &'static str, content: AnyView) -> AnyView {
    view! {
        <section class="card" aria-labelledby=id>
            <header><h2 id=id>{name}</h2><p>{words}</p></header>
            {content}
        </section>
    }
    .into_any()
}

/// Company, and the next interview, or the last one where none is ahead.
fn when(job: OpenJob) -> AnyView {
    let company = job
        .open
        .card
        .with(|card| card.text(FactKind::Company).map(str::to_string));
    let today = today();
    let round = job.history.with(|history| {
        let rounds = history.rounds();
        let next = rounds.iter().find(|(event, _)| event.on.day() >= today);
        let found = next.or(rounds.last());
        found.map(|(event, round)| round_words(event, round))
    });
    let round = round.map(|words| view! { <p class="round">{words}</p> });
    view! { <p>{company}</p>{round} }.into_any()
}

/// "Video interview on 24 November 2026 at 10:00, in 3 days, with Ebba, 60 minutes, online".
fn round_words(event: &Event, round: &Round) -> String {
    let day = event.on.day();
    let mut words = fill("{what} on {day}", &[t(round.kind.label()), &day_words(day)]);
    let clock = event.on.local.clock();
    if !clock.is_empty() {
        words.push(' ');
        words.push_str(&fill("at {time}", &[&clock]));
    }
    words.push_str(", ");
    words.push_str(&days_away(day, today()));
    if !round.people.is_empty() {
        words.push_str(", ");
        words.push_str(&fill("with {who}", &[&round.people]));
    }
    if let Some(minutes) = round.minutes {
        words.push_str(", ");
        words.push_str(&count(
            "{n} minute | {n} minutes",
            usize::from(minutes),
            &[],
        ));
    }
    if !round.place.is_empty() {
        words.push_str(", ");
        words.push_str(&round.place);
    }
    words
}

/// What the card says, in short.
fn facts(job: OpenJob) -> AnyView {
    let rows = move || {
        let read_on = job.open.read_on.get();
        job.open.card.with(|card| {
            let told =
                |kind| !matches!(kind, FactKind::Title | FactKind::Company | FactKind::Posted);
            let shown = card.shown().filter(|entry| told(entry.kind));
            let rows = shown.filter_map(|entry| {
                let words = entry.value.as_ref()?.words_in(&HERE, read_on);
                Some(
                    view! { <div><dt>{t(entry.kind.label())}</dt><dd>{words}</dd></div> }
                        .into_any(),
                )
            });
            rows.collect::<Vec<_>>().into_any()
        })
    };
    let short = move || {
        let read = job.open.read.get();
        let lines = read.posting.in_short.iter();
        let rows: Vec<AnyView> = lines
            .map(|item| view! { <li class="verbatim">{item.text.clone()}</li> }.into_any())
            .collect();
        match rows.is_empty() {
            true => ().into_any(),
            false => view! { <ul class="lines" aria-label=t("In short")>{rows}</ul> }.into_any(),
        }
    };
    view! {
        <section class="card" aria-label=t("The card")><dl class="terse">{live(rows)}</dl>{live(short)}</section>
    }
    .into_any()
}

/// The requirements with ticks, and what the person says to each.
fn asked(job: OpenJob) -> AnyView {
    let rows = move || job.open.checklist.with(|list| list.rows.clone());
    let none = move || match job.open.checklist.with(|list| list.rows.is_empty()) {
        true => view! { <p class="note">{t("None found.")}</p> }.into_any(),
        false => ().into_any(),
    };
    view! {
        <ul class="lines proofs"><For each=rows key=|row| (row.key.clone(), row.text.clone(), row.tick.map(|t| t as u8)) let:row>{demand(job, &row)}</For></ul>
        {live(none)}
    }
    .into_any()
}

fn demand(job: OpenJob, row: &Row) -> AnyView {
    let mark = match row.tick {
        Some(tick) => {
            let class = match tick {
                Tick::Have => "m have",
                Tick::Partly => "m partly",
                Tick::Gap => "m gap",
            };
            view! { <span class=class>{t(tick.label())}</span> }.into_any()
        }
        None => view! { <span class="m open">{t("unmarked")}</span> }.into_any(),
    };
    let strength = match row.strength {
        Strength::Must => view! { <span class="must">{t("must")}</span> }.into_any(),
        Strength::Nice => view! { <span class="nice">{t("nice")}</span> }.into_any(),
    };
    let key = row.key.clone();
    let note = Memo::new(move |_| job.dossier.with(|kept| kept.proof(&key).to_string()));
    let words = StoredValue::new(row.words.clone());
    let keep = move |e| words.with_value(|words| job.say_proof(words, &event_target_value(&e)));
    let label = fill("Your words to: {what}", &[&row.text]);
    let hint = match row.tick {
        Some(Tick::Gap) => t("What comes closest, and how you would close the gap"),
        _ => t("Where you did it, with what result"),
    };
    view! {
        <li><div class="ask"><p class="verbatim">{row.text.clone()}</p><p class="marks">{strength}{mark}</p></div>
            <textarea class="off-paper" rows="2" aria-label=label placeholder=hint prop:value=note on:change=keep></textarea>
            <p class="on-paper">{note}</p></li>
    }
    .into_any()
}

fn questions(job: OpenJob) -> AnyView {
    let read = job.open.read.get();
    let posting: &Posting = &read.posting;
    let lang = posting.lang.map(|lang| lang.0);
    let all = job
        .open
        .checklist
        .with(|list| likely(&HERE, list, &posting.duties));
    if all.is_empty() {
        return view! { <p class="note">{t("No sentence of this posting calls for a question.")}</p> }
            .into_any();
    }
    let row = |likely: &Likely| {
        view! {
            <li><p><b>{likely.question.clone()}</b></p><q class="verbatim" lang=lang>{likely.sentence.clone()}</q></li>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = all.iter().map(row).collect();
    view! { <ol class="lines likely" aria-label=t("Likely questions")>{rows}</ol> }.into_any()
}

fn open(job: OpenJob) -> AnyView {
    let rows: Vec<AnyView> = job
        .open
        .questions
        .get()
        .into_iter()
        .map(|question| view! { <li>{t(question.text)}</li> }.into_any())
        .collect();
    match rows.is_empty() {
        true => view! { <p class="note">{t("The posting answers what is usually asked.")}</p> }
            .into_any(),
        false => view! { <ul class="lines boxes">{rows}</ul> }.into_any(),
    }
}

/// Contacts and documents, as kept; the posting's own where none is kept.
fn people(job: OpenJob) -> AnyView {
    let list = |kind| -> Vec<Slip> {
        job.dossier
            .with(|kept| kept.of(kind).into_iter().cloned().collect())
    };
    let rows = |slips: Vec<Slip>| -> Vec<AnyView> {
        let row = |slip: &Slip| view! { <li class="said">{said(slip)}</li> }.into_any();
        slips.iter().map(row).collect()
    };
    let (contacts, documents) = (list(SlipKind::Contact), list(SlipKind::Document));
    if contacts.is_empty() && documents.is_empty() {
        let words = t("No contact is kept for this job yet; the job's page has a place for them.");
        return view! { <p class="note">{words}</p> }.into_any();
    }
    let sent = (!documents.is_empty()).then(|| {
        view! { <h3 class="group">{t("They have")}</h3><ul class="lines">{rows(documents)}</ul> }
    });
    view! { <ul class="lines">{rows(contacts)}</ul>{sent} }.into_any()
}
