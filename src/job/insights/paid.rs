//! The pay of saved jobs on one scale, by the year, from what is stated and what the person entered for
//! comparing. What is in another currency, or without its stretch of time, is counted and left out.

use crate::extract::order;
use crate::job::compare::Settings;
use crate::job::compare::hours::hours_a_week;
use crate::job::compare::pay::{comparable, range_words, rounded, scale_end};
use crate::job::tongue::Tongue;
use crate::job::{FactKind, Job, JobId, Value};

/// A job's pay.
#[derive(Clone, Debug, PartialEq)]
pub struct PaidRow {
    /// Which job.
    pub id: JobId,
    /// Its title.
    pub title: String,
    /// The lower end by the year, where stated.
    pub min: Option<f64>,
    /// The upper end by the year, where stated.
    pub max: Option<f64>,
    /// Both in words.
    pub words: String,
}

/// The pay of all jobs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paid {
    /// The currency of the scale: the one of most jobs.
    pub currency: Option<&'static str>,
    /// The end of the scale, which begins at 0.
    pub end: f64,
    /// The least the person wishes for, on the same scale, where they entered it.
    pub floor: Option<f64>,
    /// Highest first.
    pub rows: Vec<PaidRow>,
    /// Jobs whose pay is not on the scale.
    pub elsewhere: usize,
    /// Jobs that state none.
    pub unstated: usize,
}

impl Paid {
    /// The pay of `jobs`.
    #[must_use]
    pub fn new(tongue: &Tongue, jobs: &[Job], settings: &Settings) -> Self {
        let mut found: Vec<(Option<&'static str>, PaidRow)> = Vec::new();
        let (mut unstated, mut elsewhere) = (0, 0);
        for job in jobs {
            let card = job.card();
            let Some(Value::Pay(pay)) = card.value(FactKind::Pay) else {
                unstated += 1;
                continue;
            };
            let hours = hours_a_week(
                settings.terms.get(&job.id),
                card.text(FactKind::Hours),
                settings.time,
            );
            let Some(year) = comparable(tongue, pay, hours, settings.time, &settings.rates) else {
                elsewhere += 1;
                continue;
            };
            let range = rounded(year.year, 100.0);
            let title = card
                .text(FactKind::Title)
                .unwrap_or(tongue.t("Untitled job"));
            found.push((
                year.currency,
                PaidRow {
                    id: job.id.clone(),
                    title: title.to_string(),
                    min: range.min,
                    max: range.max,
                    words: range_words(tongue, range, year.currency),
                },
            ));
        }
        let mut codes: Vec<(usize, Option<&'static str>)> = Vec::new();
        for (code, _) in &found {
            match codes.iter_mut().find(|(_, known)| known == code) {
                Some(known) => known.0 += 1,
                None => codes.push((1, *code)),
            }
        }
        order::sort_by(&mut codes, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let currency = codes.first().and_then(|(_, code)| *code);
        let all = found.len();
        let on_scale = found.into_iter().filter(|(code, _)| *code == currency);
        let mut rows: Vec<PaidRow> = on_scale.map(|(_, row)| row).collect();
        elsewhere += all - rows.len();
        let top = |row: &PaidRow| row.max.or(row.min).unwrap_or(0.0);
        order::sort_by(&mut rows, |a, b| {
            let order = top(b).total_cmp(&top(a));
            order.then_with(|| a.id.cmp(&b.id))
        });
        let wished = settings.wishes.pay_ends.map(|(least, _)| least);
        let same = currency.is_some() && currency == settings.rates.shown_in;
        let floor = wished.filter(|least| same && *least > 0.0);
        let most = rows.first().map_or(0.0, top);
        Self {
            currency,
            end: scale_end(most.max(floor.unwrap_or(0.0))),
            floor,
            rows,
            elsewhere,
            unstated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::saved;
    use super::*;
    use crate::job::Marks;
    use crate::job::tongue::ENGLISH;

    #[test]
    fn pay_on_the_scale_of_most() {
        let texts = [
            "Baker\nSalary: €31,000 - €36,000 a year\n",
            "Miller\nSalary: €3,000 a month\n",
            "Driver\nPay: $31 an hour\n",
            "Painter\nWe paint houses.\n",
            "Cook\nSalary: up to €40,000 a year\n",
        ];
        let jobs: Vec<Job> = (0i64..)
            .zip(texts)
            .map(|(n, text)| saved(n, text, Marks::default()))
            .collect();
        let paid = Paid::new(&ENGLISH, &jobs, &Settings::default());
        let ends: Vec<_> = paid.rows.iter().map(|r| (r.min, r.max)).collect();
        assert_eq!(
            ends,
            [
                (None, Some(40_000.0)),
                (Some(31_000.0), Some(36_000.0)),
                (Some(36_000.0), Some(36_000.0))
            ]
        );
        assert_eq!(
            (paid.currency, paid.end, paid.elsewhere, paid.unstated),
            (Some("EUR"), 40_000.0, 1, 1)
        );
        assert_eq!(Paid::new(&ENGLISH, &[], &Settings::default()).rows, []);
        let mut settings = Settings::default();
        settings.wishes.pay_ends = Some((45_000.0, 70_000.0));
        assert_eq!(
            Paid::new(&ENGLISH, &jobs, &settings).floor,
            None,
            "in no currency"
        );
        settings.rates.show_in(Some("EUR"));
        let paid = Paid::new(&ENGLISH, &jobs, &settings);
        assert!(paid.floor == Some(45_000.0) && paid.end >= 45_000.0);
    }
}
