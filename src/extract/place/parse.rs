//! Reads a stretch of words that should be nothing but places: "Köln", "Austin, TX 78701; Remote",
//! "Lyon ou Grenoble", "Berlin, Berlin, Germany", "Remote (US only)". Knows names from the gazetteer,
//! codes, postcodes and shapes; never looks outside the stretch it is given.

use std::ops::Range;

use super::gazetteer;
use super::part::{Level, Part, classify};
use super::postcode::strip_postcode;
use crate::extract::document::Document;
use crate::extract::lexicon::Lexicon;
use crate::extract::span::Span;

/// A place read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its words, less postcodes at the ends.
    pub span: Span,
    /// How it is known.
    pub trust: Trust,
    /// Whether all of it is a country or wider.
    pub wide: bool,
}

/// How a place is known for one, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// Written as a name, no more.
    Guess,
    /// An unknown name before a known state or country.
    Shaped,
    /// Every part is known.
    Known,
}

/// Words that stand around places and are none: work modes, "based", "only", "in".
static AROUND: Lexicon = Lexicon::of("around_places");
/// The places in `words`, in order; none if a word is left that belongs to no place. With `loose`, a
/// name that no list knows is a place too, as a guess.
#[must_use]
pub fn places(doc: &Document<'_>, words: Range<usize>, loose: bool) -> Vec<Place> {
    if words.is_empty() || words.len() > 60 {
        return Vec::new();
    }
    let end = words.end;
    let mut inner = words.start..end - 1;
    if inner.any(|i| doc.gap(i).contains(['!', '?'])) {
        return Vec::new();
    }
    let line = doc.str(doc.span_of(words.clone()));
    let any_case = !line.contains(char::is_uppercase);
    let mut parts: Vec<Part> = Vec::new();
    let mut quarter = None;
    for (chunk, bracketed, range) in split(doc, words, any_case) {
        let range = strip_postcode(doc, strip(doc, range));
        if range.is_empty() {
            continue;
        }
        // "Gisors - 27", "Annecy (74)": the number of the département
        if let Some(town) = parts.last_mut().filter(|p| p.trust == Trust::Guess)
            && is_department(doc, &range)
        {
            town.trust = Trust::Shaped;
            continue;
        }
        // "New York, NY (Chelsea area)": what a bracket adds to a place is no second one
        if bracketed && parts.iter().any(|p| p.chunk < chunk) {
            if matches!(doc.folded(range.end - 1), "area" | "district" | "quarter") {
                quarter = Some(range.end);
            }
            continue;
        }
        match classify(doc, range, any_case, chunk) {
            Some(part) if loose || !bracketed || part.trust > Trust::Guess => parts.push(part),
            _ if bracketed => {}
            _ => return Vec::new(),
        }
    }
    let mut places = group(doc, &parts);
    if let Some(last) = places.last_mut() {
        last.span = with_others(doc, last.span, end);
        if let Some(quarter) = quarter {
            let close = doc.words[quarter - 1].span.end;
            if close > last.span.end && close < last.span.end + 60 {
                last.span.end = close + usize::from(doc.text[close..].starts_with(')'));
            }
        }
    }
    if !loose && places.iter().any(|p| p.trust == Trust::Guess) {
        return Vec::new();
    }
    places
}

/// Two figures, after a dash or in a bracket.
fn is_department(doc: &Document<'_>, range: &Range<usize>) -> bool {
    let word = doc.word_str(range.start);
    range.len() == 1
        && word.len() == 2
        && word.bytes().all(|b| b.is_ascii_digit())
        && word > "00"
        && word < "96"
        && range.start > 0
        && matches!(doc.gap(range.start - 1), " - " | " (" | " – ")
}

/// `span` with the ", Multiple Locations" that some boards write behind it.
fn with_others(doc: &Document<'_>, span: Span, end: usize) -> Span {
    let mut out = span;
    let mut i = doc.words.partition_point(|w| w.span.start < span.end);
    while i + 1 < end
        && doc.gap(i - 1).starts_with(',')
        && matches!(doc.folded(i), "multiple" | "various" | "several")
        && doc.folded(i + 1) == "locations"
    {
        out.end = doc.words[i + 1].span.end;
        i += 2;
    }
    out
}

/// Cuts at commas and at stronger marks. Gives (chunk, whether in brackets, words).
fn split(
    doc: &Document<'_>,
    words: Range<usize>,
    any_case: bool,
) -> Vec<(usize, bool, Range<usize>)> {
    let mut out = Vec::new();
    let (mut chunk, mut depth, mut start) = (0, 0i32, words.start);
    let mut i = words.start;
    while i < words.end {
        let mut next = i + 1;
        if let Some((n, _)) = gazetteer::at(doc, i..words.end, any_case) {
            next = i + n;
        } else if is_and(doc.word_str(i)) && i > words.start {
            out.push((chunk, depth > 0, start..i));
            start = i + 1;
            chunk += 1;
            i += 1;
            continue;
        }
        if next < words.end && doc.gap(next - 1) != " " {
            let gap = doc.gap(next - 1);
            let opens = gap.contains(['(', '[']);
            let closes = gap.contains([')', ']']);
            let hard = opens
                || closes
                || gap.contains(|c| {
                    matches!(
                        c,
                        ';' | '|' | '/' | '&' | '•' | '·' | '\n' | '\t' | ':' | '>' | '→' | '+'
                    )
                })
                || gap.len() > 1
                    && [" - ", " – ", " — ", "--", "- ", "– "]
                        .iter()
                        .any(|d| gap.contains(d));
            let number = doc.word_str(next).starts_with(|c: char| c.is_ascii_digit());
            let tight = !number && matches!(gap, "-" | "–" | "‑" | "_") && {
                let word = doc.word_str(next - 1);
                AROUND.at(doc, next - 1, next).is_some()
                    || (word.len() <= 3 && word.chars().all(char::is_uppercase))
            };
            if hard || tight || gap.contains(',') {
                out.push((chunk, depth > 0, start..next));
                start = next;
                chunk += usize::from(hard);
                depth += i32::from(opens) - i32::from(closes && depth > 0);
            }
        }
        i = next;
    }
    out.push((chunk, depth > 0, start..words.end));
    out.retain(|(_, _, r)| !r.is_empty());
    out
}

fn is_and(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "und"
            | "oder"
            | "et"
            | "ou"
            | "y"
            | "o"
            | "e"
            | "och"
            | "eller"
            | "u"
            | "resp"
            | "bzw"
    )
}

/// `range` less the words around places at its ends.
fn strip(doc: &Document<'_>, mut range: Range<usize>) -> Range<usize> {
    while let Some(hit) = (!range.is_empty())
        .then(|| AROUND.at(doc, range.start, range.end))
        .flatten()
    {
        range.start = hit.words.end;
    }
    'tail: while !range.is_empty() {
        for from in range.end.saturating_sub(4).max(range.start)..range.end {
            if AROUND
                .at(doc, from, range.end)
                .is_some_and(|hit| hit.words.end == range.end)
            {
                range.end = from;
                continue 'tail;
            }
        }
        break;
    }
    range
}
/// Joins the parts that make one place.
fn group(doc: &Document<'_>, parts: &[Part]) -> Vec<Place> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < parts.len() {
        let chunk = parts[i].chunk;
        let end = parts[i..]
            .iter()
            .position(|p| p.chunk != chunk)
            .map_or(parts.len(), |n| i + n);
        let chain = &parts[i..end];
        let countries = chain.iter().filter(|p| p.level == Level::Country).count();
        let falls = chain.len() > 1
            && chain[0].level == Level::Country
            && chain.windows(2).all(|w| w[1].level < w[0].level);
        let last_is_country = chain[chain.len() - 1].level == Level::Country;
        let mut start = 0;
        for k in 1..=chain.len() {
            let joins = k < chain.len() && {
                let (a, b) = (&chain[k - 1], &chain[k]);
                falls
                    || (b.level > a.level
                        && b.level != Level::Area
                        && (b.level != Level::CityOrRegion || state(doc, b)))
                    || (countries == 1 && last_is_country && a.level < Level::Country)
                    || same(doc, a, b)
            };
            if !joins {
                out.extend(place(doc, &chain[start..k]));
                start = k;
            }
        }
        i = end;
    }
    out
}

/// Of the names that are a city's and a region's, those that are usually the state's after a city.
fn state(doc: &Document<'_>, part: &Part) -> bool {
    matches!(
        doc.str(doc.span_of(part.words.clone())),
        "New York" | "Washington" | "Ontario" | "Victoria" | "Quebec" | "Québec"
    )
}

fn same(doc: &Document<'_>, a: &Part, b: &Part) -> bool {
    a.words.len() == b.words.len()
        && a.words
            .clone()
            .zip(b.words.clone())
            .all(|(x, y)| doc.words[x].hash == doc.words[y].hash)
}

fn place(doc: &Document<'_>, parts: &[Part]) -> Option<Place> {
    let (first, last) = (parts.first()?, parts.last()?);
    let least = parts.iter().map(|p| p.trust).min()?;
    let trust = match least {
        // an unknown name before a state or country
        Trust::Guess if last.level >= Level::CityOrRegion && last.trust > Trust::Guess => {
            Trust::Shaped
        }
        trust => trust,
    };
    if parts.iter().all(|p| p.level == Level::Street) {
        return None;
    }
    let mut span = doc.span_of(first.words.start..last.words.end);
    // "U.S." keeps its last point
    if doc.words[last.words.end - 1].span.len() == 1 && doc.text[span.end..].starts_with('.') {
        span.end += 1;
    }
    Some(Place {
        span,
        trust,
        wide: parts.iter().all(|p| p.level >= Level::Country),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, loose: bool) -> String {
        let doc = Document::new(text);
        let found = places(&doc, 0..doc.words.len(), loose);
        let found: Vec<_> = found.iter().map(|p| doc.str(p.span)).collect();
        found.join("; ")
    }

    #[test]
    fn stretches_that_are_places() {
        let cases = [
            ("Köln", "Köln"),
            ("10115 Berlin", "Berlin"),
            ("D-80331 München", "München"),
            ("1012 AB Amsterdam", "Amsterdam"),
            ("LS1 4AP Leeds", "Leeds"),
            ("Leeds LS1 4AP", "Leeds"),
            ("Plymouth, PL1", "Plymouth"),
            ("London EC2A", "London"),
            ("Austin, TX 78701", "Austin, TX"),
            ("Smallville, KS", "Smallville, KS"),
            ("Hamilton, Ontario", "Hamilton, Ontario"),
            ("Petitbourg (74)", "Petitbourg"),
            ("Smallville KS, USA", "Smallville KS, USA"),
            ("Berlin, Berlin, Germany", "Berlin, Berlin, Germany"),
            (
                "New York, New York, United States",
                "New York, New York, United States",
            ),
            ("London, Paris, Berlin", "London; Paris; Berlin"),
            ("Germany, UK, US", "Germany; UK; US"),
            ("Germany, Berlin", "Germany, Berlin"),
            (
                "San Francisco, CA; New York, NY",
                "San Francisco, CA; New York, NY",
            ),
            (
                "San Francisco, CA, New York, NY",
                "San Francisco, CA; New York, NY",
            ),
            ("Lyon ou Grenoble", "Lyon; Grenoble"),
            ("Remote (US only)", "US"),
            ("Remote - US", "US"),
            ("Hybrid - Denver, CO", "Denver, CO"),
            ("Anywhere in the U.S. (remote)", "U.S."),
            ("Greater Manchester", "Greater Manchester"),
            ("Springfield County", "Springfield County"),
            ("Stockholms län", "Stockholms län"),
            (
                "Newcastle upon Tyne, England, United Kingdom",
                "Newcastle upon Tyne, England, United Kingdom",
            ),
            (
                "Musterhausen, Bayern, Deutschland",
                "Musterhausen, Bayern, Deutschland",
            ),
            (
                "12 Long Street, Dayton, OH 45433",
                "12 Long Street, Dayton, OH",
            ),
            ("new york, usa", "new york, usa"),
            ("Melbourne VIC", "Melbourne VIC"),
            ("Paris 10", "Paris 10"),
            (
                "New York, NY 10003 (Gramercy area)",
                "New York, NY 10003 (Gramercy area)",
            ),
            ("Oldmill, Co. Tipperary", "Oldmill, Co. Tipperary"),
            ("Remote", ""),
            ("Marketing Manager", ""),
            ("Full-time", ""),
            ("In person", ""),
            ("3 days ago", ""),
            ("Berlin is great", ""),
        ];
        for (text, expect) in cases {
            assert_eq!(read(text, false), expect, "{text}");
        }
    }

    #[test]
    fn a_guess_needs_leave() {
        assert_eq!(read("Kleindorf am See", false), "");
        assert_eq!(read("Kleindorf am See", true), "Kleindorf am See");
        assert_eq!(read("we are growing", true), "");
    }
}
