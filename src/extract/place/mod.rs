//! Where the job is based: places in a labelled field, in the header, in the title, beside "remote", or
//! in a sentence that says so. Never a list of the company's other offices, a sales territory, where
//! the company was founded, or another job's place.

pub mod gazetteer;
pub mod parse;
pub mod part;
pub mod postcode;

use std::ops::Range;
use std::sync::LazyLock;

use super::document::{Document, Mark, display};
use super::facts::*;
use super::label::Label;
use super::labelled::{Labelled, labelled};
use super::lexicon::Lexicon;
use super::span::Span;
use parse::{Place, Trust, places};

static LABELS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("../lexicons/place_labels.txt")));
static ALIASES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("../lexicons/place_aliases.txt")));
static CUES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("../lexicons/place_cues.txt")));

/// A place proposed.
#[derive(Clone, Debug)]
struct Found {
    span: Span,
    weight: i32,
    reason: &'static str,
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
    found.sort_by_key(|f| f.span.start);
    for f in found {
        let words: Vec<u64> = doc.words_in(f.span).map(|i| doc.words[i].hash).collect();
        let same = kept.iter().position(|(other, old)| {
            holds(other, &words) || holds(&words, other) || same_place(doc, old.span, f.span)
        });
        match same {
            Some(k) => {
                let (other, old) = &kept[k];
                let longer = words.len() > other.len() && holds(&words, other);
                let better = f.weight > old.weight || (f.weight == old.weight && longer);
                if better {
                    kept[k] = (words, f);
                }
            }
            None if kept.len() < MOST => kept.push((words, f)),
            None => {}
        }
    }
    kept.sort_by_key(|(_, f)| f.span.start);
    kept.iter()
        .map(|(_, f)| Fact::new(display(doc.text, f.span), f.span, f.reason))
        .collect()
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
        if let Some(run) = run(doc, value.clone()) {
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
        } else if field.below && value.len() <= 4 {
            push(
                out,
                &places(doc, value, true),
                70 - noise,
                "under a label, unknown name",
            );
        }
    }
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
        let stop = excludes || gap.starts_with(". ") && doc.words[i].span.len() > 3;
        if stop || gap.contains('\n') || gap.contains("**") && i > value.start {
            end = i + 1;
            break;
        }
    }
    value.start..end
}

/// Places behind a map pin.
fn from_pins(doc: &Document<'_>, out: &mut Vec<Found>) {
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

/// The first run of words within `words` that reads as places.
fn run(doc: &Document<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let mut i = words.start;
    while i < words.end {
        if let Some(run) = run_at(doc, i, words.end) {
            return Some(run);
        }
        i += 1;
    }
    None
}

/// The longest run of words from word `i` that reads as places, all of them known or before a known
/// one.
fn run_at(doc: &Document<'_>, i: usize, end: usize) -> Option<Range<usize>> {
    if !doc.word_str(i).starts_with(char::is_uppercase) {
        return None;
    }
    let mut last = i + 1;
    while last < end && last - i < 14 {
        let gap = doc.gap(last - 1);
        let stop = gap.contains(['\n', ':', '(', ')', '|', '!', '?', '·', '•', '"'])
            || (gap.starts_with(". ") && doc.words[last - 1].span.len() > 3);
        if stop || gap.contains(" - ") || gap.contains(" – ") {
            break;
        }
        last += 1;
    }
    while last > i {
        let word = doc.word_str(last - 1);
        let fits = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if fits && !places(doc, i..last, false).is_empty() {
            return Some(i..last);
        }
        last -= 1;
    }
    None
}

/// Lines of the header, as indices: those about the title, up to the first text.
pub(super) fn header_lines(doc: &Document<'_>, facts: &Facts) -> Vec<usize> {
    let title = facts.title.as_ref().map(|t| doc.line_at(t.span().start));
    let company = facts.company.as_ref().map(|c| doc.line_at(c.span().start));
    let anchor = title.or(company).unwrap_or(0);
    let mut out = Vec::new();
    let before = (0..anchor).rev().filter(|n| !doc.lines[*n].is_blank());
    out.extend(before.take(6).filter(|n| short(doc, *n)));
    out.reverse();
    let after = (anchor..doc.lines.len()).filter(|n| !doc.lines[*n].is_blank());
    for n in after.take(14) {
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

fn from_header(doc: &Document<'_>, facts: &Facts, out: &mut Vec<Found>) {
    let title = facts.title.as_ref().map(Fact::span);
    let company = facts.company.as_ref().map(Fact::span);
    let mut after_company = false;
    for n in header_lines(doc, facts) {
        let line = &doc.lines[n];
        let noise = if line.label == Label::Noise { 12 } else { 0 };
        if let Some(hiring) = after_hiring(doc, &line.words) {
            let found = places(doc, hiring.clone(), true);
            let sure = found.iter().all(|p| p.trust > Trust::Guess) || hiring.len() <= 4;
            if !found.is_empty() && sure {
                push(out, &found, 96, "hiring line");
                continue;
            }
        }
        let all = cells(doc, line.words.clone());
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
            if !strict.is_empty() {
                let sure = strict.iter().all(|p| p.trust == Trust::Known);
                push(out, &strict, if sure { 94 } else { 92 } - noise, "header");
            } else if next_is_age && k > 0 && named_place(doc, &cell) {
                push(out, &places(doc, cell, true), 93, "header, before the date");
            } else if after_company
                && noise == 0
                && line.label != Label::Heading
                && named_place(doc, &cell)
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
    let labelled = doc.text[end..]
        .trim_start_matches([' ', '*'])
        .starts_with(':');
    cell.len() <= 5
        && !labelled
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
fn cells(doc: &Document<'_>, words: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = words.start;
    for i in words.clone() {
        if i + 1 == words.end {
            break;
        }
        let gap = doc.gap(i);
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

/// Sentences that say where: "based in X", "am Standort X", "remote within X".
fn from_sentences(doc: &Document<'_>, out: &mut Vec<Found>) {
    for line in &doc.lines {
        if matches!(line.label, Label::Noise | Label::Legal) {
            continue;
        }
        for cue in CUES.find(doc, line.words.clone()) {
            let weight = match cue.value {
                "job" => 50,
                "mode" => 54,
                _ => {
                    if about_the_job(doc, line.words.start, cue.words.start) {
                        46
                    } else {
                        continue;
                    }
                }
            };
            let mut at = cue.words.end;
            // "in the heart of", "the greater"
            while at < line.words.end
                && at < cue.words.end + 4
                && !doc.word_str(at).starts_with(char::is_uppercase)
            {
                at += 1;
            }
            if at >= line.words.end || doc.gap(at - 1).contains(['.', ';', ':']) {
                continue;
            }
            if let Some(run) = run_at(doc, at, line.words.end) {
                push(out, &places(doc, run, false), weight, "in a sentence");
            }
        }
    }
}

/// Whether the words before `cue` in its sentence speak of the job or the person, not the company.
fn about_the_job(doc: &Document<'_>, line: usize, cue: usize) -> bool {
    let from = cue.saturating_sub(12).max(line);
    for i in (from..cue).rev() {
        let gap = doc.gap(i);
        if gap.starts_with(['.', '!', '?']) && gap.len() > 1 && doc.words[i].span.len() > 3 {
            return false;
        }
        match doc.folded(i) {
            "company" | "companies" | "startup" | "firm" | "agency" | "we" | "team" | "members"
            | "clients" | "customers" | "headquartered" | "founded" | "investors"
            | "unternehmen" | "firma" | "entreprise" | "societe" | "empresa" | "azienda"
            | "bedrijf" | "foretag" | "engineers" | "employees" | "developers" | "people"
            | "professionals" | "organization" | "organisation" | "provider" => {
                return false;
            }
            "role" | "position" | "job" | "you" | "candidate" | "candidates" | "opportunity"
            | "internship" | "vacancy" | "stelle" | "du" | "sie" | "poste" | "vous" | "puesto"
            | "vacante" | "plaza" | "vaga" | "posizione" | "ruolo" | "functie" | "je"
            | "tjansten" | "rollen" | "applicants" | "must" | "be" | "is" | "opening" | "post"
            | "work" => return true,
            _ => {}
        }
    }
    false
}
