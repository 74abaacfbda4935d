//! Human languages asked for, required or preferred. Never one that is only the market's, the team's,
//! a course's or the application's, and never a programming language.

mod asked;
mod level;

use std::ops::Range;

use super::document::{Document, display};
use super::facts::*;
use super::label::Label;
use super::labelled::labelled;
use super::lexicon::{Hit, Lexicon, fold, word_hash};
use super::span::Span;
use crate::extract::order;
use asked::{CUES, elsewhere, is_asked, speaking};
use level::level;

static NAMES: Lexicon = Lexicon::of("languages");

static LABELS: Lexicon = Lexicon::of("language_labels");

/// Words that a language's name may be glued before: "Deutschkenntnisse".
const GLUED: [&str; 6] = [
    "kenntnisse",
    "kenntnissen",
    "sprachkenntnisse",
    "sprachkenntnissen",
    "sprachig",
    "muttersprachler",
];

/// The English name of the language that `words` name in any language the reader knows.
#[must_use]
pub fn named(words: &str) -> Option<&'static str> {
    let doc = Document::new(words);
    let hit = NAMES.at(&doc, 0, doc.words.len())?;
    (hit.words.len() == doc.words.len()).then_some(hit.value)
}

/// Mentions of one language that are kept as evidence.
const MOST_EVIDENCE: usize = 24;

/// The languages, in the posting's order.
#[must_use]
pub fn read(doc: &Document<'_>, facts: &Facts) -> Vec<Fact<Language>> {
    let mut out: Vec<Fact<Language>> = Vec::new();
    let title = facts.title.as_ref().map(Fact::span);
    let mut last_asked = None;
    let fields = label_values(doc);
    for (n, line) in doc.lines.iter().enumerate() {
        let in_field = fields.binary_search(&n).is_ok();
        if (line.label == Label::Noise && !in_field) || line.words.is_empty() {
            continue;
        }
        let hits = names(doc, line.words.clone());
        if hits.is_empty() {
            continue;
        }
        let in_title = title.is_some_and(|t| t.overlaps(line.span));
        let mut asked: Vec<bool> = hits
            .iter()
            .map(|h| {
                (in_field || is_asked(doc, &line.words, h, line.label))
                    && !elsewhere(doc, &line.words, h, in_title)
            })
            .collect();
        // a short line in a list of them
        if line.words.len() <= 4
            && hits[0].words.start == line.words.start
            && last_asked.is_some_and(|l| n - l <= 2)
            && !elsewhere(doc, &line.words, &hits[0], in_title)
        {
            asked[0] = true;
        }
        if in_title {
            for (a, h) in asked.iter_mut().zip(&hits) {
                *a |= speaking(doc, h.words.end)
                    || CUES
                        .at(doc, h.words.start.saturating_sub(1), h.words.start)
                        .is_some();
            }
        }
        // "English, German and Dutch": what holds of one holds of its neighbours
        for _ in 0..2 {
            for k in 1..hits.len() {
                let close = beside(doc, &hits[k - 1], &hits[k]);
                if close && (asked[k - 1] != asked[k]) {
                    let other = if asked[k] { k - 1 } else { k };
                    asked[other] = !elsewhere(doc, &line.words, &hits[other], in_title);
                }
            }
        }
        if asked.contains(&true) {
            last_asked = Some(n);
        }
        for k in (0..hits.len()).filter(|k| asked[*k]) {
            let near = &hits[k.saturating_sub(2)..hits.len().min(k + 2)];
            add(doc, &line.words, &hits[k], near, &mut out);
        }
    }
    out
}

fn add(
    doc: &Document<'_>,
    line: &Range<usize>,
    hit: &Hit,
    all: &[Hit],
    out: &mut Vec<Fact<Language>>,
) {
    let level = level(doc, line, hit, all);
    let evidence = match level {
        Some(span) if span.to(hit.span).len() <= 120 => span.to(hit.span),
        _ => hit.span,
    };
    let level = level.map(|span| display(doc.text, span));
    if let Some(old) = out.iter_mut().find(|f| f.value.name == hit.value) {
        if old.value.level.is_none() {
            old.value.level = level;
        }
        if old.evidence.len() < MOST_EVIDENCE {
            old.evidence.push(evidence);
        }
        return;
    }
    let value = Language {
        name: hit.value.to_string(),
        level,
    };
    out.push(Fact::new(value, evidence, "asked for"));
}

/// The names of languages in `words`, compounds too.
fn names(doc: &Document<'_>, words: Range<usize>) -> Vec<Hit> {
    let mut out = Vec::new();
    let mut i = words.start;
    while i < words.end {
        if let Some(hit) = NAMES.at(doc, i, words.end) {
            let english = fold(hit.value) == doc.folded(i);
            let capital = doc.word_str(i).starts_with(char::is_uppercase);
            i = hit.words.end;
            if capital || !english || all_small(doc, &words) {
                out.push(hit);
            }
            continue;
        }
        let folded = doc.folded(i);
        let stem = GLUED.iter().find_map(|g| folded.strip_suffix(g));
        if let Some(stem) = stem.filter(|s| s.len() > 4)
            && let Some(value) = NAMES.value_of(word_hash(stem))
        {
            out.push(Hit {
                words: i..i + 1,
                span: doc.words[i].span,
                value,
            });
        }
        i += 1;
    }
    out
}

fn all_small(doc: &Document<'_>, words: &Range<usize>) -> bool {
    words.len() > 1
        && words
            .clone()
            .take(12)
            .all(|i| !doc.word_str(i).starts_with(char::is_uppercase))
}

/// The lines that hold the value of a labelled field or stand under such a heading.
fn label_values(doc: &Document<'_>) -> Vec<usize> {
    let mut out = Vec::new();
    for field in labelled(doc, &LABELS) {
        if field.noise {
            continue;
        }
        if !field.below {
            out.push(field.line);
            continue;
        }
        let first = doc.line_at(doc.words[field.value.start].span.start);
        // lines of few words, each with a language
        let below = (first..doc.lines.len())
            .filter(|n| !doc.lines[*n].words.is_empty())
            .take(10)
            .take_while(|n| {
                let words = doc.lines[*n].words.clone();
                words.len() <= 12 && !names(doc, words).is_empty()
            });
        out.extend(below);
    }
    // "... read and write the following languages" ends a line, the languages stand below
    for (n, line) in doc.lines.iter().enumerate() {
        let words = &line.words;
        if !(4..=16).contains(&words.len()) || line.label == Label::Noise {
            continue;
        }
        let ends = (words.end - 3..words.end).any(|i| {
            LABELS
                .at(doc, i, words.end)
                .is_some_and(|hit| hit.words.end == words.end)
        });
        if ends {
            let next =
                (n + 1..doc.lines.len().min(n + 3)).find(|k| !doc.lines[*k].words.is_empty());
            out.extend(next.filter(|k| doc.lines[*k].words.len() <= 6));
        }
    }
    order::sort_once(&mut out);
    out
}

/// Whether two names are members of one list.
fn beside(doc: &Document<'_>, a: &Hit, b: &Hit) -> bool {
    let between = doc.str(Span::new(a.span.end, b.span.start));
    b.words.start - a.words.end <= 2
        && between.len() <= 16
        && !between.contains([';', '\n'])
        && !between.contains(". ")
        || (b.words.start - a.words.end <= 1 && between.len() <= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(text: &str) -> String {
        let doc = Document::new(text);
        let found = read(&doc, &Facts::default());
        let found: Vec<_> = found
            .iter()
            .map(|f| match &f.value.level {
                Some(level) => format!("{} ({level})", f.value.name),
                None => f.value.name.clone(),
            })
            .collect();
        found.join(", ")
    }

    #[test]
    fn languages_asked_for() {
        let cases = [
            (
                "Fluent in English and French",
                "English (Fluent), French (Fluent)",
            ),
            ("German (C1), Polish is a plus", "German (C1), Polish"),
            ("Languages: Dutch, English", "Dutch, English"),
            (
                "Languages\n\nSpanish – native\nItalian – basic",
                "Spanish (native), Italian (basic)",
            ),
            (
                "Sehr gute Deutsch- und Englischkenntnisse in Wort und Schrift",
                "German (Sehr gute), English (Sehr gute)",
            ),
            (
                "Verhandlungssicheres Englisch",
                "English (Verhandlungssicheres)",
            ),
            ("Anglais courant exigé", "English (courant)"),
            ("Nivel alto de inglés", "English (Nivel alto)"),
            ("Inglês fluente", "English (fluente)"),
            ("Ottima conoscenza della lingua inglese", "English (Ottima)"),
            ("Goede beheersing van de Nederlandse taal", "Dutch (Goede)"),
            (
                "Du talar flytande svenska och engelska",
                "Swedish (flytande), English (flytande)",
            ),
            (
                "Fluency in English; knowledge of Dari is desirable.",
                "English (Fluency), Dari",
            ),
            (
                "Superb verbal and writing skills for English and Russian;",
                "English, Russian",
            ),
            (
                "You must read and write the following languages\nEnglish",
                "English",
            ),
            ("✅Inglês fluente\n✅Francês", "English (fluente), French"),
            ("You join an English-speaking team.", ""),
            ("We lead the German market.", ""),
            ("You translate texts from French to Greek.", ""),
            ("Please send your CV written in English.", ""),
            ("Free English courses for all.", ""),
            ("Polish the silver and speak softly", ""),
            ("You know programming languages such as Python.", ""),
        ];
        for (text, expect) in cases {
            assert_eq!(languages(text), expect, "{text}");
        }
    }
}
