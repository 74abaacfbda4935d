//! The phrase for an extra with the figure that belongs to it. Never a figure of something else.

use super::super::document::Document;
use super::super::facts::ExtraKind;
use super::super::lexicon::Hit;
use super::super::span::Span;

/// The phrase with the figure that belongs to it: "25 days of leave", "20% bonus", "OTE $120k".
pub(in super::super) fn widen(doc: &Document<'_>, kind: ExtraKind, hit: &Hit, line: Span) -> Span {
    let mut span = hit.span;
    let from = hit.words.start;
    let numeric = |i: usize| doc.folded(i).starts_with(|c: char| c.is_ascii_digit());
    if matches!(
        kind,
        ExtraKind::Leave | ExtraKind::Bonus | ExtraKind::Allowance
    ) {
        for back in 1..=3 {
            let Some(k) = from.checked_sub(back) else {
                break;
            };
            let word = doc.words[k].span;
            if word.start < line.start || doc.gap(k).contains([',', ';', '\n', '(', ')', '|', '+'])
            {
                break;
            }
            if numeric(k) {
                let mut start = word.start;
                let sign = doc.text[..start].chars().next_back();
                if let Some(c) = sign.filter(|c| matches!(c, '$' | '€' | '£')) {
                    start -= c.len_utf8();
                }
                // "$5,000 bonus", "7.5% bonus": the whole figure
                if k > 0 && numeric(k - 1) && doc.gap(k - 1).len() == 1 {
                    start = doc.words[k - 1].span.start;
                    let sign = doc.text[..start].chars().next_back();
                    if let Some(c) = sign.filter(|c| matches!(c, '$' | '€' | '£')) {
                        start -= c.len_utf8();
                    }
                }
                span.start = start;
                break;
            }
            if !matches!(
                doc.folded(k),
                "days"
                    | "of"
                    | "paid"
                    | "weeks"
                    | "annual"
                    | "tage"
                    | "jours"
                    | "de"
                    | "dias"
                    | "giorni"
                    | "di"
                    | "dagen"
                    | "dagars"
                    | "up"
                    | "to"
                    | "target"
                    | "k"
            ) {
                break;
            }
        }
    }
    for plan in ["(k)", "(K)", "(b)", "(B)"] {
        if kind == ExtraKind::Pension && doc.text[span.end..].starts_with(plan) {
            span.end += plan.len();
        }
    }
    if kind == ExtraKind::OnTarget {
        for k in hit.words.end..doc.words.len().min(hit.words.end + 5) {
            if doc.gap(k - 1).contains(['\n', ';']) {
                break;
            }
            if numeric(k) {
                span.end = doc.words[k].span.end;
            } else if span.end > hit.span.end {
                break;
            }
        }
    }
    span
}
