//! Where the terms of one side, questions' or sentences', are looked up: by how their first word begins,
//! and by how a word ends that may end a longer one. Gives candidates only: whether one is there is for
//! the lexicon to see.

/// How many kinds of [`pair`] there are.
const PAIRS: usize = 1 << 10;
/// How many kinds of [`quad`] there are.
const QUADS: usize = 1 << 12;
/// Where terms stand whose first word may begin with anything.
const ANY: usize = PAIRS + QUADS;
/// Where terms stand that begin with any number.
const NUMBERS: usize = ANY + 1;
/// Where those stand that begin with any month.
const MONTHS: usize = ANY + 2;
/// Words of so many bytes are told apart by four of them.
const LONG: usize = 4;

/// How a term begins.
pub enum First<'t> {
    /// With this word, or with one that begins so.
    Word(&'t str),
    /// With a word that only ends in a known way.
    Any,
    /// With any number.
    Number,
    /// With any month.
    Month,
}

/// Terms by their beginnings and ends.
pub struct Index {
    starts: Vec<Vec<u32>>,
    ends: Vec<Vec<u32>>,
}

impl Index {
    /// One without terms.
    pub fn new() -> Self {
        Self {
            starts: vec![Vec::new(); MONTHS + 1],
            ends: vec![Vec::new(); PAIRS],
        }
    }

    /// Holds term number `term` under its beginning.
    pub fn add(&mut self, first: &First<'_>, term: u32) {
        let at = match first {
            First::Word(word) => quad(word).unwrap_or_else(|| pair(word.bytes())),
            First::Any => ANY,
            First::Number => NUMBERS,
            First::Month => MONTHS,
        };
        self.starts[at].push(term);
    }

    /// Holds term number `term` under the end of its word.
    pub fn add_end(&mut self, word: &str, term: u32) {
        self.ends[pair(word.bytes().rev())].push(term);
    }

    /// The terms that may begin with the word: those of up to three letters, the longer ones, those that
    /// may begin with anything, with a number if it is one, with a month if it is one.
    pub fn starting(
        &self,
        word: &str,
        is_number: bool,
        is_month: bool,
    ) -> impl Iterator<Item = u32> {
        let lists = [
            Some(pair(word.bytes())),
            quad(word),
            Some(ANY),
            is_number.then_some(NUMBERS),
            is_month.then_some(MONTHS),
        ];
        lists
            .into_iter()
            .flatten()
            .flat_map(|at| self.starts[at].iter().copied())
    }

    /// The terms that may end the word.
    pub fn ending(&self, word: &str) -> impl Iterator<Item = u32> {
        self.ends[pair(word.bytes().rev())].iter().copied()
    }
}

/// The kind of the first two of the bytes, the second zero where there is but one.
fn pair(mut bytes: impl Iterator<Item = u8>) -> usize {
    let mut next = || usize::from(bytes.next().unwrap_or(0) & 31);
    next() << 5 | next()
}

/// The list of the words that begin with the same four bytes, and of some others.
fn quad(word: &str) -> Option<usize> {
    let mix = |sum: usize, b: &u8| sum * 31 + usize::from(b & 31);
    let first = word.as_bytes().get(..LONG)?;
    Some(PAIRS + first.iter().fold(0, mix) % QUADS)
}
