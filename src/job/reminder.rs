//! Reminders of a job: made by the person, or suggested and made by their yes. A suggestion declined
//! never comes again, and a job that is not to be followed up reminds of nothing.

use super::clock::{Day, Moment, Stamped};
use super::dated::LocalTime;
use super::history::History;
use super::status::{Stage, Status};
use super::tongue::{DateForm, Tongue};
use crate::extract::order;

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

/// What a suggested reminder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Two days before the posting closes.
    Deadline,
    /// A week after applying, without an answer.
    FollowUp,
    /// The day after an interview.
    Thanks,
}

impl Occasion {
    /// The words of the reminder it makes.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Deadline => "Apply: the posting closes in two days",
            Self::FollowUp => "Ask whether there is news of the application",
            Self::Thanks => "Thank them for the interview",
        }
    }

    /// The words of the reminder it makes, in `tongue`; `day` is the day it is about.
    #[must_use]
    pub fn words_for(self, tongue: &Tongue, day: Day) -> String {
        match self {
            Self::Deadline => {
                let day = (tongue.date)(day, DateForm::Whole);
                tongue.fill("Apply: the posting closes on {day}", &[&day])
            }
            Self::FollowUp | Self::Thanks => tongue.t(self.text()).to_string(),
        }
    }
}

/// A reminder that could be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suggestion {
    /// What for.
    pub occasion: Occasion,
    /// The day it would be due.
    pub due: Day,
}

impl Suggestion {
    /// Whether this one, answered, settles `one`. A follow-up that is due anew, since there was contact
    /// meanwhile, is another; one that only waits is not.
    fn covers(self, one: Self) -> bool {
        self.occasion == one.occasion
            && match one.occasion {
                Occasion::Thanks => self.due == one.due,
                Occasion::Deadline => true,
                Occasion::FollowUp => one.due.days_from(self.due) < 7,
            }
    }
}

/// All reminders of a job.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reminders {
    /// By id, those done and deleted too.
    list: Vec<Reminder>,
    /// Suggestions answered, with yes or no, and when: they do not come again.
    answered: Vec<(Suggestion, Moment)>,
    /// "No contact, stop reminding".
    pub stopped: Stamped<bool>,
}

impl Reminders {
    /// All, those done and deleted too: what is stored.
    #[must_use]
    pub fn all(&self) -> &[Reminder] {
        &self.list
    }

    /// The suggestions answered, with yes or no, and when.
    #[must_use]
    pub fn answered(&self) -> &[(Suggestion, Moment)] {
        &self.answered
    }

    /// Those that still come, the next due first; none once reminding was stopped.
    #[must_use]
    pub fn open(&self) -> Vec<&Reminder> {
        let all = self.list.iter();
        let mut open: Vec<&Reminder> = all
            .filter(|reminder| reminder.is_open() && !self.stopped.value)
            .collect();
        order::sort_by_key(&mut open, |reminder| reminder.due());
        open
    }

    /// One by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Reminder> {
        self.list.iter().find(|reminder| reminder.id == id)
    }

    /// Puts a reminder in its place; one with the same id is replaced.
    pub fn insert(&mut self, reminder: Reminder) {
        let place = self.list.partition_point(|other| other.id < reminder.id);
        match self.list.get_mut(place) {
            Some(there) if there.id == reminder.id => *there = reminder,
            _ => self.list.insert(place, reminder),
        }
    }

    /// Marks a suggestion as answered at `now`: it does not come again.
    pub fn answer(&mut self, suggestion: Suggestion, now: Moment) {
        let place = self
            .answered
            .partition_point(|(other, _)| *other < suggestion);
        match self.answered.get(place) {
            Some((there, _)) if *there == suggestion => {}
            _ => self.answered.insert(place, (suggestion, now)),
        }
    }

    /// Reminders worth suggesting `today`, the next due first: none that was answered, none once
    /// reminding was stopped, none for what is over.
    #[must_use]
    pub fn suggestions(
        &self,
        history: &History,
        closes: Option<Day>,
        today: Day,
    ) -> Vec<Suggestion> {
        let mut list = Vec::new();
        let status = history.status();
        if self.stopped.value || status.is_end() {
            return list;
        }
        if let (Stage::Saved, Some(closes)) = (status.stage(), closes)
            && closes >= today
        {
            list.push(Suggestion {
                occasion: Occasion::Deadline,
                due: closes.plus(-2).max(today),
            });
        }
        if let (Status::Applied, Some(last)) = (status, history.last_contact()) {
            list.push(Suggestion {
                occasion: Occasion::FollowUp,
                due: last.plus(7).max(today),
            });
        }
        for (event, _) in history.rounds() {
            let due = event.on.day().plus(1);
            if due >= today {
                list.push(Suggestion {
                    occasion: Occasion::Thanks,
                    due,
                });
            }
        }
        list.retain(|one| !self.answered.iter().any(|(a, _)| a.covers(*one)));
        order::sort_by_key(&mut list, |one| one.due);
        list
    }

    /// The first days on which following an application up, and thanking for each interview, would be
    /// suggested; none that was answered, none once reminding was stopped or where nothing is to come.
    #[must_use]
    pub fn waiting(&self, history: &History) -> Vec<Suggestion> {
        let mut list = Vec::new();
        let status = history.status();
        if self.stopped.value || status.is_end() {
            return list;
        }
        if let (Status::Applied, Some(last)) = (status, history.last_contact()) {
            let answered = self.answered.iter().map(|(one, _)| one);
            let answered = answered.filter(|one| one.occasion == Occasion::FollowUp);
            let due = answered.map(|one| one.due.plus(7)).max();
            list.push(Suggestion {
                occasion: Occasion::FollowUp,
                due: last.plus(7).max(due.unwrap_or(last)),
            });
        }
        for (event, _) in history.rounds() {
            let one = Suggestion {
                occasion: Occasion::Thanks,
                due: event.on.day().plus(1),
            };
            if !self.answered.iter().any(|(a, _)| a.covers(one)) {
                list.push(one);
            }
        }
        list
    }

    /// When the person last changed one of them, or stopped them.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        let changed = self.list.iter().map(|reminder| reminder.changed);
        let answered = self.answered.iter().map(|(_, at)| *at);
        changed.chain(answered).chain([self.stopped.at]).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::dated::Dated;
    use crate::job::history::{Event, Round, What};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn at(text: &str) -> Moment {
        Moment(i64::from(day(text).number()) * 86_400_000 + 43_200_000)
    }

    fn reminder(made: &str, due: LocalTime, text: &str, repeat: Repeat) -> Reminder {
        Reminder::new(made.replace('-', ""), at(made), due, text, repeat)
    }

    fn event(noted: &str, on: Dated, what: What) -> Event {
        Event::new(noted.replace('-', ""), at(noted), on, what)
    }

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

    #[test]
    fn stopped_reminders_do_not_come() {
        let mut all = Reminders::default();
        for (text, due) in [("late", "2026-11-09"), ("early", "2026-11-05")] {
            all.insert(reminder(due, LocalTime::day(day(due)), text, Repeat::Never));
        }
        let open = |all: &Reminders| -> Vec<String> {
            all.open().iter().map(|r| r.text.clone()).collect()
        };
        assert_eq!(open(&all), ["early", "late"]);
        all.stopped.set(true, at("2026-11-06"));
        assert!(open(&all).is_empty());
        all.stopped.set(false, at("2026-11-07"));
        assert_eq!(open(&all).len(), 2);
    }

    #[test]
    fn reminders_are_suggested_once() {
        let today = day("2026-11-20");
        let on = |text| Dated {
            local: LocalTime::day(day(text)),
            offset: 0,
        };
        let mut history = History::new(Status::Saved, at("2026-11-01"), 0);
        let mut all = Reminders::default();
        let closes = Some(day("2026-11-30"));
        let said = |all: &Reminders, history: &History, today| -> Vec<(Occasion, String)> {
            let list = all.suggestions(history, closes, today);
            list.iter()
                .map(|s| (s.occasion, s.due.to_string()))
                .collect()
        };
        assert_eq!(
            said(&all, &history, today),
            [(Occasion::Deadline, "2026-11-28".to_string())]
        );
        assert_eq!(said(&all, &history, day("2026-11-29"))[0].1, "2026-11-29");
        assert!(said(&all, &history, day("2026-12-01")).is_empty(), "closed");
        history.insert(event(
            "2026-11-18",
            on("2026-11-18"),
            What::Status(Status::Applied),
        ));
        assert_eq!(
            said(&all, &history, today),
            [(Occasion::FollowUp, "2026-11-25".to_string())]
        );
        let waiting = |all: &Reminders| all.waiting(&history)[0].due.to_string();
        assert_eq!(waiting(&all), "2026-11-25");
        let first = all.suggestions(&history, closes, today)[0];
        all.answer(first, at("2026-11-20"));
        assert_eq!(waiting(&all), "2026-12-02", "a week after the answer");
        assert!(said(&all, &history, today).is_empty(), "answered");
        history.insert(event("2026-11-26", on("2026-11-26"), What::Contact));
        assert_eq!(
            said(&all, &history, day("2026-11-27")),
            [(Occasion::FollowUp, "2026-12-03".to_string())]
        );
        history.insert(event(
            "2026-11-28",
            on("2026-12-02"),
            What::Round(Round::default()),
        ));
        assert_eq!(
            said(&all, &history, day("2026-11-28")),
            [(Occasion::Thanks, "2026-12-03".to_string())]
        );
        let thanks = all.suggestions(&history, closes, day("2026-11-28"))[0];
        all.answer(thanks, at("2026-11-28"));
        assert!(
            said(&all, &history, day("2026-11-28")).is_empty(),
            "answered, too"
        );
        history.insert(event(
            "2026-11-29",
            on("2026-12-09"),
            What::Round(Round::default()),
        ));
        assert_eq!(
            said(&all, &history, day("2026-11-29")).len(),
            1,
            "another interview"
        );
        let due: Vec<_> = all
            .waiting(&history)
            .iter()
            .map(|s| (s.occasion, s.due.to_string()))
            .collect();
        assert_eq!(due, [(Occasion::Thanks, "2026-12-10".to_string())]);
        all.stopped.set(true, at("2026-11-30"));
        assert!(all.waiting(&history).is_empty(), "stopped");
        assert!(
            said(&all, &history, day("2026-11-30")).is_empty(),
            "stopped"
        );
    }
}
