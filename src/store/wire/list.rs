//! The index as JSON: a row a job, each with a check of the stored job it was made from.

use serde_json::{Value as Json, json};

use super::codes::Code;
use super::fact::{pay_from, pay_to, when_from, when_to};
use super::{Age, VERSION, age};
use crate::job::{Day, JobId, ListRow, Moment, Status};

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
    json!({"v": VERSION, "j": rows}).to_string()
}

/// The rows of text that [`index_to`] wrote; those not of this form are left out, and so are all of
/// another version, since an index can be made anew.
pub fn index_from(raw: &str) -> Vec<Row> {
    let Ok(Json::Object(mut map)) = serde_json::from_str(raw) else {
        return Vec::new();
    };
    let now = map.get("v").and_then(Json::as_u64) == Some(u64::from(VERSION));
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
        read_on: Day::from_number(i32::try_from(at(3)?.as_i64()?).ok()?),
        status: Status::from_code(at(4)?.as_str()?)?,
        created: Moment(created),
        changed: since(11).unwrap_or(Moment(created)),
        tags: texts(12)?,
        starred: at(13).is_some_and(|json| json == &json!(1)),
        archived: at(14).is_some_and(|json| json == &json!(1)),
        in_trash: since(15),
    };
    let check = u32::try_from(at(1)?.as_u64()?).ok()?;
    Some(Row { row, check })
}
