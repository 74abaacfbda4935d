//! Across all saved jobs: what to learn or get next, by how many jobs it would complete, and what to put
//! forward, by how many ask for it.

use std::collections::BTreeMap;

use super::{Match, Point, judge};
use crate::extract::{Strength, order};
use crate::job::profile::{Need, Profile, Thing};
use crate::job::tick::Tick;
use crate::job::tongue::ENGLISH;

/// Most rows of a list.
const MOST: usize = 12;

/// A saved job with what it asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// Its id and title.
    pub job: (String, String),
    /// It held against the profile.
    pub matched: Match,
}

/// One thing that jobs ask for.
#[derive(Clone, Debug, PartialEq)]
pub struct Chance {
    /// What to call it.
    pub name: String,
    /// The jobs whose musts it would complete, or all that ask for it where it is had.
    pub jobs: Vec<(String, String)>,
    /// How many jobs ask for it.
    pub asked_by: usize,
}

/// What jobs ask for, and the person lacks or has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chances {
    /// What to learn or get next: what would complete most jobs first, then what most ask for.
    pub next: Vec<Chance>,
    /// What to put forward: what most jobs ask for first.
    pub forward: Vec<Chance>,
}

#[derive(Default)]
struct Count {
    name: String,
    completes: Vec<(String, String)>,
    asked: Vec<(String, String)>,
    lacked: bool,
}

/// What the jobs ask for, counted. Only what has a name counts: words alone are another thing in each.
#[must_use]
pub fn chances(asking: &[Asking], profile: &Profile) -> Chances {
    let mut counts: BTreeMap<Thing, Count> = BTreeMap::new();
    for one in asking {
        let is_short = |p: &&Point| p.strength == Strength::Must && p.counted() != Some(Tick::Have);
        let short: Vec<&Point> = one.matched.points.iter().filter(is_short).collect();
        for point in &one.matched.points {
            for named in &point.need.things {
                if matches!(named.thing, Thing::Words(_)) {
                    continue;
                }
                let count = counts.entry(named.thing.clone()).or_default();
                if count.name.is_empty() {
                    count.name.clone_from(&named.name);
                }
                if !count.asked.contains(&one.job) {
                    count.asked.push(one.job.clone());
                }
                let alone = Need {
                    things: vec![named.clone()],
                    years: None,
                    ..Need::default()
                };
                let has = point.counted() == Some(Tick::Have)
                    || judge(&ENGLISH, &alone, profile).is_some_and(|j| j.tick == Tick::Have);
                if has {
                    continue;
                }
                count.lacked = true;
                let only = short.len() == 1 && short[0].key == point.key;
                let lacking = point.need.things.iter().filter(|other| {
                    let alone = Need {
                        things: vec![(*other).clone()],
                        ..Need::default()
                    };
                    judge(&ENGLISH, &alone, profile).is_none_or(|j| j.tick != Tick::Have)
                });
                if only && (point.need.any_of || lacking.count() == 1) {
                    count.completes.push(one.job.clone());
                }
            }
        }
    }
    let mut chances = Chances::default();
    for count in counts.into_values() {
        let asked_by = count.asked.len();
        let chance = |jobs| Chance {
            name: count.name.clone(),
            jobs,
            asked_by,
        };
        if count.lacked {
            chances.next.push(chance(count.completes));
        } else {
            chances.forward.push(chance(count.asked));
        }
    }
    let by = |a: &Chance, b: &Chance| {
        (b.jobs.len(), b.asked_by, &a.name).cmp(&(a.jobs.len(), a.asked_by, &b.name))
    };
    order::sort_by(&mut chances.next, by);
    order::sort_by(&mut chances.forward, by);
    chances.next.truncate(MOST);
    chances.forward.truncate(MOST);
    chances
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use crate::job::profile::{From, Said, Wishes};
    use crate::job::{Card, Checklist, Corrections, Moment, RequirementEdits, Ticks};

    /// Jobs that ask so, against a person who has `had`.
    fn across(had: &[&str], jobs: &[(&str, &[&str])]) -> Chances {
        let reads = |text: &str| Some(extract::read(text));
        let said = had.iter().enumerate().map(|(n, words)| Said {
            words: (*words).to_string(),
            tick: Tick::Have,
            at: Moment(n as i64),
            from: From::Own,
        });
        let profile = Profile::learn(said.collect(), &reads).unwrap();
        let asking = jobs.iter().map(|(title, demands)| {
            let text = [title, "\n\nRequirements\n- ", &demands.join("\n- "), "\n"].concat();
            let posting = extract::read(&text);
            let checklist = Checklist::new(
                &posting.requirements,
                &RequirementEdits::default(),
                &Ticks::default(),
            );
            let card = Card::new(&posting.facts, &Corrections::default());
            let wishes = Wishes::default();
            Asking {
                job: ((*title).to_string(), (*title).to_string()),
                matched: Match::new(&ENGLISH, &checklist, &card, &profile, &wishes, &reads)
                    .unwrap(),
            }
        });
        chances(&asking.collect::<Vec<_>>(), &profile)
    }

    fn named(chances: &[Chance]) -> Vec<(&str, usize, usize)> {
        let all = chances.iter();
        all.map(|c| (c.name.as_str(), c.jobs.len(), c.asked_by))
            .collect()
    }

    #[test]
    fn what_completes_most_jobs_comes_first() {
        let found = across(
            &["Python", "PostgreSQL"],
            &[
                ("Lock keeper", &["Python", "Docker"]),
                ("Bridge keeper", &["PostgreSQL", "Docker"]),
                ("Tide clerk", &["Kubernetes", "Terraform"]),
                ("Gauge clerk", &["Python", "Kubernetes", "Ansible"]),
                ("Buoy clerk", &["Python", "Kubernetes", "Ansible"]),
            ],
        );
        assert_eq!(
            named(&found.next),
            [
                ("Docker", 2, 2),
                ("Kubernetes", 0, 3),
                ("Ansible", 0, 2),
                ("Terraform", 0, 1)
            ]
        );
        assert_eq!(
            named(&found.forward),
            [("Python", 3, 3), ("PostgreSQL", 1, 1)]
        );
    }

    #[test]
    fn any_one_of_several_completes_a_job() {
        let found = across(
            &["Python"],
            &[(
                "Owl keeper",
                &["Python", "Experience with Java, Kotlin or Scala"],
            )],
        );
        assert!(found.next.iter().all(|c| c.jobs.len() == 1), "{found:?}");
        assert_eq!(found.next.len(), 3);
    }

    #[test]
    fn no_jobs_no_chances() {
        assert_eq!(across(&["Python"], &[]), Chances::default());
    }
}
