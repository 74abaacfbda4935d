//! What the person makes of a posting: corrections, ticks, edited requirements, notes, status.
//! Pure: no browser, no storage, no wire types, and the clock is an argument.
//!
//! A [`Draft`] is a pasted text with the person's [`Marks`]; saved, it is a [`Job`]. A [`Card`] lays
//! the corrections over what the reader found, a [`Checklist`] the ticks and edits over its
//! requirements; both are made anew from the two halves, never stored.

mod agenda;
mod ask;
mod card;
mod checklist;
mod clock;
pub mod compare;
mod correction;
mod dated;
mod dossier;
pub mod duplicates;
mod fact;
mod history;
pub mod insights;
mod interview;
mod key;
mod list;
pub mod matching;
mod notes;
mod original;
pub mod profile;
mod questions;
mod reminder;
pub mod report;
mod saved;
mod status;
mod tags;
mod tick;
pub mod tongue;
pub mod typed;
mod wanted;
pub mod words;

pub use agenda::{Due, DueWhat, Soon, agenda, dated, due_of};
pub use ask::{Across, Answer, Verdict, ask};
pub use card::{Card, Entry, Origin};
pub use checklist::{Checklist, LostTick, Row, RowOrigin};
pub use clock::{Day, Moment, Stamped};
pub use correction::{Correction, Corrections};
pub use dated::{Dated, LocalTime};
pub use dossier::{Dossier, Proof, Slip, SlipKind, Term, Typed};
pub use fact::{FactKind, Value};
pub use history::{Event, History, Round, RoundKind, What};
pub use interview::{Likely, likely};
pub use key::WordsKey;
pub use list::{ListRow, Search, SortBy, sort};
pub use notes::joined;
pub use original::{Block, Ink, Line, Look, Original, Piece, Subject};
pub use questions::{Question, not_stated};
pub use reminder::{Occasion, Reminder, Reminders, Repeat, Suggestion};
pub use saved::{Carried, Draft, Job, JobId, Marks, Reading};
pub use status::{Stage, Status};
pub use tags::Tags;
pub use tick::{Mark, RequirementEdit, RequirementEdits, Tick, Ticks};
pub use wanted::{Closes, Wanted};
