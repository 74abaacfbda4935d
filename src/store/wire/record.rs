//! A job as stored: what never changes, what the reader found, and an entry for each thing the person
//! can say, with the time it was said. Entries are what two copies of a job are put together by, and
//! one that this version does not know is kept as it is: see `docs/STORAGE.md`.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::migrate::{self, Kind};
use super::{Age, VERSION, age};
use crate::job::JobId;
use crate::store::pack;

/// What the person said, by name: when, and what.
pub type Entries = BTreeMap<String, (i64, Json)>;

/// A job as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Which job.
    pub id: JobId,
    /// When it was saved, in milliseconds since 1970.
    pub created: i64,
    /// The text and the day it was pasted, in days since 1970.
    pub source: (String, i32),
    /// The reader's version and the facts it found.
    pub reading: (String, Map<String, Json>),
    /// What the person said.
    pub entries: Entries,
}

impl Record {
    /// For storage: packed.
    pub fn to_stored(&self) -> String {
        let mut text = self.source.0.clone();
        text.push('\n');
        text.push_str(&Json::Object(self.rest()).to_string());
        let mut raw = format!("{{\"v\":{VERSION},\"p\":\"");
        raw.push_str(&pack::pack(&text));
        raw.push_str("\"}");
        raw
    }

    /// For files: plain JSON, the text among it.
    pub fn to_json(&self) -> Json {
        let mut map = self.rest();
        map.insert("v".into(), json!(VERSION));
        map.insert("id".into(), json!(self.id.as_str()));
        map.insert("s".into(), json!(self.source.0));
        Json::Object(map)
    }

    /// Of what [`Record::to_stored`] wrote, or a version before; `None` if it is broken or newer.
    pub fn from_stored(id: &JobId, raw: &str) -> Option<Self> {
        if age(raw) != Age::Known {
            return None;
        }
        let mut json: Json = serde_json::from_str(raw).ok()?;
        if let Some(packed) = json.get("p") {
            let text = pack::unpack(packed.as_str()?)?;
            let (source, rest) = text.rsplit_once('\n')?;
            let mut map: Map<String, Json> = serde_json::from_str(rest).ok()?;
            map.insert("s".into(), json!(source));
            map.insert("v".into(), json.get("v")?.clone());
            json = Json::Object(map);
        }
        Self::from_any(id, json)
    }

    /// Of what [`Record::to_json`] wrote, or a version before.
    pub fn from_json(json: Json) -> Option<Self> {
        let id = JobId::parse(json.get("id")?.as_str()?)?;
        Self::from_any(&id, json)
    }

    fn from_any(id: &JobId, json: Json) -> Option<Self> {
        let Json::Object(mut map) = migrate::to_now(Kind::Job, json)? else {
            return None;
        };
        let created = map.get("k")?.as_i64()?;
        let Some(Json::String(source)) = map.remove("s") else {
            return None;
        };
        let read_on = i32::try_from(map.get("d")?.as_i64()?).ok()?;
        let Some(Json::Object(facts)) = map.remove("f") else {
            return None;
        };
        let reader = map.get("r")?.as_str()?.to_string();
        Some(Self {
            id: id.clone(),
            created,
            source: (source, read_on),
            reading: (reader, facts),
            entries: entries_from(map.remove("e")?, created)?,
        })
    }

    fn rest(&self) -> Map<String, Json> {
        let mut map = Map::new();
        map.insert("d".into(), json!(self.source.1));
        map.insert("e".into(), entries_to(&self.entries, self.created));
        map.insert("f".into(), Json::Object(self.reading.1.clone()));
        map.insert("k".into(), json!(self.created));
        map.insert("r".into(), json!(self.reading.0));
        map
    }
}

/// The text of a stored job and nothing else of it, for searching.
pub fn source_of(raw: &str) -> Option<String> {
    let json: Json = serde_json::from_str(raw).ok()?;
    let Some(packed) = json.get("p") else {
        return Some(json.get("s")?.as_str()?.to_string());
    };
    let mut text = pack::unpack(packed.as_str()?)?;
    text.truncate(text.rfind('\n')?);
    Some(text)
}

/// Entries as JSON, their times counted from `since`, which is shorter.
pub fn entries_to(entries: &Entries, since: i64) -> Json {
    let one = |(name, (at, value)): (&String, &(i64, Json))| {
        (name.clone(), json!([at.saturating_sub(since), value]))
    };
    Json::Object(entries.iter().map(one).collect())
}

/// Entries as [`entries_to`] wrote them.
pub fn entries_from(json: Json, since: i64) -> Option<Entries> {
    let Json::Object(map) = json else {
        return None;
    };
    let one = |(name, json): (String, Json)| {
        let Json::Array(pair) = json else {
            return None;
        };
        let [at, value] = <[Json; 2]>::try_from(pair).ok()?;
        Some((name, (at.as_i64()?.saturating_add(since), value)))
    };
    map.into_iter().map(one).collect()
}
