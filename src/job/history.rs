//! What happened to a job, as dated events: any can be added late, redated, rewritten and taken back.
//! Where the job stands follows from them and is stored nowhere. Events are kept by an id, and one taken
//! back stays, marked as such, so that two copies of a job can be put together without losing or
//! doubling one, and undo is putting it back.

use super::clock::{Day, Moment};
use super::dated::Dated;
use super::status::Status;
use crate::extract::order;

/// The id of the event that a history begins with.
const OPENING: &str = "0";

/// Something that happened to a job, or will.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What it is known by within its job: small letters and digits.
    pub id: String,
    /// When it was first written down.
    pub noted: Moment,
    /// When it happened or will, as the person says.
    pub on: Dated,
    /// What.
    pub what: What,
    /// What the person wrote about it.
    pub note: String,
    /// Taken back by the person; kept so that it is also taken back in another copy of the job.
    pub removed: bool,
    /// When the person last changed it.
    pub changed: Moment,
}

/// What an event is.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The job came into a status.
    Status(Status),
    /// A round of interviews; the job comes into [`Status::Interview`].
    Round(Round),
    /// The person and the employer were in touch.
    Contact,
    /// A remark alone.
    Remark,
}

/// A round of interviews.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// What kind.
    pub kind: RoundKind,
    /// With whom.
    pub people: String,
    /// Where, or the link.
    pub place: String,
    /// How long, in minutes, where known.
    pub minutes: Option<u16>,
}

/// A kind of interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum RoundKind {
    #[default]
    Talk,
    Phone,
    Video,
    OnSite,
    Technical,
    Panel,
    Task,
}

impl RoundKind {
    /// All, in the order of the screen.
    pub const ALL: [Self; 7] = [
        Self::Talk,
        Self::Phone,
        Self::Video,
        Self::OnSite,
        Self::Technical,
        Self::Panel,
        Self::Task,
    ];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Talk => "Interview",
            Self::Phone => "Telephone interview",
            Self::Video => "Video interview",
            Self::OnSite => "Interview on site",
            Self::Technical => "Technical interview",
            Self::Panel => "Panel interview",
            Self::Task => "Task or trial day",
        }
    }
}

impl What {
    /// The status the job comes into by it.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        match self {
            Self::Status(status) => Some(*status),
            Self::Round(_) => Some(Status::Interview),
            Self::Contact | Self::Remark => None,
        }
    }

    /// Its name on screen.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::Status(status) => status.label(),
            Self::Round(round) => round.kind.label(),
            Self::Contact => "Contact",
            Self::Remark => "Remark",
        }
    }
}

impl Event {
    /// `what`, written down at `noted`, as having happened `on` that day and time.
    #[must_use]
    pub fn new(id: String, noted: Moment, on: Dated, what: What) -> Self {
        Self {
            id,
            noted,
            on,
            what,
            note: String::new(),
            removed: false,
            changed: noted,
        }
    }

    /// Where within its day it is put: an event without an hour where it was written down, or last
    /// where that was on another day.
    fn minute(&self) -> u16 {
        let noted = Dated::of(self.noted, self.on.offset).local;
        let on_the_day = noted.minute.filter(|_| noted.day == self.on.day());
        self.on.local.minute.or(on_the_day).unwrap_or(u16::MAX)
    }

    /// The day it took effect: when it happened, or, for what lies ahead, when it was written down.
    #[must_use]
    pub fn since(&self) -> Day {
        let noted = Dated::of(self.noted, self.on.offset).day();
        self.on.day().min(noted)
    }
}

/// All events of a job.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// By day and time, then as written down.
    events: Vec<Event>,
}

impl History {
    /// A history that begins with `status` at `now`, where clocks are `offset` minutes east of UTC.
    #[must_use]
    pub fn new(status: Status, now: Moment, offset: i16) -> Self {
        let mut history = Self::default();
        let on = Dated::of(now, offset);
        history.insert(Event::new(OPENING.into(), now, on, What::Status(status)));
        history
    }

    /// The events that stand, the earliest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.events.iter().filter(|event| !event.removed)
    }

    /// All events, those taken back too.
    #[must_use]
    pub fn all(&self) -> &[Event] {
        &self.events
    }

    /// Puts an event in its place; one with the same id is replaced.
    pub fn insert(&mut self, event: Event) {
        self.events.retain(|other| other.id != event.id);
        self.events.push(event);
        order::sort_by(&mut self.events, |a, b| {
            let key = |e: &Event| (e.on.day(), e.minute(), e.noted);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
    }

    /// The statuses it came into with their days, the first first: what insights count. A day's follow
    /// the order of writing. Saving comes first, also where the rest is backdated to before it: it has
    /// the day of what it led to then.
    #[must_use]
    pub fn path(&self) -> Vec<(Day, Status)> {
        let steps = self
            .iter()
            .filter_map(|event| Some((event, event.what.status()?)));
        let mut steps: Vec<(&Event, Status)> = steps.collect();
        order::sort_by(&mut steps, |(a, _), (b, _)| {
            let key = |e: &Event| (e.id != OPENING, e.since(), e.noted);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        let one = |(event, status): &(&Event, Status)| (event.since(), *status);
        let mut path: Vec<(Day, Status)> = steps.iter().map(one).collect();
        if let [first, second, ..] = path.as_mut_slice() {
            first.0 = first.0.min(second.0);
        }
        path
    }

    /// Where the job stands.
    #[must_use]
    pub fn status(&self) -> Status {
        let last = self.path().pop();
        last.map_or(Status::Saved, |(_, status)| status)
    }

    /// The last day something passed between the person and the employer: applying, an answer,
    /// a contact.
    #[must_use]
    pub fn last_contact(&self) -> Option<Day> {
        let counts = |event: &&Event| match &event.what {
            What::Status(status) => *status == Status::Applied || status.is_answer(),
            What::Round(_) | What::Contact => true,
            What::Remark => false,
        };
        self.iter().filter(counts).map(Event::since).max()
    }

    /// The interviews that stand, the earliest first.
    #[must_use]
    pub fn rounds(&self) -> Vec<(&Event, &Round)> {
        let mut rounds = Vec::new();
        for event in self.iter() {
            if let What::Round(round) = &event.what {
                rounds.push((event, round));
            }
        }
        rounds
    }

    /// When the person last changed it.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        self.events.iter().map(|event| event.changed).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::dated::LocalTime;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Noon UTC of a day, and so many minutes later.
    fn noon(text: &str, minutes: i64) -> Moment {
        Moment(
            Dated {
                local: LocalTime::at(day(text), 12, 0).unwrap(),
                offset: 0,
            }
            .moment()
            .0 + minutes * 60_000,
        )
    }

    fn saved() -> History {
        History::new(Status::Saved, noon("2026-11-09", 0), 60)
    }

    /// Written on `noted`, minute `n`, as having happened on `on`.
    fn event(noted: &str, n: i64, on: &str, what: What) -> Event {
        let on = Dated {
            local: LocalTime::day(day(on)),
            offset: 60,
        };
        Event::new(format!("{noted}x{n}"), noon(noted, n), on, what)
    }

    fn status(noted: &str, n: i64, on: &str, status: Status) -> Event {
        event(noted, n, on, What::Status(status))
    }

    #[test]
    fn where_a_job_stands() {
        use Status::*;
        let round = || What::Round(Round::default());
        let cases: [(&str, Vec<Event>, Status); 9] = [
            ("nothing more", vec![], Saved),
            (
                "backdated to before it was saved",
                vec![status("2026-11-12", 0, "2026-11-02", Applied)],
                Applied,
            ),
            (
                "backdated to its own day",
                vec![status("2026-11-12", 0, "2026-11-09", Applied)],
                Applied,
            ),
            (
                "told late",
                vec![
                    status("2026-11-15", 0, "2026-11-15", Rejected),
                    status("2026-11-15", 1, "2026-11-12", Applied),
                ],
                Rejected,
            ),
            (
                "an interview ahead, and a no before it",
                vec![
                    status("2026-11-10", 0, "2026-11-10", Applied),
                    event("2026-11-17", 0, "2026-11-24", round()),
                    status("2026-11-22", 0, "2026-11-22", Rejected),
                ],
                Rejected,
            ),
            (
                "an interview ahead",
                vec![event("2026-11-17", 0, "2026-11-24", round())],
                Interview,
            ),
            (
                "no answer opens again",
                vec![
                    status("2026-11-10", 0, "2026-11-10", Applied),
                    status("2026-12-01", 0, "2026-12-01", NoAnswer),
                    event("2026-12-20", 0, "2026-12-23", round()),
                ],
                Interview,
            ),
            (
                "remarks and contacts are no step",
                vec![
                    status("2026-11-10", 0, "2026-11-10", Applied),
                    event("2026-11-11", 0, "2026-11-11", What::Contact),
                    event("2026-11-12", 0, "2026-11-12", What::Remark),
                ],
                Applied,
            ),
            (
                "two on a day, in the order of writing",
                vec![
                    status("2026-11-10", 0, "2026-11-10", Applied),
                    status("2026-11-10", 5, "2026-11-10", Screening),
                ],
                Screening,
            ),
        ];
        for (name, events, expected) in cases {
            let mut history = saved();
            events.into_iter().for_each(|e| history.insert(e));
            assert_eq!(history.status(), expected, "{name}");
        }
    }

    fn take_back(history: &mut History, id: &str, removed: bool, changed: Moment) {
        let there = history.all().iter().find(|event| event.id == id);
        let event = there.unwrap().clone();
        history.insert(Event {
            removed,
            changed,
            ..event
        });
    }

    #[test]
    fn events_are_taken_back_and_put_back() {
        let mut history = saved();
        let applied = status("2026-11-12", 0, "2026-11-12", Status::Applied);
        let id = applied.id.clone();
        history.insert(applied);
        take_back(&mut history, &id, true, noon("2026-11-13", 0));
        assert_eq!(
            (
                history.status(),
                history.iter().count(),
                history.all().len()
            ),
            (Status::Saved, 1, 2)
        );
        take_back(&mut history, &id, false, noon("2026-11-13", 3));
        assert_eq!(history.status(), Status::Applied);
        let mut backdated = history.all().iter().find(|e| e.id == id).unwrap().clone();
        backdated.on.local.day = day("2026-11-02");
        backdated.note = "by post".into();
        backdated.changed = noon("2026-11-21", 0);
        history.insert(backdated);
        assert_eq!(history.status(), Status::Applied, "saving comes first");
        assert_eq!(history.last_change(), Some(noon("2026-11-21", 0)));
        assert_eq!(
            history.iter().next().map(|e| e.note.as_str()),
            Some("by post")
        );
        take_back(&mut history, "0", true, noon("2026-11-22", 0));
        take_back(&mut history, &id, true, noon("2026-11-22", 0));
        assert_eq!(
            (history.status(), history.iter().count()),
            (Status::Saved, 0)
        );
    }

    #[test]
    fn who_spoke_last() {
        let mut history = saved();
        assert_eq!(history.last_contact(), None);
        history.insert(status("2026-11-12", 0, "2026-11-12", Status::Applied));
        history.insert(event(
            "2026-11-17",
            0,
            "2026-11-24",
            What::Round(Round::default()),
        ));
        history.insert(event("2026-11-18", 0, "2026-11-18", What::Remark));
        assert_eq!(history.last_contact(), Some(day("2026-11-17")));
        history.insert(event("2026-11-20", 0, "2026-11-19", What::Contact));
        assert_eq!(history.last_contact(), Some(day("2026-11-19")));
        assert_eq!(history.rounds().len(), 1);
    }
}
