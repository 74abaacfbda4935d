//! A set of questions and the postings it asks of, as `README.md` describes them: what counts the
//! answering and what checks the sets must find the same posting by a name. Never answers a question.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

#[path = "../pages/page.rs"]
mod page;

fn path(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(of)
}

/// The questions of the set `name`, in its order. Panics where there is no such set, or it is no list.
pub fn rows(name: &str) -> Vec<Value> {
    let set =
        fs::read_to_string(path(&format!("questions/{name}.json"))).expect("the set is there");
    serde_json::from_str(&set).expect("the set is JSON: a list")
}

/// The posting of a question: a file, or a page of `tests/pages/trained.txt`. Panics where there is none.
pub fn posting(name: &str) -> String {
    if let Some(name) = name.strip_prefix("page:") {
        let pages = fs::read_to_string(path("pages/trained.txt")).expect("the pages are there");
        let mut pages = page::pages(&pages).into_iter();
        return pages.find(|page| page.name == name).expect(name).text;
    }
    fs::read_to_string(path(&format!("postings/{name}/posting.txt")))
        .or_else(|_| fs::read_to_string(path(&format!("questions/postings/{name}.txt"))))
        .expect(name)
}
