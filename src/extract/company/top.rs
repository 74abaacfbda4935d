//! The employer on the first lines of a page that only bear a name: a council's, a school's, a hospital's
//! own page begins with it. Takes a line only for a word of its kind ("Council", "Verein"), a legal form or
//! a pair of names ("Marlow & Holm"); never one that names a worker, or a board.

use super::{Found, name, propose};
use crate::extract::document::{Document, Mark};
use crate::extract::header::{self, Kind};
use crate::extract::label::Label;
use crate::extract::title::{noun, tail, words};

/// The reason of a name that stands so.
const REASON: &str = "on the page's first lines";
/// Lines with words that are looked at.
const LINES: usize = 4;

/// The first such name.
#[must_use]
pub fn find(doc: &Document<'_>) -> Option<Found> {
    let lines = doc.lines.iter().filter(|l| !l.words.is_empty());
    for line in lines.take(LINES) {
        let whole = doc.words_in(line.content);
        if whole.is_empty() || matches!(line.mark, Mark::Bullet | Mark::Number) {
            continue;
        }
        let parts = header::parts(doc, whole.clone());
        if parts
            .iter()
            .all(|p| matches!(p.kind, Kind::Board | Kind::Chrome | Kind::Fact))
        {
            continue;
        }
        // a menu, a trail or a sentence: what stands below it may still be the name
        let first = parts[0].words.clone();
        let text = doc.str(line.content);
        let fits = parts.len() <= 2
            && parts[0].kind == Kind::Other
            && (2..=9).contains(&first.len())
            && name::is_written_so(doc, first.clone())
            && !words::prose(doc, first.clone())
            && !matches!(
                doc.folded(first.start),
                "jobs" | "stellen" | "jobb" | "emplois"
            )
            && !text.contains(['>', '@', ':', '|', '?', '!'])
            && !text.ends_with("Jobs")
            && line.label != Label::Apply;
        if !fits {
            continue;
        }
        let formed = name::is_legal_form(doc, first.end - 1);
        let house = tail::is_house(doc, &first);
        let worker = noun::best(doc, first.clone()).is_some_and(|b| b.1 == noun::Strength::Strong);
        let pair = first.clone().skip(1).any(|i| doc.gap(i - 1) == " & ");
        if formed || (house || pair) && !worker {
            let weight = match (formed, house) {
                (true, _) => 66,
                (_, true) => 60,
                _ => 50,
            };
            return Some(propose(doc, first, weight, REASON));
        }
    }
    None
}
