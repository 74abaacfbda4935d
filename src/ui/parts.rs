//! The pages as parts of the program that are fetched when they are first opened (see
//! [`Part`]). Only what every visit draws is in the first load: the shell and the box.

use leptos::prelude::*;

use super::components::card;
use super::{live, pages};
use crate::state::{App, OpenPosting, Part, Parts, at_once, cut};

/// All parts; none is there yet.
pub fn all() -> Parts {
    Parts::new(
        || Box::pin(fetch_card()),
        || Box::pin(fetch_job()),
        || Box::pin(fetch_jobs()),
        || Box::pin(fetch_compare()),
        || Box::pin(fetch_data()),
    )
}

cut! {
    /// The card of a posting.
    part card, fetched by fetch_card;
    fn card_there(app: App, open: OpenPosting) -> AnyView {
        card::card(app, open)
    }
}

cut! {
    /// The list of saved jobs.
    part jobs, fetched by fetch_jobs;
    fn jobs_there(app: App) -> AnyView {
        pages::jobs::page(app)
    }
}

cut! {
    /// The page of a saved job, which shows a card.
    part job, fetched by fetch_job;
    fn job_there(app: App, id: String) -> AnyView {
        pages::job::page(app, &id)
    }
}

cut! {
    /// Jobs side by side.
    part compare, fetched by fetch_compare;
    fn compare_there(app: App, ids: Vec<String>) -> AnyView {
        pages::compare::page(app, &ids)
    }
}

cut! {
    /// The page of files in and out.
    part data, fetched by fetch_data;
    fn data_there(app: App) -> AnyView {
        pages::data::page(app)
    }
}

/// The card of a posting.
pub fn card(app: App, open: OpenPosting) -> AnyView {
    shown(
        app.parts.card,
        Box::new(move || at_once(card_there(app, open))),
    )
}

/// The list of saved jobs.
pub fn jobs(app: App) -> AnyView {
    shown(app.parts.jobs, Box::new(move || at_once(jobs_there(app))))
}

/// The page of files in and out.
pub fn data(app: App) -> AnyView {
    shown(app.parts.data, Box::new(move || at_once(data_there(app))))
}

/// The page of a saved job.
pub fn job(app: App, id: String) -> AnyView {
    shown(
        app.parts.job,
        Box::new(move || at_once(job_there(app, id.clone()))),
    )
}

/// Jobs side by side.
pub fn compare(app: App, ids: Vec<String>) -> AnyView {
    shown(
        app.parts.compare,
        Box::new(move || at_once(compare_there(app, ids.clone()))),
    )
}

/// What a part draws once it is there, and a word until then.
fn shown(part: Part, draw: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    part.fetch();
    live(move || {
        let drawn = if part.is_here() { draw() } else { None };
        drawn.unwrap_or_else(|| on_its_way(part))
    })
}

/// A word while a part is fetched, or a way on if that failed.
pub fn on_its_way(part: Part) -> AnyView {
    if !part.is_missing() {
        return view! { <p class="word">"Fetching this part of Rolecard…"</p> }.into_any();
    }
    view! {
        <div role="alert">
            <p class="word">"This part of Rolecard could not be fetched. Nothing is lost."</p>
            <button class="btn" type="button" on:click=move |_| part.fetch()>"Try again"</button>
        </div>
    }
    .into_any()
}
