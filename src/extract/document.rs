//! The source text cut into physical lines and words, once, for all that read it. Never changes
//! the text: everything here is spans into it.

use std::cell::OnceCell;
use std::ops::Range;

use super::label::Label;
use super::labelled::Cell;
use super::lang::Lang;
use super::lexicon::{Matches, matches};
use super::span::Span;
use super::word::split;
pub use super::word::{Word, fold_into, hash_word};

/// A posting's text with its lines and words.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The source text; all spans index it.
    pub text: &'t str,
    /// Physical lines in order, each ended by "\n" or the end of the text.
    pub lines: Vec<Line>,
    /// Words in order.
    pub words: Vec<Word>,
    /// The language of the posting proper, where known.
    pub lang: Option<Lang>,
    /// The folded words, one after the other.
    folded: String,
    /// The phrases of all lists, by the word they start at.
    pub(super) matches: Matches,
    /// The cells of its lines, once labels are asked for.
    pub(super) cells: OnceCell<Vec<Cell>>,
}

/// A physical line.
#[derive(Clone, Debug)]
pub struct Line {
    /// The whole line, less its line end.
    pub span: Span,
    /// The line less bullets, Markdown marks and white space at its ends; empty for a blank line.
    pub content: Span,
    /// What marks stand before or around the content.
    pub mark: Mark,
    /// White space before the first mark or word, in columns; a tab counts four.
    pub indent: usize,
    /// The words of the line, as indices into [`Document::words`].
    pub words: Range<usize>,
    /// What the line is for.
    pub label: Label,
    /// The line of the heading that governs it, if any.
    pub heading: Option<usize>,
    /// Whether this line goes on with the sentence or item of the line before (a hard wrap).
    pub continues: bool,
}

impl Line {
    /// Whether nothing but white space and marks stands on it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.content.is_empty()
    }
}

/// The mark that opens (or surrounds) a line's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// None.
    Plain,
    /// A bullet of any kind.
    Bullet,
    /// "1." or "a)".
    Number,
    /// Markdown heading of this level, 1 to 6.
    Heading(u8),
    /// The whole line is bold in Markdown.
    Bold,
}

impl<'t> Document<'t> {
    /// Cuts `text` into lines and words; labels and language are not yet set.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let words = split(text, &mut folded);
        let breaks = text.bytes().filter(|b| *b == b'\n').count();
        let mut lines = Vec::with_capacity(breaks + 1);
        let (mut start, mut first) = (0, 0);
        for piece in text.split_inclusive('\n') {
            let body = piece.strip_suffix('\n').unwrap_or(piece);
            let body = body.strip_suffix('\r').unwrap_or(body);
            let span = Span::new(start, start + body.len());
            start += piece.len();
            let mut last = first;
            while last < words.len() && words[last].span.start < start {
                last += 1;
            }
            lines.push(line(text, span, first..last));
            first = last;
        }
        let matches = matches(text, &words);
        Self {
            text,
            lines,
            words,
            lang: None,
            folded,
            matches,
            cells: OnceCell::new(),
        }
    }

    /// The lines that have words, each with its place among all.
    pub fn worded(&self) -> impl Iterator<Item = (usize, &Line)> {
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, line)| !line.words.is_empty())
    }

    /// The words of a span, as written.
    #[must_use]
    pub fn str(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    /// The content of line `i`, as written.
    #[must_use]
    pub fn line_str(&self, i: usize) -> &'t str {
        self.lines[i].content.of(self.text)
    }

    /// Word `i` folded: lower case, without common diacritics.
    #[must_use]
    pub fn folded(&self, i: usize) -> &str {
        let (a, b) = self.words[i].folded;
        &self.folded[a as usize..b as usize]
    }

    /// Word `i` as written.
    #[must_use]
    pub fn word_str(&self, i: usize) -> &'t str {
        self.words[i].span.of(self.text)
    }

    /// The words that lie wholly inside `span`, as indices.
    #[must_use]
    pub fn words_in(&self, span: Span) -> Range<usize> {
        self.words_among(0..self.words.len(), span)
    }

    /// Those of the words `range` that lie wholly inside `span`: a shorter way where it is known about
    /// where they stand.
    #[must_use]
    pub fn words_among(&self, range: Range<usize>, span: Span) -> Range<usize> {
        let words = &self.words[range.clone()];
        let a = words.partition_point(|w| w.span.start < span.start);
        let b = words.partition_point(|w| w.span.end <= span.end);
        range.start + a..range.start + b.max(a)
    }

    /// The line that holds byte `at`.
    #[must_use]
    pub fn line_at(&self, at: usize) -> usize {
        self.lines
            .partition_point(|l| l.span.start <= at)
            .saturating_sub(1)
    }

    /// The folded word before word `i`; none before the first.
    #[must_use]
    pub fn folded_before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |k| self.folded(k))
    }

    /// Word `i` folded; none behind the last.
    #[must_use]
    pub fn folded_or_none(&self, i: usize) -> &str {
        if i < self.words.len() {
            self.folded(i)
        } else {
            ""
        }
    }

    /// What stands between word `i` and word `i + 1`: behind the last word, the rest of the text; behind no
    /// word, nothing.
    #[must_use]
    pub fn gap(&self, i: usize) -> &'t str {
        let Some(word) = self.words.get(i) else {
            return "";
        };
        let next = i.checked_add(1).and_then(|next| self.words.get(next));
        &self.text[word.span.end..next.map_or(self.text.len(), |next| next.span.start)]
    }

    /// The span from the first to the last of the words `range`; empty for an empty range.
    #[must_use]
    pub fn span_of(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            let at = self
                .words
                .get(range.start)
                .map_or(self.text.len(), |w| w.span.start);
            return Span::new(at, at);
        }
        self.words[range.start]
            .span
            .to(self.words[range.end - 1].span)
    }
}

/// The words of `span` for display: white space runs become one blank, Markdown emphasis goes.
#[must_use]
pub fn display(text: &str, span: Span) -> String {
    let s = span.of(text);
    let mut out = String::with_capacity(s.len());
    let plain = |b: u8| b >= b' ' && b.is_ascii() && !matches!(b, b'*' | b'_' | b'`');
    if s.bytes().all(plain) && !s.contains("  ") {
        out.push_str(s.trim_matches(' '));
        return out;
    }
    for word in s.split_whitespace() {
        let marked = word.bytes().any(|b| matches!(b, b'*' | b'_' | b'`'));
        let bare = marked.then(|| word.replace("**", "").replace("__", "").replace('`', ""));
        let word = bare.as_deref().unwrap_or(word);
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Characters that open a list item when white space or a letter follows.
const BULLETS: &str = "•◦‣▪▫●○■□◆◇►▸▶➤➢➔→✓✔✅☑⁃∙·–—-*+»❖✦✧★☆⚫⚪🔹🔸👉➡";

fn line(text: &str, span: Span, words: Range<usize>) -> Line {
    if span.is_empty() {
        return Line {
            span,
            content: span,
            mark: Mark::Plain,
            indent: 0,
            words,
            label: Label::About,
            heading: None,
            continues: false,
        };
    }
    let raw = span.of(text);
    let indent = raw
        .chars()
        .take_while(|c| c.is_whitespace())
        .map(|c| if c == '\t' { 4 } else { 1 })
        .sum();
    let mut content = span.trim(text);
    let mut mark = Mark::Plain;
    let s = content.of(text);
    if let Some(level) = heading_level(s) {
        mark = Mark::Heading(level);
        content.start += level as usize;
        content = content
            .trim(text)
            .trim_matches(text, |c| c == '#' || c.is_whitespace());
    } else if let Some(n) = bullet_len(s) {
        mark = Mark::Bullet;
        content.start += n;
        content = content.trim(text);
        // "• - text": a second mark behind the first
        if let Some(n) = bullet_len(content.of(text)) {
            content.start += n;
            content = content.trim(text);
        }
    } else if let Some(n) = number_len(s) {
        mark = Mark::Number;
        content.start += n;
        content = content.trim(text);
    }
    let s = content.of(text);
    for fence in ["**", "__"] {
        let inner = s.strip_suffix(':').unwrap_or(s);
        if inner.len() > 4
            && inner.starts_with(fence)
            && inner.ends_with(fence)
            && !inner[2..inner.len() - 2].contains(fence)
        {
            if mark == Mark::Plain {
                mark = Mark::Bold;
            }
            content =
                content.trim_matches(text, |c| matches!(c, '*' | '_' | ':') || c.is_whitespace());
            break;
        }
    }
    if content
        .of(text)
        .chars()
        .all(|c| matches!(c, '*' | '_' | '-' | '=' | '~') || c.is_whitespace())
    {
        content = Span::new(content.start, content.start);
    }
    Line {
        span,
        content,
        mark,
        indent,
        words,
        label: Label::About,
        heading: None,
        continues: false,
    }
}

fn heading_level(s: &str) -> Option<u8> {
    let n = s.bytes().take_while(|b| *b == b'#').count();
    let follows = s[n..].starts_with([' ', '\t']);
    (1..=6).contains(&n).then_some(n as u8).filter(|_| follows)
}

/// Bytes of the bullet that opens `s`, if one does.
fn bullet_len(s: &str) -> Option<usize> {
    let mut chars = s.chars();
    let c = chars.next()?;
    let rest = chars.as_str();
    let private = ('\u{e000}'..='\u{f8ff}').contains(&c); // symbol fonts pasted from office files
    if !BULLETS.contains(c) && !private {
        // "o Two years": office lists; "o experiencia" is a word and goes on a line
        let upper = |s: &str| s.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let spaced = rest.starts_with(' ') && upper(rest.trim_start());
        return (c == 'o' && (spaced || rest.starts_with(['\t', '\u{a0}']))).then_some(1);
    }
    let tight = matches!(c, '-' | '*' | '+' | '–' | '—' | '·' | '→');
    let next = rest.trim_start_matches('\u{fe0f}').chars().next()?;
    let fits = next.is_whitespace()
        || (!tight && (next.is_alphanumeric() || matches!(next, '*' | '(' | '“' | '"')))
        || (matches!(c, '-' | '–' | '·') && next.is_alphabetic());
    fits.then_some(c.len_utf8())
}

/// Bytes of the "1." / "a)" that opens `s`, if one does.
fn number_len(s: &str) -> Option<usize> {
    let n = s.bytes().take_while(u8::is_ascii_digit).count();
    let n = if n == 0 && s.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
        1
    } else {
        n
    };
    if n == 0 || n > 2 {
        return None;
    }
    let close = matches!(s.as_bytes().get(n), Some(b')' | b'.'));
    let letter = s.as_bytes()[0].is_ascii_alphabetic();
    if !close || (letter && s.as_bytes()[n] == b'.') {
        return None;
    }
    let space = s[n + 1..].starts_with(|c: char| c.is_whitespace());
    (space && s.len() > n + 2).then_some(n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_the_marks_of_names() {
        let doc = Document::new("C++, C# and .NET; Node.js. Größe ÉCOLE");
        let words: Vec<_> = (0..doc.words.len()).map(|i| doc.folded(i)).collect();
        assert_eq!(
            words,
            ["c++", "c#", "and", ".net", "node", "js", "grosse", "ecole"]
        );
    }

    #[test]
    fn lines_know_their_marks() {
        let cases = [
            ("- one", Mark::Bullet, "one"),
            ("  • two ", Mark::Bullet, "two"),
            ("-three", Mark::Bullet, "three"),
            ("o Two years", Mark::Bullet, "Two years"),
            ("o experiencia", Mark::Plain, "o experiencia"),
            ("1. four", Mark::Number, "four"),
            ("## Five", Mark::Heading(2), "Five"),
            ("**Six:**", Mark::Bold, "Six"),
            ("12.5 hours", Mark::Plain, "12.5 hours"),
            ("* **Seven** and", Mark::Bullet, "**Seven** and"),
            ("---", Mark::Plain, ""),
            ("#hashtag", Mark::Plain, "#hashtag"),
        ];
        for (text, mark, content) in cases {
            let doc = Document::new(text);
            assert_eq!(
                (doc.lines[0].mark, doc.line_str(0)),
                (mark, content),
                "{text}"
            );
        }
    }

    #[test]
    fn lines_end_at_line_feeds() {
        let doc = Document::new("a\r\n\nb");
        let lines: Vec<_> = doc.lines.iter().map(|l| doc.str(l.span)).collect();
        assert_eq!(lines, ["a", "", "b"]);
        assert_eq!(doc.line_at(4), 2);
    }
}
