//! A posting at hand: its source, its reading, and what the person makes of it. The draft of the Read
//! page is one, an open saved job is one. Everything but the four inputs is derived.

use std::sync::Arc;

use leptos::prelude::*;

use super::parts::{self, Parts};
use crate::browser::{clock, pane};
use crate::extract::{Posting, Span};
use crate::job::{
    Card, Checklist, Correction, Day, Draft, FactKind, Marks, Moment, Original, Question, Subject,
    not_stated,
};

/// Something large that is handed about by handle, and compared by identity, not by content.
pub struct Shared<T>(Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Shared<T> {
    /// Takes `inner` over.
    #[must_use]
    pub fn new(inner: T) -> Self {
        Self(Arc::new(inner))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A source with its reading.
pub struct Read {
    /// The text: what all spans index.
    pub text: String,
    /// What the reader found; nothing yet while the reader is on its way.
    pub posting: Posting,
    /// Whether the reader has read it.
    pub is_read: bool,
}

/// A posting at hand. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct OpenPosting {
    /// The text as pasted.
    pub source: RwSignal<String>,
    /// The day it was pasted.
    pub read_on: RwSignal<Day>,
    /// What the person marked.
    pub marks: RwSignal<Marks>,
    /// What is pointed at now, in the card or in the original.
    pub lit: RwSignal<Vec<Subject>>,
    /// The fact that is being edited.
    pub editing: RwSignal<Option<FactKind>>,
    /// The source with its reading; made anew when the source changes.
    pub read: Memo<Shared<Read>>,
    /// Whether it is read: the reader may still be on its way.
    pub is_read: Memo<bool>,
    /// What was read with the person's corrections over it.
    pub card: Memo<Card>,
    /// The requirements with the person's edits and ticks over them.
    pub checklist: Memo<Checklist>,
    /// The source as it is shown.
    pub original: Memo<Original>,
    /// The question the person asked last; blank for none.
    pub asked: RwSignal<String>,
    /// The sentences that answer it, the best first, none for "not stated"; `None` where nothing was
    /// asked or what answers is on its way.
    pub answer: Memo<Option<Vec<Span>>>,
    /// What the posting leaves open.
    pub questions: Memo<Vec<Question>>,
    /// How many postings the source holds, where it holds more than one.
    pub several: Memo<Option<usize>>,
}

impl OpenPosting {
    /// A posting of this source, pasted on `read_on`, with the person's marks. It is read once
    /// the reader is there, which it is asked to be as soon as there is something to read.
    #[must_use]
    pub fn new(parts: Parts, source: String, read_on: Day, marks: Marks) -> Self {
        let (reader, answerer) = (parts.reader, parts.ask);
        let source = RwSignal::new(source);
        let marks = RwSignal::new(marks);
        Effect::new(move |_| {
            if source.with(|s| !s.trim().is_empty()) {
                reader.fetch();
            }
        });
        let read = Memo::new(move |_| {
            let text = source.get();
            let posting = if text.trim().is_empty() {
                Some(Posting::default())
            } else if reader.is_here() {
                parts::read(&text)
            } else {
                None
            };
            let is_read = posting.is_some();
            let posting = posting.unwrap_or_default();
            Shared::new(Read {
                text,
                posting,
                is_read,
            })
        });
        let card = Memo::new(move |_| {
            let read = read.get();
            marks.with(|m| Card::new(&read.posting.facts, &m.corrections))
        });
        let checklist = Memo::new(move |_| {
            let read = read.get();
            marks.with(|m| Checklist::new(&read.posting.requirements, &m.requirements, &m.ticks))
        });
        let asked = RwSignal::new(String::new());
        let answer = Memo::new(move |_| {
            let question = asked.get();
            let read = read.get();
            let is_asked = read.is_read && !question.trim().is_empty();
            if !is_asked || !answerer.is_here() {
                return None;
            }
            parts::ask(read, question)
        });
        let original = Memo::new(move |_| {
            let read = read.get();
            let quoted = answer.get().unwrap_or_default();
            card.with(|c| Original::new(&read.text, &read.posting, c, &quoted))
        });
        Self {
            source,
            read_on: RwSignal::new(read_on),
            marks,
            lit: RwSignal::new(Vec::new()),
            editing: RwSignal::new(None),
            is_read: Memo::new(move |_| read.get().is_read),
            read,
            card,
            checklist,
            original,
            asked,
            answer,
            questions: Memo::new(move |_| card.with(not_stated)),
            several: Memo::new(move |_| {
                let read = read.get();
                let pieces = if read.is_read {
                    parts::apart(&read.text).len()
                } else {
                    0
                };
                (pieces > 1).then_some(pieces)
            }),
        }
    }

    /// The posting as it stands, for keeping it.
    #[must_use]
    pub fn as_draft(self) -> Draft {
        Draft {
            source: self.source.get_untracked(),
            read_on: self.read_on.get_untracked(),
            marks: self.marks.get_untracked(),
        }
    }

    /// Changes the marks; `change` is told what time it is.
    pub fn mark(self, change: impl FnOnce(&mut Marks, Moment)) {
        let now = clock::now();
        self.marks.update(|marks| change(marks, Moment(now)));
    }

    /// Corrects a fact. A value that is what was read takes the correction back.
    pub fn correct(self, kind: FactKind, correction: Correction) {
        let read = kind
            .of(&self.read.get_untracked().posting.facts)
            .map(|(value, _)| value);
        let correction = match (correction, read) {
            (Correction::Is(value), Some(read)) if value == read => Correction::AsRead,
            (Correction::NotStated, None) => Correction::AsRead,
            (other, _) => other,
        };
        self.mark(|marks, now| {
            marks.corrections.set(kind, correction, now);
        });
    }

    /// Points at `subjects` from the card, and brings their words into view in the original's own
    /// pane; the page itself never scrolls for it.
    pub fn point(self, subjects: Vec<Subject>, at: Option<Span>) {
        self.lit.set(subjects);
        if let Some(span) = at {
            pane::reveal(&format!("#original [data-at=\"{}\"]", span.start));
        }
    }

    /// Points at `subjects` from the original.
    pub fn point_back(self, subjects: Vec<Subject>) {
        self.lit.set(subjects);
    }

    /// Points at nothing.
    pub fn let_go(self) {
        // What has the focus loses it also when its page is gone already.
        if self.lit.try_with_untracked(|lit| !lit.is_empty()) == Some(true) {
            self.lit.set(Vec::new());
        }
    }

    /// Whether one of `subjects` is pointed at.
    #[must_use]
    pub fn is_lit(self, subjects: &[Subject]) -> bool {
        self.lit
            .with(|lit| lit.iter().any(|s| subjects.contains(s)))
    }
}
