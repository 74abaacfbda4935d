//! What is due of saved jobs: deadlines of those not applied for, dated steps of the application,
//! interviews ahead, reminders, and what could be done next. Never asks a clock. What is over has
//! nothing due but the person's own reminders.

use super::clock::Day;
use super::dated::LocalTime;
use super::history::RoundKind;
use super::list::ListRow;
use super::reminder::Occasion;
use super::saved::Job;
use super::status::Stage;
use super::tongue::Tongue;
use crate::extract::order;

/// A whole day's things ring at this minute of it: at nine.
const MORNING: u16 = 9 * 60;
/// An interview rings so many minutes before it.
const AHEAD: i32 = 60;

/// Something that is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// When.
    pub at: LocalTime,
    /// What.
    pub what: DueWhat,
}

/// What is due.
#[derive(Clone, Debug, PartialEq)]
pub enum DueWhat {
    /// The posting closes.
    Deadline,
    /// A step of the application that the posting dates, in its words.
    Step(String),
    /// An interview.
    Interview(RoundKind),
    /// The day by which an offer is to be answered.
    Answer,
    /// A reminder.
    Reminder {
        /// Its id within the job.
        id: String,
        /// What of.
        text: String,
    },
    /// What could be done then; the person has not asked for it.
    Suggested(Occasion),
}

/// When something is due, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // `label` says them on screen
pub enum Soon {
    Overdue,
    Today,
    ThisWeek,
    Later,
}

impl Soon {
    /// All, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::ThisWeek, Self::Later];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::Today => "Today",
            Self::ThisWeek => "This week",
            Self::Later => "Later",
        }
    }

    /// How soon `day` is; a week is the next seven days.
    #[must_use]
    pub fn of(day: Day, today: Day) -> Self {
        match day.days_from(today) {
            n if n < 0 => Self::Overdue,
            0 => Self::Today,
            n if n <= 7 => Self::ThisWeek,
            _ => Self::Later,
        }
    }
}

impl Due {
    /// When the person should hear of it: an interview an hour before, what has no hour at nine.
    #[must_use]
    pub fn rings(&self) -> LocalTime {
        let Some(minute) = self.at.minute else {
            return with_minute(self.at.day, MORNING);
        };
        match self.what {
            DueWhat::Interview(_) => {
                let at = i32::from(minute) - AHEAD;
                let day = self.at.day.plus(at.div_euclid(1_440));
                with_minute(day, u16::try_from(at.rem_euclid(1_440)).unwrap_or(0))
            }
            _ => self.at,
        }
    }

    /// Whether it rings after `from`, and not after `to`.
    #[must_use]
    pub fn rings_between(&self, from: LocalTime, to: LocalTime) -> bool {
        let rings = self.rings();
        from < rings && rings <= to
    }

    /// What it is, in the words of `tongue`. `today` tells what is past.
    #[must_use]
    pub fn words<'a>(&'a self, tongue: &Tongue, today: Day) -> &'a str {
        match &self.what {
            DueWhat::Deadline if self.at.day < today => tongue.t("The posting closed"),
            DueWhat::Deadline => tongue.t("The posting closes"),
            DueWhat::Step(text) | DueWhat::Reminder { text, .. } => text,
            DueWhat::Interview(kind) => tongue.t(kind.label()),
            DueWhat::Answer => tongue.t("Answer the offer"),
            DueWhat::Suggested(occasion) => tongue.t(occasion.text()),
        }
    }
}

fn with_minute(day: Day, minute: u16) -> LocalTime {
    LocalTime {
        day,
        minute: Some(minute),
    }
}

/// All that a job has dated but the deadline, past or ahead, answered suggestions not among it: what
/// its row keeps.
#[must_use]
pub fn dated(job: &Job) -> Vec<Due> {
    let mut all = Vec::new();
    let mut put = |at: LocalTime, what: DueWhat| all.push(Due { at, what });
    for (at, text) in &job.reading.steps {
        put(*at, DueWhat::Step(text.clone()));
    }
    for (event, round) in job.history.rounds() {
        put(event.on.local, DueWhat::Interview(round.kind));
    }
    if let Some((day, _)) = job.dossier.answer_by(job.read_on) {
        put(LocalTime::day(day), DueWhat::Answer);
    }
    for reminder in job.reminders.open() {
        let what = DueWhat::Reminder {
            id: reminder.id.clone(),
            text: reminder.text.clone(),
        };
        put(reminder.due(), what);
    }
    for one in job.reminders.waiting(&job.history) {
        // What the person will be reminded of is not suggested beside it.
        let open = job.reminders.open();
        if !open.iter().any(|r| r.text == one.occasion.text()) {
            put(LocalTime::day(one.due), DueWhat::Suggested(one.occasion));
        }
    }
    all
}

/// What is due of one job, in no order. A deadline is for a week after it, then it is too late; an
/// interview or a step that is past is not due; a reminder that is past is.
#[must_use]
pub fn due_of(row: &ListRow, today: Day) -> Vec<Due> {
    let mut all = Vec::new();
    if row.archived || row.in_trash.is_some() {
        return all;
    }
    let closes = row.closes();
    if row.status.stage() == Stage::Saved
        && let Some(day) = closes
        && day.days_from(today) >= -7
    {
        all.push(Due {
            at: LocalTime::day(day),
            what: DueWhat::Deadline,
        });
    }
    let is_over = row.status.is_end();
    for due in &row.dated {
        let days = due.at.day.days_from(today);
        let counts = match &due.what {
            DueWhat::Deadline => false,
            DueWhat::Step(_) => !is_over && days >= 0 && closes != Some(due.at.day),
            DueWhat::Interview(_) => !is_over && days >= 0,
            // Late is better than never, for a week.
            DueWhat::Answer => !is_over && days >= -7,
            DueWhat::Reminder { .. } => true,
            DueWhat::Suggested(Occasion::Thanks) => !is_over && (-3..=1).contains(&days),
            DueWhat::Suggested(_) => !is_over,
        };
        if counts {
            all.push(due.clone());
        }
    }
    all
}

/// All that is due of `rows`, the next first, each with the place of its row among them. What could be
/// done is due today at the earliest.
#[must_use]
pub fn agenda<'r>(rows: impl Iterator<Item = &'r ListRow>, today: Day) -> Vec<(usize, Due)> {
    let mut all = Vec::new();
    for (place, row) in rows.enumerate() {
        for mut due in due_of(row, today) {
            // Nobody asked for it: it is not late.
            if matches!(due.what, DueWhat::Suggested(_)) {
                due.at.day = due.at.day.max(today);
            }
            all.push((place, due));
        }
    }
    order::sort_by(&mut all, |(a, x), (b, y)| x.at.cmp(&y.at).then(a.cmp(b)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Facts;
    use crate::extract::date::When;
    use crate::job::tongue::ENGLISH;
    use crate::job::{
        Correction, Dated, Draft, Event, FactKind, JobId, Marks, Moment, Reminder, Repeat, Round,
        Status, Term, Value, What,
    };

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    const NOW: Moment = Moment(1_795_228_800_000);

    fn job(n: u32, closes: &str) -> Job {
        let draft = Draft {
            source: String::new(),
            read_on: day("2026-11-20"),
            marks: Marks::default(),
        };
        let mut job = Job::new(draft, JobId::new(NOW, n), &Facts::default(), NOW, 0);
        if let Some(day) = Day::parse(closes) {
            let when = Value::When(When::On(day.to_date()));
            let corrections = &mut job.marks.corrections;
            corrections.set(FactKind::Deadline, Correction::Is(when), NOW);
        }
        job
    }

    fn event(job: &mut Job, on: &str, what: What) {
        let on = Dated {
            local: LocalTime::at(day(on), 10, 0).unwrap(),
            offset: 0,
        };
        let id = format!("e{}", job.history.all().len());
        job.history.insert(Event::new(id, NOW, on, what));
    }

    #[test]
    fn what_is_due_in_order() {
        let round = || What::Round(Round::default());
        let mut applied = job(2, "2026-11-22");
        event(&mut applied, "2026-11-10", What::Status(Status::Applied));
        applied.reading.steps = vec![
            (LocalTime::day(day("2026-11-12")), "Papers".into()),
            (LocalTime::day(day("2026-11-22")), "Last day".into()),
            (LocalTime::day(day("2026-12-03")), "Trial".into()),
        ];
        let mut met = job(3, "");
        event(&mut met, "2026-11-10", round());
        event(&mut met, "2026-11-24", round());
        let due = LocalTime::day(day("2026-11-19"));
        let ring = |text| Reminder::new("r".into(), NOW, due, text, Repeat::Never);
        met.reminders.insert(ring("Call"));
        let mut over = job(4, "");
        event(&mut over, "2026-11-24", round());
        event(&mut over, "2026-11-21", What::Status(Status::Withdrawn));
        let mut stopped = job(5, "");
        event(&mut stopped, "2026-11-10", What::Status(Status::Applied));
        stopped.reminders.insert(ring("Never heard"));
        stopped.reminders.stopped.set(true, NOW);
        let mut away = job(6, "2026-11-25");
        away.archived.set(true, NOW);
        let mut asked = job(9, "");
        event(&mut asked, "2026-11-10", What::Status(Status::Applied));
        asked.reminders.insert(ring(Occasion::FollowUp.text()));
        let mut thank = job(8, "");
        event(&mut thank, "2026-11-20", round());
        let mut offered = job(10, "");
        let by = |text: &str| Some(Value::When(When::On(day(text).to_date())));
        event(&mut offered, "2026-11-18", What::Status(Status::Offer));
        offered
            .dossier
            .set_term(Term::AnswerBy, by("2026-11-26"), NOW);
        let mut taken = job(11, "");
        event(&mut taken, "2026-11-18", What::Status(Status::Accepted));
        taken
            .dossier
            .set_term(Term::AnswerBy, by("2026-11-26"), NOW);
        let jobs = [
            job(0, "2026-11-21"),
            job(1, "2026-11-01"),
            applied,
            met,
            over,
            stopped,
            away,
            job(7, "2027-02-01"),
            thank,
            asked,
            offered,
            taken,
        ];
        let today = day("2026-11-21");
        let rows: Vec<ListRow> = jobs.iter().map(ListRow::new).collect();
        let found = agenda(rows.iter(), today);
        let seen: Vec<_> = found
            .iter()
            .map(|(place, due)| {
                (
                    *place,
                    Soon::of(due.at.day, today),
                    due.words(&ENGLISH, today),
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                (3, Soon::Overdue, "Call"),
                (9, Soon::Overdue, Occasion::FollowUp.text()),
                (0, Soon::Today, "The posting closes"),
                (2, Soon::Today, Occasion::FollowUp.text()),
                (8, Soon::Today, Occasion::Thanks.text()),
                (3, Soon::ThisWeek, "Interview"),
                (10, Soon::ThisWeek, "Answer the offer"),
                (2, Soon::Later, "Trial"),
                (7, Soon::Later, "The posting closes"),
            ]
        );
    }

    #[test]
    fn when_things_ring() {
        let at = |text: &str, minute: Option<u16>| LocalTime {
            day: day(text),
            minute,
        };
        let talk = || DueWhat::Interview(RoundKind::Talk);
        let cases = [
            ("a whole day", DueWhat::Deadline, None, ("2026-11-21", 540)),
            (
                "an hour",
                DueWhat::Step("Trial".into()),
                Some(600),
                ("2026-11-21", 600),
            ),
            ("an interview", talk(), Some(600), ("2026-11-21", 540)),
            (
                "just past midnight",
                talk(),
                Some(15),
                ("2026-11-20", 1_395),
            ),
            ("an interview that day", talk(), None, ("2026-11-21", 540)),
        ];
        for (name, what, minute, (ring_day, ring)) in cases {
            let due = Due {
                at: at("2026-11-21", minute),
                what,
            };
            let rings = at(ring_day, Some(ring));
            assert_eq!(due.rings(), rings, "{name}");
            let before = at(ring_day, Some(ring - 1));
            assert!(due.rings_between(before, rings), "{name}");
            assert!(
                !due.rings_between(rings, at("2026-11-30", None)),
                "{name}, once"
            );
            assert!(
                !due.rings_between(at("2026-11-01", None), before),
                "{name}, not yet"
            );
        }
    }
}
