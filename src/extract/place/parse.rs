//! Reads a stretch of words that should be nothing but places: "Köln", "Austin, TX 78701; Remote",
//! "Lyon ou Grenoble", "Berlin, Berlin, Germany", "Remote (US only)". Knows names from the gazetteer,
//! codes, postcodes and shapes; never looks outside the stretch it is given.

use std::ops::Range;
use std::sync::LazyLock;

use super::gazetteer::{self, Kind};
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
static AROUND: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("../lexicons/around_places.txt")));

/// States and provinces written as codes after a city: United States, Canada, Australia.
const STATES: &str = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV \
    NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI \
    AB BC MB NB NL NS NT NU ON PE QC SK YT ACT NSW QLD TAS VIC";

/// Countries written as codes, last after a comma.
const COUNTRIES: &str = "US USA UK GB DE AT CH FR ES IT NL BE LU SE NO DK FI PL PT IE IN BR MX CA AU NZ SG CZ \
    IL AE RO HU GR ZA JP CN HK PH MY AR CL CO TR EE LV LT";

/// What a part between commas is; the number orders from small to large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Street = 0,
    Unknown = 1,
    City = 2,
    /// A name that is both: New York.
    CityOrRegion = 3,
    Region = 4,
    Country = 6,
    Area = 8,
}

#[derive(Clone, Debug)]
struct Part {
    words: Range<usize>,
    level: Level,
    trust: Trust,
    /// The chunk it belongs to: parts of two chunks are never one place.
    chunk: usize,
}

/// The places in `words`, in order; none if a word is left that belongs to no place. With `loose`, a
/// name that no list knows is a place too, as a guess.
#[must_use]
pub fn places(doc: &Document<'_>, words: Range<usize>, loose: bool) -> Vec<Place> {
    if words.is_empty() || words.len() > 60 {
        return Vec::new();
    }
    let line = doc.str(doc.span_of(words.clone()));
    let any_case = !line.contains(char::is_uppercase);
    let mut parts: Vec<Part> = Vec::new();
    for (chunk, bracketed, range) in split(doc, words, any_case) {
        let range = strip(doc, range);
        if range.is_empty() {
            continue;
        }
        match classify(doc, range, any_case, chunk) {
            Some(part) if loose || !bracketed || part.trust > Trust::Guess => parts.push(part),
            _ if bracketed => {}
            _ => return Vec::new(),
        }
    }
    let places = group(doc, &parts);
    if !loose && places.iter().any(|p| p.trust == Trust::Guess) {
        return Vec::new();
    }
    places
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
        if next < words.end {
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
                || [" - ", " – ", " — ", "--", "- ", "– "]
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

fn classify(doc: &Document<'_>, range: Range<usize>, any_case: bool, chunk: usize) -> Option<Part> {
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
        let level = if code { Level::Region } else { Level::Country };
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
        return part(Level::Region, trust);
    }
    if digits || is_street(doc, words.clone()) {
        let short = n <= 8 && range.end == words.end;
        return short.then(|| part(Level::Street, Trust::Shaped)).flatten();
    }
    // "Greater X", "X County", "X Metropolitan Area", "Paris 10"
    let head = (first..words.end)
        .take_while(|i| is_before(doc.folded(*i)))
        .count();
    let tail = (first..words.end)
        .rev()
        .take_while(|i| is_after(doc.folded(*i)))
        .count();
    if head + tail < n && head + tail > 0 {
        let core = first + head..words.end - tail;
        if let Some(kind) = known(core.clone()) {
            return part(level(doc, &core, kind), Trust::Known);
        }
        if tail > 0 && n <= 5 && named(doc, core, any_case) && !any_case {
            return part(Level::Region, Trust::Shaped);
        }
    }
    // "Paris France", "Melbourne Victoria"
    for from in first + 1..words.end {
        if let Some(kind @ (Kind::Country | Kind::Region)) = known(from..words.end) {
            let front = first..from;
            let trust = if known(front.clone()).is_some() {
                Trust::Known
            } else {
                Trust::Shaped
            };
            if front.len() <= 3 && named(doc, front, any_case) {
                return part(level(doc, &(from..words.end), kind), trust);
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
        let small = matches!(
            doc.folded(i),
            "de" | "la"
                | "le"
                | "les"
                | "el"
                | "los"
                | "las"
                | "am"
                | "an"
                | "der"
                | "dem"
                | "bei"
                | "im"
                | "in"
                | "den"
                | "del"
                | "della"
                | "di"
                | "da"
                | "do"
                | "dos"
                | "das"
                | "du"
                | "des"
                | "sur"
                | "sous"
                | "en"
                | "upon"
                | "on"
                | "under"
                | "the"
                | "d"
                | "l"
                | "s"
                | "a"
                | "i"
                | "ob"
                | "vor"
                | "aan"
                | "op"
                | "ter"
                | "und"
                | "of"
        );
        let capital =
            word.starts_with(|c: char| c.is_uppercase() || (any_case && c.is_alphabetic()));
        let clean = !word.contains(|c: char| c.is_ascii_digit() || c == '+' || c == '#');
        clean && (capital || (small && i != first)) && (!small || i + 1 != last || capital)
    })
}

fn is_street(doc: &Document<'_>, words: Range<usize>) -> bool {
    let folded = |i| doc.folded(i);
    let number = words.len() > 1
        && doc
            .word_str(words.end - 1)
            .starts_with(|c: char| c.is_ascii_digit());
    words.len() <= 8
        && (matches!(
            folded(words.start),
            "rue"
                | "avenue"
                | "boulevard"
                | "calle"
                | "avenida"
                | "paseo"
                | "plaza"
                | "via"
                | "viale"
                | "piazza"
                | "corso"
                | "rua"
                | "praca"
                | "quai"
                | "chemin"
                | "allee"
                | "suite"
                | "floor"
        ) || words.clone().any(|i| {
            let f = folded(i);
            i > words.start
                && matches!(
                    f,
                    "street"
                        | "avenue"
                        | "ave"
                        | "road"
                        | "rd"
                        | "boulevard"
                        | "blvd"
                        | "drive"
                        | "lane"
                        | "parkway"
                        | "pkwy"
                        | "floor"
                        | "suite"
                        | "highway"
                        | "hwy"
                        | "plaza"
                        | "building"
                )
        }) || (number
            && words.into_iter().any(|i| {
                let f = folded(i);
                [
                    "strasse", "str", "weg", "platz", "allee", "gasse", "ring", "straat", "laan",
                    "gatan", "vagen",
                ]
                .iter()
                .any(|s| f.ends_with(s))
            })))
}

fn is_before(folded: &str) -> bool {
    matches!(
        folded,
        "greater"
            | "metro"
            | "metropolitan"
            | "central"
            | "downtown"
            | "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "region"
            | "raum"
            | "grossraum"
            | "stadt"
            | "kreis"
            | "landkreis"
            | "provincia"
            | "provincie"
            | "province"
            | "area"
            | "zona"
            | "ville"
            | "kommun"
            | "norra"
            | "sodra"
            | "ostra"
            | "vastra"
            | "city"
            | "county"
            | "state"
            | "of"
            | "de"
            | "di"
            | "inner"
            | "outer"
            | "upper"
            | "lower"
            | "mainland"
            | "continental"
            | "grand"
            | "gran"
            | "grande"
            | "agglomeration"
            | "contiguous"
    )
}

fn is_after(folded: &str) -> bool {
    matches!(
        folded,
        "area"
            | "metropolitan"
            | "metro"
            | "metroplex"
            | "county"
            | "district"
            | "province"
            | "region"
            | "state"
            | "city"
            | "centre"
            | "center"
            | "lan"
            | "kommun"
            | "oblast"
            | "department"
            | "prefecture"
            | "kreis"
            | "bezirk"
            | "kanton"
            | "canton"
            | "parish"
            | "township"
            | "mitte"
            | "nord"
            | "sud"
            | "ost"
            | "west"
            | "north"
            | "south"
            | "east"
            | "innenstadt"
            | "umgebung"
            | "cedex"
            | "downtown"
            | "central"
            | "stad"
            | "peninsula"
            | "valley"
            | "zone"
            | "island"
            | "islands"
            | "suburbs"
    ) || (folded.len() <= 4
        && folded.starts_with(|c: char| c.is_ascii_digit())
        && folded
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len()
            <= 2)
}

/// `words` less a postcode at either end.
fn strip_postcode(doc: &Document<'_>, mut words: Range<usize>) -> Range<usize> {
    let digits = |i: usize| {
        let w = doc.word_str(i);
        if w.bytes().all(|b| b.is_ascii_digit()) {
            w.len()
        } else {
            0
        }
    };
    let n = words.len();
    let (first, last) = (words.start, words.end.saturating_sub(1));
    if n >= 2 {
        let country_mark = doc.word_str(first).len() <= 2 && digits(first + 1) >= 4;
        if n >= 3 && is_split_postcode(doc.word_str(first), doc.word_str(first + 1)) {
            words.start += 2; // LS1 4AP Leeds
        } else if country_mark && n >= 3 {
            words.start += 2; // D-10115 Berlin
        } else if (4..=5).contains(&digits(first)) && !is_street_number(doc, first, words.end) {
            words.start += 1;
            let pair = doc.word_str(first + 1);
            if n >= 3
                && digits(first) == 4
                && pair.len() == 2
                && pair.chars().all(char::is_uppercase)
            {
                words.start += 1; // 1012 AB Amsterdam
            }
        } else if n >= 3 && digits(first) == 3 && digits(first + 1) == 2 {
            words.start += 2; // 114 35 Stockholm
        }
    }
    let n = words.len();
    if n >= 1 && words.end > words.start {
        if n >= 3 && digits(last) == 4 && digits(last - 1) == 5 {
            words.end -= 2; // ZIP+4
        } else if (4..=6).contains(&digits(last)) {
            words.end -= 1;
        } else if n >= 2 && is_split_postcode(doc.word_str(last - 1), doc.word_str(last)) {
            words.end -= 2;
        }
    }
    words
}

/// A four- or five-digit number opens a street address when a street word follows.
fn is_street_number(doc: &Document<'_>, first: usize, end: usize) -> bool {
    is_street(doc, first + 1..end)
}

/// "LS1 4AP", "M5V 2T6", "1012 AB".
fn is_split_postcode(a: &str, b: &str) -> bool {
    let shape = |w: &str| {
        w.chars()
            .map(|c| match c {
                'A'..='Z' => 'A',
                '0'..='9' => '9',
                _ => '?',
            })
            .collect::<String>()
    };
    matches!(
        (shape(a).as_str(), shape(b).as_str()),
        ("A9" | "AA9" | "A99" | "AA99" | "A9A" | "AA9A", "9AA") | ("A9A", "9A9") | ("9999", "AA")
    )
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
        "New York" | "Washington"
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
            ("Austin, TX 78701", "Austin, TX"),
            ("Smallville, KS", "Smallville, KS"),
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
