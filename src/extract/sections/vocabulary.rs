//! Which words speak for which kind of line. Beginnings of words, hashed, each with the one kind it is
//! found with more often than not and how much more often; made by `examples/train_lines.rs` from texts
//! that nobody labelled, by what the rules say of their lines. Never decides by itself: the line model
//! sees what the words of a line say, among all else.

use std::ops::Range;

use super::super::document::Document;

/// The kinds words can speak for: the first of the line model's labels.
pub const KINDS: usize = 8;

/// So many characters of a word are looked at: inflected forms are one word then.
const STEM: usize = 6;

/// Places of the table, each a check of two bytes and a value; a power of two.
pub const PLACES: usize = 8192;

/// One unit of what a word says, in natural logarithms of how much more often.
pub const UNIT: f32 = 0.25;

static TRAINED: &[u8] = include_bytes!("words.bin");

/// A table of words.
#[derive(Clone, Copy)]
pub struct Vocabulary<'t>(pub &'t [u8]);

impl Vocabulary<'static> {
    /// The one that is trained.
    pub fn trained() -> Self {
        Self(TRAINED)
    }
}

/// What the words of a line say.
#[derive(Clone, Copy, Default)]
pub struct Says {
    /// How much for each kind.
    pub each: [f32; KINDS],
    /// The kind they say most for; [`KINDS`] for none.
    pub most: usize,
    /// How much more than for the next.
    pub lead: f32,
}

impl Vocabulary<'_> {
    /// What the words of a line say together.
    pub fn says(self, doc: &Document<'_>, words: Range<usize>) -> Says {
        let mut sums = [0_u32; KINDS];
        let mut known = 0_u32;
        for word in words {
            if let Some((kind, strength)) = stem(doc.folded(word)).and_then(|s| self.of(s)) {
                known += 1;
                sums[kind] += strength;
            }
        }
        let share = UNIT / ((known + 1) as f32).sqrt();
        let each = sums.map(|s| s as f32 * share);
        let (mut most, mut next) = (KINDS, 0.0);
        for (kind, said) in each.into_iter().enumerate() {
            let top = if most == KINDS { 0.0 } else { each[most] };
            if said > top {
                (most, next) = (kind, top);
            } else if said > next {
                next = said;
            }
        }
        let top = if most == KINDS { 0.0 } else { each[most] };
        Says {
            each,
            most,
            lead: top - next,
        }
    }

    /// The kind and the strength of a word.
    fn of(self, stem: u32) -> Option<(usize, u32)> {
        let check = check(stem);
        let mut place = stem as usize % PLACES;
        loop {
            let slot = self.0.get(place * 3..place * 3 + 3)?;
            if slot[2] == 0 {
                return None;
            }
            if slot[..2] == check {
                return Some((usize::from(slot[2] >> 4), u32::from(slot[2] & 15)));
            }
            place = (place + 1) % PLACES;
        }
    }
}

/// The hash of a word's beginning (FNV-1a); none of what is no word.
pub fn stem(word: &str) -> Option<u32> {
    if word.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut hash = 0x811c_9dc5_u32;
    let mut chars = 0;
    for c in word.chars().take(STEM) {
        hash = (hash ^ c as u32).wrapping_mul(0x0100_0193);
        chars += 1;
    }
    (chars > 1).then_some(hash ^ (hash >> 15))
}

/// What tells words of one place apart.
pub fn check(stem: u32) -> [u8; 2] {
    ((stem >> 13) as u16).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_language_speak_for_their_kind() {
        let vocabulary = Vocabulary::trained();
        assert_eq!(vocabulary.0.len(), PLACES * 3);
        let empty = vocabulary.0.chunks_exact(3).filter(|s| s[2] == 0).count();
        assert!(empty > PLACES / 4, "{empty} places are left");
        let offered = [
            "pension",
            "dental insurance",
            "Urlaub und Altersvorsorge",
            "mutuelle et tickets restaurant",
        ];
        for words in offered {
            let doc = Document::new(words);
            let says = vocabulary.says(&doc, 0..doc.words.len());
            let least = says.each.iter().all(|said| *said <= says.each[5]);
            assert!(least && says.each[5] > 0.0, "{words}: {:?}", says.each);
        }
        let doc = Document::new("xyzzy 42");
        assert_eq!(vocabulary.says(&doc, 0..2).most, KINDS);
    }
}
