//! What the page tells the person beside its content: success in the status region, failure in the
//! alert region. One of each at a time, the newest. Never takes something away without a way back
//! where there is one.

use leptos::prelude::*;

/// A word of success, or of what was done.
#[derive(Clone)]
pub struct Notice {
    /// What is said.
    pub text: String,
    /// How to take it back, where that is possible.
    pub undo: Option<Callback<()>>,
    /// Where to go on: a label and a route.
    pub link: Option<(&'static str, String)>,
    /// Whether it is said only, not shown (what the page itself shows already).
    pub quiet: bool,
}

/// A word of failure, with ways out.
#[derive(Clone)]
pub struct Fault {
    /// What went wrong, and what it means for the person's things.
    pub text: String,
    /// Buttons: a label and what it does.
    pub ways_out: Vec<(&'static str, Callback<()>)>,
}

/// The page's two voices.
#[derive(Clone, Copy)]
pub struct Notices {
    /// The status region.
    pub status: RwSignal<Option<Notice>>,
    /// The alert region.
    pub alert: RwSignal<Option<Fault>>,
}

impl Notices {
    /// Silent.
    #[must_use]
    pub fn new() -> Self {
        Self {
            status: RwSignal::new(None),
            alert: RwSignal::new(None),
        }
    }

    /// Says what was done.
    pub fn say(self, text: impl Into<String>) {
        self.tell(text.into(), None, None, false);
    }

    /// Says to screen readers what the page shows already.
    pub fn announce(self, text: impl Into<String>) {
        self.tell(text.into(), None, None, true);
    }

    /// Says what was done, with a button **Undo**.
    pub fn say_with_undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        let undo = Callback::new(move |()| undo());
        self.tell(text.into(), Some(undo), None, false);
    }

    /// Says what was done, with a link to go on.
    pub fn say_with_link(self, text: impl Into<String>, label: &'static str, route: String) {
        self.tell(text.into(), None, Some((label, route)), false);
    }

    fn tell(
        self,
        text: String,
        undo: Option<Callback<()>>,
        link: Option<(&'static str, String)>,
        quiet: bool,
    ) {
        self.status.set(Some(Notice {
            text,
            undo,
            link,
            quiet,
        }));
    }

    /// Says what went wrong.
    pub fn warn(self, text: impl Into<String>) {
        self.warn_with(text, Vec::new());
    }

    /// Says what went wrong, with buttons that lead out of it.
    pub fn warn_with(self, text: impl Into<String>, ways_out: Vec<(&'static str, Callback<()>)>) {
        self.alert.set(Some(Fault {
            text: text.into(),
            ways_out,
        }));
    }

    /// Silent again on another page, but for what can still be taken back.
    pub fn turn_page(self) {
        if self
            .status
            .with_untracked(|n| n.as_ref().is_some_and(|n| n.undo.is_none()))
        {
            self.status.set(None);
        }
        self.alert.set(None);
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}
