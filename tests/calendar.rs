//! Calendar files are read back by a parser that is not ours.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use ical::parser::ical::component::IcalEvent;
use ical::property::Property;
use proptest::prelude::*;
use rolecard::job::tongue::ENGLISH;
use rolecard::job::{
    Dated, Day, Event, History, JobId, LocalTime, Moment, Reminder, Reminders, Repeat, Round,
    RoundKind, Status, What,
};
use rolecard::transfer::calendar::{Subject, calendar};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn at(date: &str, hour: u16, minute: u16) -> LocalTime {
    LocalTime::at(day(date), hour, minute).expect("a time")
}

fn value<'p>(properties: &'p [Property], name: &str) -> Option<&'p str> {
    let found = properties.iter().find(|p| p.name == name);
    found.and_then(|p| p.value.as_deref())
}

fn read(text: &str) -> Vec<IcalEvent> {
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let calendar = calendars
        .next()
        .expect("a calendar")
        .expect("is well-formed");
    assert!(calendars.next().is_none(), "one calendar");
    assert_eq!(value(&calendar.properties, "VERSION"), Some("2.0"));
    calendar.events
}

/// Undoes the escaping of a text value.
fn plain(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(c) => out.push(c),
                None => {}
            },
            (c, false) => out.push(c),
        }
    }
    out
}

fn history() -> History {
    History::new(Status::Saved, Moment(1_794_000_000_000), 120)
}

fn interview(id: &str, on: Dated, round: Round) -> Event {
    Event::new(id.into(), Moment(1_795_000_000_000), on, What::Round(round))
}

#[test]
fn a_search_is_read_back() {
    let id = JobId::parse("k3x9").expect("an id");
    let mut history = history();
    // The same hour on the wall before and after the clocks go back.
    let round = Round {
        kind: RoundKind::Technical,
        people: "Ebba; Tomas, both of payments".into(),
        place: "Södermalm, 3rd floor".into(),
        minutes: Some(60),
    };
    let mut summer = interview(
        "a",
        Dated {
            local: at("2026-10-24", 10, 0),
            offset: 120,
        },
        round,
    );
    summer.note = "Bring the design.\nAsk about on-call.".into();
    history.insert(summer);
    history.insert(interview(
        "b",
        Dated {
            local: at("2026-10-26", 10, 0),
            offset: 60,
        },
        Round::default(),
    ));
    history.insert(interview(
        "c",
        Dated {
            local: LocalTime::day(day("2026-11-03")),
            offset: 60,
        },
        Round::default(),
    ));
    let mut gone = interview(
        "d",
        Dated {
            local: at("2026-11-04", 10, 0),
            offset: 60,
        },
        Round::default(),
    );
    gone.removed = true;
    history.insert(gone);
    let mut reminders = Reminders::default();
    let now = Moment(1_795_000_000_000);
    let monthly = Reminder::new(
        "m".into(),
        now,
        at("2026-10-31", 8, 30),
        "Report",
        Repeat::Monthly,
    );
    reminders.insert(monthly);
    let whole = Reminder::new(
        "w".into(),
        now,
        LocalTime::day(day("2026-10-23")),
        "Read up",
        Repeat::Never,
    );
    reminders.insert(whole);
    let steps = [
        (LocalTime::day(day("2026-11-09")), "Trial day".to_string()),
        (LocalTime::day(day("2026-11-01")), "Last day".to_string()),
        (at("2026-11-12", 14, 0), "Talks".to_string()),
    ];
    let subject = Subject {
        id: &id,
        title: "Backend Engineer, Payments",
        company: Some("Lumivik"),
        closes: Some(day("2026-11-01")),
        changed: now,
        steps: &steps,
        answer_by: Some((day("2026-11-27"), now)),
        history: &history,
        reminders: &reminders,
    };
    let text = calendar(&ENGLISH, &[subject]);
    let events = read(&text);
    let found: Vec<_> = events
        .iter()
        .map(|e| {
            let of = |name| value(&e.properties, name).unwrap_or("").to_string();
            (of("UID"), of("DTSTART"), of("DURATION"))
        })
        .collect();
    let row = |uid: &str, start: &str, duration: &str| {
        (
            format!("{uid}@rolecard"),
            start.to_string(),
            duration.to_string(),
        )
    };
    assert_eq!(
        found,
        [
            row("deadline-k3x9", "20261101", ""),
            row("step-k3x9-0", "20261109", ""),
            row("step-k3x9-2", "20261112T140000", ""),
            row("interview-k3x9-a", "20261024T080000Z", "PT60M"),
            row("interview-k3x9-b", "20261026T090000Z", ""),
            row("interview-k3x9-c", "20261103", ""),
            row("answer-k3x9", "20261127", ""),
            row("reminder-k3x9-w", "20261023", ""),
            row("reminder-k3x9-m", "20261031T083000", ""),
        ]
    );
    let text_of = |i: usize, name| plain(value(&events[i].properties, name).unwrap_or(""));
    assert_eq!(
        text_of(3, "SUMMARY"),
        "Technical interview: Backend Engineer, Payments, Lumivik"
    );
    assert_eq!(text_of(3, "LOCATION"), "Södermalm, 3rd floor");
    assert_eq!(
        text_of(3, "DESCRIPTION"),
        "With Ebba; Tomas, both of payments\nBring the design.\nAsk about on-call."
    );
    assert_eq!(
        value(&events[8].properties, "RRULE"),
        Some("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1")
    );
    for (i, trigger) in [(6, "PT9H"), (7, "PT9H"), (8, "PT0M")] {
        let alarm = events[i].alarms.first().expect("an alarm");
        assert_eq!(value(&alarm.properties, "TRIGGER"), Some(trigger));
    }
    assert_eq!(calendar(&ENGLISH, &[subject]), text, "the same again");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in the texts: lines of at most 75 bytes, read back to the letter, one entry a
    /// thing, no name twice.
    #[test]
    fn any_words_are_read_back(
        title in "[ -~äßñ漢👩\n]{1,90}",
        // the parser takes a colon at the start of a value for its own
        note in "[^:\\s\\p{C}]\\PC{0,200}",
        place in "[ -9;-~]{0,80}",
        minute in 0_u16..1440,
        offset in -720_i16..840,
        count in 1_usize..4,
    ) {
        let id = JobId::parse("job1").expect("an id");
        let mut history = history();
        for n in 0..count {
            let on = Dated { local: at("2026-11-24", minute / 60, minute % 60), offset };
            let round = Round { place: place.clone(), ..Round::default() };
            let mut event = interview(&format!("e{n}"), on, round);
            event.note.clone_from(&note);
            history.insert(event);
        }
        let subject = Subject {
            id: &id,
            title: &title,
            company: None,
            closes: None,
            changed: Moment(0),
            steps: &[],
            answer_by: None,
            history: &history,
            reminders: &Reminders::default(),
        };
        let text = calendar(&ENGLISH, &[subject]);
        prop_assert!(text.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        let events = read(&text);
        prop_assert_eq!(events.len(), count);
        let mut uids = BTreeSet::new();
        for event in &events {
            prop_assert!(uids.insert(value(&event.properties, "UID").unwrap_or("").to_string()));
            let summary = plain(value(&event.properties, "SUMMARY").unwrap_or(""));
            let words = format!("Interview: {title}");
            prop_assert_eq!(summary.trim_end(), words.trim_end());
            let about = plain(value(&event.properties, "DESCRIPTION").unwrap_or(""));
            prop_assert_eq!(about.trim(), note.trim());
            let start = value(&event.properties, "DTSTART").unwrap_or("");
            let moment = i64::from(day("2026-11-24").number()) * 1440 + i64::from(minute) - i64::from(offset);
            let hours = format!("T{:02}{:02}00Z", moment.rem_euclid(1440) / 60, moment.rem_euclid(60));
            prop_assert!(start.ends_with(&hours), "{} {}", start, hours);
        }
    }
}
