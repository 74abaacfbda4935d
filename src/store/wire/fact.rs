//! Facts' values as JSON, by the fact they belong to.

use serde_json::{Value as Json, json};

use super::codes::{Code, from_letters, letters};
use crate::extract::date::{Date, When};
use crate::extract::pay::{Pay, currency_code};
use crate::extract::{Extra, Language, Skill};
use crate::job::{Day, FactKind, Value};

/// A value as JSON; never null.
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Pay(pay) => pay_to(pay),
        Value::When(when) => when_to(when),
        Value::Places(places) => json!(places),
        Value::Mode(mode) => json!(mode.code()),
        Value::Employment(kinds) => json!(letters(kinds)),
        Value::Level(level) => json!(level.code()),
        Value::Years(years) => json!(years),
        Value::Education(level) => json!(level.code()),
        Value::Languages(list) => {
            let one = |l: &Language| match &l.level {
                Some(level) => json!([l.name, level]),
                None => json!(l.name),
            };
            list.iter().map(one).collect()
        }
        Value::Permit(yes) => json!(yes),
        Value::Extras(list) => {
            let one = |e: &Extra| json!(format!("{}{}", e.kind.code(), e.text));
            list.iter().map(one).collect()
        }
        Value::Skills(list) => {
            let one = |s: &Skill| json!(format!("{}{}", s.asked.code(), s.name));
            list.iter().map(one).collect()
        }
    }
}

/// The value of the fact `kind` that `json` stands for.
pub fn from_json(kind: FactKind, json: &Json) -> Option<Value> {
    let text = || json.as_str();
    let list = || json.as_array();
    let value = match kind {
        FactKind::Pay => Value::Pay(pay_from(json)?),
        FactKind::Deadline | FactKind::Posted | FactKind::Start => Value::When(when_from(json)?),
        FactKind::Location => {
            let one = |j: &Json| j.as_str().map(str::to_string);
            Value::Places(list()?.iter().map(one).collect::<Option<_>>()?)
        }
        FactKind::WorkMode => Value::Mode(Code::from_code(text()?)?),
        FactKind::Employment => Value::Employment(from_letters(text()?)?),
        FactKind::Level => Value::Level(Code::from_code(text()?)?),
        #[allow(clippy::cast_possible_truncation)] // written from an f32
        FactKind::Experience => Value::Years(json.as_f64()? as f32),
        FactKind::Education => Value::Education(Code::from_code(text()?)?),
        FactKind::Languages => {
            Value::Languages(list()?.iter().map(language).collect::<Option<_>>()?)
        }
        FactKind::WorkPermit => Value::Permit(json.as_bool()?),
        FactKind::Extras => {
            let one = |j: &Json| {
                let (kind, text) = letter_and_rest(j)?;
                Some(Extra { kind, text })
            };
            Value::Extras(list()?.iter().map(one).collect::<Option<_>>()?)
        }
        FactKind::Skills => {
            let one = |j: &Json| {
                let (asked, name) = letter_and_rest(j)?;
                Some(Skill { name, asked })
            };
            Value::Skills(list()?.iter().map(one).collect::<Option<_>>()?)
        }
        FactKind::Title
        | FactKind::Company
        | FactKind::Hours
        | FactKind::Duration
        | FactKind::Department
        | FactKind::TimeZone
        | FactKind::Travel
        | FactKind::Source => Value::Text(text()?.to_string()),
    };
    Some(value)
}

fn language(json: &Json) -> Option<Language> {
    if let Some(name) = json.as_str() {
        let name = name.to_string();
        return Some(Language { name, level: None });
    }
    let [name, level] = json.as_array()?.as_slice() else {
        return None;
    };
    Some(Language {
        name: name.as_str()?.to_string(),
        level: Some(level.as_str()?.to_string()),
    })
}

/// A one-letter code with the words behind it.
fn letter_and_rest<T: Code>(json: &Json) -> Option<(T, String)> {
    let (letter, rest) = json.as_str()?.split_at_checked(1)?;
    Some((T::from_code(letter)?, rest.to_string()))
}

/// `[min, max, currency, period]`, each null where open.
pub fn pay_to(pay: &Pay) -> Json {
    let period = pay.period.map(Code::code);
    json!([pay.min, pay.max, pay.currency, period])
}

/// Pay as [`pay_to`] writes it.
pub fn pay_from(json: &Json) -> Option<Pay> {
    let [min, max, currency, period] = json.as_array()?.as_slice() else {
        return None;
    };
    Some(Pay {
        min: or_null(min, Json::as_f64)?,
        max: or_null(max, Json::as_f64)?,
        currency: or_null(currency, |j| j.as_str().and_then(currency_code))?,
        period: or_null(period, |j| j.as_str().and_then(Code::from_code))?,
    })
}

/// `Some(None)` for null, else what `read` gives.
fn or_null<'j, T>(json: &'j Json, read: impl Fn(&'j Json) -> Option<T>) -> Option<Option<T>> {
    if json.is_null() {
        Some(None)
    } else {
        read(json).map(Some)
    }
}

/// A number of days from the day of reading; an empty text for "soon"; else a date as text (one without
/// a year as `--03-14`, by RFC 6350 4.3.1), with hour and zone behind it in a list where stated.
pub fn when_to(when: &When) -> Json {
    match when {
        When::Relative(days) => json!(days),
        When::Soon => json!(""),
        When::On(date) => date_to(date, &date.to_string()),
        When::Yearless(date) => {
            let text = date.to_string();
            date_to(date, &["-", text.get(4..).unwrap_or_default()].concat())
        }
    }
}

/// `text`, with the hour and zone of `date` behind it where it has any.
fn date_to(date: &Date, text: &str) -> Json {
    match (date.time, &date.zone) {
        (None, None) => json!(text),
        (time, zone) => {
            let minute = time.map(|(h, m)| u32::from(h) * 60 + u32::from(m));
            json!([text, minute, zone])
        }
    }
}

/// A point in time as [`when_to`] writes it.
pub fn when_from(json: &Json) -> Option<When> {
    if let Some(days) = json.as_i64() {
        return Some(When::Relative(i32::try_from(days).ok()?));
    }
    if let Some(text) = json.as_str() {
        if text.is_empty() {
            return Some(When::Soon);
        }
        return date_from(text);
    }
    let [date, minute, zone] = json.as_array()?.as_slice() else {
        return None;
    };
    let minute = or_null(minute, Json::as_u64)?;
    let time = |m: u64| Some((u8::try_from(m / 60).ok()?, u8::try_from(m % 60).ok()?));
    let mut when = date_from(date.as_str()?)?;
    if let When::On(date) | When::Yearless(date) = &mut when {
        date.time = match minute {
            Some(minute) => Some(time(minute)?),
            None => None,
        };
        date.zone = or_null(zone, |j| j.as_str().map(str::to_string))?;
    }
    Some(when)
}

/// `2026-11-18`, `2026-11`, `2026` or, without a year, `--11-18`.
fn date_from(text: &str) -> Option<When> {
    if let Some(day) = Day::parse(text) {
        return Some(When::On(day.to_date()));
    }
    if let Some(rest) = text.strip_prefix("--") {
        // a leap year has every day there is
        let day = Day::parse(&["2000-", rest].concat())?;
        return Some(When::Yearless(Date {
            year: 0,
            ..day.to_date()
        }));
    }
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => {
            let month = month.parse().ok().filter(|m| (1..=12).contains(m))?;
            (year, Some(month))
        }
        None => (text, None),
    };
    Some(When::On(Date {
        year: year.parse().ok()?,
        month,
        day: None,
        time: None,
        zone: None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_in_time_are_written_and_read_back() {
        let date = |year, month, day| Date {
            year,
            month,
            day,
            time: None,
            zone: None,
        };
        let (march, day) = (Some(3), Some(14));
        let timed = |date: Date, zone: Option<&str>| Date {
            time: Some((17, 30)),
            zone: zone.map(str::to_string),
            ..date
        };
        let cases = [
            (When::Soon, json!("")),
            (When::Relative(-3), json!(-3)),
            (When::On(date(2027, march, day)), json!("2027-03-14")),
            (When::On(date(2027, march, None)), json!("2027-03")),
            (When::On(date(2027, None, None)), json!("2027")),
            (
                When::On(timed(date(2027, march, day), Some("CET"))),
                json!(["2027-03-14", 1050, "CET"]),
            ),
            (When::Yearless(date(0, march, day)), json!("--03-14")),
            (When::Yearless(date(0, Some(2), Some(29))), json!("--02-29")),
            (
                When::Yearless(timed(date(0, march, day), None)),
                json!(["--03-14", 1050, null]),
            ),
        ];
        for (when, json) in cases {
            assert_eq!(when_to(&when), json);
            assert_eq!(when_from(&json), Some(when), "{json}");
        }
        for json in [
            json!("--02-30"),
            json!("--03"),
            json!("--"),
            json!(["--3", 1, null]),
        ] {
            assert_eq!(when_from(&json), None, "{json}");
        }
    }
}
