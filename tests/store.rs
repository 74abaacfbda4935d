//! The store's promises, on a shelf in memory that fails as told: all comes back as saved, a broken
//! value hurts no other and is never written over, a failed write leaves the last good value.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;

use proptest::prelude::*;
use rolecard::extract::date::{Date, When};
use rolecard::extract::pay::{Pay, Period};
use rolecard::extract::{
    Asked, Education, Employment, Extra, ExtraKind, Fact, Facts, Language, Seniority, Skill, Span,
    Strength, WorkMode,
};
use rolecard::job::{
    Correction, Day, Draft, FactKind, Job, JobId, ListRow, Marks, Moment, Stamped, Tick, Value,
};
use rolecard::store::{Fault, MemoryShelf, Shelf, Store, Trouble};

fn draft(source: &str) -> Draft {
    Draft {
        source: source.to_string(),
        read_on: Day::parse("2026-11-20").expect("is a day"),
        marks: Marks::default(),
    }
}

fn title(text: &str) -> Facts {
    Facts {
        title: Some(Fact::new(text.to_string(), Span::new(0, 1), "test")),
        ..Facts::default()
    }
}

fn job(n: u32, text: &str) -> Job {
    let now = Moment(1_795_228_800_000 + i64::from(n));
    let source = format!("{text}\nWe look for someone who likes rain.");
    Job::new(draft(&source), JobId::new(now, n), &title(text), now)
}

/// One value of each kind a fact can have.
fn values() -> Vec<(FactKind, Value)> {
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
fn marked(n: u32) -> Job {
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
    job.notes = Stamped::new("Ask about the cap.".into(), at(9));
    job.reading.facts = values();
    job
}

#[test]
fn every_kind_of_value_and_mark_comes_back() {
    assert_eq!(values().len(), FactKind::ALL.len());
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let job = marked(1);
    store.save_job(&job).unwrap();
    assert_eq!(store.load_job(&job.id), Ok(Some(job.clone())));

    let mut plain = job.clone();
    plain.marks.corrections = rolecard::job::Corrections::default();
    for (kind, value) in values() {
        let correction = Correction::Is(value);
        assert!(plain.marks.corrections.set(kind, correction, Moment(3)));
    }
    store.save_job(&plain).unwrap();
    assert_eq!(store.load_job(&job.id), Ok(Some(plain)));
}

#[test]
fn a_published_form_is_read_for_ever() {
    let frozen = include_str!("store/job-v1.json").trim_end();
    let job = marked(1);
    let shelf = MemoryShelf::new();
    let key = format!("rolecard:job:{}", job.id);
    (&shelf).set(&key, frozen).unwrap();
    let store = Store::new(&shelf);
    let mut found = store.load_job(&job.id).unwrap().unwrap();
    found.reading.reader.clone_from(&job.reading.reader);
    assert_eq!(found, job);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_comes_back(
        source in any::<String>(),
        words in "\\PC{0,40}",
        notes in any::<String>(),
        day in -30_000..90_000_i32,
        amount in 0..2_000_000_000_u32,
        years in 0.0..60.0_f32,
        at in 0..4_000_000_000_000_i64,
    ) {
        let shelf = MemoryShelf::new();
        let store = Store::new(&shelf);
        let mut draft = draft(&source);
        draft.read_on = Day::from_number(day);
        let marks = &mut draft.marks;
        marks.ticks.set(&words, Some(Tick::Partly), Moment(at));
        marks.requirements.add(&words, Strength::Must, |_| false, Moment(at));
        let pay = Pay {
            min: Some(f64::from(amount) / 100.0),
            max: None,
            currency: None,
            period: None,
        };
        marks.corrections.set(FactKind::Title, Correction::Is(Value::Text(words)), Moment(at));
        marks.corrections.set(FactKind::Pay, Correction::Is(Value::Pay(pay)), Moment(at));
        marks.corrections.set(FactKind::Experience, Correction::Is(Value::Years(years)), Moment(at));
        store.save_draft(&draft).unwrap();
        prop_assert_eq!(store.load_draft(), Ok(Some(draft.clone())));

        let mut job = Job::new(draft, JobId::new(Moment(at), 7), &Facts::default(), Moment(at));
        job.notes = Stamped::new(notes, Moment(at));
        store.save_job(&job).unwrap();
        prop_assert_eq!(store.load_job(&job.id), Ok(Some(job.clone())));
        prop_assert_eq!(store.sources(), Ok(vec![(job.id.clone(), source)]));
        // Once from the index, once from the job itself.
        prop_assert_eq!(store.list().unwrap().rows, vec![ListRow::new(&job)]);
        (&shelf).remove("rolecard:index").unwrap();
        prop_assert_eq!(store.list().unwrap().rows, vec![ListRow::new(&job)]);
    }

    #[test]
    fn no_stored_text_stops_anything(raw in any::<String>(), cut in 0..400_usize) {
        let shelf = MemoryShelf::new();
        let store = Store::new(&shelf);
        let job = marked(1);
        store.save_job(&job).unwrap();
        let key = format!("rolecard:job:{}", job.id);
        let whole = (&shelf).get(&key).unwrap().unwrap();
        let cut = whole.chars().take(cut).collect::<String>();
        for broken in [raw, cut] {
            for key in [key.as_str(), "rolecard:index", "rolecard:draft"] {
                (&shelf).set(key, &broken).unwrap();
            }
            prop_assert!(store.list().is_ok());
            prop_assert!(store.load_job(&job.id).is_err());
            prop_assert!(store.load_draft().is_err());
        }
    }
}

#[test]
fn the_list_is_right_whatever_the_index_says() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let jobs: Vec<Job> = (0..4).map(|n| job(n, &format!("Job {n}"))).collect();
    for job in &jobs {
        store.save_job(job).unwrap();
    }
    let rows: Vec<ListRow> = jobs.iter().rev().map(ListRow::new).collect();
    let index = (&shelf).get("rolecard:index").unwrap().unwrap();
    let changes: [(&str, &dyn Fn()); 5] = [
        ("as saved", &|| {}),
        ("no index", &|| {
            (&shelf).remove("rolecard:index").unwrap();
        }),
        ("a broken index", &|| {
            let half = &index[..index.len() / 2];
            (&shelf).set("rolecard:index", half).unwrap();
        }),
        ("an index of another age", &|| {
            let newer = index.replace("\"v\":1", "\"v\":99");
            (&shelf).set("rolecard:index", &newer).unwrap();
        }),
        ("an index with a job too many and one out of date", &|| {
            let other = index.replace("Job 1", "Old name");
            (&shelf).set("rolecard:index", &other).unwrap();
            let mut changed = jobs[1].clone();
            changed.notes = Stamped::new("x".into(), Moment(5));
            store.save_job(&changed).unwrap();
            (&shelf).set("rolecard:index", &other).unwrap();
            store.save_job(&jobs[1]).unwrap();
        }),
    ];
    for (name, change) in changes {
        change();
        let listing = store.list().unwrap();
        assert_eq!(listing.rows, rows, "{name}");
        assert_eq!(listing.unreadable, [], "{name}");
        let writes = shelf.writes();
        assert_eq!(store.list().unwrap().rows, rows, "{name}");
        assert_eq!(shelf.writes(), writes, "{name}: the index was put right");
    }
}

/// What happened to a stored text.
type Breaking = fn(&str) -> String;

#[test]
fn a_broken_value_hurts_no_other_and_is_never_lost() {
    let jobs: Vec<Job> = (0..3).map(|n| job(n, &format!("Job {n}"))).collect();
    let kinds: [(&str, Breaking); 5] = [
        ("cut short", |raw| raw[..raw.len() / 2].to_string()),
        ("empty", |_| String::new()),
        ("another type", |_| "[1,2,3]".to_string()),
        ("other bytes", |raw| raw.replace("\"h\":", "\"\u{fffd}\":")),
        ("without history", |raw| {
            let (head, tail) = raw.split_once("\"h\":[").unwrap();
            let (_, tail) = tail.split_once("]]").unwrap();
            format!("{head}\"h\":[]{tail}")
        }),
    ];
    for (name, breaking) in kinds {
        for broken in &jobs {
            let shelf = MemoryShelf::new();
            let store = Store::new(&shelf);
            for job in &jobs {
                store.save_job(job).unwrap();
            }
            let key = format!("rolecard:job:{}", broken.id);
            let bad = breaking(&(&shelf).get(&key).unwrap().unwrap());
            (&shelf).set(&key, &bad).unwrap();

            let listing = store.list().unwrap();
            assert_eq!(listing.rows.len(), 2, "{name}");
            assert_eq!(listing.unreadable.len(), 1, "{name}");
            assert_eq!(listing.unreadable[0].key, key, "{name}");
            assert_eq!(
                store.load_job(&broken.id),
                Err(Trouble::Unreadable),
                "{name}"
            );
            for other in jobs.iter().filter(|other| other.id != broken.id) {
                assert_eq!(store.load_job(&other.id), Ok(Some(other.clone())), "{name}");
            }

            // Saving the job anew keeps what was there.
            store.save_job(broken).unwrap();
            assert_eq!(store.load_job(&broken.id), Ok(Some(broken.clone())));
            let kept = format!("rolecard:kept:job:{}", broken.id);
            assert_eq!((&shelf).get(&kept), Ok(Some(bad.clone())), "{name}");
            assert_eq!(store.list().unwrap().unreadable[0].key, kept, "{name}");

            // So does deleting it and taking that back.
            (&shelf).set(&key, &bad).unwrap();
            let deleted = store.delete_job(&broken.id).unwrap().unwrap();
            assert_eq!((&shelf).get(&key), Ok(None));
            store.restore(&deleted).unwrap();
            assert_eq!((&shelf).get(&key), Ok(Some(bad)), "{name}");
        }
    }
}

#[test]
fn what_a_newer_version_wrote_is_left_to_it() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let job = job(1, "Night porter");
    let key = format!("rolecard:job:{}", job.id);
    let newer = r#"{"v":2,"something":"else"}"#;
    for key in [key.as_str(), "rolecard:draft"] {
        (&shelf).set(key, newer).unwrap();
    }
    assert_eq!(store.load_job(&job.id), Err(Trouble::Newer));
    assert_eq!(store.save_job(&job), Err(Trouble::Newer));
    assert_eq!(store.save_draft(&draft("x")), Err(Trouble::Newer));
    assert_eq!(store.discard_draft(), Err(Trouble::Newer));
    assert_eq!(store.list().unwrap().unreadable[0].why, Trouble::Newer);
    for key in [key.as_str(), "rolecard:draft"] {
        assert_eq!((&shelf).get(key), Ok(Some(newer.to_string())));
    }
}

/// A session that writes in every way; gives what each step answered.
fn session(store: &Store<&MemoryShelf>) -> Vec<Result<(), Trouble>> {
    let (mut a, b) = (job(1, "Gardener"), job(2, "Florist"));
    let mut steps = vec![store.save_draft(&draft("Gardener")), store.save_job(&a)];
    steps.push(store.discard_draft());
    steps.push(store.save_job(&b));
    a.notes = Stamped::new("Called on Monday.".into(), Moment(1_795_228_900_000));
    steps.push(store.save_job(&a));
    steps.push(store.delete_job(&b.id).and_then(|deleted| match deleted {
        Some(deleted) => store.restore(&deleted),
        None => Ok(()),
    }));
    steps
}

fn jobs_of(shelf: &MemoryShelf) -> BTreeMap<String, String> {
    let mut all = shelf.all();
    all.retain(|key, _| key != "rolecard:index");
    all
}

#[test]
fn any_one_failing_write_costs_at_most_its_own_change() {
    let shelf = MemoryShelf::new();
    let whole = session(&Store::new(&shelf));
    assert!(whole.iter().all(Result::is_ok));
    let (writes, expected) = (shelf.writes(), jobs_of(&shelf));
    assert!(writes > 6);
    let mut told = 0;
    for n in 0..writes {
        for fault in [Fault::Full, Fault::Blocked, Fault::Other("odd".into())] {
            let shelf = MemoryShelf::new();
            let store = Store::new(&shelf);
            shelf.fail_write(n, fault.clone());
            let steps = session(&store);
            let failed: Vec<_> = steps.iter().filter_map(|s| s.as_ref().err()).collect();
            assert!(failed.len() <= 1, "write {n}: {failed:?}");
            // A write that failed unsaid was the index's, which costs nothing.
            if failed.is_empty() {
                assert_eq!(jobs_of(&shelf), expected, "write {n}");
            } else {
                assert_eq!(failed, [&Trouble::Shelf(fault)], "write {n}");
                told += 1;
            }
            let listing = store.list().unwrap();
            assert_eq!(listing.unreadable, [], "write {n}");
            for row in &listing.rows {
                let job = store.load_job(&row.id).unwrap().unwrap();
                assert_eq!(row, &ListRow::new(&job), "write {n}");
            }
        }
    }
    assert!(told >= 15);
}

#[test]
fn a_full_shelf_leaves_the_last_good_value() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut job = job(1, "Beekeeper");
    store.save_job(&job).unwrap();
    let before = shelf.all();
    for spare in [0, 1, 10, 40] {
        shelf.limit(shelf.used() + spare);
        job.notes = Stamped::new("z".repeat(200), Moment(9));
        assert_eq!(store.save_job(&job), Err(Trouble::Shelf(Fault::Full)));
        assert_eq!(
            store.save_draft(&draft(&"w".repeat(200))),
            Err(Trouble::Shelf(Fault::Full))
        );
        assert_eq!(shelf.all(), before);
    }
    // Room for the job but not for its row in the index: saved, listed, and read right.
    shelf.limit(shelf.used() + job.notes.value.len());
    store.save_job(&job).unwrap();
    assert_eq!(store.load_job(&job.id), Ok(Some(job.clone())));
    assert_eq!(store.list().unwrap().rows, [ListRow::new(&job)]);
}

#[test]
fn blocked_storage_is_said_and_nothing_else_happens() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let job = job(1, "Tiler");
    shelf.block(true);
    let blocked = || Trouble::Shelf(Fault::Blocked);
    assert_eq!(store.save_job(&job), Err(blocked()));
    assert_eq!(store.load_job(&job.id), Err(blocked()));
    assert_eq!(store.list(), Err(Fault::Blocked));
    assert_eq!(store.save_draft(&draft("x")), Err(blocked()));
    shelf.block(false);
    assert_eq!(shelf.all(), BTreeMap::new());
}

#[test]
fn keys_of_others_are_left_alone() {
    let shelf = MemoryShelf::new();
    let theirs = ["other:job:1", "job", "rolecardish", "ROLECARD:job:x"];
    for key in theirs {
        (&shelf).set(key, "theirs").unwrap();
    }
    let store = Store::new(&shelf);
    assert!(session(&store).iter().all(Result::is_ok));
    let listing = store.list().unwrap();
    assert_eq!((listing.rows.len(), listing.unreadable.len()), (2, 0));
    for row in &listing.rows {
        store.delete_job(&row.id).unwrap();
    }
    for key in theirs {
        assert_eq!((&shelf).get(key), Ok(Some("theirs".to_string())));
    }
    let ours = |key: &&String| !theirs.contains(&key.as_str());
    assert_eq!(
        shelf.all().keys().filter(ours).collect::<Vec<_>>(),
        ["rolecard:index"]
    );
}

#[test]
fn a_draft_is_kept_until_discarded() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    assert_eq!(store.load_draft(), Ok(None));
    let mut kept = draft("Opera singer, bass");
    kept.marks
        .ticks
        .set("Bass voice", Some(Tick::Have), Moment(4));
    store.save_draft(&kept).unwrap();
    assert_eq!(store.load_draft(), Ok(Some(kept)));
    store.discard_draft().unwrap();
    assert_eq!(store.load_draft(), Ok(None));
}
