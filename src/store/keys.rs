//! The one table of storage keys. All begin with the same prefix, since every project of a GitHub
//! user shares one origin.

use crate::job::JobId;

/// What all keys begin with.
pub const ALL: &str = "rolecard:";
/// What the keys of jobs begin with; the job's id follows.
pub const JOBS: &str = "rolecard:job:";
/// What the keys of the index's parts begin with.
pub const INDEX: &str = "rolecard:index:";
/// The index as version 1 kept it, whole.
pub const OLD_INDEX: &str = "rolecard:index";
/// The draft of the Read page.
pub const DRAFT: &str = "rolecard:draft";
/// What values beside jobs begin with (preferences, and what later versions keep so).
pub const SETTINGS: &str = "rolecard:settings:";
/// Jobs deleted for good, and when.
pub const GONE: &str = "rolecard:gone";
/// What this browser alone has to know: the last backup, and how much changed since.
pub const UPKEEP: &str = "rolecard:upkeep";
/// The highest version that ever wrote here.
pub const SCHEMA: &str = "rolecard:schema";
/// What copies of unreadable values begin with; the rest of their key follows.
pub const KEPT: &str = "rolecard:kept:";

/// The parts of the index.
pub const PARTS: u32 = 16;

/// The key of a job.
pub fn job(id: &JobId) -> String {
    joined(JOBS, id.as_str())
}

/// The key of the part of the index that has a job's row.
pub fn index(id: &JobId) -> String {
    let sum = id.as_str().bytes().fold(0_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    let digit = char::from_digit(sum % PARTS, PARTS).unwrap_or('0');
    joined(INDEX, digit.encode_utf8(&mut [0; 4]))
}

/// The key of a value beside jobs.
pub fn settings(name: &str) -> String {
    joined(SETTINGS, name)
}

/// The `n`th key that a copy of the value of `key` may be kept under, from 0.
pub fn kept(key: &str, n: usize) -> String {
    let mut place = joined(KEPT, key.strip_prefix(ALL).unwrap_or(key));
    if n > 0 {
        place.push(':');
        place.push_str(&n.to_string());
    }
    place
}

/// The key that the copy under `place` was taken from.
pub fn of_kept(place: &str) -> Option<String> {
    let rest = place.strip_prefix(KEPT)?;
    let rest = match rest.rsplit_once(':') {
        // Ids have no colon, so digits behind a second one count copies.
        Some((key, n)) if key.contains(':') && n.bytes().all(|b| b.is_ascii_digit()) => key,
        _ => rest,
    };
    Some(joined(ALL, rest))
}

fn joined(head: &str, tail: &str) -> String {
    let mut key = String::with_capacity(head.len() + tail.len());
    key.push_str(head);
    key.push_str(tail);
    key
}
