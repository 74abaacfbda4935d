//! Jobs and drafts to and from what is stored. A draft is an entry a mark, as a job; what an entry
//! says that this version does not understand is carried along.

use serde_json::{Map, Value as Json, json};

use super::codes::Code;
use super::fact::{from_json, to_json};
use super::happened::{event_of, event_to, reminder_of, reminder_to, time_of, time_to};
use super::kept;
use super::migrate::{self, Kind};
use super::record::{Entries, Record, entries_from, entries_to};
use super::{Age, VERSION, age};
use crate::extract::order;
use crate::job::{
    Carried, Correction, Day, Dossier, Draft, FactKind, History, Job, LocalTime, Marks, Moment,
    Occasion, Reading, Reminders, RequirementEdit, Stamped, Suggestion, Tags, Tick, WordsKey,
};

/// The name of the application's dated steps among the facts that the reader found.
const STEPS: &str = "ap";

/// A job as stored.
pub fn record_of(job: &Job) -> Record {
    let mut entries = Entries::new();
    for carried in &job.carried {
        if let Ok(json) = serde_json::from_str(&carried.raw) {
            entries.insert(carried.name.clone(), (carried.at.0, json));
        }
    }
    put_marks(&mut entries, &job.marks);
    let mut put = |name: String, at: Moment, value: Json| {
        // What was never set is not written.
        if at != Moment::default() {
            entries.insert(name, (at.0, value));
        }
    };
    put("n".into(), job.notes.at, json!(job.notes.value));
    put("p".into(), job.starred.at, json!(job.starred.value));
    put("a".into(), job.archived.at, json!(job.archived.value));
    put("x".into(), job.deleted.at, json!(job.deleted.value));
    for (key, tag) in job.tags.all() {
        put(format!("g:{}", key.as_str()), tag.at, json!(tag.value));
    }
    for event in job.history.all() {
        let value = event_to(event, job.created);
        put(format!("h:{}", event.id), event.changed, value);
    }
    for reminder in job.reminders.all() {
        put(
            format!("r:{}", reminder.id),
            reminder.changed,
            reminder_to(reminder),
        );
    }
    let stopped = &job.reminders.stopped;
    put("s".into(), stopped.at, json!(stopped.value));
    for (suggestion, at) in job.reminders.answered() {
        let day = suggestion.due.number();
        let name = format!("y:{}{day}", suggestion.occasion.code());
        put(name, *at, Json::Bool(true));
    }
    kept::put(&mut entries, &job.dossier);
    let fact = |(kind, value): &(FactKind, _)| (kind.code().to_string(), to_json(value));
    let step = |(at, text): &(LocalTime, String)| json!([time_to(*at), text]);
    let steps = job.reading.steps.iter().map(step);
    let steps = (!job.reading.steps.is_empty()).then(|| (STEPS.to_string(), steps.collect()));
    Record {
        id: job.id.clone(),
        created: job.created.0,
        source: (job.source.clone(), job.read_on.number()),
        reading: (
            job.reading.reader.clone(),
            job.reading.facts.iter().map(fact).chain(steps).collect(),
        ),
        entries,
    }
}

/// The job that is stored so.
pub fn job_of(record: Record) -> Job {
    let mut facts = Vec::with_capacity(record.reading.1.len());
    let mut steps = Vec::new();
    for (code, json) in &record.reading.1 {
        if code == STEPS {
            let list = json.as_array().into_iter().flatten();
            steps.extend(list.filter_map(|step| {
                let text = step.get(1)?.as_str()?.to_string();
                Some((time_of(step.get(0)?)?, text))
            }));
        }
        // What another version of the reader found and this one does not know is not shown.
        if let Some(kind) = FactKind::from_code(code)
            && let Some(value) = from_json(kind, json)
        {
            facts.push((kind, value));
        }
    }
    order::sort_by_key(&mut facts, |(kind, _)| *kind);
    let mut job = Job {
        id: record.id,
        created: Moment(record.created),
        source: record.source.0,
        read_on: Day::from_number(record.source.1),
        marks: Marks::default(),
        notes: Stamped::default(),
        history: History::default(),
        reminders: Reminders::default(),
        dossier: Dossier::default(),
        tags: Tags::default(),
        starred: Stamped::default(),
        archived: Stamped::default(),
        deleted: Stamped::default(),
        carried: Vec::new(),
        reading: Reading {
            reader: record.reading.0,
            facts,
            steps,
        },
    };
    for (name, (at, value)) in record.entries {
        let at = Moment(at);
        let taken = take_mark(&mut job.marks, &name, at, &value)
            .or_else(|| kept::take(&mut job.dossier, &name, at, &value))
            .or_else(|| take_entry(&mut job, &name, at, &value));
        if taken.is_none() {
            let raw = value.to_string();
            job.carried.push(Carried { name, at, raw });
        }
    }
    job
}

/// Takes an entry of a job that is no mark; `None` if it is not understood.
fn take_entry(job: &mut Job, name: &str, at: Moment, value: &Json) -> Option<()> {
    let flag = || value.as_bool();
    match name.split_once(':') {
        None => match name {
            "n" => job.notes = Stamped::new(value.as_str()?.to_string(), at),
            "p" => job.starred = Stamped::new(flag()?, at),
            "a" => job.archived = Stamped::new(flag()?, at),
            "s" => job.reminders.stopped = Stamped::new(flag()?, at),
            "x" => job.deleted = Stamped::new(flag()?, at),
            _ => return None,
        },
        Some(("g", key)) => {
            let key = same_key(key)?;
            let words = words_or_null(value)?;
            job.tags.insert(key, Stamped::new(words, at));
        }
        Some(("h", id)) => {
            job.history.insert(event_of(id, value, at, job.created)?);
        }
        Some(("r", id)) => job.reminders.insert(reminder_of(id, value, at)?),
        Some(("y", name)) => {
            let (code, day) = name.split_at_checked(1)?;
            let suggestion = Suggestion {
                occasion: Occasion::from_code(code)?,
                due: Day::from_number(day.parse().ok()?),
            };
            flag()?.then_some(())?;
            job.reminders.answer(suggestion, at);
        }
        Some(_) => return None,
    }
    Some(())
}

/// The key that is written `text`, unless its words would be folded otherwise now.
fn same_key(text: &str) -> Option<WordsKey> {
    let key = WordsKey::new(text);
    (key.as_str() == text && !key.is_empty()).then_some(key)
}

fn words_or_null(value: &Json) -> Option<Option<String>> {
    match value {
        Json::Null => Some(None),
        Json::String(words) => Some(Some(words.clone())),
        _ => None,
    }
}

/// A draft as text.
pub fn draft_to(draft: &Draft) -> String {
    let mut entries = Entries::new();
    put_marks(&mut entries, &draft.marks);
    json!({
        "v": VERSION,
        "s": draft.source,
        "d": draft.read_on.number(),
        "e": entries_to(&entries, 0),
    })
    .to_string()
}

/// The draft of text that [`draft_to`] wrote, or a version before.
pub fn draft_from(raw: &str) -> Option<Draft> {
    if age(raw) != Age::Known {
        return None;
    }
    let json = migrate::to_now(Kind::Draft, serde_json::from_str(raw).ok()?)?;
    let mut marks = Marks::default();
    for (name, (at, value)) in entries_from(json.get("e")?.clone(), 0)? {
        take_mark(&mut marks, &name, Moment(at), &value)?;
    }
    Some(Draft {
        source: json.get("s")?.as_str()?.to_string(),
        read_on: Day::from_number(i32::try_from(json.get("d")?.as_i64()?).ok()?),
        marks,
    })
}

fn put_marks(entries: &mut Entries, marks: &Marks) {
    for (kind, correction) in marks.corrections.iter() {
        let value = match &correction.value {
            Correction::Is(value) => json!([to_json(value)]),
            Correction::NotStated => Json::Null,
            Correction::AsRead => Json::Bool(false),
        };
        entries.insert(format!("c:{}", kind.code()), (correction.at.0, value));
    }
    for (key, mark) in marks.ticks.iter() {
        let value = json!([mark.words, mark.tick.value.map(Code::code)]);
        entries.insert(format!("t:{}", key.as_str()), (mark.tick.at.0, value));
    }
    for (key, edit) in marks.requirements.iter() {
        let mut map = Map::new();
        map.insert("w".into(), json!(edit.words));
        map.insert("o".into(), json!(edit.first.0));
        if edit.added {
            map.insert("a".into(), json!(true));
        }
        if edit.removed {
            map.insert("x".into(), json!(true));
        }
        if let Some(text) = &edit.text {
            map.insert("t".into(), json!(text));
        }
        if let Some(strength) = edit.strength {
            map.insert("s".into(), json!(strength.code()));
        }
        entries.insert(format!("q:{}", key.as_str()), (edit.at.0, map.into()));
    }
}

/// Takes an entry that is a mark; `None` if it is none, or not understood.
fn take_mark(marks: &mut Marks, name: &str, at: Moment, value: &Json) -> Option<()> {
    match name.split_once(':')? {
        ("c", code) => {
            let kind = FactKind::from_code(code)?;
            let correction = match value {
                Json::Null => Correction::NotStated,
                Json::Bool(false) => Correction::AsRead,
                Json::Array(one) => Correction::Is(from_json(kind, one.first()?)?),
                _ => return None,
            };
            marks.corrections.set(kind, correction, at).then_some(())
        }
        ("t", key) => {
            same_key(key)?;
            let words = value.get(0)?.as_str()?;
            (WordsKey::new(words).as_str() == key).then_some(())?;
            let tick = match value.get(1)? {
                Json::Null => None,
                code => Some(Tick::from_code(code.as_str()?)?),
            };
            marks.ticks.set(words, tick, at);
            Some(())
        }
        ("q", key) => {
            let words = value.get("w")?.as_str()?.to_string();
            (WordsKey::new(&words).as_str() == key).then_some(())?;
            let flag = |name| {
                value
                    .get(name)
                    .is_some_and(|flag| flag == &Json::Bool(true))
            };
            let text = |name| match value.get(name) {
                Some(json) => words_or_null(json),
                None => Some(None),
            };
            let strength = match text("s")? {
                Some(code) => Some(Code::from_code(&code)?),
                None => None,
            };
            marks.requirements.insert(RequirementEdit {
                added: flag("a"),
                text: text("t")?,
                strength,
                removed: flag("x"),
                first: Moment(value.get("o")?.as_i64()?),
                words,
                at,
            });
            Some(())
        }
        _ => None,
    }
}
