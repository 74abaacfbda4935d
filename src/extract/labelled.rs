//! Facts in the form of a label and a value: "Location: Köln", or a line "Location" with "Köln" on the
//! next. Says where label and value stand; what the value means is for the field's own file.

use std::ops::Range;

use super::document::Document;
use super::label::Label;
use super::lexicon::{Hit, Lexicon};

/// A label found, and its value.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The label.
    pub label: Hit,
    /// The line the label stands on.
    pub line: usize,
    /// The words of the value that stand on one line: the label's own, else the next that is not
    /// blank.
    pub value: Range<usize>,
    /// Whether the value stands on a line below the label.
    pub below: bool,
    /// Whether the label stands in page chrome.
    pub noise: bool,
}

/// A stretch of a line that bars, dots or tabs cut off; a line without them is one.
#[derive(Clone, Debug)]
pub struct Cell {
    line: usize,
    words: Range<usize>,
}

/// The labels of `lexicon` that open a line, or a cell of a line cut by bars or tabs, each with its
/// value. In order.
#[must_use]
pub fn labelled(doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Labelled> {
    let cells = doc.cells.get_or_init(|| cells(doc)).iter();
    cells
        .filter_map(|cell| at(doc, lexicon, cell.line, cell.words.clone()))
        .collect()
}

/// The cells of all lines, the first twelve of each.
fn cells(doc: &Document<'_>) -> Vec<Cell> {
    let mut out = Vec::with_capacity(doc.lines.len());
    for (n, line) in doc.lines.iter().enumerate() {
        let mut start = line.words.start;
        let mut left = 12;
        while start < line.words.end && left > 0 {
            let end = cell_end(doc, start..line.words.end);
            out.push(Cell {
                line: n,
                words: start..end,
            });
            start = end;
            left -= 1;
        }
    }
    out
}

/// The end of the cell that starts at `words.start`: up to a bar, a middle dot or a tab.
fn cell_end(doc: &Document<'_>, words: Range<usize>) -> usize {
    (words.start..words.end.saturating_sub(1))
        .take(200)
        .find(|i| {
            let gap = doc.gap(*i);
            gap != " "
                && (gap.contains(['|', '·', '•', '\t']) || super::header::is_column(gap))
                && !super::header::inclusive(doc, *i)
        })
        .map_or(words.end, |i| i + 1)
}

fn at(doc: &Document<'_>, lexicon: &Lexicon, line: usize, cell: Range<usize>) -> Option<Labelled> {
    let label = lexicon.at(doc, cell.start, cell.end)?;
    let mut rest = label.words.end;
    let line_end = doc.lines[line].span.end;
    let gap_after = |from: usize, rest: usize| {
        let end = if rest < doc.lines[line].words.end {
            doc.words[rest].span.start
        } else {
            line_end
        };
        &doc.text[from..end.max(from)]
    };
    let mut gap = gap_after(label.span.end, rest);
    // "Location(s):", "Location (city):"
    if gap.trim_start().starts_with('(') && !gap.contains(')') {
        let close = (rest..cell.end.min(rest + 4)).find(|i| {
            let after = gap_after(doc.words[*i].span.end, i + 1);
            after.starts_with(')')
        })?;
        rest = close + 1;
        gap = gap_after(doc.words[close].span.end, rest);
    }
    let mark = gap.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | ')' | '?'));
    let marked = mark.starts_with([':', '：', '=', '➡', '→', '>'])
        || matches!(mark, "->" | "-" | "–" | "—") && gap.starts_with(char::is_whitespace)
        || mark.starts_with("->")
        || gap.contains(['\t', '|', '·']);
    let noise = doc.lines[line].label == Label::Noise;
    // "Search | Employers | Advice | Log in": entries of a menu name nothing
    let entries = || {
        let words = doc.lines[line].words.clone();
        let bars = (words.start..words.end - 1).filter(|i| doc.gap(*i).contains('|'));
        bars.count() >= 2
    };
    if noise && marked && !mark.starts_with([':', '：', '=']) && entries() {
        return None;
    }
    if rest < cell.end {
        return marked.then_some(Labelled {
            label,
            line,
            value: rest..cell.end,
            below: false,
            noise,
        });
    }
    // a label at the end of its cell: the next cell, else the next line that is not blank
    if rest < doc.lines[line].words.end {
        let end = cell_end(doc, rest..doc.lines[line].words.end);
        return marked.then_some(Labelled {
            label,
            line,
            value: rest..end,
            below: false,
            noise,
        });
    }
    let next =
        (line + 1..doc.lines.len().min(line + 4)).find(|n| !doc.lines[*n].words.is_empty())?;
    let value = doc.lines[next].words.clone();
    Some(Labelled {
        label,
        line,
        value,
        below: true,
        noise,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_label_and_value() {
        let lexicon = Lexicon::of("place_labels");
        let cases = [
            ("Location: Köln", "Köln"),
            ("**Job location:** Köln, Germany", "Köln, Germany"),
            ("Location(s): Oslo", "Oslo"),
            ("Location\n\nOslo", "Oslo"),
            ("Location:\nOslo", "Oslo"),
            ("Type: Full | Location: Oslo | Pay: 3", "Oslo"),
            ("Ort\tOslo", "Oslo"),
            ("📍 Location - Oslo", "Oslo"),
            ("Location is key", ""),
            ("Our location: no", ""),
            ("Location", ""),
        ];
        for (text, expect) in cases {
            let doc = Document::new(text);
            let found = labelled(&doc, &lexicon);
            let value = found
                .first()
                .map_or("", |f| doc.str(doc.span_of(f.value.clone())));
            assert_eq!(value, expect, "{text}");
        }
    }
}
