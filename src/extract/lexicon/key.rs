//! What a phrase is stored and looked up by, and in what form. Shared by packing and unpacking.

/// Bits of a key.
pub const STRENGTH: u32 = 32;

/// Classes of keys: a phrase in its very writing, then by the number of words, four and more in one. A
/// phrase is looked for among those of its class, so that few are there to be taken for it.
pub const CLASSES: usize = 5;

/// Bits of the longest code of a group.
pub const LONGEST_CODE: usize = 15;

/// The class of a phrase of so many words.
#[inline]
#[must_use]
pub fn class(words: usize) -> usize {
    words.min(CLASSES - 1)
}

/// The state before the first word.
pub const START: u64 = 0;

/// The state with one more word.
#[inline]
#[must_use]
pub fn step(state: u64, word: u64) -> u64 {
    (state.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The key of the words so far.
#[inline]
#[must_use]
pub fn key(state: u64) -> u32 {
    ((state ^ (state >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> (64 - STRENGTH)) as u32
}

/// The key of a phrase in this very writing.
#[must_use]
pub fn writing_key(written: &str) -> u32 {
    key(step(!START, super::word::hash_word(written)))
}

/// Of the difference of two neighbours among `count` keys, the bits that are stored as they are.
#[must_use]
pub fn low_bits(count: u32) -> u32 {
    STRENGTH - 1 - count.ilog2()
}
