//! How jobs, drafts and the index are written: JSON with short names and a version, a job's packed. A form once
//! published is read for ever; the domain types may change without touching it.
//!
//! `None` from a reading function means "not of this form": the caller keeps the value as it is.

mod codes;
mod compare;
mod fact;
mod happened;
mod job;
mod kept;
mod list;
mod merge;
mod migrate;
mod record;

pub use codes::{Code, from_letters, letters};
pub use compare::{compare_from, compare_to};
pub use job::{draft_from, draft_to, job_of, record_of};
pub use list::{Row, index_from, index_to};
pub use merge::{merge, merge_entries};
pub use record::{Entries, Record, entries_from, entries_to, source_of};

use serde::Deserialize;

/// The version written.
pub const VERSION: u32 = 2;

/// The version of a value and nothing else of it.
#[derive(Deserialize)]
struct Head {
    v: u32,
}

/// What a stored value is to this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Written by this version or one before.
    Known,
    /// Written by a later version.
    Newer,
    /// No version can be read from it.
    Broken,
}

/// What `raw` is to this version.
pub fn age(raw: &str) -> Age {
    match serde_json::from_str::<Head>(raw) {
        Ok(head) if head.v > VERSION => Age::Newer,
        Ok(_) => Age::Known,
        Err(_) => Age::Broken,
    }
}
