//! Points in time and calendar days, as plain numbers. Never asks a clock: who calls says what time
//! it is.

use std::fmt;

use crate::extract::date::{Date, When};

/// Milliseconds since 1970-01-01T00:00Z, as the browser's `Date.now()` gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(pub i64);

impl Moment {
    /// This moment, or the next after `before` if that was not earlier: what is set anew is later than
    /// what it replaces, also where that was set on a device whose clock is ahead.
    #[must_use]
    pub fn after(self, before: Self) -> Self {
        self.max(Self(before.0.saturating_add(1)))
    }
}

/// A value and when the person gave it. Of two, the later holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stamped<T> {
    /// The value.
    pub value: T,
    /// When it was given.
    pub at: Moment,
}

impl<T> Stamped<T> {
    /// `value`, given at `at`.
    pub fn new(value: T, at: Moment) -> Self {
        Self { value, at }
    }

    /// Gives another value at `now`.
    pub fn set(&mut self, value: T, now: Moment) {
        self.at = now.after(self.at);
        self.value = value;
    }
}

/// A calendar day in the person's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, if there is such a one: month 1 to 12, day 1 to the month's last.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let there = (1..=12).contains(&month) && (1..=last_of_month(year, month)).contains(&day);
        there.then_some(Self { year, month, day })
    }

    /// The day so many days after 1970-01-01.
    #[must_use]
    pub fn from_number(number: i32) -> Self {
        // Counts from 1 March of year 0, so that the leap day ends a year; 400 years repeat.
        let shifted = i64::from(number) + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn number(self) -> i32 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month_from_march + 2) / 5 + i64::from(self.day) - 1;
        let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
        i32::try_from(era * 146_097 + of_era - 719_468).unwrap_or(i32::MAX)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day so many days later, earlier where negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::from_number(self.number().saturating_add(days))
    }

    /// Days from `today` until this day; negative once it is past.
    #[must_use]
    pub fn days_from(self, today: Self) -> i32 {
        self.number() - today.number()
    }

    /// Reads `YYYY-MM-DD`, as the browser's date fields give it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        match parts.next() {
            None => Self::new(year, month, day),
            Some(_) => None,
        }
    }

    /// The day a posting's date names, if it names one to the day.
    #[must_use]
    pub fn of(date: &Date) -> Option<Self> {
        Self::new(i32::from(date.year), date.month?, date.day?)
    }

    /// The day `when` names for a text read on `read_on`; `None` for "as soon as possible" and for a
    /// date not known to the day.
    #[must_use]
    pub fn resolve(when: &When, read_on: Self) -> Option<Self> {
        match when {
            When::On(date) => Self::of(date),
            When::Yearless(date) => read_on.nearest(date),
            When::Relative(days) => Some(read_on.plus(*days)),
            When::Soon => None,
        }
    }

    /// The date `when` names for a text read on `read_on`, as exact as the text is, with its hour and
    /// zone; `None` where the text names no date.
    #[must_use]
    pub fn dated(when: &When, read_on: Self) -> Option<Date> {
        match when {
            When::On(date) => Some(date.clone()),
            When::Yearless(date) => Some(Date {
                time: date.time,
                zone: date.zone.clone(),
                ..read_on.nearest(date)?.to_date()
            }),
            When::Relative(_) | When::Soon => None,
        }
    }

    /// The day of `date`'s month and day that a text read on this day means without naming a year: one
    /// at most ninety days past, as postings stay up for a while, else the next to come.
    fn nearest(self, date: &Date) -> Option<Self> {
        // eight years on, as 29 February may be that far
        (self.year - 1..=self.year.saturating_add(8))
            .filter_map(|year| Self::new(year, date.month?, date.day?))
            .find(|day| day.days_from(self) >= -90)
    }

    /// The day as a posting's date.
    #[must_use]
    pub fn to_date(self) -> Date {
        Date {
            year: u16::try_from(self.year).unwrap_or(0),
            month: Some(self.month),
            day: Some(self.day),
            time: None,
            zone: None,
        }
    }
}

impl fmt::Display for Day {
    /// ISO 8601: `2026-11-18`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn last_of_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn days_have_numbers() {
        for (text, number) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2026-11-21", 20_778),
        ] {
            assert_eq!(day(text).number(), number, "{text}");
            assert_eq!(Day::from_number(number).to_string(), text);
        }
        let mut before = day("1890-01-01");
        for number in before.number() + 1..day("2210-01-01").number() {
            let next = Day::from_number(number);
            assert_eq!(next.number(), number);
            assert!(next > before && Day::new(next.year, next.month, next.day).is_some());
            before = next;
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2026",
            "2026-13-01",
            "2026-02-29",
            "2026-04-31",
            "26-04-01",
            "2026-04-01-02",
            "2026-00-10",
            "2026-01-00",
            "soon",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_counted_from_reading_is_resolved() {
        let read_on = day("2026-11-20");
        let date = day("2026-12-14").to_date();
        let cases = [
            ("a date", When::On(date.clone()), Some("2026-12-14")),
            ("three days ago", When::Relative(-3), Some("2026-11-17")),
            ("over the year", When::Relative(45), Some("2027-01-04")),
            ("a month", When::On(Date { day: None, ..date }), None),
            ("soon", When::Soon, None),
        ];
        for (name, when, expected) in cases {
            let got = Day::resolve(&when, read_on).map(|d| d.to_string());
            assert_eq!(got.as_deref(), expected, "{name}");
        }
        assert_eq!(day("2026-12-14").days_from(read_on), 24);
        assert_eq!(day("2026-11-18").days_from(read_on), -2);
    }

    #[test]
    fn a_day_without_a_year_is_the_nearest() {
        let cases = [
            ("2026-11-20", (12, 14), Some("2026-12-14")),
            ("2026-11-20", (11, 20), Some("2026-11-20")),
            ("2026-11-20", (8, 22), Some("2026-08-22")),
            ("2026-11-20", (8, 21), Some("2027-08-21")),
            ("2026-11-20", (3, 14), Some("2027-03-14")),
            ("2027-01-10", (12, 14), Some("2026-12-14")),
            ("2026-11-20", (2, 29), Some("2028-02-29")),
            ("2028-04-01", (2, 29), Some("2028-02-29")),
            ("2096-09-01", (2, 29), Some("2104-02-29")),
            ("2026-11-20", (2, 30), None),
        ];
        for (read_on, (month, monthday), expected) in cases {
            let date = Date {
                year: 0,
                month: Some(month),
                day: Some(monthday),
                time: Some((17, 0)),
                zone: Some("GMT".into()),
            };
            let when = When::Yearless(date.clone());
            let got = Day::resolve(&when, day(read_on));
            let name = format!("{month}-{monthday} read on {read_on}");
            assert_eq!(got.map(|d| d.to_string()).as_deref(), expected, "{name}");
            let whole = got.map(|d| Date {
                year: d.year().try_into().unwrap(),
                ..date
            });
            assert_eq!(Day::dated(&when, day(read_on)), whole, "{name}");
        }
    }
}
