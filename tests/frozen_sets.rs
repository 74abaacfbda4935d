//! The frozen test sets of `tests/alignment` and `tests/questions` are whole: they parse, hold as
//! many cases as they should, split evenly, and every answer stands in its posting. Their checksums
//! make sure that a case is changed on purpose or not at all.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

#[path = "questions/set.rs"]
mod set;

fn path(of: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(of)
}

fn rows(of: &str) -> Vec<Value> {
    let text = fs::read_to_string(path(of)).expect("the set is there");
    serde_json::from_str(&text).expect("the set is JSON: a list")
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    let value = row[key].as_str().unwrap_or_default();
    assert!(!value.trim().is_empty(), "{key} is missing: {row}");
    value
}

/// FNV-1a over the file's bytes.
fn checksum(of: &str) -> u64 {
    let bytes = fs::read(path(of)).expect("the set is there");
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[test]
fn the_sets_are_as_they_were_frozen() {
    let frozen = [
        ("alignment/open.json", 0x2542_411b_56b6_7e15),
        ("alignment/sealed.json", 0x6384_effa_1ebf_9f1f),
        ("alignment/second.json", 0x3d35_2a93_2c61_c1aa),
        ("questions/open.json", 0xe735_d820_03fe_031f),
        ("questions/second.json", 0xc70a_7c14_4433_06f8),
        ("questions/third.json", 0x8ba4_c396_328e_4cd1),
        ("questions/fourth.json", 0x8495_c4a5_3cd1_9df0),
        ("questions/fourth_sealed.json", 0x3a26_8d79_fa8d_2b7a),
        ("questions/fifth.json", 0x0d34_47b4_e457_d0b6),
        ("questions/sixth.json", 0x2702_f67e_5015_89fe),
        ("questions/seventh.json", 0x58a7_7a0b_f978_92cc),
        ("questions/eighth.json", 0x17d2_6f47_bb7a_bbd3),
        ("questions/eighth_sealed.json", 0xb924_2bb8_b3c2_5ec8),
        ("questions/ninth.json", 0xbb73_2959_8dfd_2f5b),
        ("questions/ninth_sealed.json", 0x2520_00b4_8c88_46f5),
        ("questions/tenth.json", 0x3c80_5d93_b4f4_7251),
        ("questions/sealed.json", 0xbd53_0dd0_9f69_5cfb),
    ];
    for (file, sum) in frozen {
        let now = checksum(file);
        assert_eq!(now, sum, "{file} is now {now:#018x}");
    }
}

#[test]
fn pairs_are_whole_and_halved() {
    let mut seen = BTreeSet::new();
    let mut kinds: BTreeMap<(String, bool), [usize; 2]> = BTreeMap::new();
    let mut total = 0;
    for (half, file) in ["alignment/open.json", "alignment/sealed.json"]
        .into_iter()
        .enumerate()
    {
        for row in rows(file) {
            let (a, b) = (text(&row, "a"), text(&row, "b"));
            assert_ne!(a, b);
            assert!(
                seen.insert((a.to_string(), b.to_string())),
                "twice: {a} / {b}"
            );
            let same = row["same"].as_bool().expect("a judgement");
            text(&row, "note");
            text(&row, "lang");
            let kind = text(&row, "kind").to_string();
            kinds.entry((kind, same)).or_default()[half] += 1;
            total += 1;
        }
    }
    assert!(total >= 100, "{total} pairs");
    for (kind, [open, sealed]) in kinds {
        assert!(
            open.abs_diff(sealed) <= 1,
            "{kind:?}: {open} open, {sealed} sealed"
        );
    }
}

/// How many questions of a set are answered and how many are not stated. None has been `seen` before,
/// and each answer stands in its posting.
fn counted(set: &str, seen: &mut BTreeSet<(String, String)>) -> [usize; 2] {
    let mut counts = [0; 2];
    for row in set::rows(set) {
        let (name, question) = (text(&row, "posting"), text(&row, "question"));
        assert!(
            seen.insert((name.to_string(), question.to_string())),
            "twice: {name}: {question}"
        );
        let unknown = row["answer"].is_null();
        counts[usize::from(unknown)] += 1;
        if unknown {
            continue;
        }
        let answers = row["answer"].as_array().expect("a list or null");
        assert!(!answers.is_empty(), "{name}: {question}");
        let posting = set::posting(name);
        for answer in answers {
            let answer = answer.as_str().expect("a string");
            assert!(posting.contains(answer), "{name}: {answer}");
        }
    }
    counts
}

#[test]
fn answers_stand_in_their_postings() {
    let mut seen = BTreeSet::new();
    let [
        [open, open_unknown],
        [sealed, sealed_unknown],
        [second, second_unknown],
        [third, third_unknown],
    ] = ["open", "sealed", "second", "third"].map(|name| counted(name, &mut seen));
    for (name, held) in [
        ("fourth", [33, 12]),
        ("fourth_sealed", [33, 12]),
        ("fifth", [141, 41]),
        ("sixth", [54, 13]),
        ("seventh", [39, 29]),
        ("eighth", [43, 17]),
        ("eighth_sealed", [43, 17]),
        ("ninth", [342, 114]),
        ("ninth_sealed", [90, 30]),
    ] {
        assert_eq!(counted(name, &mut seen), held, "{name}");
    }
    assert!(
        third >= 20 && third_unknown >= 7,
        "{third}, {third_unknown}"
    );
    assert!(
        second >= 30 && second_unknown >= 8,
        "{second}, {second_unknown}"
    );
    let (all, unknown) = (
        open + sealed + open_unknown + sealed_unknown,
        open_unknown + sealed_unknown,
    );
    assert!(all >= 90, "{all} questions");
    assert!(
        unknown * 5 >= all && unknown * 3 <= all,
        "{unknown} of {all} are not stated"
    );
    assert!(open.abs_diff(sealed) <= 1 && open_unknown.abs_diff(sealed_unknown) <= 1);
}
