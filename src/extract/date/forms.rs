//! The forms a single date takes: "2026-03-09", "9.3.2026", "March 9th, 2026", "9 de marzo de 2026".
//! Each reads from one word on and looks a few words ahead.

use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::find::{Dated, dated};
use super::{Date, When};
use crate::extract::word::lower;

/// The names of months, as "3" or "3 de sv" where they are month names in these languages only, and of
/// seasons.
pub(in crate::extract) static WORDS: Lexicon = Lexicon::of("months");

fn month(doc: &Document<'_>, i: usize) -> Option<u8> {
    let name = WORDS.at(doc, i, i + 1)?.value;
    let (n, langs) = name.split_once(' ').unwrap_or((name, ""));
    let lang = doc.lang.map_or("en", |l| l.0);
    let ours = langs.is_empty() || langs.split(' ').any(|l| l == lang);
    ours.then(|| n.parse().ok())?
}

pub(super) fn date(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Date> {
    let fits = month.is_none_or(|m| (1..=12).contains(&m))
        && day.is_none_or(|d| {
            let last = match month {
                Some(2) => 29,
                Some(4 | 6 | 9 | 11) => 30,
                _ => 31,
            };
            (1..=last).contains(&d)
        });
    fits.then_some(Date {
        year,
        month,
        day,
        time: None,
        zone: None,
    })
}

/// The digits that open word `i` (at most four) and what is glued to them.
pub(super) fn digits<'t>(doc: &Document<'t>, i: usize) -> Option<(u16, usize, &'t str)> {
    let span = doc.words.get(i)?.span;
    if !doc.text.as_bytes()[span.start].is_ascii_digit() {
        return None;
    }
    let word = span.of(doc.text);
    let n = word.bytes().take(5).take_while(u8::is_ascii_digit).count();
    if n > 4 {
        return None;
    }
    Some((word[..n].parse().ok()?, n, &word[n..]))
}

/// A four-digit year at word `i`; glued letters behind it are another word's ("2025T00", "2025Start").
fn year(doc: &Document<'_>, i: usize, end: usize) -> Option<u16> {
    if i >= end {
        return None;
    }
    let (n, len, _) = digits(doc, i)?;
    (len == 4 && (1900..2200).contains(&n)).then_some(n)
}

/// A day of the month at word `i`: "5", "05", "5th", "1er", "1º".
fn day(doc: &Document<'_>, i: usize, end: usize) -> Option<u8> {
    if i >= end {
        return None;
    }
    let (n, len, tail) = digits(doc, i)?;
    let ordinal = matches!(
        lower(tail).as_str(),
        "" | "st" | "nd" | "rd" | "th" | "er" | "re" | "e" | "o" | "º" | "ª" | "°" | "de" | "a"
    );
    (len <= 2 && ordinal && (1..=31).contains(&n)).then_some(n as u8)
}

/// An all-number date with the year last: both numbers as written.
pub(super) struct Numeric {
    pub(super) first: u8,
    pub(super) second: u8,
    pub(super) year: u16,
    pub(super) mark: u8,
}

impl Numeric {
    pub(super) fn at(doc: &Document<'_>, i: usize) -> Option<Self> {
        let (first, len, tail) = digits(doc, i)?;
        if len > 2 || !tail.is_empty() || i + 2 >= doc.words.len() {
            return None;
        }
        let mark = numeric_gap(doc.gap(i))?;
        if numeric_gap(doc.gap(i + 1))? != mark {
            return None;
        }
        let (second, len, tail) = digits(doc, i + 1)?;
        if len > 2 || !tail.is_empty() {
            return None;
        }
        let (last, len, _) = digits(doc, i + 2)?;
        let year = match len {
            4 if (1900..2200).contains(&last) => last,
            2 if doc.gap(i).len() == 1 => 2000 + last,
            _ => return None,
        };
        // "1.2.34.5": a version or an address goes on
        if len == 2 {
            let next = doc.words[i + 2].span.end;
            let rest = &doc.text.as_bytes()[next..];
            let glued = rest.first() == Some(&mark) && rest.get(1).is_some_and(u8::is_ascii_digit);
            let before = doc.text.as_bytes()[..doc.words[i].span.start].last();
            if glued || before == Some(&mark) {
                return None;
            }
        }
        let fits = (1..=31).contains(&first) && (1..=31).contains(&second);
        (fits && (first <= 12 || second <= 12)).then_some(Self {
            first: first as u8,
            second: second as u8,
            year,
            mark,
        })
    }
}

/// A day and a month in numbers alone, the year left out: "31.03.", "31.3.", "31/03". Seldom in English,
/// where it is as often a share, a shift or the month first.
pub(super) fn day_and_month(doc: &Document<'_>, i: usize, end: usize) -> Option<Dated> {
    if i + 1 >= end || doc.lang.is_none_or(|l| l.0 == "en") {
        return None;
    }
    let (day, day_len, "") = digits(doc, i)? else {
        return None;
    };
    let (month, month_len, "") = digits(doc, i + 1)? else {
        return None;
    };
    let before = doc.text[..doc.words[i].span.start].bytes().next_back();
    let behind = &doc.text.as_bytes()[doc.words[i + 1].span.end..];
    let goes_on = |mark: u8| behind.first() == Some(&mark);
    let whole = match doc.gap(i) {
        // "12.10" is as well a time or a sum
        "." | ". " => goes_on(b'.') && !behind.get(1).is_some_and(u8::is_ascii_digit),
        // "4/5" is a share, "24/7" all hours
        "/" => (day > 12 && (day, month) != (24, 7) || month_len == 2) && !goes_on(b'/'),
        _ => false,
    };
    let apart = before.is_none_or(|b| b.is_ascii_whitespace() || b == b'(' || b == b'*');
    if !(whole && apart && day_len <= 2 && month_len <= 2) {
        return None;
    }
    let date = date(
        0,
        Some(u8::try_from(month).ok()?),
        Some(u8::try_from(day).ok()?),
    )?;
    Some(dated(doc, When::On(date), i..i + 2))
}

fn numeric_gap(gap: &str) -> Option<u8> {
    let gap = gap.strip_prefix('\\').unwrap_or(gap);
    match gap.trim() {
        "." => Some(b'.'),
        "/" => Some(b'/'),
        "-" | "‑" | "–" if gap.len() <= 3 => Some(b'-'),
        _ => None,
    }
}

/// "2025-03-31", "2025/03/31", "2025-03".
pub(super) fn iso(doc: &Document<'_>, i: usize, end: usize) -> Option<Dated> {
    let first = year(doc, i, end)?;
    if doc.words[i].span.len() != 4 || i + 1 >= end {
        return None;
    }
    let mark = doc.gap(i);
    if !matches!(mark, "-" | "/" | "." | "‑") {
        return None;
    }
    let (month, len, tail) = digits(doc, i + 1)?;
    if len > 2 || !tail.is_empty() || !(1..=12).contains(&month) {
        return None;
    }
    if i + 2 < end
        && doc.gap(i + 1) == mark
        && let Some((day, 1..=2, tail)) = digits(doc, i + 2)
        && (tail.is_empty() || tail.starts_with(['T', 't']))
    {
        let date = date(first, Some(month as u8), Some(day as u8))?;
        return Some(dated(doc, When::On(date), i..i + 3));
    }
    let date = date(first, Some(month as u8), None)?;
    (mark == "-" && len == 2).then(|| dated(doc, When::On(date), i..i + 2))
}

/// Passes over the words that may stand between the parts of a date ("of", "de", "del") from `i`.
fn skip_of(doc: &Document<'_>, mut i: usize, end: usize) -> usize {
    for _ in 0..2 {
        let of = i < end
            && matches!(
                doc.folded(i),
                "of" | "de" | "del" | "do" | "di" | "den" | "der" | "the"
            );
        i += usize::from(of);
    }
    i
}

/// Whether the gap before word `i` may stand inside a date.
fn date_gap(doc: &Document<'_>, i: usize) -> bool {
    let gap = doc.gap(i - 1);
    gap.len() <= 6
        && gap
            .chars()
            .all(|c| c == ' ' || c == '\u{a0}' || matches!(c, ',' | '.' | '-' | '/' | '\'' | '’'))
}

/// The year behind a month or a day and month: `(year, end of words)`.
fn trailing_year(doc: &Document<'_>, at: usize, end: usize) -> Option<(u16, usize)> {
    let i = skip_of(doc, at, end);
    if i >= end || i == 0 || !date_gap(doc, i) {
        return None;
    }
    if let Some(y) = year(doc, i, end) {
        return Some((y, i + 1));
    }
    // "Jun '24", "5-Jun-24"
    let (n, len, tail) = digits(doc, i)?;
    let short = doc.gap(i - 1).ends_with(['\'', '’', '-']) && len == 2 && tail.is_empty();
    short.then_some((2000 + n, i + 1))
}

/// "5 May 2025", "5. Mai 2025", "5 de mayo de 2025", "5-May-2025", and without the year.
pub(super) fn day_month(doc: &Document<'_>, i: usize, end: usize) -> Option<Dated> {
    let d = day(doc, i, end)?;
    let mut m = skip_of(doc, i + 1, end);
    let mut last_day = None;
    if m >= end {
        return None;
    }
    // "5 - 7 May 2025": the first of the two is the date, the second its end
    if month(doc, m).is_none()
        && matches!(doc.gap(i).trim(), "-" | "–" | ". -" | ".-" | ".–" | ". –")
        && let Some(second) = day(doc, i + 1, end)
    {
        last_day = Some(second);
        m = skip_of(doc, i + 2, end);
    }
    if m >= end || !date_gap(doc, m) {
        return None;
    }
    let mon = month(doc, m)?;
    let (year, stop) = trailing_year(doc, m + 1, end).unwrap_or((0, m + 1));
    let mut found = dated(doc, When::On(date(year, Some(mon), Some(d))?), i..stop);
    if let Some(last) = last_day {
        found.to = date(year, Some(mon), Some(last)).map(When::On);
    }
    Some(found)
}

/// "May 5, 2025", "May 5th", "May 2025", "May, 2025", "May 5-7, 2025".
pub(super) fn month_day(doc: &Document<'_>, i: usize, end: usize) -> Option<Dated> {
    let mon = month(doc, i)?;
    if i + 1 >= end {
        return None;
    }
    let at = skip_of(doc, i + 1, end);
    if at < end
        && date_gap(doc, at)
        && let Some(d) = day(doc, at, end)
    {
        let mut stop = at + 1;
        let mut last_day = None;
        if stop < end
            && matches!(doc.gap(at).trim(), "-" | "–")
            && let Some(second) = day(doc, stop, end)
        {
            last_day = Some(second);
            stop += 1;
        }
        let (year, stop) = trailing_year(doc, stop, end).unwrap_or((0, stop));
        let mut found = dated(doc, When::On(date(year, Some(mon), Some(d))?), i..stop);
        if let Some(last) = last_day {
            found.to = date(year, Some(mon), Some(last)).map(When::On);
        }
        return Some(found);
    }
    if let Some((year, stop)) = trailing_year(doc, i + 1, end) {
        return Some(dated(doc, When::On(date(year, Some(mon), None)?), i..stop));
    }
    // "June – August 2025": the year stands behind the other
    let joined = matches!(doc.gap(i).trim(), "-" | "–" | "—") || {
        matches!(
            doc.folded(i + 1),
            "to" | "bis" | "until" | "till" | "through" | "tot"
        )
    };
    let name = doc
        .word_str(i)
        .chars()
        .next()
        .is_some_and(char::is_uppercase);
    (joined && name).then(|| {
        let month_only = Date {
            year: 0,
            month: Some(mon),
            day: None,
            time: None,
            zone: None,
        };
        dated(doc, When::On(month_only), i..i + 1)
    })
}

/// "Summer 2026", "Q3 2026": as exact as a year.
pub(super) fn season(doc: &Document<'_>, i: usize, end: usize) -> Option<Dated> {
    let (year, stop) = trailing_year(doc, i + 1, end)?;
    Some(dated(doc, When::On(date(year, None, None)?), i..stop))
}

pub(super) fn year_alone(doc: &Document<'_>, i: usize) -> Option<Dated> {
    let date = date(year(doc, i, doc.words.len())?, None, None)?;
    let whole = doc.words[i].span.len() == 4;
    whole.then(|| dated(doc, When::On(date), i..i + 1))
}
