//! The index as JSON: a row a job, each with a check of the stored job it was made from.

use super::codes::Code;
use super::fact::{code, or_nothing, or_null, pay_from, pay_to, texts, when_from, when_to};
use super::{VERSION, fields};
use crate::extract::json::{self, Json, quoted};
use crate::job::{Day, JobId, ListRow, Moment, Status};

/// A row of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the list shows.
    pub row: ListRow,
    /// The check of the stored job's text; the row holds only while it does.
    pub check: u32,
}

/// The index as text. A row is a list, not an object: it repeats for every job.
pub fn index_to(rows: &[Row]) -> String {
    let one = |Row { row, check }: &Row| {
        json::list(&[
            quoted(row.id.as_str()),
            check.to_string(),
            or_nothing(row.title.as_deref().map(quoted)),
            or_nothing(row.company.as_deref().map(quoted)),
            or_nothing(row.pay.as_ref().map(pay_to)),
            texts(&row.places),
            or_nothing(row.mode.map(code)),
            or_nothing(row.deadline.as_ref().map(when_to)),
            row.read_on.number().to_string(),
            code(row.status),
            row.created.0.to_string(),
            row.changed.0.to_string(),
        ])
    };
    let rows: Vec<_> = rows.iter().map(one).collect();
    json::object(&[("v", VERSION.to_string()), ("j", json::list(&rows))])
}

/// The rows of text that [`index_to`] wrote; those not of this form are left out.
pub fn index_from(raw: &str) -> Vec<Row> {
    let rows = fields(raw).and_then(|fields| fields.get("j")?.list());
    let rows = rows.unwrap_or_default();
    rows.into_iter().filter_map(row_from).collect()
}

fn row_from(json: Json<'_>) -> Option<Row> {
    let list = json.list()?;
    let [
        id,
        check,
        title,
        company,
        pay,
        places,
        mode,
        deadline,
        read_on,
        status,
        created,
        changed,
    ] = *list.as_slice()
    else {
        return None;
    };
    let row = ListRow {
        id: JobId::parse(&id.text()?)?,
        title: or_null(title, Json::text)?,
        company: or_null(company, Json::text)?,
        pay: or_null(pay, pay_from)?,
        places: places
            .list()?
            .into_iter()
            .map(Json::text)
            .collect::<Option<_>>()?,
        mode: or_null(mode, |j| Code::from_code(&j.text()?))?,
        deadline: or_null(deadline, when_from)?,
        read_on: Day::from_number(i32::try_from(read_on.integer()?).ok()?),
        status: Status::from_code(&status.text()?)?,
        created: Moment(created.integer()?),
        changed: Moment(changed.integer()?),
    };
    let check = u32::try_from(check.integer()?).ok()?;
    Some(Row { row, check })
}
