//! Deleting jobs and putting them away, one or many, with a way back.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::words::why;
use super::super::{count, fill, t};
use super::{Jobs, now};
use crate::browser::clock;
use crate::job::ListRow;
use crate::job::{Dated, Event, Job, JobId, Moment, Status, What};
use crate::store::Trouble;

/// Takes back what was changed of a job.
pub type Back = Arc<dyn Fn(&mut Job, Moment) + Send + Sync>;

impl Jobs {
    /// Puts jobs into the trash and offers to take that back; says whether all of them went.
    pub fn delete(self, ids: &[JobId]) -> bool {
        let words = |n| count("Job deleted. | {n} jobs deleted.", n, &[]);
        let restore: fn(&mut Job, Moment) = Job::restore;
        self.change_all(ids, Job::delete, words, restore)
    }

    /// Puts jobs away, or takes them back, and offers to undo that.
    pub fn archive(self, ids: &[JobId], on: bool) -> bool {
        let set = |on: bool| -> fn(&mut Job, Moment) {
            match on {
                true => |job, now| job.archived.set(true, now),
                false => |job, now| job.archived.set(false, now),
            }
        };
        let words = move |n| match on {
            true => count("Job archived. | {n} jobs archived.", n, &[]),
            false => count("Job back in the list. | {n} jobs back in the list.", n, &[]),
        };
        self.change_all(ids, set(on), words, set(!on))
    }

    /// Changes a job, whether or not its page is open; says what went wrong.
    pub fn change(self, id: &JobId, change: &dyn Fn(&mut Job, Moment)) -> bool {
        let (_, failed) = self.change_each(std::slice::from_ref(id), change);
        if let Some(trouble) = &failed {
            let text = fill("The job was not changed. {why}", &[&why(trouble)]);
            self.warn(text, trouble);
        }
        failed.is_none()
    }

    /// Writes down that jobs came into `status` now, and offers to take it back; says whether all of
    /// them could be changed. Those that stand there already stay as they are.
    pub fn set_status(self, ids: &[JobId], status: Status) -> bool {
        let ids = self.ids_where(ids, |row| row.status != status);
        let event = JobId::new(now(), clock::random()).to_string();
        let add = {
            let event = event.clone();
            move |job: &mut Job, now: Moment| {
                let on = Dated::of(now, clock::offset(now.0));
                let event = Event::new(event.clone(), now, on, What::Status(status));
                job.history.insert(event);
            }
        };
        let back: Back = Arc::new(move |job, now| {
            let there = job.history.all().iter().find(|e| e.id == event);
            if let Some(mut event) = there.cloned() {
                event.removed = true;
                event.changed = now.after(event.changed);
                job.history.insert(event);
            }
        });
        let words = count(
            "Moved to {status}. | {n} jobs moved to {status}.",
            ids.len(),
            &[t(status.label())],
        );
        self.alter(&ids, words, &add, back)
    }

    /// Puts a tag on jobs that do not have it, or takes it off those that do, and offers to take that
    /// back.
    pub fn tag(self, ids: &[JobId], tag: &str, on: bool) -> bool {
        let tag = tag.trim().to_string();
        let ids = self.ids_where(ids, |row| row.tags.contains(&tag) != on);
        let (set, unset) = (tag.clone(), tag.clone());
        let back: Back = Arc::new(move |job, now| job.tags.set(&unset, !on, now));
        let words = match on {
            true => count(
                "Tag “{tag}” added. | {n} jobs: tag “{tag}” added.",
                ids.len(),
                &[&tag],
            ),
            false => count(
                "Tag “{tag}” taken off. | {n} jobs: tag “{tag}” taken off.",
                ids.len(),
                &[&tag],
            ),
        };
        self.alter(&ids, words, &|job, now| job.tags.set(&set, on, now), back)
    }

    /// Says what was done.
    pub fn say(self, words: &str) {
        self.notices.say(words);
    }

    /// Stars a job, or takes the star off.
    pub fn star(self, id: &JobId, on: bool) {
        self.change(id, &|job, now| job.starred.set(on, now));
    }

    /// Those of `ids` whose row `is_so`.
    fn ids_where(self, ids: &[JobId], is_so: impl Fn(&ListRow) -> bool) -> Vec<JobId> {
        self.rows.with_untracked(|rows| {
            // A job whose page alone is open has no row yet.
            let row = |id: &JobId| rows.iter().find(|found| found.row.id == *id);
            let is_so = |id: &&JobId| row(id).is_none_or(|found| is_so(&found.row));
            ids.iter().filter(is_so).cloned().collect()
        })
    }

    /// Changes jobs, says `words`, and offers to take it back by `back`; says whether all of them could
    /// be changed.
    pub fn alter(
        self,
        ids: &[JobId],
        words: String,
        change: &dyn Fn(&mut Job, Moment),
        back: Back,
    ) -> bool {
        let (changed, failed) = self.change_each(ids, change);
        if !changed.is_empty() {
            self.notices
                .say_with_undo(words, move || self.take_back(&changed, &back));
        }
        if let Some(trouble) = &failed {
            let text = fill("Not all jobs were changed. {why}", &[&why(trouble)]);
            self.warn(text, trouble);
        }
        failed.is_none()
    }

    /// Changes jobs, says so, and offers to take it back by `back`.
    fn change_all(
        self,
        ids: &[JobId],
        change: fn(&mut Job, Moment),
        words: impl Fn(usize) -> String,
        back: fn(&mut Job, Moment),
    ) -> bool {
        self.alter(ids, words(ids.len()), &change, Arc::new(back))
    }

    fn change_each(
        self,
        ids: &[JobId],
        change: &dyn Fn(&mut Job, Moment),
    ) -> (Vec<JobId>, Option<Trouble>) {
        let mut changed = Vec::new();
        let mut failed = None;
        for id in ids {
            match self.store.change(id, &mut |job| change(job, now())) {
                Ok(()) => changed.push(id.clone()),
                Err(trouble) => failed = Some(trouble),
            }
        }
        match changed.as_slice() {
            [one] => {
                self.put_row(one);
                self.changed_outside(one.clone());
            }
            _ => self.refresh(),
        }
        (changed, failed)
    }

    fn take_back(self, ids: &[JobId], back: &Back) {
        let (changed, failed) = self.change_each(ids, &**back);
        match failed {
            None => self
                .notices
                .say(count("Undone. | Undone for {n} jobs.", changed.len(), &[])),
            Some(trouble) => {
                let (again, back) = (ids.to_vec(), back.clone());
                let retry = Arc::new(move || self.take_back(&again, &back));
                self.notices.warn_with(
                    fill("It could not be undone. {why}", &[&why(&trouble)]),
                    vec![(t("Try again"), retry)],
                );
            }
        }
    }

    /// Says that another tab deleted the job that is open.
    pub(in crate::state) fn say_deleted_elsewhere(self) {
        self.notices.warn(t(
            "This job was deleted in another tab. It is in the trash on the Data page for 30 days.",
        ));
    }

    /// Takes jobs out of the trash.
    pub fn restore(self, ids: &[JobId]) {
        let restore: fn(&mut Job, Moment) = Job::restore;
        let (changed, failed) = self.change_each(ids, &restore);
        match failed {
            None => self.notices.say(count(
                "The job is back. | {n} jobs are back.",
                changed.len(),
                &[],
            )),
            Some(trouble) => {
                let text = fill("Not all jobs are back. {why}", &[&why(&trouble)]);
                self.warn(text, &trouble);
            }
        }
    }
}
