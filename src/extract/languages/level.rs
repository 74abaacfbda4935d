//! The level a language is asked for at, as written. Never that of another language beside it.

use std::ops::Range;

use super::super::document::Document;
use super::super::lexicon::{Hit, Lexicon};
use super::super::span::Span;

static LEVELS: Lexicon = Lexicon::of("language_levels");

/// The level asked for, nearest to the name: behind it, else before it.
pub(super) fn level(
    doc: &Document<'_>,
    line: &Range<usize>,
    hit: &Hit,
    all: &[Hit],
) -> Option<Span> {
    let next_name = all
        .iter()
        .find(|h| h.words.start >= hit.words.end)
        .map_or(line.end, |h| h.words.start);
    let breaks = |i: usize| {
        let gap = doc.gap(i);
        gap.contains([';', '•', '\n']) || (gap.starts_with('.') && gap.len() > 1)
    };
    for i in hit.words.end..next_name.min(hit.words.end + 5) {
        if breaks(i - 1) {
            break;
        }
        if let Some(found) = LEVELS.at(doc, i, next_name) {
            return Some(found.span);
        }
    }
    let mut i = hit.words.start;
    while i > line.start && hit.words.start - i < 7 {
        i -= 1;
        if breaks(i) {
            break;
        }
        if let Some(found) = LEVELS.at(doc, i, hit.words.start) {
            // "German (C1), Polish": the level is the other's
            let ours = found.words.end == hit.words.start && doc.gap(found.words.end - 1) == " ";
            if !ours && all.iter().any(|h| h.words.end <= i && i - h.words.end < 3) {
                return None;
            }
            // "very good" rather than "good"
            let wider = (i > line.start)
                .then(|| LEVELS.at(doc, i - 1, hit.words.start))
                .flatten()
                .filter(|w| w.words.end == found.words.end);
            return Some(wider.map_or(found.span, |w| w.span));
        }
    }
    None
}
