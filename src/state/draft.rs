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
use super::{focus_soon, today};
use crate::browser::clipboard::{self, Copied};
use crate::browser::{clock, download, dropped, html, leaving, text_box, timer};
use crate::job::{self, FactKind, Job, JobId, Marks, Moment};
use crate::route::Route;
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
    notices: Notices,
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
            open: OpenPosting::new(parts.reader, source, read_on, marks),
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
                let words = card.value(kind).map(|v| v.words(today()));
                parts.extend(words);
            }
        });
        let count = self.open.checklist.with_untracked(|c| c.rows.len());
        let plural = if count == 1 { "" } else { "s" };
        parts.push(format!("{count} requirement{plural}"));
        let open = self.open.questions.with_untracked(Vec::len);
        parts.push(format!("{open} not stated"));
        self.notices.announce(parts.join(", "));
    }

    /// Takes a paste into the box, where that is better than what the browser would do: markup is
    /// turned into text with its structure. `true` if it was taken.
    pub fn paste(self, copied: &Copied) -> bool {
        self.box_shown.set(false);
        match structured(copied) {
            Some(text) => self.insert(&text),
            None => false,
        }
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
                    let text = structured(&copied).unwrap_or(copied.text);
                    self.insert(&text);
                    self.box_shown.set(false);
                }
                Some(_) => self.notices.warn("The clipboard holds no text."),
                None => self.notices.warn(
                    "The browser does not let the page read the clipboard. Press Ctrl+V in the box instead.",
                ),
            }
        });
    }

    /// Reads a file that was dropped: words as they are, a saved page with its structure.
    pub fn drop_file(self, file: web_sys::File) {
        let size = file.size();
        if size > MOST_BYTES as f64 {
            self.notices.warn(format!(
                "{} is too long to read: {:.1} MB, and {} MB is the most.",
                file.name(),
                size / 1e6,
                MOST_BYTES / 1_000_000
            ));
            return;
        }
        self.expect_posting();
        spawn_local(async move {
            match dropped::text(&file).await {
                Some(text) if is_text(&text) => {
                    let copied = Copied { text, html: None };
                    let text = structured(&copied).unwrap_or(copied.text);
                    self.replace(text);
                }
                _ => self.notices.warn(format!(
                    "{} holds no plain words. Drop a text file or a saved web page, or open it and copy its words.",
                    file.name()
                )),
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
            .say_with_undo("The posting is put aside.", move || {
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
        match Store::new(LocalShelf).load_job(&id) {
            Ok(Some(job)) if self.open.marks.with_untracked(|m| *m != job.marks) => {
                self.open.marks.set(job.marks);
            }
            Ok(None) => self.saved.set(None),
            // What cannot be read is said by the job's own page.
            Ok(Some(_)) | Err(_) => {}
        }
    }

    /// The draft as it stands.
    fn as_draft(self) -> job::Draft {
        job::Draft {
            source: self.open.source.get_untracked(),
            read_on: self.open.read_on.get_untracked(),
            marks: self.open.marks.get_untracked(),
        }
    }

    /// Keeps the draft, or, once saved, the job.
    fn keep(self) {
        let store = Store::new(LocalShelf);
        let draft = self.as_draft();
        let done = match self.saved.get_untracked() {
            Some(id) => match store.load_job(&id) {
                Ok(Some(mut job)) if job.source == draft.source && job.marks != draft.marks => {
                    job.marks = draft.marks;
                    store.save_job(&job).map(drop)
                }
                Ok(_) => Ok(()),
                Err(trouble) => Err(trouble),
            },
            None if draft.source.trim().is_empty() => store.discard_draft(),
            None => store.save_draft(&draft),
        };
        if let Err(trouble) = done
            && !self.unkept.get_value()
        {
            self.unkept.set_value(true);
            self.notices.warn_with(
                format!("This posting is not kept for your next visit. {trouble}"),
                vec![("Download the text", Arc::new(move || self.download()))],
            );
        }
    }

    /// Saves the posting as a job. What fails is said, and nothing on the page is lost.
    pub fn save(self) {
        self.read_now();
        let read = self.open.read.get_untracked();
        let now = Moment(clock::now());
        let id = JobId::new(now, clock::random());
        let job = Job::new(self.as_draft(), id.clone(), &read.posting.facts, now);
        let store = Store::new(LocalShelf);
        match store.save_job(&job) {
            Ok(_) => {
                // A draft that stays behind costs room only; the job is saved.
                let _ = store.discard_draft();
                let route = Route::Job(id.to_string()).to_string();
                self.saved.set(Some(id));
                self.notices
                    .say_with_link("Saved in this browser.", "Open the job", route);
            }
            Err(trouble) => self.notices.warn_with(
                format!("The job is not saved. {trouble} Everything on this page is still here."),
                vec![
                    ("Download the text", Arc::new(move || self.download())),
                    (
                        "Try again",
                        Arc::new(move || {
                            self.notices.alert.set(None);
                            self.save();
                        }),
                    ),
                ],
            ),
        }
    }

    fn download(self) {
        let text = self.open.source.get_untracked();
        if !download::text("job-posting.txt", "text/plain", &text) {
            self.notices.warn(
                "The browser does not let the page make a file. Copy the text from Original.",
            );
        }
    }
}

/// Whether this is text and not some other file read as such: those hold NUL, or much that is no
/// UTF-8.
fn is_text(text: &str) -> bool {
    let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
    !text.trim().is_empty() && !text.contains('\0') && broken * 50 <= text.len()
}

/// The text of a paste with its structure, where it came with any.
fn structured(copied: &Copied) -> Option<String> {
    if html::is_page_source(&copied.text) {
        return html::to_text(&copied.text);
    }
    let text = html::to_text(copied.html.as_deref()?)?;
    // Some programs put less into the markup than into the plain text.
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).count();
    (letters(&text) * 5 >= letters(&copied.text) * 4).then_some(text)
}
