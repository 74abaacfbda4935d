//! A posting's requirements held against the profile: a suggested mark for each, with its reason and
//! the words on both sides; what is met of what is asked; what rules the job out. A suggestion is never
//! a mark: it counts only where the person marked nothing.

mod gaps;
mod judge;
mod standing;

use super::card::Card;
use super::checklist::Checklist;
use super::key::WordsKey;
use super::profile::{Need, Profile, Reads, Unmet, Wishes};
use super::tick::Tick;
use super::tongue::Tongue;
use crate::extract::{RequirementKind, Strength};

pub use gaps::{Asking, Chance, Chances, chances};
pub use judge::{Judgement, judge, tick_of_skill};
pub use standing::{Fit, Standing, order_by_standing};

/// One requirement against the profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The row of the checklist.
    pub key: WordsKey,
    /// Its words, as shown.
    pub words: String,
    /// The words its mark is set on.
    pub set_on: String,
    /// Must or nice.
    pub strength: Strength,
    /// What the person marked.
    pub marked: Option<Tick>,
    /// What the profile suggests, and why.
    pub suggested: Option<Judgement>,
    /// Whether lacking it rules the job out.
    pub is_hard: bool,
    /// What it asks for.
    pub need: Need,
}

impl Point {
    /// The mark that counts: the person's, else the suggested one.
    #[must_use]
    pub fn counted(&self) -> Option<Tick> {
        self.marked
            .or_else(|| self.suggested.as_ref().map(|j| j.tick))
    }

    /// Whether the suggestion waits for the person's word.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.marked.is_none() && self.suggested.is_some()
    }
}

/// A posting against the profile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Match {
    /// Its requirements, in the order of the checklist.
    pub points: Vec<Point>,
    /// What it says against the person's wishes.
    pub unmet: Vec<Unmet>,
}

impl Match {
    /// Holds a posting against the profile, with reasons in the words of `tongue`; `None` while the reader is not there. The same posting and
    /// profile always give the same.
    #[must_use]
    pub fn new(
        tongue: &Tongue,
        checklist: &Checklist,
        card: &Card,
        profile: &Profile,
        wishes: &Wishes,
        reads: Reads<'_>,
    ) -> Option<Self> {
        let mut points = Vec::new();
        for row in &checklist.rows {
            let need = Need::read(&row.text, reads)?;
            let kind = need.kind.or(row.read.as_ref().map(|r| r.kind));
            let hard = matches!(
                kind,
                Some(
                    RequirementKind::Licence
                        | RequirementKind::Education
                        | RequirementKind::Language
                )
            );
            points.push(Point {
                key: row.key.clone(),
                words: row.text.clone(),
                set_on: row.words.clone(),
                strength: row.strength,
                marked: row.tick,
                suggested: judge(tongue, &need, profile),
                is_hard: row.strength == Strength::Must && (hard || need.is_permit),
                need,
            });
        }
        Some(Self {
            points,
            unmet: wishes.against(tongue, card),
        })
    }

    /// Of how many musts the person has all, and how many are asked.
    #[must_use]
    pub fn musts(&self) -> (usize, usize) {
        let musts = || self.points.iter().filter(|p| p.strength == Strength::Must);
        let met = musts().filter(|p| p.counted() == Some(Tick::Have));
        (met.count(), musts().count())
    }

    /// What rules the job out, as far as is known: hard demands that are a gap.
    pub fn blockers(&self) -> impl Iterator<Item = &Point> {
        let is_one = |p: &&Point| p.is_hard && p.counted() == Some(Tick::Gap);
        self.points.iter().filter(is_one)
    }

    /// Suggestions that wait for the person's word.
    pub fn open(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|p| p.is_open())
    }
}
