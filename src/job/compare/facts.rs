//! The facts of several jobs, a row a fact in the card's order, with what differs.

use super::column::Column;
use super::hours::hours_a_week;
use super::pay::{Comparable, against, comparable, scale_end};
use super::settings::Settings;
use super::worth::{Worth, worth};
use crate::extract::order;
use crate::extract::pay::Pay;
use crate::job::tongue::Tongue;
use crate::job::{FactKind, Origin, Value, WordsKey};

/// A fact across the jobs.
#[derive(Clone, Debug, PartialEq)]
pub struct FactRow {
    /// Which fact.
    pub kind: FactKind,
    /// A cell a job.
    pub cells: Vec<Cell>,
    /// Whether they do not all say the same; an unknown differs from what is known.
    pub differs: bool,
}

/// A fact of one job.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it says, in words; `None` for "not stated".
    pub words: Option<String>,
    /// The words of the posting it came from.
    pub evidence: Vec<String>,
    /// Whether it is the person's word.
    pub is_yours: bool,
    /// Whether it is the word of an offer, which the person kept.
    pub is_offer: bool,
    /// What was read where the person corrected it.
    pub read: Option<String>,
    /// Whether it differs from the baseline, where there is one and this is not it.
    pub off_baseline: bool,
}

/// The facts but for title, company and skills, which the comparison shows elsewhere. Facts that the
/// card shows only where stated come only where one of the jobs states them. `baseline` is a column.
#[must_use]
pub fn fact_rows(tongue: &Tongue, columns: &[Column], baseline: Option<usize>) -> Vec<FactRow> {
    let mut rows = Vec::new();
    for kind in FactKind::ALL {
        let elsewhere = matches!(kind, FactKind::Title | FactKind::Company | FactKind::Skills);
        let stated = columns.iter().any(|c| c.card.value(kind).is_some());
        if elsewhere || kind.only_when_stated() && !stated {
            continue;
        }
        rows.push(row(tongue, columns, kind, baseline));
    }
    rows
}

fn row(tongue: &Tongue, columns: &[Column], kind: FactKind, baseline: Option<usize>) -> FactRow {
    let keys: Vec<Option<WordsKey>> = columns.iter().map(|c| key(c, kind)).collect();
    let base = baseline.and_then(|at| keys.get(at));
    let cell = |(at, column): (usize, &Column)| {
        let entry = column.card.get(kind);
        let words = |value: &Value| value.words_in(tongue, column.read_on);
        Cell {
            words: entry.value.as_ref().map(words),
            evidence: column.quotes(&entry.evidence),
            is_yours: entry.is_yours(),
            is_offer: column.offered.contains(&kind),
            read: match &entry.origin {
                Origin::Yours { read } => read.as_ref().map(words),
                Origin::Read => None,
            },
            off_baseline: base.is_some_and(|base| *base != keys[at]),
        }
    };
    FactRow {
        kind,
        cells: columns.iter().enumerate().map(cell).collect(),
        differs: keys.windows(2).any(|pair| pair[0] != pair[1]),
    }
}

/// What two values of one fact are held against each other by: lists count in any order.
fn key(column: &Column, kind: FactKind) -> Option<WordsKey> {
    let value = column.card.value(kind)?;
    let mut parts: Vec<String> = match value {
        Value::Places(list) => list.clone(),
        Value::Extras(list) => list.iter().map(|e| e.text.clone()).collect(),
        Value::Languages(list) => list.iter().map(|l| l.name.clone()).collect(),
        other => vec![other.words(column.read_on)],
    };
    order::sort(&mut parts);
    Some(WordsKey::new(&parts.join(" ")))
}

/// The pay of several jobs on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct PayTable {
    /// A cell a job.
    pub cells: Vec<PayCell>,
    /// Where the scale ends, by the year, for each currency there is.
    pub scales: Vec<(Option<&'static str>, f64)>,
}

/// The pay of one job.
#[derive(Clone, Debug, PartialEq)]
pub struct PayCell {
    /// As stated; `None` for "not stated".
    pub stated: Option<Pay>,
    /// Made comparable; `None` where that cannot be done without guessing.
    pub made: Option<Comparable>,
    /// What an hour is worth with what the person entered of the job.
    pub worth: Option<Worth>,
    /// The difference to the baseline: up, down or neither, and in words.
    pub against: Option<(i8, String)>,
}

impl PayTable {
    /// Where the scale of a currency ends.
    #[must_use]
    pub fn end(&self, currency: Option<&'static str>) -> f64 {
        let found = self.scales.iter().find(|(code, _)| *code == currency);
        found.map_or(1.0, |(_, end)| *end)
    }
}

/// The pay of `columns` made comparable.
#[must_use]
pub fn pay_table(
    tongue: &Tongue,
    columns: &[Column],
    baseline: Option<usize>,
    settings: &Settings,
) -> PayTable {
    let time = settings.time.sound();
    let mut cells: Vec<PayCell> = Vec::with_capacity(columns.len());
    for column in columns {
        let stated = match column.card.value(FactKind::Pay) {
            Some(Value::Pay(pay)) => Some(pay.clone()),
            _ => None,
        };
        let terms = settings.terms.get(&column.id);
        let hours = hours_a_week(terms, column.card.text(FactKind::Hours), time);
        let made = stated
            .as_ref()
            .and_then(|pay| comparable(tongue, pay, hours, time, &settings.rates));
        let worth = match (&made, terms) {
            (Some(made), Some(terms)) => worth(tongue, made, terms, time),
            _ => None,
        };
        cells.push(PayCell {
            stated,
            made,
            worth,
            against: None,
        });
    }
    let base = baseline.and_then(|at| cells.get(at)?.made.clone());
    if let Some(base) = base {
        for (at, cell) in cells.iter_mut().enumerate() {
            if Some(at) != baseline {
                cell.against = cell
                    .made
                    .as_ref()
                    .and_then(|made| against(tongue, made, &base));
            }
        }
    }
    let mut scales: Vec<(Option<&'static str>, f64)> = Vec::new();
    for made in cells.iter().filter_map(|c| c.made.as_ref()) {
        let top = made.year.top().unwrap_or(0.0);
        match scales.iter_mut().find(|(code, _)| *code == made.currency) {
            Some((_, most)) => *most = most.max(top),
            None => scales.push((made.currency, top)),
        }
    }
    for (code, most) in &mut scales {
        // the person's wish stands on the scale too
        if let Some((_, wish)) = settings.wishes.pay_ends
            && *code == settings.rates.shown_in
            && code.is_some()
        {
            *most = most.max(wish);
        }
        *most = scale_end(*most);
    }
    PayTable { cells, scales }
}
