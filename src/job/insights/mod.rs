//! What a search looks like as a whole, counted from the histories of its jobs: how far they went, how
//! long it took, who answered, what is asked for most, what is paid. Counts what happened and guesses
//! nothing; the same jobs give the same figures, in any order.

mod asked;
mod counts;
mod drawing;
mod flow;
mod paid;

pub use asked::{AskedSkill, AskedSkills};
pub use counts::{Counts, Group, InStage, median};
pub use drawing::{Drawing, Numbers, Rect, Ribbon, Tone, share, tone};
pub use flow::{Fate, Flow, Link, Node, Way, stage_label};
pub use paid::{Paid, PaidRow};

use super::clock::Day;
use super::status::Status;

/// The statuses a job came into, with their days, the first first.
pub type Path = Vec<(Day, Status)>;

#[cfg(test)]
fn saved(n: i64, text: &str, marks: super::Marks) -> super::Job {
    let draft = super::Draft {
        source: text.into(),
        read_on: Day::from_number(20_000),
        marks,
    };
    let now = super::Moment(n);
    let facts = crate::extract::read(text).facts;
    super::Job::new(draft, super::JobId::new(now, 0), &facts, now, 0)
}
