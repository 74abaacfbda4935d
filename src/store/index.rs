//! The index of saved jobs: a cache of what the list shows, so that opening the list reads no job's
//! facts anew. Each row bears a check of the stored job; a row whose check differs is not used. In
//! parts, so that saving one of thousands of jobs writes few rows.

use std::collections::{BTreeMap, BTreeSet};

use super::keys;
use super::shelf::{Fault, Shelf};
use super::wire::{self, Row};
use crate::job::{JobId, ListRow};

/// Rows by id.
pub type Rows = BTreeMap<JobId, Row>;

/// A check of a stored text: FNV-1a over its bytes. Tells a row that is out of date, no more.
pub fn check(raw: &str) -> u32 {
    raw.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The rows as stored; none where there is no index or it cannot be read.
pub fn load<S: Shelf>(shelf: &S) -> Result<Rows, Fault> {
    let mut rows = Rows::new();
    for key in shelf.keys(keys::INDEX)? {
        rows.extend(part(shelf, &key));
    }
    Ok(rows)
}

/// Writes the parts of the index that `changed` rows are in. A failure is no loss: what is missing is
/// read from the jobs.
pub fn save<S: Shelf>(shelf: &S, rows: &Rows, changed: &BTreeSet<JobId>) {
    let parts: BTreeSet<String> = changed.iter().map(keys::index).collect();
    for key in parts {
        let of_part = rows.values().filter(|row| keys::index(&row.row.id) == key);
        write(shelf, &key, &of_part.cloned().collect::<Vec<_>>());
    }
}

/// Puts the row of a job stored as `raw` into the stored index.
pub fn put<S: Shelf>(shelf: &S, row: ListRow, raw: &str) {
    let key = keys::index(&row.id);
    let mut rows = part(shelf, &key);
    let check = check(raw);
    rows.insert(row.id.clone(), Row { row, check });
    write(shelf, &key, &rows.into_values().collect::<Vec<_>>());
}

/// Takes a job's row out of the stored index.
pub fn take<S: Shelf>(shelf: &S, id: &JobId) {
    let key = keys::index(id);
    let mut rows = part(shelf, &key);
    if rows.remove(id).is_some() {
        write(shelf, &key, &rows.into_values().collect::<Vec<_>>());
    }
}

fn part<S: Shelf>(shelf: &S, key: &str) -> Rows {
    let raw = shelf.get(key).ok().flatten().unwrap_or_default();
    let rows = wire::index_from(&raw).into_iter();
    rows.map(|row| (row.row.id.clone(), row)).collect()
}

fn write<S: Shelf>(shelf: &S, key: &str, rows: &[Row]) {
    let _ = match rows {
        [] => shelf.remove(key),
        _ => shelf.set(key, &wire::index_to(rows)),
    };
}
