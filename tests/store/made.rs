//! For the tests of the store: jobs, plain ones and one with everything on it, and what stands on a shelf.

use rolecard::extract::date::{Date, When};
use rolecard::extract::pay::{Pay, Period};
use rolecard::extract::{
    Asked, Education, Employment, Extra, ExtraKind, Fact, Facts, Language, Seniority, Skill, Span,
    Strength, WorkMode,
};
use rolecard::job::{
    Carried, Correction, Dated, Day, Draft, Event, FactKind, Job, JobId, LocalTime, Marks, Moment,
    Occasion, Reminder, Repeat, Slip, SlipKind, Status, Suggestion, Term, Tick, Value, What,
};
use rolecard::store::{MemoryShelf, Shelf};

pub fn draft(source: &str) -> Draft {
    Draft {
        source: source.to_string(),
        read_on: Day::parse("2026-11-20").expect("is a day"),
        marks: Marks::default(),
    }
}

pub fn title(text: &str) -> Facts {
    Facts {
        title: Some(Fact::new(text.to_string(), Span::new(0, 1), "test")),
        ..Facts::default()
    }
}

pub fn job(n: u32, text: &str) -> Job {
    let now = Moment(1_795_228_800_000 + i64::from(n));
    let source = format!("{text}\nWe look for someone who likes rain.");
    Job::new(draft(&source), JobId::new(now, n), &title(text), now, 0)
}

/// One value of each kind a fact can have.
pub fn values() -> Vec<(FactKind, Value)> {
    let date = Day::parse("2026-12-14").expect("is a day").to_date();
    let at = Date {
        time: Some((23, 59)),
        zone: Some("CET".into()),
        ..date
    };
    let text = |words: &str| Value::Text(words.to_string());
    let pay = Pay {
        min: Some(21.4),
        max: None,
        currency: Some("USD"),
        period: Some(Period::Hour),
    };
    let spoken = |name: &str, level: Option<&str>| Language {
        name: name.to_string(),
        level: level.map(str::to_string),
    };
    vec![
        (FactKind::Title, text("Bus driver, “night” line\u{2028}é😀")),
        (FactKind::Company, text("Läufer & Söhne")),
        (FactKind::Pay, Value::Pay(pay)),
        (FactKind::Deadline, Value::When(When::On(at))),
        (
            FactKind::Location,
            Value::Places(vec!["Graz".into(), "Łódź".into()]),
        ),
        (FactKind::WorkMode, Value::Mode(WorkMode::Onsite)),
        (
            FactKind::Employment,
            Value::Employment(vec![Employment::PartTime, Employment::PerDiem]),
        ),
        (FactKind::Level, Value::Level(Seniority::Lead)),
        (FactKind::Experience, Value::Years(0.1)),
        (FactKind::Education, Value::Education(Education::Vocational)),
        (
            FactKind::Languages,
            Value::Languages(vec![spoken("German", Some("B2")), spoken("Czech", None)]),
        ),
        (FactKind::WorkPermit, Value::Permit(false)),
        (FactKind::Posted, Value::When(When::Relative(-3))),
        (FactKind::Start, Value::When(When::Soon)),
        (
            FactKind::Extras,
            Value::Extras(vec![Extra {
                kind: ExtraKind::OnTarget,
                text: "30 days".into(),
            }]),
        ),
        (
            FactKind::Skills,
            Value::Skills(vec![Skill {
                name: "Class D licence".into(),
                asked: Asked::Nice,
            }]),
        ),
        (FactKind::Hours, text("30 hours")),
        (FactKind::Duration, text("2 years")),
        (FactKind::Department, text("Depot 4")),
        (FactKind::TimeZone, text("CET")),
        (FactKind::Travel, text("none")),
        (FactKind::Source, text("https://example.org/7")),
    ]
}

/// A job with every kind of mark on it.
pub fn marked(n: u32) -> Job {
    let mut job = job(n, "Bus driver");
    let created = job.created().0;
    let at = |k: i64| Moment(created + k);
    let marks = &mut job.marks;
    for (k, (kind, value)) in (0..).zip(values()) {
        let correction = match k % 5 {
            3 => Correction::NotStated,
            4 => Correction::AsRead,
            _ => Correction::Is(value),
        };
        assert!(marks.corrections.set(kind, correction, Moment(k)));
    }
    marks.ticks.set("Class D licence", Some(Tick::Have), at(1));
    marks.ticks.set("Patience", None, at(2));
    let edits = &mut marks.requirements;
    edits.add("Own cap", Strength::Nice, |_| false, at(3));
    edits.rewrite("Early shifts", "Early shifts, from four", at(4));
    edits.set_removed("Class D licence", true, at(5));
    edits.place("Class D licence", Strength::Nice, at(6));
    job.notes.set("Ask about the cap.".into(), at(9));
    job.reading.facts = values();
    job
}

/// A job with everything on it that version 2 knows, and something that it does not.
pub fn full(n: u32) -> Job {
    let mut job = marked(n);
    let at = |k: i64| Moment(job.created.0 + k);
    let event = |id: &str, k: i64, status| {
        let on = Dated::of(at(k), 0);
        Event::new(id.into(), at(20), on, What::Status(status))
    };
    let (backdated, interview) = (
        event("a1", -5, Status::Applied),
        event("b2", 12, Status::Interview),
    );
    let removed = Event {
        removed: true,
        ..Event::new("c3".into(), at(21), Dated::of(at(21), 0), What::Remark)
    };
    let (starred, put_away, deleted) = (at(22), at(23), at(24));
    let carried = Carried {
        name: "z:later".into(),
        at: at(25),
        raw: "{\"deep\":[1,\"ü\"]}".into(),
    };
    for event in [backdated, interview, removed] {
        job.history.insert(event);
    }
    job.tags.set("Night shifts", true, starred);
    job.tags.set("By tram", false, starred);
    job.starred.set(true, starred);
    job.archived.set(true, put_away);
    job.deleted.set(true, deleted);
    job.carried.push(carried);
    job
}

/// A job with what was added to version 2 since: reminders, and what the person keeps on a job.
pub fn kept(n: u32) -> Job {
    let mut job = job(n, "Ferry master");
    let at = |k: i64| Moment(job.created.0 + k);
    let (mut slips, mut first) = (Vec::new(), at(30));
    for (kind, said) in [
        (SlipKind::Contact, &["Ilse", "", "ilse@ferry.example"][..]),
        (SlipKind::Contact, &[][..]),
        (SlipKind::Link, &["example.org/ferry", "the fleet"][..]),
        (SlipKind::Document, &["cv-7.pdf", "CV", "2026-11-12"][..]),
    ] {
        let said: Vec<String> = said.iter().map(ToString::to_string).collect();
        let mut slip = Slip::new(format!("s{}", slips.len()), kind, &said, first);
        slip.removed = slip.is_blank();
        slips.push(slip);
        first = Moment(first.0 + 1);
    }
    let dossier = &mut job.dossier;
    slips.into_iter().for_each(|slip| dossier.insert(slip));
    let values = values();
    let of = |kind| values.iter().find(|(k, _)| *k == kind).map(|(_, v)| v);
    for term in Term::ALL {
        dossier.set_term(term, of(term.form()).cloned(), first);
    }
    dossier.set_term(Term::Bonus, None, first);
    dossier.set_proof("Class D licence", "Since 2019, no points.", first);
    let day = Day::parse("2026-12-01").expect("is a day");
    let due = LocalTime::at(day, 9, 30).expect("is a time");
    let mut reminder = Reminder::new("r1".into(), first, due, "Ring Ilse", Repeat::Weekly);
    reminder.finish(day, first);
    job.reminders.insert(reminder);
    let occasion = Occasion::FollowUp;
    job.reminders
        .answer(Suggestion { occasion, due: day }, first);
    job.reminders.stopped.set(true, first);
    job
}

pub fn full_or_plain(n: u32) -> Job {
    let mut job = if n.is_multiple_of(2) {
        full(n)
    } else {
        job(n, "Plain")
    };
    job.deleted = rolecard::job::Stamped::default();
    job
}

pub fn get(shelf: &MemoryShelf, key: &str) -> Option<String> {
    Shelf::get(&shelf, key).expect("can be reached")
}

pub fn set(shelf: &MemoryShelf, key: &str, raw: &str) {
    Shelf::set(&shelf, key, raw).expect("has room");
}

pub fn key_of(job: &Job) -> String {
    format!("rolecard:job:{}", job.id)
}
