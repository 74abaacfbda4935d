//! Dates as postings write them: the values ([`When`]), finding them ([`find`]) and what they are for
//! ([`read`]). Knows no clock: what is counted from today stays so, and a day without a year has none.

#[cfg(test)]
mod cases;
mod clock;
mod find;
mod forms;
mod relative;
mod role;

pub use find::{Calendar, Dated, find};
pub(super) use forms::WORDS as MONTHS;
pub use role::read;

use super::facts::Fact;

/// A point in time a posting names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// A calendar date.
    On(Date),
    /// A day of a month whose year the posting leaves out: year 0, month and day always there.
    Yearless(Date),
    /// So many days before (negative) or after the day of reading: "3 days ago" is -3.
    Relative(i32),
    /// As soon as possible, immediately.
    Soon,
}

/// A calendar date, as exact as the posting gives it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year, 1900 to 2199; 0 in [`When::Yearless`].
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31; never without a month.
    pub day: Option<u8>,
    /// Hour and minute of the day, where stated.
    pub time: Option<(u8, u8)>,
    /// The time zone as written ("EST"), where stated.
    pub zone: Option<String>,
}

impl std::fmt::Display for Date {
    /// ISO 8601, as short as it is known: `2026-11-18`, `2026-11` or `2026`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

/// The dates of a posting that have a field of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    /// Date posted.
    pub posted: Option<Fact<When>>,
    /// Last day to apply.
    pub deadline: Option<Fact<When>>,
    /// First day at work.
    pub start: Option<Fact<When>>,
}
