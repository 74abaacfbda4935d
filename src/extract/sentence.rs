//! Sentences and list items: what a reader takes in as one statement. Hard-wrapped lines are joined,
//! long lines are cut at sentence ends and at bullets in mid-line. Never looks at meaning: what a
//! statement is for is the labels' work.

use std::ops::Range;

use super::document::{Document, Mark};
use super::label::Label;
use super::span::Span;
use crate::extract::word::{char_at, lower};

/// A statement: one sentence, or a whole list item where that is short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last character, without bullets or white space at the ends.
    pub span: Span,
    /// Its words, as indices into [`Document::words`].
    pub words: Range<usize>,
    /// The physical line it starts on.
    pub line: usize,
    /// Whether a list mark opens it.
    pub listed: bool,
}

/// A run of physical lines that make one paragraph or list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The physical lines, as indices into [`Document::lines`]; none of them is blank.
    pub lines: Range<usize>,
    /// The content of all of them.
    pub span: Span,
    /// The label of the first.
    pub label: Label,
}

/// The blocks of the document, in order.
pub fn blocks<'a>(doc: &'a Document<'_>) -> impl Iterator<Item = Block> + 'a {
    let mut i = 0;
    std::iter::from_fn(move || {
        while i < doc.lines.len() && doc.lines[i].is_blank() {
            i += 1;
        }
        let first = doc.lines.get(i)?;
        let start = i;
        i += 1;
        while let Some(next) = doc.lines.get(i) {
            if next.is_blank() || !next.continues || next.label != first.label {
                break;
            }
            i += 1;
        }
        Some(Block {
            lines: start..i,
            span: first.content.to(doc.lines[i - 1].content),
            label: first.label,
        })
    })
}

/// The sentences of a block, in order. They cover all its words.
#[must_use]
pub fn sentences(doc: &Document<'_>, block: &Block) -> Vec<Sentence> {
    let listed = matches!(
        doc.lines[block.lines.start].mark,
        Mark::Bullet | Mark::Number
    );
    let mut out = Vec::new();
    let words = doc.lines[block.lines.start].words.start..doc.lines[block.lines.end - 1].words.end;
    let mut add = |span, listed| out.extend(cut(doc, words.clone(), span, listed));
    let mut start = block.span.start;
    let mut in_list = listed;
    let s = block.span.of(doc.text);
    let glued = s.len() > LONG && s.len() < 64 * 1024 && glued(s) >= 2;
    let dashes = s.len() > 160 && dashes(s) >= 3;
    let mut here = 0;
    while let Some(byte) = s.as_bytes().get(here) {
        // most of a text is letters and blanks, where nothing ends
        let plain = byte.is_ascii_alphanumeric() || *byte == b' ';
        if plain && !(glued && may_open(s, here + 1)) {
            here += 1;
            continue;
        }
        let Some(c) = char_at(s, here) else { break };
        let inside = here;
        here += c.len_utf8();
        let at = block.span.start + inside;
        if at < start {
            continue;
        }
        let after = at + c.len_utf8();
        let bullet = is_inline_bullet(c) || (dashes && matches!(c, '-' | '*'));
        if bullet && spaced(doc.text, at, after) {
            add(Span::new(start, at), in_list);
            in_list = true;
            start = after;
        } else if matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？') {
            let end = closers(doc.text, after, block.span.end);
            if c == '。' || ends(doc.text, Span::new(start, at), c, end, block.span.end) {
                add(Span::new(start, end), in_list);
                start = end;
            }
        } else if glued
            && c.is_lowercase()
            && (is_glue(doc.text, start, after) || is_title_glue(doc.text, start, after))
        {
            add(Span::new(start, after), in_list);
            start = after;
        }
    }
    add(Span::new(start, block.span.end), in_list);
    out
}

/// How often a dash or a star stands between blanks.
fn dashes(s: &str) -> usize {
    let windows = s.as_bytes().windows(3);
    windows
        .filter(|w| matches!(w, [b' ', b'-' | b'*', b' ']))
        .count()
}

/// A line longer than this may have lost line ends inside.
const LONG: usize = 300;

/// How often two words without a space are found where a line end was ("skillsHigh").
fn glued(s: &str) -> usize {
    s.char_indices()
        .filter(|(i, c)| {
            let after = i + c.len_utf8();
            may_open(s, after) && c.is_lowercase() && is_glue(s, 0, after)
        })
        .count()
}

/// Whether a capital may stand at byte `at`: a quick no for most letters of a text.
#[inline]
fn may_open(s: &str, at: usize) -> bool {
    let byte = s.as_bytes().get(at);
    byte.is_some_and(|b| !b.is_ascii() || b.is_ascii_uppercase())
}

/// Whether at byte `at` a word of small letters ends and one with a capital starts without a space
/// between. Names such as "PowerPoint" and "iPhone" do not look so: three small letters or more, and no
/// capital before them.
fn is_glue(text: &str, start: usize, at: usize) -> bool {
    let mut after = text[at..].chars();
    if !after.next().is_some_and(char::is_uppercase)
        || !after.next().is_some_and(char::is_lowercase)
    {
        return false;
    }
    let word = last_word(&text[start..at]);
    word.chars().count() >= 3 && word.chars().all(char::is_lowercase)
}

/// First halves of names written with a capital inside.
const HALVES: &[&str] = &[
    "Air", "Auto", "Base", "Big", "Blue", "Book", "Click", "Cloud", "Code", "Data", "Drop",
    "Elastic", "Face", "Fire", "Git", "Hub", "Java", "Kube", "Linked", "Mac", "Mail", "Mc",
    "Mongo", "Net", "Open", "Pay", "Power", "Pub", "Quick", "Sales", "Service", "Share", "Snap",
    "Solid", "Sound", "Success", "Team", "Tensor", "Test", "Tik", "Type", "Web", "Word", "Work",
    "You", "Zoom",
];

/// The same for a first word that has a capital itself ("ExcelAbility"), which looks like a name; only
/// to be asked where line ends are known to be lost.
fn is_title_glue(text: &str, start: usize, at: usize) -> bool {
    let small = |c: &char| c.is_lowercase();
    let after = &text[at..];
    if !after.starts_with(char::is_uppercase) || after.chars().skip(1).take_while(small).count() < 4
    {
        return false;
    }
    let word = last_word(&text[start..at]);
    let first = word.chars().next().is_some_and(char::is_uppercase);
    first
        && word.len() >= 5
        && word.chars().skip(1).all(char::is_lowercase)
        && !HALVES.contains(&word)
}

/// The parts of a sentence that semicolons divide, where they read as items of a list: two
/// semicolons or more, every part of some length.
#[must_use]
pub fn clauses(doc: &Document<'_>, sentence: &Sentence) -> Vec<Sentence> {
    let s = sentence.span.of(doc.text);
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in s.match_indices(';') {
        parts.push(Span::new(
            sentence.span.start + start,
            sentence.span.start + at,
        ));
        start = at + 1;
    }
    parts.push(Span::new(sentence.span.start + start, sentence.span.end));
    if parts.last().is_some_and(|p| p.trim(doc.text).is_empty()) {
        parts.pop();
    }
    if parts.len() < 3 || parts.iter().any(|p| doc.words_in(*p).len() < 2) {
        return vec![sentence.clone()];
    }
    let mut out = Vec::new();
    for part in parts {
        out.extend(cut(doc, sentence.words.clone(), part, sentence.listed));
    }
    out
}

/// What stands at `span`, its words among `words`, without marks and white space at its ends; nothing if no
/// word is left.
fn cut(doc: &Document<'_>, words: Range<usize>, span: Span, listed: bool) -> Option<Sentence> {
    let span = span.trim_matches(doc.text, |c| {
        c.is_whitespace() || is_inline_bullet(c) || matches!(c, '\u{200b}' | '\u{feff}' | ';')
    });
    let words = doc.words_among(words, span);
    (!words.is_empty()).then(|| Sentence {
        line: doc.line_at(span.start),
        span,
        words,
        listed,
    })
}

/// Marks that are bullets even in the middle of a line.
fn is_inline_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '◦'
            | '‣'
            | '▪'
            | '▫'
            | '●'
            | '○'
            | '■'
            | '□'
            | '◆'
            | '►'
            | '▸'
            | '➢'
            | '➤'
            | '✓'
            | '✔'
            | '✅'
            | '❖'
            | '⁃'
    ) || ('\u{e000}'..='\u{f8ff}').contains(&c)
}

fn spaced(text: &str, at: usize, after: usize) -> bool {
    let before = text[..at]
        .chars()
        .next_back()
        .is_none_or(|c| !c.is_alphanumeric());
    let next = text[after..].chars().next();
    before && next.is_some_and(|c| c.is_whitespace() || c.is_uppercase())
}

/// Past the closing quotes and brackets behind a sentence end.
fn closers(text: &str, mut at: usize, end: usize) -> usize {
    while let Some(c) = text[at..end].chars().next() {
        if !matches!(
            c,
            '.' | '!' | '?' | ')' | ']' | '"' | '”' | '’' | '»' | '*' | '_'
        ) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// Whether the mark `c` behind `sofar` ends a sentence, given that the text goes on at `next`.
fn ends(text: &str, sofar: Span, c: char, next: usize, block_end: usize) -> bool {
    let rest = &text[next..block_end];
    let Some(follows) = rest.chars().next() else {
        return true;
    };
    let word = last_word(sofar.of(text));
    if !follows.is_whitespace() {
        // "experience.Strong": a line end was lost
        let mut chars = rest.chars();
        return c == '.'
            && word.len() >= 4
            && word.chars().all(char::is_lowercase)
            && chars.next().is_some_and(char::is_uppercase)
            && chars.next().is_some_and(char::is_lowercase)
            && chars.next().is_some_and(char::is_lowercase);
    }
    let opens = rest
        .trim_start()
        .trim_start_matches(['*', '_', '"', '“', '„', '«', '(', '¿', '¡', '['])
        .chars()
        .next();
    if opens.is_some_and(char::is_lowercase) {
        return false;
    }
    if c != '.' {
        return true;
    }
    let numeric = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    if numeric && word.len() <= 2 {
        // "1. Januar", "No. 5. The": an ordinal more often than an end; "at 04:50." and "12.60." are none
        let before = sofar.of(text).trim_end_matches(['*', '_']);
        let is_minute = before[..before.len() - word.len()].ends_with(':');
        return is_minute || word.parse().is_ok_and(|n: u8| n > 31);
    }
    !is_abbreviation(word)
}

fn last_word(s: &str) -> &str {
    let s = s.trim_end_matches(['*', '_']);
    let at = s
        .char_indices()
        .rev()
        .take(32)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(s.len(), |(i, _)| i);
    &s[at..]
}

/// Words that a full stop shortens.
const ABBREVIATIONS: &[&str] = &[
    "approx", "art", "asst", "bsp", "bspw", "bzgl", "ca", "cf", "dept", "dr", "dra", "ed", "eg",
    "ej", "es", "esp", "evtl", "ext", "fig", "ggf", "ie", "incl", "inkl", "insb", "jr", "max",
    "mgr", "mind", "min", "mme", "mr", "mrs", "ms", "mt", "nr", "no", "núm", "num", "ph", "prof",
    "reg", "resp", "rev", "rd", "sog", "sr", "sra", "st", "std", "str", "tel", "u", "usw", "va",
    "vgl", "vs", "zb", "zzgl", "av", "bl", "dvs", "ex", "kl", "bijv", "nl", "zgn", "pág", "pag",
    "depto", "avda", "exmo",
];

fn is_abbreviation(word: &str) -> bool {
    let mut chars = word.chars();
    let single = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphabetic());
    // "e.g." and "U.S." end with a single letter; so does "Plan B." now and then, which does no harm
    single || ABBREVIATIONS.contains(&lower(word).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let doc = Document::new(text);
        blocks(&doc)
            .flat_map(|b| sentences(&doc, &b))
            .map(|s| doc.str(s.span).to_owned())
            .collect()
    }

    #[test]
    fn sentences_end_where_they_end() {
        let cases: [(&str, &[&str]); 13] = [
            (
                "Shifts end at 00:20. You rest",
                &["Shifts end at 00:20.", "You rest"],
            ),
            ("It pays £12.60. You rest", &["It pays £12.60.", "You rest"]),
            (
                "We bake bread. You sell it!",
                &["We bake bread.", "You sell it!"],
            ),
            (
                "Tools, e.g. SAP or Sage. Apply now",
                &["Tools, e.g. SAP or Sage.", "Apply now"],
            ),
            (
                "Start am 1. Januar. Vollzeit",
                &["Start am 1. Januar.", "Vollzeit"],
            ),
            ("Kenntnisse in z. B. SAP", &["Kenntnisse in z. B. SAP"]),
            ("Node.js and ASP.NET 4.5", &["Node.js and ASP.NET 4.5"]),
            (
                "Two years experience.Strong in Excel",
                &["Two years experience.", "Strong in Excel"],
            ),
            ("Duties: • drive • load", &["Duties:", "drive", "load"]),
            ("- a\n- b", &["a", "b"]),
            (
                "Mail jobs@mail.example. Thanks",
                &["Mail jobs@mail.example.", "Thanks"],
            ),
            ("“Join us.” We mean it.", &["“Join us.”", "We mean it."]),
            ("", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(cut(text), want, "{text}");
        }
    }

    #[test]
    fn wrapped_lines_are_one_block() {
        let mut doc = Document::new("- You drive the\n  van. You load it.\n\n- Rest");
        doc.lines[1].continues = true;
        let all: Vec<_> = blocks(&doc).collect();
        assert_eq!(all.len(), 2);
        let first = sentences(&doc, &all[0]);
        assert_eq!(doc.str(first[0].span), "You drive the\n  van.");
        assert!(first[1].listed);
    }

    #[test]
    fn clauses_are_cut_at_semicolons() {
        let doc = Document::new("carry bricks; mix mortar; sweep floors;");
        let block = blocks(&doc).next().unwrap();
        let sentence = &sentences(&doc, &block)[0];
        assert_eq!(clauses(&doc, sentence).len(), 3);
        let doc = Document::new("carry bricks; sweep");
        let block = blocks(&doc).next().unwrap();
        assert_eq!(clauses(&doc, &sentences(&doc, &block)[0]).len(), 1);
    }
}
