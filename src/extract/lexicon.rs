//! Phrase lists as data, and finding their phrases in a document. A lexicon file is lines of
//! phrases under `[value]` heads, `#` for comments; `phrase = value` gives a line a value of its
//! own. Matching is by whole folded words, longest first; what may stand between two words of a
//! phrase is a blank, a hyphen, a slash, a dot or the like, so "full time" also finds "Full-Time".

use std::collections::HashMap;
use std::ops::Range;

use super::document::{Document, fold_into, hash_word, word_hashes};
use super::span::Span;

/// A compiled phrase list.
#[derive(Debug, Default)]
pub struct Lexicon {
    by_first: HashMap<u64, Vec<Entry>, Plain>,
    /// A bit for every first word, by the hash's low bits: most words of a text begin no phrase, and
    /// this says so without a look into the map.
    bits: Vec<u64>,
}

#[derive(Debug)]
struct Entry {
    rest: Box<[u64]>,
    value: &'static str,
}

/// A phrase found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its words, as indices into [`Document::words`].
    pub words: Range<usize>,
    /// Where it stands.
    pub span: Span,
    /// The value of its entry.
    pub value: &'static str,
}

impl Lexicon {
    /// Compiles a lexicon file's text. Of two equal phrases the first holds (the lint test forbids
    /// them within a file).
    #[must_use]
    pub fn parse(data: &'static str) -> Self {
        let mut lexicon = Self::default();
        for (phrase, value) in entries(data) {
            lexicon.add(phrase, value);
        }
        lexicon
    }

    /// Adds one phrase.
    pub fn add(&mut self, phrase: &str, value: &'static str) {
        let words = word_hashes(phrase);
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        if !self.by_first.contains_key(first) {
            self.mark(*first);
        }
        let list = self.by_first.entry(*first).or_default();
        if list.iter().any(|e| *e.rest == *rest) {
            return;
        }
        let at = list.partition_point(|e| e.rest.len() >= rest.len());
        list.insert(
            at,
            Entry {
                rest: rest.into(),
                value,
            },
        );
    }

    /// Sets the bit of a new first word; doubles the bits while they are crowded.
    fn mark(&mut self, first: u64) {
        let words = self.by_first.len() + 1;
        if words * 8 > self.bits.len() * 64 {
            self.bits = vec![0; (2 * self.bits.len()).max(4)];
            let old: Vec<u64> = self.by_first.keys().copied().collect();
            for hash in old {
                self.set(hash);
            }
        }
        self.set(first);
    }

    fn set(&mut self, hash: u64) {
        let at = hash as usize & (self.bits.len() * 64 - 1);
        self.bits[at / 64] |= 1 << (at % 64);
    }

    /// Whether the word of this hash may begin a phrase.
    #[inline]
    fn may_begin(&self, hash: u64) -> bool {
        let at = hash as usize & (self.bits.len() * 64).wrapping_sub(1);
        self.bits
            .get(at / 64)
            .is_some_and(|bits| bits & (1 << (at % 64)) != 0)
    }

    /// The value of the phrase that is the one word of this hash.
    #[must_use]
    pub fn value_of(&self, word: u64) -> Option<&'static str> {
        let entries = self.by_first.get(&word)?;
        entries.iter().find(|e| e.rest.is_empty()).map(|e| e.value)
    }

    /// The longest phrase that starts at word `i` and ends before word `end`.
    #[must_use]
    #[inline]
    pub fn at(&self, doc: &Document<'_>, i: usize, end: usize) -> Option<Hit> {
        if !self.may_begin(doc.words[i].hash) {
            return None;
        }
        self.longest(doc, i, end)
    }

    fn longest(&self, doc: &Document<'_>, i: usize, end: usize) -> Option<Hit> {
        let list = self.by_first.get(&doc.words[i].hash)?;
        let entry = list.iter().find(|e| {
            i + e.rest.len() < end
                && e.rest
                    .iter()
                    .enumerate()
                    .all(|(k, h)| doc.words[i + k + 1].hash == *h && joins(doc.gap(i + k)))
        })?;
        let words = i..i + 1 + entry.rest.len();
        Some(Hit {
            span: doc.span_of(words.clone()),
            words,
            value: entry.value,
        })
    }

    /// The phrases in the words `range`, from the left, longest first, without overlap.
    pub fn find<'a>(
        &'a self,
        doc: &'a Document<'_>,
        range: Range<usize>,
    ) -> impl Iterator<Item = Hit> + 'a {
        let (mut i, end) = (range.start, range.end);
        std::iter::from_fn(move || {
            while i < end {
                if let Some(hit) = self.at(doc, i, end) {
                    i = hit.words.end;
                    return Some(hit);
                }
                i += 1;
            }
            None
        })
    }
}

/// The phrases and values of a lexicon file's text, in order.
pub fn entries(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut head = "";
    data.lines().filter_map(move |line| {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(value) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            head = value.trim();
            return None;
        }
        Some(match line.split_once(" = ") {
            Some((phrase, value)) => (phrase.trim(), value.trim()),
            None => (line, head),
        })
    })
}

/// Whether `gap` may stand between two words of one phrase.
#[must_use]
pub fn joins(gap: &str) -> bool {
    if gap == " " || gap.is_empty() {
        return true;
    }
    // a backslash is Markdown's escape and no mark of its own
    let marks = gap
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\\')
        .count();
    let known = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '\\' | '‑' | '–' | '/' | '.' | '\'' | '’' | '&' | '_' | '*' | '·' | '§'
            )
    };
    let breaks = gap.matches('\n').count();
    let sentence_end = gap.starts_with('.') && gap.len() > 1;
    gap.len() <= 12 && breaks <= 1 && marks <= 2 && !sentence_end && gap.chars().all(known)
}

/// The folded form of one word, for tables made in code.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        fold_into(c, &mut out);
    }
    out
}

/// The hash of a word as it stands in [`Document::words`].
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    hash_word(&fold(word))
}

/// Word hashes are hashes already: the map takes them as they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plain;

impl std::hash::BuildHasher for Plain {
    type Hasher = PlainHasher;
    fn build_hasher(&self) -> PlainHasher {
        PlainHasher(0)
    }
}

/// See [`Plain`].
#[derive(Clone, Copy, Debug)]
pub struct PlainHasher(u64);

impl std::hash::Hasher for PlainHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = (self.0 ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3);
        }
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_longest_first() {
        let lexicon = Lexicon::parse("[a]\nfull time\nfull\n[b]\nci cd\nc++ = plus\n# no\n");
        let doc = Document::new("Full-Time, fulltime, a full day; CI/CD and C++ (C)");
        let hits: Vec<_> = lexicon
            .find(&doc, 0..doc.words.len())
            .map(|h| (doc.str(h.span), h.value))
            .collect();
        assert_eq!(
            hits,
            [
                ("Full-Time", "a"),
                ("full", "a"),
                ("CI/CD", "b"),
                ("C++", "plus")
            ]
        );
    }

    #[test]
    fn a_phrase_does_not_run_over_a_sentence_end() {
        let lexicon = Lexicon::parse("full time\n");
        let doc = Document::new("It is full. Time to go. Full\ntime");
        assert_eq!(lexicon.find(&doc, 0..doc.words.len()).count(), 1);
    }
}
