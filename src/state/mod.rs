//! Signals: the one source of truth of the page, and saving. What can be derived is derived; nothing
//! here draws.

mod notices;

pub use notices::{Fault, Notice, Notices};

use leptos::prelude::*;

use crate::browser::{address, early, focus};
use crate::route::Route;

/// The page's state, made once and handed down by value.
#[derive(Clone, Copy)]
pub struct App {
    /// The page that is open.
    pub route: RwSignal<Route>,
    /// What the page says of what was done and what went wrong.
    pub notices: Notices,
}

impl App {
    /// Takes the route from the address and follows it from now on.
    #[must_use]
    pub fn start() -> Self {
        let _early = early::take();
        let route = RwSignal::new(Route::parse(&address::hash()));
        let notices = Notices::new();
        address::on_change(move |hash| {
            notices.hush();
            route.set(Route::parse(&hash));
        });
        Self { route, notices }
    }

    /// Moves the focus to the page's content.
    pub fn focus_content(self) {
        focus::on_id("main");
    }
}
