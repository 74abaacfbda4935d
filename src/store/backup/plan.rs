//! What a file would change, changing it, and taking that back.

use serde_json::Value as Json;

use super::file::Backup;
use crate::job::{Job, ListRow, joined};
use crate::store::gone;
use crate::store::jobs::Store;
use crate::store::shelf::{Fault, Shelf, Trouble};
use crate::store::wire::{self, Record};
use crate::store::{keys, write};

/// The entry of the notes.
const NOTES: &str = "n";

/// What a file would do, by jobs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Jobs that are not here yet.
    pub new: Vec<ListRow>,
    /// Jobs that are here and would change.
    pub changed: Vec<ListRow>,
    /// Those here whose notes say other things than the file's.
    pub notes: Vec<ListRow>,
    /// Jobs that are here and would not change.
    pub unchanged: usize,
    /// Jobs deleted here since, which would come into the trash, or stay there.
    pub deleted: usize,
    /// What the file holds and cannot be read.
    pub unreadable: usize,
    /// Whether settings would change.
    pub settings: bool,
}

impl Plan {
    /// Whether the file would change anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.notes.is_empty() && !self.settings
    }
}

/// What stood where a file was put in, for taking that back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    changes: Vec<Change>,
}

/// A key, what stood there, and what stands there since.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    key: String,
    old: Option<String>,
    new: Option<String>,
}

impl<S: Shelf> Store<S> {
    /// What putting `backup` in would do. Changes nothing.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn plan(&self, backup: &Backup) -> Result<Plan, Trouble> {
        let gone = gone::load(&self.shelf)?;
        let mut plan = Plan {
            unreadable: backup.unreadable,
            ..Plan::default()
        };
        for record in &backup.records {
            let mut merged = record.clone();
            let stored = self.stored(&record.id)?;
            match &stored {
                Some(stored) => {
                    wire::merge(&mut merged, stored.clone());
                    if let Some(both) = both_notes(record, stored) {
                        plan.notes.push(ListRow::new(&wire::job_of(merged.clone())));
                        if backup.keeps_both {
                            merged.entries.insert(NOTES.into(), both);
                        }
                    }
                }
                None => {
                    if let Some(at) = gone.get(record.id.as_str()) {
                        let deleted = [("x".to_string(), (*at, true.into()))];
                        wire::merge_entries(&mut merged.entries, deleted.into());
                    }
                }
            }
            let job = wire::job_of(merged.clone());
            let was_deleted = wire::job_of(record.clone()).in_trash().is_some();
            match &stored {
                Some(stored) if *stored == merged => plan.unchanged += 1,
                _ if job.in_trash().is_some() => {
                    plan.deleted += usize::from(!was_deleted);
                    note(&mut plan, stored.is_some(), &job);
                }
                _ => note(&mut plan, stored.is_some(), &job),
            }
        }
        let stored = self.all_entries()?;
        for (name, entries) in &backup.settings {
            let old = stored.get(name).cloned().unwrap_or_default();
            let mut merged = old.clone();
            wire::merge_entries(&mut merged, entries.clone());
            plan.settings |= merged != old;
        }
        Ok(plan)
    }

    /// Puts `backup` together with what is stored. Gives what takes that back.
    ///
    /// # Errors
    /// If the shelf fails; what was put in until then is taken out again.
    pub fn import(&self, backup: &Backup) -> Result<Undo, Trouble> {
        let mut undo = Undo::default();
        let done = self.put_in(backup, &mut undo);
        if let Err(trouble) = done {
            self.undo_import(&undo)?;
            return Err(trouble);
        }
        Ok(undo)
    }

    fn put_in(&self, backup: &Backup, undo: &mut Undo) -> Result<(), Trouble> {
        for record in &backup.records {
            let key = keys::job(&record.id);
            let mut record = record.clone();
            if backup.keeps_both
                && let Some(stored) = self.stored(&record.id)?
                && let Some(both) = both_notes(&record, &stored)
            {
                record.entries.insert(NOTES.into(), both);
            }
            self.watched(&key, undo, &|| self.save_record(record.clone()).map(drop))?;
        }
        for (name, entries) in &backup.settings {
            let key = keys::settings(name);
            self.watched(&key, undo, &|| self.save_entries(name, entries.clone()))?;
        }
        self.watched(keys::GONE, undo, &|| {
            gone::add(&self.shelf, backup.gone.clone())
        })?;
        for (key, raw) in &backup.kept {
            let key = keys::of_kept(key).unwrap_or_else(|| key.clone());
            // What can be read by now is read.
            let place = keys::kept(&key, 0);
            if !key.starts_with(keys::ALL) || self.shelf.get(&place)?.is_some() {
                continue;
            }
            self.watched(&place, undo, &|| write::keep(&self.shelf, &key, raw))?;
        }
        Ok(())
    }

    /// Does what changes `key`, and notes how to take it back.
    fn watched(
        &self,
        key: &str,
        undo: &mut Undo,
        change: &dyn Fn() -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let old = self.shelf.get(key)?;
        let done = change();
        let new = self.shelf.get(key)?;
        // A file may hold a job twice: what stood there before the first is what is taken back.
        match undo.changes.iter_mut().find(|change| change.key == key) {
            Some(change) => change.new = new,
            None if new != old => {
                let key = key.to_string();
                undo.changes.push(Change { key, old, new });
            }
            None => {}
        }
        done
    }

    /// Takes an import back. What was changed since stays as it is now; says of how many jobs that
    /// holds.
    ///
    /// # Errors
    /// If the shelf fails; what was taken back until then is, and trying again does the rest.
    pub fn undo_import(&self, undo: &Undo) -> Result<usize, Trouble> {
        let mut stayed = 0;
        // First what frees room, so that there is room for what needs it.
        for frees in [true, false] {
            for change in undo.changes.iter().rev() {
                if change.old.is_none() != frees {
                    continue;
                }
                let now: Result<_, Fault> = self.shelf.get(&change.key);
                let now = now?;
                if now == change.old {
                    continue;
                }
                if now != change.new {
                    stayed += 1;
                    continue;
                }
                let old = change.old.as_deref();
                write::swap(&self.shelf, &change.key, change.new.as_deref(), old)?;
            }
        }
        Ok(stayed)
    }
}

/// The notes of two copies put together, as an entry later than both; `None` if the later of the two
/// says all that the other says.
fn both_notes(one: &Record, other: &Record) -> Option<(i64, Json)> {
    let (one, other) = (one.entries.get(NOTES)?, other.entries.get(NOTES)?);
    let (one, other) = ((one.0, one.1.as_str()?), (other.0, other.1.as_str()?));
    let (earlier, later) = (one.min(other), one.max(other));
    let text = joined(later.1, earlier.1, "")?;
    Some((later.0.saturating_add(1), text.into()))
}

fn note(plan: &mut Plan, is_here: bool, job: &Job) {
    let row = ListRow::new(job);
    match is_here {
        true => plan.changed.push(row),
        false => plan.new.push(row),
    }
}

/// Two copies of a job put together: of each thing the later word holds. The order of the two, and
/// doing it again, make no difference.
#[must_use]
pub fn merged(one: &Job, other: &Job) -> Job {
    let mut record: Record = wire::record_of(one);
    wire::merge(&mut record, wire::record_of(other));
    wire::job_of(record)
}
