//! A posting that came in a link: its card, to be looked at, and saved if wished. Keeps nothing by
//! itself, and leaves the posting on the Read page alone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::job::Draft;
use crate::route::Route;
use crate::state::{App, OpenPosting, from_link, go, t};
use crate::ui::components::card::card;
use crate::ui::live;

/// What came of the link.
#[derive(Clone)]
enum Came {
    Waiting,
    Broken,
    Is(Draft),
}

/// The page of what is `packed` in the address.
pub fn page(app: App, packed: String) -> AnyView {
    let came = RwSignal::new(Came::Waiting);
    spawn_local(async move {
        came.set(from_link(packed).await.map_or(Came::Broken, Came::Is));
    });
    live(move || match came.get() {
        Came::Waiting => view! { <p class="word">{t("Opening the link…")}</p> }.into_any(),
        Came::Broken => broken(),
        Came::Is(draft) => shared(app, draft),
    })
}

fn broken() -> AnyView {
    view! {
        <h1>{t("This link holds no posting")}</h1>
        <p class="lede">{t("It may have been cut short on its way: mail programs break long links. Ask for it again, or for the posting's text.")}</p>
        <p><a class="btn go" href=Route::Read.to_string()>{t("Read a posting")}</a></p>
    }
    .into_any()
}

fn shared(app: App, draft: Draft) -> AnyView {
    let open = OpenPosting::new(app.parts, draft.source, draft.read_on, draft.marks);
    let save = move |_| {
        let read = open.read.get_untracked();
        if let Some(id) = app.jobs.add(open.as_draft(), &read.posting) {
            go(&Route::Job(id.to_string()));
        }
    };
    let button = move || {
        open.is_read.get().then(
            || view! { <button class="btn go" type="button" on:click=save>{t("Save job")}</button> },
        )
    };
    view! {
        <div class="job">
            <div class="head">
                <div><h1>{t("A posting shared with you")}</h1>
                    <p>{t("It came in the link itself. Nothing of it is kept here until you save it.")}</p></div>
                {button}
            </div>
            <div class="fixed">{card(app, open)}</div>
        </div>
    }
    .into_any()
}
