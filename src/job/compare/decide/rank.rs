//! Who leads: the job with the highest lower end. Where spans overlap the page says so, and which question
//! would settle it. A second view ranks by the weighted sum of ranks.

use super::{Criterion, Score};
use crate::extract::order;
use crate::job::JobId;

/// Two scores nearer than this are the same.
const SAME: f64 = 1e-9;

/// Jobs in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Columns, the best first, by the lower ends of their scores; of equals the one with the higher
    /// upper end, then the one saved first, so that the order of columns does not count.
    pub order: Vec<usize>,
    /// Columns that could overtake the first, in the order above.
    pub overlaps: Vec<Overlap>,
    /// The weighted sum of each column's ranks, 1 the best; `None` where nothing counts.
    pub rank_sums: Option<Vec<f64>>,
}

/// A job that could overtake the leader.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    /// Which.
    pub column: usize,
    /// Whose unknown it hangs on most: its own or the leader's.
    pub ask_column: usize,
    /// The criterion most open there: asking about it settles most.
    pub ask: usize,
}

impl Ranking {
    /// The leader.
    #[must_use]
    pub fn leader(&self) -> Option<usize> {
        self.order.first().copied()
    }

    /// Columns by the sum of their ranks, the best first; equals in the order of their scores.
    #[must_use]
    pub fn by_ranks(&self) -> Vec<usize> {
        let mut places = self.order.clone();
        if let Some(sums) = &self.rank_sums {
            order::sort_by(&mut places, |a, b| near(sums[*a], sums[*b]));
        }
        places
    }
}

/// The ranking of jobs by their scores. `ids` are the columns' ids.
#[must_use]
pub fn rank(scores: &[Score], criteria: &[(Criterion, u8)], ids: &[JobId]) -> Ranking {
    let wholes: Vec<_> = scores.iter().map(|s| s.whole).collect();
    if wholes.iter().any(Option::is_none) {
        return Ranking::default();
    }
    let mut places: Vec<usize> = (0..scores.len()).collect();
    let ends = |at: usize| wholes[at].map_or((0.0, 0.0), |s| (s.low, s.high));
    order::sort_by(&mut places, |a, b| {
        let ((low_a, high_a), (low_b, high_b)) = (ends(*a), ends(*b));
        near(low_b, low_a)
            .then_with(|| near(high_b, high_a))
            .then_with(|| ids[*a].cmp(&ids[*b]))
    });
    let mut overlaps = Vec::new();
    if let Some((leader, rest)) = places.split_first() {
        for column in rest {
            if ends(*column).1 > ends(*leader).0 + SAME {
                overlaps.extend(overlap(scores, criteria, *leader, *column));
            }
        }
    }
    Ranking {
        overlaps,
        rank_sums: Some(rank_sums(scores, criteria)),
        order: places,
    }
}

fn near(a: f64, b: f64) -> std::cmp::Ordering {
    if (a - b).abs() < SAME {
        std::cmp::Ordering::Equal
    } else {
        a.total_cmp(&b)
    }
}

/// Where most is open between two jobs. `None` where all is known: they are equal then.
fn overlap(
    scores: &[Score],
    criteria: &[(Criterion, u8)],
    leader: usize,
    column: usize,
) -> Option<Overlap> {
    let mut best: Option<(f64, usize, usize)> = None;
    for of in [column, leader] {
        for (at, (part, (_, weight))) in scores[of].parts.iter().zip(criteria).enumerate() {
            let open = part.span.width() * f64::from(*weight);
            if open > SAME && best.is_none_or(|(most, ..)| open > most + SAME) {
                best = Some((open, of, at));
            }
        }
    }
    best.map(|(_, ask_column, ask)| Overlap {
        column,
        ask_column,
        ask,
    })
}

/// For each job the sum of its ranks by each criterion, times its weight, over the sum of weights. Equals
/// share the middle of their places. The lower ends rank.
fn rank_sums(scores: &[Score], criteria: &[(Criterion, u8)]) -> Vec<f64> {
    let mut sums = vec![0.0; scores.len()];
    let mut all = 0.0;
    for (at, (_, weight)) in criteria.iter().enumerate() {
        let weight = f64::from(*weight);
        all += weight;
        let low = |s: &Score| s.parts[at].span.low;
        for (mine, sum) in scores.iter().zip(&mut sums) {
            let better = scores.iter().filter(|o| low(o) > low(mine) + SAME).count() as f64;
            let equal = scores
                .iter()
                .filter(|o| (low(o) - low(mine)).abs() <= SAME)
                .count() as f64;
            *sum += weight * (better + (equal + 1.0) / 2.0);
        }
    }
    if all > 0.0 {
        for sum in &mut sums {
            *sum /= all;
        }
    }
    sums
}
