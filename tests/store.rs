//! The store's promises where all goes well: all comes back as saved, the list is right whatever the index
//! says, the trash keeps as long as it says, and a form once published is read for ever.
#![cfg(not(target_arch = "wasm32"))]

#[path = "store/made.rs"]
#[allow(dead_code)] // each test file uses some of them
mod made;

use std::collections::BTreeMap;

use made::{draft, full, full_or_plain, get, job, kept, key_of, marked, set, values};
use proptest::prelude::*;
use rolecard::extract::Facts;
use rolecard::extract::Strength;
use rolecard::extract::date::{Date, When};
use rolecard::extract::pay::Pay;
use rolecard::job::{
    Correction, Dated, Day, Event, FactKind, Job, JobId, ListRow, LocalTime, Moment, Occasion,
    Reminder, Repeat, Round, RoundKind, Status, Suggestion, Tick, Value, What,
};
use rolecard::store::{MemoryShelf, Shelf, Store, TRASH_FOR};

const LATER: Moment = Moment(1_795_300_000_000);

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
    let yearless = When::Yearless(Date {
        year: 0,
        time: Some((12, 0)),
        ..Day::parse("2026-12-14").unwrap().to_date()
    });
    let correction = Correction::Is(Value::When(yearless));
    let deadline = FactKind::Deadline;
    assert!(plain.marks.corrections.set(deadline, correction, Moment(4)));
    store.save_job(&plain).unwrap();
    let row = ListRow::new(&plain);
    assert_eq!(row.closes(), Day::parse("2026-12-14"));
    assert_eq!(store.row(&plain.id), Ok(Some(row)));
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
