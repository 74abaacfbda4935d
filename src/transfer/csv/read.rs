//! Reading any table of separated values: commas, semicolons or tabs, quoted or not, of any system.

use crate::job::tongue::mark;

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names in the first line.
    pub head: Vec<String>,
    /// The other lines, each with as many cells as the first.
    pub rows: Vec<Vec<String>>,
}

/// The table in `bytes`.
///
/// # Errors
/// What is wrong, in words for the person.
pub fn read(bytes: &[u8]) -> Result<Table, &'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(mark("The file is empty."));
    }
    if bytes.starts_with(b"PK") || bytes.contains(&0) {
        return Err(mark(
            "This is a workbook, not a CSV file. In the spreadsheet, choose Save as, CSV.",
        ));
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(mark(
            "The file is not in UTF-8. In the spreadsheet, choose Save as, CSV UTF-8.",
        ));
    };
    if text.trim_start().starts_with('{') {
        return Err(mark(
            "This is not a table. For a backup, use Import backup.",
        ));
    }
    let mut lines = cells(text, separator(text)).into_iter();
    let head: Vec<String> = lines.next().unwrap_or_default();
    let mut rows = Vec::new();
    for mut row in lines {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        row.resize(head.len(), String::new());
        rows.push(row);
    }
    if rows.is_empty() {
        return Err(mark("The table has no rows below its first line."));
    }
    Ok(Table { head, rows })
}

/// What separates cells: of the three, the one that stands most often in the first line.
fn separator(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let count = |c: char| line.matches(c).count();
    let mut best = ',';
    for c in [';', '\t'] {
        if count(c) > count(best) {
            best = c;
        }
    }
    best
}

fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        let line = lines.last_mut().expect("there is always a line");
        let cell = line.last_mut().expect("a line has a cell");
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            _ if quoted => cell.push(c),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' => lines.push(vec![String::new()]),
            _ if c == separator => line.push(String::new()),
            _ => cell.push(c),
        }
    }
    lines
}
