//! Copies of a job put together: in whatever order and however often, all end up the same, and nothing
//! said later than all else is lost. Two tabs and two devices keep in step by it.
#![cfg(not(target_arch = "wasm32"))]

#[path = "store/made.rs"]
#[allow(dead_code)] // each test file uses some of them
mod made;

use made::job;
use proptest::prelude::*;
use rolecard::extract::Strength;
use rolecard::job::{
    Carried, Correction, Dated, Event, FactKind, Job, Moment, Slip, SlipKind, Status, Term, Tick,
    Value, What,
};
use rolecard::store::{MemoryShelf, Store, merged, read_backup};

/// A change to a job: which, with what, when.
type Change = (usize, usize, i64);

fn change(job: &mut Job, (which, what, when): &Change) {
    let now = Moment(job.created.0 + when);
    let words = ["Own boots", "Night watches", "Knots, splices"][what % 3];
    match which {
        0 => job.notes.set(words.repeat(what % 4), now),
        1 => job.starred.set(what % 2 == 0, now),
        2 => job.archived.set(what % 2 == 0, now),
        3 => job.delete(now),
        4 => job.restore(now),
        5 => job.tags.set(words, what % 2 == 0, now),
        6 => job.marks.ticks.press(words, Tick::ALL[what % 3], now),
        7 => {
            let correction = match what % 3 {
                0 => Correction::NotStated,
                1 => Correction::AsRead,
                _ => Correction::Is(Value::Text(words.into())),
            };
            let kind = [FactKind::Title, FactKind::Company][what % 2];
            job.marks.corrections.set(kind, correction, now);
        }
        8 => {
            let on = |_: &_| what % 2 == 0;
            job.marks.requirements.add(words, Strength::Nice, on, now);
        }
        9 => job
            .marks
            .requirements
            .set_removed(words, what % 2 == 0, now),
        10 => {
            let status = What::Status(Status::ALL[what % 12]);
            let event = Event::new(format!("e{}", what % 4), now, Dated::of(now, 0), status);
            job.history.insert(event);
        }
        11 => {
            job.reading.reader = format!("0.{what}.0");
            job.reading.facts = vec![(FactKind::Title, Value::Text(words.into()))];
        }
        12 => {
            let kind = SlipKind::ALL[what % 3];
            let mut slip = Slip::new(format!("s{}", what % 4), kind, &[words.into()], now);
            slip.removed = what % 5 == 0;
            job.dossier.insert(slip);
        }
        13 => {
            let value = (what % 4 > 0).then(|| Value::Text(words.into()));
            let term = [Term::Bonus, Term::Leave][what % 2];
            job.dossier.set_term(term, value, now);
        }
        14 => job.dossier.set_proof(words, &words.repeat(what % 3), now),
        _ => {
            let name = format!("later:{}", what % 2);
            job.carried.retain(|carried| carried.name != name);
            let raw = format!("[{what}]");
            job.carried.push(Carried { name, at: now, raw });
            job.carried.sort_by(|a, b| a.name.cmp(&b.name));
        }
    }
}

fn copy() -> impl Strategy<Value = Job> {
    // Few moments, so that two often say something at once.
    let changes = prop::collection::vec((0..16_usize, 0..12_usize, 1..20_i64), 0..12);
    changes.prop_map(|changes| {
        let mut job = job(1, "Rigger");
        for one in &changes {
            change(&mut job, one);
        }
        job
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_order_of_copies_makes_no_difference(a in copy(), b in copy(), c in copy()) {
        let ab = merged(&a, &b);
        prop_assert_eq!(&ab, &merged(&b, &a), "commutative");
        prop_assert_eq!(merged(&ab, &c), merged(&a, &merged(&b, &c)), "associative");
        prop_assert_eq!(&merged(&a, &a), &merged(&merged(&a, &a), &a), "idempotent");
        prop_assert_eq!(&merged(&ab, &a), &ab, "said already");
        prop_assert_eq!(&merged(&b, &ab), &ab, "said already");
    }

    #[test]
    fn nothing_said_last_is_lost(a in copy(), b in copy(), last in (0..16_usize, 0..12_usize)) {
        // What the reader found is nobody's word: of two readings the newer reader's holds.
        prop_assume!(last.0 != 11);
        let mut c = merged(&a, &b);
        change(&mut c, &(last.0, last.1, 1_000));
        for other in [&a, &b] {
            let found = merged(other, &c);
            // All that is stored of it is what was said last.
            prop_assert_eq!(&found, &merged(&c, &c));
        }
    }

    #[test]
    fn devices_that_exchange_backups_end_up_alike(
        first in prop::collection::vec(copy(), 1..3),
        second in prop::collection::vec(copy(), 1..3),
    ) {
        let (here, there) = (MemoryShelf::new(), MemoryShelf::new());
        let stores = [Store::new(&here), Store::new(&there)];
        for (store, copies) in stores.iter().zip([&first, &second]) {
            for job in copies {
                store.save_job(job).unwrap();
            }
        }
        let id = first[0].id.clone();
        for (from, to) in [(0, 1), (1, 0)] {
            let file = stores[from].backup(Moment(0)).unwrap();
            let backup = read_backup(file.as_bytes()).unwrap();
            stores[to].import(&backup).unwrap();
            prop_assert!(stores[to].plan(&backup).unwrap().is_empty(), "once is enough");
        }
        prop_assert_eq!(stores[0].load_job(&id), stores[1].load_job(&id));
    }
}

#[test]
fn edits_of_two_tabs_both_survive() {
    let shelf = MemoryShelf::new();
    let (one, two) = (Store::new(&shelf), Store::new(&shelf));
    let job = one.save_job(&job(1, "Rigger")).unwrap();
    let now = |n: i64| Moment(job.created.0 + n);
    let (mut a, mut b) = (job.clone(), job.clone());
    a.notes.set("Pay is by the day.".into(), now(10));
    b.marks.ticks.set("Knots", Some(Tick::Have), now(5));
    b.starred.set(true, now(5));
    one.save_job(&a).unwrap();
    let both = two.save_job(&b).unwrap();
    assert_eq!(both.notes, a.notes);
    assert_eq!((both.marks, both.starred), (b.marks, b.starred));
    assert_eq!(one.load_job(&job.id).unwrap().unwrap().notes, a.notes);
}

#[test]
fn a_deletion_wins_over_older_edits_and_loses_to_newer_ones() {
    for (edited, in_trash) in [(5, true), (15, false)] {
        let shelf = MemoryShelf::new();
        let store = Store::new(&shelf);
        let job = store.save_job(&job(1, "Rigger")).unwrap();
        let now = |n: i64| Moment(job.created.0 + n);
        let mut edit = job.clone();
        edit.notes.set("They want me.".into(), now(edited));
        store.delete_job(&job.id, now(10)).unwrap();
        let found = store.save_job(&edit).unwrap();
        assert_eq!(found.in_trash().is_some(), in_trash, "{edited}");
        assert_eq!(
            found.notes, edit.notes,
            "the edit is not lost in the trash either"
        );
    }
}

#[test]
fn an_edit_is_later_than_what_it_replaces_whatever_the_clocks_say() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut ahead = job(1, "Rigger");
    let next_year = Moment(ahead.created.0 + 31_536_000_000);
    ahead
        .notes
        .set("from a device whose clock is ahead".into(), next_year);
    ahead.marks.ticks.set("Knots", Some(Tick::Gap), next_year);
    let mut job = store.save_job(&ahead).unwrap();
    let now = Moment(job.created.0 + 60_000);
    job.notes.set("corrected here".into(), now);
    job.marks.ticks.set("Knots", Some(Tick::Have), now);
    let saved = store.save_job(&job).unwrap();
    assert_eq!(saved, job);
    assert_eq!(saved.notes.value, "corrected here");
}

#[test]
fn a_newer_readers_facts_are_kept() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut newer = job(1, "Rigger");
    newer.reading.reader = "0.10.0".into();
    store.save_job(&newer).unwrap();
    let mut older = newer.clone();
    older.reading.reader = "0.9.0".into();
    older.reading.facts.clear();
    older.starred.set(true, Moment(newer.created.0 + 1));
    let found = store.save_job(&older).unwrap();
    assert_eq!(found.reading, newer.reading);
    assert!(found.starred.value);
}
