//! Any block of structured data behind any text is read.
#![no_main]

mod checks;

use libfuzzer_sys::fuzz_target;
use rolecard::extract;

fuzz_target!(|block: &str| {
    let text =
        format!("Night Nurse\nHarbour Clinic\n\n```json\n{{\"@type\":\"JobPosting\",{block}\n```");
    let posting = extract::read(&text);
    checks::check(&text, &posting);
    let bare = format!("```json\n{block}\n\"JobPosting\"");
    checks::check(&bare, &extract::read(&bare));
});
