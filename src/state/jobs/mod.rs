//! The saved jobs: the list's rows as a signal, and every way of changing what is stored. What fails
//! is said in an alert with a way out, and changes nothing on screen. What another tab changes is
//! taken over row by row.

mod backup;
mod change;
mod saving;

pub(super) use backup::exporting;
pub use change::Back;
pub(super) use saving::first_saved;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;

use super::{HERE, Notices, today};
use crate::browser::timer::Timer;
use crate::browser::{clock, tabs};
use crate::job::matching::{Fit, Standing, order_by_standing};
use crate::job::{Job, JobId, ListRow, Moment, Search, SortBy, Wanted, WordsKey, sort};
use crate::store::{LocalShelf, Store, Trouble, Unreadable, Upkeep, merged};

/// Texts are read for searching so many at a time, so that the page answers meanwhile.
const TEXTS_AT_A_TIME: usize = 60;

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
    /// How jobs stand to the person, as far as they were held against the profile.
    pub standings: RwSignal<BTreeMap<JobId, Standing>>,
    /// The jobs that are selected.
    pub selected: RwSignal<BTreeSet<JobId>>,
    /// Source texts, folded, from the first search on.
    texts: StoredValue<BTreeMap<JobId, WordsKey>>,
    /// Told when texts were read.
    texts_read: RwSignal<usize>,
    /// The search of now, how many texts it was made over, and the number of its round: a search that
    /// narrows the one before goes on with what that one found.
    searched: StoredValue<(Search, usize, u32)>,
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
    /// The round of searches that does not find it.
    missed: AtomicU32,
}

impl PartialEq for FoundRow {
    fn eq(&self, other: &Self) -> bool {
        self.drawn == other.drawn
    }
}

fn found_row(row: ListRow) -> Arc<FoundRow> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let words = row.searchable(&HERE);
    let drawn = COUNT.fetch_add(1, Ordering::Relaxed);
    Arc::new(FoundRow {
        row,
        drawn,
        words,
        missed: AtomicU32::new(0),
    })
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
            standings: RwSignal::new(BTreeMap::new()),
            selected: RwSignal::new(BTreeSet::new()),
            texts: StoredValue::new(BTreeMap::new()),
            texts_read: RwSignal::new(0),
            searched: StoredValue::new((Search::default(), 0, 1)),
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
            let round = self.round(&words);
            let today = today();
            let mut found = self.rows.get();
            self.wanted
                .with(|wanted| found.retain(|row| wanted.takes(&row.row, today)));
            let fit = self.wanted.with(|wanted| wanted.fit);
            if fit != Fit::Any {
                self.standings
                    .with(|all| found.retain(|row| fit.takes(all.get(&row.row.id))));
            }
            if !words.is_empty() {
                self.texts.with_value(|texts| {
                    let none = WordsKey::default();
                    found.retain(|row| {
                        if row.missed.load(Ordering::Relaxed) == round {
                            return false;
                        }
                        let text = texts.get(&row.row.id).unwrap_or(&none);
                        let finds = words.finds(&[&row.words, text]);
                        if !finds {
                            row.missed.store(round, Ordering::Relaxed);
                        }
                        finds
                    });
                });
            }
            let by = self.sort_by.get();
            sort(&mut found, |row| &row.row, by, today);
            if by == SortBy::Musts {
                self.standings
                    .with(|all| order_by_standing(&mut found, |row| all.get(&row.row.id)));
            }
            found
        })
    }

    /// The round that a search for `words` belongs to: that of the one before, if it only narrows it and
    /// no text has been read since.
    fn round(self, words: &Search) -> u32 {
        let read = self.texts_read.get();
        let mut round = 0;
        self.searched.update_value(|(before, read_then, number)| {
            if !words.narrows(before) || *read_then != read {
                *number += 1;
            }
            *before = words.clone();
            *read_then = read;
            round = *number;
        });
        round
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

    /// Up to `most` rows that `search` finds by their words alone, the newest first.
    #[must_use]
    pub fn titled(self, search: &Search, most: usize) -> Vec<Arc<FoundRow>> {
        self.rows.with(|rows| {
            let found = rows.iter().filter(|row| search.finds(&[&row.words]));
            found.take(most).cloned().collect()
        })
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
}
