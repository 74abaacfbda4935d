//! The Agenda: what is due of the saved jobs, from what is overdue to what comes later. Each thing is done
//! or put off on the spot; whatever is done here can be taken back.

use std::sync::Arc;

use leptos::prelude::*;

use super::views::{due, stage};
use crate::job::{
    Day, Due, DueWhat, Event, Job, JobId, LocalTime, Moment, Occasion, Reminder, Repeat, Soon,
    Stage, Status, Suggestion, What, agenda,
};
use crate::route::Route;
use crate::state::{
    Allowed, App, Back, FoundRow, HERE, Jobs, Watch, count, fill, focus_soon, mark, new_event, t,
    today,
};
use crate::ui::components::menu::{Menu, Offer};
use crate::ui::live;

/// The id of what is focused after a row has gone.
const HEAD: &str = "agenda";
/// So many things of a group are drawn at first.
const AT_FIRST: usize = 40;
/// How far something is put off, in days.
const LATER: [(&str, i32); 4] = [
    (mark("Tomorrow"), 1),
    (mark("In 3 days"), 3),
    (mark("In a week"), 7),
    (mark("In 2 weeks"), 14),
];

/// The rows that are found.
type Found = Memo<Vec<Arc<FoundRow>>>;

/// All that is due of the found jobs.
pub fn agenda_of(app: App, menu: Menu, found: Found) -> AnyView {
    let jobs = app.jobs;
    let all = RwSignal::new(false);
    let groups = move || {
        let today = today();
        found.with(|found| draw(jobs, menu, found, today, all))
    };
    view! {
        <div class="stack agenda" id=HEAD tabindex="-1" role="group" aria-label=t("Agenda")>
            {live(move || away(app.watch, menu))}
            {live(groups)}
            {live(move || notifying(app.watch))}
        </div>
    }
    .into_any()
}

fn draw(
    jobs: Jobs,
    menu: Menu,
    found: &[Arc<FoundRow>],
    today: Day,
    all: RwSignal<bool>,
) -> AnyView {
    let list = agenda(found.iter().map(|found| &found.row), today);
    if list.is_empty() {
        return view! {
            <section class="card" aria-labelledby="h-nothing">
                <header><h2 id="h-nothing">{t("Nothing is due")}</h2></header>
                <div class="in"><p>{t("Deadlines and dated steps of saved postings, interviews in a job’s history, its reminders, and a word when an application had no answer for a week: all of it stands here by day.")}</p></div>
            </section>
        }
        .into_any();
    }
    let groups = Soon::ALL.map(|soon| {
        let of = |(_, due): &&(usize, Due)| Soon::of(due.at.day, today) == soon;
        let rows: Vec<&(usize, Due)> = list.iter().filter(of).collect();
        if rows.is_empty() {
            return ().into_any();
        }
        let count = rows.len();
        let most = if all.get() { count } else { AT_FIRST };
        let left = count.saturating_sub(most);
        let more = (left > 0).then(|| {
            let words = fill("Show {n} more", &[&left.to_string()]);
            view! { <div class="note"><button class="btn" type="button" on:click=move |_| all.set(true)>{words}</button></div> }
        });
        let rows: Vec<AnyView> = rows
            .into_iter()
            .take(most)
            .filter_map(|(place, due)| Some(row(jobs, menu, found.get(*place)?, due, today)))
            .collect();
        view! {
            <section class="card" aria-label=t(soon.label())>
                <header><h2>{t(soon.label())}</h2><p class="num">{count}</p></header>
                <ul class="lines dues">{rows}</ul>
                {more}
            </section>
        }
        .into_any()
    });
    groups.into_iter().collect_view().into_any()
}

/// What fell due while no page was open.
fn away(watch: Watch, menu: Menu) -> AnyView {
    let Some((from, to)) = watch.away.get() else {
        return ().into_any();
    };
    let today = today();
    let missed = watch.ringing(from, to);
    let rows: Vec<AnyView> = missed
        .iter()
        .map(|(found, due)| row(watch.jobs(), menu, found, due, today))
        .collect();
    let seen = move |_| {
        watch.away.set(None);
        focus_soon(HEAD.into());
    };
    view! {
        <section class="card away" aria-label=t("While you were away")>
            <header><h2>{t("While you were away")}</h2><button class="btn" type="button" on:click=seen>{t("Seen")}</button></header>
            <ul class="lines dues">{rows}</ul>
        </section>
    }
    .into_any()
}

/// Whether the person is told what falls due, and how to change that.
fn notifying(watch: Watch) -> AnyView {
    let (words, button) = match watch.allowed.get() {
        Allowed::Never => return ().into_any(),
        Allowed::Yes => (
            t("While Rolecard is open, you are notified of what falls due."),
            Some((t("Stop notifying"), false)),
        ),
        Allowed::NotAsked => (
            t(
                "While Rolecard is open, it can notify you of what falls due. Nothing is sent anywhere; for when it is closed, Export calendar on the Data page puts all of it into your calendar.",
            ),
            Some((t("Notify me"), true)),
        ),
        Allowed::No => (
            t(
                "The browser does not let this page notify you. It can be allowed in the browser’s settings of this site.",
            ),
            None,
        ),
    };
    let button = button.map(|(label, on)| {
        view! { <button class="btn" type="button" on:click=move |_| watch.tell_me(on)>{label}</button> }
    });
    view! { <div class="card note nudge"><p>{words}</p>{button}</div> }.into_any()
}

fn row(jobs: Jobs, menu: Menu, found: &Arc<FoundRow>, one: &Due, today: Day) -> AnyView {
    let row = &found.row;
    let href = Route::Job(row.id.to_string()).to_string();
    let words = one.words(&HERE, today).to_string();
    let kind = match one.what {
        DueWhat::Suggested(Occasion::FollowUp) => quiet_for(row.contact, today),
        DueWhat::Step(_) => Some(t("Step of the application").to_string()),
        _ => None,
    };
    let acts = Acts {
        jobs,
        menu,
        id: row.id.clone(),
        title: row.name(&HERE).to_string(),
        due: one.clone(),
    };
    view! {
        <li>
            <p>{due(one.at, today)}</p>
            <div>
                <b>{words}</b>{kind.map(|kind| view! { " "<small>{kind}</small> })}
                <p><a class="job-title" href=href>{row.name(&HERE).to_string()}</a>" "<small>{row.company.clone()}</small></p>
            </div>
            {stage(row.status.stage(), t(row.status.label()))}
            {acts.view(row.status.stage(), today)}
        </li>
    }
    .into_any()
}

fn quiet_for(contact: Option<Day>, today: Day) -> Option<String> {
    match today.days_from(contact?) {
        n if n > 1 => Some(count(
            "No answer for {n} day | No answer for {n} days",
            n.unsigned_abs() as usize,
            &[],
        )),
        _ => None,
    }
}

/// What can be done with a thing that is due.
#[derive(Clone)]
struct Acts {
    jobs: Jobs,
    menu: Menu,
    id: JobId,
    title: String,
    due: Due,
}

impl Acts {
    /// The buttons.
    fn view(self, stage: Stage, today: Day) -> AnyView {
        let mut buttons: Vec<AnyView> = Vec::new();
        match &self.due.what {
            DueWhat::Reminder { .. } => buttons.push(self.button(t("Done"), Self::done)),
            DueWhat::Deadline => {
                buttons.push(self.button(t("Applied"), |acts| acts.came_into(Status::Applied)));
                if self.due.at.day < today {
                    buttons.push(self.button(t("Expired"), |acts| acts.came_into(Status::Expired)));
                }
            }
            DueWhat::Answer => {
                buttons.push(self.button(t("Accepted"), |acts| acts.came_into(Status::Accepted)));
                buttons.push(self.button(t("Declined"), |acts| acts.came_into(Status::Declined)));
            }
            DueWhat::Suggested(Occasion::FollowUp) => {
                buttons.push(self.button(t("Done"), Self::contacted));
                buttons.push(self.button(t("No answer"), |acts| acts.came_into(Status::NoAnswer)));
                buttons.push(self.button(t("Stop reminding"), Self::stop));
            }
            DueWhat::Suggested(_) => {
                buttons.push(self.button(t("Done"), Self::contacted));
                buttons.push(self.button(t("Not needed"), |acts| {
                    acts.answer(t("Not suggested again."));
                }));
            }
            DueWhat::Step(_) if stage == Stage::Saved => {
                buttons.push(self.button(t("Applied"), |acts| acts.came_into(Status::Applied)));
            }
            DueWhat::Step(_) | DueWhat::Interview(_) => {}
        }
        let label = match self.due.what {
            DueWhat::Reminder { .. } | DueWhat::Suggested(_) => t("Snooze"),
            _ => t("Remind me"),
        };
        let id = ["later-", &self.key()].concat();
        let name = self.name(label);
        let open = {
            let (acts, id, name) = (self, id.clone(), name.clone());
            move |_| {
                let acts = acts.clone();
                acts.menu.open(Offer {
                    name: name.clone(),
                    button: id.clone(),
                    items: LATER.map(|(words, _)| (t(words), false)).to_vec(),
                    choose: Callback::new(move |at: usize| {
                        if let Some((_, days)) = LATER.get(at) {
                            acts.later(*days);
                        }
                    }),
                });
            }
        };
        buttons.push(
            view! { <button class="btn bare" type="button" id=id aria-haspopup="menu" aria-label=name on:click=open>{label}</button> }
                .into_any(),
        );
        view! { <div class="row">{buttons}</div> }.into_any()
    }

    fn button(&self, label: &'static str, act: fn(&Self)) -> AnyView {
        let (acts, name) = (self.clone(), self.name(label));
        let press = move |_| {
            act(&acts);
            focus_soon(HEAD.into());
        };
        view! { <button class="btn bare" type="button" aria-label=name on:click=press>{label}</button> }
            .into_any()
    }

    /// A button's whole name: what it does, to what, of which job.
    fn name(&self, label: &str) -> String {
        let what = match self.due.what {
            DueWhat::Deadline => "",
            _ => self.due.words(&HERE, self.due.at.day),
        };
        let between = if what.is_empty() { "" } else { ", " };
        [label, ": ", what, between, &self.title].concat()
    }

    /// Tells this thing from the others of the page.
    fn key(&self) -> String {
        let what = match &self.due.what {
            DueWhat::Deadline => "deadline",
            DueWhat::Step(_) => "step",
            DueWhat::Interview(_) => "interview",
            DueWhat::Answer => "answer",
            DueWhat::Reminder { id, .. } => id,
            DueWhat::Suggested(_) => "suggested",
        };
        let day = self.due.at.day.to_string();
        [self.id.as_str(), "-", what, "-", &day].concat()
    }

    fn alter(&self, words: &str, change: &dyn Fn(&mut Job, Moment), back: Back) {
        let id = std::slice::from_ref(&self.id);
        self.jobs.alter(id, words.to_string(), change, back);
    }

    fn came_into(&self, status: Status) {
        self.jobs.set_status(std::slice::from_ref(&self.id), status);
    }

    /// Changes the reminder this is about; **Undo** puts it back as it was.
    fn change_reminder(&self, words: &str, change: &dyn Fn(&mut Reminder, Moment)) {
        let DueWhat::Reminder { id, .. } = &self.due.what else {
            return;
        };
        let before: Arc<std::sync::Mutex<Option<Reminder>>> = Arc::default();
        let kept = before.clone();
        let back: Back = Arc::new(move |job, now| {
            let old = kept.lock().ok().and_then(|old| old.clone());
            if let Some(mut old) = old {
                let since = job
                    .reminders
                    .get(&old.id)
                    .map_or(old.changed, |r| r.changed);
                old.changed = now.after(since);
                job.reminders.insert(old);
            }
        });
        self.alter(
            words,
            &|job, now| {
                if let Some(mut reminder) = job.reminders.get(id).cloned() {
                    if let Ok(mut before) = before.lock() {
                        *before = Some(reminder.clone());
                    }
                    let now = now.after(reminder.changed);
                    change(&mut reminder, now);
                    job.reminders.insert(reminder);
                }
            },
            back,
        );
    }

    fn done(&self) {
        self.change_reminder(t("Done."), &|reminder, now| reminder.finish(today(), now));
    }

    /// Puts a reminder off; anything else becomes a reminder of its own.
    fn later(&self, days: i32) {
        let at = LocalTime {
            day: today().plus(days),
            minute: None,
        };
        focus_soon(HEAD.into());
        match &self.due.what {
            DueWhat::Reminder { .. } => {
                let at = LocalTime {
                    minute: self.due.at.minute,
                    ..at
                };
                self.change_reminder(t("Put off."), &|reminder, now| reminder.snooze(at, now));
            }
            what => {
                let (id, suggestion) = (new_event(), self.suggestion());
                let text = match what {
                    DueWhat::Deadline => Occasion::Deadline.words_for(&HERE, self.due.at.day),
                    _ => self.due.words(&HERE, self.due.at.day).to_string(),
                };
                let undone = id.clone();
                let back: Back = Arc::new(move |job, now| {
                    if let Some(mut reminder) = job.reminders.get(&undone).cloned() {
                        reminder.removed = true;
                        reminder.changed = now.after(reminder.changed);
                        job.reminders.insert(reminder);
                    }
                });
                let add = |job: &mut Job, now: Moment| {
                    let reminder = Reminder::new(id.clone(), now, at, &text, Repeat::Never);
                    job.reminders.insert(reminder);
                    if let Some(suggestion) = suggestion {
                        job.reminders.answer(suggestion, now);
                    }
                };
                self.alter(t("You will be reminded."), &add, back);
            }
        }
    }

    /// What was suggested, if anything was.
    fn suggestion(&self) -> Option<Suggestion> {
        match self.due.what {
            DueWhat::Suggested(occasion) => Some(Suggestion {
                occasion,
                due: self.due.at.day,
            }),
            _ => None,
        }
    }

    /// The person wrote to them, or spoke with them: that is a contact of today, and answers what was
    /// suggested.
    fn contacted(&self) {
        let (id, suggestion) = (new_event(), self.suggestion());
        let undone = id.clone();
        let back: Back = Arc::new(move |job, now| {
            let there = job.history.all().iter().find(|e| e.id == undone).cloned();
            if let Some(mut event) = there {
                event.removed = true;
                event.changed = now.after(event.changed);
                job.history.insert(event);
            }
        });
        let add = |job: &mut Job, now: Moment| {
            let on = crate::state::here_now(now);
            job.history
                .insert(Event::new(id.clone(), now, on, What::Contact));
            if let Some(suggestion) = suggestion.filter(|s| s.occasion == Occasion::Thanks) {
                job.reminders.answer(suggestion, now);
            }
        };
        self.alter(t("Contact added to the history."), &add, back);
    }

    /// Answers what was suggested with no.
    fn answer(&self, words: &str) {
        if let Some(suggestion) = self.suggestion() {
            let id = self.id.clone();
            self.jobs
                .change(&id, &|job, now| job.reminders.answer(suggestion, now));
            self.jobs.say(words);
        }
    }

    /// "No contact, stop reminding".
    fn stop(&self) {
        let back: Back = Arc::new(|job, now| job.reminders.stopped.set(false, now));
        let stop = |job: &mut Job, now: Moment| job.reminders.stopped.set(true, now);
        self.alter(t("No more reminders for this job."), &stop, back);
    }
}
