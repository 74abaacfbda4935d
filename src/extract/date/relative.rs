//! Dates counted from the day of reading: "3 days ago", "vor 3 Tagen", "closes in 2 weeks".

use super::super::document::Document;
use super::super::lexicon::Lexicon;
use super::super::number;
use super::When;
use super::find::{Dated, dated};
use crate::extract::word::lower;

static SPANS: Lexicon = Lexicon::of("relative");

/// "3 days ago", "vor 3 Tagen", "in 2 weeks", "30+ days ago", "yesterday".
pub(super) fn relative(doc: &Document<'_>, i: usize, end: usize) -> Option<Dated> {
    if let Some(hit) = SPANS.at(doc, i, end) {
        if let Some(days) = hit.value.strip_prefix("day ") {
            return Some(dated(doc, When::Relative(days.parse().ok()?), hit.words));
        }
        // "vor 3 Tagen", "il y a 3 jours", "in 2 weeks"
        let sign = match hit.value {
            "past" => -1,
            "coming" => 1,
            _ => return None,
        };
        let (days, stop) = amount(doc, hit.words.end, end)?;
        let after = ends_past(doc, stop, end);
        let stop = after.unwrap_or(stop);
        if sign > 0 && !coming_fits(doc, i) {
            return None;
        }
        return Some(dated(doc, When::Relative(sign * days), i..stop));
    }
    if !doc.word_str(i).as_bytes()[0].is_ascii_digit() {
        return None;
    }
    let (days, stop) = amount(doc, i, end)?;
    let stop = ends_past(doc, stop, end)?;
    Some(dated(doc, When::Relative(-days), i..stop))
}

/// "in 2 weeks" counts forward only where something ends or begins in it.
fn coming_fits(doc: &Document<'_>, i: usize) -> bool {
    (i.saturating_sub(5)..i).any(|k| {
        matches!(
            doc.folded(k),
            "closes"
                | "close"
                | "closing"
                | "ends"
                | "expires"
                | "starts"
                | "starting"
                | "endet"
                | "beginnt"
                | "schliesst"
                | "cierra"
                | "encerra"
                | "sluit"
                | "scade"
                | "stanger"
                | "expire"
                | "deadline"
        )
    })
}

/// A number with a unit of time from word `i`, in days, and where it ends.
fn amount(doc: &Document<'_>, i: usize, end: usize) -> Option<(i32, usize)> {
    if i >= end {
        return None;
    }
    let n = number::at(doc, i)?;
    if n.value > 400.0 || n.decimals > 0 {
        return None;
    }
    let tail = lower(n.tail.of(doc.text));
    let (unit, stop) = if tail.is_empty() {
        let at = n.words.end;
        if at >= end || doc.text[n.span.end..doc.words[at].span.start].len() > 3 {
            return None;
        }
        (unit(doc.folded(at))?, at + 1)
    } else {
        let unit = match tail.as_str() {
            "d" => 1.0,
            "h" | "hr" | "hrs" => 0.0,
            "w" | "wk" => 7.0,
            "mo" => 30.0,
            other => unit(other)?,
        };
        (unit, n.words.end)
    };
    Some(((n.value * unit) as i32, stop))
}

fn unit(folded: &str) -> Option<f64> {
    Some(match folded {
        "minute" | "minutes" | "min" | "mins" | "minuten" | "minutos" | "minuti" | "minuter"
        | "hour" | "hours" | "hr" | "hrs" | "stunde" | "stunden" | "heure" | "heures" | "hora"
        | "horas" | "ora" | "ore" | "uur" | "timme" | "timmar" => 0.0,
        "day" | "days" | "tag" | "tage" | "tagen" | "jour" | "jours" | "dia" | "dias"
        | "giorno" | "giorni" | "dag" | "dagen" | "dagar" => 1.0,
        "week" | "weeks" | "wks" | "woche" | "wochen" | "semaine" | "semaines" | "semana"
        | "semanas" | "settimana" | "settimane" | "weken" | "vecka" | "veckor" => 7.0,
        "month" | "months" | "monat" | "monate" | "monaten" | "mois" | "mes" | "meses" | "mese"
        | "mesi" | "maand" | "maanden" | "manad" | "manader" => 30.0,
        _ => return None,
    })
}

/// The end of "ago", "geleden", "sedan" ... at word `i`.
fn ends_past(doc: &Document<'_>, i: usize, end: usize) -> Option<usize> {
    if i >= end || doc.gap(i - 1).len() > 2 {
        return None;
    }
    matches!(doc.folded(i), "ago" | "fa" | "geleden" | "sedan" | "atras").then_some(i + 1)
}
