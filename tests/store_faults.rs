//! What goes wrong costs only itself: a value that cannot be read hurts no other and is never lost, a
//! write that fails leaves the last good value, and what a newer version or another page of the origin
//! wrote is left alone.
#![cfg(not(target_arch = "wasm32"))]

#[path = "store/made.rs"]
#[allow(dead_code)] // each test file uses some of them
mod made;

use std::collections::BTreeMap;

use made::{draft, full, full_or_plain, get, job, key_of, set};
use rolecard::job::{Job, ListRow, Moment};
use rolecard::store::{Fault, MemoryShelf, Store, Trouble};

const LATER: Moment = Moment(1_795_300_000_000);

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
