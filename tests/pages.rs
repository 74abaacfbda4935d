//! Pages written for the project, labelled line by line (`tests/pages`), read as the page reads them.
//! Those of `unseen.txt` the line model was never trained with: what holds of them is the honest figure
//! for a board nobody looked at.
#![cfg(not(target_arch = "wasm32"))]

use rolecard::extract;

#[path = "pages/page.rs"]
mod page;
use page::Page;

const TRAINED: &str = include_str!("pages/trained.txt");
const SHORT: &str = include_str!("pages/short.txt");
const UNSEEN: &str = include_str!("pages/unseen.txt");

/// Lines taken for what they are, and all lines.
fn right(pages: &[Page]) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for page in pages {
        let posting = extract::read(&page.text);
        for (span, label) in &posting.lines {
            let line = page.text[..span.start].matches('\n').count();
            if let Some(letters) = page.labels.get(line).filter(|l| !l.is_empty()) {
                all += 1;
                right += usize::from(letters.contains(label.letter()));
            }
        }
    }
    (right, all)
}

#[test]
fn lines_of_pages_trained_with_are_known() {
    let mut pages = page::pages(TRAINED);
    pages.extend(page::pages(SHORT));
    assert!(pages.len() > 70);
    let (right, all) = right(&pages);
    assert!(right * 100 > all * 95, "{right} of {all}");
}

#[test]
fn lines_of_pages_never_trained_with_are_mostly_known() {
    let (right, all) = right(&page::pages(UNSEEN));
    assert!(all > 450 && right * 100 > all * 78, "{right} of {all}");
}

#[test]
fn each_page_is_a_posting_in_its_language() {
    for page in page::pages(TRAINED).iter().chain(&page::pages(UNSEEN)) {
        let posting = extract::read(&page.text);
        assert!(posting.is_posting, "{}", page.name);
        let lang = posting.lang.map(|l| l.0);
        assert_eq!(lang, page.facts["lang"].as_str(), "{}", page.name);
    }
}
