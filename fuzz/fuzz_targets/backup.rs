//! Any file that is offered as a backup is put in or refused with words; what it would do is told before,
//! putting it in twice makes no job twice, and all of it can be taken back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolecard::job::Moment;
use rolecard::store::{MemoryShelf, Store, read_backup};

fuzz_target!(|input: &[u8]| {
    let backup = match read_backup(input) {
        Ok(backup) => backup,
        Err(bad) => {
            assert!(!bad.text().is_empty());
            return;
        }
    };
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    store.plan(&backup).expect("the shelf is there");
    let before = shelf.all();
    let undo = store.import(&backup).expect("there is room");
    let after = shelf.all();
    let plan = store.plan(&backup).expect("the shelf is there");
    assert!(plan.new.is_empty(), "a job is new again");
    store.list().expect("the shelf is there");
    let again = store
        .backup(Moment(1_795_228_800_000))
        .expect("the shelf is there");
    let again = read_backup(again.as_bytes()).expect("the project's own file is one");
    let other = MemoryShelf::new();
    Store::new(&other).import(&again).expect("there is room");
    let jobs = |of: &std::collections::BTreeMap<String, String>| {
        of.keys()
            .filter(|key| key.starts_with("rolecard:job:"))
            .count()
    };
    assert_eq!(
        jobs(&other.all()),
        jobs(&after),
        "a job is lost on the way through a file"
    );
    store.undo_import(&undo).expect("the shelf is there");
    assert_eq!(jobs(&shelf.all()), jobs(&before), "not all was taken back");
});
