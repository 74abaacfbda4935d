//! The place where neither label, head nor plain sentence gave one: a known town that a sentence stands
//! in ("a bakery under the arches in Stroud"), or the town that a public body is called by ("Stadt
//! Waldau"). Never asked where another place was found; never takes a town of customers, of travel or of
//! another office.

use std::ops::Range;

use super::parse::{Trust, places};
use super::sentences::run_at;
use super::{Found, gazetteer, push};
use crate::extract::document::Document;
use crate::extract::facts::Facts;
use crate::extract::label::Label;
use crate::extract::lexicon::Lexicon;

/// Words in front of a town.
static IN: Lexicon = Lexicon::heads("last_places", &["in"]);
/// Words of a sentence whose towns are others'.
static OTHERS: Lexicon = Lexicon::heads("last_places", &["others"]);
/// What a public body is called before its town.
static BODIES: Lexicon = Lexicon::heads("last_places", &["body"]);
/// What it is called behind it.
static BEHIND: Lexicon = Lexicon::heads("last_places", &["behind"]);
static MONTHS: Lexicon = Lexicon::of("months");
/// Lines with words that are looked at.
const LINES: usize = 60;

/// Adds the first such place.
pub(super) fn find(doc: &Document<'_>, facts: &Facts, out: &mut Vec<Found>) {
    if let Some(town) = of_body(doc, facts) {
        push(
            out,
            &places(doc, town, true),
            40,
            "the town of a public body",
        );
    }
    if !out.is_empty() {
        return;
    }
    let lines = doc.worded().filter(|(_, l)| {
        !matches!(
            l.label,
            Label::Noise | Label::Legal | Label::Must | Label::Nice
        )
    });
    for (_, line) in lines.take(LINES) {
        if let Some(run) = in_prose(doc, &line.words) {
            push(out, &places(doc, run, false), 38, "a town in a sentence");
            return;
        }
    }
}

/// The first known town behind a word for "in", in a sentence that speaks of no others.
fn in_prose(doc: &Document<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let mut start = line.start;
    let mut of_others = false;
    for i in line.clone().skip(1) {
        let gap = doc.gap(i - 1);
        if gap.len() > 1 && gap.starts_with(['.', '!', '?', ';']) {
            (start, of_others) = (i, false);
        }
        of_others |= OTHERS.at(doc, i - 1, i).is_some();
        let town = i > start
            && gap == " "
            && !of_others
            // "de Toulouse à Narbonne"
            && !(i > start + 2 && matches!(doc.folded(i - 3), "de" | "von" | "from"))
            && IN.at(doc, i - 1, i).is_some()
            // March is a month, and a town
            && MONTHS.at(doc, i, i + 1).is_none()
            && gazetteer::at(doc, i..line.end, false).is_some_and(|(n, kind)| {
                kind == gazetteer::Kind::City || gazetteer::is_city(doc, i..i + n)
            });
        if town && let Some(run) = run_at(doc, i, line.end) {
            let sure = places(doc, run.clone(), false)
                .iter()
                .all(|p| p.trust == Trust::Known && !p.wide);
            let goes_on = OTHERS
                .at(doc, run.end.min(line.end - 1), line.end)
                .is_some();
            if sure && !goes_on {
                return Some(run);
            }
        }
    }
    None
}

/// "Stadt Waldau", "City of Waldau", "Waldau Town Council": the words of the town.
fn of_body(doc: &Document<'_>, facts: &Facts) -> Option<Range<usize>> {
    let words = doc.words_in(facts.company.as_ref()?.span());
    if let Some(hit) = BODIES.at(doc, words.start, words.end) {
        let town = hit.words.end..words.end;
        return (!town.is_empty() && town.len() <= 5).then_some(town);
    }
    let kind = (words.start + 1..words.end).find(|i| {
        BEHIND
            .at(doc, *i, words.end)
            .is_some_and(|hit| hit.words.end == words.end)
    })?;
    (kind - words.start <= 4).then_some(words.start..kind)
}
