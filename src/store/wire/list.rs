//! The index as JSON: a row a job, each with a check of the stored job it was made from.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

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

#[derive(Serialize, Deserialize)]
struct WireIndex {
    v: u32,
    j: Vec<WireRow>,
}

/// Written as a list, not a map: a row repeats for every job.
#[derive(Serialize, Deserialize)]
struct WireRow(
    /// Id.
    String,
    /// Check.
    u32,
    /// Title.
    Option<String>,
    /// Company.
    Option<String>,
    /// Pay.
    Json,
    /// Places.
    Vec<String>,
    /// Work mode.
    Option<String>,
    /// Deadline.
    Json,
    /// Day of reading.
    i32,
    /// Status.
    String,
    /// Created.
    i64,
    /// Changed.
    i64,
);

/// The index as text.
pub fn index_to(rows: &[Row]) -> String {
    let one = |Row { row, check }: &Row| {
        WireRow(
            row.id.to_string(),
            *check,
            row.title.clone(),
            row.company.clone(),
            row.pay.as_ref().map_or(Json::Null, pay_to),
            row.places.clone(),
            row.mode.map(|m| m.code().to_string()),
            row.deadline.as_ref().map_or(Json::Null, when_to),
            row.read_on.number(),
            row.status.code().to_string(),
            row.created.0,
            row.changed.0,
        )
    };
    let index = WireIndex {
        v: VERSION,
        j: rows.iter().map(one).collect(),
    };
    serde_json::to_string(&index).expect("text keys and plain values are always JSON")
}

/// The rows of text that [`index_to`] wrote; those not of this form are left out.
pub fn index_from(raw: &str) -> Vec<Row> {
    if age(raw) != Age::Known {
        return Vec::new();
    }
    let index = serde_json::from_str::<WireIndex>(raw);
    let rows = index.map(|index| index.j).unwrap_or_default();
    rows.into_iter().filter_map(row_from).collect()
}

fn row_from(wire: WireRow) -> Option<Row> {
    let row = ListRow {
        id: JobId::parse(&wire.0)?,
        title: wire.2,
        company: wire.3,
        pay: match &wire.4 {
            Json::Null => None,
            json => Some(pay_from(json)?),
        },
        places: wire.5,
        mode: match wire.6 {
            Some(code) => Some(Code::from_code(&code)?),
            None => None,
        },
        deadline: match &wire.7 {
            Json::Null => None,
            json => Some(when_from(json)?),
        },
        read_on: Day::from_number(wire.8),
        status: Status::from_code(&wire.9)?,
        created: Moment(wire.10),
        changed: Moment(wire.11),
    };
    Some(Row { row, check: wire.1 })
}
