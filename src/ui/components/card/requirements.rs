//! Requirements: a checklist of radio groups, must before nice. Each can be edited, moved and removed
//! by hand, and others added.

use leptos::ev;
use leptos::prelude::*;

use super::lit;
use super::suggested::{self, Suggested};
use crate::extract::Strength;
use crate::job::{Row, RowOrigin, Subject, Tick, WordsKey};
use crate::state::{App, OpenPosting, TypedForm, fill, focus_soon, mark, t, words};
use crate::ui::{icons, live};

const FIRST: &str = "edited-requirement";
const ADD: &str = "add-requirement";

/// Which requirement is being edited.
#[derive(Clone, Copy)]
struct Editing {
    suggested: Suggested,
    row: RwSignal<Option<WordsKey>>,
    adding: RwSignal<bool>,
}

/// The region.
pub fn requirements(app: App, open: OpenPosting) -> AnyView {
    let suggested = Suggested::new(app, open);
    let editing = Editing {
        suggested,
        row: RwSignal::new(None),
        adding: RwSignal::new(false),
    };
    let words = move || {
        open.checklist
            .with(|c| c.rows.is_empty().then_some(t("none found")))
    };
    let add = move || {
        if editing.adding.get() {
            adding(open, editing)
        } else {
            let start = move |_| {
                editing.adding.set(true);
                focus_soon(FIRST.into());
            };
            view! { <button class="btn" type="button" id=ADD on:click=start>{t("Add requirement")}</button> }.into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="h-req">
            <header><h2 id="h-req">{t("Requirements")}</h2><p>{words}</p></header>
            {suggested::banner(suggested)}
            {group(app, open, editing, Strength::Must)}
            {group(app, open, editing, Strength::Nice)}
            {move || lost(open)}
            <div class="note">{live(add)}</div>
        </section>
    }
    .into_any()
}

fn group(app: App, open: OpenPosting, editing: Editing, strength: Strength) -> AnyView {
    let (id, name) = match strength {
        Strength::Must => ("h-must", t("Must have")),
        Strength::Nice => ("h-nice", t("Nice to have")),
    };
    let rows = move || {
        open.checklist
            .with(|c| c.of(strength).cloned().collect::<Vec<_>>())
    };
    let key = |row: &Row| (row.key.clone(), row.text.clone(), row.origin as u8);
    // A mark changes the checklist; only a list that comes or goes is drawn anew, and the focus stays.
    let none = Memo::new(move |_| open.checklist.with(|c| c.of(strength).next().is_none()));
    let list = move || {
        (!none.get()).then(|| {
            view! {
                <div class="group"><h3 id=id>{name}</h3><p>{move || counts(open, strength)}</p></div>
                <ul aria-labelledby=id><For each=rows key=key let:row>{item(app, open, editing, row)}</For></ul>
            }
        })
    };
    live(move || list().into_any())
}

fn counts(open: OpenPosting, strength: Strength) -> AnyView {
    let count = |tick: Option<Tick>| open.checklist.with(|c| c.count(strength, tick));
    let part = |tick: Option<Tick>, class: &'static str, word: &'static str| match count(tick) {
        0 => None,
        n => Some(view! { <span class=class>{words::count(word, n, &[])}</span> }),
    };
    view! {
        {part(Some(Tick::Have), "m have", mark("{n} have | {n} have"))}
        {part(Some(Tick::Partly), "m partly", mark("{n} partly | {n} partly"))}
        {part(Some(Tick::Gap), "m gap", mark("{n} gap | {n} gap"))}
        {part(None, "m open", mark("{n} unmarked | {n} unmarked"))}
    }
    .into_any()
}

fn item(app: App, open: OpenPosting, editing: Editing, row: Row) -> AnyView {
    let row = StoredValue::new(row);
    let edited = move || {
        editing
            .row
            .with(|key| row.with_value(|r| key.as_ref() == Some(&r.key)))
    };
    let content = move || {
        if edited() {
            row.with_value(|row| form(app, open, editing, row))
        } else {
            row.with_value(|row| choices(open, editing, row))
        }
    };
    view! { <li>{live(content)}</li> }.into_any()
}

/// What a row's elements are named by: its key without blanks.
fn id_of(key: &WordsKey) -> String {
    format!("r-{}", key.as_str().replace(' ', "-"))
}

fn choices(open: OpenPosting, editing: Editing, row: &Row) -> AnyView {
    let id = id_of(&row.key);
    let subject = row.span().map(Subject::Words);
    let subjects = subject.into_iter().collect::<Vec<_>>();
    let lang = open.read.get_untracked().posting.lang.map(|l| l.0);
    let lang = lang.filter(|_| row.origin == RowOrigin::Read);
    let yours = (row.origin != RowOrigin::Read)
        .then(|| view! { " "<span class="yours">{t("yours")}</span> });
    let was = (row.text != row.words && row.origin == RowOrigin::Edited)
        .then(|| view! { <small><del>{row.words.clone()}</del></small> });
    let key = StoredValue::new(row.key.clone());
    let words = StoredValue::new(row.words.clone());
    let radios = Tick::ALL.map(|tick| radio(open, id.clone(), key, words, tick));
    let start = move |_| {
        editing.row.set(Some(key.get_value()));
        focus_soon(FIRST.into());
    };
    let label = fill("Edit: {what}", &[&row.text]);
    let button_id = format!("{id}-edit");
    let named_by = id.clone();
    view! {
        <div class="req" role="radiogroup" aria-labelledby=named_by
            class:lit=lit(open, subjects) data-subject=subject.map(Subject::code)>
            <div class="asked"><span id=id lang=lang>{row.text.clone()}</span>{yours}{was}</div>
            <div class="seg">{radios}</div>
            <button class="btn icon" type="button" id=button_id aria-label=label on:click=start>{icons::pencil()}</button>
            {suggested::line(editing.suggested, row.key.clone())}
        </div>
    }
    .into_any()
}

fn radio(
    open: OpenPosting,
    group: String,
    key: StoredValue<WordsKey>,
    words: StoredValue<String>,
    tick: Tick,
) -> AnyView {
    let chosen = move || {
        open.marks
            .with(|m| key.with_value(|key| m.ticks.get(key)) == Some(tick))
    };
    // A click on the chosen one clears it; a radio tells of that in no other event.
    let press = move |_| {
        words.with_value(|words| open.mark(|m, now| m.ticks.press(words, tick, now)));
    };
    let class = match tick {
        Tick::Have => "m have",
        Tick::Partly => "m partly",
        Tick::Gap => "m gap",
    };
    view! {
        <label><input type="radio" name=group prop:checked=chosen on:click=press/><span class=class>{t(tick.label())}</span></label>
    }
    .into_any()
}

/// Must or nice.
fn strength_field(chosen: Strength) -> AnyView {
    view! {
        <label class="field">{t("List")}
            <select name="strength">
                <option value="must" selected=chosen == Strength::Must>{t("Must have")}</option>
                <option value="nice" selected=chosen == Strength::Nice>{t("Nice to have")}</option>
            </select>
        </label>
    }
    .into_any()
}

/// The words and the list that a form gives; `None` where it has no words.
fn typed(event: &ev::SubmitEvent) -> Option<(String, Strength)> {
    let fields = TypedForm::of(event)?;
    let text = fields.values("text").into_iter().next()?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let nice = fields.values("strength").iter().any(|v| v == "nice");
    let strength = if nice { Strength::Nice } else { Strength::Must };
    (!text.is_empty()).then_some((text, strength))
}

fn form(app: App, open: OpenPosting, editing: Editing, row: &Row) -> AnyView {
    let back_to = format!("{}-edit", id_of(&row.key));
    let stop = Callback::new(move |()| {
        editing.row.set(None);
        focus_soon(back_to.clone());
    });
    let (text, strength) = (row.text.clone(), row.strength);
    let (words, moved_from) = (row.words.clone(), row.strength);
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        if let Some((text, strength)) = typed(&e) {
            open.mark(|m, now| {
                m.requirements.rewrite(&words, &text, now);
                if strength != moved_from {
                    m.requirements.place(&words, strength, now);
                }
            });
        }
        stop.run(());
    };
    let words = row.words.clone();
    let remove = move |_| {
        let words = words.clone();
        open.mark(|m, now| m.requirements.set_removed(&words, true, now));
        editing.row.set(None);
        focus_soon(ADD.into());
        app.notices
            .say_with_undo(t("Requirement removed."), move || {
                open.mark(|m, now| m.requirements.set_removed(&words, false, now));
            });
    };
    let back = (row.origin == RowOrigin::Edited).then(|| {
        let (words, read) = (row.words.clone(), row.read.as_ref().map(|r| r.strength));
        let take_back = move |_| {
            open.mark(|m, now| {
                m.requirements.rewrite(&words, &words, now);
                if let Some(strength) = read {
                    m.requirements.place(&words, strength, now);
                }
            });
            stop.run(());
        };
        view! { <button class="btn bare" type="button" on:click=take_back>{t("Back to what was read")}</button> }
    });
    view! {
        <form class="edit boxed" aria-label=t("Edit requirement") on:submit=submit on:keydown=escapes(stop)>
            <label class="field">{t("Requirement")}<textarea id=FIRST name="text" rows="2">{text}</textarea></label>
            {strength_field(strength)}
            <div class="row">
                <button class="btn go" type="submit">{t("Save")}</button>
                <button class="btn" type="button" on:click=move |_| stop.run(())>{t("Cancel")}</button>
                <button class="btn" type="button" on:click=remove>{t("Remove")}</button>
                {back}
            </div>
        </form>
    }
    .into_any()
}

fn adding(open: OpenPosting, editing: Editing) -> AnyView {
    let stop = Callback::new(move |()| {
        editing.adding.set(false);
        focus_soon(ADD.into());
    });
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        if let Some((text, strength)) = typed(&e) {
            let on_list = |key: &WordsKey| {
                let posting = &open.read.get_untracked().posting;
                let mut read = posting.requirements.iter();
                read.any(|r| WordsKey::new(&r.item.text) == *key)
            };
            open.mark(|m, now| m.requirements.add(&text, strength, on_list, now));
        }
        stop.run(());
    };
    view! {
        <form class="edit" aria-label=t("Add requirement") on:submit=submit on:keydown=escapes(stop)>
            <label class="field">{t("Requirement")}<input id=FIRST type="text" name="text" autocomplete="off"/></label>
            {strength_field(Strength::Must)}
            <div class="row">
                <button class="btn go" type="submit">{t("Add")}</button>
                <button class="btn" type="button" on:click=move |_| stop.run(())>{t("Cancel")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn escapes(stop: Callback<()>) -> impl Fn(ev::KeyboardEvent) {
    move |e| {
        if e.key() == "Escape" {
            stop.run(());
        }
    }
}

/// Ticks whose requirement this reading no longer gives.
fn lost(open: OpenPosting) -> Option<AnyView> {
    let rows = open.checklist.with(|c| {
        let row = |lost: &crate::job::LostTick| {
            let words = lost.words.clone();
            view! { <li><span class="verbatim">{words}</span>" "<small>{t(lost.tick.label())}</small></li> }
        };
        c.lost.iter().map(row).collect::<Vec<_>>()
    });
    (!rows.is_empty()).then(|| {
        view! {
            <div class="group"><h3 id="h-lost">{t("Ticked before, no longer found in the text")}</h3></div>
            <ul class="lines" aria-labelledby="h-lost">{rows}</ul>
        }
        .into_any()
    })
}
