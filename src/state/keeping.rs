//! The posting of the Read page as a saved job: saving it, keeping what is marked afterwards, catching
//! up with what its own page changed. A part of the program of its own, there as soon as there is a
//! posting; the empty page needs none of it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Draft;
use super::jobs::{exporting, first_saved};
use super::parts::{at_once, cut};
use super::words::why;
use super::{fill, t};
use crate::browser::clock;
use crate::job::{Job, JobId, Moment};
use crate::route::Route;
use crate::store::{LocalShelf, Store, Trouble};

cut! {
    /// Saves the posting as a job.
    part reader, fetched by fetch_keeping;
    fn save_there(draft: Draft) -> () {
        save_now(draft);
    }
}

cut! {
    /// Keeps what is marked of a posting that was saved.
    part reader, fetched by fetch_keep;
    fn keep_there(draft: Draft, id: JobId) -> Result<(), Trouble> {
        keep_marks(draft, &id)
    }
}

cut! {
    /// Takes the marks of the job that a posting was saved as.
    part reader, fetched by fetch_catch_up;
    fn catch_up_there(draft: Draft, id: JobId) -> () {
        take_marks(draft, &id);
    }
}

/// Fetches the part.
pub(super) async fn fetch() -> Result<(), super::Missing> {
    fetch_keeping().await?;
    fetch_keep().await?;
    fetch_catch_up().await
}

/// Saves the posting as a job. What fails is said, and nothing on the page is lost.
pub(super) fn save(draft: Draft) {
    spawn_local(async move {
        if save_there(draft).await.is_err() {
            let text = t(
                "The job is not saved: the part of Rolecard that saves could not be fetched. Everything on this page is still here.",
            );
            draft.notices.warn_with(text, ways_out(draft));
        }
    });
}

/// Keeps the marks of the saved job; nothing to do where the part is not there, for then nothing was
/// saved with it.
pub(super) fn keep(draft: Draft, id: &JobId) -> Result<(), Trouble> {
    at_once(keep_there(draft, id.clone())).unwrap_or(Ok(()))
}

/// Takes the marks of the saved job, which its own page may have changed.
pub(super) fn catch_up(draft: Draft, id: &JobId) {
    at_once(catch_up_there(draft, id.clone()));
}

fn save_now(draft: Draft) {
    draft.read_now();
    let read = draft.open.read.get_untracked();
    let now = Moment(clock::now());
    let id = JobId::new(now, clock::random());
    let mut job = Job::new(
        draft.open.as_draft(),
        id.clone(),
        &read.posting.facts,
        now,
        clock::offset(now.0),
    );
    job.reading = job.reading.with_steps(&read.posting.application);
    let store = Store::new(LocalShelf);
    match store.save_job(&job) {
        Ok(_) => {
            first_saved(store);
            // A draft that stays behind costs room only; the job is saved.
            let _ = store.discard_draft();
            let route = Route::Job(id.to_string()).to_string();
            draft.saved.set(Some(id));
            draft
                .notices
                .say_with_link(t("Saved in this browser."), t("Open the job"), route);
        }
        Err(trouble) => {
            let mut ways = ways_out(draft);
            ways.push((t("Export backup"), exporting(draft.notices)));
            draft.notices.warn_with(
                fill(
                    "The job is not saved. {why} Everything on this page is still here.",
                    &[&why(&trouble)],
                ),
                ways,
            );
        }
    }
}

fn ways_out(draft: Draft) -> Vec<(&'static str, super::Act)> {
    let again = move || {
        draft.notices.alert.set(None);
        save(draft);
    };
    vec![
        (t("Download the text"), Arc::new(move || draft.download())),
        (t("Try again"), Arc::new(again)),
    ]
}

fn keep_marks(draft: Draft, id: &JobId) -> Result<(), Trouble> {
    let store = Store::new(LocalShelf);
    let posting = draft.open.as_draft();
    match store.load_job(id)? {
        Some(mut job) if job.source == posting.source && job.marks != posting.marks => {
            job.marks = posting.marks;
            store.save_job(&job).map(drop)
        }
        _ => Ok(()),
    }
}

fn take_marks(draft: Draft, id: &JobId) {
    match Store::new(LocalShelf).load_job(id) {
        Ok(Some(job)) if draft.open.marks.with_untracked(|m| *m != job.marks) => {
            draft.open.marks.set(job.marks);
        }
        Ok(None) => draft.saved.set(None),
        // What cannot be read is said by the job's own page.
        Ok(Some(_)) | Err(_) => {}
    }
}
