//! What would change the winner: the smallest change of one weight, and of one value, that puts another
//! job first.

use super::rank::rank;
use super::{Criterion, Score, whole};
use crate::job::JobId;
use crate::job::compare::settings::MOST_WEIGHT;

/// The smallest changes that put another job first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flip {
    /// Of one weight; `None` where no weight alone does.
    pub weight: Option<WeightFlip>,
    /// Of one value; `None` where no value alone does.
    pub value: Option<ValueFlip>,
}

/// A change of one weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeightFlip {
    /// Of which criterion.
    pub criterion: usize,
    /// The weight that flips.
    pub to: u8,
    /// Who is first then.
    pub first: usize,
}

/// A change of one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueFlip {
    /// Of which criterion.
    pub criterion: usize,
    /// Of which job.
    pub column: usize,
    /// The score by this criterion from which (a challenger) or below which (the leader) it flips.
    pub to: f64,
    /// Who is first then.
    pub first: usize,
}

/// What would change the winner.
#[must_use]
pub fn flips(scores: &[Score], criteria: &[(Criterion, u8)], ids: &[JobId]) -> Flip {
    let Some(leader) = rank(scores, criteria, ids).leader() else {
        return Flip::default();
    };
    Flip {
        weight: weight(scores, criteria, ids, leader),
        value: value(scores, criteria, leader),
    }
}

fn weight(
    scores: &[Score],
    criteria: &[(Criterion, u8)],
    ids: &[JobId],
    leader: usize,
) -> Option<WeightFlip> {
    let mut best: Option<(u8, WeightFlip)> = None;
    for (at, (_, now)) in criteria.iter().enumerate() {
        for to in 0..=MOST_WEIGHT {
            let by = to.abs_diff(*now);
            if by == 0 || best.is_some_and(|(least, _)| by >= least) {
                continue;
            }
            let mut changed = criteria.to_vec();
            changed[at].1 = to;
            let weights: Vec<u8> = changed.iter().map(|(_, w)| *w).collect();
            let again: Vec<Score> = scores
                .iter()
                .map(|s| Score {
                    whole: whole(&s.parts, &weights),
                    parts: s.parts.clone(),
                })
                .collect();
            if let Some(first) = rank(&again, &changed, ids).leader()
                && first != leader
            {
                let flip = WeightFlip {
                    criterion: at,
                    to,
                    first,
                };
                best = Some((by, flip));
            }
        }
    }
    best.map(|(_, flip)| flip)
}

/// The least change by which a challenger's lower end rises to the leader's, or the leader's falls to
/// that of the next.
fn value(scores: &[Score], criteria: &[(Criterion, u8)], leader: usize) -> Option<ValueFlip> {
    let all: f64 = criteria.iter().map(|(_, w)| f64::from(*w)).sum();
    let low = |at: usize| scores[at].whole.map_or(0.0, |s| s.low);
    let mut best: Option<(f64, ValueFlip)> = None;
    let mut offer = |by: f64, flip: ValueFlip| {
        if best.is_none_or(|(least, _)| by < least - 1e-9) {
            best = Some((by, flip));
        }
    };
    let next = (0..scores.len())
        .filter(|at| *at != leader)
        .max_by(|a, b| low(*a).total_cmp(&low(*b)).then(b.cmp(a)))?;
    for (at, (_, weight)) in criteria.iter().enumerate() {
        if *weight == 0 {
            continue;
        }
        let points = |gap: f64| gap * all / f64::from(*weight);
        for column in (0..scores.len()).filter(|c| *c != leader) {
            let from = scores[column].parts[at].span.low;
            let by = points(low(leader) - low(column));
            if from + by <= 100.0 {
                offer(
                    by,
                    ValueFlip {
                        criterion: at,
                        column,
                        to: from + by,
                        first: column,
                    },
                );
            }
        }
        let from = scores[leader].parts[at].span.low;
        let by = points(low(leader) - low(next));
        if from - by >= 0.0 {
            offer(
                by,
                ValueFlip {
                    criterion: at,
                    column: leader,
                    to: from - by,
                    first: next,
                },
            );
        }
    }
    best.map(|(_, flip)| flip)
}
