//! The words around an amount that say what it is: pay, a target, an estimate, another's money. Never
//! the amount's own form.

use std::ops::Range;

use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::Period;
use super::figure::UNITS;

pub(super) static CUES: Lexicon = Lexicon::of("pay-cues");

/// The value of the cue nearest before a figure. One behind "excluding", "plus" or the like says what
/// the figure is not.
pub(super) fn nearest_before(doc: &Document<'_>, lead: Range<usize>) -> Option<&'static str> {
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
pub(super) fn nearest_behind(
    doc: &Document<'_>,
    follow: Range<usize>,
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
pub(super) fn estimated(doc: &Document<'_>, line: usize) -> bool {
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
pub(super) fn labelled(text: &str) -> bool {
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
pub(super) fn announced(doc: &Document<'_>, line: usize) -> bool {
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

/// The stretch of time the words before a figure, or the label above, speak of.
pub(super) fn period_near(
    doc: &Document<'_>,
    lead: Range<usize>,
    above: Option<usize>,
) -> Option<Period> {
    let named = |words: Range<usize>| {
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
