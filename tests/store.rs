//! The store's promises, on a shelf in memory that fails as told: all comes back as saved, a broken
//! value hurts no other and is never lost, a failed write leaves the last good value, and a form once
//! published is read for ever.
#![cfg(not(target_arch = "wasm32"))]

#[path = "store/made.rs"]
mod made;

use std::collections::BTreeMap;

use made::{draft, full, job, kept, marked, values};
use proptest::prelude::*;
use rolecard::extract::Facts;
use rolecard::extract::Strength;
use rolecard::extract::pay::Pay;
use rolecard::job::{
    Correction, Dated, Day, Event, FactKind, Job, JobId, ListRow, LocalTime, Moment, Occasion,
    Reminder, Repeat, Round, RoundKind, Status, Suggestion, Tick, Value, What,
};
use rolecard::store::{Fault, MemoryShelf, Shelf, Store, TRASH_FOR, Trouble};

const LATER: Moment = Moment(1_795_300_000_000);

fn get(shelf: &MemoryShelf, key: &str) -> Option<String> {
    Shelf::get(&shelf, key).expect("can be reached")
}

fn set(shelf: &MemoryShelf, key: &str, raw: &str) {
    Shelf::set(&shelf, key, raw).expect("has room");
}

fn key_of(job: &Job) -> String {
    format!("rolecard:job:{}", job.id)
}

#[test]
fn every_kind_of_value_and_mark_comes_back() {
    assert_eq!(values().len(), FactKind::ALL.len());
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    for job in [job(1, "Plain"), marked(2), full(3)] {
        assert_eq!(store.save_job(&job), Ok(job.clone()));
        assert_eq!(store.load_job(&job.id), Ok(Some(job.clone())));
    }
    let mut plain = job(4, "Corrected throughout");
    for (kind, value) in values() {
        let correction = Correction::Is(value);
        assert!(plain.marks.corrections.set(kind, correction, Moment(3)));
    }
    store.save_job(&plain).unwrap();
    assert_eq!(store.load_job(&plain.id), Ok(Some(plain)));
}

#[test]
fn every_status_comes_back() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    for (n, status) in (1..).zip(Status::ALL) {
        let mut job = job(n, "Signaller");
        let mut event = job.history.all()[0].clone();
        event.what = What::Status(status);
        job.history.insert(event);
        store.save_job(&job).unwrap();
        assert_eq!(store.load_job(&job.id), Ok(Some(job.clone())));
        assert_eq!(store.row(&job.id), Ok(Some(ListRow::new(&job))));
    }
}

#[test]
fn events_and_reminders_come_back() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut job = job(1, "Organ builder");
    let at = |k: i64| Moment(job.created.0 + k);
    let day = Day::parse("2026-11-24").unwrap();
    let hour = LocalTime::at(day, 10, 30).unwrap();
    let round = Round {
        kind: RoundKind::Panel,
        people: "Ana, Bo".into(),
        place: "Loft".into(),
        minutes: Some(45),
    };
    let whats = [
        What::Round(round),
        What::Round(Round::default()),
        What::Contact,
        What::Remark,
        What::Status(Status::NoAnswer),
    ];
    let (later, last) = (at(90_000), at(95_000));
    for (n, what) in whats.into_iter().enumerate() {
        let local = if n % 2 == 0 {
            hour
        } else {
            LocalTime::day(day)
        };
        let on = Dated {
            local,
            offset: if n == 3 { -300 } else { 60 },
        };
        let mut event = Event::new(format!("e{n}"), later, on, what);
        if n == 1 {
            event.note = "moved by a day".into();
            event.changed = last;
        }
        job.history.insert(event);
    }
    for (n, repeat) in Repeat::ALL.into_iter().enumerate() {
        let due = if n == 0 { hour } else { LocalTime::day(day) };
        let mut reminder = Reminder::new(format!("r{n}"), later, due, "Tune it", repeat);
        match n {
            1 => reminder.snooze(hour, last),
            2 => reminder.finish(day, last),
            3 => reminder.done = true,
            _ => {}
        }
        job.reminders.insert(reminder);
    }
    let suggestion = Suggestion {
        occasion: Occasion::FollowUp,
        due: day,
    };
    job.reminders.answer(suggestion, last);
    job.reminders.stopped.set(true, last);
    store.save_job(&job).unwrap();
    assert_eq!(store.load_job(&job.id), Ok(Some(job)));
}

/// Puts the frozen `raw` under `key` and gives what a store makes of it.
fn of_frozen(key: &str, raw: &str) -> MemoryShelf {
    let shelf = MemoryShelf::new();
    set(&shelf, key, raw.trim_end());
    shelf
}

#[test]
fn version_1_is_read_for_ever() {
    let mut job = marked(1);
    // Version 1 knew the order of changed requirements, not when each was first changed.
    let edits: Vec<_> = job
        .marks
        .requirements
        .iter()
        .map(|(_, e)| e.clone())
        .collect();
    job.marks.requirements = rolecard::job::RequirementEdits::default();
    for (n, mut edit) in (0..).zip(edits) {
        edit.first = Moment(n);
        job.marks.requirements.insert(edit);
    }
    let shelf = of_frozen(&key_of(&job), include_str!("store/job-v1.json"));
    let store = Store::new(&shelf);
    let mut found = store.load_job(&job.id).unwrap().unwrap();
    found.reading.reader.clone_from(&job.reading.reader);
    assert_eq!(found, job);
    // What it becomes, once saved, is the frozen form of version 2.
    let backup = store.backup(Moment(0)).unwrap();
    let backup: serde_json::Value = serde_json::from_str(&backup).unwrap();
    let after: serde_json::Value =
        serde_json::from_str(include_str!("store/job-v1-after.json")).unwrap();
    assert_eq!(backup["jobs"][0], after);

    let mut kept = draft("Opera singer, bass");
    kept.marks = job.marks;
    let shelf = of_frozen("rolecard:draft", include_str!("store/draft-v1.json"));
    assert_eq!(Store::new(&shelf).load_draft(), Ok(Some(kept)));
    let before = of_frozen("rolecard:index", "{\"v\":1,\"j\":[]}");
    assert_eq!(Store::new(&before).list().unwrap().rows, []);
    assert_eq!(before.all(), BTreeMap::new());
}

#[test]
fn version_2_is_read_for_ever() {
    let job = full(1);
    let mut frozen = job.clone();
    frozen.reading.reader = "0.1.0".into();
    if std::env::var("ROLECARD_BLESS").is_ok() {
        // Only for a form that is not published yet.
        let shelf = MemoryShelf::new();
        Store::new(&shelf).save_job(&frozen).unwrap();
        let raw = get(&shelf, &key_of(&job)).unwrap();
        std::fs::write("tests/store/job-v2.json", raw + "\n").unwrap();
    }
    let shelf = of_frozen(&key_of(&job), include_str!("store/job-v2.json"));
    assert_eq!(Store::new(&shelf).load_job(&job.id), Ok(Some(frozen)));

    let mut kept = draft("Opera singer, bass");
    kept.marks = job.marks;
    let shelf = of_frozen("rolecard:draft", include_str!("store/draft-v2.json"));
    assert_eq!(Store::new(&shelf).load_draft(), Ok(Some(kept.clone())));
    // And is what is written now.
    Store::new(&shelf).save_draft(&kept).unwrap();
    let written = get(&shelf, "rolecard:draft").unwrap();
    assert_eq!(written, include_str!("store/draft-v2.json").trim_end());
}

#[test]
fn what_was_added_to_version_2_is_read_for_ever() {
    let mut job = kept(1);
    job.reading.reader = "0.1.0".into();
    if std::env::var("ROLECARD_BLESS").is_ok() {
        // Only for a form that is not published yet.
        let shelf = MemoryShelf::new();
        Store::new(&shelf).save_job(&job).unwrap();
        let raw = get(&shelf, &key_of(&job)).unwrap();
        std::fs::write("tests/store/job-v2-kept.json", raw + "\n").unwrap();
    }
    let shelf = of_frozen(&key_of(&job), include_str!("store/job-v2-kept.json"));
    assert_eq!(Store::new(&shelf).load_job(&job.id), Ok(Some(job)));
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
        at in 1..4_000_000_000_000_i64,
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
        let title = Correction::Is(Value::Text(words.clone()));
        marks.corrections.set(FactKind::Title, title, Moment(at));
        marks.corrections.set(FactKind::Pay, Correction::Is(Value::Pay(pay)), Moment(at));
        marks.corrections.set(FactKind::Experience, Correction::Is(Value::Years(years)), Moment(at));
        store.save_draft(&draft).unwrap();
        prop_assert_eq!(store.load_draft(), Ok(Some(draft.clone())));

        let mut job = Job::new(draft, JobId::new(Moment(at), 7), &Facts::default(), Moment(at), 0);
        job.notes.set(notes, Moment(at));
        job.tags.set(&words, true, Moment(at));
        store.save_job(&job).unwrap();
        prop_assert_eq!(store.load_job(&job.id), Ok(Some(job.clone())));
        prop_assert_eq!(store.source(&job.id), Some(source));
        // Once from the index, once from the job itself.
        prop_assert_eq!(store.list().unwrap().rows, vec![ListRow::new(&job)]);
        for key in (&&shelf).keys("rolecard:index").unwrap() {
            (&shelf).remove(&key).unwrap();
        }
        prop_assert_eq!(store.list().unwrap().rows, vec![ListRow::new(&job)]);
    }

    #[test]
    fn no_stored_text_stops_anything(raw in any::<String>(), cut in 0..400_usize) {
        let job = marked(1);
        for (n, broken) in [Some(raw), None].into_iter().enumerate() {
            let shelf = MemoryShelf::new();
            let store = Store::new(&shelf);
            store.save_job(&job).unwrap();
            store.save_draft(&draft("x")).unwrap();
            let whole = get(&shelf, &key_of(&job)).unwrap();
            let cut = cut % whole.chars().count();
            let broken = broken.unwrap_or_else(|| whole.chars().take(cut).collect());
            for key in shelf.all().keys() {
                set(&shelf, key, &broken);
            }
            prop_assert!(store.load_job(&job.id).is_err());
            prop_assert!(store.load_draft().is_err());
            let listing = store.list().unwrap();
            prop_assert!(listing.rows.is_empty(), "{n}");
            prop_assert!(shelf.all().values().any(|kept| *kept == broken));
        }
    }
}

#[test]
fn the_list_is_right_whatever_the_index_says() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let jobs: Vec<Job> = (0..40).map(|n| job(n, &format!("Job {n}"))).collect();
    for job in &jobs {
        store.save_job(job).unwrap();
    }
    let rows: Vec<ListRow> = jobs.iter().rev().map(ListRow::new).collect();
    let parts = (&&shelf).keys("rolecard:index:").unwrap();
    assert!(parts.len() > 8, "the index is in parts");
    let each = |change: &dyn Fn(String) -> String| {
        for part in &parts {
            let raw = get(&shelf, part).unwrap_or_default();
            set(&shelf, part, &change(raw));
        }
    };
    let changes: [(&str, &dyn Fn()); 6] = [
        ("as saved", &|| {}),
        ("no index", &|| {
            for part in &parts {
                (&shelf).remove(part).unwrap();
            }
        }),
        ("a broken index", &|| {
            each(&|raw| raw[..raw.len() / 2].to_string());
        }),
        ("an index of another age", &|| {
            each(&|raw| raw.replace("\"v\":2", "\"v\":1"));
        }),
        ("an index of other jobs", &|| {
            each(&|raw| raw.replace("0000\"", "zzzz\""));
        }),
        ("an index out of date", &|| {
            let old: Vec<_> = parts
                .iter()
                .map(|part| get(&shelf, part).unwrap())
                .collect();
            for job in &jobs {
                set(&shelf, &key_of(job), &old_form(job));
            }
            store.list().unwrap();
            for job in &jobs {
                (&shelf).remove(&key_of(job)).unwrap();
                store.save_job(job).unwrap();
            }
            for (part, old) in parts.iter().zip(old) {
                set(&shelf, part, &old.replace("Job 1", "Old name"));
            }
            // A row is used only where its check is its job's.
            each(&|raw| raw.replace(",17", ",18"));
        }),
    ];
    for (name, change) in changes {
        change();
        let listing = store.list().unwrap();
        assert_eq!(listing.unreadable, [], "{name}");
        let ids: Vec<_> = listing.rows.iter().map(|row| &row.id).collect();
        assert_eq!(
            ids,
            rows.iter().map(|row| &row.id).collect::<Vec<_>>(),
            "{name}"
        );
        if name != "an index out of date" {
            assert_eq!(listing.rows, rows, "{name}");
        }
        let writes = shelf.writes();
        store.list().unwrap();
        assert_eq!(shelf.writes(), writes, "{name}: the index was put right");
    }
}

/// A job as version 1 wrote it, less its facts.
fn old_form(job: &Job) -> String {
    let (source, at) = (&job.source, job.created.0);
    let json = serde_json::json!({
        "v": 1, "s": source, "d": 20_777, "n": ["", at], "h": [[at, "s"]], "r": "0.0.1", "f": {},
    });
    json.to_string()
}

/// What happened to a stored text.
type Breaking = fn(&str) -> String;

const BREAKINGS: [(&str, Breaking); 6] = [
    ("cut short", |raw| {
        let half = raw.chars().count() / 2;
        raw.chars().take(half).collect()
    }),
    ("empty", |_| String::new()),
    ("another type", |_| "[1,2,3]".to_string()),
    ("without what it needs", |_| "{\"v\":2}".to_string()),
    ("of no version", |raw| raw.replace("\"v\"", "\"w\"")),
    ("one character is another", |raw| {
        let middle = raw.chars().count() / 2;
        let one = |(at, c)| if at == middle { '\u{4e00}' } else { c };
        raw.chars().enumerate().map(one).collect()
    }),
];

#[test]
fn a_broken_value_hurts_no_other_and_is_never_lost() {
    let jobs: Vec<Job> = (0..3).map(|n| job(n, &format!("Job {n}"))).collect();
    for (name, breaking) in BREAKINGS {
        for broken in &jobs {
            let shelf = MemoryShelf::new();
            let store = Store::new(&shelf);
            for job in &jobs {
                store.save_job(job).unwrap();
            }
            let whole = get(&shelf, &key_of(broken)).unwrap();
            let bad = breaking(&whole);
            assert_ne!(bad, whole, "{name}");
            set(&shelf, &key_of(broken), &bad);
            let said = store.load_job(&broken.id);
            assert_eq!(said, Err(Trouble::Unreadable), "{name}");

            // The list moves it out of the way, whole.
            let kept = format!("rolecard:kept:job:{}", broken.id);
            let listing = store.list().unwrap();
            assert_eq!(listing.rows.len(), 2, "{name}");
            assert_eq!(listing.unreadable.len(), 1, "{name}");
            assert_eq!(listing.unreadable[0].key, kept, "{name}");
            assert_eq!(get(&shelf, &kept), Some(bad.clone()), "{name}");
            assert_eq!(store.raw(&kept), Ok(Some(bad.clone())), "{name}");
            for other in jobs.iter().filter(|other| other.id != broken.id) {
                assert_eq!(store.load_job(&other.id), Ok(Some(other.clone())), "{name}");
            }
            assert_eq!(store.retry(&kept), Ok(false), "{name}");

            // Saving the job anew, and breaking it anew, loses neither.
            store.save_job(broken).unwrap();
            set(&shelf, &key_of(broken), "other");
            store.save_job(broken).unwrap();
            assert_eq!(store.load_job(&broken.id), Ok(Some(broken.clone())));
            assert_eq!(get(&shelf, &kept), Some(bad), "{name}");
            let second = format!("{kept}:1");
            assert_eq!(get(&shelf, &second), Some("other".into()), "{name}");

            // What can be read again comes back, together with what was saved meanwhile.
            let mut changed = broken.clone();
            changed.notes.set("meanwhile".into(), LATER);
            store.save_job(&changed).unwrap();
            set(&shelf, &second, &whole);
            assert_eq!(store.retry(&second), Ok(true), "{name}");
            assert_eq!(get(&shelf, &second), None, "{name}");
            assert_eq!(store.load_job(&broken.id), Ok(Some(changed)), "{name}");
            store.discard_kept(&kept).unwrap();
            assert_eq!(store.list().unwrap().unreadable, [], "{name}");
        }
    }
}

#[test]
fn any_one_broken_key_costs_no_other() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let jobs: Vec<Job> = (0..6).map(full_or_plain).collect();
    for job in &jobs {
        store.save_job(job).unwrap();
    }
    store.delete_job(&jobs[5].id, LATER).unwrap();
    store.save_draft(&draft("Choir master")).unwrap();
    let stored = shelf.all();
    assert!(stored.len() > 10);
    for key in stored.keys() {
        for (name, breaking) in BREAKINGS {
            let shelf = MemoryShelf::new();
            for (key, raw) in &stored {
                set(&shelf, key, raw);
            }
            let bad = breaking(&stored[key]);
            set(&shelf, key, &bad);
            let store = Store::new(&shelf);
            let listing = store.list().unwrap();
            let is_job = u32::from(key.starts_with("rolecard:job:"));
            let readable = listing.rows.len() + listing.trash.len();
            assert_eq!(readable, jobs.len() - is_job as usize, "{key} {name}");
            assert_eq!(listing.unreadable.len(), is_job as usize, "{key} {name}");
            for job in jobs.iter().filter(|job| key_of(job) != *key) {
                assert!(store.load_job(&job.id).unwrap().is_some(), "{key} {name}");
            }
            if !key.starts_with("rolecard:index") {
                assert!(shelf.all().values().any(|raw| *raw == bad), "{key} {name}");
            }
        }
    }
}

fn full_or_plain(n: u32) -> Job {
    let mut job = if n.is_multiple_of(2) {
        full(n)
    } else {
        job(n, "Plain")
    };
    job.deleted = rolecard::job::Stamped::default();
    job
}

#[test]
fn where_a_newer_version_wrote_nothing_is_written() {
    let old = job(1, "Night porter");
    let newer = r#"{"v":3,"something":"else"}"#;
    let cases = [
        ("the job", key_of(&old), newer),
        ("the schema", "rolecard:schema".to_string(), "3"),
    ];
    for (name, key, raw) in cases {
        let shelf = MemoryShelf::new();
        let store = Store::new(&shelf);
        let other = job(2, "Day porter");
        store.save_job(&other).unwrap();
        store.save_draft(&draft("y")).unwrap();
        set(&shelf, &key, raw);
        let before = shelf.all();
        assert_eq!(store.save_job(&old), Err(Trouble::Newer), "{name}");
        let listing = store.list().unwrap();
        assert!(listing.is_newer, "{name}");
        assert_eq!(listing.rows.len(), 1, "{name}: what can be read is shown");
        if key == "rolecard:schema" {
            assert_eq!(store.save_draft(&draft("x")), Err(Trouble::Newer));
            assert_eq!(store.discard_draft(), Err(Trouble::Newer));
            assert_eq!(store.delete_job(&other.id, LATER), Err(Trouble::Newer));
        } else {
            assert_eq!(store.load_job(&old.id), Err(Trouble::Newer));
            assert_eq!(listing.unreadable[0].why, Trouble::Newer);
        }
        assert_eq!(shelf.all(), before, "{name}");
    }
    let shelf = MemoryShelf::new();
    set(&shelf, "rolecard:draft", newer);
    assert_eq!(
        Store::new(&shelf).save_draft(&draft("x")),
        Err(Trouble::Newer)
    );
    assert_eq!(get(&shelf, "rolecard:draft").as_deref(), Some(newer));
}

/// A session that writes in every way; gives what each step answered.
fn session(store: &Store<&MemoryShelf>) -> Vec<(&'static str, Result<(), Trouble>)> {
    let (mut a, b, c) = (job(1, "Gardener"), job(2, "Florist"), full_or_plain(4));
    let mut steps = vec![
        ("draft", store.save_draft(&draft("Gardener"))),
        ("a", store.save_job(&a).map(drop)),
        ("discard", store.discard_draft()),
        ("b", store.save_job(&b).map(drop)),
        ("c", store.save_job(&c).map(drop)),
    ];
    a.notes.set("Called on Monday.".into(), LATER);
    steps.push(("a again", store.save_job(&a).map(drop)));
    steps.push(("b deleted", store.delete_job(&b.id, LATER)));
    steps.push(("c deleted", store.delete_job(&c.id, LATER)));
    steps.push(("b back", store.restore_job(&b.id, Moment(LATER.0 + 1))));
    let trash = store
        .list()
        .map(|listing| listing.trash)
        .unwrap_or_default();
    let emptied = store.empty_trash(&trash, LATER, true);
    steps.push(("trash", emptied.map(drop)));
    let mut settings = store.load_settings("prefs").unwrap_or_default();
    settings.set("theme", "dark", LATER);
    steps.push(("settings", store.save_settings("prefs", &settings)));
    steps
}

#[test]
fn any_one_failing_write_costs_at_most_its_own_change() {
    let shelf = MemoryShelf::new();
    let whole = session(&Store::new(&shelf));
    assert!(whole.iter().all(|(_, done)| done.is_ok()), "{whole:?}");
    let writes = shelf.writes();
    assert!(writes > 20);
    let mut told = 0;
    for n in 0..writes {
        for fault in [
            Fault::Full,
            Fault::Blocked,
            Fault::Other(Some("odd".into())),
        ] {
            let shelf = MemoryShelf::new();
            let store = Store::new(&shelf);
            shelf.fail_write(n, fault.clone());
            let steps = session(&store);
            let failed: Vec<_> = steps.iter().filter(|(_, done)| done.is_err()).collect();
            assert!(failed.len() <= 1, "write {n}: {failed:?}");
            for (_, done) in &failed {
                assert_eq!(done, &Err(Trouble::Shelf(fault.clone())), "write {n}");
                told += 1;
            }
            let failed = failed.first().map_or("none", |(name, _)| name);
            let listing = store.list().unwrap();
            assert_eq!(listing.unreadable, [], "write {n}");
            // Every job is as the session left it, but for the step that failed.
            let a = store.load_job(&job(1, "").id).unwrap();
            let b = store.load_job(&job(2, "").id).unwrap();
            let c = store.load_job(&full(4).id).unwrap();
            let notes = a.as_ref().map(|job| job.notes.value.as_str());
            match failed {
                "a again" => assert_eq!(notes, Some("")),
                // Saving it again, with its notes, saved all of it.
                _ => assert_eq!(notes, Some("Called on Monday."), "write {n}, {failed}"),
            }
            let in_trash = b.as_ref().map(|job| job.in_trash().is_some());
            // What could not be brought back was in the trash when that was emptied.
            let expected = (!["b", "b back"].contains(&failed)).then_some(false);
            assert_eq!(in_trash, expected, "write {n}, {failed}");
            let there = ["c deleted", "trash"].contains(&failed);
            assert_eq!(c.is_some(), there, "write {n}, {failed}");
            let settings = store.load_settings("prefs").unwrap();
            let theme = (failed != "settings").then_some("dark");
            assert_eq!(settings.get("theme"), theme, "write {n}");
            for row in listing.rows.iter().chain(&listing.trash) {
                let job = store.load_job(&row.id).unwrap().unwrap();
                assert_eq!(row, &ListRow::new(&job), "write {n}");
            }
        }
    }
    assert!(told >= 27, "{told}");
}

#[test]
fn a_full_shelf_leaves_the_last_good_value() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut job = job(1, "Beekeeper");
    store.save_job(&job).unwrap();
    let before = shelf.all();
    let long: String = ('!'..'~').cycle().step_by(7).take(900).collect();
    for spare in [0, 1, 10, 40] {
        shelf.limit(shelf.used() + spare);
        job.notes.set(long.clone(), LATER);
        assert_eq!(store.save_job(&job), Err(Trouble::Shelf(Fault::Full)));
        let draft = draft(&"w".repeat(200));
        assert_eq!(store.save_draft(&draft), Err(Trouble::Shelf(Fault::Full)));
        assert_eq!(shelf.all(), before);
    }
    // Once there is room, the same saves.
    shelf.limit(usize::MAX);
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
        set(&shelf, key, "theirs");
    }
    let store = Store::new(&shelf);
    assert!(session(&store).iter().all(|(_, done)| done.is_ok()));
    let listing = store.list().unwrap();
    assert_eq!((listing.rows.len(), listing.unreadable.len()), (2, 0));
    let backup = store.backup(LATER).unwrap();
    assert!(!backup.contains("theirs"));
    for key in theirs {
        assert_eq!(get(&shelf, key).as_deref(), Some("theirs"));
    }
}

#[test]
fn the_trash_keeps_for_thirty_days() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let (kept, deleted) = (job(1, "Kept"), job(2, "Deleted"));
    for job in [&kept, &deleted] {
        store.save_job(job).unwrap();
    }
    store.delete_job(&deleted.id, LATER).unwrap();
    let listing = store.list().unwrap();
    assert_eq!((listing.rows.len(), listing.trash.len()), (1, 1));
    let in_time = Moment(LATER.0 + TRASH_FOR);
    assert_eq!(store.empty_trash(&listing.trash, in_time, false), Ok(0));

    // Restored and deleted anew, it counts anew; what changed in another copy later is no trash.
    store.restore_job(&deleted.id, Moment(LATER.0 + 5)).unwrap();
    assert_eq!(store.list().unwrap().rows.len(), 2);
    store.delete_job(&deleted.id, Moment(LATER.0 + 9)).unwrap();
    assert_eq!(store.empty_trash(&listing.trash, in_time, true), Ok(0));
    let trash = store.list().unwrap().trash;
    let after = Moment(LATER.0 + 10 + TRASH_FOR);
    assert_eq!(store.empty_trash(&trash, after, false), Ok(1));
    assert_eq!(store.load_job(&deleted.id), Ok(None));
    assert_eq!(store.list().unwrap().rows, [ListRow::new(&kept)]);

    // An old copy does not bring it back, one changed later does.
    store.save_job(&deleted).unwrap();
    assert_eq!(store.list().unwrap().trash.len(), 1);
    let mut changed = deleted.clone();
    changed.notes.set("They called after all.".into(), after);
    store.save_job(&changed).unwrap();
    assert_eq!(store.list().unwrap().rows.len(), 2);
    let found = store.load_job(&deleted.id).unwrap().unwrap();
    assert_eq!(found.notes, changed.notes);
}

#[test]
fn what_is_stored_already_is_not_written_again() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut job = full_or_plain(4);
    store.save_job(&job).unwrap();
    let writes = shelf.writes();
    store.save_job(&job).unwrap();
    assert_eq!(shelf.writes(), writes);
    job.starred.set(false, LATER);
    store.save_job(&job).unwrap();
    // The job, its part of the index, and the count of changes.
    assert_eq!(shelf.writes(), writes + 3);
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

#[test]
fn a_backup_is_called_for_after_many_changes_or_a_long_time() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    store.begin_upkeep(LATER);
    let day = |n: i64| Moment(LATER.0 + n * 86_400_000);
    assert!(!store.upkeep().is_due(day(90)), "nothing changed");
    let mut job = job(1, "Painter");
    let mut save = |n: i64| {
        job.notes.set(format!("{n}"), Moment(LATER.0 + n));
        store.save_job(&job).unwrap();
    };
    (0..19).for_each(&mut save);
    assert!(!store.upkeep().is_due(day(1)));
    assert!(store.upkeep().is_due(day(15)), "a long time");
    save(20);
    assert!(store.upkeep().is_due(day(1)), "many changes");
    store.dismiss_backup(day(1));
    assert!(!store.upkeep().is_due(day(2)));
    save(21);
    assert!(!store.upkeep().is_due(day(14)));
    assert!(store.upkeep().is_due(day(16)));
    store.note_backup(day(16));
    assert_eq!(store.upkeep().backup, Some(day(16)));
    assert!(!store.upkeep().is_due(day(40)));
}
