//! The index as JSON: a row a job, each with a check of the stored job it was made from.

use serde_json::{Value as Json, json};

use super::codes::Code;
use super::fact::{pay_from, pay_to, when_from, when_to};
use super::happened::{time_of, time_to};
use super::{Age, VERSION, age};
use crate::job::{Day, Due, DueWhat, JobId, ListRow, Moment, Occasion, RoundKind, Status};

/// The form of the rows. One of another form is not used: an index can be made anew.
const ROWS: u32 = 2;

/// A row of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the list shows.
    pub row: ListRow,
    /// The check of the stored job's text; the row holds only while it does.
    pub check: u32,
}

/// The index as text.
pub fn index_to(rows: &[Row]) -> String {
    let rows: Json = rows.iter().map(row_to).collect();
    json!({"v": VERSION, "r": ROWS, "j": rows}).to_string()
}

/// The rows of text that [`index_to`] wrote; those not of this form are left out, and so are all of
/// another version, since an index can be made anew.
pub fn index_from(raw: &str) -> Vec<Row> {
    let Ok(Json::Object(mut map)) = serde_json::from_str(raw) else {
        return Vec::new();
    };
    let is = |name: &str, n: u32| map.get(name).and_then(Json::as_u64) == Some(u64::from(n));
    let now = is("v", VERSION) && is("r", ROWS);
    match map.remove("j") {
        Some(Json::Array(rows)) if now && age(raw) == Age::Known => {
            rows.iter().filter_map(row_from).collect()
        }
        _ => Vec::new(),
    }
}

/// A list, not a map, since it repeats for every job; what is empty at its end is left out, and times
/// are counted from the first.
fn row_to(Row { row, check }: &Row) -> Json {
    let since = |moment: Moment| moment.0.saturating_sub(row.created.0);
    let mut list = vec![
        json!(row.id.as_str()),
        json!(check),
        json!(row.created.0),
        json!(row.read_on.number()),
        json!(row.status.code()),
        json!(row.title),
        json!(row.company),
        json!(row.places),
        json!(row.mode.map(Code::code)),
        row.pay.as_ref().map_or(Json::Null, pay_to),
        row.deadline.as_ref().map_or(Json::Null, when_to),
        json!(since(row.changed)),
        json!(row.tags),
        json!(u8::from(row.starred)),
        json!(u8::from(row.archived)),
        json!(row.in_trash.map(since)),
        json!(row.posted.map(Day::number)),
        json!(row.contact.map(Day::number)),
        row.dated.iter().map(due_to).collect(),
    ];
    let empty = |json: &Json| {
        json.is_null() || json == &json!(0) || json.as_array().is_some_and(Vec::is_empty)
    };
    while list.last().is_some_and(empty) {
        list.pop();
    }
    Json::Array(list)
}

fn row_from(json: &Json) -> Option<Row> {
    let list = json.as_array()?;
    let at = |n: usize| list.get(n).filter(|json| !json.is_null());
    let words = |n: usize| at(n).and_then(Json::as_str).map(str::to_string);
    let texts = |n: usize| -> Option<Vec<String>> {
        let Some(json) = at(n) else {
            return Some(Vec::new());
        };
        let one = |json: &Json| json.as_str().map(str::to_string);
        json.as_array()?.iter().map(one).collect()
    };
    let day = |n: usize| match at(n) {
        Some(json) => Some(Some(day_of(json)?)),
        None => Some(None),
    };
    let created = at(2)?.as_i64()?;
    let since = |n: usize| -> Option<Moment> {
        let after = at(n)?.as_i64()?;
        Some(Moment(created.saturating_add(after)))
    };
    let row = ListRow {
        id: JobId::parse(at(0)?.as_str()?)?,
        title: words(5),
        company: words(6),
        pay: match at(9) {
            Some(json) => Some(pay_from(json)?),
            None => None,
        },
        places: texts(7)?,
        mode: match at(8) {
            Some(code) => Some(Code::from_code(code.as_str()?)?),
            None => None,
        },
        deadline: match at(10) {
            Some(json) => Some(when_from(json)?),
            None => None,
        },
        read_on: day_of(at(3)?)?,
        status: Status::from_code(at(4)?.as_str()?)?,
        created: Moment(created),
        changed: since(11).unwrap_or(Moment(created)),
        tags: texts(12)?,
        starred: at(13).is_some_and(|json| json == &json!(1)),
        archived: at(14).is_some_and(|json| json == &json!(1)),
        in_trash: since(15),
        posted: day(16)?,
        contact: day(17)?,
        dated: match at(18) {
            Some(list) => list.as_array()?.iter().map(due_of).collect::<Option<_>>()?,
            None => Vec::new(),
        },
    };
    let check = u32::try_from(at(1)?.as_u64()?).ok()?;
    Some(Row { row, check })
}

/// `[when, what]` or `[when, what, id]`; the first letter of what says of which kind it is.
fn due_to(due: &Due) -> Json {
    let at = time_to(due.at);
    let what = |letter: char, rest: &str| {
        let mut what = String::from(letter);
        what.push_str(rest);
        what
    };
    match &due.what {
        // A row's deadline stands in a place of its own.
        DueWhat::Deadline => json!([at, "d"]),
        DueWhat::Step(text) => json!([at, what('s', text)]),
        DueWhat::Interview(kind) => json!([at, what('i', kind.code())]),
        DueWhat::Answer => json!([at, "a"]),
        DueWhat::Reminder { id, text } => json!([at, what('r', text), id]),
        DueWhat::Suggested(occasion) => json!([at, what('o', occasion.code())]),
    }
}

fn due_of(json: &Json) -> Option<Due> {
    let (at, what, id) = match json.as_array()?.as_slice() {
        [at, what] => (at, what, ""),
        [at, what, id] => (at, what, id.as_str()?),
        _ => return None,
    };
    let (letter, rest) = what.as_str()?.split_at_checked(1)?;
    Some(Due {
        at: time_of(at)?,
        what: match letter {
            "d" => DueWhat::Deadline,
            "s" => DueWhat::Step(rest.to_string()),
            "a" => DueWhat::Answer,
            "i" => DueWhat::Interview(RoundKind::from_code(rest)?),
            "r" => DueWhat::Reminder {
                id: id.to_string(),
                text: rest.to_string(),
            },
            "o" => DueWhat::Suggested(Occasion::from_code(rest)?),
            _ => return None,
        },
    })
}

fn day_of(json: &Json) -> Option<Day> {
    Some(Day::from_number(i32::try_from(json.as_i64()?).ok()?))
}
