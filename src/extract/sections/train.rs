//! What the program that trains the line model needs of it.

use super::super::document::Document;
use super::super::label::Label;
use super::evidence::Evidence;
use super::vocabulary::Vocabulary;
use super::{chrome, decide, evidence, features, headings, vocabulary, wraps};

pub use super::features::Row;
pub use super::model::{
    LABELS, N, NOISE, RULED_NOISE, SIZE, UNIT, best_chain, scores, step, step_kind,
};
pub use super::vocabulary::{KINDS as WORD_KINDS, PLACES, UNIT as WORD_UNIT, check};

/// The features of the lines of `text` that are not blank, with this table of words, and what the rules
/// alone say of them.
#[must_use]
pub fn rows(text: &str, words: &[u8]) -> (Vec<Row>, Vec<Label>) {
    let (doc, seen) = ruled(text);
    let rows = features::rows(&doc, &seen, Vocabulary(words));
    let rules = rows.iter().map(|r| doc.lines[r.line].label).collect();
    (rows, rules)
}

/// The words of the lines of `text`, as hashes, and what the rules say of each line.
#[must_use]
pub fn words(text: &str) -> Vec<(Label, Vec<u32>)> {
    let (doc, _) = ruled(text);
    let lines = doc.lines.iter().filter(|line| !line.is_blank());
    let words = |line: &super::super::document::Line| {
        let stems = line.words.clone().map(|w| vocabulary::stem(doc.folded(w)));
        let mut stems: Vec<u32> = stems.flatten().collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    lines.map(|line| (line.label, words(line))).collect()
}

fn ruled(text: &str) -> (Document<'_>, Vec<Evidence>) {
    let mut doc = Document::new(text);
    wraps::mark(&mut doc);
    let mut seen = evidence::read(&doc);
    headings::find(&doc, &mut seen);
    chrome::find(&doc, &mut seen);
    decide::label(&mut doc, &seen);
    (doc, seen)
}
