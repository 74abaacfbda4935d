//! A saved job that is open: its posting at hand, its notes, and saving what changes. Marks are saved
//! at once, notes after a pause and when the page is left; what is not saved stays on screen.

use leptos::ev;
use leptos::prelude::*;

use super::{HERE, Jobs, OpenPosting, Parts, fill, t, today};
use crate::browser::{address, clock, download, timer::Timer};
use crate::job::{
    Dated, Day, Dossier, Event, FactKind, History, Job, JobId, LocalTime, Moment, Reading,
    Reminder, Reminders, Repeat, Suggestion, Value, What, joined,
};
use crate::route::{Route, View};
use crate::store::merged;
use crate::transfer::calendar::{Subject, calendar};
use crate::transfer::{jobposting, markdown};

/// Notes are saved after a pause this long, in milliseconds.
const PAUSE: i32 = 400;

/// An open job. Copied freely: it is handles of signals, which live as long as its page.
#[derive(Clone, Copy)]
pub struct OpenJob {
    /// Its posting, with the person's marks.
    pub open: OpenPosting,
    /// The notes as they stand in their box.
    pub notes: RwSignal<String>,
    /// What happened to it.
    pub history: RwSignal<History>,
    /// What to be reminded of.
    pub reminders: RwSignal<Reminders>,
    /// People, links, documents, offers, and what stands behind ticks.
    pub dossier: RwSignal<Dossier>,
    /// Whether all that is on screen is saved.
    pub is_saved: RwSignal<bool>,
    /// Whether it is put away.
    pub archived: RwSignal<bool>,
    /// Whether it is starred.
    pub starred: RwSignal<bool>,
    /// The person's tags.
    pub tags: RwSignal<Vec<String>>,
    pub(super) jobs: Jobs,
    /// The job as last saved.
    job: StoredValue<Job>,
    pause: StoredValue<Option<Timer>, LocalStorage>,
    is_deleted: StoredValue<bool>,
}

impl OpenJob {
    /// Opens `job`; from now on what the person changes is saved.
    #[must_use]
    pub fn new(jobs: Jobs, parts: Parts, job: Job) -> Self {
        let this = Self {
            open: OpenPosting::new(parts, job.source.clone(), job.read_on, job.marks.clone()),
            notes: RwSignal::new(job.notes.value.clone()),
            history: RwSignal::new(job.history.clone()),
            reminders: RwSignal::new(job.reminders.clone()),
            dossier: RwSignal::new(job.dossier.clone()),
            is_saved: RwSignal::new(true),
            archived: RwSignal::new(job.archived.value),
            starred: RwSignal::new(job.starred.value),
            tags: RwSignal::new(job.tags.iter().map(str::to_string).collect()),
            jobs,
            job: StoredValue::new(job),
            pause: StoredValue::new_local(None),
            is_deleted: StoredValue::new(false),
        };
        let marks = this.open.marks;
        let track = move || {
            marks.track();
            this.history.track();
            this.reminders.track();
            this.dossier.track();
        };
        Effect::watch(track, move |(), _, _| this.save(), false);
        jobs.follow();
        let outside = jobs.outside;
        Effect::watch(
            move || outside.get(),
            move |changed, _, _| this.take_over(changed.as_ref()),
            false,
        );
        let leaving = window_event_listener(ev::pagehide, move |_| this.save());
        let hiding = window_event_listener(ev::visibilitychange, move |_| this.save());
        on_cleanup(move || {
            leaving.remove();
            hiding.remove();
            this.save();
        });
        this
    }

    /// Writes down that the job came into `what`: now, or on the day and time given. Offers to take it
    /// back.
    pub fn add_event(self, what: What, on: Option<LocalTime>, note: String) {
        let now = clock::now();
        let on = on.map_or_else(|| Dated::of(Moment(now), clock::offset(now)), here);
        let id = JobId::new(Moment(now), clock::random()).to_string();
        let words = fill("{what} added to the history.", &[t(what.label())]);
        let mut event = Event::new(id, Moment(now), on, what);
        event.note = note;
        self.put(&self.id(), &event);
        let job = self.id();
        self.jobs
            .notices
            .say_with_undo(words, move || self.put(&job, &removed(&event, true)));
    }

    /// Changes an event that is there.
    pub fn change_event(self, mut event: Event, what: What, on: LocalTime, note: String) {
        if event.on.local != on {
            event.on = here(on);
        }
        (event.what, event.note) = (what, note);
        event.changed = Moment(clock::now()).after(event.changed);
        self.history.update(|history| history.insert(event));
    }

    /// Takes an event back, and offers to put it back.
    pub fn remove_event(self, event: Event) {
        let job = self.id();
        self.put(&job, &removed(&event, true));
        self.jobs
            .notices
            .say_with_undo(t("Taken off the history."), move || {
                self.put(&job, &removed(&event, false));
            });
    }

    /// Which job it is.
    #[must_use]
    pub fn id(self) -> JobId {
        self.job.with_value(|job| job.id.clone())
    }

    /// Puts an event into the history of the job `id`; where its page has gone meanwhile, and its
    /// signals with it, into what is stored.
    fn put(self, id: &JobId, event: &Event) {
        let put = |history: &mut History| history.insert(event.clone());
        if self.history.try_update(put).is_none() {
            self.jobs.change(id, &|job, _| put(&mut job.history));
        }
    }

    /// Adds a reminder.
    pub fn remind(self, due: LocalTime, text: &str, repeat: Repeat) {
        let now = Moment(clock::now());
        let id = JobId::new(now, clock::random()).to_string();
        let reminder = Reminder::new(id, now, due, text, repeat);
        self.reminders.update(|list| list.insert(reminder));
    }

    /// Changes a reminder by `change`, which is given the time it is.
    pub fn change_reminder(self, id: &str, change: impl FnOnce(&mut Reminder, Moment)) {
        self.reminders.update(|list| {
            if let Some(mut reminder) = list.get(id).cloned() {
                let now = Moment(clock::now()).after(reminder.changed);
                change(&mut reminder, now);
                reminder.changed = now;
                list.insert(reminder);
            }
        });
    }

    /// Reminders worth suggesting.
    #[must_use]
    pub fn suggestions(self) -> Vec<Suggestion> {
        let closes = self.closes();
        self.history.with(|history| {
            self.reminders
                .with(|list| list.suggestions(history, closes, today()))
        })
    }

    /// What a suggested reminder would say.
    #[must_use]
    pub fn words_of(self, suggestion: Suggestion) -> String {
        let day = untrack(|| self.closes()).unwrap_or(suggestion.due);
        suggestion.occasion.words_for(&HERE, day)
    }

    /// Answers a suggestion; with a yes it becomes a reminder.
    pub fn answer(self, suggestion: Suggestion, yes: bool) {
        let now = Moment(clock::now());
        self.reminders.update(|list| list.answer(suggestion, now));
        if yes {
            let due = LocalTime::day(suggestion.due);
            self.remind(due, &self.words_of(suggestion), Repeat::Never);
        }
    }

    /// "No contact, stop reminding", or not.
    pub fn stop_reminding(self, stopped: bool) {
        let now = Moment(clock::now());
        self.reminders.update(|list| list.stopped.set(stopped, now));
    }

    /// The last day to apply, where known to the day.
    #[must_use]
    pub fn closes(self) -> Option<Day> {
        self.day(FactKind::Deadline)
    }

    /// The day it was posted, where known to the day.
    #[must_use]
    pub fn posted(self) -> Option<Day> {
        self.day(FactKind::Posted)
    }

    fn day(self, kind: FactKind) -> Option<Day> {
        let read_on = self.open.read_on.get();
        self.open.card.with(|card| match card.value(kind) {
            Some(Value::When(when)) => Day::resolve(when, read_on),
            _ => None,
        })
    }

    /// Gives the person the job's dates as a calendar file; says whether the browser took it.
    #[must_use]
    pub fn export_calendar(self) -> bool {
        let job = self.job.get_value();
        let closes = untrack(|| self.closes());
        let (title, company) = self.open.card.with_untracked(|card| {
            let text = |kind| card.text(kind).map(str::to_string);
            (text(FactKind::Title), text(FactKind::Company))
        });
        let history = self.history.get_untracked();
        let reminders = self.reminders.get_untracked();
        let text = calendar(
            &HERE,
            &[Subject {
                id: &job.id,
                title: title.as_deref().unwrap_or(t("Untitled job")),
                company: company.as_deref(),
                closes,
                changed: job.changed(),
                steps: &job.reading.steps,
                answer_by: self
                    .dossier
                    .with_untracked(|kept| kept.answer_by(job.read_on)),
                history: &history,
                reminders: &reminders,
            }],
        );
        download::text("job.ics", "text/calendar", &text)
    }

    /// Takes the notes as typed, and saves them after a pause.
    pub fn type_notes(self, notes: String) {
        self.notes.set(notes);
        self.is_saved.set(false);
        let save = Timer::after(PAUSE, move || self.save());
        self.pause.set_value(Some(save));
    }

    /// Saves what differs from what is saved.
    pub fn save(self) {
        // The box loses the focus also when its page is gone already, and was saved then.
        if self.is_deleted.try_get_value() != Some(false) {
            return;
        }
        self.pause.set_value(None);
        let mut job = self.job.get_value();
        let mut notes = self.notes.get_untracked();
        let marks = self.open.marks.get_untracked();
        let history = self.history.get_untracked();
        let reminders = self.reminders.get_untracked();
        let dossier = self.dossier.get_untracked();
        let same = job.history == history && job.reminders == reminders && job.dossier == dossier;
        if same && job.notes.value == notes && job.marks == marks {
            self.is_saved.set(true);
            return;
        }
        if job.notes.value != notes {
            // Another tab may have written since: no line of it is written over.
            if let Ok(Some(stored)) = self.jobs.load(&job.id)
                && let Some(both) = joined(&notes, &stored.notes.value, &job.notes.value)
            {
                notes = both;
                job.notes.at = job.notes.at.max(stored.notes.at);
            }
            job.notes.set(notes, Moment(clock::now()));
        }
        job.marks = marks;
        (job.history, job.reminders, job.dossier) = (history, reminders, dossier);
        let read = self.open.read.get_untracked();
        if read.is_read {
            let posting = &read.posting;
            job.reading = Reading::new(&posting.facts).with_steps(&posting.application);
        }
        let saved = self.jobs.save(&job);
        self.is_saved.set(saved.is_some());
        if let Some(saved) = saved {
            self.show(saved);
        }
    }

    /// Takes over what another tab changed of this job, together with what was changed here.
    fn take_over(self, changed: Option<&(JobId, u32)>) {
        let id = self.job.with_value(|job| job.id.clone());
        if changed.is_none_or(|(other, _)| *other != id) || self.is_deleted.get_value() {
            return;
        }
        self.save();
        match self.jobs.load(&id) {
            Ok(Some(stored)) => {
                // Two tabs that wrote at once: what the other overwrote is written again.
                let mine = self.job.get_value();
                let both = merged(&mine, &stored);
                if both != stored {
                    self.jobs.save(&both);
                }
                self.show(both);
            }
            Ok(None) => {
                self.is_deleted.set_value(true);
                self.jobs.say_deleted_elsewhere();
            }
            // What cannot be read is said when it is opened.
            Err(_) => {}
        }
    }

    /// Draws what is saved.
    fn show(self, job: Job) {
        if self.open.marks.with_untracked(|marks| *marks != job.marks) {
            self.open.marks.set(job.marks.clone());
        }
        if self.notes.with_untracked(|notes| *notes != job.notes.value) {
            self.notes.set(job.notes.value.clone());
        }
        if self
            .history
            .with_untracked(|history| *history != job.history)
        {
            self.history.set(job.history.clone());
        }
        if self.reminders.with_untracked(|list| *list != job.reminders) {
            self.reminders.set(job.reminders.clone());
        }
        if self.dossier.with_untracked(|kept| *kept != job.dossier) {
            self.dossier.set(job.dossier.clone());
        }
        self.archived.set(job.archived.value);
        self.starred.set(job.starred.value);
        self.tags.set(job.tags.iter().map(str::to_string).collect());
        self.job.set_value(job);
    }

    /// Puts the job away, or takes it back.
    pub fn archive(self) {
        self.save();
        let id = self.job.with_value(|job| job.id.clone());
        self.jobs.archive(&[id], !self.archived.get_untracked());
    }

    /// The job in Markdown: what its card says, its ticks, what is kept on it, its notes.
    #[must_use]
    pub fn markdown(self) -> String {
        let card = self.open.card.get_untracked();
        let checklist = self.open.checklist.get_untracked();
        let notes = self.notes.get_untracked();
        let read_on = self.open.read_on.get_untracked();
        self.dossier
            .with_untracked(|kept| markdown::job(&HERE, &card, &checklist, kept, &notes, read_on))
    }

    /// Saves the job as a file of structured data, a JobPosting of schema.org.
    pub fn download_job_posting(self) {
        self.save();
        let job = self.job.get_value();
        let name = ["job-posting-", job.id.as_str(), ".json"].concat();
        let given = download::text(&name, "application/ld+json", &jobposting::write(&job));
        self.jobs.notices.gave(
            given,
            t("The job is among your downloads, as structured data."),
        );
    }

    /// Deletes the job, which **Undo** takes back, and goes to the list.
    pub fn delete(self) {
        self.save();
        if self.jobs.delete(&[self.job.get_value().id]) {
            self.is_deleted.set_value(true);
            address::go(&Route::Jobs { view: View::List }.to_string());
        }
    }
}

/// A local time as lived here: with the offset that clocks here have then.
fn here(local: LocalTime) -> Dated {
    let (year, month, day) = (local.day.year(), local.day.month(), local.day.day());
    let minute = local.minute.unwrap_or(0);
    let offset = clock::offset(clock::moment_of(year, month, day, minute));
    Dated { local, offset }
}

/// `event` taken back now, or put back.
fn removed(event: &Event, removed: bool) -> Event {
    let mut event = event.clone();
    event.removed = removed;
    event.changed = Moment(clock::now()).after(event.changed);
    event
}
