//! The source as the page shows it: word for word, by physical lines, with the words that gave
//! something marked, and runs of page chrome folded. Loses no character: what is folded can be opened.

use super::card::Card;
use super::fact::FactKind;
use crate::extract::order;
use crate::extract::{Label, Posting, Span};

/// Lines shown one by one; what comes behind them is one block.
const MOST_LINES: usize = 2_500;

/// What a mark stands for. Requirements, cautions and items are known by their span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A fact of the card.
    Fact(FactKind),
    /// A requirement, duty, benefit, step or caution that reads so.
    Words(Span),
}

impl Subject {
    /// The subject as one word of an attribute.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Fact(kind) => format!("f{}", kind as usize),
            Self::Words(span) => format!("w{}-{}", span.start, span.end),
        }
    }

    /// All subjects in an attribute, in order; what is none is left aside.
    #[must_use]
    pub fn parse_all(codes: &str) -> Vec<Self> {
        codes.split(' ').filter_map(Self::parse).collect()
    }

    fn parse(code: &str) -> Option<Self> {
        if let Some(kind) = code.strip_prefix('f') {
            let kind = FactKind::ALL.get(kind.parse::<usize>().ok()?)?;
            return Some(Self::Fact(*kind));
        }
        let (start, end) = code.strip_prefix('w')?.split_once('-')?;
        let span = Span::new(start.parse().ok()?, end.parse().ok()?);
        Some(Self::Words(span))
    }
}

/// How a piece is marked; of several, the first of this order shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// It gave a caution.
    Caution,
    /// It gave a fact.
    Fact,
    /// It gave a requirement.
    Requirement,
    /// It gave an item of a list, which is not marked until pointed at.
    Item,
}

/// The source, cut for showing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Original {
    /// In the order of the source.
    pub blocks: Vec<Block>,
    /// Lines that say something, and lines left out as page chrome.
    pub lines: (usize, usize),
}

/// A part of the source.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A line shown.
    Line(Line),
    /// Lines left out, to be opened.
    LeftOut {
        /// Their words, line ends between them included.
        span: Span,
        /// How many that are not blank.
        lines: usize,
        /// Whether they are page chrome, or only too many to show one by one.
        chrome: bool,
    },
}

/// A line shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// How it looks.
    pub look: Look,
    /// Whether blank lines stand before it.
    pub apart: bool,
    /// Its words, all of them, in order.
    pub pieces: Vec<Piece>,
    /// The facts it gave, each once, in the card's order.
    pub facts: Vec<FactKind>,
}

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Running text.
    Plain,
    /// A heading or the title.
    Heading,
    /// An item of a list.
    Item,
    /// Page chrome that gave a fact all the same.
    Aside,
}

/// Words of a line that are marked alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Where they stand.
    pub span: Span,
    /// What they gave.
    pub subjects: Vec<Subject>,
    /// How they are marked; `None` where they gave nothing.
    pub ink: Option<Ink>,
}

type Note = (Span, Subject, Ink);

impl Original {
    /// Cuts `text`, whose reading is `posting`; `card` says which words its facts stand on, `quoted`
    /// which else are quoted on the page.
    #[must_use]
    pub fn new(text: &str, posting: &Posting, card: &Card, quoted: &[Span]) -> Self {
        let notes = notes(posting, card, quoted);
        let mut original = Self::default();
        let mut next = 0;
        let mut open: Vec<Note> = Vec::new();
        let mut left_out: Option<(Span, usize)> = None;
        let mut apart = false;
        for (at, (span, label)) in posting.lines.iter().enumerate() {
            open.retain(|(s, ..)| s.end > span.start);
            while notes.get(next).is_some_and(|(s, ..)| s.start < span.end) {
                if notes[next].0.end > span.start {
                    open.push(notes[next]);
                }
                next += 1;
            }
            let blank = span.of(text).trim().is_empty();
            let folds = *label == Label::Noise && open.is_empty();
            if folds || (blank && left_out.is_some()) {
                let (so_far, lines) = left_out.unwrap_or((*span, 0));
                left_out = Some((so_far.to(*span), lines + usize::from(!blank)));
                continue;
            }
            apart |= blank;
            if blank {
                continue;
            }
            original.leave_out(&mut left_out, true);
            if original.lines.0 == MOST_LINES {
                let rest = &posting.lines[at..];
                let end = rest.last().map_or(span.end, |(s, _)| s.end);
                let mut rest = Some((Span::new(span.start, end), rest.len()));
                original.leave_out(&mut rest, false);
                return original;
            }
            original.lines.0 += 1;
            let line = line(text, *span, *label, &open, std::mem::take(&mut apart));
            original.blocks.push(Block::Line(line));
        }
        original.leave_out(&mut left_out, true);
        original
    }

    fn leave_out(&mut self, run: &mut Option<(Span, usize)>, chrome: bool) {
        if let Some((span, lines)) = run.take()
            && lines > 0
        {
            if chrome {
                self.lines.1 += lines;
            }
            self.blocks.push(Block::LeftOut {
                span,
                lines,
                chrome,
            });
        }
    }
}

/// All that stands on words of the source, by where it begins.
fn notes(posting: &Posting, card: &Card, quoted: &[Span]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for entry in card.entries() {
        let subject = Subject::Fact(entry.kind);
        notes.extend(entry.evidence.iter().map(|s| (*s, subject, Ink::Fact)));
    }
    let mut words = |span: Span, ink| notes.push((span, Subject::Words(span), ink));
    for requirement in &posting.requirements {
        words(requirement.item.span, Ink::Requirement);
    }
    for caution in &posting.cautions {
        words(caution.item.span, Ink::Caution);
    }
    let application = &posting.application;
    let lists = [
        &posting.duties,
        &posting.benefits,
        &application.items,
        &posting.in_short,
    ];
    for item in lists.into_iter().flatten() {
        words(item.span, Ink::Item);
    }
    for step in &application.steps {
        words(step.what.span, Ink::Item);
    }
    for span in posting.perks.iter().flat_map(|perk| &perk.evidence) {
        words(*span, Ink::Item);
    }
    for span in quoted {
        words(*span, Ink::Item);
    }
    notes.retain(|(span, ..)| !span.is_empty());
    order::sort_by_key(&mut notes, |(span, subject, ink)| {
        (span.start, span.end, *subject, *ink)
    });
    notes.dedup();
    notes
}

/// One line with its pieces; `notes` are those that share a byte with it.
fn line(text: &str, span: Span, label: Label, notes: &[Note], apart: bool) -> Line {
    let words = span.of(text);
    let bare = words.trim_start();
    let look = match label {
        Label::Noise => Look::Aside,
        Label::Heading | Label::Title => Look::Heading,
        _ if is_item(bare) => Look::Item,
        _ => Look::Plain,
    };
    let mut cuts = vec![span.start, span.end];
    for (noted, ..) in notes {
        cuts.extend(
            [noted.start, noted.end]
                .into_iter()
                .filter(|c| span.start < *c && *c < span.end),
        );
    }
    order::sort_once(&mut cuts);
    let piece = |pair: &[usize]| {
        let span = Span::new(pair[0], pair[1]);
        let mut subjects = Vec::new();
        let mut ink = None;
        for (_, subject, how) in notes.iter().filter(|(s, ..)| s.contains(span)) {
            if !subjects.contains(subject) {
                subjects.push(*subject);
            }
            ink = Some(ink.map_or(*how, |i: Ink| i.min(*how)));
        }
        Piece {
            span,
            subjects,
            ink,
        }
    };
    let mut facts: Vec<FactKind> = notes
        .iter()
        .filter_map(|(_, subject, _)| match subject {
            Subject::Fact(kind) => Some(*kind),
            Subject::Words(_) => None,
        })
        .collect();
    order::sort_once(&mut facts);
    Line {
        look,
        apart,
        pieces: cuts.windows(2).map(piece).collect(),
        facts,
    }
}

/// Whether the line begins with a bullet or a number of a list.
fn is_item(words: &str) -> bool {
    let mut chars = words.chars();
    match chars.next() {
        Some(
            '•' | '◦' | '▪' | '●' | '·' | '‣' | '–' | '—' | '-' | '*' | '✓' | '✔' | '➢' | '►' | '○',
        ) => chars.next().is_none_or(char::is_whitespace),
        Some(c) if c.is_ascii_digit() => {
            let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
            let mut rest = rest.chars();
            matches!(rest.next(), Some('.' | ')')) && rest.next().is_some_and(char::is_whitespace)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{self, Fact, Item, Requirement, RequirementKind, Strength};
    use crate::job::Corrections;

    fn at(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn posting(text: &str, labels: &[Label]) -> Posting {
        let mut posting = extract::read("");
        let mut start = 0;
        let line = |(piece, label): (&str, &Label)| {
            let span = Span::new(start, start + piece.trim_end_matches('\n').len());
            start += piece.len();
            (span, *label)
        };
        posting.lines = text.split_inclusive('\n').zip(labels).map(line).collect();
        posting
    }

    #[test]
    fn lines_are_cut_where_evidence_begins_and_ends() {
        let text = "Menu\nSign in\n\nTram driver\nGraz, 38 h, night\n- A licence (D)\n\nFooter";
        use Label::{Meta, Must, Noise, Title};
        let mut posting = posting(text, &[Noise, Noise, Noise, Title, Meta, Must, Must, Noise]);
        let fact = |words: &str| Fact::new(words.to_string(), at(text, words), "test");
        posting.facts.title = Some(fact("Tram driver"));
        posting.facts.locations = vec![fact("Graz")];
        posting.facts.hours = Some(fact("38 h"));
        let asked = at(text, "A licence (D)");
        posting.requirements = vec![Requirement {
            item: Item {
                text: "A licence (D)".into(),
                span: asked,
            },
            strength: Strength::Must,
            kind: RequirementKind::Licence,
            skills: Vec::new(),
            any_of: false,
            years: None,
        }];
        let card = Card::new(&posting.facts, &Corrections::default());
        let original = Original::new(text, &posting, &card, &[]);
        let mut shown = Vec::new();
        for block in &original.blocks {
            shown.push(match block {
                Block::LeftOut {
                    span,
                    lines,
                    chrome,
                } => {
                    format!("{lines} {chrome} {:?}", span.of(text))
                }
                Block::Line(line) => {
                    let pieces: Vec<_> = line
                        .pieces
                        .iter()
                        .map(|p| format!("{}{:?}", p.span.of(text), p.ink))
                        .collect();
                    format!("{:?} {} {}", line.look, line.apart, pieces.join("|"))
                }
            });
        }
        assert_eq!(
            shown,
            [
                "2 true \"Menu\\nSign in\\n\"",
                "Heading false Tram driverSome(Fact)",
                "Plain false GrazSome(Fact)|, None|38 hSome(Fact)|, nightNone",
                "Item false - None|A licence (D)Some(Requirement)",
                "1 true \"Footer\"",
            ]
        );
        assert_eq!(original.lines, (3, 3));
    }

    #[test]
    fn subjects_are_found_again_by_their_code() {
        let all = [
            Subject::Fact(FactKind::Title),
            Subject::Fact(FactKind::Source),
            Subject::Words(Span::new(7, 31)),
        ];
        let codes: Vec<_> = all.iter().map(|s| s.code()).collect();
        assert_eq!(Subject::parse_all(&codes.join(" ")), all);
        assert_eq!(Subject::parse_all("f99 w7 x  w3-"), []);
    }

    #[test]
    fn every_character_of_any_text_is_there() {
        for text in [
            "",
            "\n\n",
            "a",
            "ü – ß\r\n\r\n• x\n",
            "1. a\n2) b\n\n\n",
            "👩‍⚕️ pflegt\n",
        ] {
            let posting = extract::read(text);
            let card = Card::new(&posting.facts, &Corrections::default());
            let original = Original::new(text, &posting, &card, &[]);
            let mut said = String::new();
            for block in &original.blocks {
                match block {
                    Block::LeftOut { span, .. } => said.push_str(span.of(text)),
                    Block::Line(line) => {
                        line.pieces
                            .iter()
                            .for_each(|p| said.push_str(p.span.of(text)));
                    }
                }
            }
            let bare = |s: &str| s.split_whitespace().collect::<String>();
            assert_eq!(bare(&said), bare(text), "{text:?}");
        }
        let many = "Weaving all day\n".repeat(3_000);
        let posting = extract::read(&many);
        let card = Card::new(&posting.facts, &Corrections::default());
        let original = Original::new(&many, &posting, &card, &[]);
        assert!(original.blocks.len() <= MOST_LINES + 1);
    }
}
