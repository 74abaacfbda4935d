//! From each version of the stored forms to the next, without a gap. A step is never changed once its
//! version was published: tests hold a value of each version and what becomes of it.

use serde_json::{Map, Value as Json, json};

use super::VERSION;
use crate::job::WordsKey;

/// What a stored value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A job, unpacked.
    Job,
    /// The draft of the Read page.
    Draft,
}

/// A step: a value of one version as the next writes it.
type Step = fn(Kind, Map<String, Json>) -> Option<Map<String, Json>>;

/// The step at `n` leads from version `n + 1` to `n + 2`.
const STEPS: [Step; VERSION as usize - 1] = [to_2];

/// A value of any version, up to this one, as this one writes it; `None` if it is not of the form.
pub fn to_now(kind: Kind, json: Json) -> Option<Json> {
    let Json::Object(mut map) = json else {
        return None;
    };
    let version = usize::try_from(map.get("v")?.as_u64()?).ok()?;
    for step in STEPS.get(version.checked_sub(1)?..)? {
        map = step(kind, map)?;
    }
    map.insert("v".into(), json!(VERSION));
    Some(Json::Object(map))
}

/// Version 2: what the person said stands in entries by name, each with its time; a job has its own
/// date of saving.
fn to_2(kind: Kind, mut map: Map<String, Json>) -> Option<Map<String, Json>> {
    let mut entries = Map::new();
    // The times of a draft's entries are counted from 1970, a job's from when it was saved.
    let mut since = 0;
    if kind == Kind::Job {
        let Some(Json::Array(history)) = map.remove("h") else {
            return None;
        };
        since = history.first()?.get(0)?.as_i64()?;
        map.insert("k".into(), json!(since));
        for (n, event) in history.iter().enumerate() {
            let at = event.get(0)?.as_i64()? - since;
            entries.insert(format!("h:{n}"), json!([at, [at, event.get(1)?]]));
        }
        let notes = map.remove("n")?;
        if !notes.get(0)?.as_str()?.is_empty() {
            let at = notes.get(1)?.as_i64()? - since;
            entries.insert("n".into(), json!([at, notes.get(0)?]));
        }
    }
    let mut marks = match map.remove("m") {
        Some(Json::Object(marks)) => marks,
        Some(_) => return None,
        None => Map::new(),
    };
    let mut list = |name: &str| match marks.remove(name) {
        Some(Json::Array(list)) => Some(list),
        Some(_) => None,
        None => Some(Vec::new()),
    };
    for one in list("c")? {
        let at = one.get(1)?.as_i64()? - since;
        entries.insert(
            format!("c:{}", one.get(0)?.as_str()?),
            json!([at, one.get(2)?]),
        );
    }
    for one in list("t")? {
        let (words, at) = (one.get(0)?.as_str()?, one.get(1)?.as_i64()? - since);
        let name = format!("t:{}", WordsKey::new(words).as_str());
        entries.insert(name, json!([at, [words, one.get(2)?]]));
    }
    for (n, one) in list("q")?.into_iter().enumerate() {
        let Json::Object(mut edit) = one else {
            return None;
        };
        let at = edit.remove("at")?.as_i64()? - since;
        let name = format!("q:{}", WordsKey::new(edit.get("w")?.as_str()?).as_str());
        // Times from before were not kept: their order was, and they come before all later ones.
        edit.insert("o".into(), json!(n));
        entries.insert(name, json!([at, edit]));
    }
    map.insert("e".into(), Json::Object(entries));
    Some(map)
}
