//! A cell of a header line less what stands around the name in it: a place, stars, "Posted by". Never says
//! whether what is left is a name.

use std::ops::Range;

use super::name;
use crate::extract::document::Document;
use crate::extract::header::{self, Kind};
use crate::extract::place::gazetteer;
use crate::extract::title::tail;

/// "Acme in Lyon", "Acme, Lyon": the words before the place.
pub(super) fn less_place(doc: &Document<'_>, words: Range<usize>) -> Range<usize> {
    let cut = words.clone().skip(1).find(|i| {
        let small = matches!(doc.folded(*i), "in" | "a" | "en" | "em");
        let comma = doc.gap(*i - 1).contains(',');
        let rest = if small { i + 1 } else { *i };
        (small || comma) && rest < words.end && header::kind(doc, rest..words.end) == Kind::Place
    });
    words.start..cut.unwrap_or(words.end)
}

/// "Acme GmbH, Oberdorf im Tal", "Hof Holm, Kiel und Umgebung", "Holms kommun, Vård": the words before the
/// comma, behind which a place stands or a part of the house.
pub(super) fn less_town(doc: &Document<'_>, words: Range<usize>) -> Range<usize> {
    let comma = (words.start..words.end - 1).find(|i| {
        let gap = doc.gap(*i).trim_start_matches('.');
        let rest = i + 1..words.end;
        let formed = name::is_legal_form(doc, *i) && !name::is_legal_form(doc, i + 1);
        let body = *i > words.start && matches!(doc.folded(*i), "kommun" | "council");
        let house = || {
            tail::is_house(doc, &(words.start..i + 1))
                && gazetteer::at(doc, rest.clone(), false).is_some()
        };
        gap == ", " && (formed || body || house())
    });
    words.start..comma.map_or(words.end, |i| i + 1)
}

/// "Acme ★★★★☆ 4.3 (61 reviews)", "Acme 4.1 out of 5 stars": the words before the stars and figures.
pub(super) fn less_rating(doc: &Document<'_>, words: Range<usize>) -> Range<usize> {
    let star = |i: usize| doc.gap(i).contains(['★', '☆', '⭐', '✩', '⯪']);
    let figure = |i: usize| doc.folded(i).bytes().all(|b| b.is_ascii_digit());
    let cut = words.clone().skip(1).find(|i| {
        let i = *i;
        let decimal = i + 1 < words.end
            && figure(i)
            && figure(i + 1)
            && doc.word_str(i).len() == 1
            && matches!(doc.gap(i), "." | ",");
        let told = || {
            star(i + 1)
                || (i + 2..words.end.min(i + 8)).any(|k| {
                    matches!(
                        doc.folded(k),
                        "reviews"
                            | "review"
                            | "ratings"
                            | "stars"
                            | "sterne"
                            | "bewertungen"
                            | "avis"
                            | "etoiles"
                            | "resenas"
                            | "valoraciones"
                            | "estrellas"
                            | "avaliacoes"
                            | "recensioni"
                            | "stelle"
                            | "beoordelingen"
                            | "sterren"
                            | "omdomen"
                    )
                })
        };
        star(i - 1) || decimal && told()
    });
    words.start..cut.unwrap_or(words.end)
}

/// "Posted by Acme", "Posted 3 May by Acme": the words behind "by".
pub(super) fn behind_posted(doc: &Document<'_>, words: Range<usize>) -> Range<usize> {
    let posted = matches!(
        doc.folded(words.start),
        "posted" | "published" | "advertised" | "publie" | "publicado" | "publicada"
    );
    // "11 January by Acme"
    let dated = || {
        doc.word_str(words.start)
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let by = words
        .clone()
        .skip(1)
        .take(5)
        .find(|i| matches!(doc.folded(*i), "by" | "par" | "por"));
    match by {
        Some(i) if (posted || dated()) && i + 1 < words.end => {
            // "by Employer details Acme", a heading read out
            let heading = header::chrome_at(doc, i + 1, words.end).filter(|h| h.end < words.end);
            heading.map_or(i + 1, |h| h.end)..words.end
        }
        _ => words,
    }
}
