//! How jobs, drafts and the index are written: JSON with short names and a version. A form once
//! published is read for ever; the domain types may change without touching it.
//!
//! `None` from a reading function means "not of this form": the caller keeps the value as it is.

mod codes;
mod fact;
mod job;
mod list;

pub use job::{draft_from, draft_to, job_from, job_to, source_from};
pub use list::{Row, index_from, index_to};

use serde::Deserialize;

/// The version written.
pub const VERSION: u32 = 1;

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
