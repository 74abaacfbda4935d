//! Packing: whatever is packed comes back, what was changed on the way does not, and postings come out
//! small.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use rolecard::store::pack::{pack, unpack};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        prop_assert_eq!(unpack(&pack(&text)), Some(text));
    }

    #[test]
    fn any_repeating_text_comes_back(
        pieces in prop::collection::vec("[a-c ]{1,6}|\\PC{1,4}|experience with", 1..8),
        order in prop::collection::vec(0..8_usize, 0..400),
    ) {
        let text: String = order.iter().map(|n| pieces[n % pieces.len()].as_str()).collect();
        prop_assert_eq!(unpack(&pack(&text)), Some(text));
    }

    #[test]
    fn nothing_else_is_taken_for_packed(text in "\\PC{0,200}", at in any::<prop::sample::Index>(), other in 0x3400..0xb400_u32) {
        let packed: Vec<char> = pack(&text).chars().collect();
        let at = at.index(packed.len());
        let other = char::from_u32(other).unwrap();
        let mut changed = packed.clone();
        changed[at] = other;
        let found = unpack(&changed.iter().collect::<String>());
        // A bit behind the last one of use may change unseen; what comes back is the text all the same.
        prop_assert!(found.is_none() || found.as_deref() == Some(text.as_str()));
        let cut: String = packed[..at].iter().collect();
        let found = unpack(&cut);
        prop_assert!(found.is_none() || found.as_deref() == Some(text.as_str()));
    }

    #[test]
    fn any_characters_are_no_trouble(junk in "[\u{3400}-\u{b3ff}]{0,80}", text in any::<String>()) {
        let _ = unpack(&junk);
        let _ = unpack(&text);
    }
}

#[test]
fn a_packed_text_needs_no_escaping() {
    let packed = pack("\"quotes\", \\ and \u{0}\n😀");
    assert!(
        packed
            .chars()
            .all(|c| ('\u{3400}'..='\u{b3ff}').contains(&c))
    );
    assert_eq!(unpack(""), None);
    assert_eq!(unpack("plain"), None);
}

#[test]
fn long_and_dull_texts_are_packed_in_good_time() {
    for text in [
        "a".repeat(1_000_000),
        "ab\n".repeat(300_000),
        "\u{0}".repeat(1_000),
    ] {
        let packed = pack(&text);
        assert!(packed.chars().count() * 100 < text.len() + 10_000);
        assert_eq!(unpack(&packed), Some(text));
    }
}

#[test]
fn postings_come_out_small() {
    let mut shares = Vec::new();
    for entry in std::fs::read_dir("tests/postings").unwrap() {
        let path = entry.unwrap().path().join("posting.txt");
        let text = std::fs::read_to_string(path).unwrap();
        let packed = pack(&text);
        let units = text.encode_utf16().count();
        shares.push(packed.chars().count() * 1_000 / units.max(1));
        assert_eq!(unpack(&packed), Some(text));
    }
    shares.sort_unstable();
    // Short ones in eight languages; longer English ones take less than 200.
    assert!(shares[shares.len() / 2] < 330, "{shares:?}");
}

/// What is packed is a promise: this text of every language must come out of these characters.
#[test]
fn the_form_never_changes() {
    let text =
        "Über uns: Requirements - 5+ years of experience with Python; permis B exigé. Ünïcode 😀";
    if std::env::var("ROLECARD_BLESS").is_ok() {
        // Only for a form that is not published yet.
        std::fs::write("tests/store/packed.txt", pack(text) + "\n").unwrap();
    }
    assert_eq!(
        unpack(include_str!("store/packed.txt").trim_end()).as_deref(),
        Some(text)
    );
    assert_eq!(pack(text), include_str!("store/packed.txt").trim_end());
}
