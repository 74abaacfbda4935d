//! Names that occur again and again in what is said about the employer, with nothing else to show
//! whose they are: a weak hint, and the only one on some pages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Found, name, propose};
use crate::extract::document::Document;
use crate::extract::header::{self, Kind};
use crate::extract::label::Label;
use crate::extract::order;
use crate::extract::title::noun;

/// Names looked at.
const KEPT: usize = 1500;

/// The three names that occur most, from three times on; a possessive ("Acme's") counts twice.
#[must_use]
pub fn find(doc: &Document<'_>) -> Vec<Found> {
    let mut seen: BTreeMap<Vec<u64>, (i32, Range<usize>)> = BTreeMap::new();
    let mut looked = 0;
    for (_, line) in doc.worded() {
        let about = matches!(
            line.label,
            Label::About | Label::Legal | Label::Benefit | Label::Apply | Label::Meta | Label::Duty
        );
        if !about || looked > KEPT {
            continue;
        }
        let mut i = line.words.start;
        while i < line.words.end {
            let start = i;
            i += 1;
            let upper = doc.word_str(start).starts_with(char::is_uppercase);
            if !upper || name::is_common(doc, start) {
                continue;
            }
            let Some(found) = name::from(doc, start) else {
                continue;
            };
            looked += 1;
            i = found.end.max(i);
            // the first word of a line is in capitals anyway
            let opens = found.start == line.words.start
                || doc.gap(found.start - 1).contains(['.', ':', '!', '?', '•']);
            let owns = found.end < line.words.end
                && doc.folded(found.end) == "s"
                && matches!(doc.gap(found.end - 1), "'" | "’");
            let times = if owns {
                2
            } else {
                i32::from(!opens || found.len() > 1)
            };
            let entry = seen.entry(name::key(doc, &found)).or_insert((0, found));
            entry.0 += times;
        }
    }
    // "Acme Pay" speaks for "Acme" too; a key's extensions stand right behind it
    let (keys, mut names): (Vec<_>, Vec<_>) = seen.into_iter().unzip();
    for n in (1..names.len()).rev() {
        if keys[n].starts_with(&keys[n - 1]) && names[n - 1].1.len() > 1 {
            names[n - 1].0 += names[n].0;
        }
    }
    let mut names: Vec<_> = names
        .into_iter()
        .filter(|(times, found)| {
            *times >= 3
                && found.len() <= 5
                && header::kind(doc, found.clone()) == Kind::Other
                && noun::best(doc, found.clone()).is_none_or(|b| b.1 < noun::Strength::Strong)
        })
        .collect();
    order::sort_by_key(&mut names, |(times, found)| (-times, found.start));
    names
        .into_iter()
        .take(3)
        .enumerate()
        .map(|(n, (times, found))| {
            let weight = 30 + times.min(6) - 5 * n as i32;
            propose(doc, found, weight, "occurs often")
        })
        .collect()
}
