//! Pages written for the project in the manner of boards, applicant systems and mails, each line with
//! the kinds it may be taken for: how the line model is trained and how it is tested. Holds the form
//! only; never a word of a real posting stands in the files.
//!
//! A file is a row of pages. `=== NAME` begins one; the next line is a JSON object of its facts (those
//! it leaves out are not stated; `also` holds values that are as right); then come the page's lines,
//! each after its letters and a blank: `N Sign in`, `B|M 30 hours a week`. A blank line is itself.

use serde_json::Value;

/// A page and what is right of it.
pub struct Page {
    /// Kind of source, language, trade.
    pub name: String,
    /// Its facts, by name.
    pub facts: Value,
    /// The page itself.
    pub text: String,
    /// For each line of the text the letters that are right, the best one first; none for a blank.
    pub labels: Vec<String>,
}

/// All pages of a file. Panics where the file breaks its form.
pub fn pages(file: &str) -> Vec<Page> {
    let mut out: Vec<Page> = Vec::new();
    let mut facts = false;
    for line in file.lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            out.push(Page {
                name: name.into(),
                facts: Value::Null,
                text: String::new(),
                labels: Vec::new(),
            });
            facts = true;
            continue;
        }
        let page = out.last_mut().expect("a page begins with its name");
        if facts {
            page.facts = serde_json::from_str(line).expect(&page.name);
            facts = false;
            continue;
        }
        let (letters, words) = line.split_once(' ').unwrap_or((line, ""));
        let known = |part: &str| part.len() == 1 && "TMADRPBYLHN".contains(part);
        assert!(
            line.is_empty() || letters.split('|').all(known) && !words.is_empty(),
            "{}: {line}",
            page.name
        );
        page.labels.push(letters.into());
        page.text.push_str(words);
        page.text.push('\n');
    }
    for page in &mut out {
        while page.labels.last().is_some_and(String::is_empty) {
            page.labels.pop();
            page.text.pop();
        }
    }
    out
}
