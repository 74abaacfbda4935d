//! Titles behind a label: "Job title: Night baker".

use std::ops::Range;

use super::noun::{self, Strength};
use super::{Found, propose, tail, words};
use crate::extract::company::name;
use crate::extract::document::Document;
use crate::extract::header::{self, Kind};
use crate::extract::labelled::labelled;
use crate::extract::lexicon::Lexicon;

static LABELS: Lexicon = Lexicon::of("title_labels");

/// Whether a title's label and a colon open the words.
#[must_use]
pub fn opens(doc: &Document<'_>, words: Range<usize>) -> bool {
    LABELS
        .at(doc, words.start, words.end)
        .is_some_and(|hit| hit.words.end < words.end && doc.gap(hit.words.end - 1).contains(':'))
}

/// Whether the first line with words, above line `n`, is an employer's name by its words or its capitals.
fn under_body(doc: &Document<'_>, n: usize) -> bool {
    let first = doc.lines[..n].iter().find(|l| !l.words.is_empty());
    first.is_some_and(|l| tail::is_house(doc, &l.words) || tail::in_capitals(doc, &l.words))
}

/// The candidates, in the order of the text.
#[must_use]
pub fn find(doc: &Document<'_>) -> Vec<Found> {
    let mut rank = 0;
    let mut seen = 0;
    let mut out = Vec::new();
    for found in labelled(doc, &LABELS) {
        if out.len() >= 12 {
            break;
        }
        rank += doc.lines[seen..found.line]
            .iter()
            .filter(|l| !l.is_blank())
            .count();
        seen = found.line;
        let mut value = found.value.clone();
        if value.is_empty() || value.len() > 20 {
            continue;
        }
        let best = noun::best(doc, value.clone()).map_or(Strength::None, |b| b.1);
        let sure = found.label.value == "title";
        let text = doc.str(doc.span_of(value.clone()));
        if header::kind(doc, value.clone()) != Kind::Other && !(sure && best == Strength::Strong) {
            continue;
        }
        // "Post: Grounds Operative" right below the name of a council
        let plain = best < Strength::Strong && !sure;
        let head = rank < 4 && !found.below && !found.noise && value.len() <= 8;
        let marked = doc.gap(found.label.words.end - 1).contains(':');
        let shaped = || name::is_written_so(doc, value.clone()) && under_body(doc, found.line);
        if plain && !(head && marked && shaped()) || found.below && best == Strength::None {
            continue;
        }
        let inline = sure && !found.below;
        if !inline && words::prose(doc, value.clone()) || text.contains(". ") {
            continue;
        }
        // "Job title: Baker - Acme | Board": the value ends at a bar
        if let Some(end) = value
            .clone()
            .skip(1)
            .find(|i| header::divides(doc.gap(i - 1)) == Some(header::Cut::Bar))
        {
            value.end = end;
        }
        let mut weight = if sure { 112 } else { 84 };
        weight -= if plain { 14 } else { 0 };
        weight -= (rank as i32 * 3).min(50);
        weight -= if found.noise { 20 } else { 0 };
        weight -= if found.below { 8 } else { 0 };
        out.push(propose(doc, value, weight, "labelled as title"));
    }
    out
}
