//! Base pay: the values, and reading them from words. Never a budget, a funding round, a bonus, a
//! client's assets or a site's estimate.

use super::document::Document;
use super::facts::{Fact, Facts};

/// Base pay for the role. At least one of `min` and `max` is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Pay {
    /// The least, in units of the currency; `None` for "up to".
    pub min: Option<f64>,
    /// The most; `None` for "from". Equal to `min` for a single figure.
    pub max: Option<f64>,
    /// ISO 4217 code, `None` where the text leaves it open.
    pub currency: Option<&'static str>,
    /// What the figure is paid for.
    pub period: Option<Period>,
}

/// A stretch of time that pay is given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Period {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// Base pay, where the posting states it.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<Pay>> {
    None
}
