//! What the dates of a posting are for: posted, deadline, start. Decided by the words nearest to each
//! date, or by the label above it; a date no words claim stays without a role.

use super::super::candidate::{Candidate, resolve};
use super::super::context;
use super::super::document::Document;
use super::super::facts::{Fact, Facts};
use super::super::label::Label;
use super::super::lexicon::{Hit, Lexicon};
use super::clock::is_weekday;
use super::find::{Calendar, Dated, stretches};
use super::{Dates, When};
use crate::extract::order;
use crate::extract::word::among;

static CUES: Lexicon = Lexicon::of("date-cues");

/// The words of "a baker is sought at once".
static SOUGHT: Lexicon = Lexicon::heads("soon", &["seek"]);

/// The words of "send your papers by 31 March".
static BY: Lexicon = Lexicon::of("deadline_words");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Deadline,
    Posted,
    Start,
}

/// Date posted, deadline and start, where the posting states them.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Dates {
    let calendar = Calendar::of(doc);
    let mut deadline = Vec::new();
    let mut posted = Vec::new();
    let mut start = Vec::new();
    let points = calendar.scan(doc, 0..doc.words.len());
    let stretches = stretches(doc, points.clone());
    for found in &stretches {
        let Some(last) = &found.to else { continue };
        let first = found.words.start;
        // the words stand before it, or on the line above
        let line = doc.line_at(found.span.start);
        let above = || {
            let heads = doc.lines[line].words.start == first;
            let above = heads.then(|| context::label_above(doc, line)).flatten()?;
            window(doc, doc.lines[above].words.end - 1, true)
        };
        let Some(opens) = window(doc, first, false).or_else(above) else {
            continue;
        };
        let candidate = |value: &When| Candidate {
            value: yearless(value),
            evidence: found.span,
            weight: 112,
            reason: "the time to apply in",
        };
        deadline.push(candidate(last));
        if opens && !lacks_year(&found.from) {
            posted.push(candidate(&found.from));
        }
    }
    let mut lent = stretches.iter().filter(|s| s.to.is_some()).peekable();
    for mut found in points {
        if let When::On(date) = &found.from
            && date.year == 0
        {
            while lent
                .next_if(|s| s.words.start < found.words.start)
                .is_some()
            {}
            // the first day of a stretch has the year at the stretch's end
            let first = lent.peek().filter(|s| s.words.start == found.words.start);
            let stretch = first.map(|s| s.from.clone());
            let lent = stretch.filter(|from| !lacks_year(from));
            found.from = match lent {
                Some(from) => from,
                None if names_a_day(doc, &found) => When::Yearless(date.clone()),
                None => continue,
            };
        }
        let Some((role, weight, reason)) = role(doc, &found) else {
            continue;
        };
        let line = &doc.lines[doc.line_at(found.span.start)];
        let exact = match &found.from {
            When::On(d) => 4 * i32::from(d.day.is_some()) + 2 * i32::from(d.month.is_some()) + 6,
            When::Yearless(_) if role == Role::Posted => continue,
            When::Yearless(_)
                if line.label == Label::Noise
                    && !(role == Role::Deadline && below_facts(doc, &found)) =>
            {
                continue;
            }
            When::Yearless(_) => -8,
            When::Relative(_) | When::Soon => 0,
        };
        let relative = matches!(found.from, When::Relative(_) | When::Soon);
        if line.label == Label::Noise && relative && role != Role::Posted {
            continue; // "closes tomorrow" of another job in a list
        }
        let noise = if line.label == Label::Noise { -40 } else { 0 };
        let candidate = Candidate {
            value: found.from,
            evidence: found.span,
            weight: weight + exact + noise,
            reason,
        };
        match role {
            Role::Deadline => deadline.push(candidate),
            Role::Posted => posted.push(candidate),
            Role::Start => start.push(candidate),
        }
    }
    Dates {
        posted: pick(&posted),
        deadline: pick(&deadline),
        start: pick(&start),
    }
}

/// Whether it was found as a date without a year.
fn lacks_year(when: &When) -> bool {
    matches!(when, When::On(date) if date.year == 0)
}

/// A date found without a year as [`When::Yearless`]; any other as it is.
fn yearless(when: &When) -> When {
    match when {
        When::On(date) if lacks_year(when) => When::Yearless(date.clone()),
        _ => when.clone(),
    }
}

/// Whether a date without a year is the day of one year: "may 2", "June, 20 hours", "every 1 May" and
/// "14 May 04" are none.
fn names_a_day(doc: &Document<'_>, found: &Dated) -> bool {
    const UNITS: &str = "hours hrs hour hr h std stunden heures horas ore uur timmar days weeks months \
         years tage wochen people places percent";
    const EVERY: &str = "each every jeden jedes chaque cada ogni elke iedere varje";
    if !has_day(&found.from) {
        return false;
    }
    let words = &found.words;
    let english = doc.lang.is_none_or(|l| l.0 == "en");
    let verb = english
        && words
            .clone()
            .any(|i| matches!(doc.word_str(i), "may" | "march"));
    let month_first = !doc
        .word_str(words.start)
        .starts_with(|c: char| c.is_ascii_digit());
    let before = words.start.checked_sub(1).map_or("", |i| doc.folded(i));
    let again = among(EVERY, before) || month_first && before == "the";
    let next = words.end < doc.words.len() && doc.gap(words.end - 1).len() <= 1;
    let next = if next { doc.folded(words.end) } else { "" };
    let counts = month_first && (doc.gap(words.start).contains(',') || among(UNITS, next));
    let short_year = next.len() == 2 && next.bytes().all(|b| b.is_ascii_digit());
    !verb && !again && !counts && !short_year
}

fn pick(candidates: &[Candidate<When>]) -> Option<Fact<When>> {
    // a stable order by weight, and no more than a few: evidence stays short, time linear
    let mut best: Vec<_> = candidates.iter().collect();
    order::sort_by_key(&mut best, |c| -c.weight);
    let best: Vec<_> = best.into_iter().take(20).cloned().collect();
    let mut fact = resolve(&best)?;
    fact.evidence.truncate(3);
    Some(fact)
}

/// What `found` is for, how sure that is, and by which rule.
fn role(doc: &Document<'_>, found: &Dated) -> Option<(Role, i32, &'static str)> {
    let first = found.words.start;
    let sentence = context::around(doc, first, 12, found.words.len() + 7);
    let bare = matches!(&found.from, When::On(d) if d.month.is_none());
    let soon = found.from == When::Soon;
    let past = matches!(found.from, When::Relative(n) if n <= 0);
    let yearless = matches!(found.from, When::Yearless(_));
    let reach = if bare || soon {
        3
    } else if yearless {
        6
    } else {
        12
    };
    if due(doc, found) {
        return Some((Role::Deadline, 65, "to be sent by then"));
    }
    // "End date: 30 April (15 days left to apply)"
    let left = || {
        let end = (found.words.end + 6).min(doc.words.len());
        let follow = found.words.end..end.max(found.words.end);
        let mut hits = CUES.find(doc, follow);
        hits.any(|h| h.words.len() >= 3 && doc.folded(h.words.end - 1) == "apply")
    };
    if !bare && !soon && left() {
        return Some((Role::Deadline, 75, "days left to apply"));
    }
    if let Some(hit) = context::last(&CUES, doc, context::before(&sentence, first, reach)) {
        let gap = &doc.text[hit.span.end..found.span.start.max(hit.span.end)];
        let colon = gap.trim_start_matches(['*', '_', ' ']).starts_with(':');
        let between = hit.words.end..first;
        let near = between.filter(|i| !is_weekday(doc.folded(*i))).count();
        let weak = is_weak(hit.value);
        // "per 2022", "ab Mitte 2027": too little for a date of its own
        if weak && (near > 1 + usize::from(soon) || bare && !colon) {
            return None;
        }
        // "First Screening Date:" is another date
        let other_date =
            doc.str(hit.span).eq_ignore_ascii_case("date") && hit.words.start > sentence.start;
        if other_date {
            return None;
        }
        let role = named(hit.value)?;
        let exact = has_day(&found.from) || past;
        if role == Role::Posted && !colon && (!exact || !past && near > 2) {
            return None;
        }
        // "in the week beginning 3 March": of an interview, mostly
        let of_week = hit.words.start > sentence.start
            && matches!(
                doc.folded(hit.words.start - 1),
                "week" | "weeks" | "woche" | "semaine" | "semana" | "settimana" | "vecka"
            );
        if of_week || role == Role::Start && of_course(doc, &hit) {
            return None;
        }
        let weight = if colon { 90 } else { 70 } - 3 * near as i32 - if weak { 30 } else { 0 };
        return Some((role, weight, "a word before the date"));
    }
    let line = doc.line_at(found.span.start);
    let opens = doc.lines[line].words.start + 2 >= first;
    if opens && let Some(above) = context::label_above(doc, line) {
        let words = doc.lines[above].words.clone();
        if let Some(hit) = context::last(&CUES, doc, words.clone()) {
            let weak = is_weak(hit.value);
            let whole = words.len() - hit.words.len() <= 2;
            if let Some(role) = named(hit.value)
                && whole
                && !(weak && words.len() > 1)
            {
                return Some((role, 85, "the label above the date"));
            }
        }
    }
    if !bare {
        let reach = if yearless { 2 } else { 6 };
        let after = context::after(&sentence, found.words.end, reach);
        if let Some(hit) = CUES.find(doc, after).next() {
            // "Du kannst am 3. Mai anfangen"
            let verb = hit.words.start == found.words.end
                && among("anfangen beginnen starten", doc.folded(found.words.end));
            if (verb || !is_weak(hit.value))
                && let Some(role) = named(hit.value)
            {
                return Some((role, 55, "a word behind the date"));
            }
        }
    }
    if past && matches!(doc.lines[line].label, Label::Meta | Label::Noise) {
        return Some((Role::Posted, 20, "so long ago, in the header"));
    }
    if (soon || has_day(&found.from)) && asks_when(doc, line, first) {
        return Some((Role::Start, 40, "when, by the line's head"));
    }
    // "Full time | at once" among the facts of a header
    let alone = found.words.len() > 1 && context::sentence(doc, first) == found.words;
    if soon && alone && matches!(doc.lines[line].label, Label::Meta | Label::Title) {
        return Some((Role::Start, 30, "as soon as possible, in the header"));
    }
    let phrase = doc.str(found.span);
    let names_start = found.words.clone().any(|i| doc.folded(i) == "start");
    let sure =
        names_start || found.words.len() > 2 && !phrase.eq_ignore_ascii_case("as soon as possible");
    (soon && doc.lines[line].label.is_posting() && (sure || sought(doc, found))).then_some((
        Role::Start,
        10,
        "as soon as possible",
    ))
}

/// Whether the line's only word before word `first` asks when: "When: at once".
fn asks_when(doc: &Document<'_>, line: usize, first: usize) -> bool {
    let head = doc.lines[line].words.start;
    first == head + 1
        && doc.lines[line].label.is_posting()
        && doc.gap(head).contains(':')
        && among(
            "when wann quand cuando quando wanneer nar",
            doc.folded(head),
        )
}

/// Whether the line right above a date is one of the posting's facts, so that its own is hardly another
/// job's in a list.
fn below_facts(doc: &Document<'_>, found: &Dated) -> bool {
    let above = doc.line_at(found.span.start).checked_sub(1);
    above.is_some_and(|k| {
        !doc.lines[k].is_blank() && matches!(doc.lines[k].label, Label::Meta | Label::Title)
    })
}

/// "We are looking for a baker at once": the sentence says that someone is sought.
fn sought(doc: &Document<'_>, found: &Dated) -> bool {
    found.words.len() > 1
        && SOUGHT
            .find(doc, context::around(doc, found.words.start, 12, 12))
            .any(|h| h.value == "seek")
}

fn has_day(when: &When) -> bool {
    matches!(when, When::On(d) | When::Yearless(d) if d.day.is_some())
}

/// Whether the words right before an exact date set it as the latest for what the sentence asks to send.
fn due(doc: &Document<'_>, found: &Dated) -> bool {
    let first = found.words.start;
    if !has_day(&found.from) {
        return false;
    }
    // a weekday or "the" may stand between
    let near = first.saturating_sub(6)..first;
    let before = BY.find(doc, near).filter(|h| h.value == "before").last();
    let Some(before) = before.filter(|h| {
        let mut between = h.words.end..first;
        between.len() <= 2
            && !between.any(|i| doc.gap(i).contains(['\n', '.', ';']))
            && !doc.gap(h.words.end - 1).contains(['\n', '.', ';', ':'])
    }) else {
        return false;
    };
    let sentence = context::around(doc, first, 40, 1);
    if sentence.start >= before.words.start {
        return false;
    }
    let said = sentence.start..before.words.start;
    // what is written to an address by a day is an application
    (doc.str(doc.span_of(said.clone())).contains('@')
        || BY.find(doc, said).any(|h| h.value == "apply"))
        && (doc.gap(before.words.start - 1).contains(',')
            || !CUES
                .find(
                    doc,
                    before.words.start.saturating_sub(4).max(sentence.start)..before.words.start,
                )
                .any(|h| named(h.value) != Some(Role::Deadline)))
}

/// Whether a stretch of days before word `first` is the time to apply in ("Open & closing dates:",
/// "Application window:"), and if so whether its first day is called the posting's opening. Word `first`
/// counts among those words only `with_it`.
fn window(doc: &Document<'_>, first: usize, with_it: bool) -> Option<bool> {
    let line = doc.lines[doc.line_at(doc.words[first].span.start)]
        .words
        .start;
    let (mut opens, mut closes) = (false, false);
    for i in first.saturating_sub(6).max(line)..first + usize::from(with_it) {
        match doc.folded(i) {
            "open" | "opening" | "opens" => opens = true,
            "closing" | "closes" | "close" => closes = true,
            "bewerbungszeitraum"
            | "bewerbungsphase"
            | "ansokningsperiod"
            | "inschrijvingsperiode"
            | "sollicitatieperiode" => return Some(false),
            "window" | "period" | "periode" | "plazo" | "periodo" | "prazo" => {
                let apply = (i.saturating_sub(2).max(line)..first).any(|k| {
                    let word = doc.folded(k);
                    ["appl", "candidat", "solicit", "inscri", "bewerb"]
                        .iter()
                        .any(|stem| word.starts_with(stem))
                });
                if apply {
                    return Some(false);
                }
            }
            _ => {}
        }
    }
    (opens && closes).then_some(true)
}

/// Whether the cue is an everyday word, that counts directly before a date only.
fn is_weak(cue: &str) -> bool {
    cue.ends_with('?')
}

/// Whether what starts is a course, a season, a year of school: "the next class starts on 3 March".
fn of_course(doc: &Document<'_>, cue: &Hit) -> bool {
    const COURSES: &str = "class classes course courses term semester season school lehrgang kurs schulung \
         seminar semestre cours clases curso corso cursus kursen";
    let Some(before) = cue.words.start.checked_sub(1) else {
        return false;
    };
    doc.gap(before) == " " && among(COURSES, doc.folded(before))
}

fn named(value: &str) -> Option<Role> {
    match value.trim_end_matches('?') {
        "deadline" => Some(Role::Deadline),
        "posted" => Some(Role::Posted),
        "start" => Some(Role::Start),
        _ => None,
    }
}
