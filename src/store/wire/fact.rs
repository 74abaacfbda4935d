//! Facts' values as JSON, by the fact they belong to.

use super::codes::{Code, from_letters, letters};
use crate::extract::date::{Date, When};
use crate::extract::json::{self, Json, quoted};
use crate::extract::pay::{Pay, currency_code};
use crate::extract::{Extra, Language, Skill};
use crate::job::{Day, FactKind, Value};

/// A value as JSON; never null.
pub fn to_json(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::Pay(pay) => pay_to(pay),
        Value::When(when) => when_to(when),
        Value::Places(places) => texts(places),
        Value::Mode(mode) => code(*mode),
        Value::Employment(kinds) => quoted(&letters(kinds)),
        Value::Level(level) => code(*level),
        Value::Years(years) => number(f64::from(*years)),
        Value::Education(level) => code(*level),
        Value::Languages(languages) => {
            let one = |l: &Language| match &l.level {
                Some(level) => json::list(&[quoted(&l.name), quoted(level)]),
                None => quoted(&l.name),
            };
            json::list(&languages.iter().map(one).collect::<Vec<_>>())
        }
        Value::Permit(yes) => yes.to_string(),
        Value::Extras(extras) => {
            let one = |e: &Extra| [e.kind.code(), &e.text].concat();
            texts(&extras.iter().map(one).collect::<Vec<_>>())
        }
        Value::Skills(skills) => {
            let one = |s: &Skill| [s.asked.code(), &s.name].concat();
            texts(&skills.iter().map(one).collect::<Vec<_>>())
        }
    }
}

/// Texts as a list.
pub fn texts(texts: &[String]) -> String {
    json::list(&texts.iter().map(|text| quoted(text)).collect::<Vec<_>>())
}

/// A value's short name as JSON.
pub fn code<T: Code>(value: T) -> String {
    quoted(value.code())
}

/// A number as JSON, which has none that is not finite.
fn number(n: f64) -> String {
    or_nothing(n.is_finite().then(|| n.to_string()))
}

/// What there is as JSON, else null.
pub fn or_nothing(json: Option<String>) -> String {
    json.unwrap_or_else(|| "null".to_string())
}

/// The value of the fact `kind` that `json` stands for.
pub fn from_json(kind: FactKind, json: Json<'_>) -> Option<Value> {
    let text = || json.text();
    let list = || json.list();
    let value = match kind {
        FactKind::Pay => Value::Pay(pay_from(json)?),
        FactKind::Deadline | FactKind::Posted | FactKind::Start => Value::When(when_from(json)?),
        FactKind::Location => {
            Value::Places(list()?.into_iter().map(Json::text).collect::<Option<_>>()?)
        }
        FactKind::WorkMode => Value::Mode(Code::from_code(&text()?)?),
        FactKind::Employment => Value::Employment(from_letters(&text()?)?),
        FactKind::Level => Value::Level(Code::from_code(&text()?)?),
        #[allow(clippy::cast_possible_truncation)] // written from an f32
        FactKind::Experience => Value::Years(json.number()? as f32),
        FactKind::Education => Value::Education(Code::from_code(&text()?)?),
        FactKind::Languages => {
            Value::Languages(list()?.into_iter().map(language).collect::<Option<_>>()?)
        }
        FactKind::WorkPermit => Value::Permit(json.bool()?),
        FactKind::Extras => {
            let one = |j: Json<'_>| {
                let (kind, text) = letter_and_rest(j)?;
                Some(Extra { kind, text })
            };
            Value::Extras(list()?.into_iter().map(one).collect::<Option<_>>()?)
        }
        FactKind::Skills => {
            let one = |j: Json<'_>| {
                let (asked, name) = letter_and_rest(j)?;
                Some(Skill { name, asked })
            };
            Value::Skills(list()?.into_iter().map(one).collect::<Option<_>>()?)
        }
        FactKind::Title
        | FactKind::Company
        | FactKind::Hours
        | FactKind::Duration
        | FactKind::Department
        | FactKind::TimeZone
        | FactKind::Travel
        | FactKind::Source => Value::Text(text()?),
    };
    Some(value)
}

fn language(json: Json<'_>) -> Option<Language> {
    if let Some(name) = json.text() {
        return Some(Language { name, level: None });
    }
    let list = json.list()?;
    let [name, level] = list.as_slice() else {
        return None;
    };
    Some(Language {
        name: name.text()?,
        level: Some(level.text()?),
    })
}

/// A one-letter code with the words behind it.
fn letter_and_rest<T: Code>(json: Json<'_>) -> Option<(T, String)> {
    let text = json.text()?;
    let (letter, rest) = text.split_at_checked(1)?;
    Some((T::from_code(letter)?, rest.to_string()))
}

/// `[min, max, currency, period]`, each null where open.
pub fn pay_to(pay: &Pay) -> String {
    let amount = |n: Option<f64>| or_nothing(n.map(number));
    json::list(&[
        amount(pay.min),
        amount(pay.max),
        or_nothing(pay.currency.map(quoted)),
        or_nothing(pay.period.map(code)),
    ])
}

/// Pay as [`pay_to`] writes it.
pub fn pay_from(json: Json<'_>) -> Option<Pay> {
    let list = json.list()?;
    let [min, max, currency, period] = *list.as_slice() else {
        return None;
    };
    Some(Pay {
        min: or_null(min, Json::number)?,
        max: or_null(max, Json::number)?,
        currency: or_null(currency, |j| currency_code(&j.text()?))?,
        period: or_null(period, |j| Code::from_code(&j.text()?))?,
    })
}

/// `Some(None)` for null, else what `read` gives.
pub fn or_null<'j, T>(json: Json<'j>, read: impl Fn(Json<'j>) -> Option<T>) -> Option<Option<T>> {
    if json.is_null() {
        Some(None)
    } else {
        read(json).map(Some)
    }
}

/// A number of days from the day of reading; an empty text for "soon"; else a date as text, with
/// hour and zone behind it in a list where stated.
pub fn when_to(when: &When) -> String {
    match when {
        When::Relative(days) => days.to_string(),
        When::Soon => quoted(""),
        When::On(date) => match (date.time, &date.zone) {
            (None, None) => quoted(&date.to_string()),
            (time, zone) => {
                let minute = time.map(|(h, m)| (u32::from(h) * 60 + u32::from(m)).to_string());
                json::list(&[
                    quoted(&date.to_string()),
                    or_nothing(minute),
                    or_nothing(zone.as_deref().map(quoted)),
                ])
            }
        },
    }
}

/// A point in time as [`when_to`] writes it.
pub fn when_from(json: Json<'_>) -> Option<When> {
    if let Some(days) = json.integer() {
        return Some(When::Relative(i32::try_from(days).ok()?));
    }
    if let Some(text) = json.text() {
        if text.is_empty() {
            return Some(When::Soon);
        }
        return date_from(&text).map(When::On);
    }
    let list = json.list()?;
    let [date, minute, zone] = *list.as_slice() else {
        return None;
    };
    let minute = or_null(minute, Json::integer)?;
    let time = |m: i64| Some((u8::try_from(m / 60).ok()?, u8::try_from(m % 60).ok()?));
    Some(When::On(Date {
        time: match minute {
            Some(minute) => Some(time(minute)?),
            None => None,
        },
        zone: or_null(zone, Json::text)?,
        ..date_from(&date.text()?)?
    }))
}

/// `2026-11-18`, `2026-11` or `2026`.
fn date_from(text: &str) -> Option<Date> {
    if let Some(day) = Day::parse(text) {
        return Some(day.to_date());
    }
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => {
            let month = month.parse().ok().filter(|m| (1..=12).contains(m))?;
            (year, Some(month))
        }
        None => (text, None),
    };
    Some(Date {
        year: year.parse().ok()?,
        month,
        day: None,
        time: None,
        zone: None,
    })
}
