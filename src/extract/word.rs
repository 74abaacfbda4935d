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
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((start, c)) = chars.next() {
        let dotted = c == '.'
            && !before.is_alphanumeric()
            && chars.peek().is_some_and(|(_, n)| n.is_ascii_uppercase());
        before = c;
        if !c.is_alphanumeric() && !dotted {
            continue;
        }
        let from = folded.len();
        fold_into(c, folded);
        let mut end = start + c.len_utf8();
        while let Some(&(i, n)) = chars.peek() {
            let combining = ('\u{300}'..='\u{36f}').contains(&n);
            let suffix = (n == '+' || n == '#') && before.is_ascii_alphabetic()
                || n == '+' && before == '+' && end - start <= 3;
            if !n.is_alphanumeric() && !combining && !suffix {
                break;
            }
            if !combining {
                fold_into(n, folded);
            }
            before = n;
            end = i + n.len_utf8();
            chars.next();
        }
        words.push(Word {
            span: Span::new(start, end),
            hash: hash_word(&folded[from..]),
            folded: (from as u32, folded.len() as u32),
        });
    }
    words
}

/// Adds `c` to `out` in lower case and without its diacritic, for Latin letters.
pub fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    let plain = match lower {
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
