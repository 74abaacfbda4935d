//! The reminders of a job: what is due, what could be, and adding one. Nothing is made without a yes.

use leptos::ev;
use leptos::prelude::*;

use crate::job::{LocalTime, Reminder, Repeat, Suggestion};
use crate::state::words::{day_short, day_words, days_away};
use crate::state::{App, OpenJob, TypedForm, focus_soon, t, today};
use crate::ui::live;

const ADD: &str = "add-reminder";
const FIRST: &str = "reminder-text";

/// The region.
pub fn reminders(app: App, job: OpenJob) -> AnyView {
    let adding = RwSignal::new(false);
    let add = move |_| {
        adding.set(true);
        focus_soon(FIRST.into());
    };
    let new = move || {
        match adding.get() {
        true => form(job, adding),
        false => {
            view! { <button class="btn" type="button" id=ADD on:click=add>{t("Add reminder")}</button> }
                .into_any()
        }
    }
    };
    let stop = move |e| job.stop_reminding(event_target_checked(&e));
    let export = move |_| {
        if !job.export_calendar() {
            app.notices
                .warn(t("The browser did not take the calendar file.").to_string());
        }
    };
    view! {
        <section class="card" aria-labelledby="h-remind">
            <header><h2 id="h-remind">{t("Reminders")}</h2>
                <button class="btn bare" type="button" on:click=export>{t("Calendar file")}</button></header>
            {live(move || list(job))}
            {live(move || suggested(job))}
            <div class="note">{live(new)}</div>
            <div class="note">
                <label class="check"><input type="checkbox" prop:checked=move || job.reminders.with(|r| r.stopped.value) on:change=stop/>
                    {t("No contact, stop reminding")}</label>
            </div>
        </section>
    }
    .into_any()
}

fn list(job: OpenJob) -> AnyView {
    let open: Vec<Reminder> = job
        .reminders
        .with(|list| list.open().into_iter().cloned().collect());
    if open.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = open.iter().map(|reminder| row(job, reminder)).collect();
    view! { <ul class="lines remind" aria-label=t("Reminders")>{rows}</ul> }.into_any()
}

/// A day, the heavier the nearer.
fn due(at: LocalTime) -> AnyView {
    let today = today();
    let (class, date) = match at.day.days_from(today) {
        n if n < 0 => ("due past", day_short(at.day, today)),
        0 => ("due now", t("today").to_string()),
        n if n <= 3 => ("due now", day_short(at.day, today)),
        n if n <= 14 => ("due soon", day_short(at.day, today)),
        _ => ("due far", day_short(at.day, today)),
    };
    let words = [date, at.clock()].join(" ");
    let title = [day_words(at.day), days_away(at.day, today)].join(", ");
    view! { <span class=class title=title>{words.trim_end().to_string()}</span> }.into_any()
}

fn row(job: OpenJob, reminder: &Reminder) -> AnyView {
    let at = reminder.due();
    let again = (reminder.repeat != Repeat::Never).then(|| t(reminder.repeat.label()));
    let name = |what: &str| format!("{what}: {}", reminder.text);
    let id = StoredValue::new(reminder.id.clone());
    let change = move |act: fn(&mut Reminder, crate::job::Moment)| {
        id.with_value(|id| job.change_reminder(id, act));
        focus_soon(ADD.into());
    };
    let done = move |_| change(|reminder, now| reminder.finish(today(), now));
    let later = move |_| {
        change(|reminder, now| {
            let day = reminder.due().day.max(today()).plus(1);
            let minute = reminder.due().minute;
            reminder.snooze(LocalTime { day, minute }, now);
        });
    };
    let delete = move |_| change(|reminder, _| reminder.removed = true);
    view! {
        <li>
            <label class="check"><input type="checkbox" aria-label=name(t("Done")) on:change=done/>
                <span>{reminder.text.clone()}" "<small>{again}</small></span></label>
            {due(at)}
            <span class="row">
                <button class="btn bare" type="button" aria-label=name(t("A day later")) on:click=later>{t("A day later")}</button>
                <button class="btn bare" type="button" aria-label=name(t("Delete")) on:click=delete>{t("Delete")}</button>
            </span>
        </li>
    }
    .into_any()
}

fn suggested(job: OpenJob) -> AnyView {
    let list = job.suggestions();
    if list.is_empty() {
        return ().into_any();
    }
    let rows: Vec<AnyView> = list.into_iter().map(|one| suggestion(job, one)).collect();
    view! { <ul class="lines remind" aria-label=t("Suggested reminders")>{rows}</ul> }.into_any()
}

fn suggestion(job: OpenJob, one: Suggestion) -> AnyView {
    let text = job.words_of(one);
    let name = |what: &str| [what, ": ", &text].concat();
    let answer = move |yes| {
        job.answer(one, yes);
        focus_soon(ADD.into());
    };
    view! {
        <li>
            <span><small>{t("Suggested:")}" "</small>{text.clone()}</span>
            {due(LocalTime::day(one.due))}
            <span class="row">
                <button class="btn bare" type="button" aria-label=name(t("Remind me")) on:click=move |_| answer(true)>{t("Remind me")}</button>
                <button class="btn bare" type="button" aria-label=name(t("No")) on:click=move |_| answer(false)>{t("No")}</button>
            </span>
        </li>
    }
    .into_any()
}

fn form(job: OpenJob, adding: RwSignal<bool>) -> AnyView {
    let stop = Callback::new(move |()| {
        adding.set(false);
        focus_soon(ADD.into());
    });
    let fault = RwSignal::new("");
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        let Some(fields) = TypedForm::of(&e) else {
            return;
        };
        let one = |name: &str| fields.values(name).into_iter().next().unwrap_or_default();
        let text = one("text");
        let Some(due) = LocalTime::parse(&one("day"), &one("time")) else {
            fault.set(t("Give the day."));
            return;
        };
        if text.trim().is_empty() {
            fault.set(t("Say what of."));
            return;
        }
        let label = one("repeat");
        let repeat = Repeat::ALL
            .into_iter()
            .find(|repeat| repeat.label() == label);
        job.remind(due, &text, repeat.unwrap_or_default());
        stop.run(());
    };
    let escape = move |e: ev::KeyboardEvent| {
        if e.key() == "Escape" {
            stop.run(());
        }
    };
    let options = Repeat::ALL
        .map(|repeat| view! { <option value=repeat.label()>{t(repeat.label())}</option> });
    view! {
        <form class="edit" aria-label=t("Add reminder") on:submit=submit on:keydown=escape>
            <label class="field">{t("Remind me of")}<input id=FIRST type="text" name="text" required autocomplete="off"/></label>
            <div class="row">
                <label class="field">{t("Day")}<input type="date" name="day" required value=today().plus(1).to_string()/></label>
                <label class="field">{t("Time")}<input type="time" name="time"/></label>
                <label class="field">{t("Comes")}<select name="repeat">{options.collect_view()}</select></label>
            </div>
            <p class="wrong" aria-live="polite">{fault}</p>
            <div class="row">
                <button class="btn go" type="submit">{t("Add")}</button>
                <button class="btn" type="button" on:click=move |_| stop.run(())>{t("Cancel")}</button>
            </div>
        </form>
    }
    .into_any()
}
