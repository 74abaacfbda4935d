//! Structured data of the page itself: a schema.org `JobPosting` in JSON-LD, kept as a fenced block
//! at the end of the source. Its fields are evidence like any words; what the visible text says of
//! pay, place, mode and dates goes before it. Never fails: what cannot be read is left out.
//!
//! Source: <https://schema.org/JobPosting>, and the shapes applicant systems print in practice
//! (strings where objects should be, one place or a list, numbers as strings).

#[cfg(test)]
mod cases;
mod plain;
mod value;

use super::company::is_told;
use super::date::When;
use super::document::Document;
use super::employment::named;
use super::facts::{Employment, Fact, Facts, WorkMode};
use super::json::{Json, Members, get};
use super::place::last;
use super::span::Span;
use super::title::clean;
use value::Reader;

/// The line that opens the block.
const FENCE: &str = "```json";
const REASON: &str = "the page's JobPosting data";

/// Cuts the source into the words people see and the block of structured data, if it ends in one.
#[must_use]
pub fn split(text: &str) -> (&str, Option<Span>) {
    let Some(at) = text.rfind(FENCE) else {
        return (text, None);
    };
    let starts_line = at == 0 || text[..at].ends_with('\n');
    let block = &text[at + FENCE.len()..];
    if !starts_line || !block.contains("JobPosting") {
        return (text, None);
    }
    (&text[..at], Some(Span::new(at + FENCE.len(), text.len())))
}

/// The facts in the block.
#[must_use]
pub fn read(text: &str, block: Span) -> Facts {
    let mut facts = Facts::default();
    let Some(raw) = Json::first(block.of(text)) else {
        return facts;
    };
    let Some(posting) = find_posting(raw, 0) else {
        return facts;
    };
    let reader = Reader { text };
    facts.title = reader
        .string(get(&posting, "title"))
        .filter(|f| f.value.len() <= 200)
        .map(|f| Fact {
            value: {
                let doc = Document::new(&f.value);
                clean::clean(&doc, Span::new(0, f.value.len())).1
            },
            ..f
        })
        .filter(|f| !f.value.is_empty());
    facts.company = get(&posting, "hiringOrganization").and_then(|raw| reader.name(raw));
    for place in reader.each(get(&posting, "jobLocation")) {
        let Some(place) = reader.place(place) else {
            continue;
        };
        if matches!(
            place.value.to_lowercase().as_str(),
            "remote" | "anywhere" | "worldwide"
        ) {
            // a mode in the place of a town
            facts.work_mode = Some(Fact::new(WorkMode::Remote, place.span(), REASON));
        } else if !facts.locations.iter().any(|l| l.value == place.value) {
            facts.locations.push(place);
        }
    }
    for kind in reader.each(get(&posting, "jobLocationType")) {
        let Some(kind) = reader.string(Some(kind)) else {
            continue;
        };
        if !kind.value.eq_ignore_ascii_case("telecommute") {
            continue;
        }
        facts.work_mode = Some(Fact::new(WorkMode::Remote, kind.span(), REASON));
        if facts.locations.is_empty() {
            for area in reader.each(get(&posting, "applicantLocationRequirements")) {
                facts.locations.extend(reader.name(area));
            }
        }
    }
    for kind in reader.each(get(&posting, "employmentType")) {
        if let Some(found) = reader.string(Some(kind)) {
            for part in found.value.split([',', '/', ';']) {
                let kinds = employment(part).map_or_else(|| named(part), |k| vec![k]);
                for value in kinds {
                    if !facts.employment.iter().any(|e| e.value == value) {
                        let fact = Fact::new(value, found.span(), REASON);
                        facts.employment.push(fact);
                    }
                }
            }
        }
    }
    let currency = reader.string(get(&posting, "salaryCurrency"));
    facts.pay = get(&posting, "baseSalary").and_then(|raw| reader.pay(raw, currency.as_ref()));
    facts.posted = reader.date(get(&posting, "datePosted"));
    facts.deadline = reader.date(get(&posting, "validThrough"));
    facts.start = reader.date(get(&posting, "jobStartDate"));
    facts.education = get(&posting, "educationRequirements").and_then(|raw| reader.education(raw));
    facts.experience =
        get(&posting, "experienceRequirements").and_then(|raw| reader.experience(raw));
    facts.hours = reader
        .string(get(&posting, "workHours"))
        .filter(|f| f.value.len() <= 80);
    facts
}

/// Takes title and company from `linked` where it has them: what the page itself declares goes
/// before what its layout suggests, but not where the page shows another and never the declared
/// one. Their place in the visible text `body` is their first evidence.
pub fn name(facts: &mut Facts, linked: &Facts, body: &str) {
    let folded = body.to_lowercase();
    let believed = |linked: &Option<Fact<String>>, seen: &Option<Fact<String>>| {
        let declared = linked.as_ref()?;
        let told = (seen.as_ref()).is_some_and(|f| is_told(f.reason) || title_line(f.reason));
        let other = told && !folded.contains(&declared.value.to_lowercase());
        (!other).then(|| declared.clone())
    };
    let shown = |fact: &Fact<String>| {
        let at = body.find(&fact.value);
        let seen = at.map(|at| Span::new(at, at + fact.value.len()));
        let evidence = seen
            .into_iter()
            .chain(fact.evidence.iter().copied())
            .collect();
        Fact {
            value: fact.value.clone(),
            evidence,
            reason: fact.reason,
        }
    };
    let title = believed(&linked.title, &facts.title);
    facts.title = title.as_ref().map(shown).or(facts.title.take());
    let company = believed(&linked.company, &facts.company);
    facts.company = company.as_ref().map(shown).or(facts.company.take());
}

/// Whether a title stands on a line of its own, rather than in a sentence.
fn title_line(reason: &str) -> bool {
    reason == "header line" || reason.starts_with("labelled as title")
}

/// Fills what the visible text left open from `linked`.
pub fn complete(facts: &mut Facts, linked: Facts) {
    let is_last = |place: &Fact<String>| last::is_last(place.reason);
    if facts.locations.iter().all(is_last) && !linked.locations.is_empty() {
        facts.locations = linked.locations;
    }
    if facts.employment.is_empty() {
        facts.employment = linked.employment;
    }
    facts.work_mode = facts.work_mode.take().or(linked.work_mode);
    facts.pay = facts.pay.take().or(linked.pay);
    facts.posted = absolute(facts.posted.take(), linked.posted);
    facts.deadline = absolute(facts.deadline.take(), linked.deadline);
    facts.start = absolute(facts.start.take(), linked.start);
    facts.education = facts.education.take().or(linked.education);
    facts.experience = facts.experience.take().or(linked.experience);
    facts.hours = facts.hours.take().or(linked.hours);
}

/// A calendar date goes before a relative one ("3 days ago"), then the visible before the linked.
fn absolute(seen: Option<Fact<When>>, linked: Option<Fact<When>>) -> Option<Fact<When>> {
    match (&seen, &linked) {
        (
            Some(Fact {
                value: When::On(_), ..
            }),
            _,
        )
        | (_, None) => seen,
        _ => linked,
    }
}

/// The `JobPosting` in a value: the object itself, one of a list, or one of its `@graph`.
fn find_posting(raw: Json<'_>, depth: usize) -> Option<Members<'_>> {
    if depth > 3 {
        return None;
    }
    if let Some(list) = raw.items() {
        let mut list = list.into_iter().take(50);
        return list.find_map(|item| find_posting(item, depth + 1));
    }
    let object = raw.members()?;
    let kind = get(&object, "@type");
    if kind.is_some_and(|t| t.raw().contains("\"JobPosting\"")) {
        return Some(object);
    }
    ["@graph", "mainEntity"]
        .iter()
        .find_map(|key| find_posting(get(&object, key)?, depth + 1))
}

fn employment(word: &str) -> Option<Employment> {
    Some(
        match word
            .trim()
            .to_ascii_uppercase()
            .replace(['-', ' '], "_")
            .as_str()
        {
            "FULL_TIME" | "FULLTIME" => Employment::FullTime,
            "PART_TIME" | "PARTTIME" => Employment::PartTime,
            "CONTRACTOR" | "CONTRACT" => Employment::Contract,
            "TEMPORARY" | "TEMP" => Employment::Temporary,
            "PERMANENT" => Employment::Permanent,
            "INTERN" | "INTERNSHIP" => Employment::Internship,
            "VOLUNTEER" => Employment::Volunteer,
            "PER_DIEM" => Employment::PerDiem,
            _ => return None,
        },
    )
}
