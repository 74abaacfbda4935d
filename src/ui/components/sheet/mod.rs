//! What is laid over the page on request, in one dialog: the shortcuts, the command palette, several
//! postings at once, the ways of handing a posting on.

mod palette;
mod several;
mod share;
mod shortcuts;

use leptos::prelude::*;

use crate::state::{App, SHEET, Sheet, t};
use crate::ui::icons;

/// The dialog with what is asked for.
pub fn sheet(app: App, which: Sheet) -> AnyView {
    app.open_sheet();
    let (name, content) = match which {
        Sheet::Shortcuts => (t("Keyboard shortcuts"), shortcuts::shortcuts(app)),
        Sheet::Several(several) => (t("Several postings"), several::several(app, several)),
        Sheet::Share(open) => (t("Share this posting"), share::share(app, open)),
        Sheet::Palette => (t("Go to or do"), palette::palette(app)),
    };
    view! {
        <dialog id=SHEET class="sheet card" aria-labelledby="h-sheet" on:close=move |_| app.sheet.set(None)>
            <header><h2 id="h-sheet">{name}</h2>
                <button class="btn icon" type="button" aria-label=t("Close") on:click=move |_| app.close_sheet()>{icons::cross()}</button></header>
            {content}
        </dialog>
    }
    .into_any()
}
