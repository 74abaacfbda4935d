//! A text as letters and repeats: a repeat points back into the text, or into `words.txt`, which both
//! sides know and which stands as if written before it. Greedy with a look one letter ahead; linear in
//! the text, since only so many places are looked at for each letter.

use std::sync::OnceLock;

use super::coder::{Chance, Coder, Decoder, EVEN, Encoder};

/// What stands before every text: phrases of postings, the project's own. Never changes.
const WORDS: &[u8] = include_bytes!("words.txt");

/// The shortest repeat.
const LEAST: usize = 4;
/// The longest repeat.
const MOST: usize = LEAST + 255;
/// So many earlier places are looked at.
const LOOKS: usize = 48;
/// Bits of the hash of four bytes.
const HASH_BITS: u32 = 13;

/// The chances of everything. A letter's go by the letter before it.
#[derive(Clone)]
struct Model {
    letters: Vec<Chance>,
    is_repeat: [Chance; 4],
    is_words: [Chance; 2],
    length: [Chance; 256],
    place: [Chance; 64],
    bits: [Chance; 128],
    word_place: Vec<Chance>,
}

/// Bits of a place in `words.txt` that are learnt; the others are plain.
const WORD_PLACE: u32 = 6;

impl Model {
    /// The chances after `words.txt`. Worked out once.
    fn primed() -> Self {
        static PRIMED: OnceLock<Model> = OnceLock::new();
        let primed = PRIMED.get_or_init(|| {
            let mut model = Self {
                letters: vec![EVEN; 256 * 256],
                is_repeat: [EVEN; 4],
                is_words: [EVEN; 2],
                length: [EVEN; 256],
                place: [EVEN; 64],
                bits: [EVEN; 128],
                word_place: vec![EVEN; 1 << WORD_PLACE],
            };
            let mut nowhere = Encoder::new();
            let mut before = b'\n';
            for letter in WORDS {
                model.letter(&mut nowhere, before, *letter);
                before = *letter;
            }
            model
        });
        primed.clone()
    }

    fn letter(&mut self, coder: &mut impl Coder, before: u8, letter: u8) -> u8 {
        let at = usize::from(before) << 8;
        coder.tree(u32::from(letter), 8, &mut self.letters[at..at + 256]) as u8
    }

    /// Codes how long a repeat is and how far back it points from `at`, which counts `words.txt`.
    fn repeat(&mut self, coder: &mut impl Coder, at: usize, found: Repeat) -> Repeat {
        let over = coder.tree(
            (found.length.max(LEAST) - LEAST) as u32,
            8,
            &mut self.length,
        );
        let length = over as usize + LEAST;
        let close = usize::from(length > LEAST + 1);
        let words = coder.bit(found.from < WORDS.len(), &mut self.is_words[close]);
        if words {
            let bits = usize::BITS - WORDS.len().leading_zeros();
            let low = bits - WORD_PLACE;
            let high = coder.tree((found.from >> low) as u32, WORD_PLACE, &mut self.word_place);
            let from = (high as usize) << low | coder.plain(found.from as u32, low) as usize;
            return Repeat { length, from };
        }
        let back = (at.wrapping_sub(found.from)) as u32;
        let slot = coder.tree(32 - back.leading_zeros(), 5, &mut self.place[close * 32..]);
        if slot < 2 {
            return Repeat {
                length,
                from: at.wrapping_sub(slot as usize),
            };
        }
        // The first bit is 1; the next two are learnt, by the number of bits.
        let learnt = (slot - 1).min(2);
        let plain = slot - 1 - learnt;
        let chances = &mut self.bits[slot as usize * 4..];
        let high = coder.tree(back >> plain & ((1 << learnt) - 1), learnt, chances);
        let back = (1 << learnt | high) << plain | coder.plain(back, plain);
        Repeat {
            length,
            from: at.wrapping_sub(back as usize),
        }
    }
}

/// Bytes that stood before, counted from the start of `words.txt`.
#[derive(Clone, Copy, Default)]
struct Repeat {
    length: usize,
    from: usize,
}

/// Codes `text`.
pub fn encode(text: &[u8], coder: &mut Encoder) {
    let mut all = Vec::with_capacity(WORDS.len() + text.len());
    all.extend_from_slice(WORDS);
    all.extend_from_slice(text);
    let mut finder = Finder::new(&all);
    let mut model = Model::primed();
    let mut state = 0;
    let mut at = WORDS.len();
    finder.add_until(at);
    let mut found = finder.best(at);
    while at < all.len() {
        let next = if found.length > 0 && found.length < 32 {
            finder.add_until(at + 1);
            finder.best(at + 1)
        } else {
            Repeat::default()
        };
        let take = found.length > 0 && gain(at + 1, next) <= gain(at, found) + 6;
        coder.bit(take, &mut model.is_repeat[state]);
        state = (state << 1 | usize::from(take)) & 3;
        if take {
            model.repeat(coder, at, found);
            at += found.length;
            finder.add_until(at);
            found = finder.best(at);
        } else {
            model.letter(coder, all[at - 1], all[at]);
            at += 1;
            finder.add_until(at);
            found = if next.length > 0 {
                next
            } else {
                finder.best(at)
            };
        }
    }
}

/// The text of `len` bytes, unless what is coded points where nothing stands.
pub fn decode(len: usize, coder: &mut Decoder<'_>) -> Option<Vec<u8>> {
    let mut model = Model::primed();
    let mut text: Vec<u8> = Vec::with_capacity(len.min(1 << 20));
    let mut state = 0;
    while text.len() < len {
        let take = coder.bit(false, &mut model.is_repeat[state]);
        state = (state << 1 | usize::from(take)) & 3;
        if !take {
            let before = text.last().copied().unwrap_or(WORDS[WORDS.len() - 1]);
            text.push(model.letter(coder, before, 0));
            continue;
        }
        let at = WORDS.len() + text.len();
        let Repeat { length, from } = model.repeat(coder, at, Repeat::default());
        if from >= at || text.len() + length > len {
            return None;
        }
        for place in from..from + length {
            let earlier = || text.get(place - WORDS.len());
            let byte = WORDS.get(place).or_else(earlier).copied()?;
            text.push(byte);
        }
    }
    Some(text)
}

/// What a repeat saves, in about thirds of a bit.
fn gain(at: usize, found: Repeat) -> i32 {
    if found.length == 0 {
        return 0;
    }
    let back = at - found.from;
    let place = if found.from < WORDS.len() {
        usize::BITS - WORDS.len().leading_zeros() - 1
    } else {
        usize::BITS - back.leading_zeros()
    };
    found.length as i32 * 8 - (place as i32) * 3 - 12
}

/// Finds where bytes stood before.
struct Finder<'t> {
    all: &'t [u8],
    /// The last place of each hash, plus one.
    heads: Vec<u32>,
    /// The place before each place, plus one.
    before: Vec<u32>,
}

impl<'t> Finder<'t> {
    fn new(all: &'t [u8]) -> Self {
        Self {
            all,
            heads: vec![0; 1 << HASH_BITS],
            before: Vec::with_capacity(all.len()),
        }
    }

    fn hash(&self, at: usize) -> Option<usize> {
        let four = self.all.get(at..at + LEAST)?.try_into().ok()?;
        Some((u32::from_le_bytes(four).wrapping_mul(0x9e37_79b1) >> (32 - HASH_BITS)) as usize)
    }

    /// Remembers all places before `end`.
    fn add_until(&mut self, end: usize) {
        while self.before.len() < end.min(self.all.len()) {
            let at = self.before.len();
            let last = self.hash(at).map_or(0, |hash| {
                std::mem::replace(&mut self.heads[hash], at as u32 + 1)
            });
            self.before.push(last);
        }
    }

    /// The repeat at `at` that saves the most; of length 0 if none saves anything.
    fn best(&self, at: usize) -> Repeat {
        let mut best = Repeat::default();
        let Some(hash) = self.hash(at) else {
            return best;
        };
        let most = (self.all.len() - at).min(MOST);
        let mut place = self.heads[hash];
        for _ in 0..LOOKS {
            let Some(from) = (place as usize).checked_sub(1) else {
                break;
            };
            // A repeat from the words ends with them, so that the text alone is needed to go on.
            let most = if from < WORDS.len() {
                most.min(WORDS.len() - from)
            } else {
                most
            };
            let pairs = self.all[from..].iter().zip(&self.all[at..at + most]);
            let length = pairs.take_while(|(a, b)| a == b).count();
            let one = Repeat { length, from };
            if length >= LEAST && gain(at, one) > gain(at, best).max(0) {
                best = one;
            }
            place = self.before[from];
        }
        best
    }
}
