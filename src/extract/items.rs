//! The statements of a posting, and duties and benefits as items.

use super::document::{Document, display};
use super::facts::{Item, Statement};
use super::label::Label;
use super::mixed;
use super::sentence::{Block, Sentence, blocks, clauses, sentences};
use super::span::Span;

/// A paragraph longer than this is cut into its sentences; a list item as long is kept whole.
const PARAGRAPH: usize = 220;

/// The statements of a posting, in order, each with what it is for. Cut once, read by all that look
/// at whole statements.
#[derive(Clone, Debug, Default)]
pub struct Statements(Vec<(Label, Sentence)>);

impl Statements {
    /// The statements of the posting proper, without headings. A list item is one, a paragraph gives
    /// one a sentence, a run of semicolons one a part; the sentences of a very long line have labels
    /// of their own.
    #[must_use]
    pub fn of(doc: &Document<'_>) -> Self {
        let mut out = Vec::new();
        for block in blocks(doc).filter(|b| !matches!(b.label, Label::Noise | Label::Heading)) {
            let parts = sentences(doc, &block);
            if block.span.len() >= mixed::LONG && block.lines.len() == 1 {
                for (label, part) in mixed::judge(doc, block.label, parts) {
                    cut(doc, label, part, &mut out);
                }
            } else if let Some(whole) = one_item(doc, &block, &parts) {
                cut(doc, block.label, whole, &mut out);
            } else {
                for part in parts {
                    cut(doc, block.label, part, &mut out);
                }
            }
        }
        Self(out)
    }

    /// Those with one of `labels`, in order.
    pub fn labelled(&self, labels: &[Label]) -> impl Iterator<Item = (Label, &Sentence)> {
        self.0
            .iter()
            .filter(move |(label, _)| labels.contains(label))
            .map(|(label, sentence)| (*label, sentence))
    }

    /// All of them, each with the heading above it.
    #[must_use]
    pub fn list(&self, doc: &Document<'_>) -> Vec<Statement> {
        let statement = |(label, sentence): &(Label, Sentence)| Statement {
            span: sentence.span,
            label: *label,
            heading: doc.lines[sentence.line]
                .heading
                .map(|line| doc.lines[line].content),
        };
        self.0.iter().map(statement).collect()
    }
}

fn cut(doc: &Document<'_>, label: Label, sentence: Sentence, out: &mut Vec<(Label, Sentence)>) {
    if doc
        .str(sentence.span)
        .bytes()
        .filter(|b| *b == b';')
        .count()
        < 2
    {
        out.push((label, sentence));
    } else {
        out.extend(clauses(doc, &sentence).into_iter().map(|s| (label, s)));
    }
}

/// The block as one statement, if it is a list item of a few short sentences.
fn one_item(doc: &Document<'_>, block: &Block, parts: &[Sentence]) -> Option<Sentence> {
    let listed = parts.len() > 1 && parts.iter().all(|s| s.listed);
    if !listed || block.span.len() > PARAGRAPH || parts.iter().skip(1).any(|s| opens_item(doc, s)) {
        return None;
    }
    let mut whole = parts[0].clone();
    whole.span = whole.span.to(parts[parts.len() - 1].span);
    whole.words = doc.words_in(whole.span);
    Some(whole)
}

/// The statements labelled `label` as items, in order.
#[must_use]
pub fn read(doc: &Document<'_>, said: &Statements, label: Label) -> Vec<Item> {
    said.labelled(&[label])
        .map(|(_, s)| item(doc, s.span))
        .collect()
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
        read(&doc, &Statements::of(&doc), Label::Duty)
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
