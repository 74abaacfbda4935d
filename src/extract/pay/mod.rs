//! Base pay: the values, and reading them from words. Never a budget, a funding round, a bonus, a
//! client's assets or a site's estimate.

#[cfg(test)]
mod cases;
mod choose;
mod cue;
mod currency;
mod figure;
mod judge;

use super::document::Document;
use super::facts::{Fact, Facts};
pub use currency::currency_code;

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

impl Period {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "year" => Self::Year,
            _ => return None,
        })
    }

    /// The usual span of pay for this stretch of time, in US dollars or the like, wide enough for any
    /// trade and for currencies whose magnitude is known roughly.
    fn usual(self) -> (f64, f64) {
        match self {
            Self::Hour => (2.0, 700.0),
            Self::Day => (20.0, 5_000.0),
            Self::Week => (60.0, 20_000.0),
            Self::Month => (90.0, 80_000.0),
            Self::Year => (1_500.0, 4_000_000.0),
        }
    }

    /// What a figure without a stretch of time is for, by its size in US dollars or the like. A few
    /// hundred pounds are a day's pay, a few hundred of other strong currencies a month's.
    fn by_size(value: f64, currency: Option<&str>, foreign: bool) -> Self {
        let (hour, day, month) = match currency {
            Some("GBP") => (150.0, 1_000.0, 9_000.0),
            _ if foreign => (30.0, 120.0, 8_000.0),
            _ => (200.0, 200.0, 12_000.0),
        };
        if value < hour {
            Self::Hour
        } else if value < day {
            Self::Day
        } else if value < month {
            Self::Month
        } else {
            Self::Year
        }
    }
}

impl Period {
    /// What a bare figure is paid for, by its size and currency.
    #[must_use]
    pub fn of_size(value: f64, currency: Option<&str>) -> Self {
        let strong = matches!(currency, None | Some("USD" | "GBP" | "CAD" | "AUD"));
        Self::by_size(value, currency, !strong)
    }
}

/// Base pay, where the posting states it.
#[must_use]
pub fn read(doc: &Document<'_>, facts: &Facts) -> Option<Fact<Pay>> {
    judge::read(doc, facts)
}
