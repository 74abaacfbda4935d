//! Places that a sentence gives the job: "based in X", "am Standort X", "remote within X". Never where
//! the company, its team or its customers are.

use std::ops::Range;

use super::parse::places;
use super::{Found, push};
use crate::extract::document::Document;
use crate::extract::label::Label;
use crate::extract::lexicon::Lexicon;

/// With more finds than this the text is no posting; reading on takes time only.
const MOST: usize = 300;

static CUES: Lexicon = Lexicon::of("place_cues");

/// Sentences that say where: "based in X", "am Standort X", "remote within X".
pub(super) fn from_sentences(doc: &Document<'_>, out: &mut Vec<Found>) {
    for (_, line) in doc.worded() {
        if matches!(line.label, Label::Noise | Label::Legal) {
            continue;
        }
        of_offices(doc, line.words.clone(), out);
        for cue in CUES.find(doc, line.words.clone()) {
            if out.len() > MOST {
                return;
            }
            let weight = match cue.value {
                "job" => 50,
                "mode" => 54,
                _ => {
                    if about_the_job(doc, line.words.start, cue.words.start) {
                        46
                    } else {
                        continue;
                    }
                }
            };
            let mut at = cue.words.end;
            // "in the heart of", "the greater"
            while at < line.words.end
                && at < cue.words.end + 4
                && !doc.word_str(at).starts_with(char::is_uppercase)
            {
                at += 1;
            }
            if at >= line.words.end || doc.gap(at - 1).contains(['.', ';', ':']) {
                continue;
            }
            if let Some(run) = run_at(doc, at, line.words.end) {
                let end = run.end;
                push(out, &places(doc, run, false), weight, "in a sentence");
                // "in Lyon is 30-34 k€ and in Paris/Lille 33-38 k€"
                let more = (end..line.words.end.min(end + 24))
                    .find(|i| doc.folded(*i) == "in" && matches!(doc.folded(*i - 1), "and" | "or"));
                if let Some(run) = more.and_then(|i| run_at(doc, i + 1, line.words.end)) {
                    push(out, &places(doc, run, false), weight, "in a sentence");
                }
            }
        }
    }
}

/// "our Leeds office", "unser Büro": the office a sentence about the job calls ours.
fn of_offices(doc: &Document<'_>, line: Range<usize>, out: &mut Vec<Found>) {
    for i in line.clone() {
        let ours = matches!(
            doc.folded(i),
            "our"
                | "unserem"
                | "unserer"
                | "unser"
                | "notre"
                | "nuestra"
                | "nossa"
                | "ons"
                | "vart"
        );
        if !ours || i + 2 >= line.end || out.len() > MOST {
            continue;
        }
        let Some(run) = run_at(doc, i + 1, line.end.min(i + 7)) else {
            continue;
        };
        let office = run.end < line.end
            && doc.gap(run.end - 1).len() <= 1
            && matches!(
                doc.folded(run.end),
                "office"
                    | "headquarters"
                    | "hq"
                    | "site"
                    | "plant"
                    | "store"
                    | "shop"
                    | "branch"
                    | "clinic"
                    | "hospital"
                    | "campus"
                    | "warehouse"
                    | "depot"
                    | "location"
                    | "facility"
                    | "lab"
                    | "studio"
                    | "hub"
                    | "factory"
                    | "school"
                    | "restaurant"
                    | "kitchen"
                    | "practice"
            );
        if office && about_the_job(doc, line.start, i) {
            push(
                out,
                &places(doc, run, false),
                46,
                "our office in a sentence",
            );
        }
    }
}

/// Whether the words before `cue` in its sentence speak of the job or the person, not the company.
fn about_the_job(doc: &Document<'_>, line: usize, cue: usize) -> bool {
    let from = cue.saturating_sub(12).max(line);
    for i in (from..cue).rev() {
        let gap = doc.gap(i);
        if gap.starts_with(['.', '!', '?']) && gap.len() > 1 && doc.words[i].span.len() > 3 {
            return false;
        }
        match doc.folded(i) {
            "company" | "companies" | "startup" | "firm" | "agency" | "we" | "team" | "members"
            | "clients" | "customers" | "headquartered" | "founded" | "investors"
            | "unternehmen" | "firma" | "entreprise" | "societe" | "empresa" | "azienda"
            | "bedrijf" | "foretag" | "engineers" | "employees" | "developers" | "people"
            | "professionals" | "organization" | "organisation" | "provider" => {
                return false;
            }
            "role" | "position" | "job" | "you" | "candidate" | "candidates" | "opportunity"
            | "internship" | "vacancy" | "stelle" | "du" | "sie" | "poste" | "vous" | "puesto"
            | "vacante" | "plaza" | "vaga" | "posizione" | "ruolo" | "functie" | "je"
            | "tjansten" | "rollen" | "applicants" | "must" | "be" | "is" | "opening" | "post"
            | "work" => return true,
            _ => {}
        }
    }
    false
}

/// The first run of words within `words` that reads as places.
pub(super) fn run(doc: &Document<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let mut i = words.start;
    while i < words.end {
        if let Some(run) = run_at(doc, i, words.end) {
            return Some(run);
        }
        i += 1;
    }
    None
}

/// The longest run of words from word `i` that reads as places, all of them known or before a known
/// one.
pub(super) fn run_at(doc: &Document<'_>, i: usize, end: usize) -> Option<Range<usize>> {
    if !doc.word_str(i).starts_with(char::is_uppercase) {
        return None;
    }
    let mut last = i + 1;
    while last < end && last - i < 14 {
        let gap = doc.gap(last - 1);
        let stop = gap.contains(['\n', ':', '(', ')', '|', '!', '?', '·', '•', '"'])
            || (gap.starts_with(". ") && doc.words[last - 1].span.len() > 3);
        if stop || gap.contains(" - ") || gap.contains(" – ") {
            break;
        }
        last += 1;
    }
    while last > i {
        let word = doc.word_str(last - 1);
        let fits = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if fits && !places(doc, i..last, false).is_empty() {
            return Some(i..last);
        }
        last -= 1;
    }
    None
}
