//! The one table of storage keys. All begin with the same prefix, since every project of a GitHub
//! user shares one origin.

use crate::job::JobId;

/// What all keys begin with.
pub const ALL: &str = "rolecard:";
/// What the keys of jobs begin with; the job's id follows.
pub const JOBS: &str = "rolecard:job:";
/// The index of jobs.
pub const INDEX: &str = "rolecard:index";
/// The draft of the Read page.
pub const DRAFT: &str = "rolecard:draft";
/// What copies of unreadable values begin with; the rest of their key follows.
pub const KEPT: &str = "rolecard:kept:";

/// The key of a job.
pub fn job(id: &JobId) -> String {
    format!("{JOBS}{id}")
}

/// The `n`th key that a copy of the value of `key` may be kept under, from 0.
pub fn kept(key: &str, n: usize) -> String {
    let rest = key.strip_prefix(ALL).unwrap_or(key);
    if n == 0 {
        format!("{KEPT}{rest}")
    } else {
        format!("{KEPT}{rest}:{n}")
    }
}
