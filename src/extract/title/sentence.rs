//! Titles that stand in a sentence: "We are looking for a night baker", "As our Night Baker you",
//! "the Night Baker role". Bounded looks around each cue.

use std::ops::Range;

use super::noun::{self, Strength};
use super::words::{AFTER, BEFORE, PAST, SKIP, STOP};
use super::{Found, propose, words};
use crate::extract::document::Document;
use crate::extract::label::Label;

/// Candidates kept.
const KEPT: usize = 60;

/// The candidates, in the order of the text.
#[must_use]
pub fn find(doc: &Document<'_>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for hit in BEFORE.find(doc, 0..doc.words.len()) {
        if out.len() >= KEPT {
            break;
        }
        let past = hit.value == "as"
            && hit.words.start > 0
            && (hit.words.start.saturating_sub(2)..hit.words.start)
                .any(|i| PAST.at(doc, i, hit.words.start).is_some());
        let base = match hit.value {
            "looking" => 60,
            "role" => 56,
            "join" => 56,
            _ if past => 24,
            _ => 44,
        };
        let Some((title, strength, tagged)) = behind(doc, hit.words.end) else {
            continue;
        };
        let reason = match hit.value {
            "looking" => "sentence: looking for",
            "role" => "sentence: the position of",
            "join" => "sentence: join as",
            _ => "sentence: as a",
        };
        let weight = base + weigh(doc, &title, strength, tagged);
        out.push(propose(doc, title, weight, reason));
    }
    for hit in AFTER.find(doc, 0..doc.words.len()) {
        if out.len() >= 2 * KEPT {
            break;
        }
        if let Some((title, strength)) = before(doc, hit.words.start) {
            // a requirement may name the role as surely as the introduction does
            let line = doc.line_at(doc.words[title.start].span.start);
            let must = matches!(doc.lines[line].label, Label::Must | Label::Nice);
            let weight = 44 + weigh(doc, &title, strength, false) + if must { 8 } else { 0 };
            out.push(propose(doc, title, weight, "sentence: the X role"));
        }
    }
    agree(doc, &mut out);
    out
}

fn weigh(doc: &Document<'_>, title: &Range<usize>, strength: Strength, tagged: bool) -> i32 {
    let line = doc.line_at(doc.words[title.start].span.start);
    let mut weight = if tagged { 14 } else { 0 };
    let upper = title
        .clone()
        .filter(|i| doc.word_str(*i).starts_with(|c: char| !c.is_lowercase()))
        .count();
    if upper == title.len() {
        weight += 6;
    } else if upper == 0 {
        weight -= 8;
    }
    if title.len() == 1 {
        weight -= 4;
    }
    if strength == Strength::Weak {
        weight -= 14;
    }
    weight -= (line as i32 / 6).min(14);
    weight
        - match doc.lines[line].label {
            Label::Noise => 28,
            Label::Must | Label::Nice => 12,
            Label::Legal | Label::Benefit => 16,
            _ => 0,
        }
}

/// The title that starts at or soon after word `i`.
fn behind(doc: &Document<'_>, mut i: usize) -> Option<(Range<usize>, Strength, bool)> {
    let far = (i + 14).min(doc.words.len());
    while i < far {
        if breaks(doc, i) {
            return None;
        }
        let Some(hit) = SKIP.at(doc, i, far) else {
            break;
        };
        // "Senior", "New Business Manager": praise in capitals before a name belongs to it
        if hit.words.len() == 1 && noun::strength(doc, i) == Strength::Strong {
            break;
        }
        i = hit.words.end;
    }
    if i >= far || breaks(doc, i) {
        return None;
    }
    let end = run(doc, i, 12);
    let (noun, strength) = head(doc, i..end)?;
    let mut title = i..tail(doc, noun, end);
    // "a strategic Head Baker": praise in small letters before a name in capitals
    let name = title.clone().find(|k| is_upper(doc, *k));
    if let Some(name) = name.filter(|n| *n > i && *n <= noun && title.end - n >= 2) {
        title.start = name;
    }
    if strength == Strength::Weak && (title.len() < 2 || !title.clone().all(|k| is_upper(doc, k))) {
        return None;
    }
    let tagged = (title.end..(title.end + 2).min(doc.words.len())).any(|k| {
        words::tag_behind(
            doc,
            &(title.end.saturating_sub(1)..(k + 2).min(doc.words.len())),
        )
    });
    Some((title, strength, tagged))
}

/// The end of the run of words that may be one title, from word `i`.
fn run(doc: &Document<'_>, i: usize, most: usize) -> usize {
    let mut end = i;
    while end < doc.words.len() && end - i < most {
        if end > i {
            let gap = doc.gap(end - 1);
            let joined = gap == " "
                || gap.is_empty()
                || gap.len() <= 3
                    && gap.chars().all(|c| {
                        matches!(
                            c,
                            ' ' | '-'
                                | '/'
                                | '&'
                                | '\''
                                | '’'
                                | '.'
                                | ':'
                                | '*'
                                | '('
                                | ')'
                                | '‑'
                                | '–'
                        )
                    })
                    && !gap.starts_with(". ")
                    && !gap.contains(": ")
                    && !gap.contains("- ");
            if !joined || gap.contains('(') && doc.word_str(end).len() > 3 {
                break;
            }
        }
        let stops = STOP.at(doc, end, end + 1).is_some();
        if stops && end > i && !is_upper(doc, end) || stops && end == i {
            break;
        }
        end += 1;
    }
    end
}

/// The head noun of the run: the first strong one that another does not directly follow.
fn head(doc: &Document<'_>, run: Range<usize>) -> Option<(usize, Strength)> {
    let first = run
        .clone()
        .find(|i| noun::strength(doc, *i) == Strength::Strong);
    let Some(mut at) = first else {
        let mut run = run;
        return run
            .find(|i| noun::strength(doc, *i) == Strength::Weak)
            .map(|i| (i, Strength::Weak));
    };
    while at + 1 < run.end
        && (noun::strength(doc, at + 1) == Strength::Strong
            || at + 2 < run.end
                && noun::strength(doc, at + 2) == Strength::Strong
                && (is_upper(doc, at + 1) || doc.gap(at).contains('/')))
    {
        at += 1;
    }
    Some((at, Strength::Strong))
}

/// Where the title ends, given its head noun: names and "of" behind it belong to it.
fn tail(doc: &Document<'_>, noun: usize, end: usize) -> usize {
    let mut at = noun + 1;
    while at < end {
        let link = matches!(
            doc.folded(at),
            "of" | "de"
                | "d"
                | "du"
                | "des"
                | "del"
                | "da"
                | "do"
                | "di"
                | "della"
                | "dei"
                | "e"
                | "en"
                | "et"
                | "y"
                | "and"
                | "al"
                | "alla"
                | "van"
                | "a"
                | "in"
                | "r"
        );
        let short = doc.word_str(at).len() <= 2 && doc.gap(at - 1).contains(['(', ':', '*', '/']);
        if is_upper(doc, at) || short {
            at += 1;
        } else if link
            && at + 1 < end
            && (is_upper(doc, at + 1) || romance(doc, noun))
            && doc.folded(at) != "in"
        {
            at += 2;
        } else if romance(doc, noun) && !link && at < noun + 4 && doc.word_str(at).len() > 3 {
            at += 1;
        } else {
            break;
        }
    }
    at.min(end)
}

/// Whether the words behind a head noun specify it, as in the Romance languages.
fn romance(doc: &Document<'_>, noun: usize) -> bool {
    let known = doc
        .lang
        .is_some_and(|l| matches!(l.0, "fr" | "es" | "pt" | "it"));
    known && doc.word_str(noun).chars().count() > 3
}

/// The title that ends right before word `end`: "the Night Baker" role.
fn before(doc: &Document<'_>, end: usize) -> Option<(Range<usize>, Strength)> {
    if end == 0
        || noun::strength(doc, end - 1) < Strength::Weak
            && noun::strength(doc, end.saturating_sub(2)) < Strength::Strong
    {
        return None;
    }
    let low = end.saturating_sub(9);
    let mut start = end;
    while start > low {
        let i = start - 1;
        let gap = doc.gap(i);
        if !(gap == " "
            || matches!(
                gap,
                "/" | " / " | "-" | " & " | ", " | ") " | "" | " (" | "("
            ))
        {
            return None;
        }
        let article = matches!(
            doc.folded(i),
            "the" | "this" | "our" | "a" | "an" | "der" | "die" | "das"
        );
        if article {
            break;
        }
        if !is_upper(doc, i) && !matches!(doc.folded(i), "of" | "and") {
            return None;
        }
        start = i;
    }
    if start == low || start == end || start == 0 {
        return None;
    }
    let title = start..end;
    let (_, strength) = noun::best(doc, title.clone())?;
    (strength == Strength::Strong || title.len() >= 2).then_some((title, strength))
}

fn is_upper(doc: &Document<'_>, i: usize) -> bool {
    doc.word_str(i)
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a sentence or paragraph ends right before word `i`.
fn breaks(doc: &Document<'_>, i: usize) -> bool {
    if i == 0 {
        return false;
    }
    let gap = doc.gap(i - 1);
    gap.len() > 12 || gap.contains(['.', '!', '?', ';', '•', '|']) || gap.matches('\n').count() > 2
}

/// Adds to titles that several sentences name.
fn agree(doc: &Document<'_>, found: &mut [Found]) {
    let keys: Vec<Vec<u64>> = found
        .iter()
        .map(|f| f.words.clone().map(|i| doc.words[i].hash).collect())
        .collect();
    for n in 0..found.len() {
        let same = keys.iter().filter(|k| **k == keys[n]).count() as i32 - 1;
        found[n].weight += (same * 4).min(12);
    }
}
