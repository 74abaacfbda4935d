//! Web addresses in the posting proper.

use super::counts;
use crate::extract::document::Document;
use crate::extract::facts::Fact;
use crate::extract::span::Span;

/// The longest address taken, in bytes.
const LONGEST: usize = 300;

/// The addresses in order, each once.
#[must_use]
pub fn read(doc: &Document<'_>) -> Vec<Fact<String>> {
    let mut out: Vec<Fact<String>> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (_, line) in doc.worded().filter(|(_, l)| counts(l.label)) {
        let s = doc.str(line.span);
        let mut from = 0;
        while let Some(at) = next(s, from) {
            let end = end_of(s, at);
            from = end.max(at + 4);
            let span = Span::new(line.span.start + at, line.span.start + end);
            let link = doc.str(span);
            let host = link.split("://").last().unwrap_or(link);
            if host.trim_start_matches("www.").contains('.') && seen.insert(link) {
                out.push(Fact::new(link.to_owned(), span, "web address"));
            }
        }
    }
    out
}

/// Where the next address starts.
fn next(s: &str, from: usize) -> Option<usize> {
    let bytes = s.as_bytes();
    (from..bytes.len()).find(|&i| {
        if !matches!(bytes[i], b'h' | b'H' | b'w' | b'W') {
            return false;
        }
        let fresh = i == 0 || !bytes[i - 1].is_ascii_alphanumeric();
        let rest = &bytes[i..];
        let starts = |p: &str| {
            rest.get(..p.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(p.as_bytes()))
        };
        fresh
            && (starts("http://")
                || starts("https://")
                || (starts("www.") && !after_scheme(bytes, i)))
    })
}

fn after_scheme(bytes: &[u8], i: usize) -> bool {
    i >= 3 && &bytes[i - 3..i] == b"://"
}

/// Where the address that starts at `at` ends: at white space, a quote, or the bracket that closes
/// one opened before it; the marks of the sentence around it do not belong to it.
fn end_of(s: &str, at: usize) -> usize {
    let mut depth = 0;
    let mut end = s.len();
    for (i, c) in s[at..].char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => {
                end = at + i;
                break;
            }
            ')' => depth -= 1,
            c if c.is_whitespace()
                || matches!(c, '"' | '<' | '>' | '“' | '”' | ']' | '*' | '|') =>
            {
                end = at + i;
                break;
            }
            _ if i > LONGEST => {
                end = at + i;
                break;
            }
            _ => {}
        }
    }
    at + s[at..end]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’'])
        .len()
}
