//! Words: what one is, its folded form (lower case, no diacritics) and that form's hash. The phrase
//! lists are packed with the same rules when the crate is built, so this knows spans and nothing else.

use super::span::Span;

/// A word: a run of letters and digits, with a trailing `+`, `++` or `#` (C++, C#) and a leading dot
/// (.NET) kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Hash of its folded form, as [`hash_word`] gives it.
    pub hash: u64,
    /// Where the folded form stands among those of all words.
    pub(super) folded: (u32, u32),
}

/// The words of `text` in order; their folded forms are added to `folded`.
#[must_use]
pub fn split(text: &str, folded: &mut String) -> Vec<Word> {
    let bytes = text.as_bytes();
    let mut words = Vec::with_capacity(text.len() / 6);
    let (mut at, mut before) = (0, ' ');
    while let Some(c) = char_at(text, at) {
        let start = at;
        at += c.len_utf8();
        let dotted = c == '.'
            && !before.is_alphanumeric()
            && bytes.get(at).is_some_and(u8::is_ascii_uppercase);
        before = c;
        if !c.is_alphanumeric() && !dotted {
            continue;
        }
        let from = folded.len();
        let mut hash = HASH_START;
        let mut n = c;
        loop {
            // most of a word is plain letters and digits
            if n.is_ascii() {
                let byte = n.to_ascii_lowercase() as u8;
                hash = hash_byte(hash, byte);
                folded.push(char::from(byte));
            } else if !is_combining(n) {
                let plain = folded.len();
                fold_into(n, folded);
                hash = folded[plain..].bytes().fold(hash, hash_byte);
            }
            before = n;
            let Some(next) = char_at(text, at) else { break };
            let suffix = || {
                (next == '+' || next == '#') && before.is_ascii_alphabetic()
                    || next == '+' && before == '+' && at - start <= 3
            };
            let goes_on = next.is_ascii_alphanumeric()
                || suffix()
                || !next.is_ascii() && (next.is_alphanumeric() || is_combining(next));
            if !goes_on {
                break;
            }
            n = next;
            at += n.len_utf8();
        }
        words.push(Word {
            span: Span::new(start, at),
            hash,
            folded: (from as u32, folded.len() as u32),
        });
    }
    words
}

/// Whether it is a diacritic that stands on the letter before.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The character that starts at byte `at`, a border of characters.
#[inline]
#[must_use]
pub fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text[at..].chars().next(),
    }
}

/// Adds `c` to `out` in lower case and without its diacritic, for Latin letters.
pub fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let plain = match lower_char(c) {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' | 'ō' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ț' | 'ţ' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ű' | 'ů' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ž' | 'ż' => 'z',
        'ß' => {
            out.push('s');
            's'
        }
        'æ' => {
            out.push('a');
            'e'
        }
        'œ' => {
            out.push('o');
            'e'
        }
        other => other,
    };
    out.push(plain);
}

/// Whether `word` is one of the words of `list`.
#[must_use]
pub fn among(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|w| w == word)
}

/// `text` in lower case; see [`lower_char`].
#[must_use]
pub fn lower(text: &str) -> String {
    text.chars().map(lower_char).collect()
}

/// `c` in lower case: Latin, Greek, Cyrillic and Armenian letters by the order of their blocks, others
/// as they are. The standard table knows forty scripts, in fifteen kilobytes that the page would load.
#[must_use]
pub fn lower_char(c: char) -> char {
    let n = c as u32;
    let next = |odd: u32| n + u32::from(n % 2 == odd);
    let small = match n {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => {
            n + 32
        }
        0xff21..=0xff3a => n + 32,
        0x130 => 0x69,
        0x178 => 0xff,
        0x1e9e => 0xdf,
        0x131 | 0x138 | 0x149 | 0x17f | 0x1e95..=0x1e9d | 0x1e9f => n,
        0x100..=0x137 | 0x14a..=0x177 | 0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 => next(0),
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc => next(1),
        0x1e00..=0x1eff | 0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => next(0),
        0x4c1..=0x4ce => next(1),
        0x386 => 0x3ac,
        0x388..=0x38a => n + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => n + 63,
        0x400..=0x40f => n + 80,
        0x531..=0x556 => n + 48,
        _ => n,
    };
    char::from_u32(small).unwrap_or(c)
}

/// FNV-1a over the folded word's bytes.
#[must_use]
pub fn hash_word(folded: &str) -> u64 {
    folded.bytes().fold(HASH_START, hash_byte)
}

/// The hash of no bytes.
pub const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash with one more byte.
#[inline]
#[must_use]
pub fn hash_byte(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_case_is_the_standard_one_in_the_scripts_it_knows() {
        let blocks = [
            0..0x180,
            0x1cd..0x1f0,
            0x1f8..0x220,
            0x222..0x234,
            0x386..0x3cf,
            0x400..0x4c0,
            0x4c1..0x530,
            0x531..0x588,
            0x1e00..0x1f00,
            0xff21..0xff5b,
        ];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            let standard = c.to_lowercase().next();
            assert_eq!(Some(lower_char(c)), standard, "{c} {:x}", c as u32);
        }
        assert_eq!(
            lower("ÅNGSTRÖM, ΑΘΉΝΑ, КИЇВ, 东京"),
            "ångström, αθήνα, київ, 东京"
        );
    }
}
