//! Saving, finding and deleting jobs and the draft. Nothing here panics on what it finds stored, and
//! nothing is written over that cannot be read.

use super::shelf::{Fault, Shelf, Trouble};
use super::wire::{self, Age, Row};
use super::{index, keys};
use crate::extract::order;
use crate::job::{Draft, Job, JobId, ListRow};

/// Jobs and the draft, on a shelf.
#[derive(Clone, Copy, Debug)]
pub struct Store<S> {
    shelf: S,
}

/// What the store holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// A row for each job that can be read, the newest first.
    pub rows: Vec<ListRow>,
    /// Values that cannot be read, in the order of their keys.
    pub unreadable: Vec<Unreadable>,
}

/// A stored value that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it is stored.
    pub key: String,
    /// Why.
    pub why: Trouble,
}

/// A deleted job, for putting back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    id: JobId,
    /// The stored value whole, so that what cannot be read comes back as it was too.
    raw: String,
}

impl<S: Shelf> Store<S> {
    /// A store on `shelf`.
    pub fn new(shelf: S) -> Self {
        Self { shelf }
    }

    /// Saves a job, new or changed.
    ///
    /// # Errors
    /// If the shelf fails, or holds a newer version's value for this job; what was saved before is
    /// still there.
    pub fn save_job(&self, job: &Job) -> Result<(), Trouble> {
        let raw = wire::job_to(job);
        let readable = |raw: &str| wire::job_from(&job.id, raw).is_some();
        self.put(&keys::job(&job.id), &raw, readable)?;
        index::put(&self.shelf, ListRow::new(job), &raw);
        Ok(())
    }

    /// The job `id`; `None` if there is none.
    ///
    /// # Errors
    /// If the shelf fails or the value cannot be read.
    pub fn load_job(&self, id: &JobId) -> Result<Option<Job>, Trouble> {
        self.find(&keys::job(id), |raw| wire::job_from(id, raw))
    }

    /// All jobs as rows. The index serves where its check holds; the other jobs are read, and the
    /// index put right.
    ///
    /// # Errors
    /// If the shelf cannot be reached; nothing else fails the list.
    pub fn list(&self) -> Result<Listing, Fault> {
        let mut old = index::load(&self.shelf);
        let known = old.len();
        let (mut rows, mut anew) = (std::collections::HashMap::new(), 0);
        let mut listing = Listing::default();
        for key in self.shelf.keys(keys::JOBS)? {
            let Some(raw) = self.shelf.get(&key)? else {
                continue;
            };
            let id = key.strip_prefix(keys::JOBS).and_then(JobId::parse);
            let check = index::check(&raw);
            let kept = id.as_ref().and_then(|id| old.remove(id));
            if let Some(row) = kept.filter(|row| row.check == check) {
                rows.insert(row.row.id.clone(), row);
                continue;
            }
            match id.and_then(|id| wire::job_from(&id, &raw)) {
                Some(job) => {
                    let row = ListRow::new(&job);
                    anew += 1;
                    rows.insert(job.id, Row { row, check });
                }
                None => listing.unreadable.push(Unreadable {
                    why: trouble(&raw),
                    key,
                }),
            }
        }
        for key in self.shelf.keys(keys::KEPT)? {
            let why = Trouble::Unreadable;
            listing.unreadable.push(Unreadable { key, why });
        }
        order::sort_by(&mut listing.unreadable, |a, b| a.key.cmp(&b.key));
        listing.rows = rows.values().map(|r| r.row.clone()).collect();
        order::sort_by(&mut listing.rows, |a, b| {
            b.created.cmp(&a.created).then(b.id.cmp(&a.id))
        });
        if anew > 0 || rows.len() != known {
            index::save(&self.shelf, rows);
        }
        Ok(listing)
    }

    /// The source texts of all jobs that can be read, for searching.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn sources(&self) -> Result<Vec<(JobId, String)>, Fault> {
        let mut sources = Vec::new();
        for key in self.shelf.keys(keys::JOBS)? {
            let id = key.strip_prefix(keys::JOBS).and_then(JobId::parse);
            let raw = self.shelf.get(&key)?;
            if let (Some(id), Some(source)) = (id, raw.and_then(|raw| wire::source_from(&raw))) {
                sources.push((id, source));
            }
        }
        Ok(sources)
    }

    /// Deletes a job and gives what [`Store::restore`] needs; `None` if there is none.
    ///
    /// # Errors
    /// If the shelf fails; the job is still there.
    pub fn delete_job(&self, id: &JobId) -> Result<Option<Deleted>, Trouble> {
        let key = keys::job(id);
        let Some(raw) = self.shelf.get(&key)? else {
            return Ok(None);
        };
        self.shelf.remove(&key)?;
        index::take(&self.shelf, id);
        let id = id.clone();
        Ok(Some(Deleted { id, raw }))
    }

    /// Puts a deleted job back.
    ///
    /// # Errors
    /// If the shelf fails; the deleted job can be put back later.
    pub fn restore(&self, deleted: &Deleted) -> Result<(), Trouble> {
        let Deleted { id, raw } = deleted;
        let job = wire::job_from(id, raw);
        self.put(&keys::job(id), raw, |raw| wire::job_from(id, raw).is_some())?;
        if let Some(job) = job {
            index::put(&self.shelf, ListRow::new(&job), raw);
        }
        Ok(())
    }

    /// Keeps the draft of the Read page.
    ///
    /// # Errors
    /// If the shelf fails, or holds a newer version's draft; the draft from before is still there.
    pub fn save_draft(&self, draft: &Draft) -> Result<(), Trouble> {
        let readable = |raw: &str| wire::draft_from(raw).is_some();
        self.put(keys::DRAFT, &wire::draft_to(draft), readable)
    }

    /// The draft of the Read page, if one is kept.
    ///
    /// # Errors
    /// If the shelf fails or the value cannot be read.
    pub fn load_draft(&self) -> Result<Option<Draft>, Trouble> {
        self.find(keys::DRAFT, wire::draft_from)
    }

    /// Forgets the draft. One that cannot be read stays.
    ///
    /// # Errors
    /// If the shelf fails.
    pub fn discard_draft(&self) -> Result<(), Trouble> {
        if self.load_draft()?.is_some() {
            self.shelf.remove(keys::DRAFT)?;
        }
        Ok(())
    }

    fn find<T>(&self, key: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Trouble> {
        match self.shelf.get(key)? {
            None => Ok(None),
            Some(raw) => read(&raw).map(Some).ok_or_else(|| trouble(&raw)),
        }
    }

    /// Writes `raw` and reads it back. What stood there unreadable is copied away first; what a newer
    /// version wrote is left to it.
    fn put(&self, key: &str, raw: &str, readable: impl Fn(&str) -> bool) -> Result<(), Trouble> {
        let old = self.shelf.get(key)?;
        match &old {
            Some(old) if old == raw => return Ok(()),
            Some(old) if wire::age(old) == Age::Newer => return Err(Trouble::Newer),
            Some(old) if !readable(old) => self.keep(key, old)?,
            _ => {}
        }
        self.shelf.set(key, raw)?;
        if self.shelf.get(key)?.as_deref() == Some(raw) {
            return Ok(());
        }
        match &old {
            Some(old) => self.shelf.set(key, old)?,
            None => self.shelf.remove(key)?,
        }
        Err(Fault::Altered.into())
    }

    /// Copies an unreadable value to a key of its own.
    fn keep(&self, key: &str, raw: &str) -> Result<(), Trouble> {
        for n in 0.. {
            let place = keys::kept(key, n);
            match self.shelf.get(&place)? {
                Some(there) if there == raw => break,
                Some(_) => {}
                None => {
                    self.shelf.set(&place, raw)?;
                    break;
                }
            }
        }
        Ok(())
    }
}

/// Why a value could not be read.
fn trouble(raw: &str) -> Trouble {
    match wire::age(raw) {
        Age::Newer => Trouble::Newer,
        Age::Known | Age::Broken => Trouble::Unreadable,
    }
}
