//! Whether a language that is named is asked of the person. Never one that is only the market's, the
//! team's, a course's or the application's.

use std::ops::Range;

use super::super::document::Document;
use super::super::label::Label;
use super::super::lexicon::{Hit, Lexicon};
use super::GLUED;

pub(super) static CUES: Lexicon = Lexicon::of("language_cues");

/// Whether words about the name show that the language is asked for.
pub(super) fn is_asked(doc: &Document<'_>, line: &Range<usize>, hit: &Hit, label: Label) -> bool {
    let glued = hit.words.len() == 1
        && GLUED[..4]
            .iter()
            .any(|g| doc.folded(hit.words.start).ends_with(g));
    if glued {
        return true;
    }
    if label == Label::Legal {
        return false;
    }
    let does = |value: &str, what: &str| value.split(", ").any(|v| v == what);
    // "Good spoken English", "niveau d'anglais", "nivel alto de inglés"
    let from = hit.words.start.saturating_sub(7).max(line.start);
    let mut i = hit.words.start;
    while i > from {
        i -= 1;
        let gap = doc.gap(i);
        let ends = gap.contains([';', '•', '!', '?', '\n'])
            || (gap.starts_with('.') && gap.len() > 1)
            || gap.contains(',') && hit.words.start - i > 4;
        if ends {
            break;
        }
        if let Some(cue) = CUES.at(doc, i, hit.words.start) {
            let near = hit.words.start == cue.words.end;
            if does(cue.value, "before") || (does(cue.value, "next") && near) {
                return true;
            }
        }
    }
    // "English (C1)", "Deutsch in Wort und Schrift"
    let to = (hit.words.end + 5).min(line.end);
    for i in hit.words.end..to {
        let gap = doc.gap(i - 1);
        if gap.contains([';', '•', '!', '?', '\n']) || (gap.starts_with('.') && gap.len() > 1) {
            break;
        }
        if let Some(cue) = CUES.at(doc, i, line.end) {
            let near = i == hit.words.end;
            if (does(cue.value, "after") && (near || i < hit.words.end + 4))
                || (does(cue.value, "next") && near)
            {
                return true;
            }
        }
    }
    // a requirement that is the language's name and no more
    matches!(label, Label::Must | Label::Nice | Label::Meta) && line.len() <= hit.words.len() + 1
}

/// Whether the name stands for something else than a language asked of the person.
pub(super) fn elsewhere(
    doc: &Document<'_>,
    line: &Range<usize>,
    hit: &Hit,
    in_title: bool,
) -> bool {
    let next = hit.words.end;
    if next < line.end {
        if speaking(doc, next) && !in_title {
            let person = (next + 1..(next + 3).min(line.end)).any(|i| {
                matches!(
                    doc.folded(i),
                    "candidate"
                        | "candidates"
                        | "person"
                        | "applicants"
                        | "agent"
                        | "agents"
                        | "specialist"
                        | "consultant"
                        | "representative"
                        | "skills"
                )
            });
            let team = next + 1 < line.end && !person;
            if team {
                return true;
            }
        }
        let thing = matches!(
            doc.folded(next),
            "market"
                | "markets"
                | "company"
                | "companies"
                | "team"
                | "teams"
                | "customers"
                | "clients"
                | "law"
                | "literature"
                | "teacher"
                | "teachers"
                | "class"
                | "classes"
                | "course"
                | "courses"
                | "lessons"
                | "learning"
                | "learner"
                | "learners"
                | "department"
                | "tax"
                | "government"
                | "citizen"
                | "citizenship"
                | "nationals"
                | "speaking"
                | "version"
                | "translation"
                | "culture"
                | "tech"
                | "gaap"
                | "office"
                | "arts"
                | "startup"
                | "subsidiary"
                | "medborgarskap"
                | "kurse"
                | "kurs"
                | "unterricht"
                | "train"
                | "economy"
        );
        if thing && !(doc.folded(next) == "speaking" && (in_title || next + 1 >= line.end)) {
            return true;
        }
    }
    let around =
        hit.words.start.saturating_sub(8).max(line.start)..(hit.words.end + 4).min(line.end);
    around.into_iter().any(|i| {
        matches!(
            doc.folded(i),
            "cv" | "resume"
                | "curriculum"
                | "lebenslauf"
                | "bewerbung"
                | "bewerbungsunterlagen"
                | "candidature"
                | "candidatura"
                | "ansokan"
                | "sollicitatie"
                | "courses"
                | "lessons"
                | "classes"
                | "cours"
                | "cursos"
                | "clases"
                | "corsi"
                | "sprachkurse"
                | "sprachkurs"
                | "deutschkurs"
                | "deutschkurse"
                | "taallessen"
                | "sprakkurser"
                | "dictionary"
                | "translate"
                | "translating"
                | "translation"
                | "translations"
                | "ubersetzung"
                | "proofread"
                | "subtitles"
        )
    })
}

pub(super) fn speaking(doc: &Document<'_>, i: usize) -> bool {
    i < doc.words.len()
        && matches!(
            doc.folded(i),
            "speaking"
                | "speaker"
                | "sprachig"
                | "sprachiger"
                | "sprachige"
                | "parlant"
                | "parlante"
                | "sprekend"
                | "sprekende"
                | "talande"
                | "fluent"
        )
}
