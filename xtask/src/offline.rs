//! The service worker of a release build: the list of files to keep, and a version made of what is
//! in them. Never lists itself, nor what only other programs ask for.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::hash::Hash;
use crate::size;

/// The worker, but for its version and its list.
const WORKER: &str = include_str!("sw.js");

/// Writes `sw.js` into the built site in `folder`, and has `index.html` name it.
pub fn write(folder: &Path) -> Outcome {
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index)
        .map_err(|error| format!("{} cannot be read: {error}", index.display()))?;
    let page = named(&page)?;
    fs::write(&index, page)
        .map_err(|error| format!("{} cannot be written: {error}", index.display()))?;
    let files: Vec<(String, Vec<u8>)> = size::contents(folder)?
        .into_iter()
        .filter(|(path, _)| path != "sw.js" && path != "robots.txt")
        .collect();
    let worker = folder.join("sw.js");
    fs::write(&worker, filled(&files))
        .map_err(|error| format!("{} cannot be written: {error}", worker.display()))
}

/// The page with the worker's name where the script looks for it.
fn named(page: &str) -> Outcome<String> {
    match page.split_once(" data-wasm=") {
        Some((before, after)) => Ok(format!("{before} data-sw=sw.js data-wasm={after}")),
        None => Err("index.html starts no program".into()),
    }
}

fn filled(files: &[(String, Vec<u8>)]) -> String {
    let mut hash = Hash::new();
    let mut list = String::from("[\n");
    for (path, bytes) in files {
        hash.take(path.as_bytes());
        hash.take(bytes);
        list.push_str(&format!("  {path:?},\n"));
    }
    list.push(']');
    WORKER
        .replace("__VERSION__", &hash.hex())
        .replace("__FILES__", &list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(last: &str) -> Vec<(String, Vec<u8>)> {
        [("app-1/a.js", "a"), ("index.html", last)]
            .map(|(path, text)| (path.to_string(), text.into()))
            .to_vec()
    }

    #[test]
    fn the_worker_keeps_every_file_and_changes_with_any() {
        let worker = filled(&site("one"));
        assert!(
            worker.contains("\"app-1/a.js\",\n  \"index.html\",\n]"),
            "{worker}"
        );
        assert!(!worker.contains("__"), "nothing is left to fill in");
        assert_eq!(worker, filled(&site("one")));
        assert_ne!(worker, filled(&site("two")));
    }

    #[test]
    fn the_page_names_the_worker() {
        let page = "<script data-js=/r/a.js data-wasm=/r/a.wasm>";
        let expected = "<script data-js=/r/a.js data-sw=sw.js data-wasm=/r/a.wasm>";
        assert_eq!(named(page).as_deref(), Ok(expected));
        assert!(named("<p>").is_err());
    }
}
