//! What a saved posting costs in the browser's storage, by language: freshly saved, its key and its row
//! of the index counted.
//!
//! `cargo run --release --example storage < postings.jsonl` with rows `{"id","text","lang"}`.

use std::collections::BTreeMap;
use std::io::BufRead;

use rolecard::extract;
use rolecard::job::{Day, Draft, Job, JobId, Marks, Moment};
use rolecard::store::{MemoryShelf, Store, pack::pack};
use serde_json::Value;

fn main() -> std::io::Result<()> {
    let mut by_language: BTreeMap<String, Vec<[usize; 3]>> = BTreeMap::new();
    for line in std::io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let text = row["text"].as_str().unwrap_or_default();
        let lang = row["lang"].as_str().unwrap_or("?");
        let now = Moment(1_795_228_812_345);
        let id = |random| JobId::new(now, random);
        let draft = || Draft {
            source: text.to_string(),
            read_on: Day::from_number(20_778),
            marks: Marks::default(),
        };
        let facts = extract::read(text).facts;
        let shelf = MemoryShelf::new();
        let store = Store::new(&shelf);
        // Two, so that what is stored once for all does not count.
        let save = |random| store.save_job(&Job::new(draft(), id(random), &facts, now, 0));
        save(1_234).expect("there is room");
        let before = shelf.used();
        // Its row stands in the same part of the index.
        let saved = save(1_234 + 16).expect("there is room");
        assert_eq!(store.load_job(&saved.id), Ok(Some(saved)));
        let units = text.encode_utf16().count();
        let cost = [units, pack(text).chars().count(), shelf.used() - before];
        by_language.entry(lang.to_string()).or_default().push(cost);
    }
    println!("| language | postings | median length | text packed | in all | in all, of 5,000 |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for (lang, mut rows) in by_language {
        let mut median = |of: &dyn Fn(&[usize; 3]) -> usize| {
            rows.sort_by_key(|row| of(row));
            of(&rows[rows.len() / 2])
        };
        let whole = median(&|row| row[0]);
        let text = median(&|row| row[1]);
        let all = median(&|row| row[2]);
        // What the facts, the key and the row cost does not grow with the text.
        let scaled = median(&|row| 5_000 * row[1] / row[0].max(1) + row[2] - row[1]);
        println!(
            "| {lang} | {} | {whole} | {text} | {all} | {scaled} |",
            rows.len()
        );
    }
    Ok(())
}
