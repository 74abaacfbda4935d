//! Stretches of time: hours of work a week, and how long a fixed term lasts.

use std::ops::Range;

use super::{LONGEST, is};
use crate::extract::document::Document;
use crate::extract::span::Span;

/// "37.5 hours a week", "38,5 Std./Woche", "35h/semaine", "40-hour work week".
pub fn hours(doc: &Document<'_>, line: Range<usize>) -> Option<Span> {
    for i in line.clone() {
        // the unit stands alone or glued to the number ("35h")
        let glued = glued_hours(doc.folded(i));
        if !glued && !is(doc, i, &["hour"]) {
            continue;
        }
        let number_at = if glued {
            Some(i)
        } else {
            (i > line.start).then(|| i - 1)
        };
        let Some(n) =
            number_at.filter(|n| number(doc.folded(*n)).is_some_and(|v| (4..=80).contains(&v)))
        else {
            continue;
        };
        let own = matches!(doc.folded(i), "wochenstunden");
        let week = (i + 1..(i + 5).min(line.end)).find(|k| is(doc, *k, &["week"]));
        let end = match week {
            Some(k) if !ends_between(doc, i, k) => k,
            _ if own => i,
            _ => continue,
        };
        let mut first = range_start(doc, line.start, n);
        while first > line.start
            && n - first < 5
            && is_bound(doc.folded(first - 1))
            && doc.gap(first - 1) == " "
        {
            first -= 1;
        }
        let span = doc.span_of(first..end + 1);
        let others = first.saturating_sub(4).max(line.start)..first;
        let some_only = others.into_iter().any(|k| {
            matches!(
                doc.folded(k),
                "employees"
                    | "eligible"
                    | "mitarbeiter"
                    | "salaried"
                    | "collaborateurs"
                    | "average"
            )
        });
        if span.len() <= LONGEST && !some_only {
            return Some(span);
        }
    }
    None
}

/// "more than", "up to", "mindestens": part of what is said of the hours.
fn is_bound(folded: &str) -> bool {
    matches!(
        folded,
        "more"
            | "than"
            | "up"
            | "to"
            | "at"
            | "least"
            | "approximately"
            | "about"
            | "minimum"
            | "maximum"
            | "mindestens"
            | "maximal"
            | "bis"
            | "zu"
            | "ca"
            | "circa"
            | "max"
            | "min"
            | "minst"
            | "hasta"
            | "ate"
            | "minimaal"
            | "maximaal"
            | "jusqu"
            | "a"
            | "von"
    )
}

fn glued_hours(folded: &str) -> bool {
    let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && matches!(&folded[digits..], "h" | "hrs" | "hr" | "std" | "hours")
}

/// The leading whole number of a word.
fn number(folded: &str) -> Option<u32> {
    let digits = folded.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3)
        .contains(&digits)
        .then(|| folded[..digits].parse().ok())?
}

/// The first word of a number that is a decimal ("37.5") or a range ("32 tot 36", "15–20").
fn range_start(doc: &Document<'_>, least: usize, n: usize) -> usize {
    let mut first = n;
    let digits = |i: usize| doc.folded(i).bytes().all(|b| b.is_ascii_digit());
    for _ in 0..4 {
        if first <= least {
            break;
        }
        let gap = doc.gap(first - 1);
        let joined = matches!(gap, "." | "," | "-" | "–" | " - " | " – " | "/" | "—");
        if joined && digits(first - 1) {
            first -= 1;
            continue;
        }
        let between = matches!(
            doc.folded(first - 1),
            "to" | "bis" | "a" | "tot" | "till" | "y" | "und" | "and" | "et" | "e" | "och"
        );
        if between && first >= least + 2 && digits(first - 2) {
            first -= 2;
            continue;
        }
        break;
    }
    first
}

/// "12-month contract", "befristet auf 2 Jahre", "CDD de 6 mois", "10-week internship".
pub fn duration(doc: &Document<'_>, line: Range<usize>) -> Option<Span> {
    for i in line.clone() {
        if !is(doc, i, &["week", "month", "year"]) || i == line.start {
            continue;
        }
        let Some(n) = count(doc.folded(i - 1)) else {
            continue;
        };
        let most = if is(doc, i, &["year"]) { 6 } else { 60 };
        if n == 0 || n > most {
            continue;
        }
        let before = i.saturating_sub(6).max(line.start)..i - 1;
        let after = i + 1..(i + 4).min(line.end);
        let other = |k: usize| is(doc, k, &["experience"]);
        if (i + 1..(i + 6).min(line.end)).any(other) || before.clone().any(other) {
            continue;
        }
        let fixed = |k: &usize| is(doc, *k, &["fixed"]);
        let within = before.clone().any(|k| {
            matches!(
                doc.folded(k),
                "within" | "innerhalb" | "every" | "last" | "past"
            )
        });
        if within {
            continue;
        }
        let cue_after = after
            .into_iter()
            .find(fixed)
            .filter(|k| !ends_between(doc, i, *k));
        let cue_before = before
            .rev()
            .find(fixed)
            .filter(|k| !ends_between(doc, *k, i));
        let first = range_start(doc, line.start, i - 1);
        let span = match (cue_after, cue_before) {
            (Some(k), _) if k - i <= 3 => doc.span_of(first..k + 1),
            (_, Some(k)) => {
                let tempo = k > line.start && doc.folded(k - 1) == "tempo";
                doc.span_of(k.min(first) - usize::from(tempo)..i + 1)
            }
            _ => continue,
        };
        if span.len() <= LONGEST {
            return Some(span);
        }
    }
    None
}

fn count(folded: &str) -> Option<u32> {
    Some(match folded {
        "one" | "ein" | "einem" | "un" | "une" | "einen" | "een" | "ett" | "uno" | "um" => 1,
        "two" | "zwei" | "deux" | "dos" | "due" | "twee" | "tva" | "dois" => 2,
        "three" | "drei" | "trois" | "tres" | "tre" | "drie" => 3,
        "four" | "vier" | "quatre" | "cuatro" => 4,
        "six" | "sechs" | "seis" | "sei" | "zes" | "sex" => 6,
        "nine" | "neun" => 9,
        "twelve" | "zwolf" | "douze" | "doce" => 12,
        digits if digits.bytes().all(|b| b.is_ascii_digit()) && digits.len() <= 2 => {
            digits.parse().ok()?
        }
        _ => return None,
    })
}

fn ends_between(doc: &Document<'_>, a: usize, b: usize) -> bool {
    (a..b).any(|k| {
        let gap = doc.gap(k);
        gap.contains([';', '\n', '•', '!', '?', '|'])
            || gap.starts_with(". ") && doc.words[k].span.len() > 3
    })
}
