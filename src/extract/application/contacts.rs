//! Ways to reach a person: e-mail addresses, telephone numbers, names behind words that announce one.

use super::counts;
use crate::extract::document::{Document, Line};
use crate::extract::facts::{Contact, Fact};
use crate::extract::label::Label;
use crate::extract::lexicon::Lexicon;
use crate::extract::order;
use crate::extract::span::Span;

struct Words {
    person: Lexicon,
    phone: Lexicon,
    none: Lexicon,
}

static WORDS: Words = Words {
    person: Lexicon::heads("contact_words", &["person"]),
    phone: Lexicon::heads("contact_words", &["phone"]),
    none: Lexicon::heads("contact_words", &["none"]),
};

/// The contacts in order, each once.
#[must_use]
pub fn read(doc: &Document<'_>) -> Vec<Fact<Contact>> {
    let mut found: Vec<(Span, Contact, &'static str)> = Vec::new();
    for (_, line) in doc.worded().filter(|(_, l)| counts(l.label)) {
        emails(doc, line, &mut found);
        phones(doc, line, &mut found);
        if matches!(line.label, Label::Apply | Label::Meta | Label::Heading) {
            persons(doc, line, &mut found);
        }
    }
    order::sort_by_key(&mut found, |(span, _, _)| *span);
    let mut seen = std::collections::HashSet::new();
    found
        .into_iter()
        .filter(|(_, contact, _)| seen.insert(contact.clone()))
        .map(|(span, contact, reason)| Fact::new(contact, span, reason))
        .collect()
}

/// Bytes looked at to either side of an "@".
const REACH: usize = 64;

fn emails(doc: &Document<'_>, line: &Line, out: &mut Vec<(Span, Contact, &'static str)>) {
    let bytes = doc.text.as_bytes();
    for (at, _) in doc.str(line.span).match_indices('@') {
        let at = line.span.start + at;
        let local =
            |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
        let low = at.saturating_sub(REACH).max(line.span.start);
        let high = (at + 1 + REACH).min(line.span.end);
        let start = at - bytes[low..at].iter().rev().take_while(|b| local(b)).count();
        let domain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
        let mut end = at + 1 + bytes[at + 1..high].iter().take_while(|b| domain(b)).count();
        while end > at && matches!(bytes[end - 1], b'.' | b'-') {
            end -= 1;
        }
        let span = Span::new(start, end);
        let (name, host) = (&bytes[start..at], &bytes[(at + 1).min(end)..end]);
        let top = host
            .iter()
            .rev()
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        if !name.is_empty()
            && top >= 2
            && host.len() > top + 1
            && host[host.len() - top - 1] == b'.'
        {
            out.push((
                span,
                Contact::Email(doc.str(span).to_owned()),
                "e-mail address",
            ));
        }
    }
}

/// Telephone numbers: behind a word that announces one, or written as one ("+49 ...", "(555) 010-4477").
fn phones(doc: &Document<'_>, line: &Line, out: &mut Vec<(Span, Contact, &'static str)>) {
    let bytes = doc.text.as_bytes();
    let mut i = line.span.start;
    while i < line.span.end {
        let b = bytes[i];
        let opens = b.is_ascii_digit() || matches!(b, b'+' | b'(');
        let fresh = || {
            i == line.span.start
                || !(bytes[i - 1].is_ascii_alphanumeric()
                    || matches!(bytes[i - 1], b'/' | b'-' | b'.' | b'@' | b'=' | b'$'))
        };
        if !opens || !fresh() {
            i += 1;
            continue;
        }
        let mut end = i;
        let mut digits = 0;
        for (k, b) in bytes[i..line.span.end.min(i + 32)].iter().enumerate() {
            match b {
                b'0'..=b'9' => {
                    digits += 1;
                    end = i + k + 1;
                }
                b'+' if k == 0 => {}
                b' ' | b'-' | b'(' | b')' | b'.' | b'/' => {}
                _ => break,
            }
        }
        let span = Span::new(i, end.max(i));
        if (7..=15).contains(&digits) && looks(doc, line, span) {
            let s = doc.str(span).trim().to_owned();
            out.push((span, Contact::Phone(s), "telephone number"));
        }
        i = end.max(i + 1);
    }
}

fn looks(doc: &Document<'_>, line: &Line, span: Span) -> bool {
    let s = doc.str(span);
    let groups: Vec<usize> = s
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .filter(|n| *n > 0)
        .collect();
    if s.starts_with('+') {
        return true;
    }
    // 555-010-4477, (555) 010-4477, 1-555-010-4477
    let american = matches!(groups[..], [3, 3, 4] | [1, 3, 3, 4]) && !s.contains("  ");
    if american {
        return true;
    }
    // a word in front, no more than four back
    let first = doc.words.partition_point(|w| w.span.start < span.start);
    let low = first.saturating_sub(4).max(line.words.start);
    (low..first).any(|w| WORDS.phone.at(doc, w, first).is_some())
        && !matches!(groups[..], [2, 2, 4] | [4, 2, 2])
}

/// Names behind "Contact:", "Ansprechpartnerin", "Ms": two to four words with capitals.
fn persons(doc: &Document<'_>, line: &Line, out: &mut Vec<(Span, Contact, &'static str)>) {
    let mut i = line.words.start;
    while i < line.words.end {
        let Some(cue) = WORDS.person.at(doc, i, line.words.end) else {
            i += 1;
            continue;
        };
        i = cue.words.end;
        let mut start = cue.words.end;
        // "is", "Dr", a second cue ("Ansprechpartnerin Frau")
        for _ in 0..4 {
            if start >= line.words.end {
                break;
            }
            if let Some(more) = WORDS.person.at(doc, start, line.words.end) {
                start = more.words.end;
            } else if matches!(
                doc.folded(start),
                "is" | "ist" | "prof" | "dr" | "est" | "es" | "med" | "med."
            ) {
                start += 1;
            } else {
                break;
            }
        }
        let mut end = start;
        while end < line.words.end && end - start < 4 {
            let word = doc.word_str(end);
            let particle = matches!(
                word,
                "von" | "van" | "de" | "der" | "da" | "di" | "del" | "af" | "la"
            ) && end > start;
            let capital = word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().all(char::is_alphabetic)
                && word.chars().skip(1).any(char::is_lowercase)
                && WORDS.none.at(doc, end, end + 1).is_none();
            let joined = end == start || matches!(doc.gap(end - 1), " " | "-" | "’" | "'");
            if !joined || !(capital || particle) {
                break;
            }
            end += 1;
        }
        if end - start >= 2 {
            let span = doc.span_of(start..end);
            out.push((
                span,
                Contact::Person(doc.str(span).to_owned()),
                "name behind a cue",
            ));
            i = end;
        }
    }
}
