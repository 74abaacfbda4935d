//! The saved jobs: the list's rows as a signal, and every way of changing what is stored. What fails
//! is said in an alert with a way out, and changes nothing on screen. What another tab changes is
//! taken over row by row.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::wanted::Wanted;
use super::{Notices, today};
use crate::browser::timer::Timer;
use crate::browser::{address, clock, download, leaving, lock, persist, tabs};
use crate::extract::Facts;
use crate::job::{Draft, Job, JobId, ListRow, Marks, Moment, Search, SortBy, WordsKey, sort};
use crate::route::Route;
use crate::store::{Fault, LocalShelf, Store, Trouble, Unreadable, Upkeep, merged};

/// Texts are read for searching so many at a time, so that the page answers meanwhile.
const TEXTS_AT_A_TIME: usize = 60;

/// What could not be saved is tried again after so long, in milliseconds.
const AGAIN: i32 = 5_000;

/// The saved jobs. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Jobs {
    pub(super) store: Store<LocalShelf>,
    pub(super) notices: Notices,
    /// A row each, the newest first; those put away among them.
    pub rows: RwSignal<Vec<Arc<FoundRow>>>,
    /// Whether there are no rows; apart, so that the page is not drawn anew for every change.
    empty: Memo<bool>,
    /// The jobs in the trash, the last deleted first.
    pub trash: RwSignal<Vec<ListRow>>,
    /// What is stored and cannot be read.
    pub unreadable: RwSignal<Vec<Unreadable>>,
    /// Whether a newer version wrote here, so that nothing can be changed.
    pub is_newer: RwSignal<bool>,
    /// Whether the list itself could not be read, and why.
    pub trouble: RwSignal<Option<Trouble>>,
    /// UTF-16 units of storage in use.
    pub used: RwSignal<usize>,
    /// What is known of backups.
    pub upkeep: RwSignal<Upkeep>,
    /// The job that was changed last elsewhere than on its own page, counted so that the same one tells
    /// twice.
    pub outside: RwSignal<Option<(JobId, u32)>>,
    /// What is typed into the search box.
    pub search: RwSignal<String>,
    /// Which rows are wanted beside what is searched for.
    pub wanted: RwSignal<Wanted>,
    /// What the list is ordered by.
    pub sort_by: RwSignal<SortBy>,
    /// The jobs that are selected.
    pub selected: RwSignal<BTreeSet<JobId>>,
    /// Source texts, folded, from the first search on.
    texts: StoredValue<BTreeMap<JobId, WordsKey>>,
    /// Told when texts were read.
    texts_read: RwSignal<usize>,
    /// Jobs as changed here, which could not be saved yet.
    unsaved: StoredValue<BTreeMap<JobId, Job>>,
    again: StoredValue<Option<Timer>, LocalStorage>,
    /// Whether what other tabs change is followed.
    follows: StoredValue<bool>,
    reading: StoredValue<Option<Timer>, LocalStorage>,
}

/// A row with its words folded once.
#[derive(Debug)]
pub struct FoundRow {
    /// The row.
    pub row: ListRow,
    /// Another number for each: what is drawn of a row stays as long as it has the same.
    pub drawn: u32,
    words: WordsKey,
}

impl PartialEq for FoundRow {
    fn eq(&self, other: &Self) -> bool {
        self.drawn == other.drawn
    }
}

fn found_row(row: ListRow) -> Arc<FoundRow> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let words = row.searchable();
    let drawn = COUNT.fetch_add(1, Ordering::Relaxed);
    Arc::new(FoundRow { row, drawn, words })
}

/// What it is now.
pub(super) fn now() -> Moment {
    Moment(clock::now())
}

impl Jobs {
    /// No rows yet; [`Jobs::refresh`] reads them.
    #[must_use]
    pub fn new(notices: Notices) -> Self {
        let rows: RwSignal<Vec<Arc<FoundRow>>> = RwSignal::new(Vec::new());
        Self {
            store: Store::new(LocalShelf),
            notices,
            rows,
            empty: Memo::new(move |_| rows.with(Vec::is_empty)),
            trash: RwSignal::new(Vec::new()),
            unreadable: RwSignal::new(Vec::new()),
            is_newer: RwSignal::new(false),
            trouble: RwSignal::new(None),
            used: RwSignal::new(0),
            upkeep: RwSignal::new(Upkeep::default()),
            outside: RwSignal::new(None),
            search: RwSignal::new(String::new()),
            wanted: RwSignal::new(Wanted::default()),
            sort_by: RwSignal::new(SortBy::default()),
            selected: RwSignal::new(BTreeSet::new()),
            texts: StoredValue::new(BTreeMap::new()),
            texts_read: RwSignal::new(0),
            unsaved: StoredValue::new(BTreeMap::new()),
            again: StoredValue::new_local(None),
            follows: StoredValue::new(false),
            reading: StoredValue::new_local(None),
        }
    }

    /// The rows that are wanted and that the search finds, in order, for as long as the page lives
    /// that asks.
    #[must_use]
    pub fn found(self) -> Memo<Vec<Arc<FoundRow>>> {
        Memo::new(move |_| {
            let words = self.search.with(|typed| Search::new(typed));
            let today = today();
            let mut found = self.rows.get();
            self.wanted
                .with(|wanted| found.retain(|row| wanted.takes(&row.row, today)));
            if !words.is_empty() {
                self.texts_read.track();
                self.texts.with_value(|texts| {
                    let none = WordsKey::default();
                    found.retain(|row| {
                        let text = texts.get(&row.row.id).unwrap_or(&none);
                        words.finds(&[&row.words, text])
                    });
                });
            }
            sort(&mut found, |row| &row.row, self.sort_by.get(), today);
            found
        })
    }

    /// From now on what other tabs change is taken over. Not before a page shows any of it: the first
    /// load does without.
    pub(super) fn follow(self) {
        if !self.follows.get_value() {
            self.follows.set_value(true);
            tabs::on_change(move |key| self.take_over(key.as_deref()));
        }
    }

    /// Reads the list anew, as stored now, and empties the trash of what has been there for long.
    pub fn refresh(self) {
        self.follow();
        let listing = self.store.list().and_then(|listing| {
            match self.store.empty_trash(&listing.trash, now(), false) {
                Ok(1..) => self.store.list(),
                // What could not be removed is still in the trash.
                Ok(0) | Err(_) => Ok(listing),
            }
        });
        match listing {
            Ok(listing) => {
                self.rows
                    .set(listing.rows.into_iter().map(found_row).collect());
                self.trash.set(listing.trash);
                self.unreadable.set(listing.unreadable);
                self.is_newer.set(listing.is_newer);
                self.trouble.set(None);
                let there: BTreeSet<JobId> = self
                    .rows
                    .with_untracked(|rows| rows.iter().map(|r| r.row.id.clone()).collect());
                self.selected.update(|s| s.retain(|id| there.contains(id)));
            }
            Err(fault) => self.trouble.set(Some(fault.into())),
        }
        self.upkeep.set(self.store.upkeep());
    }

    /// Counts the storage in use.
    pub fn measure(self) {
        self.used.set(self.store.used().unwrap_or(0));
    }

    /// Takes over what another tab changed under `key`; under any, where it is not said.
    fn take_over(self, key: Option<&str>) {
        let Some(key) = key else {
            self.refresh();
            return;
        };
        if let Some(id) = key.strip_prefix("rolecard:job:").and_then(JobId::parse) {
            self.put_row(&id);
            self.changed_outside(id);
        } else if key == "rolecard:schema" || key.starts_with("rolecard:kept:") {
            self.refresh();
        } else if key == "rolecard:upkeep" {
            self.upkeep.set(self.store.upkeep());
        }
    }

    /// Tells whoever shows the job that it is another now.
    fn changed_outside(self, id: JobId) {
        let count = |outside: &Option<(JobId, u32)>| outside.as_ref().map_or(0, |o| o.1);
        let count = self.outside.with_untracked(count);
        self.outside.set(Some((id, count.wrapping_add(1))));
    }

    /// Draws the row of a job as it is stored now; none if it is deleted.
    fn put_row(self, id: &JobId) {
        let Ok(row) = self.store.row(id) else {
            return;
        };
        let is_trash = row.as_ref().is_some_and(|row| row.in_trash.is_some());
        self.trash.update(|trash| {
            trash.retain(|old| old.id != *id);
            if let (Some(row), true) = (&row, is_trash) {
                trash.insert(0, row.clone());
            }
        });
        self.rows.update(|rows| {
            let at = rows.iter().position(|old| old.row.id == *id);
            match (at, row.filter(|_| !is_trash)) {
                (Some(at), Some(row)) => rows[at] = found_row(row),
                (Some(at), None) => drop(rows.remove(at)),
                (None, Some(row)) => {
                    rows.insert(0, found_row(row));
                    self.prepare_search();
                }
                (None, None) => {}
            }
        });
        if is_trash {
            self.selected.update(|selected| {
                selected.remove(id);
            });
        }
        self.upkeep.set(self.store.upkeep());
    }

    /// How many jobs there are, those put away not counted.
    #[must_use]
    pub fn count(self) -> usize {
        self.count_where(|row| !row.archived)
    }

    /// How many are put away.
    #[must_use]
    pub fn archived(self) -> usize {
        self.count_where(|row| row.archived)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.empty.get()
    }

    /// How many rows `is_so` holds of.
    pub fn count_where(self, is_so: impl Fn(&ListRow) -> bool) -> usize {
        self.rows
            .with(|rows| rows.iter().filter(|r| is_so(&r.row)).count())
    }

    /// The tags of all jobs, in the order of their letters.
    #[must_use]
    pub fn tags(self) -> Vec<String> {
        let mut tags = BTreeSet::new();
        self.rows.with(|rows| {
            for row in rows {
                tags.extend(row.row.tags.iter().cloned());
            }
        });
        tags.into_iter().collect()
    }

    /// Reads the source texts that a search looks through, some at a time while the page is idle.
    /// Called when the list is opened, so that the first key finds them read.
    pub fn prepare_search(self) {
        let read = Timer::after(0, move || self.read_texts());
        self.reading.set_value(Some(read));
    }

    fn read_texts(self) {
        let next: Vec<JobId> = self.rows.with_untracked(|rows| {
            self.texts.with_value(|texts| {
                let ids = rows.iter().map(|row| &row.row.id);
                let new = ids.filter(|id| !texts.contains_key(*id));
                new.take(TEXTS_AT_A_TIME).cloned().collect()
            })
        });
        if next.is_empty() {
            return;
        }
        for id in next {
            // Where a text cannot be read, the search looks through the row alone.
            let source = self.store.source(&id).unwrap_or_default();
            let folded = WordsKey::new(&source);
            self.texts
                .update_value(|texts| drop(texts.insert(id, folded)));
        }
        let more = Timer::after(0, move || self.read_texts());
        self.reading.set_value(Some(more));
        let searches = self.search.with_untracked(|typed| !typed.is_empty());
        if searches {
            self.texts_read.update(|count| *count += 1);
        }
    }

    /// The job `id`, `None` if there is none, or it is in the trash.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn load(self, id: &JobId) -> Result<Option<Job>, Trouble> {
        let job = self.store.load_job(id)?;
        let held = self.unsaved.with_value(|unsaved| unsaved.get(id).cloned());
        let job = match (job, held) {
            (Some(job), Some(held)) => Some(merged(&job, &held)),
            (job, _) => job,
        };
        Ok(job.filter(|job| job.in_trash().is_none()))
    }

    /// Saves `draft` as a new job; gives its id, or says why not.
    pub fn add(self, draft: Draft, facts: &Facts) -> Option<JobId> {
        let now = now();
        let job = Job::new(draft, JobId::new(now, clock::random()), facts, now);
        match self.store.save_job(&job) {
            Ok(job) => {
                self.was_saved(&job.id);
                Some(job.id)
            }
            Err(trouble) => {
                self.warn(format!("The job was not saved. {trouble}"), &trouble);
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
        if let Some(id) = self.add(draft, &Facts::default()) {
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
                let is_first = self.unsaved.with_value(BTreeMap::is_empty);
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
            format!("The job was not saved. {trouble} What you changed is still here."),
            vec![
                ("Export backup", exporting(self.notices)),
                ("Try again", Arc::new(move || self.save_held(true))),
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
                    .say("There is room again: what you changed is saved.");
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
    pub(super) fn warn(self, text: String, trouble: &Trouble) {
        let ways = match trouble {
            Trouble::Shelf(Fault::Full | Fault::Altered | Fault::Other(_)) => {
                vec![("Export backup", exporting(self.notices))]
            }
            _ => Vec::new(),
        };
        self.notices.warn_with(text, ways);
    }

    /// Saves all that is stored as a file, locked with a passphrase if there is one.
    pub fn export_backup(self, passphrase: String) {
        export_backup(self.notices, passphrase, move || {
            self.upkeep.set(self.store.upkeep());
        });
    }

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

    /// Changes jobs, says so, and offers to take it back by `back`.
    fn change_all(
        self,
        ids: &[JobId],
        change: fn(&mut Job, Moment),
        words: impl Fn(usize) -> String,
        back: fn(&mut Job, Moment),
    ) -> bool {
        let (changed, failed) = self.change_each(ids, change);
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
        change: fn(&mut Job, Moment),
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
        let (changed, failed) = self.change_each(ids, back);
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
    pub(super) fn say_deleted_elsewhere(self) {
        self.notices.warn(
            "This job was deleted in another tab. It is in the trash on the Data page for 30 days.",
        );
    }

    /// Takes jobs out of the trash.
    pub fn restore(self, ids: &[JobId]) {
        self.take_back(ids, Job::restore);
    }
}

/// Something was saved: does what the first time asks for.
fn first_saved(store: Store<LocalShelf>) {
    if store.upkeep().since.is_none() {
        persist::ask();
        store.begin_upkeep(now());
    }
}

/// What **Export backup** does in an alert.
fn exporting(notices: Notices) -> super::Act {
    Arc::new(move || export_backup(notices, String::new(), || {}))
}

fn export_backup(notices: Notices, passphrase: String, done: impl Fn() + 'static) {
    let store = Store::new(LocalShelf);
    let text = match store.backup(now()) {
        Ok(text) => text,
        Err(trouble) => {
            notices.warn(format!("No backup was made. {trouble}"));
            return;
        }
    };
    let give = move |text: &str| {
        let name = format!("rolecard-{}.json", today());
        if download::text(&name, "application/json", text) {
            store.note_backup(now());
            done();
            notices.alert.set(None);
            notices.say("The backup is among your downloads.");
        } else {
            notices.warn("The browser does not let the page make a file.");
        }
    };
    if passphrase.is_empty() {
        give(&text);
        return;
    }
    spawn_local(async move {
        match lock::lock(&text, &passphrase).await {
            Some(locked) => give(&locked),
            None => notices
                .warn("The browser could not lock the backup. Export it without a passphrase."),
        }
    });
}
