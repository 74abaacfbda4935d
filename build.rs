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

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={LISTS}");
    for file in ["lexicon/key.rs", "lexicon/pack.rs", "span.rs", "word.rs"] {
        println!("cargo::rerun-if-changed=src/extract/{file}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let packed = pack::pack(&lists(&root.join(LISTS))?);
    fs::write(out.join("lexicons.bin"), packed.bits)?;
    fs::write(out.join("lexicons.rs"), packed.files)
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
