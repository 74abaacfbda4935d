//! What is entered for comparing, as JSON with short names. What is missing or of another form is as if
//! never entered; the rest is read all the same.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::codes::{Code, from_letters, letters};
use crate::extract::pay::currency_code;
use crate::job::compare::{MOST_WEIGHT, Rates, Settings, Terms, Wishes, WorkingTime};
use crate::job::{Day, JobId, WordsKey};

/// What the names of values about one job begin with; the job's id follows.
const JOB: &str = "job:";

/// Settings as values by name, so that each is put together with another tab's on its own.
pub fn compare_to(settings: &Settings) -> Vec<(String, String)> {
    let Settings {
        time,
        rates,
        baseline,
        wishes,
        terms,
    } = settings;
    let rate = |r: &crate::job::compare::Rate| json!([r.code, r.worth, r.on.number()]);
    let rated: Vec<Json> = rates.all().iter().map(rate).collect();
    let mut values = Vec::new();
    let mut add = |name: &str, value: &Json| values.push((name.to_string(), value.to_string()));
    add("time", &json!([time.hours_a_week, time.weeks_a_year]));
    add("rates", &json!([rates.shown_in, rated]));
    add("baseline", &json!(baseline.as_ref().map(JobId::as_str)));
    add("wishes", &wishes_to(wishes));
    for (id, terms) in terms {
        let mut name = String::from(JOB);
        name.push_str(id.as_str());
        add(&name, &terms_to(terms));
    }
    values
}

fn wishes_to(wishes: &Wishes) -> Json {
    json!({
        "w": [wishes.pay, wishes.musts, wishes.mode, wishes.place, wishes.level, wishes.deadline, wishes.benefits],
        "p": wishes.pay_ends,
        "m": wishes.best_mode.map(Code::code),
        "l": wishes.places,
        "s": wishes.best_level.map(Code::code),
        "d": wishes.days,
        "x": letters(&wishes.extras),
        "o": wishes.own,
    })
}

fn terms_to(terms: &Terms) -> Json {
    let scores: BTreeMap<&str, u8> = terms.scores.iter().map(|(k, v)| (k.as_str(), *v)).collect();
    json!([
        terms.hours_a_week,
        terms.commute_minutes,
        terms.commute_cost,
        terms.office_days,
        terms.unpaid_hours,
        terms.leave_days,
        scores
    ])
}

/// The settings of values that [`compare_to`] wrote.
pub fn compare_from<'a>(values: impl Iterator<Item = (&'a str, &'a str)>) -> Settings {
    let mut settings = Settings::default();
    for (name, raw) in values {
        let Ok(json) = serde_json::from_str::<Json>(raw) else {
            continue;
        };
        match name {
            "time" => {
                if let (Some(hours), Some(weeks)) = (json[0].as_f64(), json[1].as_f64()) {
                    let time = WorkingTime {
                        hours_a_week: hours,
                        weeks_a_year: weeks,
                    };
                    settings.time = time.sound();
                }
            }
            "rates" => settings.rates = rates_from(&json),
            "baseline" => settings.baseline = json.as_str().and_then(JobId::parse),
            "wishes" => settings.wishes = wishes_from(&json),
            _ => {
                let terms = terms_from(&json);
                if let Some(id) = name.strip_prefix(JOB).and_then(JobId::parse)
                    && !terms.is_empty()
                {
                    settings.terms.insert(id, terms);
                }
            }
        }
    }
    settings
}

fn rates_from(json: &Json) -> Rates {
    let mut rates = Rates::default();
    rates.show_in(json[0].as_str().and_then(currency_code));
    for rate in json[1].as_array().into_iter().flatten() {
        let code = rate[0].as_str().and_then(currency_code);
        let on = rate[2].as_i64().and_then(|n| i32::try_from(n).ok());
        if let (Some(code), Some(on)) = (code, on) {
            rates.set(code, rate[1].as_f64(), Day::from_number(on));
        }
    }
    rates
}

fn wishes_from(json: &Json) -> Wishes {
    let weight = |json: &Json| {
        let n = json.as_u64().and_then(|n| u8::try_from(n).ok());
        n.unwrap_or(0).min(MOST_WEIGHT)
    };
    let of = |at: usize| weight(&json["w"][at]);
    let mut wishes = Wishes {
        pay: of(0),
        musts: of(1),
        mode: of(2),
        place: of(3),
        level: of(4),
        deadline: of(5),
        benefits: of(6),
        pay_ends: json["p"][0].as_f64().zip(json["p"][1].as_f64()),
        best_mode: json["m"].as_str().and_then(Code::from_code),
        best_level: json["s"].as_str().and_then(Code::from_code),
        days: json["d"].as_u64().and_then(|n| u16::try_from(n).ok()),
        extras: json["x"]
            .as_str()
            .and_then(from_letters)
            .unwrap_or_default(),
        ..Wishes::default()
    };
    for place in json["l"].as_array().into_iter().flatten() {
        wishes.places.extend(place.as_str().map(str::to_string));
    }
    for own in json["o"].as_array().into_iter().flatten() {
        if let Some(name) = own[0].as_str() {
            wishes.own.push((name.to_string(), weight(&own[1])));
        }
    }
    wishes
}

fn terms_from(json: &Json) -> Terms {
    let mut terms = Terms {
        hours_a_week: json[0].as_f64(),
        commute_minutes: json[1].as_f64(),
        commute_cost: json[2].as_f64(),
        office_days: json[3].as_f64(),
        unpaid_hours: json[4].as_f64(),
        leave_days: json[5].as_f64(),
        ..Terms::default()
    };
    for (name, score) in json[6].as_object().into_iter().flatten() {
        if let Some(score) = score.as_u64().and_then(|n| u8::try_from(n).ok()) {
            terms.scores.insert(WordsKey::new(name), score.min(100));
        }
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{ExtraKind, Seniority, WorkMode};

    fn again(settings: &Settings) -> Settings {
        let values = compare_to(settings);
        compare_from(values.iter().map(|(n, v)| (n.as_str(), v.as_str())))
    }

    #[test]
    fn settings_come_back_as_they_were() {
        assert_eq!(again(&Settings::default()), Settings::default());
        let mut settings = Settings::default();
        settings.time.hours_a_week = 37.5;
        settings.rates.show_in(Some("EUR"));
        assert!(
            settings
                .rates
                .set("SEK", Some(0.0909), Day::from_number(20_000))
        );
        let id = JobId::parse("m5k2a9x0");
        settings.baseline.clone_from(&id);
        settings.wishes = Wishes {
            pay: 4,
            musts: 5,
            pay_ends: Some((45_000.0, 80_000.0)),
            best_mode: Some(WorkMode::Remote),
            places: vec!["Gent".into()],
            best_level: Some(Seniority::Lead),
            days: Some(14),
            extras: vec![ExtraKind::Leave, ExtraKind::Pension],
            own: vec![("The team".into(), 3)],
            ..Wishes::default()
        };
        let mut terms = Terms {
            commute_minutes: Some(35.0),
            office_days: Some(2.0),
            ..Terms::default()
        };
        terms.scores.insert(WordsKey::new("The team"), 80);
        settings.terms.extend(id.map(|id| (id, terms)));
        assert_eq!(again(&settings), settings);
    }

    #[test]
    fn what_is_broken_is_left_out_and_the_rest_read() {
        let values = [
            ("time", r#"["x",1]"#),
            ("rates", r#"["EUR",[["SEK",-1,3],["NOK",0.08,9]]]"#),
            ("baseline", "7"),
            ("wishes", r#"{"w":[9,"a",3],"p":[1]}"#),
            ("job:A B", "[1]"),
            ("job:ok", "[38]"),
            ("what a later version adds", "[1]"),
            ("job:no", "{"),
        ];
        let settings = compare_from(values.into_iter());
        assert_eq!(settings.time, WorkingTime::default());
        assert_eq!((settings.rates.all().len(), &settings.baseline), (1, &None));
        let wishes = &settings.wishes;
        assert_eq!((wishes.pay, wishes.musts, wishes.mode), (5, 0, 3));
        assert_eq!((wishes.pay_ends, settings.terms.len()), (None, 1));
    }
}
