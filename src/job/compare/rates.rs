//! Exchange rates as the person entered them, each with its day. None is known beforehand, and none is
//! made out of two others.

use crate::job::Day;

/// A rate: one unit of `code` is worth `worth` units of the currency pay is shown in.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    /// ISO 4217.
    pub code: &'static str,
    /// What one unit is worth.
    pub worth: f64,
    /// The day it was entered.
    pub on: Day,
}

/// The person's rates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rates {
    /// The currency pay is shown in (ISO 4217); `None` shows each as stated.
    pub shown_in: Option<&'static str>,
    /// At most one a currency.
    list: Vec<Rate>,
}

impl Rates {
    /// Shows pay in `code`. Rates into another currency are let go: they say nothing of this one.
    pub fn show_in(&mut self, code: Option<&'static str>) {
        if self.shown_in != code {
            self.shown_in = code;
            self.list.clear();
        }
    }

    /// Sets a rate, or with `None` takes it back. A rate that is no number above nothing is refused,
    /// and says so with `false`.
    pub fn set(&mut self, code: &'static str, worth: Option<f64>, on: Day) -> bool {
        if worth.is_some_and(|w| !w.is_finite() || w <= 0.0) || self.shown_in == Some(code) {
            return false;
        }
        self.list.retain(|r| r.code != code);
        if let Some(worth) = worth {
            self.list.push(Rate { code, worth, on });
        }
        true
    }

    /// What was entered for a currency.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Rate> {
        self.list.iter().find(|r| r.code == code)
    }

    /// All that were entered.
    #[must_use]
    pub fn all(&self) -> &[Rate] {
        &self.list
    }
}
