//! A reminder: when it falls due, whether it comes again, done and put off. Never asks a clock.

use crate::job::clock::{Day, Moment};
use crate::job::dated::LocalTime;

/// A reminder.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// What it is known by within its job: small letters and digits.
    pub id: String,
    /// When it first falls due, on the clock of wherever the person is.
    pub first: LocalTime,
    /// When it falls due next, if not at first: after being done once, or put off.
    pub next: Option<LocalTime>,
    /// What of.
    pub text: String,
    /// Whether it comes again.
    pub repeat: Repeat,
    /// Done, and not to come again.
    pub done: bool,
    /// Deleted; kept so that another copy learns of it.
    pub removed: bool,
    /// When it was last changed.
    pub changed: Moment,
}

/// How often a reminder comes again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Repeat {
    #[default]
    Never,
    Daily,
    Weekly,
    Monthly,
}

impl Repeat {
    /// All, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Never, Self::Daily, Self::Weekly, Self::Monthly];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Never => "Once",
            Self::Daily => "Every day",
            Self::Weekly => "Every week",
            Self::Monthly => "Every month",
        }
    }

    /// The first day after `after` that it falls on, having begun on `first`. A month that is too
    /// short takes its last day, and the next one the day of `first` again.
    #[must_use]
    pub fn after(self, first: Day, after: Day) -> Option<Day> {
        if first > after && self != Self::Never {
            return Some(first);
        }
        let gone = after.number().saturating_sub(first.number());
        match self {
            Self::Never => None,
            Self::Daily => Some(after.plus(1)),
            Self::Weekly => Some(first.plus((gone / 7 + 1).saturating_mul(7))),
            Self::Monthly => {
                let months = (after.year() - first.year()) * 12 + i32::from(after.month())
                    - i32::from(first.month());
                let on = |n: i32| month_later(first, months + n);
                on(0).filter(|day| *day > after).or_else(|| on(1))
            }
        }
    }
}

/// The day so many months after `first`, or the last of that month.
fn month_later(first: Day, months: i32) -> Option<Day> {
    let count = first.year() * 12 + i32::from(first.month()) - 1 + months;
    let month = u8::try_from(count.rem_euclid(12) + 1).ok()?;
    let year = count.div_euclid(12);
    (28..=first.day().max(28))
        .rev()
        .find_map(|last| Day::new(year, month, first.day().min(last)))
}

impl Reminder {
    /// A reminder of `text` at `due`, made at `now`.
    #[must_use]
    pub fn new(id: String, now: Moment, due: LocalTime, text: &str, repeat: Repeat) -> Self {
        Self {
            id,
            first: due,
            next: None,
            text: text.trim().to_string(),
            repeat,
            done: false,
            removed: false,
            changed: now,
        }
    }

    /// When it falls due.
    #[must_use]
    pub fn due(&self) -> LocalTime {
        self.next.unwrap_or(self.first)
    }

    /// Whether it still comes.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.done && !self.removed
    }

    /// Done `today`: over, or due again the next time after today that it comes.
    pub fn finish(&mut self, today: Day, at: Moment) {
        let after = today.max(self.due().day);
        match self.repeat.after(self.first.day, after) {
            Some(day) => {
                self.next = Some(LocalTime {
                    day,
                    minute: self.first.minute,
                });
            }
            None => self.done = true,
        }
        self.changed = at;
    }

    /// Put off until `until`; when it comes again after that does not change.
    pub fn snooze(&mut self, until: LocalTime, at: Moment) {
        self.next = Some(until);
        self.changed = at;
    }
}

#[cfg(test)]
mod tests {
    use super::super::made::{at, day, reminder};
    use super::*;

    #[test]
    fn reminders_come_again() {
        for (name, repeat, first, after, expected) in [
            ("once", Repeat::Never, "2026-01-31", "2026-01-31", None),
            (
                "daily",
                Repeat::Daily,
                "2026-01-31",
                "2026-03-01",
                Some("2026-03-02"),
            ),
            (
                "weekly",
                Repeat::Weekly,
                "2026-11-02",
                "2026-11-16",
                Some("2026-11-23"),
            ),
            (
                "weekly, a day before",
                Repeat::Weekly,
                "2026-11-02",
                "2026-11-15",
                Some("2026-11-16"),
            ),
            (
                "monthly, short month",
                Repeat::Monthly,
                "2026-01-31",
                "2026-01-31",
                Some("2026-02-28"),
            ),
            (
                "monthly, long again",
                Repeat::Monthly,
                "2026-01-31",
                "2026-02-28",
                Some("2026-03-31"),
            ),
            (
                "monthly, leap year",
                Repeat::Monthly,
                "2028-01-30",
                "2028-01-30",
                Some("2028-02-29"),
            ),
            (
                "monthly, over the year",
                Repeat::Monthly,
                "2026-12-15",
                "2026-12-20",
                Some("2027-01-15"),
            ),
            (
                "monthly, later this month",
                Repeat::Monthly,
                "2026-01-15",
                "2026-03-02",
                Some("2026-03-15"),
            ),
            (
                "not begun",
                Repeat::Weekly,
                "2026-11-20",
                "2026-11-02",
                Some("2026-11-20"),
            ),
        ] {
            assert_eq!(
                repeat.after(day(first), day(after)),
                expected.map(day),
                "{name}"
            );
        }
    }

    #[test]
    fn done_and_put_off() {
        let monday = day("2026-11-02");
        let due = LocalTime::at(monday, 9, 0).unwrap();
        let mut weekly = reminder("2026-11-01", due, " Look at the board ", Repeat::Weekly);
        assert_eq!(weekly.text, "Look at the board");
        weekly.snooze(LocalTime::day(monday.plus(2)), at("2026-11-02"));
        assert_eq!(weekly.due().day, monday.plus(2));
        weekly.finish(monday.plus(2), at("2026-11-04"));
        assert_eq!(weekly.due(), LocalTime::at(monday.plus(7), 9, 0).unwrap());
        weekly.finish(monday.plus(30), at("2026-12-02"));
        assert_eq!(
            weekly.due().day,
            monday.plus(35),
            "days missed are not caught up one by one"
        );
        let mut once = reminder("2026-11-01", due, "Write", Repeat::Never);
        once.finish(monday, at("2026-11-02"));
        assert!(!once.is_open() && weekly.is_open());
    }
}
