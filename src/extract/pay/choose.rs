//! The pay among judged amounts: zones and levels that stand together are one span of pay. Never an
//! amount of another kind that only stands near.

use super::super::document::Document;
use super::super::facts::Fact;
use super::Pay;
use super::currency::Money;
use super::judge::{ENOUGH, Judged, alike};

/// The pay: the heaviest amount, widened by those of its kind that stand with it.
pub(super) fn choose(doc: &Document<'_>, judged: &[Judged]) -> Option<Fact<Pay>> {
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
