//! Writing the table. A cell that a spreadsheet would take for a formula is kept from it by an
//! apostrophe, whoever wrote the posting.

use super::columns::Column;
use crate::job::words::period_words;
use crate::job::{Day, FactKind, Job, Moment, Slip, Status, Value, What};

/// Begins a table: without it spreadsheets take the text for another encoding.
pub const MARK: &str = "\u{feff}";

/// Jobs as a table, each a row, with a line of names first. `day_of` gives the day a moment falls on
/// for the person.
#[must_use]
pub fn write(jobs: &[Job], day_of: &dyn Fn(Moment) -> Day) -> String {
    let mut out = String::from(MARK);
    for (at, column) in Column::ALL.iter().enumerate() {
        put(&mut out, at, column.label());
    }
    out.push_str("\r\n");
    for job in jobs {
        for (at, column) in Column::ALL.iter().enumerate() {
            put(&mut out, at, &cell(job, *column, day_of));
        }
        out.push_str("\r\n");
    }
    out
}

/// Writes a cell, the first of its row without a comma before it.
pub fn put(out: &mut String, at: usize, cell: &str) {
    if at > 0 {
        out.push(',');
    }
    let formula = cell.starts_with(starts_formula);
    let quoted = formula || cell.contains(['"', ',', ';', '\n', '\r', '\t']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    out.push_str(&cell.replace('"', "\"\""));
    if quoted {
        out.push('"');
    }
}

/// Whether a spreadsheet may take a cell that begins so for a formula.
pub fn starts_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
    )
}

fn cell(job: &Job, column: Column, day_of: &dyn Fn(Moment) -> Day) -> String {
    let card = job.card();
    let pay = match card.value(FactKind::Pay) {
        Some(Value::Pay(pay)) => Some(pay),
        _ => None,
    };
    let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
    let flag = |on: bool| if on { "yes" } else { "" }.to_string();
    match column {
        Column::Id => job.id.to_string(),
        Column::Fact(kind) => card.value(kind).map_or_else(String::new, |v| fact(v, job)),
        Column::PayMin => number(pay.and_then(|pay| pay.min)),
        Column::PayMax => number(pay.and_then(|pay| pay.max)),
        Column::Currency => pay.and_then(|pay| pay.currency).unwrap_or_default().into(),
        Column::PayPeriod => {
            let period = pay.and_then(|pay| pay.period);
            period.map(period_words).unwrap_or_default().into()
        }
        Column::Status => job.status().label().into(),
        Column::StatusSince => {
            let last = job.history.path().pop();
            last.map(|(day, _)| day.to_string()).unwrap_or_default()
        }
        Column::Saved => day_of(job.created).to_string(),
        Column::Applied => {
            let applied = What::Status(Status::Applied);
            let applied = job.history.iter().find(|e| e.what == applied);
            applied.map(|e| e.on.day().to_string()).unwrap_or_default()
        }
        Column::Tags => job.tags.iter().collect::<Vec<_>>().join("; "),
        Column::Starred => flag(job.starred.value),
        Column::Archived => flag(job.archived.value),
        Column::Notes => job.notes.value.clone(),
        Column::History => {
            let one = |e: &crate::job::Event| format!("{} {}", e.on.day(), e.what.label());
            job.history.iter().map(one).collect::<Vec<_>>().join("; ")
        }
        Column::ReadOn => job.read_on.to_string(),
        Column::Posting => job.source.clone(),
        Column::Slips(kind) => {
            let lines = job.dossier.of(kind).into_iter().map(Slip::line);
            lines.collect::<Vec<_>>().join("\n")
        }
        Column::Term(term) => job
            .dossier
            .term(term)
            .map_or_else(String::new, |v| fact(v, job)),
    }
}

/// A fact in words that are read again as the same; a day as a day.
fn fact(value: &Value, job: &Job) -> String {
    match value {
        Value::When(when) => match Day::resolve(when, job.read_on) {
            Some(day) => day.to_string(),
            None => value.words(job.read_on),
        },
        Value::Years(years) => years.to_string(),
        _ => value.words(job.read_on),
    }
}
