//! The page's words in other languages: puts their folder in the place that is named by what is in it,
//! so that no browser mixes the words of one build with the program of another, and has `index.html`
//! name it and the languages there are. A language is a file `public/words/<code>.txt`.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::hash::Hash;
use crate::size;

/// The folder as it stands in `public/`.
const FOLDER: &str = "words";

/// Renames the folder in the site that is being built in `staging`.
pub fn place(staging: &Path) -> Outcome {
    let from = staging.join(FOLDER);
    let files = size::contents(&from)?;
    let mut hash = Hash::new();
    for (path, bytes) in &files {
        hash.take(path.as_bytes());
        hash.take(bytes);
    }
    let folder = format!("{FOLDER}-{}", hash.hex());
    fs::rename(&from, staging.join(&folder))
        .map_err(|error| format!("{} cannot be named: {error}", from.display()))?;
    let index = staging.join("index.html");
    let page = fs::read_to_string(&index)
        .map_err(|error| format!("{} cannot be read: {error}", index.display()))?;
    fs::write(&index, named(&page, &folder, &languages(&files))?)
        .map_err(|error| format!("{} cannot be written: {error}", index.display()))
}

/// `de:Deutsch,fr:Français`: the code is the file's name, the name stands in its first line.
fn languages(files: &[(String, Vec<u8>)]) -> String {
    let mut all = Vec::new();
    for (path, bytes) in files {
        let Some(code) = path.strip_suffix(".txt") else {
            continue;
        };
        let text = String::from_utf8_lossy(bytes);
        let name = text.lines().next().unwrap_or_default();
        all.push(format!("{code}:{}", name.trim_start_matches(['#', ' '])));
    }
    all.join(",")
}

/// The page with the folder and the languages where the script looks for them.
fn named(page: &str, folder: &str, languages: &str) -> Outcome<String> {
    match page.split_once(" data-wasm=") {
        Some((before, after)) => Ok(format!(
            "{before} data-words=\"{folder}/\" data-tongues=\"{languages}\" data-wasm={after}"
        )),
        None => Err("index.html starts no program".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_words_and_their_languages() {
        let files = [
            ("de.txt", "# Deutsch\n# one other\nJobs = Stellen\n"),
            ("fr.txt", "# Français\n"),
            ("guide.de.md", "# Anleitung"),
        ]
        .map(|(path, text)| (path.to_string(), text.into()));
        let languages = languages(&files);
        assert_eq!(languages, "de:Deutsch,fr:Français");
        let page = "<script data-js=/r/a.js data-wasm=/r/a.wasm>";
        assert_eq!(
            named(page, "words-1", &languages).as_deref(),
            Ok(
                "<script data-js=/r/a.js data-words=\"words-1/\" data-tongues=\"de:Deutsch,fr:Français\" data-wasm=/r/a.wasm>"
            )
        );
        assert!(named("<p>", "words-1", "").is_err());
    }
}
