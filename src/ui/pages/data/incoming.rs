//! A file at hand: what it would do, and doing it.

use leptos::prelude::*;

use super::super::super::live;
use crate::job::FactKind;
use crate::job::ListRow;
use crate::state::words::value_words;
use crate::state::{Backup, Column, Data, HERE, Incoming, Plan, count, fill, t};

/// So many names or rows are shown of many.
const SOME: usize = 8;

/// A button that chooses a file.
pub fn pick(
    label: &'static str,
    kinds: &'static str,
    choose: impl Fn(web_sys::Event) + 'static,
) -> AnyView {
    // The field stands behind the button; it is the button that is named, focused and pressed.
    let field = NodeRef::<leptos::html::Input>::new();
    let open = move |_| {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    view! {
        <button class="btn" type="button" on:click=open>{label}</button>
        <input node_ref=field type="file" hidden accept=kinds on:change=choose/>
    }
    .into_any()
}

/// The file at hand, if there is one.
pub fn incoming(data: Data) -> AnyView {
    match data.incoming.get() {
        Incoming::Nothing => ().into_any(),
        Incoming::Locked(_, wrong) => locked(data, wrong),
        Incoming::Backup(backup, plan) => planned(data, &backup, &plan),
        Incoming::Table(..) => table(data),
    }
}

fn locked(data: Data, wrong: bool) -> AnyView {
    let words = RwSignal::new(String::new());
    let submit = move |e: leptos::ev::SubmitEvent| {
        e.prevent_default();
        data.unlock(words.get_untracked());
    };
    view! {
        <section class="card incoming" aria-labelledby="h-incoming">
            <header><h2 id="h-incoming">{t("Locked backup")}</h2></header>
            <form class="in stack" on:submit=submit>
                <label class="field">{t("Passphrase of the file")}
                    <input type="password" autocomplete="off" prop:value=words
                        on:input=move |e| words.set(event_target_value(&e))/>
                </label>
                {wrong.then(|| view! { <p role="alert" class="wrong">{t("The passphrase is wrong, or the file is damaged. Nothing was changed.")}</p> })}
                <p class="row">
                    <button class="btn go" type="submit">{t("Open")}</button>
                    {cancel(data)}
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn cancel(data: Data) -> AnyView {
    view! { <button class="btn" type="button" on:click=move |_| data.let_go()>{t("Cancel")}</button> }
        .into_any()
}

fn planned(data: Data, backup: &Backup, plan: &Plan) -> AnyView {
    let is_whole = backup.made.is_some();
    let keeps_both = backup.keeps_both;
    let notes = (!plan.notes.is_empty()).then(|| {
        view! {
            <label class="check"><input type="checkbox" prop:checked=keeps_both
                on:change=move |_| data.keep_both(!keeps_both)/>{t("Keep both where notes differ, one below the other")}</label>
        }
    });
    let nothing = plan.is_empty();
    let rest = |count: usize, words: &'static str| {
        (count > 0).then(|| view! { <li><b>{count}</b>" "{words}</li> })
    };
    view! {
        <section class="card incoming" aria-labelledby="h-incoming">
            <header><h2 id="h-incoming">{if is_whole { t("What this backup will do") } else { t("What this file will do") }}</h2></header>
            <div class="in stack">
                <ul class="plan">
                    {named(t("new"), &plan.new)}
                    {named(t("changed"), &plan.changed)}
                    {named(t("with notes that differ"), &plan.notes)}
                    {rest(plan.unchanged, t("unchanged"))}
                    {rest(plan.deleted, t("deleted here since: these stay in the trash"))}
                    {rest(plan.unreadable, t("unreadable in the file: these are left out"))}
                    {plan.settings.then(|| view! { <li>{t("Preferences change")}</li> })}
                </ul>
                {notes}
                <p class="small">{t("Of two versions of the same thing the later one holds. What you have here and the file has not stays.")}</p>
                <p class="row">
                    {if nothing {
                        view! { <span>{t("There is nothing to import.")}</span> }.into_any()
                    } else {
                        view! { <button class="btn go" type="button" on:click=move |_| data.import_backup()>{t("Import")}</button> }.into_any()
                    }}
                    {cancel(data)}
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// How many, and which.
fn named(words: &'static str, rows: &[ListRow]) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let mut names: Vec<&str> = rows.iter().take(SOME).map(|row| row.name(&HERE)).collect();
    let more = fill("{n} more", &[&rows.len().saturating_sub(SOME).to_string()]);
    if rows.len() > SOME {
        names.push(&more);
    }
    let names = names.join(", ");
    Some(view! { <li><b>{rows.len()}</b>" "{words}": "{names}</li> }.into_any())
}

fn table(data: Data) -> AnyView {
    let Incoming::Table(table, _) = data.incoming.get_untracked() else {
        return ().into_any();
    };
    let choices = Column::to_choose();
    let columns = move || match data.incoming.get() {
        Incoming::Table(_, columns) => columns,
        _ => Vec::new(),
    };
    let rows = table.head.iter().cloned().enumerate().map(|(at, name)| {
        let example = table
            .rows
            .iter()
            .map(|row| row[at].trim())
            .find(|cell| !cell.is_empty());
        let example: String = example.unwrap_or_default().chars().take(60).collect();
        let chosen = move || columns().get(at).copied().flatten();
        let choices = choices.clone();
        let set = {
            let choices = choices.clone();
            move |e| {
                let label = event_target_value(&e);
                let column = choices.iter().find(|c| c.label() == label).copied();
                data.set_column(at, column);
            }
        };
        let options = choices.into_iter().map(move |column| {
            view! { <option value=column.label() selected=move || chosen() == Some(column)>{t(column.label())}</option> }
        });
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td class="verbatim">{example}</td>
                <td><select aria-label=fill("{name} holds", &[&name]) on:change=set>
                    <option value="" selected=move || chosen().is_none()>{t("Keep in the notes")}</option>
                    {options.collect_view()}
                </select></td>
            </tr>
        }
    });
    let many = table.rows.len();
    view! {
        <section class="card incoming" aria-labelledby="h-incoming">
            <header><h2 id="h-incoming">{count("A table of {n} row | A table of {n} rows", many, &[])}</h2><p>{t("Nothing is saved yet.")}</p></header>
            <div class="in stack">
                <div class="wide" tabindex="0" role="region" aria-label=t("Columns of the table")><table class="mapping">
                    <thead><tr><th scope="col">{t("Column")}</th><th scope="col">{t("For example")}</th><th scope="col">{t("Holds")}</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table></div>
                {live(move || preview(data))}
                <p class="row">
                    <button class="btn go" type="button" on:click=move |_| data.import_table()>{count("Import {n} job | Import {n} jobs", many, &[])}</button>
                    {cancel(data)}
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// The first rows as they would come in.
fn preview(data: Data) -> AnyView {
    let Incoming::Table(table, columns) = data.incoming.get() else {
        return ().into_any();
    };
    let rows = data.taken(&table, &columns).into_iter().take(SOME).map(|taken| {
        let card = taken.job.card();
        let mut words: Vec<String> = Vec::new();
        words.push(card.text(FactKind::Title).unwrap_or(t("Untitled job")).to_string());
        for kind in [FactKind::Company, FactKind::Pay, FactKind::Location] {
            words.extend(card.value(kind).map(|value| value_words(value, taken.job.read_on)));
        }
        words.push(t(taken.job.status().label()).to_string());
        let noted = (!taken.noted.is_empty()).then(|| fill("In the notes: {what}", &[&taken.noted.join(", ")]));
        view! { <li><span>{words.join(" · ")}</span>{noted.map(|n| view! { <small class="soft">{n}</small> })}</li> }
    });
    view! {
        <div><h3>{t("As jobs")}</h3><ul class="lines">{rows.collect_view()}</ul></div>
    }
    .into_any()
}
