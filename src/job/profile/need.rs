//! A requirement as what it asks for: skills, licences, human languages with a level, a degree, years;
//! or, where it names none of them, its words. What the posting asks and what the person has are read
//! by the same rules, so that they can be held against each other.

use super::near;
use crate::extract::{Education, Posting, RequirementKind};
use crate::job::WordsKey;

/// Reads a text, where the reader is there.
pub type Reads<'a> = &'a dyn Fn(&str) -> Option<Posting>;

/// What a requirement may ask for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A skill, tool, licence or certificate, by its canonical name.
    Skill(WordsKey),
    /// A human language by its English name.
    Language(String),
    /// A degree or training.
    Degree,
    /// Anything else: the words that say what it is, in the order of their letters.
    Words(Vec<String>),
}

/// One thing that is asked for, or had.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// What.
    pub thing: Thing,
    /// What to call it.
    pub name: String,
    /// Of a language: its level from 1 (A1) to 6 (C2), 0 where none is said.
    pub level: u8,
    /// Of a degree: which.
    pub degree: Option<Education>,
}

/// A requirement taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Need {
    /// What it names.
    pub things: Vec<Named>,
    /// Whether any one of them is enough.
    pub any_of: bool,
    /// Years asked for.
    pub years: Option<f32>,
    /// What kind of thing it is.
    pub kind: Option<RequirementKind>,
    /// Whether it is about a permit to work.
    pub is_permit: bool,
}

/// What levels of a language are called, folded, with what they are of 6; the longer name first.
const LEVELS: &[(&str, u8)] = &[
    ("upper intermediate", 4),
    ("near native", 6),
    ("native", 6),
    ("mother tongue", 6),
    ("muttersprach", 6),
    ("langue maternelle", 6),
    ("nativ", 6),
    ("madrelingua", 6),
    ("moedertaal", 6),
    ("modersmal", 6),
    ("bilingu", 6),
    ("verhandlungssicher", 5),
    ("fliess", 5),
    ("fluen", 5),
    ("fluid", 5),
    ("flytande", 5),
    ("vloeiend", 5),
    ("courant", 5),
    ("proficien", 5),
    ("advanced", 5),
    ("avance", 5),
    ("avanz", 5),
    ("sehr gut", 5),
    ("very good", 5),
    ("excellent", 5),
    ("gute", 4),
    ("good", 4),
    ("strong", 4),
    ("professional", 4),
    ("working knowledge", 3),
    ("intermedi", 3),
    ("conversational", 3),
    ("grundkenntnisse", 2),
    ("basic", 2),
    ("notions", 2),
    ("a1", 1),
    ("a2", 2),
    ("b1", 3),
    ("b2", 4),
    ("c1", 5),
    ("c2", 6),
];

/// Words about a permit to work, folded.
const PERMITS: &[&str] = &[
    "work permit",
    "right to work",
    "authorized to work",
    "authorised to work",
    "work authorization",
    "work authorisation",
    "eligible to work",
    "arbeitserlaubnis",
    "permis de travail",
    "permiso de trabajo",
    "autorizacao de trabalho",
    "permesso di lavoro",
    "werkvergunning",
    "arbetstillstand",
];

/// Words that say nothing of what is asked, folded.
const EMPTY: &str = "a an and the of in for with to or your you have has be is are at on as by our we \
    experience knowledge skills skill ability able good very strong solid excellent proven first least \
    minimum years year required preferred plus etc similar und oder mit in der die das ein eine einen \
    einer von im zur zum sie du haben hast gute sehr kenntnisse erfahrung jahre mindestens et ou de des \
    du la le les une un avec pour experience connaissance ans y o con para los las el una experiencia \
    anos e os as um uma com i il lo gli per esperienza anni en het een van met ervaring jaar och att som \
    med av erfarenhet ar";

/// How well "C1", "fluent", "gute Kenntnisse" say a language is known, from 1 to 6; 0 for no level.
#[must_use]
pub fn level(words: &str) -> u8 {
    let key = WordsKey::new(words);
    let key = key.as_str();
    let stands = |name: &str| {
        let mut at = key.match_indices(name);
        at.any(|(i, _)| i == 0 || key.as_bytes()[i - 1] == b' ')
    };
    // A level by letters is exact; words beside it ("good English, B2") are not.
    let exact = LEVELS.iter().rev().take(6);
    let exact = exact.filter(|(name, _)| stands(name)).map(|(_, n)| *n);
    // "B1 to B2": the least that is asked.
    if let Some(least) = exact.min() {
        return least;
    }
    let found = LEVELS.iter().find(|(name, _)| stands(name));
    found.map_or(0, |(_, level)| *level)
}

/// The words that say what is asked, each once.
fn content(words: &str) -> Vec<String> {
    let key = WordsKey::new(words);
    let mut found: Vec<String> = Vec::new();
    for word in key.as_str().split(' ') {
        let counts = word.chars().count() > 2
            && !word.starts_with(|c: char| c.is_ascii_digit())
            && !EMPTY.split_whitespace().any(|e| e == word);
        if counts {
            // One and many of a thing are one word.
            let long = word.len() > 3 && !word.ends_with("ss");
            let word = word.strip_suffix('s').filter(|_| long).unwrap_or(word);
            found.push(word.to_string());
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

impl Need {
    /// Takes `words` apart, as if they stood alone under a heading of requirements; `None` while the
    /// reader is not there.
    #[must_use]
    pub fn read(words: &str, reads: Reads<'_>) -> Option<Self> {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let posting = reads(&["Requirements\n- ", &line, "\n"].concat())?;
        let mut need = Self::default();
        for read in &posting.requirements {
            need.any_of |= read.any_of;
            need.years = most(need.years, read.years);
            need.kind = need.kind.or(Some(read.kind));
            for (skill, _) in &read.skills {
                need.add_skill(skill);
            }
        }
        if need.years.is_none() {
            need.years = posting.facts.experience.as_ref().map(|f| f.value);
        }
        for name in near::named_in(&line) {
            need.add_skill(name);
        }
        for language in &posting.facts.languages {
            let language = &language.value;
            let own = language.level.as_deref().map_or(0, level);
            need.things.push(Named {
                thing: Thing::Language(language.name.clone()),
                name: language.name.clone(),
                level: if own == 0 { level(&line) } else { own },
                degree: None,
            });
        }
        let degree = posting.facts.education.as_ref().map(|f| f.value);
        if let Some(degree) = degree.filter(|d| *d != Education::NoneRequired) {
            need.things.push(Named {
                thing: Thing::Degree,
                name: degree_name(degree).to_string(),
                level: 0,
                degree: Some(degree),
            });
        }
        let key = WordsKey::new(&line);
        need.is_permit = PERMITS.iter().any(|p| key.as_str().contains(p));
        if need.things.is_empty() {
            let words = content(&line);
            if !words.is_empty() {
                need.things.push(Named {
                    thing: Thing::Words(words),
                    name: line,
                    level: 0,
                    degree: None,
                });
            }
        }
        Some(need)
    }

    fn add_skill(&mut self, name: &str) {
        let thing = Thing::Skill(near::canonical(name));
        if !self.things.iter().any(|t| t.thing == thing) {
            self.things.push(Named {
                thing,
                name: name.to_string(),
                level: 0,
                degree: None,
            });
        }
    }
}

/// The greater of two numbers that may be unknown.
pub(super) fn most(a: Option<f32>, b: Option<f32>) -> Option<f32> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        _ => a.or(b),
    }
}

/// What a level of education is called.
#[must_use]
pub fn degree_name(degree: Education) -> &'static str {
    match degree {
        Education::NoneRequired => "no degree",
        Education::HighSchool => "secondary school",
        Education::Vocational => "vocational training",
        Education::Associate => "associate degree",
        Education::Bachelor => "bachelor's degree",
        Education::Master => "master's degree",
        Education::Doctorate => "doctorate",
    }
}

/// What a level of a language is called.
#[must_use]
pub fn level_name(level: u8) -> &'static str {
    match level {
        1 => "A1",
        2 => "A2",
        3 => "B1",
        4 => "B2",
        5 => "C1",
        6 => "C2",
        _ => "no level said",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;

    #[test]
    fn a_requirement_is_taken_apart() {
        let reads = |text: &str| Some(extract::read(text));
        let cases = [
            (
                "years with a skill",
                "5 years of experience with Python",
                "python 5",
            ),
            (
                "any of",
                "Experience with Java, Python or Scala",
                "java|python|scala",
            ),
            ("a language", "German at level B2", "German/4"),
            ("a language in words", "Fluent English", "English/5"),
            (
                "a licence",
                "Führerschein Klasse B",
                "driving licence class b",
            ),
            ("a degree", "Master's degree in biology", "Master"),
            (
                "words",
                "You like to work with rescued owls",
                "~like owl rescued work",
            ),
            ("nothing", " - ", ""),
        ];
        for (name, words, expected) in cases {
            let need = Need::read(words, &reads).unwrap();
            let things = need.things.iter().map(|n| match &n.thing {
                Thing::Skill(key) => key.as_str().to_string(),
                Thing::Language(name) => format!("{name}/{}", n.level),
                Thing::Degree => format!("{:?}", n.degree.unwrap()),
                Thing::Words(words) => format!("~{}", words.join(" ")),
            });
            let mut said = things
                .collect::<Vec<_>>()
                .join(if need.any_of { "|" } else { ", " });
            if let Some(years) = need.years {
                said.push_str(&format!(" {years}"));
            }
            assert_eq!(said, expected, "{name}");
        }
    }

    #[test]
    fn levels_of_a_language() {
        for (words, expected) in [
            ("C1", 5),
            ("B1/B2", 3),
            ("fließend", 5),
            ("native speaker", 6),
            ("good knowledge, B2", 4),
            ("Grundkenntnisse", 2),
            ("", 0),
        ] {
            assert_eq!(level(words), expected, "{words}");
        }
    }
}
