//! What is near to what: names of one thing, what a thing is enough for, what it is near to. Data
//! (`near.txt`); never guesses at a name it does not know.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::job::WordsKey;

const DATA: &str = include_str!("near.txt");

/// A name of one word is looked for in a sentence only from this many bytes on: shorter ones are words
/// of other meanings too, and are left to the reader.
const PLAIN: usize = 7;
/// Most words in a name.
const MOST_WORDS: usize = 5;

static NEAR: LazyLock<Near> = LazyLock::new(|| Near::parse(DATA));

/// One thing of the data.
#[derive(Debug, Default)]
struct Entry {
    name: &'static str,
    enough_for: Vec<usize>,
    near: Vec<usize>,
}

#[derive(Debug, Default)]
struct Near {
    entries: Vec<Entry>,
    by_name: BTreeMap<WordsKey, usize>,
}

/// How one thing stands to another that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Near it: counts in part.
    Near,
    /// Enough for it.
    Enough,
    /// The same.
    Same,
}

/// The parts of a line: names, what they are enough for, what they are near to.
fn parts(line: &'static str) -> [Vec<&'static str>; 3] {
    let list = |part: &'static str| -> Vec<&'static str> {
        let names = part.split(',').map(str::trim);
        names.filter(|name| !name.is_empty()).collect()
    };
    let (rest, near) = line.split_once(" ~ ").unwrap_or((line, ""));
    let (names, enough) = rest.split_once(" > ").unwrap_or((rest, ""));
    [list(names), list(enough), list(near)]
}

impl Near {
    fn parse(data: &'static str) -> Self {
        let mut made = Self::default();
        let lines = || {
            data.lines()
                .filter(|l| !l.is_empty() && !l.starts_with('#'))
        };
        for (at, line) in lines().enumerate() {
            let [names, ..] = parts(line);
            for name in &names {
                made.by_name.entry(WordsKey::new(name)).or_insert(at);
            }
            made.entries.push(Entry {
                name: names.first().copied().unwrap_or_default(),
                ..Entry::default()
            });
        }
        for (at, line) in lines().enumerate() {
            let [_, enough, near] = parts(line);
            let places = |names: &[&str]| -> Vec<usize> {
                let at = |name: &&str| made.by_name.get(&WordsKey::new(name)).copied();
                names.iter().filter_map(at).collect()
            };
            let (enough, near) = (places(&enough), places(&near));
            for other in &near {
                made.entries[*other].near.push(at);
            }
            made.entries[at].enough_for = enough;
            made.entries[at].near.extend(near);
        }
        made
    }

    fn is_enough(&self, had: usize, asked: usize) -> bool {
        let mut open = vec![had];
        let mut seen = vec![had];
        while let Some(at) = open.pop() {
            for next in &self.entries[at].enough_for {
                if *next == asked {
                    return true;
                }
                if !seen.contains(next) {
                    seen.push(*next);
                    open.push(*next);
                }
            }
        }
        false
    }
}

/// The folded name that all names of one thing share.
#[must_use]
pub fn canonical(name: &str) -> WordsKey {
    let key = WordsKey::new(name);
    match NEAR.by_name.get(&key) {
        Some(at) => WordsKey::new(NEAR.entries[*at].name),
        None => key,
    }
}

/// How having `had` stands to `asked`, both canonical; `None` where neither tells of the other.
#[must_use]
pub fn relation(had: &WordsKey, asked: &WordsKey) -> Option<Relation> {
    if had == asked {
        return Some(Relation::Same);
    }
    let (had, asked) = (NEAR.by_name.get(had)?, NEAR.by_name.get(asked)?);
    if NEAR.is_enough(*had, *asked) {
        return Some(Relation::Enough);
    }
    let near = NEAR.entries[*had].near.contains(asked);
    near.then_some(Relation::Near)
}

/// The names of the data that stand in `words`, the longest at each place, as the data calls them.
#[must_use]
pub fn named_in(words: &str) -> Vec<&'static str> {
    let key = WordsKey::new(words);
    let words: Vec<&str> = key.as_str().split(' ').collect();
    let mut found: Vec<&'static str> = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let most = MOST_WORDS.min(words.len() - i);
        let hit = (1..=most).rev().find_map(|n| {
            let name = words[i..i + n].join(" ");
            if n == 1 && name.len() < PLAIN {
                return None;
            }
            let at = NEAR.by_name.get(&WordsKey::new(&name))?;
            Some((n, NEAR.entries[*at].name))
        });
        if let Some((n, name)) = hit {
            if !found.contains(&name) {
                found.push(name);
            }
            i += n;
        } else {
            i += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_says_each_name_once_knows_all_it_names_and_goes_in_no_circle() {
        let mut seen: BTreeMap<WordsKey, &str> = BTreeMap::new();
        for line in DATA
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
        {
            let [names, enough, near] = parts(line);
            let own = WordsKey::new(names[0]);
            for name in names {
                let key = WordsKey::new(name);
                assert!(!key.is_empty() && key.as_str().split(' ').count() <= MOST_WORDS);
                // "C" and "C++" are two names; "JS" twice would be one.
                let twice = seen.insert(key, line);
                assert!(twice.is_none_or(|l| l == line), "{name} stands twice");
            }
            for name in enough.iter().chain(&near) {
                let known = NEAR.by_name.get(&WordsKey::new(name));
                let known = known.map(|at| NEAR.entries[*at].name);
                assert_eq!(
                    known,
                    Some(*name),
                    "{line}: {name} is no thing's first name"
                );
                assert_ne!(WordsKey::new(name), own);
            }
        }
        for at in 0..NEAR.entries.len() {
            let name = NEAR.entries[at].name;
            assert!(!NEAR.is_enough(at, at), "{name} is enough for itself");
        }
    }

    #[test]
    fn names_families_and_neighbours() {
        use Relation::*;
        let cases = [
            ("js", "ECMAScript", Some(Same)),
            ("Postgres", "relational database", Some(Enough)),
            ("relational database", "PostgreSQL", None),
            ("Postgres", "databases", Some(Enough)),
            ("React", "Vue.js", Some(Near)),
            ("Vue", "React", Some(Near)),
            ("Django", "Python", Some(Enough)),
            ("Python", "Django", None),
            ("Klasse CE", "permis B", Some(Enough)),
            ("Führerschein Klasse B", "driving licence class C", None),
            ("ACLS", "first aid", Some(Enough)),
            ("bell ringing", "Bell  Ringing", Some(Same)),
            ("bell ringing", "Python", None),
        ];
        for (had, asked, expected) in cases {
            let found = relation(&canonical(had), &canonical(asked));
            assert_eq!(found, expected, "{had} for {asked}");
        }
    }

    #[test]
    fn names_are_found_in_a_sentence_the_longest_first() {
        let cases: [(&str, &[&str]); 4] = [
            (
                "Sie haben den Führerschein Klasse B",
                &["driving licence class B"],
            ),
            (
                "Knowledge of relational databases",
                &["relational database"],
            ),
            ("You react in a swift way and go on", &[]),
            (
                "A driver's license and basic life support",
                &["driving licence", "BLS"],
            ),
        ];
        for (words, expected) in cases {
            assert_eq!(named_in(words), expected, "{words}");
        }
    }
}
