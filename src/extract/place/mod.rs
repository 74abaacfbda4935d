//! Where the job is based: places in a labelled field, in the header, in the title, beside "remote", or
//! in a sentence that says so. Never a list of the company's other offices, a sales territory, where
//! the company was founded, or another job's place.

pub mod gazetteer;
mod header;
pub mod last;
pub mod parse;
pub mod part;
pub mod postcode;
mod sentences;

use std::ops::Range;

use super::document::{Document, display};
use super::facts::*;
use super::label::Label;
use super::labelled::{Labelled, labelled};
use super::lexicon::Lexicon;
use super::span::Span;
use crate::extract::order;
use crate::extract::word::lower;
pub(super) use header::header_lines;
use header::{cells, from_header};
use parse::{Place, places};
use sentences::{from_sentences, run};

static LABELS: Lexicon = Lexicon::of("place_labels");
static ALIASES: Lexicon = Lexicon::of("place_aliases");

/// A place proposed.
#[derive(Clone, Debug)]
struct Found {
    span: Span,
    weight: i32,
    reason: &'static str,
    /// Whether it is a country or wider.
    wide: bool,
}

/// Places within this many points of the best are of the same field.
const SAME_FIELD: i32 = 9;

/// The places, in the posting's order.
#[must_use]
pub fn read(doc: &Document<'_>, facts: &Facts) -> Vec<Fact<String>> {
    let mut found = Vec::new();
    from_labels(doc, facts, &mut found);
    from_pins(doc, &mut found);
    from_header(doc, facts, &mut found);
    from_sentences(doc, &mut found);
    // "Dienstort: Rathaus"
    let buildings = ["rathaus", "guildhall", "verwaltung", "schulhaus"];
    found.retain(|f| !buildings.contains(&lower(doc.str(f.span)).as_str()));
    if found.is_empty() {
        last::find(doc, facts, &mut found);
    }
    resolve(doc, found)
}

/// The places of the best weight and those near it; of two of which one holds the other, the one
/// found with more weight, then the longer. A place's further mentions become its evidence.
fn resolve(doc: &Document<'_>, found: Vec<Found>) -> Vec<Fact<String>> {
    let Some(best) = found.iter().map(|f| f.weight).max() else {
        return Vec::new();
    };
    let mut kept: Vec<(Vec<u64>, Found)> = Vec::new();
    let mut found = found;
    found.retain(|f| f.weight > best - SAME_FIELD);
    order::sort_by_key(&mut found, |f| f.span.start);
    one_source(doc, &mut found);
    for f in found {
        let words: Vec<u64> = doc.words_in(f.span).map(|i| doc.words[i].hash).collect();
        let same = kept.iter().position(|(other, old)| {
            holds(other, &words) || holds(&words, other) || same_place(doc, old.span, f.span)
        });
        match same {
            Some(k) => {
                let (other, old) = &kept[k];
                let longer = words.len() > other.len() && holds(&words, other);
                // of two ways to say it, the first, unless the other is far surer
                let better = f.weight > old.weight + 6 || f.weight >= old.weight && longer;
                if better {
                    kept[k] = (words, f);
                }
            }
            None if kept.len() < MOST => kept.push((words, f)),
            None => {}
        }
    }
    order::sort_by_key(&mut kept, |(_, f)| f.span.start);
    if let [(_, a), (_, b)] = &kept[..]
        && a.wide != b.wide
        && beside(&doc.text[a.span.end..b.span.start.max(a.span.end)])
    {
        // "Norway - Oslo": the town, which is in it
        kept.remove(usize::from(b.wide));
    }
    kept.iter()
        .map(|(_, f)| Fact::new(display(doc.text, f.span), f.span, f.reason))
        .collect()
}

/// Of two fields that give different places, keeps the one that says it first and as exactly: the
/// page's head over a label in the text, a town over a country alone. A later list that holds the
/// first places too is the fuller one, and stays.
fn one_source(doc: &Document<'_>, found: &mut Vec<Found>) {
    let Some(first) = found.iter().position(|f| f.weight >= 85) else {
        return;
    };
    if found.len() > 10 * MOST {
        return; // each is compared with each
    }
    let line = |f: &Found| doc.line_at(f.span.start);
    let mut end = first + 1;
    // a page's title says all of it on its own line
    let near = if found[first].reason == "hiring line" {
        0
    } else {
        2
    };
    while end < found.len() && line(&found[end]) <= line(&found[end - 1]) + near {
        end += 1;
    }
    let (head, rest) = found.split_at(end);
    let head = &head[first..];
    if rest.is_empty() {
        return;
    }
    let agrees = |a: &Found, b: &Found| {
        let hashes =
            |f: &Found| -> Vec<u64> { doc.words_in(f.span).map(|i| doc.words[i].hash).collect() };
        let (x, y) = (hashes(a), hashes(b));
        holds(&x, &y) || holds(&y, &x) || same_place(doc, a.span, b.span)
    };
    let remote = |f: &Found| {
        doc.lines[line(f)]
            .words
            .clone()
            .any(|i| is_remote(doc.folded(i)))
    };
    let wide = head.iter().all(|f| f.wide);
    let narrower = rest
        .iter()
        .any(|f| !f.wide && f.weight >= 80 && f.span.len() > 2);
    if wide && narrower && !head.iter().any(remote) && head.len() == 1 {
        // "Germany" in the head, "Standort: Kiel" below
        found.retain(|f| !f.wide);
    } else {
        let fuller = head
            .iter()
            .all(|a| rest.iter().any(|b| agrees(a, b)) && !a.wide);
        if !fuller {
            let head: Vec<Found> = head.to_vec();
            found.retain(|f| head.iter().any(|a| a.span == f.span || agrees(a, f)));
        }
    }
}

/// Whether nothing but marks and a mode stands between a town and its country.
fn beside(between: &str) -> bool {
    between.len() <= 24
        && !between.contains([';', '&'])
        && between
            .split(|c: char| !c.is_alphabetic())
            .all(|w| w.is_empty() || is_remote(&lower(w)))
}

fn is_remote(word: &str) -> bool {
    matches!(
        word,
        "remote" | "remotely" | "homeoffice" | "teletravail" | "teletrabajo" | "remoto" | "distans"
    )
}

/// Whether two spans name one place in two ways: "Ogden, UT" and "Ogden, Utah, US", "Munich" and "München".
fn same_place(doc: &Document<'_>, a: Span, b: Span) -> bool {
    let part = |span: Span| {
        let words = doc.words_in(span);
        let comma = words
            .clone()
            .find(|i| *i + 1 < words.end && doc.gap(*i).contains(','));
        let end = comma.map_or(words.end, |i| i + 1);
        (words.start..end, end..words.end)
    };
    let ((first_a, rest_a), (first_b, rest_b)) = (part(a), part(b));
    let alias = |r: &Range<usize>| {
        ALIASES
            .at(doc, r.start, r.end)
            .filter(|hit| hit.words.end == r.end)
            .map(|hit| hit.value)
    };
    let same = first_a.len() == first_b.len()
        && first_a
            .clone()
            .zip(first_b.clone())
            .all(|(x, y)| doc.words[x].hash == doc.words[y].hash)
        || alias(&first_a).is_some_and(|v| alias(&first_b) == Some(v));
    let code = |r: &Range<usize>| r.len() == 1 && doc.words[r.start].span.len() == 2;
    let differ = code(&rest_a)
        && code(&rest_b)
        && doc.words[rest_a.start].hash != doc.words[rest_b.start].hash;
    same && !differ
}

/// More places than this are a table, not a job's.
const MOST: usize = 20;

/// Whether `small` stands within `big`, word by word.
fn holds(big: &[u64], small: &[u64]) -> bool {
    !small.is_empty() && big.windows(small.len()).any(|w| w == small)
}

fn push(out: &mut Vec<Found>, places: &[Place], weight: i32, reason: &'static str) {
    for place in places.iter().filter(|p| p.span.len() <= 200) {
        // a country or continent says less than a city named elsewhere
        let weight = weight - if place.wide { 3 } else { 0 };
        out.push(Found {
            span: place.span,
            weight,
            reason,
            wide: place.wide,
        });
    }
}

fn from_labels(doc: &Document<'_>, facts: &Facts, out: &mut Vec<Found>) {
    let header = header_lines(doc, facts).last().map_or(12, |n| n + 3);
    for field in labelled(doc, &LABELS) {
        // further down a header without labels is the surer
        let far = if field.line > header { 15 } else { 6 };
        let noise = if field.noise { 45 } else { far };
        // "State: Texas" beside "City: Austin"
        let part = if field.label.value == "wide" { 12 } else { 0 };
        let noise = noise + part;
        let value = value_of(doc, &field);
        let strict = places(doc, value.clone(), false);
        if !strict.is_empty() {
            push(out, &strict, 100 - noise, "labelled");
            let line = doc.line_at(doc.words[field.value.start].span.start);
            if value.end == doc.lines[line].words.end {
                lines_below(doc, line, 100 - noise, out);
            }
            continue;
        }
        let town = behind_building(doc, value.clone());
        if !town.is_empty() {
            push(out, &town, 95 - noise, "labelled, behind a building");
            continue;
        }
        let found = run(doc, value.clone());
        // "Montevarchi (AR)": a town no list knows, and its province
        let opens = found.as_ref().is_none_or(|r| r.start == value.start);
        let town = if !opens && value.len() <= 4 && !field.below {
            places(doc, value.clone(), true)
        } else {
            Vec::new()
        };
        if !town.is_empty() {
            push(out, &town, 92 - noise, "labelled, unknown name");
        } else if let Some(run) = found {
            if run.start <= value.start + 3 {
                push(
                    out,
                    &places(doc, run, false),
                    96 - noise,
                    "labelled, then text",
                );
            }
        } else if value.len() <= 6 && !field.below {
            push(
                out,
                &places(doc, value, true),
                92 - noise,
                "labelled, unknown name",
            );
        } else if field.below && value.len() <= 4 && !is_noise(doc, &value) {
            push(
                out,
                &places(doc, value, true),
                70 - noise,
                "under a label, unknown name",
            );
        }
    }
}

/// "Unit 6, Ardley Trading Estate, Leeds", "Plant 2, Dayton, OH": the town behind a building's name or number.
fn behind_building(doc: &Document<'_>, words: Range<usize>) -> Vec<Place> {
    let building = |i: usize| {
        matches!(
            doc.folded(i),
            "rathaus"
                | "guildhall"
                | "house"
                | "depot"
                | "building"
                | "estate"
                | "park"
                | "plant"
                | "unit"
                | "works"
                | "hall"
                | "wharf"
                | "mill"
                | "yard"
                | "centre"
                | "center"
                | "campus"
                | "library"
                | "office"
                | "floor"
                | "suite"
                | "werk"
                | "haus"
                | "halle"
                | "zentrum"
                | "batiment"
                | "edificio"
                | "gebouw"
        )
    };
    let mut named = false;
    for i in words.clone().take(16) {
        named |= building(i);
        if named && i + 1 < words.end && doc.gap(i) == ", " {
            let found = places(doc, i + 1..words.end, false);
            if !found.is_empty() && found.iter().all(|p| p.trust > parse::Trust::Guess) {
                return found;
            }
        }
    }
    Vec::new()
}

/// Whether the words stand in page chrome: under "Where" there may be a button as well as a name.
fn is_noise(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let line = doc.line_at(doc.words[words.start].span.start);
    doc.lines[line].label == Label::Noise
}

/// The value up to the end of its sentence or the next label on the same line.
fn value_of(doc: &Document<'_>, field: &Labelled) -> Range<usize> {
    let value = field.value.clone();
    let mut end = value.end.min(value.start + 40);
    for i in value.start..end.saturating_sub(1) {
        let gap = doc.gap(i);
        if gap.starts_with(": ") && i > value.start {
            end = i;
            break;
        }
        let excludes = matches!(
            doc.folded(i + 1),
            "excluding"
                | "except"
                | "exclude"
                | "excluded"
                | "ausser"
                | "sauf"
                | "excepto"
                | "tranne"
                | "not"
        );
        // "Guildhall, Marlbury, with hybrid working"
        let with = gap == ", "
            && matches!(
                doc.folded(i + 1),
                "with" | "mit" | "plus" | "including" | "off" | "just"
            );
        let stop = excludes || with || gap.starts_with(". ") && doc.words[i].span.len() > 3;
        if stop || gap.contains('\n') || gap.contains("**") && i > value.start {
            end = i + 1;
            break;
        }
    }
    value.start..end
}

/// Places behind a map pin.
fn from_pins(doc: &Document<'_>, out: &mut Vec<Found>) {
    // all of them open with the same two bytes, which few texts have
    if !doc.text.as_bytes().windows(2).any(|w| w == [0xf0, 0x9f]) {
        return;
    }
    for (at, pin) in doc
        .text
        .match_indices(['📍', '📌', '🗺', '🌍', '🌎', '🌏'])
        .take(50)
    {
        let line = &doc.lines[doc.line_at(at)];
        if line.label == Label::Noise {
            continue;
        }
        let words = doc.words_in(Span::new(at + pin.len(), line.span.end));
        let Some(cell) = cells(doc, words).first().cloned() else {
            continue;
        };
        let mut found = places(doc, cell.clone(), false);
        let globe = !matches!(pin, "📍" | "📌");
        if found.is_empty() && !globe {
            found = run(doc, cell).map_or_else(Vec::new, |r| places(doc, r, false));
        }
        push(out, &found, 96, "behind a map pin");
    }
}

/// Further lines under a labelled one that hold places and nothing else.
fn lines_below(doc: &Document<'_>, mut line: usize, weight: i32, out: &mut Vec<Found>) {
    let mut blank = 0;
    for _ in 0..40 {
        line += 1;
        let Some(l) = doc.lines.get(line) else { break };
        if l.words.is_empty() {
            blank += 1;
            if blank > 2 {
                break;
            }
            continue;
        }
        blank = 0;
        let more = places(doc, l.words.clone(), false);
        if more.is_empty() {
            break;
        }
        push(out, &more, weight, "under a label");
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::read;

    #[test]
    fn places_of_small_employers_are_read() {
        let cases = [
            (
                "Store Keeper\nThe Lantern Trust is a charity.\nPlace: Unit 6, Ardley Trading Estate, Leeds\nYou keep the store.",
                "Leeds",
            ),
            (
                "Assembler\nMarlin & Oakes, Inc. – Plant 1, Dayton, OH\n\nYou build gearboxes.",
                "Dayton, OH",
            ),
            (
                "Embedded Developer, Pump Controls\nWellhead, Inc.\n\nAbout Wellhead\nWellhead makes controllers. We are 20 people.",
                "",
            ),
            (
                "EASTMOOR COUNTY COUNCIL\nChildren and Families Directorate\n\nPost title: Family Worker\nGrade: 7\nYou work with families.",
                "",
            ),
            (
                "Night Baker\nHobb & Ames is a small bakery under the arches in Stroud. We moved in from Cardiff.\nYou bake.",
                "Stroud",
            ),
            (
                "Night Baker\nWe deliver to cafés in London. Our customers in Leeds like rye.\nYou bake.",
                "",
            ),
            (
                "Night Baker\nLocation: Leeds, with hybrid working\nYou bake.",
                "Leeds",
            ),
            (
                "Stadt Waldau\n\nNachtbäcker (m/w/d)\nSie backen Brot.",
                "Waldau",
            ),
            (
                "Night Baker\nMakers of rye bread in Oldmere since 1988.\nYou bake.",
                "Oldmere",
            ),
            (
                "Night Porter\nAbout us\nTwelve of us work in our old mill at Oldmere.\nYou keep the door.",
                "Oldmere",
            ),
            (
                "Verein Waldblick Oldmere\n\nKöchin (m/w/d)\nDas Haus steht in Oldmere am See.\nSie kochen.",
                "Oldmere",
            ),
            (
                "Stadt Waldau\n\nSachbearbeitung (m/w/d)\nDienstort: Rathaus\nSie beraten.",
                "Waldau",
            ),
        ];
        for (text, want) in cases {
            let places = read(text).facts.locations;
            let places: Vec<_> = places.iter().map(|f| f.value.as_str()).collect();
            assert_eq!(places.join("; "), want, "{text}");
        }
    }
}
