//! Several postings at once: from many files, or from one paste that holds more than one. Nothing is
//! saved before the person has looked at what they would become.

use std::sync::Arc;

use leptos::prelude::*;

use super::words::value_words;
use super::{App, Sheet, count, fill, parts, t, today};
use crate::extract::{Posting, Span};
use crate::job::{Draft, FactKind, JobId, Marks};

/// A posting that would become a job.
#[derive(Clone)]
pub struct Arrived {
    /// Where it came from: a file's name, or which part of the paste.
    pub name: String,
    /// Whether the person wants it.
    pub wanted: bool,
    text: String,
    posting: Arc<Posting>,
}

impl Arrived {
    /// A posting of this text; `None` if the reader cannot be fetched. One that reads like none is not
    /// wanted unless the person says so.
    async fn new(name: String, text: String) -> Option<Self> {
        let posting = parts::read_soon(&text).await?;
        Some(Self {
            name,
            wanted: posting.is_posting,
            text,
            posting: Arc::new(posting),
        })
    }

    /// Its title, where it states one.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.says(FactKind::Title)
    }

    /// Its employer, where it states one.
    #[must_use]
    pub fn company(&self) -> Option<String> {
        self.says(FactKind::Company)
    }

    fn says(&self, kind: FactKind) -> Option<String> {
        let (value, _) = kind.of(&self.posting.facts)?;
        Some(value_words(&value, today()))
    }

    /// Whether it reads like a posting.
    #[must_use]
    pub fn is_posting(&self) -> bool {
        self.posting.is_posting
    }
}

impl App {
    /// Lays what `texts` would become before the person, each with where it came from.
    pub(super) async fn look_through(self, texts: Vec<(String, String)>) {
        let mut several = Vec::new();
        for (name, text) in texts {
            if let Some(one) = Arrived::new(name, text).await {
                several.push(one);
            } else {
                self.notices.warn(t(
                    "The reader could not be fetched. Nothing is lost: try again with a network.",
                ));
                return;
            }
        }
        self.lay(Sheet::Several(RwSignal::new(several)));
    }

    /// The draft as several postings, if it reads like more than one.
    pub fn take_apart(self) {
        let text = self.draft.open.source.get_untracked();
        let pieces = parts::apart(&text);
        let named = (1..).zip(pieces).map(|(n, piece): (usize, Span)| {
            let name = fill("Part {n} of the paste", &[&n.to_string()]);
            (name, piece.of(&text).trim().to_string())
        });
        let texts = named.collect();
        leptos::task::spawn_local(self.look_through(texts));
    }

    /// Saves those that are wanted, as jobs; **Undo** takes all of them back. What cannot be saved
    /// stays in `several`.
    pub fn save_several(self, several: RwSignal<Vec<Arrived>>) {
        let mut saved: Vec<JobId> = Vec::new();
        let mut left = Vec::new();
        for one in several.get_untracked() {
            if !one.wanted {
                continue;
            }
            let draft = Draft {
                source: one.text.clone(),
                read_on: today(),
                marks: Marks::default(),
            };
            match self.jobs.add(draft, &one.posting) {
                Some(id) => saved.push(id),
                None => left.push(one),
            }
        }
        let all = left.is_empty();
        several.set(left);
        if !saved.is_empty() {
            let words = count("Job saved. | {n} jobs saved.", saved.len(), &[]);
            let jobs = self.jobs;
            self.notices.say_with_undo(words, move || {
                jobs.delete(&saved);
            });
        }
        if all {
            self.close_sheet();
        }
    }
}
