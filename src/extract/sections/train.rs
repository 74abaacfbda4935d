//! What the program that trains the line model needs of it.

use super::super::document::Document;
use super::super::label::Label;
use super::{chrome, decide, evidence, features, headings, wraps};

pub use super::features::Row;
pub use super::model::{LABELS, N, SIZE, UNIT, decode, scores, step};

/// The features of the lines of `text` that are not blank, and what the rules alone say of them.
#[must_use]
pub fn rows(text: &str) -> (Vec<Row>, Vec<Label>) {
    let mut doc = Document::new(text);
    wraps::mark(&mut doc);
    let mut seen = evidence::read(&doc);
    headings::find(&doc, &mut seen);
    chrome::find(&doc, &mut seen);
    decide::label(&mut doc, &seen);
    let rows = features::rows(&doc, &seen);
    let rules = rows.iter().map(|r| doc.lines[r.line].label).collect();
    (rows, rules)
}
