//! What stands around every page: the way to the content, the header with its tabs, the two voices,
//! the footer. A page that is not there yet has no tab.

use leptos::ev;
use leptos::prelude::*;

use super::{icons, pages, parts};
use crate::extract::READER_VERSION;
use crate::route::{Route, View};
use crate::state::{
    App, Fault, Notice, Sheet, drags_files, fill, focus_back, of_drop, remember_focus, t,
};

/// A tab: its route, its words, and whether it is open on a page.
type Tab = (Route, &'static str, fn(&Route) -> bool);

/// The tabs, in order.
fn tabs() -> Vec<Tab> {
    vec![
        (Route::Read, t("Read"), |r| matches!(r, Route::Read)),
        (Route::Jobs { view: View::List }, t("Jobs"), |r| {
            matches!(r, Route::Jobs { .. } | Route::Job(_) | Route::Sheet(_))
        }),
        (Route::Compare(Vec::new()), t("Compare"), |r| {
            matches!(r, Route::Compare(_))
        }),
        (Route::Insights, t("Insights"), |r| {
            matches!(r, Route::Insights | Route::Report)
        }),
        (Route::Profile, t("Profile"), |r| {
            matches!(r, Route::Profile)
        }),
        (Route::Data, t("Data"), |r| matches!(r, Route::Data)),
    ]
}

/// The whole page.
pub fn shell(app: App) -> AnyView {
    let dragged = move |e: ev::DragEvent| {
        if drags_files(&e) {
            e.prevent_default();
            app.draft.expect_posting();
        }
    };
    // Files may be dropped anywhere; words that are dragged go to the caret, as everywhere.
    let dropped = move |e: ev::DragEvent| {
        let files = of_drop(&e);
        if !files.is_empty() {
            e.prevent_default();
            app.open_files(files);
        }
    };
    // The views of the jobs are one page.
    let open = Memo::new(move |_| match app.route.get() {
        Route::Jobs { .. } => Route::Jobs { view: View::List },
        other => other,
    });
    view! {
        <header class="top"><div>
            <a class="skip" href="#main" on:click=move |e| {
                // Hashes are routes here: the link moves the focus and leaves the address alone.
                e.prevent_default();
                app.focus_content();
            }>{t("Skip to content")}</a>
            <a class="brand" href=Route::Read.to_string()>{icons::brand()}"Rolecard"</a>
            <nav aria-label=t("Main")><ul>{tabs().into_iter().map(|one| tab(app, one)).collect_view()}</ul></nav>
        </div></header>
        <main id="main" tabindex="-1" data-tour=app.tour on:dragover=dragged on:drop=dropped>
            <div class="fault" role="alert">{move || app.notices.alert.get().map(|f| fault(app, f))}</div>
            {move || page(app, open.get())}
        </main>
        <div class="toast" role="status" class:vh=move || is_quiet(app) on:focusin=|e| remember_focus(&e)>
            <p class="vh">{app.notices.spoken}</p>
            {move || app.notices.status.get().map(|n| notice(app, n))}
        </div>
        {move || app.sheet.get().map(|which| parts::laid(app, which))}
        {move || app.tour.get().map(|step| parts::tour(app, step))}
        <footer class="foot"><div>
            <p>{fill("Reader {version}. Same text, same card, always.", &[READER_VERSION])}</p>
            <ul class="ways-on">
                <li><a href=Route::Guide.to_string()>{t("Guide")}</a></li>
                <li><a href=Route::Privacy.to_string()>{t("Privacy")}</a></li>
                <li><a href=Route::Data.to_string()>{t("Language")}</a></li>
                <li><button class="btn bare" type="button" on:click=move |_| app.lay(Sheet::Shortcuts)>{t("Keys")}</button></li>
            </ul>
            <p>{t("Nothing you paste leaves this browser.")}</p>
        </div></footer>
    }
    .into_any()
}

fn tab(app: App, (route, words, is_open): Tab) -> AnyView {
    let current = move || app.route.with(is_open).then_some("page");
    if !matches!(route, Route::Jobs { .. }) {
        return view! { <li><a href=route.to_string() aria-current=current>{words}</a></li> }
            .into_any();
    }
    // How much is due stands beside the name, and is told after it.
    let count = move || app.watch.count();
    let told = move || match count() {
        0 => None,
        n => Some(fill("Due today or overdue: {n}", &[&n.to_string()])),
    };
    view! {
        <li><a href=route.to_string() aria-current=current aria-label=words aria-description=told title=told
            data-count=move || (count() > 0).then(|| count().to_string())>{words}</a></li>
    }
    .into_any()
}

fn page(app: App, route: Route) -> AnyView {
    app.name_page(match &route {
        Route::Read => t("Read a job posting"),
        Route::Jobs { .. } => t("Saved jobs"),
        Route::Job(_) => t("Job"),
        Route::Compare(_) => t("Compare"),
        Route::Insights => t("Insights"),
        Route::Profile => t("Profile"),
        Route::Sheet(_) => t("Interview sheet"),
        Route::Report => t("Report"),
        Route::Data => t("Data"),
        Route::Guide => t("Guide"),
        Route::Privacy => t("Privacy"),
        Route::Shared(_) => t("Shared posting"),
        Route::NotFound => t("No such page"),
    });
    match route {
        Route::Read => pages::read::page(app),
        Route::Jobs { .. } => parts::jobs(app),
        Route::Job(id) => parts::job(app, id),
        Route::Compare(ids) => parts::compare(app, ids),
        Route::Insights => parts::insights(app),
        Route::Profile => parts::profile(app),
        Route::Sheet(id) => parts::interview(app, id),
        Route::Report => parts::report(app),
        Route::Data => parts::data(app),
        Route::Guide | Route::Privacy => parts::about(app, route),
        Route::Shared(packed) => parts::handed(app, packed),
        Route::NotFound => pages::unknown::page(),
    }
}

fn is_quiet(app: App) -> bool {
    app.notices.status.with(Option::is_none)
}

fn notice(app: App, notice: Notice) -> AnyView {
    let leave = move || {
        app.notices.status.set(None);
        focus_back();
    };
    let act = notice.act.map(|(label, act)| {
        let press = move |_| {
            leave();
            act();
        };
        view! { <button class="btn" type="button" on:click=press>{label}</button> }
    });
    let link = notice
        .link
        .map(|(label, route)| view! { <a href=route>{label}</a> });
    view! { <p>{notice.text}</p>{link}{act}
        <button class="btn icon" type="button" aria-label=t("Dismiss") on:click=move |_| leave()>"×"</button> }.into_any()
}

fn fault(app: App, fault: Fault) -> AnyView {
    let ways = fault.ways_out.into_iter().map(|(label, way)| {
        view! { <button class="btn" type="button" on:click=move |_| way()>{label}</button> }
    });
    view! {
        <div class="card note">
            {icons::triangle()}
            <p>{fault.text}</p>
            {ways.collect_view()}
            <button class="btn icon" type="button" aria-label=t("Dismiss") on:click=move |_| app.notices.alert.set(None)>"×"</button>
        </div>
    }
    .into_any()
}
