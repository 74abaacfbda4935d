//! Dated steps of the hiring process: a list item that is a date and what happens then.

use crate::extract::date::{Calendar, Dated, When};
use crate::extract::document::Document;
use crate::extract::facts::Step;
use crate::extract::items::{Statements, item};
use crate::extract::label::Label;
use crate::extract::sentence::Sentence;
use crate::extract::span::Span;

/// The steps in order.
#[must_use]
pub fn read(doc: &Document<'_>, said: &Statements) -> Vec<Step> {
    let calendar = Calendar::of(doc);
    said.labelled(&[Label::Apply, Label::Meta])
        .filter(|(label, s)| *label == Label::Apply || s.listed)
        .filter_map(|(_, s)| step(doc, &calendar, s))
        .collect()
}

fn step(doc: &Document<'_>, calendar: &Calendar, sentence: &Sentence) -> Option<Step> {
    if sentence.span.len() > 300 {
        return None;
    }
    let dated = calendar.find(doc, sentence.words.clone());
    let [date] = &dated[..] else {
        return None;
    };
    if !matches!(date.from, When::On(_)) {
        return None;
    }
    let what = what(doc, sentence, date)?;
    Some(Step {
        what: item(doc, what),
        from: date.from.clone(),
        to: date.to.clone(),
        when: date.span,
    })
}

/// What happens at the date: what stands on its other side of a colon, dash or bar; the whole
/// statement where it is a sentence around the date.
fn what(doc: &Document<'_>, sentence: &Sentence, date: &Dated) -> Option<Span> {
    let marks = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | '-' | '–' | '—' | '|' | '*' | '_' | ',' | '.' | '(' | ')'
            )
    };
    let before = Span::new(
        sentence.span.start,
        date.span.start.max(sentence.span.start),
    );
    let after = Span::new(date.span.end.min(sentence.span.end), sentence.span.end);
    let divided = |s: &str| {
        s.trim_matches(['*', '_', ' ', ')', '('])
            .starts_with([':', '-', '–', '—', '|'])
    };
    let closed = |s: &str| {
        s.trim_end_matches(['*', '_', ' ', '('])
            .ends_with([':', '-', '–', '—', '|'])
    };
    let (head, tail) = (
        before.trim_matches(doc.text, marks),
        after.trim_matches(doc.text, marks),
    );
    match (head.is_empty(), tail.is_empty()) {
        (true, true) => None,
        // "Late June: ...", "From 1 May: ..."
        (_, false) if divided(after.of(doc.text)) && doc.words_in(head).len() <= 1 => Some(tail),
        (false, true) if closed(before.of(doc.text)) => Some(head),
        _ => Some(sentence.span),
    }
}
