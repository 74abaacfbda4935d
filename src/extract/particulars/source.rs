//! Where the posting was found: an address on a line of its own near the top, else the board that the
//! page names itself.

use crate::extract::document::{Document, display};
use crate::extract::facts::Fact;
use crate::extract::lexicon::{Hit, Lexicon};
use crate::extract::span::Span;

static BOARDS: Lexicon = Lexicon::of("boards");

/// Lines at the top that may hold an address or the page's title.
const TOP: usize = 12;

/// The link to the posting, or the board's name.
pub fn read(doc: &Document<'_>) -> Option<Fact<String>> {
    let lines = || doc.lines.iter().filter(|l| !l.words.is_empty());
    let address = lines().take(TOP).find_map(|line| {
        let span = line.span.trim(doc.text);
        let s = span.of(doc.text);
        let http = s.starts_with("https://") || s.starts_with("http://");
        (http && s.len() <= 300 && !s.contains(char::is_whitespace) && is_posting(s))
            .then_some(span)
    });
    if let Some(span) = address {
        return Some(Fact::new(span.of(doc.text).to_string(), span, "address"));
    }
    // "Title in Town | Board", "Company • Town • via Board"
    let named = |hit: &Hit, line_start: usize, line_end: usize| {
        let before = if hit.words.start > line_start {
            doc.gap(hit.words.start - 1)
        } else {
            ""
        };
        let last = hit.words.end == line_end;
        let title = last && before.contains(['|', '-', '–', '—', '·', '•']);
        let via = hit.words.start > line_start && doc.folded(hit.words.start - 1) == "via";
        title || via
    };
    for line in lines().take(TOP) {
        let hits = BOARDS.find(doc, line.words.clone());
        if let Some(hit) = hits
            .take(8)
            .find(|h| named(h, line.words.start, line.words.end))
        {
            return Some(board(doc, hit.span));
        }
    }
    // "Apply directly on X", "Find more jobs on X" at the end
    let last: Vec<_> = doc
        .lines
        .iter()
        .rev()
        .filter(|l| !l.words.is_empty())
        .take(4)
        .collect();
    for line in last {
        for hit in BOARDS.find(doc, line.words.clone()) {
            let on = hit.words.start > line.words.start
                && matches!(
                    doc.folded(hit.words.start - 1),
                    "on" | "auf" | "sur" | "at" | "op" | "su" | "pa"
                );
            if on && hit.words.end == line.words.end {
                return Some(board(doc, hit.span));
            }
        }
    }
    None
}

/// Whether an address looks like a posting's own, not a page about pay, privacy or the company.
fn is_posting(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    let any = |words: &[&str]| words.iter().any(|w| address.contains(w));
    any(&[
        "job",
        "career",
        "karriere",
        "vacan",
        "position",
        "stelle",
        "emploi",
        "emplei",
        "empleo",
        "oferta",
        "offre",
        "vaga",
        "lavoro",
        "annunc",
        "apply",
        "posting",
        "opening",
        "requisition",
        "opportunit",
        "greenhouse",
        "lever.co",
        "workday",
        "ashbyhq",
        "grnh",
        "platsbanken",
        "recruit",
    ]) && !any(&[
        "privacy",
        "benefit",
        "-pay",
        "/pay",
        "policy",
        "/about",
        "legal",
        "equal",
        "accommodation",
    ])
}

fn board(doc: &Document<'_>, span: Span) -> Fact<String> {
    Fact::new(display(doc.text, span), span, "board")
}
