//! The reader as a program: JSON lines `{"id","text"}` in, one JSON line per row out, in order.
//!
//! `cargo run --release --example extract < postings.jsonl`

use std::io::{BufRead, Write};

use rolecard::extract::date::When;
use rolecard::extract::pay::Period;
use rolecard::extract::{
    self, Education, Employment, ExtraKind, Fact, Posting, Seniority, Span, WorkMode,
};
use serde_json::{Map, Value, json};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let row: Value = serde_json::from_str(&line)?;
        let text = row["text"].as_str().unwrap_or_default();
        let posting = extract::read(text);
        writeln!(out, "{}", print(&row["id"], &posting))?;
    }
    out.flush()
}

fn print(id: &Value, posting: &Posting) -> Value {
    let facts = &posting.facts;
    let mut fields = Map::new();
    let mut evidence = Map::new();
    let mut put = |key: &str, value: Value, spans: Vec<Span>| {
        fields.insert(key.into(), value);
        if !spans.is_empty() {
            let spans: Vec<_> = spans.iter().map(|s| json!([s.start, s.end])).collect();
            evidence.insert(key.into(), spans.into());
        }
    };
    let (v, s) = one(facts.title.as_ref(), |t| json!(t));
    put("title", v, s);
    let (v, s) = one(facts.company.as_ref(), |t| json!(t));
    put("company", v, s);
    let (v, s) = many(&facts.locations, |t| json!(t));
    put("locations", v, s);
    let (v, s) = one(facts.work_mode.as_ref(), |m| json!(mode(*m)));
    put("work_mode", v, s);
    let (v, s) = many(&facts.employment, |e| json!(employment(*e)));
    put("employment_types", v, s);
    let (v, s) = one(facts.seniority.as_ref(), |l| json!(seniority(*l)));
    put("seniority", v, s);
    let (v, s) = one(
        facts.pay.as_ref(),
        |p| json!({"min": p.min, "max": p.max, "currency": p.currency, "period": p.period.map(period)}),
    );
    put("salary", v, s);
    for (key, kind) in [("equity", ExtraKind::Equity), ("bonus", ExtraKind::Bonus)] {
        let found = facts.extras.iter().filter(|e| e.value.kind == kind);
        let spans: Vec<_> = found.flat_map(|e| e.evidence.clone()).collect();
        put(key, json!(!spans.is_empty()), spans);
    }
    let (v, s) = one(facts.experience.as_ref(), |y| json!(y));
    put("experience_years", v, s);
    let (v, s) = one(facts.education.as_ref(), |l| json!(education(*l)));
    put("education", v, s);
    let (v, s) = many(&facts.languages, |l| json!(l.name));
    put("languages", v, s);
    let (v, s) = one(facts.sponsorship.as_ref(), |yes| {
        json!(if *yes { "yes" } else { "no" })
    });
    put("sponsorship", v, s);
    for (key, fact) in [
        ("deadline", &facts.deadline),
        ("posted", &facts.posted),
        ("start", &facts.start),
    ] {
        let (v, s) = one(fact.as_ref(), |w| match w {
            When::On(date) => json!(date.to_string()),
            When::Yearless(_) | When::Relative(_) | When::Soon => Value::Null,
        });
        let s = if v.is_null() { Vec::new() } else { s };
        put(key, v, s);
    }
    let (v, s) = many(&facts.skills, |s| json!(s.name));
    put("skills", v, s);
    let lines: Vec<_> = posting
        .lines
        .iter()
        .enumerate()
        .map(|(i, (_, label))| json!([i + 1, i + 1, label.letter()]))
        .collect();
    json!({
        "id": id,
        "is_posting": posting.is_posting,
        "lang": posting.lang.map(|l| l.0),
        "fields": fields,
        "evidence": evidence,
        "lines": lines,
    })
}

fn one<T>(fact: Option<&Fact<T>>, show: impl Fn(&T) -> Value) -> (Value, Vec<Span>) {
    fact.map_or((Value::Null, Vec::new()), |f| {
        (show(&f.value), f.evidence.clone())
    })
}

fn many<T>(facts: &[Fact<T>], show: impl Fn(&T) -> Value) -> (Value, Vec<Span>) {
    let values: Vec<_> = facts.iter().map(|f| show(&f.value)).collect();
    let spans = facts.iter().flat_map(|f| f.evidence.clone()).collect();
    (values.into(), spans)
}

fn mode(mode: WorkMode) -> &'static str {
    match mode {
        WorkMode::Remote => "remote",
        WorkMode::Hybrid => "hybrid",
        WorkMode::Onsite => "onsite",
    }
}

fn employment(kind: Employment) -> &'static str {
    match kind {
        Employment::FullTime => "full_time",
        Employment::PartTime => "part_time",
        Employment::Contract => "contract",
        Employment::Temporary => "temporary",
        Employment::Permanent => "permanent",
        Employment::Internship => "internship",
        Employment::Apprenticeship => "apprenticeship",
        Employment::Volunteer => "volunteer",
        Employment::Freelance => "freelance",
        Employment::PerDiem => "per_diem",
    }
}

fn seniority(level: Seniority) -> &'static str {
    match level {
        Seniority::Intern => "intern",
        Seniority::Entry => "entry",
        Seniority::Mid => "mid",
        Seniority::Senior => "senior",
        Seniority::Lead => "lead",
        Seniority::Manager => "manager",
        Seniority::Director => "director",
        Seniority::Executive => "executive",
    }
}

fn education(level: Education) -> &'static str {
    match level {
        Education::NoneRequired => "none_required",
        Education::HighSchool => "high_school",
        Education::Vocational => "vocational",
        Education::Associate => "associate",
        Education::Bachelor => "bachelor",
        Education::Master => "master",
        Education::Doctorate => "doctorate",
    }
}

fn period(period: Period) -> &'static str {
    match period {
        Period::Hour => "hour",
        Period::Day => "day",
        Period::Week => "week",
        Period::Month => "month",
        Period::Year => "year",
    }
}
