//! The packed lists unpacked, once, and all their phrases found in a text in one pass. Knows groups by
//! number; which of them make a list is [`super::Lexicon`]'s.

use std::sync::LazyLock;

use super::FILES;
use super::Marks;
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

/// All phrases by their keys: a table of slots, in which a key stands at its slot or behind it, before
/// the next free one.
struct Table {
    slots: Vec<Slot>,
    /// The numbers of the groups that hold the phrases, those of one phrase on end.
    held: Vec<u16>,
    /// A bit for the keys that are there: most words of a text go on no phrase, and this says so at
    /// the price of one look into a few kilobytes.
    filter: Vec<u64>,
    values: Vec<&'static str>,
    groups: Vec<Group>,
}

/// What is asked of a group for each word of a text.
#[derive(Clone, Copy)]
struct Group {
    /// The bit of its file.
    file: u64,
    /// Whether its phrases count in their very writing only.
    exact: bool,
}

/// A phrase: where its groups begin, and how many there are. A free slot has none.
#[derive(Clone, Copy, Default)]
struct Slot {
    key: u32,
    from: u16,
    class: u8,
    count: u8,
}

impl Table {
    fn unpack() -> Self {
        let mut table = Self {
            slots: vec![Slot::default(); 1 << SLOTS],
            held: Vec::new(),
            filter: vec![0; 1 << (FILTER - 6)],
            values: Vec::new(),
            groups: Vec::new(),
        };
        for (k, (_, _, _, heads)) in FILES.iter().enumerate() {
            for head in heads.split_terminator('\n') {
                table.values.push(head);
                table.groups.push(Group {
                    file: 1 << (k % 64),
                    exact: head.starts_with('='),
                });
            }
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
                let from = table.held.len();
                loop {
                    let symbol = code.next(&mut bits);
                    table.held.push(symbol / 2);
                    if symbol.is_multiple_of(2) {
                        break;
                    }
                }
                table.add(Slot {
                    key,
                    from: from as u16,
                    class,
                    count: (table.held.len() - from) as u8,
                });
            }
        }
        table
    }

    fn add(&mut self, phrase: Slot) {
        let bit = phrase.key >> (STRENGTH - FILTER);
        self.filter[bit as usize / 64] |= 1 << (bit % 64);
        let mut at = slot(phrase.key);
        while self.slots[at].count != 0 {
            at = (at + 1) % (1 << SLOTS);
        }
        self.slots[at] = phrase;
    }

    fn may_hold(&self, key: u32) -> bool {
        let bit = key >> (STRENGTH - FILTER);
        self.filter[bit as usize / 64] >> (bit % 64) & 1 == 1
    }

    /// The groups that hold the phrase of this class and key, in order.
    #[inline]
    fn groups(&self, class: usize, key: u32) -> &[u16] {
        let mut at = slot(key);
        loop {
            let found = self.slots[at % (1 << SLOTS)];
            if found.count == 0 {
                return &[];
            }
            if found.key == key && usize::from(found.class) == class {
                let from = usize::from(found.from);
                return &self.held[from..from + usize::from(found.count)];
            }
            at += 1;
        }
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
pub(super) fn groups(word: u64) -> &'static [u16] {
    let table = &*TABLE;
    let key = key(step(START, word));
    if table.may_hold(key) {
        table.groups(1, key)
    } else {
        &[]
    }
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
    /// For each word, the marks of those that start with it. Most looks for a phrase end here.
    marks: Vec<Marks>,
}

impl Matches {
    /// The marks of the phrases that start at word `i`.
    #[inline]
    pub(super) fn marks(&self, i: usize) -> Marks {
        self.marks.get(i).copied().unwrap_or_default()
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
    let gap = |i: usize| &text[words[i].span.end..words[i + 1].span.start];
    // the end of the run of words from the first on that no gap parts, as far as it is known
    let (mut joined, mut parted) = (0, false);
    let mut starts = Vec::with_capacity(words.len() + 1);
    let mut found: Vec<Found> = Vec::with_capacity(words.len());
    let mut marks = Vec::with_capacity(words.len());
    for first in 0..words.len() {
        starts.push(found.len() as u32);
        if joined <= first {
            (joined, parted) = (first + 1, false);
        }
        while !parted && joined < words.len() && joined < first + LONGEST {
            parted = !joins(gap(joined - 1));
            joined += usize::from(!parted);
        }
        let mut state = START;
        let mut here = Marks::default();
        for (last, word) in words[..joined].iter().enumerate().skip(first) {
            state = step(state, word.hash);
            let key = key(state);
            if !table.may_hold(key) {
                continue;
            }
            let count = last + 1 - first;
            for &group in table.groups(class(count), key).iter().rev() {
                let Group { file, exact } = table.groups[usize::from(group)];
                let written = || &text[words[first].span.start..word.span.end];
                if exact && !table.groups(0, writing_key(written())).contains(&group) {
                    continue;
                }
                here.files |= file;
                here.groups |= 1 << (group % 64);
                found.push(Found {
                    group,
                    words: count as u8,
                });
            }
        }
        marks.push(here);
    }
    starts.push(found.len() as u32);
    Matches {
        starts,
        found,
        marks,
    }
}
