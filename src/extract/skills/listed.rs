//! Skills by where they stand: the members of the list that follows a cue ("experience with X, Y
//! and Z"), in brackets behind a skill, or on a line of their own. Knows no skill by name.

use std::ops::Range;

use super::words::{WORDS, divider};
use crate::extract::document::Document;

/// The longest list read after one cue, in words.
const REACH: usize = 60;

/// The longest tag, in words.
pub(super) const TAG: usize = 4;

/// A member of a list: its words, less what opens and closes it.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub words: Range<usize>,
}

/// The members of the list that starts at word `from` and ends before word `end` at the latest.
pub(super) fn members(doc: &Document<'_>, from: usize, end: usize) -> Vec<Member> {
    let end = end.min(from + REACH);
    let mut out = Vec::new();
    let mut start = from;
    let mut i = from;
    while i < end {
        if i > start && divides(doc.gap(i - 1)) {
            push(doc, start..i, &mut out);
            start = i;
        }
        let step = divider(doc, i, end);
        if step > 0 {
            push(doc, start..i, &mut out);
            i += step;
            start = i;
            continue;
        }
        if let Some(such) = WORDS.such.at(doc, i, end) {
            push(doc, start..i, &mut out);
            i = such.words.end;
            start = i;
            continue;
        }
        if i == start
            && let Some(lead) = WORDS.lead.at(doc, i, end)
        {
            i = lead.words.end;
            start = i;
            continue;
        }
        if WORDS.stop.at(doc, i, end).is_some() {
            push(doc, start..i, &mut out);
            return out;
        }
        i += 1;
    }
    push(doc, start..end, &mut out);
    out
}

/// Whether a gap divides two members of a list.
fn divides(gap: &str) -> bool {
    gap.contains([
        ',', ';', '(', ')', ':', '|', '•', '\n', '“', '"', '[', ']', '+', '>', '→',
    ]) || gap.contains(" - ")
        || gap.contains(" – ")
        || gap.contains('—')
        || gap.contains('/')
        || gap.contains(". ")
}

fn push(doc: &Document<'_>, words: Range<usize>, out: &mut Vec<Member>) {
    let mut words = words;
    while !words.is_empty() {
        let Some(lead) = WORDS.lead.at(doc, words.start, words.end) else {
            break;
        };
        words.start = lead.words.end;
    }
    // closing words: the longest phrase that ends at the end
    'closing: while words.len() > 1 {
        for back in (1..=3.min(words.len() - 1)).rev() {
            let at = words.end - back;
            if WORDS
                .trail
                .at(doc, at, words.end)
                .is_some_and(|h| h.words.end == words.end)
            {
                words.end = at;
                continue 'closing;
            }
        }
        break;
    }
    if !words.is_empty() {
        out.push(Member { words });
    }
}

/// Whether the words may be a tag: few, none of them one that no skill holds.
pub(super) fn is_tag(doc: &Document<'_>, words: Range<usize>) -> bool {
    if words.is_empty() || words.len() > TAG {
        return false;
    }
    let span = doc.span_of(words.clone());
    if span.len() < 2 || span.len() > 48 || doc.str(span).contains('@') {
        return false;
    }
    if WORDS.not.find(doc, words.clone()).next().is_some() {
        return false;
    }
    if WORDS
        .trail
        .at(doc, words.start, words.end)
        .is_some_and(|h| h.words == words)
    {
        return false;
    }
    let letters = |i: usize| doc.word_str(i).chars().any(char::is_alphabetic);
    words.clone().any(letters) && letters(words.start)
}

/// Whether a word is written as names of tools are: capitals inside, or digits with letters.
pub(super) fn is_shaped(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let inner = chars.clone().any(char::is_uppercase);
    let small = chars.any(char::is_lowercase) || first.is_lowercase();
    let digit = word.chars().any(|c| c.is_ascii_digit());
    let short = word.chars().count() <= 6;
    (inner && (small || short)) // PyTorch, iOS, ETL
        || (digit && first.is_alphabetic() && word.len() > 1)
        || word.ends_with(['+', '#'])
        || (first == '.' && word.len() > 2)
}

/// Whether a word has a capital inside as names of tools have ("PyTorch", "dbt" has none), and is
/// not two words whose line end was lost ("skillsHigh").
pub(super) fn is_camel(word: &str) -> bool {
    // most words have no capital inside
    if !word
        .bytes()
        .skip(1)
        .any(|b| b.is_ascii_uppercase() || !b.is_ascii())
    {
        return false;
    }
    let small = word.chars().take_while(|c| c.is_lowercase()).count();
    let inner = word.chars().skip(1).any(char::is_uppercase);
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    inner && lower >= 2 && small <= 2 && word.len() <= 16 && word.chars().all(char::is_alphanumeric)
}

/// Whether a word opens with a capital.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
