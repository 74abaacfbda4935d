//! What is laid over the page on request: the list of shortcuts and the command palette, and the keys
//! that ask for them. A key that a field takes is never a shortcut.

use leptos::prelude::*;

use super::preferences::preference;
use super::{App, Arrived, OpenPosting, focus_soon};
use crate::browser::{dialog, focus, keys};
use crate::route::Route;

/// The id of the dialog that either is shown in.
pub const SHEET: &str = "sheet";

/// Whether shortcuts of one key are heard: off where this says "off".
const SINGLE_KEYS: &str = "single-keys";

/// What is laid over the page.
#[derive(Clone, Copy)]
pub enum Sheet {
    /// The list of shortcuts.
    Shortcuts,
    /// The command palette.
    Palette,
    /// Several postings that would become jobs.
    Several(RwSignal<Vec<Arrived>>),
    /// The ways of handing a posting on.
    Share(OpenPosting),
}

impl App {
    /// Hears the shortcuts from now on.
    pub(super) fn hear_keys(self) {
        keys::on_key(move |pressed| {
            if pressed.command && pressed.key == "k" {
                self.lay(Sheet::Palette);
                return true;
            }
            let heard = pressed.alone && matches!(pressed.key.as_str(), "?" | "/");
            if !heard || !single_keys() {
                return false;
            }
            match pressed.key.as_str() {
                "?" => self.lay(Sheet::Shortcuts),
                _ => self.focus_box(),
            }
            true
        });
    }

    /// Lays `sheet` over the page.
    pub fn lay(self, sheet: Sheet) {
        self.sheet.set(Some(sheet));
    }

    /// Opens the dialog of the sheet, once it is drawn.
    pub fn open_sheet(self) {
        leptos::task::spawn_local(async {
            leptos::task::tick().await;
            dialog::open(SHEET);
        });
    }

    /// Takes the sheet away; the focus goes back to where it was.
    pub fn close_sheet(self) {
        dialog::close(SHEET);
        self.sheet.set(None);
    }

    /// Moves the focus to the page's box: that of the posting, or of the search.
    fn focus_box(self) {
        if self.route.get_untracked() == Route::Read {
            self.draft.box_shown.set(true);
            focus_soon(super::BOX.into());
        } else {
            focus::on_first("main input[type=search]");
        }
    }

    /// Whether shortcuts of one key are heard.
    #[must_use]
    pub fn single_keys(self) -> bool {
        single_keys()
    }

    /// Hears shortcuts of one key, or does not: speech input takes them for commands.
    pub fn set_single_keys(self, on: bool) {
        self.prefer(SINGLE_KEYS, if on { "on" } else { "off" });
    }
}

fn single_keys() -> bool {
    preference(SINGLE_KEYS).as_deref() != Some("off")
}
