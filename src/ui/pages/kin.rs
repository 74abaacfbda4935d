//! A saved job among the others: those that may be the same one, with what changed between them, to be
//! linked or told apart; and those that are like it. Offers, and does nothing by itself.

use leptos::prelude::*;

use super::super::live;
use crate::extract::label::Label;
use crate::job::duplicates::{Changes, Likeness, Piece, Step};
use crate::job::{Event, FactKind, Job, JobId, Value};
use crate::route::Route;
use crate::state::words::{day_short, value_words};
use crate::state::{
    App, HERE, Kin, SameJob, Shared, SimilarJob, Sought, count, day_of, fill, focus_soon, t, today,
};

/// What is `sought` of the job `id`; nothing as long as nothing is found.
pub fn part(app: App, id: &JobId, sought: Sought) -> AnyView {
    match Kin::new(app, id, sought) {
        None => ().into_any(),
        Some(kin) if sought == Sought::Similar => live(move || alike(kin)),
        Some(kin) => view! {
            <p class="vh" role="status">{move || told(kin)}</p>
            {live(move || same(kin))}
        }
        .into_any(),
    }
}

fn route(id: &JobId) -> String {
    Route::Job(id.to_string()).to_string()
}

fn title(job: &Job) -> String {
    let card = job.card();
    card.text(FactKind::Title)
        .unwrap_or(t("Untitled job"))
        .to_string()
}

/// What the person said of a job that may be the same.
fn said(kin: Kin, other: &JobId) -> Option<bool> {
    let id = kin.job.with_value(|job| job.id.clone());
    kin.links.with(|links| {
        let linked = links.linked(&id).contains(other);
        if linked {
            Some(true)
        } else {
            links.of(&id, other)
        }
    })
}

/// The jobs to show: all but those told apart.
fn shown(kin: Kin) -> Vec<Shared<SameJob>> {
    let mut same = kin.same.get();
    same.retain(|other| said(kin, &other.job.id) != Some(false));
    same
}

/// For those who do not see the offer appear.
fn told(kin: Kin) -> Option<String> {
    let open = |s: &&Shared<SameJob>| said(kin, &s.job.id).is_none();
    let same = shown(kin);
    let first = same.iter().find(open)?;
    Some(fill(
        "You may have saved this job before: {name}",
        &[&title(&first.job)],
    ))
}

fn same(kin: Kin) -> AnyView {
    let same = shown(kin);
    if same.is_empty() {
        return ().into_any();
    }
    let linked: Vec<&Shared<SameJob>> = same
        .iter()
        .filter(|other| said(kin, &other.job.id) == Some(true))
        .collect();
    let head = if linked.len() == same.len() {
        t("The same job")
    } else {
        t("The same job twice?")
    };
    let timeline = (!linked.is_empty()).then(|| timeline(kin, &linked));
    let each: Vec<AnyView> = same.iter().map(|other| one(kin, other)).collect();
    view! {
        <section class="card kin" aria-labelledby="h-same">
            <header><h2 id="h-same">{head}</h2><p>{t("Linked jobs keep their words, marks and history")}</p></header>
            <ul class="lines">{each}</ul>
            {timeline}
        </section>
    }
    .into_any()
}

fn one(kin: Kin, other: &Shared<SameJob>) -> AnyView {
    let id = other.job.id.clone();
    let name = title(&other.job);
    let card = other.job.card();
    let company = card.text(FactKind::Company).map(str::to_string);
    let saved = day_short(day_of(other.job.created), today());
    let how = other
        .likeness
        .as_ref()
        .map(|(share, how)| alike_words(*share, how));
    let says = |words: &'static str, label: String, are_one: Option<bool>| {
        let id = id.clone();
        let press = move |_| {
            kin.say(&id, are_one);
            // The buttons are drawn anew: the focus goes to those that came.
            let left = are_one == Some(false);
            focus_soon(if left {
                "main".into()
            } else {
                format!("kin-{id}")
            });
        };
        view! { <button class="btn" type="button" aria-label=label on:click=press>{words}</button> }
            .into_any()
    };
    let buttons = match said(kin, &id) {
        Some(true) => vec![says(t("Unlink"), fill("Unlink {name}", &[&name]), None)],
        _ => vec![
            says(t("Link"), fill("Link {name}", &[&name]), Some(true)),
            says(
                t("Another job"),
                fill("Another job: {name}", &[&name]),
                Some(false),
            ),
        ],
    };
    let other = other.clone();
    let (own, mine) = (id.clone(), id.clone());
    let is_open = Memo::new(move |_| kin.opened.with(|opened| opened.as_ref() == Some(&own)));
    let toggle = move |_| {
        kin.opened
            .set((!is_open.get_untracked()).then(|| mine.clone()));
    };
    let changed = live(move || {
        if is_open.get() {
            what_changed(kin, &other.job)
        } else {
            ().into_any()
        }
    });
    view! {
        <li>
            <p><a class="job-title" id=format!("kin-{id}") href=route(&id)>{name}</a>" "<small>{company.map(|c| c + ", ")}{fill("saved {day}", &[&saved])}</small></p>
            <p class="small">{how}</p>
            <div class="row">{buttons}
                <button class="btn" type="button" aria-expanded=move || is_open.get().to_string()
                    on:click=toggle>{t("What changed")}</button></div>
            {changed}
        </li>
    }
    .into_any()
}

fn alike_words(share: f32, likeness: &Likeness) -> String {
    let percent = (share * 100.0).round();
    match likeness {
        Likeness::Same => fill(
            "{share} % of the shorter posting stands in the longer.",
            &[&percent.to_string()],
        ),
        Likeness::OtherPlace(place) => fill(
            "The same advert for another place: {place}. {share} % of its words are the same.",
            &[place, &percent.to_string()],
        ),
        Likeness::OtherTitle(title) => fill(
            "The same words under another title: {title}. It may be another job of the employer.",
            &[title],
        ),
    }
}

/// What happened to the linked jobs, in one line of time.
fn timeline(kin: Kin, linked: &[&Shared<SameJob>]) -> AnyView {
    let own = kin.job.get_value();
    let mut events: Vec<(Event, String)> = Vec::new();
    let jobs = std::iter::once(&own).chain(linked.iter().map(|other| &other.job));
    for job in jobs {
        let card = job.card();
        let whose = if job.id == own.id {
            t("this one").to_string()
        } else {
            let from = [FactKind::Source, FactKind::Company];
            let from = from
                .iter()
                .find_map(|kind| card.text(*kind).map(str::to_string));
            from.unwrap_or_else(|| title(job))
        };
        events.extend(job.history.iter().map(|e| (e.clone(), whose.clone())));
    }
    crate::extract::order::sort_by(&mut events, |a, b| a.0.on.local.cmp(&b.0.on.local));
    let lines = events.into_iter().map(|(event, whose)| {
        let day = event.on.day();
        view! {
            <li><time datetime=day.to_string()>{day_short(day, today())}</time>
                <div><b>{t(event.what.label())}</b>" "<small>{whose}</small></div></li>
        }
    });
    view! { <ol class="log" aria-label=t("Timeline of the linked jobs")>{lines.collect_view()}</ol> }
        .into_any()
}

/// What changed from the earlier to the later of two jobs, by fact and by sentence.
fn what_changed(kin: Kin, other: &Job) -> AnyView {
    let Some(changes) = kin.changes(other) else {
        return ().into_any();
    };
    if changes.is_empty() {
        return view! { <p class="small">{t("Nothing: the same words say the same.")}</p> }
            .into_any();
    }
    let older = kin.job.with_value(|job| job.created.min(other.created));
    let newer = kin.job.with_value(|job| job.created.max(other.created));
    let day = |at| day_short(day_of(at), today());
    let between = fill("From {from} to {to}:", &[&day(older), &day(newer)]);
    view! {
        <div class="changes">
            <p class="small">{between}</p>
            {fields(&changes, other)}
            {sentences(&changes)}
        </div>
    }
    .into_any()
}

fn fields(changes: &Changes, other: &Job) -> Option<AnyView> {
    let read_on = other.read_on;
    let words = |value: &Option<Value>| match value {
        Some(value) => value_words(value, read_on),
        None => t("not stated").to_string(),
    };
    let line = |field: &crate::job::duplicates::FieldChange| {
        view! {
            <div class="fact"><dt>{t(field.kind.label())}</dt>
                <dd><b>{t(field.what)}</b>": "<del>{words(&field.before)}</del>" → "<ins>{words(&field.after)}</ins></dd></div>
        }
        .into_any()
    };
    let lines: Vec<AnyView> = changes.fields.iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <dl class="facts">{lines}</dl> }.into_any())
}

fn sentences(changes: &Changes) -> AnyView {
    let step = |step: &Step| {
        match step {
        Step::Same(n) => {
            view! { <li class="soft">{count("{n} sentence the same | {n} sentences the same", *n, &[])}</li> }.into_any()
        }
        Step::Gone(label, text) => view! {
            <li><small>{t("gone")}{what_for(*label)}</small><del class="verbatim">{text.clone()}</del></li>
        }
        .into_any(),
        Step::New(label, text) => view! {
            <li><small>{t("new")}{what_for(*label)}</small><ins class="verbatim">{text.clone()}</ins></li>
        }
        .into_any(),
        Step::Rewritten(label, pieces) => {
            let piece = |piece: &Piece| match piece {
                Piece::Kept(words) => view! { <span>{words.clone()}" "</span> }.into_any(),
                Piece::Gone(words) => view! { <del>{words.clone()}</del>" " }.into_any(),
                Piece::New(words) => view! { <ins>{words.clone()}</ins>" " }.into_any(),
            };
            let pieces: Vec<AnyView> = pieces.iter().map(piece).collect();
            view! { <li><small>{t("rewritten")}{what_for(*label)}</small><span class="verbatim">{pieces}</span></li> }
                .into_any()
        }
    }
    };
    let steps: Vec<AnyView> = changes.steps.iter().map(step).collect();
    view! { <ul class="diff">{steps}</ul> }.into_any()
}

/// What a sentence is for, where that counts.
fn what_for(label: Label) -> &'static str {
    match label {
        Label::Duty => t(", duty"),
        Label::Must => t(", must have"),
        Label::Nice => t(", nice to have"),
        Label::Benefit => t(", benefit"),
        Label::Apply => t(", how to apply"),
        _ => "",
    }
}

/// Saved jobs that are like it.
fn alike(kin: Kin) -> AnyView {
    let similar = kin.similar.get();
    if similar.is_empty() {
        return ().into_any();
    }
    let id = kin.job.with_value(|job| job.id.clone());
    let each: Vec<AnyView> = similar.iter().map(|job| like(&id, job)).collect();
    view! {
        <section class="card kin" aria-labelledby="h-similar">
            <header><h2 id="h-similar">{t("Similar saved jobs")}</h2><p>{t("By title and skills")}</p></header>
            <ul class="lines">{each}</ul>
        </section>
    }
    .into_any()
}

fn like(id: &JobId, job: &SimilarJob) -> AnyView {
    let row = &job.row;
    let name = row.name(&HERE).to_string();
    let both = Route::Compare(vec![id.to_string(), row.id.to_string()]).to_string();
    let shared: Vec<&str> = job.shared.iter().take(6).map(String::as_str).collect();
    view! {
        <li>
            <p><a class="job-title" href=route(&row.id)>{name.clone()}</a>" "<small>{row.company.clone()}</small></p>
            <p class="small">{t("Both:")}" "{shared.join(", ")}". "<a href=both aria-label=fill("Compare with {name}", &[&name])>{t("Compare")}</a></p>
        </li>
    }
    .into_any()
}
