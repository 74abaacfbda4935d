//! Saved jobs that are like one: of the same trade by their titles, and asking for the same skills. What
//! few of the saved jobs share counts more than what many do. Reads no posting, so it serves thousands.

use std::collections::BTreeMap;

use crate::extract::order;
use crate::job::{Card, FactKind, Value, WordsKey};

/// Below this two jobs are not called alike.
const ALIKE: f32 = 0.18;
/// A word of the title counts as much as so many skills.
const TITLE: f32 = 2.0;
/// Of a card with very many skills only the first count: they are ranked.
const MOST_SKILLS: usize = 24;

/// What a job is held against the others by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traits {
    /// Words of the title and skills, each with what to call it and whether it is of the title.
    terms: BTreeMap<WordsKey, (String, bool)>,
}

impl Traits {
    /// The traits of a card.
    #[must_use]
    pub fn new(card: &Card) -> Self {
        let mut terms = BTreeMap::new();
        if let Some(Value::Skills(skills)) = card.value(FactKind::Skills) {
            for skill in skills.iter().take(MOST_SKILLS) {
                terms.insert(WordsKey::new(&skill.name), (skill.name.clone(), false));
            }
        }
        for word in card
            .text(FactKind::Title)
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric())
        {
            let long = word.chars().count() > 2;
            if long && word.chars().any(char::is_alphabetic) {
                terms.insert(WordsKey::new(word), (word.to_string(), true));
            }
        }
        Self { terms }
    }
}

/// A job like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Which, as an index into what was searched.
    pub at: usize,
    /// How alike, 0 to 1.
    pub score: f32,
    /// What both have, the rarest first.
    pub shared: Vec<String>,
}

/// The jobs of `all` most like `all[of]`, at most `most` of them.
#[must_use]
pub fn similar(all: &[Traits], of: usize, most: usize) -> Vec<Alike> {
    let Some(one) = all.get(of) else {
        return Vec::new();
    };
    let mut count: BTreeMap<&WordsKey, usize> = BTreeMap::new();
    for job in all {
        for key in job.terms.keys() {
            *count.entry(key).or_default() += 1;
        }
    }
    let weight = |key: &WordsKey, in_title: bool| {
        let seen = count.get(key).copied().unwrap_or(1);
        let rare = ((all.len() + 1) as f32 / seen as f32).ln();
        if in_title { rare * TITLE } else { rare }
    };
    let sum = |job: &Traits| -> f32 { job.terms.iter().map(|(k, (_, t))| weight(k, *t)).sum() };
    let whole = sum(one);
    let mut found = Vec::new();
    for (at, job) in all.iter().enumerate() {
        if at == of {
            continue;
        }
        let mut shared: Vec<(f32, &str)> = Vec::new();
        for (key, (name, in_title)) in &one.terms {
            if let Some((_, other)) = job.terms.get(key) {
                shared.push((weight(key, *in_title && *other), name));
            }
        }
        if shared.is_empty() {
            continue;
        }
        let both: f32 = shared.iter().map(|(w, _)| w).sum();
        let score = both / (whole * sum(job)).sqrt().max(f32::MIN_POSITIVE);
        if score < ALIKE {
            continue;
        }
        order::sort_by(&mut shared, |a, b| b.0.total_cmp(&a.0));
        let shared = shared
            .into_iter()
            .map(|(_, name)| name.to_string())
            .collect();
        found.push(Alike { at, score, shared });
    }
    order::sort_by(&mut found, |a, b| b.score.total_cmp(&a.score));
    found.truncate(most);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Asked, Facts, Skill};
    use crate::job::{Correction, Corrections, Moment};

    fn job(title: &str, skills: &[&str]) -> Traits {
        let mut by_hand = Corrections::default();
        by_hand.set(
            FactKind::Title,
            Correction::Is(Value::Text(title.into())),
            Moment(1),
        );
        let skill = |name: &&str| Skill {
            name: (*name).to_string(),
            asked: Asked::Must,
        };
        let skills = Value::Skills(skills.iter().map(skill).collect());
        by_hand.set(FactKind::Skills, Correction::Is(skills), Moment(1));
        Traits::new(&Card::new(&Facts::default(), &by_hand))
    }

    #[test]
    fn jobs_of_one_trade_are_alike() {
        let all = [
            job("Backend Engineer", &["Go", "Kafka", "PostgreSQL"]),
            job("Night nurse", &["Triage"]),
            job("Senior Backend Developer", &["Kafka", "Java", "Go"]),
            job("Driver", &[]),
            job("Frontend Engineer", &["TypeScript", "CSS"]),
        ];
        let found = similar(&all, 0, 3);
        assert_eq!(found.first().map(|a| a.at), Some(2));
        assert!(found[0].shared.contains(&"Kafka".to_string()));
        assert!(found.iter().all(|a| a.at != 1 && a.at != 3));
        assert!(similar(&all, 3, 3).is_empty());
        assert!(similar(&all, 9, 3).is_empty());
        assert!(similar(&[], 0, 3).is_empty());
    }
}
