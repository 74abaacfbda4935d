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

use crate::extract::json::{Json, Object};

/// The version written.
pub const VERSION: u32 = 1;

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
    open(raw).1
}

/// The fields of a stored value this version can read.
fn fields(raw: &str) -> Option<Object<'_>> {
    let (fields, age) = open(raw);
    (age == Age::Known).then_some(fields)
}

fn open(raw: &str) -> (Object<'_>, Age) {
    let fields = Json::whole(raw).and_then(Json::object).unwrap_or_default();
    let version = fields.get("v").and_then(Json::integer);
    let age = match version.and_then(|v| u32::try_from(v).ok()) {
        Some(v) if v > VERSION => Age::Newer,
        Some(_) => Age::Known,
        None => Age::Broken,
    };
    (fields, age)
}
