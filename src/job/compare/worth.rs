//! What an hour given to a job is really worth, from what the person enters: the way there, what it costs,
//! unpaid overtime, paid leave. Nothing that was not entered is counted.

use super::pay::{Comparable, DAYS, Range, times};
use super::settings::{Terms, WorkingTime};
use crate::job::tongue::{Tongue, mark};

/// What an hour is really worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// For each hour given to the job, the way there among them.
    pub hour: Range,
    /// How it was reached.
    pub formula: String,
}

/// What an hour given to a job is worth, after what its way costs, with the way and the unpaid overtime
/// counted as hours and paid leave as time off. `None` while the person has entered none of these.
#[must_use]
pub fn worth(tongue: &Tongue, pay: &Comparable, terms: &Terms, time: WorkingTime) -> Option<Worth> {
    let way = terms.office_days.filter(|days| *days > 0.0);
    let travels =
        way.is_some() && (terms.commute_minutes.is_some() || terms.commute_cost.is_some());
    if !travels && terms.unpaid_hours.is_none() && terms.leave_days.is_none() {
        return None;
    }
    let of = |n: Option<f64>| n.filter(|n| n.is_finite() && *n >= 0.0).unwrap_or(0.0);
    let office = of(way).min(7.0);
    let weeks = time.sound().weeks_a_year - (of(terms.leave_days) / DAYS).min(40.0);
    let weeks = weeks.max(1.0);
    let travel = if travels {
        office * 2.0 * of(terms.commute_minutes) / 60.0
    } else {
        0.0
    };
    let cost = if travels {
        office * of(terms.commute_cost)
    } else {
        0.0
    };
    let unpaid = of(terms.unpaid_hours);
    let hours = (pay.hours_a_week + unpaid + travel) * weeks;
    let left = |n: f64| (n - cost * weeks) / hours;
    let figure = |english, n| tongue.fill(english, &[&(tongue.decimal)(n)]);
    let mut formula = tongue.t("pay a year").to_string();
    if cost > 0.0 {
        formula.push_str(" − ");
        formula.push_str(&figure(mark("{n} days"), office));
        formula.push_str(" × ");
        formula.push_str(&(tongue.money)(of(terms.commute_cost), pay.currency));
        times(tongue, &mut formula, weeks, mark("{n} weeks"));
    }
    let mut each = figure(mark("{n} hours"), pay.hours_a_week);
    if unpaid > 0.0 {
        each.push_str(" + ");
        each.push_str(&figure(mark("{n} unpaid"), unpaid));
    }
    if travel > 0.0 {
        each.push_str(" + ");
        each.push_str(&figure(mark("{n} on the way"), travel));
    }
    formula.push_str(&tongue.fill(", by ({hours})", &[&each]));
    times(tongue, &mut formula, weeks, mark("{n} weeks at work"));
    Some(Worth {
        hour: Range {
            min: pay.year.min.map(left),
            max: pay.year.max.map(left),
        },
        formula,
    })
}

#[cfg(test)]
mod tests {
    use super::super::pay::comparable;
    use super::super::rates::Rates;
    use super::*;
    use crate::extract::pay::{Pay, Period};
    use crate::job::tongue::ENGLISH;

    #[test]
    fn an_hour_is_worth_less_with_a_long_way() {
        let none = Rates::default();
        let stated = Pay {
            min: Some(52_000.0),
            max: Some(52_000.0),
            currency: Some("EUR"),
            period: Some(Period::Year),
        };
        let pay = comparable(&ENGLISH, &stated, 40.0, WorkingTime::default(), &none).unwrap();
        assert_eq!(
            worth(&ENGLISH, &pay, &Terms::default(), WorkingTime::default()),
            None
        );
        let minutes_alone = Terms {
            commute_minutes: Some(30.0),
            ..Terms::default()
        };
        assert_eq!(
            worth(&ENGLISH, &pay, &minutes_alone, WorkingTime::default()),
            None
        );
        let terms = Terms {
            commute_minutes: Some(30.0),
            commute_cost: Some(10.0),
            office_days: Some(5.0),
            leave_days: Some(30.0),
            ..Terms::default()
        };
        let got = worth(&ENGLISH, &pay, &terms, WorkingTime::default()).unwrap();
        let expected = (52_000.0 - 50.0 * 46.0) / (45.0 * 46.0);
        assert!((got.hour.min.unwrap() - expected).abs() < 1e-9);
        assert_eq!(
            got.formula,
            "pay a year − 5 days × €10 × 46 weeks, by (40 hours + 5 on the way) × 46 weeks at work"
        );
    }
}
