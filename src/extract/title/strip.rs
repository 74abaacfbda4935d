//! A header line less what stands around its title: "Job application for" before it, "wanted", "job post"
//! and terms of work behind it. Never says whether what is left is a title.

use std::ops::Range;

use super::noun;
use crate::extract::document::Document;
use crate::extract::header;

/// `words` less "Job application for" before and "job post" behind.
pub(super) fn strip(doc: &Document<'_>, mut words: Range<usize>) -> Range<usize> {
    for _ in 0..3 {
        let Some(hit) = header::chrome_at(doc, words.start, words.end) else {
            break;
        };
        if hit.end >= words.end {
            break;
        }
        let gap = doc.gap(hit.end - 1);
        let small = matches!(
            doc.folded(hit.end),
            "for" | "als" | "as" | "de" | "d" | "som" | "di"
        ) && hit.end + 1 < words.end;
        if !(gap.contains([':', '-', '–']) || small || hit.len() > 1) {
            break;
        }
        let start = if small { hit.end + 1 } else { hit.end };
        if noun::best(doc, start..words.end).is_none() {
            break;
        }
        words.start = start;
    }
    // "Se busca cocinero"
    if words.len() > 2
        && doc.folded(words.start) == "se"
        && matches!(
            doc.folded(words.start + 1),
            "busca" | "necesita" | "precisa" | "solicita"
        )
    {
        words.start += 2;
    }
    // "Koch gesucht (Geselle, m/w/d)": what stands in the bracket is said of who is wanted
    let bracket = words.clone().skip(1).find(|i| doc.gap(i - 1) == " (");
    let said = words.start..bracket.unwrap_or(words.end);
    // "Groom wanted", "Koch gesucht"
    let short =
        (2..9).contains(&said.len()) && !doc.str(doc.span_of(said.clone())).contains([',', '(']);
    if short
        && matches!(
            doc.folded(said.end - 1),
            "wanted"
                | "needed"
                | "required"
                | "gesucht"
                | "gezocht"
                | "cercasi"
                | "sokes"
                | "recherche"
                | "recherchee"
        )
    {
        words.end = said.end - 1;
    }
    words.end = less_terms(doc, words.clone());
    let cut = (words.start + 1..words.end).find(|i| {
        header::chrome_at(doc, *i, words.end).is_some_and(|hit| {
            let post = matches!(
                doc.folded(hit.start),
                "job"
                    | "jobs"
                    | "vacancy"
                    | "stellenangebot"
                    | "stellenanzeige"
                    | "vacature"
                    | "vacatures"
                    | "careers"
                    | "jobb"
            );
            let ends = hit.end == words.end
                || matches!(doc.folded(hit.end), "in" | "at" | "near" | "bei" | "image");
            let noun = noun::best(doc, words.start..*i).is_some();
            // "Nurse Job Coach" is one title
            post && ends && noun
        })
    });
    words.end = cut.unwrap_or(words.end);
    words
}

/// The end of a title less what only says how much or from when, and what stands behind "wanted": "80–100 %",
/// "ab 1. August", "gesucht für die Ernte".
fn less_terms(doc: &Document<'_>, words: Range<usize>) -> usize {
    let figure = |i: usize| doc.folded(i).bytes().all(|b| b.is_ascii_digit());
    let behind = &doc.text[doc.words[words.end - 1].span.end..];
    let percent = behind.trim_start().starts_with('%');
    let cut = (words.start + 1..words.end).find(|i| {
        let i = *i;
        let rest = i + 1..words.end;
        let from = doc.folded(i) == "ab" && !rest.is_empty() && figure(i + 1);
        let share = percent && (i..words.end).all(figure);
        let called = i - words.start <= 9
            && matches!(doc.folded(i), "wanted" | "needed" | "gesucht" | "gezocht")
            && (rest.is_empty() || noun::best(doc, words.start..i).is_some());
        // "Groundworkers x4"
        let times = i + 1 == words.end
            && doc.folded(i).len() <= 3
            && doc
                .folded(i)
                .strip_prefix('x')
                .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        from || share || called || times
    });
    cut.unwrap_or(words.end)
}
