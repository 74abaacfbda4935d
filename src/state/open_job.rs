//! A saved job that is open: its posting at hand, its notes, and saving what changes. Marks are saved
//! at once, notes after a pause and when the page is left; what is not saved stays on screen.

use leptos::ev;
use leptos::prelude::*;

use super::{Jobs, OpenPosting, Part};
use crate::browser::{address, clock, download, timer::Timer};
use crate::job::{Job, JobId, Moment, Reading};
use crate::route::{Route, View};
use crate::store::merged;
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
    /// Whether all that is on screen is saved.
    pub is_saved: RwSignal<bool>,
    /// Whether it is put away.
    pub archived: RwSignal<bool>,
    jobs: Jobs,
    /// The job as last saved.
    job: StoredValue<Job>,
    pause: StoredValue<Option<Timer>, LocalStorage>,
    is_deleted: StoredValue<bool>,
}

impl OpenJob {
    /// Opens `job`; from now on what the person changes is saved.
    #[must_use]
    pub fn new(jobs: Jobs, reader: Part, job: Job) -> Self {
        let this = Self {
            open: OpenPosting::new(reader, job.source.clone(), job.read_on, job.marks.clone()),
            notes: RwSignal::new(job.notes.value.clone()),
            is_saved: RwSignal::new(true),
            archived: RwSignal::new(job.archived.value),
            jobs,
            job: StoredValue::new(job),
            pause: StoredValue::new_local(None),
            is_deleted: StoredValue::new(false),
        };
        let marks = this.open.marks;
        Effect::watch(move || marks.track(), move |(), _, _| this.save(), false);
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

    /// The job as last saved.
    #[must_use]
    pub fn job(self) -> Job {
        self.job.get_value()
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
        let notes = self.notes.get_untracked();
        let marks = self.open.marks.get_untracked();
        if job.notes.value == notes && job.marks == marks {
            self.is_saved.set(true);
            return;
        }
        if job.notes.value != notes {
            job.notes.set(notes, Moment(clock::now()));
        }
        job.marks = marks;
        let read = self.open.read.get_untracked();
        if read.is_read {
            job.reading = Reading::new(&read.posting.facts);
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
        self.archived.set(job.archived.value);
        self.job.set_value(job);
    }

    /// Puts the job away, or takes it back.
    pub fn archive(self) {
        self.save();
        let id = self.job.with_value(|job| job.id.clone());
        self.jobs.archive(&[id], !self.archived.get_untracked());
    }

    /// The job in Markdown: what its card says, its ticks and its notes.
    #[must_use]
    pub fn markdown(self) -> String {
        let card = self.open.card.get_untracked();
        let checklist = self.open.checklist.get_untracked();
        let notes = self.notes.get_untracked();
        markdown::job(&card, &checklist, &notes, self.open.read_on.get_untracked())
    }

    /// Saves the job as a file of structured data, a JobPosting of schema.org.
    pub fn download_job_posting(self) {
        self.save();
        let job = self.job.get_value();
        let name = ["job-posting-", job.id.as_str(), ".json"].concat();
        if download::text(&name, "application/ld+json", &jobposting::write(&job)) {
            self.jobs
                .notices
                .say("The job is among your downloads, as structured data.");
        } else {
            self.jobs
                .notices
                .warn("The browser does not let the page make a file.");
        }
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
