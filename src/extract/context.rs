//! What stands around a word: its clause, and the label that heads its line. Bounded looks to either
//! side, so that a document of one line stays linear to read.

use std::ops::Range;

use super::document::Document;
use super::lexicon::{Hit, Lexicon};

/// Words looked at to either side, at most.
const REACH: usize = 50;

/// The words of the sentence that holds word `i`, as far as its line goes (lines that are hard-wrapped
/// into one sentence count as one line) and no further than fifty words to either side.
#[must_use]
pub fn sentence(doc: &Document<'_>, i: usize) -> Range<usize> {
    around(doc, i, REACH, REACH)
}

/// The same, no further than `back` words before word `i` and `forth` words from it on.
#[must_use]
pub fn around(doc: &Document<'_>, i: usize, back: usize, forth: usize) -> Range<usize> {
    let mut start = i;
    while start > 0 && i - start < back && !ends(doc, start - 1) {
        start -= 1;
    }
    let mut end = i + 1;
    while end < doc.words.len() && end - i < forth && !ends(doc, end - 1) {
        end += 1;
    }
    start..end
}

/// Whether a sentence ends between word `i` and the next.
fn ends(doc: &Document<'_>, i: usize) -> bool {
    let gap = doc.gap(i);
    if gap == " " {
        return false;
    }
    if gap.len() < 2 {
        return matches!(gap, "|" | "\n");
    }
    if let Some(at) = gap.find('\n') {
        let next = doc.line_at(doc.words[i + 1].span.start);
        let wrapped = doc.lines[next].continues && !gap[at + 1..].contains('\n');
        return !wrapped || stops(doc, i, &gap[..at]);
    }
    if gap.contains(['|', '•', '·', '●', ';', '*']) && gap.contains(' ') {
        return !gap.contains("**") || gap.contains(['|', '•', '·', '●', ';']);
    }
    stops(doc, i, gap)
}

/// Whether `gap`, behind word `i`, holds the mark that ends a sentence. An initial or a common short
/// form before the dot ("e.g. ", "min. ", "ca. ") goes on.
fn stops(doc: &Document<'_>, i: usize, gap: &str) -> bool {
    if gap.contains(['!', '?', '。']) {
        return true;
    }
    let Some(at) = gap.find('.') else {
        return false;
    };
    if !gap[at + 1..].starts_with([' ', '\u{a0}', '\t', ')', '"', '”']) && at + 1 < gap.len() {
        return false;
    }
    let word = doc.folded(i);
    let short = word.chars().count() < 2 && word.starts_with(|c: char| c.is_alphabetic())
        || matches!(
            word,
            "approx"
                | "min"
                | "max"
                | "ca"
                | "incl"
                | "inkl"
                | "etc"
                | "eg"
                | "ie"
                | "no"
                | "nr"
                | "vs"
                | "yrs"
                | "yr"
                | "exp"
                | "mind"
                | "bzw"
                | "ggf"
                | "gem"
                | "zzgl"
                | "std"
                | "jan"
                | "feb"
                | "mar"
                | "apr"
                | "jun"
                | "jul"
                | "aug"
                | "sep"
                | "sept"
                | "oct"
                | "nov"
                | "dec"
                | "dez"
                | "okt"
                | "nov."
                | "env"
                | "u.s"
                | "rs"
                | "st"
                | "monatl"
        );
    // a day of the month: "5. Mai"
    let day = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) && at == 0;
    !(short || day)
}

/// The line whose words label line `i` from above: the next line up that is not blank, at most two
/// lines away, short, and not itself a full sentence.
#[must_use]
pub fn label_above(doc: &Document<'_>, i: usize) -> Option<usize> {
    let above = (i.saturating_sub(3)..i)
        .rev()
        .find(|k| !doc.lines[*k].is_blank())?;
    let line = &doc.lines[above];
    let words = line.words.len();
    let text = doc.line_str(above);
    (words > 0 && words <= 7 && !text.ends_with(['.', '!', ';', ','])).then_some(above)
}

/// The last phrase of `lexicon` in the words `range`.
#[must_use]
pub fn last(lexicon: &Lexicon, doc: &Document<'_>, range: Range<usize>) -> Option<Hit> {
    lexicon.find(doc, range).last()
}

/// Whether any phrase of `lexicon` stands in the words `range`.
#[must_use]
pub fn any(lexicon: &Lexicon, doc: &Document<'_>, range: Range<usize>) -> bool {
    lexicon.find(doc, range).next().is_some()
}

/// The words of `range` that are at most `n` words before `at`.
#[must_use]
pub fn before(range: &Range<usize>, at: usize, n: usize) -> Range<usize> {
    at.saturating_sub(n).max(range.start)..at
}

/// The words of `range` that are at most `n` words from `at` on.
#[must_use]
pub fn after(range: &Range<usize>, at: usize, n: usize) -> Range<usize> {
    at..(at + n).min(range.end).max(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_do() {
        let cases = [
            ("One here. Two HERE now. Three", "Two HERE now"),
            (
                "We ask min. 5 YEARS of work. More",
                "We ask min. 5 YEARS of work",
            ),
            ("- a list\n- with TWO items\n- more", "with TWO items"),
            ("until 5. MAI 2025! Or later", "until 5. MAI 2025"),
            ("Berlin | FULL time | Remote", "FULL time"),
        ];
        for (text, want) in cases {
            let doc = Document::new(text);
            let i = (0..doc.words.len())
                .find(|i| {
                    doc.word_str(*i).len() > 2 && doc.word_str(*i).chars().all(char::is_uppercase)
                })
                .expect("a word in capitals");
            assert_eq!(doc.str(doc.span_of(sentence(&doc, i))), want, "{text}");
        }
    }

    #[test]
    fn a_short_line_labels_the_next() {
        let doc =
            Document::new("Closing date:\n\n5 May\nThis is a whole sentence of the text, see.\nx");
        assert_eq!(label_above(&doc, 2), Some(0));
        assert_eq!(label_above(&doc, 4), None);
    }
}
