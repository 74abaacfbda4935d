//! The skills one statement names, each with its place.

use std::ops::Range;

use super::lexicon::{self, Class, Known};
use super::listed::{TAG, is_camel, is_capital, is_shaped, is_tag, members};
use super::words::{WORDS, divider};
use crate::extract::document::Document;
use crate::extract::label::Label;
use crate::extract::lexicon::{fold, joins};
use crate::extract::order;
use crate::extract::sentence::Sentence;
use crate::extract::span::Span;

/// A skill named at a place.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub span: Span,
    pub reason: &'static str,
}

/// The skills that `sentence`, on a line labelled `label`, names, in order, none over another, none of
/// the folded names `taken`.
pub(super) fn mentions(
    doc: &Document<'_>,
    sentence: &Sentence,
    label: Label,
    taken: &[String],
) -> Vec<Mention> {
    let words = sentence.words.clone();
    let asks = matches!(label, Label::Must | Label::Nice);
    let mut out = Found::new(doc, words.clone());
    let subjects = subjects(doc, words.clone());
    let studied = |r: &Range<usize>| subjects.start < r.end && r.start < subjects.end;
    let known = known(doc, words.clone());
    for (n, k) in known.iter().enumerate() {
        let fits = match k.class {
            Class::Name => true,
            // "Excel at what you do"
            Class::Exact => {
                k.words.start > words.start
                    || k.words.end == words.end
                    || doc.gap(k.words.end - 1) != " "
            }
            // one word in a duty says what is done more often than what one must know
            Class::Field => {
                (asks || (label == Label::Duty && k.words.len() > 1)) && !studied(&k.words)
            }
            Class::Cased => cased_fits(doc, n, &known, words.clone()),
        };
        if fits {
            out.add(k.words.clone(), k.class.reason());
        }
    }
    if asks || label == Label::Duty {
        let mut i = words.start;
        while i < words.end {
            let Some(from) = cue_at(doc, i, words.end) else {
                i += 1;
                continue;
            };
            for (n, member) in members(doc, from, words.end).into_iter().enumerate() {
                // a single small word is a name only right behind its cue
                let plain = asks && (n == 0 || member.words.len() > 1);
                if !studied(&member.words) && likely(doc, member.words.clone(), plain, taken) {
                    out.add(member.words, "list after a cue");
                }
            }
            i = from;
        }
    }
    if asks {
        // what stands in one list with a known name is one too, if written as a name
        for k in &known {
            let end = k.words.end;
            if k.class == Class::Field || end >= words.end || !opens_list(doc, end, words.end) {
                continue;
            }
            for member in members(doc, end, words.end.min(end + 12)) {
                if likely(doc, member.words.clone(), false, taken) {
                    out.add(member.words, "in one list with a known name");
                }
            }
        }
        for i in words {
            if is_camel(doc.word_str(i)) && likely(doc, i..i + 1, false, taken) {
                out.add(i..i + 1, "shape of a name");
            }
        }
    }
    order::sort_by_key(&mut out.mentions, |m| m.span);
    out.mentions
}

/// Whether a list goes on at word `i`.
fn opens_list(doc: &Document<'_>, i: usize, end: usize) -> bool {
    let gap = doc.gap(i - 1);
    gap.contains([',', '/', '(']) || divider(doc, i, end) > 0
}

/// The words that name subjects of study in a statement that asks for a degree ("a degree in
/// statistics, biology or the like"): fields of work there are no skills.
fn subjects(doc: &Document<'_>, words: Range<usize>) -> Range<usize> {
    let Some(degree) = WORDS.degree.find(doc, words.clone()).next() else {
        return words.start..words.start;
    };
    let start = degree.words.start.saturating_sub(5).max(words.start);
    let mut end = degree.words.end;
    while end < words.end {
        let over = WORDS.cue.at(doc, end, words.end).is_some()
            || WORDS.beyond.at(doc, end, words.end).is_some()
            || doc.gap(end - 1).contains([';', '.']);
        if over {
            break;
        }
        end += 1;
    }
    start..end
}

/// The mentions of one statement, and which of its words they take.
struct Found<'d, 't> {
    doc: &'d Document<'t>,
    from: usize,
    taken: Vec<bool>,
    mentions: Vec<Mention>,
}

impl<'d, 't> Found<'d, 't> {
    fn new(doc: &'d Document<'t>, words: Range<usize>) -> Self {
        Self {
            doc,
            from: words.start,
            taken: vec![false; words.len()],
            mentions: Vec::new(),
        }
    }

    /// Adds the words as a skill unless one stands there already.
    fn add(&mut self, words: Range<usize>, reason: &'static str) {
        let taken = &mut self.taken[words.start - self.from..words.end - self.from];
        if taken.contains(&true) {
            return;
        }
        taken.fill(true);
        let span = self.doc.span_of(words);
        self.mentions.push(Mention { span, reason });
    }
}

/// Where the list starts that a cue at word `i` announces.
fn cue_at(doc: &Document<'_>, i: usize, end: usize) -> Option<usize> {
    if let Some(cue) = WORDS.cue.at(doc, i, end) {
        return Some(cue.words.end);
    }
    let from = WORDS.colon.at(doc, i, end)?.words.end;
    (from < end && doc.gap(from - 1).contains(':')).then_some(from)
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
fn cased_fits(doc: &Document<'_>, n: usize, known: &[Known], words: Range<usize>) -> bool {
    let k = &known[n];
    let after = k.words.end;
    if after < words.end && NOUNS.contains(&doc.folded(after)) && joins(doc.gap(after - 1)) {
        return true;
    }
    let next = after..after + neighbour(doc, after, words.end);
    let mut before = k.words.start;
    while before > words.start && divider(doc, before - 1, before) > 0 {
        before -= 1;
    }
    let follows = known
        .get(n + 1)
        .is_some_and(|other| other.words.start == next.end && listed(doc, k, other));
    let precedes = n > 0 && known[n - 1].words.end == before && listed(doc, &known[n - 1], k);
    follows
        || precedes
        || (k.words.start > words.start && cue_ends_at(doc, k.words.start, words.start))
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
/// without capitals may be. None that stands in one of `taken`.
fn likely(doc: &Document<'_>, words: Range<usize>, plain: bool, taken: &[String]) -> bool {
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
    !taken.iter().any(|name| name.contains(&written))
}
