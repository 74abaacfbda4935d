//! Demands of several jobs put into rows: the likest go together first, and a row is kept together by the
//! likeness of all in it, not by a chain of neighbours.

use super::demand::{Demand, Feature, Sort};
use super::likeness::{SAME, likeness};
use crate::extract::order;

/// A row takes in another while the middle of all likenesses between them is this.
const TOGETHER: f32 = 0.4;
/// Of a posting with more demands than this the rest stand alone: it is no list of demands.
const MOST: usize = 120;

/// Demands that are one.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is called.
    pub name: Option<String>,
    /// For each job the demands, as indices into its list.
    pub members: Vec<Vec<usize>>,
}

impl Group {
    /// How many jobs have it.
    #[must_use]
    pub fn count(&self) -> usize {
        self.members.iter().filter(|m| !m.is_empty()).count()
    }
}

/// The demands of several jobs as rows: those most jobs have first; among equals as the first job that has
/// it lists them.
#[must_use]
pub fn group(lists: &[Vec<Demand>]) -> Vec<Group> {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (column, list) in lists.iter().enumerate() {
        all.extend((0..list.len()).map(|at| (column, at)));
    }
    let of = |n: usize| -> &Demand { &lists[all[n].0][all[n].1] };
    let near: Vec<usize> = (0..all.len()).filter(|n| all[*n].1 < MOST).collect();
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (k, a) in near.iter().enumerate() {
        for b in &near[k + 1..] {
            let like = likeness(of(*a), of(*b));
            if like >= SAME && all[*a].0 != all[*b].0 {
                pairs.push((like, *a, *b));
            }
        }
    }
    order::sort_by(&mut pairs, |a, b| b.0.total_cmp(&a.0));
    // Each demand is a row of its own at first; `row[n]` says which, `rows` what is in it.
    let mut row: Vec<usize> = (0..all.len()).collect();
    let mut rows: Vec<Vec<usize>> = (0..all.len()).map(|n| vec![n]).collect();
    for (_, a, b) in pairs {
        let (x, y) = (row[a], row[b]);
        if x == y {
            continue;
        }
        let mut sum = 0.0;
        for m in &rows[x] {
            for n in &rows[y] {
                sum += likeness(of(*m), of(*n));
            }
        }
        if sum / ((rows[x].len() * rows[y].len()) as f32) < TOGETHER {
            continue;
        }
        let (into, from) = (x.min(y), x.max(y));
        let moved = std::mem::take(&mut rows[from]);
        for n in &moved {
            row[*n] = into;
        }
        rows[into].extend(moved);
    }
    let mut groups: Vec<Group> = Vec::new();
    for mut members in rows {
        if members.is_empty() {
            continue;
        }
        order::sort(&mut members);
        let mut by_column = vec![Vec::new(); lists.len()];
        for n in &members {
            by_column[all[*n].0].push(all[*n].1);
        }
        groups.push(Group {
            name: name(&members.iter().map(|n| of(*n)).collect::<Vec<_>>()),
            members: by_column,
        });
    }
    order::sort_by_cached_key(&mut groups, |g| std::cmp::Reverse(g.count()));
    groups
}

/// What most of the demands name: the concept, language or skill before the words, of which some are told.
/// One alone is called by its first.
fn name(members: &[&Demand]) -> Option<String> {
    let first = members.first()?;
    let count = |key: u64| members.iter().filter(|m| m.has(key)).count();
    let mut best: Option<(usize, Sort, &str)> = None;
    for feature in members.iter().flat_map(|m| m.features()) {
        let count = count(feature.key());
        if count < 2 && members.len() > 1 {
            continue;
        }
        let before =
            best.map(|(most, sort, _)| (sort == Sort::Word, std::cmp::Reverse(most), sort));
        let rank = (
            feature.sort == Sort::Word,
            std::cmp::Reverse(count),
            feature.sort,
        );
        if before.is_none_or(|before| rank < before) {
            best = Some((count, feature.sort, &feature.name));
        }
    }
    match best {
        None => first
            .qualifiers
            .months
            .is_some()
            .then(|| "Years".to_string()),
        Some((_, Sort::Word, _)) => {
            let told = |f: &&Feature| members.len() == 1 || count(f.key()) > 1;
            let words: Vec<&str> = members
                .iter()
                .map(|m| {
                    m.features()
                        .iter()
                        .filter(told)
                        .take(3)
                        .map(|f| f.name.as_str())
                        .collect()
                })
                .max_by_key(|words: &Vec<&str>| words.len())?;
            Some(words.join(" "))
        }
        Some((_, _, name)) => Some(name.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demands(lists: &[&[&str]]) -> Vec<Vec<Demand>> {
        let list = |l: &&[&str]| l.iter().map(|text| Demand::new(text, None)).collect();
        lists.iter().map(list).collect()
    }

    /// The rows that more than one job has, as `name: a/b`.
    fn shared(lists: &[&[&str]]) -> Vec<String> {
        let groups = group(&demands(lists));
        let row = |g: &Group| {
            let cell = |(at, members): (usize, &Vec<usize>)| {
                let texts: Vec<&str> = members.iter().map(|n| lists[at][*n]).collect();
                texts.join(" + ")
            };
            let cells: Vec<String> = g.members.iter().enumerate().map(cell).collect();
            format!(
                "{}: {}",
                g.name.as_deref().unwrap_or("?"),
                cells.join(" | ")
            )
        };
        groups.iter().filter(|g| g.count() > 1).map(row).collect()
    }

    #[test]
    fn the_same_demand_stands_in_one_row() {
        let lists: [&[&str]; 3] = [
            &[
                "Experience with Kafka",
                "A driving licence (category B)",
                "Patience with guests",
            ],
            &[
                "Kafka, RabbitMQ or similar",
                "Gute Deutschkenntnisse",
                "Führerschein Klasse B",
            ],
            &[
                "Du sprichst Deutsch auf Niveau C1",
                "Rijbewijs B",
                "Sellos y timbres",
            ],
        ];
        assert_eq!(
            shared(&lists),
            [
                "Driving licence: A driving licence (category B) | Führerschein Klasse B | Rijbewijs B",
                "Kafka: Experience with Kafka | Kafka, RabbitMQ or similar | ",
                "German:  | Gute Deutschkenntnisse | Du sprichst Deutsch auf Niveau C1",
            ]
        );
    }

    #[test]
    fn other_demands_stand_apart() {
        let lists: [&[&str]; 2] = [
            &[
                "Experience with Angular",
                "Night nurse on a surgical ward",
                "Knowledge of tax law",
            ],
            &[
                "Experience with React",
                "You sew curtains",
                "Knowledge of machine learning",
            ],
        ];
        assert!(shared(&lists).is_empty(), "{:?}", shared(&lists));
    }

    #[test]
    fn a_list_as_long_as_a_page_is_put_into_rows_too() {
        let long: Vec<String> = (0..400)
            .map(|n| format!("Demand number {n} of tool{n}"))
            .collect();
        let list: Vec<Demand> = long.iter().map(|text| Demand::new(text, None)).collect();
        let groups = group(&[list.clone(), list]);
        assert_eq!(
            groups.iter().map(|g| g.members[0].len()).sum::<usize>(),
            400
        );
        assert!(groups[0].count() == 2);
        assert!(group(&[]).is_empty() && group(&[Vec::new(), Vec::new()]).is_empty());
    }
}
