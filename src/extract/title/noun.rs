//! Words that name a worker: the head of a title.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::document::{Document, hash_word};
use crate::extract::lexicon::{Plain, entries, word_hash};

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

struct Nouns {
    words: HashMap<u64, Strength, Plain>,
    suffixes: HashMap<u64, (), Plain>,
}

static NOUNS: LazyLock<Nouns> = LazyLock::new(|| {
    let mut nouns = Nouns {
        words: HashMap::default(),
        suffixes: HashMap::default(),
    };
    for (word, head) in entries(include_str!("../lexicons/job_nouns.txt")) {
        let hash = word_hash(word);
        match head {
            "suffix" => {
                nouns.suffixes.insert(hash, ());
            }
            "weak" => {
                nouns.words.insert(hash, Strength::Weak);
            }
            _ => {
                nouns.words.insert(hash, Strength::Strong);
            }
        }
    }
    nouns
});

/// Endings of plurals and of feminine forms.
const ENDINGS: &[&str] = &[
    "s", "es", "n", "en", "in", "innen", "e", "er", "ar", "or", "na", "x",
];

/// How surely word `i` names a worker.
#[must_use]
pub fn strength(doc: &Document<'_>, i: usize) -> Strength {
    let nouns = &*NOUNS;
    let word = doc.folded(i);
    if word.len() > 48 {
        return Strength::None;
    }
    if let Some(s) = nouns.words.get(&doc.words[i].hash) {
        return *s;
    }
    for ending in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending) {
            if stem.len() < 3 {
                continue;
            }
            if let Some(s) = nouns.words.get(&hash_word(stem)) {
                return *s;
            }
        }
    }
    let compound = |word: &str| {
        (3..word.len().saturating_sub(3))
            .filter(|k| word.is_char_boundary(*k))
            .any(|k| nouns.suffixes.contains_key(&hash_word(&word[k..])))
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
