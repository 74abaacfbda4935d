//! Values beside jobs, by name and each with its time: preferences, and what other parts keep so. Put
//! together like jobs; a value this version cannot read is kept as it is.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::jobs::Store;
use super::shelf::{Shelf, Trouble};
use super::wire::{self, Age, Entries, VERSION};
use super::{keys, upkeep, write};
use crate::job::{Moment, Stamped};

/// Values by name, as text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    values: BTreeMap<String, Stamped<String>>,
}

impl Settings {
    /// A value, if it was ever set.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|value| value.value.as_str())
    }

    /// Sets a value.
    pub fn set(&mut self, name: &str, value: &str, now: Moment) {
        let old = self.values.entry(name.to_string()).or_default();
        old.set(value.to_string(), now);
    }

    /// When a value was set.
    #[must_use]
    pub fn at(&self, name: &str) -> Option<Moment> {
        self.values.get(name).map(|value| value.at)
    }

    /// All values with their names and times.
    pub fn stamped(&self) -> impl Iterator<Item = (&str, &str, Moment)> {
        self.values
            .iter()
            .map(|(name, value)| (name.as_str(), value.value.as_str(), value.at))
    }

    /// All values with their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .iter()
            .map(|(name, value)| (name.as_str(), value.value.as_str()))
    }
}

impl<S: Shelf> Store<S> {
    /// The settings that are kept under `name`; none where that cannot be read.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn load_settings(&self, name: &str) -> Result<Settings, Trouble> {
        let raw = self.shelf.get(&keys::settings(name))?;
        let entries = raw.and_then(|raw| from(&raw)).unwrap_or_default();
        let one = |(name, (at, value)): (String, (i64, Json))| match value {
            Json::String(text) => Some((name, Stamped::new(text, Moment(at)))),
            _ => None,
        };
        let values = entries.into_iter().filter_map(one).collect();
        Ok(Settings { values })
    }

    /// Saves settings together with what is stored of them.
    ///
    /// # Errors
    /// If the shelf fails, or a newer version wrote here; what was saved before is still there.
    pub fn save_settings(&self, name: &str, settings: &Settings) -> Result<(), Trouble> {
        let one = |(name, value): (&String, &Stamped<String>)| {
            (name.clone(), (value.at.0, json!(value.value)))
        };
        self.save_entries(name, settings.values.iter().map(one).collect())
    }

    pub(super) fn save_entries(&self, name: &str, mut entries: Entries) -> Result<(), Trouble> {
        let key = keys::settings(name);
        let raw = self.shelf.get(&key)?;
        if let Some(stored) = raw.and_then(|raw| from(&raw)) {
            let before = stored.clone();
            wire::merge_entries(&mut entries, stored);
            if entries == before {
                return Ok(());
            }
        }
        write::put(&self.shelf, &key, &to(&entries), &|raw| from(raw).is_some())?;
        upkeep::count_change(&self.shelf);
        Ok(())
    }

    /// All settings as they are stored, by name.
    pub(super) fn all_entries(&self) -> Result<BTreeMap<String, Entries>, Trouble> {
        let mut all = BTreeMap::new();
        for key in self.shelf.keys(keys::SETTINGS)? {
            let raw = self.shelf.get(&key)?.unwrap_or_default();
            if let (Some(name), Some(entries)) = (key.strip_prefix(keys::SETTINGS), from(&raw)) {
                all.insert(name.to_string(), entries);
            }
        }
        Ok(all)
    }
}

fn to(entries: &Entries) -> String {
    json!({"v": VERSION, "e": wire::entries_to(entries, 0)}).to_string()
}

fn from(raw: &str) -> Option<Entries> {
    if wire::age(raw) != Age::Known {
        return None;
    }
    let mut json: Json = serde_json::from_str(raw).ok()?;
    wire::entries_from(json.get_mut("e")?.take(), 0)
}
