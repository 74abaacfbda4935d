//! x
#![allow(missing_docs, clippy::unwrap_used, warnings, clippy::all)]
use std::io::{BufRead, Write};
fn main() {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let row: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = row["text"].as_str().unwrap_or_default();
        writeln!(out, "{:?}", rolecard::extract::read(text)).unwrap();
    }
}
