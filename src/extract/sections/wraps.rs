//! Hard wraps: which lines go on with the sentence or item of the line before. Only texts that were
//! wrapped at a column have them; a list of short items has not.

use super::super::document::{Document, Mark};

/// Lines shorter than this end where they want to, not at a column.
const LEAST: usize = 45;
/// No one wraps by hand wider than this.
const MOST: usize = 110;

/// Sets `continues` of every line.
pub fn mark(doc: &mut Document<'_>) {
    let Some(width) = column(doc) else {
        return;
    };
    let mut before = None;
    for i in 0..doc.lines.len() {
        let line = &doc.lines[i];
        if line.is_blank() {
            before = None;
            continue;
        }
        let goes_on = before.is_some_and(|p| goes_on(doc, p, i, width));
        doc.lines[i].continues = goes_on;
        before = Some(i);
    }
}

/// The column the text is wrapped at, if it is: long lines are many, and none is much longer.
fn column(doc: &Document<'_>) -> Option<usize> {
    let (mut near, mut wider, mut widest) = (0, 0, 0);
    for line in &doc.lines {
        let n = chars(line.span.of(doc.text).trim_end());
        if n > MOST {
            wider += 1;
        } else if n >= LEAST {
            near += 1;
            widest = widest.max(n);
        }
    }
    (near >= 4 && wider * 6 <= near).then_some(widest)
}

fn chars(s: &str) -> usize {
    s.chars().count()
}

fn goes_on(doc: &Document<'_>, before: usize, i: usize, width: usize) -> bool {
    let (a, b) = (&doc.lines[before], &doc.lines[i]);
    if b.mark != Mark::Plain || matches!(a.mark, Mark::Heading(_) | Mark::Bold) {
        return false;
    }
    let first = a.span.of(doc.text).trim_end();
    let second = b.content.of(doc.text);
    let n = chars(first);
    if !(LEAST..=MOST).contains(&n) || first.ends_with([':', '.', '!', '?', ';']) {
        return false;
    }
    let word = second.split_whitespace().next().unwrap_or_default();
    let lower = word.chars().next().is_some_and(char::is_lowercase);
    // the next word would not have fitted, or the sentence plainly goes on
    n + 1 + chars(word) > width.min(n + 24).max(60) || (lower && n + 30 > width)
}
