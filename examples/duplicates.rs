//! Near-duplicates as a program: JSON lines `{"id","text"}` in, a JSON line `{"a","b"}` out for each pair
//! held to be one job, with the `place` or `title` of the second where the same
//! words are for another town or stand under another title.
//!
//! `cargo run --release --example duplicates < postings.jsonl`

use std::io::{BufRead, Write};

use rolecard::extract;
use rolecard::job::duplicates::{Likeness, Print, Sketch, could_be, likeness};
use rolecard::job::{Card, Corrections};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let mut seen: Vec<(Value, Sketch, Print)> = Vec::new();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let row: Value = serde_json::from_str(&line)?;
        let text = row["text"].as_str().unwrap_or_default();
        let posting = extract::read(text);
        let card = Card::new(&posting.facts, &Corrections::default());
        let print = Print::new(text, &posting, &card);
        let whole = Sketch::new(text, &[]);
        for (id, sketch, before) in &seen {
            if !could_be(sketch, &whole) {
                continue;
            }
            let Some((share, likeness)) = likeness(before, &print) else {
                continue;
            };
            let mut pair = json!({"a": id, "b": row["id"], "share": share});
            match likeness {
                Likeness::Same => {}
                Likeness::OtherPlace(place) => pair["place"] = place.into(),
                Likeness::OtherTitle(title) => pair["title"] = title.into(),
            }
            writeln!(out, "{pair}")?;
        }
        seen.push((row["id"].clone(), whole, print));
    }
    out.flush()
}
