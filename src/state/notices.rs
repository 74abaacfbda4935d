//! What the page tells the person beside its content: success in the status region, failure in the
//! alert region. One of each at a time, the newest. Never takes something away without a way back
//! where there is one.

use std::sync::Arc;

use leptos::prelude::*;

use super::t;

/// What a button of a notice does. Counted, not owned by a piece of the page: the piece that gave the
/// notice may be gone when the button is pressed.
pub type Act = Arc<dyn Fn() + Send + Sync>;

/// A word of success, or of what was done.
#[derive(Clone)]
pub struct Notice {
    /// What is said.
    pub text: String,
    /// A button: a label and what it does. Mostly **Undo**.
    pub act: Option<(&'static str, Act)>,
    /// Where to go on: a label and a route.
    pub link: Option<(&'static str, String)>,
}

/// A word of failure, with ways out.
#[derive(Clone)]
pub struct Fault {
    /// What went wrong, and what it means for the person's things.
    pub text: String,
    /// Buttons: a label and what it does.
    pub ways_out: Vec<(&'static str, Act)>,
}

/// The page's two voices.
#[derive(Clone, Copy)]
pub struct Notices {
    /// The status region: what is shown in it, and said.
    pub status: RwSignal<Option<Notice>>,
    /// The same region: what is said in it only, for the page shows it already. It takes the place of
    /// nothing that waits to be pressed.
    pub spoken: RwSignal<String>,
    /// The alert region.
    pub alert: RwSignal<Option<Fault>>,
}

impl Notices {
    /// Silent.
    #[must_use]
    pub fn new() -> Self {
        Self {
            status: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            alert: RwSignal::new(None),
        }
    }

    /// Says what was done.
    pub fn say(self, text: impl Into<String>) {
        self.tell(text.into(), None, None);
    }

    /// Says what a file holds that was given, or that the browser took none.
    pub fn gave(self, is_given: bool, text: &'static str) {
        if is_given {
            self.say(text);
        } else {
            self.no_file();
        }
    }

    /// Says that a file could not be given.
    pub fn no_file(self) {
        self.warn(t("The browser does not let the page make a file."));
    }

    /// Says to screen readers what the page shows already.
    pub fn announce(self, text: impl Into<String>) {
        self.spoken.set(text.into());
    }

    /// Says what was done, with a button **Undo**.
    pub fn say_with_undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.say_with_button(text, t("Undo"), undo);
    }

    /// Says what can be done, with a button that does it.
    pub fn say_with_button(
        self,
        text: impl Into<String>,
        label: &'static str,
        act: impl Fn() + Send + Sync + 'static,
    ) {
        self.tell(text.into(), Some((label, Arc::new(act))), None);
    }

    /// Says what was done, with a link to go on.
    pub fn say_with_link(self, text: impl Into<String>, label: &'static str, route: String) {
        self.tell(text.into(), None, Some((label, route)));
    }

    fn tell(
        self,
        text: String,
        act: Option<(&'static str, Act)>,
        link: Option<(&'static str, String)>,
    ) {
        self.status.set(Some(Notice { text, act, link }));
    }

    /// Says what went wrong.
    pub fn warn(self, text: impl Into<String>) {
        self.warn_with(text, Vec::new());
    }

    /// Says what went wrong, with buttons that lead out of it.
    pub fn warn_with(self, text: impl Into<String>, ways_out: Vec<(&'static str, Act)>) {
        self.alert.set(Some(Fault {
            text: text.into(),
            ways_out,
        }));
    }

    /// Silent again on another page, but for what can still be taken back.
    pub fn turn_page(self) {
        if self
            .status
            .with_untracked(|n| n.as_ref().is_some_and(|n| n.act.is_none()))
        {
            self.status.set(None);
        }
        self.alert.set(None);
        self.spoken.update(String::clear);
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}
