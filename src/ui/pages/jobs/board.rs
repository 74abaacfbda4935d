//! The Board: the saved jobs as cards in columns by stage. A card is dragged to another column, or moved
//! by its menu, which keyboards and fingers have too. On a narrow screen the columns lie side by side
//! and stop one by one.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::views::{closing, due, not_stated, pay, place_of, stage, statuses};
use crate::job::{Day, DueWhat, JobId, ListRow, Stage, Status, due_of};
use crate::route::Route;
use crate::state::words::day_short;
use crate::state::{FoundRow, HERE, Jobs, carry, count, fill, focus_soon, show_column, t, today};
use crate::ui::components::menu::{Menu, Offer};
use crate::ui::live;

/// So many cards of a column are drawn at first, and so many more each time.
const AT_FIRST: usize = 30;

/// What all pieces of the board share. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
struct Board {
    jobs: Jobs,
    menu: Menu,
    found: Memo<Vec<Arc<FoundRow>>>,
    /// The job that is being dragged.
    dragged: RwSignal<Option<JobId>>,
}

/// The columns.
pub fn board(jobs: Jobs, menu: Menu, found: Memo<Vec<Arc<FoundRow>>>) -> AnyView {
    let board = Board {
        jobs,
        menu,
        found,
        dragged: RwSignal::new(None),
    };
    let columns = Stage::ALL.map(|one| board.column(one));
    let ways = Stage::ALL.map(|one| {
        let show = move |_| show_column(&column_id(one));
        view! { <button class="btn bare" type="button" on:click=show>{t(one.label())}" "<span class="num">{move || board.count(one)}</span></button> }
    });
    view! {
        <div class="to-column" role="group" aria-label=t("Columns")>{ways.collect_view()}</div>
        <div class="board">{columns.collect_view()}</div>
    }
    .into_any()
}

fn column_id(one: Stage) -> String {
    ["column-", one.label()].concat()
}

fn button_id(id: &JobId) -> String {
    ["move-", id.as_str()].concat()
}

impl Board {
    fn count(self, one: Stage) -> usize {
        let of = |found: &&Arc<FoundRow>| found.row.status.stage() == one;
        self.found.with(|rows| rows.iter().filter(of).count())
    }

    fn column(self, one: Stage) -> AnyView {
        let most = RwSignal::new(AT_FIRST);
        let rows = Memo::new(move |_| {
            let of = |found: &&Arc<FoundRow>| found.row.status.stage() == one;
            self.found.with(|rows| {
                let rows: Vec<_> = rows.iter().filter(of).cloned().collect();
                rows
            })
        });
        let shown =
            move || rows.with(|rows| rows.iter().take(most.get()).cloned().collect::<Vec<_>>());
        let end = move || match rows.with(Vec::len) {
            0 => view! { <p class="teach small">{teach(one)}</p> }.into_any(),
            n if n > most.get() => {
                let more = move |_| most.update(|most| *most += AT_FIRST);
                let words = fill(
                    "Show {n} more",
                    &[&(n - most.get()).min(AT_FIRST).to_string()],
                );
                view! { <button class="btn" type="button" on:click=more>{words}</button> }
                    .into_any()
            }
            _ => ().into_any(),
        };
        let is_over = RwSignal::new(false);
        let over = move |e: ev::DragEvent| {
            if self.dragged.with_untracked(Option::is_some) {
                e.prevent_default();
                is_over.set(true);
            }
        };
        let drop = move |e: ev::DragEvent| {
            is_over.set(false);
            if let Some(id) = self.dragged.get_untracked() {
                e.prevent_default();
                e.stop_propagation();
                self.dragged.set(None);
                self.drop_in(one, id);
            }
        };
        view! {
            <section id=column_id(one) class:over=is_over aria-label=t(one.label()) on:dragover=over
                on:dragleave=move |_| is_over.set(false) on:drop=drop>
                <h2>{stage(one, t(one.label()))}<span class="num">{move || rows.with(Vec::len)}</span></h2>
                <ul><For each=shown key=|found| found.drawn children=move |found| self.ticket(&found.row)/></ul>
                {live(end)}
            </section>
        }
        .into_any()
    }

    /// A card was dropped in a column. How a job ended has to be said: its menu asks.
    fn drop_in(self, one: Stage, id: JobId) {
        let now = self.found.with_untracked(|rows| {
            let row = rows.iter().find(|found| found.row.id == id)?;
            Some((row.row.status, row.row.name(&HERE).to_string()))
        });
        let Some((now, name)) = now.filter(|(now, _)| now.stage() != one) else {
            return;
        };
        match one.first_status() {
            Some(status) => {
                self.jobs.set_status(&[id], status);
            }
            None => {
                let ends: Vec<Status> = Status::ALL
                    .into_iter()
                    .filter(|s| s.stage() == one)
                    .collect();
                self.offer(&id, fill("How did it end: {name}", &[&name]), now, ends);
            }
        }
    }

    /// Opens the menu of a card.
    fn offer(self, id: &JobId, name: String, now: Status, choices: Vec<Status>) {
        let button = button_id(id);
        let items = statuses(Some(now));
        let items = items.into_iter().zip(Status::ALL);
        let items = items.filter(|(_, status)| choices.contains(status));
        let (id, again) = (id.clone(), button.clone());
        self.menu.open(Offer {
            name,
            button,
            items: items.map(|(item, _)| item).collect(),
            choose: Callback::new(move |at: usize| {
                if let Some(status) = choices.get(at).filter(|status| **status != now) {
                    self.jobs.set_status(std::slice::from_ref(&id), *status);
                    // The card is drawn anew in its other column.
                    focus_soon(again.clone());
                }
            }),
        });
    }

    fn ticket(self, row: &ListRow) -> AnyView {
        let href = Route::Job(row.id.to_string()).to_string();
        let (id, name, now) = (row.id.clone(), row.name(&HERE).to_string(), row.status);
        let start = {
            let (id, name) = (id.clone(), name.clone());
            move |e: ev::DragEvent| {
                carry(&e, &name);
                self.dragged.set(Some(id.clone()));
            }
        };
        let button = button_id(&id);
        let label = fill("Move to: {name}", &[&name]);
        let open = {
            let label = label.clone();
            move |_| self.offer(&id, label.clone(), now, Status::ALL.to_vec())
        };
        let mut about: Vec<String> = row.company.iter().cloned().collect();
        let place = place_of(row);
        about.extend((!place.is_empty()).then_some(place));
        let pay = match pay(row) {
            Some((amount, period)) => [&amount, " ", period].concat().into_any(),
            None => not_stated(t("pay not stated")),
        };
        let star = row
            .starred
            .then(|| view! { <span class="starred" title=t("Starred")>"★"</span> });
        view! {
            <li class="card ticket" draggable="true" on:dragstart=start on:dragend=move |_| self.dragged.set(None)>
                <div><h3><a class="job-title" href=href draggable="false">{name}</a>{star}</h3><small>{about.join(", ")}</small></div>
                <p class="small">{pay}</p>
                {tags(&row.tags)}
                <footer><span>{next(row, today())}</span>
                    <button class="btn" type="button" id=button aria-haspopup="menu" aria-label=label on:click=open>{t("Move to")}</button></footer>
            </li>
        }
        .into_any()
    }
}

/// A job's tags, to look at.
pub fn tags(tags: &[String]) -> AnyView {
    if tags.is_empty() {
        return ().into_any();
    }
    let tags = tags.iter().map(|tag| view! { <li>{tag.clone()}</li> });
    view! { <ul class="tags" aria-label=t("Tags")>{tags.collect_view()}</ul> }.into_any()
}

/// What comes next of a job, or how long nothing came.
fn next(row: &ListRow, today: Day) -> AnyView {
    let stage = row.status.stage();
    let mut coming = due_of(row, today);
    coming.retain(|due| !matches!(due.what, DueWhat::Suggested(_) | DueWhat::Deadline));
    let first = coming.into_iter().min_by_key(|due| due.at);
    match (stage, first, row.closes(), row.contact) {
        (Stage::Saved, _, Some(day), _) => closing(day, today),
        (Stage::Closed, None, _, _) => quiet(t(row.status.label()).to_string()),
        (_, Some(first), _, _) => due(first.at, today),
        (Stage::Applied, None, _, Some(last)) => match today.days_from(last) {
            0 => quiet(t("today").to_string()),
            n if n > 0 => quiet(count(
                "{n} day, no reply | {n} days, no reply",
                n.unsigned_abs() as usize,
                &[],
            )),
            _ => quiet(day_short(last, today)),
        },
        _ if row.status.label() != stage.label() => quiet(t(row.status.label()).to_string()),
        _ => ().into_any(),
    }
}

fn quiet(words: String) -> AnyView {
    view! { <span class="due far">{words}</span> }.into_any()
}

/// What an empty column is for.
fn teach(one: Stage) -> &'static str {
    match one {
        Stage::Saved => t("A posting that you save starts here."),
        Stage::Applied => {
            t("Applied somewhere? Move its card here. The day can be set back on the job’s page.")
        }
        Stage::Interview => t(
            "Move a card here once they ask to see you. Its page keeps the day, the people and the place of each interview.",
        ),
        Stage::Offer => t("Offers come to stand here, and can be held side by side under Compare."),
        Stage::Closed => t(
            "Withdrawn, rejected, no answer: a card that you move here still counts under Insights.",
        ),
    }
}
