//! The localStorage shelf in a real browser: what is written is there, what is not ours stays, and a
//! full storage is said as such and keeps the last good value.
#![cfg(target_arch = "wasm32")]

use rolecard::extract::Facts;
use rolecard::job::{Day, Draft, Job, JobId, ListRow, Marks, Moment};
use rolecard::store::{Fault, LocalShelf, Shelf, Store, Trouble};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The browser's storage without our keys; others' stay for the tests to find.
fn fresh() -> web_sys::Storage {
    for key in LocalShelf.keys("rolecard:").expect("there is a storage") {
        LocalShelf.remove(&key).expect("can be removed");
    }
    let window = web_sys::window().expect("a browser has a window");
    let storage = window.local_storage();
    storage.ok().flatten().expect("there is a storage")
}

fn draft(source: &str) -> Draft {
    Draft {
        source: source.to_string(),
        read_on: Day::from_number(20_777),
        marks: Marks::default(),
    }
}

fn job(n: u32, source: &str) -> Job {
    let now = Moment(1_795_228_800_000 + i64::from(n));
    Job::new(draft(source), JobId::new(now, n), &Facts::default(), now, 0)
}

#[wasm_bindgen_test]
fn jobs_and_draft_come_back() {
    let storage = fresh();
    storage.set_item("theirs", "kept").expect("has room");
    let store = Store::new(LocalShelf);
    let jobs = [job(1, "Gärtnerin 🌱"), job(2, "Tram driver\n• nights")];
    for job in &jobs {
        assert_eq!(store.save_job(job).as_ref(), Ok(job));
    }
    store.save_draft(&draft("a draft")).expect("has room");

    let again = Store::new(LocalShelf);
    for job in &jobs {
        assert_eq!(again.load_job(&job.id), Ok(Some(job.clone())));
    }
    let rows: Vec<ListRow> = jobs.iter().rev().map(ListRow::new).collect();
    assert_eq!(again.list().map(|listing| listing.rows), Ok(rows));
    assert_eq!(again.load_draft(), Ok(Some(draft("a draft"))));

    let now = |n: i64| Moment(1_795_300_000_000 + n);
    again.delete_job(&jobs[0].id, now(0)).expect("has room");
    assert_eq!(again.list().map(|listing| listing.trash.len()), Ok(1));
    again.restore_job(&jobs[0].id, now(1)).expect("has room");
    assert_eq!(again.list().map(|listing| listing.rows.len()), Ok(2));
    assert!(again.used().expect("there is a storage") > 300);
    assert_eq!(storage.get_item("theirs"), Ok(Some("kept".to_string())));
    fresh();
}

#[wasm_bindgen_test]
fn a_full_storage_keeps_the_last_good_value() {
    fresh();
    let store = Store::new(LocalShelf);
    let mut job = job(1, "Stage hand");
    store.save_job(&job).expect("has room");
    let before = job.clone();

    let mut block = "x".repeat(1 << 20);
    let mut n = 0;
    while block.len() > 64 {
        match LocalShelf.set(&format!("rolecard:filler:{n}"), &block) {
            Ok(()) => n += 1,
            Err(fault) => {
                assert_eq!(fault, Fault::Full);
                block.truncate(block.len() / 2);
            }
        }
    }
    let noise = (0..4_000_u32).filter_map(|n| char::from_u32(33 + n * n * 7 % 9_000));
    job.notes.set(noise.collect(), Moment(1_795_300_000_000));
    assert_eq!(store.save_job(&job), Err(Trouble::Shelf(Fault::Full)));
    assert_eq!(store.load_job(&job.id), Ok(Some(before)));

    for n in 0..n {
        let key = format!("rolecard:filler:{n}");
        LocalShelf.remove(&key).expect("can be removed");
    }
    assert_eq!(store.save_job(&job), Ok(job.clone()));
    assert_eq!(store.load_job(&job.id), Ok(Some(job)));
    fresh();
}

#[wasm_bindgen_test]
fn keys_are_those_of_the_prefix() {
    fresh();
    for key in ["rolecard:a", "rolecard:b", "rolecardish"] {
        LocalShelf.set(key, "1").expect("has room");
    }
    let mut keys = LocalShelf.keys("rolecard:").expect("there is a storage");
    keys.sort();
    assert_eq!(keys, ["rolecard:a", "rolecard:b"]);
    LocalShelf.remove("rolecardish").expect("can be removed");
    fresh();
}
