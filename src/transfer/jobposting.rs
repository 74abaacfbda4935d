//! A job as structured data in the terms of schema.org's `JobPosting` (JSON-LD). Says only what the
//! card says.

use serde_json::{Map, Value as Json, json};

use crate::extract::pay::{Pay, Period};
use crate::extract::{Education, Employment, WorkMode};
use crate::job::{Day, FactKind, Job, Value};

/// A job as JSON-LD.
#[must_use]
pub fn write(job: &Job) -> String {
    let card = job.card();
    let mut map = Map::new();
    let mut put = |name: &str, value: Option<Json>| {
        if let Some(value) = value {
            map.insert(name.into(), value);
        }
    };
    put("@context", Some(json!("https://schema.org")));
    put("@type", Some(json!("JobPosting")));
    put("identifier", Some(json!(job.id.as_str())));
    put("title", card.text(FactKind::Title).map(|t| json!(t)));
    let company = card.text(FactKind::Company);
    put(
        "hiringOrganization",
        company.map(|name| json!({"@type": "Organization", "name": name})),
    );
    put(
        "description",
        (!job.source.is_empty()).then(|| json!(job.source)),
    );
    let day = |kind| match card.value(kind) {
        Some(Value::When(when)) => Day::resolve(when, job.read_on).map(|d| json!(d.to_string())),
        _ => None,
    };
    put("datePosted", day(FactKind::Posted));
    put("validThrough", day(FactKind::Deadline));
    put("jobStartDate", day(FactKind::Start));
    if let Some(Value::Pay(pay)) = card.value(FactKind::Pay) {
        put("baseSalary", Some(salary(pay)));
    }
    if let Some(Value::Places(places)) = card.value(FactKind::Location) {
        let place = |name: &String| json!({"@type": "Place", "address": name});
        put("jobLocation", Some(places.iter().map(place).collect()));
    }
    if card.value(FactKind::WorkMode) == Some(&Value::Mode(WorkMode::Remote)) {
        put("jobLocationType", Some(json!("TELECOMMUTE")));
    }
    if let Some(Value::Employment(kinds)) = card.value(FactKind::Employment) {
        put(
            "employmentType",
            Some(kinds.iter().map(|k| json!(employment(*k))).collect()),
        );
    }
    if let Some(Value::Education(level)) = card.value(FactKind::Education) {
        put("educationRequirements", education(*level));
    }
    if let Some(Value::Years(years)) = card.value(FactKind::Experience) {
        let months = (years * 12.0).round();
        put(
            "experienceRequirements",
            Some(json!({
                "@type": "OccupationalExperienceRequirements", "monthsOfExperience": months,
            })),
        );
    }
    if let Some(Value::Skills(skills)) = card.value(FactKind::Skills) {
        let names: Vec<_> = skills.iter().map(|skill| skill.name.as_str()).collect();
        put("skills", Some(json!(names.join(", "))));
    }
    if let Some(Value::Extras(extras)) = card.value(FactKind::Extras) {
        let texts: Vec<_> = extras.iter().map(|extra| extra.text.as_str()).collect();
        put("jobBenefits", Some(json!(texts.join(", "))));
    }
    let source = card.text(FactKind::Source);
    let link = source.filter(|source| source.starts_with("http"));
    put("url", link.map(|link| json!(link)));
    put(
        "workHours",
        card.text(FactKind::Hours).map(|hours| json!(hours)),
    );
    Json::Object(map).to_string()
}

fn salary(pay: &Pay) -> Json {
    let mut value = Map::new();
    value.insert("@type".into(), json!("QuantitativeValue"));
    for (name, figure) in [("minValue", pay.min), ("maxValue", pay.max)] {
        if let Some(figure) = figure {
            value.insert(name.into(), json!(figure));
        }
    }
    if let Some(period) = pay.period {
        let unit = match period {
            Period::Hour => "HOUR",
            Period::Day => "DAY",
            Period::Week => "WEEK",
            Period::Month => "MONTH",
            Period::Year => "YEAR",
        };
        value.insert("unitText".into(), json!(unit));
    }
    let mut map = Map::new();
    map.insert("@type".into(), json!("MonetaryAmount"));
    if let Some(currency) = pay.currency {
        map.insert("currency".into(), json!(currency));
    }
    map.insert("value".into(), Json::Object(value));
    Json::Object(map)
}

fn employment(kind: Employment) -> &'static str {
    match kind {
        Employment::FullTime => "FULL_TIME",
        Employment::PartTime => "PART_TIME",
        Employment::Contract | Employment::Freelance => "CONTRACTOR",
        Employment::Temporary => "TEMPORARY",
        Employment::Internship | Employment::Apprenticeship => "INTERN",
        Employment::Volunteer => "VOLUNTEER",
        Employment::PerDiem => "PER_DIEM",
        Employment::Permanent => "OTHER",
    }
}

fn education(level: Education) -> Option<Json> {
    let category = match level {
        Education::NoneRequired => return Some(json!("no requirements")),
        Education::HighSchool => "high school",
        Education::Vocational => "professional certificate",
        Education::Associate => "associate degree",
        Education::Bachelor => "bachelor degree",
        Education::Master | Education::Doctorate => "postgraduate degree",
    };
    Some(json!({
        "@type": "EducationalOccupationalCredential", "credentialCategory": category,
    }))
}
