//! Jobs and drafts as JSON.

use super::codes::Code;
use super::fact::{code, from_json, or_nothing, or_null, to_json};
use super::{VERSION, fields};
use crate::extract::json::{self, Json, Object, quoted};
use crate::extract::order;
use crate::job::{
    Correction, Day, Draft, Event, FactKind, Job, JobId, Marks, Moment, Reading, RequirementEdit,
    Stamped, Status, Tick,
};

/// A job as text. Its fields: version, source text, day of reading (in days since 1970), marks,
/// notes and when they were changed, history (when, and the status it came into), the reader's
/// version, facts as read.
pub fn job_to(job: &Job) -> String {
    let event = |event: &Event| json::list(&[event.at.0.to_string(), code(event.status)]);
    let history: Vec<_> = job.history.iter().map(event).collect();
    let mut all = draft_fields(&job.source, job.read_on, &job.marks);
    all.extend([
        (
            "n",
            json::list(&[quoted(&job.notes.value), job.notes.at.0.to_string()]),
        ),
        ("h", json::list(&history)),
        ("r", quoted(&job.reading.reader)),
        ("f", reading_to(&job.reading)),
    ]);
    json::object(&all)
}

/// The job of text that [`job_to`] wrote.
pub fn job_from(id: &JobId, raw: &str) -> Option<Job> {
    let fields = fields(raw)?;
    let draft = draft_of(&fields)?;
    let notes = fields.get("n")?.list()?;
    let [words, at] = *notes.as_slice() else {
        return None;
    };
    let history = fields.get("h")?.list()?;
    let history: Vec<Event> = history.into_iter().map(event_from).collect::<Option<_>>()?;
    if history.is_empty() {
        return None;
    }
    Some(Job {
        id: id.clone(),
        source: draft.source,
        read_on: draft.read_on,
        marks: draft.marks,
        notes: Stamped::new(words.text()?, Moment(at.integer()?)),
        history,
        reading: reading_from(fields.get("r")?.text()?, fields.get("f")?)?,
    })
}

/// The source text of a job that [`job_to`] wrote, for searching without reading the rest.
pub fn source_from(raw: &str) -> Option<String> {
    fields(raw)?.get("s")?.text()
}

/// A draft as text.
pub fn draft_to(draft: &Draft) -> String {
    json::object(&draft_fields(&draft.source, draft.read_on, &draft.marks))
}

/// The draft of text that [`draft_to`] wrote.
pub fn draft_from(raw: &str) -> Option<Draft> {
    draft_of(&fields(raw)?)
}

/// What a job has in common with a draft.
fn draft_fields(source: &str, read_on: Day, marks: &Marks) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("v", VERSION.to_string()),
        ("s", quoted(source)),
        ("d", read_on.number().to_string()),
    ];
    let marks = marks_to(marks);
    if !marks.is_empty() {
        all.push(("m", json::object(&marks)));
    }
    all
}

fn draft_of(fields: &Object<'_>) -> Option<Draft> {
    let day = fields.get("d")?.integer()?;
    Some(Draft {
        source: fields.get("s")?.text()?,
        read_on: Day::from_number(i32::try_from(day).ok()?),
        marks: match fields.get("m") {
            Some(marks) => marks_from(marks)?,
            None => Marks::default(),
        },
    })
}

fn event_from(json: Json<'_>) -> Option<Event> {
    let list = json.list()?;
    let [at, status] = *list.as_slice() else {
        return None;
    };
    Some(Event {
        at: Moment(at.integer()?),
        status: Status::from_code(&status.text()?)?,
    })
}

fn reading_to(reading: &Reading) -> String {
    let mut facts: Vec<_> = reading
        .facts
        .iter()
        .map(|(kind, value)| (kind.code(), to_json(value)))
        .collect();
    order::sort_by_key(&mut facts, |(code, _)| *code);
    json::object(&facts)
}

fn reading_from(reader: String, json: Json<'_>) -> Option<Reading> {
    let mut facts = Vec::new();
    for (code, json) in json.object()?.iter() {
        let kind = FactKind::from_code(code)?;
        facts.push((kind, from_json(kind, *json)?));
    }
    order::sort_by_key(&mut facts, |(kind, _)| *kind);
    Some(Reading { reader, facts })
}

/// What the person marked: corrections (fact, when, and null for "not stated", false for "as read",
/// else `[value]`), ticks (words, when, and the tick if set) and changed requirements; each only
/// where there are any.
fn marks_to(marks: &Marks) -> Vec<(&'static str, String)> {
    let correction = |(kind, stamped): (FactKind, &Stamped<Correction>)| {
        let json = match &stamped.value {
            Correction::Is(value) => json::list(&[to_json(value)]),
            Correction::NotStated => or_nothing(None),
            Correction::AsRead => false.to_string(),
        };
        json::list(&[code(kind), stamped.at.0.to_string(), json])
    };
    let corrections: Vec<_> = marks.corrections.iter().map(correction).collect();
    let ticks = marks.ticks.iter().map(|(_, mark)| {
        json::list(&[
            quoted(&mark.words),
            mark.tick.at.0.to_string(),
            or_nothing(mark.tick.value.map(code)),
        ])
    });
    let ticks: Vec<_> = ticks.collect();
    let edits: Vec<_> = marks.requirements.iter().map(|(_, e)| edit_to(e)).collect();
    let mut all = Vec::new();
    for (name, list) in [("c", corrections), ("t", ticks), ("q", edits)] {
        if !list.is_empty() {
            all.push((name, json::list(&list)));
        }
    }
    all
}

/// A changed requirement: words as read, when, added by the person, taken off, other words, moved
/// to; the last four only where they hold.
fn edit_to(edit: &RequirementEdit) -> String {
    let mut all = vec![("w", quoted(&edit.words)), ("at", edit.at.0.to_string())];
    for (name, flag) in [("a", edit.added), ("x", edit.removed)] {
        if flag {
            all.push((name, flag.to_string()));
        }
    }
    all.extend(edit.text.as_deref().map(|text| ("t", quoted(text))));
    all.extend(edit.strength.map(|strength| ("s", code(strength))));
    json::object(&all)
}

fn marks_from(json: Json<'_>) -> Option<Marks> {
    let fields = json.object()?;
    let each = |name: &str| match fields.get(name) {
        Some(json) => json.list(),
        None => Some(Vec::new()),
    };
    let mut marks = Marks::default();
    for one in each("c")? {
        let one = one.list()?;
        let [code, at, json] = *one.as_slice() else {
            return None;
        };
        let kind = FactKind::from_code(&code.text()?)?;
        let correction = match json.list() {
            Some(one) => Correction::Is(from_json(kind, *one.first()?)?),
            None if json.is_null() => Correction::NotStated,
            None if json.bool() == Some(false) => Correction::AsRead,
            None => return None,
        };
        let at = Moment(at.integer()?);
        marks.corrections.set(kind, correction, at);
    }
    for one in each("t")? {
        let one = one.list()?;
        let [words, at, tick] = *one.as_slice() else {
            return None;
        };
        let tick = or_null(tick, |j| Tick::from_code(&j.text()?))?;
        marks.ticks.set(&words.text()?, tick, Moment(at.integer()?));
    }
    for one in each("q")? {
        marks.requirements.insert(edit_from(&one.object()?)?);
    }
    Some(marks)
}

fn edit_from(fields: &Object<'_>) -> Option<RequirementEdit> {
    let flag = |name: &str| match fields.get(name) {
        Some(json) => json.bool(),
        None => Some(false),
    };
    let (text, strength) = (fields.get("t"), fields.get("s"));
    Some(RequirementEdit {
        words: fields.get("w")?.text()?,
        added: flag("a")?,
        text: text.map_or(Some(None), |j| or_null(j, Json::text))?,
        strength: strength.map_or(Some(None), |j| or_null(j, |j| Code::from_code(&j.text()?)))?,
        removed: flag("x")?,
        at: Moment(fields.get("at")?.integer()?),
    })
}
