//! Words that name a worker: the head of a title.

use std::ops::Range;

use crate::extract::document::{Document, hash_word};
use crate::extract::lexicon::Lexicon;

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

/// How surely word `i` names a worker.
#[must_use]
pub fn strength(doc: &Document<'_>, i: usize) -> Strength {
    let word = doc.folded(i);
    if word.len() > 48 {
        return Strength::None;
    }
    if let Some(hit) = WORKERS.at(doc, i, i + 1) {
        return named(hit.value);
    }
    for ending in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending) {
            if stem.len() < 3 {
                continue;
            }
            if let Some(value) = WORKERS.value_of(hash_word(stem)) {
                return named(value);
            }
        }
    }
    let compound = |word: &str| {
        (3..word.len().saturating_sub(3))
            .filter(|k| word.is_char_boundary(*k))
            .any(|k| SUFFIXES.value_of(hash_word(&word[k..])).is_some())
    };
    if word.len() < 8 {
        return Strength::None;
    }
    let stems = ["", "n", "en", "in", "innen", "s"];
    if stems
        .iter()
        .filter_map(|e| word.strip_suffix(e))
        .any(compound)
    {
        return Strength::Strong;
    }
    Strength::None
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
