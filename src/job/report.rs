//! The applications of a stretch of days, as an employment office asks for them: what was applied for
//! and when, with whom, and what became of it. Counts nothing twice and leaves nothing out: a job is
//! listed by the days of its own history.

use super::clock::Day;
use super::dossier::{Slip, SlipKind};
use super::fact::{FactKind, Value};
use super::history::What;
use super::saved::{Job, JobId};
use super::status::Status;
use super::tongue::Tongue;
use crate::extract::order;

/// Which jobs a report lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Whether jobs applied for earlier are listed where anything happened within these days.
    pub earlier: bool,
}

/// A job in a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Effort {
    /// Which.
    pub id: JobId,
    /// The day it was applied for; `None` where it came without an application.
    pub applied: Option<Day>,
    /// Its title.
    pub title: String,
    /// Its employer, where known.
    pub company: Option<String>,
    /// Where it is, where known.
    pub place: Option<String>,
    /// Where the posting was found, where known.
    pub source: Option<String>,
    /// Whom the person is in touch with, a line each.
    pub contacts: Vec<String>,
    /// What was sent, a line each.
    pub documents: Vec<String>,
    /// What happened, in the order of days: the day, what, and the person's remark.
    pub steps: Vec<(Day, String, String)>,
    /// Where it stands.
    pub status: Status,
}

/// The jobs that `asked` wants, by the day of application, then of the first thing that happened. Those
/// in the trash are left out. In the words of `tongue`.
#[must_use]
pub fn report(tongue: &Tongue, jobs: &[Job], asked: Asked) -> Vec<Effort> {
    let mut efforts: Vec<Effort> = Vec::new();
    for job in jobs.iter().filter(|job| job.in_trash().is_none()) {
        let effort = effort(tongue, job);
        let within = |day: Day| asked.from <= day && day <= asked.to;
        // That it was saved is no effort of its own.
        let busy = job.history.iter().any(|event| {
            let saved = [Status::Saved, Status::ToApply].map(What::Status);
            within(event.on.day()) && !saved.contains(&event.what)
        });
        if effort.applied.is_some_and(within) || (asked.earlier && busy) {
            efforts.push(effort);
        }
    }
    order::sort_by(&mut efforts, |a, b| {
        let key = |e: &Effort| e.applied.or(e.steps.first().map(|(day, _, _)| *day));
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    efforts
}

fn effort(tongue: &Tongue, job: &Job) -> Effort {
    let card = job.card();
    let text = |kind| card.text(kind).map(str::to_string);
    let mut steps = Vec::new();
    let mut people: Vec<String> = Vec::new();
    let mut applied: Option<Day> = None;
    for event in job.history.iter() {
        let day = event.on.day();
        let mut what = tongue.t(event.what.label()).to_string();
        if event.what == What::Status(Status::Applied) {
            applied = Some(applied.map_or(day, |before| before.min(day)));
        }
        if let What::Round(round) = &event.what
            && !round.people.is_empty()
        {
            what = tongue.fill("{what} with {who}", &[&what, &round.people]);
            if !people.contains(&round.people) {
                people.push(round.people.clone());
            }
        }
        steps.push((day, what, event.note.clone()));
    }
    let lines = |kind| -> Vec<String> {
        let slips = job.dossier.of(kind).into_iter();
        slips.map(Slip::line).collect()
    };
    let contacts = match lines(SlipKind::Contact) {
        none if none.is_empty() => people,
        contacts => contacts,
    };
    Effort {
        id: job.id.clone(),
        applied,
        title: text(FactKind::Title).unwrap_or_else(|| tongue.t("Untitled job").to_string()),
        company: text(FactKind::Company),
        place: match card.value(FactKind::Location) {
            Some(Value::Places(places)) => places.first().cloned(),
            _ => None,
        },
        source: text(FactKind::Source),
        contacts,
        documents: lines(SlipKind::Document),
        steps,
        status: job.status(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Facts;
    use crate::job::tongue::ENGLISH;
    use crate::job::{
        Correction, Dated, Draft, Event, LocalTime, Marks, Moment, Round, Slip, SlipKind,
    };

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn job(n: i64, events: &[(&str, What)]) -> Job {
        let mut marks = Marks::default();
        let title = Value::Text(format!("Job {n}"));
        marks
            .corrections
            .set(FactKind::Title, Correction::Is(title), Moment(1));
        let draft = Draft {
            source: String::new(),
            read_on: day("2026-11-01"),
            marks,
        };
        let now = Moment(i64::from(day("2026-11-01").number()) * 86_400_000 + n);
        let mut job = Job::new(draft, JobId::new(now, 0), &Facts::default(), now, 60);
        for (at, (on, what)) in events.iter().enumerate() {
            let on = Dated {
                local: LocalTime::day(day(on)),
                offset: 60,
            };
            let event = Event::new(format!("e{at}"), now, on, what.clone());
            job.history.insert(event);
        }
        job
    }

    #[test]
    fn jobs_are_listed_by_the_days_of_their_histories() {
        let status = What::Status;
        let with = |people: &str| {
            What::Round(Round {
                people: people.into(),
                ..Round::default()
            })
        };
        let jobs = [
            job(1, &[("2026-11-12", status(Status::Applied))]),
            job(
                2,
                &[
                    ("2026-10-20", status(Status::Applied)),
                    ("2026-11-10", with("Ilse")),
                ],
            ),
            job(3, &[("2026-10-20", status(Status::Applied))]),
            job(4, &[("2026-11-03", with("Bo")), ("2026-11-05", with("Bo"))]),
            job(5, &[("2026-11-02", status(Status::ToApply))]),
            job(6, &[("2026-11-30", status(Status::Applied))]),
            job(7, &[("2026-12-01", status(Status::Applied))]),
        ];
        let ids = |asked: Asked| -> Vec<String> {
            report(&ENGLISH, &jobs, asked)
                .into_iter()
                .map(|e| e.title)
                .collect()
        };
        let asked = Asked {
            from: day("2026-11-01"),
            to: day("2026-11-30"),
            earlier: false,
        };
        assert_eq!(ids(asked), ["Job 1", "Job 6"]);
        let asked = Asked {
            earlier: true,
            ..asked
        };
        assert_eq!(ids(asked), ["Job 2", "Job 4", "Job 1", "Job 6"]);
        let backwards = Asked {
            from: asked.to,
            to: asked.from,
            ..asked
        };
        assert!(ids(backwards).is_empty());
        let four = &report(&ENGLISH, &jobs, asked)[1];
        assert_eq!(
            (four.applied, &four.contacts[..]),
            (None, &["Bo".to_string()][..])
        );
        assert_eq!(four.steps[1].1, "Interview with Bo");
        assert_eq!(four.status, Status::Interview);
    }

    #[test]
    fn own_contacts_and_documents_are_named_and_the_trash_is_left_out() {
        let mut one = job(1, &[("2026-11-12", What::Status(Status::Applied))]);
        for (id, kind, words) in [
            ("a", SlipKind::Contact, "Ilse"),
            ("b", SlipKind::Document, "cv-7.pdf"),
        ] {
            let slip = Slip::new(id.into(), kind, &[words.into()], Moment(2));
            one.dossier.insert(slip);
        }
        let asked = Asked {
            from: day("2026-11-12"),
            to: day("2026-11-12"),
            earlier: false,
        };
        let effort = &report(&ENGLISH, std::slice::from_ref(&one), asked)[0];
        assert_eq!(
            (effort.contacts.concat(), effort.documents.concat()),
            ("Ilse".into(), "cv-7.pdf".into())
        );
        one.delete(Moment(i64::MAX - 1));
        assert!(report(&ENGLISH, &[one], asked).is_empty());
    }
}
