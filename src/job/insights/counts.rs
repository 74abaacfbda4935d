//! The figures of a search: how many, which share, how long, by source and by week.

use super::Path;
use super::flow::Way;
use crate::extract::order;
use crate::job::Day;
use crate::job::status::{Stage, Status};

/// Weeks shown at the most; older applications are in the totals only.
const WEEKS: i32 = 26;

/// The figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// All jobs.
    pub saved: usize,
    /// Those that were applied for.
    pub applied: usize,
    /// Those of them that had an answer.
    pub answered: usize,
    /// Days from applying to the first answer, the middle one.
    pub days_to_answer: Option<f64>,
    /// Those applied for that still wait for one.
    pub waiting: usize,
    /// The longest of these waits, in days.
    pub longest_wait: i32,
    /// The stages, in the order of a search.
    pub stages: Vec<InStage>,
    /// Applications by where the posting was found; most first.
    pub sources: Vec<Group>,
    /// Applications by week, the first first; the name is the week's Monday, `YYYY-MM-DD`.
    pub weeks: Vec<Group>,
}

/// What is known of one stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InStage {
    /// Which.
    pub stage: Stage,
    /// Jobs that came to it.
    pub reached: usize,
    /// Jobs that are in it now.
    pub now: usize,
    /// Days until a job left it, the middle one of those that did.
    pub days: Option<f64>,
    /// How many left it.
    pub left: usize,
}

/// Applications that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What; nothing for where it is not stated.
    pub name: String,
    /// How many.
    pub applied: usize,
    /// How many of them had an answer.
    pub answered: usize,
}

impl Counts {
    /// The figures of jobs, each with its path and the source of its posting, on the day `today`.
    #[must_use]
    pub fn new(jobs: &[(Path, Option<String>)], today: Day) -> Self {
        let mut counts = Self {
            saved: jobs.len(),
            ..Self::default()
        };
        let mut to_answer = Vec::new();
        for (path, source) in jobs {
            let Some(day) = applied(path) else {
                continue;
            };
            counts.applied += 1;
            let answer = answer(path);
            if let Some(answer) = answer {
                counts.answered += 1;
                to_answer.push(answer.days_from(day).max(0));
            }
            if let Some((since, Status::Applied)) = path.last() {
                counts.waiting += 1;
                counts.longest_wait = counts.longest_wait.max(today.days_from(*since));
            }
            let answered = answer.is_some();
            let source = source.as_deref().unwrap_or_default();
            add(&mut counts.sources, source, answered);
            let week = monday(day);
            if today.days_from(week) < WEEKS * 7 {
                add(&mut counts.weeks, &week.to_string(), answered);
            }
        }
        counts.days_to_answer = median(&mut to_answer);
        counts.stages = stages(jobs);
        fill(&mut counts.weeks);
        order::sort_by(&mut counts.sources, |a, b| {
            b.applied.cmp(&a.applied).then_with(|| a.name.cmp(&b.name))
        });
        counts
    }
}

/// The day a job was applied for, if it was and was not moved back.
fn applied(path: &Path) -> Option<Day> {
    let was = Way::new(path).reached(Stage::Applied);
    let mut days = path.iter().filter(|(_, status)| *status == Status::Applied);
    days.next().map(|(day, _)| *day).filter(|_| was)
}

/// The day of the first answer to an application, where it still holds that there was one.
fn answer(path: &Path) -> Option<Day> {
    let first = path.iter().position(|(_, s)| *s == Status::Applied)?;
    let again = path.iter().rposition(|(_, s)| *s == Status::Applied)?;
    // An answer that was taken back by a step back is none, unless something was closed by it.
    let after = &path[first..];
    let closed = after[..again - first]
        .iter()
        .any(|(_, s)| s.stage() == Stage::Closed);
    let from = if closed { first } else { again };
    let mut answers = path[from..].iter().filter(|(_, s)| s.is_answer());
    answers.next().map(|(day, _)| *day)
}

/// The Monday of a day's week.
fn monday(day: Day) -> Day {
    // Day 0 was a Thursday.
    day.plus(-(day.number() + 3).rem_euclid(7))
}

fn add(groups: &mut Vec<Group>, name: &str, answered: bool) {
    let known = groups.iter().position(|group| group.name == name);
    let at = known.unwrap_or_else(|| {
        groups.push(Group {
            name: name.to_string(),
            applied: 0,
            answered: 0,
        });
        groups.len() - 1
    });
    groups[at].applied += 1;
    groups[at].answered += usize::from(answered);
}

/// Puts the weeks in order, and those without an application between them.
fn fill(weeks: &mut Vec<Group>) {
    order::sort_by(weeks, |a, b| a.name.cmp(&b.name));
    let day = |group: Option<&Group>| group.and_then(|g| Day::parse(&g.name));
    let (Some(first), Some(last)) = (day(weeks.first()), day(weeks.last())) else {
        return;
    };
    let mut at = 0;
    let mut week = first;
    while week < last && at < weeks.len() {
        if weeks[at].name != week.to_string() {
            weeks.insert(
                at,
                Group {
                    name: week.to_string(),
                    applied: 0,
                    answered: 0,
                },
            );
        }
        at += 1;
        week = week.plus(7);
    }
}

fn stages(jobs: &[(Path, Option<String>)]) -> Vec<InStage> {
    let all = [Stage::Saved, Stage::Applied, Stage::Interview, Stage::Offer];
    let mut out = Vec::new();
    for stage in all {
        let mut days = Vec::new();
        let mut one = InStage {
            stage,
            reached: 0,
            now: 0,
            days: None,
            left: 0,
        };
        for (path, _) in jobs {
            let way = Way::new(path);
            if !way.reached(stage) {
                continue;
            }
            one.reached += 1;
            let stands = path.last().map_or(Stage::Saved, |(_, s)| s.stage());
            one.now += usize::from(stands == stage);
            days.extend(stay(path, stage));
        }
        one.left = days.len();
        one.days = median(&mut days);
        out.push(one);
    }
    out
}

/// Days from when a job first came to `stage` until it next was in another.
fn stay(path: &Path, stage: Stage) -> Option<i32> {
    let came = path.iter().position(|(_, s)| s.stage() == stage)?;
    let left = path[came..].iter().find(|(_, s)| s.stage() != stage)?;
    Some(left.0.days_from(path[came].0).max(0))
}

/// The middle of `numbers`, which it sorts; of an even number, half way between the two in the middle.
#[must_use]
pub fn median(numbers: &mut [i32]) -> Option<f64> {
    order::sort(numbers);
    let half = numbers.len() / 2;
    let upper = f64::from(*numbers.get(half)?);
    if numbers.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(upper, f64::from(numbers[half - 1])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Status::{Applied, Interview, NoAnswer, Offer, Rejected, Saved};

    fn job(steps: &[(&str, Status)], source: &str) -> (Path, Option<String>) {
        let of = |(day, status): &(&str, Status)| (Day::parse(day).unwrap(), *status);
        let source = (!source.is_empty()).then(|| source.to_string());
        (steps.iter().map(of).collect(), source)
    }

    #[test]
    fn figures_of_a_search() {
        let jobs = [
            job(&[("2026-10-01", Saved)], "a.example"),
            job(
                &[
                    ("2026-10-01", Saved),
                    ("2026-10-05", Applied),
                    ("2026-10-09", Interview),
                    ("2026-10-20", Offer),
                ],
                "b.example",
            ),
            job(
                &[
                    ("2026-10-02", Saved),
                    ("2026-10-06", Applied),
                    ("2026-10-20", NoAnswer),
                    ("2026-11-06", Rejected),
                ],
                "b.example",
            ),
            job(&[("2026-10-20", Saved), ("2026-10-22", Applied)], ""),
            job(
                &[
                    ("2026-10-20", Saved),
                    ("2026-10-23", Applied),
                    ("2026-10-23", Interview),
                    ("2026-10-24", Applied),
                ],
                "a.example",
            ),
        ];
        let today = Day::parse("2026-11-20").unwrap();
        let counts = Counts::new(&jobs, today);
        assert_eq!(
            (counts.saved, counts.applied, counts.answered),
            (5, 4, 2),
            "what was moved back was no answer"
        );
        assert_eq!(counts.days_to_answer, Some(17.5), "4 and 31 days");
        assert_eq!((counts.waiting, counts.longest_wait), (2, 29));
        let group = |g: &Group| (g.name.clone(), g.applied, g.answered);
        let sources: Vec<_> = counts.sources.iter().map(group).collect();
        assert_eq!(
            sources,
            [
                ("b.example".to_string(), 2, 2),
                (String::new(), 1, 0),
                ("a.example".to_string(), 1, 0)
            ]
        );
        let weeks: Vec<_> = counts.weeks.iter().map(group).collect();
        assert_eq!(
            weeks,
            [
                ("2026-10-05".to_string(), 2, 2),
                ("2026-10-12".to_string(), 0, 0),
                ("2026-10-19".to_string(), 2, 0)
            ]
        );
        let stages: Vec<_> = counts
            .stages
            .iter()
            .map(|s| (s.reached, s.now, s.left, s.days))
            .collect();
        assert_eq!(
            stages,
            [
                (5, 1, 4, Some(3.5)),
                (4, 2, 3, Some(4.0)),
                (1, 0, 1, Some(11.0)),
                (1, 1, 0, None)
            ]
        );
    }

    #[test]
    fn the_middle() {
        for (mut numbers, expected) in [
            (vec![], None),
            (vec![3], Some(3.0)),
            (vec![9, 1], Some(5.0)),
            (vec![2, 40, 3], Some(3.0)),
        ] {
            assert_eq!(median(&mut numbers), expected);
        }
        let day = |text: &str| Day::parse(text).unwrap();
        assert_eq!(monday(day("2026-11-21")), day("2026-11-16"));
        assert_eq!(monday(day("2026-11-16")), day("2026-11-16"));
        assert_eq!(monday(day("1969-12-31")), day("1969-12-29"));
    }
}
