//! Whatever stands under the keys of the store is listed, read or set aside: nothing of it panics, and
//! reading loses no value. Lines of the input are what is stored: a key behind the common prefix, a tab,
//! the value.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolecard::job::JobId;
use rolecard::job::tongue::ENGLISH;
use rolecard::store::{MemoryShelf, Shelf, Store, Trouble};

fuzz_target!(|input: &str| {
    let shelf = MemoryShelf::new();
    for line in input.lines().take(40) {
        let (key, value) = line.split_once('\t').unwrap_or(("job:a1", line));
        (&shelf)
            .set(&format!("rolecard:{key}"), value)
            .expect("room");
    }
    let before = shelf.all();
    let store = Store::new(&shelf);
    let listing = store.list().expect("the shelf is there");
    let ids = before
        .keys()
        .filter_map(|key| JobId::parse(key.strip_prefix("rolecard:job:")?));
    for id in ids {
        let listed = listing.rows.iter().any(|row| row.id == id);
        let loaded = store.load_job(&id);
        assert!(
            !listed || matches!(loaded, Ok(Some(_))),
            "{id:?} is listed and cannot be read"
        );
        if let Ok(Some(job)) = loaded {
            match store.save_job(&job) {
                // A newer version has been here: nothing may be written.
                Err(trouble) => assert_eq!(trouble, Trouble::Newer, "what was read can be saved"),
                Ok(_) => assert_eq!(store.load_job(&id).ok().flatten().map(|j| j.id), Some(id)),
            }
        }
    }
    if let Ok(Some(draft)) = store.load_draft() {
        if let Err(trouble) = store.save_draft(&draft) {
            assert_eq!(trouble, Trouble::Newer, "a draft that was read can be kept");
        }
    }
    let again = store.list().expect("the shelf is there");
    assert_eq!(again.rows.len(), listing.rows.len(), "another list");
    for trouble in &again.unreadable {
        assert!(!trouble.key.is_empty() && !trouble.why.words(&ENGLISH).is_empty());
    }
});
