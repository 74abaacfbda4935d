//! The word lists that tell strength and kind, one lexicon a part.

use std::sync::LazyLock;

use crate::extract::lexicon::{Lexicon, entries};

/// The word lists.
pub(super) struct Words {
    /// A plus wherever it stands.
    pub plus: Lexicon,
    /// A plus when it opens the statement.
    pub first: Lexicon,
    /// Asked for firmly.
    pub must: Lexicon,
    /// "Years".
    pub year: Lexicon,
    /// "Or".
    pub or: Lexicon,
    /// What tells the kind, by head.
    pub kind: [(&'static str, Lexicon); 7],
}

pub(super) const FILE: &str = include_str!("../lexicons/requirement_words.txt");

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    plus: list("plus"),
    first: list("first"),
    must: list("must"),
    year: list("year"),
    or: list("or"),
    kind: [
        "education",
        "licence",
        "condition",
        "trait",
        "language",
        "skill",
        "experience",
    ]
    .map(|head| (head, list(head))),
});

fn list(head: &str) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for (phrase, value) in entries(FILE) {
        if value == head {
            lexicon.add(phrase, value);
        }
    }
    lexicon
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::document::Document;

    #[test]
    fn no_phrase_stands_twice_in_a_part() {
        let mut seen = std::collections::BTreeSet::new();
        for (phrase, head) in entries(FILE) {
            let words: Vec<_> = Document::new(phrase).words.iter().map(|w| w.hash).collect();
            assert!(
                seen.insert((head, words)),
                "{phrase} stands twice as {head}"
            );
        }
    }
}
