//! The index of saved jobs: a cache of what the list shows, so that opening the list reads no job's
//! facts anew. Each row bears a check of the stored job; a row whose check differs is not used.

use std::collections::HashMap;

use super::keys;
use super::shelf::Shelf;
use super::wire::{self, Row};
use crate::extract::order;
use crate::job::{JobId, ListRow};

/// A check of a stored text: FNV-1a over its bytes. Tells a row that is out of date, no more.
pub fn check(raw: &str) -> u32 {
    raw.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The rows as stored, by id; empty where there is no index or it cannot be read.
pub fn load<S: Shelf>(shelf: &S) -> HashMap<JobId, Row> {
    let raw = shelf.get(keys::INDEX).ok().flatten().unwrap_or_default();
    let rows = wire::index_from(&raw);
    rows.into_iter().map(|r| (r.row.id.clone(), r)).collect()
}

/// Stores the rows. A failure is no loss: what is missing is read from the jobs.
pub fn save<S: Shelf>(shelf: &S, rows: HashMap<JobId, Row>) {
    let mut rows: Vec<Row> = rows.into_values().collect();
    order::sort_by(&mut rows, |a, b| a.row.id.cmp(&b.row.id));
    let _ = shelf.set(keys::INDEX, &wire::index_to(&rows));
}

/// Puts the row of a job stored as `raw` into the stored index.
pub fn put<S: Shelf>(shelf: &S, row: ListRow, raw: &str) {
    let mut rows = load(shelf);
    let check = check(raw);
    rows.insert(row.id.clone(), Row { row, check });
    save(shelf, rows);
}

/// Takes a job's row out of the stored index.
pub fn take<S: Shelf>(shelf: &S, id: &JobId) {
    let mut rows = load(shelf);
    if rows.remove(id).is_some() {
        save(shelf, rows);
    }
}
