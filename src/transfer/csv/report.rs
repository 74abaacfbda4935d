//! A report of applications as a table: a row a job, fit for the forms of an employment office.

use super::write::{MARK, put};
use crate::job::report::Effort;
use crate::job::tongue::{Tongue, mark};

/// The columns, in the order they are written.
const HEAD: [&str; 9] = [
    mark("Applied"),
    mark("Title"),
    mark("Company"),
    mark("Location"),
    mark("Found at"),
    mark("Contact"),
    mark("Documents"),
    mark("What happened"),
    mark("Status"),
];

/// `efforts` as a table in the words of `tongue`, with a line of names first. Its dates are those of
/// ISO 8601, which every spreadsheet knows.
#[must_use]
pub fn report(tongue: &Tongue, efforts: &[Effort]) -> String {
    let mut out = String::from(MARK);
    for (at, name) in HEAD.iter().enumerate() {
        put(&mut out, at, tongue.t(name));
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
            tongue.t(effort.status.label()).to_string(),
        ];
        for (at, cell) in cells.iter().enumerate() {
            put(&mut out, at, cell);
        }
        out.push_str("\r\n");
    }
    out
}
