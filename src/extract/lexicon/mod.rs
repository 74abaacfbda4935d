//! Phrase lists as data, and finding their phrases in a document. A list is a file of
//! `lexicons/*.txt`: lines of phrases under `[value]` heads, `#` for comments; `phrase = value` gives a
//! line a value of its own; under a head that opens with "=" a phrase counts in its very writing only.
//! Matching is by whole folded words, longest first; what may stand between two words of a phrase is a
//! blank, a hyphen, a slash, a dot or the like, so "full time" also finds "Full-Time".
//!
//! The lists are packed when the crate is built ([`pack`]) and matched all at once, when a document is
//! made ([`matches`]): a rule that looks for a phrase finds it found.

mod key;
pub mod pack;
mod table;

use std::ops::Range;

use super::document::{Document, fold_into, hash_word};
use super::span::Span;
use super::word;
pub use table::{Matches, matches};

/// The files of phrases: name, first group, the group behind the last, heads. A group is what stands
/// in one file under one value.
const FILES: &[(&str, u16, u16, &str)] = include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

/// A phrase list: the groups of a file, all or some.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon {
    from: u16,
    to: u16,
    /// A bit a group; with more than sixty-four in a file, only the whole file makes a list.
    mask: u64,
    /// What a word at which a phrase of the list starts is marked with.
    marks: Marks,
}

/// Where the phrases at a word are from: a bit for each file, and one for each group, that many share.
/// They tell at once of most words that a list has nothing to look for there.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    files: u64,
    groups: u64,
}

impl Marks {
    #[inline]
    fn meets(self, other: Self) -> bool {
        self.files & other.files != 0 && self.groups & other.groups != 0
    }
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
    /// All phrases of the file of this name.
    ///
    /// # Panics
    /// There is no such file. Lists are constants, so that this stops the build.
    #[must_use]
    pub const fn of(file: &str) -> Self {
        Self::list(place(file), !0)
    }

    /// The phrases of a file under these heads; "*" before or behind a head stands for anything. Of
    /// two equal phrases that of the earlier head in the file holds.
    ///
    /// # Panics
    /// There is no such file or head, or the file has more than sixty-four groups.
    #[must_use]
    pub const fn heads(file: &str, heads: &[&str]) -> Self {
        let k = place(file);
        let names = FILES[k].3;
        let mut mask = 0;
        let mut h = 0;
        while h < heads.len() {
            let found = groups(names.as_bytes(), heads[h].as_bytes());
            assert!(found != 0, "no such head");
            mask |= found;
            h += 1;
        }
        Self::list(k, mask)
    }

    /// The groups of file `k` that the mask has.
    const fn list(k: usize, mask: u64) -> Self {
        let (_, from, to, _) = FILES[k];
        let count = to - from;
        let all = if count < 64 { (1 << count) - 1 } else { !0 };
        Self {
            from,
            to,
            mask,
            marks: Marks {
                files: 1 << (k % 64),
                groups: (mask & all).rotate_left(from as u32 % 64),
            },
        }
    }

    /// The phrases of a file but those under these heads; see [`Lexicon::heads`].
    ///
    /// # Panics
    /// As [`Lexicon::heads`].
    #[must_use]
    pub const fn without(file: &str, heads: &[&str]) -> Self {
        Self::list(place(file), !Self::heads(file, heads).mask)
    }

    /// Whether `group` is one of the list's.
    #[inline]
    fn has(&self, group: u16) -> bool {
        (self.from..self.to).contains(&group) && self.mask >> ((group - self.from) & 63) & 1 == 1
    }

    /// The heads of the list's file, in order.
    #[must_use]
    pub fn values(&self) -> &'static [&'static str] {
        table::values(self.from, self.to)
    }

    /// The value of the phrase that is the one word of this hash.
    #[must_use]
    pub fn value_of(&self, word: u64) -> Option<&'static str> {
        let group = table::groups(word).iter().find(|group| self.has(**group))?;
        Some(table::value(*group))
    }

    /// Whether one of its phrases may start at word `i`: mostly not, and no more is looked at.
    #[must_use]
    #[inline]
    pub fn opens(&self, doc: &Document<'_>, i: usize) -> bool {
        doc.matches.marks(i).meets(self.marks)
    }

    /// The longest phrase that starts at word `i` and ends before word `end`.
    #[must_use]
    #[inline]
    pub fn at(&self, doc: &Document<'_>, i: usize, end: usize) -> Option<Hit> {
        if !self.opens(doc, i) {
            return None;
        }
        self.longest(doc, i, end)
    }

    #[inline(never)]
    fn longest(&self, doc: &Document<'_>, i: usize, end: usize) -> Option<Hit> {
        self.all(doc, i, end).next()
    }

    /// The phrases that start at word `i` and end before word `end`, longest first.
    pub fn all<'a>(
        &'a self,
        doc: &'a Document<'_>,
        i: usize,
        end: usize,
    ) -> impl Iterator<Item = Hit> + 'a {
        doc.matches.at(i).iter().rev().filter_map(move |found| {
            let words = i..i + usize::from(found.words);
            (self.has(found.group) && words.end <= end).then(|| Hit {
                span: doc.span_of(words.clone()),
                words,
                value: table::value(found.group),
            })
        })
    }

    /// The heads that word `i` stands under, by their places in [`Lexicon::values`].
    pub fn groups<'a>(
        &'a self,
        doc: &'a Document<'_>,
        i: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let found = doc.matches.at(i).iter();
        found
            .filter(|f| f.words == 1 && self.has(f.group))
            .map(|f| usize::from(f.group - self.from))
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

/// Where the file of this name stands in [`FILES`].
const fn place(file: &str) -> usize {
    let mut k = 0;
    while !same(FILES[k].0.as_bytes(), file.as_bytes()) {
        k += 1;
    }
    k
}

/// A bit for each name, of names that a line feed ends each, that fits the pattern.
const fn groups(names: &[u8], pattern: &[u8]) -> u64 {
    let (mut found, mut n) = (0, 0);
    let (mut start, mut at) = (0, 0);
    while at < names.len() {
        if names[at] == b'\n' {
            assert!(n < 64, "too many groups");
            let (_, name) = names.split_at(start);
            let (name, _) = name.split_at(at - start);
            if fits(name, pattern) {
                found |= 1 << n;
            }
            n += 1;
            start = at + 1;
        }
        at += 1;
    }
    found
}

const fn fits(name: &[u8], pattern: &[u8]) -> bool {
    match pattern {
        [b'*', tail @ ..] => {
            tail.len() <= name.len() && same(name.split_at(name.len() - tail.len()).1, tail)
        }
        [head @ .., b'*'] => head.len() <= name.len() && same(name.split_at(head.len()).0, head),
        _ => same(name, pattern),
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut k = 0;
    while k < a.len() && k < b.len() && a[k] == b[k] {
        k += 1;
    }
    k == a.len() && k == b.len()
}

/// Whether `gap` may stand between two words of one phrase.
#[must_use]
pub fn joins(gap: &str) -> bool {
    if gap == " " || gap.is_empty() {
        return true;
    }
    if gap.len() > 12 {
        return false;
    }
    let (mut marks, mut breaks) = (0, 0);
    for c in gap.chars() {
        match c {
            '\n' => breaks += 1,
            // a backslash is Markdown's escape and no mark of its own
            '\\' => {}
            '-' | '‑' | '–' | '/' | '.' | '\'' | '’' | '&' | '_' | '*' | '·' | '§' => {
                marks += 1;
            }
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    let sentence_end = gap.starts_with('.') && gap.len() > 1;
    breaks <= 1 && marks <= 2 && !sentence_end
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

    fn hits(lexicon: Lexicon, text: &str) -> Vec<(String, &'static str)> {
        let doc = Document::new(text);
        let found = lexicon.find(&doc, 0..doc.words.len());
        found
            .map(|h| (doc.str(h.span).to_string(), h.value))
            .collect()
    }

    #[test]
    fn finds_whole_words_longest_first() {
        let found = hits(
            Lexicon::of("employment"),
            "Full-Time position, notfulltime, a FULL\ntime day",
        );
        let found: Vec<_> = found.iter().map(|(s, v)| (s.as_str(), *v)).collect();
        assert_eq!(
            found,
            [
                ("Full-Time position", "full_time!"),
                ("FULL\ntime", "full_time")
            ]
        );
    }

    #[test]
    fn a_phrase_does_not_run_over_a_sentence_end() {
        let found = hits(
            Lexicon::heads("employment", &["full_time"]),
            "It is full. Time to go",
        );
        assert_eq!(found, []);
    }

    #[test]
    fn heads_make_lists_of_their_own() {
        let doc = Document::new("contract");
        let at = |lexicon: Lexicon| lexicon.at(&doc, 0, 1).map(|h| h.value);
        assert_eq!(at(Lexicon::heads("employment", &["cue"])), Some("cue"));
        assert_eq!(at(Lexicon::heads("employment", &["deny"])), None);
        assert_eq!(
            at(Lexicon::without("employment", &["contract*", "temporary*"])),
            Some("cue")
        );
    }

    #[test]
    fn writing_counts_where_the_list_says_so() {
        let skills = Lexicon::of("skills_other");
        assert_eq!(
            hits(skills, "Photoshop"),
            [("Photoshop".to_string(), "=exact")]
        );
        assert_eq!(hits(skills, "photoshop"), []);
    }
}
