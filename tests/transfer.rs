//! Tables and structured data, read back by other programs' parsers, and a person's own table brought
//! in whole.
#![cfg(not(target_arch = "wasm32"))]

#[path = "store/made.rs"]
#[allow(dead_code)] // each test file uses some of them
mod made;

use made::{full, job, values};
use proptest::prelude::*;
use rolecard::extract::date::When;
use rolecard::job::report::{Asked, report};
use rolecard::job::tongue::ENGLISH;
use rolecard::job::{
    Card, Checklist, Correction, Dated, Day, Event, FactKind, Job, Moment, Slip, SlipKind, Status,
    Term, Value, What,
};
use rolecard::transfer::csv::{self as table_csv, Column, Table, guess, read, take, write};
use rolecard::transfer::{jobposting, markdown};

const DAY: i64 = 86_400_000;

fn day_of(at: Moment) -> Day {
    Day::from_number(i32::try_from(at.0.div_euclid(DAY)).expect("is near"))
}

fn moment_of(day: Day) -> Moment {
    Moment(i64::from(day.number()) * DAY)
}

/// The rows of a table, by another program.
fn rows_of(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("begins with the mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.expect("is a row of as many cells"));
    rows.map(|row| row.iter().map(str::to_string).collect())
        .collect()
}

fn uncorrected() -> Job {
    let mut job = full(1);
    job.marks.corrections = rolecard::job::Corrections::default();
    job
}

#[test]
fn every_field_is_in_the_table() {
    let job = uncorrected();
    let rows = rows_of(&write(&[job.clone(), made::job(2, "Plain")], &day_of));
    let head = include_str!("store/columns.txt")
        .lines()
        .collect::<Vec<_>>();
    assert_eq!(rows[0], head, "the columns are a promise");
    let cell = |name: &str| {
        let at = head.iter().position(|h| *h == name).expect("is a column");
        rows[1][at].as_str()
    };
    for (kind, value) in values() {
        match (kind, &value) {
            (FactKind::Pay, _) => {}
            (_, Value::When(_)) => {}
            (FactKind::Experience, _) => assert_eq!(cell("Experience"), "0.1"),
            _ => assert_eq!(cell(kind.label()), value.words(job.read_on)),
        }
    }
    assert_eq!((cell("Pay from"), cell("Pay to")), ("21.4", ""));
    assert_eq!((cell("Currency"), cell("Pay period")), ("USD", "an hour"));
    assert_eq!(
        (cell("Deadline"), cell("Posted")),
        ("2026-12-14", "2026-11-17")
    );
    assert_eq!(
        (cell("Status"), cell("Applied")),
        ("Interview", "2026-11-21")
    );
    assert_eq!((cell("Tags"), cell("Starred")), ("Night shifts", "yes"));
    assert_eq!(
        (cell("Notes"), cell("Posting")),
        ("Ask about the cap.", job.source.as_str())
    );
    assert_eq!(rows.len(), 3);
}

#[test]
fn no_cell_is_a_formula() {
    for words in ["=1+1", "+49 30 1", "-2", "@home", "\tx", "\r=x", "＝1"] {
        let mut job = job(1, "x");
        job.notes.set(words.to_string(), Moment(1));
        job.source = words.to_string();
        for row in rows_of(&write(&[job], &day_of)) {
            for cell in row {
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']),
                    "{cell:?}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_cell_comes_back(notes in any::<String>(), source in any::<String>()) {
        let mut job = job(1, "x");
        job.notes.set(notes.clone(), Moment(1));
        job.source = source.clone();
        let text = write(&[job], &day_of);
        let at = |column| Column::ALL.iter().position(|c| *c == column).expect("is a column");
        let theirs = rows_of(&text);
        let ours = read(text.as_bytes()).expect("is a table");
        prop_assert_eq!(&theirs[0], &ours.head);
        prop_assert_eq!(&theirs[1], &ours.rows[0]);
        for (column, expected) in [(Column::Notes, notes), (Column::Posting, source)] {
            let cell = &ours.rows[0][at(column)];
            let guarded = ["'", expected.as_str()].concat();
            prop_assert!(*cell == expected || *cell == guarded);
        }
    }
}

#[test]
fn a_table_of_ours_comes_back_as_it_was() {
    let job = uncorrected();
    let text = write(std::slice::from_ref(&job), &day_of);
    let table = read(text.as_bytes()).expect("is a table");
    let columns = guess(&table.head);
    assert!(columns.iter().all(Option::is_some));
    let now = Moment(job.created.0 + DAY);
    let taken = take(&table, &columns, now, &moment_of, job.read_on).remove(0);
    let found = taken.job;
    assert_eq!(taken.noted, ["Start"], "as soon as possible is no day");
    assert_eq!((&found.id, &found.source), (&job.id, &job.source));
    let again = rows_of(&write(&[found], &day_of));
    let before = rows_of(&text);
    for (name, (a, b)) in before[0].iter().zip(before[1].iter().zip(&again[1])) {
        if !["Start", "Notes", "History", "Status since"].contains(&name.as_str()) {
            assert_eq!(a, b, "{name}");
        }
    }
}

#[test]
fn a_persons_own_table_comes_along_whole() {
    let text = "Company;Job Title;Date applied;Stage;Salary;City;Remote?;Link;Gut feeling;Comments\r\n\
                Harbour Board;Pilot;03.11.2026;Phone screen;48.000 - 54.000 € per year;Emden;hybrid;https://example.org/1;good;\"said \"\"soon\"\"\"\r\n\
                Tramway;Driver;13/11/2026;ghosted;$21.50 per hour;Graz;sometimes;;;\r\n\
                ;;;;;;;;;\r\n\
                Depot;Fitter;03/04/2026;Mystery;50-60k;Linz;remote;;;\r\n";
    let table = read(text.as_bytes()).expect("is a table");
    assert_eq!(table.rows.len(), 3);
    let columns = guess(&table.head);
    let now = moment_of(Day::parse("2026-11-21").expect("is a day"));
    let take = |columns: &[Option<Column>]| take(&table, columns, now, &moment_of, day_of(now));
    let taken = take(&columns);
    let words = |n: usize, kind| {
        let card = taken[n].job.card();
        card.value(kind)
            .map(|v| v.words(taken[n].job.read_on))
            .unwrap_or_default()
    };
    assert_eq!(words(0, FactKind::Title), "Pilot");
    assert_eq!(words(0, FactKind::Company), "Harbour Board");
    assert_eq!(words(0, FactKind::Pay), "€48,000 – €54,000 a year");
    assert_eq!(words(0, FactKind::WorkMode), "Hybrid");
    assert_eq!(words(0, FactKind::Source), "https://example.org/1");
    assert_eq!(taken[0].job.status(), Status::Screening);
    assert_eq!(taken[0].job.notes.value, "said \"soon\"\nGut feeling: good");
    assert_eq!(words(1, FactKind::Pay), "$21.50 an hour");
    assert_eq!(taken[1].job.status(), Status::NoAnswer);
    assert_eq!(taken[1].noted, ["Remote?"]);
    assert_eq!(words(2, FactKind::Pay), "50,000 – 60,000");
    // A day that may be two is left to the person.
    assert_eq!(taken[2].noted, ["Date applied", "Stage"]);
    let events: Vec<_> = taken[0]
        .job
        .history
        .iter()
        .map(|e| (e.on.day().to_string(), e.what.status()))
        .collect();
    assert_eq!(events[0], ("2026-11-03".to_string(), Some(Status::Applied)));

    // The same table again gives the same jobs; a column not wanted goes into the notes.
    let ids = |list: &[rolecard::transfer::csv::Taken]| {
        list.iter().map(|t| t.job.id.clone()).collect::<Vec<_>>()
    };
    let mut other = columns;
    other[1] = None;
    let without = take(&other);
    assert_eq!(ids(&without), ids(&taken));
    assert!(without[0].job.notes.value.contains("Job Title: Pilot"));
}

#[test]
fn what_is_no_table_is_said() {
    let cases: [(&str, &[u8], &str); 6] = [
        ("nothing", b" \n", "empty"),
        ("a workbook", b"PK\x03\x04rest", "workbook"),
        ("another encoding", b"T\xefte\nx\xff", "UTF-8"),
        (
            "a backup",
            b"{\"format\":\"rolecard-backup\"}",
            "Import backup",
        ),
        ("only a head", b"Title,Company\n", "no rows"),
        ("a picture", b"\x89PNG\r\n\x00", "workbook"),
    ];
    for (name, bytes, word) in cases {
        let said = read(bytes).expect_err(name);
        assert!(said.contains(word), "{name}: {said}");
    }
    let one = Table {
        head: vec!["Title".into()],
        rows: vec![vec!["x".into()]],
    };
    assert_eq!(read(b"Title\rx\r"), Ok(one));
}

#[test]
fn structured_data_says_what_the_card_says() {
    let job = uncorrected();
    let json: serde_json::Value = serde_json::from_str(&jobposting::write(&job)).expect("is JSON");
    let cases = [
        ("/@type", "\"JobPosting\""),
        ("/hiringOrganization/name", "\"Läufer & Söhne\""),
        ("/baseSalary/currency", "\"USD\""),
        ("/baseSalary/value/minValue", "21.4"),
        ("/baseSalary/value/unitText", "\"HOUR\""),
        ("/validThrough", "\"2026-12-14\""),
        ("/datePosted", "\"2026-11-17\""),
        ("/jobLocation/1/address", "\"Łódź\""),
        ("/employmentType/0", "\"PART_TIME\""),
        ("/url", "\"https://example.org/7\""),
        ("/experienceRequirements/monthsOfExperience", "1.0"),
    ];
    for (path, expected) in cases {
        let found = json.pointer(path).map(ToString::to_string);
        assert_eq!(found.as_deref(), Some(expected), "{path}");
    }
    assert_eq!(
        json.pointer("/baseSalary/value/maxValue"),
        None,
        "nothing is made up"
    );
    // What it says, the reader reads.
    let page = format!("<script type=\"application/ld+json\">{json}</script>");
    assert!(page.contains("JobPosting"));
}

#[test]
fn a_job_in_markdown() {
    let mut job = job(1, "Clerk *of* works");
    let at = Moment(job.created.0 + 1);
    let company = Correction::Is(Value::Text("Bridges_and_Sons".into()));
    job.marks.corrections.set(FactKind::Company, company, at);
    job.marks.requirements.add(
        "Own boots",
        rolecard::extract::Strength::Must,
        |_| false,
        at,
    );
    job.marks
        .ticks
        .set("Own boots", Some(rolecard::job::Tick::Have), at);
    let card: Card = job.card();
    let list = Checklist::new(&[], &job.marks.requirements, &job.marks.ticks);
    let said = [
        "Bo Quay".to_string(),
        String::new(),
        "bo@quay.example".to_string(),
    ];
    let contact = Slip::new("c".into(), SlipKind::Contact, &said, at);
    job.dossier.insert(contact);
    let by = Day::parse("2026-12-04").expect("a day");
    let by = Value::When(When::On(by.to_date()));
    job.dossier.set_term(Term::AnswerBy, Some(by), at);
    let more = Value::Text("A desk by the window".into());
    job.dossier.set_term(Term::More, Some(more), at);
    let notes = "- call on Monday\n";
    let text = markdown::job(&ENGLISH, &card, &list, &job.dossier, notes, job.read_on);
    let expected = "# Clerk \\*of\\* works\n\n- **Company**: Bridges\\_and\\_Sons\n\n\
                    ## Must have\n\n- Own boots (have)\n\n## Contacts\n\n- Bo Quay, bo@quay.example\n\n\
                    ## Offer\n\n- **Answer by**: 4 December 2026\n- **Also agreed**: A desk by the window\n\n## Notes\n\n- call on Monday\n";
    assert_eq!(text, expected);
}

#[test]
fn what_is_kept_on_a_job_comes_back_by_the_table() {
    let job = made::kept(3);
    let text = write(std::slice::from_ref(&job), &day_of);
    let table = read(text.as_bytes()).expect("is a table");
    let columns = guess(&table.head);
    let now = Moment(job.created.0 + DAY);
    let taken = take(&table, &columns, now, &moment_of, job.read_on).remove(0);
    // As soon as possible is no day.
    assert_eq!(taken.noted, ["Offer: start"]);
    let again = rows_of(&write(std::slice::from_ref(&taken.job), &day_of));
    let before = rows_of(&text);
    for (name, (a, b)) in before[0].iter().zip(before[1].iter().zip(&again[1])) {
        if !["Offer: start", "Notes"].contains(&name.as_str()) {
            assert_eq!(a, b, "{name}");
        }
    }
    // Brought in where it is already, nothing stands there twice.
    let both = rolecard::store::merged(&job, &taken.job);
    for kind in SlipKind::ALL {
        assert_eq!(both.dossier.of(kind).len(), 1, "{kind:?}");
    }
}

/// The words of German, as the page has them.
fn german(english: &str) -> Option<&'static str> {
    let words = rolecard::job::tongue::Catalogue::new(include_str!("../public/words/de.txt"));
    words.find(english)
}

#[test]
fn a_report_in_german_is_known_again() {
    let tongue = rolecard::job::tongue::Tongue {
        word: german,
        ..ENGLISH
    };
    let mut job = made::kept(3);
    job.history = rolecard::job::History::default();
    let day = Day::parse("2026-11-02").expect("is a day");
    let now = moment_of(day);
    for status in [Status::Applied, Status::Rejected] {
        let on = Dated::of(now, 0);
        let what = What::Status(status);
        job.history
            .insert(Event::new(status.label().to_string(), now, on, what));
    }
    let asked = Asked {
        from: day,
        to: day,
        earlier: false,
    };
    let efforts = report(&tongue, std::slice::from_ref(&job), asked);
    let table = read(table_csv::report(&tongue, &efforts).as_bytes()).expect("is a table");
    assert_eq!(table.head[0], "Beworben");
    let columns = guess(&table.head);
    let taken = take(&table, &columns, now, &moment_of, day).remove(0).job;
    let of = |job: &Job| {
        let card = job.card();
        let text = |kind| card.text(kind).map(str::to_string);
        (
            text(FactKind::Title),
            text(FactKind::Company),
            job.status(),
            job.history.iter().any(|e| e.on.day() == day),
        )
    };
    assert_eq!(of(&taken), of(&job));
}
