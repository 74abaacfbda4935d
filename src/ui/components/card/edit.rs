//! Editing a fact in place, with the control that fits it.

use leptos::ev;
use leptos::prelude::*;

use crate::extract::date::When;
use crate::extract::pay::Pay;
use crate::job::typed::{EDUCATIONS, EMPLOYMENTS, Fields, LEVELS, MODES, PERIODS, typed};
use crate::job::words::{education_word, employment_word, level_word, mode_word, period_words};
use crate::job::{Correction, Day, Entry, FactKind, Value};
use crate::state::words::value_words;
use crate::state::{HERE, OpenPosting, TypedForm, fill, focus_soon, t};

/// The id of a form's first field.
pub const FIRST: &str = "edited";

/// The id of a fact's Edit button, which gets the focus back.
pub fn button_id(kind: FactKind) -> String {
    format!("edit-{}", kind as usize)
}

/// Opens the form of a fact.
pub fn start(open: OpenPosting, kind: FactKind) {
    open.editing.set(Some(kind));
    focus_soon(FIRST.to_string());
}

fn stop(open: OpenPosting, kind: FactKind) {
    open.editing.set(None);
    focus_soon(button_id(kind));
}

/// The form.
pub fn form(open: OpenPosting, entry: Entry) -> AnyView {
    let kind = entry.kind;
    let yours = entry.is_yours();
    let read_on = open.read_on.get_untracked();
    let fault = RwSignal::new(String::new());
    let fields = controls(kind, t(kind.label()), entry.value.as_ref(), read_on);
    let before = entry.value;
    let submit = move |e: ev::SubmitEvent| {
        e.prevent_default();
        let Some(fields) = TypedForm::of(&e) else {
            return;
        };
        match typed(&HERE, kind, &fields, before.as_ref()) {
            Ok(value) if value == before => stop(open, kind),
            Ok(value) => {
                let correction = value.map_or(Correction::NotStated, Correction::Is);
                open.correct(kind, correction);
                stop(open, kind);
            }
            Err(words) => fault.set(words),
        }
    };
    let escape = move |e: ev::KeyboardEvent| {
        if e.key() == "Escape" {
            stop(open, kind);
        }
    };
    let back = yours.then(|| {
        let take_back = move |_| {
            open.correct(kind, Correction::AsRead);
            stop(open, kind);
        };
        view! { <button class="btn bare" type="button" on:click=take_back>{t("Back to what was read")}</button> }
    });
    view! {
        <form class="edit" aria-label=fill("Edit {what}", &[t(kind.label())]) on:submit=submit on:keydown=escape>
            {fields}
            <p class="wrong" id="edit-fault" aria-live="polite">{fault}</p>
            <div class="row">
                <button class="btn go" type="submit">{t("Save")}</button>
                <button class="btn" type="button" on:click=move |_| stop(open, kind)>{t("Cancel")}</button>
                {back}
            </div>
        </form>
    }
    .into_any()
}

/// The fields of a fact's form, named by `label` where there is one of them. The first has the id
/// [`FIRST`].
pub fn controls(
    kind: FactKind,
    label: &'static str,
    value: Option<&Value>,
    read_on: Day,
) -> AnyView {
    let words = |value: Option<&Value>| value.map(|v| v.words(read_on)).unwrap_or_default();
    match kind {
        FactKind::Pay => match value {
            Some(Value::Pay(pay)) => pay_fields(Some(pay)),
            _ => pay_fields(None),
        },
        FactKind::Deadline | FactKind::Posted | FactKind::Start => match value {
            Some(Value::When(when)) => date_fields(kind, label, Some(when), read_on),
            _ => date_fields(kind, label, None, read_on),
        },
        FactKind::WorkMode => choice(label, MODES.map(mode_word).to_vec(), &words(value)),
        FactKind::Level => choice(label, LEVELS.map(level_word).to_vec(), &words(value)),
        FactKind::Education => choice(label, EDUCATIONS.map(education_word).to_vec(), &words(value)),
        FactKind::WorkPermit => {
            let chosen = match value {
                Some(Value::Permit(true)) => "yes",
                Some(Value::Permit(false)) => "no",
                _ => "",
            };
            let option = |value: &'static str, words: &'static str| {
                view! { <option value=value selected=value == chosen>{words}</option> }
            };
            view! {
                <select id=FIRST name="choice" aria-label=label>
                    {option("", t("not stated"))}
                    {option("yes", t("Sponsors a visa"))}
                    {option("no", t("No visa sponsorship"))}
                </select>
            }
            .into_any()
        }
        FactKind::Employment => {
            let marked: &[_] = match value {
                Some(Value::Employment(kinds)) => kinds,
                _ => &[],
            };
            let boxes = EMPLOYMENTS.into_iter().enumerate().map(|(at, kind)| {
                let word = employment_word(kind);
                let id = (at == 0).then_some(FIRST);
                view! {
                    <label class="check">
                        <input type="checkbox" id=id name="choice" value=word checked=marked.contains(&kind)/>{t(word)}
                    </label>
                }
            });
            view! { <fieldset class="checks"><legend class="vh">{label}</legend>{boxes.collect_view()}</fieldset> }
                .into_any()
        }
        FactKind::Experience => {
            let years = match value {
                Some(Value::Years(years)) => years.to_string(),
                _ => String::new(),
            };
            field("years", t("Years asked for"), "text", years, Some(label), true)
        }
        FactKind::Location => long(t("Several places with a semicolon between"), label, words(value)),
        FactKind::Languages => {
            let words = value.map(|v| value_words(v, read_on)).unwrap_or_default();
            long(t("German (C1), English"), label, words)
        }
        FactKind::Skills => long(t("With commas between"), label, words(value)),
        FactKind::Extras => {
            let texts = match value {
                Some(Value::Extras(list)) => {
                    list.iter().map(|e| e.text.as_str()).collect::<Vec<_>>().join("; ")
                }
                _ => String::new(),
            };
            long(t("With semicolons between"), label, texts)
        }
        _ => view! { <input id=FIRST type="text" name="text" aria-label=label value=words(value) autocomplete="off"/> }
            .into_any(),
    }
}

/// A field with its words above it.
fn field(
    name: &'static str,
    words: &'static str,
    kind: &'static str,
    value: String,
    label: Option<&'static str>,
    first: bool,
) -> AnyView {
    let id = first.then_some(FIRST);
    let mode = (kind == "text").then_some("decimal");
    view! {
        <label class="field">{words}
            <input id=id type=kind name=name inputmode=mode value=value aria-label=label autocomplete="off"/>
        </label>
    }
    .into_any()
}

/// A box for several values.
fn long(hint: &'static str, label: &'static str, value: String) -> AnyView {
    view! {
        <textarea id=FIRST name="text" rows="3" aria-label=label aria-describedby="edit-hint">{value}</textarea>
        <p class="hint" id="edit-hint">{hint}</p>
    }
    .into_any()
}

fn choice(label: &'static str, all: Vec<&'static str>, chosen: &str) -> AnyView {
    let options = all
        .into_iter()
        .map(|words| view! { <option value=words selected=words == chosen>{t(words)}</option> });
    view! {
        <select id=FIRST name="choice" aria-label=label>
            <option value="">{t("not stated")}</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

fn pay_fields(pay: Option<&Pay>) -> AnyView {
    let figure = |n: Option<f64>| {
        n.map(|n| ((n * 100.0).round() / 100.0).to_string())
            .unwrap_or_default()
    };
    let chosen = pay.and_then(|p| p.period).map_or("", period_words);
    let periods = PERIODS.map(period_words).map(|words| {
        view! { <option value=words selected=words == chosen>{t(words)}</option> }
    });
    let currency = pay.and_then(|p| p.currency).unwrap_or_default();
    view! {
        <div class="fields">
            {field("min", t("Minimum"), "text", figure(pay.and_then(|p| p.min)), None, true)}
            {field("max", t("Maximum"), "text", figure(pay.and_then(|p| p.max)), None, false)}
            <label class="field">{t("Currency")}
                <input type="text" name="currency" maxlength="3" placeholder=t("EUR") value=currency autocomplete="off"/>
            </label>
            <label class="field">{t("Period")}
                <select name="period"><option value="">{t("not stated")}</option>{periods.collect_view()}</select>
            </label>
        </div>
    }
    .into_any()
}

fn date_fields(kind: FactKind, label: &'static str, when: Option<&When>, read_on: Day) -> AnyView {
    let day = when.and_then(|w| Day::resolve(w, read_on));
    let date = when.and_then(|w| Day::dated(w, read_on));
    let day = day.map(|d| d.to_string()).unwrap_or_default();
    let more = match kind {
        FactKind::Deadline => {
            let time = date
                .as_ref()
                .and_then(|d| d.time)
                .map(|(h, m)| format!("{h:02}:{m:02}"));
            let zone = date.and_then(|d| d.zone).unwrap_or_default();
            view! {
                {field("time", t("Hour"), "time", time.unwrap_or_default(), None, false)}
                <label class="field">{t("Zone")}<input type="text" name="zone" value=zone autocomplete="off"/></label>
            }
            .into_any()
        }
        FactKind::Start => {
            let soon = when == Some(&When::Soon);
            view! {
                <label class="check"><input type="checkbox" name="soon" checked=soon/>{t("As soon as possible")}</label>
            }
            .into_any()
        }
        _ => ().into_any(),
    };
    view! { <div class="fields">{field("date", t("Day"), "date", day, Some(label), true)}{more}</div> }
        .into_any()
}

impl Fields for TypedForm {
    fn all(&self, name: &str) -> Vec<String> {
        self.values(name)
    }
}
