//! What questions and sentences speak of: concepts with their terms, in `concepts.txt`, and finding
//! them among folded words. The file's head says its form. Knows nothing of postings.

use std::iter::once;
use std::sync::OnceLock;

use super::index::{First, Index};
use super::plain::plain;
use crate::extract::Span;
use crate::extract::word::{fold_into, split};

/// The concepts, as data.
const FILE: &str = include_str!("concepts.txt");

/// Words that a term's ".." may stand for, at most.
const GAP: usize = 5;
/// Words of a pair stand no further from each other than this.
const PAIRED: usize = 8;
/// What a word of a term may have behind it and be the same word, of five letters or more.
const ENDINGS: &[&str] = &["s", "n", "e", "es", "en"];
/// A term of so many letters may stand at the end of a longer word …
const COMPOUNDED: usize = 7;
/// … that has so many before it.
const BEFORE: usize = 3;

/// The heads that are lists for the scoring and no concept to be asked for.
pub const STOP: &str = "stop";
/// Words that stand for a number.
pub const NUMBER: &str = "number";
/// Words of a date.
pub const MONTH: &str = "month";
/// Words of a time of day.
pub const HOUR: &str = "hour";
/// Other words of time.
pub const WHEN: &str = "when";
/// Words that say how often something is.
pub const OFTEN: &str = "often";
/// Words that say how much something is asked for.
pub const MODAL: &str = "modal";
/// Words of a question that go with any subject.
pub const LIGHT_WORDS: &str = "light";
/// The head of rows of words that stand for one another.
const SAME: &str = "same";
/// Those of which no question is.
pub const LISTS: &[&str] = &[NUMBER, MONTH, HOUR, WHEN, OFTEN, MODAL, LIGHT_WORDS];
/// Phrases that look like another concept's and are of none.
const NOTHING: &str = "nothing";

/// All concepts with their terms.
pub struct Lexicon {
    concepts: Vec<Concept>,
    terms: Vec<Term>,
    /// The terms that count in questions.
    asked: Index,
    /// Those that count in sentences.
    said: Index,
    /// Words that stand for a number, folded.
    numbers: Vec<String>,
    /// The months, folded.
    months: Vec<String>,
    /// Words that stand for one another, folded.
    same: Vec<Vec<String>>,
    /// How many pairs there are.
    pairs: u16,
}

/// A concept.
struct Concept {
    name: &'static str,
    /// Whether another concept of the same question is what it is really about.
    is_general: bool,
    /// Names of concepts that answer a question for this one too.
    also: Vec<&'static str>,
}

/// Where a term counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Both,
    Question,
    Sentence,
    /// In a sentence; a question has it in other words.
    Said,
    /// In a sentence, but less than other terms.
    Weak,
    /// One of the words of this pair, the first or the second: both near each other are a hint.
    Pair(u16, bool),
}

struct Term {
    concept: u16,
    used: Use,
    parts: Vec<Part>,
}

struct Part {
    /// Folded.
    word: String,
    /// Whether the word may have more before or behind it.
    open: (bool, bool),
    /// Whether other words may stand before it.
    gap: bool,
}

/// A term found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The concept's number.
    pub concept: u16,
    /// Its first word, and the one behind its last.
    pub from: usize,
    /// See `from`.
    pub to: usize,
    /// Whether it is only a hint.
    pub is_weak: bool,
    /// Whether it names one of a kind: a term of sentences only, such as "Python".
    pub is_named: bool,
}

/// A term's word that stands for any number, in figures or in words.
const ANY_NUMBER: &str = "#";
/// One that stands for any month.
const ANY_MONTH: &str = "@";

impl Part {
    fn is(&self, word: &str, lexicon: &Lexicon) -> bool {
        if self.word == ANY_NUMBER {
            return lexicon.is_number(word);
        }
        if self.word == ANY_MONTH {
            return lexicon.is_month(word);
        }
        match self.open {
            (false, false) => is_form(&self.word, word),
            (false, true) => word.starts_with(&self.word),
            (true, false) => word.ends_with(&self.word),
            (true, true) => word.contains(&self.word),
        }
    }
}

/// Whether `word` is `term`, or is it in another number or case as far as endings tell.
fn is_form(term: &str, word: &str) -> bool {
    match word.strip_prefix(term) {
        Some("") => true,
        Some(rest) => term.len() >= 5 && ENDINGS.contains(&rest) || term.len() == 4 && rest == "s",
        None => word.len() >= 4 && term.strip_prefix(word) == Some("s"),
    }
}

fn is_list(name: &str) -> bool {
    name == STOP || LISTS.contains(&name)
}

/// The words of `text`, folded.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    words_of(text).0
}

/// The words of `text`, folded, and where each stands.
#[must_use]
pub fn words_of(text: &str) -> (Vec<String>, Vec<Span>) {
    let mut all = String::new();
    let words = split(text, &mut all);
    let spans = words.iter().map(|w| w.span);
    (
        words.iter().map(|w| fold(w.span.of(text))).collect(),
        spans.collect(),
    )
}

fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if !('\u{300}'..='\u{36f}').contains(&c) {
            fold_into(c, &mut out);
        }
    }
    out
}

/// The parts of a term as a question is matched.
fn plain_parts(parts: &[Part]) -> Vec<Part> {
    let mut all = Vec::new();
    let mut gap = false;
    for (at, part) in parts.iter().enumerate() {
        gap |= part.gap;
        // What stands for a part of a word is no word of its own.
        let word = match part.open {
            (false, false) => plain(&part.word, at + 1 == parts.len()),
            _ => Some(part.word.as_str()),
        };
        if let Some(word) = word {
            all.push(Part {
                word: word.to_owned(),
                open: part.open,
                gap,
            });
            gap = false;
        }
    }
    all
}

impl Lexicon {
    /// The lexicon, read from the file the first time it is asked for.
    #[must_use]
    pub fn get() -> &'static Self {
        static READ: OnceLock<Lexicon> = OnceLock::new();
        READ.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut this = Self {
            concepts: Vec::new(),
            terms: Vec::new(),
            asked: Index::new(),
            said: Index::new(),
            numbers: Vec::new(),
            months: Vec::new(),
            same: Vec::new(),
            pairs: 0,
        };
        for line in FILE.lines() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(head) = line.strip_prefix('[') {
                let head = head.trim_end_matches(']');
                let (name, is_general) = head
                    .strip_suffix(" general")
                    .map_or((head, false), |name| (name, true));
                this.concepts.push(Concept {
                    name,
                    is_general,
                    also: Vec::new(),
                });
                continue;
            }
            if this.concepts.last().is_some_and(|c| c.name == SAME) {
                let row = line
                    .split(',')
                    .map(|w| fold(w.trim().trim_end_matches('*')));
                this.same.push(row.collect());
                continue;
            }
            let rest = line.get(1..).unwrap_or_default();
            let (used, rest) = match line.as_bytes()[0] {
                b'?' => (Use::Question, rest),
                b'!' => (Use::Sentence, rest),
                b'~' => (Use::Weak, rest),
                b'&' => {
                    let (first, second) = rest.split_once('|').unwrap_or((rest, ""));
                    for (side, words) in [first, second].into_iter().enumerate() {
                        for word in words.split(',') {
                            this.add(Use::Pair(this.pairs, side == 1), word);
                        }
                    }
                    this.pairs += 1;
                    continue;
                }
                b'+' => {
                    if let Some(concept) = this.concepts.last_mut() {
                        concept.also.extend(rest.split(',').map(str::trim));
                    }
                    continue;
                }
                _ => (Use::Both, line),
            };
            for term in rest.split(',') {
                this.add(used, term);
            }
        }
        this
    }

    fn add(&mut self, mut used: Use, term: &str) {
        let mut parts = Vec::new();
        let mut gap = false;
        for piece in term.split(|c: char| c.is_whitespace() || matches!(c, '-' | '\'' | '’' | '/'))
        {
            if piece == ".." {
                gap = true;
            } else if !piece.is_empty() {
                parts.push(Part {
                    word: fold(piece.trim_matches('*')),
                    open: (piece.starts_with('*'), piece.ends_with('*')),
                    gap,
                });
                gap = false;
            }
        }
        let head = self.concepts.last().map_or("", |c| c.name);
        if !is_list(head) && matches!(used, Use::Both | Use::Question) {
            let plain = plain_parts(&parts);
            if used == Use::Question {
                parts = plain;
            } else if plain.len() != parts.len()
                || plain.iter().zip(&parts).any(|(a, b)| a.word != b.word)
            {
                self.push(Use::Question, plain);
                used = Use::Said;
            }
        }
        self.push(used, parts);
    }

    fn push(&mut self, used: Use, parts: Vec<Part>) {
        let Some(first) = parts.first() else { return };
        let begins = match first.word.as_str() {
            ANY_NUMBER => First::Number,
            ANY_MONTH => First::Month,
            _ if first.open.0 => First::Any,
            word => First::Word(word),
        };
        let is_long = first.word.len() >= COMPOUNDED;
        let is_alone = parts.len() == 1 && !matches!(used, Use::Pair(..));
        let may_end = is_alone && first.open == (false, false) && is_long;
        let term = self.terms.len() as u32;
        let in_questions = matches!(used, Use::Both | Use::Question | Use::Pair(..));
        for (index, counts) in [
            (&mut self.asked, in_questions),
            (&mut self.said, used != Use::Question),
        ] {
            if counts {
                index.add(&begins, term);
            }
            if counts && may_end {
                index.add_end(&first.word, term);
            }
        }
        let concept = self.concepts.len().saturating_sub(1) as u16;
        if self.name(concept) == NUMBER && parts.len() == 1 {
            self.numbers.push(first.word.clone());
        }
        if self.name(concept) == MONTH && parts.len() == 1 {
            self.months.push(first.word.clone());
        }
        self.terms.push(Term {
            concept,
            used,
            parts,
        });
    }

    /// Whether the folded word is a number, in figures or in words.
    #[must_use]
    pub fn is_number(&self, word: &str) -> bool {
        let is_figure = word.as_bytes().first().is_some_and(u8::is_ascii_digit);
        is_figure || self.numbers.iter().any(|n| n == word)
    }

    fn is_month(&self, word: &str) -> bool {
        self.months.iter().any(|m| m == word)
    }

    /// The concept's name.
    #[must_use]
    pub fn name(&self, concept: u16) -> &'static str {
        self.concepts[usize::from(concept)].name
    }

    /// The concept of this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<u16> {
        let at = self.concepts.iter().position(|c| c.name == name)?;
        Some(at as u16)
    }

    /// Whether the concept gives way to others.
    #[must_use]
    pub fn is_general(&self, concept: u16) -> bool {
        self.concepts[usize::from(concept)].is_general
    }

    /// Whether what speaks of `said` also answers for `asked`.
    #[must_use]
    pub fn answers(&self, asked: u16, said: u16) -> bool {
        asked == said
            || self.concepts[usize::from(asked)]
                .also
                .contains(&self.name(said))
    }

    /// The concepts that a question of these words speaks of.
    #[must_use]
    pub fn asked(&self, words: &[String]) -> Vec<Hit> {
        let mut places = Vec::new();
        let mut plain_words = Vec::new();
        for (at, word) in words.iter().enumerate() {
            if let Some(word) = plain(word, at + 1 == words.len()) {
                plain_words.push(word.to_owned());
                places.push(at);
            }
        }
        let mut hits = self.find(&self.asked, &plain_words, true);
        for hit in &mut hits {
            hit.to = places[hit.to - 1] + 1;
            hit.from = places[hit.from];
        }
        // The words of the lists stand for themselves.
        hits.retain(|h| !self.is_list(h));
        // A pair is only looked for where nothing is named.
        if hits.iter().any(|h| !h.is_weak) {
            hits.retain(|h| !h.is_weak);
        }
        let lists = self.find(&self.asked, words, true);
        hits.extend(lists.into_iter().filter(|h| self.is_list(h)));
        hits
    }

    /// The word, and those that stand for it.
    #[must_use]
    pub fn alike(&self, word: &str) -> Vec<String> {
        let mut all = vec![word.to_owned()];
        for row in &self.same {
            if row.iter().any(|w| is_form(w, word)) {
                all.extend(row.iter().filter(|w| *w != word).cloned());
            }
        }
        all
    }

    /// Whether it is of a list for the scoring, and of no concept to be asked for.
    #[must_use]
    pub fn is_list(&self, hit: &Hit) -> bool {
        is_list(self.name(hit.concept))
    }

    /// The concepts that a sentence of these words speaks of.
    #[must_use]
    pub fn said(&self, words: &[String]) -> Vec<Hit> {
        self.find(&self.said, words, false)
    }

    /// The terms among `words`, without those inside a longer one of another concept; one with a gap
    /// has others inside only where `gaps_cover`.
    fn find(&self, index: &Index, words: &[String], gaps_cover: bool) -> Vec<Hit> {
        let mut all = Vec::new();
        let mut covers = Vec::new();
        let mut halves: Vec<(u16, bool, usize, u16)> = Vec::new();
        for (from, word) in words.iter().enumerate() {
            let before = all.len();
            let (is_number, is_month) = (self.is_number(word), self.is_month(word));
            for k in index.starting(word, is_number, is_month) {
                let term = &self.terms[k as usize];
                if let Use::Pair(pair, side) = term.used {
                    if self.ends(&term.parts, words, from).is_some() {
                        halves.push((pair, side, from, term.concept));
                    }
                    continue;
                }
                if let Some(to) = self.ends(&term.parts, words, from) {
                    let is_whole = gaps_cover || term.parts.iter().all(|p| !p.gap);
                    if is_whole && term.used != Use::Weak {
                        covers.push((term.concept, from, to));
                    }
                    let hit = Hit {
                        concept: term.concept,
                        from,
                        to,
                        is_weak: term.used == Use::Weak,
                        is_named: term.used == Use::Sentence,
                    };
                    // Forms of one word are several terms, and say it once.
                    if !all.contains(&hit) {
                        all.push(hit);
                    }
                }
            }
            if all.len() == before {
                all.extend(self.compounded(index, word, from));
            }
        }
        for (k, (pair, side, at, concept)) in halves.iter().enumerate() {
            let near = halves[k + 1..].iter().find(|(p, s, other, _)| {
                p == pair && s != side && other != at && other - at <= PAIRED
            });
            if let Some((_, _, other, _)) = near {
                all.push(Hit {
                    concept: *concept,
                    from: *at,
                    to: other + 1,
                    is_weak: true,
                    is_named: false,
                });
            }
        }
        let inside = |hit: &Hit| {
            covers.iter().any(|(concept, from, to)| {
                *concept != hit.concept
                    && *from <= hit.from
                    && hit.to <= *to
                    && hit.to - hit.from < to - from
            })
        };
        all.retain(|hit| self.is_list(hit) || !inside(hit));
        all.retain(|hit| self.name(hit.concept) != NOTHING);
        all
    }

    /// The longest term that ends `word`, as in "Jahresarbeitszeit": a hint.
    fn compounded(&self, index: &Index, word: &str, at: usize) -> Option<Hit> {
        let mut longest: Option<&Term> = None;
        // Or another number or case of it: "Jahresarbeitszeiten".
        for ending in once("").chain(ENDINGS.iter().copied()) {
            let Some(stem) = word.strip_suffix(ending) else {
                continue;
            };
            for k in index.ending(stem) {
                let term = &self.terms[k as usize];
                let ends = &term.parts[0].word;
                let is_longer = longest.is_none_or(|l| l.parts[0].word.len() < ends.len());
                let fits = stem.len() >= ends.len() + BEFORE && stem.ends_with(ends.as_str());
                if is_longer && fits {
                    longest = Some(term);
                }
            }
        }
        longest.map(|term| Hit {
            concept: term.concept,
            from: at,
            to: at + 1,
            is_weak: true,
            is_named: false,
        })
    }

    /// Behind which word the parts end, if they begin at `from`.
    fn ends(&self, parts: &[Part], words: &[String], from: usize) -> Option<usize> {
        let mut at = from;
        for part in parts {
            let reach = if part.gap { GAP } else { 0 };
            let mut near = at..words.len().min(at + reach + 1);
            at = near.find(|i| part.is(&words[*i], self))? + 1;
        }
        Some(at)
    }
}
