//! The word lists that tell strength and kind, one lexicon a part.

use crate::extract::lexicon::Lexicon;

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

pub(super) static WORDS: Words = Words {
    plus: list("plus"),
    first: list("first"),
    must: list("must"),
    year: list("year"),
    or: list("or"),
    kind: [
        ("education", list("education")),
        ("licence", list("licence")),
        ("condition", list("condition")),
        ("trait", list("trait")),
        ("language", list("language")),
        ("skill", list("skill")),
        ("experience", list("experience")),
    ],
};

const fn list(head: &str) -> Lexicon {
    Lexicon::heads("requirement_words", &[head])
}
