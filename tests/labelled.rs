//! The reader, counted over the postings of `tests/labelled`, whose facts are labelled by hand: how many
//! of each field are right may not fall.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rolecard::extract::date::When;
use rolecard::extract::pay::Period;
use rolecard::extract::{self, Employment, Facts};
use serde_json::Value;

/// Of the seventy, so many are right at least.
const FLOORS: &[(&str, usize)] = &[
    ("title", 53),
    ("company", 47),
    ("locations", 47),
    ("employment", 65),
    ("pay", 68),
    ("deadline", 66),
    ("start", 61),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled")
}

#[test]
fn no_field_is_read_worse_than_it_was() {
    let labels = fs::read_to_string(folder().join("labels.jsonl")).expect("the labels are there");
    let mut right: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = 0;
    for line in labels.lines() {
        let label: Value = serde_json::from_str(line).expect("a label is JSON");
        let name = label["name"].as_str().expect("a name");
        let text = fs::read_to_string(folder().join(format!("{name}.txt"))).expect(name);
        let facts = extract::read(&text).facts;
        all += 1;
        for (field, is_right) in judged(&label, &facts) {
            *right.entry(field).or_default() += usize::from(is_right);
            if !is_right {
                println!("{name}: {field}: {}", label[field]);
            }
        }
    }
    println!("{right:?} of {all}");
    assert_eq!(all, 70);
    for (field, floor) in FLOORS {
        assert!(
            right[field] >= *floor,
            "{field}: {} < {floor}",
            right[field]
        );
    }
}

/// Each field, and whether it is right.
fn judged(label: &Value, facts: &Facts) -> Vec<(&'static str, bool)> {
    let wanted = |field: &str| label[field].as_str().map(plain);
    let title = facts.title.as_ref().map(|f| plain(&f.value));
    let company = facts.company.as_ref().map(|f| plain(&f.value));
    let read: Vec<_> = facts.locations.iter().map(|f| plain(&f.value)).collect();
    let towns = label["locations"].as_array().expect("a list");
    let towns: Vec<_> = towns.iter().filter_map(|t| t.as_str().map(plain)).collect();
    let holds = |town: &String| read.iter().any(|r| r.contains(town) || town.contains(r));
    let kinds = label["employment"].as_array().expect("a list");
    let kinds: BTreeSet<_> = kinds.iter().filter_map(Value::as_str).collect();
    let said: BTreeSet<_> = facts.employment.iter().map(|f| kind(f.value)).collect();
    let deadline = facts.deadline.as_ref().map(|f| day(&f.value));
    let start = facts.start.as_ref().map(|f| day(&f.value));
    vec![
        ("title", title == wanted("title")),
        ("company", company == wanted("company")),
        (
            "locations",
            read.len() == towns.len() && towns.iter().all(holds),
        ),
        ("employment", said == kinds),
        ("pay", is_pay(&label["pay"], facts)),
        (
            "deadline",
            deadline.as_deref() == label["deadline"].as_str(),
        ),
        ("start", start.as_deref() == label["start"].as_str()),
    ]
}

/// In small letters, with single blanks between the words and no marks but those of names.
fn plain(text: &str) -> String {
    let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '&' | '+' | '#');
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(is_mark).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

fn kind(kind: Employment) -> &'static str {
    match kind {
        Employment::FullTime => "full_time",
        Employment::PartTime => "part_time",
        Employment::Contract | Employment::Temporary => "temporary",
        Employment::Permanent => "permanent",
        Employment::Internship => "internship",
        Employment::Apprenticeship => "apprenticeship",
        Employment::Volunteer => "volunteer",
        Employment::Freelance => "freelance",
        Employment::PerDiem => "per_diem",
    }
}

fn day(when: &When) -> String {
    match when {
        When::On(date) => date.to_string(),
        When::Yearless(date) => date.to_string().trim_start_matches("0000-").to_string(),
        When::Soon => "soon".into(),
        When::Relative(days) => format!("{days:+}"),
    }
}

/// Whether the smallest pay, its currency and its period are the labelled ones, and the greatest where
/// there is one.
fn is_pay(label: &Value, facts: &Facts) -> bool {
    let Some(pay) = facts.pay.as_ref().map(|f| &f.value) else {
        return label.is_null();
    };
    let period = match pay.period {
        Some(Period::Hour) => "hour",
        Some(Period::Day) => "day",
        Some(Period::Week) => "week",
        Some(Period::Month) => "month",
        Some(Period::Year) => "year",
        None => "",
    };
    let greatest = label["max"].as_f64();
    label["min"].as_f64() == pay.min
        && label["currency"].as_str() == pay.currency
        && label["period"].as_str() == Some(period)
        && (greatest.is_none() || greatest == pay.max.or(pay.min))
}
