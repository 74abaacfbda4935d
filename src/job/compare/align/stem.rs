//! Words cut to what their forms share, by rule of thumb and for eight languages at once: "manage",
//! "manager" and "management" are one. Good for holding demands against each other, and for nothing else:
//! a stem is never shown.

use crate::extract::lexicon::fold;
use crate::extract::word::split;

/// Letters that are left of a word.
const LONG: usize = 6;
/// Letters that are left of a compound, whose first part says less.
const COMPOUND: usize = 9;
/// A word of more letters is a compound.
const SIMPLE: usize = 11;
/// Endings that go where enough of the word is left, the longer first.
const ENDINGS: [&str; 16] = [
    "ungen", "ings", "ing", "ung", "ers", "ies", "ern", "en", "er", "es", "ed", "em", "s", "e",
    "a", "o",
];
/// Letters an ending leaves at least.
const LEAST: usize = 4;

/// The stem of a folded word.
#[must_use]
pub fn stem(word: &str) -> &str {
    let plain = word.is_ascii() && word.bytes().all(|b| b.is_ascii_lowercase());
    if !plain || word.len() < LEAST {
        return word;
    }
    if word.len() == LEAST {
        // "APIs", "jobs"
        return match word.strip_suffix('s') {
            Some(short) if !short.ends_with(['s', 'u']) => short,
            _ => word,
        };
    }
    let ending = ENDINGS
        .iter()
        .find_map(|end| word.strip_suffix(end).filter(|w| w.len() >= LEAST));
    let cut = ending.unwrap_or(word);
    let most = if cut.len() > SIMPLE { COMPOUND } else { LONG };
    let cut = &cut[..cut.len().min(most)];
    match cut.strip_suffix(['e', 'a', 'o']) {
        Some(short) if short.len() >= LEAST => short,
        _ => cut,
    }
}

/// The stems of the words of `text`, with a blank between.
#[must_use]
pub fn stems(text: &str) -> String {
    let mut folded = String::new();
    let words = split(text, &mut folded);
    let mut out = String::with_capacity(text.len());
    for word in words {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(stem(&fold(word.span.of(text))));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let cases: [&[&str]; 9] = [
            &["manage", "manager", "managers", "managing", "management"],
            &["administration", "administrative", "administrator"],
            &["drive", "driver", "drivers", "driving"],
            &["teams", "team"],
            &["api", "apis"],
            &["kenntnis", "kenntnisse", "kenntnissen"],
            &["fuhrerschein", "fuhrerscheins"],
            &["contabile", "contabili"],
            &["kund", "kunde", "kunden", "kunder"],
        ];
        for words in cases {
            for word in words {
                assert_eq!(stem(word), stem(words[0]), "{word}");
            }
        }
    }

    #[test]
    fn short_and_other_words_stay() {
        for word in ["go", "sql", "c++", "s4", "bus", "gas", "日本語", ""] {
            assert_eq!(stem(word), word);
        }
        assert_ne!(stem("sales"), stem("salary"));
        assert_eq!(stems("Managing teams, C++"), "manag team c++");
    }
}
