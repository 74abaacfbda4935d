//! What the built site weighs, file by file, raw and packed, and the budget for the first load.
//! Counted, not timed: the same files give the same figures.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::Outcome;

/// The budget for all files of the first load, in bytes of gzip.
pub const BUDGET: usize = 250_000;

/// What a browser may have fetched by the time the first card stands, in bytes of gzip: the first
/// load, the reader and the card. Raised only for what makes the card better: last for postings of
/// small employers: their names right in 46 of 66, from 29, and kinds of employment in 65, from 42.
pub const FIRST_CARD: usize = 805_000;

/// A file of the site.
pub struct Size {
    /// Its path below the site's root, with slashes.
    pub path: String,
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
    /// Whether the first view loads it.
    pub first_load: bool,
}

/// All files below `folder`, by path.
pub fn contents(folder: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    files.sort();
    let read = |path: String| {
        let bytes = fs::read(folder.join(&path)).map_err(|e| format!("{path}: {e}"))?;
        Ok((path, bytes))
    };
    files.into_iter().map(read).collect()
}

/// The sizes of all files below `folder`, by path.
pub fn of_folder(folder: &Path) -> Outcome<Vec<Size>> {
    let contents = contents(folder)?;
    let first = first_load(&contents);
    if !first.contains("index.html") {
        return Err(format!("{} holds no index.html", folder.display()));
    }
    let size = |(path, bytes): &(String, Vec<u8>)| Size {
        path: path.clone(),
        raw: bytes.len(),
        gzip: gzip(bytes),
        brotli: brotli(bytes),
        first_load: first.contains(path.as_str()),
    };
    Ok(contents.iter().map(size).collect())
}

fn collect(folder: &Path, root: &Path, files: &mut Vec<String>) -> Outcome {
    let unreadable = |error| format!("{} cannot be read: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            collect(&path, root, files)?;
        } else if let Ok(below) = path.strip_prefix(root) {
            files.push(below.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

/// The files that the first view loads: `index.html`, and what it and the styles and scripts it
/// loads name. A service worker's list and a manifest's icons are fetched later, and not followed.
fn first_load(files: &[(String, Vec<u8>)]) -> BTreeSet<&str> {
    let mut loaded = BTreeSet::new();
    let mut to_read = vec!["index.html"];
    while let Some(path) = to_read.pop() {
        let Some((path, bytes)) = files.iter().find(|(p, _)| p == path) else {
            continue;
        };
        if !loaded.insert(path.as_str()) || !follows(path) {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        for (other, _) in files {
            // A script names the WebAssembly it fetches on demand; what is needed at once is named by
            // the page. The end-to-end run counts what a browser really asks for.
            let is_wasm = other.ends_with(".wasm") && !path.ends_with(".html");
            // A page in English asks for no words.
            let on_demand = is_wasm || other.starts_with("words");
            if other != path && !on_demand && names(&text, other) {
                to_read.push(other);
            }
        }
    }
    loaded
}

fn follows(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    matches!(ending, "html" | "css" | "js" | "mjs") && path != "sw.js"
}

/// Whether `text` names the file: its name, not as the tail of a longer one.
fn names(text: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    if path == "sw.js" {
        // A page that registers its worker loads it behind the first view.
        return false;
    }
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "-_".contains(c));
        !part(before) && !part(after)
    })
}

/// Bytes after gzip at level 6, the level of most servers.
pub fn gzip(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    let packed = packer.write_all(bytes).and_then(|()| packer.finish());
    packed.map_or(usize::MAX, |p| p.len())
}

fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &params) {
        Ok(_) => packed.len(),
        Err(_) => usize::MAX,
    }
}

/// The sizes as a table, first load first, in bytes.
pub fn table(sizes: &[Size]) -> String {
    let mut out = String::new();
    let mut group = |title: &str, first_load: bool| {
        let files: Vec<_> = sizes
            .iter()
            .filter(|s| s.first_load == first_load)
            .collect();
        if files.is_empty() {
            return;
        }
        let _ = writeln!(
            out,
            "{title:<44}{:>10}{:>10}{:>10}",
            "raw", "gzip", "brotli"
        );
        let mut total = (0, 0, 0);
        for s in files {
            let _ = writeln!(
                out,
                "  {:<42}{:>10}{:>10}{:>10}",
                s.path, s.raw, s.gzip, s.brotli
            );
            total = (total.0 + s.raw, total.1 + s.gzip, total.2 + s.brotli);
        }
        let _ = writeln!(
            out,
            "  {:<42}{:>10}{:>10}{:>10}",
            "in all", total.0, total.1, total.2
        );
    };
    group("First load", true);
    group("Later, or on demand", false);
    let first = first_load_gzip(sizes);
    let kb = |bytes: usize| bytes as f64 / 1000.0;
    let _ = write!(out, "First load: {:.1} KB gzip", kb(first));
    let _ = match first.checked_sub(BUDGET) {
        None | Some(0) => write!(out, " of {:.0} KB", kb(BUDGET)),
        Some(over) => write!(
            out,
            ", {:.1} KB over the budget of {:.0} KB",
            kb(over),
            kb(BUDGET)
        ),
    };
    out
}

/// An error when the first load is over its budget.
pub fn within_budget(sizes: &[Size]) -> Outcome {
    let first = first_load_gzip(sizes);
    if first <= BUDGET {
        return Ok(());
    }
    Err(format!(
        "the first load is {first} bytes gzip, {} over the budget of {BUDGET}",
        first - BUDGET
    ))
}

fn first_load_gzip(sizes: &[Size]) -> usize {
    sizes.iter().filter(|s| s.first_load).map(|s| s.gzip).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Vec<(String, Vec<u8>)> {
        let files = [
            (
                "index.html",
                r#"<link href="/a/style-1f.css"><script src="/a/boot.js" data-js="/a/app-9.js" data-wasm="/a/app-9_bg.wasm">"#,
            ),
            ("style-1f.css", "a{background:url(icons/grain.svg)}"),
            ("icons/grain.svg", "<svg/>"),
            ("boot.js", "navigator.serviceWorker.register('sw.js')"),
            (
                "app-9.js",
                "import './snippets/x.js'; fetch(new URL('./part.wasm', import.meta.url))",
            ),
            ("part.wasm", "wasm"),
            ("snippets/x.js", ""),
            ("app-9_bg.wasm", "wasm"),
            ("sw.js", "['big.png']"),
            ("big.png", "png"),
            ("my-boot.js", ""),
        ];
        files.map(|(p, t)| (p.into(), t.into())).to_vec()
    }

    #[test]
    fn the_first_load_is_what_the_page_names() {
        let site = site();
        let loaded: Vec<_> = first_load(&site).into_iter().collect();
        assert_eq!(
            loaded,
            [
                "app-9.js",
                "app-9_bg.wasm",
                "boot.js",
                "icons/grain.svg",
                "index.html",
                "snippets/x.js",
                "style-1f.css"
            ]
        );
    }

    #[test]
    fn a_first_load_over_its_budget_is_an_error_and_later_files_do_not_count() {
        let size = |gzip, first_load| Size {
            path: "a".into(),
            raw: gzip,
            gzip,
            brotli: gzip,
            first_load,
        };
        assert!(within_budget(&[size(BUDGET, true), size(9, false)]).is_ok());
        let why = within_budget(&[size(BUDGET, true), size(9, true)]).expect_err("is over");
        assert!(why.contains("9 over"), "{why}");
    }
}
