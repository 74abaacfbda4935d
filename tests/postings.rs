//! Postings written for the project, in the manner of many sources, each a folder of
//! `tests/postings` with `posting.txt` and `expected.json`, what the reader makes of it.
//! `ROLECARD_BLESS=1 cargo test --test postings` rewrites the expectations; read the difference
//! before it is committed.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use rolecard::extract::date::When;
use rolecard::extract::pay::Pay;
use rolecard::extract::{self, Fact, Item, Posting, Span};
use serde_json::{Map, Value, json};

#[test]
fn the_postings_read_as_expected() {
    let bless = std::env::var_os("ROLECARD_BLESS").is_some();
    let mut faults = String::new();
    for folder in folders() {
        let text = fs::read_to_string(folder.join("posting.txt")).expect("posting.txt is there");
        let found = print(&text, &extract::read(&text));
        let path = folder.join("expected.json");
        if bless {
            fs::write(&path, &found).expect("is writable");
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            faults.push_str(&format!("\n{name}:\n{}", difference(&expected, &found)));
        }
    }
    assert!(
        faults.is_empty(),
        "{faults}\nWhere the new reading (+) is right: ROLECARD_BLESS=1 cargo test --test postings"
    );
}

#[test]
fn pages_that_are_no_posting_are_known_as_such() {
    for folder in folders() {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(folder.join("posting.txt")).expect("posting.txt is there");
        assert_eq!(
            extract::read(&text).is_posting,
            !name.starts_with("not-a-posting"),
            "{name}"
        );
    }
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postings");
    let mut folders: Vec<_> = fs::read_dir(root)
        .expect("the postings are there")
        .map(|entry| entry.expect("is readable").path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 20, "postings are missing");
    folders
}

/// A reading as JSON: values with the words they came from, items by their words, lines by label.
fn print(text: &str, posting: &Posting) -> String {
    if !posting.is_posting {
        // the page shows nothing else of it
        let mut out =
            json!({"is posting": false, "language": posting.lang.map(|l| l.0)}).to_string();
        out.push('\n');
        return out;
    }
    let show = |span: &Span| span.of(text).to_string();
    let mut facts = Map::new();
    let mut put = |name: &str, values: Vec<(String, Vec<Span>)>| {
        if values.is_empty() {
            return;
        }
        let rows = values.into_iter().map(|(value, spans)| {
            json!({"value": value, "evidence": spans.iter().map(show).collect::<Vec<_>>()})
        });
        facts.insert(name.into(), rows.collect());
    };
    let f = &posting.facts;
    put("title", words(&f.title));
    put("company", words(&f.company));
    put("pay", shown(&f.pay, pay));
    put("deadline", shown(&f.deadline, when));
    put("locations", words(&f.locations));
    put("work mode", named(&f.work_mode));
    put("employment", named(&f.employment));
    put("seniority", named(&f.seniority));
    put("experience", named(&f.experience));
    put("education", named(&f.education));
    put(
        "languages",
        shown(&f.languages, |l| {
            let level = l.level.as_ref().map(|level| format!(", {level}"));
            format!("{}{}", l.name, level.unwrap_or_default())
        }),
    );
    put("sponsorship", named(&f.sponsorship));
    put("posted", shown(&f.posted, when));
    put("start", shown(&f.start, when));
    put(
        "extras",
        shown(&f.extras, |e| format!("{:?}: {}", e.kind, e.text)),
    );
    put(
        "skills",
        shown(&f.skills, |s| format!("{:?}: {}", s.asked, s.name)),
    );
    put("hours", words(&f.hours));
    put("duration", words(&f.duration));
    put("department", words(&f.department));
    put("time zone", words(&f.time_zone));
    put("travel", words(&f.travel));
    put("source", words(&f.source));

    let requirements = posting.requirements.iter().map(|r| {
        let mut row =
            json!({"text": r.item.text, "asked": format!("{:?} {:?}", r.strength, r.kind)});
        if !r.skills.is_empty() {
            row["skills"] = r.skills.iter().map(|(name, _)| name.as_str()).collect();
        }
        if r.any_of {
            row["any of"] = true.into();
        }
        if let Some(years) = r.years {
            row["years"] = years.into();
        }
        row
    });
    let application = &posting.application;
    let steps = application.steps.iter().map(|step| {
        let to = step.to.as_ref().map(|to| format!(" to {}", when(to)));
        json!({
            "what": step.what.text,
            "when": format!("{}{}", when(&step.from), to.unwrap_or_default()),
            "evidence": show(&step.when),
        })
    });
    let cautions = posting.cautions.iter();
    let cautions = cautions.map(|c| format!("{:?}: {}", c.kind, c.item.text));
    let lines = posting.lines.iter().map(|(span, label)| {
        let line: String = show(span).chars().take(60).collect();
        format!("{} {line}", label.letter()).trim_end().to_string()
    });
    let whole = json!({
        "is posting": posting.is_posting,
        "language": posting.lang.map(|l| l.0),
        "facts": facts,
        "requirements": requirements.collect::<Vec<_>>(),
        "duties": items(&posting.duties),
        "benefits": items(&posting.benefits),
        "perks": posting.perks.iter().map(|p| format!("{:?}: {}", p.value.kind, p.value.text)).collect::<Vec<_>>(),
        "how to apply": {
            "items": items(&application.items),
            "steps": steps.collect::<Vec<_>>(),
            "contacts": application.contacts.iter().map(|c| format!("{:?}", c.value)).collect::<Vec<_>>(),
            "links": application.links.iter().map(|l| l.value.clone()).collect::<Vec<_>>(),
        },
        "in short": items(&posting.in_short),
        "cautions": cautions.collect::<Vec<_>>(),
        "lines": lines.collect::<Vec<_>>(),
    });
    let mut out = serde_json::to_string_pretty(&whole).expect("is JSON");
    out.push('\n');
    out
}

fn words<'a>(facts: impl IntoIterator<Item = &'a Fact<String>>) -> Vec<(String, Vec<Span>)> {
    let facts = facts.into_iter();
    facts
        .map(|f| (f.value.clone(), f.evidence.clone()))
        .collect()
}

fn named<'a, T: Debug + 'a>(
    facts: impl IntoIterator<Item = &'a Fact<T>>,
) -> Vec<(String, Vec<Span>)> {
    shown(facts, |value| format!("{value:?}"))
}

fn shown<'a, T: 'a>(
    facts: impl IntoIterator<Item = &'a Fact<T>>,
    show: impl Fn(&T) -> String,
) -> Vec<(String, Vec<Span>)> {
    let facts = facts.into_iter();
    facts
        .map(|f| (show(&f.value), f.evidence.clone()))
        .collect()
}

fn pay(pay: &Pay) -> String {
    let figure = |f: Option<f64>| f.map_or("?".into(), |f| f.to_string());
    let period = pay.period.map(|p| format!(" a {p:?}"));
    format!(
        "{} to {} {}{}",
        figure(pay.min),
        figure(pay.max),
        pay.currency.unwrap_or("?"),
        period.unwrap_or_default().to_lowercase()
    )
}

/// A date with its hour and zone, or what stands in its place.
fn when(when: &When) -> String {
    let (When::On(date) | When::Yearless(date)) = when else {
        return format!("{when:?}");
    };
    let mut out = date.to_string();
    if let Some((hour, minute)) = date.time {
        out.push_str(&format!(" {hour:02}:{minute:02}"));
    }
    if let Some(zone) = &date.zone {
        out.push_str(&format!(" {zone}"));
    }
    out
}

fn items(items: &[Item]) -> Value {
    items.iter().map(|item| item.text.as_str()).collect()
}

/// The lines that differ, `-` expected and `+` found, by the longest common run of lines.
fn difference(expected: &str, found: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = if a[i] == b[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = String::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            out.push_str(&format!("- {}\n", a[i].trim_end()));
            i += 1;
        } else {
            out.push_str(&format!("+ {}\n", b[j].trim_end()));
            j += 1;
        }
    }
    out
}
