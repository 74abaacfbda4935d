//! Days and times as a person lives them: an event keeps the offset from UTC that held where it was,
//! so that its day and hour stay the same wherever it is read again. Never asks a clock.

use super::clock::{Day, Moment};

/// Minutes of a day.
const DAY: i64 = 1_440;
/// Milliseconds of a minute.
const MINUTE: i64 = 60_000;

/// A local date with, if known, the time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalTime {
    /// The day.
    pub day: Day,
    /// Minutes since midnight, 0 to 1439; `None` for the day as a whole.
    pub minute: Option<u16>,
}

impl LocalTime {
    /// The whole of `day`.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self { day, minute: None }
    }

    /// `day` at `hour`:`minute`, if there is such a time.
    #[must_use]
    pub fn at(day: Day, hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self {
            day,
            minute: Some(hour * 60 + minute),
        })
    }

    /// Reads a date field's `YYYY-MM-DD` and a time field's `HH:MM`, which may be empty.
    #[must_use]
    pub fn parse(day: &str, time: &str) -> Option<Self> {
        let day = Day::parse(day)?;
        if time.is_empty() {
            return Some(Self::day(day));
        }
        let (hour, rest) = time.split_once(':')?;
        let minute = rest.get(..2)?;
        Self::at(day, hour.parse().ok()?, minute.parse().ok()?)
    }

    /// `HH:MM`, empty for a whole day.
    #[must_use]
    pub fn clock(self) -> String {
        let mut out = String::new();
        if let Some(minute) = self.minute {
            two(&mut out, minute / 60);
            out.push(':');
            two(&mut out, minute % 60);
        }
        out
    }
}

fn two(out: &mut String, n: u16) {
    if n < 10 {
        out.push('0');
    }
    out.push_str(&n.to_string());
}

/// When something happened or will: a local time and the offset that held there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dated {
    /// The date and time on the wall.
    pub local: LocalTime,
    /// Minutes east of UTC, -1440 to 1440.
    pub offset: i16,
}

impl Dated {
    /// The moment `at`, seen where clocks are `offset` minutes east of UTC.
    #[must_use]
    pub fn of(at: Moment, offset: i16) -> Self {
        let offset = offset.clamp(-1_440, 1_440);
        let minutes = at.0.div_euclid(MINUTE) + i64::from(offset);
        let day = i32::try_from(minutes.div_euclid(DAY)).unwrap_or(0);
        Self {
            local: LocalTime {
                day: Day::from_number(day),
                minute: u16::try_from(minutes.rem_euclid(DAY)).ok(),
            },
            offset,
        }
    }

    /// The moment in UTC; for a whole day, its beginning there.
    #[must_use]
    pub fn moment(self) -> Moment {
        let minutes = i64::from(self.local.day.number()) * DAY
            + i64::from(self.local.minute.unwrap_or(0))
            - i64::from(self.offset);
        Moment(minutes * MINUTE)
    }

    /// Its day.
    #[must_use]
    pub fn day(self) -> Day {
        self.local.day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn moments_have_their_local_time() {
        // 2026-11-21 23:30 UTC
        let at = Moment((i64::from(day("2026-11-21").number()) * DAY + 23 * 60 + 30) * MINUTE);
        for (name, offset, local_day, clock) in [
            ("Greenwich", 0, "2026-11-21", "23:30"),
            ("Berlin in winter", 60, "2026-11-22", "00:30"),
            ("New York in winter", -300, "2026-11-21", "18:30"),
            ("Kathmandu", 345, "2026-11-22", "05:15"),
            ("Kiritimati", 840, "2026-11-22", "13:30"),
        ] {
            let dated = Dated::of(at, offset);
            assert_eq!(dated.day(), day(local_day), "{name}");
            assert_eq!(dated.local.clock(), clock, "{name}");
            assert_eq!(dated.moment(), at, "{name}");
        }
        assert_eq!(Dated::of(Moment(-1), 0).local.clock(), "23:59");
    }

    #[test]
    fn fields_are_read() {
        let read = |d, t| LocalTime::parse(d, t).map(|l| (l.day.to_string(), l.clock()));
        let some = |d: &str, t: &str| Some((d.to_string(), t.to_string()));
        for (d, t, expected) in [
            ("2026-11-24", "", some("2026-11-24", "")),
            ("2026-11-24", "09:05", some("2026-11-24", "09:05")),
            ("2026-11-24", "23:59:30", some("2026-11-24", "23:59")),
            ("2026-11-24", "24:00", None),
            ("2026-11-24", "9", None),
            ("2026-11-24", "9:€", None),
            ("2026-02-30", "", None),
            ("", "10:00", None),
        ] {
            assert_eq!(read(d, t), expected, "{d} {t}");
        }
    }
}
