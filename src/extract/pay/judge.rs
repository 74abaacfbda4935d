//! Which of a posting's amounts are its base pay. Every amount gets a weight from its own form and the
//! words nearest to it; zones and levels that stand together are one span of pay.

use super::super::context;
use super::super::document::Document;
use super::super::facts::{Fact, Facts};
use super::super::label::Label;
use super::choose::choose;
use super::cue::{
    CUES, announced, estimated, labelled, nearest_before, nearest_behind, period_near,
};
use super::currency::{self, magnitude};
use super::figure::{self, Figure};
use super::{Pay, Period};

/// An amount with its judgement.
pub(super) struct Judged {
    pub(super) figure: Figure,
    pub(super) line: usize,
    pub(super) last_line: usize,
    pub(super) pay: Pay,
    pub(super) weight: i32,
    /// Whether words name it as pay, itself or through the amounts before it.
    pub(super) cued: bool,
    pub(super) written_period: bool,
}

/// The least weight that counts as pay.
pub(super) const ENOUGH: i32 = 50;

/// The base pay among the amounts of the document.
pub(super) fn read(doc: &Document<'_>, facts: &Facts) -> Option<Fact<Pay>> {
    let figures = figure::find(doc);
    if figures.is_empty() {
        return None;
    }
    let near = super::super::employment::near_title(doc, facts);
    let country = currency::country(doc, facts);
    let lang = doc.lang.map(|l| l.0);
    // what has no sign is in the currency of all that have one
    let mut marked = figures.iter().filter_map(|f| f.money);
    let only = marked.next().filter(|first| marked.all(|m| m == *first));
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
        let mut found = judge(
            doc,
            figure,
            line,
            code,
            previous_end,
            next_start,
            judged.last(),
        );
        // among the facts under the title, buttons around it make it no less the job's
        if let Some(found) = &mut found
            && doc.lines[line].label == Label::Noise
            && found.figure.range
            && near.iter().any(|lines| lines.contains(&line))
        {
            found.weight += 30;
        }
        judged.extend(found);
        // "1. Lehrjahr 1.050 €": a place in a row is no amount between a figure and its words
        let place = words.len() == 1
            && doc.str(doc.words[words.start].span).len() == 1
            && doc.gap(words.start) == ". ";
        if !place {
            previous_end = words.end;
        }
    }
    let mut pay = choose(doc, &judged)?;
    let only = only.map(|m| currency::settle(m, country, lang));
    pay.value.currency = pay.value.currency.or(only);
    Some(pay)
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
        .and_then(|a| context::last(&CUES, doc, doc.lines[a].words.clone()).map(|h| (a, h.value)))
        // "Pay & perks": a heading of both speaks against neither
        .filter(|(a, value)| {
            let mut cues = CUES.find(doc, doc.lines[*a].words.clone());
            *value != "veto" || !cues.any(|h| h.value == "base")
        });

    // "one week in six on call, paid at 450 a week"
    let long = !matches!(
        figure.period,
        Some(Period::Hour | Period::Month | Period::Year)
    );
    if long && CUES.find(doc, lead.clone()).any(|h| h.value == "apart") {
        return None;
    }

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
        Some((_, "veto")) if named.is_none() && opens && behind != Some("base") => return None,
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

    let mut step = None;
    // "18.20 an hour, with a diploma 19.60": one rate, by what one brings
    if let Some(last) = before
        && !cued
        && cue >= 0
        && last.line == line
        && last.written_period
        && last.weight >= ENOUGH
        && figure.period.is_none()
        && !figure.range
        && !last.figure.range
        && figure.money == last.figure.money
        && first - last.figure.words.end <= 6
        && is_step(&last.figure, &figure)
        && !matches!(
            doc.words
                .get(figure.words.end)
                .map(|_| doc.folded(figure.words.end)),
            Some("overtime" | "uberstunden")
        )
        && !doc.text[last.figure.span.end..figure.span.start].contains(['+', '.', ';'])
    {
        weight += 30;
        cued = true;
        step = last.pay.period;
    }

    let mut period = figure.period;
    let written_period = period.is_some();
    let size = magnitude(code);
    let value = figure.max.or(figure.min).unwrap_or(0.0) / size;
    let foreign = size > 1.0;
    let near_period = period
        .or(step)
        .or_else(|| period_near(doc, lead, above.map(|(a, _)| a)));
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
    // what is said before or after tax is wages
    let text = doc.str(figure.span);
    if ["brut", "lord", "gross", " net"]
        .iter()
        .any(|w| text.contains(w))
    {
        weight += 15;
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

pub(super) fn alike(a: &Figure, b: &Figure) -> bool {
    let top = |f: &Figure| f.max.or(f.min).unwrap_or(0.0);
    let ratio = top(b) / top(a).max(0.01);
    (0.25..=4.0).contains(&ratio) && (a.money == b.money || a.money.is_none() || b.money.is_none())
}

/// Whether the second is the first with a little more.
fn is_step(a: &Figure, b: &Figure) -> bool {
    let (Some(a), Some(b)) = (a.min, b.min) else {
        return false;
    };
    (1.0..=1.5).contains(&(b / a))
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
