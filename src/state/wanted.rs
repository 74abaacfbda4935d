//! Which of the saved jobs the list shows, beside what is searched for.

use crate::extract::WorkMode;
use crate::job::{Day, ListRow, Status};

/// Which rows are wanted: all for which everything set here holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// With this status.
    pub status: Option<Status>,
    /// In this mode of work.
    pub mode: Option<WorkMode>,
    /// With this tag.
    pub tag: Option<String>,
    /// By when they close.
    pub closes: Closes,
    /// Those put away, instead of all others.
    pub archived: bool,
}

/// By when a job closes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // `label` says them on screen
pub enum Closes {
    #[default]
    Any,
    ThisWeek,
    ThisMonth,
    NotYet,
    Past,
}

impl Closes {
    /// All, in the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::Any,
        Self::ThisWeek,
        Self::ThisMonth,
        Self::NotYet,
        Self::Past,
    ];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Any => "Any",
            Self::ThisWeek => "In 7 days",
            Self::ThisMonth => "In 30 days",
            Self::NotYet => "Not past",
            Self::Past => "Past",
        }
    }

    fn takes(self, day: Option<Day>, today: Day) -> bool {
        let days = day.map(|day| day.days_from(today));
        match self {
            Self::Any => true,
            Self::ThisWeek => days.is_some_and(|n| (0..=7).contains(&n)),
            Self::ThisMonth => days.is_some_and(|n| (0..=30).contains(&n)),
            Self::NotYet => days.is_none_or(|n| n >= 0),
            Self::Past => days.is_some_and(|n| n < 0),
        }
    }
}

impl Wanted {
    /// Whether `row` is wanted on the day `today`.
    #[must_use]
    pub fn takes(&self, row: &ListRow, today: Day) -> bool {
        row.archived == self.archived
            && self.status.is_none_or(|status| row.status == status)
            && self.mode.is_none_or(|mode| row.mode == Some(mode))
            && self.tag.as_ref().is_none_or(|tag| row.tags.contains(tag))
            && self.closes.takes(row.closes(), today)
    }
}
