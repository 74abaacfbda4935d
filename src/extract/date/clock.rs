//! The hour and time zone that stand beside a date. Looks a few words to either side, no further.

use super::super::document::Document;
use super::super::span::Span;
use super::When;
use super::find::Dated;
use super::forms::digits;
use crate::extract::word::{among, lower};

/// Adds the hour and zone beside `dated` to it, with their words.
pub(super) fn attach(doc: &Document<'_>, dated: &mut Dated, start: usize, end: usize) {
    let found = behind(doc, dated, end).or_else(|| before(doc, dated, start));
    let Some((clock, words)) = found else { return };
    dated.words.start = dated.words.start.min(words.0);
    dated.words.end = dated.words.end.max(words.1);
    dated.span = dated.span.to(doc.span_of(words.0..words.1));
    if let When::On(date) = &mut dated.from {
        date.time = Some(clock.time);
        date.zone = clock.zone.map(|z| doc.str(z).to_owned());
    }
}

struct Clock {
    time: (u8, u8),
    zone: Option<Span>,
}

const LEADS: &str = "at by until before um bis a las as alle ore om kl klockan klo the on end no \
     later than heures hrs uhr ao";

fn behind(doc: &Document<'_>, dated: &Dated, end: usize) -> Option<(Clock, (usize, usize))> {
    let from = dated.words.end;
    for i in from..end.min(from + 4) {
        let gap = &doc.text[doc.words[i - 1].span.end..doc.words[i].span.start];
        if gap.contains('\n') || gap.len() > 6 || gap.starts_with(". ") {
            return None;
        }
        if let Some((clock, stop)) = clock(doc, i, end) {
            return Some((clock, (from, stop)));
        }
        let word = doc.folded(i);
        if !among(LEADS, word) && !is_weekday(word) {
            return None;
        }
    }
    None
}

fn before(doc: &Document<'_>, dated: &Dated, start: usize) -> Option<(Clock, (usize, usize))> {
    let at = dated.words.start;
    for i in (start.max(at.saturating_sub(7))..at).rev() {
        if let Some((clock, stop)) = clock(doc, i, at) {
            let near = (stop..at).all(|k| {
                let word = doc.folded(k);
                among(LEADS, word)
                    || is_weekday(word)
                    || matches!(word, "am" | "den" | "el" | "le" | "il" | "op")
            });
            let line = !doc.text[doc.words[i].span.start..dated.span.start].contains('\n');
            // "5" of "12:5": the clock may start a word earlier
            let whole = i == start || clock_starts(doc, i);
            if whole {
                return (near && line).then_some((clock, (i, at)));
            }
        }
    }
    None
}

fn clock_starts(doc: &Document<'_>, i: usize) -> bool {
    if i == 0 {
        return true;
    }
    // "12 noon", "12:05"
    let goes_on = doc.gap(i - 1) == ":" || doc.gap(i - 1) == " " && named(doc, i).is_some();
    !goes_on || digits(doc, i - 1).is_none_or(|(n, ..)| n > 24)
}

/// Noon or midnight, named by the words from `i` on: the time and where it ends.
fn named(doc: &Document<'_>, i: usize) -> Option<((u8, u8), usize)> {
    let next = doc.words.get(i + 1).map_or("", |_| doc.folded(i + 1));
    let (time, words) = match (doc.folded(i), next) {
        ("meio", "dia") => ((12, 0), 2),
        ("meia", "noite") => ((23, 59), 2),
        (
            "noon" | "midday" | "mittag" | "mittags" | "midi" | "mediodia" | "meiodia"
            | "mezzogiorno",
            _,
        ) => ((12, 0), 1),
        (
            "midnight" | "mitternacht" | "minuit" | "medianoche" | "meianoite" | "mezzanotte"
            | "middernacht" | "midnatt",
            _,
        ) => ((23, 59), 1),
        _ => return None,
    };
    Some((time, i + words))
}

/// Whether it is a day of the week, in any of the languages.
pub(super) fn is_weekday(folded: &str) -> bool {
    const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri \
     sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi \
     mardi mercredi jeudi vendredi lunes martes miercoles jueves viernes sabado \
     domingo segunda terca quarta quinta sexta lunedi martedi mercoledi giovedi \
     venerdi maandag dinsdag woensdag donderdag vrijdag mandag tisdag onsdag \
     torsdag fredag sondag";
    among(DAYS, folded)
}

/// A time of day from word `i`, and where it ends.
fn clock(doc: &Document<'_>, i: usize, end: usize) -> Option<(Clock, usize)> {
    let (hour, len, tail) = match digits(doc, i) {
        // "12 noon"
        Some((12, 2, "")) if i + 1 < end && doc.gap(i) == " " && named(doc, i + 1).is_some() => {
            return clock(doc, i + 1, end);
        }
        Some(number) => number,
        None => {
            let (time, stop) = named(doc, i).filter(|(_, stop)| *stop <= end)?;
            let (zone, stop) = zone(doc, stop, end);
            return Some((Clock { time, zone }, stop));
        }
    };
    if len > 2 || hour > 24 {
        return None;
    }
    let mut stop = i + 1;
    let mut minute = 0;
    let mut sure = false;
    let mut half = lower(tail);
    if let Some(rest) = half.strip_prefix(['h', 'u']) {
        sure = true;
        minute = rest.parse().unwrap_or(0);
        half.clear();
    } else if half.is_empty()
        && stop < end
        && matches!(doc.gap(i), ":" | ".")
        && let Some((m, 2, tail)) = digits(doc, stop)
        && m < 60
    {
        sure = doc.gap(i) == ":";
        minute = m;
        half = lower(tail);
        stop += 1;
        // seconds
        if stop < end && doc.gap(stop - 1) == ":" && digits(doc, stop).is_some() {
            stop += 1;
        }
    }
    let mut hour = hour as u8;
    if half.is_empty() && stop < end && doc.gap(stop - 1).len() <= 1 {
        half = doc.folded(stop).to_owned();
        if matches!(half.as_str(), "p" | "a") && stop + 1 < end && doc.folded(stop + 1) == "m" {
            half.push('m');
            stop += 1;
        }
        if matches!(
            half.as_str(),
            "am" | "pm" | "uhr" | "uur" | "h" | "hrs" | "hours" | "o"
        ) {
            stop += 1;
        } else {
            half.clear();
        }
    }
    match half.as_str() {
        "pm" if hour <= 12 => hour = hour % 12 + 12,
        "am" if hour <= 12 => hour %= 12,
        "uhr" | "uur" | "h" | "hrs" | "hours" => {}
        // "kl 16.00", "at 17.00"
        _ if sure || minute_marked(doc, i, stop) => {}
        _ => return None,
    }
    let (zone, stop) = zone(doc, stop, end);
    Some((
        Clock {
            time: (hour, minute as u8),
            zone,
        },
        stop,
    ))
}

fn minute_marked(doc: &Document<'_>, i: usize, stop: usize) -> bool {
    stop > i + 1
        && i > 0
        && matches!(
            doc.folded(i - 1),
            "kl" | "klockan" | "at" | "ore" | "om" | "um"
        )
}

/// A time zone from word `i`, as written, and where it ends.
fn zone(doc: &Document<'_>, i: usize, end: usize) -> (Option<Span>, usize) {
    const ZONES: &str = "EST EDT ET PST PDT PT CST CDT CT MST MDT MT AKST HST AST GMT UTC BST IST WET \
     WEST CET CEST MEZ MESZ EET EEST MSK SAST WAT EAT CAT GST PKT SGT HKT JST KST \
     AEST AEDT ACST AWST NZST NZDT BRT ART CLT Z";
    if i >= end || i == 0 {
        return (None, i);
    }
    let gap = doc.gap(i - 1);
    if gap.len() > 3 || gap.contains('\n') {
        return (None, i);
    }
    let word = doc.word_str(i);
    let (word, offset) = word.split_once('+').unwrap_or((word, ""));
    let mut span = doc.words[i].span;
    if among(ZONES, word) {
        // "GMT+2", "UTC +01:00"
        let rest = &doc.text[span.end..];
        let plus = rest.trim_start_matches(' ');
        let plus = offset.is_empty() && plus.starts_with(['+', '-', '−']);
        if plus && i + 1 < end && digits(doc, i + 1).is_some() {
            span.end = doc.words[i + 1].span.end;
            return (Some(span), i + 2);
        }
        return (Some(span), i + 1);
    }
    let named = matches!(
        doc.folded(i),
        "eastern" | "pacific" | "central" | "mountain" | "london" | "uk" | "local" | "berlin"
    );
    if named {
        for k in i + 1..end.min(i + 4) {
            if doc.folded(k) == "time" {
                span.end = doc.words[k].span.end;
                return (Some(span), k + 1);
            }
        }
    }
    (None, i)
}
