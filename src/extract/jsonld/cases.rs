//! Postings as data, in the shapes that pages print, and what is read of them.

use super::super::date::When;
use super::super::facts::{Employment, Fact, Facts, WorkMode};
use super::super::pay::Period;
use super::{read, split};

fn facts(json: &str) -> (String, Facts) {
    let text = format!("Ward clerk\nBrookmere Clinic\n\n```json\n{json}\n```\n");
    let (_, block) = split(&text);
    let facts = read(&text, block.expect("the text ends in a block"));
    (text, facts)
}

#[test]
fn reads_a_whole_posting() {
    let (text, facts) = facts(
        r#"[{"@type":"WebSite"},{"@graph":[{"@type":["JobPosting"],"title":"Ward clerk",
        "hiringOrganization":{"@type":"Organization","name":"Brookmere Clinic"},
        "jobLocation":[{"@type":"Place","address":{"addressLocality":"Hexby","addressRegion":"Kent"}}],
        "employmentType":["FULL_TIME","TEMPORARY"],"datePosted":"2026-03-02T08:00:00Z",
        "validThrough":"2026-04-01","experienceRequirements":{"monthsOfExperience":18},
        "baseSalary":{"currency":"GBP","value":{"minValue":24000,"maxValue":"26,500","unitText":"YEAR"}}}]}]"#,
    );
    let place = &facts.locations[0];
    assert_eq!(place.value, "Hexby, Kent");
    assert_eq!(
        place
            .evidence
            .iter()
            .map(|s| s.of(&text))
            .collect::<Vec<_>>(),
        ["Hexby", "Kent"]
    );
    let pay = facts.pay.expect("pay is there");
    assert_eq!(
        (pay.value.min, pay.value.max),
        (Some(24000.0), Some(26500.0))
    );
    assert_eq!(
        (pay.value.currency, pay.value.period),
        (Some("GBP"), Some(Period::Year))
    );
    assert_eq!(facts.title.expect("title").span().of(&text), "Ward clerk");
    assert_eq!(facts.experience.expect("experience").value, 1.5);
    let kinds: Vec<_> = facts.employment.iter().map(|e| e.value).collect();
    assert_eq!(kinds, [Employment::FullTime, Employment::Temporary]);
    let When::On(deadline) = facts.deadline.expect("deadline").value else {
        panic!("a date")
    };
    assert_eq!(deadline.to_string(), "2026-04-01");
}

#[test]
fn odd_shapes_give_what_they_give() {
    let (_, odd) = facts(
        r#"{"@type":"JobPosting","title":7,"hiringOrganization":"Hexby Bus","jobLocation":"Hexby",
        "jobLocationType":"TELECOMMUTE","employmentType":"PART_TIME, whenever","baseSalary":"good",
        "datePosted":"soon","validThrough":null}"#,
    );
    assert_eq!(odd.title, None);
    assert_eq!(odd.company.expect("company").value, "Hexby Bus");
    assert_eq!(odd.locations[0].value, "Hexby");
    assert_eq!(odd.work_mode.expect("mode").value, WorkMode::Remote);
    assert_eq!(odd.employment[0].value, Employment::PartTime);
    assert_eq!((odd.pay, odd.posted, odd.deadline), (None, None, None));
}

#[test]
fn pay_in_every_shape() {
    let cases = [
        (
            r#""$45,000 - $52,000 per year""#,
            Some(45000.0),
            Some(52000.0),
            "USD",
            Period::Year,
        ),
        (
            r#"{"currency":"EUR","value":"2.400 - 2.900 € pro Monat"}"#,
            Some(2400.0),
            Some(2900.0),
            "EUR",
            Period::Month,
        ),
        (
            r#"{"currency":"GBP","value":{"value":"£27,500"}}"#,
            Some(27500.0),
            Some(27500.0),
            "GBP",
            Period::Year,
        ),
        (
            r#"{"currency":"SEK","value":31500,"unitText":"MONTH"}"#,
            Some(31500.0),
            Some(31500.0),
            "SEK",
            Period::Month,
        ),
        (
            r#"{"value":{"minValue":18.5,"maxValue":21,"unitText":"HOUR"}}"#,
            Some(18.5),
            Some(21.0),
            "USD",
            Period::Hour,
        ),
        (
            r#"{"currency":"USD","value":{"minValue":0,"maxValue":90000,"unitText":"YEAR"}}"#,
            None,
            Some(90000.0),
            "USD",
            Period::Year,
        ),
        (
            r#"{"currency":"USD","value":{"minValue":60000,"maxValue":70000}}"#,
            Some(60000.0),
            Some(70000.0),
            "USD",
            Period::Year,
        ),
    ];
    for (json, min, max, currency, period) in cases {
        let mut all = String::from(r#"{"@type":"JobPosting","salaryCurrency":"USD","baseSalary":"#);
        all.push_str(json);
        all.push('}');
        let (_, facts) = facts(&all);
        let pay = facts
            .pay
            .unwrap_or_else(|| panic!("no pay in {json}"))
            .value;
        assert_eq!((pay.min, pay.max), (min, max), "{json}");
        assert_eq!(
            (pay.currency, pay.period),
            (Some(currency), Some(period)),
            "{json}"
        );
    }
}

#[test]
fn places_dates_and_names_in_every_shape() {
    let (_, facts) = facts(
        r#"{"mainEntity":{"@type":"JobPosting","title":"Fitter &amp; Turner (m/f/d)","hiringOrganization":{"name":"Hexby &amp; Sons"},
        "jobLocation":[{"address":{"addressLocality":"Hexby","addressRegion":"Hexby","addressCountry":"GB"}},
          {"name":"Brook Yard"},{"address":"Marl Road, Dunmere"},"Hexby",{"address":{"addressCountry":{"name":"Ireland"}}},
          {"address":{"addressLocality":"Remote"}}],
        "employmentType":["Vollzeit","CDI"],"validThrough":"31 March 2027","datePosted":"03/30/2027"}}"#,
    );
    let places: Vec<_> = facts.locations.iter().map(|l| l.value.as_str()).collect();
    assert_eq!(
        places,
        ["Hexby", "Brook Yard", "Marl Road, Dunmere", "Ireland"]
    );
    assert_eq!(facts.work_mode.map(|m| m.value), Some(WorkMode::Remote));
    assert_eq!(
        facts.title.map(|t| t.value).as_deref(),
        Some("Fitter & Turner")
    );
    assert_eq!(
        facts.company.map(|c| c.value).as_deref(),
        Some("Hexby & Sons")
    );
    let kinds: Vec<_> = facts.employment.iter().map(|e| e.value).collect();
    assert_eq!(kinds, [Employment::FullTime, Employment::Permanent]);
    let day = |fact: Option<Fact<When>>| match fact.map(|f| f.value) {
        Some(When::On(date)) => date.to_string(),
        other => panic!("no date: {other:?}"),
    };
    assert_eq!(day(facts.deadline), "2027-03-31");
    assert_eq!(day(facts.posted), "2027-03-30");
}

#[test]
fn a_declared_place_is_taken_over_one_made_out() {
    let data = r#"{"@type":"JobPosting","title":"Park Keeper","hiringOrganization":"Dunmere Borough Council",
        "jobLocation":"Dunmere, Kent"}"#;
    let mut text = String::from(
        "# Park Keeper\nEmployer: Dunmere Borough Council\nYou look after three parks.\n\n```json\n",
    );
    text.push_str(data);
    text.push_str("\n```\n");
    let facts = crate::extract::read(&text).facts;
    assert_eq!(facts.locations[0].value, "Dunmere, Kent");
}

#[test]
fn the_visible_text_corrects_the_data() {
    let data = r#"{"@type":"JobPosting","title":"Baker II - 4411","hiringOrganization":"Loaf Holdings Int.",
        "jobLocation":"Dunmere","baseSalary":"$20 per hour","employmentType":"FULL_TIME"}"#;
    let mut text = String::from(
        "# Night Baker\nOvenhaus · Leeds, UK · 3 days ago\nPart-time\n£13.40 an hour\n\n```json\n",
    );
    text.push_str(data);
    text.push_str("\n```\n");
    let facts = crate::extract::read(&text).facts;
    assert_eq!(facts.title.map(|t| t.value).as_deref(), Some("Night Baker"));
    assert_eq!(facts.company.map(|c| c.value).as_deref(), Some("Ovenhaus"));
    assert_eq!(facts.locations[0].value, "Leeds, UK");
    assert_eq!(facts.pay.and_then(|p| p.value.min), Some(13.4));
    assert_eq!(facts.employment[0].value, Employment::PartTime);
}

#[test]
fn broken_data_is_left_out() {
    for json in [
        "{\"@type\":\"JobPosting\",",
        "JobPosting",
        "[[[[[{\"@type\":\"JobPosting\"}]]]]]",
        "",
    ] {
        let text = format!("words\n```json\n{json} JobPosting");
        let (body, block) = split(&text);
        assert_eq!(body, "words\n");
        assert_eq!(
            read(&text, block.expect("a block")),
            Facts::default(),
            "{json}"
        );
    }
    assert_eq!(
        split("words ```json JobPosting").1,
        None,
        "a fence opens a line"
    );
}
