//! Deleting jobs and putting them away, one or many, with a way back.

use std::sync::Arc;

use super::{Jobs, now};
use crate::job::{Job, JobId, Moment};
use crate::store::Trouble;

impl Jobs {
    /// Puts jobs into the trash and offers to take that back; says whether all of them went.
    pub fn delete(self, ids: &[JobId]) -> bool {
        let words = |n| match n {
            1 => "Job deleted.".to_string(),
            n => format!("{n} jobs deleted."),
        };
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
        let words = move |n| {
            let what = if on { "archived" } else { "back in the list" };
            match n {
                1 => format!("Job {what}."),
                n => format!("{n} jobs {what}."),
            }
        };
        self.change_all(ids, set(on), words, set(!on))
    }

    /// Changes a job, whether or not its page is open; says what went wrong.
    pub fn change(self, id: &JobId, change: &dyn Fn(&mut Job, Moment)) -> bool {
        let (_, failed) = self.change_each(std::slice::from_ref(id), change);
        if let Some(trouble) = &failed {
            self.warn(format!("The job was not changed. {trouble}"), trouble);
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
        let (changed, failed) = self.change_each(ids, &change);
        if !changed.is_empty() {
            let words = words(changed.len());
            self.notices
                .say_with_undo(words, move || self.take_back(&changed, back));
        }
        if let Some(trouble) = &failed {
            self.warn(format!("Not all jobs were changed. {trouble}"), trouble);
        }
        failed.is_none()
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

    fn take_back(self, ids: &[JobId], back: fn(&mut Job, Moment)) {
        let (changed, failed) = self.change_each(ids, &back);
        match failed {
            None => self.notices.say(match changed.len() {
                1 => "The job is back.".to_string(),
                n => format!("{n} jobs are back."),
            }),
            Some(trouble) => {
                let again = ids.to_vec();
                let retry = Arc::new(move || self.take_back(&again, back));
                self.notices.warn_with(
                    format!("The job could not be put back. {trouble}"),
                    vec![("Try again", retry)],
                );
            }
        }
    }

    /// Says that another tab deleted the job that is open.
    pub(in crate::state) fn say_deleted_elsewhere(self) {
        self.notices.warn(
            "This job was deleted in another tab. It is in the trash on the Data page for 30 days.",
        );
    }

    /// Takes jobs out of the trash.
    pub fn restore(self, ids: &[JobId]) {
        self.take_back(ids, Job::restore);
    }
}
