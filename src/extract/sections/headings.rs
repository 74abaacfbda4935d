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
    let (mut kind, mut covered, mut named, mut first) = (None, 0, 0, usize::MAX);
    for hit in HEADINGS.find(doc, words.clone()) {
        covered += hit.words.len();
        if let Some(k) = Kind::named(hit.value) {
            named += hit.words.len();
            // the last name wins over a weak one at the head ("Experience and benefits" is rare)
            if kind.is_none()
                || kind == Some(Kind::Neutral)
                || kind == Some(Kind::About) && k != Kind::Place
            {
                kind = Some(k);
            }
            first = first.min(hit.words.start - words.start);
        }
    }
    let n = e.words;
    let whole = covered == n && named > 0;
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
