//! A pasted text with what the person made of it, before saving ([`Draft`]) and after ([`Job`]).

use std::fmt;

use super::card::Card;
use super::clock::{Day, Moment, Stamped};
use super::correction::Corrections;
use super::dated::LocalTime;
use super::dossier::Dossier;
use super::fact::{FactKind, Value};
use super::history::History;
use super::reminder::Reminders;
use super::status::Status;
use super::tags::Tags;
use super::tick::{RequirementEdits, Ticks};
use crate::extract::date::When;
use crate::extract::{Application, Facts, READER_VERSION};

/// All the person marked on a posting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Facts corrected by hand.
    pub corrections: Corrections,
    /// Have, Partly, Gap.
    pub ticks: Ticks,
    /// Requirements changed by hand.
    pub requirements: RequirementEdits,
}

impl Marks {
    /// Whether the person marked nothing yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.last_change().is_none()
    }

    /// When the last mark was made.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        self.corrections
            .last_change()
            .max(self.ticks.last_change())
            .max(self.requirements.last_change())
    }
}

/// A pasted posting that is not saved yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The text as pasted: what spans index and Original shows.
    pub source: String,
    /// The day it was pasted, which "3 days ago" counts from.
    pub read_on: Day,
    /// What the person marked.
    pub marks: Marks,
}

/// A saved job. Whatever the person can change bears the time it was changed, so that two copies can
/// be put together field by field.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// When it was saved.
    pub created: Moment,
    /// The text as pasted; empty for a job added by hand.
    pub source: String,
    /// The day it was pasted, which "3 days ago" counts from.
    pub read_on: Day,
    /// What the person marked.
    pub marks: Marks,
    /// The person's notes.
    pub notes: Stamped<String>,
    /// What happened to it.
    pub history: History,
    /// What to be reminded of.
    pub reminders: Reminders,
    /// People, links, documents, offers, and what stands behind ticks.
    pub dossier: Dossier,
    /// The person's tags.
    pub tags: Tags,
    /// Whether it is starred.
    pub starred: Stamped<bool>,
    /// Whether it is put away.
    pub archived: Stamped<bool>,
    /// Whether it was deleted. Holds until anything else of it is changed later: see
    /// [`Job::in_trash`].
    pub deleted: Stamped<bool>,
    /// What a later version said of it, carried along unread.
    pub carried: Vec<Carried>,
    /// The facts as the reader gave them when last read, for lists that do not read the text again.
    pub reading: Reading,
}

/// Something said of a job that this version does not know, and keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// What it is said of.
    pub name: String,
    /// When.
    pub at: Moment,
    /// What, as stored.
    pub raw: String,
}

/// The facts as read, without their evidence, and by which reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The reader's version.
    pub reader: String,
    /// What it found, in the card's order.
    pub facts: Vec<(FactKind, Value)>,
    /// The steps of the application that are dated to the day, each in the posting's words.
    pub steps: Vec<(LocalTime, String)>,
}

impl Reading {
    /// What this version of the reader found.
    #[must_use]
    pub fn new(facts: &Facts) -> Self {
        let of = |kind: FactKind| kind.of(facts).map(|(value, _)| (kind, value));
        Self {
            reader: READER_VERSION.to_string(),
            facts: FactKind::ALL.into_iter().filter_map(of).collect(),
            steps: Vec::new(),
        }
    }

    /// The same with the dated steps of `application`.
    #[must_use]
    pub fn with_steps(mut self, application: &Application) -> Self {
        for step in &application.steps {
            if let When::On(date) = &step.from
                && let Some(day) = Day::of(date)
            {
                let hour = date
                    .time
                    .and_then(|(hour, minute)| LocalTime::at(day, hour.into(), minute.into()));
                let at = hour.unwrap_or(LocalTime::day(day));
                self.steps.push((at, step.what.text.clone()));
            }
        }
        self
    }

    /// What it found for a fact.
    #[must_use]
    pub fn get(&self, kind: FactKind) -> Option<&Value> {
        self.facts.iter().find(|(k, _)| *k == kind).map(|(_, v)| v)
    }
}

impl Job {
    /// `draft` saved at `now` under `id`, with what the reader found in it. `offset` is that of the
    /// clocks there, in minutes east of UTC.
    #[must_use]
    pub fn new(draft: Draft, id: JobId, facts: &Facts, now: Moment, offset: i16) -> Self {
        Self {
            id,
            created: now,
            source: draft.source,
            read_on: draft.read_on,
            marks: draft.marks,
            notes: Stamped::default(),
            history: History::new(Status::Saved, now, offset),
            reminders: Reminders::default(),
            dossier: Dossier::default(),
            tags: Tags::default(),
            starred: Stamped::default(),
            archived: Stamped::default(),
            deleted: Stamped::default(),
            carried: Vec::new(),
            reading: Reading::new(facts),
        }
    }

    /// The card from the facts as last read, without evidence: enough for lists.
    #[must_use]
    pub fn card(&self) -> Card {
        let read = |kind| self.reading.get(kind).cloned().map(|v| (v, Vec::new()));
        Card::over(read, &self.marks.corrections)
    }

    /// Where it stands now.
    #[must_use]
    pub fn status(&self) -> Status {
        self.history.status()
    }

    /// When it was saved.
    #[must_use]
    pub fn created(&self) -> Moment {
        self.created
    }

    /// When the person last changed anything of it but whether it is deleted.
    #[must_use]
    pub fn changed(&self) -> Moment {
        let latest = [
            Some(self.created),
            self.history.last_change(),
            self.reminders.last_change(),
            self.dossier.last_change(),
            self.marks.last_change(),
            self.tags.last_change(),
            self.carried.iter().map(|carried| carried.at).max(),
        ];
        let latest = latest.into_iter().flatten().max().unwrap_or_default();
        latest
            .max(self.notes.at)
            .max(self.starred.at)
            .max(self.archived.at)
    }

    /// Since when it is in the trash: deleted, and not changed since. What was changed after it was
    /// deleted in another copy is not lost.
    #[must_use]
    pub fn in_trash(&self) -> Option<Moment> {
        let holds = self.deleted.value && self.deleted.at >= self.changed();
        holds.then_some(self.deleted.at)
    }

    /// Puts it into the trash.
    pub fn delete(&mut self, now: Moment) {
        self.deleted.set(true, now.after(self.changed()));
    }

    /// Takes it out of the trash.
    pub fn restore(&mut self, now: Moment) {
        self.deleted.set(false, now);
    }
}

/// A job's id: short, fit for an address and a storage key, in the order of creation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobId(String);

impl JobId {
    /// The longest an id may be, in characters.
    const MOST: usize = 32;

    /// An id made of the time and a number that tells two of the same millisecond apart: a random
    /// one, since two tabs may save at once.
    #[must_use]
    pub fn new(now: Moment, random: u32) -> Self {
        let mut id = base36(now.0.unsigned_abs(), 8);
        id.push_str(&base36(u64::from(random) % 36_u64.pow(4), 4));
        Self(id)
    }

    /// An id from an address or a key, if it can be one: 1 to 32 of `a-z`, `0-9`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = !text.is_empty() && text.len() <= Self::MOST;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        (fits && text.bytes().all(plain)).then(|| Self(text.to_string()))
    }

    /// Its characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `n` in digits and small letters, padded with zeros to `least` characters.
fn base36(mut n: u64, least: usize) -> String {
    let mut digits = Vec::new();
    while n > 0 || digits.len() < least {
        digits.push(char::from(
            b"0123456789abcdefghijklmnopqrstuvwxyz"[(n % 36) as usize],
        ));
        n /= 36;
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_plain_and_in_order() {
        let now = Moment(1_795_228_800_000);
        let id = JobId::new(now, u32::MAX);
        assert_eq!(id.as_str().len(), 12);
        assert_eq!(JobId::parse(id.as_str()).as_ref(), Some(&id));
        assert!(id < JobId::new(Moment(now.0 + 1), 0));
        assert_ne!(id, JobId::new(now, 7));
        for text in ["", "A", "a/b", "a b", "ä", &"x".repeat(33)] {
            assert_eq!(JobId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_saved_draft_keeps_all_and_knows_when_it_changed() {
        let mut marks = Marks::default();
        assert!(marks.is_empty());
        marks
            .ticks
            .set("Patience", Some(crate::job::Tick::Have), Moment(5));
        let draft = Draft {
            source: "Kindergarten teacher".into(),
            read_on: Day::parse("2026-11-20").unwrap(),
            marks: marks.clone(),
        };
        let facts = Facts::default();
        let mut job = Job::new(draft, JobId::new(Moment(10), 1), &facts, Moment(10), 0);
        assert_eq!((job.created(), job.changed()), (Moment(10), Moment(10)));
        assert_eq!((job.status(), &job.marks), (Status::Saved, &marks));
        job.marks.ticks.set("Patience", None, Moment(30));
        assert_eq!((job.created(), job.changed()), (Moment(10), Moment(30)));
    }
}
