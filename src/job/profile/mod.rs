//! What the person has, learnt from what they marked Have, Partly or Gap, from what they entered, and
//! from their CV. Derived from what was said, each time anew: what is taken back is unlearnt, and the
//! order in which it was said matters by its time alone. Never guesses beyond the words.

mod group;
pub mod near;
mod need;
mod wishes;

use std::collections::BTreeMap;

use super::clock::Moment;
use super::key::WordsKey;
use super::tick::Tick;
use crate::extract::{Education, order};

pub use group::Group;
pub use need::{Named, Need, Reads, Thing, degree_name, level, level_name};
pub use wishes::{Unmet, Wishes};

/// Lines of a CV that are read.
const MOST_LINES: usize = 400;

/// Where the profile has something from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum From {
    /// A posting, by a sum of its text and its title.
    Posting {
        /// The sum.
        sum: String,
        /// The title.
        title: String,
    },
    /// The person entered it.
    Own,
    /// A line of the person's CV.
    Cv,
}

/// Something the person said they have, have in part, or lack.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The words it was said of.
    pub words: String,
    /// What was said.
    pub tick: Tick,
    /// When.
    pub at: Moment,
    /// Where.
    pub from: From,
}

/// What is known of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// What.
    pub thing: Thing,
    /// What to call it, as said last.
    pub name: String,
    /// Where it belongs among all that is known.
    pub group: Group,
    /// Have, Partly or Gap.
    pub tick: Tick,
    /// The most years that were said.
    pub years: Option<f32>,
    /// The best level of a language, 0 for none said.
    pub level: u8,
    /// From which level of a language on it was marked a gap.
    pub lacks_level: Option<u8>,
    /// The highest degree.
    pub degree: Option<Education>,
    /// The lowest degree that was marked a gap.
    pub lacks_degree: Option<Education>,
    /// Which of the sayings taught it, the newest last.
    pub by: Vec<usize>,
}

/// All that is known of the person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// What was said, the oldest first.
    pub said: Vec<Said>,
    /// What is known, in the order of things.
    pub known: Vec<Known>,
}

impl Profile {
    /// What `said` teaches; `None` while the reader is not there. The order of `said` does not matter.
    #[must_use]
    pub fn learn(mut said: Vec<Said>, reads: Reads<'_>) -> Option<Self> {
        order::sort_by(&mut said, |a, b| {
            let one = (a.at, &a.words, &a.from, a.tick);
            one.cmp(&(b.at, &b.words, &b.from, b.tick))
        });
        said.dedup();
        let mut known: BTreeMap<Thing, Known> = BTreeMap::new();
        for (at, one) in said.iter().enumerate() {
            let need = Need::read(&one.words, reads)?;
            // Of several things, a mark on all says of none that it is the one that is lacking.
            let alone = need.things.len() == 1 || one.from == From::Cv;
            let tick = match (one.tick, alone, need.any_of) {
                (tick, true, _) | (tick @ Tick::Have, _, false) | (tick @ Tick::Gap, _, true) => {
                    tick
                }
                (Tick::Partly, _, false) => Tick::Partly,
                (Tick::Gap, _, false) | (Tick::Have | Tick::Partly, _, true) => continue,
            };
            for named in need.things {
                let new = || Known::new(&named, Group::of(&named, need.kind, need.years));
                let entry = known.entry(named.thing.clone()).or_insert_with(new);
                entry.take(&named, need.years, tick, at);
            }
        }
        let known = known.into_values().collect();
        Some(Self { said, known })
    }

    /// What is known of `thing` itself.
    #[must_use]
    pub fn get(&self, thing: &Thing) -> Option<&Known> {
        self.known.iter().find(|k| k.thing == *thing)
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

impl Known {
    /// The name to show: of what was said in a sentence its first part.
    #[must_use]
    pub fn short(&self) -> String {
        match &self.thing {
            Thing::Words(_) => group::short(&self.name),
            _ => self.name.clone(),
        }
    }

    fn new(named: &Named, group: Group) -> Self {
        Self {
            thing: named.thing.clone(),
            name: named.name.clone(),
            group,
            tick: Tick::Gap,
            years: None,
            level: 0,
            lacks_level: None,
            degree: None,
            lacks_degree: None,
            by: Vec::new(),
        }
    }

    fn take(&mut self, named: &Named, years: Option<f32>, tick: Tick, by: usize) {
        self.by.push(by);
        self.name.clone_from(&named.name);
        match self.thing {
            Thing::Language(_) => self.take_language(named.level, tick),
            Thing::Degree => self.take_degree(named.degree, tick),
            Thing::Skill(_) | Thing::Words(_) => {
                // "5 years of it: a gap" says nothing of less.
                if tick == Tick::Gap && years.is_some() && self.by.len() > 1 {
                    self.years = self.years.filter(|had| Some(*had) < years);
                    return;
                }
                self.tick = tick;
                self.years = match tick {
                    Tick::Have => need::most(self.years, years),
                    Tick::Partly => self.years.filter(|had| years.is_none_or(|y| *had < y)),
                    Tick::Gap => None,
                };
            }
        }
    }

    fn take_language(&mut self, level: u8, tick: Tick) {
        match tick {
            Tick::Have => {
                self.tick = Tick::Have;
                self.level = self.level.max(level);
                self.lacks_level = self.lacks_level.filter(|lacks| *lacks > self.level);
            }
            Tick::Partly => {
                self.tick = self.tick.min(Tick::Partly);
                // In part at B2 is at least A2, and below B2.
                let below = level.saturating_sub(1);
                self.level = match level {
                    0 => self.level,
                    _ if self.level >= level => below,
                    _ => self.level.max(level.saturating_sub(2)),
                };
            }
            Tick::Gap if level <= 1 => {
                (self.tick, self.level, self.lacks_level) = (Tick::Gap, 0, Some(0));
            }
            Tick::Gap => {
                self.lacks_level = Some(level);
                self.level = self.level.min(level - 1);
            }
        }
    }

    fn take_degree(&mut self, degree: Option<Education>, tick: Tick) {
        match tick {
            Tick::Have => {
                self.tick = Tick::Have;
                self.degree = self.degree.max(degree);
                self.lacks_degree = self.lacks_degree.filter(|lacks| Some(*lacks) > self.degree);
            }
            Tick::Partly => {}
            Tick::Gap => {
                self.lacks_degree = degree;
                self.degree = self.degree.filter(|had| Some(*had) < degree);
                if self.degree.is_none() {
                    self.tick = Tick::Gap;
                }
            }
        }
    }
}

/// The lines of a CV that name a skill, licence, language or degree, as things the person has; `None`
/// while the reader is not there.
#[must_use]
pub fn read_cv(cv: &str, at: Moment, reads: Reads<'_>) -> Option<Vec<Said>> {
    let mut said = Vec::new();
    let lines = cv.lines().map(str::trim).filter(|l| !l.is_empty());
    for line in lines.take(MOST_LINES) {
        let words = cv_line(line);
        let need = Need::read(words, reads)?;
        let names = |n: &Named| !matches!(n.thing, Thing::Words(_));
        if need.things.iter().any(names) {
            said.push(Said {
                words: words.to_string(),
                tick: Tick::Have,
                at,
                from: From::Cv,
            });
        }
    }
    Some(said)
}

/// A line of a CV without what marks it as one of a list.
#[must_use]
pub fn cv_line(line: &str) -> &str {
    line.trim()
        .trim_start_matches(['-', '*', '•', '·', '#', ' '])
}

/// What tells one posting's text from another's.
#[must_use]
pub fn sum(source: &str) -> String {
    let bytes = source.trim().bytes();
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let mut digits = String::new();
    for at in 0..13 {
        let five = (sum >> (at * 5)) & 31;
        digits.push(char::from_digit(five as u32, 32).unwrap_or('0'));
    }
    digits
}

/// The name a saying is kept under: its posting, and the words.
#[must_use]
pub fn name_of(from: &From, words: &str) -> String {
    let head = match from {
        From::Posting { sum, .. } => sum.as_str(),
        From::Own => "own",
        From::Cv => "cv",
    };
    [head, "/", WordsKey::new(words).as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;

    fn learnt(said: &[(&str, Tick)]) -> Profile {
        let all = said.iter().enumerate().map(|(n, (words, tick))| Said {
            words: (*words).to_string(),
            tick: *tick,
            at: Moment(n as i64),
            from: From::Own,
        });
        Profile::learn(all.collect(), &|text| Some(extract::read(text))).unwrap()
    }

    #[test]
    fn marks_teach_what_stands_behind_them() {
        use Tick::*;
        let python = |tick, years| {
            let profile = learnt(&[("3 years of Python", Have), ("Python", tick)]);
            let known = profile.known[0].clone();
            assert_eq!((known.tick, known.years), (tick, years));
        };
        python(Have, Some(3.0));
        python(Partly, Some(3.0));
        python(Gap, None);
        let profile = learnt(&[
            ("German at level B2", Have),
            ("Master's degree in physics", Have),
            ("Führerschein Klasse B", Have),
        ]);
        let language = profile.get(&Thing::Language("German".into())).unwrap();
        assert_eq!((language.tick, language.level), (Have, 4));
        let degree = profile.get(&Thing::Degree).unwrap();
        assert_eq!(degree.degree, Some(Education::Master));
        let licence = Thing::Skill(near::canonical("permis B"));
        assert_eq!(profile.get(&licence).unwrap().by, [2]);
    }

    #[test]
    fn one_of_several_is_not_known_to_be_any() {
        let profile = learnt(&[("Java, Python or Scala", Tick::Have)]);
        assert!(profile.is_empty());
        let profile = learnt(&[("Java, Python or Scala", Tick::Gap)]);
        assert_eq!(profile.known.len(), 3);
        let profile = learnt(&[("Java and Python", Tick::Gap)]);
        assert!(profile.is_empty());
    }

    #[test]
    fn a_cv_is_read_by_the_same_reader() {
        let cv = "Mara Quint\nHarbour street 4\n- Python (4 years), PostgreSQL\nLanguages: German (native), French B1\nMaster's degree in hydrology\nI like long walks";
        let reads = |text: &str| Some(extract::read(text));
        let said = read_cv(cv, Moment(1), &reads).unwrap();
        let words: Vec<_> = said.iter().map(|s| s.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "Python (4 years), PostgreSQL",
                "Languages: German (native), French B1",
                "Master's degree in hydrology"
            ]
        );
        let profile = Profile::learn(said, &reads).unwrap();
        let french = profile.get(&Thing::Language("French".into())).unwrap();
        assert_eq!(french.level, 3);
    }
}
