//! What cannot be read, and the trash: nothing goes from either unasked, but for what has been in the
//! trash for 30 days.

use leptos::prelude::*;

use crate::state::words::days_away;
use crate::state::words::why;
use crate::state::{Data, HERE, Jobs, day_of, fill, t, today};

/// So many jobs of the trash are shown.
const SOME: usize = 100;

/// Values that cannot be read.
pub fn unreadable(jobs: Jobs, data: Data) -> AnyView {
    let list = jobs.unreadable.get();
    if list.is_empty() {
        return ().into_any();
    }
    let rows = list.into_iter().map(|value| {
        let (key, again, gone) = (value.key.clone(), value.key.clone(), value.key.clone());
        let name = value.key;
        view! {
            <li class="kept">
                <span><code>{name.clone()}</code>" "<small class="soft">{why(&value.why)}</small></span>
                <span class="row">
                    <button class="btn" type="button" aria-label=fill("Download {name}", &[&name]) on:click=move |_| data.download_raw(&key)>{t("Download")}</button>
                    <button class="btn" type="button" aria-label=fill("Retry {name}", &[&name]) on:click=move |_| data.retry(&again)>{t("Retry")}</button>
                    <button class="btn bare" type="button" aria-label=fill("Remove {name}", &[&name]) on:click=move |_| data.discard(&gone)>{t("Remove")}</button>
                </span>
            </li>
        }
    });
    view! {
        <section class="card" aria-labelledby="h-unreadable">
            <header><h2 id="h-unreadable">{t("Cannot be read")}</h2><p>{t("Kept as it is, and nothing writes over it.")}</p></header>
            <ul class="lines" aria-label=t("Cannot be read")>{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Deleted jobs.
pub fn trash(jobs: Jobs, data: Data) -> AnyView {
    let list = jobs.trash.get();
    let count = list.len();
    let today = today();
    let rows = list.into_iter().take(SOME).map(|row| {
        let id = row.id.clone();
        let name = row.name(&HERE).to_string();
        let company = row.company.clone().map(|company| format!(", {company}"));
        let left = row.in_trash.map(|since| days_away(day_of(since).plus(30), today));
        view! {
            <li class="kept">
                <span>{name.clone()}{company}" "<small class="soft">{t("gone for good")}" "{left}</small></span>
                <span class="row">
                    <button class="btn" type="button" aria-label=fill("Restore {name}", &[&name])
                        on:click=move |_| jobs.restore(std::slice::from_ref(&id))>{t("Restore")}</button>
                </span>
            </li>
        }
    });
    let empty = (count > 0).then(|| {
        view! { <button class="btn" type="button" on:click=move |_| data.empty_trash()>{t("Delete all for good")}</button> }
    });
    view! {
        <section class="card" aria-labelledby="h-trash">
            <header><h2 id="h-trash">{t("Trash")}</h2>
                {if count == 0 { Some(view! { <p>{t("Empty. Deleted jobs stay here for 30 days.")}</p> }) } else { None }}
                {empty}
            </header>
            <ul class="lines" aria-label=t("Trash")>{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
