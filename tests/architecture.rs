//! The rules of the house, read off the sources: who may know whom, where wire types and the
//! browser may stand, and what a file looks like. `docs/ARCHITECTURE.md` says why.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules at the crate's root, and whom each may name.
const MAY_KNOW: [(&str, &[&str]); 8] = [
    ("extract", &[]),
    ("job", &["extract"]),
    ("store", &["job", "extract"]),
    ("transfer", &["job", "extract"]),
    ("browser", &[]),
    ("route", &[]),
    (
        "state",
        &["extract", "job", "store", "transfer", "browser", "route"],
    ),
    ("ui", &["state", "job", "extract", "route"]),
];

/// Over this many lines a file is cut in two.
const MOST_LINES: usize = 600;
/// Over this many it is worth a look.
const MANY_LINES: usize = 400;

/// A source file below `src/`.
struct Source {
    path: PathBuf,
    /// Its modules from the crate's root, `["extract", "pay"]` for `src/extract/pay.rs`.
    modules: Vec<String>,
    text: String,
    /// The text with comments, strings and characters blanked.
    code: String,
}

impl Source {
    fn area(&self) -> &str {
        self.modules.first().map_or("", String::as_str)
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Whether the file uses the crate `name`.
    fn uses(&self, name: &str) -> bool {
        words(&self.code).any(|(_, word)| word == name)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join("src"), "rs", &mut paths);
    paths.sort();
    let sources: Vec<_> = paths.iter().map(|path| source(path)).collect();
    assert!(sources.len() > 30, "the sources were not found");
    sources
}

fn source(path: &Path) -> Source {
    let below = path
        .strip_prefix(root().join("src"))
        .expect("stands below src");
    let mut modules: Vec<String> = below
        .with_extension("")
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if matches!(
        modules.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        modules.pop();
    }
    let text = fs::read_to_string(path).expect("is text");
    let code = blank(&text);
    Source {
        path: Path::new("src").join(below),
        modules,
        text,
        code,
    }
}

fn collect(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("is a folder") {
        let path = entry.expect("is readable").path();
        if path.is_dir() {
            collect(&path, ending, paths);
        } else if path.extension().is_some_and(|e| e == ending) {
            paths.push(path);
        }
    }
}

/// `text` with comments, string and character literals turned to blanks, line breaks kept.
fn blank(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let end = match (at(i), at(i + 1)) {
            ('/', '/') => (i..chars.len())
                .find(|k| at(*k) == '\n')
                .unwrap_or(chars.len()),
            ('/', '*') => block_comment(&chars, i),
            ('"', _) => string(&chars, i),
            ('r', '"' | '#') if raw_string(&chars, i).is_some() => {
                raw_string(&chars, i).unwrap_or(i + 1)
            }
            ('\'', '\\') => (i + 3..chars.len())
                .find(|k| at(*k) == '\'')
                .map_or(chars.len(), |k| k + 1),
            ('\'', _) if at(i + 2) == '\'' => i + 3,
            _ => {
                out.push(at(i));
                i += 1;
                continue;
            }
        };
        for c in &chars[i..end] {
            out.push(if *c == '\n' { '\n' } else { ' ' });
        }
        i = end;
    }
    out
}

fn block_comment(chars: &[char], start: usize) -> usize {
    let (mut depth, mut i) = (0, start);
    while i + 1 < chars.len() {
        match (chars[i], chars[i + 1]) {
            ('/', '*') => (depth, i) = (depth + 1, i + 2),
            ('*', '/') => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            return i;
        }
    }
    chars.len()
}

fn string(chars: &[char], start: usize) -> usize {
    let mut i = start + 1;
    while i < chars.len() {
        match chars[i] {
            '\\' => i += 2,
            '"' => return i + 1,
            _ => i += 1,
        }
    }
    chars.len()
}

/// The end of the raw string that starts at `start`, if one does.
fn raw_string(chars: &[char], start: usize) -> Option<usize> {
    let part_of_word = start > 0 && (chars[start - 1].is_alphanumeric() || chars[start - 1] == '_');
    let hashes = chars[start + 1..].iter().take_while(|c| **c == '#').count();
    let open = start + 1 + hashes;
    if part_of_word || chars.get(open) != Some(&'"') {
        return None;
    }
    let closes = |i: &usize| {
        chars[*i] == '"'
            && chars[i + 1..]
                .iter()
                .take(hashes)
                .filter(|c| **c == '#')
                .count()
                == hashes
    };
    (open + 1..chars.len())
        .find(closes)
        .map(|i| i + 1 + hashes)
        .or(Some(chars.len()))
}

/// The identifiers of `code`, with where each begins.
fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + code[rest..].find(part)?;
        let len = code[start..]
            .find(|c| !part(c))
            .unwrap_or(code.len() - start);
        rest = start + len;
        Some((start, &code[start..rest]))
    })
}

/// The names at the crate's root that a file's paths lead to: `crate::x`, `crate::{x, y}`, and
/// `super::` often enough to reach the root.
fn known_names(source: &Source) -> BTreeSet<String> {
    let code: String = source.code.split_whitespace().collect::<Vec<_>>().join(" ");
    let code = code.replace(" ::", "::").replace(":: ", "::");
    let mut names = BTreeSet::new();
    for (at, word) in words(&code) {
        let behind = code[at + word.len()..].strip_prefix("::");
        let inside = at >= 2 && &code[at - 2..at] == "::";
        let Some(behind) = behind.filter(|_| !inside) else {
            continue;
        };
        let tail = match word {
            "crate" | "rolecard" => Some(behind),
            "super" => above_root(behind, source.modules.len()),
            _ => None,
        };
        if let Some(tail) = tail {
            first_names(tail, &mut names);
        }
    }
    names
}

/// What follows `super::` and more of its kind, where these climb `depth` modules.
fn above_root(mut path: &str, depth: usize) -> Option<&str> {
    let mut climbed = 1;
    while let Some(next) = path.strip_prefix("super::") {
        (path, climbed) = (next, climbed + 1);
    }
    (climbed >= depth).then_some(path)
}

fn first_names(path: &str, names: &mut BTreeSet<String>) {
    let Some(group) = path.strip_prefix('{') else {
        names.extend(words(path).next().map(|(_, word)| word.to_string()));
        return;
    };
    let mut depth = 0;
    let mut piece = String::new();
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.extend(words(&piece).next().map(|(_, word)| word.to_string()));
                piece.clear();
                continue;
            }
            _ => {}
        }
        piece.push(c);
    }
    names.extend(words(&piece).next().map(|(_, word)| word.to_string()));
}

#[test]
fn a_module_knows_only_whom_it_may() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some((_, may)) = MAY_KNOW.iter().find(|(area, _)| *area == source.area()) else {
            continue;
        };
        for name in known_names(&source) {
            let is_module = MAY_KNOW.iter().any(|(area, _)| *area == name);
            if is_module && name != source.area() && !may.contains(&name.as_str()) {
                faults.push(format!("{} knows {name}", source.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_module_at_the_root_has_its_rule() {
    for source in sources() {
        let area = source.area();
        let ruled = area.is_empty() || MAY_KNOW.iter().any(|(known, _)| *known == area);
        assert!(
            ruled,
            "{}: say in MAY_KNOW whom {area} may know",
            source.name()
        );
    }
}

/// A crate, and the areas (or single files) of `src/` that may use it; "" is the crate's root.
const CRATES: [(&str, &[&str]); 8] = [
    ("serde", &["store", "transfer"]),
    (
        "serde_json",
        &["store", "transfer", "src/extract/jsonld.rs"],
    ),
    ("gloo_storage", &["store"]),
    ("leptos", &["state", "ui", "store"]),
    ("web_sys", &["browser", "state", "store", "ui"]),
    ("js_sys", &["browser", "state", "store", "ui"]),
    ("wasm_bindgen", &["browser", "state", "store", "ui"]),
    ("wasm_bindgen_futures", &["browser", "state", "store", "ui"]),
];

#[test]
fn wire_types_and_the_browser_keep_to_their_places() {
    let mut faults = Vec::new();
    for source in sources() {
        for (name, places) in CRATES {
            let path = source.name().replace('\\', "/");
            let allowed = places
                .iter()
                .any(|place| *place == source.area() || *place == path);
            if source.uses(name) && !allowed {
                faults.push(format!("{path} uses {name}"));
            }
        }
        let derives = ["Serialize", "Deserialize"].iter().any(|d| source.uses(d));
        if derives && !["store", "transfer"].contains(&source.area()) {
            faults.push(format!("{} has wire types", source.name()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn reading_and_judging_have_no_clock_no_chance_no_world() {
    let worldly = [
        "SystemTime",
        "Instant",
        "RandomState",
        "rand",
        "thread",
        "fs",
        "net",
        "env",
        "Command",
        "stdin",
        "println",
        "eprintln",
    ];
    let mut faults = Vec::new();
    for source in sources() {
        if !["extract", "job"].contains(&source.area()) {
            continue;
        }
        let code = &source.code;
        for (at, word) in words(code) {
            let macro_env = word == "env" && code[at + 3..].starts_with('!');
            if worldly.contains(&word) && !macro_env {
                let line = code[..at].matches('\n').count() + 1;
                faults.push(format!("{}:{line} names {word}", source.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nobody_empties_the_browsers_storage() {
    // All projects of a GitHub user share one origin: a wholesale `clear` would take theirs too.
    for source in sources() {
        let code: String = source.code.split_whitespace().collect();
        for call in [
            "LocalStorage::clear(",
            "SessionStorage::clear(",
            "storage.clear(",
            "storage().clear(",
        ] {
            assert!(!code.contains(call), "{} calls {call})", source.name());
        }
    }
}

#[test]
fn nothing_pasted_becomes_markup() {
    for source in sources() {
        for way in ["inner_html", "set_inner_html", "outer_html", "eval"] {
            assert!(
                !source.uses(way),
                "{}: {way} would run what was pasted",
                source.name()
            );
        }
    }
}

#[test]
fn a_file_says_what_it_is_for_and_stays_short() {
    let mut faults = Vec::new();
    for source in sources() {
        if !source.text.starts_with("//! ") {
            faults.push(format!(
                "{}: first a line //! what it is for",
                source.name()
            ));
        }
        let lines = source.text.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("{}: {lines} lines, cut it in two", source.name()));
        } else if lines > MANY_LINES {
            println!("{}: {lines} lines", source.name());
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_named_for_nothing() {
    for source in sources() {
        for module in &source.modules {
            let empty = ["utils", "util", "helpers", "helper", "common", "misc"];
            assert!(
                !empty.contains(&module.as_str()),
                "{}: name it for what it holds",
                source.name()
            );
        }
    }
}

#[test]
fn the_page_may_talk_to_no_one() {
    let page = fs::read_to_string(root().join("index.html")).expect("index.html is there");
    let policy = page
        .split_once("Content-Security-Policy")
        .and_then(|(_, rest)| rest.split_once("content=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(policy, _)| policy)
        .expect("index.html has a Content-Security-Policy");
    assert!(policy.contains("default-src 'none'"), "{policy}");
    for directive in policy.split(';') {
        for source in directive.split_whitespace().skip(1) {
            let own = ["'self'", "'none'", "'wasm-unsafe-eval'", "data:", "blob:"];
            assert!(own.contains(&source), "{directive} lets {source} in");
        }
    }
}

#[test]
fn the_invariants_name_tests_that_are_there() {
    let page = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).expect("is there");
    let mut named = 0;
    for row in page.lines().filter(|line| line.starts_with("| ")) {
        let mut file = String::new();
        for quoted in row.split('`').skip(1).step_by(2) {
            if quoted.ends_with(".rs") && quoted.contains("tests/") {
                file = fs::read_to_string(root().join(quoted)).unwrap_or_default();
                assert!(!file.is_empty(), "{quoted} is not there");
            } else if !file.is_empty() && quoted.contains('_') {
                let there = file.contains(&format!("fn {quoted}("));
                assert!(there, "no test {quoted}: {row}");
                named += 1;
            }
        }
    }
    assert!(named > 15, "the invariants were not found");
}

#[test]
fn the_checks_see_what_they_look_for() {
    let code = "//! a\nuse crate::{job::Note, extract};\nlet s = \"crate::store::X\"; // crate::ui\n\
                fn f() { super::super::state::x(); r#\"crate::route\"#; '\"'; crate :: transfer::y() }";
    let source = Source {
        path: "src/job/note.rs".into(),
        modules: vec!["job".into(), "note".into()],
        text: code.into(),
        code: blank(code),
    };
    let names: Vec<_> = known_names(&source).into_iter().collect();
    assert_eq!(names, ["extract", "job", "state", "transfer"]);
}
