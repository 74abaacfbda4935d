//! What stands where packed text should stand gives a text or nothing, and any text that was packed comes
//! back. The input is a text, and its bytes are also taken as characters of the packed form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolecard::store::pack::{pack, unpack};

fuzz_target!(|input: &[u8]| {
    let packed: String = input
        .chunks(2)
        .map(|pair| u32::from(pair[0]) << 8 | u32::from(*pair.last().unwrap_or(&0)))
        .filter_map(|bits| char::from_u32(0x3400 + (bits & 0x7fff)))
        .collect();
    if let Some(text) = unpack(&packed) {
        assert_eq!(
            unpack(&pack(&text)),
            Some(text),
            "what came out cannot be packed again"
        );
    }
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let _ = unpack(text);
    assert_eq!(
        unpack(&pack(text)).as_deref(),
        Some(text),
        "a packed text is lost"
    );
    // As it stands in the storage: cut at some character, or with one character changed.
    let whole: Vec<char> = pack(text).chars().collect();
    let at = input.len() * 7 % whole.len();
    let cut: String = whole[..at].iter().collect();
    let _ = unpack(&cut);
    let mut changed = whole;
    changed[at] = char::from_u32(0x3400 + (input.len() as u32 * 31 & 0x7fff)).unwrap_or('a');
    let _ = unpack(&changed.iter().collect::<String>());
});
