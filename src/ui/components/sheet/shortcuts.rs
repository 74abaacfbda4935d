//! The list of shortcuts, and the switch that turns those of one key off.

use leptos::prelude::*;

use crate::state::{App, mark, t};

/// The keys and what they do.
const KEYS: [(&[&str], &str); 7] = [
    (
        &[mark("Ctrl"), "K"],
        mark("Go to a page or a saved job, or do something"),
    ),
    (&["/"], mark("Into the box: the posting, or the search")),
    (&["?"], mark("This list")),
    (
        &[mark("Tab")],
        mark("The next value, requirement or button; its words light up"),
    ),
    (&["←", "→"], mark("Have, Partly, Gap within a requirement")),
    (&[mark("Space")], mark("Takes the chosen mark away again")),
    (
        &[mark("Esc")],
        mark("Leaves what is being edited, or what lies over the page"),
    ),
];

/// The list.
pub fn shortcuts(app: App) -> AnyView {
    let rows = KEYS.iter().map(|(keys, what)| {
        let keys = keys.iter().map(|k| view! { <kbd>{t(k)}</kbd> });
        view! { <div class="fact"><dt>{keys.collect_view()}</dt><dd>{t(what)}</dd></div> }
    });
    let on = app.single_keys();
    view! {
        <dl class="facts keys">{rows.collect_view()}</dl>
        <p class="in"><label class="check">
            <input type="checkbox" role="switch" checked=on on:change=move |e| app.set_single_keys(event_target_checked(&e))/>
            {t("Hear shortcuts of a single key")}
        </label></p>
        <p class="in small">{t("On a Mac, Cmd in the place of Ctrl. Speech input may take single keys for commands: turn them off then.")}</p>
    }
    .into_any()
}
