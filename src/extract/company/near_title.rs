//! Names in the header, by where they stand to the title: behind it ("Baker at Acme"), before it
//! ("Acme hiring Baker"), on the line below ("Acme · Lyon"), on the line above.

use std::ops::Range;

use super::cell::{behind_posted, less_place, less_rating, less_town};
use super::{Found, name, propose};
use crate::extract::document::Document;
use crate::extract::header::{self, Cut, Kind, Part};
use crate::extract::label::Label;
use crate::extract::place::gazetteer;
use crate::extract::repeat::occurrences;
use crate::extract::span::Span;
use crate::extract::title::{labels, line, noun, tail, words};

/// Whether `reason` is one of this file's: a name by where it stands, not by what is said of it.
#[must_use]
pub fn is_header(reason: &str) -> bool {
    [
        HIRING,
        "behind the title",
        "before the title",
        "below the title",
        "above the title",
    ]
    .iter()
    .any(|r| reason.starts_with(r))
}

/// The reason of a name that stands with its place, where a page puts the employer: surer than any
/// other by where it stands.
pub const WITH_PLACE: &str = "below the title, with its place";
/// The reason of a name before "hiring" in a page's title.
pub const HIRING: &str = "page title: hiring";
/// The reason of a name on a page's first line, over a labelled title.
pub const OVER_LABEL: &str = "above the title, which has a label";

/// A line of the page's head that holds name, place and age: "Acme · Lyon · 3 days ago", whether or
/// not a title was found above it.
#[must_use]
pub fn with_age(doc: &Document<'_>) -> Vec<Found> {
    let lines = doc.lines.iter().filter(|l| !l.words.is_empty()).take(12);
    let found = lines.filter_map(|l| {
        let words = doc.words_in(l.content);
        if words.is_empty() || words.len() > 30 {
            return None;
        }
        let parts = header::parts(doc, words);
        let rest = parts.get(1..).filter(|r| r.len() >= 2)?;
        let bars = rest.iter().all(|p| p.cut == Cut::Bar);
        let facts = matches!(rest[0].kind, Kind::Place | Kind::Fact) && rest[1].kind == Kind::Fact;
        let name = &parts[0];
        let may =
            !matches!(name.kind, Kind::Fact | Kind::Chrome | Kind::Place) && name.words.len() <= 10;
        let worker = noun::best(doc, name.words.clone())
            .is_some_and(|b| b.1 == noun::Strength::Strong)
            && !name::is_legal_form(doc, name.words.end - 1);
        (bars && facts && may && !worker).then(|| name.words.clone())
    });
    found
        .take(1)
        .map(|words| propose(doc, words, 84, WITH_PLACE))
        .collect()
}

/// The candidates.
#[must_use]
pub fn find(doc: &Document<'_>, title: Span) -> Vec<Found> {
    let mut out = Vec::new();
    let title_words = doc.words_in(title);
    if title_words.is_empty() {
        return out;
    }
    let home = doc.line_at(title.start);
    let places = &occurrences(doc, std::slice::from_ref(&title_words))[0];
    let mut lines: Vec<usize> = Vec::new();
    for at in places {
        let n = doc.line_at(doc.words[*at].span.start);
        if lines.contains(&n) {
            continue;
        }
        out.extend(in_sentence(doc, *at + title_words.len()));
        let words = header::opening(doc, doc.words_in(doc.lines[n].content));
        if words.is_empty() || words.len() > 34 || words.end <= *at {
            continue;
        }
        lines.push(n);
        let weight = if n == home { 84 } else { 66 };
        same_line(
            doc,
            words.clone(),
            *at..at + title_words.len(),
            weight,
            &mut out,
        );
        if words.start.abs_diff(*at) <= 2 {
            around(doc, n, n == home, &mut out);
        }
    }
    out
}

/// "a night baker at Ovenhaus", in a sentence or not: the name behind the small word at `i`.
fn in_sentence(doc: &Document<'_>, i: usize) -> Option<Found> {
    let behind = i < doc.words.len() && matches!(doc.gap(i - 1), " " | ") ");
    if !behind
        || !matches!(
            doc.folded(i),
            "at" | "bei" | "chez" | "presso" | "hos" | "bij"
        )
    {
        return None;
    }
    let found = (doc.gap(i) == " ")
        .then(|| name::from(doc, i + 1))
        .flatten()?;
    (header::kind(doc, found.clone()) == Kind::Other)
        .then(|| propose(doc, found, 58, "behind the title in a sentence"))
}

/// The name in a page's title at the top ("Acme hiring Baker in Lyon | Board"), whatever the title is.
#[must_use]
pub fn page_title(doc: &Document<'_>) -> Vec<Found> {
    let lines = doc.lines.iter().filter(|l| !l.words.is_empty()).take(3);
    let found = lines.filter_map(|l| {
        let words = doc.words_in(l.content);
        let short = !words.is_empty() && words.len() <= 34;
        short.then(|| line::hiring(doc, words)).flatten()
    });
    found
        .map(|(company, _)| propose(doc, company, 84, HIRING))
        .collect()
}

/// Names on the title's own line.
fn same_line(
    doc: &Document<'_>,
    words: Range<usize>,
    title: Range<usize>,
    weight: i32,
    out: &mut Vec<Found>,
) {
    if let Some((company, found)) = line::hiring(doc, words.clone())
        && found.contains(&title.start)
    {
        out.push(propose(doc, company, weight + 14, HIRING));
        return;
    }
    if let Some(found) = on_first_line(doc, &words, &title) {
        out.push(propose(doc, found.name, weight + 10, tail::REASON));
        return;
    }
    if words::prose(doc, words.clone()) {
        return;
    }
    if title.end < words.end {
        let small = title.end;
        let at = matches!(
            doc.folded(small),
            "at" | "bei" | "chez" | "presso" | "hos" | "bij"
        ) && doc.gap(small - 1).len() <= 12;
        let sign = doc.gap(title.end - 1).contains('@');
        let named = if at { small + 1 } else { small };
        if (at || sign) && named < words.end {
            // "at Willow Clinic (Portland, ME)": the bracket is no part of the name
            let open = (named..words.end - 1).find(|i| doc.gap(*i).contains('('));
            let end = open.map_or(words.end, |i| i + 1);
            let part = header::parts(doc, named..end);
            if let Some(first) = part.first().filter(|p| p.kind == Kind::Other) {
                out.push(propose(
                    doc,
                    less_place(doc, first.words.clone()),
                    weight + 8,
                    "behind the title: at",
                ));
            }
            return;
        }
    }
    let parts = header::parts(doc, words);
    let at = parts.iter().position(|p| p.words.contains(&title.start));
    let Some(at) = at else { return };
    let name = |p: &Part| {
        p.kind == Kind::Other
            && (p.words.len() > 1 || doc.folded(p.words.start).len() > 1)
            && !p.words.clone().any(|i| doc.folded(i) == "job")
            && noun::best(doc, p.words.clone()).is_none_or(|b| b.1 == noun::Strength::Weak)
            && p.words.len() <= 8
    };
    let strong = parts.len() > 2 || parts.iter().any(|p| p.kind == Kind::Board);
    let less = if strong { 0 } else { 26 };
    if at > 0 && name(&parts[at - 1]) {
        let bar = if parts[at].cut == Cut::Bar { 4 } else { 0 };
        out.push(propose(
            doc,
            parts[at - 1].words.clone(),
            weight + bar - less,
            "before the title",
        ));
    }
    let behind = parts[at + 1..]
        .iter()
        .find(|p| !matches!(p.kind, Kind::Place | Kind::Fact | Kind::Department));
    if let Some(part) = behind.filter(|p| name(p) && !title.contains(&p.words.start)) {
        out.push(propose(
            doc,
            less_place(doc, part.words.clone()),
            weight - less - 4,
            "behind the title",
        ));
    }
}

/// The employer behind the title on the posting's first line: "Baker – Crumb & Co., Leeds".
fn on_first_line(
    doc: &Document<'_>,
    words: &Range<usize>,
    title: &Range<usize>,
) -> Option<tail::Tail> {
    let n = doc.line_at(doc.words[title.start].span.start);
    let top = (0..n).filter(|k| !doc.lines[*k].words.is_empty()).nth(1);
    if top.is_some() || title.end >= words.end {
        return None;
    }
    let parts = header::parts(doc, words.clone());
    let part = parts.iter().find(|p| p.words.contains(&title.start))?;
    let comma = title.end < part.words.end && doc.gap(title.end - 1) == ", ";
    let start = if comma { title.end } else { part.words.end };
    if start >= words.end {
        return None;
    }
    let dash = || header::divides(doc.gap(start - 1)) == Some(Cut::Dash);
    let bar = |i: usize| header::divides(doc.gap(i - 1)) == Some(Cut::Bar);
    let end = (start + 1..words.end)
        .find(|i| bar(*i))
        .unwrap_or(words.end);
    let found = (comma || dash())
        .then(|| tail::employer(doc, n, start..end))
        .flatten()?;
    let called = !comma && title.end < part.words.end;
    found.is_sure(called).then_some(found)
}

/// Whether a label's colon stands within the words.
fn colon(doc: &Document<'_>, words: &Range<usize>) -> bool {
    words.clone().skip(1).any(|i| {
        let gap = doc.gap(i - 1);
        gap.contains(':') && gap.contains(' ')
    })
}

/// The name at the head of `parts`: the first part that may be one, with those behind a dash that
/// belong to it ("Acme - Haus der Hüte - Lyon"); the last part of a line does only where it has a
/// legal form or the place stands below, else it may be a town. Also the part behind the name.
fn head<'p>(
    doc: &Document<'_>,
    parts: &'p [Part],
    place_below: bool,
) -> Option<(Range<usize>, Option<&'p Part>)> {
    let at = parts
        .iter()
        .position(|p| p.kind != Kind::Chrome && p.kind != Kind::Fact)?;
    let mut words = parts[at].words.clone();
    let name = less_rating(doc, words.clone());
    if name.end < words.end {
        return Some((name, parts.get(at + 1)));
    }
    let mut next = at + 1;
    while let Some(part) = parts.get(next) {
        let worker =
            noun::best(doc, part.words.clone()).is_some_and(|b| b.1 == noun::Strength::Strong);
        let legal = name::is_legal_form(doc, part.words.end - 1);
        let more = part.cut == Cut::Dash
            && part.kind == Kind::Other
            && (legal || place_below || next + 1 < parts.len())
            && !name::is_legal_form(doc, words.end - 1)
            && name::is_written_so(doc, part.words.clone())
            && (!worker || legal)
            && part.words.end - words.start <= 12;
        if !more {
            break;
        }
        words.end = part.words.end;
        next += 1;
    }
    Some((words, parts.get(next)))
}

/// Whether the line is a sentence or a label rather than a name.
fn sentence(doc: &Document<'_>, n: usize, words: &Range<usize>) -> bool {
    let text = doc.line_str(n);
    // "du" is French in a name and German in a sentence
    let shaped = name::is_written_so(doc, words.clone());
    let mut words_of = words.clone();
    words_of.any(|i| {
        let joined = i > words.start && doc.gap(i - 1) == "-";
        words::prose(doc, i..i + 1) && !joined && !(shaped && name::is_link(doc, i))
    }) || text.ends_with([':', '!', '?', ','])
        || text.ends_with('.') && !name::keeps_dot(doc, words)
        || colon(doc, words)
}

/// Whether the line is a labelled fact of the header: "Published on: 3 May", "Job type: Full-time".
fn is_fact(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let Some(cut) = words.clone().find(|i| doc.gap(*i).contains(':')) else {
        return false;
    };
    let digits = words
        .clone()
        .any(|i| doc.folded(i).starts_with(|c: char| c.is_ascii_digit()));
    words.len() <= 10
        && cut - words.start < 5
        && (digits
            || matches!(
                header::kind(doc, cut + 1..words.end),
                Kind::Fact | Kind::Place | Kind::Department
            ))
}

/// Names on the lines around the title's.
fn around(doc: &Document<'_>, n: usize, home: bool, out: &mut Vec<Found>) {
    below(doc, n, home, out);
    above(doc, n, out);
}

fn below(doc: &Document<'_>, n: usize, home: bool, out: &mut Vec<Found>) {
    let next = |from: usize| {
        (from + 1..doc.lines.len().min(from + 5)).find(|k| !doc.lines[*k].words.is_empty())
    };
    let base = if home { 78 } else { 70 };
    let mut line = next(n);
    let mut place_above = false;
    for steps in 0..8 {
        let Some(k) = line else { return };
        let words = doc.words_in(doc.lines[k].content);
        let heading = doc.lines[k].label == Label::Heading && steps > 0;
        if words.is_empty() || words.len() > 30 || heading {
            return;
        }
        let words = behind_posted(doc, words);
        let parts = header::parts(doc, words.clone());
        let after = next(k).map(|m| doc.words_in(doc.lines[m].content));
        let then = after
            .filter(|w| !w.is_empty() && w.len() < 20)
            .map_or_else(Vec::new, |w| header::parts(doc, w));
        let town = then.first().is_some_and(|p| p.kind == Kind::Place);
        let Some((name, behind)) = head(doc, &parts, town) else {
            // a button or a fact stands between
            line = next(k);
            continue;
        };
        if colon(doc, &words) && is_fact(doc, &words) {
            line = next(k);
            continue;
        }
        if is_aside(doc, &words) {
            line = next(k);
            continue;
        }
        // some boards put the place and the pay before the employer
        let rating = header::is_rating(doc, k, &words);
        let own_line = parts
            .iter()
            .all(|p| matches!(p.kind, Kind::Place | Kind::Fact));
        if rating || own_line && !name::is_legal_form(doc, words.end - 1) {
            place_above |= own_line;
            line = next(k);
            continue;
        }
        let first = header::kind(doc, parts[0].words.clone());
        let placed = behind.is_some_and(|p| p.kind == Kind::Place);
        let place_below = then
            .iter()
            .any(|p| matches!(p.kind, Kind::Place | Kind::Fact))
            || place_above;
        let shaped = name::is_written_so(doc, name.clone());
        let legal = name::is_legal_form(doc, name.end - 1);
        // beside its place, or with a legal form, a name may hold any words
        let sure = shaped && (placed || legal && place_below);
        let kind = parts
            .iter()
            .find(|p| p.words.start == name.start)
            .map_or(first, |p| p.kind);
        let fits = kind == Kind::Other || placed && shaped && kind != Kind::Place;
        if !fits || name.len() > 12 || !sure && sentence(doc, k, &words) {
            return;
        }
        // behind the place stand all kinds of facts; a name is told of again
        if place_above && !(shaped && (legal || told_again(doc, &name))) {
            return;
        }
        let mut weight = base - 5 * steps;
        weight += match (placed, place_below) {
            (true, _) => 20,
            (_, true) => 10,
            _ => -22,
        };
        let worker = noun::best(doc, name.clone()).is_some_and(|b| b.1 == noun::Strength::Strong);
        if worker && !legal {
            weight -= 24;
        }
        let reason = if sure { WITH_PLACE } else { "below the title" };
        let name = less_town(doc, less_place(doc, name));
        out.push(propose(doc, name, weight, reason));
        return;
    }
}

/// Whether the line goes on with the title's sentence, or gives its hours: "in Celle, unbefristet",
/// "30 bis 39 Stunden pro Woche".
fn is_aside(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let opens = matches!(
        doc.word_str(words.start),
        "in" | "im"
            | "bei"
            | "für"
            | "ab"
            | "at"
            | "for"
            | "near"
            | "à"
            | "au"
            | "en"
            | "em"
            | "no"
            | "na"
            | "a"
            | "te"
            | "i"
            | "på"
    );
    let hours = words.clone().skip(1).any(|i| {
        matches!(
            doc.folded(i),
            "stunden" | "std" | "hours" | "hrs" | "heures" | "horas" | "ore" | "uur" | "timmar"
        ) && doc.folded(i - 1).starts_with(|c: char| c.is_ascii_digit())
    });
    opens || hours && !name::is_written_so(doc, words.clone())
}

/// Whether the words, without a figure among them, stand together a second time.
fn told_again(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let figures = doc
        .str(doc.span_of(words.clone()))
        .contains(|c: char| c.is_ascii_digit());
    !figures && occurrences(doc, std::slice::from_ref(words))[0].len() > 1
}

/// A name alone on its line above the title.
fn above(doc: &Document<'_>, n: usize, out: &mut Vec<Found>) {
    let labelled = labels::opens(doc, doc.words_in(doc.lines[n].content));
    // a directorate's name between the council's and the labelled title
    let mut between: Option<Found> = None;
    let mut above = n;
    let mut steps = 0;
    while above > 0 && steps < 4 {
        above -= 1;
        let words = doc.words_in(doc.lines[above].content);
        if words.is_empty() {
            continue;
        }
        if words.len() > 12 {
            return;
        }
        steps += 1;
        let parts = header::parts(doc, words.clone());
        // boards' and buttons' lines above it are none of the posting's
        let top = doc.lines[..above].iter().all(|l| {
            l.words.is_empty()
                || above < 6 && {
                    let parts = header::parts(doc, l.words.clone());
                    parts
                        .iter()
                        .all(|p| matches!(p.kind, Kind::Board | Kind::Chrome))
                }
        });
        let known = || gazetteer::at(doc, words.clone(), false);
        if top
            && labelled
            && name::is_written_so(doc, words.clone())
            && parts[0].kind != Kind::Fact
            && (parts[0].kind != Kind::Place || known().is_none())
            && !colon(doc, &words)
            && (between.is_none() || tail::is_house(doc, &words) || tail::in_capitals(doc, &words))
        {
            out.push(propose(doc, words, 88, OVER_LABEL));
            return;
        }
        if parts
            .iter()
            .all(|p| matches!(p.kind, Kind::Chrome | Kind::Fact))
        {
            continue;
        }
        let first = &parts[0];
        let worker = noun::best(doc, words.clone()).is_some_and(|b| b.1 == noun::Strength::Strong);
        // a menu's entry is named once
        let menu = doc.lines[above].label == Label::Noise && !told_again(doc, &first.words);
        if first.kind == Kind::Other && !sentence(doc, above, &words) && !worker && !menu {
            let weight = if top { 74 } else { 46 } - 3 * steps;
            let name = less_town(doc, first.words.clone());
            let found = propose(doc, name, weight, "above the title");
            if labelled && !top && between.is_none() && parts.len() == 1 {
                between = Some(found);
                continue;
            }
            out.push(found);
        }
        break;
    }
    out.extend(between);
}
