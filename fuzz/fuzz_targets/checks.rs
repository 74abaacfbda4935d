//! What holds of every reading, whatever the text.

use rolecard::extract::{Posting, Span};

/// Panics where a span is out of bounds, empty or off the character borders, or where the lines are not
/// those of the text.
pub fn check(text: &str, posting: &Posting) {
    let valid = |span: Span| {
        assert!(
            span.start < span.end && text.get(span.start..span.end).is_some(),
            "{span:?} is no span of the text"
        );
    };
    let facts = &posting.facts;
    let one = [
        facts.title.as_ref().map(|f| &f.evidence),
        facts.company.as_ref().map(|f| &f.evidence),
        facts.pay.as_ref().map(|f| &f.evidence),
        facts.work_mode.as_ref().map(|f| &f.evidence),
        facts.seniority.as_ref().map(|f| &f.evidence),
        facts.experience.as_ref().map(|f| &f.evidence),
        facts.education.as_ref().map(|f| &f.evidence),
        facts.posted.as_ref().map(|f| &f.evidence),
        facts.deadline.as_ref().map(|f| &f.evidence),
        facts.start.as_ref().map(|f| &f.evidence),
    ];
    let many = facts
        .locations
        .iter()
        .map(|f| &f.evidence)
        .chain(facts.skills.iter().map(|f| &f.evidence))
        .chain(facts.languages.iter().map(|f| &f.evidence))
        .chain(facts.extras.iter().map(|f| &f.evidence));
    for evidence in one.into_iter().flatten().chain(many) {
        assert!(!evidence.is_empty(), "a value without evidence");
        evidence.iter().copied().for_each(valid);
    }
    let items = posting
        .duties
        .iter()
        .chain(&posting.benefits)
        .chain(&posting.in_short)
        .chain(posting.cautions.iter().map(|c| &c.item));
    items.for_each(|item| valid(item.span));
    assert_eq!(posting.lines.len(), text.lines().count(), "a line lost");
    for (span, _) in &posting.lines {
        assert!(text.get(span.start..span.end).is_some(), "{span:?}");
    }
}
