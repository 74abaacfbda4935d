//! What holds for any two postings: the same one is known again in another layout, with an agency in front
//! or its start missing; two are never held to be one; and what changed is told in full.
#![cfg(not(target_arch = "wasm32"))]

mod seeded;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rolecard::extract;
use rolecard::job::duplicates::{
    Changes, Likeness, Piece, Print, Sketch, Step, changes, could_be, likeness,
};
use rolecard::job::{Card, Corrections};

/// The postings written for the project that are long enough to be told apart.
fn postings() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postings");
    let mut all = Vec::new();
    for entry in fs::read_dir(root).expect("the postings are there") {
        let folder = entry.expect("can be read").path();
        let text = fs::read_to_string(folder.join("posting.txt")).unwrap_or_default();
        let name = folder.file_name().unwrap_or_default();
        if text.len() >= 900 {
            all.push((name.to_string_lossy().into_owned(), text));
        }
    }
    all.sort();
    all
}

fn card(text: &str) -> Card {
    Card::new(&extract::read(text).facts, &Corrections::default())
}

/// How the page finds two to be one: whole pages first, then what is read of them.
fn one(a: &str, b: &str) -> Option<Likeness> {
    if !could_be(&Sketch::new(a, &[]), &Sketch::new(b, &[])) {
        return None;
    }
    let print = |text: &str| Print::new(text, &extract::read(text), &card(text));
    likeness(&print(a), &print(b)).map(|(_, how)| how)
}

#[test]
fn a_posting_is_known_again_and_taken_for_no_other() {
    let all = postings();
    assert!(all.len() >= 15, "{}", all.len());
    for (name, text) in &all {
        let lines: Vec<&str> = text.lines().collect();
        let cut = lines[lines.len() * 15 / 100..].join("\n");
        let copies = [
            ("itself", text.clone()),
            (
                "other bullets",
                text.replace("\n- ", "\n• ").replace('\n', "\r\n"),
            ),
            (
                "an agency in front",
                format!(
                    "For a client of ours we look for the following.\n\n{text}\n\nSend us your CV."
                ),
            ),
            ("its start missing", cut),
        ];
        for (how, copy) in copies {
            assert!(one(text, &copy).is_some(), "{name}, {how}");
        }
    }
    for (at, (name, text)) in all.iter().enumerate() {
        for (other, words) in &all[at + 1..] {
            assert_eq!(one(text, words), None, "{name} and {other}");
        }
    }
}

/// The words of a version, as the steps tell them.
fn words(changes: &Changes, new: bool) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut add = |text: &str| out.extend(text.split_whitespace().map(str::to_string));
    for step in &changes.steps {
        match step {
            Step::New(_, text) if new => add(text),
            Step::Gone(_, text) if !new => add(text),
            Step::Rewritten(_, pieces) => {
                for piece in pieces {
                    match piece {
                        Piece::Kept(text) => add(text),
                        Piece::New(text) if new => add(text),
                        Piece::Gone(text) if !new => add(text),
                        Piece::New(_) | Piece::Gone(_) => {}
                    }
                }
            }
            Step::Same(_) | Step::New(..) | Step::Gone(..) => {}
        }
    }
    out
}

/// A posting of some of these demands, in order.
fn posting(asks: &[usize]) -> String {
    let all = [
        "A driving licence",
        "Two winters on a snow plough",
        "You speak some Italian",
        "No fear of heights",
        "A first aid certificate of this year",
        "Experience with winter boots and skis",
    ];
    let mut text = String::from("Lift Attendant\nValley Lifts, Soglio\n\nWhat we ask\n");
    for at in asks {
        text.push_str("- ");
        text.push_str(all[at % all.len()]);
        text.push('\n');
    }
    text
}

proptest! {
    #![proptest_config(seeded::cases(48))]

    #[test]
    fn what_changed_is_told_and_nothing_else(
        before in prop::collection::vec(0..6_usize, 0..6), after in prop::collection::vec(0..6_usize, 0..6),
    ) {
        let (a, b) = (posting(&before), posting(&after));
        let there = changes((&a, &card(&a)), (&b, &card(&b)));
        let back = changes((&b, &card(&b)), (&a, &card(&a)));
        prop_assert!(changes((&a, &card(&a)), (&a, &card(&a))).is_empty());
        prop_assert_eq!(there.is_empty(), a == b);
        // What is told as new stands in the new version, what as gone in the old.
        for word in words(&there, true) {
            prop_assert!(b.contains(word.as_str()), "{} is not in {}", word, b);
        }
        for word in words(&there, false) {
            prop_assert!(a.contains(word.as_str()), "{} is not in {}", word, a);
        }
        prop_assert_eq!(there.fields.len(), back.fields.len());
    }

    #[test]
    fn likeness_hangs_on_no_order(a in "[a-e ]{0,200}", b in "[a-e ]{0,200}") {
        let (a, b) = (Sketch::new(&a, &[]), Sketch::new(&b, &[]));
        let (there, back) = (a.containment(&b), b.containment(&a));
        prop_assert!((there - back).abs() < f32::EPSILON);
        prop_assert!((0.0..=1.0).contains(&there));
    }
}
