//! Cuts the program of a release build into the first load and the parts that are fetched when they
//! are first needed, makes each smaller, and puts them into the built site in the place of the one
//! file that Trunk made. Run by Trunk as a hook (see Trunk.toml). Never touches the sources.
//!
//! Where the cuts are is said in the sources by `state::parts::cut!`; who calls whom, and so what goes
//! into which part, is found by `wasm_split_cli_support` from the linker's relocations.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::hash::Hash;
use crate::process::{root, run};
use crate::{offline, pieces, tools, words};

/// The program's name, of which all its files' names are made.
const PROGRAM: &str = "rolecard";

/// Cuts and shrinks the site that Trunk is building; Trunk says by environment where it is. Without
/// a wasm-opt the files are larger and work.
pub fn site() -> Outcome {
    let set = |name: &str| std::env::var(name).unwrap_or_default();
    let staging = PathBuf::from(set("TRUNK_STAGING_DIR"));
    words::place(&staging)?;
    if set("TRUNK_PROFILE") != "release" {
        return Ok(());
    }
    let program = linked()?;
    let wasm_opt = tools::wasm_opt();
    let mut hash = Hash::new();
    // Named by all it is made of, so that a program that has not changed is not cut again, and one that
    // was cut where there was no wasm-opt, or in another way, is.
    hash.take(&program);
    hash.take(include_bytes!("cut.rs"));
    hash.take(include_bytes!("pieces.rs"));
    hash.take(format!("{:?}", wasm_opt.as_ref().ok()).as_bytes());
    let work = target().join("cut");
    let files = work.join(hash.hex());
    if !files.is_dir() {
        emptied(&work)?;
        let making = emptied(&work.join("making"))?;
        let main = work.join(format!("{PROGRAM}.wasm"));
        split(&program, &making, &main)?;
        run(Command::new(tools::wasm_bindgen()?)
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .arg("--out-dir")
            .arg(&making)
            .arg(&main))?;
        shrink(&making, wasm_opt)?;
        slim(&making)?;
        pieces::gather(&making, &making.join("parts.js"))?;
        fs::rename(&making, &files)
            .map_err(|e| format!("{} cannot be named: {e}", making.display()))?;
    }
    place(&files, &staging)?;
    slim(&staging)?;
    offline::write(&staging)
}

/// Cargo's folder for what it builds.
fn target() -> PathBuf {
    let set = std::env::var_os("CARGO_TARGET_DIR").filter(|v| !v.is_empty());
    set.map_or_else(|| root().join("target"), |t| root().join(t))
}

/// The program as the linker left it.
fn linked() -> Outcome<Vec<u8>> {
    let path = target()
        .join("wasm32-unknown-unknown/site")
        .join(format!("{PROGRAM}.wasm"));
    fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// Writes the parts and their loader, `parts.js`, into `files`, and what is left to `main`.
fn split(program: &[u8], files: &Path, main: &Path) -> Outcome {
    let script = format!("./{PROGRAM}.js");
    let mut options = wasm_split_cli_support::Options::new(program);
    options.output_dir = files;
    options.main_out_path = main;
    options.main_module = &script;
    options.link_name = "./parts.js";
    wasm_split_cli_support::transform(options)
        .map_err(|error| format!("the program cannot be cut: {error:?}"))?;
    Ok(())
}

/// Files of so many bytes or fewer stay as they are: there is next to nothing to gain in them, there are
/// hundreds, and each takes a start of wasm-opt.
const TINY: u64 = 2_000;

/// Makes every WebAssembly file in `files` smaller by `wasm_opt`, but for the tiny ones.
fn shrink(files: &Path, wasm_opt: Outcome<PathBuf>) -> Outcome {
    let wasm_opt = match wasm_opt {
        Ok(found) => found,
        Err(why) => {
            println!("The WebAssembly is not made smaller: {why}");
            return Ok(());
        }
    };
    for file in listed(files)? {
        let size = fs::metadata(&file).map_or(0, |data| data.len());
        if size > TINY && file.extension().is_some_and(|e| e == "wasm") {
            run(Command::new(&wasm_opt)
                .arg("-Oz")
                .arg(&file)
                .arg("-o")
                .arg(&file))?;
        }
    }
    Ok(())
}

/// Takes out of the scripts in `files` what only their makers read, and what they say once for each part.
fn slim(files: &Path) -> Outcome {
    for file in listed(files)? {
        if file.extension().is_some_and(|e| e == "js") {
            let script = String::from_utf8_lossy(&read(&file)?).into_owned();
            fs::write(&file, slimmed(&script))
                .map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
        }
    }
    Ok(())
}

/// `script` without comments of whole lines and without indents, the fetching of a part written once.
fn slimmed(script: &str) -> String {
    let before = "() => {\n    const src = fetch(new URL(\"";
    let after = "\", import.meta.url));\n    src.catch(() => {});\n    \
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}\n";
    let mut script = script.to_string();
    // As many of both, or the loader is of another form and stays as it is.
    let parts = script.matches(before).count();
    if parts > 0 && script.matches(after).count() == parts {
        let once = "const from = (name) => () => {\nconst src = fetch(new URL(name, import.meta.url));\n\
            src.catch(() => {});\n\
            return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n};\n";
        script = script.replace(before, "from(\"").replace(after, "\")");
        let start = script.find("\nfunction ").map_or(0, |at| at + 1);
        script.insert_str(start, once);
    }
    let mut slim = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines() {
        let line = line.trim();
        let starts = line.starts_with("/*");
        let is_comment = in_comment || starts || line.starts_with("//");
        in_comment = (in_comment || starts) && !line.ends_with("*/");
        if !is_comment && !line.is_empty() {
            slim.push_str(line);
            slim.push('\n');
        }
    }
    slim
}

/// Moves the files into a folder of the site that is named by what is in them, so that a browser's
/// cache never mixes two builds, and has `index.html` start them.
fn place(files: &Path, staging: &Path) -> Outcome {
    let mut hash = Hash::new();
    for file in listed(files)? {
        hash.take(&read(&file)?);
    }
    let folder = format!("app-{}", hash.hex());
    let home = emptied(&staging.join(&folder))?;
    for file in listed(files)? {
        let name = file.file_name().unwrap_or_default();
        copied(&file, &home.join(name))?;
    }
    let index = staging.join("index.html");
    let page = String::from_utf8_lossy(&read(&index)?).into_owned();
    let (page, replaced) = renamed(&page, &folder)?;
    fs::write(&index, page).map_err(|e| format!("{} cannot be written: {e}", index.display()))?;
    for name in replaced {
        let path = staging.join(&name);
        fs::remove_file(&path).map_err(|e| format!("{} stays: {e}", path.display()))?;
    }
    Ok(())
}

/// `page` with the names of Trunk's two files replaced by ours, and those two names.
fn renamed(page: &str, folder: &str) -> Outcome<(String, [String; 2])> {
    let script = named(page, ".js").ok_or("index.html names no program")?;
    let wasm = named(page, "_bg.wasm").ok_or("index.html names no WebAssembly")?;
    let page = page
        .replace(&wasm, &format!("{folder}/{PROGRAM}_bg.wasm"))
        .replace(&script, &format!("{folder}/{PROGRAM}.js"));
    Ok((page, [script, wasm]))
}

/// The first name in `page` that is the program's, with Trunk's hash, and ends so.
fn named(page: &str, ending: &str) -> Option<String> {
    let start = format!("{PROGRAM}-");
    page.match_indices(&start).find_map(|(at, _)| {
        let hash = at + start.len();
        let end = hash + page[hash..].find(|c: char| !c.is_ascii_alphanumeric())?;
        let name = format!("{}{ending}", &page[at..end]);
        page[end..].starts_with(ending).then_some(name)
    })
}

/// `folder`, there and empty.
fn emptied(folder: &Path) -> Outcome<PathBuf> {
    let failed = |error| format!("{} cannot be made: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failed)?;
    }
    fs::create_dir_all(folder).map_err(failed)?;
    Ok(folder.to_path_buf())
}

/// What is in `folder`, by name.
fn listed(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unreadable = |error| format!("{} cannot be read: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths = entries
        .map(|entry| entry.map(|e| e.path()).map_err(unreadable))
        .collect::<Outcome<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// What is in a file, or why it cannot be read.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

fn copied(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map_err(|error| format!("{} cannot be written: {error}", to.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_starts_the_cut_program() {
        let page = concat!(
            r#"<script src="/r/boot.js" data-js="/r/rolecard-4f0.js" data-wasm="/r/rolecard-4f0_bg.wasm">"#,
            r#"<link rel="preload" href="/r/rolecard-4f0_bg.wasm"><a href="https://example.org/rolecard-news">"#,
        );
        let (page, replaced) = renamed(page, "app-1").expect("names both");
        assert_eq!(replaced, ["rolecard-4f0.js", "rolecard-4f0_bg.wasm"]);
        assert_eq!(
            page,
            concat!(
                r#"<script src="/r/boot.js" data-js="/r/app-1/rolecard.js" data-wasm="/r/app-1/rolecard_bg.wasm">"#,
                r#"<link rel="preload" href="/r/app-1/rolecard_bg.wasm"><a href="https://example.org/rolecard-news">"#,
            )
        );
        assert!(renamed("<p>no program", "app-1").is_err());
    }

    #[test]
    fn scripts_lose_what_only_their_makers_read() {
        let script = "import { a } from './a.js';\n\n/**\n * What it does.\n */\nfunction f() {\n    // why\n    \
            return 'a // b';\n}\n/* one, two */\nconst c = load(() => {\n    const src = fetch(new URL(\"./c.wasm\", \
            import.meta.url));\n    src.catch(() => {});\n    return async (imports) => \
            (WebAssembly.instantiateStreaming(src, imports));\n}\n, [b]);\n";
        assert_eq!(
            slimmed(script),
            "import { a } from './a.js';\nconst from = (name) => () => {\nconst src = fetch(new URL(name, \
            import.meta.url));\nsrc.catch(() => {});\nreturn async (imports) => \
            (WebAssembly.instantiateStreaming(src, imports));\n};\nfunction f() {\nreturn 'a // b';\n}\n\
            const c = load(from(\"./c.wasm\"), [b]);\n"
        );
    }
}
