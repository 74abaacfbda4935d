//! Whether the text is one job's posting at all.

use super::super::document::Document;
use super::super::facts::Facts;
use super::super::label::Label;

/// Whether the text is a job posting: one job's, not a list of jobs, an article or anything else.
#[must_use]
pub fn is_posting(doc: &Document<'_>, _facts: &Facts) -> bool {
    let count = |label| {
        doc.lines
            .iter()
            .filter(|l| !l.is_blank() && l.label == label)
            .count()
    };
    count(Label::Duty) + count(Label::Must) + count(Label::Benefit) + count(Label::Apply) > 1
}
