//! Ask the posting, counted over the frozen questions of `tests/questions`. The open half is counted at
//! every run; the sealed one only where it is asked for, with `cargo test -- --ignored sealed`.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::PathBuf;

use rolecard::{extract, job};
use serde_json::Value;

#[path = "pages/page.rs"]
mod page;

fn file(of: &str) -> std::io::Result<String> {
    fs::read_to_string(
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests")
            .join(of),
    )
}

/// The posting of a question: a file, or a page of `tests/pages/trained.txt`.
fn posting(name: &str) -> String {
    if let Some(name) = name.strip_prefix("page:") {
        let pages = page::pages(&file("pages/trained.txt").expect("the pages are there"));
        let page = pages.into_iter().find(|page| page.name == name);
        return page.expect("the page is there").text;
    }
    file(&format!("postings/{name}/posting.txt"))
        .or_else(|_| file(&format!("questions/postings/{name}.txt")))
        .expect("the posting is there")
}

/// Right answers and questions, for those that are answered and for those that are not stated; prints
/// what went wrong.
fn count(half: &str) -> [(usize, usize); 2] {
    let rows: Vec<Value> =
        serde_json::from_str(&file(half).expect("the set is there")).expect("is JSON");
    let mut counts = [(0, 0); 2];
    for row in &rows {
        let name = row["posting"].as_str().expect("a posting");
        let question = row["question"].as_str().expect("a question");
        let text = posting(name);
        let quotes = job::ask(&text, &extract::read(&text), question);
        let first = quotes.first().map(|span| span.of(&text));
        let answers = row["answer"].as_array();
        let right = match (first, answers) {
            (Some(first), Some(answers)) => {
                let says = |a: &Value| a.as_str().is_some_and(|a| first.contains(a));
                answers.iter().any(says)
            }
            (None, None) => true,
            _ => false,
        };
        let count = &mut counts[usize::from(answers.is_none())];
        count.1 += 1;
        count.0 += usize::from(right);
        if !right {
            println!("{name}: {question}: {first:?}");
        }
    }
    counts
}

fn holds(half: &str) {
    let counts = count(half);
    println!("{half}: answered, not stated: {counts:?}");
    for (right, all) in counts {
        assert!(right * 10 >= all * 9, "{half}: {counts:?}");
    }
}

#[test]
fn nine_in_ten_of_the_open_half_are_right() {
    holds("questions/open.json");
}

#[test]
fn nine_in_ten_of_the_second_set_are_right() {
    holds("questions/second.json");
}

#[test]
fn nine_in_ten_of_the_third_set_are_right() {
    holds("questions/third.json");
}

/// Written by another hand in words far from the postings'. The answering has been worked with it since,
/// so it holds what was once right and measures nothing new.
#[test]
fn the_fourth_set_is_no_worse_than_it_was() {
    let counts = count("questions/fourth.json");
    println!("questions/fourth.json: answered, not stated: {counts:?}");
    let [answered, not_stated] = counts;
    assert!(answered.0 >= 32 && not_stated.0 >= 12, "{counts:?}");
}

#[test]
fn nine_in_ten_of_the_fifth_set_are_right() {
    holds("questions/fifth.json");
}

#[test]
fn nine_in_ten_of_the_sixth_set_are_right() {
    holds("questions/sixth.json");
}

#[test]
fn nine_in_ten_of_the_seventh_set_are_right() {
    holds("questions/seventh.json");
}

#[test]
#[ignore = "read once, to judge what was written without looking at it"]
fn sealed_half() {
    holds("questions/sealed.json");
}

#[test]
#[ignore = "read once, to judge what was written without looking at it"]
fn fourth_sealed() {
    holds("questions/fourth_sealed.json");
}
