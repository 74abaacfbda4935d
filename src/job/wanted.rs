//! Which of the saved jobs a list shows, beside what is searched for.

use super::clock::Day;
use super::list::ListRow;
use super::matching::Fit;
use super::status::Status;
use crate::extract::WorkMode;

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
    /// Those that are starred.
    pub starred: bool,
    /// By how they stand to the person; rows alone do not tell.
    pub fit: Fit,
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
            && (row.starred || !self.starred)
            && self.status.is_none_or(|status| row.status == status)
            && self.mode.is_none_or(|mode| row.mode == Some(mode))
            && self.tag.as_ref().is_none_or(|tag| row.tags.contains(tag))
            && self.closes.takes(row.closes(), today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::date::When;
    use crate::job::{JobId, Moment};

    fn row(closes: Option<&str>) -> ListRow {
        let on = |day| When::On(Day::parse(day).unwrap().to_date());
        ListRow {
            id: JobId::new(Moment(1), 0),
            title: None,
            company: None,
            pay: None,
            places: Vec::new(),
            mode: Some(WorkMode::Hybrid),
            deadline: closes.map(on),
            read_on: Day::parse("2026-11-20").unwrap(),
            status: Status::Applied,
            created: Moment(1),
            changed: Moment(1),
            tags: vec!["near".into()],
            starred: false,
            archived: false,
            in_trash: None,
            posted: None,
            contact: None,
            dated: Vec::new(),
        }
    }

    #[test]
    fn what_is_wanted_is_taken() {
        let today = Day::parse("2026-11-20").unwrap();
        let all = Wanted::default();
        let (row, away) = (
            row(None),
            ListRow {
                archived: true,
                ..row(None)
            },
        );
        let cases = [
            ("all", all.clone(), true),
            (
                "the status",
                Wanted {
                    status: Some(Status::Applied),
                    ..all.clone()
                },
                true,
            ),
            (
                "another status",
                Wanted {
                    status: Some(Status::Offer),
                    ..all.clone()
                },
                false,
            ),
            (
                "the mode",
                Wanted {
                    mode: Some(WorkMode::Hybrid),
                    ..all.clone()
                },
                true,
            ),
            (
                "another mode",
                Wanted {
                    mode: Some(WorkMode::Remote),
                    ..all.clone()
                },
                false,
            ),
            (
                "the tag",
                Wanted {
                    tag: Some("near".into()),
                    ..all.clone()
                },
                true,
            ),
            (
                "another tag",
                Wanted {
                    tag: Some("far".into()),
                    ..all.clone()
                },
                false,
            ),
            (
                "those starred",
                Wanted {
                    starred: true,
                    ..all.clone()
                },
                false,
            ),
            (
                "those put away",
                Wanted {
                    archived: true,
                    ..all.clone()
                },
                false,
            ),
        ];
        for (name, wanted, taken) in cases {
            assert_eq!(wanted.takes(&row, today), taken, "{name}");
        }
        assert!(!all.takes(&away, today));
        assert!(
            Wanted {
                archived: true,
                ..all
            }
            .takes(&away, today)
        );
    }

    #[test]
    fn deadlines_near_and_far() {
        let today = Day::parse("2026-11-20").unwrap();
        use Closes::{Any, NotYet, Past, ThisMonth, ThisWeek};
        let cases: [(Option<&str>, &[Closes]); 6] = [
            (None, &[Any, NotYet]),
            (Some("2026-11-19"), &[Any, Past]),
            (Some("2026-11-20"), &[Any, ThisWeek, ThisMonth, NotYet]),
            (Some("2026-11-27"), &[Any, ThisWeek, ThisMonth, NotYet]),
            (Some("2026-12-20"), &[Any, ThisMonth, NotYet]),
            (Some("2026-12-21"), &[Any, NotYet]),
        ];
        for (day, taken) in cases {
            for closes in Closes::ALL {
                let wanted = Wanted {
                    closes,
                    ..Wanted::default()
                };
                let is_taken = wanted.takes(&row(day), today);
                assert_eq!(is_taken, taken.contains(&closes), "{day:?}, {closes:?}");
            }
        }
    }
}
