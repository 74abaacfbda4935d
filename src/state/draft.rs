//! The Read page's posting: what stands in the box, when it is read, keeping it over a reload, and
//! saving it as a job. Loses nothing: what is put aside can be brought back.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::notices::Notices;
use super::parts::Parts;
use super::posting::OpenPosting;
use super::words::{value_words, why};
use super::{count, fill, focus_soon, intake, keeping, t, today};
use crate::browser::clipboard::{self, Copied};
use crate::browser::{download, leaving, text_box, timer};
use crate::job::{FactKind, JobId, Marks};
use crate::store::{LocalShelf, Store};

/// The id of the box that postings are pasted into.
pub const BOX: &str = "posting";

/// Longer texts are not read.
pub const MOST_BYTES: usize = 2_000_000;

/// Words that come in one go are read at once when there are at least so many bytes of them.
const AT_ONCE: usize = 30;

/// Typing is read after a pause this long, in milliseconds.
const PAUSE: i32 = 150;

/// The draft.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What stands in the box.
    pub text: RwSignal<String>,
    /// The posting as read, with the person's marks.
    pub open: OpenPosting,
    /// Whether the box is shown beside a card.
    pub box_shown: RwSignal<bool>,
    /// The job it was saved as, as long as its text stays the same.
    pub saved: RwSignal<Option<JobId>>,
    pub(super) notices: Notices,
    parts: Parts,
    pause: StoredValue<Option<timer::Timer>, LocalStorage>,
    /// Whether it was said already that the draft cannot be kept.
    unkept: StoredValue<bool>,
}

impl Draft {
    /// What was `typed` before the page had started, or else the draft of last time.
    pub(super) fn start(notices: Notices, parts: Parts, typed: String) -> Self {
        let kept = Store::new(LocalShelf).load_draft().ok().flatten();
        let (source, read_on, marks) = match kept {
            Some(kept) if typed.trim().is_empty() || typed == kept.source => {
                (kept.source, kept.read_on, kept.marks)
            }
            _ => (typed, today(), Marks::default()),
        };
        let draft = Self {
            text: RwSignal::new(source.clone()),
            open: OpenPosting::new(parts, source, read_on, marks),
            box_shown: RwSignal::new(false),
            saved: RwSignal::new(None),
            notices,
            parts,
            pause: StoredValue::new_local(None),
            unkept: StoredValue::new(false),
        };
        draft.keep_from_now_on();
        // What waited for the reader is said once it is read.
        let is_read = draft.open.is_read;
        Effect::watch(
            move || is_read.get(),
            move |read, _, _| {
                if *read {
                    draft.announce();
                }
            },
            false,
        );
        leaving::on_leave(move || {
            draft.read_now();
            draft.keep();
        });
        draft
    }

    /// Whether there is nothing to show a card of.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.open.source.with(|s| s.trim().is_empty())
    }

    /// Whether the text is too long to be read.
    #[must_use]
    pub fn is_too_long(self) -> bool {
        self.text.with(String::len) > MOST_BYTES
    }

    /// Takes what stands in the box now: a paste is read at once, typing after a pause.
    pub fn typed(self, text: String) {
        let before = self.text.with_untracked(String::len);
        let at_once = text.len().abs_diff(before) >= AT_ONCE || text.trim().is_empty();
        if self.is_another(&text) {
            self.put_aside();
        }
        self.text.set(text);
        if at_once {
            self.read_now();
        } else {
            let read = timer::Timer::after(PAUSE, move || self.read_now());
            self.pause.set_value(Some(read));
        }
    }

    /// Reads what stands in the box.
    pub fn read_now(self) {
        self.pause.set_value(None);
        let text = self.text.get_untracked();
        let same = self.open.source.with_untracked(|s| *s == text);
        if same || text.len() > MOST_BYTES {
            return;
        }
        if self.open.source.with_untracked(|s| s.trim().is_empty()) {
            self.open.read_on.set(today());
        }
        if !text.trim().is_empty() {
            self.expect_posting();
        }
        self.saved.set(None);
        self.open.editing.set(None);
        self.open.let_go();
        self.open.source.set(text);
        self.announce();
    }

    /// Has the reader there by the time there is something to read.
    pub fn expect_posting(self) {
        self.parts.reader.fetch();
        self.parts.card.fetch();
        self.parts.intake.fetch();
        self.parts.keeping.fetch();
    }

    /// Says to those who do not see the card what it holds.
    fn announce(self) {
        let blank = self.open.source.with_untracked(|s| s.trim().is_empty());
        if blank || !self.open.is_read.get_untracked() {
            return;
        }
        let mut parts: Vec<String> = Vec::new();
        self.open.card.with_untracked(|card| {
            for kind in [FactKind::Title, FactKind::Location] {
                let words = card.value(kind).map(|v| value_words(v, today()));
                parts.extend(words);
            }
        });
        let asked = self.open.checklist.with_untracked(|c| c.rows.len());
        parts.push(count("{n} requirement | {n} requirements", asked, &[]));
        let open = self.open.questions.with_untracked(Vec::len);
        parts.push(fill("{n} not stated", &[&open.to_string()]));
        self.notices.announce(parts.join(", "));
    }

    /// Takes a paste into the box, where that is better than what the browser would do: markup is
    /// turned into text with its structure. `true` if it was taken.
    pub fn paste(self, copied: &Copied) -> bool {
        self.box_shown.set(false);
        if !intake::has_structure(copied) {
            return false;
        }
        if let Some(text) = intake::structured_now(copied) {
            return text.is_some_and(|text| self.insert(&text));
        }
        // The browser would take the words without their structure.
        let copied = copied.clone();
        spawn_local(async move {
            self.insert(&intake::text_of(copied).await);
        });
        true
    }

    fn insert(self, text: &str) -> bool {
        match text_box::insert(BOX, text) {
            Some(whole) => {
                self.typed(whole);
                self.read_now();
                true
            }
            None => false,
        }
    }

    /// Reads the clipboard into the box.
    pub fn paste_from_clipboard(self) {
        spawn_local(async move {
            let copied = if clipboard::can_read() {
                clipboard::read().await
            } else {
                None
            };
            match copied {
                Some(copied) if !copied.text.trim().is_empty() || copied.html.is_some() => {
                    self.insert(&intake::text_of(copied).await);
                    self.box_shown.set(false);
                }
                Some(_) => self.notices.warn(t("The clipboard holds no text.")),
                None => self.notices.warn(t(
                    "The browser does not let the page read the clipboard. Press Ctrl+V in the box instead.",
                )),
            }
        });
    }

    /// Takes a page that a bookmark brought, in the place of all that is there.
    pub(super) fn bring(self, page: String) {
        self.expect_posting();
        let copied = Copied {
            text: page,
            html: None,
        };
        spawn_local(async move {
            let text = intake::text_of(copied).await;
            if text.trim().is_empty() {
                self.notices.warn(t(
                    "The bookmark brought no words from that page. Copy the page and paste it here.",
                ));
            } else {
                self.replace(text);
            }
        });
    }

    /// Puts `text` in the place of all that is there.
    pub fn replace(self, text: String) {
        self.put_aside();
        self.text.set(text);
        self.box_shown.set(false);
        self.read_now();
    }

    /// Clears the page for another posting; the one that was there can be brought back.
    pub fn another(self) {
        self.put_aside();
        self.text.set(String::new());
        self.read_now();
        self.box_shown.set(true);
        focus_soon(BOX.into());
    }

    /// Takes the posting off the page. One that is not saved can be brought back by **Undo**.
    fn put_aside(self) {
        let source = self.open.source.get_untracked();
        let saved = self.saved.get_untracked();
        let marks = self.open.marks.get_untracked();
        let read_on = self.open.read_on.get_untracked();
        self.open.marks.set(Marks::default());
        self.open.read_on.set(today());
        self.saved.set(None);
        if source.trim().is_empty() || saved.is_some() {
            return;
        }
        self.notices
            .say_with_undo(t("The posting is put aside."), move || {
                self.text.set(source.clone());
                self.read_now();
                self.open.read_on.set(read_on);
                self.open.marks.set(marks.clone());
            });
    }

    /// Whether `text` is another posting than the one on the page, not the same one edited: little
    /// of the old one is left at its two ends.
    fn is_another(self, text: &str) -> bool {
        self.open.source.with_untracked(|old| {
            let (a, b) = (old.as_bytes(), text.as_bytes());
            let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
            let tail = a
                .iter()
                .rev()
                .zip(b.iter().rev())
                .take_while(|(a, b)| a == b)
                .count();
            old.len() > AT_ONCE && (head + tail) * 5 < old.len()
        })
    }

    /// Keeps the draft whenever it changes. Writes to the store, never to a signal.
    fn keep_from_now_on(self) {
        let first = Rc::new(Cell::new(true));
        Effect::new(move |_| {
            self.open.source.track();
            self.open.marks.track();
            if !first.replace(false) {
                self.keep();
            }
        });
    }

    /// Takes the marks of the job it was saved as, which its own page may have changed; a job that was
    /// deleted leaves an unsaved posting.
    pub(super) fn catch_up(self) {
        let Some(id) = self.saved.get_untracked() else {
            return;
        };
        keeping::catch_up(self, &id);
    }

    /// Keeps the draft, or, once saved, the job.
    fn keep(self) {
        let store = Store::new(LocalShelf);
        let draft = self.open.as_draft();
        let done = match self.saved.get_untracked() {
            Some(id) => keeping::keep(self, &id),
            None if draft.source.trim().is_empty() => store.discard_draft(),
            None => store.save_draft(&draft),
        };
        if let Err(trouble) = done
            && !self.unkept.get_value()
        {
            self.unkept.set_value(true);
            self.notices.warn_with(
                fill(
                    "This posting is not kept for your next visit. {why}",
                    &[&why(&trouble)],
                ),
                vec![(t("Download the text"), Arc::new(move || self.download()))],
            );
        }
    }

    /// Saves the posting as a job. What fails is said, and nothing on the page is lost.
    pub fn save(self) {
        keeping::save(self);
    }

    pub(super) fn download(self) {
        let text = self.open.source.get_untracked();
        if !download::text("job-posting.txt", "text/plain", &text) {
            self.notices.warn(t(
                "The browser does not let the page make a file. Copy the text from Original.",
            ));
        }
    }
}
