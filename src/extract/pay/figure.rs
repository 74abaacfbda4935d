//! Amounts of money as they stand in the text: figure or range, currency, the stretch of time they are
//! for. Says what is written, never whether it is the pay.

use super::super::context;
use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::number::{self, Number};
use super::super::span::Span;
use super::Period;
use super::currency::{self, Money};
use crate::extract::word::lower;

/// An amount or a range of amounts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) min: Option<f64>,
    pub(super) max: Option<f64>,
    /// What marks its currency, if anything does.
    pub(super) money: Option<Money>,
    /// The stretch of time written with it.
    pub(super) period: Option<Period>,
    /// All its words: from its sign or "from" to its period.
    pub(super) span: Span,
    /// Its numbers' words.
    pub(super) words: std::ops::Range<usize>,
    /// Whether it is two figures.
    pub(super) range: bool,
    /// Whether a "k", thousands marks or the like make it look like money without a sign.
    pub(super) shaped: bool,
}

/// One number with its currency.
struct Amount {
    number: Number,
    money: Option<Money>,
    start: usize,
    /// One past the sign or code behind it.
    end: usize,
    /// One past the last word of it, currency included.
    stop: usize,
}

pub(super) static UNITS: Lexicon = Lexicon::of("pay-units");

/// A text with more amounts than this is a table, no posting.
const MOST: usize = 4_000;

/// The amounts of the document, in order: those with a currency, and plain numbers that might be pay.
pub(super) fn find(doc: &Document<'_>) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < doc.words.len() && found.len() < MOST {
        let Some(first) = amount(doc, i) else {
            i += 1;
            continue;
        };
        let figure = figure(doc, &first);
        i = figure.words.end.max(i + 1);
        found.push(figure);
    }
    found
}

fn amount(doc: &Document<'_>, i: usize) -> Option<Amount> {
    let word = doc.words[i].span;
    let bytes = doc.text.as_bytes();
    let mut at = word.start;
    if !bytes[at].is_ascii_digit() {
        // "USD120", "Rs50", "kr45": a currency glued to the digits
        let n = bytes[at..word.end]
            .iter()
            .take(4)
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        if n == 0
            || n > 3
            || !bytes.get(at + n).is_some_and(u8::is_ascii_digit)
            || at + n >= word.end
        {
            return None;
        }
        let letters = &doc.text[at..at + n];
        let known = currency::word(letters).is_some() || letters == "Q" || letters == "R";
        if !known {
            return None;
        }
        at += n;
    }
    let number = number::at_byte(doc, i, at)?;
    let mut from = at.saturating_sub(16);
    while !doc.text.is_char_boundary(from) {
        from += 1;
    }
    let before = currency::mark_before(&doc.text[from..at]);
    let mut start = at;
    let mut money = None;
    if let Some((m, len)) = before {
        money = Some(m);
        start -= len;
    }
    let mut end = number.span.end;
    let mut stop = number.words.end;
    let scaled = lower(number.span.of(doc.text));
    if ["lpa", "lac", "lacs", "lakh", "lakhs"]
        .iter()
        .any(|s| scaled.ends_with(s))
    {
        money = Some(Money::Code("INR"));
    } else if !number.tail.is_empty() {
        let tail = number.tail.of(doc.text);
        if let Some(m) = tail
            .get(..3)
            .and_then(currency::word)
            .or_else(|| currency::word(tail))
        {
            money = money.or(Some(m));
            end = number.tail.start + tail.len().min(3);
        }
    } else {
        let mut rest = &doc.text[end..];
        // "45.000,- €", "45.000,–"
        for swiss in [".--", ",--", ".-", ",-", ".–", ",–", ".—"] {
            if let Some(r) = rest.strip_prefix(swiss) {
                if !r.starts_with(|c: char| c.is_alphanumeric()) {
                    rest = r;
                }
                break;
            }
        }
        let near = rest.trim_start_matches(['\\', ' ', '\u{a0}', '\u{202f}', '*', '+']);
        let skipped = rest.len() - near.len();
        if skipped <= 4
            && let Some(c) = near.chars().next()
        {
            let at = doc.text.len() - near.len();
            let taken = currency::mark_before(&doc.text[from..start]).is_some();
            let next_digit = near[c.len_utf8()..]
                .trim_start_matches(' ')
                .starts_with(|c: char| c.is_ascii_digit());
            if let Some(m) = currency::sign(c) {
                let both = next_digit && money.is_some();
                if !both && !taken {
                    if money.is_none() && !next_digit || money.is_some() {
                        end = at + c.len_utf8();
                    }
                    if !next_digit {
                        money = money.or(Some(m));
                    }
                }
            } else if let Some(word) = doc.words.get(number.words.end)
                && word.span.start == at
                && let Some(m) = currency::word(word.span.of(doc.text))
            {
                let follows = near[word.span.len()..]
                    .trim_start_matches([' ', '$', '€', '£'])
                    .starts_with(|c: char| c.is_ascii_digit());
                if !follows {
                    let better = matches!(money, None | Some(Money::Dollar))
                        || matches!(m, Money::Code(_)) && money.is_none();
                    if better {
                        money = Some(m);
                    }
                    end = word.span.end;
                    stop += 1;
                }
            }
        }
    }
    Some(Amount {
        number,
        money,
        start,
        end,
        stop,
    })
}

/// Builds the figure that starts with `first`: its range, its period, its bounds.
fn figure(doc: &Document<'_>, first: &Amount) -> Figure {
    let mut period = unit_after(doc, first.stop, first.end);
    let mut span_end = period.map_or(first.end, |(_, end, _)| end);
    let mut stop = period.map_or(first.stop, |(_, _, stop)| stop);
    let mut value = first.number.value;
    let mut second = None;
    if let Some(next) = next_amount(doc, stop, span_end, value) {
        let mut other = next.number.value;
        let (a, b) = (&first.number, &next.number);
        if a.scale == 1.0 && b.scale > 1.0 && value < 1_000.0 && !a.grouped {
            value *= b.scale;
        } else if b.scale == 1.0 && a.scale > 1.0 && other < 1_000.0 && !b.grouped {
            other *= a.scale;
        } else if value < 1_000.0 && other >= 1_000.0 && other / value >= 300.0 && !a.grouped {
            value *= 1_000.0; // "60-70.000 €"
        }
        let after = unit_after(doc, next.stop, next.end);
        period = after.or(period);
        span_end = after.map_or(next.end, |(_, end, _)| end);
        stop = after.map_or(next.stop, |(_, _, stop)| stop);
        second = Some((other, next));
    }
    let shaped = [Some(&first.number), second.as_ref().map(|(_, n)| &n.number)]
        .into_iter()
        .flatten()
        .any(|n| n.scale > 1.0 || n.grouped || n.decimals == 2);
    let money = first.money.or(second.as_ref().and_then(|(_, n)| n.money));
    let money = match (first.money, second.as_ref().and_then(|(_, n)| n.money)) {
        (Some(Money::Dollar), Some(code @ Money::Code(_))) => Some(code),
        _ => money,
    };
    let words = first.number.words.start..stop.max(first.number.words.end);
    let mut figure = Figure {
        min: Some(value),
        max: Some(second.as_ref().map_or(value, |(v, _)| *v)),
        money,
        period: period.map(|(p, _, _)| p),
        span: Span::new(first.start, span_end),
        words,
        range: second.is_some(),
        shaped,
    };
    if let (Some(min), Some(max)) = (figure.min, figure.max)
        && min > max
    {
        (figure.min, figure.max) = (Some(max), Some(min));
    }
    if !figure.range {
        bound(doc, &mut figure, first.end);
    }
    figure
}

/// The second amount of a range whose first ends at byte `end`, before word `word`.
fn next_amount(doc: &Document<'_>, word: usize, end: usize, first: f64) -> Option<Amount> {
    let mut i = word;
    let mut joined = false;
    let mut upper = false;
    let mut plain_and = false;
    // at most "to", "a maximum of", and a currency code stand between
    for _ in 0..5 {
        let next = doc.words.get(i)?;
        if next.span.start < end {
            i += 1;
            continue;
        }
        if let Some(amount) = amount(doc, i) {
            let gap = &doc.text[end..amount.start.max(end)];
            let apart = plain_and && gap.contains(',') || is_item_of_more(doc, gap, &amount);
            return (!apart && fits(gap, joined, upper, first, &amount)).then_some(amount);
        }
        match doc.folded(i) {
            "to" | "bis" | "a" | "al" | "au" | "tot" | "till" | "until" | "through" | "upto"
            | "ate" | "hasta" | "up" | "fino" => joined = true,
            // "£500 a week, and £1,000 to move": an "and" behind a comma starts something new
            "and" | "und" | "et" | "y" | "e" | "en" | "och" => (joined, plain_and) = (true, true),
            "max" | "maximum" | "high" => upper = true,
            "of" | "going" | "rising" | "increasing" | "usd" | "eur" | "gbp" | "cad" | "aud"
            | "chf" | "inr" | "sek" | "the" | "an" | "rs" | "kr" | "about" | "circa" | "ca"
            | "us" | "nz" | "hk" | "sg" | "mx" | "c" | "s" | "r" => {}
            _ => return None,
        }
        i += 1;
    }
    None
}

/// Whether the amount stands in an item of its own, of which it is not all: "17.90 an hour", and below
/// it "- 30 days of leave".
fn is_item_of_more(doc: &Document<'_>, gap: &str, amount: &Amount) -> bool {
    let is_below = gap
        .rfind('\n')
        .is_some_and(|at| !gap[at..].trim().is_empty());
    let end = unit_after(doc, amount.stop, amount.end).map_or(amount.stop, |(_, _, stop)| stop);
    is_below && end < doc.lines[doc.line_at(amount.start)].words.end
}

fn fits(gap: &str, joined: bool, upper: bool, first: f64, next: &Amount) -> bool {
    if gap.len() > 48 || gap.matches('\n').count() > 5 {
        return false;
    }
    let value = next.number.value;
    let dash = gap
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '\\' | '.' | ',' | ')'))
        .starts_with(['-', '–', '—', '−', '‑', '~', '‐', '‒', '―', '→']);
    // "38/42 K€"
    let dash = dash || gap == "/" && next.number.scale > 1.0;
    let sentence =
        gap.contains(". ") || gap.contains(['!', '?', ';', '(']) || gap.contains('/') && gap != "/";
    let ratio = value / first.max(0.01);
    let scaled = next.number.scale > 1.0 || (300.0..3_000.0).contains(&ratio);
    // "$500 - $4,000": with a dash and a sign of its own, a wide range is one too
    let wide = dash && next.money.is_some() && (1.0..=12.0).contains(&ratio);
    let near = (0.2..=6.0).contains(&ratio) || scaled || wide;
    (dash || joined || upper) && !sentence && near && (dash || !gap.contains('\n') || upper)
}

/// "from $21", "up to 100.000 €", "$40+", "ab 3.200 €".
fn bound(doc: &Document<'_>, figure: &mut Figure, end: usize) {
    let rest = &doc.text[figure.span.start..];
    let number = &doc.text[figure.span.start..end];
    let plus = doc.text[end..]
        .trim_start_matches(['\\', ' '])
        .starts_with('+')
        && {
            let behind = doc.text[end..].trim_start_matches(['\\', ' ', '+']);
            let glued = doc.text[end..].starts_with('+');
            // "$72K + 20% bonus" adds, "$40+ per hour" opens
            glued || behind.starts_with("per ") || behind.starts_with('/')
        };
    debug_assert!(rest.len() >= number.len());
    if plus {
        figure.max = None;
        return;
    }
    let first = figure.words.start;
    let line = &doc.lines[doc.line_at(figure.span.start)];
    let from = first.saturating_sub(5).max(line.words.start);
    let mut start = first;
    let mut lower = None;
    for k in (from..first).rev() {
        let gap = &doc.text[doc.words[k].span.end..doc.words[k + 1].span.start];
        if k + 1 < first && gap.contains(['.', ';', '|', '(']) && !gap.starts_with('.') {
            break;
        }
        let before = if k > from { doc.folded(k - 1) } else { "" };
        lower = match doc.folded(k) {
            "from" | "ab" | "mindestens" | "desde" | "vanaf" | "fran" | "starting" | "starts"
            | "minimum" | "minimo" | "min" | "minst" | "minimaal" | "upwards" => Some(true),
            "partir" | "partire" | "least" | "less" => Some(true),
            "to" if before == "up" => Some(false),
            "zu" if before == "bis" => Some(false),
            "upto" | "hasta" | "ate" | "max" | "maximum" | "maximal" | "maximo" | "maximaal"
            | "exceed" | "under" => Some(false),
            "a" if before == "fino" => Some(false),
            "till" if before == "upp" => Some(false),
            "jusqu" => Some(false),
            "bis" => Some(false),
            "tot" => Some(false),
            "at" | "a" | "de" | "of" | "da" | "dal" | "del" | "is" | "euro" | "eur" | "usd"
            | "rs" | "inr" | "kr" | "chf" | "gbp" | "as" | "much" | "ca" | "rate" | "pay"
            | "salary" | "s" | "un" | "the" | "than" | "not" | "sek" => continue,
            _ => break,
        };
        let two = matches!(
            before,
            "up" | "bis" | "fino" | "upp" | "at" | "a" | "à" | "not" | "no"
        );
        start = if two && lower.is_some() { k - 1 } else { k };
        break;
    }
    // the label above: "from:" alone
    if lower.is_none()
        && line.words.start >= first
        && let Some(above) = context::label_above(doc, doc.line_at(figure.span.start))
        && let Some(last) = doc.lines[above].words.clone().last()
    {
        lower = match doc.folded(last) {
            "from" | "ab" | "partir" | "desde" | "vanaf" | "partire" => Some(true),
            "de" | "da" if doc.lines[above].words.len() > 1 => {
                matches!(doc.folded(last - 1), "partir" | "partire").then_some(true)
            }
            "to" if doc.lines[above].words.len() > 1 && doc.folded(last - 1) == "up" => Some(false),
            _ => None,
        };
    }
    match lower {
        Some(true) => figure.max = None,
        Some(false) => figure.min = None,
        None => return,
    }
    if start < first {
        figure.span.start = figure.span.start.min(doc.words[start].span.start);
    }
}

/// The unit of time written right behind an amount that ends at byte `end`, before word `word`: the
/// period, where its words end in bytes, and the word after.
fn unit_after(doc: &Document<'_>, word: usize, end: usize) -> Option<(Period, usize, usize)> {
    let mut i = word;
    let mut per = false;
    // "12.60ph": glued to the number
    if let Some(last) = word.checked_sub(1)
        && doc.words[last].span.end >= end
        && let tail = doc
            .word_str(last)
            .trim_start_matches(|c: char| c.is_ascii_digit())
        && let Some(period) = match tail {
            "ph" => Some(Period::Hour),
            "pd" => Some(Period::Day),
            "pw" => Some(Period::Week),
            "pa" => Some(Period::Year),
            _ => None,
        }
    {
        return Some((period, doc.words[last].span.end, word));
    }
    for _ in 0..6 {
        let next = doc.words.get(i)?;
        if next.span.start < end {
            i += 1;
            continue;
        }
        let gap = &doc.text[doc
            .words
            .get(i.checked_sub(1)?)?
            .span
            .end
            .min(next.span.start)..next.span.start];
        // a line break goes before "per hour" where the page set the figure apart
        let folded = doc.folded(i);
        let wrapped = gap.trim().is_empty()
            && gap.matches('\n').count() == 1
            && matches!(folded, "per" | "pro" | "par");
        let breaks =
            gap.contains(['\n', ';', '•', '|', '+']) || gap.contains(". ") || gap.contains(", ");
        let breaks = breaks && !wrapped;
        if breaks || gap.len() > 8 {
            return None;
        }
        let slash = gap.contains('/');
        if let Some(hit) = UNITS.at(doc, i, doc.words.len().min(i + 4)) {
            let (name, kind) = hit.value.split_once(' ')?;
            if kind == "rate" || slash || per {
                return Some((Period::named(name)?, hit.span.end, hit.words.end));
            }
        } else if slash || per {
            // "a yearFull-time", "/yrRemote": a heading glued to the unit
            if let Some((period, len)) = glued(next.span.of(doc.text)) {
                return Some((period, next.span.start + len, i + 1));
            }
        }
        match folded {
            "per" | "a" | "an" | "pro" | "par" | "por" | "al" | "im" | "all" | "la" | "je"
            | "i" | "l" | "each" | "every" | "in" | "the" | "o" | "p" | "de" | "il" | "ao"
            | "om" | "die" | "den" | "der" => per = true,
            "gross" | "brutto" | "brut" | "bruto" | "bruts" | "brute" | "lordi" | "lordo"
            | "net" | "netto" | "netti" | "nets" | "neto" | "netos" | "liquidos" | "base"
            | "usd" | "eur" | "cad" | "gbp" | "salary" | "basic" | "total" | "brutos"
            | "bruttojahresgehalt" | "approx" | "bruta" | "plus" | "b" | "pay" | "equivalent"
            | "amd" | "pln" | "grundlohn" | "grundgehalt" | "festgehalt" | "fixum" | "lohn"
            | "gehalt" | "rate" | "wage" | "flat" | "guaranteed" | "fixed" | "fixe" | "salaire"
            | "sueldo" | "stipendio" | "loon" | "salaris" => {}
            _ => return None,
        }
        i += 1;
    }
    None
}

/// A unit with the next heading glued to it: "yearFull", "hourBenefits", "yrOn".
fn glued(word: &str) -> Option<(Period, usize)> {
    for (unit, period) in [
        ("year", Period::Year),
        ("yr", Period::Year),
        ("hour", Period::Hour),
        ("hr", Period::Hour),
        ("month", Period::Month),
        ("mo", Period::Month),
        ("week", Period::Week),
        ("day", Period::Day),
    ] {
        if let Some(rest) = word.strip_prefix(unit)
            && rest.starts_with(|c: char| c.is_uppercase())
        {
            return Some((period, unit.len()));
        }
    }
    None
}
