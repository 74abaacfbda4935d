//! Names in the header, by where they stand to the title: behind it ("Baker at Acme"), before it
//! ("Acme hiring Baker"), on the line below ("Acme · Lyon"), on the line above.

use std::ops::Range;

use super::{Found, name};
use crate::extract::document::Document;
use crate::extract::header::{self, Cut, Kind, Part};
use crate::extract::repeat::occurrences;
use crate::extract::span::Span;
use crate::extract::title::{line, noun, words};

/// Whether `reason` is one of this file's: a name by where it stands, not by what is said of it.
#[must_use]
pub fn is_header(reason: &str) -> bool {
    [
        "page title: hiring",
        "behind the title",
        "before the title",
        "below the title",
        "above the title",
    ]
    .iter()
    .any(|r| reason.starts_with(r))
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
        let words = doc.words_in(doc.lines[n].content);
        if lines.contains(&n) || words.is_empty() || words.len() > 34 {
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
        .map(|(company, _)| Found::new(doc, company, 84, "page title: hiring"))
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
        out.push(Found::new(doc, company, weight + 14, "page title: hiring"));
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
            let part = header::parts(doc, named..words.end);
            if let Some(first) = part.first().filter(|p| p.kind == Kind::Other) {
                out.push(Found::new(
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
            && !p.words.clone().any(|i| doc.folded(i) == "job")
            && noun::best(doc, p.words.clone()).is_none_or(|b| b.1 == noun::Strength::Weak)
            && p.words.len() <= 8
    };
    let strong = parts.len() > 2 || parts.iter().any(|p| p.kind == Kind::Board);
    let less = if strong { 0 } else { 26 };
    if at > 0 && name(&parts[at - 1]) {
        let bar = if parts[at].cut == Cut::Bar { 4 } else { 0 };
        out.push(Found::new(
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
        out.push(Found::new(
            doc,
            part.words.clone(),
            weight - less - 4,
            "behind the title",
        ));
    }
}

/// Whether a label's colon stands within the words.
fn colon(doc: &Document<'_>, words: &Range<usize>) -> bool {
    words.clone().skip(1).any(|i| {
        let gap = doc.gap(i - 1);
        gap.contains(':') && gap.contains(' ')
    })
}

/// "Acme in Lyon", "Acme, Lyon": the words before the place.
fn less_place(doc: &Document<'_>, words: Range<usize>) -> Range<usize> {
    let cut = words.clone().skip(1).find(|i| {
        let small = matches!(doc.folded(*i), "in" | "a" | "en" | "em");
        let comma = doc.gap(*i - 1).contains(',');
        let rest = if small { i + 1 } else { *i };
        (small || comma) && rest < words.end && header::kind(doc, rest..words.end) == Kind::Place
    });
    words.start..cut.unwrap_or(words.end)
}

/// Names on the lines around the title's.
fn around(doc: &Document<'_>, n: usize, home: bool, out: &mut Vec<Found>) {
    let next = |from: usize| {
        (from + 1..doc.lines.len().min(from + 5)).find(|k| !doc.lines[*k].words.is_empty())
    };
    let mut below = next(n);
    let mut steps = 0;
    let base = if home { 78 } else { 70 };
    while let Some(k) = below {
        let words = doc.words_in(doc.lines[k].content);
        if steps > 2 || words.is_empty() || words.len() > 30 {
            break;
        }
        let parts = header::parts(doc, words.clone());
        let first = parts
            .iter()
            .find(|p| p.kind != Kind::Chrome && p.kind != Kind::Fact);
        let Some(first) = first else {
            // a button or a fact stands between
            below = next(k);
            steps += 1;
            continue;
        };
        let text = doc.line_str(k);
        let sentence = words::prose(doc, words.clone())
            || text.ends_with(['.', ':', '!', '?']) && !name::is_legal_form(doc, words.end - 1)
            || colon(doc, &words);
        if first.kind == Kind::Other && !sentence && first.words.len() <= 10 {
            let place = parts.iter().any(|p| p.kind == Kind::Place);
            let mut weight = base - 6 * steps;
            weight += if place { 14 } else { 0 };
            let after = next(k).map(|m| doc.words_in(doc.lines[m].content));
            let then = after
                .filter(|w| !w.is_empty() && w.len() < 20)
                .map(|w| header::parts(doc, w));
            let place_below =
                then.is_some_and(|p| p.iter().any(|p| matches!(p.kind, Kind::Place | Kind::Fact)));
            weight += if !place && place_below { 10 } else { 0 };
            weight -= if !place && !place_below { 22 } else { 0 };
            if noun::best(doc, first.words.clone()).is_some_and(|b| b.1 == noun::Strength::Strong) {
                weight -= 24;
            }
            let words = less_place(doc, first.words.clone());
            out.push(Found::new(doc, words, weight, "below the title"));
        }
        break;
    }
    // above: a name alone on its line
    let mut above = n;
    let mut steps = 0;
    while above > 0 && steps < 4 {
        above -= 1;
        let words = doc.words_in(doc.lines[above].content);
        if words.is_empty() {
            continue;
        }
        if words.len() > 10 {
            break;
        }
        steps += 1;
        let parts = header::parts(doc, words.clone());
        if parts
            .iter()
            .all(|p| matches!(p.kind, Kind::Chrome | Kind::Fact))
        {
            continue;
        }
        let first = &parts[0];
        let text = doc.line_str(above);
        let sentence = words::prose(doc, words.clone())
            || text.ends_with(['.', ':', '!', '?', ','])
                && !name::is_legal_form(doc, words.end - 1)
            || colon(doc, &words);
        let worker = noun::best(doc, words).is_some_and(|b| b.1 == noun::Strength::Strong);
        if first.kind == Kind::Other && !sentence && !worker {
            let top = doc.lines[..above].iter().all(|l| l.words.is_empty());
            let weight = if top { 74 } else { 46 } - 3 * steps;
            out.push(Found::new(
                doc,
                first.words.clone(),
                weight,
                "above the title",
            ));
        }
        break;
    }
}
