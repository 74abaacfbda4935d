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

/// The ISO 4217 code `word` names, if it is one of those the reader knows.
#[must_use]
pub fn currency_code(word: &str) -> Option<&'static str> {
    const CODES: [&str; 36] = [
        "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP",
        "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "MXN", "MYR", "NGN", "NOK",
        "NZD", "PHP", "PLN", "RON", "SAR", "SEK", "SGD", "TRY", "USD", "ZAR",
    ];
    CODES
        .into_iter()
        .find(|code| code.eq_ignore_ascii_case(word.trim()))
}

/// Base pay, where the posting states it.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<Pay>> {
    None
}
