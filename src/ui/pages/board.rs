//! The Board: the saved jobs in columns by stage. A job is moved by dragging it, or by the menu on its
//! card, which serves keyboard and touch as well; each move is an event of its history and can be
//! undone.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::jobs::views::{due, stage, status_named, statuses, views};
use crate::job::words::{pay_words, period_words};
use crate::job::{JobId, ListRow, LocalTime, Stage};
use crate::route::{Route, View};
use crate::state::{App, FoundRow, Jobs, adopt_track_styles, carry, focus_soon, today};
use crate::ui::live;

/// The job that is being dragged.
type Dragged = RwSignal<Option<JobId>>;

/// The page.
pub fn page(app: App) -> AnyView {
    adopt_track_styles();
    let jobs = app.jobs;
    jobs.refresh();
    jobs.prepare_search();
    let found = jobs.found();
    let dragged: Dragged = RwSignal::new(None);
    let typed = move |e| jobs.search.set(event_target_value(&e));
    let columns = Stage::ALL.map(|one| column(app, found, dragged, one));
    let none = move || {
        match jobs.is_empty() {
        true => view! {
            <p class="word">"No saved jobs yet. "<a href=Route::Read.to_string()>"Read a posting"</a>" and save it: it starts in the first column."</p>
        }
        .into_any(),
        false => ().into_any(),
    }
    };
    view! {
        <div class="head"><div><h1>"Jobs"</h1></div>{views(View::Board)}</div>
        <form class="tools" role="search" on:submit=|e| e.prevent_default()>
            <label class="field find">"Search jobs"
                <input type="search" autocomplete="off" placeholder="Title, company, place, any word of the posting"
                    prop:value=move || jobs.search.get() on:input=typed/>
            </label>
        </form>
        {live(none)}
        <div class="board">{columns.collect_view()}</div>
    }
    .into_any()
}

fn column(app: App, found: Memo<Vec<Arc<FoundRow>>>, dragged: Dragged, one: Stage) -> AnyView {
    let rows = Memo::new(move |_| {
        let mut rows = found.get();
        rows.retain(|found| found.row.status.stage() == one);
        rows
    });
    let jobs = app.jobs;
    let is_over = RwSignal::new(false);
    let over = move |e: ev::DragEvent| {
        if dragged.with_untracked(Option::is_some) {
            e.prevent_default();
            is_over.set(true);
        }
    };
    let drop = move |e: ev::DragEvent| {
        is_over.set(false);
        let Some(id) = dragged.get_untracked() else {
            return;
        };
        e.prevent_default();
        e.stop_propagation();
        dragged.set(None);
        let here = rows.with_untracked(|rows| rows.iter().any(|found| found.row.id == id));
        match one.first_status() {
            _ if here => {}
            Some(status) => drop_in(jobs, &id, status),
            None => {
                app.notices
                    .say("Choose in the menu of the card how it ended.");
                focus_soon(menu_id(&id));
            }
        }
    };
    view! {
        <section class:over=is_over aria-label=one.label() on:dragover=over
            on:dragleave=move |_| is_over.set(false) on:drop=drop>
            <h2>{stage(one, one.label())}<span>{move || rows.with(Vec::len)}</span></h2>
            <ul><For each=move || rows.get() key=|found| found.drawn
                children=move |found| ticket(jobs, dragged, &found.row)/></ul>
        </section>
    }
    .into_any()
}

fn drop_in(jobs: Jobs, id: &JobId, status: crate::job::Status) {
    jobs.set_status(std::slice::from_ref(id), status);
}

fn menu_id(id: &JobId) -> String {
    ["move-", id.as_str()].concat()
}

fn ticket(jobs: Jobs, dragged: Dragged, row: &ListRow) -> AnyView {
    let id = StoredValue::new(row.id.clone());
    let menu = menu_id(&row.id);
    let href = Route::Job(row.id.to_string()).to_string();
    let start = {
        let name = row.name().to_string();
        move |e: ev::DragEvent| {
            carry(&e, &name);
            dragged.set(Some(id.get_value()));
        }
    };
    let choose = {
        let menu = menu.clone();
        move |e| {
            if let Some(status) = status_named(&event_target_value(&e)) {
                drop_in(jobs, &id.get_value(), status);
                // the card is drawn anew in its other column
                focus_soon(menu.clone());
            }
        }
    };
    let place: Vec<&str> = row
        .company
        .iter()
        .chain(row.places.first())
        .map(String::as_str)
        .collect();
    let pay = row.pay.as_ref().map(|pay| {
        let mut amount = pay.clone();
        amount.period = None;
        let period = pay.period.map(period_words).unwrap_or_default();
        [pay_words(&amount).as_str(), period].join(" ")
    });
    let pay = match pay {
        Some(words) => view! { <p class="small">{words}</p> }.into_any(),
        None => {
            view! { <p class="small"><span class="unknown">"pay not stated"</span></p> }.into_any()
        }
    };
    let closes = row
        .closes()
        .filter(|_| row.status.stage() == Stage::Saved)
        .map(|day| due(LocalTime::day(day), today()));
    let label = ["Move to: ", row.name()].concat();
    view! {
        <li class="card ticket" draggable="true" on:dragstart=start on:dragend=move |_| dragged.set(None)>
            <div><h3><a class="job-title" href=href draggable="false">{row.name().to_string()}</a></h3>
                <small>{place.join(", ")}</small></div>
            {pay}
            <footer><span>{closes}</span>
                <select id=menu aria-label=label on:change=choose>{statuses(row.status)}</select></footer>
        </li>
    }
    .into_any()
}
