//! The Data page's doings: files in and out, what cannot be read, the trash. What a file would do is
//! shown before it does it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::jobs::now;
use super::words::why;
use super::{HERE, Jobs, fill, t, today};
use crate::browser::{clock, download, file, lock};
use crate::job::{Day, Job, JobId, Moment};
use crate::store::{Backup, BadFile, Plan, Undo, read_backup};
use crate::transfer::calendar;
use crate::transfer::csv::{self, Column, Table};

/// A file that was chosen, and what is to become of it.
#[derive(Clone, Default)]
pub enum Incoming {
    /// None, or it is done.
    #[default]
    Nothing,
    /// A file that is locked, and whether a passphrase was wrong.
    Locked(Arc<Vec<u8>>, bool),
    /// A backup, and what it would do.
    Backup(Arc<Backup>, Plan),
    /// A table, and what its columns hold.
    Table(Arc<Table>, Vec<Option<Column>>),
}

/// The state of the Data page. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Data {
    jobs: Jobs,
    /// The file at hand.
    pub incoming: RwSignal<Incoming>,
}

impl Data {
    /// No file yet.
    #[must_use]
    pub fn new(jobs: Jobs) -> Self {
        jobs.refresh();
        jobs.measure();
        let incoming = RwSignal::new(Incoming::Nothing);
        Self { jobs, incoming }
    }

    /// Takes the file that was chosen for a backup.
    pub fn choose_backup(self, event: web_sys::Event) {
        spawn_local(async move {
            if let Some(bytes) = file::chosen(event).await {
                self.take_backup(bytes);
            }
        });
    }

    fn take_backup(self, bytes: Vec<u8>) {
        match read_backup(&bytes) {
            Ok(backup) => self.show_plan(backup),
            Err(BadFile::Locked) => self.incoming.set(Incoming::Locked(Arc::new(bytes), false)),
            Err(fault) => self.refuse(t(fault.text())),
        }
    }

    /// Whether of notes that differ both are kept, or the later ones only; works out anew what the
    /// backup at hand would do.
    pub fn keep_both(self, keeps_both: bool) {
        if let Incoming::Backup(backup, _) = self.incoming.get_untracked() {
            let mut backup = Backup::clone(&backup);
            backup.keeps_both = keeps_both;
            self.show_plan(backup);
        }
    }

    fn refuse(self, why: &str) {
        self.incoming.set(Incoming::Nothing);
        self.jobs
            .notices
            .warn(fill("{why} Nothing was changed.", &[why]));
    }

    fn show_plan(self, backup: Backup) {
        self.jobs.notices.alert.set(None);
        match self.jobs.store.plan(&backup) {
            Ok(plan) => self.incoming.set(Incoming::Backup(Arc::new(backup), plan)),
            Err(trouble) => self.refuse(&why(&trouble)),
        }
    }

    /// Opens the locked file with `passphrase`.
    pub fn unlock(self, passphrase: String) {
        let Incoming::Locked(bytes, _) = self.incoming.get_untracked() else {
            return;
        };
        spawn_local(async move {
            match lock::unlock(&bytes, &passphrase).await {
                Some(text) => self.take_backup(text.into_bytes()),
                None => self.incoming.set(Incoming::Locked(bytes, true)),
            }
        });
    }

    /// Puts the backup in.
    pub fn import_backup(self) {
        let Incoming::Backup(backup, plan) = self.incoming.get_untracked() else {
            return;
        };
        let done = self.jobs.store.import(&backup);
        self.jobs.refresh();
        self.jobs.measure();
        match done {
            Ok(undo) => {
                self.incoming.set(Incoming::Nothing);
                let figures = [plan.new.len(), plan.changed.len()].map(|n| n.to_string());
                let words = fill(
                    "Imported: {new} new, {changed} changed.",
                    &[&figures[0], &figures[1]],
                );
                let undo = Arc::new(undo);
                self.jobs
                    .notices
                    .say_with_undo(words, move || self.undo(&undo));
            }
            Err(trouble) => {
                let text = fill("Nothing was imported. {why}", &[&why(&trouble)]);
                self.jobs.warn(text, &trouble);
            }
        }
    }

    fn undo(self, undo: &Undo) {
        let done = self.jobs.store.undo_import(undo);
        self.jobs.refresh();
        self.jobs.measure();
        match done {
            Ok(0) => self.jobs.notices.say(t("The import is taken back.")),
            Ok(n) => self.jobs.notices.say(fill(
                "The import is taken back, but for {n} that changed since.",
                &[&n.to_string()],
            )),
            Err(trouble) => self.jobs.notices.warn(fill(
                "Not all could be taken back. {why}",
                &[&why(&trouble)],
            )),
        }
    }

    /// Leaves the file at hand alone.
    pub fn let_go(self) {
        self.incoming.set(Incoming::Nothing);
    }

    /// Saves the dates of all jobs as a calendar file.
    pub fn export_calendar(self) {
        let text = calendar::of_jobs(&HERE, &self.all());
        let name = format!("rolecard-{}.ics", today());
        let given = download::text(&name, "text/calendar", &text);
        self.jobs
            .notices
            .gave(given, t("The calendar file is among your downloads."));
    }

    /// All jobs that can be read and are not in the trash.
    fn all(self) -> Vec<Job> {
        let ids = self.jobs.store.ids().unwrap_or_default();
        let job = |id| self.jobs.load(id).ok().flatten();
        ids.iter().filter_map(job).collect()
    }

    /// Saves all jobs as a table.
    pub fn export_csv(self) {
        let text = csv::write(&self.all(), &super::day_of);
        let name = format!("rolecard-{}.csv", today());
        let given = download::text(&name, "text/csv", &text);
        self.jobs
            .notices
            .gave(given, t("The table is among your downloads."));
    }

    /// Takes the file that was chosen for a table.
    pub fn choose_table(self, event: web_sys::Event) {
        spawn_local(async move {
            let Some(bytes) = file::chosen(event).await else {
                return;
            };
            match csv::read(&bytes) {
                Ok(table) => {
                    self.jobs.notices.alert.set(None);
                    let columns = csv::guess(&table.head);
                    self.incoming.set(Incoming::Table(Arc::new(table), columns));
                }
                Err(why) => self.refuse(t(why)),
            }
        });
    }

    /// Says that a column of the table holds `column`; another that held it holds it no more.
    pub fn set_column(self, at: usize, column: Option<Column>) {
        self.incoming.update(|incoming| {
            if let Incoming::Table(_, columns) = incoming {
                for other in columns.iter_mut() {
                    if *other == column {
                        *other = None;
                    }
                }
                columns[at] = column;
            }
        });
    }

    /// The table's rows as jobs.
    #[must_use]
    pub fn taken(self, table: &Table, columns: &[Option<Column>]) -> Vec<csv::Taken> {
        let moment_of = |day: Day| {
            let at = clock::noon_of(day.year(), day.month(), day.day());
            Moment(at)
        };
        csv::take(table, columns, now(), &moment_of, today())
    }

    /// Brings the table's rows in. A row that was brought in before is left as it is.
    pub fn import_table(self) {
        let Incoming::Table(table, columns) = self.incoming.get_untracked() else {
            return;
        };
        let (mut new, mut known, mut failed): (Vec<JobId>, usize, _) = (Vec::new(), 0, None);
        for taken in self.taken(&table, &columns) {
            match self.jobs.store.load_job(&taken.job.id) {
                Ok(None) => match self.jobs.store.save_job(&taken.job) {
                    Ok(job) => new.push(job.id),
                    Err(trouble) => failed = Some(trouble),
                },
                Ok(Some(_)) => known += 1,
                Err(trouble) => failed = Some(trouble),
            }
        }
        self.jobs.refresh();
        self.jobs.measure();
        let words = fill(
            "Imported: {new} new, {known} here already.",
            &[&new.len().to_string(), &known.to_string()],
        );
        match failed {
            None => {
                self.incoming.set(Incoming::Nothing);
                let jobs = self.jobs;
                jobs.notices.say_with_undo(words, move || {
                    jobs.delete(&new);
                });
            }
            Some(trouble) => {
                let text = fill("{done} Then it failed. {why}", &[&words, &why(&trouble)]);
                self.jobs.warn(text, &trouble);
            }
        }
    }

    /// Saves a value that cannot be read as a file.
    pub fn download_raw(self, key: &str) {
        let raw = self.jobs.store.raw(key).ok().flatten().unwrap_or_default();
        let name = key.replace(':', "-");
        if !download::text(&[&name, ".txt"].concat(), "text/plain", &raw) {
            self.jobs.notices.no_file();
        }
    }

    /// Tries again to read a value.
    pub fn retry(self, key: &str) {
        match self.jobs.store.retry(key) {
            Ok(true) => self
                .jobs
                .notices
                .say(t("It could be read: the job is back.")),
            Ok(false) => self
                .jobs
                .notices
                .say(t("It still cannot be read. It is kept as it is.")),
            Err(trouble) => self
                .jobs
                .notices
                .warn(fill("It was not read. {why}", &[&why(&trouble)])),
        }
        self.jobs.refresh();
    }

    /// Removes a value that cannot be read.
    pub fn discard(self, key: &str) {
        if let Err(trouble) = self.jobs.store.discard_kept(key) {
            self.jobs
                .notices
                .warn(fill("It was not removed. {why}", &[&why(&trouble)]));
        }
        self.jobs.refresh();
        self.jobs.measure();
    }

    /// Deletes for good what is in the trash.
    pub fn empty_trash(self) {
        let trash = self.jobs.trash.get_untracked();
        match self.jobs.store.empty_trash(&trash, now(), true) {
            Ok(_) => self.jobs.notices.say(t("The trash is empty.")),
            Err(trouble) => self
                .jobs
                .notices
                .warn(fill("The trash is not empty. {why}", &[&why(&trouble)])),
        }
        self.jobs.refresh();
        self.jobs.measure();
    }

    /// Says no more of backups for now.
    pub fn dismiss_nudge(jobs: Jobs) {
        jobs.store.dismiss_backup(now());
        jobs.upkeep.set(jobs.store.upkeep());
    }

    /// Whether a backup is called for.
    #[must_use]
    pub fn is_due(jobs: Jobs) -> bool {
        jobs.upkeep.with(|upkeep| upkeep.is_due(now()))
    }
}
