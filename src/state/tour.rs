//! The tour: four steps over a card that is there, begun by the example or by asking for it, left at any
//! time. It never begins over a posting of the person's own by itself.

use leptos::prelude::*;

use super::preferences::preference;
use super::{App, focus_soon, go};
use crate::browser::focus;
use crate::job::{FactKind, Subject};
use crate::route::Route;

/// So many steps has the tour.
pub const STEPS: usize = 4;

/// The id of the tour's region.
pub const TOUR: &str = "tour";

/// The preference that says that the tour was taken or left.
const SEEN: &str = "tour";

/// What each step speaks of.
const PLACES: [&str; STEPS] = [
    "#card .summary",
    "#card section[aria-labelledby=h-req]",
    "#card section[aria-labelledby=h-not]",
    ".dock",
];

impl App {
    /// Reads the example, and begins the tour with who has not seen it.
    pub fn try_example(self, example: &str) {
        self.draft.replace(example.to_string());
        if preference(SEEN).is_none() {
            self.tour.set(Some(0));
        }
    }

    /// Begins the tour on the Read page: over the posting that is there, or over the example.
    pub fn take_tour(self, example: &str) {
        if self.draft.is_empty() {
            self.draft.replace(example.to_string());
        }
        if self.route.get_untracked() != Route::Read {
            go(&Route::Read);
        }
        self.tour.set(Some(0));
    }

    /// Shows what a step speaks of.
    pub fn show_step(self, step: usize) {
        let open = self.draft.open;
        if step == 0 {
            let at = open
                .card
                .with_untracked(|card| card.get(FactKind::Pay).evidence.first().copied());
            open.point(vec![Subject::Fact(FactKind::Pay)], at);
        } else {
            open.let_go();
        }
        if let Some(place) = PLACES.get(step) {
            focus::show_first(place);
        }
        focus_soon(TOUR.into());
    }

    /// Ends the tour; it does not begin by itself again.
    pub fn end_tour(self) {
        self.tour.set(None);
        self.draft.open.let_go();
        self.prefer(SEEN, "seen");
        self.focus_content();
    }
}
