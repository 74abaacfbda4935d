//! Files that are archives of packed ones (ZIP, as in APPNOTE 6.3: office documents are). Finds one of
//! them by name and unpacks it. Never gives more than it is told to, and trusts no length in the file.

use std::ops::Range;

use super::squeeze;

/// The end record begins with these bytes; so does each entry of the directory, and each file.
const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const FILE: &[u8] = b"PK\x03\x04";

/// Whether `bytes` begin as an archive does.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(FILE)
}

/// The file `name` of an archive, unpacked; `None` if it is not there, packed in a way no browser
/// knows, or larger than `most` bytes.
pub async fn file(bytes: &[u8], name: &str, most: usize) -> Option<Vec<u8>> {
    let (method, packed) = find(bytes, name)?;
    let packed = bytes.get(packed)?;
    match method {
        0 if packed.len() <= most => Some(packed.to_vec()),
        8 => squeeze::inflate(packed, most).await,
        _ => None,
    }
}

/// How the file `name` is packed, and where.
fn find(bytes: &[u8], name: &str) -> Option<(u16, Range<usize>)> {
    let end = bytes.windows(4).rposition(|w| w == END)?;
    let count = short(bytes, end + 10)?;
    let mut at = long(bytes, end + 16)?;
    for _ in 0..count {
        if bytes.get(at..at + 4)? != ENTRY {
            return None;
        }
        let length = |n: usize| short(bytes, at + n).map(usize::from);
        let named = at + 46..at + 46 + length(28)?;
        if bytes.get(named.clone())? == name.as_bytes() {
            let file = long(bytes, at + 42)?;
            if bytes.get(file..file + 4)? != FILE {
                return None;
            }
            let head =
                30 + usize::from(short(bytes, file + 26)?) + usize::from(short(bytes, file + 28)?);
            let start = file + head;
            return Some((
                short(bytes, at + 10)?,
                start..start.checked_add(long(bytes, at + 20)?)?,
            ));
        }
        at = named.end + length(30)? + length(32)?;
    }
    None
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])).ok()
}
