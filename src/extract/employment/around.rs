//! What the words around a kind of employment make of it: said of the job, denied, or only what the job
//! may become. Never the kind itself.

use super::super::context;
use super::super::document::Document;
use super::super::facts::Employment;
use super::super::label::Label;
use super::super::lexicon::Hit;
use super::{WORDS, kind, short_code};
use crate::extract::word::among;

/// Whether what follows shows that it speaks of something else, or a "no" stands before it.
pub(super) fn denied(doc: &Document<'_>, hit: &Hit) -> bool {
    let end = (hit.words.end + 3).min(doc.words.len());
    let mut i = hit.words.end;
    while i < end {
        let gap = doc.gap(i - 1);
        if gap.contains(['.', '|', '\n', ':', ';', '•', '·', '!']) {
            break;
        }
        if WORDS.deny.at(doc, i, end).is_some() {
            return true;
        }
        i += 1;
    }
    // "some of you are on permanent contracts"
    let start = hit.words.start;
    if start > 1 && doc.folded(start - 1) == "on" && doc.folded(start - 2) == "are" {
        return true;
    }
    let mut before = start.saturating_sub(2)..start;
    before.any(|i| {
        matches!(
            doc.folded(i),
            "no" | "not"
                | "kein"
                | "keine"
                | "pas"
                | "non"
                | "without"
                | "prior"
                | "previous"
                | "years"
                | "your"
        ) && !doc.gap(i).contains(['.', '|', '\n', ':', ';'])
    })
}

/// Whether it is what the job may become: "with the possibility of a permanent contract".
pub(super) fn later(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
    let line = doc.lines[n].words.start;
    let end = hit.words.start;
    (end.saturating_sub(5).max(line)..end).any(|i| {
        WORDS.later.at(doc, i, end).is_some_and(|cue| {
            let near = end - cue.words.end <= 2;
            let joined = (cue.words.end - 1..end).all(|k| doc.gap(k).trim().is_empty());
            near && joined
        })
    })
}

/// Kinds that a benefit speaks of without meaning the job: days for volunteering, places for interns.
pub(super) fn is_aside(hit: &Hit) -> bool {
    !hit.value.ends_with('!')
        && matches!(
            kind(hit.value),
            Some(Employment::Volunteer | Employment::Internship | Employment::Apprenticeship)
        )
}

/// "Full-time (W2)", "permanent full-time contract": paid by the employer itself, for no set time.
pub(super) fn paid_direct(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
    let line = doc.lines[n].words.clone();
    let word = doc.folded(hit.words.start);
    if hit.words.len() > 1 || kind(hit.value) != Some(Employment::Contract) {
        return false;
    }
    let lasting = |i: usize| {
        matches!(
            doc.folded(i),
            "full" | "permanent" | "direct" | "time" | "remote" | "employment" | "unlimited"
        )
    };
    match word {
        "w2" => line.into_iter().take(60).any(lasting),
        "contract" => {
            hit.words.start > line.start
                && lasting(hit.words.start - 1)
                && doc.gap(hit.words.start - 1).trim().is_empty()
        }
        _ => false,
    }
}

/// Whether it is a measure of the week.
fn of_hours(hit: &Hit) -> bool {
    matches!(
        kind(hit.value),
        Some(Employment::FullTime | Employment::PartTime)
    )
}

/// Whether it is that, or says how long the work lasts.
fn of_work(hit: &Hit) -> bool {
    of_hours(hit)
        || matches!(
            kind(hit.value),
            Some(Employment::Permanent | Employment::Temporary)
        )
}

/// One past the hit and the measure of the week behind it, if there is one: "permanent, full-time post".
fn hours_end(doc: &Document<'_>, hit: &Hit, end: usize) -> usize {
    let plain = doc
        .gap(hit.words.end - 1)
        .trim_matches([' ', ',', '/', '&', '-']);
    if hit.words.end >= end || !plain.is_empty() || of_hours(hit) {
        return hit.words.end;
    }
    let next = WORDS.kinds.at(doc, hit.words.end, end).filter(of_hours);
    next.map_or(hit.words.end, |next| next.words.end)
}

/// "37 hours a week, permanent": a kind between commas, where the sentence says how many
/// hours, or another kind outright.
pub(super) fn beside_hours(doc: &Document<'_>, n: usize, hit: &Hit, taken: usize) -> bool {
    const HOURS: &str = "hours hrs stunden std wochenstunden heures horas ore uur uren timmar";
    if !of_work(hit)
        || short_code(doc, hit)
        || matches!(doc.lines[n].label, Label::Duty | Label::Must | Label::Nice)
    {
        return false;
    }
    let sentence = context::around(doc, hit.words.start, 20, 20);
    let parted = |i: usize| doc.gap(i).contains([',', '(', ')']);
    let start = hit.words.start;
    let end = hours_end(doc, hit, sentence.end);
    (start == sentence.start || parted(start - 1) || taken == start)
        && (end == sentence.end || parted(end - 1) || among("after nach", doc.folded(end)))
        && ((sentence.start + 1..sentence.end).any(|i| {
            among(HOURS, doc.folded(i))
                && doc
                    .word_str(i - 1)
                    .starts_with(|c: char| c.is_ascii_digit())
        }) || WORDS
            .kinds
            .find(doc, sentence)
            .any(|k| k.value.ends_with('!') && of_work(&k) && k.words != hit.words))
}

/// Words that join two kinds.
pub(super) const JOINS: &str = "and or und oder et ou y o e en of och eller bzw";

/// "in full time or part time": a measure of the week joined to one that is taken, whose last word is
/// before `taken`.
pub(super) fn joined(doc: &Document<'_>, hit: &Hit, taken: usize) -> bool {
    of_hours(hit)
        && !short_code(doc, hit)
        && taken > 0
        && hit.words.start == taken + 1
        && doc.gap(taken - 1) == " "
        && doc.gap(taken) == " "
        && among(JOINS, doc.folded(taken))
}

/// "Full time or part time, whichever suits you": kinds that open a sentence, before a comma. Not of the staff or the interns the
/// sentence speaks of.
pub(super) fn leads(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
    let label = doc.lines[n].label;
    if !of_work(hit)
        || short_code(doc, hit)
        || matches!(label, Label::Duty | Label::Must | Label::Nice)
    {
        return false;
    }
    let sentence = context::around(doc, hit.words.start, 6, 20);
    let mut i = sentence.start;
    // words of someone else, told
    if i > 0 && doc.gap(i - 1).contains(['"', '“', '„', '«', '»']) {
        return false;
    }
    while i < sentence.end {
        match WORDS.kinds.at(doc, i, sentence.end).filter(of_work) {
            Some(kinds) => i = kinds.words.end,
            None if among(JOINS, doc.folded(i)) => i += 1,
            None => return false,
        }
        if doc.gap(i - 1).contains(',') {
            let intern = |k: &Hit| kind(k.value) == Some(Employment::Internship);
            return i >= hit.words.end
                && !context::any(&WORDS.deny, doc, sentence.clone())
                && !WORDS.kinds.find(doc, sentence).any(|k| intern(&k));
        }
    }
    false
}

/// Whether the hit starts on one line and ends on the next, a new one: "37 per week", below it
/// "Contract type".
pub(super) fn torn(doc: &Document<'_>, hit: &Hit) -> bool {
    (hit.words.start..hit.words.end - 1).any(|i| {
        doc.gap(i).contains('\n') && !doc.lines[doc.line_at(doc.words[i + 1].span.start)].continues
    })
}

/// Whether words around say that it speaks of the job.
pub(super) fn cued(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
    let label = doc.lines[n].label;
    if short_code(doc, hit)
        // what is done "temporär" is seldom the job
        || doc.folded(hit.words.start) == "temporar"
        || matches!(label, Label::Must | Label::Nice)
        || label == Label::Duty && is_aside(hit)
    {
        return false;
    }
    let line = doc.lines[n].words.clone();
    let sensitive = matches!(
        kind(hit.value),
        Some(
            Employment::Internship
                | Employment::Apprenticeship
                | Employment::Volunteer
                | Employment::Contract
                | Employment::Permanent
                | Employment::Freelance
        )
    );
    let (back, ahead) = if sensitive { (3, 2) } else { (5, 4) };
    let end = (hours_end(doc, hit, line.end) + ahead).min(line.end);
    let near = hit.words.start.saturating_sub(back).max(line.start)..end;
    let broken = |a: usize, b: usize| {
        (a..b).any(|i| doc.gap(i).contains(['.', ';', '•', '!', '?']) && doc.gap(i).contains(' '))
    };
    near.clone().any(|i| {
        let Some(cue) = WORDS.cue.at(doc, i, near.end) else {
            return false;
        };
        // "volunteer opportunities", "seasonal opportunities" are more often no job's
        let vague = doc.folded(cue.words.start) == "opportunities"
            && (sensitive || kind(hit.value) == Some(Employment::Temporary));
        if vague {
            return false;
        }
        if cue.words.start >= hit.words.end {
            !broken(hit.words.end - 1, cue.words.start)
        } else if cue.words.end <= hit.words.start {
            !sensitive && !broken(cue.words.end - 1, hit.words.start)
        } else {
            false
        }
    })
}
