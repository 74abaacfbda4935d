//! The skills one statement names, each with its place.

use std::ops::Range;

use super::lexicon::{self, Class, Known};
use super::listed::{TAG, is_camel, is_capital, is_shaped, is_tag, members};
use super::words::{WORDS, divider};
use crate::extract::document::Document;
use crate::extract::facts::Facts;
use crate::extract::label::Label;
use crate::extract::lexicon::{fold, joins};
use crate::extract::sentence::Sentence;
use crate::extract::span::Span;

/// A skill named at a place.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub span: Span,
    pub reason: &'static str,
}

/// The skills that `sentence`, on a line labelled `label`, names, in order, none over another.
pub(super) fn mentions(
    doc: &Document<'_>,
    sentence: &Sentence,
    label: Label,
    facts: &Facts,
) -> Vec<Mention> {
    let words = sentence.words.clone();
    let asks = matches!(label, Label::Must | Label::Nice);
    let mut out: Vec<Mention> = Vec::new();
    let known = known(doc, words.clone());
    for k in &known {
        let fits = match k.class {
            Class::Name => true,
            // "Excel at what you do"
            Class::Exact => {
                k.words.start > words.start
                    || k.words.end == words.end
                    || doc.gap(k.words.end - 1) != " "
            }
            // one word in a duty says what is done more often than what one must know
            Class::Field => asks || (label == Label::Duty && k.words.len() > 1),
            Class::Cased => cased_fits(doc, k, &known, words.clone()),
        };
        if fits {
            add(doc, k.words.clone(), k.class.reason(), &mut out);
        }
    }
    if asks || label == Label::Duty {
        let mut i = words.start;
        while i < words.end {
            if let Some(from) = cue_at(doc, i, words.end) {
                for member in members(doc, from, words.end) {
                    if likely(doc, member.words.clone(), asks, facts) {
                        add(doc, member.words, "list after a cue", &mut out);
                    }
                }
                i = from;
            } else {
                i += 1;
            }
        }
    }
    if asks {
        for i in words {
            let word = doc.word_str(i);
            if is_camel(word) && likely(doc, i..i + 1, false, facts) {
                add(doc, i..i + 1, "shape of a name", &mut out);
            }
        }
    }
    out.sort_by_key(|m| m.span);
    out
}

/// Where the list starts that a cue at word `i` announces.
fn cue_at(doc: &Document<'_>, i: usize, end: usize) -> Option<usize> {
    if let Some(cue) = WORDS.cue.at(doc, i, end) {
        return Some(cue.words.end);
    }
    let from = WORDS.colon.at(doc, i, end)?.words.end;
    (from < end && doc.gap(from - 1).contains(':')).then_some(from)
}

/// Adds the words as a skill unless one stands there already.
fn add(doc: &Document<'_>, words: Range<usize>, reason: &'static str, out: &mut Vec<Mention>) {
    let span = doc.span_of(words);
    if !out.iter().any(|m| m.span.overlaps(span)) {
        out.push(Mention { span, reason });
    }
}

fn known(doc: &Document<'_>, words: Range<usize>) -> Vec<Known> {
    let mut out = Vec::new();
    let mut i = words.start;
    while i < words.end {
        match lexicon::at(doc, i, words.end) {
            Some(k) => {
                i = k.words.end;
                out.push(k);
            }
            None => i += 1,
        }
    }
    out
}

/// Nouns that make an everyday word before them a skill.
const NOUNS: &[&str] = &[
    "programming",
    "language",
    "developer",
    "developers",
    "engineer",
    "framework",
    "skills",
    "skill",
    "certification",
    "certified",
    "development",
    "scripting",
    "code",
    "experience",
    "kenntnisse",
    "entwickler",
    "programmierung",
    "spreadsheets",
    "spreadsheet",
    "formulas",
    "macros",
    "avanzado",
    "avancado",
    "avance",
];

/// Whether an everyday word is meant as a skill: it stands in a list with another one, or a cue or
/// such a noun stands beside it.
fn cased_fits(doc: &Document<'_>, k: &Known, known: &[Known], words: Range<usize>) -> bool {
    let after = k.words.end;
    if after < words.end && NOUNS.contains(&doc.folded(after)) && joins(doc.gap(after - 1)) {
        return true;
    }
    let next = after..after + neighbour(doc, after, words.end);
    let mut before = k.words.start;
    while before > words.start && divider(doc, before - 1, before) > 0 {
        before -= 1;
    }
    known.iter().any(|other| {
        (other.words.start == next.end && next.end > k.words.end - 1 && listed(doc, k, other))
            || (other.words.end == before && listed(doc, other, k))
    }) || (k.words.start > words.start && cue_ends_at(doc, k.words.start, words.start))
}

/// How many dividing words stand at `i`.
fn neighbour(doc: &Document<'_>, i: usize, end: usize) -> usize {
    if i < end { divider(doc, i, end) } else { 0 }
}

/// Whether two known phrases stand in one list: something divides them, and no more than that.
fn listed(doc: &Document<'_>, a: &Known, b: &Known) -> bool {
    if b.words.start < a.words.end {
        return false;
    }
    let gap =
        doc.text[doc.words[a.words.end - 1].span.end..doc.words[b.words.start].span.start].trim();
    !gap.is_empty() && gap.len() <= 12 && !gap.contains(['.', '!', '?', '&'])
}

/// Whether a cue ends right before word `i`, articles aside.
fn cue_ends_at(doc: &Document<'_>, i: usize, from: usize) -> bool {
    (1..=5).any(|back| {
        i.checked_sub(back).is_some_and(|at| {
            at >= from && WORDS.cue.at(doc, at, i).is_some_and(|h| h.words.end == i)
        })
    })
}

/// Whether a member of a list, not known by name, is a skill all the same. `plain`: whether one
/// without capitals may be.
fn likely(doc: &Document<'_>, words: Range<usize>, plain: bool, facts: &Facts) -> bool {
    if !is_tag(doc, words.clone()) || words.len() > TAG {
        return false;
    }
    let span = doc.span_of(words.clone());
    if WORDS
        .caps
        .at(doc, words.start, words.end)
        .is_some_and(|h| h.words == words)
    {
        return false;
    }
    let german = doc.lang.is_some_and(|l| l.0 == "de");
    let mut words = words;
    let named = words.any(|i| {
        let word = doc.word_str(i);
        is_shaped(word) || (!german && is_capital(word))
    });
    if !named && !plain {
        return false;
    }
    let written = fold(doc.str(span));
    let taken = facts
        .company
        .iter()
        .chain(facts.title.iter())
        .map(|f| &f.value);
    let places = facts.locations.iter().map(|f| &f.value);
    !taken.chain(places).any(|v| fold(v).contains(&written))
}
