//! Whether any one of the skills a requirement names is enough.

use super::words::WORDS;
use crate::extract::document::Document;
use crate::extract::span::Span;

/// Whether the skills at `spans` are alternatives: an "or" stands between two neighbours, and no
/// neighbours are joined by anything but list marks. "Java, Python or Scala" is, "Java and Python or
/// Scala" is not.
#[must_use]
pub fn any_of(doc: &Document<'_>, spans: &[Span]) -> bool {
    let mut found = false;
    for pair in spans.windows(2) {
        let gap = Span::new(pair[0].end, pair[1].start);
        let words = doc.words_in(gap);
        if words.is_empty() {
            continue;
        }
        if words.len() > 6 {
            return false;
        }
        if WORDS.or.find(doc, words.clone()).next().is_none() {
            return false;
        }
        found = true;
    }
    found
}
