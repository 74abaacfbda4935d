//! What is done with the jobs that are selected: all of it can be taken back.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::marks::KNOWN;
use super::views::statuses;
use crate::job::{JobId, Status};
use crate::state::{FoundRow, Jobs, TypedForm, compare_selected, fill, focus_soon, t};
use crate::ui::components::menu::{Menu, Offer};
use crate::ui::live;

/// The id of the button that sets a status.
const SET: &str = "set-status";
/// The id of the button that adds a tag, and of its field.
const TAG: &str = "add-tag";
const FIELD: &str = "tag-of-selected";

/// The bar, where any are selected.
pub fn bulk(jobs: Jobs, menu: Menu, found: Memo<Vec<Arc<FoundRow>>>) -> AnyView {
    let any = Memo::new(move |_| jobs.selected.with(|selected| !selected.is_empty()));
    live(move || match any.get() {
        true => bar(jobs, menu, found),
        false => ().into_any(),
    })
}

/// The selected jobs.
fn ids(jobs: Jobs) -> Vec<JobId> {
    jobs.selected.get_untracked().into_iter().collect()
}

fn bar(jobs: Jobs, menu: Menu, found: Memo<Vec<Arc<FoundRow>>>) -> AnyView {
    let count = move || jobs.selected.with(BTreeSet::len);
    let clear = move |_| jobs.selected.update(BTreeSet::clear);
    let all = move |_| {
        let ids = found.with_untracked(|found| found.iter().map(|f| f.row.id.clone()).collect());
        jobs.selected.set(ids);
    };
    let away = move || jobs.wanted.with(|wanted| !wanted.archived);
    let archive = move |_| {
        let on = jobs.wanted.with_untracked(|wanted| !wanted.archived);
        if jobs.archive(&ids(jobs), on) {
            jobs.selected.set(BTreeSet::new());
        }
    };
    let archive_words = move || match away() {
        true => t("Archive selected"),
        false => t("Back to the list"),
    };
    let status = move |_| {
        menu.open(Offer {
            name: t("Set status").into(),
            button: SET.into(),
            items: statuses(None),
            choose: Callback::new(move |at: usize| {
                if let Some(status) = Status::ALL.get(at) {
                    jobs.set_status(&ids(jobs), *status);
                }
            }),
        });
    };
    view! {
        <div class="pickbar" role="group" aria-label=t("Selected jobs")>
            <p><b>{count}</b>" "{t("selected")}</p>
            <button class="btn bare" type="button" on:click=clear>{t("Clear")}</button>
            <button class="btn bare" type="button" on:click=all>{move || fill("Select all {n} shown", &[&found.with(Vec::len).to_string()])}</button>
            <button class="btn go" type="button" disabled=move || count() < 2 on:click=move |_| compare_selected(jobs)>{t("Compare selected")}</button>
            <button class="btn" type="button" id=SET aria-haspopup="menu" on:click=status>{t("Set status")}</button>
            {tag(jobs)}
            <button class="btn" type="button" on:click=archive>{archive_words}</button>
            <button class="btn" type="button" on:click=move |_| { jobs.delete(&ids(jobs)); }>{t("Delete selected")}</button>
        </div>
    }
    .into_any()
}

/// A tag for all of them.
fn tag(jobs: Jobs) -> AnyView {
    let adding = RwSignal::new(false);
    let open = move |_| {
        adding.set(true);
        focus_soon(FIELD.into());
    };
    let close = move || {
        adding.set(false);
        focus_soon(TAG.into());
    };
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        let typed = TypedForm::of(&e)
            .map(|form| form.values("tag"))
            .unwrap_or_default();
        close();
        if let Some(tag) = typed.first().filter(|tag| !tag.trim().is_empty()) {
            jobs.tag(&ids(jobs), tag, true);
        }
    };
    let escape = move |e: ev::KeyboardEvent| {
        if e.key() == "Escape" {
            close();
        }
    };
    live(move || {
        match adding.get() {
        false => view! { <button class="btn" type="button" id=TAG on:click=open>{t("Add tag")}</button> }.into_any(),
        true => view! {
            <form class="tagging" on:submit=submit on:keydown=escape>
                <input id=FIELD type="text" name="tag" aria-label=t("Tag for the selected jobs") list=KNOWN autocomplete="off" maxlength="40"/>
                <button class="btn" type="submit">{t("Add")}</button>
            </form>
        }
        .into_any(),
    }
    })
}
