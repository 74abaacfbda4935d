//! Where one paste holds several postings: lines of dashes or the like between them, or page breaks. Never
//! takes one posting apart: each piece must be one by itself.

use super::{Span, read};

/// No more pieces than this are looked at.
const MOST: usize = 100;

/// A piece shorter than this is no posting, in bytes.
const LEAST_BYTES: usize = 200;

/// The pieces of a text that holds several postings, in order; none where it holds one or nothing.
#[must_use]
pub fn apart(text: &str) -> Vec<Span> {
    let pieces = pieces(text);
    if pieces.len() < 2 || pieces.len() > MOST {
        return Vec::new();
    }
    let is_posting = |piece: &&Span| {
        let posting = read(piece.of(text));
        let facts = &posting.facts;
        let named = facts.company.is_some() || !facts.locations.is_empty();
        posting.is_posting && facts.title.is_some() && named
    };
    let whole = pieces.iter().filter(is_posting).count();
    // Sections of one posting are no postings each; a rest of chrome may stand between postings.
    if whole >= 2 && whole * 2 > pieces.len() {
        pieces
    } else {
        Vec::new()
    }
}

/// What stands between lines that part, but for what is too short to be a posting.
fn pieces(text: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut keep = |start: usize, end: usize| {
        if text[start..end].trim().len() >= LEAST_BYTES {
            pieces.push(Span { start, end });
        }
    };
    for line in text.split_inclusive('\n') {
        if parts(line.trim_end_matches(['\n', '\r'])) {
            keep(start, at);
            start = at + line.len();
        }
        at += line.len();
    }
    keep(start, text.len());
    pieces
}

/// Whether a line parts: a page break, or the same sign at least five times and nothing else.
fn parts(line: &str) -> bool {
    if line.contains('\u{c}') {
        return true;
    }
    let line = line.trim();
    let Some(first) = line.chars().next() else {
        return false;
    };
    "-=*_#~\u{2014}\u{2500}\u{2550}".contains(first)
        && line.chars().count() >= 5
        && line.chars().all(|c| c == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAKER: &str = "Baker, early shift\nBakery Hollis, Leeds\nFull-time, £13.20 per hour\n\n\
        What you will do\n- Bake bread and rolls from four in the morning\n- Keep the ovens clean\n\n\
        What we ask\n- Two years in a bakery\n- Food hygiene certificate level 2\n";
    const CLERK: &str = "Payroll Clerk\nCompany: Ostrava Logistics Ltd\nLocation: Manchester\nSalary: £27,000 per year\n\n\
        Your tasks\n- Run the monthly payroll for 300 staff\n- Answer questions on payslips\n\n\
        Requirements\n- Experience with Sage Payroll\n- Good Excel\n";

    #[test]
    fn postings_between_lines_are_taken_apart() {
        for between in [
            "\n-----\n",
            "\n==========\n",
            "\n\u{c}\n",
            "\n* * *\n\n_______\n",
        ] {
            let text = format!("{BAKER}{between}{CLERK}");
            let pieces = apart(&text);
            assert_eq!(pieces.len(), 2, "{between:?}");
            assert!(pieces[0].of(&text).contains("Hollis"));
            assert!(pieces[1].of(&text).contains("Ostrava"));
        }
    }

    #[test]
    fn one_posting_stays_one() {
        let sections = CLERK.replace("\n\n", "\n\n----------\n\n");
        let long = format!(
            "{CLERK}\n--------\nAbout us\n{}",
            "We move goods by rail and road. ".repeat(20)
        );
        for text in [CLERK, &sections, &long, "", "-----\n-----\n=====\n"] {
            assert_eq!(apart(text), Vec::new(), "{text}");
        }
    }
}
