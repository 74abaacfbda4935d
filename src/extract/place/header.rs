//! Places in the header of a posting: in the lines about its title, cut into cells, and in the title
//! itself. Never reads the body.

use std::ops::Range;

use super::parse::{Place, Trust, places};
use super::{Found, behind_building, push};
use crate::extract::document::{Document, Mark};
use crate::extract::facts::{Fact, Facts};
use crate::extract::header::{self, Kind};
use crate::extract::label::Label;
use crate::extract::span::Span;
use crate::extract::title::tail;

/// Lines of the header, as indices: those about the title, up to the first text.
pub(crate) fn header_lines(doc: &Document<'_>, facts: &Facts) -> Vec<usize> {
    let title = facts.title.as_ref().map(|t| doc.line_at(t.span().start));
    let company = facts.company.as_ref().map(|c| doc.line_at(c.span().start));
    let anchor = title.or(company).unwrap_or(0);
    let mut out = Vec::new();
    let before = (0..anchor).rev().filter(|n| !doc.lines[*n].is_blank());
    out.extend(before.take(6).filter(|n| short(doc, *n)));
    out.reverse();
    let after = (anchor..doc.lines.len()).filter(|n| !doc.lines[*n].is_blank());
    for n in after.take(14) {
        let one = n == anchor && header::opening(doc, doc.lines[n].words.clone()).len() <= 24;
        if one && !short(doc, n) {
            out.push(n);
            break;
        }
        let body = matches!(
            doc.lines[n].label,
            Label::Duty | Label::Must | Label::Nice | Label::Benefit | Label::Apply | Label::Legal
        );
        // right under the title a short line in cells is no duty, whatever its words
        let near = out.len() <= 8
            && n <= anchor + 2
            && doc.lines[n].words.len() <= 16
            && doc.lines[n].mark == Mark::Plain;
        if n != anchor && (!short(doc, n) || (body && !near)) {
            break;
        }
        if short(doc, n) {
            out.push(n);
        }
    }
    out
}

fn short(doc: &Document<'_>, n: usize) -> bool {
    doc.lines[n].words.len() <= 40
}

pub(super) fn from_header(doc: &Document<'_>, facts: &Facts, out: &mut Vec<Found>) {
    let title = facts.title.as_ref().map(Fact::span);
    let company = facts.company.as_ref().map(Fact::span);
    let mut after_company = false;
    for n in header_lines(doc, facts) {
        let line = &doc.lines[n];
        if of_other_fact(doc, &line.words) {
            continue;
        }
        // chrome that names the employer is the job's own
        let own = (facts.company.iter())
            .flat_map(|c| c.evidence.iter().take(6))
            .any(|c| doc.line_at(c.start) == n);
        let noise = if line.label == Label::Noise && !own {
            12
        } else {
            0
        };
        if let Some(hiring) = after_hiring(doc, &line.words) {
            let found = places(doc, hiring.clone(), true);
            let sure = found.iter().all(|p| p.trust > Trust::Guess) || hiring.len() <= 4;
            if !found.is_empty() && sure {
                push(out, &found, 96, "hiring line");
                continue;
            }
        }
        let all = cells(doc, header::opening(doc, line.words.clone()));
        for (k, cell) in all.iter().cloned().enumerate() {
            let next_is_age = all.get(k + 1).is_some_and(|next| is_age(doc, next));
            let span = doc.span_of(cell.clone());
            let is_title = title.is_some_and(|t| t.overlaps(span));
            let is_company = company.is_some_and(|c| c.overlaps(span));
            if is_title || names_title(doc, title, cell.clone()) {
                after_company = false;
                push(out, &in_title(doc, cell), 66 - noise, "in the title");
                continue;
            }
            if is_company {
                after_company = true;
                // "Harbour Clinic, Leeds", "Harbour Clinic (Leeds, UK)"
                let end = company
                    .map_or(cell.end, |c| doc.words_in(c).end)
                    .max(cell.start + 1);
                if end < cell.end && doc.gap(end - 1).contains([',', '(']) {
                    // "Baker – Crumb & Co., Smallham": the signs of the employer speak for the town
                    let first = facts
                        .company
                        .as_ref()
                        .is_some_and(|c| c.reason == tail::REASON);
                    push(
                        out,
                        &places(doc, end..cell.end, first),
                        88 - noise,
                        "header, behind the company",
                    );
                }
                continue;
            }
            let excludes = cell
                .clone()
                .any(|i| matches!(doc.folded(i), "excluding" | "except" | "exclude"));
            let strict = if excludes {
                Vec::new()
            } else {
                places(doc, cell.clone(), false)
            };
            // "Project Architect | PA": a code alone beside a title is none of a place
            let code = cell.len() == 1
                && all.len() > 1
                && doc.words[cell.start].span.len() == 2
                && title.is_some_and(|t| doc.line_at(t.start) == n);
            if code || header::kind(doc, cell.clone()) == Kind::Chrome {
                continue;
            }
            let town = if strict.is_empty() && after_company && noise == 0 {
                behind_building(doc, cell.clone())
            } else {
                Vec::new()
            };
            if !strict.is_empty() {
                push(out, &strict, 94 - noise, "header");
            } else if !town.is_empty() {
                push(out, &town, 88, "header, behind a building");
            } else if next_is_age && k > 0 && named_place(doc, &cell) {
                push(out, &places(doc, cell, true), 93, "header, before the date");
            } else if after_company
                && noise == 0
                && line.label != Label::Heading
                && named_place(doc, &cell)
                && !speaks_of(doc, company, &cell)
            {
                push(
                    out,
                    &places(doc, cell, true),
                    60,
                    "header, after the company",
                );
            } else if noise == 0 {
                push(out, &at_the_end(doc, cell), 70, "end of a header line");
            }
            after_company = false;
        }
    }
}

/// "Closes: Noon, 3 May", "Ref  SC/88": a labelled value of another kind.
fn of_other_fact(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let last = words.clone().take(3).take_while(|i| i + 1 < words.end);
    let mut other = false;
    for i in last {
        other |= matches!(
            doc.folded(i),
            "closes"
                | "closing"
                | "deadline"
                | "ref"
                | "reference"
                | "referenz"
                | "kennziffer"
                | "referencia"
                | "riferimento"
                | "referentie"
                | "requisition"
                | "req"
                | "hours"
                | "grade"
                | "salary"
                | "pay"
                | "frist"
                | "bewerbungsfrist"
        );
        if doc.gap(i).contains([':', '\t']) {
            return other;
        }
    }
    false
}

/// "2 days ago", "vor 3 Tagen", "Reposted 3 weeks ago".
fn is_age(doc: &Document<'_>, cell: &Range<usize>) -> bool {
    cell.len() <= 6
        && cell.clone().any(|i| {
            matches!(
                doc.folded(i),
                "ago"
                    | "vor"
                    | "hace"
                    | "sedan"
                    | "geleden"
                    | "fa"
                    | "atras"
                    | "il"
                    | "just"
                    | "today"
                    | "heute"
            )
        })
        && cell
            .clone()
            .any(|i| doc.word_str(i).starts_with(|c: char| c.is_ascii_digit()) || cell.len() <= 2)
}

/// Whether a cell that no list knows may be a town's name by its writing.
fn named_place(doc: &Document<'_>, cell: &Range<usize>) -> bool {
    let end = doc.words[cell.end - 1].span.end;
    // "Contract: Permanent" is a labelled fact of another kind
    let within = cell.clone().take(cell.len() - 1);
    let labelled = doc.text[end..]
        .trim_start_matches([' ', '*'])
        .starts_with(':')
        || within.into_iter().any(|i| doc.gap(i).contains(':'));
    // "Home > Town hall > Jobs", "Der Bürgermeister"
    let line = doc.line_str(doc.line_at(end - 1));
    let trail = header::is_trail(line) || line.matches("  ").count() >= 2;
    let article = matches!(
        doc.folded(cell.start),
        "the" | "der" | "die" | "das" | "our" | "unser" | "unsere" | "mi" | "mein"
    );
    cell.len() <= 5
        && !labelled
        && !trail
        && !article
        && !matches!(header::kind(doc, cell.clone()), Kind::Fact | Kind::Chrome)
        && !cell.clone().any(|i| {
            matches!(
                doc.folded(i),
                "department"
                    | "university"
                    | "group"
                    | "inc"
                    | "llc"
                    | "gmbh"
                    | "ltd"
                    | "ag"
                    | "team"
                    | "job"
                    | "jobs"
                    | "deadline"
                    | "division"
                    | "directorate"
                    | "services"
                    | "and"
                    | "und"
                    | "school"
                    | "ministry"
                    | "manager"
                    | "engineer"
                    | "apply"
                    | "save"
                    | "share"
                    | "full"
                    | "part"
                    | "time"
                    | "date"
                    | "posted"
                    | "easy"
                    | "view"
                    | "company"
                    | "reviews"
                    | "vollzeit"
                    | "teilzeit"
                    | "heltid"
                    | "deltid"
                    | "permanent"
                    | "contract"
                    | "internship"
                    | "id"
            )
        })
}

/// Whether the cell says the employer's name again behind another word: "About Acme", a heading.
fn speaks_of(doc: &Document<'_>, company: Option<Span>, cell: &Range<usize>) -> bool {
    let first = company.and_then(|c| doc.words_in(c).find(|i| doc.folded(*i).len() > 3));
    let mut behind = cell.clone().skip(1);
    first.is_some_and(|f| behind.any(|i| doc.words[i].hash == doc.words[f].hash))
}

/// Whether the cell repeats the title's words (a page title, a breadcrumb).
fn names_title(doc: &Document<'_>, title: Option<Span>, cell: Range<usize>) -> bool {
    title.is_some_and(|t| {
        let t = doc.words_in(t);
        let n = t.len();
        n > 1
            && cell.len() >= n
            && (0..n).all(|k| doc.words[t.start + k].hash == doc.words[cell.start + k].hash)
    })
}

/// A header line cut at its bars, dots and spaced dashes.
pub(super) fn cells(doc: &Document<'_>, words: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = words.start;
    for i in words.clone() {
        if i + 1 == words.end {
            break;
        }
        let gap = doc.gap(i);
        if gap == " " {
            continue;
        }
        let bar = gap.contains(['|', '•', '·', '\t', '*', '@', '►', '»', '›', '→'])
            || [" - ", " – ", " — ", " -- ", "– ", " –", "  "]
                .iter()
                .any(|d| gap.contains(d));
        if bar {
            out.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < words.end {
        out.push(start..words.end);
    }
    out
}

/// The words after the last "in" of a line "X hiring Y in Z", up to a bar.
fn after_hiring(doc: &Document<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let hiring = line.clone().find(|i| doc.word_str(*i) == "hiring")?;
    let end = (hiring..line.end - 1)
        .find(|i| doc.gap(*i).contains('|'))
        .map_or(line.end, |i| i + 1);
    let at = (hiring..end).rev().find(|i| doc.word_str(*i) == "in")?;
    (at + 1 < end).then_some(at + 1..end)
}

/// Known places at the end of a title, after a mark or a preposition.
fn in_title(doc: &Document<'_>, cell: Range<usize>) -> Vec<Place> {
    for i in cell.clone() {
        let word = doc.word_str(i);
        let gap = if i > cell.start { doc.gap(i - 1) } else { "" };
        let after_mark = gap.contains(['(', '[', ',', '/', '–', '-']) && gap.len() > 1;
        let after_word = i > cell.start && is_in(doc.word_str(i - 1));
        let opens = i == cell.start || after_mark || after_word;
        if !opens || !word.starts_with(char::is_uppercase) {
            continue;
        }
        let rest = i..cell.end;
        for end in (rest.start + 1..=rest.end.min(rest.start + 12)).rev() {
            let closes = end == cell.end || after_word || doc.gap(end - 1).contains([')', ']']);
            if !closes {
                continue;
            }
            // "(Project Architect | PA)": a code alone is no place, but for "Leeds, UK"
            let code = end == i + 1 && doc.words[i].span.len() == 2 && !gap.contains(',');
            if code {
                continue;
            }
            let found = places(doc, rest.start..end, false);
            if !found.is_empty() && found.iter().all(|p| p.trust == Trust::Known) {
                return found;
            }
        }
    }
    Vec::new()
}

/// Known places behind the last preposition of a header line ("Nursing in Leeds, UK").
fn at_the_end(doc: &Document<'_>, cell: Range<usize>) -> Vec<Place> {
    let Some(at) = (cell.start + 1..cell.end.saturating_sub(1))
        .rev()
        .find(|i| is_in(doc.word_str(*i)))
    else {
        return Vec::new();
    };
    let found = places(doc, at + 1..cell.end, false);
    let sure = found.iter().all(|p| p.trust == Trust::Known);
    if sure { found } else { Vec::new() }
}

fn is_in(word: &str) -> bool {
    matches!(
        word,
        "in" | "à"
            | "en"
            | "em"
            | "i"
            | "te"
            | "bei"
            | "für"
            | "Raum"
            | "at"
            | "near"
            | "a"
            | "su"
            | "sur"
    )
}
