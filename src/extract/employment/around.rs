//! What the words around a kind of employment make of it: said of the job, denied, or only what the job
//! may become. Never the kind itself.

use super::super::document::Document;
use super::super::facts::Employment;
use super::super::label::Label;
use super::super::lexicon::Hit;
use super::{WORDS, kind, short_code};

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
    let before = hit.words.start.saturating_sub(2)..hit.words.start;
    let mut before = before;
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

/// Whether words around say that it speaks of the job.
pub(super) fn cued(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
    let label = doc.lines[n].label;
    if short_code(doc, hit)
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
    let near =
        hit.words.start.saturating_sub(back).max(line.start)..(hit.words.end + ahead).min(line.end);
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
