//! The file: written, and read with a plain word for each way in which it can be none.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::job::{Job, JobId, Moment};
use crate::store::gone::{self, Gone};
use crate::store::jobs::Store;
use crate::store::keys;
use crate::store::shelf::{Shelf, Trouble};
use crate::store::wire::{self, Age, Entries, Record, VERSION};

/// What a backup calls itself.
const FORMAT: &str = "rolecard-backup";
/// What a file of all keys calls itself, which a page that broke down offers.
const RESCUE: &str = "rolecard-rescue";
/// What a backup with a passphrase calls itself.
pub const LOCKED: &str = "rolecard-locked";

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backup {
    /// When it was made, where it says so.
    pub made: Option<Moment>,
    pub(super) records: Vec<Record>,
    pub(super) settings: BTreeMap<String, Entries>,
    pub(super) gone: Gone,
    /// Values that could not be read where it was made, by the key they had.
    pub(super) kept: BTreeMap<String, String>,
    /// Jobs in the file that cannot be read.
    pub unreadable: usize,
    /// Whether of notes that say other things here and in the file both are kept, not only the later.
    pub keeps_both: bool,
}

/// Why a file is no backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // `text` says them
pub enum BadFile {
    Empty,
    NotText,
    CutShort,
    NotJson,
    OtherJson,
    Newer,
    Locked,
}

impl BadFile {
    /// Plain words for the person.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Empty => "The file is empty.",
            Self::NotText => "This is not a backup: the file holds no text.",
            Self::CutShort => {
                "The file ends too early: it was not saved or sent whole. Try another copy of it."
            }
            Self::NotJson => {
                "This is not a backup. For a table from another program, use Import CSV."
            }
            Self::OtherJson => "This file is JSON, but not a backup made by Rolecard.",
            Self::Newer => {
                "This backup was made by a newer version of Rolecard. Reload the page to get that version, then try again."
            }
            Self::Locked => "This backup is locked with a passphrase.",
        }
    }
}

impl<S: Shelf> Store<S> {
    /// All that is stored, as a backup made at `now`. What cannot be read is in it as it is.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn backup(&self, now: Moment) -> Result<String, Trouble> {
        self.backup_with(now, &[])
    }

    /// The same, with `held` in it: jobs as changed since, which could not be stored.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn backup_with(&self, now: Moment, held: &[Job]) -> Result<String, Trouble> {
        let mut records: Vec<Record> = held.iter().map(wire::record_of).collect();
        let mut kept = Map::new();
        for prefix in [keys::JOBS, keys::KEPT] {
            let mut found = self.shelf.keys(prefix)?;
            found.sort_unstable();
            for key in found {
                let Some(raw) = self.shelf.get(&key)? else {
                    continue;
                };
                let id = key.strip_prefix(keys::JOBS).and_then(JobId::parse);
                match id.and_then(|id| Record::from_stored(&id, &raw)) {
                    Some(record) => match records
                        .iter_mut()
                        .take(held.len())
                        .find(|held| held.id == record.id)
                    {
                        Some(held) => wire::merge(held, record),
                        None => records.push(record),
                    },
                    None => {
                        kept.insert(key, json!(raw));
                    }
                }
            }
        }
        let jobs: Vec<Json> = records.iter().map(Record::to_json).collect();
        let settings: Map<String, Json> = self
            .all_entries()?
            .iter()
            .map(|(name, entries)| (name.clone(), wire::entries_to(entries, 0)))
            .collect();
        let gone = gone::to_json(&gone::load(&self.shelf)?);
        Ok(json!({
            "format": FORMAT,
            "v": VERSION,
            "made": now.0,
            "jobs": jobs,
            "settings": settings,
            "gone": gone,
            "kept": kept,
        })
        .to_string())
    }
}

/// The backup that a file holds.
///
/// # Errors
/// What is wrong with the file.
pub fn read_backup(bytes: &[u8]) -> Result<Backup, BadFile> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(BadFile::Empty);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(BadFile::NotText);
    };
    let json: Json = serde_json::from_str(text).map_err(|fault| {
        let begun = text.trim_start().starts_with('{');
        match fault.is_eof() && begun {
            true => BadFile::CutShort,
            false => BadFile::NotJson,
        }
    })?;
    let Json::Object(mut map) = json else {
        return Err(BadFile::OtherJson);
    };
    let format = map.get("format").and_then(Json::as_str).unwrap_or_default();
    match format {
        FORMAT | RESCUE => {}
        LOCKED => return Err(BadFile::Locked),
        _ => return Err(BadFile::OtherJson),
    }
    let is_rescue = format == RESCUE;
    match map.get("v").and_then(Json::as_u64) {
        Some(v) if v <= u64::from(VERSION) => {}
        Some(_) => return Err(BadFile::Newer),
        None => return Err(BadFile::OtherJson),
    }
    let mut backup = match is_rescue {
        true => of_keys(map.remove("keys")),
        false => of_parts(&mut map),
    };
    if let Some(backup) = &mut backup {
        backup.keeps_both = true;
    }
    backup.ok_or(BadFile::OtherJson)
}

fn of_parts(map: &mut Map<String, Json>) -> Option<Backup> {
    let mut backup = Backup {
        made: map.get("made").and_then(Json::as_i64).map(Moment),
        ..Backup::default()
    };
    let Some(Json::Array(jobs)) = map.remove("jobs") else {
        return None;
    };
    for job in jobs {
        match Record::from_json(job) {
            Some(record) => backup.records.push(record),
            None => backup.unreadable += 1,
        }
    }
    for (name, entries) in object(map.remove("settings")) {
        if let Some(entries) = wire::entries_from(entries, 0) {
            backup.settings.insert(name, entries);
        }
    }
    backup.gone = gone::from_json(&object(map.remove("gone")));
    for (key, raw) in object(map.remove("kept")) {
        if let Json::String(raw) = raw {
            backup.kept.insert(key, raw);
        }
    }
    Some(backup)
}

/// A file of all keys as they were stored.
fn of_keys(json: Option<Json>) -> Option<Backup> {
    let mut backup = Backup::default();
    let Some(Json::Object(map)) = json else {
        return None;
    };
    for (key, raw) in map {
        let Json::String(raw) = raw else {
            continue;
        };
        if let Some(id) = key.strip_prefix(keys::JOBS) {
            match JobId::parse(id).and_then(|id| Record::from_stored(&id, &raw)) {
                Some(record) => backup.records.push(record),
                None => {
                    backup.unreadable += usize::from(wire::age(&raw) == Age::Newer);
                    backup.kept.insert(key, raw);
                }
            }
        } else if let Some(name) = key.strip_prefix(keys::SETTINGS) {
            let json: Json = serde_json::from_str(&raw).unwrap_or_default();
            if let Some(entries) = wire::entries_from(json["e"].clone(), 0) {
                backup.settings.insert(name.to_string(), entries);
            }
        } else if key == keys::GONE {
            let json = serde_json::from_str(&raw).ok();
            backup.gone = gone::from_json(&object(json));
        } else if key.starts_with(keys::KEPT) {
            backup.kept.insert(key, raw);
        }
    }
    Some(backup)
}

fn object(json: Option<Json>) -> Map<String, Json> {
    match json {
        Some(Json::Object(map)) => map,
        _ => Map::new(),
    }
}
