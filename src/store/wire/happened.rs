//! Events and reminders as JSON. What is empty is left out; a value that says more than this version
//! knows is not understood, so that it is carried along whole.

use serde_json::{Map, Value as Json, json};

use super::codes::Code;
use crate::job::{
    Dated, Day, Event, LocalTime, Moment, Reminder, Repeat, Round, RoundKind, Status, What,
};

/// The name of an event that is no status.
const CONTACT: &str = "k";
const REMARK: &str = "m";

/// `[when, what, more]`: milliseconds after the job was saved, a status, and the rest if there is any.
/// Taken back: `null`.
pub fn event_to(event: &Event, created: Moment) -> Json {
    if event.removed {
        return Json::Null;
    }
    let mut more = Map::new();
    if event.on.offset != 0 {
        more.insert("z".into(), json!(event.on.offset));
    }
    if event.on.local.minute.is_none() {
        more.insert("d".into(), Json::Bool(true));
    }
    if event.noted != event.changed {
        let noted = event.noted.0.saturating_sub(created.0);
        more.insert("n".into(), json!(noted));
    }
    if !event.note.is_empty() {
        more.insert("t".into(), json!(event.note));
    }
    let what = match &event.what {
        What::Status(status) => status.code(),
        What::Contact => CONTACT,
        What::Remark => REMARK,
        What::Round(round) => {
            let kind = round.kind.code();
            let round = json!([kind, round.people, round.place, round.minutes]);
            more.insert("r".into(), round);
            Status::Interview.code()
        }
    };
    let at = event.on.moment().0.saturating_sub(created.0);
    match more.is_empty() {
        true => json!([at, what]),
        false => json!([at, what, more]),
    }
}

/// The event that is stored so, last changed at `changed`.
pub fn event_of(id: &str, value: &Json, changed: Moment, created: Moment) -> Option<Event> {
    let mut event = Event {
        id: id.to_string(),
        noted: changed,
        on: Dated::of(changed, 0),
        what: What::Remark,
        note: String::new(),
        removed: value.is_null(),
        changed,
    };
    if event.removed {
        return Some(event);
    }
    let none = Map::new();
    let (at, what, more) = match value.as_array()?.as_slice() {
        [at, what] => (at, what, &none),
        [at, what, more] => (at, what, more.as_object()?),
        _ => return None,
    };
    event.what = match what.as_str()? {
        CONTACT => What::Contact,
        REMARK => What::Remark,
        code => What::Status(Status::from_code(code)?),
    };
    let (mut offset, mut whole) = (0, false);
    for (name, value) in more {
        match name.as_str() {
            "z" => offset = i16::try_from(value.as_i64()?).ok()?,
            "d" => whole = value.as_bool()?,
            "n" => event.noted = Moment(value.as_i64()?.saturating_add(created.0)),
            "t" => event.note = value.as_str()?.to_string(),
            "r" => event.what = What::Round(round_of(value)?),
            _ => return None,
        }
    }
    let at = at.as_i64()?.saturating_add(created.0);
    event.on = Dated::of(Moment(at), offset);
    if whole {
        event.on.local.minute = None;
    }
    Some(event)
}

fn round_of(value: &Json) -> Option<Round> {
    let [kind, people, place, minutes] = value.as_array()?.as_slice() else {
        return None;
    };
    Some(Round {
        kind: RoundKind::from_code(kind.as_str()?)?,
        people: people.as_str()?.to_string(),
        place: place.as_str()?.to_string(),
        minutes: match minutes {
            Json::Null => None,
            minutes => Some(u16::try_from(minutes.as_u64()?).ok()?),
        },
    })
}

/// `[first, repeat, text, next, done]`, what is empty at its end left out. Deleted: `null`.
pub fn reminder_to(reminder: &Reminder) -> Json {
    if reminder.removed {
        return Json::Null;
    }
    let mut list = vec![
        time_to(reminder.first),
        json!(reminder.repeat.code()),
        json!(reminder.text),
    ];
    if reminder.next.is_some() || reminder.done {
        list.push(reminder.next.map_or(Json::Null, time_to));
    }
    if reminder.done {
        list.push(Json::Bool(true));
    }
    Json::Array(list)
}

/// The reminder that is stored so, last changed at `changed`.
pub fn reminder_of(id: &str, value: &Json, changed: Moment) -> Option<Reminder> {
    let whole = LocalTime::day(Day::from_number(0));
    let mut reminder = Reminder::new(id.to_string(), changed, whole, "", Repeat::Never);
    reminder.removed = value.is_null();
    if reminder.removed {
        return Some(reminder);
    }
    let list = value.as_array()?.as_slice();
    let [first, repeat, text, rest @ ..] = list else {
        return None;
    };
    reminder.first = time_of(first)?;
    reminder.repeat = Repeat::from_code(repeat.as_str()?)?;
    reminder.text = text.as_str()?.to_string();
    match rest {
        [] => {}
        [next] => reminder.next = Some(time_of(next)?),
        [next, done] => {
            reminder.next = match next {
                Json::Null => None,
                next => Some(time_of(next)?),
            };
            reminder.done = done.as_bool()?;
        }
        _ => return None,
    }
    Some(reminder)
}

/// `[day]` or `[day, minute]`.
pub fn time_to(time: LocalTime) -> Json {
    match time.minute {
        Some(minute) => json!([time.day.number(), minute]),
        None => json!([time.day.number()]),
    }
}

/// The time that is stored so.
pub fn time_of(value: &Json) -> Option<LocalTime> {
    let day = |day: &Json| Some(Day::from_number(i32::try_from(day.as_i64()?).ok()?));
    match value.as_array()?.as_slice() {
        [on] => Some(LocalTime::day(day(on)?)),
        [on, minute] => {
            let minute = u16::try_from(minute.as_u64()?).ok()?;
            LocalTime::at(day(on)?, minute / 60, minute % 60)
        }
        _ => None,
    }
}
