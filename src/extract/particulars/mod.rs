//! The facts shown only when stated: hours, duration, department, time zone, travel, source. Each is the
//! posting's own words, short. Never an inference, and nothing from page chrome but the source.

mod source;
mod stretch;

use std::ops::Range;

use super::document::{Document, display};
use super::facts::{Fact, Facts};
use super::label::Label;
use super::labelled::{Labelled, labelled};
use super::lexicon::Lexicon;
use super::span::Span;
use crate::extract::word::lower;

static LABELS: Lexicon = Lexicon::of("particular_labels");
static WORDS: Lexicon = Lexicon::of("particulars");

/// Longer values are sentences, not facts.
const LONGEST: usize = 90;

/// Fills the six facts of `facts` that the posting states.
pub fn read(doc: &Document<'_>, facts: &mut Facts) {
    for field in labelled(doc, &LABELS) {
        if !field.noise {
            from_label(doc, &field, facts);
        }
    }
    for (_, line) in doc.worded() {
        if matches!(line.label, Label::Noise | Label::Legal) {
            continue;
        }
        let words = line.words.clone();
        let open = |fact: &Option<Fact<String>>| fact.is_none();
        if open(&facts.hours) {
            facts.hours = stretch::hours(doc, words.clone()).map(|s| fact(doc, s, "hours a week"));
        }
        if open(&facts.duration) && line.label != Label::Benefit {
            facts.duration =
                stretch::duration(doc, words.clone()).map(|s| fact(doc, s, "a fixed term"));
        }
        if line.label == Label::Benefit || line.label == Label::About && words.len() > 60 {
            continue;
        }
        if open(&facts.travel) {
            facts.travel = travel(doc, words.clone()).map(|s| fact(doc, s, "travel"));
        }
        if open(&facts.time_zone) {
            facts.time_zone = zone(doc, words).map(|s| fact(doc, s, "a time zone"));
        }
    }
    if facts.source.is_none() {
        facts.source = source::read(doc);
    }
}

fn fact(doc: &Document<'_>, span: Span, reason: &'static str) -> Fact<String> {
    Fact::new(display(doc.text, span), span, reason)
}

fn from_label(doc: &Document<'_>, field: &Labelled, facts: &mut Facts) {
    let value = field.value.clone();
    let span = doc.span_of(value.clone());
    let whole = whole(doc, span);
    let digits = value
        .clone()
        .any(|i| doc.word_str(i).starts_with(|c: char| c.is_ascii_digit()));
    let number = value
        .clone()
        .find_map(|i| doc.word_str(i).parse::<u32>().ok());
    let full_stop = doc.text[span.end..].starts_with(['.', '!']);
    // "40" says nothing without its label
    let bare = value.len() == 1 && digits;
    let whole = if bare && field.label.value == "hours" {
        field.label.span.to(whole)
    } else {
        whole
    };
    let short = whole.len() <= LONGEST && value.len() <= 12;
    let (slot, holds, reason) = match field.label.value {
        "hours" => (
            &mut facts.hours,
            short
                && value.len() <= 8
                && number.is_some_and(|n| (4..=80).contains(&n))
                && !clock(doc, &value),
            "labelled hours",
        ),
        "duration" => (
            &mut facts.duration,
            short && digits && stretch_of_time(doc, &value),
            "labelled duration",
        ),
        "department" => (
            &mut facts.department,
            short && !field.below && !full_stop && is_department(doc, field),
            "labelled department",
        ),
        "time zone" => (&mut facts.time_zone, short, "labelled time zone"),
        "travel" => (
            &mut facts.travel,
            short && value.len() <= 10 && (digits || value.len() <= 5),
            "labelled travel",
        ),
        _ => return,
    };
    if holds && slot.is_none() {
        *slot = Some(fact(doc, whole, reason));
    }
}

/// A labelled value with the sign that follows its last word ("25 %", "(40 h)") and without a full stop.
fn whole(doc: &Document<'_>, span: Span) -> Span {
    let line = &doc.lines[doc.line_at(span.start)];
    let rest = &doc.text[span.end..line.span.end.max(span.end)];
    let mut end = span.end;
    let sign = rest.trim_start_matches([' ', '\u{a0}']);
    let closes = sign.starts_with(')') && span.of(doc.text).contains('(');
    if closes || sign.starts_with('%') {
        end += rest.len() - sign.len() + 1;
    }
    Span::new(span.start, end)
}

/// Whether the value reads as a department's name: few words, with a capital, outside lists of benefits.
fn is_department(doc: &Document<'_>, field: &Labelled) -> bool {
    let named = lower(doc.str(field.label.span));
    let sure = [
        "dep",
        "div",
        "abt",
        "abteilung",
        "dép",
        "bereich",
        "dip",
        "afd",
        "avd",
        "fach",
    ]
    .iter()
    .any(|s| named.starts_with(s));
    let most = if sure { 8 } else { 4 };
    let label = doc.lines[field.line].label;
    field.value.len() <= most
        && letters(doc, &field.value)
        && !matches!(
            label,
            Label::Benefit | Label::Duty | Label::Must | Label::Nice
        )
}

fn letters(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let first = doc.word_str(words.start);
    first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && words
            .clone()
            .any(|i| doc.word_str(i).starts_with(char::is_alphabetic))
}

/// "9:00", "8 a.m.": a time of the day.
fn clock(doc: &Document<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|i| {
        let after = &doc.text.as_bytes()[doc.words[i].span.end..];
        let colon = after.first() == Some(&b':') && after.get(1).is_some_and(u8::is_ascii_digit);
        let word = doc.folded(i);
        colon || word == "am" || word == "pm" || word.ends_with("am") || word.ends_with("pm")
    })
}

/// Whether a word of `words` is a unit of days or longer.
fn stretch_of_time(doc: &Document<'_>, words: &Range<usize>) -> bool {
    words
        .clone()
        .any(|i| is(doc, i, &["week", "month", "year"]) || days(doc, i))
}

fn days(doc: &Document<'_>, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "days" | "tage" | "jours" | "dias" | "giorni" | "dagen" | "dagar"
    )
}

/// Whether word `i` is of one of these kinds.
fn is(doc: &Document<'_>, i: usize, kinds: &[&str]) -> bool {
    WORDS
        .at(doc, i, i + 1)
        .is_some_and(|hit| kinds.contains(&hit.value))
}

/// "up to 25% travel", "travel: 10 %", "willingness to travel".
fn travel(doc: &Document<'_>, line: Range<usize>) -> Option<Span> {
    for hit in WORDS.find(doc, line.clone()) {
        if hit.value != "travel" && hit.value != "travel phrase" {
            continue;
        }
        let from = hit.words.start.saturating_sub(6).max(line.start);
        let to = (hit.words.end + 8).min(line.end);
        let percent = (from..to).find(|i| {
            let after = doc.text[doc.words[*i].span.end..].trim_start_matches([' ', '\u{a0}']);
            after.starts_with('%') && doc.word_str(*i).parse::<u8>().is_ok_and(|n| n <= 100)
        });
        if let Some(i) =
            percent.filter(|i| !broken(doc, *i, &hit.words) && !of_mode(doc, *i, &hit.words))
        {
            let mut first = i.min(hit.words.start);
            // "up to 25", "bis zu 25", "10-25"
            while first > line.start
                && i - first < 4
                && matches!(
                    doc.folded(first - 1),
                    "up" | "to"
                        | "bis"
                        | "zu"
                        | "jusqu"
                        | "a"
                        | "hasta"
                        | "ate"
                        | "fino"
                        | "al"
                        | "tot"
                        | "upp"
                        | "till"
                        | "about"
                        | "approximately"
                        | "ca"
                        | "10"
                        | "15"
                        | "20"
                        | "25"
                        | "30"
                        | "40"
                        | "50"
                )
            {
                first -= 1;
            }
            let last = (i + 1).max(hit.words.end);
            let mut span = doc.span_of(first..last);
            let rest = &doc.text[span.end..];
            if last == i + 1 {
                span.end += rest.find('%').map_or(0, |k| k + 1);
                span.end += percent_range(&doc.text[span.end..]);
            }
            if span.len() <= LONGEST {
                return Some(span);
            }
        }
        if hit.value == "travel phrase" {
            return Some(hit.span);
        }
    }
    None
}

/// Bytes of the "-20%" that goes on with a percentage.
fn percent_range(rest: &str) -> usize {
    let dash = rest.len() - rest.trim_start_matches([' ', '-', '–']).len();
    let digits = rest[dash..].bytes().take_while(u8::is_ascii_digit).count();
    let closes = dash > 0 && (1..=3).contains(&digits) && rest[dash + digits..].starts_with('%');
    if closes { dash + digits + 1 } else { 0 }
}

/// Whether the percentage at word `i` is of remote work or pay, not of travel.
fn of_mode(doc: &Document<'_>, i: usize, travel: &Range<usize>) -> bool {
    let (a, b) = (i.min(travel.start), i.max(travel.end - 1));
    (a..b).any(|k| {
        matches!(
            doc.folded(k),
            "remote" | "hybrid" | "office" | "homeoffice" | "paid" | "covered" | "match" | "bonus"
        )
    })
}

/// Whether a sentence ends between word `i` and the words `other`.
fn broken(doc: &Document<'_>, i: usize, other: &Range<usize>) -> bool {
    let (a, b) = (i.min(other.start), i.max(other.end - 1));
    (a..b).any(|k| {
        let gap = doc.gap(k);
        gap.contains([';', '\n', '•']) || gap.starts_with(". ")
    })
}

/// "CET ± 2 h", "US Eastern Time zone", "overlap with PST".
fn zone(doc: &Document<'_>, line: Range<usize>) -> Option<Span> {
    let mut cue: Option<Range<usize>> = None;
    let mut name: Option<Range<usize>> = None;
    for hit in WORDS.find(doc, line.clone()) {
        let written = doc.word_str(hit.words.start);
        match hit.value {
            "zone cue" => cue = Some(hit.words),
            "zone"
                if hit.words.len() > 2 || doc.folded(hit.words.end - 1).starts_with("timezone") =>
            {
                return Some(offset(doc, &line, hit.span));
            }
            "zone" if hit.words.len() > 1 || written.chars().all(char::is_uppercase) => {
                name = Some(hit.words);
            }
            _ => continue,
        }
        let (Some(c), Some(n)) = (&cue, &name) else {
            continue;
        };
        let far = c.start.max(n.start) - c.end.min(n.end);
        if far > 4 || broken(doc, c.start, n) {
            continue;
        }
        let span = doc.span_of(c.start.min(n.start)..c.end.max(n.end));
        if span.len() <= LONGEST {
            let ends_with_name = n.end > c.start;
            return Some(if ends_with_name {
                offset(doc, &line, span)
            } else {
                span
            });
        }
    }
    // "UTC+2", "CET ± 3h" alone
    line.clone().find_map(|i| {
        if doc.word_str(i).len() < 3 || !is(doc, i, &["zone"]) {
            return None;
        }
        let upper = doc
            .word_str(i)
            .trim_end_matches('+')
            .chars()
            .all(char::is_uppercase);
        let span = doc.words[i].span;
        let with = upper.then(|| offset(doc, &line, span))?;
        (with != span).then_some(with)
    })
}

/// `span` and the offset that follows it: "± 2 h", "+1", "+/- 3 hours".
fn offset(doc: &Document<'_>, line: &Range<usize>, span: Span) -> Span {
    // the words stand in order: a look along the line for each would be quadratic
    let words = &doc.words[line.clone()];
    let next = line.start + words.partition_point(|w| w.span.start < span.end);
    if next == line.end {
        return span;
    }
    let gap = &doc.text[span.end..doc.words[next].span.start];
    let number = doc.word_str(next);
    let signed = gap.trim_matches([' ', '(', '\u{a0}']);
    let sign = matches!(
        signed,
        "+" | "-" | "−" | "±" | "+/-" | "+/−" | "–" | "/-" | "/+"
    ) || (signed.is_empty() && span.of(doc.text).ends_with('+'));
    if !sign || !number.starts_with(|c: char| c.is_ascii_digit()) || number.len() > 5 {
        return span;
    }
    let mut end = doc.words[next].span.end;
    if next + 1 < line.end && is(doc, next + 1, &["hour"]) && doc.gap(next) == " " {
        end = doc.words[next + 1].span.end;
    }
    Span::new(span.start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> String {
        let doc = Document::new(text);
        let mut facts = Facts::default();
        read(&doc, &mut facts);
        [
            ("hours", facts.hours),
            ("duration", facts.duration),
            ("department", facts.department),
            ("zone", facts.time_zone),
            ("travel", facts.travel),
            ("source", facts.source),
        ]
        .into_iter()
        .filter_map(|(name, fact)| Some(format!("{name}: {}", fact?.value)))
        .collect::<Vec<_>>()
        .join("; ")
    }

    #[test]
    fn facts_stated() {
        let cases = [
            ("You work 37.5 hours a week.", "hours: 37.5 hours a week"),
            ("Vollzeit, 38,5 Std./Woche", "hours: 38,5 Std./Woche"),
            ("37-Stunden-Woche und Gleitzeit", "hours: 37-Stunden-Woche"),
            ("Teilzeit (15–20h pro Woche)", "hours: 15–20h pro Woche"),
            ("32 tot 36 uur per week", "hours: 32 tot 36 uur per week"),
            ("CDI, 35h/semaine", "hours: 35h/semaine"),
            ("Hours per Week:\n37 - 38", "hours: 37 - 38"),
            ("40-hour work week", "hours: 40-hour work week"),
            ("We answer within 24 hours.", ""),
            ("Working hours: 9:00 to 17:00", ""),
            (
                "This is a 12-month contract.",
                "duration: 12-month contract",
            ),
            (
                "Die Stelle ist befristet auf 2 Jahre.",
                "duration: befristet auf 2 Jahre",
            ),
            ("CDD de 6 mois", "duration: CDD de 6 mois"),
            ("10-week internship in Oslo", "duration: 10-week internship"),
            ("Duration: 6 months", "duration: 6 months"),
            ("3 years of contract experience", ""),
            ("Department: Nursing", "department: Nursing"),
            ("Work within CET ± 2 hours", "zone: CET ± 2 hours"),
            ("Remote (CET hours preferred)", "zone: CET hours preferred"),
            ("Time zone: Pacific", "zone: Pacific"),
            ("Apply by 5 pm EST.", ""),
            ("Team: Nice people and flat hierarchies everywhere.", ""),
            (
                "Scheduled weekly hours: 40",
                "hours: Scheduled weekly hours: 40",
            ),
            (
                "You work more than 40 hours per week.",
                "hours: more than 40 hours per week",
            ),
            (
                "100% remote with occasional travel",
                "travel: occasional travel",
            ),
            (
                "Travel may be up to 10%-20% a year",
                "travel: Travel may be up to 10%-20%",
            ),
            ("26 weeks paid maternity leave", ""),
            ("Up to 25% travel", "travel: Up to 25% travel"),
            ("Travel: 10%", "travel: 10%"),
            (
                "Willingness to travel within Europe",
                "travel: Willingness to travel",
            ),
            ("We are a travel agency.", ""),
            (
                "Baker\nhttps://jobs.example.org/1234\nBread.",
                "source: https://jobs.example.org/1234",
            ),
            ("Baker in Oslo | LinkedIn\n\nBread.", "source: LinkedIn"),
        ];
        for (text, expect) in cases {
            assert_eq!(all(text), expect, "{text}");
        }
    }
}
