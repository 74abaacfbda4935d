//! The names of places the reader knows: countries, regions, cities. Only whether a name is known
//! is kept, not the name: each list is a set of hashes, sorted and Rice-coded, 15 bits a name, so
//! that one name in some 8,000 that is in no list is taken for known. The lists themselves are
//! `lexicons/countries.txt`, `regions.txt` and `cities.txt`; `tests/gazetteer.rs` packs them and compares.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::document::Document;
use crate::extract::order;

/// What kind of place a name stands for; the order is from small to large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A city, town or borough.
    City,
    /// A state, province, county or named area.
    Region,
    /// A country.
    Country,
    /// A group of countries.
    Area,
}

/// Words in the longest name.
const LONGEST: usize = 6;

/// Bits of a delta that are stored as they are; one in `1 << BITS` unknown names is taken for known.
const BITS: u32 = 13;

/// Bits of a key that its stretch leaves out.
const STRETCH: u32 = BITS - 4;

/// Names in upper case only: "US", "UK", "EU", "NYC". As words they mean other things.
const SHORT: usize = 3;

static PACKED: &[u8] = include_bytes!("../lexicons/places.bin");

static SETS: LazyLock<Vec<(Kind, NameSet)>> = LazyLock::new(|| {
    let mut data = PACKED;
    let mut sets = Vec::new();
    for kind in [Kind::Country, Kind::Region, Kind::City, Kind::Area] {
        let Some((set, rest)) = NameSet::unpack(data) else {
            break;
        };
        sets.push((kind, set));
        data = rest;
    }
    sets
});

/// The longest known name that starts at word `range.start` and ends within `range`: how many words
/// it has and what it names. A name is written with capitals, unless `any_case`.
#[must_use]
pub fn at(doc: &Document<'_>, range: Range<usize>, any_case: bool) -> Option<(usize, Kind)> {
    let first = doc.word_str(range.start);
    if !any_case && !first.starts_with(char::is_uppercase) {
        return None;
    }
    let mut hash = FNV_START;
    let mut hashes = [0; LONGEST];
    let mut n = 0;
    for i in range.clone().take(LONGEST) {
        if n > 0 {
            if !joins(doc.gap(i - 1)) {
                break;
            }
            hash = fnv(hash, b" ");
        }
        hash = fnv(hash, doc.folded(i).as_bytes());
        hashes[n] = mix(hash);
        n += 1;
    }
    (1..=n).rev().find_map(|len| {
        let last = range.start + len - 1;
        let kind = kind_of(hashes[len - 1])?;
        let plain = if len == 1 {
            any_case || first.len() > SHORT || first.chars().all(char::is_uppercase)
        } else {
            any_case || (range.start..=last).all(|i| is_written_as_name(doc, i))
        };
        plain.then_some((len, kind))
    })
}

/// Whether the words are, as a whole, the name of a city (and maybe of something else too).
#[must_use]
pub fn is_city(doc: &Document<'_>, words: Range<usize>) -> bool {
    let mut hash = FNV_START;
    for i in words.clone() {
        if i > words.start {
            hash = fnv(hash, b" ");
        }
        hash = fnv(hash, doc.folded(i).as_bytes());
    }
    let hash = mix(hash);
    let cities = SETS.iter().find(|(kind, _)| *kind == Kind::City);
    cities.is_some_and(|(_, set)| set.contains(hash))
}

/// Whether word `i` may stand inside a name: with a capital, or one of the small words of names.
fn is_written_as_name(doc: &Document<'_>, i: usize) -> bool {
    const SMALL: &str = " de la le les el los las am an der dem den del della di da do dos das du des d l s sur \
        sous upon on of the and in im bei ob vor aan op ter und et e y i och en a ";
    let word = doc.word_str(i);
    !word.starts_with(char::is_lowercase)
        || (word.len() <= 5 && SMALL.contains(&format!(" {word} ")))
        || i > 0 && matches!(doc.gap(i - 1), "-" | "'" | "’" | "‑")
        || i + 1 < doc.words.len() && doc.gap(i) != " " && word.len() < 5
}

fn kind_of(hash: u64) -> Option<Kind> {
    SETS.iter()
        .find(|(_, set)| set.contains(hash))
        .map(|(kind, _)| *kind)
}

/// Whether `gap` may stand between two words of one name ("St. Louis", "Baden-Württemberg").
fn joins(gap: &str) -> bool {
    matches!(
        gap,
        " " | "-" | "‑" | "'" | "’" | "." | ". " | " - " | "\u{a0}" | ""
    )
}

/// A set of names by their hashes.
#[derive(Debug)]
struct NameSet {
    /// Hashes scaled to `0..range`, ascending.
    keys: Vec<u32>,
    range: u64,
    /// A bit for each stretch of keys that has one: most words name no place.
    filter: Vec<u64>,
}

impl NameSet {
    fn contains(&self, hash: u64) -> bool {
        let key = scale(hash, self.range);
        let bit = key as usize >> STRETCH;
        self.filter[bit / 64] >> (bit % 64) & 1 == 1 && self.keys.binary_search(&key).is_ok()
    }

    /// The set at the start of `data`, and what follows it: a count of four bytes, then the deltas of
    /// the sorted keys, each as `delta >> BITS` one bits, a zero bit, and its low `BITS` bits.
    fn unpack(data: &[u8]) -> Option<(Self, &[u8])> {
        let (head, data) = data.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*head) as usize;
        let mut keys = Vec::with_capacity(count.min(data.len()));
        let mut at = 0;
        let mut bit = || {
            let byte = data.get(at / 8)?;
            at += 1;
            Some(u32::from(byte >> ((at - 1) % 8) & 1))
        };
        let range = (count as u64) << BITS;
        let mut filter = vec![0; (range as usize >> STRETCH) / 64 + 1];
        let mut key = 0u32;
        for _ in 0..count {
            let mut high = 0u32;
            while bit()? == 1 {
                high += 1;
            }
            let mut low = 0;
            for k in 0..BITS {
                low |= bit()? << k;
            }
            key = key.checked_add((high << BITS) | low)?;
            let bit = key as usize >> STRETCH;
            *filter.get_mut(bit / 64)? |= 1 << (bit % 64);
            keys.push(key);
        }
        let set = Self {
            keys,
            range,
            filter,
        };
        Some((set, &data[at.div_ceil(8)..]))
    }
}

fn scale(hash: u64, range: u64) -> u32 {
    ((u128::from(hash) * u128::from(range)) >> 64) as u32
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |h, b| {
        (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3)
    })
}

/// Spreads the bits: the scaling takes the high ones, where FNV is weak.
fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h = (h ^ (h >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

/// The packed form of a list of names, as it stands in `places.bin`.
#[must_use]
pub fn pack(names: &[&str]) -> Vec<u8> {
    let range = (names.len() as u64) << BITS;
    let mut keys: Vec<_> = names.iter().map(|n| scale(key(n), range)).collect();
    order::sort(&mut keys);
    let mut bits = Vec::new();
    let mut last = 0;
    for key in keys {
        let delta = key - last;
        last = key;
        bits.extend(std::iter::repeat_n(true, (delta >> BITS) as usize));
        bits.push(false);
        bits.extend((0..BITS).map(|k| delta >> k & 1 == 1));
    }
    let mut out = (names.len() as u32).to_le_bytes().to_vec();
    for byte in bits.chunks(8) {
        let byte = byte
            .iter()
            .enumerate()
            .fold(0, |b, (k, bit)| b | u8::from(*bit) << k);
        out.push(byte);
    }
    out
}

fn key(name: &str) -> u64 {
    let doc = Document::new(name);
    let words: Vec<_> = (0..doc.words.len()).map(|i| doc.folded(i)).collect();
    mix(fnv(FNV_START, words.join(" ").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexicon::pack::entries;

    const LISTS: [&str; 3] = [
        include_str!("../lexicons/countries.txt"),
        include_str!("../lexicons/regions.txt"),
        include_str!("../lexicons/cities.txt"),
    ];

    fn names(head: &str) -> Vec<&'static str> {
        let all = LISTS.iter().flat_map(|l| entries(l));
        all.filter(|(_, value)| *value == head)
            .map(|(name, _)| name)
            .collect()
    }

    #[test]
    fn knows_every_name_of_its_lists_and_few_others() {
        for head in ["country", "region", "city", "area"] {
            for name in names(head) {
                assert!(kind_of(key(name)).is_some(), "{name}");
            }
        }
        let wrong = (0..10_000)
            .filter(|n| kind_of(key(&format!("nowhere{n}"))).is_some())
            .count();
        assert!(wrong < 30, "{wrong} unknown names taken for known");
    }

    #[test]
    fn finds_the_longest_name_written_as_one() {
        let cases = [
            ("New York City, NY", Some((3, Kind::City))),
            ("St. Louis", Some((2, Kind::City))),
            ("Köln", Some((1, Kind::City))),
            ("Koln", Some((1, Kind::City))),
            ("Saarland", Some((1, Kind::Region))),
            ("US", Some((1, Kind::Country))),
            ("us", None),
            ("U.S.", Some((2, Kind::Country))),
            ("Deutschland", Some((1, Kind::Country))),
            ("berlin", None),
            ("EMEA", Some((1, Kind::Area))),
            ("Quarterly", None),
        ];
        for (text, expect) in cases {
            let doc = Document::new(text);
            assert_eq!(at(&doc, 0..doc.words.len(), false), expect, "{text}");
        }
    }
}
