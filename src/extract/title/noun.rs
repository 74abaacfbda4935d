//! Words that name a worker: the head of a title.

use std::ops::Range;

use crate::extract::document::Document;
use crate::extract::lexicon::Lexicon;
use crate::extract::word::{HASH_START, hash_byte};

/// How surely a word names a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It does not, as far as is known.
    None,
    /// With the rest of the line only.
    Weak,
    /// By itself.
    Strong,
}

static WORKERS: Lexicon = Lexicon::heads("job_nouns", &["strong", "weak"]);
static SUFFIXES: Lexicon = Lexicon::heads("job_nouns", &["suffix"]);

/// Endings of plurals and of feminine forms.
const ENDINGS: &[&str] = &[
    "s", "es", "n", "en", "in", "innen", "e", "er", "ar", "or", "na", "x",
];

/// Endings that a compound may have behind its last part.
const TAILS: &[&str] = &["", "n", "en", "in", "innen", "s"];

/// Bytes of the longest word looked at.
const LONGEST: usize = 48;

/// How surely word `i` names a worker.
#[must_use]
pub fn strength(doc: &Document<'_>, i: usize) -> Strength {
    let word = doc.folded(i);
    if word.len() > LONGEST {
        return Strength::None;
    }
    if let Some(hit) = WORKERS.at(doc, i, i + 1) {
        return named(hit.value);
    }
    // the hash of each head of the word, so that none is worked out twice
    let mut heads = [HASH_START; LONGEST + 1];
    for (k, byte) in word.bytes().enumerate() {
        heads[k + 1] = hash_byte(heads[k], byte);
    }
    for ending in ENDINGS {
        let stem = word.len().saturating_sub(ending.len());
        if stem < 3 || !word.ends_with(ending) {
            continue;
        }
        if let Some(value) = WORKERS.value_of(heads[stem]) {
            return named(value);
        }
    }
    if is_compound(word) {
        Strength::Strong
    } else {
        Strength::None
    }
}

/// Whether the word ends in one that names a worker, with three letters and more before it.
fn is_compound(word: &str) -> bool {
    if word.len() < 8 {
        return false;
    }
    let tails = TAILS.iter().filter(|tail| word.ends_with(**tail));
    let ends = tails.fold(0u64, |ends, tail| ends | 1 << (word.len() - tail.len()));
    (3..word.len() - 3)
        .filter(|k| word.is_char_boundary(*k))
        .any(|start| {
            let mut hash = HASH_START;
            (start..word.len()).any(|k| {
                hash = hash_byte(hash, word.as_bytes()[k]);
                k > start + 2 && ends >> (k + 1) & 1 == 1 && SUFFIXES.value_of(hash).is_some()
            })
        })
}

fn named(value: &str) -> Strength {
    if value == "weak" {
        Strength::Weak
    } else {
        Strength::Strong
    }
}

/// The strongest word of `words`, the last one of them.
#[must_use]
pub fn best(doc: &Document<'_>, words: Range<usize>) -> Option<(usize, Strength)> {
    words
        .map(|i| (i, strength(doc, i)))
        .filter(|(_, s)| *s > Strength::None)
        .max_by_key(|(i, s)| (*s, *i))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_workers_in_eight_languages() {
        let cases = [
            ("Nurses", Strength::Strong),
            ("Krankenpfleger", Strength::Strong),
            ("Altenpflegerinnen", Strength::Strong),
            ("Sachbearbeiterin", Strength::Strong),
            ("comptable", Strength::Strong),
            ("enfermera", Strength::Strong),
            ("magazziniere", Strength::Strong),
            ("Motoristas", Strength::Strong),
            ("applicatiebeheerder", Strength::Strong),
            ("systemutvecklare", Strength::Strong),
            ("Lead", Strength::Weak),
            ("Apply", Strength::None),
            ("requirements", Strength::None),
            ("Experience", Strength::None),
            ("wasser", Strength::None),
        ];
        for (word, want) in cases {
            let doc = Document::new(word);
            assert_eq!(strength(&doc, 0), want, "{word}");
        }
    }
}
