//! What the person enters for comparing: working time, rates, what counts and how much, and what they
//! know of a job that its posting does not say. Nothing here has a value that the person did not give,
//! but for the working time of a full year.

use std::collections::BTreeMap;

use super::rates::Rates;
use crate::extract::{ExtraKind, Seniority, WorkMode};
use crate::job::{JobId, WordsKey};

/// The largest weight.
pub const MOST_WEIGHT: u8 = 5;

/// All that is entered for comparing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Working time that turns pay by the hour, day or week into pay by the year.
    pub time: WorkingTime,
    /// Exchange rates, and the currency pay is shown in.
    pub rates: Rates,
    /// The job all others are held against.
    pub baseline: Option<JobId>,
    /// What counts, and how much.
    pub wishes: Wishes,
    /// What the person knows of single jobs.
    pub terms: BTreeMap<JobId, Terms>,
}

/// Working time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorkingTime {
    /// Hours a week where the posting does not say it.
    pub hours_a_week: f64,
    /// Paid weeks a year.
    pub weeks_a_year: f64,
}

impl Default for WorkingTime {
    fn default() -> Self {
        Self {
            hours_a_week: 40.0,
            weeks_a_year: 52.0,
        }
    }
}

impl WorkingTime {
    /// The same, each figure brought to what can be: 1 to 100 hours, 1 to 53 weeks.
    #[must_use]
    pub fn sound(self) -> Self {
        let within = |n: f64, least: f64, most: f64, other: f64| {
            if n.is_finite() {
                n.clamp(least, most)
            } else {
                other
            }
        };
        Self {
            hours_a_week: within(self.hours_a_week, 1.0, 100.0, 40.0),
            weeks_a_year: within(self.weeks_a_year, 1.0, 53.0, 52.0),
        }
    }
}

/// What the person knows of one job that its posting does not say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Hours a week.
    pub hours_a_week: Option<f64>,
    /// Minutes from door to door, one way.
    pub commute_minutes: Option<f64>,
    /// What the way there and back costs, in the currency of the pay.
    pub commute_cost: Option<f64>,
    /// Days a week on the premises.
    pub office_days: Option<f64>,
    /// Hours of overtime a week that nobody pays.
    pub unpaid_hours: Option<f64>,
    /// Days of paid leave a year.
    pub leave_days: Option<f64>,
    /// Scores by hand, 0 to 100, by the name of the person's own criterion.
    pub scores: BTreeMap<WordsKey, u8>,
}

impl Terms {
    /// Whether nothing is entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What counts for the person: a weight of 0 to 5 for each criterion, and its ends. A criterion without
/// ends does not count, whatever its weight.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// Weight of the pay.
    pub pay: u8,
    /// Pay by the year that scores 0 and 100, in the currency pay is shown in.
    pub pay_ends: Option<(f64, f64)>,
    /// Weight of the musts the person has.
    pub musts: u8,
    /// Weight of the work mode.
    pub mode: u8,
    /// The mode that scores 100.
    pub best_mode: Option<WorkMode>,
    /// Weight of the place.
    pub place: u8,
    /// Places that score 100.
    pub places: Vec<String>,
    /// Weight of the level.
    pub level: u8,
    /// The level that scores 100.
    pub best_level: Option<Seniority>,
    /// Weight of the time left to apply.
    pub deadline: u8,
    /// Days left that score 100.
    pub days: Option<u16>,
    /// Weight of the benefits.
    pub benefits: u8,
    /// The kinds of extras wished for.
    pub extras: Vec<ExtraKind>,
    /// The person's own criteria, scored by hand: name and weight.
    pub own: Vec<(String, u8)>,
}
