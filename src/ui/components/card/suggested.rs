//! What the profile suggests for the requirements of the open posting, each with its reason and the
//! person's own words behind it. A suggestion is never shown as a mark, and is one only once accepted.

use leptos::prelude::*;

use crate::job::matching::{Match, Point};
use crate::job::profile::Said;
use crate::job::{Tick, WordsKey};
use crate::state::profile::has_profile;
use crate::state::{App, OpenPosting, Shared, fill, t, words};
use crate::ui::components::said::quote;
use crate::ui::{live, parts};

/// A posting against the profile, and the sayings its points rest on.
type Found = Option<Shared<(Match, Vec<Said>)>>;

/// The posting against the profile. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Suggested {
    open: OpenPosting,
    matched: Memo<Found>,
}

impl Suggested {
    /// Held against the profile from now on, if there is one; what is marked is learnt.
    pub fn new(app: App, open: OpenPosting) -> Self {
        if has_profile(app.jobs) {
            app.parts.profile.fetch();
        }
        let has_marks = Memo::new(move |_| open.marks.with(|m| m.ticks.iter().next().is_some()));
        Effect::new(move |_| {
            if has_marks.get() {
                app.parts.profile.fetch();
                open.marks.track();
                parts::learn(app, open);
            }
        });
        let matched = Memo::new(move |_| parts::matched(app, open).map(Shared::new));
        Self { open, matched }
    }

    /// Takes a suggestion for the person's own mark.
    fn accept(self, points: &[(String, Tick)]) {
        self.open.mark(|marks, now| {
            for (words, tick) in points {
                marks.ticks.set(words, Some(*tick), now);
            }
        });
    }
}

/// A point's suggestion as a mark to set.
fn mark_of(point: &Point) -> Option<(String, Tick)> {
    let judged = point.suggested.as_ref().filter(|_| point.is_open())?;
    Some((point.set_on.clone(), judged.tick))
}

/// How many there are, what they come to, what rules the job out; and a button that accepts them all.
pub fn banner(suggested: Suggested) -> AnyView {
    live(move || {
        let Some(all) = suggested.matched.get() else {
            return ().into_any();
        };
        let (matched, _) = &*all;
        let open: Vec<_> = matched.open().filter_map(mark_of).collect();
        let count = open.len();
        let accept = (count > 0).then(|| {
            let press = move |_| suggested.accept(&open);
            view! { <button class="btn" type="button" on:click=press>{t("Accept all")}</button> }
        });
        let (met, asked) = matched.musts();
        let mut words = match count {
            0 => String::new(),
            n => {
                words::count(
                    "{n} mark suggested by your profile. | {n} marks suggested by your profile.",
                    n,
                    &[],
                ) + " "
            }
        };
        if asked > 0 && matched.points.iter().any(|p| p.counted().is_some()) {
            words.push_str(&fill(
                "{met} of {asked} musts met",
                &[&met.to_string(), &asked.to_string()],
            ));
            words.push_str(if count > 0 {
                t(", suggestions counted.")
            } else {
                "."
            });
        }
        let mut hard: Vec<(String, String)> = matched.blockers().map(reason).collect();
        let mut soft = Vec::new();
        for unmet in &matched.unmet {
            let list = if unmet.is_blocker {
                &mut hard
            } else {
                &mut soft
            };
            list.push((unmet.why.clone(), String::new()));
        }
        if words.is_empty() && hard.is_empty() && soft.is_empty() {
            return ().into_any();
        }
        let head =
            (!words.is_empty()).then(|| view! { <div class="note"><p>{words}</p>{accept}</div> });
        view! {
            {head}
            {against("h-blockers", t("Blockers"), hard)}
            {against("h-against", t("Against your wishes"), soft)}
        }
        .into_any()
    })
}

/// What rules a job out, and why it is known to.
fn reason(point: &Point) -> (String, String) {
    let why = match (&point.marked, &point.suggested) {
        (Some(_), _) => t("you marked it a gap").to_string(),
        (None, Some(judged)) => judged.why.clone(),
        (None, None) => String::new(),
    };
    (point.words.clone(), why)
}

fn against(id: &'static str, name: &'static str, list: Vec<(String, String)>) -> AnyView {
    if list.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = list
        .into_iter()
        .map(|(what, why)| view! { <li>{what}" "<small>{why}</small></li> }.into_any())
        .collect();
    view! {
        <div class="group"><h3 id=id>{name}</h3></div>
        <ul class="lines" aria-labelledby=id>{rows}</ul>
    }
    .into_any()
}

/// What is suggested for one requirement.
pub fn line(suggested: Suggested, key: WordsKey) -> AnyView {
    live(move || {
        let Some(all) = suggested.matched.get() else {
            return ().into_any();
        };
        let (matched, said) = &*all;
        let Some(point) = matched.points.iter().find(|p| p.key == key) else {
            return ().into_any();
        };
        let (Some(judged), Some(mark)) = (&point.suggested, mark_of(point)) else {
            return ().into_any();
        };
        let class = match judged.tick {
            Tick::Have => "m have",
            Tick::Partly => "m partly",
            Tick::Gap => "m gap",
        };
        let behind: Vec<_> = judged
            .by
            .iter()
            .filter_map(|by| said.get(*by))
            .map(quote)
            .collect();
        let label = fill(
            "Accept {mark}: {what}",
            &[t(judged.tick.label()), &point.words],
        );
        let press = move |_| suggested.accept(std::slice::from_ref(&mark));
        view! {
            <div class="small suggested">
                <p>{t("Suggested:")}" "<span class=class>{t(judged.tick.label())}</span>", "{judged.why.clone()}</p>
                <details><summary>{t("Both sentences")}</summary><ul><li><q class="verbatim">{point.words.clone()}</q>{t(", in this posting")}</li>{behind}</ul></details>
                <button class="btn" type="button" aria-label=label on:click=press>{t("Accept")}</button>
            </div>
        }
        .into_any()
    })
}
