//! Stretches of time as written: "3-5 years", "at least five years", "6 months". Never what they are
//! for.

use std::ops::Range;

use super::super::document::Document;
use super::super::number;
use super::super::span::Span;
use crate::extract::word::lower;

/// A stretch of time as written: "3-5 years", "at least five years", "6 months".
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// Its lower end, in years.
    pub least: f32,
    /// Its words.
    pub words: Range<usize>,
    /// Where it stands.
    pub span: Span,
    /// Whether it is counted in months.
    pub months: bool,
    /// Whether it is written in the plural or as a range or "+": "5+ years".
    pub(super) counted: bool,
}

/// The stretch of time that starts with the number at word `i`.
#[must_use]
pub fn at(doc: &Document<'_>, i: usize) -> Option<Years> {
    let end = doc.words.len();
    let word = doc.word_str(i).as_bytes();
    let figures = word[0].is_ascii_digit() || word[word.len() - 1].is_ascii_digit();
    if !figures && !number::may_be_spelled(doc, i) && !word.contains(&b'j') {
        return None;
    }
    if let Some((n, words)) = compound(doc, i) {
        return Some(Years {
            least: n,
            span: doc.span_of(words.clone()),
            words,
            months: false,
            counted: true,
        });
    }
    let first = number::at(doc, i).or_else(|| {
        // "Qualifications8+ years": a heading glued to the number
        let word = doc.word_str(i);
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let glued =
            word.len() - letters.len() <= 2 && letters.len() >= 4 && letters.len() < word.len();
        glued.then(|| number::at_byte(doc, i, doc.words[i].span.start + letters.len()))?
    })?;
    if first.value > 60.0 || first.grouped || first.scale > 1.0 {
        return None;
    }
    let mut last_value = first.value;
    let mut counted = first.value != 1.0;
    let mut at = first.words.end;
    let mut edge = first.span.end;
    let mut tail = lower(first.tail.of(doc.text));
    // "3-5", "3 to 5", "3 bis 5", "3 or more", "five (5)"
    for _ in 0..4 {
        if !tail.is_empty() || at >= end {
            break;
        }
        let gap = &doc.text[edge.min(doc.words[at].span.start)..doc.words[at].span.start];
        if gap.len() > 8 || gap.contains(['\n', ';', '%', '$', '€']) || gap.contains(". ") {
            return None;
        }
        if let Some(next) = number::at(doc, at) {
            let range = gap.contains(['-', '–', '—', '−', '(', '/', '‑', '~', '+'])
                || joins(doc.folded(at - 1))
                || gap.trim().is_empty() && next.words.start > first.words.end;
            if !range || next.value > 60.0 || next.grouped {
                return None;
            }
            counted = true;
            last_value = next.value;
            edge = next.span.end;
            tail = lower(next.tail.of(doc.text));
            at = next.words.end;
            continue;
        }
        let word = doc.folded(at);
        if joins(word)
            || matches!(
                word,
                "more"
                    | "plus"
                    | "mehr"
                    | "plusieurs"
                    | "mas"
                    | "mais"
                    | "full"
                    | "o"
                    | "meer"
                    | "fler"
                    | "piu"
                    | "volle"
                    | "calendar"
                    | "oder"
                    | "ou"
                    | "eller"
                    | "of"
                    | "over"
                    | "good"
            )
        {
            edge = doc.words[at].span.end;
            at += 1;
            continue;
        }
        break;
    }
    let (months, stop, end_byte) = if tail.is_empty() {
        if at >= end {
            return None;
        }
        let word = doc.words[at].span;
        let gap = &doc.text[edge.min(word.start)..word.start];
        if gap.len() > 8 || gap.contains(['\n', ';', '%', '/']) || gap.contains(". ") {
            return None;
        }
        let (months, plural, len) = unit(doc.folded(at)).or_else(|| glued(word.of(doc.text)))?;
        counted |= plural;
        (months, at + 1, word.start + len.min(word.len()))
    } else {
        let (months, plural, _) = unit(&tail).or_else(|| glued(&tail))?;
        counted |= plural;
        (months, at, doc.words[at - 1].span.end)
    };
    if last_value < first.value {
        return None;
    }
    let mut end_byte = end_byte;
    while !doc.text.is_char_boundary(end_byte) {
        end_byte += 1;
    }
    let least = first.value as f32;
    Some(Years {
        least: if months { least / 12.0 } else { least },
        words: i..stop,
        span: Span::new(first.span.start, end_byte),
        months,
        counted,
    })
}

fn joins(folded: &str) -> bool {
    matches!(
        folded,
        "to" | "bis"
            | "a"
            | "or"
            | "and"
            | "tot"
            | "till"
            | "al"
            | "e"
            | "y"
            | "oder"
            | "ou"
            | "eller"
            | "of"
            | "och"
            | "und"
    )
}

/// A unit of years or months: whether months, whether plural, and its length in bytes.
pub(super) fn unit(folded: &str) -> Option<(bool, bool, usize)> {
    let (months, plural) = match folded {
        "years" | "yrs" | "yoe" | "jahre" | "jahren" | "ans" | "annees" | "anos" | "anni"
        | "jaren" | "ars" | "ar" | "ys" => (false, true),
        "year" | "yr" | "y" | "jahr" | "an" | "annee" | "ano" | "anno" | "jaar" | "jahrige"
        | "jahriger" | "jahrigen" | "arig" | "jarige" => (false, false),
        "months" | "mos" | "monate" | "monaten" | "mois" | "meses" | "mesi" | "maanden"
        | "manader" => (true, true),
        "month" | "monat" | "mes" | "mese" | "maand" | "manad" => (true, false),
        _ => return None,
    };
    Some((months, plural, 40))
}

/// "yearsExperience": a heading or word glued behind the unit.
fn glued(word: &str) -> Option<(bool, bool, usize)> {
    for (unit, months) in [
        ("years", false),
        ("yrs", false),
        ("months", true),
        ("year", false),
    ] {
        if let Some(rest) = word.strip_prefix(unit)
            && rest.starts_with(char::is_uppercase)
        {
            return Some((months, unit.ends_with('s'), unit.len()));
        }
    }
    None
}

/// "fünfjährige", "3-jährige": years inside an adjective.
fn compound(doc: &Document<'_>, i: usize) -> Option<(f32, Range<usize>)> {
    let word = doc.folded(i);
    if word.len() < 7 || !word.bytes().any(|b| b == b'j') {
        return None;
    }
    let stem = word.find("jahrig").filter(|at| *at > 0)?;
    let n = match &word[..stem] {
        "ein" => 1.0,
        "zwei" => 2.0,
        "drei" => 3.0,
        "vier" => 4.0,
        "funf" => 5.0,
        "sechs" => 6.0,
        "sieben" => 7.0,
        "acht" => 8.0,
        "zehn" => 10.0,
        digits => f32::from(digits.parse::<u8>().ok().filter(|n| *n <= 30)?),
    };
    Some((n, i..i + 1))
}
