//! What counts for the person: a weight for each criterion, and its ends.

use leptos::prelude::*;

use super::super::super::live;
use crate::extract::ExtraKind;
use crate::job::compare::{MOST_WEIGHT, Settings, Wishes};
use crate::job::typed::{LEVELS, MODES};
use crate::job::words::{level_word, mode_word};
use crate::job::{JobId, WordsKey};
use crate::state::{Comparing, fill, mark, t};

/// A weight among the wishes.
type Weight = fn(&mut Wishes) -> &mut u8;

/// Kinds of extras, with their names on screen.
const EXTRAS: [(ExtraKind, &str); 8] = [
    (ExtraKind::Bonus, mark("Bonus")),
    (ExtraKind::Equity, mark("Shares")),
    (ExtraKind::Leave, mark("Paid leave")),
    (ExtraKind::Pension, mark("Pension")),
    (ExtraKind::Health, mark("Health insurance")),
    (ExtraKind::Learning, mark("Learning")),
    (ExtraKind::Mobility, mark("Car, ticket, relocation")),
    (ExtraKind::Allowance, mark("Allowances")),
];

/// The weights as a card.
pub fn weights(of: Comparing) -> AnyView {
    let own_names = Memo::new(move |_| {
        of.settings.with(|s| {
            s.wishes
                .own
                .iter()
                .map(|(name, _)| name.clone())
                .collect::<Vec<_>>()
        })
    });
    view! {
        <section class="card weights-card" aria-labelledby="h-weights">
            <header><h2 id="h-weights">{t("Weights")}</h2><p>{t("What counts for you")}</p></header>
            <div class="in weights">
                {weight(of, t("Pay"), |w| &mut w.pay)}{while_counting(of, |w| &mut w.pay, pay_ends(of))}
                {weight(of, t("Must-haves"), |w| &mut w.musts)}
                {weight(of, t("Work mode"), |w| &mut w.mode)}
                {while_counting(of, |w| &mut w.mode, choice(of, t("Best work mode"), &MODES.map(mode_word), mode_at, set_mode))}
                {weight(of, t("Place"), |w| &mut w.place)}
                {while_counting(of, |w| &mut w.place, text(of, t("Places you want"), t("Ghent; Antwerp"), places, set_places))}
                {weight(of, t("Level"), |w| &mut w.level)}
                {while_counting(of, |w| &mut w.level, choice(of, t("Best level"), &LEVELS.map(level_word), level_at, set_level))}
                {weight(of, t("Time left"), |w| &mut w.deadline)}
                {while_counting(of, |w| &mut w.deadline, text(of, t("Days left that are plenty"), "14", days, set_days))}
                {weight(of, t("Benefits"), |w| &mut w.benefits)}
                {while_counting(of, |w| &mut w.benefits, extras(of))}
                {live(move || own(of, &own_names.get(), &of.names.get()))}
            </div>
            <p class="note">{t("Each criterion scores 0 to 100, counted by its weight. What is not known counts from worst to best: that is the span. A criterion without your wish does not count.")}</p>
        </section>
    }
    .into_any()
}

/// What is asked about a criterion once it has a weight.
fn while_counting(of: Comparing, at: Weight, ends: AnyView) -> AnyView {
    let off = Memo::new(move |_| of.settings.with(|s| *at(&mut s.wishes.clone()) == 0));
    view! { <div class="asked" hidden=move || off.get()>{ends}</div> }.into_any()
}

/// A slider from 0 to 5.
fn weight(of: Comparing, name: &'static str, at: Weight) -> AnyView {
    let now = move || of.settings.with(|s| *at(&mut s.wishes.clone()));
    slider(
        name.to_string(),
        Box::new(now),
        Box::new(move |n| of.change(|s| *at(&mut s.wishes) = n)),
    )
}

fn slider(name: String, now: Box<dyn Fn() -> u8 + Send + Sync>, set: Box<dyn Fn(u8)>) -> AnyView {
    let now = std::sync::Arc::new(now);
    let shown = std::sync::Arc::clone(&now);
    let moved = move |e| set(event_target_value(&e).parse().unwrap_or(0).min(MOST_WEIGHT));
    view! {
        <label>{name}<input type="range" min="0" max="5" step="1" prop:value=move || now().to_string() on:input=moved/>
            <output>{move || shown()}</output></label>
    }
    .into_any()
}

fn pay_ends(of: Comparing) -> AnyView {
    let end = move |name: &'static str, upper: bool| {
        let ends = of.settings.with_untracked(|s| s.wishes.pay_ends);
        let now = ends.map(|(floor, wish)| if upper { wish } else { floor });
        let shown = now.map(|n| n.to_string()).unwrap_or_default();
        view! { <label class="field">{name}<input type="text" inputmode="numeric" autocomplete="off" value=shown name=name/></label> }
    };
    let changed = move |e: leptos::ev::Event| {
        let Some(form) = crate::state::TypedForm::around(&e) else {
            return;
        };
        let of_name = |name| form.values(name).first().and_then(|words| amount(words));
        let ends = of_name(t("Floor a year")).zip(of_name(t("Wish a year")));
        of.change(|s| s.wishes.pay_ends = ends.filter(|(floor, wish)| floor < wish));
    };
    let wrong = move || {
        let there = of
            .settings
            .with(|s| s.wishes.pay > 0 && s.wishes.pay_ends.is_none());
        there.then_some(t("Pay counts once the wish is above the floor."))
    };
    view! {
        <form class="ends two-up" on:change=changed on:submit=|e| e.prevent_default()>
            {end(t("Floor a year"), false)}{end(t("Wish a year"), true)}
            <p class="hint">{wrong}</p>
        </form>
    }
    .into_any()
}

/// An amount as typed: "45,000", "45 000", "45.000".
pub fn amount(words: &str) -> Option<f64> {
    let digits: String = words
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{a0}')
        .collect();
    let thousands = |mark: char| {
        let parts: Vec<&str> = digits.split(mark).collect();
        parts.len() > 1 && parts[1..].iter().all(|p| p.len() == 3)
    };
    let plain = if thousands(',') {
        digits.replace(',', "")
    } else if thousands('.') {
        digits.replace('.', "")
    } else {
        digits.replace(',', ".")
    };
    plain
        .parse()
        .ok()
        .filter(|n: &f64| n.is_finite() && *n >= 0.0)
}

/// A choice of one, or none.
fn choice(
    of: Comparing,
    name: &'static str,
    words: &[&'static str],
    now: fn(&Wishes) -> Option<usize>,
    set: fn(&mut Wishes, Option<usize>),
) -> AnyView {
    let chosen = of.settings.with_untracked(|s| now(&s.wishes));
    let options = words.iter().enumerate().map(|(at, word)| {
        view! { <option value=at.to_string() selected=chosen == Some(at)>{t(word)}</option> }
    });
    let changed = move |e| {
        let at = event_target_value(&e).parse().ok();
        of.change(|s| set(&mut s.wishes, at));
    };
    view! {
        <label class="field ends">{name}<select on:change=changed><option value="" selected=chosen.is_none()>{t("no wish")}</option>{options.collect_view()}</select></label>
    }
    .into_any()
}

fn mode_at(wishes: &Wishes) -> Option<usize> {
    MODES.iter().position(|m| Some(*m) == wishes.best_mode)
}

fn set_mode(wishes: &mut Wishes, at: Option<usize>) {
    wishes.best_mode = at.and_then(|at| MODES.get(at).copied());
}

fn level_at(wishes: &Wishes) -> Option<usize> {
    LEVELS.iter().position(|l| Some(*l) == wishes.best_level)
}

fn set_level(wishes: &mut Wishes, at: Option<usize>) {
    wishes.best_level = at.and_then(|at| LEVELS.get(at).copied());
}

/// A field of words.
fn text(
    of: Comparing,
    name: &'static str,
    example: &'static str,
    now: fn(&Wishes) -> String,
    set: fn(&mut Wishes, &str),
) -> AnyView {
    let shown = of.settings.with_untracked(|s| now(&s.wishes));
    let changed = move |e| {
        let words = event_target_value(&e);
        of.change(|s| set(&mut s.wishes, &words));
    };
    view! {
        <label class="field ends">{name}<input type="text" autocomplete="off" placeholder=example value=shown on:change=changed/></label>
    }
    .into_any()
}

fn places(wishes: &Wishes) -> String {
    wishes.places.join("; ")
}

fn set_places(wishes: &mut Wishes, words: &str) {
    let places = words.split(';').map(str::trim).filter(|p| !p.is_empty());
    wishes.places = places.map(str::to_string).collect();
}

fn days(wishes: &Wishes) -> String {
    wishes.days.map(|d| d.to_string()).unwrap_or_default()
}

fn set_days(wishes: &mut Wishes, words: &str) {
    wishes.days = words.trim().parse().ok().filter(|d| *d > 0);
}

fn extras(of: Comparing) -> AnyView {
    let one = |(kind, name): (ExtraKind, &'static str)| {
        let chosen = of
            .settings
            .with_untracked(|s| s.wishes.extras.contains(&kind));
        let toggle = move |_| {
            of.change(|s| {
                let before = s.wishes.extras.len();
                s.wishes.extras.retain(|k| *k != kind);
                if s.wishes.extras.len() == before {
                    s.wishes.extras.push(kind);
                }
            });
        };
        view! { <label class="check"><input type="checkbox" prop:checked=chosen on:change=toggle/>{t(name)}</label> }
    };
    view! {
        <details class="ends" open=of.is_open("benefits")><summary on:click=move |_| of.fold("benefits")>{t("Benefits you want")}</summary><div class="checks">{EXTRAS.map(one).into_iter().collect_view()}</div></details>
    }
    .into_any()
}

/// The person's own criteria, scored by hand for each job.
fn own(of: Comparing, names: &[String], jobs: &[(JobId, String)]) -> AnyView {
    let each = names.iter().map(|name| {
        let (read, write, gone) = (name.clone(), name.clone(), name.clone());
        let find = |s: &Settings, name: &str| s.wishes.own.iter().position(|(n, _)| n == name);
        let now = move || of.settings.with(|s| find(s, &read).map_or(0, |at| s.wishes.own[at].1));
        let set = move |n| {
            of.change(|s| {
                if let Some(at) = find(s, &write) {
                    s.wishes.own[at].1 = n;
                }
            });
        };
        let remove = move |_| of.change(|s| s.wishes.own.retain(|(n, _)| *n != gone));
        view! {
            {slider(name.clone(), Box::new(now), Box::new(set))}
            <div class="ends scores">{scores(of, name, jobs)}
                <button class="btn bare" type="button" aria-label=fill("Remove {name}", &[name]) on:click=remove>{t("Remove")}</button></div>
        }
    });
    let add = move |e: leptos::ev::SubmitEvent| {
        e.prevent_default();
        let form = crate::state::TypedForm::of(&e);
        let name = form
            .and_then(|f| f.values("own").first().map(|n| n.trim().to_string()))
            .unwrap_or_default();
        let known = of.settings.with_untracked(|s| {
            s.wishes
                .own
                .iter()
                .any(|(n, _)| WordsKey::new(n) == WordsKey::new(&name))
        });
        if !WordsKey::new(&name).is_empty() && !known {
            of.change(|s| s.wishes.own.push((name, 3)));
        }
    };
    view! {
        {each.collect_view()}
        <form class="ends add-own" on:submit=add>
            <label class="field">{t("Another thing that counts")}<input type="text" name="own" autocomplete="off" placeholder=t("The team")/></label>
            <button class="btn" type="submit">{t("Add")}</button>
        </form>
    }
    .into_any()
}

/// A score by hand for each job.
fn scores(of: Comparing, name: &str, jobs: &[(JobId, String)]) -> AnyView {
    let key = WordsKey::new(name);
    let fields = jobs.iter().map(|(id, title)| {
        let (id, key) = (id.clone(), key.clone());
        let now = of.settings.with_untracked(|s| s.terms.get(&id).and_then(|t| t.scores.get(&key).copied()));
        let changed = move |e| {
            let score: Option<u8> = event_target_value(&e).trim().parse().ok();
            of.change(|s| {
                let terms = s.terms.entry(id.clone()).or_default();
                match score {
                    Some(score) => terms.scores.insert(key.clone(), score.min(100)),
                    None => terms.scores.remove(&key),
                };
            });
        };
        let shown = now.map(|n| n.to_string()).unwrap_or_default();
        view! {
            <label class="field">{title.clone()}
                <input type="number" min="0" max="100" placeholder=t("0 to 100") value=shown on:change=changed/></label>
        }
    });
    fields.collect_view().into_any()
}
