//! Whether a stretch of time is experience required of the candidate. Never a company's age, a contract's
//! length, an age, or what is only preferred.

use std::ops::Range;

use super::super::context;
use super::super::document::Document;
use super::super::label::Label;
use super::super::lexicon::Lexicon;
use super::years::{Years, unit};

static CUES: Lexicon = Lexicon::of("years-cues");

/// The words that call a whole section preferred.
static NICE: Lexicon = Lexicon::heads("years-cues", &["nice"]);

/// How sure it is that `years` is experience required of the candidate.
pub(super) fn required(doc: &Document<'_>, years: &Years) -> Option<(i32, &'static str)> {
    let (first, end) = (years.words.start, years.words.end);
    let line = &doc.lines[doc.line_at(years.span.start)];
    let sentence = context::around(doc, first, 9, years.words.len() + 15);
    let lead = context::before(&sentence, first, 9);
    let near_lead = context::before(&sentence, first, 4);
    let follow = context::after(&sentence, end, 14);
    let mut experience = 0;
    let mut least = false;
    let mut nice = false;
    let mut other = false;
    for hit in CUES.find(doc, lead.clone()) {
        match hit.value {
            "experience" => experience = experience.max(1),
            "least" => least = true,
            "nice" => nice = true,
            "other" if hit.words.start >= near_lead.start || is_ours(doc, hit.words.start) => {
                other = true;
            }
            _ => {}
        }
    }
    let mut behind_other = false;
    for hit in CUES.find(doc, follow.clone()) {
        let near = hit.words.start - end;
        match hit.value {
            "experience" => experience = experience.max(if near <= 8 { 2 } else { 1 }),
            "nice" if behind_nice(doc, end, hit.words.start) => nice = true,
            "least" if near <= 12 => least = true,
            "other" if near <= 1 && experience < 2 => behind_other = true,
            _ => {}
        }
    }
    for k in lead.clone().chain(follow) {
        let word = doc.folded(k);
        let tailed = ["erfahrung", "erfahrungen", "erfarenhet", "ervaring"]
            .iter()
            .any(|tail| word.len() > tail.len() && word.ends_with(tail));
        if tailed {
            experience = experience.max(if k >= end { 2 } else { 1 });
        }
        // years that may stand for something else are no demand of their own
        if k >= end && (word.starts_with("substitut") || word == "lieu") {
            return None;
        }
    }
    // "5 years of industry experience" of ours, of the company's
    if other && experience < 2 || behind_other || is_age(doc, end) {
        return None;
    }
    if other && line.label != Label::Must {
        return None;
    }
    if years.least > 25.0 || hyphened(doc, first, end) && experience < 2 {
        return None;
    }
    // a line may be called preferred for another of its words: its heading decides
    let place = doc.line_at(years.span.start);
    let wished = line.label == Label::Nice && under_wishes(doc, place);
    if wished || nice && !least {
        return None;
    }
    let label = context::label_above(doc, doc.line_at(years.span.start));
    let labelled = line.words.start + 3 >= first
        && label.is_some_and(|l| {
            CUES.find(doc, doc.lines[l].words.clone())
                .any(|h| h.value == "experience")
                || unit(doc.folded(doc.lines[l].words.start)).is_some()
        });
    if years.months && experience == 0 {
        return None;
    }
    // "most bakers here have 5 years": a count of others; "Position (4 years, full time)": its length
    let second = doc
        .words
        .get(sentence.start + 1)
        .map(|_| doc.folded(sentence.start + 1));
    let others = matches!(
        (doc.folded(sentence.start), second.unwrap_or_default()),
        ("most" | "many", _)
            | ("la", "plupart" | "mayoria" | "maggior")
            | ("die", "meisten")
            | ("a", "maioria")
            | ("de", "meeste" | "flesta")
    );
    let length = experience == 0 && !least && first > 0 && doc.gap(first - 1) == " (";
    if others || length {
        return None;
    }
    if years.least > 15.0 && line.label != Label::Must && !least {
        return None;
    }
    let weight = match line.label {
        Label::Noise => return None,
        Label::Must | Label::Nice if experience > 0 => 80,
        Label::Must | Label::Nice if least || labelled => 75,
        Label::Must | Label::Nice
            if years.counted
                && (opens(doc, line.words.clone(), first) || first <= sentence.start + 2) =>
        {
            65
        }
        Label::Must | Label::Nice if years.counted => 50,
        Label::Must | Label::Nice => return None,
        Label::Meta | Label::Title if experience > 0 || labelled => 62,
        // "somebody with at least six years in payroll"
        Label::About | Label::Duty | Label::Meta
            if least
                && years.counted
                && !years.months
                && asks(doc, &lead)
                && in_trade(doc, end) =>
        {
            58
        }
        Label::About
        | Label::Duty
        | Label::Apply
        | Label::Benefit
        | Label::Legal
        | Label::Heading
            if experience > 1 || (experience > 0 && least) =>
        {
            let asked = least || asks(doc, &lead) || opens(doc, line.words.clone(), first);
            if !asked && line.label != Label::Duty {
                return None;
            }
            60
        }
        _ if labelled => 60,
        _ => return None,
    };
    Some((weight, "years of experience in a requirement"))
}

/// Whether the heading of a line calls its section preferred. Without a heading a short line is what
/// its label says; a long one mixes kinds, and its clauses decide.
pub(in crate::extract) fn under_wishes(doc: &Document<'_>, line: usize) -> bool {
    match doc.lines[line].heading {
        Some(head) => context::any(&NICE, doc, doc.lines[head].words.clone()),
        None => doc.lines[line].words.len() <= 25,
    }
}

/// "30 years old", "21 years of age".
fn is_age(doc: &Document<'_>, end: usize) -> bool {
    doc.words.get(end).is_some()
        && matches!(
            doc.folded(end),
            "old" | "alt" | "revolus" | "oud" | "gammal"
        )
        || doc.words.get(end + 1).is_some()
            && matches!(
                (doc.folded(end), doc.folded(end + 1)),
                ("of", "age") | ("de", "edad") | ("de", "idade") | ("di", "eta") | ("or", "older")
            )
}

/// Whether the word is the speaker's ("our", "we"), which no candidate's years stand under.
fn is_ours(doc: &Document<'_>, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "our"
            | "unser"
            | "unsere"
            | "notre"
            | "nuestra"
            | "nossa"
            | "somos"
            | "seit"
            | "company"
            | "founded"
            | "combined"
    )
}

/// Whether the years are spent in a trade: "six years in payroll", "five years as a cook".
fn in_trade(doc: &Document<'_>, end: usize) -> bool {
    end < doc.words.len()
        && doc.gap(end - 1) == " "
        && matches!(
            doc.folded(end),
            "in" | "as"
                | "of"
                | "with"
                | "working"
                | "im"
                | "als"
                | "en"
                | "como"
                | "comme"
                | "dans"
                | "som"
                | "come"
                | "nel"
                | "inom"
        )
}

/// "five-year program", "a 2-year degree": a measure of something else.
fn hyphened(doc: &Document<'_>, first: usize, end: usize) -> bool {
    end >= 2
        && end - first >= 2
        && doc.gap(end - 2).trim() == "-"
        && matches!(doc.folded(end - 1), "year" | "month" | "jahr")
}

/// Whether the number opens its line or bullet.
fn opens(doc: &Document<'_>, line: Range<usize>, first: usize) -> bool {
    first <= line.start + 2 && first < line.end && doc.words.len() > first
}

/// Whether the words ask something of the reader: "you have", "must", "should".
fn asks(doc: &Document<'_>, lead: &Range<usize>) -> bool {
    lead.clone().any(|i| {
        matches!(
            doc.folded(i),
            "you"
                | "your"
                | "you've"
                | "have"
                | "with"
                | "must"
                | "should"
                | "need"
                | "looking"
                | "seeking"
                | "hat"
                | "hast"
                | "haben"
                | "bringst"
                | "bringen"
                | "mit"
                | "vous"
                | "avez"
                | "justifiez"
                | "avec"
                | "tienes"
                | "tener"
                | "con"
                | "contar"
                | "ter"
                | "com"
                | "hai"
                | "possiedi"
                | "possess"
                | "je"
                | "hebt"
                | "heeft"
                | "met"
                | "har"
                | "du"
                | "possesses"
                | "candidate"
                | "candidates"
                | "has"
                | "experiencia"
                | "esperienza"
                | "erfahrung"
                | "berufserfahrung"
                | "ervaring"
                | "werkervaring"
                | "erfarenhet"
                | "requires"
                | "require"
                | "required"
                | "qualified"
                | "experience"
        )
    })
}

/// Whether the "preferred" at word `at` belongs to the years that end at word `end`: nothing but a few
/// words of the same clause between them.
fn behind_nice(doc: &Document<'_>, end: usize, at: usize) -> bool {
    let from = doc.words[end - 1].span.end;
    let gap = &doc.text[from..doc.words[at].span.start.max(from)];
    let clause = !gap.contains([',', ';', ':']) && gap.len() < 90;
    // "5 years of experience, preferably in retail": the field is preferred, not the years
    let field = matches!(
        doc.folded(at),
        "preferably"
            | "ideally"
            | "idealerweise"
            | "idealement"
            | "idealmente"
            | "preferiblemente"
            | "preferibilmente"
            | "gerne"
            | "gern"
            | "plus"
    );
    clause && !field
}
