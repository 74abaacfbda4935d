//! What one part of a place is: the words between two commas. A city, a state or its code, a country, a
//! street, a name that no list knows. Never joins parts.

use std::ops::Range;

use super::gazetteer::{self, Kind};
use super::parse::Trust;
use super::postcode::strip_postcode;
use crate::extract::document::Document;
use crate::extract::lexicon::Lexicon;

/// Words by what they do in a place: stand before a name, after it, inside it, or make it a street.
static WORDS: Lexicon = Lexicon::of("place_words");

/// States and provinces written as codes after a city: United States, Canada, Australia.
const STATES: &str = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV \
    NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI \
    AB BC MB NB NL NS NT NU ON PE QC SK YT ACT NSW QLD TAS VIC";

/// Codes that are other words too: behind an unknown name and a mere blank they are no state.
const AMBIGUOUS: &str = "AB CO OR IN ME OK HI PA LA DE MA ON AL IL MS VA PR GU ID MT VI MD MI";

/// Countries written as codes, last after a comma.
const COUNTRIES: &str = "US USA UK GB DE AT CH FR ES IT NL BE LU SE NO DK FI PL PT IE IN BR MX CA AU NZ SG CZ \
    IL AE RO HU GR ZA JP CN HK PH MY AR CL CO TR EE LV LT";
/// What a part between commas is; the number orders from small to large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A street address.
    Street = 0,
    /// A name no list knows.
    Unknown = 1,
    /// A city.
    City = 2,
    /// A name that is both: New York.
    CityOrRegion = 3,
    /// A state, province or named area.
    Region = 4,
    /// The code of a state.
    Code = 5,
    /// A country.
    Country = 6,
    /// A group of countries.
    Area = 8,
}

/// A part of a place.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its words.
    pub words: Range<usize>,
    /// What it is.
    pub level: Level,
    /// How it is known.
    pub trust: Trust,
    /// The chunk it belongs to: parts of two chunks are never one place.
    pub chunk: usize,
}
/// What the words of `range` are; `None` if they are no part of a place.
#[must_use]
pub fn classify(
    doc: &Document<'_>,
    range: Range<usize>,
    any_case: bool,
    chunk: usize,
) -> Option<Part> {
    let words = strip_postcode(doc, range.clone());
    if words.is_empty() {
        return None;
    }
    let part = |level, trust| {
        Some(Part {
            words: words.clone(),
            level,
            trust,
            chunk,
        })
    };
    let first = words.start;
    let n = words.len();
    let known = |r: Range<usize>| {
        let len = r.len();
        gazetteer::at(doc, r, any_case)
            .filter(|(l, _)| *l == len)
            .map(|(_, kind)| kind)
    };
    if let Some(kind) = known(words.clone()) {
        return part(level(doc, &words, kind), Trust::Known);
    }
    let last = doc.word_str(words.end - 1);
    let code = is_code(STATES, last, any_case);
    if n == 1 && (code || is_code(COUNTRIES, last, any_case)) {
        let level = if code { Level::Code } else { Level::Country };
        return part(level, Trust::Known);
    }
    let digits = doc
        .word_str(first)
        .starts_with(|c: char| c.is_ascii_digit());
    if n > 1 && n <= 6 && code && !digits && named(doc, first..words.end - 1, any_case) {
        let trust = if known(first..words.end - 1).is_some() {
            Trust::Known
        } else {
            Trust::Shaped
        };
        // "Nordvik AB" is a company
        let city = known(first..words.end - 1) == Some(Kind::City);
        if city || !is_code(AMBIGUOUS, last, true) {
            return part(Level::Code, trust);
        }
    }
    if digits || is_street(doc, words.clone()) {
        let short = n <= 8 && range.end == words.end;
        return short.then(|| part(Level::Street, Trust::Known)).flatten();
    }
    // "Co. Tipperary"
    let county =
        n > 1 && n <= 3 && last != "Ltd" && doc.word_str(first) == "Co" && doc.gap(first) == ". ";
    if county && named(doc, first + 1..words.end, false) {
        return part(Level::Region, Trust::Shaped);
    }
    // "Greater X", "X County", "X Metropolitan Area", "Paris 10"
    let head = (first..words.end)
        .take_while(|i| does(doc, *i, "before"))
        .count();
    let tail = (first..words.end)
        .rev()
        .take_while(|i| does(doc, *i, "after") || is_quarter(doc.folded(*i)))
        .count();
    if head + tail < n && head + tail > 0 {
        let core = first + head..words.end - tail;
        if let Some(kind) = known(core.clone()) {
            return part(level(doc, &core, kind), Trust::Known);
        }
        let worded = does(doc, words.end - 1, "after any name");
        // "Minneapolis-St. Paul Area", "Raleigh-Durham-Chapel Hill Area": the first town is known
        let joined = worded
            && core.len() <= 6
            && (core.start + 1..core.end).any(|k| known(core.start..k).is_some());
        let small = core.len() <= 2 && !is_common(doc, core.start);
        if worded && (small || joined) && named(doc, core, any_case) && !any_case {
            return part(Level::Region, Trust::Shaped);
        }
    }
    // "Paris France", "Melbourne Victoria"
    for from in first + 1..words.end {
        if let Some(kind @ (Kind::Country | Kind::Region)) = known(from..words.end) {
            let front = first..from;
            if known(front).is_some() {
                return part(level(doc, &(from..words.end), kind), Trust::Known);
            }
        }
    }
    (n <= 4 && !any_case && named(doc, words.clone(), false))
        .then(|| part(Level::Unknown, Trust::Guess))
        .flatten()
}

fn level(doc: &Document<'_>, words: &Range<usize>, kind: Kind) -> Level {
    match kind {
        Kind::City => Level::City,
        Kind::Country => Level::Country,
        Kind::Area => Level::Area,
        Kind::Region if gazetteer::is_city(doc, words.clone()) => Level::CityOrRegion,
        Kind::Region => Level::Region,
    }
}

fn is_code(list: &str, word: &str, any_case: bool) -> bool {
    (2..=3).contains(&word.len())
        && list.split_ascii_whitespace().any(|c| {
            if any_case {
                c.eq_ignore_ascii_case(word)
            } else {
                c == word
            }
        })
}

/// Whether the words are written like a name: capitals, but for the small words within names.
fn named(doc: &Document<'_>, words: Range<usize>, any_case: bool) -> bool {
    let (first, last) = (words.start, words.end);
    words.into_iter().all(|i| {
        let word = doc.word_str(i);
        let small = does(doc, i, "inside");
        let capital =
            word.starts_with(|c: char| c.is_uppercase() || (any_case && c.is_alphabetic()));
        let clean =
            !word.contains(|c: char| c.is_ascii_digit() || c == '+' || c == '#') && !runs_on(word);
        let joined = i > first && matches!(doc.gap(i - 1), "-" | "'" | "’" | "‑");
        clean
            && (capital || joined || (small && i != first))
            && (!small || i + 1 != last || capital)
    })
}
/// Whether two words have run into one: "CaliforniaStatus". "McAllen", "DeKalb" have not.
fn runs_on(word: &str) -> bool {
    let inner = word
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_uppercase())
        .map(|(at, _)| at);
    inner.is_some_and(|at| at > 3 && word[..at].ends_with(char::is_lowercase))
}

/// Whether the word is none of a place's name: "Job Area", "Service Area".
fn is_common(doc: &Document<'_>, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "job"
            | "work"
            | "working"
            | "service"
            | "coverage"
            | "sales"
            | "business"
            | "local"
            | "subject"
            | "career"
            | "practice"
            | "focus"
            | "functional"
            | "product"
            | "target"
            | "interest"
            | "professional"
            | "expertise"
            | "this"
            | "our"
            | "the"
    )
}

/// Whether the words are a street address.
#[must_use]
pub fn is_street(doc: &Document<'_>, words: Range<usize>) -> bool {
    if words.is_empty() || words.len() > 8 {
        return false;
    }
    let number = words.len() > 1
        && doc
            .word_str(words.end - 1)
            .starts_with(|c: char| c.is_ascii_digit());
    does(doc, words.start, "street first")
        || words.clone().skip(1).any(|i| does(doc, i, "street"))
        || number
            && words.into_iter().any(|i| {
                let f = doc.folded(i);
                STREET_ENDS.iter().any(|s| f.ends_with(s))
            })
}

/// Ends of words that, with a number, name a street.
const STREET_ENDS: [&str; 11] = [
    "strasse", "str", "weg", "platz", "allee", "gasse", "ring", "straat", "laan", "gatan", "vagen",
];

/// Whether word `i` does this in a place.
fn does(doc: &Document<'_>, i: usize, what: &str) -> bool {
    WORDS
        .at(doc, i, i + 1)
        .is_some_and(|hit| hit.value.split(", ").any(|v| v == what))
}

/// "Paris 10", "Lyon 3e", "Marseille 8eme".
fn is_quarter(folded: &str) -> bool {
    folded.len() <= 4
        && folded.starts_with(|c: char| c.is_ascii_digit())
        && folded
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len()
            <= 2
}
