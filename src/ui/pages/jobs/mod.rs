//! The Jobs page: all saved jobs, found by search and filters and put in order: in a table, where they are
//! selected and changed together, on a board by stage, or by what is due.

mod agenda;
mod ask;
mod board;
mod bulk;
mod list;
pub mod marks;
mod row;
mod seen;
mod standing;
mod tools;
pub mod views;

use leptos::prelude::*;

use crate::job::ListRow;
use crate::route::{Route, View};
use crate::state::words::why;
use crate::state::{App, Jobs, adopt_track_styles, count, t, today};
use crate::ui::components::menu::Menu;
use crate::ui::live;

/// The page.
pub fn page(app: App) -> AnyView {
    adopt_track_styles();
    let jobs = app.jobs;
    jobs.refresh();
    app.watch.begin_now();
    jobs.prepare_search();
    crate::ui::parts::stand(app);
    let found = jobs.found();
    let view = Memo::new(move |_| match app.route.get() {
        Route::Jobs { view } => view,
        // The page goes.
        _ => View::List,
    });
    let menu = Menu::new();
    let count = Memo::new(move |_| found.with(Vec::len));
    let laid_out = move || match view.get() {
        View::List => view! {
            <div class="card">
                {list::list(jobs, found)}
                {live(move || tools::nothing(jobs, count.get()))}
                {bulk::bulk(jobs, menu, found)}
            </div>
        }
        .into_any(),
        View::Board => view! {
            {board::board(jobs, menu, found)}
            {live(move || tools::nothing(jobs, count.get()))}
        }
        .into_any(),
        View::Agenda => agenda::agenda_of(app, menu, found),
    };
    let content = move || {
        if jobs.trouble.with(Option::is_some) {
            blocked(jobs)
        } else if jobs.is_empty() {
            empty()
        } else {
            view! {
                {tools::tools(jobs)}
                {ask::ask(app)}
                {live(laid_out)}
                {marks::known(jobs)}
            }
            .into_any()
        }
    };
    view! {
        <div class="head">
            <div><h1>{t("Jobs")}</h1><p>{move || summary(jobs)}</p></div>
            <div class="acts">
                {views::views(view)}
                <a class="btn bare" href=Route::Report.to_string()>{t("Report")}</a>
                <button class="btn" type="button" on:click=move |_| jobs.add_by_hand()>{t("Add job")}</button>
            </div>
        </div>
        {super::data::newer(jobs)}
        {super::data::nudge(jobs)}
        {move || unreadable(jobs)}
        {content}
        {menu.view()}
    }
    .into_any()
}

/// How many there are, and how many close soon.
fn summary(jobs: Jobs) -> String {
    let saved = match jobs.count() {
        0 => return String::new(),
        n => count("{n} saved | {n} saved", n, &[]),
    };
    let today = today();
    let closes = |row: &ListRow| {
        row.closes()
            .is_some_and(|day| (0..=7).contains(&day.days_from(today)))
    };
    match jobs.count_where(closes) {
        0 => saved,
        n => count(
            "{saved}, {n} closes within a week | {saved}, {n} close within a week",
            n,
            &[&saved],
        ),
    }
}

fn empty() -> AnyView {
    view! {
        <section class="card" aria-labelledby="h-none">
            <header><h2 id="h-none">{t("Your saved jobs will stand here")}</h2></header>
            <div class="in stack">
                <p>{t("Read a posting and press Save job: its card, your ticks and your corrections are kept in this browser, with the posting’s own words. A job you heard of can be added by hand, too.")}</p>
                <p><a class="btn go" href=Route::Read.to_string()>{t("Read a posting")}</a></p>
            </div>
        </section>
    }
    .into_any()
}

fn blocked(jobs: Jobs) -> AnyView {
    let why = move || jobs.trouble.get().map(|trouble| why(&trouble));
    view! {
        <section class="card" aria-labelledby="h-blocked">
            <header><h2 id="h-blocked">{t("Saved jobs cannot be reached")}</h2></header>
            <div class="in stack">
                <p>{why}" "{t("Reading a posting works all the same; it is just not kept.")}</p>
                <p><button class="btn" type="button" on:click=move |_| jobs.refresh()>{t("Try again")}</button></p>
            </div>
        </section>
    }
    .into_any()
}

/// What is stored and cannot be read.
fn unreadable(jobs: Jobs) -> Option<AnyView> {
    let words = match jobs.unreadable.with(Vec::len) {
        0 => return None,
        n => count(
            "One stored value cannot be read. | {n} stored values cannot be read.",
            n,
            &[],
        ),
    };
    let keys = jobs.unreadable.get().into_iter().map(|u| {
        view! { <li><span><code>{u.key}</code>" "{why(&u.why)}</span></li> }
    });
    Some(
        view! {
            <details class="card note">
                <summary>{words}" "{t("Nothing of it is lost or written over.")}</summary>
                <ul class="lines">{keys.collect_view()}</ul>
            </details>
        }
        .into_any(),
    )
}
