//! The shape of an employer's name: words in capitals with what joins them. Knows legal forms; never
//! says whose name it is.

use std::ops::Range;

use crate::extract::document::Document;
use crate::extract::lexicon::Lexicon;

/// Words a name may hold at most.
const MOST: usize = 9;

static STOP: Lexicon = Lexicon::heads("company_cues", &["stop"]);

/// Whether word `i` is no part of a name unless others are.
#[must_use]
pub fn is_common(doc: &Document<'_>, i: usize) -> bool {
    STOP.at(doc, i, i + 1).is_some()
}

/// Whether word `i` is a legal form ("GmbH", "Inc").
#[must_use]
pub fn is_legal_form(doc: &Document<'_>, i: usize) -> bool {
    let upper = doc.word_str(i).starts_with(char::is_uppercase);
    // "S.r.l.", "S.p.A."
    let dotted = |k: usize, letters: &[&str]| {
        letters.contains(&doc.folded(k)) && k > 0 && doc.gap(k - 1) == "."
    };
    if i > 1 && dotted(i, &["l", "a"]) && dotted(i - 1, &["r", "p"]) && doc.folded(i - 2) == "s" {
        return true;
    }
    // "e. V.", registered as an association
    if i > 0
        && doc.word_str(i) == "V"
        && doc.folded(i - 1) == "e"
        && doc.gap(i - 1).starts_with('.')
    {
        return true;
    }
    matches!(
        doc.folded(i),
        "gmbh"
            | "ggmbh"
            | "mbh"
            | "inc"
            | "llc"
            | "ltd"
            | "limited"
            | "plc"
            | "corp"
            | "corporation"
            | "llp"
            | "cjsc"
            | "ojsc"
            | "sarl"
            | "srl"
            | "spa"
            | "bv"
            | "nv"
            | "oy"
            | "oyj"
            | "aps"
            | "pty"
            | "pvt"
            | "ltda"
            | "eirl"
            | "sas"
            | "sasu"
            | "pllc"
            | "gbr"
            | "partg"
            | "kgaa"
            | "ug"
    ) || upper
        && matches!(
            doc.word_str(i),
            "AG" | "SE"
                | "KG"
                | "AB"
                | "SA"
                | "AS"
                | "A/S"
                | "SL"
                | "SpA"
                | "SAU"
                | "SLU"
                | "SNC"
                | "LP"
                | "PBC"
                | "eG"
                | "OHG"
                | "VOF"
        )
}

fn is_upper(doc: &Document<'_>, i: usize) -> bool {
    let word = doc.word_str(i);
    let mut chars = word.chars();
    let first = chars.next().unwrap_or(' ');
    // "iterate" is not seen; "eBay", "momox GmbH", "10x" are
    first.is_uppercase() || first.is_ascii_digit() || chars.any(char::is_uppercase)
}

/// Whether words `i` and `i + 1` may stand in one name.
fn joined(doc: &Document<'_>, i: usize) -> bool {
    let gap = doc.gap(i);
    matches!(
        gap,
        " " | ""
            | "-"
            | "&"
            | " & "
            | "'"
            | "’"
            | "."
            | " + "
            | "+"
            | "/"
            | "\u{a0}"
            | "‑"
            | "!"
            | "@"
    ) || gap == ". " && (is_initial(doc, i) || is_legal_form(doc, i))
        || gap == ", " && is_legal_form(doc, i + 1)
        || matches!(gap, " - " | " – ") && is_legal_form(doc, i + 1)
}

/// Whether a dot behind word `i` may be an abbreviation's: "J. Smith", not "5x. This".
fn is_initial(doc: &Document<'_>, i: usize) -> bool {
    let word = doc.folded(i);
    word.len() <= 2 && !word.contains(|c: char| c.is_ascii_digit())
}

/// Whether word `i` is a figure that counts and no name's: "2x", the "1.5x" of overtime.
fn is_measure(doc: &Document<'_>, i: usize) -> bool {
    let word = doc.folded(i);
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let decimal = rest.is_empty()
        && i + 1 < doc.words.len()
        && matches!(doc.gap(i), "." | ",")
        && doc.folded(i + 1).starts_with(|c: char| c.is_ascii_digit());
    rest.len() < word.len()
        && (decimal || word.contains(['.', ',']) || rest == "x" && word.len() == 2)
}

/// Whether word `i` links two words of a name.
#[must_use]
pub fn is_link(doc: &Document<'_>, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "of" | "and"
            | "the"
            | "for"
            | "de"
            | "du"
            | "des"
            | "la"
            | "le"
            | "les"
            | "und"
            | "fur"
            | "der"
            | "an"
            | "am"
            | "im"
            | "ob"
            | "bei"
            | "vor"
            | "von"
            | "upon"
            | "di"
            | "del"
            | "della"
            | "da"
            | "do"
            | "van"
            | "het"
            | "och"
            | "et"
            | "e"
            | "y"
            | "s"
            | "i"
            | "l"
            | "d"
    )
}

/// Whether the words are written as a name is: in capitals but for small words within, or with a
/// legal form at the end.
#[must_use]
pub fn is_written_so(doc: &Document<'_>, words: Range<usize>) -> bool {
    if words.is_empty() || words.len() > 12 {
        return false;
    }
    is_legal_form(doc, words.end - 1)
        || words.clone().all(|i| {
            let joined = i > words.start && matches!(doc.gap(i - 1), "-" | "'" | "’" | "." | "‑");
            is_upper(doc, i) || joined || i > words.start && is_link(doc, i)
        })
}

/// Whether the last word is short and written so that its dot is no sentence's end: "P.A.", "Inc."
#[must_use]
pub fn keeps_dot(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let last = words.end - 1;
    is_legal_form(doc, last)
        || doc.word_str(last).len() == 1 && is_upper(doc, last)
        || words.len() > 1 && matches!(doc.word_str(last), "Co" | "Bros" | "Mfg")
}

/// The name that starts at word `i`, if one does.
#[must_use]
pub fn from(doc: &Document<'_>, mut i: usize) -> Option<Range<usize>> {
    // articles in small letters before a name: "at the Harbour Clinic"
    while i + 1 < doc.words.len()
        && matches!(
            doc.folded(i),
            "the"
                | "der"
                | "die"
                | "das"
                | "la"
                | "le"
                | "l"
                | "el"
                | "o"
                | "a"
                | "il"
                | "de"
                | "het"
                | "al"
                | "dem"
                | "den"
        )
        && doc.gap(i).len() <= 3
        && (is_upper(doc, i + 1) || matches!(doc.gap(i), "'" | "’"))
        && !is_common(doc, i + 1)
    {
        i += 1;
    }
    if i >= doc.words.len() || !is_upper(doc, i) {
        return None;
    }
    let mut end = i + 1;
    while end < doc.words.len() && end - i < MOST && joined(doc, end - 1) {
        let possessive = doc.folded(end) == "s" && matches!(doc.gap(end - 1), "'" | "’");
        if possessive {
            break;
        }
        let domain = doc.gap(end - 1) == "." && doc.word_str(end).len() <= 4;
        if is_upper(doc, end) || is_legal_form(doc, end) || domain {
            end += 1;
        } else if is_link(doc, end)
            && end + 1 < doc.words.len()
            && end + 1 - i < MOST
            && joined(doc, end)
            && is_upper(doc, end + 1)
            && !is_common(doc, end + 1)
        {
            end += 2;
        } else if end + 2 < doc.words.len()
            && end + 2 - i < MOST
            && is_link(doc, end)
            && is_link(doc, end + 1)
            && joined(doc, end)
            && joined(doc, end + 1)
            && is_upper(doc, end + 2)
            && !is_common(doc, end + 2)
        {
            // "Stadt Waldau an der Lauter"
            end += 3;
        } else {
            break;
        }
    }
    trim(doc, i..end)
}

/// The name that ends right before word `end`, if one does.
#[must_use]
pub fn until(doc: &Document<'_>, end: usize) -> Option<Range<usize>> {
    let ends = end > 0
        && doc
            .gap(end - 1)
            .contains(['.', '!', '?', ';', ':', '|', ',', '\n']);
    if ends { None } else { before_comma(doc, end) }
}

/// As [`until`], whatever mark stands behind the name.
#[must_use]
pub fn before_comma(doc: &Document<'_>, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > 0 && end - start < MOST {
        let i = start - 1;
        if start < end && !joined(doc, i) || start == end && doc.gap(i).len() > 3 {
            break;
        }
        let linked =
            start < end && is_link(doc, i) && i > 0 && is_upper(doc, i - 1) && joined(doc, i - 1);
        if is_upper(doc, i)
            || is_legal_form(doc, i)
            || linked
            || start == end && doc.folded(i) == "s" && i > 0 && matches!(doc.gap(i - 1), "'" | "’")
        {
            start = i;
        } else {
            break;
        }
    }
    // "GmbH is", "Acme (AC) is" keep; a sentence's first word in capitals goes
    trim(doc, start..end)
}

/// `name` less common words at its start and a possessive at its end; none if nothing else is left.
#[must_use]
pub fn trim(doc: &Document<'_>, mut name: Range<usize>) -> Option<Range<usize>> {
    while name.len() > 1 && is_link(doc, name.end - 1) && doc.gap(name.end - 2) != "." {
        name.end -= 1;
    }
    while name.len() > 1 && is_common(doc, name.start) {
        let article = matches!(
            doc.word_str(name.start),
            "The" | "La" | "Le" | "Les" | "El" | "Los" | "Las"
        );
        if article && !is_common(doc, name.start + 1) {
            break;
        }
        name.start += 1;
    }
    let all_common = name
        .clone()
        .all(|i| is_common(doc, i) || is_link(doc, i) || is_legal_form(doc, i));
    let letters = name
        .clone()
        .any(|i| doc.word_str(i).chars().any(char::is_alphabetic));
    let named = !name.is_empty() && !all_common && letters && !is_measure(doc, name.start);
    named.then_some(name)
}

/// The name's words that tell it from others: no legal forms, no "The".
#[must_use]
pub fn key(doc: &Document<'_>, name: &Range<usize>) -> Vec<u64> {
    let all = name
        .clone()
        .filter(|i| !is_legal_form(doc, *i) && doc.folded(*i) != "the");
    let key: Vec<_> = all.map(|i| doc.words[i].hash).collect();
    if key.is_empty() {
        return name.clone().map(|i| doc.words[i].hash).collect();
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_where_they_end() {
        let cases = [
            ("Harbour Clinic is a clinic", "Harbour Clinic"),
            ("the Harbour Clinic, we care", "Harbour Clinic"),
            ("Rettig & Sohn GmbH sucht", "Rettig & Sohn GmbH"),
            ("Acme, Inc. is hiring", "Acme, Inc"),
            ("Bank of Lindholm offers", "Bank of Lindholm"),
            ("Nordlicht’s mission", "Nordlicht"),
            ("Our Team is", ""),
            ("us and you", ""),
            ("1.5x. This is hourly work", ""),
            ("2x on Sundays", ""),
            ("1,5x. Dit is vast werk", ""),
            ("10x Bakeries is hiring", "10x Bakeries"),
            ("3D. Print is new", "3D"),
            ("backwerk24.de sucht", ""),
            ("Backwerk24.de sucht", "Backwerk24.de"),
        ];
        for (text, want) in cases {
            let doc = Document::new(text);
            let got = from(&doc, 0).map_or("", |n| doc.str(doc.span_of(n)));
            assert_eq!(got, want, "{text}");
        }
    }
}
