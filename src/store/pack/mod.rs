//! Packs texts for a storage that counts UTF-16 units: repeats and common phrases of postings are
//! pointed at, the rest is coded by what usually follows what, and the bits are put into characters of
//! 15 bits each, none of which JSON has to escape. Unpacking gives the very text or nothing: length
//! and checksum are part of what is packed. The form is a promise: `words.txt` and the numbers in
//! [`coder`] and [`repeats`] never change; another packing gets another name in the wire form.

mod coder;
mod repeats;

use coder::{Decoder, Encoder};

/// Bits a character carries.
const BITS: u32 = 15;
/// The first of the 2^15 characters in use: from here on Unicode has no gap for longer than that.
const FIRST: u32 = 0x3400;
/// The longest text unpacked, in bytes. What says it is longer is broken.
const MOST: usize = 1 << 26;

/// `text` packed.
#[must_use]
pub fn pack(text: &str) -> String {
    let mut encoder = Encoder::new();
    let bytes = text.as_bytes();
    let mut head = Vec::with_capacity(9);
    let mut rest = bytes.len();
    while rest > 0x7f {
        head.push(0x80 | (rest & 0x7f) as u8);
        rest >>= 7;
    }
    head.push(rest as u8);
    head.extend(checksum(bytes).to_le_bytes());
    repeats::encode(bytes, &mut encoder);
    head.extend(encoder.finish());
    to_chars(&head)
}

/// The text that [`pack`] made `packed` of; `None` if it made it of none.
#[must_use]
pub fn unpack(packed: &str) -> Option<String> {
    let bytes = from_chars(packed)?;
    let (mut len, mut at) = (0_usize, 0);
    loop {
        let byte = *bytes.get(at)?;
        len |= usize::from(byte & 0x7f).checked_shl(7 * at as u32)?;
        at += 1;
        if byte < 0x80 {
            break;
        }
        if at > 4 {
            return None;
        }
    }
    let sum = u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
    let coded = &bytes[at + 4..];
    // A byte of the coded form stands for so many of the text at most, where all are the same.
    if len > MOST || len > (coded.len() + 8) << 15 {
        return None;
    }
    let text = repeats::decode(len, &mut Decoder::new(coded))?;
    if checksum(&text) != sum {
        return None;
    }
    String::from_utf8(text).ok()
}

/// FNV-1a.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

fn to_chars(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 8 / 15 * 3 + 6);
    let (mut bits, mut held) = (0_u32, 0);
    let put = |out: &mut String, value: u32| {
        out.push(char::from_u32(FIRST + value).unwrap_or('\u{3400}'));
    };
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        if held >= BITS {
            held -= BITS;
            put(&mut out, bits >> held & 0x7fff);
        }
    }
    if held > 0 {
        put(&mut out, bits << (BITS - held) & 0x7fff);
    }
    out
}

fn from_chars(packed: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(packed.len() * 5 / 8);
    let (mut bits, mut held) = (0_u32, 0);
    for c in packed.chars() {
        let value = u32::from(c).checked_sub(FIRST)?;
        if value > 0x7fff {
            return None;
        }
        bits = bits << BITS | value;
        held += BITS;
        while held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    Some(out)
}
