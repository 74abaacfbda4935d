//! Jobs and drafts as JSON.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use super::codes::Code;
use super::fact::{from_json, to_json};
use super::{VERSION, age};
use crate::extract::order;
use crate::job::{
    Correction, Day, Draft, Event, FactKind, Job, JobId, Marks, Moment, Reading, RequirementEdit,
    Stamped, Status, Tick,
};
use crate::store::wire::Age;

/// A job.
#[derive(Serialize, Deserialize)]
struct WireJob {
    /// Version.
    v: u32,
    /// Source text.
    s: String,
    /// Day of reading, in days since 1970.
    d: i32,
    /// Marks.
    #[serde(default, skip_serializing_if = "WireMarks::is_empty")]
    m: WireMarks,
    /// Notes and when they were changed.
    n: (String, i64),
    /// History: when, and the status it came into.
    h: Vec<(i64, String)>,
    /// The reader's version.
    r: String,
    /// Facts as read.
    f: Map<String, Json>,
}

/// A draft.
#[derive(Serialize, Deserialize)]
struct WireDraft {
    v: u32,
    s: String,
    d: i32,
    #[serde(default, skip_serializing_if = "WireMarks::is_empty")]
    m: WireMarks,
}

/// The source text of a job and nothing else of it.
#[derive(Deserialize)]
struct WireSource {
    s: String,
}

/// What the person marked.
#[derive(Default, Serialize, Deserialize)]
struct WireMarks {
    /// Corrections: fact, when, and null for "not stated", false for "as read", else `[value]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    c: Vec<(String, i64, Json)>,
    /// Ticks: words, when, and the tick if set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    t: Vec<(String, i64, Option<String>)>,
    /// Changed requirements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    q: Vec<WireEdit>,
}

/// A changed requirement.
#[derive(Serialize, Deserialize)]
struct WireEdit {
    /// Words as read.
    w: String,
    /// When.
    at: i64,
    /// Added by the person.
    #[serde(default, skip_serializing_if = "is_false")]
    a: bool,
    /// Taken off.
    #[serde(default, skip_serializing_if = "is_false")]
    x: bool,
    /// Other words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    t: Option<String>,
    /// Moved to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    s: Option<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the form serde asks for
fn is_false(flag: &bool) -> bool {
    !flag
}

impl WireMarks {
    fn is_empty(&self) -> bool {
        self.c.is_empty() && self.t.is_empty() && self.q.is_empty()
    }
}

/// A job as text.
pub fn job_to(job: &Job) -> String {
    write(&WireJob {
        v: VERSION,
        s: job.source.clone(),
        d: job.read_on.number(),
        m: marks_to(&job.marks),
        n: (job.notes.value.clone(), job.notes.at.0),
        h: job.history.iter().map(event_to).collect(),
        r: job.reading.reader.clone(),
        f: reading_to(&job.reading),
    })
}

/// The job of text that [`job_to`] wrote.
pub fn job_from(id: &JobId, raw: &str) -> Option<Job> {
    let wire: WireJob = read(raw)?;
    let history: Vec<Event> = wire.h.iter().map(event_from).collect::<Option<_>>()?;
    if history.is_empty() {
        return None;
    }
    Some(Job {
        id: id.clone(),
        source: wire.s,
        read_on: Day::from_number(wire.d),
        marks: marks_from(wire.m)?,
        notes: Stamped::new(wire.n.0, Moment(wire.n.1)),
        history,
        reading: reading_from(wire.r, &wire.f)?,
    })
}

/// The source text of a job that [`job_to`] wrote, for searching without reading the rest.
pub fn source_from(raw: &str) -> Option<String> {
    read::<WireSource>(raw).map(|wire| wire.s)
}

/// A draft as text.
pub fn draft_to(draft: &Draft) -> String {
    write(&WireDraft {
        v: VERSION,
        s: draft.source.clone(),
        d: draft.read_on.number(),
        m: marks_to(&draft.marks),
    })
}

/// The draft of text that [`draft_to`] wrote.
pub fn draft_from(raw: &str) -> Option<Draft> {
    let wire: WireDraft = read(raw)?;
    Some(Draft {
        source: wire.s,
        read_on: Day::from_number(wire.d),
        marks: marks_from(wire.m)?,
    })
}

fn write<T: Serialize>(wire: &T) -> String {
    serde_json::to_string(wire).expect("text keys and plain values are always JSON")
}

fn read<'r, T: Deserialize<'r>>(raw: &'r str) -> Option<T> {
    (age(raw) == Age::Known)
        .then(|| serde_json::from_str(raw).ok())
        .flatten()
}

fn event_to(event: &Event) -> (i64, String) {
    (event.at.0, event.status.code().to_string())
}

fn event_from((at, status): &(i64, String)) -> Option<Event> {
    Some(Event {
        at: Moment(*at),
        status: Status::from_code(status)?,
    })
}

fn reading_to(reading: &Reading) -> Map<String, Json> {
    let one = |(kind, value): &(FactKind, _)| (kind.code().to_string(), to_json(value));
    reading.facts.iter().map(one).collect()
}

fn reading_from(reader: String, map: &Map<String, Json>) -> Option<Reading> {
    let mut facts = Vec::with_capacity(map.len());
    for (code, json) in map {
        let kind = FactKind::from_code(code)?;
        facts.push((kind, from_json(kind, json)?));
    }
    order::sort_by_key(&mut facts, |(kind, _)| *kind);
    Some(Reading { reader, facts })
}

fn marks_to(marks: &Marks) -> WireMarks {
    let correction = |(kind, stamped): (FactKind, &Stamped<Correction>)| {
        let json = match &stamped.value {
            Correction::Is(value) => json!([to_json(value)]),
            Correction::NotStated => Json::Null,
            Correction::AsRead => Json::Bool(false),
        };
        (kind.code().to_string(), stamped.at.0, json)
    };
    let edit = |edit: &RequirementEdit| WireEdit {
        w: edit.words.clone(),
        at: edit.at.0,
        a: edit.added,
        x: edit.removed,
        t: edit.text.clone(),
        s: edit.strength.map(|s| s.code().to_string()),
    };
    let ticks = marks.ticks.iter().map(|(_, mark)| {
        let tick = mark.tick.value.map(|t| t.code().to_string());
        (mark.words.clone(), mark.tick.at.0, tick)
    });
    WireMarks {
        c: marks.corrections.iter().map(correction).collect(),
        t: ticks.collect(),
        q: marks.requirements.iter().map(|(_, e)| edit(e)).collect(),
    }
}

fn marks_from(wire: WireMarks) -> Option<Marks> {
    let mut marks = Marks::default();
    for (code, at, json) in wire.c {
        let kind = FactKind::from_code(&code)?;
        let correction = match &json {
            Json::Null => Correction::NotStated,
            Json::Bool(false) => Correction::AsRead,
            Json::Array(one) => Correction::Is(from_json(kind, one.first()?)?),
            _ => return None,
        };
        marks.corrections.set(kind, correction, Moment(at));
    }
    for (words, at, tick) in wire.t {
        let tick = match tick {
            Some(code) => Some(Tick::from_code(&code)?),
            None => None,
        };
        marks.ticks.set(&words, tick, Moment(at));
    }
    for edit in wire.q {
        let strength = match edit.s {
            Some(code) => Some(Code::from_code(&code)?),
            None => None,
        };
        marks.requirements.insert(RequirementEdit {
            words: edit.w,
            added: edit.a,
            text: edit.t,
            strength,
            removed: edit.x,
            at: Moment(edit.at),
        });
    }
    Some(marks)
}
