//! A question's words in the form in which its terms are matched: words that stand for one another are
//! one, words that say nothing are left out. Knows no concepts.

use super::lexicon::words;

/// Words of questions that stand for one another: the first of a row for the others. An empty one
/// stands for those that can be left out.
const ALIKE: &[&[&str]] = &[
    &[
        "",
        "the",
        "a",
        "an",
        "my",
        "your",
        "their",
        "our",
        "its",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "mein",
        "meine",
        "meinen",
        "meinem",
        "meiner",
        "eure",
        "euer",
        "euren",
        "actually",
        "really",
        "eigentlich",
        "denn",
        "auch",
        "also",
        "there",
        "usually",
        "normally",
        "exactly",
        "ever",
        "already",
        "please",
    ],
    &[
        "do", "would", "will", "does", "did", "can", "could", "may", "might", "shall", "should",
        "must",
    ],
    &[
        "muss", "kann", "konnte", "darf", "durfte", "soll", "sollte", "will", "mochte", "werde",
        "wurde", "musste",
    ],
    &["ich", "man", "wir"],
    &["they", "you"],
    &["is", "are", "was", "were", "s"],
    &["have", "has", "had", "got"],
    &["get", "gets", "getting", "receive"],
    &["someone", "somebody", "anybody", "anyone"],
    &["something", "anything"],
    &[
        "company",
        "firm",
        "business",
        "organisation",
        "organization",
        "employer",
    ],
    &["job", "position", "role", "post"],
    &["firma", "unternehmen", "betrieb", "arbeitgeber"],
];

/// Words that are typed without their apostrophe.
const RUN_ON: &[&str] = &[
    "whats", "whos", "hows", "wheres", "whens", "theres", "thats", "dont", "doesnt", "isnt",
    "cant", "wont", "arent",
];

/// The words as a question is matched, and where each stood; `None` for those left out.
pub fn plain(word: &str, is_last: bool) -> Option<&str> {
    let row = ALIKE.iter().find(|row| row.contains(&word));
    match row.map_or(word, |row| row[0]) {
        "" if is_last => Some(word),
        "" => None,
        plain => Some(plain),
    }
}

/// The words of a question, folded, with those apart that were typed without an apostrophe.
#[must_use]
pub fn question_words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for mut word in words(text) {
        let end = RUN_ON.contains(&word.as_str()).then(|| word.pop());
        all.push(word);
        all.extend(end.flatten().map(String::from));
    }
    without_tags(all)
}

/// What is put behind a question, or before it, and asks nothing of its own.
const TAGS: &[&str] = &[
    "can i still apply",
    "could i still apply",
    "should i still apply",
    "can i apply anyway",
    "should i bother applying",
    "is that a problem",
    "is this a problem",
    "would that be a problem",
    "is that an issue",
    "is that ok",
    "is that okay",
    "is that fine",
    "is that enough",
    "is that allowed",
    "would that be ok",
    "does that matter",
    "do i stand a chance",
    "do i have a chance",
    "am i out",
    "ist das ein problem",
    "ware das ein problem",
    "ist das schlimm",
    "ist das ok",
    "reicht das",
    "macht das was",
    "kann ich mich trotzdem bewerben",
    "habe ich eine chance",
    "est ce un probleme",
    "c est un probleme",
    "es un problema",
];
/// So many words must be left without them.
const LEFT: usize = 2;

fn without_tags(mut words: Vec<String>) -> Vec<String> {
    for tag in TAGS {
        let tag: Vec<&str> = tag.split(' ').collect();
        let at = words.windows(tag.len()).position(|w| w == tag.as_slice());
        if let Some(at) = at.filter(|_| words.len() >= tag.len() + LEFT) {
            words.drain(at..at + tag.len());
        }
    }
    words
}
