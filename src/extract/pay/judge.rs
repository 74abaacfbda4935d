//! Which of a posting's amounts are its base pay. Every amount gets a weight from its own form and the
//! words nearest to it; zones and levels that stand together are one span of pay.

use std::sync::LazyLock;

use super::super::context;
use super::super::document::Document;
use super::super::facts::{Fact, Facts};
use super::super::label::Label;
use super::super::lexicon::Lexicon;
use super::currency::{self, Money, magnitude};
use super::figure::{self, Figure, UNITS};
use super::{Pay, Period};

static CUES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("../lexicons/pay-cues.txt")));

/// An amount with its judgement.
struct Judged {
    figure: Figure,
    line: usize,
    last_line: usize,
    pay: Pay,
    weight: i32,
    /// Whether words name it as pay, itself or through the amounts before it.
    cued: bool,
    written_period: bool,
}

/// The least weight that counts as pay.
const ENOUGH: i32 = 50;

/// The base pay among the amounts of the document.
pub(super) fn read(doc: &Document<'_>, facts: &Facts) -> Option<Fact<Pay>> {
    let figures = figure::find(doc);
    if figures.is_empty() {
        return None;
    }
    let country = currency::country(doc, facts);
    let lang = doc.lang.map(|l| l.0);
    let mut judged: Vec<Judged> = Vec::new();
    let mut previous_end = 0;
    let count = figures.len();
    let starts: Vec<usize> = figures.iter().map(|f| f.words.start).collect();
    for (k, figure) in figures.into_iter().enumerate() {
        let next_start = if k + 1 < count {
            starts[k + 1]
        } else {
            doc.words.len()
        };
        let line = doc.line_at(figure.span.start);
        let code = figure.money.map(|m| currency::settle(m, country, lang));
        let words = figure.words.clone();
        judged.extend(judge(
            doc,
            figure,
            line,
            code,
            previous_end,
            next_start,
            judged.last(),
        ));
        previous_end = words.end;
    }
    choose(doc, &judged)
}

/// The amount judged; `None` where it is no base pay at all.
fn judge(
    doc: &Document<'_>,
    figure: Figure,
    line: usize,
    code: Option<&'static str>,
    previous_end: usize,
    next_start: usize,
    before: Option<&Judged>,
) -> Option<Judged> {
    let first = figure.words.start;
    // a bare number that nothing marks as money or counts by the hour is not looked at further
    let least = figure.min.or(figure.max).unwrap_or(0.0);
    let bare = figure.money.is_none() && figure.period.is_none() && !figure.shaped;
    if bare && (least < 1_000.0 || looks_like_year(&figure)) {
        return None;
    }
    let sentence = context::around(doc, first, 14, figure.words.len() + 8);
    let mut lead = context::before(&sentence, first, 14);
    lead.start = lead.start.max(previous_end).min(first);
    let follow = context::after(&sentence, figure.words.end, 7);
    let follow = follow.start..follow.end.min(next_start.max(follow.start));

    let mut named = nearest_before(doc, lead.clone());
    let bullets = lead.is_empty() && first > doc.lines[line].words.start;
    if named.is_none() && bullets && previous_end + 8 < first {
        // "Compensation · $80,000": the head of a row of bullets in one line
        let words = first.saturating_sub(4).max(doc.lines[line].words.start)..first;
        named = nearest_before(doc, words).filter(|v| *v == "base");
    }
    if !matches!(named, Some("veto" | "estimate" | "target"))
        && labelled(&doc.text[..figure.span.start])
    {
        named = Some("base");
    }
    let behind = nearest_behind(doc, follow, figure.span.end);
    let opens = first <= doc.lines[line].words.start + 1;
    let above = (opens || lead.len() <= 3)
        .then(|| context::label_above(doc, line))
        .flatten()
        .and_then(|a| context::last(&CUES, doc, doc.lines[a].words.clone()).map(|h| (a, h.value)));

    let cue = match (named, behind) {
        (_, Some("target")) | (Some("target"), _) => {
            return None;
        }
        (_, Some("veto" | "estimate")) => return None,
        (Some("veto" | "estimate"), _) => return None,
        (Some("base"), _) | (_, Some("base")) => 40,
        (Some("weak"), _) | (_, Some("weak")) => 20,
        (Some("doubt"), _) | (_, Some("doubt")) => -25,
        _ => 0,
    };
    let mut weight = cue;
    let mut cued = cue >= 40;
    match above {
        Some((_, "base")) if named.is_none() => {
            weight += 35;
            cued = true;
        }
        Some((_, "estimate" | "target")) => return None,
        Some((_, "veto")) if named.is_none() && opens => return None,
        _ => {}
    }
    if let Some(head) = doc.lines[line].heading
        && context::last(&CUES, doc, doc.lines[head].words.clone())
            .is_some_and(|h| h.value == "base")
    {
        weight += 15;
    }
    if estimated(doc, line) {
        return None;
    }
    let alone = doc.lines[line].words.len() <= figure.words.len() + 5;
    if !cued && alone && named.is_none() && announced(doc, line) {
        weight += 25;
        cued = true;
    }
    if let Some(last) = before
        && !cued
        && last.cued
        && doc.lines[last.line..line]
            .iter()
            .filter(|l| !l.is_blank())
            .take(6)
            .count()
            <= 4
        && first - last.figure.words.end <= 60
        && alike(&last.figure, &figure)
    {
        weight += 30;
        cued = true;
    }

    let mut period = figure.period;
    let written_period = period.is_some();
    let size = magnitude(code);
    let value = figure.max.or(figure.min).unwrap_or(0.0) / size;
    let foreign = size > 1.0;
    let near_period = period.or_else(|| period_near(doc, lead, above.map(|(a, _)| a)));
    if period.is_none()
        && let Some(near) = near_period
        && plausible(near, value, foreign)
    {
        period = Some(near);
    }
    if written_period {
        // what an hour pays is said of little else than work
        weight += if period == Some(Period::Hour) { 30 } else { 25 };
    } else if period.is_some() {
        weight += 12;
    }
    let size_period = Period::by_size(value, code, foreign);
    let settled = match period {
        Some(p) if plausible(p, value, foreign) => p,
        // "$18-34" under "annual review", "95.000 per month": the size goes before a far word
        Some(_) if !written_period => size_period,
        Some(Period::Hour | Period::Day | Period::Week | Period::Month) if value >= 15_000.0 => {
            Period::Year
        }
        Some(_) => return None,
        None => size_period,
    };
    if !plausible(settled, value, foreign) {
        return None;
    }
    if figure.money.is_some() {
        weight += 20;
    } else {
        // without a sign only a figure that says it is pay, or that nothing else could be
        let clear = written_period && figure.shaped && figure.range;
        let named =
            cued && (figure.shaped || written_period || figure.min.unwrap_or(0.0) >= 1_000.0);
        if !clear && !named || looks_like_year(&figure) {
            return None;
        }
        weight += if clear { 20 } else { 0 };
    }
    if figure.range {
        weight += 10;
    }
    if settled == Period::Year && value < 8_000.0 && !cued {
        weight -= 30;
    }
    let opens_line = first <= doc.lines[line].words.start + 1;
    if opens_line && written_period && figure.money.is_some() {
        weight += 12;
    }
    // a span of a year's size is seldom anything else
    let single_in_title =
        line < 6 && figure.shaped && matches!(doc.lines[line].label, Label::Title | Label::Meta);
    let yearly = settled == Period::Year && (12_000.0..900_000.0).contains(&value);
    if yearly && figure.money.is_some() && (figure.range || single_in_title) {
        weight += 18;
    }
    if period.is_none() && settled == Period::Day {
        weight -= 20; // a few hundred for nothing said is seldom pay
    }
    if alone {
        weight += 15;
    }
    weight += match doc.lines[line].label {
        Label::Noise => -45,
        Label::Meta | Label::Title => 12,
        Label::Benefit => 6,
        Label::Must | Label::Duty | Label::Nice => -6,
        Label::About => -4,
        Label::Heading | Label::Apply | Label::Legal => 0,
    };
    if line < 14 {
        weight += 6;
    }
    let pay = Pay {
        min: figure.min,
        max: figure.max,
        currency: code,
        period: Some(settled),
    };
    Some(Judged {
        last_line: doc.line_at(figure.span.end.saturating_sub(1)),
        figure,
        line,
        pay,
        weight,
        cued,
        written_period,
    })
}

/// The value of the cue nearest before a figure. One behind "excluding", "plus" or the like says what
/// the figure is not.
fn nearest_before(doc: &Document<'_>, lead: std::ops::Range<usize>) -> Option<&'static str> {
    let mut best = None;
    for hit in CUES.find(doc, lead.clone()) {
        let excluded = (lead.start..hit.words.start).rev().take(2).any(|k| {
            matches!(
                doc.folded(k),
                "excluding"
                    | "plus"
                    | "exclusive"
                    | "without"
                    | "ohne"
                    | "zzgl"
                    | "hors"
                    | "not"
                    | "exkl"
                    | "excl"
            )
        });
        if excluded {
            continue;
        }
        // a generic word does not undo a plain one before it
        if hit.value == "doubt" && matches!(best, Some("base")) {
            continue;
        }
        if hit.value == "weak" && best.is_some() && best != Some("doubt") {
            continue;
        }
        best = Some(hit.value);
    }
    best
}

/// The value of the first cue behind a figure, as long as nothing parts the two.
fn nearest_behind(
    doc: &Document<'_>,
    follow: std::ops::Range<usize>,
    mut end: usize,
) -> Option<&'static str> {
    let mut i = follow.start;
    while i < follow.end {
        let start = doc.words[i].span.start;
        if start < end {
            i += 1;
            continue;
        }
        let gap = &doc.text[end..start];
        if gap.contains([',', '+', ';', '\n', '|', '&', ':'])
            || gap.contains(". ")
            || gap.contains(" (") && !gap.contains('$')
        {
            return paren_estimate(doc, i, gap);
        }
        if matches!(
            doc.folded(i),
            "plus"
                | "and"
                | "with"
                | "und"
                | "et"
                | "y"
                | "e"
                | "og"
                | "och"
                | "en"
                | "mit"
                | "avec"
                | "con"
                | "com"
                | "med"
                | "met"
                | "excluding"
                | "depending"
                | "based"
                | "commensurate"
                | "dependent"
                | "but"
                | "je"
                | "selon"
                | "or"
                | "oder"
        ) {
            return None;
        }
        if let Some(hit) = CUES.at(doc, i, follow.end) {
            return Some(hit.value);
        }
        end = doc.words[i].span.end;
        i += 1;
    }
    None
}

/// "(est.)", "(estimate)", "(OTE)" right behind a figure.
fn paren_estimate(doc: &Document<'_>, i: usize, gap: &str) -> Option<&'static str> {
    if !gap.ends_with('(') {
        return None;
    }
    match CUES.at(doc, i, doc.words.len().min(i + 4))?.value {
        value @ ("estimate" | "target") => Some(value),
        _ => None,
    }
}

/// Whether the lines around say that the site estimated the figure.
fn estimated(doc: &Document<'_>, line: usize) -> bool {
    let from = line.saturating_sub(6);
    (from..=line)
        .rev()
        .filter(|k| !doc.lines[*k].is_blank())
        .take(4)
        .any(|k| {
            doc.lines[k].words.len() <= 8
                && CUES
                    .find(doc, doc.lines[k].words.clone())
                    // the short form, not the French verb
                    .any(|h| {
                        h.value == "estimate"
                            && (h.span.len() > 3 || doc.text[h.span.end..].starts_with(['.', ')']))
                    })
        })
}

/// Whether a pay label and a colon stand right before, be it glued to the words before it
/// ("Full-timePay: ").
fn labelled(text: &str) -> bool {
    let bare = text.trim_end_matches([' ', '*', '_', '\u{a0}', '\t']);
    let Some(bare) = bare.strip_suffix([':', '：']) else {
        return false;
    };
    let bare = bare.trim_end_matches([' ', '*', '_']);
    [
        "Pay",
        "Salary",
        "Compensation",
        "Rate",
        "Wage",
        "Range",
        "Gehalt",
        "Vergütung",
        "Lohn",
        "Salaire",
        "Rémunération",
        "Salario",
        "Salário",
        "Sueldo",
        "Retribuzione",
        "Stipendio",
        "RAL",
        "Salaris",
        "Lön",
        "CTC",
        "SALARY",
        "PAY",
    ]
    .iter()
    .any(|label| bare.ends_with(label))
}

/// Whether one of the three lines above a figure that stands alone speaks of pay ("the base pay ranges
/// are listed below").
fn announced(doc: &Document<'_>, line: usize) -> bool {
    let from = line.saturating_sub(6);
    (from..line)
        .rev()
        .filter(|k| !doc.lines[*k].is_blank())
        .take(3)
        .any(|k| {
            let words = doc.lines[k].words.clone();
            let tail = words.end.saturating_sub(25).max(words.start)..words.end;
            let mut cues = CUES.find(doc, tail).filter(|h| h.value != "weak");
            cues.next()
                .is_some_and(|first| first.value == "base" && cues.all(|h| h.value == "base"))
        })
}

fn alike(a: &Figure, b: &Figure) -> bool {
    let top = |f: &Figure| f.max.or(f.min).unwrap_or(0.0);
    let ratio = top(b) / top(a).max(0.01);
    (0.25..=4.0).contains(&ratio) && (a.money == b.money || a.money.is_none() || b.money.is_none())
}

/// The stretch of time the words before a figure, or the label above, speak of.
fn period_near(
    doc: &Document<'_>,
    lead: std::ops::Range<usize>,
    above: Option<usize>,
) -> Option<Period> {
    let named = |words: std::ops::Range<usize>| {
        UNITS
            .find(doc, words)
            .filter_map(|h| {
                let (name, kind) = h.value.split_once(' ')?;
                let per = h.words.start > 0
                    && matches!(
                        doc.folded(h.words.start - 1),
                        "per" | "pro" | "par" | "por" | "an" | "a"
                    );
                (kind == "rate" || per).then(|| Period::named(name))?
            })
            .last()
    };
    named(lead).or_else(|| named(doc.lines[above?].words.clone()))
}

fn plausible(period: Period, value: f64, foreign: bool) -> bool {
    let (low, high) = period.usual();
    let low = if foreign { low / 5.0 } else { low };
    let high = if foreign { high * 4.0 } else { high };
    (low..=high).contains(&value)
}

fn looks_like_year(figure: &Figure) -> bool {
    !figure.shaped
        && figure.period.is_none()
        && figure.max.is_some_and(|v| (1900.0..2100.0).contains(&v))
}

/// The pay: the heaviest amount, widened by those of its kind that stand with it.
fn choose(doc: &Document<'_>, judged: &[Judged]) -> Option<Fact<Pay>> {
    let best = judged
        .iter()
        .enumerate()
        .filter(|(_, j)| j.weight >= ENOUGH)
        .reduce(|a, b| if b.1.weight > a.1.weight { b } else { a })?
        .0;
    let mut pay = judged[best].pay.clone();
    let mut evidence = vec![judged[best].figure.span];
    let near = |a: &Judged, b: &Judged| {
        let (a, b) = if a.line <= b.line { (a, b) } else { (b, a) };
        let lines = a.last_line..b.line.max(a.last_line);
        doc.lines[lines]
            .iter()
            .filter(|l| !l.is_blank())
            .take(5)
            .count()
            <= 3
    };
    // walk outward from the best, each step from the last one taken
    for step in [-1_isize, 1] {
        let mut at = best;
        let mut from = best;
        while let Some(next) = at.checked_add_signed(step).filter(|n| *n < judged.len()) {
            at = next;
            let (a, b) = (&judged[from], &judged[at]);
            if !near(a, b) {
                break;
            }
            let same = b.pay.currency == pay.currency;
            // one more figure beside a range is a step within it, or another matter
            let top = b.cued && b.line == judged[best].line && b.figure.min.is_none();
            let shape = b.figure.range || !judged[best].figure.range || b.written_period || top;
            let both = b.figure.range && judged[best].figure.range;
            let kind = same
                && shape
                && b.pay.period == pay.period
                && alike(&judged[best].figure, &b.figure);
            if !kind
                || b.weight < ENOUGH - 15
                || !(b.cued || b.written_period || judged[best].cued || both)
            {
                continue;
            }
            pay.min = match (pay.min, b.pay.min) {
                (Some(x), Some(y)) => Some(x.min(y)),
                (x, y) => x.or(y),
            };
            pay.max = match (pay.max, b.pay.max) {
                (Some(x), Some(y)) => Some(x.max(y)),
                (x, y) => x.or(y),
            };
            evidence.push(b.figure.span);
            from = at;
        }
    }
    let money = judged[best].figure.money;
    if money == Some(Money::Dollar)
        && let Some(code) = judged.iter().find_map(|j| match j.figure.money {
            Some(Money::Code(code)) if DOLLARS.contains(&code) => Some(code),
            _ => None,
        })
    {
        pay.currency = Some(code);
    }
    evidence.truncate(8);
    for span in &mut evidence {
        let max = span.start + 300;
        if span.end > max {
            span.end = max;
            while !doc.text.is_char_boundary(span.end) {
                span.end -= 1;
            }
        }
    }
    Some(Fact {
        value: pay,
        evidence,
        reason: if judged[best].cued {
            "an amount that words name as pay"
        } else {
            "an amount with its stretch of time"
        },
    })
}

/// Currencies written "$".
const DOLLARS: [&str; 11] = [
    "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS", "TWD",
];
