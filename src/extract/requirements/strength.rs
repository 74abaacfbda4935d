//! Must or nice: the line's label, overruled by the statement's own words.

use std::ops::Range;

use super::words::WORDS;
use crate::extract::document::Document;
use crate::extract::facts::Strength;
use crate::extract::label::Label;

/// How strongly the statement of these words, on a line labelled `label`, asks.
#[must_use]
pub fn read(doc: &Document<'_>, words: Range<usize>, label: Label) -> Strength {
    if opens_as_plus(doc, words.clone()) {
        return Strength::Nice;
    }
    let plus = WORDS.plus.find(doc, words.clone()).last();
    let must = WORDS.must.find(doc, words.clone()).next();
    match (plus, must) {
        (Some(plus), must) => {
            // "preferred but not required": the "required" is part of what says it is not
            let firm = must.is_some_and(|m| {
                m.words.start < plus.words.start && !plus.words.contains(&m.words.start)
            });
            if firm || (label != Label::Nice && is_aside(doc, words, &plus.words)) {
                Strength::Must
            } else {
                Strength::Nice
            }
        }
        (None, Some(_)) => Strength::Must,
        (None, None) if label == Label::Nice => Strength::Nice,
        (None, None) => Strength::Must,
    }
}

/// Whether a word of these asks firmly.
#[must_use]
pub fn demands(doc: &Document<'_>, words: Range<usize>) -> bool {
    WORDS.must.find(doc, words).next().is_some()
}

/// Whether a word of these only wishes.
#[must_use]
pub fn wishes(doc: &Document<'_>, words: Range<usize>) -> bool {
    !words.is_empty()
        && (WORDS.plus.find(doc, words.clone()).next().is_some() || opens_as_plus(doc, words))
}

/// Whether "ideally" or the like opens the statement.
fn opens_as_plus(doc: &Document<'_>, words: Range<usize>) -> bool {
    WORDS.first.at(doc, words.start, words.end).is_some()
}

/// Whether what is called a plus is only the tail of the statement: a clause of its own behind a full
/// demand ("Two years as a cook, French a plus"), or in brackets. The last member of a list is no such
/// clause: there "or" or "and" stands before it.
fn is_aside(doc: &Document<'_>, words: Range<usize>, plus: &Range<usize>) -> bool {
    let mut start = plus.start;
    while start > words.start {
        let gap = doc.gap(start - 1);
        if gap.contains([',', ';', '(']) || gap.contains(" - ") || gap.contains(" – ") {
            break;
        }
        start -= 1;
    }
    let bracket = start > words.start && doc.gap(start - 1).contains('(');
    let short = plus.start - start <= 8;
    let demand = start - words.start >= 3;
    let listed = WORDS.or.find(doc, start..plus.start).next().is_some()
        || (start..plus.start).any(|i| {
            matches!(
                doc.folded(i),
                "and" | "und" | "et" | "y" | "e" | "en" | "och"
            )
        });
    let own = plus.start > start;
    demand && short && (own || bracket) && (bracket || !listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_overrule_the_label() {
        use Strength::{Must, Nice};
        let cases = [
            (Label::Must, "Knowledge of Excel", Must),
            (Label::Must, "Knowledge of Excel is a plus", Nice),
            (Label::Must, "Excel preferred but not required", Nice),
            (Label::Must, "Ideally, you know Excel", Nice),
            (
                Label::Must,
                "Three years as a cook, ideally in a hotel",
                Must,
            ),
            (Label::Must, "Three years as a cook, French a plus", Must),
            (
                Label::Must,
                "Experience in Java, Scala or Kotlin is a plus",
                Nice,
            ),
            (Label::Nice, "A driving licence is required", Must),
            (Label::Nice, "Knowledge of Excel", Nice),
            (Label::Must, "Englischkenntnisse sind von Vorteil", Nice),
            (Label::Must, "La maîtrise de l'anglais est un plus", Nice),
            (Label::Must, "Se valorará experiencia en ventas", Nice),
            (Label::Nice, "Körkort är ett krav", Must),
            (Label::Must, "Ervaring met Excel is een pré", Nice),
            (Label::Must, "Gradita la conoscenza di Excel", Nice),
            (Label::Must, "Bachelor's required, master's preferred", Must),
        ];
        for (label, text, want) in cases {
            let doc = Document::new(text);
            assert_eq!(read(&doc, 0..doc.words.len(), label), want, "{text}");
        }
    }
}
