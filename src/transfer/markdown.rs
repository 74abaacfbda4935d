//! One job in Markdown: what the card says and what is kept on the job, for pasting into notes and mails.

use crate::extract::Strength;
use crate::job::tongue::Tongue;
use crate::job::{Card, Checklist, Day, Dossier, FactKind, SlipKind, Term};

/// A job in Markdown, in the words of `tongue`: its title, its facts, its requirements with their ticks,
/// contacts, links, documents, the offer, the notes.
#[must_use]
pub fn job(
    tongue: &Tongue,
    card: &Card,
    checklist: &Checklist,
    dossier: &Dossier,
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
            head(&mut out, heading);
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
    for kind in SlipKind::ALL {
        let slips = dossier.of(kind);
        if !slips.is_empty() {
            head(&mut out, tongue.t(kind.label()));
        }
        for slip in slips {
            out.push_str("- ");
            put(&mut out, &slip.line());
            out.push('\n');
        }
    }
    if dossier.has_terms() {
        head(&mut out, tongue.t("Offer"));
    }
    for term in Term::ALL {
        if let Some(value) = dossier.term(term) {
            out.push_str("- **");
            out.push_str(tongue.t(term.label()));
            out.push_str("**: ");
            put(&mut out, &value.words_in(tongue, read_on));
            out.push('\n');
        }
    }
    if !notes.trim().is_empty() {
        head(&mut out, tongue.t("Notes"));
        // The person's own words may well be Markdown.
        out.push_str(notes.trim());
        out.push('\n');
    }
    out
}

fn head(out: &mut String, words: &str) {
    out.push_str("\n## ");
    out.push_str(words);
    out.push_str("\n\n");
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
