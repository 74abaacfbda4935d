//! Where the posting proper stands on a pasted page: what the site put before, between and after it.

use super::super::document::Document;
use super::evidence::{Evidence, is_item};

/// Sets `outside` of every line that stands in a block of chrome.
pub fn find(doc: &Document<'_>, seen: &mut [Evidence]) {
    let lines: Vec<usize> = (0..seen.len())
        .filter(|i| !doc.lines[*i].is_blank())
        .collect();
    let body = |e: &Evidence, item: bool| {
        e.words >= 9 && !e.chrome || item && e.words >= 5 && !e.chrome || named(e)
    };
    let mut in_block = false;
    let mut started = false;
    for (k, &i) in lines.iter().enumerate() {
        let item = is_item(doc.lines[i].mark);
        let opens = seen[i].opens || started && seen[i].opens_after && !item;
        if opens && !seen[i].keeps {
            in_block = true;
        } else if in_block {
            let real = named(&seen[i])
                && lines
                    .get(k + 1)
                    .is_some_and(|&j| body(&seen[j], is_item(doc.lines[j].mark)) && !seen[j].opens);
            if seen[i].keeps || !started && (real || tells(doc, seen, &lines[k..])) {
                in_block = false;
                started = true;
            }
        } else if body(&seen[i], item) {
            // a page's title is long, and no sentence
            let e = &seen[i];
            started |= item || named(e) || e.words >= 14 || e.end == Some('.');
        }
        seen[i].outside = in_block;
    }
    // the last line that belongs to the body; short lines after it are a footer if there are many
    let last = lines
        .iter()
        .rposition(|&i| !seen[i].outside && body(&seen[i], is_item(doc.lines[i].mark)));
    if let Some(last) = last {
        let tail = &lines[last + 1..];
        let buttons = tail
            .iter()
            .filter(|&&i| seen[i].button || seen[i].chrome)
            .count();
        if buttons >= 2 {
            for &i in tail {
                seen[i].outside = true;
            }
        }
    }
}

/// Whether prose begins with these lines: two lines of whole sentences on end. No menu has them.
fn tells(doc: &Document<'_>, seen: &[Evidence], lines: &[usize]) -> bool {
    let prose = |i: usize| {
        let e = &seen[i];
        e.words >= 14 && !e.chrome && !e.button && !e.opens && !is_item(doc.lines[i].mark)
    };
    lines.len() >= 2 && lines.iter().take(2).all(|i| prose(*i))
}

fn named(e: &Evidence) -> bool {
    e.heading.is_some_and(|h| h.kind.is_some())
}

#[cfg(test)]
mod tests {
    use crate::extract::label::Label;
    use crate::extract::read;

    #[test]
    fn a_menu_above_the_posting_does_not_swallow_it() {
        let text = "Night Baker | Leeds | Ovenhaus Job in Leeds LS1 - Breadboard\nSign in\nCareer advice\nCompanies\n\
            Night Baker\nOvenhaus\nLeeds, UK\n\
            We bake bread at night for three shops in the city, the market and two schools.\n\
            Our oven is older than most of us, and it is in better shape than most of us.\n\
            What the role involves:\n- Mixing and shaping dough\n- Cleaning the oven in the morning\n";
        let posting = read(text);
        let label = |words: &str| {
            let at = text.find(words).unwrap_or_default();
            let line = posting
                .lines
                .iter()
                .find(|(s, _)| s.start <= at && at < s.end);
            line.map(|(_, label)| *label)
        };
        assert_eq!(label("Career advice"), Some(Label::Noise));
        assert_eq!(label("We bake bread"), Some(Label::About));
        assert_eq!(label("- Mixing"), Some(Label::Duty));
    }
}
