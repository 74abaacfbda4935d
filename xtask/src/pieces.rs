//! Puts the smallest pieces of the cut program together. What two parts share is cut off as a piece of
//! its own, and most of the hundred and more pieces are a kilobyte: a file for each would be a request
//! for each, and would be packed without the next one's like. Those of one group come in one file, from
//! which each is started by itself. Never changes a piece.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::cut::read;

/// Pieces of more bytes stay files of their own.
const SMALL: usize = 10_000;

/// The part that is fetched with the first posting: what it shares comes with it, the rest apart.
const FIRST: &str = "reader";

/// A piece: the name of its file, and what is in it.
struct Piece {
    file: String,
    bytes: Vec<u8>,
}

/// Replaces the small pieces in `files` by two files, and has the loader `script` there take them from
/// these.
pub fn gather(files: &Path, script: &Path) -> Outcome {
    let unwritten = |path: &Path, error| format!("{} cannot be written: {error}", path.display());
    let mut loader = String::from_utf8_lossy(&read(script)?).into_owned();
    let with_first = needs(&loader, FIRST);
    let mut groups: [(&str, Vec<Piece>); 2] = [("first", Vec::new()), ("later", Vec::new())];
    for name in loader.lines().filter_map(declared) {
        let file = format!("{}.wasm", name.trim_start_matches('_'));
        let bytes = read(&files.join(&file))?;
        if bytes.len() <= SMALL {
            let first = with_first.iter().any(|n| n == name);
            groups[usize::from(!first)].1.push(Piece { file, bytes });
        }
    }
    let mut together = String::new();
    for (group, pieces) in groups.iter().filter(|(_, pieces)| pieces.len() > 1) {
        let (module, start) = module(pieces);
        let path = files.join(format!("{group}.wasm"));
        fs::write(&path, module).map_err(|error| unwritten(&path, error))?;
        together.push_str(&format!(
            "const {group} = within(\"./{group}.wasm\", {start});\n"
        ));
        for Piece { file, bytes } in pieces {
            let size = bytes.len();
            loader = loader.replace(&format!("from(\"./{file}\")"), &format!("{group}({size})"));
            let path = files.join(file);
            fs::remove_file(&path).map_err(|error| format!("{} stays: {error}", path.display()))?;
        }
    }
    if !together.is_empty() {
        together.insert_str(0, WITHIN);
        let start = loader.find("\nfunction ").map_or(0, |at| at + 1);
        loader.insert_str(start, &together);
    }
    fs::write(script, loader).map_err(|error| unwritten(script, error))
}

/// Fetches a file of pieces once, however many of them are asked for; again where that failed. The pieces
/// are named in their order, each by its size: where it begins follows.
const WITHIN: &str = "const within = (name, at) => {
let whole;
return (size) => {
const from = at;
at += size;
return () => {
whole ??= fetch(new URL(name, import.meta.url)).then((r) => r.ok ? r.arrayBuffer() : Promise.reject(r.status));
const src = whole;
src.catch(() => { if (whole === src) whole = undefined; });
return async (imports) => WebAssembly.instantiate(new Uint8Array(await src, from, size), imports);
};
};
};
";

/// The name of the piece that a line of the loader declares.
fn declared(line: &str) -> Option<&str> {
    let (name, rest) = line
        .strip_prefix("const ")?
        .split_once(" = makeLoad(from(")?;
    (name.starts_with("__chunk_") && rest.ends_with("), []);")).then_some(name)
}

/// The names of the pieces that a part needs.
fn needs(loader: &str, part: &str) -> Vec<String> {
    let start = format!("export const __wasm_split_load_{part} =");
    let line = loader.lines().find(|line| line.starts_with(&start));
    let list = line.and_then(|l| l.rsplit_once(", [")?.1.split_once(']'));
    list.map_or(Vec::new(), |(names, _)| {
        names.split(", ").map(String::from).collect()
    })
}

/// A module that holds the pieces, one behind the other, in a custom section (WebAssembly core
/// specification, 5.5.3), so that the file is what its name says, and where the first one begins.
fn module(pieces: &[Piece]) -> (Vec<u8>, usize) {
    const NAME: &[u8] = b"\x06pieces";
    let length: usize = pieces.iter().map(|piece| piece.bytes.len()).sum();
    let mut module = b"\0asm\x01\0\0\0\0".to_vec();
    let mut size = NAME.len() + length;
    loop {
        let low = (size & 0x7f) as u8;
        size >>= 7;
        module.push(if size > 0 { low | 0x80 } else { low });
        if size == 0 {
            break;
        }
    }
    module.extend(NAME);
    let start = module.len();
    for piece in pieces {
        module.extend(&piece.bytes);
    }
    (module, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = concat!(
        "import { initSync } from \"./rolecard.js\";\n",
        "const from = (name) => () => {};\n",
        "function makeLoad() {}\n",
        "const __chunk_1 = makeLoad(from(\"./chunk_1.wasm\"), []);\n",
        "const __chunk_2 = makeLoad(from(\"./chunk_2.wasm\"), []);\n",
        "const __chunk_3 = makeLoad(from(\"./chunk_3.wasm\"), []);\n",
        "const __chunk_14 = makeLoad(from(\"./chunk_14.wasm\"), []);\n",
        "export const __wasm_split_load_reader = wrapAsyncCb(makeLoad(from(\"./split_reader.wasm\"), \
         [__chunk_1, __chunk_3, __chunk_14]));\n",
        "export const __wasm_split_load_mail = wrapAsyncCb(makeLoad(from(\"./split_mail.wasm\"), [__chunk_2]));\n",
    );

    #[test]
    fn small_pieces_of_the_first_part_come_in_one_file() {
        let folder = std::env::temp_dir().join(format!("rolecard-pieces-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let script = folder.join("parts.js");
        fs::write(&script, LOADER).expect("written");
        let piece = |n: u8, len: usize| vec![n; len];
        for (n, len) in [(1, 300), (2, 50), (3, 40_000), (14, 20)] {
            fs::write(folder.join(format!("chunk_{n}.wasm")), piece(n, len)).expect("written");
        }
        gather(&folder, &script).expect("gathered");
        let loader = fs::read_to_string(&script).expect("there");
        let module = fs::read(folder.join("first.wasm")).expect("there");
        let listed = fs::read_dir(&folder).expect("a folder").count();
        fs::remove_dir_all(&folder).expect("gone");

        // what is alone in its group, or large, stays
        assert_eq!(listed, 4, "the script, the file, two pieces");
        assert!(loader.contains("const __chunk_2 = makeLoad(from(\"./chunk_2.wasm\"), []);"));
        assert!(loader.contains("const __chunk_3 = makeLoad(from(\"./chunk_3.wasm\"), []);"));
        assert!(loader.contains("const first = within(\"./first.wasm\", 18);\nfunction makeLoad"));
        let mut at = 18;
        for (n, len) in [(1, 300), (14, 20)] {
            let taken = format!("const __chunk_{n} = makeLoad(first({len}), []);");
            assert!(loader.contains(&taken), "{loader}");
            assert_eq!(module[at..at + len], piece(n, len));
            at += len;
        }
        // magic, version, a custom section of 327 bytes (0xc7 0x02), its name
        assert_eq!(module[..18], *b"\0asm\x01\0\0\0\0\xc7\x02\x06pieces");
        assert_eq!(module.len(), 11 + 327);
    }
}
