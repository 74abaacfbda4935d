//! What each sentence of a long line is for. A page pasted as one line has headings, duties, demands
//! and offers on it; its label can say one of them only. Never relabels the line itself, and leaves
//! lines of ordinary length alone.

use super::document::Document;
use super::label::Label;
use super::lexicon::{Hit, Lexicon};
use super::sentence::Sentence;
use super::span::Span;

/// A block of so many bytes or more is looked at sentence by sentence.
pub const LONG: usize = 600;

/// A document of no more lines was pasted with its line ends lost.
const FEW: usize = 12;

static HEADS: Lexicon = Lexicon::of("inline_heads");

struct Cues {
    legal: Lexicon,
    benefit: Lexicon,
    must: Lexicon,
    nice: Lexicon,
    duty: Lexicon,
    verb: Lexicon,
}

static CUES: Cues = Cues {
    legal: list("legal"),
    benefit: list("benefit"),
    must: list("must"),
    nice: list("nice"),
    duty: list("duty"),
    verb: list("verb"),
};

const fn list(head: &str) -> Lexicon {
    Lexicon::heads("statement_cues", &[head])
}

/// The sentences of a long block labelled `label`, each with what it is for; headings among them are
/// left out.
#[must_use]
pub fn judge(doc: &Document<'_>, label: Label, sentences: Vec<Sentence>) -> Vec<(Label, Sentence)> {
    let mut out = Vec::new();
    let mut under: Option<Label> = None;
    // introductions are full of words that sound like demands: with other lines to say what is asked
    // for, such a line is believed
    let believed = label == Label::About && doc.lines.len() > FEW;
    for sentence in sentences {
        for part in at_heads(doc, &sentence) {
            let mut rest = part;
            if let Some(head) = head_at(doc, &rest) {
                under = Some(value(head.value));
                rest.words.start = head.words.end;
                if rest.words.is_empty() {
                    continue;
                }
                rest.span.start = doc.words[rest.words.start].span.start;
            }
            let own = alone(doc, &rest)
                .filter(|own| !believed || under.is_some() || *own == Label::Legal);
            out.push((combine(under, own, label), rest));
        }
    }
    out
}

/// The label a sentence takes from the heading it stands under, its own words, and its line.
fn combine(under: Option<Label>, own: Option<Label>, line: Label) -> Label {
    match (under, own) {
        (_, Some(Label::Legal)) => Label::Legal,
        (Some(Label::Must), Some(Label::Nice)) => Label::Nice,
        (Some(Label::Duty), Some(Label::Must)) => Label::Must,
        (Some(head), _) => head,
        (None, Some(own)) => own,
        (None, None) => line,
    }
}

/// What a sentence is for by its own words.
fn alone(doc: &Document<'_>, sentence: &Sentence) -> Option<Label> {
    let words = sentence.words.clone();
    let has = |list: &Lexicon| list.find(doc, words.clone()).next().is_some();
    if has(&CUES.legal) {
        Some(Label::Legal)
    } else if has(&CUES.duty) {
        Some(Label::Duty)
    } else if has(&CUES.nice) {
        Some(Label::Nice)
    } else if CUES.verb.at(doc, words.start, words.end).is_some() {
        Some(Label::Duty)
    } else if has(&CUES.must) {
        Some(Label::Must)
    } else if has(&CUES.benefit) {
        Some(Label::Benefit)
    } else {
        None
    }
}

fn value(head: &str) -> Label {
    match head {
        "duty" => Label::Duty,
        "must" => Label::Must,
        "nice" => Label::Nice,
        "benefit" => Label::Benefit,
        "apply" => Label::Apply,
        "legal" => Label::Legal,
        _ => Label::About,
    }
}

/// The sentence cut before each heading inside it.
fn at_heads(doc: &Document<'_>, sentence: &Sentence) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = sentence.words.start;
    let mut i = start + 1;
    while i < sentence.words.end {
        let fresh = capital(doc, i) && !capital(doc, i - 1);
        if fresh && closed_by_colon(doc, HEADS.at(doc, i, sentence.words.end)).is_some() {
            out.push(part(doc, sentence, start, i));
            start = i;
        }
        i += 1;
    }
    out.push(part(doc, sentence, start, sentence.words.end));
    out
}

fn part(doc: &Document<'_>, sentence: &Sentence, start: usize, end: usize) -> Sentence {
    let first = start == sentence.words.start;
    let last = end == sentence.words.end;
    let from = if first {
        sentence.span.start
    } else {
        doc.words[start].span.start
    };
    let to = if last {
        sentence.span.end
    } else {
        doc.words[end].span.start
    };
    let span = Span::new(from, to).trim(doc.text);
    Sentence {
        line: doc.line_at(span.start),
        span,
        words: start..end,
        listed: sentence.listed,
    }
}

/// The heading a sentence opens with: before a colon, or before a word with a capital.
fn head_at(doc: &Document<'_>, sentence: &Sentence) -> Option<Hit> {
    let words = sentence.words.clone();
    if !capital(doc, words.start) {
        return None;
    }
    let hit = HEADS.at(doc, words.start, words.end)?;
    let alone = hit.words.end == words.end;
    let titled = hit.words.len() > 1 && !alone && capital(doc, hit.words.end);
    if alone || titled {
        return Some(hit);
    }
    closed_by_colon(doc, Some(hit))
}

fn closed_by_colon(doc: &Document<'_>, hit: Option<Hit>) -> Option<Hit> {
    let hit = hit?;
    let gap = doc.text[hit.span.end..].trim_start_matches(['*', '_', ' ', ')']);
    gap.starts_with([':', '：']).then_some(hit)
}

fn capital(doc: &Document<'_>, i: usize) -> bool {
    doc.word_str(i)
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::sentence::{blocks, sentences};
    use super::*;

    #[test]
    fn each_sentence_finds_its_label() {
        let text = "Old Mill is a bakery by the river. Responsibilities: Bake rye bread. Clean the oven. \
                    Qualifications: Two winters at an oven. Knowledge of sourdough is a plus. Benefits: Free bread. \
                    We hire without regard to age.";
        let doc = Document::new(text);
        let block = blocks(&doc).next().unwrap();
        let labels: Vec<_> = judge(&doc, Label::About, sentences(&doc, &block))
            .into_iter()
            .map(|(label, s)| (label.letter(), doc.str(s.span)))
            .collect();
        assert_eq!(
            labels,
            [
                ('A', "Old Mill is a bakery by the river."),
                ('D', "Bake rye bread."),
                ('D', "Clean the oven."),
                ('R', "Two winters at an oven."),
                ('P', "Knowledge of sourdough is a plus."),
                ('B', "Free bread."),
                ('L', "We hire without regard to age."),
            ]
        );
    }
}
