//! How saved jobs stand to the person, in a list: of how many musts they have all, what rules a job out,
//! which wishes it does not meet. Never a single figure: what is not known is no minus.

use std::cmp::Ordering;

use super::Match;
use crate::extract::order;

/// A saved job against the profile, in few words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Of how many musts the person has all, suggestions counted.
    pub met: usize,
    /// How many musts are asked.
    pub asked: usize,
    /// What rules the job out: hard demands that are a gap, and wishes that are no matter of taste.
    pub blockers: Vec<String>,
    /// Which of the other wishes it does not meet.
    pub unmet: Vec<String>,
}

impl Standing {
    /// The standing of a job that was held against the profile.
    #[must_use]
    pub fn new(matched: &Match) -> Self {
        let (met, asked) = matched.musts();
        let mut standing = Self {
            met,
            asked,
            ..Self::default()
        };
        standing
            .blockers
            .extend(matched.blockers().map(|p| p.words.clone()));
        for unmet in &matched.unmet {
            let list = if unmet.is_blocker {
                &mut standing.blockers
            } else {
                &mut standing.unmet
            };
            list.push(unmet.why.clone());
        }
        standing
    }

    /// What has fewer musts left comes first; of equals what has more of them. What asks for none
    /// tells nothing and comes behind.
    #[must_use]
    pub fn before(&self, other: &Self) -> Ordering {
        let left = |s: &Self| (s.asked == 0, s.asked - s.met.min(s.asked));
        let met = other.met.cmp(&self.met);
        left(self).cmp(&left(other)).then(met)
    }
}

/// Orders jobs by how they stand, of equals as they were; what was not held against the profile comes
/// last. `of` gives the standing of what is sorted.
pub fn order_by_standing<'s, T>(jobs: &mut [T], of: impl Fn(&T) -> Option<&'s Standing>) {
    order::sort_by(jobs, |a, b| match (of(a), of(b)) {
        (Some(a), Some(b)) => a.before(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

/// Which jobs are wanted, by how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // `label` says them on screen
pub enum Fit {
    #[default]
    Any,
    NoBlocker,
    MeetsWishes,
    AllMusts,
}

impl Fit {
    /// All, in the order of the screen.
    pub const ALL: [Self; 4] = [
        Self::Any,
        Self::NoBlocker,
        Self::MeetsWishes,
        Self::AllMusts,
    ];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Any => "Any",
            Self::NoBlocker => "No blocker",
            Self::MeetsWishes => "Meets wishes",
            Self::AllMusts => "All musts met",
        }
    }

    /// Whether a job of this standing is wanted; one that is not yet held against the profile is.
    #[must_use]
    pub fn takes(self, standing: Option<&Standing>) -> bool {
        standing.is_none_or(|s| match self {
            Self::Any => true,
            Self::NoBlocker => s.blockers.is_empty(),
            Self::MeetsWishes => s.blockers.is_empty() && s.unmet.is_empty(),
            Self::AllMusts => s.blockers.is_empty() && s.asked > 0 && s.met == s.asked,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(met: usize, asked: usize, blockers: usize, unmet: usize) -> Standing {
        Standing {
            met,
            asked,
            blockers: vec!["B2".into(); blockers],
            unmet: vec!["Gent".into(); unmet],
        }
    }

    #[test]
    fn jobs_are_wanted_by_how_they_stand() {
        let cases = [
            (
                "all is well",
                standing(3, 3, 0, 0),
                [true, true, true, true],
            ),
            (
                "a must is left",
                standing(2, 3, 0, 0),
                [true, true, true, false],
            ),
            (
                "ruled out",
                standing(3, 3, 1, 0),
                [true, false, false, false],
            ),
            (
                "not as wished",
                standing(3, 3, 0, 1),
                [true, true, false, true],
            ),
            (
                "nothing is asked",
                standing(0, 0, 0, 0),
                [true, true, true, false],
            ),
        ];
        for (name, standing, taken) in cases {
            let found = Fit::ALL.map(|fit| fit.takes(Some(&standing)));
            assert_eq!(found, taken, "{name}");
        }
        assert!(Fit::ALL.into_iter().all(|fit| fit.takes(None)));
    }

    #[test]
    fn what_has_fewest_musts_left_comes_first() {
        let sorted = [(5, 5), (2, 2), (7, 8), (1, 2), (0, 3), (0, 0)];
        let sorted = sorted.map(|(met, asked)| Some(standing(met, asked, 0, 0)));
        let mut all: Vec<usize> = (0..=sorted.len()).rev().collect();
        order_by_standing(&mut all, |at| sorted.get(*at).and_then(Option::as_ref));
        assert_eq!(all, (0..=sorted.len()).collect::<Vec<_>>());
    }
}
