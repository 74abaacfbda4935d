//! A menu of things to choose from, laid over the page beside the button that opens it. One menu serves
//! all buttons of a page. By keyboard it is opened by its button, walked by the arrow keys, Home, End
//! and first letters, and left by Escape; the focus goes back to where it was.

use leptos::ev;
use leptos::prelude::*;

use crate::state::{focus_id, focus_soon, hide_menu, show_menu};
use crate::ui::live;

/// The id of the menu.
const ID: &str = "menu";

/// What a menu is opened with.
#[derive(Clone)]
pub struct Offer {
    /// What it is called.
    pub name: String,
    /// The id of the button that opened it.
    pub button: String,
    /// What can be chosen, and whether it is what holds now.
    pub items: Vec<(&'static str, bool)>,
    /// Takes the place of what was chosen.
    pub choose: Callback<usize>,
}

/// A page's menu. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Menu(RwSignal<Option<Offer>>);

impl Menu {
    /// A menu that is closed. [`Menu::view`] has to stand on the page.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Opens the menu.
    pub fn open(self, offer: Offer) {
        let first = offer.items.iter().position(|(_, holds)| *holds);
        let beside = offer.button.clone();
        self.0.set(Some(offer));
        show_menu(ID, beside, item_id(first.unwrap_or(0)));
    }

    /// The menu itself.
    pub fn view(self) -> AnyView {
        let name = move || self.0.with(|offer| offer.as_ref().map(|o| o.name.clone()));
        view! {
            <div id=ID class="menu" popover="auto" role="menu" aria-label=name
                on:keydown=move |e| self.key(&e)>{live(move || self.items())}</div>
        }
        .into_any()
    }

    fn items(self) -> AnyView {
        let Some(offer) = self.0.get() else {
            return ().into_any();
        };
        let any = offer.items.iter().any(|(_, holds)| *holds);
        let items = offer.items.into_iter().enumerate().map(|(at, (words, holds))| {
            let role = if any { "menuitemradio" } else { "menuitem" };
            let checked = any.then_some(if holds { "true" } else { "false" });
            let (choose, button) = (offer.choose, offer.button.clone());
            let press = move |_| {
                hide_menu(ID);
                focus_soon(button.clone());
                choose.run(at);
            };
            view! {
                <button type="button" role=role aria-checked=checked tabindex="-1" id=item_id(at) on:click=press>{words}</button>
            }
            .into_any()
        });
        items.collect_view().into_any()
    }

    fn key(self, event: &ev::KeyboardEvent) {
        let labels: Vec<&'static str> = self.0.with_untracked(|offer| {
            let items = offer.iter().flat_map(|offer| &offer.items);
            items.map(|(words, _)| *words).collect()
        });
        let count = labels.len();
        let here = focused_item(event).unwrap_or(0);
        let key = event.key();
        let to = match key.as_str() {
            "ArrowDown" => (here + 1) % count.max(1),
            "ArrowUp" => here.checked_sub(1).unwrap_or(count.saturating_sub(1)),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            "Tab" => {
                hide_menu(ID);
                return;
            }
            letter => {
                let starts = |at: &usize| {
                    let word = labels.get(*at).copied().unwrap_or_default().to_lowercase();
                    word.starts_with(&letter.to_lowercase())
                };
                let around = (1..=count).map(|n| (here + n) % count);
                match around.into_iter().find(starts) {
                    Some(to) if letter.chars().count() == 1 && letter != " " => to,
                    _ => return,
                }
            }
        };
        event.prevent_default();
        focus_id(&item_id(to));
    }
}

/// Which item the key was pressed on.
fn focused_item(event: &ev::KeyboardEvent) -> Option<usize> {
    let target: web_sys::Element = event_target(event);
    target.id().strip_prefix("menu-")?.parse().ok()
}

fn item_id(at: usize) -> String {
    ["menu-", &at.to_string()].concat()
}
