//! Ask the posting, counted over the frozen questions of `tests/questions`. What is still sealed is counted
//! only where it is asked for, with `cargo test -- --ignored sealed`.
#![cfg(not(target_arch = "wasm32"))]

use rolecard::{extract, job};

#[path = "questions/set.rs"]
mod set;

/// Right answers and questions, for those that are answered and for those that are not stated; prints
/// what went wrong.
fn count(name: &str) -> [(usize, usize); 2] {
    let mut counts = [(0, 0); 2];
    for row in &set::rows(name) {
        let name = row["posting"].as_str().expect("a posting");
        let question = row["question"].as_str().expect("a question");
        let text = set::posting(name);
        let quotes = job::ask(&text, &extract::read(&text), question);
        let first = quotes.first().map(|span| span.of(&text));
        let answers = row["answer"].as_array();
        let right = match (first, answers) {
            (Some(first), Some(answers)) => {
                let says = |a: &serde_json::Value| a.as_str().is_some_and(|a| first.contains(a));
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

fn holds(name: &str) {
    let counts = count(name);
    println!("{name}: answered, not stated: {counts:?}");
    for (right, all) in counts {
        assert!(right * 10 >= all * 9, "{name}: {counts:?}");
    }
}

#[test]
fn nine_in_ten_of_the_second_set_are_right() {
    holds("second");
}

#[test]
fn nine_in_ten_of_the_third_set_are_right() {
    holds("third");
}

/// Written by another hand in words far from the postings'. The answering has been worked with it since,
/// so it holds what was once right and measures nothing new.
#[test]
fn the_fourth_set_is_no_worse_than_it_was() {
    let counts = count("fourth");
    println!("fourth: answered, not stated: {counts:?}");
    let [answered, not_stated] = counts;
    assert!(answered.0 >= 32 && not_stated.0 >= 12, "{counts:?}");
}

#[test]
fn nine_in_ten_of_the_fifth_set_are_right() {
    holds("fifth");
}

#[test]
fn nine_in_ten_of_the_sixth_set_are_right() {
    holds("sixth");
}

#[test]
fn nine_in_ten_of_the_seventh_set_are_right() {
    holds("seventh");
}

/// Written by another hand who had seen neither the answering nor the other sets. The answering has been
/// worked with it since, so it holds what was once right and measures nothing new.
#[test]
fn the_eighth_set_is_no_worse_than_it_was() {
    let counts = count("eighth");
    println!("eighth: answered, not stated: {counts:?}");
    let [answered, not_stated] = counts;
    assert!(answered.0 >= 40 && not_stated.0 >= 16, "{counts:?}");
}

/// Five hands, who had seen neither the answering nor the other sets. The answering has been worked with
/// it since, so it holds what was once right and measures nothing new.
#[test]
fn the_ninth_set_is_no_worse_than_it_was() {
    let counts = count("ninth");
    println!("ninth: answered, not stated: {counts:?}");
    let [answered, not_stated] = counts;
    assert!(answered.0 >= 309 && not_stated.0 >= 111, "{counts:?}");
}

/// Half of the first questions was kept closed until the answering was done; its counts then are in
/// `tests/questions/README.md`. The two halves together are the set that was asked for.
#[test]
fn nine_in_ten_of_the_first_set_are_right() {
    holds("open");
    holds("sealed");
}

/// Written by four hands over first postings and twenty new ones; worked with since.
#[test]
fn the_tenth_set_is_no_worse_than_it_was() {
    let counts = count("tenth");
    println!("tenth: answered, not stated: {counts:?}");
    let [answered, not_stated] = counts;
    assert!(answered.0 >= 205 && not_stated.0 >= 122, "{counts:?}");
}

#[test]
#[ignore = "read once, to judge what was written without looking at it"]
fn fourth_sealed() {
    holds("fourth_sealed");
}

#[test]
#[ignore = "read once, to judge what was written without looking at it"]
fn eighth_sealed() {
    holds("eighth_sealed");
}

#[test]
#[ignore = "read once, to judge what was written without looking at it"]
fn ninth_sealed() {
    holds("ninth_sealed");
}
