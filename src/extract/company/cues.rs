//! Names in sentences and headings: "About Acme", "Acme is looking for", "bei Acme", "© Acme".

use super::{Found, name, propose};
use crate::extract::document::Document;
use crate::extract::header::{self, Kind};
use crate::extract::label::Label;
use crate::extract::lexicon::Lexicon;
use crate::extract::place::gazetteer;
use crate::extract::title::{noun, tail};

/// Candidates kept.
const KEPT: usize = 300;

static BEHIND: Lexicon = Lexicon::heads("company_cues", &["behind *"]);
static ARE: Lexicon = Lexicon::heads("company_cues", &["are"]);
static BEFORE: Lexicon = Lexicon::heads("company_cues", &["before *"]);

fn trust(head: &str) -> i32 {
    head.rsplit(' ')
        .next()
        .and_then(|n| n.parse().ok())
        .unwrap_or(0)
}

/// The candidates, in the order of the text.
#[must_use]
pub fn find(doc: &Document<'_>) -> Vec<Found> {
    let mut out = Vec::new();
    let all = 0..doc.words.len();
    for hit in BEHIND.find(doc, all.clone()).take(4 * KEPT) {
        if hit.words.end >= doc.words.len() || out.len() >= KEPT {
            break;
        }
        let gap = doc.gap(hit.words.end - 1);
        let near = gap.len() <= 4 && !gap.contains(['.', '!', ';', ',', '\n']) || gap == ": ";
        let opens = hit.words.start == 0 || {
            let gap = doc.gap(hit.words.start - 1);
            gap.contains([
                '\n', '.', '!', '?', ':', '•', '¿', '¡', '-', '*', ';', ',', '(',
            ])
        };
        let Some(found) = near.then(|| name::from(doc, hit.words.end)).flatten() else {
            continue;
        };
        let mut weight = trust(hit.value);
        let short = hit.words.len() == 1;
        if short && !opens {
            weight -= 14;
        }
        push(
            doc,
            found,
            weight,
            hit.words.start,
            "behind a cue",
            &mut out,
        );
    }
    for hit in BEFORE.find(doc, all).take(4 * KEPT) {
        if out.len() >= 2 * KEPT {
            break;
        }
        let mut end = hit.words.start;
        // "Acme (AC) is", "Acme, a maker of hats, is"
        if end > 1 && doc.gap(end - 1).starts_with(')') {
            end = (end.saturating_sub(6)..end)
                .rev()
                .find(|i| *i > 0 && doc.gap(i - 1).contains('('))
                .unwrap_or(end);
        }
        let named = name::until(doc, end).or_else(|| {
            // "my client, Acme, is looking for"
            let apart = end > 1 && trust(hit.value) >= 58 && doc.gap(end - 1) == ", ";
            let name = apart.then(|| name::before_comma(doc, end)).flatten()?;
            (name.start > 0 && doc.gap(name.start - 1) == ", ").then_some(name)
        });
        let Some(found) = named else {
            continue;
        };
        let weight = trust(hit.value);
        let opens = found.start == 0 || {
            let gap = doc.gap(found.start - 1);
            gap.contains(['\n', '.', '!', '?', ':', '•', '*'])
                || gap == ", "
                || matches!(doc.folded(found.start - 1), "the" | "at" | "and")
                // "l'association Les Tilleuls accompagne"
                || tail::is_house(doc, &(found.start - 1..found.start))
        };
        let line = &doc.lines[doc.line_at(doc.words[found.start].span.start)];
        let weight = match (opens, line.words.start == found.start) {
            (_, true) => weight + 4,
            (true, false) => weight,
            _ => weight - 12,
        };
        push(
            doc,
            found,
            weight,
            hit.words.start,
            "before a cue",
            &mut out,
        );
    }
    copyright(doc, &mut out);
    we_are(doc, &mut out);
    formed(doc, &mut out);
    out
}

/// "We are Acme, a maker of hats": the name behind the verb, where the sentence then pauses or ends.
fn we_are(doc: &Document<'_>, out: &mut Vec<Found>) {
    for hit in ARE.find(doc, 0..doc.words.len()).take(20) {
        let i = hit.words.end;
        let Some(found) = (doc.gap(i - 1) == " ")
            .then(|| name::from(doc, i))
            .flatten()
        else {
            continue;
        };
        let weight = match doc.gap(found.end - 1) {
            ", " | " (" => 46,
            gap if gap.starts_with([' ', '.', '!']) && gap.len() > 1 => 42,
            // "Wir sind die Tischlerei Holm in Kiel"
            " " if found.end + 1 < doc.words.len()
                && doc.folded(found.end) == "in"
                && (tail::is_house(doc, &found)
                    || found.clone().any(|k| name::is_legal_form(doc, k)))
                && gazetteer::at(doc, found.end + 1..doc.words.len(), false).is_some() =>
            {
                46
            }
            _ => continue,
        };
        push(doc, found, weight, hit.words.start, "we are", out);
    }
}

/// "Die Acme GmbH lagert …", "Acme Ltd makes …": a name with its legal form at the start of a sentence about
/// the employer.
fn formed(doc: &Document<'_>, out: &mut Vec<Found>) {
    let about = doc
        .worded()
        .filter(|(_, l)| matches!(l.label, Label::About | Label::Meta));
    for (_, line) in about.take(12) {
        let mut start = line.words.start;
        for i in line.words.clone().take(60) {
            if name::is_legal_form(doc, i)
                && matches!(doc.gap(i), " " | ". ")
                && i < start + 9
                && i > start
            {
                let verb =
                    i + 1 < line.words.end && doc.word_str(i + 1).starts_with(char::is_lowercase);
                let found =
                    name::from(doc, start).filter(|f| f.end == i + 1 && f.start <= start + 1);
                if let Some(found) = found.filter(|_| verb) {
                    push(
                        doc,
                        found,
                        44,
                        start,
                        "opens a sentence, with its form",
                        out,
                    );
                }
            }
            if doc.gap(i).starts_with(['.', '!', '?']) && !name::is_legal_form(doc, i) {
                start = i + 1;
            }
        }
    }
}

/// "Harbour Bakeries supplies forty cafés": who opens the first prose of a posting, where nothing else
/// says who it is. A name of one word counts where it stands elsewhere too.
#[must_use]
pub fn opening(doc: &Document<'_>) -> Option<Found> {
    let prose = (doc.lines.iter()).filter(|l| l.label == Label::About && l.words.len() >= 8);
    for line in prose.take(2) {
        let words = doc.words_in(line.content);
        // "La coopérative Les Paniers livre": what kind of house, then its name
        let kind = words.start + 1;
        let house = tail::is_house(doc, &(kind..kind + 1))
            && doc.word_str(kind).starts_with(char::is_lowercase);
        let first = if house { kind + 1 } else { words.start };
        let Some(found) = name::from(doc, first).filter(|f| !house || f.start == first) else {
            continue;
        };
        // behind an article any noun of German stands in capitals: a sign is asked for
        let sign = || {
            let pair = |i: usize| doc.gap(i) == " & " && i + 1 < found.end;
            tail::is_house(doc, &found)
                || found.clone().any(pair) && noun::best(doc, found.clone()).is_none()
        };
        if found.start > first + 1 || found.start > first && !sign() {
            continue;
        }
        let verb = found.end < words.end
            && doc.gap(found.end - 1) == " "
            && doc.word_str(found.end).starts_with(char::is_lowercase);
        let again = |found: &std::ops::Range<usize>| {
            let hash = doc.words[found.start].hash;
            doc.words.iter().filter(|w| w.hash == hash).take(3).count() > 1
        };
        let named = header::kind(doc, found.clone()) == Kind::Other
            && noun::best(doc, found.clone()).is_none_or(|b| b.1 < noun::Strength::Strong);
        let long = doc.span_of(found.clone()).len() > 3;
        if verb && named && long && found.len() <= 5 && (found.len() > 1 || again(&found)) {
            return Some(propose(doc, found, 43, "opens the prose"));
        }
    }
    None
}

fn push(
    doc: &Document<'_>,
    found: std::ops::Range<usize>,
    weight: i32,
    cue: usize,
    reason: &'static str,
    out: &mut Vec<Found>,
) {
    let line = doc.line_at(doc.words[cue].span.start);
    let mut weight = weight;
    weight -= match doc.lines[line].label {
        Label::Noise => 14,
        Label::Must | Label::Nice | Label::Duty => 16,
        _ => 0,
    };
    if header::kind(doc, found.clone()) != Kind::Other {
        return;
    }
    let worker = noun::best(doc, found.clone()).is_some_and(|b| b.1 == noun::Strength::Strong);
    if worker {
        weight -= 22;
    }
    out.push(propose(doc, found, weight, reason));
}

/// "© 2024 Acme Ltd": the name behind the sign and the year, in any case.
fn copyright(doc: &Document<'_>, out: &mut Vec<Found>) {
    for (at, _) in doc.text.match_indices('©').take(8) {
        let i = doc.words.partition_point(|w| w.span.start < at);
        let line = doc.lines[doc.line_at(at)].words.end;
        let mut start = i;
        while start < line
            && (doc.folded(start).bytes().all(|b| b.is_ascii_digit())
                || matches!(doc.folded(start), "copyright" | "by"))
        {
            start += 1;
        }
        let mut end = start;
        while end < line && end - start < 5 {
            if end > start && !matches!(doc.gap(end - 1), " " | "-" | " & " | "." | ", ") {
                break;
            }
            if name::is_common(doc, end)
                || matches!(doc.folded(end), "rights" | "powered" | "built" | "made")
            {
                break;
            }
            end += 1;
            if name::is_legal_form(doc, end - 1) {
                break;
            }
        }
        if let Some(found) = name::trim(doc, start..end)
            && header::kind(doc, found.clone()) == Kind::Other
        {
            out.push(propose(doc, found, 40, "copyright"));
        }
    }
}
