//! How a degree is asked for: required, preferred, waived, or not asked at all. Never its level.

use std::ops::Range;

use super::super::context;
use super::super::document::Document;
use super::super::facts::Education;
use super::super::label::Label;
use super::super::lexicon::Hit;
use super::DEGREES;
use super::degree::{fits, level as level_of};
use crate::extract::word::lower;

/// The words that say the degree is not asked for: "no high school diploma needed".
pub(super) fn waived(doc: &Document<'_>, hit: &Hit) -> Option<Range<usize>> {
    let first = hit.words.start.checked_sub(1)?;
    let no = matches!(
        doc.folded(first),
        "no" | "kein"
            | "keine"
            | "keinen"
            | "aucun"
            | "ningun"
            | "nenhum"
            | "nessun"
            | "geen"
            | "ingen"
            | "inget"
    );
    if !no || doc.gap(first) != " " {
        return None;
    }
    let end = doc.words.len().min(hit.words.end + 3);
    let asked = (hit.words.end..end).find(|i| {
        matches!(
            doc.folded(*i),
            "needed"
                | "required"
                | "necessary"
                | "erforderlich"
                | "notwendig"
                | "notig"
                | "exige"
                | "requis"
                | "necesario"
                | "requerido"
                | "exigido"
                | "necessario"
                | "richiesto"
                | "nodig"
                | "vereist"
                | "kravs"
        )
    })?;
    let parted = (hit.words.end - 1..asked).any(|i| doc.gap(i).contains(['.', ';', ',', '\n']));
    (!parted).then_some(first..asked + 1)
}

/// How sure it is that the degree is required of the candidate.
pub(super) fn weigh(doc: &Document<'_>, i: usize, hit: &Hit, level: Education) -> Option<i32> {
    let line = &doc.lines[i];
    let sentence = context::sentence(doc, hit.words.start);
    if !fits(doc, hit) {
        return None;
    }
    // "Bachelor required, Master preferred": the preference belongs to the degree nearest before it
    let lead = context::before(&sentence, hit.words.start, 8);
    let follow = context::after(&sentence, hit.words.end, 16);
    let mut from_last = lead.clone();
    for other in DEGREES.find(doc, lead) {
        if level_of(other.value).is_some() {
            from_last.start = other.words.end;
        }
        if other.value == "enrolled" {
            return None;
        }
    }
    let opening_nice = DEGREES.find(doc, from_last).any(|h| {
        h.value == "nice" && !closes(doc, h.words.end, hit.words.start) && !in_bracket(doc, &h)
    });
    if opening_nice {
        return None;
    }
    for other in DEGREES.find(doc, follow) {
        match other.value {
            "nice" if weak_nice(doc, &other) => {}
            "nice" => {
                let between = &doc.text[hit.span.end..other.span.start];
                if !between.contains([';']) {
                    return None;
                }
            }
            "enrolled" | "none" => return None,
            _ if level_of(other.value).is_some() && own_clause(doc, hit, &other) => break,
            _ => {}
        }
    }
    let labelled = context::label_above(doc, i).is_some_and(|l| speaks_of_education(doc, l));
    let inline = line
        .words
        .clone()
        .take(4)
        .any(|w| is_education(doc.folded(w)));
    let asked = asks(doc, &sentence);
    let generic = doc.str(hit.span).eq_ignore_ascii_case("degree");
    let opens = hit.words.start <= line.words.start + 2;
    let weight = match line.label {
        Label::Must | Label::Nice => 80,
        Label::Meta if labelled || inline => 85,
        Label::Meta | Label::Title => 40,
        Label::About | Label::Duty | Label::Apply | Label::Heading
            if asked || inline || labelled =>
        {
            60
        }
        Label::Legal | Label::Benefit if asked && !generic => 45,
        _ => return None,
    };
    // school and training words stand in prose of many kinds
    let soft = matches!(
        level,
        Education::Vocational | Education::HighSchool | Education::NoneRequired
    );
    if soft && !matches!(line.label, Label::Must | Label::Nice | Label::Meta) && !asked && !opens {
        return None;
    }
    if line.label == Label::Title || (line.label == Label::Meta && !labelled && !inline) {
        return (!soft && !generic).then_some(30).filter(|_| asked);
    }
    Some(weight)
}

/// "plus" and "bonus" are preferences only behind "a" and the like.
fn weak_nice(doc: &Document<'_>, hit: &Hit) -> bool {
    let word = lower(doc.str(hit.span));
    match word.as_str() {
        "plus" => {
            let before = hit.words.start.checked_sub(1).map(|k| doc.folded(k));
            !matches!(
                before,
                Some("a" | "un" | "ein" | "big" | "great" | "strong")
            )
        }
        "bonus" => true,
        // the field is preferred, not the degree
        "preferably" | "idealerweise" | "idéalement" | "preferiblemente" | "preferibilmente"
        | "ideally" => true,
        _ => false,
    }
}

/// "CPA (preferred)": what a bracket holds is said of the word before it.
fn in_bracket(doc: &Document<'_>, hit: &Hit) -> bool {
    hit.words.start > 0
        && doc.gap(hit.words.start - 1).ends_with('(')
        && doc.text[hit.span.end..].starts_with(')')
}

/// Whether a clause ends between the words, so that what stands before no longer counts.
fn closes(doc: &Document<'_>, from: usize, to: usize) -> bool {
    from > 0
        && to > from
        && doc.text[doc.words[from - 1].span.end..doc.words[to].span.start].contains([';', ':'])
}

/// Whether the next degree opens a clause of its own, so that what stands behind it is its own.
fn own_clause(doc: &Document<'_>, hit: &Hit, next: &Hit) -> bool {
    let gap = &doc.text[hit.span.end..next.span.start.max(hit.span.end)];
    let joined = hit.words.end + 2 >= next.words.start;
    !joined || gap.contains([',', ';', '(']) && !gap.contains(" or ")
}

fn speaks_of_education(doc: &Document<'_>, line: usize) -> bool {
    doc.lines[line]
        .words
        .clone()
        .any(|w| is_education(doc.folded(w)))
}

fn is_education(folded: &str) -> bool {
    matches!(
        folded,
        "education"
            | "educational"
            | "degree"
            | "qualification"
            | "qualifications"
            | "academic"
            | "bildung"
            | "abschluss"
            | "ausbildung"
            | "formation"
            | "diplome"
            | "etudes"
            | "niveau"
            | "formacion"
            | "estudios"
            | "titulacion"
            | "escolaridad"
            | "formacao"
            | "escolaridade"
            | "istruzione"
            | "titolo"
            | "opleiding"
            | "opleidingsniveau"
            | "utbildning"
            | "bildungsabschluss"
    )
}

/// Whether the sentence asks something of the reader.
fn asks(doc: &Document<'_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|i| {
        matches!(
            doc.folded(i),
            "required"
                | "require"
                | "requires"
                | "requirement"
                | "must"
                | "minimum"
                | "qualification"
                | "qualifications"
                | "qualified"
                | "hold"
                | "holds"
                | "possess"
                | "possesses"
                | "you"
                | "your"
                | "candidate"
                | "candidates"
                | "have"
                | "has"
                | "seeking"
                | "needed"
                | "should"
                | "applicants"
                | "equivalent"
                | "related"
                | "accredited"
                | "hast"
                | "haben"
                | "verfugst"
                | "verfugen"
                | "bringst"
                | "bringen"
                | "abgeschlossen"
                | "abgeschlossenes"
                | "abgeschlossene"
                | "erforderlich"
                | "vous"
                | "titulaire"
                | "diplome"
                | "issu"
                | "issue"
                | "requis"
                | "requiere"
                | "requerido"
                | "tienes"
                | "tener"
                | "formado"
                | "exigido"
                | "possuir"
                | "requisitos"
                | "richiesta"
                | "richiesto"
                | "possesso"
                | "hebt"
                | "afgerond"
                | "afgeronde"
                | "vereist"
                | "har"
                | "krav"
                | "kravs"
        )
    })
}
