//! The words around skills: cues a list follows, what divides its members, what ends it, what opens
//! and closes a member, and what no skill holds.

use crate::extract::document::Document;
use crate::extract::lexicon::Lexicon;

/// The word lists, one a part.
pub(super) struct Words {
    /// What a list of skills follows ("experience with").
    pub cue: Lexicon,
    /// What a list of skills follows behind a colon ("Tech stack:").
    pub colon: Lexicon,
    /// What a list of names follows inside a statement ("such as").
    pub such: Lexicon,
    /// What divides the members of a list.
    pub and: Lexicon,
    /// What may stand at the head of a member.
    pub lead: Lexicon,
    /// What may stand at the end of a member.
    pub trail: Lexicon,
    /// What ends a list.
    pub stop: Lexicon,
    /// What no skill holds.
    pub not: Lexicon,
    /// What names a degree.
    pub degree: Lexicon,
    /// What ends the subjects behind a degree.
    pub beyond: Lexicon,
    /// Words in capitals that are no skills.
    pub caps: Lexicon,
}

pub(super) static WORDS: Words = Words {
    cue: list("cue"),
    colon: list("colon"),
    such: list("such"),
    and: list("and"),
    lead: list("lead"),
    trail: list("trail"),
    stop: list("stop"),
    not: list("not"),
    degree: list("degree"),
    beyond: list("beyond"),
    caps: list("caps"),
};

const fn list(head: &str) -> Lexicon {
    Lexicon::heads("skill_words", &[head])
}

/// Words `i..` that divide two members, as a number of words; 0 for none.
pub(super) fn divider(doc: &Document<'_>, i: usize, end: usize) -> usize {
    let word = doc.folded(i);
    let lang = doc.lang.map_or("en", |l| l.0);
    let small = match lang {
        "nl" => matches!(word, "en" | "of"),
        "it" => matches!(word, "e" | "o" | "ed"),
        "pt" => matches!(word, "e" | "ou"),
        "es" => matches!(word, "y" | "o" | "e" | "u"),
        _ => false,
    };
    if small {
        return 1;
    }
    WORDS.and.at(doc, i, end).map_or(0, |h| h.words.len())
}
