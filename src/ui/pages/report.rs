//! The Report page: the applications of some days with what became of them, for printing and as a
//! table, as employment offices ask for it.

use leptos::prelude::*;

use super::super::live;
use crate::job::Day;
use crate::job::report::Effort;
use crate::route::{Route, View};
use crate::state::words::{day_short, day_words};
use crate::state::{App, Report, count, fill, t, today};

/// The page.
pub fn page(app: App) -> AnyView {
    let of = Report::new(app);
    let words = move || {
        let asked = of.asked.get();
        count(
            "{n} job, {from} to {to} | {n} jobs, {from} to {to}",
            of.efforts.with(|efforts| efforts.len()),
            &[&day_words(asked.from), &day_words(asked.to)],
        )
    };
    view! {
        <div class="report">
            <p class="crumb"><a href=Route::Insights.to_string()>{t("Insights")}</a></p>
            <div class="head">
                <div><h1>{t("Applications")}</h1><p>{words}</p></div>
                <div class="acts">
                    <button class="btn" type="button" on:click=move |_| of.download()>{t("Download CSV")}</button>
                    <button class="btn go" type="button" on:click=move |_| app.print()>{t("Print")}</button>
                </div>
            </div>
            {choice(of)}
            {live(move || list(app, &of.efforts.get()))}
        </div>
    }
    .into_any()
}

/// Which days, and whose name stands above.
fn choice(of: Report) -> AnyView {
    let day = |value: fn(&crate::job::report::Asked) -> Day| {
        move || of.asked.with(|asked| value(asked).to_string())
    };
    let set = move |e, put: fn(&mut crate::job::report::Asked, Day)| {
        if let Some(day) = Day::parse(&event_target_value(&e)) {
            of.asked.update(|asked| put(asked, day));
        }
    };
    let months = [(t("This month"), 0), (t("Last month"), 1)].map(|(words, back)| {
        view! { <button class="btn" type="button" on:click=move |_| of.set_month(back)>{words}</button> }
    });
    view! {
        <div class="tools">
            <label class="field">{t("From")}<input type="date" prop:value=day(|a| a.from)
                on:change=move |e| set(e, |asked, day| asked.from = day)/></label>
            <label class="field">{t("To")}<input type="date" prop:value=day(|a| a.to)
                on:change=move |e| set(e, |asked, day| asked.to = day)/></label>
            {months.into_iter().collect_view()}
            <button class="btn" type="button" on:click=move |_| of.set_all()>{t("All days")}</button>
            <label class="check"><input type="checkbox" prop:checked=move || of.asked.with(|a| a.earlier)
                on:change=move |e| of.asked.update(|a| a.earlier = event_target_checked(&e))/>
                {t("And earlier ones in which something happened")}</label>
        </div>
        <label class="field whose">{t("Your name, and the number the office knows you by")}
            <input type="text" autocomplete="name" placeholder=t("For the print; it is not kept")/></label>
    }
    .into_any()
}

fn list(app: App, efforts: &[Effort]) -> AnyView {
    if efforts.is_empty() {
        let words = match app.jobs.is_empty() {
            true => t(
                "Once jobs are saved and set to Applied, this page lists them by day, with what became of them.",
            ),
            false => t(
                "Nothing was applied for in these days. A job is listed by the day on which its history says Applied.",
            ),
        };
        let jobs = Route::Jobs { view: View::List }.to_string();
        return view! { <p class="word">{words}" "<a href=jobs>{t("To the jobs")}</a></p> }
            .into_any();
    }
    let rows: Vec<AnyView> = efforts.iter().map(row).collect();
    view! {
        <div class="card"><table class="efforts" aria-label=t("Applications")>
            <thead><tr><th scope="col">{t("Applied")}</th><th scope="col">{t("Job")}</th><th scope="col">{t("Contact")}</th>
                <th scope="col">{t("What happened")}</th><th scope="col">{t("Now")}</th></tr></thead>
            <tbody>{rows}</tbody></table></div>
    }
    .into_any()
}

fn row(effort: &Effort) -> AnyView {
    let applied = match effort.applied {
        Some(day) => view! { <time datetime=day.to_string()>{day_words(day)}</time> }.into_any(),
        None => view! { <small>{t("not by application")}</small> }.into_any(),
    };
    let about = [&effort.company, &effort.place, &effort.source];
    let about: Vec<&str> = about.into_iter().flatten().map(String::as_str).collect();
    let sent = (!effort.documents.is_empty()).then(|| {
        let words = fill("Sent: {what}", &[&effort.documents.join("; ")]);
        view! { <small>{words}</small> }
    });
    let lines = |lines: &[String]| {
        let one = |line: &String| view! { <p>{line.clone()}</p> };
        lines.iter().map(one).collect_view()
    };
    let contacts = match effort.contacts.is_empty() {
        true => view! { <span class="unknown">{t("none known")}</span> }.into_any(),
        false => lines(&effort.contacts).into_any(),
    };
    let steps = effort.steps.iter().map(|(day, what, note)| {
        let note = (!note.is_empty()).then(|| view! { <small>{note.clone()}</small> });
        view! { <li><time datetime=day.to_string()>{day_short(*day, today())}</time><span>{what.clone()}{note}</span></li> }
    });
    view! {
        <tr><td data-label=t("Applied")>{applied}</td>
            <th scope="row"><a class="job-title" href=Route::Job(effort.id.to_string()).to_string()>{effort.title.clone()}</a>
                <small>{about.join(", ")}</small>{sent}</th>
            <td class="reach" data-label=t("Contact")>{contacts}</td>
            <td class="steps-of" data-label=t("What happened")><ol>{steps.collect_view()}</ol></td>
            <td data-label=t("Now")>{t(effort.status.label())}</td></tr>
    }
    .into_any()
}
