//! The command palette: a few letters of a page, a saved job or an act, and Enter. A combobox with a
//! list, as the ARIA Authoring Practices lay it out: the focus stays in the box.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::job::{Search, WordsKey};
use crate::route::{Route, View};
use crate::state::{Act, App, Sheet, count, go, t};
use crate::ui::live;
use crate::ui::pages::read::EXAMPLE;

/// So many saved jobs are listed at most.
const MOST_JOBS: usize = 8;

/// One line of the list.
#[derive(Clone)]
struct Command {
    words: String,
    hint: String,
    act: Act,
}

/// The box with its list.
pub fn palette(app: App) -> AnyView {
    app.jobs.refresh();
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new_with_compare(
        move |_| typed.with(|typed| commands(app, typed)),
        |_, _| true,
    );
    let run = move |n: usize| {
        let act = found.with_untracked(|list| list.get(n).map(|c| Arc::clone(&c.act)));
        if let Some(act) = act {
            app.close_sheet();
            act();
        }
    };
    let key = move |e: ev::KeyboardEvent| {
        let count = found.with_untracked(Vec::len).max(1);
        match e.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => at.update(|at| *at = (*at + count - 1) % count),
            "Enter" => run(at.get_untracked()),
            _ => return,
        }
        e.prevent_default();
    };
    let list = move || {
        let at = at.get();
        let rows = found.get().into_iter().enumerate().map(|(n, command)| {
            view! {
                <li role="option" id=option_id(n) aria-selected=(n == at).to_string() on:click=move |_| run(n)>
                    <span>{command.words}</span><small>{command.hint}</small>
                </li>
            }
        });
        rows.collect_view().into_any()
    };
    let count = move || match found.with(Vec::len) {
        0 => t("Nothing has these words.").to_string(),
        n => count("{n} line | {n} lines", n, &[]),
    };
    view! {
        <div class="palette">
            <input type="text" role="combobox" aria-label=t("Go to or do") aria-expanded="true" aria-controls="commands"
                aria-autocomplete="list" aria-activedescendant=move || option_id(at.get()) autocomplete="off" spellcheck="false" autofocus=true
                placeholder=t("A page, a saved job, or what to do")
                on:input=move |e| { typed.set(event_target_value(&e)); at.set(0); } on:keydown=key/>
            <ul id="commands" role="listbox" aria-label=t("Found")>{live(list)}</ul>
            <p class="small" role="status">{count}</p>
        </div>
    }
    .into_any()
}

fn option_id(n: usize) -> String {
    format!("command-{n}")
}

/// What `typed` finds: acts and pages first, then saved jobs.
fn commands(app: App, typed: &str) -> Vec<Command> {
    let search = Search::new(typed);
    let mut found: Vec<Command> = Vec::new();
    for (words, act) in acts(app) {
        if search.finds(&[&WordsKey::new(words)]) {
            found.push(Command {
                words: words.to_string(),
                hint: String::new(),
                act,
            });
        }
    }
    for (words, route) in pages() {
        if search.finds(&[&WordsKey::new(words)]) {
            found.push(Command {
                words: words.to_string(),
                hint: t("page").to_string(),
                act: Arc::new(move || go(&route)),
            });
        }
    }
    let (ask, is_question) = (t("Ask all saved jobs"), typed.trim_end().ends_with('?'));
    if is_question || search.finds(&[&WordsKey::new(ask)]) {
        let question = is_question.then(|| typed.trim().to_string());
        found.push(Command {
            words: ask.to_string(),
            hint: question.clone().unwrap_or_default(),
            act: Arc::new(move || {
                if let Some(question) = &question {
                    app.asking.asked.set(question.clone());
                }
                go(&Route::Jobs { view: View::List });
            }),
        });
    }
    for row in app.jobs.titled(&search, MOST_JOBS) {
        let route = Route::Job(row.row.id.to_string());
        let title = row.row.title.as_deref().unwrap_or(t("Untitled job"));
        found.push(Command {
            words: title.to_string(),
            hint: row.row.company.clone().unwrap_or_default(),
            act: Arc::new(move || go(&route)),
        });
    }
    found
}

fn pages() -> Vec<(&'static str, Route)> {
    vec![
        (t("Read a posting"), Route::Read),
        (t("Saved jobs"), Route::Jobs { view: View::List }),
        (t("Board: jobs by stage"), Route::Jobs { view: View::Board }),
        (t("Agenda: what is due"), Route::Jobs { view: View::Agenda }),
        (t("Compare jobs"), Route::Compare(Vec::new())),
        (t("Insights: figures of the search"), Route::Insights),
        (t("Profile: what you have and wish"), Route::Profile),
        (t("Data: backup, tables, trash"), Route::Data),
        (t("Guide"), Route::Guide),
        (t("Privacy"), Route::Privacy),
    ]
}

/// What can be done from here, in words.
fn acts(app: App) -> Vec<(&'static str, Act)> {
    let mut acts: Vec<(&'static str, Act)> = Vec::new();
    if app.route.get_untracked() == Route::Read && !app.draft.is_empty() {
        if app.draft.saved.get_untracked().is_none() {
            acts.push((t("Save job"), Arc::new(move || app.draft.save())));
        }
        let another = move || app.draft.another();
        acts.push((t("Paste another posting"), Arc::new(another)));
    }
    let backup = move || app.jobs.export_backup(String::new());
    acts.push((t("Export backup"), Arc::new(backup)));
    acts.push((
        t("Add a job by hand"),
        Arc::new(move || app.jobs.add_by_hand()),
    ));
    let tour = move || app.take_tour(EXAMPLE);
    acts.push((t("Take the tour"), Arc::new(tour)));
    let shortcuts = move || app.lay(Sheet::Shortcuts);
    acts.push((t("Keyboard shortcuts"), Arc::new(shortcuts)));
    acts
}
