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
const NAME: f32 = 2.0;
/// How much any other word says.
const WORD: f32 = 1.0;
/// How much a word says that is asked with many things.
const COMMON_WORD: f32 = 0.3;

/// Concepts that say how a thing was learnt, and not what.
const FRAMES: [&str; 3] = [
    "University degree",
    "Vocational training",
    "School leaving certificate",
];

/// From this likeness on two demands ask for one thing.
pub const SAME: f32 = 0.57;

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
    features: Vec<Feature>,
    /// Their keys, ascending.
    keys: Vec<u64>,
    /// Its words' first letters, and the feature each belongs to: abbreviations are told by them.
    letters: Vec<(char, Option<usize>)>,
    /// The stems of all its words in order, each with what it belongs to.
    spine: Vec<(u64, Said)>,
    /// Years, levels, classes, heights.
    pub qualifiers: Qualifiers,
    /// Whether any one of the things it names is enough.
    any: bool,
    /// What kind of thing it asks for, where read.
    pub kind: Option<RequirementKind>,
}

/// What a word of a demand belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said {
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
    key: u64,
    /// How much it says.
    pub weight: f32,
    /// What to call it: a concept's name, a language's, or the word as written.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// A word in folded letters, or the one that names a concept.
    folded: String,
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

    fn is_named(&self) -> bool {
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
                let skill = skills.get(&word.stem);
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
    fn in_both<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a Feature, &'a Feature)> {
        let of_other = |f: &'a Feature| other.features.iter().find(|o| o.key == f.key);
        self.features
            .iter()
            .filter_map(move |f| Some((f, of_other(f)?)))
    }

    /// The weight of the words not shared that `short` is the first letters of ("IFRS").
    fn spells(&self, short: &str) -> Option<f32> {
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
    fn weight(&self) -> f32 {
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

/// How much two demands ask for one thing, 0 to 1, whatever level or number of years they ask for.
#[must_use]
pub fn likeness(a: &Demand, b: &Demand) -> f32 {
    // One order, so that both ways round come to the same.
    let (a, b) = if b.keys < a.keys { (b, a) } else { (a, b) };
    let (of_a, of_b) = (a.weight(), b.weight());
    if of_a == 0.0 || of_b == 0.0 {
        // "Three years in the job", and next to nothing of what job
        let timed = a.qualifiers.months.is_some() && b.qualifiers.months.is_some();
        return if of_a.max(of_b) < WORD && timed {
            1.0
        } else {
            0.0
        };
    }
    let mut both: f32 = a
        .in_both(b)
        .map(|(one, other)| f32::midpoint(one.weight, other.weight))
        .sum();
    let mut left = [
        of_a - a.in_both(b).map(|(one, _)| one.weight).sum::<f32>(),
        of_b - a.in_both(b).map(|(_, other)| other.weight).sum::<f32>(),
    ];
    for (short, long, at) in [(a, b, 0), (b, a, 1)] {
        for feature in &short.features {
            let known = feature.sort == Sort::Concept || long.has(feature.key);
            if known {
                continue;
            }
            if let Some(spelled) = long.spells(&feature.name) {
                both += 3.0;
                left[at] -= feature.weight;
                left[1 - at] -= spelled;
            }
        }
    }
    let one_word_apart = is_one_word_apart(a, b);
    for one in a.features.iter().filter(|f| !b.has(f.key)) {
        let both_concepts =
            |other: &Feature| one.sort == Sort::Concept && other.sort == Sort::Concept;
        let near = |other: &&Feature| {
            !a.has(other.key) && is_near(one, other) && !(one_word_apart && both_concepts(other))
        };
        if let Some(other) = b.features.iter().find(near) {
            both += NEAR * one.weight.max(other.weight);
            left[0] -= NEAR * one.weight;
            left[1] -= NEAR * other.weight;
        }
    }
    // How a thing was learnt is told in more ways than one.
    let heights = a.qualifiers.has_height() || b.qualifiers.has_height();
    let frame = |f: &&Feature| FRAMES.contains(&f.name.as_str());
    if both > 0.0
        && !heights
        && a.features.iter().any(|f| frame(&f))
        && b.features.iter().any(|f| frame(&f))
    {
        for (at, (one, other)) in [(a, b), (b, a)].into_iter().enumerate() {
            let frames = one
                .features
                .iter()
                .filter(|f| frame(f) && !other.has(f.key));
            left[at] -= frames.map(|f| f.weight).sum::<f32>();
        }
    }
    // Where any one of several is enough, the others are no more asked for.
    if both > 0.0 {
        for (at, (one, other)) in [(a, b), (b, a)].into_iter().enumerate() {
            if one.any {
                let others = one.features.iter().filter(|f| !other.has(f.key));
                let named = others.filter(|f| f.weight >= NAME);
                left[at] -= ANOTHER * named.map(|f| f.weight).sum::<f32>();
            }
        }
    }
    // Where both name one thing, how each says the rest counts less.
    if a.in_both(b)
        .any(|(one, other)| one.is_named() || other.is_named())
    {
        for (at, (one, other)) in [(a, b), (b, a)].into_iter().enumerate() {
            let plain = |f: &&Feature| !f.is_named() && !other.has(f.key);
            left[at] -= 0.5
                * one
                    .features
                    .iter()
                    .filter(plain)
                    .map(|f| f.weight)
                    .sum::<f32>();
        }
    }
    let (less, more) = (left[0].min(left[1]).max(0.0), left[0].max(left[1]).max(0.0));
    // Where only words are shared that say little, all else says more.
    let faint = if both < WORD { more } else { 0.0 };
    if one_word_apart && less > 0.0 {
        return 0.5 * both / (both + less);
    }
    both / (both + 1.5 * less + 0.15 * more + faint)
}

/// Whether two demands are the same words but for one or two in the place of another, which say another
/// thing: "green card", "black card". Who writes the same sentence with another word means it.
fn is_one_word_apart(a: &Demand, b: &Demand) -> bool {
    let pairs = || a.spine.iter().zip(&b.spine);
    let before = pairs().take_while(|(x, y)| x.0 == y.0).count();
    let most = a.spine.len().min(b.spine.len()) - before;
    let backwards = a.spine.iter().rev().zip(b.spine.iter().rev());
    let behind = backwards.take(most).take_while(|(x, y)| x.0 == y.0).count();
    let [of_a, of_b] = [a, b].map(|d| &d.spine[before..d.spine.len() - behind]);
    let short = |middle: &[(u64, Said)]| (1..=2).contains(&middle.len());
    // A word that belongs to what both name is another name of it.
    let other = |middle: &[(u64, Said)], whole: &Demand| {
        let thing = |(_, said): &(u64, Said)| matches!(said, Said::Thing(key) if !whole.has(*key));
        middle.iter().any(thing)
    };
    before + behind > 0 && short(of_a) && short(of_b) && other(of_a, b) && other(of_b, a)
}

/// How much less a thing counts that need not be had where another is.
const ANOTHER: f32 = 0.8;
/// How much of a word counts where the other's is another form or a compound of it.
const NEAR: f32 = 0.85;

/// Concepts of which one is often said for the other.
const NEIGHBOURS: [(&str, &str); 20] = [
    ("Children", "Childcare"),
    ("Photoshop", "Adobe suite"),
    ("Good listener", "Communication"),
    ("Good listener", "Empathy"),
    ("Teamwork", "Social skills"),
    ("Social skills", "Communication"),
    ("Social skills", "Friendly service"),
    ("Independence", "Motivation"),
    ("Warehouse", "Inventory"),
    ("Warehouse", "Logistics"),
    ("Sales", "Retail clerk"),
    ("Excel", "Office software"),
    ("Computer literacy", "Office software"),
    ("Teaching qualification", "Teaching at school"),
    ("Automated tests", "Software testing"),
    ("Maintenance", "Problem solving"),
    ("Dashboards", "Data visualisation"),
    ("Home help", "Care"),
    ("Hands-on attitude", "Manual skill"),
    ("Documentation", "Writing"),
];

/// Whether two words are forms of one, or one opens a compound: "Masernschutz" and "Masernimpfung" are
/// not, "socionom" and "socionomexamen" are.
fn is_near(a: &Feature, b: &Feature) -> bool {
    if a.sort == Sort::Concept && b.sort == Sort::Concept {
        let (a, b) = (a.name.as_str(), b.name.as_str());
        return NEIGHBOURS.contains(&(a, b)) || NEIGHBOURS.contains(&(b, a));
    }
    let one_is_word = a.sort == Sort::Word || b.sort == Sort::Word;
    let can_be = |f: &Feature| matches!(f.sort, Sort::Word | Sort::Concept);
    if !one_is_word || !can_be(a) || !can_be(b) {
        return false;
    }
    let (short, long) = if a.folded.len() < b.folded.len() {
        (&a.folded, &b.folded)
    } else {
        (&b.folded, &a.folded)
    };
    let alike = short.bytes().zip(long.bytes());
    let shared = alike.take_while(|(x, y)| x == y).count();
    shared >= 6 && shared == short.len() || shared >= 7 && shared * 10 >= long.len() * 7
}

/// Whether two demands are one: of one thing, and not of another level, class or number of years.
#[must_use]
pub fn same(a: &Demand, b: &Demand) -> bool {
    let asks_language = |d: &Demand| d.features.iter().any(|f| f.sort == Sort::Language);
    let languages = asks_language(a) && asks_language(b);
    likeness(a, b) >= SAME && !a.qualifiers.conflict(&b.qualifiers, languages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_stands_under_one_head_and_once() {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut wrong = Vec::new();
        for (phrase, head) in super::super::text::entries() {
            assert!(!stems(phrase).is_empty(), "{phrase}");
            if let Some(other) = seen.insert(fold(phrase), head) {
                wrong.push(format!("{phrase}: {head} and {other}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_same_and_not_the_same() {
        let cases = [
            (
                "other words",
                "You hold a full UK driving licence",
                "Valid driver's license required",
                true,
            ),
            (
                "an abbreviation",
                "Registered with the HCPC",
                "Health and Care Professions Council registration",
                true,
            ),
            (
                "one of several",
                "Good knowledge of MySQL",
                "Databases such as MySQL or Oracle",
                true,
            ),
            (
                "months and years",
                "Five years as site manager",
                "At least 60 months as a site manager",
                true,
            ),
            (
                "across languages",
                "Führerschein Klasse B",
                "Permis B exigé",
                true,
            ),
            (
                "another gender",
                "Camarero/a con experiencia",
                "Experiencia como camarero",
                true,
            ),
            (
                "a level in words",
                "Anglais courant",
                "Vous parlez couramment anglais",
                true,
            ),
            (
                "another tool",
                "Experience with Vue",
                "Experience with React",
                false,
            ),
            ("another level", "German at B2", "German at A2", false),
            ("another language", "Inglés B1", "Francés B1", false),
            ("another class", "Rijbewijs BE", "Rijbewijs C", false),
            (
                "another height",
                "Hbo verpleegkunde",
                "Mbo verpleegkunde",
                false,
            ),
            (
                "other years",
                "Minst 2 års erfarenhet",
                "Minst 5 års erfarenhet",
                false,
            ),
            ("another figure", "IELTS 6.5", "IELTS 7.5", false),
            (
                "another share",
                "Travel up to 10 %",
                "Travel up to 50 %",
                false,
            ),
            (
                "another name of one method",
                "MIG welding",
                "TIG welding",
                false,
            ),
            (
                "a form of a word",
                "Socionomexamen",
                "Du är utbildad socionom",
                true,
            ),
            ("another part of a compound", "Holzbau", "Holzhandel", false),
            (
                "a word that holds together and looks like a thing",
                "Able to stay calm even late",
                "Evenings",
                false,
            ),
            (
                "another way of cutting",
                "CNC milling",
                "CNC turning",
                false,
            ),
            ("nothing", "", "", false),
            ("marks alone", "--- ???", "***", false),
        ];
        for (name, a, b, expected) in cases {
            let (a, b) = (Demand::new(a, None), Demand::new(b, None));
            assert_eq!(same(&a, &b), expected, "{name}: {}", likeness(&a, &b));
        }
    }
}
