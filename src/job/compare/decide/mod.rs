//! Which job to go for, by what the person says counts. Each criterion has ends the person fixed, so a
//! job's score hangs on nothing but the job: another one beside it changes nothing. What is not known is
//! neither nothing nor the middle: it makes the score a span from worst to best.

mod criteria;
mod flip;
mod rank;

pub use criteria::{Criterion, Facts, criteria, judge};
pub use flip::{Flip, ValueFlip, WeightFlip, flips};
pub use rank::{Overlap, Ranking, rank};

/// A score of 0 to 100, or the span it lies in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// At worst.
    pub low: f64,
    /// At best.
    pub high: f64,
}

impl Span {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self {
        low: 0.0,
        high: 100.0,
    };

    /// A score that is known.
    #[must_use]
    pub fn known(score: f64) -> Self {
        Self::new(score, score)
    }

    /// A span; its ends are brought into 0 to 100 and into order.
    #[must_use]
    pub fn new(a: f64, b: f64) -> Self {
        let within = |n: f64| {
            if n.is_finite() {
                n.clamp(0.0, 100.0)
            } else {
                0.0
            }
        };
        let (a, b) = (within(a), within(b));
        Self {
            low: a.min(b),
            high: a.max(b),
        }
    }

    /// Whether it is one score.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.high - self.low < 1e-9
    }

    /// How much is open.
    #[must_use]
    pub fn width(self) -> f64 {
        self.high - self.low
    }
}

/// A job's score by one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The score.
    pub span: Span,
    /// What it stands on, in words.
    pub why: String,
}

/// The score of one job, with all it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// A part for each criterion, in the order of [`criteria`].
    pub parts: Vec<Part>,
    /// The parts by weight; `None` where nothing counts.
    pub whole: Option<Span>,
}

/// The whole of `parts` by `weights`; a weight of nothing leaves its part out.
#[must_use]
pub fn whole(parts: &[Part], weights: &[u8]) -> Option<Span> {
    let (mut low, mut high, mut all) = (0.0, 0.0, 0.0);
    for (part, weight) in parts.iter().zip(weights) {
        let weight = f64::from(*weight);
        low += weight * part.span.low;
        high += weight * part.span.high;
        all += weight;
    }
    (all > 0.0).then(|| Span::new(low / all, high / all))
}
