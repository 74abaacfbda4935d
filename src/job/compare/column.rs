//! One job of a comparison: what was read, with the person's corrections, edits and ticks over it.

use crate::extract::{Item, Posting, Span};
use crate::job::tongue::Tongue;
use crate::job::{Card, Checklist, Day, FactKind, Job, JobId};

/// A job in a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which.
    pub id: JobId,
    /// Its text.
    pub source: String,
    /// The day it was read, which relative dates count from.
    pub read_on: Day,
    /// Its facts, corrections over what was read, and what was offered over both.
    pub card: Card,
    /// The facts that are an offer's word.
    pub offered: Vec<FactKind>,
    /// Its requirements, ticks and edits over what was read.
    pub checklist: Checklist,
    /// What one does.
    pub duties: Vec<Item>,
    /// What one gets.
    pub benefits: Vec<Item>,
    /// ISO 639-1 code of its language, where known.
    pub lang: Option<&'static str>,
}

impl Column {
    /// The column of a saved job whose text reads as `posting`.
    #[must_use]
    pub fn new(job: &Job, posting: &Posting) -> Self {
        let marks = &job.marks;
        let (corrections, offered) = job.dossier.over(&marks.corrections);
        Self {
            id: job.id.clone(),
            source: job.source.clone(),
            read_on: job.read_on,
            card: Card::new(&posting.facts, &corrections),
            offered,
            checklist: Checklist::new(&posting.requirements, &marks.requirements, &marks.ticks),
            duties: posting.duties.clone(),
            benefits: posting.benefits.clone(),
            lang: posting.lang.map(|l| l.0),
        }
    }

    /// Its title, or words that stand for one.
    #[must_use]
    pub fn name<'a>(&'a self, tongue: &Tongue) -> &'a str {
        let title = self.card.text(FactKind::Title);
        title.unwrap_or(tongue.t("Untitled job"))
    }

    /// Its employer, where known.
    #[must_use]
    pub fn company(&self) -> Option<&str> {
        self.card.text(FactKind::Company)
    }

    /// The words at `spans`, on one line each.
    #[must_use]
    pub fn quotes(&self, spans: &[Span]) -> Vec<String> {
        let inside = |s: &&Span| self.source.get(s.start..s.end).is_some();
        let words = |s: &Span| crate::extract::document::display(&self.source, *s);
        spans.iter().filter(inside).map(words).collect()
    }
}
