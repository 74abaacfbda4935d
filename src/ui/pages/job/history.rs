//! The status of a job and its history: a status is set at a stroke and can be redated, told about,
//! and taken back in the history, event by event.

use leptos::ev;
use leptos::prelude::*;

use super::super::jobs::views::stage_class;
use crate::job::{Event, LocalTime, Round, RoundKind, Status, What};
use crate::state::words::{day_short, day_words, days_away};
use crate::state::{OpenJob, TypedForm, count, fill, focus_soon, t, today};
use crate::ui::{icons, live};

const ADD: &str = "add-event";
const FIRST: &str = "event-what";

/// Which event is being edited: none, a new one (`None`), one that is there.
type Editing = RwSignal<Option<Option<String>>>;

/// The region.
pub fn status(job: OpenJob) -> AnyView {
    let now = move || job.history.with(crate::job::History::status);
    let options = Status::ALL.map(|status| {
        view! { <option value=status.label() selected=move || now() == status>{t(status.label())}</option> }
    });
    let choose = move |e| {
        let label = event_target_value(&e);
        let status = Status::ALL.into_iter().find(|s| s.label() == label);
        if let Some(status) = status.filter(|status| *status != now()) {
            job.add_event(What::Status(status), None, String::new());
        }
    };
    let editing: Editing = RwSignal::new(None);
    let add = move |_| {
        editing.set(Some(None));
        focus_soon(FIRST.into());
    };
    let new = move || {
        match editing.get() {
        Some(None) => form(job, editing, None),
        _ => view! { <button class="btn" type="button" id=ADD on:click=add>{t("Add to history")}</button> }.into_any(),
    }
    };
    view! {
        <section class="card" aria-labelledby="h-status">
            <header><h2 id="h-status">{t("Status")}</h2><p><span class=move || stage_class(now().stage())>{move || t(now().label())}</span></p></header>
            <div class="tools status">
                <label class="field">{t("Status")}<select prop:value=move || now().label() on:change=choose>{options.collect_view()}</select></label>
            </div>
            {live(move || list(job, editing))}
            <div class="note">{live(new)}</div>
        </section>
    }
    .into_any()
}

fn list(job: OpenJob, editing: Editing) -> AnyView {
    let events: Vec<Event> = job
        .history
        .with(|history| history.iter().rev().cloned().collect());
    let open = editing.get().flatten();
    let rows: Vec<AnyView> = events
        .into_iter()
        .map(|event| match open.as_ref() == Some(&event.id) {
            true => view! { <li>{form(job, editing, Some(event))}</li> }.into_any(),
            false => row(editing, &event),
        })
        .collect();
    view! { <ol class="log" aria-label=t("History") reversed>{rows}</ol> }.into_any()
}

fn button_id(event: &Event) -> String {
    format!("event-{}", event.id)
}

fn row(editing: Editing, event: &Event) -> AnyView {
    let (day, today) = (event.on.day(), today());
    let mut about = Vec::new();
    if day > today {
        about.push(match day.days_from(today) {
            1 => t("Tomorrow").to_string(),
            n => count("In {n} day | In {n} days", n.unsigned_abs() as usize, &[]),
        });
    }
    let mut class = if day > today { "next" } else { "" };
    match &event.what {
        What::Round(round) => {
            if !round.people.is_empty() {
                about.push(fill("With {who}", &[&round.people]));
            }
            about.extend((!round.place.is_empty()).then(|| round.place.clone()));
            about.extend(round.minutes.map(|m| fill("{n} min", &[&m.to_string()])));
        }
        What::Contact | What::Remark => class = "aside",
        What::Status(_) => {}
    }
    let clock = event.on.local.clock();
    let clock =
        (matches!(event.what, What::Round(_)) && !clock.is_empty()).then(|| format!(", {clock}"));
    let label = fill(
        "Edit: {what}, {day}",
        &[t(event.what.label()), &day_words(day)],
    );
    let id = button_id(event);
    let edit = {
        let id = event.id.clone();
        move |_| {
            editing.set(Some(Some(id.clone())));
            focus_soon(FIRST.into());
        }
    };
    let about = about.join(". ");
    let (about, note) = (show(about), show(event.note.clone()));
    view! {
        <li class=class>
            <time datetime=day.to_string() title=days_away(day, today)>{day_short(day, today)}</time>
            <div class="event">
                <div><b>{t(event.what.label())}</b>{clock}{about}{note}</div>
                <button class="btn icon" type="button" id=id aria-label=label on:click=edit>{icons::pencil()}</button>
            </div>
        </li>
    }
    .into_any()
}

fn show(words: String) -> Option<AnyView> {
    (!words.is_empty()).then(|| view! { <p>{words}</p> }.into_any())
}

/// What an event can be, each with its name on screen.
fn choices() -> Vec<What> {
    let statuses = Status::ALL.into_iter().filter(|s| *s != Status::Interview);
    let mut all: Vec<What> = statuses.map(What::Status).collect();
    let round = |kind| {
        What::Round(Round {
            kind,
            ..Round::default()
        })
    };
    all.extend(RoundKind::ALL.map(round));
    all.extend([What::Contact, What::Remark]);
    all
}

/// What a form says; a fault in words where it says no day.
fn typed(event: &ev::SubmitEvent) -> Result<(What, LocalTime, String), &'static str> {
    let fields = TypedForm::of(event).ok_or(t("The form cannot be read."))?;
    let one = |name: &str| {
        fields
            .values(name)
            .into_iter()
            .next()
            .unwrap_or_default()
            .trim()
            .to_string()
    };
    let on = LocalTime::parse(&one("day"), &one("time")).ok_or(t("Give the day."))?;
    let label = one("what");
    let what = choices()
        .into_iter()
        .find(|what| what.label() == label)
        .ok_or(t("Say what it was."))?;
    let what = match what {
        What::Round(round) => What::Round(Round {
            kind: round.kind,
            people: one("people"),
            place: one("place"),
            minutes: one("minutes").parse().ok(),
        }),
        other => other,
    };
    Ok((what, on, one("note")))
}

fn form(job: OpenJob, editing: Editing, event: Option<Event>) -> AnyView {
    let back_to = event.as_ref().map_or_else(|| ADD.to_string(), button_id);
    let stop = Callback::new(move |()| {
        editing.set(None);
        focus_soon(back_to.clone());
    });
    let fault = RwSignal::new("");
    let before = event.clone();
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        match typed(&e) {
            Ok((what, on, note)) => {
                match before.clone() {
                    Some(event) => job.change_event(event, what, on, note),
                    None => job.add_event(what, Some(on), note),
                }
                stop.run(());
            }
            Err(words) => fault.set(words),
        }
    };
    let escape = move |e: ev::KeyboardEvent| {
        if e.key() == "Escape" {
            stop.run(());
        }
    };
    let local = event
        .as_ref()
        .map_or(LocalTime::day(today()), |e| e.on.local);
    let chosen = match event.as_ref().map(|e| &e.what) {
        // an interview said by its status alone
        Some(What::Status(Status::Interview)) => RoundKind::Talk.label(),
        Some(what) => what.label(),
        None => Status::Applied.label(),
    };
    let round = match event.as_ref().map(|e| e.what.clone()) {
        Some(What::Round(round)) => round,
        _ => Round::default(),
    };
    let is_round = RwSignal::new(RoundKind::ALL.iter().any(|kind| kind.label() == chosen));
    let choose = move |e| {
        let label = event_target_value(&e);
        is_round.set(RoundKind::ALL.iter().any(|kind| kind.label() == label));
    };
    let options: Vec<AnyView> = choices()
        .into_iter()
        .map(|what| {
            let label = what.label();
            view! { <option value=label selected=label == chosen>{t(label)}</option> }.into_any()
        })
        .collect();
    let fields = live(move || match is_round.get() {
        true => {
            let round = round.clone();
            let minutes = round.minutes.map(|m| m.to_string());
            view! {
                <label class="field">{t("With")}<input type="text" name="people" autocomplete="off" value=round.people/></label>
                <label class="field">{t("Where")}<input type="text" name="place" autocomplete="off" value=round.place/></label>
                <label class="field">{t("Minutes")}<input type="number" name="minutes" min="1" max="1440" value=minutes/></label>
            }
            .into_any()
        }
        false => ().into_any(),
    });
    let name = if event.is_some() {
        t("Edit event")
    } else {
        t("Add to history")
    };
    let note = event.as_ref().map(|e| e.note.clone());
    let remove = event.map(|event| {
        let remove = move |_| {
            editing.set(None);
            job.remove_event(event.clone());
            focus_soon(ADD.into());
        };
        view! { <button class="btn" type="button" on:click=remove>{t("Remove")}</button> }
    });
    view! {
        <form class="edit boxed" aria-label=name on:submit=submit on:keydown=escape>
            <label class="field">{t("What")}<select id=FIRST name="what" on:change=choose>{options}</select></label>
            <div class="row">
                <label class="field">{t("Day")}<input type="date" name="day" required value=local.day.to_string()/></label>
                <label class="field">{t("Time")}<input type="time" name="time" value=local.clock()/></label>
            </div>
            {fields}
            <label class="field">{t("Remark")}<input type="text" name="note" autocomplete="off" value=note/></label>
            <p class="wrong" aria-live="polite">{fault}</p>
            <div class="row">
                <button class="btn go" type="submit">{t("Save")}</button>
                <button class="btn" type="button" on:click=move |_| stop.run(())>{t("Cancel")}</button>
                {remove}
            </div>
        </form>
    }
    .into_any()
}
