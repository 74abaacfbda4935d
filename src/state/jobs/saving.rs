//! Saving a job, new or changed. What cannot be saved is said, held, and tried again until it is.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::words::why;
use super::super::{fill, t, today};
use super::{Jobs, now};
use crate::browser::timer::Timer;
use crate::browser::{address, clock, leaving, persist};
use crate::extract::Posting;
use crate::job::{Draft, Job, JobId, Marks};
use crate::route::Route;
use crate::store::{Fault, LocalShelf, Store, Trouble};

/// What could not be saved is tried again after so long, in milliseconds.
const AGAIN: i32 = 5_000;

impl Jobs {
    /// Saves `draft` as a new job; gives its id, or says why not.
    pub fn add(self, draft: Draft, posting: &Posting) -> Option<JobId> {
        let now = now();
        let mut job = Job::new(
            draft,
            JobId::new(now, clock::random()),
            &posting.facts,
            now,
            clock::offset(now.0),
        );
        job.reading = job.reading.with_steps(&posting.application);
        match self.store.save_job(&job) {
            Ok(job) => {
                self.was_saved(&job.id);
                Some(job.id)
            }
            Err(trouble) => {
                let text = fill("The job was not saved. {why}", &[&why(&trouble)]);
                self.warn(text, &trouble);
                None
            }
        }
    }

    /// Saves a job without a posting and opens it.
    pub fn add_by_hand(self) {
        let draft = Draft {
            source: String::new(),
            read_on: today(),
            marks: Marks::default(),
        };
        if let Some(id) = self.add(draft, &Posting::default()) {
            address::go(&Route::Job(id.to_string()).to_string());
        }
    }

    /// Saves a job together with what another tab changed of it, and gives it so. Where that fails it
    /// is said once; the job is held until it can be saved, which is tried again and again.
    pub fn save(self, job: &Job) -> Option<Job> {
        match self.store.save_job(job) {
            Ok(saved) => {
                self.unsaved
                    .update_value(|unsaved| drop(unsaved.remove(&job.id)));
                self.was_saved(&job.id);
                Some(saved)
            }
            Err(trouble) => {
                let is_first = self
                    .unsaved
                    .with_value(std::collections::BTreeMap::is_empty);
                let is_said = self.notices.alert.with_untracked(Option::is_some);
                self.unsaved
                    .update_value(|unsaved| drop(unsaved.insert(job.id.clone(), job.clone())));
                if is_first {
                    let holds = move || self.unsaved.with_value(|unsaved| !unsaved.is_empty());
                    leaving::ask_first(holds);
                    self.save_later();
                }
                if is_first || !is_said {
                    self.warn_unsaved(&trouble);
                }
                None
            }
        }
    }

    fn warn_unsaved(self, trouble: &Trouble) {
        self.notices.warn_with(
            fill(
                "The job was not saved. {why} What you changed is still here.",
                &[&why(trouble)],
            ),
            vec![
                (
                    t("Export backup"),
                    Arc::new(move || self.export_backup(String::new())),
                ),
                (t("Try again"), Arc::new(move || self.save_held(true))),
            ],
        );
    }

    fn save_later(self) {
        let later = Timer::after(AGAIN, move || self.save_held(false));
        self.again.set_value(Some(later));
    }

    /// Tries again to save what could not be saved; says that it failed if the person asked for it.
    fn save_held(self, asked: bool) {
        let held = self.unsaved.with_value(Clone::clone);
        let mut failed = None;
        for (id, job) in held {
            match self.store.save_job(&job) {
                Ok(_) => {
                    self.unsaved
                        .update_value(|unsaved| drop(unsaved.remove(&id)));
                    self.was_saved(&id);
                    self.changed_outside(id);
                }
                Err(trouble) => failed = Some(trouble),
            }
        }
        match failed {
            None => {
                self.notices.alert.set(None);
                self.notices
                    .say(t("There is room again: what you changed is saved."));
            }
            Some(trouble) => {
                if asked {
                    self.warn_unsaved(&trouble);
                }
                self.save_later();
            }
        }
    }

    /// A job was saved: draws its row, and does what the first saving asks for.
    fn was_saved(self, id: &JobId) {
        first_saved(self.store);
        self.put_row(id);
    }

    /// Says what went wrong, with the ways out of it.
    pub(in crate::state) fn warn(self, text: String, trouble: &Trouble) {
        let ways: Vec<(&'static str, super::super::Act)> = match trouble {
            Trouble::Shelf(Fault::Full | Fault::Altered | Fault::Other(_)) => {
                vec![(
                    t("Export backup"),
                    Arc::new(move || self.export_backup(String::new())),
                )]
            }
            _ => Vec::new(),
        };
        self.notices.warn_with(text, ways);
    }
}

/// Something was saved: does what the first time asks for.
pub(in crate::state) fn first_saved(store: Store<LocalShelf>) {
    if store.upkeep().since.is_none() {
        persist::ask();
        store.begin_upkeep(now());
    }
}
