//! What is JSON to the reader is JSON to everyone: held against `serde_json` on texts made of JSON's
//! own signs, and on texts of any kind written and read back.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use rolecard::extract::json::{Json, quoted};
use serde_json::value::RawValue;

fn config() -> Config {
    let mut config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(20_261_121);
    }
    config
}

/// Pieces that make JSON often and break it often.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"a\"",
    "\"a\":",
    "{\"b\":",
    "[1,",
    "1]",
    "null",
    "true",
    "fals",
    "0",
    "-",
    "12",
    ".5",
    "e",
    "E+7",
    "\\n",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\",
    "é",
    " ",
    "\n",
];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_same_texts_are_json(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12)) {
        let text = pieces.concat();
        let theirs = serde_json::from_str::<&RawValue>(&text).ok().map(RawValue::get);
        prop_assert_eq!(Json::whole(&text).map(Json::raw), theirs);
        let first = Json::first(&text);
        prop_assert!(theirs.is_none() || first.is_some());
        // taking apart what was accepted never fails
        if let Some(json) = first {
            let list = json.list();
            let theirs = serde_json::from_str::<Vec<&RawValue>>(json.raw()).ok();
            prop_assert_eq!(list.map(|l| l.len()), theirs.map(|l| l.len()));
            let text = serde_json::from_str::<String>(json.raw()).ok();
            prop_assert_eq!(json.text(), text);
            prop_assert_eq!(json.object().is_some(), json.raw().starts_with('{'));
        }
    }

    #[test]
    fn texts_are_written_as_everyone_writes_them(text in any::<String>()) {
        let written = quoted(&text);
        prop_assert_eq!(&written, &serde_json::to_string(&text).expect("is text"));
        prop_assert_eq!(Json::whole(&written).and_then(Json::text), Some(text));
    }
}
