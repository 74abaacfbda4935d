//! The lexicons lint themselves: what a phrase list must be, so that what stands in it is found.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use rolecard::extract::document::Document;

/// How a file says that each of its heads is a list of its own, matched apart from the others.
const SEVERAL_LISTS: &str = "# Each head is a list of its own.";

/// A data line of a lexicon file.
struct Row {
    line: usize,
    text: String,
    phrase: String,
    value: String,
}

fn files() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract/lexicons");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the lexicons are there")
        .map(|entry| entry.expect("is readable").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no lexicon in {}", folder.display());
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("is text");
        (path, text)
    };
    files.into_iter().map(read).collect()
}

/// Whether the file is matched in the page as it stands; what is packed into another form first is
/// checked where it is packed.
fn is_phrase_list(text: &str) -> bool {
    !text.contains("not itself in the page")
}

fn rows(text: &str) -> Vec<Row> {
    let mut head = String::new();
    let mut rows = Vec::new();
    for (i, raw) in text.lines().enumerate() {
        let line = raw.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(value) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            head = value.trim().to_string();
            continue;
        }
        let (phrase, value) = line.split_once(" = ").unwrap_or((line, &head));
        rows.push(Row {
            line: i + 1,
            text: raw.to_string(),
            phrase: phrase.trim().to_string(),
            value: value.trim().to_string(),
        });
    }
    rows
}

fn folded(phrase: &str) -> String {
    let doc = Document::new(phrase);
    let words: Vec<_> = (0..doc.words.len()).map(|i| doc.folded(i)).collect();
    words.join(" ")
}

/// Runs `check` over every row of every list and fails with all it finds.
fn check(check: impl Fn(&Row) -> Option<String>) {
    let mut faults = Vec::new();
    for (path, text) in files() {
        if !is_phrase_list(&text) {
            continue;
        }
        for row in rows(&text) {
            if let Some(fault) = check(&row) {
                faults.push(format!("{}:{}: {fault}", path.display(), row.line));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_phrase_stands_twice_in_a_file() {
    let mut faults = Vec::new();
    for (path, text) in files() {
        if !is_phrase_list(&text) {
            continue;
        }
        // A file may hold several lists that are matched apart, and says so.
        let apart = text.contains(SEVERAL_LISTS);
        let mut seen: HashMap<(String, String), usize> = HashMap::new();
        for row in rows(&text) {
            let list = if apart { row.value } else { String::new() };
            if let Some(first) = seen.insert((list, folded(&row.phrase)), row.line) {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                faults.push(format!(
                    "{name}:{}: {:?} stands in line {first} already",
                    row.line, row.phrase
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_phrase_has_words_and_not_too_many() {
    check(|row| match Document::new(&row.phrase).words.len() {
        0 => Some(format!("{:?} holds no word", row.phrase)),
        n if n > 12 => Some(format!("{:?} is a sentence", row.phrase)),
        _ => None,
    });
}

#[test]
fn every_phrase_is_found_where_it_stands() {
    use rolecard::extract::lexicon::Lexicon;
    for (path, text) in files() {
        if !is_phrase_list(&text) {
            continue;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let lexicon = Lexicon::of(&name);
        for row in rows(&text) {
            let doc = Document::new(&row.phrase);
            let hit = lexicon.at(&doc, 0, doc.words.len());
            assert!(
                hit.is_some_and(|h| h.words == (0..doc.words.len())),
                "{}:{}: {:?} is not found in itself: what stands between its words parts them",
                path.display(),
                row.line,
                row.phrase
            );
        }
    }
}

#[test]
fn rows_are_clean() {
    check(|row| {
        let trailing = row.text != row.text.trim_end();
        let odd = row.text.chars().any(|c| c.is_control() && c != '\t');
        let spaced = row.phrase.contains("  ");
        if trailing || odd || spaced {
            return Some(format!(
                "{:?}: white space at the end, twice inside, or a control character",
                row.text
            ));
        }
        row.text
            .ends_with(" =")
            .then(|| format!("{:?}: a value is missing", row.text))
    });
}

#[test]
fn heads_are_closed_and_have_phrases() {
    let mut faults = Vec::new();
    for (path, text) in files() {
        if !is_phrase_list(&text) {
            continue;
        }
        let values: HashSet<_> = rows(&text).into_iter().map(|r| r.value).collect();
        for (i, line) in text.lines().enumerate() {
            let line = line.trim();
            let Some(inner) = line.strip_prefix('[') else {
                continue;
            };
            match inner.strip_suffix(']') {
                None => faults.push(format!(
                    "{}:{}: {line} is not closed",
                    path.display(),
                    i + 1
                )),
                Some(head) if !values.contains(head.trim()) => {
                    faults.push(format!(
                        "{}:{}: {line} has no phrase",
                        path.display(),
                        i + 1
                    ));
                }
                Some(_) => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
