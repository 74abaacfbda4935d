//! A comparison as text to paste: Markdown, CSV for spreadsheets, HTML that documents and mails take as a
//! table. What a posting says is escaped in each of them.

use super::sheet::{Sheet, SheetRow};
use crate::job::tongue::Tongue;

fn titles(tongue: &Tongue, sheet: &Sheet) -> Vec<String> {
    let title = |c: &super::column::Column| match c.company() {
        Some(company) => format!("{}, {company}", c.name(tongue)),
        None => c.name(tongue).to_string(),
    };
    sheet.columns.iter().map(title).collect()
}

/// A Markdown table for each part.
#[must_use]
pub fn to_markdown(tongue: &Tongue, sheet: &Sheet, rows: &[SheetRow]) -> String {
    let mut out = String::new();
    let mut part = "";
    for row in rows {
        if row.part != part {
            if !part.is_empty() {
                out.push('\n');
            }
            part = row.part;
            line(&mut out, part, &titles(tongue, sheet), markdown_cell);
            out.push('|');
            for _ in 0..=sheet.columns.len() {
                out.push_str(" --- |");
            }
            out.push('\n');
        }
        line(&mut out, &row.head, &row.cells, markdown_cell);
    }
    out
}

fn line(out: &mut String, head: &str, cells: &[String], put: fn(&mut String, &str)) {
    out.push('|');
    for cell in std::iter::once(head).chain(cells.iter().map(String::as_str)) {
        out.push(' ');
        put(out, cell);
        out.push_str(" |");
    }
    out.push('\n');
}

fn markdown_cell(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '|' | '\\' | '<' | '*' | '_' | '`' | '[' | ']' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
}

/// Comma-separated values with a byte order mark and lines ended as RFC 4180 says. A cell that a
/// spreadsheet would take for a formula opens with an apostrophe.
#[must_use]
pub fn to_csv(tongue: &Tongue, sheet: &Sheet, rows: &[SheetRow]) -> String {
    let mut out = String::from("\u{feff}");
    csv_line(&mut out, "", "", &titles(tongue, sheet));
    for row in rows {
        csv_line(&mut out, row.part, &row.head, &row.cells);
    }
    out
}

fn csv_line(out: &mut String, part: &str, head: &str, cells: &[String]) {
    let all = [part, head]
        .into_iter()
        .chain(cells.iter().map(String::as_str));
    for (at, cell) in all.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push('"');
        if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

/// An HTML table, without styles.
#[must_use]
pub fn to_html(tongue: &Tongue, sheet: &Sheet, rows: &[SheetRow]) -> String {
    let mut out = String::from("<table><thead><tr><th></th>");
    for title in titles(tongue, sheet) {
        out.push_str("<th scope=\"col\">");
        html_text(&mut out, &title);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>");
    let mut part = "";
    for row in rows {
        if row.part != part {
            part = row.part;
            out.push_str("<tr><th colspan=\"");
            out.push_str(&(sheet.columns.len() + 1).to_string());
            out.push_str("\">");
            html_text(&mut out, part);
            out.push_str("</th></tr>");
        }
        out.push_str("<tr><th scope=\"row\">");
        html_text(&mut out, &row.head);
        out.push_str("</th>");
        for cell in &row.cells {
            out.push_str("<td>");
            html_text(&mut out, cell);
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    out
}

fn html_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
