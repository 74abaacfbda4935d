//! A report of applications as a table: a row a job, fit for the forms of an employment office.

use super::write::{MARK, put};
use crate::job::report::Effort;

/// The columns, in the order they are written.
const HEAD: [&str; 9] = [
    "Applied",
    "Title",
    "Company",
    "Location",
    "Found at",
    "Contact",
    "Documents",
    "What happened",
    "Status",
];

/// `efforts` as a table, with a line of names first.
#[must_use]
pub fn report(efforts: &[Effort]) -> String {
    let mut out = String::from(MARK);
    for (at, name) in HEAD.iter().enumerate() {
        put(&mut out, at, name);
    }
    out.push_str("\r\n");
    for effort in efforts {
        let or_blank = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut steps: Vec<String> = Vec::new();
        for (day, what, note) in &effort.steps {
            let mut step = day.to_string();
            for words in [what, note] {
                if !words.is_empty() {
                    step.push(' ');
                    step.push_str(words);
                }
            }
            steps.push(step);
        }
        let cells = [
            effort
                .applied
                .map(|day| day.to_string())
                .unwrap_or_default(),
            effort.title.clone(),
            or_blank(&effort.company),
            or_blank(&effort.place),
            or_blank(&effort.source),
            effort.contacts.join("\n"),
            effort.documents.join("\n"),
            steps.join("\n"),
            effort.status.label().to_string(),
        ];
        for (at, cell) in cells.iter().enumerate() {
            put(&mut out, at, cell);
        }
        out.push_str("\r\n");
    }
    out
}
