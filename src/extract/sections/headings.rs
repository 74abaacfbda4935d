//! Which lines are headings, and what they announce: by phrase, by shape, by what follows.

use super::super::document::{Document, Mark};
use super::super::lexicon::Lexicon;
use super::evidence::{Evidence, Heading, Key, is_item};
use super::kind::Kind;

static HEADINGS: Lexicon = Lexicon::of("headings");

/// Longer lines are no headings.
const MOST_WORDS: usize = 14;

/// Sets `heading` of every line that is one or begins with one.
pub fn find(doc: &Document<'_>, seen: &mut [Evidence]) {
    let mut next = None;
    for i in (0..seen.len()).rev() {
        if doc.lines[i].is_blank() {
            continue;
        }
        seen[i].heading = read(doc, i, &seen[i], next.map(|n: usize| (n, &seen[n])));
        next = Some(i);
    }
}

fn read(
    doc: &Document<'_>,
    i: usize,
    e: &Evidence,
    next: Option<(usize, &Evidence)>,
) -> Option<Heading> {
    let line = &doc.lines[i];
    if e.words == 0 || line.continues {
        return None;
    }
    let mut words = line.words.clone();
    while words.start < words.end && doc.words[words.start].span.start < line.content.start {
        words.start += 1;
    }
    if let Some(kind) = inline(doc, words.clone()) {
        return Some(Heading {
            kind: Some(kind),
            inline: true,
        });
    }
    if e.key == Key::No
        && let Some(kind) = cried(doc, words.clone())
    {
        return Some(Heading { kind, inline: true });
    }
    if e.words > MOST_WORDS || matches!(e.end, Some('.' | ',' | ';')) {
        return None;
    }
    let structure = match line.mark {
        Mark::Heading(_) => 3,
        Mark::Bold => 2,
        Mark::Bullet => -3,
        Mark::Number => -1,
        Mark::Plain => 0,
    } + 2 * i32::from(e.end == Some(':'))
        + i32::from(e.caps)
        + i32::from(e.end == Some('?'));
    let Hits {
        mut kind,
        covered,
        named,
        first,
    } = hits(doc, words.clone());
    let n = e.words;
    let mut whole = covered == n && named > 0;
    if !whole && let Some(part) = bracketed(doc, words) {
        (kind, whole) = (Some(part), true);
    }
    let followed = next.is_some_and(|(j, f)| {
        is_item(doc.lines[j].mark) && !is_item(line.mark) || f.words >= 9.max(n + 4)
    });
    let strong = whole && structure >= -2 && (structure > -2 || n > 1)
        || named >= 2
            && first == 0
            && n <= named + 4
            && structure >= 0
            && (followed || structure >= 1)
        || named >= 1 && covered * 2 >= n && structure >= 1
        || named >= 1 && structure >= 2 && n <= 10;
    if strong && !(is_item(line.mark) && !followed && structure < -1) {
        return Some(Heading {
            kind,
            inline: false,
        });
    }
    let shaped =
        structure >= 2 && n <= 12 || structure >= 1 && n <= 8 && followed && e.key == Key::No;
    (shaped && !is_item(line.mark) && !e.money).then_some(Heading {
        kind: None,
        inline: false,
    })
}

/// "Requirements: five years of ..." and "**Requirements** five years": a heading with content on its line.
fn inline(doc: &Document<'_>, words: std::ops::Range<usize>) -> Option<Kind> {
    let hit = HEADINGS.at(doc, words.start, words.end)?;
    let kind = Kind::named(hit.value)?;
    if kind == Kind::Place || hit.words.end >= words.end {
        return None;
    }
    let gap = doc.gap(hit.words.end - 1);
    let rest = words.end - hit.words.end;
    (gap.contains(':') && !gap.contains('\n') && rest >= 3).then_some(kind)
}

/// What the list of headings says of some words.
struct Hits {
    kind: Option<Kind>,
    /// Words that any phrase covers, words that one with a kind covers.
    covered: usize,
    named: usize,
    /// How far from the first word the first phrase with a kind stands.
    first: usize,
}

fn hits(doc: &Document<'_>, words: std::ops::Range<usize>) -> Hits {
    let mut out = Hits {
        kind: None,
        covered: 0,
        named: 0,
        first: usize::MAX,
    };
    for hit in HEADINGS.find(doc, words.clone()) {
        out.covered += hit.words.len();
        if let Some(k) = Kind::named(hit.value) {
            out.named += hit.words.len();
            // the last name wins over a weak one at the head ("Experience and benefits" is rare)
            if out.kind.is_none()
                || out.kind == Some(Kind::Neutral)
                || out.kind == Some(Kind::About) && k != Kind::Place
            {
                out.kind = Some(k);
            }
            out.first = out.first.min(hit.words.start - words.start);
        }
    }
    out
}

/// "The spices (Preferred qualifications)", "Requirements (you bring all of these)": one part is a heading,
/// the other says it again.
fn bracketed(doc: &Document<'_>, words: std::ops::Range<usize>) -> Option<Kind> {
    let open = words
        .clone()
        .skip(1)
        .find(|w| doc.gap(w - 1).contains('('))?;
    if !doc.gap(words.end - 1).trim_start().starts_with(')') {
        return None;
    }
    [open..words.end, words.start..open]
        .into_iter()
        .find_map(|part| {
            let hits = hits(doc, part.clone());
            hits.kind.filter(|_| hits.covered == part.len())
        })
}

/// "PROJECT DESCRIPTION: The bridge was ...": capitals and a colon head what follows, whether or not the
/// list knows them.
fn cried(doc: &Document<'_>, words: std::ops::Range<usize>) -> Option<Option<Kind>> {
    let end = words.clone().take(6).find(|w| doc.gap(*w).contains(':'))? + 1;
    let caps = |w: usize| !doc.word_str(w).contains(char::is_lowercase);
    let head = words.start..end;
    let letters = head.clone().any(|w| doc.word_str(w).len() >= 4);
    let said = words.end - end >= 5 && !(end..words.end).all(caps);
    (letters && said && head.clone().all(caps)).then(|| hits(doc, head).kind)
}

#[cfg(test)]
mod tests {
    use super::super::{evidence, wraps};
    use super::*;

    fn heading(text: &str) -> Option<Heading> {
        let mut doc = Document::new(text);
        wraps::mark(&mut doc);
        let mut seen = evidence::read(&doc);
        find(&doc, &mut seen);
        seen[0].heading
    }

    #[test]
    fn a_bracket_says_what_a_heading_means() {
        let cases = [
            (
                "The spices (Preferred Qualifications)\nA second language",
                Kind::Nice,
            ),
            ("Load-bearing walls (Requirements)\nA licence", Kind::Must),
            (
                "Requirements (what you need to like it here)\nA licence",
                Kind::Must,
            ),
        ];
        for (text, kind) in cases {
            let want = Heading {
                kind: Some(kind),
                inline: false,
            };
            assert_eq!(heading(text), Some(want), "{text}");
        }
        assert_eq!(heading("Rust (or another language)\nSQL"), None);
    }

    #[test]
    fn capitals_and_a_colon_head_their_line() {
        let rest = "The bridge was built by the town and opened in spring.";
        let kind = |head: &str| heading(&format!("{head}: {rest}"));
        let inline = |kind| Some(Heading { kind, inline: true });
        assert_eq!(kind("ABOUT COMPANY"), inline(Some(Kind::About)));
        assert_eq!(kind("THE BRIDGE"), inline(None));
        assert_eq!(kind("The bridge"), None);
        assert_eq!(
            heading("NOTE: CLOSED ON MONDAYS AND ALL PUBLIC HOLIDAYS"),
            None
        );
    }
}
