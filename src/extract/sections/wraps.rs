//! Which lines go on with the sentence or item of the line before: in texts that were wrapped at a
//! column, and where a page's links and bold words were pasted as lines of their own. A list of short
//! items does not go on.

use super::super::document::{Document, Mark};

/// Lines shorter than this end where they want to, not at a column.
const LEAST: usize = 45;
/// So much room is left at the end of a line even where the next word would have fitted.
const SLACK: usize = 8;
/// No one wraps by hand wider than this.
const MOST: usize = 110;

/// Sets `continues` of every line.
pub fn mark(doc: &mut Document<'_>) {
    let width = column(doc);
    let mut before = None;
    for i in 0..doc.lines.len() {
        let line = &doc.lines[i];
        if line.is_blank() {
            before = None;
            continue;
        }
        let goes_on = before.is_some_and(|p| {
            width.is_some_and(|width| goes_on(doc, p, i, width)) || is_piece(doc, p, i)
        });
        doc.lines[i].continues = goes_on;
        before = Some(i);
    }
}

/// Words that no line ends with on purpose: what follows belongs to them.
const OPEN: &str = " a an and the of our your or als am bei beim dem den der des die ein eine einen einer \
    oder und unser unsere vom zum zur au aux avec chez comme en et la le les leur nos notre ou par un \
    une vos votre como con de del el los las una y alla da dal dalla del della di e gli il lo nel per \
    ao aos com dos em na nas nos os para pela um uma aan het ett och un/a eine/n eine:n eine*n ";

/// Whether a sentence was cut before line `i`, where a link or a bold word began or ended.
fn is_piece(doc: &Document<'_>, before: usize, i: usize) -> bool {
    let (a, b) = (&doc.lines[before], &doc.lines[i]);
    let first = a.span.of(doc.text);
    let (said, second) = (first.trim_end(), b.content.of(doc.text));
    let set = matches!(a.mark, Mark::Heading(_) | Mark::Bold);
    let done = said.ends_with(['.', '!', '?', ':', ';']);
    // the dash between two amounts, each a line
    let figure = |l: &str| l.contains(|c: char| c.is_ascii_digit());
    if matches!(second, "—" | "–") {
        let next = doc.lines.get(i + 1);
        return figure(said) && next.is_some_and(|n| figure(n.content.of(doc.text)));
    }
    if matches!(said.trim(), "—" | "–") {
        return a.continues;
    }
    if set || done || b.mark != Mark::Plain {
        return false;
    }
    if second.starts_with(['.', ',', ';', ')']) && !second.starts_with("..") {
        return true;
    }
    let mut words = said.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let open = |word: &str| {
        OPEN.match_indices(word)
            .any(|(at, _)| OPEN[..at].ends_with(' ') && OPEN[at + word.len()..].starts_with(' '))
    };
    let spaced = first.len() > said.len();
    // alone on its line a word like that has a capital; so have the codes of languages
    if open(last) || spaced && words.next().is_none() && open(&last.to_lowercase()) {
        return true;
    }
    let small = |l: &str| l.chars().next().is_some_and(char::is_lowercase);
    let spaced = spaced || b.span.of(doc.text).starts_with(' ');
    let begun = a.continues || !small(a.content.of(doc.text));
    small(second) && spaced && begun
}

/// The column the text is wrapped at, if it is: long lines are many, none is much longer, and most of
/// those that end no sentence had no room for the next word.
fn column(doc: &Document<'_>) -> Option<usize> {
    let (mut near, mut wider, mut widest) = (0, 0, 0);
    for line in &doc.lines {
        let n = chars(line.span.of(doc.text).trim_end());
        if n > MOST {
            wider += 1;
        } else if n >= LEAST {
            near += 1;
            widest = widest.max(n);
        }
    }
    if near < 4 || wider * 6 > near {
        return None;
    }
    let (mut full, mut early) = (0, 0);
    for pair in doc.lines.windows(2) {
        let [first, second] = pair else { continue };
        if second.is_blank() || second.mark != Mark::Plain {
            continue;
        }
        let said = first.span.of(doc.text).trim_end();
        let n = chars(said);
        if n < LEAST || said.ends_with([':', '.', '!', '?', ';']) {
            continue;
        }
        let word = second.content.of(doc.text).split_whitespace().next();
        if n + 1 + chars(word.unwrap_or_default()) + SLACK > widest {
            full += 1;
        } else {
            early += 1;
        }
    }
    (full > early).then_some(widest)
}

fn chars(s: &str) -> usize {
    s.chars().count()
}

fn goes_on(doc: &Document<'_>, before: usize, i: usize, width: usize) -> bool {
    let (a, b) = (&doc.lines[before], &doc.lines[i]);
    if b.mark != Mark::Plain || matches!(a.mark, Mark::Heading(_) | Mark::Bold) {
        return false;
    }
    let first = a.span.of(doc.text).trim_end();
    let second = b.content.of(doc.text);
    let n = chars(first);
    if !(LEAST..=MOST).contains(&n) || first.ends_with([':', '.', '!', '?', ';']) {
        return false;
    }
    let word = second.split_whitespace().next().unwrap_or_default();
    let lower = word.chars().next().is_some_and(char::is_lowercase);
    // the next word would not have fitted, or the sentence plainly goes on
    n + 1 + chars(word) > width.min(n + 24).max(60) || (lower && n + 30 > width)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the lines that go on with the one before.
    fn joined(text: &str) -> Vec<usize> {
        let mut doc = Document::new(text);
        mark(&mut doc);
        (0..doc.lines.len())
            .filter(|i| doc.lines[*i].continues)
            .collect()
    }

    #[test]
    fn a_sentence_cut_at_its_links_goes_on() {
        let cases: [(&str, &str, &[usize]); 9] = [
            (
                "a bold word",
                "We look for a \nNight Baker\n to join us.",
                &[1, 2],
            ),
            (
                "a link at the end",
                "See our benefits \nhere\n.\nParking is free.",
                &[1, 2],
            ),
            (
                "an address",
                "Please write to \njobs@dunmore.example\n with a CV.",
                &[1, 2],
            ),
            (
                "a comma in front",
                "Als\nKoch\n, der mitdenkt, hilfst du uns.",
                &[2],
            ),
            (
                "an article alone",
                "Il \nGruppo Salmastra\nha tre sedi.",
                &[1],
            ),
            (
                "an article at the end",
                "Buscamos para Lugo un\nTornero",
                &[1],
            ),
            ("amounts", "Colorado\n$88,000\n—\n$97,000 USD", &[2, 3]),
            ("codes of languages", "DE\nEN\nKoch", &[]),
            ("items without marks", "python \njava \nrust ", &[]),
        ];
        for (name, text, want) in cases {
            assert_eq!(joined(text), want, "{name}");
        }
    }

    #[test]
    fn headings_and_items_stand_alone() {
        let cases = [
            "What you'll do\nBake bread",
            "Das bringst du mit\nFreude am Backen",
            "Requirements: \nfive years of practice",
            "- reading and \n- writing",
            "Rates\n—\nby agreement",
        ];
        for text in cases {
            assert!(joined(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_list_of_long_items_is_no_column() {
        let text = "A completed apprenticeship as a fitter of lifts and hoists\n\
                    A driving licence, and a liking for mornings\n\
                    Readiness to be called out one week in every seven, with a colleague to help\n\
                    Good German in talk and in writing, as customers ask\n\
                    Knowledge of controls by two makers of lifts";
        assert!(joined(text).is_empty());
    }
}
