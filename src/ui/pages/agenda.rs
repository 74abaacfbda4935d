//! The Agenda: what is due of all saved jobs, from what is overdue to what comes later. A reminder is
//! done or put off on the spot.

use leptos::prelude::*;

use super::jobs::views::{due, stage, views};
use crate::job::{Day, Due, DueWhat, Job, JobId, LocalTime, Moment, Reminder, Soon, agenda};
use crate::route::{Route, View};
use crate::state::{App, Jobs, adopt_track_styles, focus_soon, today};
use crate::ui::live;

/// The id of what is focused after a row has gone.
const HEAD: &str = "agenda-head";

/// The page.
pub fn page(app: App) -> AnyView {
    adopt_track_styles();
    let jobs = app.jobs;
    jobs.refresh();
    let today = today();
    let all = move || {
        jobs.rows.track();
        let loaded = jobs.load_all();
        draw(jobs, &loaded, today)
    };
    view! {
        <div class="head"><div><h1 id=HEAD tabindex="-1">"Jobs"</h1></div>{views(View::Agenda)}</div>
        {live(all)}
    }
    .into_any()
}

fn draw(jobs: Jobs, loaded: &[Job], today: Day) -> AnyView {
    let list = agenda(loaded, today);
    if list.is_empty() {
        return view! {
            <section class="card" aria-labelledby="h-nothing">
                <header><h2 id="h-nothing">"Nothing is due"</h2></header>
                <div class="in stack">
                    <p>"Deadlines of saved postings, interviews in a job’s history and its reminders stand here by day."</p>
                    <p><a class="btn" href=Route::Jobs { view: View::List }.to_string()>"All saved jobs"</a></p>
                </div>
            </section>
        }
        .into_any();
    }
    let groups = Soon::ALL.map(|soon| {
        let of = |due: &&Due| Soon::of(due.at.day, today) == soon;
        let rows: Vec<AnyView> = list
            .iter()
            .filter(of)
            .filter_map(|due| Some(row(jobs, due, loaded.get(due.job)?, today)))
            .collect();
        if rows.is_empty() {
            return ().into_any();
        }
        view! {
            <section class="card" aria-label=soon.label()>
                <header><h2>{soon.label()}</h2><p class="num">{rows.len()}</p></header>
                <ul class="lines agenda">{rows}</ul>
            </section>
        }
        .into_any()
    });
    view! { <div class="stack">{groups.into_iter().collect_view()}</div> }.into_any()
}

fn row(jobs: Jobs, one: &Due, job: &Job, today: Day) -> AnyView {
    let card = job.card();
    let title = card.text(crate::job::FactKind::Title);
    let title = title.unwrap_or("Untitled job").to_string();
    let company = card.text(crate::job::FactKind::Company).map(str::to_string);
    let (words, acts) = match &one.what {
        DueWhat::Deadline if one.at.day < today => ("Closed".to_string(), None),
        DueWhat::Deadline => ("Closes".to_string(), None),
        DueWhat::Interview(kind) => (kind.label().to_string(), None),
        DueWhat::Reminder { id, text } => (text.clone(), Some(acts(jobs, &job.id, id, text))),
    };
    let href = Route::Job(job.id.to_string()).to_string();
    view! {
        <li>
            {due(one.at, today)}
            <div><b>{words}</b><p><a class="job-title" href=href>{title}</a>" "<small>{company}</small></p></div>
            {acts.unwrap_or_else(|| stage(job.status().stage(), job.status().label()))}
        </li>
    }
    .into_any()
}

/// What can be done with a reminder.
fn acts(jobs: Jobs, job: &JobId, id: &str, text: &str) -> AnyView {
    let of = StoredValue::new((job.clone(), id.to_string()));
    let change = move |act: fn(&mut Reminder, Moment)| {
        of.with_value(|(job, id)| {
            jobs.change(job, &|job, now| {
                if let Some(mut reminder) = job.reminders.get(id).cloned() {
                    let now = now.after(reminder.changed);
                    act(&mut reminder, now);
                    job.reminders.insert(reminder);
                }
            });
        });
        focus_soon(HEAD.into());
    };
    let done = move |_| change(|reminder, now| reminder.finish(today(), now));
    let later = move |_| {
        change(|reminder, now| {
            let due = reminder.due();
            let day = due.day.max(today()).plus(1);
            reminder.snooze(
                LocalTime {
                    day,
                    minute: due.minute,
                },
                now,
            );
        });
    };
    let name = |what: &str| [what, ": ", text].concat();
    view! {
        <span class="row">
            <button class="btn bare" type="button" aria-label=name("Done") on:click=done>"Done"</button>
            <button class="btn bare" type="button" aria-label=name("A day later") on:click=later>"A day later"</button>
        </span>
    }
    .into_any()
}
