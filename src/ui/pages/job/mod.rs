//! The Job page: a saved job's status, history and notes, and below them the same card as on the Read
//! page, live.

mod dossier;
mod history;
mod notes;
mod reminders;

use leptos::prelude::*;

pub use dossier::said;
pub use notes::shown;

use super::jobs::marks;
use super::jobs::views::closing;
use crate::extract::word::lower;
use crate::job::words::mode_word;
use crate::job::{FactKind, JobId, Stage, Value};
use crate::route::{Route, View};
use crate::state::words::why;
use crate::state::words::{day_words, posted_words};
use crate::state::{App, OpenJob, Sought, adopt_track_styles, t, today};
use crate::ui::components::card::card;
use crate::ui::{live, parts};

/// The page of the job `id`.
pub fn page(app: App, id: &str) -> AnyView {
    match opened(app, id) {
        Ok(job) => job_page(app, job),
        Err((head, why)) => missing(head, &why),
    }
}

/// The job `id`, opened; what is wrong and why, if it cannot be.
pub fn opened(app: App, id: &str) -> Result<OpenJob, (&'static str, String)> {
    let found = JobId::parse(id).map(|id| app.jobs.load(&id));
    match found {
        Some(Ok(Some(job))) => Ok(OpenJob::new(app.jobs, app.parts, job)),
        Some(Err(trouble)) => Err((t("This job cannot be shown"), why(&trouble))),
        Some(Ok(None)) | None => Err((
            t("No such job"),
            t("It may have been deleted, or saved in another browser.").to_string(),
        )),
    }
}

fn list() -> String {
    Route::Jobs { view: View::List }.to_string()
}

/// What is wrong, and the way back.
pub fn missing(head: &'static str, why: &str) -> AnyView {
    view! {
        <h1>{head}</h1>
        <p class="lede">{why.to_string()}</p>
        <p><a class="btn go" href=list()>{t("All saved jobs")}</a></p>
    }
    .into_any()
}

fn job_page(app: App, job: OpenJob) -> AnyView {
    adopt_track_styles();
    let title = move || {
        job.open.card.with(|card| {
            let title = card.text(FactKind::Title);
            title.unwrap_or(t("Untitled job")).to_string()
        })
    };
    Effect::new(move |_| app.name_page(&title()));
    view! {
        <div class="job">
            <p class="crumb"><a href=list()>{t("Jobs")}</a></p>
            <div class="head">
                <div><h1>{title}</h1><p>{move || where_it_is(job)}</p>{own_marks(app, job)}</div>
                <div class="acts">
                    <a class="btn" href=Route::Sheet(job.id().to_string()).to_string()>{t("Interview sheet")}</a>
                    <button class="btn bare" type="button" on:click=move |_| copy(app, job)>{t("Copy as Markdown")}</button>
                    <button class="btn bare" type="button" on:click=move |_| job.download_job_posting()>{t("Download JobPosting")}</button>
                    <button class="btn" type="button" on:click=move |_| job.archive()>{move || archive_words(job)}</button>
                    <button class="btn" type="button" on:click=move |_| job.delete()>{t("Delete job")}</button>
                </div>
            </div>
            <div class="two own"><div class="stack">{notes::notes(job)}{reminders::reminders(app, job)}{dossier::dossier(job)}</div>{history::status(job)}</div>
            {parts::kin(app, job.id(), Sought::Same)}
            {card(app, job.open)}
            {parts::kin(app, job.id(), Sought::Similar)}
        </div>
    }
    .into_any()
}

/// The person's star and tags, and when the posting came and closes.
fn own_marks(app: App, job: OpenJob) -> AnyView {
    let name = Signal::derive(move || {
        job.open.card.with(|card| {
            let title = card.text(FactKind::Title);
            title.unwrap_or(t("Untitled job")).to_string()
        })
    });
    let dates = move || {
        let today = today();
        let open = job.history.with(|history| history.status().stage()) == Stage::Saved;
        let closes = job.closes().filter(|_| open);
        let closes = closes.map(|day| closing(day, today));
        let posted = job.posted().map(|day| {
            view! { <small title=day_words(day)>{posted_words(day, today)}</small> }
        });
        view! { {closes}{posted} }.into_any()
    };
    view! {
        <div class="marks">
            {marks::star(app.jobs, job.id(), name, job.starred.into())}
            {live(dates)}
            {marks::tags(app.jobs, &job.id(), name, job.tags.into())}
            {marks::known(app.jobs)}
        </div>
    }
    .into_any()
}

fn copy(app: App, job: OpenJob) {
    app.copy(
        job.markdown(),
        t("The job is on the clipboard, as Markdown.").into(),
    );
}

fn archive_words(job: OpenJob) -> &'static str {
    match job.archived.get() {
        true => t("Back to the list"),
        false => t("Archive"),
    }
}

/// Company, place and work mode in a line.
fn where_it_is(job: OpenJob) -> String {
    job.open.card.with(|card| {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(card.text(FactKind::Company).map(str::to_string));
        if let Some(Value::Places(places)) = card.value(FactKind::Location) {
            parts.extend(places.first().cloned());
        }
        if let Some(Value::Mode(mode)) = card.value(FactKind::WorkMode) {
            parts.push(lower(t(mode_word(*mode))));
        }
        parts.join(", ")
    })
}
