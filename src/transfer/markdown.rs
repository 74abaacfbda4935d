//! One job in Markdown: what the card says, for pasting into notes and mails.

use crate::extract::Strength;
use crate::job::tongue::Tongue;
use crate::job::{Card, Checklist, Day, FactKind};

/// A job in Markdown, in the words of `tongue`: its title, its facts, its requirements with their ticks,
/// the notes.
#[must_use]
pub fn job(
    tongue: &Tongue,
    card: &Card,
    checklist: &Checklist,
    notes: &str,
    read_on: Day,
) -> String {
    let mut out = String::from("# ");
    put(
        &mut out,
        card.text(FactKind::Title)
            .unwrap_or(tongue.t("Untitled job")),
    );
    out.push_str("\n\n");
    for entry in card.shown().filter(|entry| entry.kind != FactKind::Title) {
        if let Some(value) = &entry.value {
            out.push_str("- **");
            out.push_str(tongue.t(entry.kind.label()));
            out.push_str("**: ");
            put(&mut out, &value.words_in(tongue, read_on));
            out.push('\n');
        }
    }
    for (strength, heading) in [
        (Strength::Must, tongue.t("Must have")),
        (Strength::Nice, tongue.t("Nice to have")),
    ] {
        let mut rows = checklist.of(strength).peekable();
        if rows.peek().is_some() {
            out.push_str("\n## ");
            out.push_str(heading);
            out.push_str("\n\n");
        }
        for row in rows {
            out.push_str("- ");
            put(&mut out, &row.text);
            if let Some(tick) = row.tick {
                out.push_str(" (");
                out.push_str(&tongue.t(tick.label()).to_lowercase());
                out.push(')');
            }
            out.push('\n');
        }
    }
    if !notes.trim().is_empty() {
        out.push_str("\n## ");
        out.push_str(tongue.t("Notes"));
        out.push_str("\n\n");
        // The person's own words may well be Markdown.
        out.push_str(notes.trim());
        out.push('\n');
    }
    out
}

/// Words on one line, with what Markdown would take for its marks escaped.
fn put(out: &mut String, words: &str) {
    for word in words.split_whitespace() {
        if !out.ends_with(' ') && !out.ends_with('\n') && !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            if matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
            ) {
                out.push('\\');
            }
            out.push(c);
        }
    }
}
