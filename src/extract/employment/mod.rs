//! Kinds of employment: full time, permanent, internship and so on. Only what is stated of this job:
//! by a label, on a short line of the header, in the title, or in a sentence that speaks of the job.
//! Never what is said of employees at large ("full-time employees are eligible").

mod around;
#[cfg(test)]
mod cases;

use std::ops::Range;

use around::{
    JOINS, beside_hours, cued, denied, is_aside, joined, later, leads, paid_direct, torn,
};

use super::context;
use super::document::Document;
use super::facts::{Employment, Fact, Facts};
use super::header::{self, Kind};
use super::label::Label;
use super::labelled::labelled;
use super::lexicon::{Hit, Lexicon};
use crate::extract::order;
use crate::extract::word::among;

/// Places where kinds are looked for, at most.
const KEPT: usize = 400;

/// Why a kind is taken that stands in a sentence.
const IN_PROSE: &str = "said of the job, by the words around";
/// ... and by a phrase that can mean nothing else.
const SAID: &str = "said of the job";

struct Words {
    kinds: Lexicon,
    cue: Lexicon,
    deny: Lexicon,
    later: Lexicon,
    label: Lexicon,
}

static WORDS: Words = Words {
    kinds: Lexicon::without("employment", &["cue", "deny", "later", "label"]),
    cue: Lexicon::heads("employment", &["cue"]),
    deny: Lexicon::heads("employment", &["deny"]),
    later: Lexicon::heads("employment", &["later"]),
    label: Lexicon::heads("employment", &["label"]),
};

/// The kinds stated, each once.
#[must_use]
pub fn read(doc: &Document<'_>, facts: &Facts) -> Vec<Fact<Employment>> {
    let mut out = Vec::new();
    labels(doc, &mut out);
    title(doc, facts, &mut out);
    let near = near_title(doc, facts);
    let hits = WORDS.kinds.find(doc, 0..doc.words.len());
    let mut chrome = Vec::new();
    let mut taken = 0;
    for hit in hits.take(KEPT) {
        let n = doc.line_at(hit.span.start);
        let label = doc.lines[n].label;
        let noise = label == Label::Noise && !near.iter().any(|r| r.contains(&n));
        if noise && header_part(doc, n, &hit) {
            put(&hit, "a box of the page", &mut chrome);
        }
        // "the post is permanent" may stand among the last words of a posting
        let legal = label == Label::Legal && !(hit.value.ends_with('!') && hit.words.len() > 2);
        if noise || legal || torn(doc, &hit) || denied(doc, &hit) || later(doc, n, &hit) {
            continue;
        }
        let aside = label == Label::Benefit && is_aside(&hit);
        if aside || paid_direct(doc, n, &hit) || names_field(doc, n, &hit) {
            continue;
        }
        let reason = if header_part(doc, n, &hit) || alone(doc, n, &hit) {
            "a short line of the header"
        } else if hit.value.ends_with('!') {
            SAID
        } else if cued(doc, n, &hit)
            || beside_hours(doc, n, &hit, taken)
            || joined(doc, &hit, taken)
            || leads(doc, n, &hit)
        {
            IN_PROSE
        } else {
            continue;
        };
        taken = hit.words.end;
        put(&hit, reason, &mut out);
        within(doc, &hit, reason, &mut out);
    }
    // a box beside the posting says one kind; a menu of filters says many
    if out.is_empty() && chrome.len() == 1 {
        out = chrome;
    }
    one_measure(&mut out);
    order::sort_by_key(&mut out, |f| f.span().start);
    out
}

/// Where a header or a label says how much of the week the job takes, prose that speaks of the other
/// measure speaks of a beginning, a season or other jobs: "work part-time during school".
fn one_measure(out: &mut Vec<Fact<Employment>>) {
    let hours =
        |f: &Fact<Employment>| matches!(f.value, Employment::FullTime | Employment::PartTime);
    let told = |f: &Fact<Employment>| f.reason != IN_PROSE && f.reason != SAID;
    if out.iter().any(|f| hours(f) && told(f)) {
        out.retain(|f| !hours(f) || f.reason != IN_PROSE);
    }
}

/// The kinds that a few words name, whatever stands around them: "Vollzeit", "CDI".
#[must_use]
pub fn named(words: &str) -> Vec<Employment> {
    let doc = Document::new(words);
    let mut out: Vec<Employment> = Vec::new();
    for hit in WORDS.kinds.find(&doc, 0..doc.words.len()).take(4) {
        out.extend(kind(hit.value).filter(|k| !out.contains(k)));
    }
    out
}

fn kind(value: &str) -> Option<Employment> {
    Some(match value.trim_end_matches('!') {
        "full_time" => Employment::FullTime,
        "part_time" => Employment::PartTime,
        "contract" => Employment::Contract,
        "temporary" => Employment::Temporary,
        "permanent" => Employment::Permanent,
        "internship" => Employment::Internship,
        "apprenticeship" => Employment::Apprenticeship,
        "volunteer" => Employment::Volunteer,
        "freelance" => Employment::Freelance,
        "per_diem" => Employment::PerDiem,
        _ => return None,
    })
}

fn put(hit: &Hit, reason: &'static str, out: &mut Vec<Fact<Employment>>) {
    let Some(kind) = kind(hit.value) else { return };
    match out.iter_mut().find(|f| f.value == kind) {
        Some(fact) if fact.evidence.len() < 6 && !fact.evidence.contains(&hit.span) => {
            fact.evidence.push(hit.span);
        }
        Some(_) => {}
        None => out.push(Fact::new(kind, hit.span, reason)),
    }
}

/// "Permanent full-time" is one phrase and two kinds.
fn within(doc: &Document<'_>, hit: &Hit, reason: &'static str, out: &mut Vec<Fact<Employment>>) {
    for i in hit.words.start + 1..hit.words.end {
        let Some(part) = WORDS.kinds.at(doc, i, hit.words.end) else {
            continue;
        };
        let worker = matches!(
            kind(part.value),
            Some(Employment::FullTime | Employment::PartTime | Employment::Permanent)
        );
        if worker && !short_code(doc, &part) && kind(part.value) != kind(hit.value) {
            put(&part, reason, out);
            return;
        }
    }
}

fn labels(doc: &Document<'_>, out: &mut Vec<Fact<Employment>>) {
    for found in labelled(doc, &WORDS.label).into_iter().take(60) {
        let value = found.value.start..found.value.end.min(found.value.start + 16);
        let vague = matches!(
            doc.folded(found.label.words.start),
            "role"
                | "position"
                | "job"
                | "type"
                | "term"
                | "terms"
                | "duration"
                | "dauer"
                | "duree"
                | "hours"
                | "contract"
                | "employment"
        );
        if found.below && found.value.len() > 12 || vague && found.below && found.noise {
            continue;
        }
        for hit in WORDS.kinds.find(doc, value) {
            let line = doc.line_at(hit.span.start);
            if !torn(doc, &hit)
                && !denied(doc, &hit)
                && !later(doc, line, &hit)
                && !paid_direct(doc, line, &hit)
                && (!vague || !found.below || header_part(doc, doc.line_at(hit.span.start), &hit))
            {
                put(&hit, "labelled", out);
                within(doc, &hit, "labelled", out);
            }
        }
    }
}

/// "Intern", "apprentice" and the like in the title state a kind; so does "(part-time)".
fn title(doc: &Document<'_>, facts: &Facts, out: &mut Vec<Fact<Employment>>) {
    let Some(title) = &facts.title else { return };
    let words = doc.words_in(title.span());
    for hit in WORDS.kinds.find(doc, words.clone()) {
        let behind =
            hit.words.end < words.end && WORDS.deny.at(doc, hit.words.end, words.end).is_some();
        let bracket = doc.str(title.span())[..hit.span.start - title.span().start]
            .contains(['(', '-', '–', '|', ',']);
        let by_name = matches!(
            kind(hit.value),
            Some(
                Employment::Internship
                    | Employment::Apprenticeship
                    | Employment::Volunteer
                    | Employment::Freelance
                    | Employment::PerDiem
                    | Employment::PartTime
                    | Employment::FullTime
            )
        );
        let teaches = matches!(
            doc.folded(hit.words.end.min(doc.words.len() - 1)),
            "coordinator"
                | "manager"
                | "leader"
                | "recruiter"
                | "koordinator"
                | "leiter"
                | "management"
        );
        if !behind && !teaches && (by_name || bracket) && !short_code(doc, &hit) {
            put(&hit, "in the title", out);
        }
    }
}

/// "100", "FT", "term": they say it on a label's line only.
fn short_code(doc: &Document<'_>, hit: &Hit) -> bool {
    let hangs = hit.words.len() == 1 && header::hanging(doc, hit.words.start);
    hit.words.len() == 1
        && !hangs
        && matches!(
            doc.folded(hit.words.start),
            "100"
                | "ft"
                | "term"
                | "fast"
                | "vast"
                | "voll"
                | "fest"
                | "stage"
                | "temp"
                | "w2"
                | "1099"
                | "regime"
                | "casual"
        )
        || matches!(doc.str(hit.span).len(), 1..=3)
            && doc.str(hit.span) != "CDI"
            && doc.str(hit.span) != "CDD"
            && doc.str(hit.span) != "PRN"
}

/// "Contract" over "Permanent", "Contract type: permanent": the word names the field.
fn names_field(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
    let words = doc.words_in(doc.lines[n].content);
    if hit.words.start != words.start || !doc.str(hit.span).eq_ignore_ascii_case("contract") {
        return false;
    }
    if hit.words.end < words.end {
        return doc.folded(hit.words.end) == "type"
            || doc.gap(hit.words.start).contains([':', '\t']);
    }
    let below = (n + 1..doc.lines.len().min(n + 3)).find(|k| !doc.lines[*k].is_blank());
    below.is_some_and(|k| {
        let words = doc.words_in(doc.lines[k].content);
        WORDS
            .kinds
            .at(doc, words.start.min(doc.words.len() - 1), words.end)
            .is_some_and(|other| kind(other.value).is_some() && other.words.end == words.end)
    })
}

/// Whether the hit stands in a part of a header line that says nothing else.
fn header_part(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
    let line = &doc.lines[n];
    if matches!(line.label, Label::Duty | Label::Must | Label::Nice)
        || line.words.len() > 30
        || short_code(doc, hit) && !whole_week(doc, hit)
        || names_field(doc, n, hit)
    {
        return false;
    }
    let words = doc.words_in(line.content);
    if words.len() <= 4 && words.start == hit.words.start && hit.words.end == words.end {
        return true;
    }
    header::parts(doc, words).into_iter().any(|p| {
        p.kind == Kind::Fact && p.words.start <= hit.words.start && hit.words.end <= p.words.end
    })
}

/// "Zürich · 100 %": how Swiss postings write the full week.
fn whole_week(doc: &Document<'_>, hit: &Hit) -> bool {
    let swiss = doc.lang.is_some_and(|l| matches!(l.0, "de" | "fr" | "it"));
    let after = doc.text[hit.span.end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let alone = after.strip_prefix('%').is_some_and(|rest| {
        rest.is_empty()
            || header::divides(&rest[..rest.find(char::is_alphanumeric).unwrap_or(rest.len())])
                .is_some()
    });
    let i = hit.words.start;
    let first = i == doc.lines[doc.line_at(hit.span.start)].words.start
        || header::divides(doc.gap(i - 1)).is_some();
    swiss && doc.folded(i) == "100" && alone && first
}

/// Whether marks stand on both sides of the hit: "- Full-time; permanent -".
fn alone(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
    let line = &doc.lines[n];
    let worker = matches!(
        kind(hit.value),
        Some(Employment::FullTime | Employment::PartTime | Employment::Permanent)
    );
    if !worker
        || short_code(doc, hit)
        || matches!(line.label, Label::Duty | Label::Must | Label::Nice)
    {
        return false;
    }
    if own_sentence(doc, hit) {
        return true;
    }
    let mark = |c: char| {
        matches!(
            c,
            '-' | '–' | ';' | '|' | '•' | '·' | '(' | ')' | '\n' | ','
        )
    };
    let strong = |c: char| mark(c) && c != ',' && c != ')' && c != '(';
    let before = &doc.text[line.span.start..hit.span.start];
    let before = before[before
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .len()..]
        .to_owned();
    let after = &doc.text[hit.span.end..line.span.end.max(hit.span.end)];
    let ends = !after.contains(char::is_alphanumeric);
    let after = &after[..after.find(char::is_alphanumeric).unwrap_or(after.len())];
    let spaced = |s: &str| s.contains(' ') || s.contains(['\n', '(', ')']);
    before.contains(strong) && spaced(&before) && (ends || after.contains(mark) && spaced(after))
}

/// "Full-time, permanent." within a line: a sentence of kinds and nothing else.
fn own_sentence(doc: &Document<'_>, hit: &Hit) -> bool {
    let sentence = context::sentence(doc, hit.words.start);
    let mut i = sentence.start;
    while i < sentence.end && sentence.len() <= 6 {
        if let Some(found) = WORDS.kinds.at(doc, i, sentence.end) {
            i = found.words.end;
        } else if among(JOINS, doc.folded(i)) {
            i += 1;
        } else {
            return false;
        }
    }
    i == sentence.end
}

/// The lines that stand close to the title, where a header's facts are even in chrome.
#[must_use]
pub fn near_title(doc: &Document<'_>, facts: &Facts) -> Vec<Range<usize>> {
    let spans = facts.title.iter().flat_map(|t| t.evidence.iter().take(4));
    spans
        .map(|span| {
            let at = doc.line_at(span.start);
            let mut end = at;
            let mut seen = 0;
            while end < doc.lines.len() && seen < 14 {
                seen += usize::from(!doc.lines[end].is_blank());
                end += 1;
            }
            at.saturating_sub(4)..end
        })
        .collect()
}
