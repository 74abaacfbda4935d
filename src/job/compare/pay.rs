//! Pay made comparable: by the year, the month and the hour, from the figures stated and the working time
//! the person can change, with the formula in sight. Nothing is estimated: pay without its stretch of time
//! stays as stated, and a currency is converted only at a rate the person entered.

use super::rates::Rates;
use super::settings::WorkingTime;
use crate::extract::pay::{Pay, Period};
use crate::job::tongue::{DateForm, Tongue, mark};
use crate::job::words::{period_words, tight_in};

/// Days of work in a week, for pay by the day.
pub(super) const DAYS: f64 = 5.0;
/// Months in a year.
const MONTHS: f64 = 12.0;

/// From and to; an end that is not stated is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Range {
    /// The lower end.
    pub min: Option<f64>,
    /// The upper end.
    pub max: Option<f64>,
}

impl Range {
    /// Both ends times `by`.
    #[must_use]
    pub fn times(self, by: f64) -> Self {
        Self {
            min: self.min.map(|n| n * by),
            max: self.max.map(|n| n * by),
        }
    }

    /// The larger of the ends there are.
    #[must_use]
    pub fn top(self) -> Option<f64> {
        self.max.or(self.min)
    }
}

/// Pay of one job, made comparable.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparable {
    /// The currency of the figures below, where known.
    pub currency: Option<&'static str>,
    /// By the year.
    pub year: Range,
    /// By the month.
    pub month: Range,
    /// By the hour.
    pub hour: Range,
    /// How the pay by the year was reached from what is stated; empty where it is what is stated.
    pub formula: String,
    /// Hours a week behind the pay by the hour.
    pub hours_a_week: f64,
}

/// `pay` by the year, month and hour. `None` where its stretch of time is not stated.
#[must_use]
pub fn comparable(
    tongue: &Tongue,
    pay: &Pay,
    hours: f64,
    time: WorkingTime,
    rates: &Rates,
) -> Option<Comparable> {
    let weeks = time.sound().weeks_a_year;
    let period = pay.period?;
    let stated = Range {
        min: pay.min,
        max: pay.max,
    };
    let mut formula = String::new();
    let by = match period {
        Period::Year => 1.0,
        Period::Month => MONTHS,
        Period::Week => weeks,
        Period::Day => DAYS * weeks,
        Period::Hour => hours * weeks,
    };
    if period != Period::Year {
        formula.push_str(&range_words(tongue, stated, pay.currency));
        formula.push(' ');
        formula.push_str(tongue.t(period_words(period)));
        match period {
            Period::Month => times(tongue, &mut formula, MONTHS, mark("{n} months")),
            Period::Day => times(tongue, &mut formula, DAYS, mark("{n} days")),
            Period::Hour => times(tongue, &mut formula, hours, mark("{n} hours")),
            Period::Week | Period::Year => {}
        }
        if period != Period::Month {
            times(tongue, &mut formula, weeks, mark("{n} weeks"));
        }
    }
    let mut year = stated.times(by);
    let mut currency = pay.currency;
    let rate = pay.currency.and_then(|code| rates.get(code));
    if let (Some(rate), Some(into)) = (rate, rates.shown_in) {
        if formula.is_empty() {
            formula.push_str(&range_words(tongue, stated, pay.currency));
        }
        let worth = (tongue.decimal)(rate.worth);
        let day = (tongue.date)(rate.on, DateForm::Whole);
        formula.push_str(" × ");
        formula.push_str(&tongue.fill("{rate} (your rate of {day})", &[&worth, &day]));
        year = year.times(rate.worth);
        currency = Some(into);
    }
    Some(Comparable {
        currency,
        year,
        month: year.times(1.0 / MONTHS),
        hour: year.times(1.0 / (hours * weeks)),
        formula,
        hours_a_week: hours,
    })
}

pub(super) fn times(tongue: &Tongue, formula: &mut String, n: f64, unit: &'static str) {
    formula.push_str(" × ");
    formula.push_str(&tongue.fill(unit, &[&(tongue.decimal)(n)]));
}

/// A figure with as many places as it needs, four significant ones at least.
#[must_use]
pub fn plain(n: f64) -> String {
    let places = if n.abs() >= 1.0 { 2 } else { 5 };
    let text = format!("{n:.places$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_string(),
        false => text,
    }
}

/// A range in words: "€48,000–54,000", "up to £46,000".
#[must_use]
pub fn range_words(tongue: &Tongue, range: Range, currency: Option<&'static str>) -> String {
    tight_in(tongue, range.min, range.max, currency)
}

/// A range rounded for reading: by the year to hundreds, by the month to tens, by the hour to cents.
#[must_use]
pub fn rounded(range: Range, to: f64) -> Range {
    let round = |n: f64| (n / to).round() * to;
    Range {
        min: range.min.map(round),
        max: range.max.map(round),
    }
}

/// How a job's pay by the year differs from the baseline's, in words: "€8,700–15,800 less". `None`
/// where the currencies differ or an end is not stated, so that nothing would be known.
#[must_use]
pub fn against(tongue: &Tongue, pay: &Comparable, baseline: &Comparable) -> Option<(i8, String)> {
    if pay.currency != baseline.currency {
        return None;
    }
    let ends = |r: Range| Some((r.min?, r.max?));
    let step = pay.currency.map_or(1.0, |_| 100.0);
    let ((min, max), (base_min, base_max)) = (ends(pay.year)?, ends(baseline.year)?);
    let round = |n: f64| (n / step).round() * step;
    let (a, b) = (round(min - base_min), round(max - base_max));
    let sign = |n: f64| {
        if n < 0.0 { -1 } else { i8::from(n > 0.0) }
    };
    match (sign(a), sign(b)) {
        (0, 0) => Some((0, tongue.t("the same pay").to_string())),
        (x, y) if x == y || x == 0 || y == 0 => {
            let (low, high) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
            let amount = tight_in(tongue, Some(low), Some(high), pay.currency);
            Some(match x + y > 0 {
                true => (1, tongue.fill("{amount} more", &[&amount])),
                false => (-1, tongue.fill("{amount} less", &[&amount])),
            })
        }
        _ => {
            let (less, more) = if a < b { (a, b) } else { (b, a) };
            let [less, more] = [less.abs(), more].map(|n| (tongue.money)(n, pay.currency));
            let words = tongue.fill("{less} less to {more} more", &[&less, &more]);
            Some((0, words))
        }
    }
}

/// The end of the scale that holds `most`: the next of 1, 2, 4, 5, 8 times a power of ten.
#[must_use]
pub fn scale_end(most: f64) -> f64 {
    if !most.is_finite() || most <= 0.0 {
        return 1.0;
    }
    let mut unit = 1.0;
    while unit * 10.0 <= most && unit < 1e15 {
        unit *= 10.0;
    }
    let steps = [1.0, 2.0, 4.0, 5.0, 8.0, 10.0];
    let end = steps.iter().map(|s| s * unit).find(|end| *end >= most);
    end.unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Day;
    use crate::job::tongue::ENGLISH;

    fn pay(min: f64, max: f64, currency: &'static str, period: Option<Period>) -> Pay {
        Pay {
            min: (min > 0.0).then_some(min),
            max: (max > 0.0).then_some(max),
            currency: Some(currency),
            period,
        }
    }

    fn made(pay: &Pay, hours: f64, rates: &Rates) -> Comparable {
        comparable(&ENGLISH, pay, hours, WorkingTime::default(), rates).unwrap()
    }

    #[test]
    fn pay_by_the_year_from_any_stretch_with_its_formula() {
        let none = Rates::default();
        let cases = [
            ("a year", Period::Year, 40.0, 1.0, ""),
            (
                "a month",
                Period::Month,
                40.0,
                12.0,
                "€10–20 a month × 12 months",
            ),
            (
                "a week",
                Period::Week,
                40.0,
                52.0,
                "€10–20 a week × 52 weeks",
            ),
            (
                "a day",
                Period::Day,
                40.0,
                260.0,
                "€10–20 a day × 5 days × 52 weeks",
            ),
            (
                "an hour",
                Period::Hour,
                37.5,
                1950.0,
                "€10–20 an hour × 37.5 hours × 52 weeks",
            ),
        ];
        for (name, period, hours, by, formula) in cases {
            let got = made(&pay(10.0, 20.0, "EUR", Some(period)), hours, &none);
            assert_eq!(
                got.year,
                Range {
                    min: Some(10.0 * by),
                    max: Some(20.0 * by)
                },
                "{name}"
            );
            assert_eq!(got.formula, formula, "{name}");
            let hour = got.hour.max.unwrap() * hours * 52.0;
            assert!((hour - 20.0 * by).abs() < 1e-6, "{name}");
        }
        let bare = pay(10.0, 20.0, "EUR", None);
        assert_eq!(
            comparable(&ENGLISH, &bare, 40.0, WorkingTime::default(), &none),
            None
        );
    }

    #[test]
    fn a_currency_is_converted_at_the_persons_rate_alone() {
        let mut rates = Rates::default();
        rates.show_in(Some("EUR"));
        let krona = pay(52_000.0, 64_000.0, "SEK", Some(Period::Month));
        assert_eq!(made(&krona, 40.0, &rates).currency, Some("SEK"));
        let day = Day::parse("2026-11-18").unwrap();
        assert!(!rates.set("SEK", Some(0.0), day) && !rates.set("EUR", Some(2.0), day));
        assert!(rates.set("SEK", Some(0.0909), day));
        let got = made(&krona, 40.0, &rates);
        assert_eq!(got.currency, Some("EUR"));
        assert_eq!(
            range_words(&ENGLISH, rounded(got.year, 100.0), Some("EUR")),
            "€56,700–69,800"
        );
        assert!(
            got.formula
                .ends_with("a month × 12 months × 0.0909 (your rate of 18 November 2026)")
        );
        rates.show_in(Some("USD"));
        assert!(rates.all().is_empty());
    }

    #[test]
    fn the_difference_to_the_baseline_is_said() {
        let none = Rates::default();
        let of = |min, max| made(&pay(min, max, "EUR", Some(Period::Year)), 40.0, &none);
        let base = of(56_700.0, 69_800.0);
        let cases = [
            (
                "less",
                of(48_000.0, 54_000.0),
                Some((-1, "€8,700–15,800 less")),
            ),
            (
                "the same",
                of(56_700.0, 69_800.0),
                Some((0, "the same pay")),
            ),
            ("more", of(60_000.0, 73_100.0), Some((1, "€3,300 more"))),
            (
                "wider",
                of(50_000.0, 80_000.0),
                Some((0, "€6,700 less to €10,200 more")),
            ),
            ("an end open", of(0.0, 80_000.0), None),
        ];
        for (name, pay, expected) in cases {
            let got = against(&ENGLISH, &pay, &base);
            assert_eq!(
                got.as_ref().map(|(n, w)| (*n, w.as_str())),
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn a_scale_ends_on_a_round_figure() {
        for (most, end) in [
            (69_800.0, 80_000.0),
            (1.0, 1.0),
            (15.0, 20.0),
            (0.0, 1.0),
            (100.0, 100.0),
            (f64::NAN, 1.0),
        ] {
            assert!((scale_end(most) - end).abs() < 1e-9, "{most}");
        }
        assert!(scale_end(f64::MAX) >= f64::MAX);
    }
}
