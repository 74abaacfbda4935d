//! A demand as what it asks for, whatever its words: concepts of a small lexicon in eight languages, human
//! languages, the words that are left, and years. Words that only say how much or how well do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::slice::from_ref;

use super::filler::{COMMON, FILLER, first_part, has_form_among, is_among};
use super::qualifier::Qualifiers;
use super::stem::stems;
use super::text::{Token, concept, tokens};
use crate::extract::lexicon::fold;
use crate::extract::word::hash_word;
use crate::extract::{Requirement, RequirementKind, order};

/// Of a demand as long as a page only so many words count.
const MOST_WORDS: usize = 60;

/// Whether word `i` holds a sentence together, as it is written: names and nouns have capitals, and so
/// has whatever comes first.
fn is_filler(words: &[Token<'_>], i: usize) -> bool {
    let word = &words[i];
    (i == 0 || !word.written.starts_with(char::is_uppercase)) && is_among(&FILLER, word)
}

/// How much a concept says.
const CONCEPT: f32 = 3.0;
/// How much a name says: a product, a place, an abbreviation.
pub(super) const NAME: f32 = 2.0;
/// How much any other word says.
pub(super) const WORD: f32 = 1.0;
/// How much a word says that is asked with many things.
const COMMON_WORD: f32 = 0.3;

/// The concept whose classes are letters beside it.
const LICENCE: &str = "Driving licence";
/// Other concepts whose classes are letters behind it.
const CLASSED: [&str; 3] = ["Forklift licence", "Reach truck", "Aerial work platform"];
/// What a driving licence is called for short, beside its class.
const LICENCES: [&str; 9] = [
    "licence",
    "license",
    "permis",
    "permiso",
    "carne",
    "carnet",
    "carta",
    "habilitacao",
    "schein",
];
/// Classes of driving licences.
const LETTERS: [&str; 15] = [
    "a", "a1", "a2", "am", "b", "b1", "be", "c", "c1", "c1e", "ce", "c+e", "d", "d1", "de",
];
/// The head of words that look like a form of a concept's and are none.
const PLAIN: &str = "-";
/// Words behind which other things stand that would do as well.
const ANY: [&str; 24] = [
    "or",
    "oder",
    "ou",
    "o",
    "of",
    "eller",
    "such",
    "like",
    "similar",
    "eg",
    "equivalent",
    "bzw",
    "wie",
    "vergleichbar",
    "vergleichbare",
    "vergleichbarer",
    "similaire",
    "comme",
    "similares",
    "como",
    "come",
    "zoals",
    "liknande",
    "bijvoorbeeld",
];
/// Endings that a word takes for the other gender, behind a mark: "Krankenpfleger/in", "camarero(a)".
const GENDERS: [&str; 18] = [
    "a", "o", "e", "r", "n", "in", "innen", "er", "ere", "euse", "euses", "rice", "trice", "ne",
    "as", "os", "es", "s",
];

/// Whether word `i` is an ending of the word before it.
fn is_ending(tokens: &[Token<'_>], i: usize) -> bool {
    let glued = matches!(
        tokens[i].gap,
        "(" | "/" | "·" | ":" | "*" | "/-" | "." | ")("
    );
    i > 0 && glued && GENDERS.contains(&tokens[i].folded.as_str()) && tokens[i - 1].folded.len() > 3
}

/// Whether a word is written as a name: capitals inside, or digits with letters.
fn is_name(word: &str) -> bool {
    let letters = word.chars().any(char::is_alphabetic);
    letters
        && word.len() > 1
        && word
            .chars()
            .skip(1)
            .any(|c| c.is_uppercase() || c.is_ascii_digit() || c == '+' || c == '#')
}

/// What a demand asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Demand {
    /// Its features in its order, each once.
    pub(super) features: Vec<Feature>,
    /// Their keys, ascending.
    pub(super) keys: Vec<u64>,
    /// Its words' first letters, and the feature each belongs to: abbreviations are told by them.
    letters: Vec<(char, Option<usize>)>,
    /// The stems of all its words in order, each with what it belongs to.
    pub(super) spine: Vec<(u64, Said)>,
    /// Years, levels, classes, heights.
    pub qualifiers: Qualifiers,
    /// Whether any one of the things it names is enough.
    pub(super) any: bool,
    /// What kind of thing it asks for, where read.
    pub kind: Option<RequirementKind>,
}

/// What a word of a demand belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    /// It says nothing of what is asked.
    Nothing,
    /// It says how much of it, or of which class.
    Number,
    /// A thing of this key.
    Thing(u64),
}

/// One thing a demand names.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// What two features are held against each other by.
    pub(super) key: u64,
    /// How much it says.
    pub weight: f32,
    /// What to call it: a concept's name, a language's, or the word as written.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// A word in folded letters, or the one that names a concept.
    pub(super) folded: String,
}

/// What a feature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A concept of the lexicon.
    Concept,
    /// A human language.
    Language,
    /// A hard skill the reader found.
    Skill,
    /// Any other word.
    Word,
}

impl Feature {
    pub(super) fn key(&self) -> u64 {
        self.key
    }

    pub(super) fn is_named(&self) -> bool {
        self.weight >= NAME && matches!(self.sort, Sort::Word | Sort::Skill)
    }
}

impl Demand {
    /// The demand of a requirement as shown; `read` is what the reader made of it, where it is the
    /// reader's.
    #[must_use]
    pub fn new(text: &str, read: Option<&Requirement>) -> Self {
        let mut words = tokens(text, MOST_WORDS);
        let mut made = Self {
            qualifiers: Qualifiers::new(&words),
            kind: read.map(|r| r.kind),
            ..Self::default()
        };
        let endings: Vec<bool> = (0..words.len()).map(|i| is_ending(&words, i)).collect();
        let mut ending = endings.iter();
        words.retain(|_| ending.next() != Some(&true));
        let mut skills: BTreeMap<u64, &str> = BTreeMap::new();
        for (name, _) in read.iter().flat_map(|r| &r.skills) {
            for stem in stems(name).split(' ') {
                skills.insert(hash_word(stem), name);
            }
        }
        made.any = words.iter().any(|word| ANY.contains(&word.folded.as_str()));
        let mut i = 0;
        while i < words.len() {
            if let Some((len, head)) = concept(&words, i)
                && !(len == 1 && is_filler(&words, i))
                && head != PLAIN
            {
                made.concept(&words, i..i + len, head);
                i += len;
                continue;
            }
            let part = first_part(&words[i]);
            if let Some((_, head)) = part.as_ref().and_then(|part| concept(from_ref(part), 0))
                && head != PLAIN
            {
                made.concept(&words, i..i + 1, head);
                i += 1;
                continue;
            }
            let word = part.as_ref().unwrap_or(&words[i]);
            let at = if counts(word, i) && !made.qualifiers.is_class(&word.folded) {
                // Of "data structures" one word alone is asked with anything.
                let of_many = |name: &&&str| name.contains(' ') && has_form_among(&COMMON, word);
                let skill = skills.get(&word.stem).filter(|name| !of_many(name));
                let proper = i > 0 && word.written.starts_with(char::is_uppercase);
                let named = skill.is_some() || proper || is_name(word.written);
                let sort = if skill.is_some() {
                    Sort::Skill
                } else {
                    Sort::Word
                };
                let name = skill.copied().unwrap_or(word.written);
                let weight = match named {
                    true if skill.is_none() && is_among(&COMMON, word) => WORD,
                    true => NAME,
                    false if has_form_among(&COMMON, word) => COMMON_WORD,
                    false => WORD,
                };
                Some(made.add(word.stem, weight, name, sort))
            } else {
                None
            };
            let word = word.clone();
            made.note(from_ref(&word), at);
            i += 1;
        }
        let bare = !made.features.iter().any(|f| f.sort == Sort::Concept);
        let licence = |word: &Token<'_>| LICENCES.contains(&word.folded.as_str());
        if bare && words.iter().any(licence) && made.qualifiers.has_class_among(&LETTERS) {
            // "Cat B licence"
            made.add(hash_word(LICENCE), CONCEPT, LICENCE, Sort::Concept);
        }
        order::sort(&mut made.keys);
        made
    }

    /// Notes to what words belong: to the feature at a place, to a number, or to nothing.
    fn note(&mut self, words: &[Token<'_>], place: Option<usize>) {
        let key = place.map(|at| self.features[at].key);
        for word in words {
            self.letters
                .extend(word.folded.chars().next().map(|c| (c, place)));
            let number = word.folded.bytes().any(|b| b.is_ascii_digit())
                || self.qualifiers.is_class(&word.folded);
            let said = match key {
                Some(key) => Said::Thing(key),
                None if number => Said::Number,
                None => Said::Nothing,
            };
            self.spine.push((word.stem, said));
        }
    }

    /// Adds a feature, unless it is there; gives its place.
    fn add(&mut self, key: u64, weight: f32, name: &str, sort: Sort) -> usize {
        if let Some(at) = self.features.iter().position(|f| f.key == key) {
            return at;
        }
        self.keys.push(key);
        self.features.push(Feature {
            key,
            weight,
            name: name.to_string(),
            sort,
            folded: match sort {
                Sort::Word => fold(name),
                _ => String::new(),
            },
        });
        self.features.len() - 1
    }

    fn concept(&mut self, words: &[Token<'_>], at: Range<usize>, head: &'static str) {
        let (name, value) = match head.split_once('=') {
            Some((name, value)) => (name.trim_end(), Some(value)),
            None => (head, None),
        };
        if let Some(value) = value {
            self.qualifiers.name(name, value);
        }
        if name == LICENCE {
            // "B-körkort", "licence C", "rijbewijs (categorie B)"
            for i in [at.start.checked_sub(1), Some(at.end)]
                .into_iter()
                .flatten()
            {
                if let Some(word) = words.get(i)
                    && (LETTERS.contains(&word.folded.as_str()) || word.written == "E")
                {
                    self.qualifiers.class(&word.folded);
                }
            }
        }
        if CLASSED.contains(&name) {
            let behind = words[at.end..].iter().take(3);
            let is_letters = |w: &&Token<'_>| {
                let mut parts = w.written.split('+');
                parts.all(|p| p.len() == 1 && p.bytes().all(|b| b.is_ascii_uppercase()))
            };
            for word in behind.filter(is_letters) {
                self.qualifiers.letters(word.written);
            }
        }
        let (name, weight, sort) = match (name.strip_prefix('~'), name.strip_prefix('@')) {
            (Some(soft), _) => (soft, 1.5, Sort::Concept),
            (_, Some(language)) => (language, CONCEPT, Sort::Language),
            _ => (name, CONCEPT, Sort::Concept),
        };
        let place = (!name.is_empty()).then(|| self.add(hash_word(name), weight, name, sort));
        if let (Some(at_feature), [word]) = (place, &words[at.clone()])
            && sort == Sort::Concept
        {
            self.features[at_feature].folded.clone_from(&word.folded);
        }
        self.note(&words[at], place);
    }

    /// What it names.
    #[must_use]
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// Whether it names the feature of this key.
    pub(super) fn has(&self, key: u64) -> bool {
        self.keys.binary_search(&key).is_ok()
    }

    /// The features it shares with `other`.
    pub fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Feature> {
        self.features.iter().filter(|f| other.has(f.key))
    }

    /// The features it shares with `other`, each with the other's.
    pub(super) fn in_both<'a>(
        &'a self,
        other: &'a Self,
    ) -> impl Iterator<Item = (&'a Feature, &'a Feature)> {
        // "Scala" is no "large-scale".
        let apart = |f: &Feature, o: &Feature| {
            f.is_named() != o.is_named() && f.weight.min(o.weight) < WORD
        };
        let of_other = move |f: &'a Feature| {
            let other = other.features.iter().find(|o| o.key == f.key);
            other.filter(|o| !apart(f, o))
        };
        self.features
            .iter()
            .filter_map(move |f| Some((f, of_other(f)?)))
    }

    /// The weight of the words not shared that `short` is the first letters of ("IFRS").
    pub(super) fn spells(&self, short: &str) -> Option<f32> {
        let capitals = short.chars().filter(|c| c.is_uppercase()).count();
        if !(2..=7).contains(&capitals) || capitals < short.chars().count() {
            return None;
        }
        let wanted: Vec<char> = fold(short).chars().collect();
        for start in 0..self.letters.len() {
            let (mut at, mut found, mut said) = (start, 0, 0);
            let mut used = BTreeSet::new();
            while at < self.letters.len() && found < wanted.len() {
                let (letter, feature) = self.letters[at];
                if letter == wanted[found] {
                    found += 1;
                    said += usize::from(feature.is_some());
                    used.extend(feature);
                } else if feature.is_some() || found == 0 {
                    break;
                }
                at += 1;
            }
            // "DS" is not "debugging skills", of which half says nothing.
            let enough = match wanted.len() {
                2 => said == 2,
                3 => said * 3 >= wanted.len() * 2,
                _ => said * 2 >= wanted.len(),
            };
            if found == wanted.len() && enough {
                return Some(used.iter().map(|f| self.features[*f].weight).sum());
            }
        }
        None
    }

    /// All its weights.
    pub(super) fn weight(&self) -> f32 {
        self.features.iter().map(|f| f.weight).sum()
    }
}

/// Whether word `i` says what is asked for. A name may look like a form of a word that does not.
fn counts(word: &Token<'_>, i: usize) -> bool {
    let folded = word.folded.as_str();
    let digits = folded.bytes().all(|b| b.is_ascii_digit() || b == b'+');
    let long = folded.chars().count() > 1 || folded == "c" || folded == "r";
    let named = i > 0 && word.written.starts_with(char::is_uppercase);
    let filler = match named {
        true => is_among(&FILLER, word),
        false => has_form_among(&FILLER, word),
    };
    !digits && long && !filler
}
