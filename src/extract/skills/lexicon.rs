//! The known skills, and whether the words found are meant as one: "Go" the language, not "go above".

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::document::{Document, word_hashes};
use crate::extract::lexicon::{Lexicon, entries};

/// How sure a known phrase is to be a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A name: a skill wherever it is written.
    Name,
    /// A name that is an everyday word in small letters: a skill in this very writing.
    Exact,
    /// A field of work: a skill where it is asked for.
    Field,
    /// An everyday word too: a skill in this very writing and among its like.
    Cased,
}

impl Class {
    pub fn reason(self) -> &'static str {
        match self {
            Self::Name | Self::Exact => "known name",
            Self::Field => "known field of work",
            Self::Cased => "known name among its like",
        }
    }
}

/// A known phrase in the text.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub words: Range<usize>,
    pub class: Class,
}

struct Skills {
    /// A bit for the first words of all phrases: most words of a posting open none.
    first: Box<[u64; FIRST / 64]>,
    names: Lexicon,
    fields: Lexicon,
    exact: Lexicon,
    cased: Lexicon,
}

const FIRST: usize = 1 << 16;

/// Word and bit of a word's hash in [`Skills::first`].
fn bit(hash: u64) -> (usize, u64) {
    let n = (hash ^ (hash >> 32)) as usize % FIRST;
    (n / 64, 1 << (n % 64))
}

static SKILLS: LazyLock<Skills> = LazyLock::new(|| {
    let mut skills = Skills {
        first: Box::new([0; FIRST / 64]),
        names: Lexicon::default(),
        fields: Lexicon::default(),
        exact: Lexicon::default(),
        cased: Lexicon::default(),
    };
    for data in FILES {
        for (phrase, class) in entries(data) {
            if let Some(hash) = word_hashes(phrase).first() {
                let (n, mask) = bit(*hash);
                skills.first[n] |= mask;
            }
            match class {
                "cased" => skills.cased.add(phrase, phrase),
                "exact" => skills.exact.add(phrase, phrase),
                "field" => skills.fields.add(phrase, phrase),
                _ => skills.names.add(phrase, phrase),
            }
        }
    }
    skills
});

pub(super) const FILES: [&str; 2] = [
    include_str!("../lexicons/skills_software.txt"),
    include_str!("../lexicons/skills_other.txt"),
];

/// The longest known phrase at word `i`, ending before word `end`, in a writing it may have.
pub(super) fn at(doc: &Document<'_>, i: usize, end: usize) -> Option<Known> {
    let (n, mask) = bit(doc.words[i].hash);
    if SKILLS.first[n] & mask == 0 {
        return None;
    }
    let lists: [(Class, &Lexicon); 4] = [
        (Class::Cased, &SKILLS.cased),
        (Class::Exact, &SKILLS.exact),
        (Class::Name, &SKILLS.names),
        (Class::Field, &SKILLS.fields),
    ];
    let mut best: Option<Known> = None;
    for (class, list) in lists {
        let Some(hit) = list.at(doc, i, end) else {
            continue;
        };
        let written = doc.str(hit.span);
        let fits = match class {
            Class::Cased | Class::Exact => written == hit.value,
            Class::Name => {
                written.is_ascii() == hit.value.is_ascii() && fits_name(hit.value, written)
            }
            Class::Field => true,
        };
        if fits
            && best
                .as_ref()
                .is_none_or(|b| b.words.len() < hit.words.len())
        {
            best = Some(Known {
                words: hit.words,
                class,
            });
        }
    }
    best
}

/// Short names in capitals that people also write small.
const SMALL: &[&str] = &[
    "sql", "php", "html", "css", "xml", "json", "yaml", "aws", "gcp", "api", "apis", "seo", "crm",
    "erp", "sap", "nlp", "llm", "llms", "ajax", "ios", "vba", "etl", "cad", "nosql", "mysql",
    "oop", "tdd", "html5", "css3", "spss", "hplc", "pcr", "plc", "scada", "datev", "linq", "hacp",
    "dns", "ssh", "tcp", "vpn", "mssql", "jira", "rest", "cnc", "gis",
];

/// Whether a name of the lexicon may be written as it is: a short one in capitals keeps them, so
/// that "dot" is no authority and "cap" no diploma.
fn fits_name(name: &str, written: &str) -> bool {
    if name.len() > 6 || name.contains(' ') {
        return true;
    }
    let capital = |s: &str| s.chars().filter(|c| c.is_uppercase()).count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if capital(name) < 2 || capital(name) + 1 < letters {
        return true;
    }
    capital(written) >= 2 || SMALL.contains(&written.to_lowercase().as_str())
}
