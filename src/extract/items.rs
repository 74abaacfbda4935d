//! Duties and benefits as items.

use super::document::{Document, display};
use super::facts::Item;
use super::label::Label;
use super::mixed;
use super::sentence::{Sentence, blocks, clauses, sentences};
use super::span::Span;

/// A paragraph longer than this is cut into its sentences; a list item as long is kept whole.
const PARAGRAPH: usize = 220;

/// The items of the lines labelled `label`, in order: a list item is one, a paragraph gives one a
/// sentence, a run of semicolons one a part.
#[must_use]
pub fn read(doc: &Document<'_>, label: Label) -> Vec<Item> {
    statements(doc, &[label])
        .into_iter()
        .map(|(_, s)| item(doc, s.span))
        .collect()
}

/// The statements of the lines with one of `labels`, in order, each with its label. The sentences of
/// a very long line have labels of their own.
#[must_use]
pub fn statements(doc: &Document<'_>, labels: &[Label]) -> Vec<(Label, Sentence)> {
    let mut out = Vec::new();
    for block in blocks(doc) {
        let mixed = block.span.len() >= mixed::LONG && block.label.is_posting();
        if mixed && block.lines.len() == 1 {
            let parts = sentences(doc, &block);
            let judged = mixed::judge(doc, block.label, parts);
            for (label, part) in judged.into_iter().filter(|(l, _)| labels.contains(l)) {
                out.extend(clauses(doc, &part).into_iter().map(|s| (label, s)));
            }
            continue;
        }
        if !labels.contains(&block.label) {
            continue;
        }
        let parts = sentences(doc, &block);
        let listed = parts.len() > 1 && parts.iter().all(|s| s.listed);
        if listed
            && block.span.len() <= PARAGRAPH
            && !parts.iter().skip(1).any(|s| opens_item(doc, s))
        {
            // one list item of a few short sentences
            let mut whole = parts[0].clone();
            whole.span = whole.span.to(parts[parts.len() - 1].span);
            whole.words = doc.words_in(whole.span);
            out.extend(clauses(doc, &whole).into_iter().map(|s| (block.label, s)));
            continue;
        }
        for part in &parts {
            out.extend(clauses(doc, part).into_iter().map(|s| (block.label, s)));
        }
    }
    out
}

/// Whether a bullet stands right before the sentence on its line.
fn opens_item(doc: &Document<'_>, sentence: &Sentence) -> bool {
    let line = &doc.lines[sentence.line];
    let before = Span::new(line.span.start, sentence.span.start).trim(doc.text);
    before
        .of(doc.text)
        .chars()
        .next_back()
        .is_some_and(|c| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | ')' | '"' | '”'))
}

/// The item that stands at `span`, its words made fit for display.
#[must_use]
pub fn item(doc: &Document<'_>, span: Span) -> Item {
    let span = tidy(doc.text, span);
    Item {
        text: display(doc.text, span),
        span,
    }
}

/// The span without what lists leave at the ends of their items: marks, and "2." or "b)" inside a
/// line.
fn tidy(text: &str, span: Span) -> Span {
    let loose = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '•' | '·');
    let span = span.trim_matches(text, loose);
    let s = span.of(text);
    let digits = s.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits) && s[digits..].starts_with([')', '.']);
    if numbered && s[digits + 1..].starts_with(' ') {
        return Span::new(span.start + digits + 1, span.end).trim_matches(text, loose);
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<String> {
        let mut doc = Document::new(text);
        for line in &mut doc.lines {
            line.label = Label::Duty;
        }
        read(&doc, Label::Duty)
            .into_iter()
            .map(|i| i.text)
            .collect()
    }

    #[test]
    fn lists_and_prose_give_items() {
        let cases: [(&str, &[&str]); 5] = [
            (
                "- Mow the lawn;\n- Prune **roses**.",
                &["Mow the lawn", "Prune roses."],
            ),
            ("You mow. You prune.", &["You mow.", "You prune."]),
            ("- You mow. All of it.", &["You mow. All of it."]),
            (
                "Mow the lawn; prune the roses; feed the fish.",
                &["Mow the lawn", "prune the roses", "feed the fish."],
            ),
            ("• Carry boxes • Load vans", &["Carry boxes", "Load vans"]),
        ];
        for (text, want) in cases {
            assert_eq!(items(text), want, "{text}");
        }
    }
}
