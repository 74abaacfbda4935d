//! The catalogue and the code keep together: what the page says goes through it, and each language has
//! words for all of it. Read off the sources. Never says whether a translation is good.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Texts that look like words and are none, or are the same in every language.
const NO_TEXT: &[&str] = &[
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "CSV",
    "End",
    "English",
    "Enter",
    "Escape",
    "Home",
    "Language",
    "Markdown",
    "PageDown",
    "PageUp",
    "Rolecard",
    "Tab",
    "due soon",
    "M{x} {y}h1v1h-1z",
    " - Rolecard",
    "{} musts",
    "{} score",
];

/// Where texts stand.
const FOLDERS: [&str; 5] = [
    "src/ui",
    "src/state",
    "src/job",
    "src/store",
    "src/transfer",
];
/// Those of them whose functions that name things give English, said where it is shown.
const PURE: [&str; 3] = ["src/job", "src/store", "src/transfer"];

/// Files of words that are not said: what is looked for in postings and tables, and forms of other programs.
const DATA: [(&str, &str); 14] = [
    ("src/ui/icons.rs", "drawings"),
    ("src/job/ask/", "words of questions and postings"),
    ("src/job/compare/align/", "words of requirements"),
    ("src/job/compare/table.rs", "markup"),
    ("src/job/insights/drawing.rs", "markup"),
    ("src/job/interview/mod.rs", "names of groups of templates"),
    ("src/job/profile/group.rs", "words of requirements"),
    ("src/job/profile/need.rs", "words of requirements"),
    ("src/store/local.rs", "names of the browser's exceptions"),
    ("src/store/pack/", "a form of its own"),
    (
        "src/transfer/calendar.rs",
        "names of RFC 5545; what it says goes through the tongue",
    ),
    ("src/transfer/csv/take.rs", "words of tables"),
    (
        "src/transfer/csv/write.rs",
        "a table of stable words, read back",
    ),
    ("src/transfer/jobposting.rs", "names of schema.org"),
];

/// Codes and words looked for, and what English says in its own way: other languages have it from Intl.
const OF_ENGLISH: [&str; 17] = [
    "per annum",
    "BRL",
    "EUR",
    "GBP",
    "USD",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The attributes that are read out or shown.
const SAID: [&str; 5] = [
    "aria-label",
    "title",
    "placeholder",
    "alt",
    "aria-description",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut folders = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("is a folder") {
            let path = entry.expect("is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

/// A file's text without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("is text");
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    text[..end].to_string()
}

/// A string literal: what stands before it, its text, what follows.
struct Literal<'a> {
    before: &'a str,
    text: String,
    after: &'a str,
}

/// The plain string literals of `code`. Comments, characters and raw strings are passed over.
fn literals(code: &str) -> Vec<Literal<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = code[at..].chars().next() {
        let rest = &code[at..];
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            at += raw.find("\"#").map_or(rest.len(), |end| end + 5);
        } else if rest.starts_with("'\"'") || rest.starts_with("'{'") {
            at += 3;
        } else if rest.starts_with("'\\") {
            at += 4;
        } else if c == '"' {
            let mut end = at + 1;
            while let Some(c) = code[end..].chars().next() {
                match c {
                    '"' => break,
                    '\\' => end += 2,
                    c => end += c.len_utf8(),
                }
            }
            found.push(Literal {
                before: &code[..at],
                text: plain(&code[at + 1..end]),
                after: code[end + 1..].trim_start(),
            });
            at = end + 1;
        } else {
            at += c.len_utf8();
        }
    }
    found
}

/// The text that a literal stands for: lines that go on are put together.
fn plain(literal: &str) -> String {
    let mut out = String::new();
    let mut chars = literal.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('\n')) => {
                while chars.peek().is_some_and(|c| c.is_whitespace()) {
                    chars.next();
                }
            }
            ('\\', Some(_)) => {
                out.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c }));
            }
            _ => out.push(c),
        }
    }
    out
}

/// Whether the literal is given to what says it.
fn is_said(before: &str) -> bool {
    let before = before.trim_end();
    ["t", "fill", "count", "mark"].iter().any(|name| {
        before
            .strip_suffix('(')
            .and_then(|b| b.strip_suffix(name))
            .is_some_and(|b| !b.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

/// The classes of the styles: what is made of them alone is no text.
fn classes() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for file in below("style", "css") {
        let css = fs::read_to_string(file).expect("is text");
        for piece in css.split('.').skip(1) {
            let end = piece
                .find(|c: char| !c.is_alphanumeric() && c != '-')
                .unwrap_or(piece.len());
            all.insert(piece[..end].to_string());
        }
    }
    all
}

/// The literals of `code` that look like words on screen and do not go through the catalogue.
fn unsaid(code: &str, classes: &BTreeSet<String>, is_pure: bool) -> Vec<String> {
    let mut found = Vec::new();
    for literal in literals(code) {
        let text = &literal.text;
        let before = literal.before.trim_end();
        let is_label =
            is_pure && (in_a_label(literal.before) || OF_ENGLISH.contains(&text.as_str()));
        if is_said(before) || is_label || NO_TEXT.contains(&text.as_str()) {
            continue;
        }
        // What stands for elements of the page, as styles name them.
        if text.starts_with('#') && !text.contains(". ") {
            continue;
        }
        // The words of another language are an example of a posting.
        let line = &before[before.rfind('\n').unwrap_or(0)..];
        let in_call = ["include_str!(", "expect(", "feature = ", "reason = "];
        if in_call.iter().any(|call| before.ends_with(call)) || line.contains("lang=\"") {
            continue;
        }
        let attribute = before.strip_suffix('=').map(|b| {
            let from = b.rfind(|c: char| !c.is_alphanumeric() && c != '-' && c != ':');
            &b[from.map_or(0, |at| at + 1)..]
        });
        let is_child = (before.ends_with('>') && !before.ends_with("=>"))
            && literal.after.starts_with(['<', '{', '"']);
        let looks = match attribute {
            Some(name) => SAID.contains(&name) && text.chars().any(char::is_alphabetic),
            None => {
                let of_classes = text.split_whitespace().all(|word| classes.contains(word));
                let first = text.chars().next().is_some_and(char::is_uppercase);
                let words = text.trim().contains(' ') && !text.contains(['<', '=']);
                // What joins two values, or stands behind one: a word behind a blank.
                let joins = text.starts_with(' ')
                    && text.trim().len() > 1
                    && (text.ends_with(' ') || text.len() > 3)
                    && text.trim().chars().all(char::is_alphabetic);
                let letters = without_gaps(text)
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .count()
                    > 2;
                letters && (is_child || !of_classes && (first || words)) || joins
            }
        };
        if looks {
            found.push(text.clone());
        }
    }
    found
}

/// All texts the page can say, with a file that says each.
fn texts() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for folder in FOLDERS {
        for path in below(folder, "rs")
            .into_iter()
            .filter(|p| !p.ends_with("tests.rs"))
        {
            let code = code(&path);
            let name = path
                .strip_prefix(root())
                .expect("is below")
                .display()
                .to_string();
            for literal in literals(&code) {
                let is_label = PURE.contains(&folder) && in_a_label(literal.before);
                let is_word = literal.text.chars().filter(|c| c.is_alphabetic()).count() > 1;
                if is_word && (is_said(literal.before) || is_label) {
                    all.insert(literal.text, name.clone());
                }
            }
        }
    }
    // Templates of questions, and the names the reader gives to languages.
    let lines = |file: &str| {
        let text = fs::read_to_string(root().join(file)).expect("is there");
        let lines: Vec<String> = text.lines().map(str::to_string).collect();
        lines
    };
    let file = "src/job/interview/questions.txt";
    for line in lines(file) {
        if !line.is_empty() && !line.starts_with(['#', '[', '~', '!']) {
            all.insert(line, file.to_string());
        }
    }
    let file = "src/extract/lexicons/languages.txt";
    for line in lines(file) {
        let name = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        all.extend(name.map(|name| (name.to_string(), file.to_string())));
    }
    // What a row of a comparison is called by.
    let file = "src/job/compare/align/concepts.txt";
    for line in lines(file) {
        let head = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        let name = head.map(|head| head.split('=').next().unwrap_or(head));
        let name = name.map(|n| n.trim_start_matches(['~', '@']).trim());
        let name = name.filter(|n| n.chars().any(char::is_alphabetic));
        all.extend(name.map(|name| (name.to_string(), file.to_string())));
    }
    all.insert(
        "Years".to_string(),
        "src/job/compare/align/rows.rs".to_string(),
    );
    // The names of the views stand with the routes, which know no one.
    for literal in literals(&code(&root().join("src/route.rs"))) {
        if in_a_label(literal.before) {
            all.insert(literal.text, "src/route.rs".to_string());
        }
    }
    for script in ["public/boot.js", "public/crash.js"] {
        let code = fs::read_to_string(root().join(script)).expect("is there");
        for piece in code.split("say('").skip(1) {
            let end = piece.find("')").expect("is closed");
            all.insert(piece[..end].to_string(), script.to_string());
        }
    }
    for words in skeleton() {
        all.insert(words, "index.html".to_string());
    }
    assert!(all.len() > 500, "the texts were not found");
    all
}

/// Whether a literal of a pure module stands in a function that names things on screen.
fn in_a_label(before: &str) -> bool {
    let Some(at) = before
        .rfind("\n    pub fn ")
        .max(before.rfind("\npub fn "))
        .max(before.rfind("\nfn "))
    else {
        return false;
    };
    let head = &before[at..];
    // Of another function, which ended before the literal, nothing is meant.
    if head.contains("\n    }\n") || head.contains("\n}\n") {
        return false;
    }
    let name = head
        .trim_start()
        .trim_start_matches("pub ")
        .trim_start_matches("fn ");
    let name = &name[..name.find(['(', '<']).unwrap_or(0)];
    let names = [
        "label",
        "stage_label",
        "one",
        "period_words",
        "text",
        "degree_name",
        "level_name",
    ];
    names.contains(&name) || name.ends_with("_word")
}

/// The words of the skeleton that index.html paints.
fn skeleton() -> Vec<String> {
    let page = fs::read_to_string(root().join("index.html")).expect("is there");
    let body = page.split("id=\"early\"").nth(1).expect("has a skeleton");
    let (before, noscript) = body.split_once("<noscript>").expect("says what it needs");
    let body = before.to_string() + noscript.split_once("</noscript>").map_or("", |(_, b)| b);
    let mut found = Vec::new();
    for piece in body.split('>').skip(1) {
        let text = piece.split('<').next().unwrap_or_default().trim();
        // An example of a posting is in its own language.
        let is_example = ["Nattskift i kyllager,", "212 kr i timmen"].contains(&text);
        if !is_example && !text.is_empty() && text != "Rolecard" {
            found.push(text.to_string());
        }
        for name in ["placeholder=\"", "aria-label=\""] {
            if let Some((_, rest)) = piece.split_once(name) {
                found.push(rest.split('"').next().unwrap_or_default().to_string());
            }
        }
    }
    assert!(found.len() > 4, "{found:?}");
    found
}

/// A text without its gaps, which are filled with what is said elsewhere.
fn without_gaps(text: &str) -> String {
    let mut out = String::new();
    for piece in text.split('{') {
        out.push_str(piece.split_once('}').map_or(piece, |(_, rest)| rest));
    }
    out
}

/// The gaps of a text, each once.
fn gaps(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|piece| piece.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn nothing_is_said_outside_the_catalogue() {
    let classes = classes();
    let mut faults = Vec::new();
    for folder in FOLDERS {
        for path in below(folder, "rs") {
            let name = path.strip_prefix(root()).expect("is below");
            let name = name.display().to_string();
            let is_data = DATA.iter().any(|(place, _)| name.starts_with(place));
            if is_data || name.ends_with("tests.rs") {
                continue;
            }
            for text in unsaid(&code(&path), &classes, PURE.contains(&folder)) {
                faults.push(format!("{name}: {text:?}"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "say these by t(), fill() or count():\n{}",
        faults.join("\n")
    );
}

#[test]
fn every_language_has_words_for_every_text_and_for_nothing_else() {
    let texts = texts();
    let mut faults = Vec::new();
    for path in below("public/words", "txt") {
        let language = path
            .file_name()
            .expect("has a name")
            .to_string_lossy()
            .into_owned();
        let file = fs::read_to_string(&path).expect("is text");
        let mut lines = file.lines();
        let name = lines.next().and_then(|line| line.strip_prefix("# "));
        assert!(
            name.is_some_and(|n| !n.is_empty()),
            "{language}: the first line is its name"
        );
        let forms = lines
            .next()
            .and_then(|line| line.strip_prefix("# "))
            .unwrap_or_default();
        let forms = forms.split_whitespace().count();
        assert!(
            forms > 0,
            "{language}: the second line names the forms by number"
        );
        let mut before = "";
        let mut there = BTreeSet::new();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let Some((english, words)) = line.split_once(" = ") else {
                faults.push(format!("{language}: no pair: {line}"));
                continue;
            };
            if english <= before {
                faults.push(format!("{language}: not in order, or twice: {english}"));
            }
            before = english;
            there.insert(english);
            if words.trim().is_empty() {
                faults.push(format!("{language}: no words: {english}"));
            }
            if !texts.contains_key(english) {
                faults.push(format!("{language}: nobody says: {english}"));
            }
            if gaps(english) != gaps(words) {
                faults.push(format!("{language}: the gaps differ: {line}"));
            }
            if english.contains(" | ") && words.split(" | ").count() != forms {
                faults.push(format!("{language}: {forms} forms are wanted: {line}"));
            }
        }
        for (text, file) in &texts {
            if text.contains(" = ") {
                faults.push(format!("{file}: a text has no \" = \" in it: {text}"));
            } else if !there.contains(text.as_str()) {
                faults.push(format!("{language}: no words for {text:?} of {file}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_checks_see_what_they_look_for() {
    let classes = BTreeSet::from(["card".to_string(), "odd".to_string()]);
    let code = r#"
        // "A remark"
        view! { <p class="card odd" id="a b">"Some words"</p><b aria-label="x">{t("Said")}</b>"ok"<i>"low"</i> }
        let class = "card odd"; say("Loud"); fill("Kept {n}", &["two words"]); mark("Marked"); 'a'; '"';
    "#;
    assert_eq!(
        unsaid(code, &classes, false),
        ["Some words", "x", "low", "Loud", "two words"]
    );
    assert!(in_a_label(
        "x\nfn label(self) -> &'static str {\n    match self { A => "
    ));
    assert!(!in_a_label("\nfn label() {\n    1\n}\nconst A: &str = "));
    assert_eq!(plain("a \\\n      b\\\"c"), "a b\"c");
    assert_eq!(gaps("{a} of {b}, {a}"), BTreeSet::from(["a", "b"]));
}
