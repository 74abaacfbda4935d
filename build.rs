//! Packs the phrase lists and the names of places into the forms the reader carries, so that the lists
//! themselves stay the only source. The rules are the reader's own files.
#![allow(dead_code)] // the reader uses more of these files than packing does

#[path = "src/extract/lexicon/key.rs"]
mod key;
#[path = "src/extract/lexicon/pack.rs"]
mod pack;
#[path = "src/extract/span.rs"]
mod span;
#[path = "src/extract/word.rs"]
mod word;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const LISTS: &str = "src/extract/lexicons";
const CONCEPTS: &str = "src/job/compare/align/concepts.txt";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={LISTS}");
    println!("cargo::rerun-if-changed={CONCEPTS}");
    for file in ["lexicon/key.rs", "lexicon/pack.rs", "span.rs", "word.rs"] {
        println!("cargo::rerun-if-changed=src/extract/{file}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let packed = pack::pack(&lists(&root.join(LISTS))?);
    fs::write(out.join("lexicons.bin"), packed.bits)?;
    fs::write(out.join("lexicons.rs"), packed.files)?;
    let concepts = fs::read_to_string(root.join(CONCEPTS))?;
    fs::write(out.join("concepts.txt"), folded(&concepts))
}

/// The concepts with their phrases as folded words and a blank between, so that the page need not fold
/// thousands of them before it can compare anything.
fn folded(concepts: &str) -> String {
    let mut out = String::with_capacity(concepts.len());
    for line in concepts
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        if line.starts_with('[') {
            out.push_str(line);
        } else {
            let mut letters = String::new();
            for (i, word) in word::split(line, &mut letters).iter().enumerate() {
                let (from, to) = word.folded;
                out.push_str(if i > 0 { " " } else { "" });
                out.push_str(&letters[from as usize..to as usize]);
            }
        }
        out.push('\n');
    }
    out
}

/// The lists by name, but those of places, which have a form of their own.
fn lists(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut lists = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let list = path.extension().is_some_and(|e| e == "txt");
        if list && !["cities", "countries", "regions"].contains(&&*name) {
            lists.push((name.into_owned(), fs::read_to_string(&path)?));
        }
    }
    lists.sort();
    Ok(lists)
}
