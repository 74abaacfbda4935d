//! The Data page: backups out and in, tables, how full the storage is, what cannot be read, the trash.

mod incoming;
mod kept;
mod language;

use leptos::prelude::*;

use super::super::live;
use crate::route::Route;
use crate::state::words::day_words;
use crate::state::{App, Data, Jobs, count, day_of, fill, t};
use crate::ui::components::bookmark::bookmark_region;

/// Units that browsers give the sites of a host, keys and values together.
const ROOM: usize = 5_242_880;

/// The page.
pub fn page(app: App) -> AnyView {
    let data = Data::new(app.jobs);
    view! {
        <div class="head"><div>
            <h1>{t("Data")}</h1>
            <p>{t("All you saved is in this browser, and nowhere else. A backup is a file of your own.")}</p>
        </div></div>
        {newer(app.jobs)}
        {live(move || incoming::incoming(data))}
        <div class="data stack">
            {backup(app.jobs, data)}
            {storage(app.jobs)}
            {tables(data)}
            {calendar(data)}
            {bookmark_region(app)}
            {language::language(app)}
            {live(move || kept::unreadable(app.jobs, data))}
            {live(move || kept::trash(app.jobs, data))}
        </div>
    }
    .into_any()
}

/// That nothing can be changed, where a newer version wrote.
pub fn newer(jobs: Jobs) -> AnyView {
    live(move || {
        if !jobs.is_newer.get() {
            return ().into_any();
        }
        view! {
            <p class="word">{t("A newer version of Rolecard has saved here, so this tab only reads. Reload the page to get that version.")}</p>
        }
        .into_any()
    })
}

/// That a backup is called for.
pub fn nudge(jobs: Jobs) -> AnyView {
    live(move || {
        if !Data::is_due(jobs) {
            return ().into_any();
        }
        let changes = jobs.upkeep.with(|upkeep| upkeep.changes);
        view! {
            <div class="card note nudge">
                <p>{count("{n} change since the last backup. Browsers may clear what sites store. | {n} changes since the last backup. Browsers may clear what sites store.", changes as usize, &[])}</p>
                <button class="btn" type="button" on:click=move |_| jobs.export_backup(String::new())>{t("Export backup")}</button>
                <button class="btn bare" type="button" on:click=move |_| Data::dismiss_nudge(jobs)>{t("Not now")}</button>
            </div>
        }
        .into_any()
    })
}

fn backup(jobs: Jobs, data: Data) -> AnyView {
    let last = move || {
        let upkeep = jobs.upkeep.get();
        let changes = count("{n} change | {n} changes", upkeep.changes as usize, &[]);
        match upkeep.backup {
            None => fill("No backup yet, {changes} so far.", &[&changes]),
            Some(at) => fill(
                "Last backup on {day}, {changes} since.",
                &[&day_words(day_of(at)), &changes],
            ),
        }
    };
    let words = RwSignal::new(String::new());
    let export = move |_| {
        jobs.export_backup(words.get_untracked());
        words.set(String::new());
    };
    view! {
        <section class="card" aria-labelledby="h-backup">
            <header><h2 id="h-backup">{t("Backup")}</h2><p>{last}</p></header>
            <div class="in stack">
                <p>{t("One file with all of it: texts, corrections, ticks, history, notes. To keep two devices in step, import each one’s backup on the other: nothing is lost on either side.")}</p>
                <details>
                    <summary>{t("Lock it with a passphrase")}</summary>
                    <label class="field">{t("Passphrase")}
                        <input type="password" autocomplete="new-password" prop:value=words
                            on:input=move |e| words.set(event_target_value(&e))/>
                    </label>
                    <p class="small">{t("Without the passphrase nobody can open the file, you neither.")}</p>
                </details>
                <p class="row">
                    <button class="btn go" type="button" on:click=export>{t("Export backup")}</button>
                    {incoming::pick(t("Import backup"), ".json,application/json", move |e| data.choose_backup(e))}
                </p>
            </div>
        </section>
    }
    .into_any()
}

fn tables(data: Data) -> AnyView {
    view! {
        <section class="card" aria-labelledby="h-tables">
            <header><h2 id="h-tables">{t("Tables")}</h2></header>
            <div class="in stack">
                <p>{t("A table (CSV) of all jobs for a spreadsheet, or a spreadsheet of yours as jobs: you choose what its columns hold before anything is saved.")}</p>
                <p class="row">
                    <button class="btn" type="button" on:click=move |_| data.export_csv()>{t("Export CSV")}</button>
                    {incoming::pick(t("Import CSV"), ".csv,.tsv,.txt,text/csv", move |e| data.choose_table(e))}
                    <a href=Route::Report.to_string()>{t("Report of applications")}</a>
                </p>
            </div>
        </section>
    }
    .into_any()
}

fn calendar(data: Data) -> AnyView {
    view! {
        <section class="card" aria-labelledby="h-calendar">
            <header><h2 id="h-calendar">{t("Calendar")}</h2></header>
            <div class="in stack">
                <p>{t("Deadlines, dated steps of applications, interviews and reminders of all jobs, for your own calendar: it rings when Rolecard is closed. Export again after a change: what is there already is updated, nothing is doubled.")}</p>
                <p class="row"><button class="btn" type="button" on:click=move |_| data.export_calendar()>{t("Export calendar")}</button></p>
            </div>
        </section>
    }
    .into_any()
}

fn storage(jobs: Jobs) -> AnyView {
    let share = move || jobs.used.get() as f64 / ROOM as f64;
    let words = move || {
        let per_cent = share() * 100.0;
        let used = if per_cent < 1.0 && per_cent > 0.0 {
            t("less than 1 %").to_string()
        } else {
            [&per_cent.round().to_string(), " %"].concat()
        };
        fill(
            "{share} of what browsers commonly give the sites of one host together.",
            &[&used],
        )
    };
    let warning = move || {
        (share() >= 0.8).then(|| {
            view! {
                <p class="word">{t("The storage is nearly full. Export a backup, then delete what you no longer need and empty the trash.")}</p>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="h-storage">
            <header><h2 id="h-storage">{t("Storage")}</h2><p>{move || jobs_words(jobs)}</p></header>
            <div class="in stack">
                <div>
                    <meter class="used" aria-label=t("Storage used") min="0" max="1" low="0.8" high="0.95" optimum="0"
                        prop:value=share>{words}</meter>
                    <p class="small">{words}</p>
                </div>
                {warning}
            </div>
        </section>
    }
    .into_any()
}

fn jobs_words(jobs: Jobs) -> String {
    let mut words = count("{n} job | {n} jobs", jobs.count(), &[]);
    let archived = jobs.archived();
    if archived > 0 {
        words.push_str(", ");
        words.push_str(&count("{n} archived | {n} archived", archived, &[]));
    }
    words
}
