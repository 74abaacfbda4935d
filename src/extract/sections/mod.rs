//! Labels: what each line is for. [`evidence`] says what is seen on a line, [`headings`] which lines
//! head which section, [`chrome`] what the site put around the posting, [`wraps`] which lines are one
//! sentence broken by hand; [`decide`] weighs it all. Must never look at facts not yet read.

mod chrome;
mod decide;
mod evidence;
mod features;
mod headings;
mod kind;
mod model;
mod posting;
pub mod train;
mod wraps;

use super::document::Document;
use super::facts::Facts;
use super::label::Label;

pub use posting::is_posting;

/// Sets `label`, `heading` and `continues` of every line. The title is not known yet: the line that
/// may hold it is a heading or a fact.
pub fn label(doc: &mut Document<'_>) {
    wraps::mark(doc);
    let mut seen = evidence::read(doc);
    headings::find(doc, &mut seen);
    chrome::find(doc, &mut seen);
    decide::label(doc, &seen);
    weigh(doc, &seen);
    let mut last = Label::About;
    for line in &mut doc.lines {
        if line.is_blank() && doc.text[line.span.start..line.span.end].trim().is_empty() {
            line.label = last;
        }
        last = line.label;
    }
}

/// Lets the line model have the last word; what the rules said is among the things it sees.
fn weigh(doc: &mut Document<'_>, seen: &[evidence::Evidence]) {
    let rows = features::rows(doc, seen);
    let labels = model::decode(&rows, &model::trained);
    let mut heading = None;
    for (row, y) in rows.iter().zip(labels) {
        let line = &mut doc.lines[row.line];
        line.label = if seen[row.line].words == 0 {
            Label::Noise
        } else {
            model::LABELS[y]
        };
        match line.label {
            Label::Heading => {
                heading = Some(row.line);
                line.heading = None;
            }
            Label::Noise => line.heading = None,
            _ => line.heading = heading,
        }
    }
}

/// Sets the title's line and what else depends on the facts.
pub fn finish(doc: &mut Document<'_>, facts: &Facts) {
    let title = facts.title.as_ref().map(|t| doc.line_at(t.span().start));
    if let Some(i) = title {
        let line = &doc.lines[i];
        // a title inside a sentence leaves the sentence what it is
        let prose = line.words.len() > 24;
        if !prose {
            doc.lines[i].label = Label::Title;
        }
    }
    if let Some(company) = &facts.company {
        let i = doc.line_at(company.span().start);
        let line = &doc.lines[i];
        let alone = line.content.len() <= company.span().len() + 12;
        if alone && Some(i) != title && matches!(line.label, Label::About | Label::Heading) {
            doc.lines[i].label = Label::Meta;
        }
    }
}
