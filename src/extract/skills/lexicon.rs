//! The known skills, and whether the words found are meant as one: "Go" the language, not "go above".

use std::ops::Range;

use crate::extract::document::Document;
use crate::extract::lexicon::Lexicon;

/// How sure a known phrase is to be a skill, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// A field of work: a skill where it is asked for.
    Field,
    /// A name: a skill wherever it is written.
    Name,
    /// A name that is an everyday word in small letters: a skill in this very writing.
    Exact,
    /// An everyday word too: a skill in this very writing and among its like.
    Cased,
}

impl Class {
    pub fn reason(self) -> &'static str {
        match self {
            Self::Name | Self::Exact => "known name",
            Self::Field => "known field of work",
            Self::Cased => "known name among its like",
        }
    }
}

/// A known phrase in the text.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub words: Range<usize>,
    pub class: Class,
}

static OTHER: Lexicon = Lexicon::of("skills_other");
static SOFTWARE: Lexicon = Lexicon::of("skills_software");

/// The longest known phrase at word `i`, ending before word `end`, in a writing it may have.
pub(super) fn at(doc: &Document<'_>, i: usize, end: usize) -> Option<Known> {
    if !OTHER.opens(doc, i) && !SOFTWARE.opens(doc, i) {
        return None;
    }
    let mut best: Option<Known> = None;
    for hit in OTHER.all(doc, i, end).chain(SOFTWARE.all(doc, i, end)) {
        let written = doc.str(hit.span);
        let (class, fits) = match hit.value {
            "=cased" => (Class::Cased, true),
            "=exact" => (Class::Exact, true),
            "caps" => (Class::Name, capitals(written) >= 2),
            "marked" => (Class::Name, !written.is_ascii()),
            "name" => (Class::Name, written.is_ascii()),
            _ => (Class::Field, true),
        };
        let rank = (hit.words.len(), class);
        if fits
            && best
                .as_ref()
                .is_none_or(|b| (b.words.len(), b.class) < rank)
        {
            let words = hit.words;
            best = Some(Known { words, class });
        }
    }
    best
}

fn capitals(s: &str) -> usize {
    s.chars().filter(|c| c.is_uppercase()).count()
}
