//! A demand's words: as written, folded and as stems, and the concepts they name. Knows the concepts' file
//! and no list of the reader's, so that comparing needs no reader.

use std::sync::LazyLock;

use super::stem::{stem, stems};
use crate::extract::lexicon::fold;
use crate::extract::order;
use crate::extract::word::{hash_word, split};

/// The concepts: `[head]` lines, each followed by its phrases.
pub(super) const CONCEPTS: &str = include_str!("concepts.txt");

/// A word of a demand.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    /// As written.
    pub written: &'t str,
    /// Folded.
    pub folded: String,
    /// The hash of its stem.
    pub stem: u64,
    /// What stands between it and the word before.
    pub gap: &'t str,
}

/// The first `most` words of `text`.
pub(super) fn tokens(text: &str, most: usize) -> Vec<Token<'_>> {
    let mut folded = String::new();
    let words = split(text, &mut folded);
    let mut out = Vec::with_capacity(words.len().min(most));
    let mut end = 0;
    for word in words.iter().take(most) {
        let written = word.span.of(text);
        let folded = fold(written);
        out.push(Token {
            written,
            stem: hash_word(stem(&folded)),
            gap: &text[end..word.span.start],
            folded,
        });
        end = word.span.end;
    }
    out
}

impl Token<'_> {
    /// Whether a clause ends before it, and with it any phrase.
    fn opens_clause(&self) -> bool {
        self.gap.contains([',', ';', ':', '('])
    }
}

/// A phrase: its stems and its head.
struct Phrase {
    stems: Vec<u64>,
    head: &'static str,
}

/// The phrases by their first stem, of one stem the longest first.
static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    for (phrase, head) in entries() {
        let mut folded = String::new();
        let stems = stems(phrase);
        let words = split(&stems, &mut folded);
        phrases.push(Phrase {
            stems: words.iter().map(|w| w.hash).collect(),
            head,
        });
    }
    order::sort_by(&mut phrases, |a, b| {
        let first = a.stems.first().cmp(&b.stems.first());
        first.then(b.stems.len().cmp(&a.stems.len()))
    });
    phrases
});

/// The phrases of the file with their heads, in order.
pub(super) fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut head = "";
    CONCEPTS.lines().filter_map(move |line| {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            head = name;
        }
        let is_phrase = !line.is_empty() && !line.starts_with(['#', '[']);
        is_phrase.then_some((line, head))
    })
}

/// The longest phrase that starts at word `i`: how many words it takes, and its head.
pub(super) fn concept(tokens: &[Token<'_>], i: usize) -> Option<(usize, &'static str)> {
    let first = Some(&tokens[i].stem);
    let from = PHRASES.partition_point(|p| p.stems.first() < first);
    let found = PHRASES[from..]
        .iter()
        .take_while(|p| p.stems.first() == first)
        .find(|p| {
            let rest = tokens[i + 1..].iter().take_while(|t| !t.opens_clause());
            let mut rest = rest.map(|t| t.stem);
            p.stems[1..].iter().all(|stem| rest.next() == Some(*stem))
        })?;
    Some((found.stems.len(), found.head))
}
