//! Any text is read.
#![no_main]

mod checks;

use libfuzzer_sys::fuzz_target;
use rolecard::extract;

fuzz_target!(|text: &str| {
    let posting = extract::read(text);
    checks::check(text, &posting);
    assert_eq!(
        posting,
        extract::read(text),
        "the same text, another posting"
    );
});
