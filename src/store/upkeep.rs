//! What this browser alone has to know: when the last backup was made and how much changed since. No
//! part of a backup, and no loss where it cannot be written or read.

use serde_json::{Value as Json, json};

use super::jobs::Store;
use super::keys;
use super::shelf::Shelf;
use super::wire::VERSION;
use super::write::is_newer;
use crate::job::Moment;

/// Changes after which a backup is called for.
pub const MANY_CHANGES: u64 = 20;
/// Time after which a backup is called for if anything changed, in milliseconds: 14 days.
pub const LONG: i64 = 14 * 86_400_000;

/// What is known of backups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Upkeep {
    /// When the last backup was made here, if ever.
    pub backup: Option<Moment>,
    /// Changes since then.
    pub changes: u64,
    /// The changes at which the person did not want to hear of it.
    pub dismissed: u64,
    /// When the first change since the last backup, or since that, was made.
    pub since: Option<Moment>,
    /// When a page was last open here.
    pub open: Option<Moment>,
    /// Whether the person wants to be told what falls due.
    pub tells: bool,
}

impl Upkeep {
    /// Whether the person should be asked to make a backup.
    #[must_use]
    pub fn is_due(&self, now: Moment) -> bool {
        let more = self.changes.saturating_sub(self.dismissed);
        let long = |since: Moment| now.0.saturating_sub(since.0) > LONG;
        more >= MANY_CHANGES || more > 0 && self.since.is_some_and(long)
    }
}

impl<S: Shelf> Store<S> {
    /// What is known of backups.
    pub fn upkeep(&self) -> Upkeep {
        load(&self.shelf)
    }

    /// A backup was made.
    pub fn note_backup(&self, now: Moment) {
        let before = load(&self.shelf);
        let upkeep = Upkeep {
            backup: Some(now),
            since: Some(now),
            changes: 0,
            dismissed: 0,
            ..before
        };
        save(&self.shelf, &upkeep);
    }

    /// The person does not want to hear of backups for now.
    pub fn dismiss_backup(&self, now: Moment) {
        let mut upkeep = load(&self.shelf);
        upkeep.dismissed = upkeep.changes;
        upkeep.since = Some(now);
        save(&self.shelf, &upkeep);
    }

    /// A page is open.
    pub fn note_open(&self, now: Moment) {
        let mut upkeep = load(&self.shelf);
        upkeep.open = Some(now);
        save(&self.shelf, &upkeep);
    }

    /// Whether the person wants to be told what falls due.
    pub fn set_tells(&self, tells: bool) {
        let mut upkeep = load(&self.shelf);
        upkeep.tells = tells;
        save(&self.shelf, &upkeep);
    }

    /// Starts counting time, where it was not yet.
    pub fn begin_upkeep(&self, now: Moment) {
        let mut upkeep = load(&self.shelf);
        if upkeep.since.is_none() {
            upkeep.since = Some(now);
            save(&self.shelf, &upkeep);
        }
    }
}

/// Counts a change.
pub fn count_change<S: Shelf>(shelf: &S) {
    let mut upkeep = load(shelf);
    upkeep.changes += 1;
    save(shelf, &upkeep);
}

fn load<S: Shelf>(shelf: &S) -> Upkeep {
    let raw = shelf.get(keys::UPKEEP).ok().flatten().unwrap_or_default();
    let json: Json = serde_json::from_str(&raw).unwrap_or_default();
    let moment = |name: &str| json.get(name).and_then(Json::as_i64).map(Moment);
    let count = |name: &str| json.get(name).and_then(Json::as_u64).unwrap_or(0);
    Upkeep {
        backup: moment("b"),
        changes: count("c"),
        dismissed: count("d"),
        since: moment("s"),
        open: moment("o"),
        tells: json.get("t").and_then(Json::as_bool).unwrap_or(false),
    }
}

fn save<S: Shelf>(shelf: &S, upkeep: &Upkeep) {
    // Where a newer version wrote, nothing is written, not even this.
    if is_newer(shelf) != Ok(false) {
        return;
    }
    let json = json!({
        "v": VERSION,
        "b": upkeep.backup.map(|at| at.0),
        "c": upkeep.changes,
        "d": upkeep.dismissed,
        "s": upkeep.since.map(|at| at.0),
        "o": upkeep.open.map(|at| at.0),
        "t": upkeep.tells,
    });
    let _ = shelf.set(keys::UPKEEP, &json.to_string());
}
