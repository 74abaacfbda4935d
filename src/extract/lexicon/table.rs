//! The packed lists unpacked, once, and all their phrases found in a text in one pass. Knows groups by
//! number; which of them make a list is [`super::Lexicon`]'s.

use std::sync::LazyLock;

use super::FILES;
use super::joins;
use super::key::{CLASSES, LONGEST_CODE, START, STRENGTH, class, key, low_bits, step, writing_key};
use super::word::Word;

/// Words in the longest phrase.
const LONGEST: usize = 12;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicons.bin"));

static TABLE: LazyLock<Table> = LazyLock::new(Table::unpack);

/// Bits of a slot's number, and of the number of a filter's bit.
const SLOTS: u32 = 16;
const FILTER: u32 = 18;

/// All phrases by their keys: a table of slots, in which a key's entries stand at its slot or behind
/// it, before the next free one.
struct Table {
    slots: Vec<Entry>,
    /// A bit for the keys that are there: most words of a text go on no phrase, and this says so at
    /// the price of one look into a few kilobytes.
    filter: Vec<u64>,
    values: Vec<&'static str>,
    /// The bit of each group's file.
    files: Vec<u64>,
}

/// A phrase in one group.
#[derive(Clone, Copy, Default)]
struct Entry {
    key: u32,
    class: u8,
    /// Counted from one; a free slot has none.
    group: u16,
}

impl Table {
    fn unpack() -> Self {
        let mut table = Self {
            slots: vec![Entry::default(); 1 << SLOTS],
            filter: vec![0; 1 << (FILTER - 6)],
            values: Vec::new(),
            files: Vec::new(),
        };
        for (k, (_, _, _, heads)) in FILES.iter().enumerate() {
            table.values.extend(heads.split_terminator('\n'));
            table.files.resize(table.values.len(), 1 << (k % 64));
        }
        let mut bits = Bits(0);
        let code = Code::read(&mut bits, 2 * table.values.len());
        for class in 0..CLASSES as u8 {
            let log = bits.unary();
            let count = 1 << log | bits.take(log);
            let low = low_bits(count);
            let mut key = 0u32;
            for _ in 0..count {
                let high = bits.unary();
                key = key.wrapping_add(high << low | bits.take(low));
                loop {
                    let symbol = code.next(&mut bits);
                    table.add(Entry {
                        key,
                        class,
                        group: symbol / 2 + 1,
                    });
                    if symbol.is_multiple_of(2) {
                        break;
                    }
                }
            }
        }
        table
    }

    fn add(&mut self, entry: Entry) {
        let bit = entry.key >> (STRENGTH - FILTER);
        self.filter[bit as usize / 64] |= 1 << (bit % 64);
        let mut at = slot(entry.key);
        while self.slots[at].group != 0 {
            at = (at + 1) % (1 << SLOTS);
        }
        self.slots[at] = entry;
    }

    fn may_hold(&self, key: u32) -> bool {
        let bit = key >> (STRENGTH - FILTER);
        self.filter[bit as usize / 64] >> (bit % 64) & 1 == 1
    }

    /// The groups that hold the phrase of this class and key, in order.
    fn groups(&self, class: usize, key: u32) -> impl Iterator<Item = u16> + '_ {
        let mut at = slot(key);
        std::iter::from_fn(move || {
            loop {
                let entry = self.slots[at];
                if entry.group == 0 {
                    return None;
                }
                at = (at + 1) % (1 << SLOTS);
                if entry.key == key && usize::from(entry.class) == class {
                    return Some(entry.group - 1);
                }
            }
        })
    }
}

fn slot(key: u32) -> usize {
    (key >> (STRENGTH - SLOTS)) as usize
}

/// Reads the packed bits, low bits first; holds the number of the next.
struct Bits(usize);

impl Bits {
    /// The next bits, at least fifty-seven of them.
    fn ahead(&self) -> u64 {
        let bytes = PACKED.get(self.0 / 8..).and_then(|rest| rest.first_chunk());
        u64::from_le_bytes(*bytes.unwrap_or(&[0; 8])) >> (self.0 % 8)
    }

    /// The next `count` bits, at most thirty-two, as a number.
    fn take(&mut self, count: u32) -> u32 {
        let bits = self.ahead() & ((1 << count) - 1);
        self.0 += count as usize;
        bits as u32
    }

    /// The number of one bits before the next zero bit.
    fn unary(&mut self) -> u32 {
        let n = self.ahead().trailing_ones();
        self.0 += n as usize + 1;
        n
    }
}

/// The canonical Huffman code of the symbols.
struct Code {
    /// The number of symbols of each length.
    counts: [u16; LONGEST_CODE + 1],
    /// The symbols by length, then in order.
    symbols: Vec<u16>,
}

impl Code {
    fn read(bits: &mut Bits, symbols: usize) -> Self {
        let lengths: Vec<u32> = (0..symbols).map(|_| bits.take(4)).collect();
        let mut code = Self {
            counts: [0; LONGEST_CODE + 1],
            symbols: Vec::new(),
        };
        for (length, count) in code.counts.iter_mut().enumerate().skip(1) {
            let of = lengths
                .iter()
                .enumerate()
                .filter(|(_, l)| **l as usize == length);
            let before = code.symbols.len();
            code.symbols.extend(of.map(|(symbol, _)| symbol as u16));
            *count = (code.symbols.len() - before) as u16;
        }
        code
    }

    fn next(&self, bits: &mut Bits) -> u16 {
        let ahead = bits.ahead();
        let (mut code, mut first, mut at) = (0, 0, 0);
        for (length, count) in self.counts.iter().enumerate().skip(1) {
            code |= (ahead >> (length - 1) & 1) as usize;
            let count = usize::from(*count);
            if code < first + count {
                bits.0 += length;
                return self.symbols[at + code - first];
            }
            at += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        0
    }
}

/// The groups that hold the one word of this hash, in order.
pub(super) fn groups(word: u64) -> impl Iterator<Item = u16> {
    let table = &*TABLE;
    let key = key(step(START, word));
    let known = table.may_hold(key);
    table.groups(1, key).take_while(move |_| known)
}

/// What a group stands for.
pub(super) fn value(group: u16) -> &'static str {
    TABLE.values[usize::from(group)]
}

/// What the groups stand for.
pub(super) fn values(from: u16, to: u16) -> &'static [&'static str] {
    &TABLE.values[usize::from(from)..usize::from(to)]
}

/// A phrase found: how many words it has, and where it is from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub group: u16,
    pub words: u8,
}

/// The phrases found in a text, of all lists.
#[derive(Clone, Debug)]
pub struct Matches {
    /// For each word, where those that start with it begin in `found`, and where the last one's end.
    starts: Vec<u32>,
    /// Short ones first, among equals the last group first.
    found: Vec<Found>,
    /// For each word, a bit for the file of each that starts with it; files share bits from the
    /// sixty-fifth on. Most looks for a phrase end here.
    files: Vec<u64>,
}

impl Matches {
    /// The bits of the files whose phrases start at word `i`.
    #[inline]
    pub(super) fn files(&self, i: usize) -> u64 {
        self.files.get(i).copied().unwrap_or(0)
    }

    /// The phrases that start at word `i`.
    #[inline]
    pub(super) fn at(&self, i: usize) -> &[Found] {
        match self.starts.get(i..i + 2) {
            Some(&[from, to]) => &self.found[from as usize..to as usize],
            _ => &[],
        }
    }
}

/// Finds the phrases of all lists among the words of `text`.
#[must_use]
pub fn matches(text: &str, words: &[Word]) -> Matches {
    let table = &*TABLE;
    let joined: Vec<bool> = words
        .windows(2)
        .map(|pair| joins(&text[pair[0].span.end..pair[1].span.start]))
        .collect();
    let mut starts = Vec::with_capacity(words.len() + 1);
    let mut found: Vec<Found> = Vec::with_capacity(words.len());
    let mut files = Vec::with_capacity(words.len());
    for first in 0..words.len() {
        starts.push(found.len() as u32);
        let mut state = START;
        let mut bits = 0;
        for last in first..words.len().min(first + LONGEST) {
            if last > first && !joined[last - 1] {
                break;
            }
            state = step(state, words[last].hash);
            let key = key(state);
            if !table.may_hold(key) {
                continue;
            }
            let from = found.len();
            for group in table.groups(class(last - first + 1), key) {
                let written = || writing_key(&text[words[first].span.start..words[last].span.end]);
                let exact = table.values[usize::from(group)].starts_with('=');
                if exact && table.groups(0, written()).all(|g| g != group) {
                    continue;
                }
                bits |= table.files[usize::from(group)];
                found.push(Found {
                    group,
                    words: (last - first + 1) as u8,
                });
            }
            found[from..].reverse();
        }
        files.push(bits);
    }
    starts.push(found.len() as u32);
    Matches {
        starts,
        found,
        files,
    }
}
