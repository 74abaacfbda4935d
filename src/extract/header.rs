//! A header line in its parts: what stands between bars, dots and dashes, and what each part is. Knows
//! places, modes, types, dates, buttons, departments and boards; what is left may be a title or a
//! name. Never decides which.

use std::ops::Range;

use super::company::name::is_legal_form;
use super::document::Document;
use super::label::Label;
use super::lexicon::Lexicon;
use super::place::gazetteer;
use super::place::parse::{self, Trust};

static WORDS: Lexicon = Lexicon::of("header_words");
static BOARDS: Lexicon = Lexicon::of("boards");
/// What sites write on buttons and in menus.
static BUTTONS: Lexicon = Lexicon::heads("chrome", &["button"]);

/// What a part of a header line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A place.
    Place,
    /// A mode, a type, a date, a number of applicants or pay.
    Fact,
    /// A button or a heading.
    Chrome,
    /// A job board or applicant system.
    Board,
    /// A department.
    Department,
    /// Anything else: a title, a name, a sentence.
    Other,
}

/// What divides a part from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Nothing: it is the first.
    First,
    /// A dash.
    Dash,
    /// A bar, a dot, a tab or the like: stronger than a dash.
    Bar,
}

/// A part of a header line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its words.
    pub words: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// What divides it from the one before.
    pub cut: Cut,
}

/// The parts of `words`, in order; at most twelve.
#[must_use]
pub fn parts(doc: &Document<'_>, words: Range<usize>) -> Vec<Part> {
    let mut out = Vec::new();
    let (mut start, mut cut) = (words.start, Cut::First);
    for i in words.clone() {
        let next = (i + 1 < words.end && !inclusive(doc, i) && !hanging(doc, i))
            .then(|| divides(doc.gap(i)))
            .flatten();
        if i + 1 == words.end || next.is_some() {
            let range = start..i + 1;
            out.push(Part {
                kind: kind(doc, range.clone()),
                words: range,
                cut,
            });
            start = i + 1;
            cut = next.unwrap_or(cut);
        }
        if out.len() == 12 {
            break;
        }
    }
    out
}

/// The head of a text pasted as one long line: its words up to the first sentence's end or label.
/// Shorter lines are their own head.
#[must_use]
pub fn opening(doc: &Document<'_>, words: Range<usize>) -> Range<usize> {
    if words.len() <= 24 {
        return words;
    }
    let cut = (words.start..words.start + 20).find(|i| {
        let gap = doc.gap(*i);
        let short = doc.word_str(*i).len() <= 2;
        gap.starts_with(['!', '?']) || gap.starts_with(". ") && !short || gap.starts_with(": ")
    });
    match cut {
        Some(i) if doc.gap(i).starts_with(": ") => {
            // the label's own words belong to what follows
            let label = (words.start..i).rev().find(|k| doc.gap(*k).trim() != "");
            words.start..label.map_or(words.start, |k| k + 1)
        }
        Some(i) => words.start..i + 1,
        None => words,
    }
}

/// Whether the dot behind word `i` is no divider but one of a French form for all genders:
/// "développeur·se", "chargé·e".
#[must_use]
pub fn inclusive(doc: &Document<'_>, i: usize) -> bool {
    matches!(doc.gap(i), "·" | "•" | "∙" | "‧")
        && i + 1 < doc.words.len()
        && doc.word_str(i + 1).starts_with(char::is_lowercase)
        && doc.folded(i + 1).len() <= 5
}

/// Whether the dash behind word `i` stands for a part that its compound shares with the one beside it:
/// "Kranken- und Altenpfleger", "Lager-, Versand- und Packkräfte", "Kaufmann oder -frau".
#[must_use]
pub fn hanging(doc: &Document<'_>, i: usize) -> bool {
    let and = |i: usize| {
        matches!(
            doc.folded(i),
            "und"
                | "oder"
                | "u"
                | "o"
                | "bzw"
                | "sowie"
                | "and"
                | "or"
                | "en"
                | "of"
                | "och"
                | "eller"
        )
    };
    let gap = doc.gap(i);
    i + 1 < doc.words.len()
        && (matches!(gap, "- " | "-/ " | "‑ ") && and(i + 1)
            || matches!(gap, "-, " | "-/" | "- & " | "- / ")
            || matches!(gap, " -" | " ‑") && and(i))
}

/// Whether `gap` divides two parts, and how strongly.
#[must_use]
pub fn divides(gap: &str) -> Option<Cut> {
    if gap.len() < 2 {
        return matches!(gap, "|" | "\t" | "\n").then_some(Cut::Bar);
    }
    // columns: "Agency: Acme   Ref: 12   Log in"
    if is_column(gap)
        || gap.contains(|c| {
            matches!(
                c,
                '|' | '·'
                    | '•'
                    | '∙'
                    | '⋅'
                    | '●'
                    | '\t'
                    | '»'
                    | '›'
                    | '\n'
                    | '｜'
                    | '@'
                    | '→'
                    | '❘'
            )
        })
    {
        return Some(Cut::Bar);
    }
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '―');
    let spaced = gap.contains(char::is_whitespace);
    (spaced && gap.contains(dash)).then_some(Cut::Dash)
}

/// Whether `gap` is so many blanks as part columns of a line.
#[must_use]
pub fn is_column(gap: &str) -> bool {
    gap.len() >= 3 && gap.bytes().all(|b| b == b' ')
}

/// Whether `line` is a page's trail: "Home > Jobs > Siena".
#[must_use]
pub fn is_trail(line: &str) -> bool {
    line.matches(['>', '›', '»']).count() >= 2
}

/// What the words are, as a whole.
#[must_use]
pub fn kind(doc: &Document<'_>, words: Range<usize>) -> Kind {
    if words.is_empty() || words.len() > 14 {
        return Kind::Other;
    }
    if is_board(doc, words.clone()) {
        return Kind::Board;
    }
    if is_button(doc, words.clone()) {
        return Kind::Chrome;
    }
    let text = doc.str(doc.span_of(words.clone()));
    let mut seen = [false; 5];
    let mut i = words.start;
    let mut covered = true;
    while i < words.end {
        if let Some(hit) = WORDS.at(doc, i, words.end) {
            let at = ["mode", "type", "time", "chrome", "department"]
                .iter()
                .position(|k| *k == hit.value);
            seen[at.unwrap_or(3)] = true;
            i = hit.words.end;
        } else if is_number(doc.folded(i))
            || doc.folded(i).len() == 1
            || matches!(
                doc.folded(i),
                "and" | "or" | "und" | "et" | "of" | "the" | "for"
            )
        {
            i += 1;
        } else {
            covered = false;
            break;
        }
    }
    let mixed = seen[4] && (seen[0] || seen[1] || seen[2]);
    if covered && seen != [false; 5] && !mixed {
        return if seen[0] || seen[1] || seen[2] {
            Kind::Fact
        } else if seen[3] {
            Kind::Chrome
        } else {
            Kind::Department
        };
    }
    let before = &doc.text[..doc.words[words.start].span.start];
    let money = |c: char| matches!(c, '$' | '€' | '£' | '¥' | '₹');
    let digits = text.contains(|c: char| c.is_ascii_digit());
    if digits && (text.contains(money) || before.ends_with(money)) {
        return Kind::Fact;
    }
    if digits && (covered || seen[2]) {
        // numbers alone, or a date with a month's name
        return Kind::Fact;
    }
    // "Ponto AB" is a firm, not a town in Alberta; "Procredit Bank, Georgia" one too
    let last = words.end - 1;
    let legal = words.len() > 1
        && is_legal_form(doc, last)
        // "Las Vegas, NV" is a town in Nevada
        && !(doc.word_str(last).len() == 2 && doc.gap(last - 1).contains(','));
    // "Riverbend Freight, Boise, ID": a name no list knows before a town is the employer
    let named = || {
        let comma = words
            .clone()
            .find(|i| *i + 1 < words.end && doc.gap(*i).contains(','));
        let Some(first) = comma else { return false };
        let known = |r: Range<usize>| gazetteer::at(doc, r, false);
        let town = known(first + 1..words.end).is_some_and(|(n, k)| {
            k == gazetteer::Kind::City
                && first + 1 + n < words.end
                && doc.gap(first + n).contains(',')
        });
        town && first > words.start && known(words.start..first + 1).is_none()
    };
    let firm = legal || named() || words.len() > 1 && words.clone().any(|i| is_body(doc, i));
    if firm || words.len() > 10 {
        return Kind::Other;
    }
    let places = parse::places(doc, words, false);
    let sure = places.iter().any(|p| p.trust == Trust::Known) || text.contains(',');
    if !places.is_empty() && sure {
        return Kind::Place;
    }
    Kind::Other
}

/// Whether the word is a number, maybe with a short unit: "58", "120k", "3d".
fn is_number(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < word.len() && unit.len() <= 2
}

/// Whether word `i` names a kind of employer, whose name may hold a place's.
fn is_body(doc: &Document<'_>, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "bank"
            | "university"
            | "college"
            | "school"
            | "schools"
            | "hospital"
            | "institute"
            | "association"
            | "foundation"
            | "group"
            | "services"
            | "solutions"
            | "technologies"
            | "systems"
            | "society"
            | "council"
            | "ministry"
            | "agency"
            | "centre"
            | "clinic"
            | "partners"
            | "consulting"
            | "trust"
            | "universitat"
            | "universite"
            | "universidad"
            | "klinik"
            | "klinikum"
            | "stiftung"
            | "kommun"
            | "gemeente"
            | "ayuntamiento"
            | "mairie"
            | "comune"
    )
}

/// Whether the words are, as a whole, the name of a board or applicant system.
#[must_use]
pub fn is_board(doc: &Document<'_>, words: Range<usize>) -> bool {
    // "Workday, Inc."
    let last = words.end.saturating_sub(1);
    let formed = last > words.start && is_legal_form(doc, last);
    BOARDS
        .at(doc, words.start, words.end)
        .is_some_and(|hit| hit.words.end == words.end || formed && hit.words.end == last)
}

/// Whether the words are, as a whole, what sites write on a button or in a menu. A single one is so
/// only where the line is the site's: "Reddit" is a button and a firm.
fn is_button(doc: &Document<'_>, words: Range<usize>) -> bool {
    let hit = BUTTONS.at(doc, words.start, words.end);
    let line = || &doc.lines[doc.line_at(doc.words[words.start].span.start)];
    hit.is_some_and(|hit| hit.words.end == words.end)
        && (words.len() > 1 || line().label == Label::Noise)
}

/// Whether line `n`, with these words, is the site's and begins with a figure: "4.2 (211 reviews)".
#[must_use]
pub fn is_rating(doc: &Document<'_>, n: usize, words: &Range<usize>) -> bool {
    doc.lines[n].label == Label::Noise
        && words.len() <= 5
        && doc.line_str(n).starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the words hold a button's or heading's phrase and nothing else.
#[must_use]
pub fn chrome_at(doc: &Document<'_>, i: usize, end: usize) -> Option<Range<usize>> {
    WORDS
        .at(doc, i, end)
        .filter(|hit| hit.value == "chrome")
        .map(|hit| hit.words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_cut_and_known() {
        use Kind::{Board, Chrome, Department, Fact, Other, Place};
        let cases: [(&str, &[Kind]); 11] = [
            (
                "Nurse - Harbour Clinic - Leeds | LinkedIn",
                &[Other, Other, Place, Board],
            ),
            (
                "Harbour Clinic · Leeds · 3 days ago · 58 applicants",
                &[Other, Place, Fact, Fact],
            ),
            ("Leeds•Remote", &[Place, Fact]),
            ("Apply now", &[Chrome]),
            ("Full-time | Engineering", &[Fact, Department]),
            ("$120K/yr - $150K/yr", &[Fact, Fact]),
            ("Part-time student counsellor", &[Other]),
            ("Kranken- und Altenpfleger - Kiel", &[Other, Place]),
            ("Lager-, Versand- und Packkraft", &[Other]),
            ("Kaufmann oder -frau im Handel", &[Other]),
            ("Laad- en loswerker", &[Other]),
        ];
        for (text, want) in cases {
            let doc = Document::new(text);
            let kinds: Vec<_> = parts(&doc, 0..doc.words.len())
                .iter()
                .map(|p| p.kind)
                .collect();
            assert_eq!(kinds, want, "{text}");
        }
    }
}
