//! Backups: whole, read by an independent parser too, put in after a plan, taken back, and a plain word
//! for each file that is none.
#![cfg(not(target_arch = "wasm32"))]

#[path = "store/made.rs"]
#[allow(dead_code)] // each test file uses some of them
mod made;

use made::{full, job};
use rolecard::job::{Moment, Stamped};
use rolecard::store::{BadFile, Fault, MemoryShelf, Plan, Shelf, Store, Trouble, read_backup};
use serde_json::{Value as Json, json};

const LATER: Moment = Moment(1_795_300_000_000);

/// A shelf with all that can be stored on it.
fn stocked() -> MemoryShelf {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut first = full(1);
    first.deleted = Stamped::default();
    for job in [first, job(2, "Plain"), job(3, "Deleted"), job(4, "Gone")] {
        store.save_job(&job).expect("has room");
    }
    store
        .delete_job(&job(4, "Gone").id, LATER)
        .expect("has room");
    let trash = store.list().expect("has room").trash;
    store.empty_trash(&trash, LATER, true).expect("has room");
    store
        .delete_job(&job(3, "Deleted").id, LATER)
        .expect("has room");
    let mut settings = store.load_settings("prefs").expect("has room");
    settings.set("theme", "dark", LATER);
    store.save_settings("prefs", &settings).expect("has room");
    Shelf::set(&&shelf, "rolecard:kept:job:old", "not\u{0}readable").expect("has room");
    shelf
}

fn essence(shelf: &MemoryShelf) -> Vec<(String, String)> {
    let all = shelf.all().into_iter();
    let own = ["rolecard:index:", "rolecard:upkeep", "rolecard:schema"];
    all.filter(|(key, _)| !own.iter().any(|own| key.starts_with(own)))
        .collect()
}

#[test]
fn a_backup_is_whole() {
    let shelf = stocked();
    let file = Store::new(&shelf).backup(LATER).unwrap();
    let other = MemoryShelf::new();
    let store = Store::new(&other);
    let backup = read_backup(file.as_bytes()).unwrap();
    assert_eq!((backup.made, backup.unreadable), (Some(LATER), 0));
    let plan = store.plan(&backup).unwrap();
    assert_eq!(
        (plan.new.len(), plan.changed.len(), plan.unchanged),
        (3, 0, 0)
    );
    assert_eq!(other.all().len(), 0, "a plan changes nothing");
    store.import(&backup).unwrap();
    assert_eq!(essence(&other), essence(&shelf));

    // Once is enough.
    let before = other.all();
    let unchanged = Plan {
        unchanged: 3,
        ..Plan::default()
    };
    assert_eq!(store.plan(&backup), Ok(unchanged));
    store.import(&backup).unwrap();
    assert_eq!(other.all(), before);
}

#[test]
fn other_programs_can_read_it() {
    let file = Store::new(&stocked()).backup(LATER).unwrap();
    let json: Json = serde_json::from_str(&file).unwrap();
    assert_eq!(json["format"], "rolecard-backup");
    let jobs = json["jobs"].as_array().unwrap();
    assert_eq!(jobs.len(), 3);
    for (job, n) in jobs.iter().zip(1..) {
        let expected = if n == 1 { full(1) } else { job_of(n) };
        assert_eq!(job["s"], json!(expected.source));
        assert_eq!(job["id"], json!(expected.id.as_str()));
    }
    assert_eq!(jobs[0]["e"]["n"][1], "Ask about the cap.");
    assert_eq!(jobs[0]["e"]["z:later"][1], json!({"deep": [1, "ü"]}));
    assert_eq!(json["settings"]["prefs"]["theme"][1], "dark");
    assert_eq!(json["kept"]["rolecard:kept:job:old"], "not\u{0}readable");
}

fn job_of(n: u32) -> rolecard::job::Job {
    job(n, ["", "", "Plain", "Deleted"][n as usize])
}

#[test]
fn the_plan_says_what_will_be_and_all_can_be_taken_back() {
    let source = stocked();
    let file = Store::new(&source).backup(LATER).unwrap();
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut mine = job(2, "Plain");
    mine.notes.set("my own".into(), LATER);
    store.save_job(&mine).unwrap();
    let mut deleted = full(1);
    deleted.deleted = Stamped::default();
    store.save_job(&deleted).unwrap();
    store.delete_job(&deleted.id, LATER).unwrap();

    let mut text: Json = serde_json::from_str(&file).unwrap();
    text["jobs"]
        .as_array_mut()
        .unwrap()
        .push(json!({"v": 2, "id": "broken"}));
    text["jobs"][1]["e"]["p"] = json!([5, true]);
    let backup = read_backup(text.to_string().as_bytes()).unwrap();
    let plan = store.plan(&backup).unwrap();
    let ids = |rows: &[rolecard::job::ListRow]| {
        rows.iter()
            .map(|r| r.name(&rolecard::job::tongue::ENGLISH).to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&plan.new), ["Deleted"]);
    assert_eq!(ids(&plan.changed), ["Plain"]);
    assert_eq!(
        (plan.unchanged, plan.unreadable, plan.settings),
        (1, 1, true)
    );

    let before = essence(&shelf);
    let undo = store.import(&backup).unwrap();
    let both = store.load_job(&mine.id).unwrap().unwrap();
    assert_eq!(
        (both.notes.value.as_str(), both.starred.value),
        ("my own", true)
    );
    assert_eq!(store.undo_import(&undo), Ok(0));
    assert_eq!(essence(&shelf), before);

    // What was changed since is not taken back.
    let undo = store.import(&backup).unwrap();
    mine.notes.set("written since".into(), Moment(LATER.0 + 1));
    store.save_job(&mine).unwrap();
    assert_eq!(store.undo_import(&undo), Ok(1));
    let found = store.load_job(&mine.id).unwrap().unwrap();
    assert_eq!(found.notes.value, "written since");
}

#[test]
fn an_import_that_fails_changes_nothing() {
    let file = Store::new(&stocked()).backup(LATER).unwrap();
    let backup = read_backup(file.as_bytes()).unwrap();
    let mut told = 0;
    for n in 0..40 {
        let shelf = MemoryShelf::new();
        let store = Store::new(&shelf);
        store.save_job(&job(2, "Plain")).unwrap();
        let before = essence(&shelf);
        shelf.fail_write(n, Fault::Full);
        match store.import(&backup) {
            Ok(_) => {}
            Err(trouble) => {
                assert_eq!(trouble, Trouble::Shelf(Fault::Full));
                assert_eq!(essence(&shelf), before, "write {n}");
                told += 1;
            }
        }
        assert_eq!(
            store.list().unwrap().unreadable.len(),
            usize::from(essence(&shelf) != before)
        );
    }
    assert!(told >= 4, "{told}");
}

#[test]
fn a_file_of_all_keys_serves_too() {
    let shelf = stocked();
    let rescue = json!({"format": "rolecard-rescue", "v": 2, "keys": shelf.all()});
    let backup = read_backup(rescue.to_string().as_bytes()).unwrap();
    let other = MemoryShelf::new();
    Store::new(&other).import(&backup).unwrap();
    assert_eq!(essence(&other), essence(&shelf));
}

#[test]
fn each_bad_file_has_its_word() {
    let whole = Store::new(&stocked()).backup(LATER).unwrap();
    let newer = whole
        .replace("\"v\":2,", "\"v\":3,")
        .replace("\"v\":2}", "\"v\":3}");
    let half = &whole[..whole.floor_char_boundary(whole.len() / 2)];
    let cases: [(&str, &[u8], BadFile); 10] = [
        ("nothing", b"", BadFile::Empty),
        ("blanks", b" \n", BadFile::Empty),
        ("a picture", b"\x89PNG\r\n\x1a\n\xff\x00", BadFile::NotText),
        ("half", half.as_bytes(), BadFile::CutShort),
        ("words", b"Dear all, here is my backup.", BadFile::NotJson),
        (
            "a table",
            b"Title,Company\nTiler,Roofs & Co\n",
            BadFile::NotJson,
        ),
        ("other JSON", b"{\"name\": \"x\"}", BadFile::OtherJson),
        ("a list", b"[1, 2]", BadFile::OtherJson),
        ("a newer one", newer.as_bytes(), BadFile::Newer),
        (
            "a locked one",
            b"{\"format\":\"rolecard-locked\",\"v\":1}",
            BadFile::Locked,
        ),
    ];
    let mut words = Vec::new();
    for (name, bytes, expected) in cases {
        assert_eq!(read_backup(bytes), Err(expected), "{name}");
        words.push(expected.text());
    }
    words.sort();
    words.dedup();
    assert_eq!(words.len(), 7);
    let marked = ["\u{feff}", &whole].concat();
    assert!(read_backup(marked.as_bytes()).is_ok());
}

#[test]
fn what_could_not_be_stored_is_in_the_backup() {
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let mut held = job(1, "Pilot");
    store.save_job(&held).unwrap();
    store.save_job(&job(2, "Cook")).unwrap();
    held.notes.set("Typed when all was full".into(), LATER);
    let file = store
        .backup_with(LATER, &[held.clone(), job(3, "New")])
        .unwrap();
    let other = MemoryShelf::new();
    let there = Store::new(&other);
    there
        .import(&read_backup(file.as_bytes()).unwrap())
        .unwrap();
    assert_eq!(there.ids().unwrap().len(), 3);
    assert_eq!(there.load_job(&held.id), Ok(Some(held)));
}

#[test]
fn notes_of_two_devices_are_both_kept_or_the_later_as_the_person_says() {
    let shelves = [MemoryShelf::new(), MemoryShelf::new()];
    let stores = shelves.each_ref().map(Store::new);
    let id = job(1, "Pilot").id;
    let files = [("Tides at six", 1), ("Own boots", 2)].map(|(notes, at)| {
        let mut job = job(1, "Pilot");
        job.notes.set(notes.into(), Moment(LATER.0 + at));
        let store = &stores[at as usize - 1];
        store.save_job(&job).unwrap();
        read_backup(store.backup(LATER).unwrap().as_bytes()).unwrap()
    });
    let notes = |store: &Store<&MemoryShelf>| store.load_job(&id).unwrap().unwrap().notes.value;

    // The later holds, if the person says so; where that is the one here, nothing is left to do.
    let mut later = files[0].clone();
    later.keeps_both = false;
    let plan = stores[1].plan(&later).unwrap();
    assert_eq!((plan.notes.len(), plan.changed.len()), (1, 0));
    stores[1].import(&later).unwrap();
    assert_eq!(notes(&stores[1]), "Own boots");

    // Else both devices end up with both, and once is enough.
    for (store, file) in stores.iter().zip([&files[1], &files[0]]) {
        let plan = store.plan(file).unwrap();
        assert_eq!((plan.notes.len(), plan.changed.len()), (1, 1));
        let undo = store.import(file).unwrap();
        assert_eq!(notes(store), "Own boots\n\nTides at six");
        assert!(store.plan(file).unwrap().is_empty());
        store.undo_import(&undo).unwrap();
        assert_ne!(notes(store), "Own boots\n\nTides at six");
        store.import(file).unwrap();
    }
    assert_eq!(stores[0].load_job(&id), stores[1].load_job(&id));
}

#[test]
fn a_file_that_holds_a_job_twice_can_be_taken_back() {
    let file = Store::new(&stocked()).backup(LATER).unwrap();
    let mut json: Json = serde_json::from_str(&file).unwrap();
    let mut other = json["jobs"][0].clone();
    other["s"] = "Another text of the same job, longer than the first was.".into();
    json["jobs"].as_array_mut().unwrap().push(other);
    let backup = read_backup(json.to_string().as_bytes()).unwrap();
    let shelf = MemoryShelf::new();
    let store = Store::new(&shelf);
    let undo = store.import(&backup).unwrap();
    assert_eq!(store.undo_import(&undo), Ok(0));
    assert_eq!(essence(&shelf), []);
}
