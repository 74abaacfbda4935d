//! Reminders of a job: made by the person, or suggested and made by their yes. A suggestion declined
//! never comes again, and a job that is not to be followed up reminds of nothing.

mod one;
mod suggestion;

use super::clock::{Day, Moment, Stamped};
use super::history::History;
use super::status::{Stage, Status};
use crate::extract::order;

pub use one::{Reminder, Repeat};
pub use suggestion::{Occasion, Suggestion};

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

/// Days and reminders for the tests, each by its day.
#[cfg(test)]
mod made {
    use super::{Day, Moment, Reminder, Repeat};
    use crate::job::dated::LocalTime;

    pub fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    pub fn at(text: &str) -> Moment {
        Moment(i64::from(day(text).number()) * 86_400_000 + 43_200_000)
    }

    pub fn reminder(made: &str, due: LocalTime, text: &str, repeat: Repeat) -> Reminder {
        Reminder::new(made.replace('-', ""), at(made), due, text, repeat)
    }
}

#[cfg(test)]
mod tests {
    use super::made::{at, day, reminder};
    use super::*;
    use crate::job::dated::{Dated, LocalTime};
    use crate::job::history::{Event, Round, What};

    fn event(noted: &str, on: Dated, what: What) -> Event {
        Event::new(noted.replace('-', ""), at(noted), on, what)
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
