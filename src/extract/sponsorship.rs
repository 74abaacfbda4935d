//! Visa sponsorship, where the posting says it outright. The right to work alone says nothing of it, nor
//! does a question to the applicant.

use std::ops::Range;

use super::candidate::{Candidate, resolve};
use super::document::Document;
use super::facts::*;
use super::label::Label;
use super::lexicon::{Hit, Lexicon};
use super::span::Span;

static PHRASES: Lexicon = Lexicon::of("sponsorship");

/// A text that speaks of visas more often than this is about nothing else.
const MOST_HITS: usize = 200;

/// Whether the employer sponsors, where stated.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Option<Fact<bool>> {
    let mut out = Vec::new();
    let mut hits = 0;
    for (_, line) in doc.worded() {
        if line.label == Label::Noise || hits > MOST_HITS {
            continue;
        }
        for hit in PHRASES.find(doc, line.words.clone()).take(MOST_HITS) {
            hits += 1;
            out.extend(judge(doc, &line.words, &hit));
        }
    }
    resolve(&out)
}

fn judge(doc: &Document<'_>, line: &Range<usize>, hit: &Hit) -> Option<Candidate<bool>> {
    let sentence = sentence(doc, line, hit);
    let answer = answer(doc, hit, sentence.end);
    let (value, weight, reason, evidence) = match hit.value {
        "none" => return None,
        _ if answer.is_some() => {
            let (yes, at) = answer?;
            (yes, 95, "question answered", hit.span.to(at))
        }
        _ if is_question(doc, &sentence) => return None,
        "yes" | "no" => {
            let status = says_status(doc, &sentence);
            if status {
                return None;
            }
            let denied = hit.value == "yes" && denied(doc, &sentence, hit).is_some();
            (hit.value == "yes" && !denied, 80, "said outright", hit.span)
        }
        _ => {
            if !about_work(doc, &sentence, hit) {
                return None;
            }
            match (denied(doc, &sentence, hit), offered(doc, &sentence, hit)) {
                (Some(at), _) => (false, 75, "denied in a sentence", hit.span.to(at)),
                (None, Some(at)) => (true, 70, "offered in a sentence", hit.span.to(at)),
                _ => return None,
            }
        }
    };
    (evidence.len() <= 300).then_some(Candidate {
        value,
        evidence,
        weight,
        reason,
    })
}

/// The words of the hit's sentence, no more than thirty either side.
fn sentence(doc: &Document<'_>, line: &Range<usize>, hit: &Hit) -> Range<usize> {
    let ends = |i: usize| {
        let gap = doc.gap(i);
        gap.contains(['!', '?', ';', '•', '\n'])
            || (gap.starts_with('.') && gap.len() > 1 && doc.words[i].span.len() > 2)
    };
    let mut start = hit.words.start;
    while start > line.start && hit.words.start - start < 30 && !ends(start - 1) {
        start -= 1;
    }
    let mut end = hit.words.end;
    while end < line.end && end - hit.words.end < 30 && !ends(end - 1) {
        end += 1;
    }
    start..end
}

/// "Is sponsorship available? No": the answer behind the question mark or colon.
fn answer(doc: &Document<'_>, hit: &Hit, end: usize) -> Option<(bool, Span)> {
    let colon = hit.words.end < doc.words.len() && doc.gap(hit.words.end - 1).trim() == ":";
    let at = if colon { hit.words.end } else { end };
    let marked = at > 0
        && at < doc.words.len()
        && doc.gap(at - 1).contains(['?', ':'])
        && at - hit.words.end <= 8;
    if !marked {
        return None;
    }
    let yes = match doc.folded(at) {
        "yes" | "ja" | "oui" | "si" | "sim" | "available" | "offered" => true,
        "no" | "nein" | "non" | "nao" | "nee" | "nej" | "none" | "unavailable" => false,
        "not" => false,
        _ => return None,
    };
    Some((yes, doc.words[at].span))
}

fn is_question(doc: &Document<'_>, sentence: &Range<usize>) -> bool {
    let after = doc.words[sentence.end - 1].span.end;
    let asks = doc.text[after..]
        .trim_start_matches([')', ' '])
        .starts_with('?');
    asks || (matches!(
        doc.folded(sentence.start),
        "will" | "do" | "if" | "would" | "are"
    ) && sentence.len() > 1
        && matches!(doc.folded(sentence.start + 1), "you" | "your"))
}

/// The list of statuses of an export rule ("citizen, permanent resident, refugee"): no word on visas.
fn says_status(doc: &Document<'_>, sentence: &Range<usize>) -> bool {
    sentence
        .clone()
        .any(|i| matches!(doc.folded(i), "refugee" | "asylee" | "1324b" | "itar"))
}

fn about_work(doc: &Document<'_>, sentence: &Range<usize>, hit: &Hit) -> bool {
    let visa = |i: usize| {
        matches!(
            doc.folded(i),
            "visa"
                | "visas"
                | "h1b"
                | "immigration"
                | "visum"
                | "arbeitsvisum"
                | "visado"
                | "visados"
                | "visumsponsoring"
        )
    };
    // the company of that name stands with a capital and without the words around a visa
    let bare = hit.words.clone().all(visa);
    let words = sentence.clone().any(|i| {
        matches!(
            doc.folded(i),
            "sponsor"
                | "sponsorship"
                | "sponsorships"
                | "sponsoring"
                | "work"
                | "employment"
                | "authorization"
                | "authorisation"
                | "require"
                | "requires"
                | "requiring"
                | "immigration"
                | "petitions"
                | "h1b"
                | "candidates"
                | "applicants"
                | "position"
                | "role"
                | "job"
                | "relocation"
                | "vacancy"
                | "opportunity"
                | "eligible"
                | "arbeit"
                | "bewerber"
                | "unterstutzung"
                | "permit"
                | "status"
        )
    });
    let named = sentence.clone().any(visa);
    words && (named || !bare) && (named || !is_other_sponsor(doc, sentence))
}

fn is_other_sponsor(doc: &Document<'_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|i| {
        matches!(
            doc.folded(i),
            "clinical"
                | "trial"
                | "trials"
                | "event"
                | "events"
                | "brand"
                | "brands"
                | "athlete"
                | "donors"
                | "stakeholders"
                | "executive"
                | "charity"
                | "marketing"
                | "partnership"
                | "partnerships"
                | "sports"
                | "child"
                | "programs"
                | "projects"
                | "project"
                | "training"
        )
    })
}

/// Where the sentence denies, if it does.
fn denied(doc: &Document<'_>, sentence: &Range<usize>, hit: &Hit) -> Option<Span> {
    let near = hit.words.start.saturating_sub(14).max(sentence.start)
        ..(hit.words.end + 12).min(sentence.end);
    near.filter(|i| !hit.words.contains(i))
        .find(|i| {
            matches!(
                doc.folded(*i),
                "not"
                    | "no"
                    | "unable"
                    | "cannot"
                    | "without"
                    | "t"
                    | "nicht"
                    | "kein"
                    | "keine"
                    | "keinen"
                    | "pas"
                    | "geen"
                    | "inte"
                    | "ingen"
                    | "unavailable"
                    | "neither"
                    | "never"
                    | "nao"
                    | "sin"
                    | "non"
                    | "ineligible"
            ) && (doc.folded(*i) != "t" || doc.gap(i.saturating_sub(1)).contains(['\'', '’']))
        })
        .map(|i| doc.words[i].span)
}

/// Where the sentence offers, if it does.
fn offered(doc: &Document<'_>, sentence: &Range<usize>, hit: &Hit) -> Option<Span> {
    let near = hit.words.start.saturating_sub(8).max(sentence.start)
        ..(hit.words.end + 8).min(sentence.end);
    near.filter(|i| !hit.words.contains(i))
        .find(|i| {
            matches!(
                doc.folded(*i),
                "offer"
                    | "offers"
                    | "offering"
                    | "provide"
                    | "provides"
                    | "providing"
                    | "available"
                    | "support"
                    | "assist"
                    | "assistance"
                    | "cover"
                    | "will"
                    | "can"
                    | "eligible"
                    | "unterstutzen"
                    | "ubernehmen"
                    | "bieten"
                    | "welcome"
                    | "possible"
                    | "help"
                    | "ofrecemos"
                    | "oferecemos"
            )
        })
        .map(|i| doc.words[i].span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sponsorship() {
        let cases = [
            ("We do not sponsor visas.", Some(false)),
            (
                "You may work in the UK without sponsorship now or later.",
                Some(false),
            ),
            ("We cannot offer a work visa for this role.", Some(false)),
            (
                "Applicants who need a visa sponsorship will not be considered.",
                Some(false),
            ),
            (
                "This role isn't eligible for visa sponsorship.",
                Some(false),
            ),
            ("Is this role eligible for sponsorship? No", Some(false)),
            ("Visa sponsorship: Yes", Some(true)),
            (
                "We offer visa sponsorship and help with moving.",
                Some(true),
            ),
            ("- Visa sponsorship available", Some(true)),
            ("US citizens only.", Some(false)),
            ("You must have the right to work in the UK.", None),
            ("Will you need visa sponsorship now or in the future?", None),
            (
                "The applicant must be a citizen, permanent resident, refugee or asylee.",
                None,
            ),
            ("You manage sponsors of our clinical trials.", None),
            ("At Visa, we pay with cards.", None),
            ("Du kan visa dina projekt.", None),
        ];
        for (text, expect) in cases {
            let doc = Document::new(text);
            let got = read(&doc, &Facts::default()).map(|f| f.value);
            assert_eq!(got, expect, "{text}");
        }
    }
}
