//! Two copies of a job put together, so that nothing said in either is lost: of each thing the later
//! word holds. In whatever order and however often copies are put together, all end up the same:
//! every part takes the greater of two in one fixed order.

use std::cmp::Ordering;

use serde_json::Value as Json;

use super::record::{Entries, Record};

/// `other` put into `record`.
pub fn merge(record: &mut Record, mut other: Record) {
    record.created = record.created.min(other.created);
    let size = |r: &Record| r.source.0.len();
    if (size(record), &record.source) < (size(&other), &other.source) {
        record.source = std::mem::take(&mut other.source);
    }
    let key = |r: &Record| (version(&r.reading.0), r.reading.0.clone());
    let order = key(record).cmp(&key(&other));
    if order.then_with(|| text(&record.reading.1).cmp(&text(&other.reading.1))) == Ordering::Less {
        record.reading = other.reading;
    }
    merge_entries(&mut record.entries, other.entries);
}

/// `other` put into `entries`: of each name the later one; of two of one time, the greater in the
/// order of their text.
pub fn merge_entries(entries: &mut Entries, other: Entries) {
    for (name, new) in other {
        match entries.get_mut(&name) {
            None => {
                entries.insert(name, new);
            }
            Some(old) => {
                if (old.0, old.1.to_string()) < (new.0, new.1.to_string()) {
                    *old = new;
                }
            }
        }
    }
}

/// The numbers of a version, so that 0.10 comes after 0.9.
fn version(words: &str) -> Vec<u32> {
    let numbers = words.split('.').map(|part| part.parse().unwrap_or(0));
    numbers.collect()
}

fn text(facts: &serde_json::Map<String, Json>) -> String {
    serde_json::to_string(facts).unwrap_or_default()
}
