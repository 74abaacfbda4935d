//! A demand's words: as written, folded and as stems, and the concepts they name. Knows the concepts' file
//! and no list of the reader's, so that comparing needs no reader.

use std::sync::LazyLock;

use super::stem::stem;
use crate::extract::lexicon::fold;
use crate::extract::order;
use crate::extract::word::{hash_word, split};

/// The concepts: `[head]` lines, each followed by its phrases, whose words are folded when the crate is
/// built.
const CONCEPTS: &str = include_str!(concat!(env!("OUT_DIR"), "/concepts.txt"));

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

/// A phrase: its words folded with a blank between, the hash of the first one's stem, and its head.
struct Phrase {
    first: u64,
    words: &'static str,
    count: usize,
    head: &'static str,
}

impl Phrase {
    /// Whether it stands at the start of these words, each a form of its own.
    fn fits(&self, tokens: &[Token<'_>]) -> bool {
        let fits = |(word, token): (&str, &Token<'_>)| {
            word.as_bytes().first() == token.folded.as_bytes().first()
                && hash_word(stem(word)) == token.stem
                && is_form(word, &token.folded)
        };
        self.count <= tokens.len() && self.words.split(' ').zip(tokens).all(fits)
    }

    /// How many letters its words share with those of the text.
    fn shared(&self, tokens: &[Token<'_>]) -> usize {
        let alike = |(phrase, token): (&str, &Token<'_>)| {
            let pairs = phrase.bytes().zip(token.folded.bytes());
            let shared = pairs.take_while(|(a, b)| a == b).count();
            // The very word is likelier than any longer one that begins with it.
            shared * 2 + usize::from(phrase == token.folded)
        };
        self.words.split(' ').zip(tokens).map(alike).sum()
    }
}

/// Whether two words that share a stem are forms of one: half of the longer is the same.
pub(super) fn is_form(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    shared * 2 >= a.len().max(b.len())
}

/// The phrases by their first stem, of one stem the longest first.
static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    for (words, head) in entries() {
        let first = words.split(' ').next().unwrap_or_default();
        phrases.push(Phrase {
            first: hash_word(stem(first)),
            words,
            count: 1 + words.bytes().filter(|b| *b == b' ').count(),
            head,
        });
    }
    order::sort_by(&mut phrases, |a, b| {
        a.first.cmp(&b.first).then(b.count.cmp(&a.count))
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

/// The longest phrase that starts at word `i`: how many words it takes, and its head. Of several whose
/// stems are the same ("physics", "physician") the one that is most like the words.
pub(super) fn concept(tokens: &[Token<'_>], i: usize) -> Option<(usize, &'static str)> {
    let first = tokens[i].stem;
    let from = PHRASES.partition_point(|p| p.first < first);
    let behind = &tokens[i + 1..];
    let clause = behind.iter().take_while(|t| !t.opens_clause()).count();
    let words = &tokens[i..=i + clause];
    let mut best: Option<(&Phrase, usize)> = None;
    for phrase in PHRASES[from..].iter().take_while(|p| p.first == first) {
        if best.is_some_and(|(b, _)| b.count > phrase.count) {
            break;
        }
        if !phrase.fits(words) {
            continue;
        }
        let shared = phrase.shared(words);
        if best.is_none_or(|(_, most)| shared > most) {
            best = Some((phrase, shared));
        }
    }
    best.map(|(phrase, _)| (phrase.count, phrase.head))
}
