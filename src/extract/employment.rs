//! Kinds of employment: full time, permanent, internship and so on. Only what is stated of this job:
//! by a label, on a short line of the header, in the title, or in a sentence that speaks of the job.
//! Never what is said of employees at large ("full-time employees are eligible").

use std::ops::Range;

use super::context;
use super::document::Document;
use super::facts::{Employment, Fact, Facts};
use super::header::{self, Kind};
use super::label::Label;
use super::labelled::labelled;
use super::lexicon::{Hit, Lexicon};
use crate::extract::order;

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
    for hit in hits.take(KEPT) {
        let n = doc.line_at(hit.span.start);
        let label = doc.lines[n].label;
        let noise = label == Label::Noise && !near.iter().any(|r| r.contains(&n));
        if noise && header_part(doc, n, &hit) {
            put(&hit, "a box of the page", &mut chrome);
        }
        if noise || label == Label::Legal || denied(doc, &hit) || later(doc, n, &hit) {
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
        } else if cued(doc, n, &hit) {
            IN_PROSE
        } else {
            continue;
        };
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
                | "duration"
                | "hours"
                | "contract"
                | "employment"
        );
        if found.below && found.value.len() > 12 || vague && found.below && found.noise {
            continue;
        }
        for hit in WORDS.kinds.find(doc, value) {
            let line = doc.line_at(hit.span.start);
            if !denied(doc, &hit)
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
        || short_code(doc, hit)
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
        } else if matches!(
            doc.folded(i),
            "and" | "or" | "und" | "et" | "y" | "e" | "en" | "och"
        ) {
            i += 1;
        } else {
            return false;
        }
    }
    i == sentence.end
}

/// Whether what follows shows that it speaks of something else, or a "no" stands before it.
fn denied(doc: &Document<'_>, hit: &Hit) -> bool {
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
fn later(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
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
fn is_aside(hit: &Hit) -> bool {
    !hit.value.ends_with('!')
        && matches!(
            kind(hit.value),
            Some(Employment::Volunteer | Employment::Internship | Employment::Apprenticeship)
        )
}

/// "Full-time (W2)", "permanent full-time contract": paid by the employer itself, for no set time.
fn paid_direct(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
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
fn cued(doc: &Document<'_>, n: usize, hit: &Hit) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::read as read_posting;

    #[test]
    fn reads_what_is_stated_of_the_job() {
        use Employment::*;
        let cases: &[(&str, &[Employment])] = &[
            ("Night Baker\nOvenhaus · Leeds\nFull-time", &[FullTime]),
            (
                "Night Baker\nJob type: Part-time, Temporary\nYou bake.",
                &[PartTime, Temporary],
            ),
            (
                "Bäcker (m/w/d)\nWir bieten einen unbefristeten Arbeitsvertrag in Vollzeit.",
                &[Permanent, FullTime],
            ),
            (
                "Night Baker\nOvenhaus · Leeds\nFull-time\nThis position offers flexible part-time and full-time hours.",
                &[FullTime],
            ),
            (
                "Night Baker\nOvenhaus · Leeds\nThis position offers flexible part-time and full-time hours.",
                &[PartTime, FullTime],
            ),
            ("Boulanger H/F\nType de contrat : CDI", &[Permanent]),
            (
                "Lohnbuchhalter (m/w/d) in Voll- oder Teilzeit\nTeehandel Voss GmbH, Bremen",
                &[FullTime, PartTime],
            ),
            (
                "Bäcker\nEin Teil der Schicht liegt nachts, in vollen Öfen.",
                &[],
            ),
            (
                "Baker\nThis is a full-time position at our shop.",
                &[FullTime],
            ),
            (
                "Baker\nFull-time employees are eligible for dental care.",
                &[],
            ),
            (
                "Baker\nYou will negotiate contracts and contract terms.",
                &[],
            ),
            ("Bakery Intern\nLearn to bake.", &[Internship]),
            (
                "Panettiere\nContratto a tempo indeterminato, full time",
                &[Permanent, FullTime],
            ),
            (
                "Bagare\nAnställningsform: Tillsvidare\nOmfattning: Heltid",
                &[Permanent, FullTime],
            ),
            ("Bakker\nDienstverband: Parttime", &[PartTime]),
            ("Panadera\nJornada completa", &[FullTime]),
            ("Nurse (Per Diem)\nWard work.", &[PerDiem]),
            ("Internship Coordinator\nYou look after students.", &[]),
            ("Baker\nContract type\tPermanent\nHours\t37", &[Permanent]),
            ("Baker\nContract type\nPermanent", &[Permanent]),
            ("Baker\nJob type: Full-time (W2)", &[FullTime]),
            ("Baker\nThis is a W2 contract role.", &[Contract]),
            (
                "Panettiere\nContratto a tempo determinato con possibilità di tempo indeterminato.",
                &[Temporary],
            ),
            (
                "Night Baker - Ovenhaus, Leeds. £27,000 a year. Full-time, permanent. You bake bread at night for our three shops in the city and the market.",
                &[FullTime, Permanent],
            ),
            (
                "Baker\nThis part-time position may grow into a full-time position.",
                &[PartTime],
            ),
            (
                "Baker\nBenefits\n- Two paid days for volunteer opportunities\n- Internship places for your children",
                &[],
            ),
            (
                "Baker\nWe offer a permanent full-time contract.",
                &[Permanent, FullTime],
            ),
            (
                "Bäcker\nBefristet auf 12 Monate mit Option auf Festanstellung.",
                &[Temporary],
            ),
            (
                "Auxiliar de padaria\nContrato sem termo, tempo inteiro",
                &[Permanent, FullTime],
            ),
            (
                "Bakker\nTijdelijk contract met uitzicht op vast dienstverband.",
                &[Temporary],
            ),
            ("Baker\nThe post is fixed-term until June.", &[Temporary]),
            ("Baker\nYou cover maternity leave until June.", &[Temporary]),
            ("Baker\nContract type: Maternity cover", &[Temporary]),
            ("Bäcker\nEine Elternzeitvertretung bis Juni.", &[Temporary]),
            ("Baker\nWe pay 26 weeks of maternity leave in full.", &[]),
            ("Porter\nThis is a zero-hours contract.", &[PerDiem]),
        ];
        for &(text, want) in cases {
            let got: Vec<_> = read_posting(text)
                .facts
                .employment
                .iter()
                .map(|f| f.value)
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
