//! What the dates of a posting are for: posted, deadline, start. Decided by the words nearest to each
//! date, or by the label above it; a date no words claim stays without a role.

use super::super::candidate::{Candidate, resolve};
use super::super::context;
use super::super::document::Document;
use super::super::facts::{Fact, Facts};
use super::super::label::Label;
use super::super::lexicon::Lexicon;
use super::find::{Calendar, Dated, stretches};
use super::{Dates, When};
use crate::extract::order;
use crate::extract::word::lower;

static CUES: Lexicon = Lexicon::of("date-cues");

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
    for found in stretches(doc, points.clone()) {
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
            value: value.clone(),
            evidence: found.span,
            weight: 112,
            reason: "the time to apply in",
        };
        deadline.push(candidate(last));
        if opens {
            posted.push(candidate(&found.from));
        }
    }
    for found in points {
        if matches!(&found.from, When::On(d) if d.year == 0) {
            continue;
        }
        let Some((role, weight, reason)) = role(doc, &found) else {
            continue;
        };
        let line = &doc.lines[doc.line_at(found.span.start)];
        let exact = match &found.from {
            When::On(d) => 4 * i32::from(d.day.is_some()) + 2 * i32::from(d.month.is_some()) + 6,
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
    let reach = if bare || soon { 3 } else { 12 };
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
        let near = first - hit.words.end;
        let weak = WEAK.contains(&lower(doc.str(hit.span)).as_str());
        // "per 2022", "ab Mitte 2027": too little for a date of its own
        if weak && (near > 1 || bare && !colon) {
            return None;
        }
        // "First Screening Date:" is another date
        let other_date =
            doc.str(hit.span).eq_ignore_ascii_case("date") && hit.words.start > sentence.start;
        if other_date {
            return None;
        }
        let role = named(hit.value)?;
        let exact = matches!(&found.from, When::On(d) if d.day.is_some()) || past;
        if role == Role::Posted && !colon && (!exact || !past && near > 2) {
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
            let weak = WEAK.contains(&lower(doc.str(hit.span)).as_str());
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
        let after = context::after(&sentence, found.words.end, 6);
        if let Some(hit) = CUES.find(doc, after).next() {
            let weak = WEAK.contains(&lower(doc.str(hit.span)).as_str());
            if !weak && let Some(role) = named(hit.value) {
                return Some((role, 55, "a word behind the date"));
            }
        }
    }
    if past && matches!(doc.lines[line].label, Label::Meta | Label::Noise) {
        return Some((Role::Posted, 20, "so long ago, in the header"));
    }
    let strong_soon = soon && found.words.len() > 1;
    (strong_soon && doc.lines[line].label.is_posting() && found.words.len() > 2)
        .then_some((Role::Start, 10, "as soon as possible"))
        .filter(|_| {
            !doc.str(found.span)
                .eq_ignore_ascii_case("as soon as possible")
        })
}

/// Whether the words right before an exact date set it as the latest for what the sentence asks to send.
fn due(doc: &Document<'_>, found: &Dated) -> bool {
    let first = found.words.start;
    if !matches!(&found.from, When::On(d) if d.day.is_some()) {
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
    sentence.start <= before.words.start
        && BY
            .find(doc, sentence.start..before.words.start)
            .any(|h| h.value == "apply")
        && !CUES
            .find(
                doc,
                before.words.start.saturating_sub(4).max(sentence.start)..before.words.start,
            )
            .any(|h| h.value != "deadline")
}

/// Everyday words that are cues only directly before a date.
const WEAK: [&str; 27] = [
    "required",
    "date",
    "per",
    "ab",
    "zum",
    "frist",
    "até",
    "avant le",
    "hasta el",
    "plazo",
    "prazo",
    "senast",
    "uiterlijk",
    "entro il",
    "jusqu'au",
    "beginning",
    "begin",
    "begins",
    "start",
    "starts",
    "starting",
    "inizio",
    "inicio",
    "início",
    "début",
    "vanaf",
    "a partir de",
];

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

fn named(value: &str) -> Option<Role> {
    match value {
        "deadline" => Some(Role::Deadline),
        "posted" => Some(Role::Posted),
        "start" => Some(Role::Start),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::lang::Lang;
    use super::*;

    fn read_in(text: &str, lang: &'static str) -> [Option<String>; 3] {
        let mut doc = Document::new(text);
        doc.lang = Some(Lang(lang));
        let dates = read(&doc, &Facts::default());
        [dates.posted, dates.deadline, dates.start].map(|f| {
            f.map(|f| match f.value {
                When::On(d) => d.to_string(),
                other => format!("{other:?}"),
            })
        })
    }

    #[test]
    fn words_beside_a_date_give_its_role() {
        let cases = [
            (
                "Open & closing dates: 03/02/2026 to 03/16/2026",
                "en",
                [Some("2026-03-02"), Some("2026-03-16"), None],
            ),
            (
                "Open & closing dates\n05/29/2026 to 06/12/2026",
                "en",
                [Some("2026-05-29"), Some("2026-06-12"), None],
            ),
            (
                "time left to apply\nEnd Date: April 30, 2026 (15 days left to apply)",
                "en",
                [None, Some("2026-04-30"), None],
            ),
            (
                "Mill Lane School, Derby - required September 2026",
                "en",
                [None, None, Some("2026-09")],
            ),
            (
                "Application window: 4 May 2026 - 22 May 2026",
                "en",
                [None, Some("2026-05-22"), None],
            ),
            (
                "APPLICATION DEADLINE: 01 March 2026\nSTART DATE: April 2026",
                "en",
                [None, Some("2026-03-01"), Some("2026-04")],
            ),
            (
                "Closing date:\n03/04/2026\nPublished:\n02/28/2026",
                "en",
                [Some("2026-02-28"), Some("2026-03-04"), None],
            ),
            (
                "Bewerbungsfrist: 31.03.2026. Eintritt zum 1. Mai 2026.",
                "de",
                [None, Some("2026-03-31"), Some("2026-05-01")],
            ),
            (
                "Date limite de candidature : 31 mars 2026\nPrise de poste : dès que possible",
                "fr",
                [None, Some("2026-03-31"), Some("Soon")],
            ),
            (
                "Sista ansökningsdag 31 mars 2026",
                "sv",
                [None, Some("2026-03-31"), None],
            ),
            (
                "Scadenza: 31/03/2026",
                "it",
                [None, Some("2026-03-31"), None],
            ),
            (
                "Send a letter and the papers of your horse to the stable by Friday 5 March 2027.",
                "en",
                [None, Some("2027-03-05"), None],
            ),
            (
                "Schicken Sie Ihre Unterlagen bis zum 5. März 2027 an die Gärtnerei.",
                "de",
                [None, Some("2027-03-05"), None],
            ),
            (
                "Stuur je brief naar de bakkerij voor 5 maart 2027.",
                "nl",
                [None, Some("2027-03-05"), None],
            ),
            (
                "The bridge must stand by 5 March 2027.",
                "en",
                [None, None, None],
            ),
            ("Founded on 3 May 1998, we grow.", "en", [None, None, None]),
            (
                "The bakery posted 2022 sales of 9 tons",
                "en",
                [None, None, None],
            ),
            (
                "First screening date: May 4, 2026",
                "en",
                [None, None, None],
            ),
            (
                "June, 2026: program start",
                "en",
                [None, None, Some("2026-06")],
            ),
            (
                "The role starts on 4 May 2026 and ends on 3 May 2027.",
                "en",
                [None, None, Some("2026-05-04")],
            ),
        ];
        for (text, lang, want) in cases {
            assert_eq!(
                read_in(text, lang),
                want.map(|w| w.map(str::to_owned)),
                "{text}"
            );
        }
    }
}
