//! The Compare page: saved jobs side by side, what they ask line against line, and which to go for. With
//! fewer than two jobs it lets the person choose some.

mod choose;
mod figures;
mod pay;
mod present;
mod ranking;
mod table;
mod wishes;

use leptos::prelude::*;

use super::super::live;
use crate::job::compare::{to_csv, to_html, to_markdown};
use crate::route::{Route, View};
use crate::state::{App, Comparing, HERE, adopt_styles, count, fill, mark, t};

/// The page of the jobs with these ids.
pub fn page(app: App, ids: &[String]) -> AnyView {
    adopt_styles();
    if ids.is_empty() {
        return choose::page(app);
    }
    let of = Comparing::new(app, ids);
    let few = Memo::new(move |_| of.ids.with(Vec::len) < 2 + of.gone());
    view! {
        <div class="compare">
            <div class="head">
                <div><h1>{t("Compare")}</h1>{live(move || ranking::in_short(of))}</div>
                {controls(app, of)}
            </div>
            {live(move || missing(of).into_any())}
            {live(move || {
                if few.get() { too_few(app, of) } else { whole(app, of) }
            })}
        </div>
    }
    .into_any()
}

fn whole(app: App, of: Comparing) -> AnyView {
    let reader = app.parts.reader;
    view! {
        <div class="stack">
            <div class="card">
                {live(move || match of.sheet.get() {
                    Some(sheet) => table::table(of, &sheet),
                    None => super::super::parts::on_its_way(reader),
                })}
            </div>
            <div class="side">
                {wishes::weights(of)}
                <div class="stack">{ranking::ranking(of)}{figures::figures(of)}{present::present(app, of)}</div>
            </div>
        </div>
    }
    .into_any()
}

fn controls(app: App, of: Comparing) -> AnyView {
    let copy = move |form: &'static str| {
        let Some(sheet) = of.sheet.get_untracked() else {
            return;
        };
        let rows = sheet.rows(&HERE, of.differing.get_untracked());
        match form {
            "Markdown" => app.copy(
                to_markdown(&HERE, &sheet, &rows),
                t("Copied as Markdown.").into(),
            ),
            "CSV" => app.copy(to_csv(&HERE, &sheet, &rows), t("Copied as CSV.").into()),
            _ => app.copy_rich(
                to_html(&HERE, &sheet, &rows),
                to_markdown(&HERE, &sheet, &rows),
                t("Copied as a table. Paste it into a document or a mail.").into(),
            ),
        }
    };
    let buttons = [mark("Table"), "Markdown", "CSV"].map(|form| {
        let name = fill("Copy as {form}", &[t(form)]);
        view! { <button class="btn" type="button" aria-label=name on:click=move |_| copy(form)>{t(form)}</button> }
    });
    view! {
        <div class="tools">
        <a class="btn" href=jobs() on:click=move |_| of.select(app.jobs)>{t("Change jobs")}</a>
        <label class="check">
            <input type="checkbox" role="switch" prop:checked=of.differing
                on:change=move |e| of.differing.set(event_target_checked(&e))/>
            {t("Differences only")}
        </label>
        <div class="copies" role="group" aria-label=t("Copy the comparison")><span class="small">{t("Copy as")}</span>{buttons.collect_view()}</div>
        <button class="btn" type="button" on:click=move |_| app.print()>{t("Print")}</button>
        </div>
    }
    .into_any()
}

/// The jobs of the address that cannot be shown.
fn missing(of: Comparing) -> Option<AnyView> {
    let missing = of.missing();
    let why = missing.first()?.clone();
    let mut words = count(
        "One of the jobs cannot be shown. | {n} of the jobs cannot be shown.",
        missing.len(),
        &[],
    );
    words.push(' ');
    Some(view! { <p class="word">{words}{why}</p> }.into_any())
}

fn too_few(app: App, of: Comparing) -> AnyView {
    let left = of.ids.with_untracked(|ids| ids.first().cloned());
    app.jobs.selected.update(|s| s.extend(left));
    view! {
        <p class="word">{t("It takes two jobs to compare.")}</p>
        {choose::list(app)}
    }
    .into_any()
}

/// Where the list of saved jobs is.
fn jobs() -> String {
    Route::Jobs { view: View::List }.to_string()
}
