//! The place where neither label, head nor plain sentence gave one: a known town that a sentence stands
//! in ("a bakery under the arches in Stroud"), or the town that a public body is called by ("Stadt
//! Waldau"). Never asked where another place was found; never takes a town of customers, of travel or of
//! another office.

use std::ops::Range;

use super::parse::{Trust, places};
use super::sentences::run_at;
use super::{Found, gazetteer, push};
use crate::extract::date::MONTHS;
use crate::extract::document::Document;
use crate::extract::facts::Facts;
use crate::extract::header::{self, Kind};
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
const IN_NAME: &str = "the town in the employer's name";
const IN_PROSE: &str = "a town in a sentence";
const AT_OURS: &str = "where we are, in a sentence";

/// Whether `reason` is one of this file's, to which what a page declares of itself is preferred.
#[must_use]
pub fn is_last(reason: &str) -> bool {
    [IN_NAME, IN_PROSE, AT_OURS].contains(&reason)
}

/// Lines with words that are looked at.
const LINES: usize = 60;

/// Adds the first such place.
pub(super) fn find(doc: &Document<'_>, facts: &Facts, out: &mut Vec<Found>) {
    if let Some(town) = of_body(doc, facts).or_else(|| of_name(doc, facts)) {
        push(out, &places(doc, town, true), 40, IN_NAME);
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
            push(out, &places(doc, run, false), 38, IN_PROSE);
            return;
        }
        if let Some(run) = at_ours(doc, &line.words) {
            push(out, &places(doc, run, true), 36, AT_OURS);
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
    // "Politische Gemeinde Waldau"
    let mut firsts = words.clone().take(2);
    if let Some(hit) = firsts.find_map(|i| BODIES.at(doc, i, words.end)) {
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

/// "TSV Waldau", of which a sentence says "in Waldau": the words of the town in that sentence.
fn of_name(doc: &Document<'_>, facts: &Facts) -> Option<Range<usize>> {
    let words = doc.words_in(facts.company.as_ref()?.span());
    let last = words.end.checked_sub(1).filter(|i| *i > words.start)?;
    let capital = doc.word_str(last).starts_with(char::is_uppercase);
    if !capital || doc.folded(last).len() < 4 || header::kind(doc, last..words.end) != Kind::Other {
        return None;
    }
    let hash = doc.words[last].hash;
    let in_it = |i: usize| {
        i > 0
            && doc.words[i].hash == hash
            && doc.gap(i - 1) == " "
            && (IN.at(doc, i - 1, i).is_some() || doc.folded(i - 1) == "von")
    };
    let at = (0..doc.words.len()).find(|i| in_it(*i))?;
    Some(at..at + 1)
}

/// "our ground in Elland", "here in Northfield", "makers of stairs in Hexham since 1988": a town no list
/// knows, where a sentence in English says that we are.
fn at_ours(doc: &Document<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    if doc.lang.is_some_and(|l| l.0 != "en") {
        return None;
    }
    let i = line.clone().skip(2).find(|i| {
        let i = *i;
        let named = matches!(doc.folded(i - 1), "in" | "at")
            && doc.gap(i - 1) == " "
            && doc.word_str(i).starts_with(char::is_uppercase)
            && MONTHS.at(doc, i, i + 1).is_none()
            && header::kind(doc, i..i + 1) == Kind::Other;
        let from = i.saturating_sub(5).max(line.start);
        let ours =
            (from..i - 1).any(|k| doc.folded(k) == "our" && (k..i - 1).all(|m| doc.gap(m) == " "));
        let since = i + 2 < line.end
            && doc.folded(i + 1) == "since"
            && doc.folded(i + 2).bytes().all(|b| b.is_ascii_digit());
        named && (doc.folded(i - 2) == "here" || ours || since)
    })?;
    let more = (i + 1..line.end.min(i + 3))
        .take_while(|k| doc.gap(k - 1) == " " && doc.word_str(*k).starts_with(char::is_uppercase));
    Some(i..i + 1 + more.count())
}
