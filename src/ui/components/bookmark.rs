//! The bookmark that brings an open page here: to be dragged into the browser's bar.

use leptos::prelude::*;

use crate::state::{App, bookmark, t};

/// The region with the bookmark.
pub fn bookmark_region(app: App) -> AnyView {
    let press = move |e: leptos::ev::MouseEvent| {
        // Pressed here it would read this page; the page's policy forbids it anyway.
        e.prevent_default();
        app.notices.say(t(
            "Drag it into the bookmarks bar, and press it on a page with a posting.",
        ));
    };
    let copy = move |_| {
        app.copy(
            bookmark(),
            t("The bookmark's address is on the clipboard.").to_string(),
        );
    };
    view! {
        <section class="card" aria-labelledby="h-bookmark">
            <header><h2 id="h-bookmark">{t("From any page")}</h2></header>
            <div class="in stack">
                <p>{t("Drag this bookmark into the browser's bar. Press it on a page with a posting: the words you see there and the posting's own data are opened here. They travel behind the # of the address, which no server sees.")}</p>
                <p><a class="btn" href=bookmark() on:click=press>{t("Read in Rolecard")}</a>" "
                    <button class="btn bare" type="button" on:click=copy>{t("Copy its address")}</button></p>
                <p class="small">{t("Some sites forbid bookmarks that read. There, copy the page and paste it.")}</p>
            </div>
        </section>
    }
    .into_any()
}
