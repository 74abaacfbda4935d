//! The person's own marks on a job, its star and its tags, to see and to change: in a row of the list
//! and on the job's page.

use leptos::ev;
use leptos::prelude::*;

use crate::job::JobId;
use crate::state::{Jobs, TypedForm, fill, focus_soon, t};
use crate::ui::{icons, live};

/// The id of the list of known tags.
pub const KNOWN: &str = "known-tags";

/// The star of a job, to press.
pub fn star(jobs: Jobs, id: JobId, name: Signal<String>, on: Signal<bool>) -> AnyView {
    let press = move |_| jobs.star(&id, !on.get_untracked());
    let label = move || name.with(|name| fill("Star {name}", &[name]));
    view! {
        <button class="btn icon star" type="button" aria-pressed=move || if on.get() { "true" } else { "false" }
            aria-label=label on:click=press>{icons::star()}</button>
    }
    .into_any()
}

/// The tags that jobs have, for fields that ask for one.
pub fn known(jobs: Jobs) -> AnyView {
    let options = move || {
        let tags = jobs.tags().into_iter();
        let tags = tags.map(|tag| view! { <option value=tag></option> });
        tags.collect_view().into_any()
    };
    view! { <datalist id=KNOWN>{live(options)}</datalist> }.into_any()
}

/// The tags of a job, each with a way to take it off, and a field that adds one.
pub fn tags(jobs: Jobs, id: &JobId, name: Signal<String>, tags: Signal<Vec<String>>) -> AnyView {
    let adding = RwSignal::new(false);
    let button = ["tag-", id.as_str()].concat();
    let field = ["tag-of-", id.as_str()].concat();
    let id = StoredValue::new(id.clone());
    let (open_id, first) = (button, field.clone());
    let list = move || {
        let tags = tags.get().into_iter().map(|tag| {
            let off = {
                let tag = tag.clone();
                move |_| {
                    id.with_value(|id| jobs.tag(std::slice::from_ref(id), &tag, false));
                }
            };
            let label = fill("Take off tag {tag}", &[&tag]);
            view! { <li>{tag}<button class="btn icon" type="button" aria-label=label on:click=off>{icons::cross()}</button></li> }
        });
        let tags: Vec<_> = tags.collect();
        match tags.is_empty() {
            true => ().into_any(),
            false => view! { <ul class="tags" aria-label=t("Tags")>{tags}</ul> }.into_any(),
        }
    };
    let add = move || {
        let label = name.with(|name| fill("Add tag to {name}", &[name]));
        if !adding.get() {
            let (button, first) = (open_id.clone(), first.clone());
            let open = move |_| {
                adding.set(true);
                focus_soon(first.clone());
            };
            return view! { <button class="btn bare add-tag" type="button" id=button aria-label=label on:click=open>{t("Add tag")}</button> }
                .into_any();
        }
        let (back, field) = (open_id.clone(), field.clone());
        let close = Callback::new(move |()| {
            adding.set(false);
            focus_soon(back.clone());
        });
        let submit = move |e: ev::SubmitEvent| {
            e.prevent_default();
            let typed = TypedForm::of(&e)
                .map(|form| form.values("tag"))
                .unwrap_or_default();
            close.run(());
            if let Some(tag) = typed.first().filter(|tag| !tag.trim().is_empty()) {
                id.with_value(|id| jobs.tag(std::slice::from_ref(id), tag, true));
            }
        };
        let escape = move |e: ev::KeyboardEvent| {
            if e.key() == "Escape" {
                close.run(());
            }
        };
        view! {
            <form class="tagging" on:submit=submit on:keydown=escape>
                <input id=field type="text" name="tag" aria-label=label list=KNOWN autocomplete="off" maxlength="40"/>
                <button class="btn" type="submit">{t("Add")}</button>
            </form>
        }
        .into_any()
    };
    view! { <div class="marks">{live(list)}{live(add)}</div> }.into_any()
}
