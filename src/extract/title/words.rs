//! What words say about being part of a title: sentence words, gender tags, levels.

use std::ops::Range;

use crate::extract::document::Document;
use crate::extract::lexicon::Lexicon;

/// Phrases before a title.
pub static BEFORE: Lexicon = Lexicon::heads("title_cues", &["looking", "role", "as", "join"]);
/// Words behind a title in a sentence.
pub static AFTER: Lexicon = Lexicon::heads("title_cues", &["after"]);
/// Words that speak of past work.
pub static PAST: Lexicon = Lexicon::heads("title_cues", &["past"]);
/// Articles and praise.
pub static SKIP: Lexicon = Lexicon::heads("title_cues", &["skip"]);
/// Words that end a title in a sentence.
pub static STOP: Lexicon = Lexicon::heads("title_cues", &["stop"]);
static PROSE: Lexicon = Lexicon::heads("title_cues", &["prose"]);

/// Whether the words read as a sentence rather than a name.
#[must_use]
pub fn prose(doc: &Document<'_>, words: Range<usize>) -> bool {
    let mut words = words;
    let start = words.start;
    words.any(|i| {
        // "Check-it" is a name
        let joined = i > start && doc.gap(i - 1) == "-";
        // "Early Years Practitioner" works with small children
        let early = i > start && doc.folded(i) == "years" && doc.folded(i - 1) == "early";
        PROSE.at(doc, i, i + 1).is_some()
            && !joined
            && !early
            // "Lärare i matematik": only English writes its word large
            && doc.word_str(i) != "i"
            && !doc.word_str(i).chars().all(char::is_uppercase)
    })
}

/// Whether a gender tag stands in or right behind the words.
#[must_use]
pub fn tag_behind(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let letter = |i: usize| {
        matches!(
            doc.folded(i),
            "m" | "w" | "d" | "f" | "x" | "h" | "gn" | "div"
        )
    };
    (words.start..words.end).any(|i| {
        letter(i)
            && i > words.start
            && (doc.gap(i - 1).contains(['(', '[']) && doc.folded(i) == "gn"
                || i + 1 < words.end
                    && letter(i + 1)
                    && doc.gap(i).trim().len() <= 1
                    && doc.gap(i).contains(['/', '|', ',', '*']))
    })
}
