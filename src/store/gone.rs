//! Jobs deleted for good: their ids and when they were deleted, so that an older copy, from another
//! tab, device or backup, does not bring them back unasked.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::shelf::{Shelf, Trouble};
use super::wire::VERSION;
use super::{keys, write};

/// When each was deleted.
pub type Gone = BTreeMap<String, i64>;

/// What is stored; nothing where that cannot be read.
///
/// # Errors
/// If the shelf cannot be reached.
pub fn load<S: Shelf>(shelf: &S) -> Result<Gone, Trouble> {
    let raw = shelf.get(keys::GONE)?;
    Ok(raw.and_then(|raw| from(&raw)).unwrap_or_default())
}

/// Adds to what is stored, of each job the later time.
///
/// # Errors
/// If the shelf fails.
pub fn add<S: Shelf>(shelf: &S, more: Gone) -> Result<(), Trouble> {
    let mut gone = load(shelf)?;
    let before = gone.clone();
    for (id, at) in more {
        let old = gone.entry(id).or_insert(at);
        *old = at.max(*old);
    }
    if gone == before {
        return Ok(());
    }
    let mut map = to_json(&gone);
    map.insert("v".into(), json!(VERSION));
    let raw = Json::Object(map).to_string();
    write::put(shelf, keys::GONE, &raw, &|raw| from(raw).is_some())
}

/// As JSON, an id a name.
pub fn to_json(gone: &Gone) -> Map<String, Json> {
    let one = |(id, at): (&String, &i64)| (id.clone(), json!(at));
    gone.iter().map(one).collect()
}

/// Of JSON that [`to_json`] gave; what is no time is left out.
pub fn from_json(map: &Map<String, Json>) -> Gone {
    let one = |(id, at): (&String, &Json)| Some((id.clone(), at.as_i64().filter(|_| id != "v")?));
    map.iter().filter_map(one).collect()
}

fn from(raw: &str) -> Option<Gone> {
    match serde_json::from_str(raw) {
        Ok(Json::Object(map)) => Some(from_json(&map)),
        _ => None,
    }
}
