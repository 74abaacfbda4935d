//! The pages as parts of the program that are fetched when they are first opened (see
//! [`Part`]). Only what every visit draws is in the first load: the shell and the box.

use leptos::prelude::*;

use super::components::{card, sheet, tour};
use super::{live, pages};
use crate::job::JobId;
use crate::job::matching::Match;
use crate::job::profile::Said;
use crate::route::Route;
use crate::state::{
    App, Missing, OpenPosting, Part, Parts, Sheet, Sought, at_once, cut, profile, t,
};

/// All parts; none is there yet.
pub fn all() -> Parts {
    Parts {
        reader: Part::reader(),
        ask: Part::ask(),
        intake: Part::intake(),
        keeping: Part::keeping(),
        card: Part::new(|| Box::pin(fetch_card())),
        job: Part::new(|| Box::pin(fetch_job())),
        jobs: Part::new(|| Box::pin(fetch_jobs())),
        interview: Part::new(|| Box::pin(fetch_interview())),
        report: Part::new(|| Box::pin(fetch_report())),
        compare: Part::new(|| Box::pin(fetch_compare())),
        insights: Part::new(|| Box::pin(fetch_insights())),
        data: Part::new(|| Box::pin(fetch_data())),
        about: Part::new(|| Box::pin(fetch_about())),
        profile: Part::new(|| Box::pin(fetch_profile())),
        sheet: Part::new(|| Box::pin(fetch_sheet())),
        tour: Part::new(|| Box::pin(fetch_tour())),
        handed: Part::new(|| Box::pin(fetch_handed())),
        kin: Part::new(|| Box::pin(fetch_kin())),
    }
}

cut! {
    /// The card of a posting.
    part reader, fetched by fetch_card;
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
    part jobs, fetched by fetch_job;
    fn job_there(app: App, id: String) -> AnyView {
        pages::job::page(app, &id)
    }
}

cut! {
    /// The sheet for an interview.
    part jobs, fetched by fetch_interview;
    fn interview_there(app: App, id: String) -> AnyView {
        pages::interview::page(app, &id)
    }
}

cut! {
    /// The report of applications.
    part profile, fetched by fetch_report;
    fn report_there(app: App) -> AnyView {
        pages::report::page(app)
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
    /// The figures of the search.
    part profile, fetched by fetch_insights;
    fn insights_there(app: App) -> AnyView {
        pages::insights::page(app)
    }
}

cut! {
    /// The page of files in and out.
    part data, fetched by fetch_data;
    fn data_there(app: App) -> AnyView {
        pages::data::page(app)
    }
}

cut! {
    /// The pages to read.
    part aside, fetched by fetch_about;
    fn about_there(route: Route) -> AnyView {
        pages::about::page(&route)
    }
}

cut! {
    /// What is laid over the page.
    part aside, fetched by fetch_sheet;
    fn sheet_there(app: App, which: Sheet) -> AnyView {
        sheet::sheet(app, which)
    }
}

cut! {
    /// A step of the tour.
    part aside, fetched by fetch_tour;
    fn tour_there(app: App, step: usize) -> AnyView {
        tour::tour(app, step)
    }
}

cut! {
    /// The page of a posting that came in a link.
    part aside, fetched by fetch_handed;
    fn handed_there(app: App, packed: String) -> AnyView {
        pages::shared::page(app, packed)
    }
}

cut! {
    /// The jobs that may be the same as one, or those like it.
    part jobs, fetched by fetch_kin;
    fn kin_there(app: App, id: JobId, sought: Sought) -> AnyView {
        pages::kin::part(app, &id, sought)
    }
}

/// The page of a posting that came in a link.
pub fn handed(app: App, packed: String) -> AnyView {
    shown(
        app.parts.handed,
        Box::new(move || at_once(handed_there(app, packed.clone()))),
    )
}

/// The pages to read.
pub fn about(app: App, route: Route) -> AnyView {
    shown(
        app.parts.about,
        Box::new(move || at_once(about_there(route.clone()))),
    )
}

/// What is laid over the page.
pub fn laid(app: App, which: Sheet) -> AnyView {
    shown(
        app.parts.sheet,
        Box::new(move || at_once(sheet_there(app, which))),
    )
}

/// A step of the tour. Nobody waits for it: nothing is shown until it is there.
pub fn tour(app: App, step: usize) -> AnyView {
    awaited_by_nobody(
        app.parts.tour,
        Box::new(move || at_once(tour_there(app, step))),
    )
}

cut! {
    /// What the person has, and wishes.
    part profile, fetched by fetch_profile_page;
    fn profile_there(app: App) -> AnyView {
        pages::profile::page(app)
    }
}

cut! {
    /// Holds a posting against the profile.
    part profile, fetched by fetch_matching;
    fn matched_there(app: App, open: OpenPosting) -> Option<(Match, Vec<Said>)> {
        open.checklist
            .with(|list| open.card.with(|card| profile::matched(app, list, card)))
    }
}

cut! {
    /// Learns from the marks of the open posting.
    part profile, fetched by fetch_learning;
    fn learn_there(app: App, open: OpenPosting) -> () {
        profile::learn_open(app, open);
    }
}

cut! {
    /// Holds the saved jobs against the profile.
    part profile, fetched by fetch_standing;
    fn stand_there(app: App) -> () {
        profile::stand(app);
    }
}

/// Holds the saved jobs against the profile, if there is one, for as long as the page lives that asks.
pub fn stand(app: App) {
    if !profile::has_profile(app.jobs) {
        return;
    }
    app.parts.reader.fetch();
    app.parts.profile.fetch();
    Effect::new(move |_| {
        app.profile.track();
        app.jobs.rows.track();
        if app.parts.reader.is_here() && app.parts.profile.is_here() {
            let _ = at_once(stand_there(app));
        }
    });
}

/// Fetches all that is asked of the profile: each function has to be there by itself.
async fn fetch_profile() -> Result<(), Missing> {
    fetch_profile_page().await?;
    fetch_matching().await?;
    fetch_learning().await?;
    fetch_standing().await
}

/// The page of what the person has.
pub fn profile(app: App) -> AnyView {
    shown(
        app.parts.profile,
        Box::new(move || at_once(profile_there(app))),
    )
}

/// The open posting against the profile and the words behind it, where that is there.
pub fn matched(app: App, open: OpenPosting) -> Option<(Match, Vec<Said>)> {
    if !app.parts.profile.is_here() {
        return None;
    }
    at_once(matched_there(app, open)).flatten()
}

/// Learns from the marks of the open posting, where what learns is there.
pub fn learn(app: App, open: OpenPosting) {
    if app.parts.profile.is_here() {
        let _ = at_once(learn_there(app, open));
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

/// The figures of the search.
pub fn insights(app: App) -> AnyView {
    shown(
        app.parts.insights,
        Box::new(move || at_once(insights_there(app))),
    )
}

/// The page of a saved job.
pub fn job(app: App, id: String) -> AnyView {
    shown(
        app.parts.job,
        Box::new(move || at_once(job_there(app, id.clone()))),
    )
}

/// The sheet for an interview.
pub fn interview(app: App, id: String) -> AnyView {
    shown(
        app.parts.interview,
        Box::new(move || at_once(interview_there(app, id.clone()))),
    )
}

/// The report of applications.
pub fn report(app: App) -> AnyView {
    shown(
        app.parts.report,
        Box::new(move || at_once(report_there(app))),
    )
}

/// Jobs side by side.
pub fn compare(app: App, ids: Vec<String>) -> AnyView {
    shown(
        app.parts.compare,
        Box::new(move || at_once(compare_there(app, ids.clone()))),
    )
}

/// The jobs that may be the same as `id`, or those like it. Nobody waits for them: nothing is shown
/// until there is something to show.
pub fn kin(app: App, id: JobId, sought: Sought) -> AnyView {
    awaited_by_nobody(
        app.parts.kin,
        Box::new(move || at_once(kin_there(app, id.clone(), sought))),
    )
}

/// Draws what a part holds, if it is there.
type Draw = Box<dyn Fn() -> Option<AnyView> + Send>;

/// What a part draws once it is there, and a word until then.
fn shown(part: Part, draw: Draw) -> AnyView {
    drawn(part, draw, on_its_way)
}

/// What a part draws once it is there, and nothing until then.
fn awaited_by_nobody(part: Part, draw: Draw) -> AnyView {
    drawn(part, draw, |_| ().into_any())
}

fn drawn(part: Part, draw: Draw, until_then: fn(Part) -> AnyView) -> AnyView {
    part.fetch();
    live(move || {
        let drawn = if part.is_here() { draw() } else { None };
        drawn.unwrap_or_else(|| until_then(part))
    })
}

/// A word while a part is fetched, or a way on if that failed.
pub fn on_its_way(part: Part) -> AnyView {
    if !part.is_missing() {
        return view! { <p class="word">{t("Fetching this part of Rolecard…")}</p> }.into_any();
    }
    view! {
        <div role="alert">
            <p class="word">{t("This part of Rolecard could not be fetched. Nothing is lost.")}</p>
            <button class="btn" type="button" on:click=move |_| part.fetch()>{t("Try again")}</button>
        </div>
    }
    .into_any()
}
