//! Saving, finding and deleting jobs. Nothing here panics on what it finds stored, and nothing is
//! written over that cannot be read.

use std::collections::BTreeSet;

use super::index::{self, Rows};
use super::shelf::{Fault, Shelf, Trouble};
use super::wire::{self, Age, Record, Row};
use super::{gone, keys, upkeep, write};
use crate::extract::order;
use crate::job::{Job, JobId, ListRow, Moment};

/// Deleted jobs stay in the trash so long, in milliseconds: 30 days.
pub const TRASH_FOR: i64 = 30 * 86_400_000;

/// Jobs and what belongs to them, on a shelf.
#[derive(Clone, Copy, Debug)]
pub struct Store<S> {
    pub(super) shelf: S,
}

/// What the store holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// A row for each job that can be read, the newest first; those put away among them.
    pub rows: Vec<ListRow>,
    /// A row for each job in the trash, the last deleted first.
    pub trash: Vec<ListRow>,
    /// Values that cannot be read, in the order of their keys.
    pub unreadable: Vec<Unreadable>,
    /// Whether a newer version wrote here: nothing can be changed then.
    pub is_newer: bool,
}

/// A stored value that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it is stored.
    pub key: String,
    /// Why.
    pub why: Trouble,
}

impl<S: Shelf> Store<S> {
    /// A store on `shelf`.
    pub fn new(shelf: S) -> Self {
        Self { shelf }
    }

    /// Saves a job, new or changed, together with what is stored of it: what another tab changed
    /// meanwhile is not lost. Gives the job as it is stored now. What is stored already is not
    /// written again.
    ///
    /// # Errors
    /// If the shelf fails, or a newer version wrote here; what was saved before is still there.
    pub fn save_job(&self, job: &Job) -> Result<Job, Trouble> {
        let record = self.save_record(wire::record_of(job))?;
        Ok(wire::job_of(record))
    }

    pub(super) fn save_record(&self, mut record: Record) -> Result<Record, Trouble> {
        let key = keys::job(&record.id);
        match self.stored(&record.id)? {
            Some(stored) => {
                let before = stored.clone();
                wire::merge(&mut record, stored);
                if record == before {
                    return Ok(record);
                }
            }
            None => {
                let gone = gone::load(&self.shelf)?;
                if let Some(at) = gone.get(record.id.as_str()) {
                    let deleted = [("x".to_string(), (*at, true.into()))];
                    wire::merge_entries(&mut record.entries, deleted.into());
                }
            }
        }
        let raw = record.to_stored();
        let id = record.id.clone();
        let readable = |raw: &str| Record::from_stored(&id, raw).is_some();
        write::put(&self.shelf, &key, &raw, &readable)?;
        index::put(
            &self.shelf,
            ListRow::new(&wire::job_of(record.clone())),
            &raw,
        );
        upkeep::count_change(&self.shelf);
        Ok(record)
    }

    /// What is stored of a job and can be read.
    pub(super) fn stored(&self, id: &JobId) -> Result<Option<Record>, Trouble> {
        let raw = self.shelf.get(&keys::job(id))?;
        Ok(raw.and_then(|raw| Record::from_stored(id, &raw)))
    }

    /// The job `id`; `None` if there is none.
    ///
    /// # Errors
    /// If the shelf fails or the value cannot be read.
    pub fn load_job(&self, id: &JobId) -> Result<Option<Job>, Trouble> {
        let read = |raw: &str| Record::from_stored(id, raw).map(wire::job_of);
        self.find(&keys::job(id), &read)
    }

    /// The row of the job `id`; `None` if there is none, or it cannot be read.
    ///
    /// # Errors
    /// If the shelf fails.
    pub fn row(&self, id: &JobId) -> Result<Option<ListRow>, Fault> {
        let raw = self.shelf.get(&keys::job(id))?;
        let record = raw.and_then(|raw| Record::from_stored(id, &raw));
        Ok(record.map(|record| ListRow::new(&wire::job_of(record))))
    }

    /// All jobs as rows. The index serves where its check holds; the other jobs are read, and the
    /// index put right. What cannot be read is moved out of the way whole.
    ///
    /// # Errors
    /// If the shelf cannot be reached; nothing else fails the list.
    pub fn list(&self) -> Result<Listing, Fault> {
        let mut old = index::load(&self.shelf)?;
        let (mut rows, mut changed) = (Rows::new(), BTreeSet::new());
        let mut listing = Listing {
            is_newer: write::is_newer(&self.shelf)?,
            ..Listing::default()
        };
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
            let record = id.and_then(|id| Record::from_stored(&id, &raw));
            if let Some(record) = record {
                let row = ListRow::new(&wire::job_of(record));
                changed.insert(row.id.clone());
                rows.insert(row.id.clone(), Row { row, check });
                continue;
            }
            let why = trouble(&raw);
            listing.is_newer |= why == Trouble::Newer;
            // Where it cannot be moved it stays where it is, and is listed all the same.
            let moved = why == Trouble::Unreadable
                && !listing.is_newer
                && write::keep(&self.shelf, &key, &raw).is_ok()
                && write::remove(&self.shelf, &key).is_ok();
            if !moved {
                listing.unreadable.push(Unreadable { key, why });
            }
        }
        for key in self.shelf.keys(keys::KEPT)? {
            let why = Trouble::Unreadable;
            listing.unreadable.push(Unreadable { key, why });
        }
        order::sort_by(&mut listing.unreadable, |a, b| a.key.cmp(&b.key));
        changed.extend(old.into_keys());
        if !listing.is_newer {
            index::save(&self.shelf, &rows, &changed);
            if let Ok(Some(_)) = self.shelf.get(keys::OLD_INDEX) {
                let _ = self.shelf.remove(keys::OLD_INDEX);
            }
        }
        for row in rows.into_values() {
            match row.row.in_trash {
                None => listing.rows.push(row.row),
                Some(_) => listing.trash.push(row.row),
            }
        }
        order::sort_by(&mut listing.rows, |a, b| {
            b.created.cmp(&a.created).then(b.id.cmp(&a.id))
        });
        order::sort_by(&mut listing.trash, |a, b| {
            b.in_trash.cmp(&a.in_trash).then(b.id.cmp(&a.id))
        });
        Ok(listing)
    }

    /// The ids of all jobs there are, readable or not.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn ids(&self) -> Result<Vec<JobId>, Fault> {
        let keys = self.shelf.keys(keys::JOBS)?;
        let id = |key: &String| key.strip_prefix(keys::JOBS).and_then(JobId::parse);
        Ok(keys.iter().filter_map(id).collect())
    }

    /// The source text of a job, for searching; `None` if there is none to read.
    pub fn source(&self, id: &JobId) -> Option<String> {
        let raw = self.shelf.get(&keys::job(id)).ok().flatten()?;
        wire::source_of(&raw)
    }

    /// Puts a job into the trash.
    ///
    /// # Errors
    /// If the shelf fails or the job cannot be read; it is still there.
    pub fn delete_job(&self, id: &JobId, now: Moment) -> Result<(), Trouble> {
        self.change(id, &mut |job| job.delete(now))
    }

    /// Takes a job out of the trash.
    ///
    /// # Errors
    /// If the shelf fails; it is still in the trash.
    pub fn restore_job(&self, id: &JobId, now: Moment) -> Result<(), Trouble> {
        self.change(id, &mut |job| job.restore(now))
    }

    /// Changes a job, if there is one.
    ///
    /// # Errors
    /// If the shelf fails or the job cannot be read; it is as it was.
    pub fn change(&self, id: &JobId, change: &mut dyn FnMut(&mut Job)) -> Result<(), Trouble> {
        if let Some(mut job) = self.load_job(id)? {
            change(&mut job);
            self.save_job(&job)?;
        }
        Ok(())
    }

    /// Deletes for good what has been in the trash for 30 days, or, with `all`, whatever is in it;
    /// says how many jobs that were.
    ///
    /// # Errors
    /// If the shelf fails; what was not deleted yet is still there.
    pub fn empty_trash(&self, trash: &[ListRow], now: Moment, all: bool) -> Result<usize, Trouble> {
        let mut count = 0;
        for row in trash {
            let Some(since) = row.in_trash else {
                continue;
            };
            // What another tab took out of the trash meanwhile stays.
            let Some(job) = self.stored(&row.id)?.map(wire::job_of) else {
                continue;
            };
            let old = now.0.saturating_sub(since.0) > TRASH_FOR;
            if (all || old) && job.in_trash() == Some(since) {
                gone::add(&self.shelf, [(row.id.to_string(), since.0)].into())?;
                write::remove(&self.shelf, &keys::job(&row.id))?;
                index::take(&self.shelf, &row.id);
                count += 1;
            }
        }
        Ok(count)
    }

    /// The value of a key that cannot be read, whole.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn raw(&self, key: &str) -> Result<Option<String>, Fault> {
        self.shelf.get(key)
    }

    /// Tries again to read a value that was moved out of the way. What can be read is put together
    /// with what is stored now, and then listed no more; says whether it was.
    ///
    /// # Errors
    /// If the shelf fails; the value is still there.
    pub fn retry(&self, place: &str) -> Result<bool, Trouble> {
        let raw = self.shelf.get(place)?;
        let key = keys::of_kept(place).unwrap_or_else(|| place.to_string());
        let id = key.strip_prefix(keys::JOBS).and_then(JobId::parse);
        let (Some(raw), Some(id)) = (raw, id) else {
            return Ok(false);
        };
        let Some(record) = Record::from_stored(&id, &raw) else {
            return Ok(false);
        };
        self.save_record(record)?;
        if key != place {
            write::remove(&self.shelf, place)?;
        }
        Ok(true)
    }

    /// Removes a value that was moved out of the way; the person has seen it and wants it no more.
    ///
    /// # Errors
    /// If the shelf fails.
    pub fn discard_kept(&self, place: &str) -> Result<(), Trouble> {
        match keys::of_kept(place) {
            Some(_) => write::remove(&self.shelf, place),
            None => Ok(()),
        }
    }

    /// UTF-16 units that the site's keys and values use, of the 5,242,880 or so that browsers give
    /// all sites of a host together.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn used(&self) -> Result<usize, Fault> {
        let mut used = 0;
        for key in self.shelf.keys(keys::ALL)? {
            used += key.len() + self.shelf.size(&key)?;
        }
        Ok(used)
    }

    pub(super) fn find<T>(
        &self,
        key: &str,
        read: &dyn Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Trouble> {
        match self.shelf.get(key)? {
            None => Ok(None),
            Some(raw) => read(&raw).map(Some).ok_or_else(|| trouble(&raw)),
        }
    }
}

/// Why a value could not be read.
pub(super) fn trouble(raw: &str) -> Trouble {
    match wire::age(raw) {
        Age::Newer => Trouble::Newer,
        Age::Known | Age::Broken => Trouble::Unreadable,
    }
}
