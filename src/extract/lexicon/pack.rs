//! Packs the phrase lists when the crate is built. Only whether a phrase stands in a list is kept, not
//! its words: all phrases become one set of hashes, sorted and Rice-coded, each with the Huffman codes of
//! the groups it stands in: 23 bits a phrase and group, where the words would take 40 with gzip. One
//! lookup in some hundreds of thousands finds what is not there. Used by `build.rs` and by tests; the page
//! has the result only.

use std::collections::BTreeMap;

use super::key::{CLASSES, LONGEST_CODE, START, class, key, low_bits, step, writing_key};
use super::word::split;

/// The phrase lists in the form the reader carries.
#[derive(Debug)]
pub struct Packed {
    /// One stream of bits, low bits first: the length of the code of each symbol, four bits each, where
    /// a symbol is a group and whether the phrase stands in more; then for each class the number of
    /// keys and, key by key, the difference from the one before and its symbols.
    pub bits: Vec<u8>,
    /// Rust source of the table of files: name, first group, the group behind its last, its heads.
    pub files: String,
}

/// The phrases and values of a lexicon file's text, in order.
pub fn entries(data: &str) -> impl Iterator<Item = (&str, &str)> {
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

/// Packs lists given as name and text, in the order given.
#[must_use]
pub fn pack(lists: &[(String, String)]) -> Packed {
    let mut keys: Vec<BTreeMap<u32, Vec<usize>>> = vec![BTreeMap::new(); CLASSES];
    let mut files = String::from("&[");
    let mut groups = 0;
    for (name, text) in lists {
        let mut heads: Vec<&str> = Vec::new();
        for (phrase, head) in entries(text) {
            let n = heads.iter().position(|h| *h == head).unwrap_or_else(|| {
                heads.push(head);
                heads.len() - 1
            });
            let mut add = |class: usize, key| {
                let list = keys[class].entry(key).or_default();
                if !list.contains(&(groups + n)) {
                    list.push(groups + n);
                }
            };
            let words = split(phrase, &mut String::new());
            let state = words
                .iter()
                .fold(START, |state, word| step(state, word.hash));
            add(class(words.len()), key(state));
            if head.starts_with('=') {
                add(0, writing_key(phrase));
            }
        }
        let names: String = heads.iter().flat_map(|head| [head, "\\n"]).collect();
        let end = groups + heads.len();
        files.push_str(&format!("(\"{name}\", {groups}, {end}, \"{names}\"),\n"));
        groups = end;
    }
    files.push(']');
    Packed {
        bits: bits(&mut keys, 2 * groups),
        files,
    }
}

fn bits(keys: &mut [BTreeMap<u32, Vec<usize>>], symbols: usize) -> Vec<u8> {
    let mut counts = vec![0; symbols];
    let all: usize = keys.iter().flat_map(BTreeMap::values).map(Vec::len).sum();
    assert!(
        all <= 1 << 16,
        "the table counts its groups in sixteen bits"
    );
    for groups in keys.iter_mut().flat_map(BTreeMap::values_mut) {
        assert!(groups.len() < 1 << 8, "and those of one phrase in eight");
        groups.sort_unstable();
        let last = groups.len() - 1;
        for (k, group) in groups.iter_mut().enumerate() {
            *group = 2 * *group + usize::from(k < last);
            counts[*group] += 1;
        }
    }
    let codes = codes(&mut counts);
    let mut bits = Bits::default();
    for (length, _) in &codes {
        bits.put(*length, 4);
    }
    for class in keys {
        let count = class.len() as u32;
        bits.unary(count.ilog2());
        bits.put(count, count.ilog2());
        let low = low_bits(count);
        let mut last = 0;
        for (key, groups) in class {
            let delta = *key - last;
            last = *key;
            bits.unary((u64::from(delta) >> low) as u32);
            bits.put(delta, low);
            for group in groups {
                let (length, code) = codes[*group];
                for k in (0..length).rev() {
                    bits.put(code >> k, 1);
                }
            }
        }
    }
    // the reader looks at eight bytes at a time
    bits.bytes.extend([0; 8]);
    bits.bytes
}

/// Length and code of each symbol: a canonical Huffman code by how often the symbols occur.
fn codes(counts: &mut [u32]) -> Vec<(u32, u32)> {
    let mut lengths = lengths(counts);
    while lengths.iter().any(|l| *l as usize > LONGEST_CODE) {
        for count in counts.iter_mut().filter(|c| **c > 0) {
            *count = count.div_ceil(2);
        }
        lengths = self::lengths(counts);
    }
    let mut codes = vec![(0, 0); lengths.len()];
    let mut code = 0;
    for length in 1..=LONGEST_CODE as u32 {
        code <<= 1;
        for (symbol, own) in lengths.iter().enumerate() {
            if *own == length {
                codes[symbol] = (length, code);
                code += 1;
            }
        }
    }
    codes
}

fn lengths(counts: &[u32]) -> Vec<u32> {
    let mut lengths = vec![0; counts.len()];
    let used = counts.iter().enumerate().filter(|(_, c)| **c > 0);
    let mut trees: Vec<(u32, Vec<usize>)> = used.map(|(s, c)| (*c, vec![s])).collect();
    while trees.len() > 1 {
        trees.sort_by(|a, b| b.cmp(a));
        if let (Some(a), Some(b)) = (trees.pop(), trees.pop()) {
            let members: Vec<usize> = a.1.into_iter().chain(b.1).collect();
            for symbol in &members {
                lengths[*symbol] += 1;
            }
            trees.push((a.0 + b.0, members));
        }
    }
    lengths
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    len: usize,
}

impl Bits {
    fn put(&mut self, value: u32, count: u32) {
        for k in 0..count {
            if self.len.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> k & 1) as u8) << (self.len % 8);
            }
            self.len += 1;
        }
    }

    /// One bits, `n` of them, and a zero bit.
    fn unary(&mut self, n: u32) {
        for _ in 0..n {
            self.put(1, 1);
        }
        self.put(0, 1);
    }
}
