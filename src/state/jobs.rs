//! The saved jobs: the list's rows as a signal, and every way of changing what is stored. What fails
//! is said in an alert and changes nothing on screen.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use leptos::prelude::*;

use super::{Notices, today};
use crate::browser::{address, clock};
use crate::extract::Facts;
use crate::job::{Draft, Job, JobId, ListRow, Marks, Moment, Search, SortBy, WordsKey, sort};
use crate::route::Route;
use crate::store::{LocalShelf, Store, Trouble, Unreadable};

/// The saved jobs. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Jobs {
    store: Store<LocalShelf>,
    notices: Notices,
    /// A row each, the newest first.
    rows: RwSignal<Vec<Arc<FoundRow>>>,
    /// Whether there are no rows; apart, so that the page is not drawn anew for every change.
    empty: Memo<bool>,
    /// What is stored and cannot be read.
    pub unreadable: RwSignal<Vec<Unreadable>>,
    /// Whether the list itself could not be read, and why.
    pub trouble: RwSignal<Option<Trouble>>,
    /// What is typed into the search box.
    pub search: RwSignal<String>,
    /// What the list is ordered by.
    pub sort_by: RwSignal<SortBy>,
    /// The jobs that are selected.
    pub selected: RwSignal<BTreeSet<JobId>>,
    /// The rows that the search finds, in order.
    pub found: Memo<Vec<Arc<FoundRow>>>,
    /// Source texts, folded, from the first search on.
    texts: StoredValue<HashMap<JobId, WordsKey>>,
}

/// A row with its words folded once.
#[derive(Debug, PartialEq)]
pub struct FoundRow {
    /// The row.
    pub row: ListRow,
    words: WordsKey,
}

impl Jobs {
    /// No rows yet; [`Jobs::refresh`] reads them.
    #[must_use]
    pub fn new(notices: Notices) -> Self {
        let rows: RwSignal<Vec<Arc<FoundRow>>> = RwSignal::new(Vec::new());
        let search = RwSignal::new(String::new());
        let sort_by = RwSignal::new(SortBy::default());
        let texts: StoredValue<HashMap<JobId, WordsKey>> = StoredValue::new(HashMap::new());
        let found = Memo::new(move |_| {
            let wanted = search.with(|typed| Search::new(typed));
            let mut found = rows.get();
            if !wanted.is_empty() {
                texts.with_value(|texts| {
                    let none = WordsKey::default();
                    found.retain(|row| {
                        let text = texts.get(&row.row.id).unwrap_or(&none);
                        wanted.finds(&[&row.words, text])
                    });
                });
            }
            sort(&mut found, |row| &row.row, sort_by.get(), today());
            found
        });
        Self {
            store: Store::new(LocalShelf),
            notices,
            rows,
            empty: Memo::new(move |_| rows.with(Vec::is_empty)),
            unreadable: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(None),
            search,
            sort_by,
            selected: RwSignal::new(BTreeSet::new()),
            found,
            texts,
        }
    }

    /// Reads the list anew, as stored now: another page or another tab may have changed it.
    pub fn refresh(self) {
        match self.store.list() {
            Ok(listing) => {
                let row = |row: ListRow| {
                    let words = row.searchable();
                    Arc::new(FoundRow { row, words })
                };
                self.rows.set(listing.rows.into_iter().map(row).collect());
                self.unreadable.set(listing.unreadable);
                self.trouble.set(None);
                let there: BTreeSet<JobId> = self
                    .rows
                    .with_untracked(|rows| rows.iter().map(|r| r.row.id.clone()).collect());
                self.selected.update(|s| s.retain(|id| there.contains(id)));
            }
            Err(fault) => self.trouble.set(Some(fault.into())),
        }
    }

    /// How many jobs there are.
    #[must_use]
    pub fn count(self) -> usize {
        self.rows.with(Vec::len)
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

    /// Reads the source texts that a search looks through. Called when the search box is entered, so
    /// that the first key finds them read.
    pub fn prepare_search(self) {
        let known = self.texts.with_value(HashMap::len);
        if known >= self.rows.with_untracked(Vec::len) {
            return;
        }
        // Where the texts cannot be read, the search looks through the rows alone.
        let ids = self.store.ids().unwrap_or_default();
        let folded = ids.into_iter().filter_map(|id| {
            let source = self.store.source(&id)?;
            Some((id, WordsKey::new(&source)))
        });
        self.texts.set_value(folded.collect());
    }

    /// The job `id`, `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn load(self, id: &JobId) -> Result<Option<Job>, Trouble> {
        self.store.load_job(id)
    }

    /// Saves `draft` as a new job; gives its id, or says why not.
    pub fn add(self, draft: Draft, facts: &Facts) -> Option<JobId> {
        let now = Moment(clock::now());
        let job = Job::new(draft, JobId::new(now, clock::random()), facts, now);
        self.save(&job).then_some(job.id)
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

    /// Saves a job; says why not where that fails, and whether it did.
    pub fn save(self, job: &Job) -> bool {
        match self.store.save_job(job) {
            Ok(_) => {
                self.refresh();
                true
            }
            Err(trouble) => {
                self.notices.warn(format!(
                    "The job was not saved. {trouble} What is on this page is still here."
                ));
                false
            }
        }
    }

    /// Deletes jobs and offers to take that back; says whether all of them went.
    pub fn delete(self, ids: &[JobId]) -> bool {
        let mut deleted = Vec::new();
        let mut failed = None;
        for id in ids {
            match self.store.delete_job(id, Moment(clock::now())) {
                Ok(()) => deleted.push(id.clone()),
                Err(trouble) => failed = Some(trouble),
            }
        }
        self.refresh();
        if !deleted.is_empty() {
            let words = match deleted.len() {
                1 => "Job deleted.".to_string(),
                n => format!("{n} jobs deleted."),
            };
            self.notices
                .say_with_undo(words, move || self.restore(&deleted));
        }
        if let Some(trouble) = &failed {
            self.notices
                .warn(format!("Not everything was deleted. {trouble}"));
        }
        failed.is_none()
    }

    fn restore(self, deleted: &[JobId]) {
        let failed: Vec<Trouble> = deleted
            .iter()
            .filter_map(|id| self.store.restore_job(id, Moment(clock::now())).err())
            .collect();
        self.refresh();
        match failed.last() {
            None => self.notices.say(match deleted.len() {
                1 => "The job is back.".to_string(),
                n => format!("{n} jobs are back."),
            }),
            Some(trouble) => {
                let again = deleted.to_vec();
                let retry = Arc::new(move || self.restore(&again));
                self.notices.warn_with(
                    format!("The job could not be put back. {trouble}"),
                    vec![("Try again", retry)],
                );
            }
        }
    }
}
