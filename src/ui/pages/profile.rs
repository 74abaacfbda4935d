//! The Profile page: what the person has and where it is known from, what they wish, their CV; and,
//! over all saved jobs, what to get next and what to put forward. Shows nothing that was not said.

use leptos::ev;
use leptos::prelude::*;

use super::super::components::said::quote;
use super::super::live;
use crate::extract::{Employment, WorkMode, order};
use crate::job::Tick;
use crate::job::matching::Chance;
use crate::job::profile::{Group, Known, Profile, Said, Thing, Wishes, level_name};
use crate::job::words::{education_word, employment_word, mode_word};
use crate::route::Route;
use crate::state::profile::Profiling;
use crate::state::words::{self, years_words};
use crate::state::{App, TypedForm, count, fill, t};
use crate::ui::parts::on_its_way;

const MODES: [WorkMode; 3] = [WorkMode::Remote, WorkMode::Hybrid, WorkMode::Onsite];
const TYPES: [Employment; 6] = [
    Employment::FullTime,
    Employment::PartTime,
    Employment::Permanent,
    Employment::Contract,
    Employment::Freelance,
    Employment::Internship,
];

/// The page.
pub fn page(app: App) -> AnyView {
    let profiling = Profiling::new(app);
    view! {
        <div class="head"><div>
            <h1>{t("Profile")}</h1>
            <p>{t("What you mark in one posting is suggested in every other. All of it stays in this browser.")}</p>
        </div></div>
        <div class="profile stack">
            {section("h-known", t("What you have"), known(app, profiling))}
            {section("h-next", t("Across your saved jobs"), across(profiling))}
            {section("h-wishes", t("Wishes"), live(move || wishes(app, profiling)))}
            {section("h-cv", t("CV"), cv(app, profiling))}
        </div>
    }
    .into_any()
}

fn section(id: &'static str, name: &'static str, content: AnyView) -> AnyView {
    view! {
        <section class="card" aria-labelledby=id><header><h2 id=id>{name}</h2></header>{content}</section>
    }
    .into_any()
}

fn known(app: App, profiling: Profiling) -> AnyView {
    let add = move |e: ev::SubmitEvent| {
        e.prevent_default();
        let words = one(&e, "words");
        if !words.is_empty() {
            profiling.say(&words, Tick::Have);
            app.notices.say(t("Added to your profile."));
        }
    };
    let list = live(move || {
        let Some((_, profile)) = profiling.known() else {
            return on_its_way(app.parts.reader);
        };
        if profile.is_empty() {
            return view! {
                <p class="note">{t("Nothing yet. Mark requirements Have, Partly or Gap in a posting, add something here, or paste your CV.")}</p>
            }
            .into_any();
        }
        let groups: Vec<AnyView> = Group::ALL
            .into_iter()
            .map(|group| of_group(app, profiling, &profile, group))
            .collect();
        groups.into_any()
    });
    view! {
        {list}
        <form class="edit boxed" on:submit=add>
            <label class="field">{t("Skill, licence, language or degree")}
                <input type="text" name="words" autocomplete="off" maxlength="200" placeholder=t("Python, 3 years")/>
            </label>
            <div class="row"><button class="btn" type="submit">{t("Add to profile")}</button></div>
        </form>
    }
    .into_any()
}

/// What is known of one group, by name.
fn of_group(app: App, profiling: Profiling, profile: &Profile, group: Group) -> AnyView {
    let mut all: Vec<(String, &Known)> = profile
        .known
        .iter()
        .filter(|known| known.group == group)
        .map(|known| match known.degree {
            Some(degree) => (t(education_word(degree)).to_string(), known),
            None => (words::said(&known.short()).to_string(), known),
        })
        .collect();
    if all.is_empty() {
        return ().into_any();
    }
    order::sort_by_key(&mut all, |(name, _)| name.to_lowercase());
    let id = ["h-", group.label()].concat().replace(' ', "-");
    let rows: Vec<AnyView> = all
        .into_iter()
        .map(|(name, known)| row(app, profiling, profile, name, known))
        .collect();
    view! {
        <div class="group"><h3 id=id.clone()>{t(group.label())}</h3></div>
        <ul class="lines" aria-labelledby=id>{rows}</ul>
    }
    .into_any()
}

fn row(app: App, profiling: Profiling, profile: &Profile, name: String, known: &Known) -> AnyView {
    let mut more = String::new();
    match &known.thing {
        Thing::Language(_) if known.level > 0 => {
            more.push_str(", ");
            more.push_str(level_name(known.level));
        }
        _ => {}
    }
    if let Some(years) = known.years {
        more.push_str(", ");
        more.push_str(&years_words(years));
    }
    let behind: Vec<Said> = known
        .by
        .iter()
        .filter_map(|by| profile.said.get(*by))
        .cloned()
        .collect();
    // The newest word first, and the rest behind it.
    let mut quotes: Vec<_> = behind.iter().rev().map(quote).collect();
    let first = (!quotes.is_empty()).then(|| quotes.remove(0));
    let more_words = fill("and {n} more of your words", &[&quotes.len().to_string()]);
    let rest = (!quotes.is_empty()).then(|| {
        view! { <details><summary>{more_words}</summary><ul>{quotes}</ul></details> }
    });
    let label = fill("Remove {name}", &[&name]);
    let mark = fill("Mark of {name}", &[&name]);
    let options = Tick::ALL.map(|tick| {
        view! { <option value=tick.label() selected=tick == known.tick>{t(tick.label())}</option> }
    });
    let words = known.name.clone();
    let change = move |e: ev::Event| {
        let chosen = event_target_value(&e);
        if let Some(tick) = Tick::ALL.into_iter().find(|t| t.label() == chosen) {
            profiling.say(&words, tick);
        }
    };
    let remove = move |_| {
        profiling.unsay(&behind);
        app.notices.say(t("Removed from your profile."));
    };
    view! {
        <li class="has">
            <div><strong>{name}</strong>{more}
                <ul class="small">{first}</ul>{rest}
            </div>
            <select aria-label=mark on:change=change>{options}</select>
            <button class="btn" type="button" aria-label=label on:click=remove>{t("Remove")}</button>
        </li>
    }
    .into_any()
}

fn across(profiling: Profiling) -> AnyView {
    live(move || {
        let Some(found) = profiling.chances.get() else {
            return view! { <p class="note">{t("Looking through your saved jobs…")}</p> }
                .into_any();
        };
        if found.next.is_empty() && found.forward.is_empty() {
            return view! { <p class="note">{t("Save jobs to see what they ask for most.")}</p> }
                .into_any();
        }
        view! {
            {chances("h-get", t("To get next"), &found.next, true)}
            {chances("h-forward", t("To put forward"), &found.forward, false)}
        }
        .into_any()
    })
}

fn chances(id: &'static str, name: &'static str, list: &[Chance], completes: bool) -> AnyView {
    if list.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = list.iter().map(|one| chance(one, completes)).collect();
    view! {
        <div class="group"><h3 id=id>{name}</h3></div>
        <ul class="lines pairs" aria-labelledby=id>{rows}</ul>
    }
    .into_any()
}

fn chance(chance: &Chance, completes: bool) -> AnyView {
    let jobs = |n: usize| count("{n} job | {n} jobs", n, &[]);
    let mut words = fill("asked by {jobs}", &[&jobs(chance.asked_by)]);
    if completes && !chance.jobs.is_empty() {
        words.push_str(", ");
        words.push_str(&fill("would complete {jobs}", &[&jobs(chance.jobs.len())]));
    }
    let links: Vec<_> = chance
        .jobs
        .iter()
        .take(3)
        .map(|(id, title)| view! { <a href=Route::Job(id.clone()).to_string()>{title.clone()}</a>" " })
        .collect();
    view! { <li><strong>{words::said(&chance.name).to_string()}</strong><small>{words}</small><span class="small">{links}</span></li> }
        .into_any()
}

/// The one value of a form's field.
fn one(event: &ev::SubmitEvent, name: &str) -> String {
    let values = TypedForm::of(event).map(|form| form.values(name));
    let value = values
        .and_then(|v| v.into_iter().next())
        .unwrap_or_default();
    value.trim().to_string()
}

/// What a field lists, with commas between.
fn listed(text: &str) -> Vec<String> {
    let parts = text.split(',').map(str::trim);
    parts
        .filter(|p| !p.is_empty())
        .map(str::to_string)
        .collect()
}

fn wishes(app: App, profiling: Profiling) -> AnyView {
    let Some((kept, _)) = profiling.known() else {
        return ().into_any();
    };
    let wishes = kept.wishes;
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        let Some(form) = TypedForm::of(&e) else {
            return;
        };
        let chosen = |name: &str, label: &str| form.values(name).iter().any(|v| v == label);
        let pay: String = one(&e, "pay")
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        profiling.keep_wishes(&Wishes {
            least_pay: pay.parse().ok().filter(|pay| *pay > 0.0),
            places: listed(&one(&e, "places")),
            modes: MODES
                .into_iter()
                .filter(|m| chosen("mode", mode_word(*m)))
                .collect(),
            types: TYPES
                .into_iter()
                .filter(|t| chosen("type", employment_word(*t)))
                .collect(),
            languages: listed(&one(&e, "languages")),
            needs_permit: chosen("permit", "yes"),
        });
        app.notices.say(t("Wishes saved."));
    };
    let check = |name: &'static str, label: &'static str, on: bool| {
        view! { <label class="check"><input type="checkbox" name=name value=label checked=on/>{t(label)}</label> }
    };
    let modes = MODES.map(|m| check("mode", mode_word(m), wishes.modes.contains(&m)));
    let types = TYPES.map(|t| check("type", employment_word(t), wishes.types.contains(&t)));
    let pay = wishes.least_pay.map(|p| p.to_string()).unwrap_or_default();
    view! {
        <form class="edit boxed" on:submit=submit>
            <div class="fields">
                <label class="field">{t("Least pay a year")}<input type="text" inputmode="numeric" name="pay" value=pay/></label>
                <label class="field">{t("Places")}<input type="text" name="places" placeholder=t("Gent, Lille") value=wishes.places.join(", ")/></label>
                <label class="field">{t("Languages")}<input type="text" name="languages" placeholder=t("English, Dutch") value=wishes.languages.join(", ")/></label>
            </div>
            <fieldset><legend>{t("Work mode")}</legend>{modes}</fieldset>
            <fieldset><legend>{t("Employment")}</legend>{types}</fieldset>
            <label class="check"><input type="checkbox" name="permit" value="yes" checked=wishes.needs_permit/>{t("I need a permit to be sponsored")}</label>
            <div class="row"><button class="btn" type="submit">{t("Save wishes")}</button></div>
        </form>
    }
    .into_any()
}

/// The CV: pasted, what is found in it shown, and only then taken. Only the lines that say something
/// are kept.
fn cv(app: App, profiling: Profiling) -> AnyView {
    let found: RwSignal<Option<Vec<(String, String)>>> = RwSignal::new(None);
    let typed = RwSignal::new(String::new());
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        found.set(profiling.found_in(&typed.get_untracked()));
    };
    let remove = move || {
        let is_there = profiling.known().is_some_and(|(kept, _)| kept.cv.is_some());
        is_there.then(|| {
            let press = move |_| {
                profiling.keep_cv("");
                app.notices.say(t("CV removed."));
            };
            view! { <button class="btn" type="button" on:click=press>{t("Remove CV")}</button> }
        })
    };
    view! {
        <form class="edit boxed" on:submit=submit>
            <label class="field">{t("Your CV as text")}
                <textarea name="cv" rows="6" maxlength="60000" prop:value=move || typed.get()
                    on:input=move |e| typed.set(event_target_value(&e))></textarea>
            </label>
            <div class="row"><button class="btn" type="submit">{t("Read CV")}</button>{remove}</div>
        </form>
        <div aria-live="polite">{live(move || found_in_cv(app, profiling, found, typed))}</div>
    }
    .into_any()
}

/// What was found in the CV, each line to be taken or left.
fn found_in_cv(
    app: App,
    profiling: Profiling,
    found: RwSignal<Option<Vec<(String, String)>>>,
    typed: RwSignal<String>,
) -> AnyView {
    let Some(lines) = found.get() else {
        return ().into_any();
    };
    if lines.is_empty() {
        return view! { <p class="note">{t("No skill, licence, language or degree was found in it.")}</p> }
            .into_any();
    }
    let rows: Vec<_> = lines
        .iter()
        .map(|(words, names)| {
            view! {
                <li><label class="check"><input type="checkbox" name="line" value=words.clone() checked=true/>{names.clone()}</label>
                    <q class="verbatim">{words.clone()}</q></li>
            }
            .into_any()
        })
        .collect();
    let take = move |e: ev::SubmitEvent| {
        e.prevent_default();
        let chosen = TypedForm::of(&e).map(|form| form.values("line"));
        let chosen = chosen.unwrap_or_default();
        let known = profiling.known();
        let had = known.and_then(|(kept, _)| kept.cv.map(|(text, _)| text));
        let mut kept: Vec<String> = had
            .iter()
            .flat_map(|t| t.lines().map(str::to_string))
            .collect();
        kept.retain(|line| !chosen.contains(line));
        kept.extend(chosen);
        profiling.keep_cv(&kept.join("\n"));
        found.set(None);
        typed.set(String::new());
        app.notices.say(t("Added to your profile."));
    };
    let leave = move |_| found.set(None);
    view! {
        <form class="found" on:submit=take>
            <div class="group"><h3 id="h-found">{t("Found in your CV")}</h3></div>
            <ul class="lines" aria-labelledby="h-found">{rows}</ul>
            <div class="row in">
                <button class="btn go" type="submit">{t("Take these")}</button>
                <button class="btn" type="button" on:click=leave>{t("Take none")}</button>
            </div>
        </form>
    }
    .into_any()
}
