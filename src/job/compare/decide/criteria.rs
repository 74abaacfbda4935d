//! The criteria, and what each makes of a job.

use super::{Part, Score, Span, whole};
use crate::extract::{Seniority, Strength, WorkMode};
use crate::job::compare::column::Column;
use crate::job::compare::facts::PayCell;
use crate::job::compare::pay::range_words;
use crate::job::compare::settings::{Settings, Wishes};
use crate::job::tongue::Tongue;
use crate::job::typed::LEVELS;
use crate::job::words::{level_word, mode_word};
use crate::job::{Day, FactKind, Tick, Value, WordsKey};

/// Something that counts for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Criterion {
    Pay,
    Musts,
    Mode,
    Place,
    Level,
    Deadline,
    Benefits,
    /// The person's own, by its name.
    Own(String),
}

impl Criterion {
    /// Its name on screen.
    #[must_use]
    pub fn label<'a>(&'a self, tongue: &Tongue) -> &'a str {
        tongue.t(match self {
            Self::Pay => "Pay",
            Self::Musts => "Must-haves",
            Self::Mode => "Work mode",
            Self::Place => "Place",
            Self::Level => "Level",
            Self::Deadline => "Time left",
            Self::Benefits => "Benefits",
            Self::Own(name) => return name,
        })
    }

    /// The fact it stands on, where there is one to ask about.
    #[must_use]
    pub fn fact(&self) -> Option<FactKind> {
        match self {
            Self::Pay => Some(FactKind::Pay),
            Self::Mode => Some(FactKind::WorkMode),
            Self::Place => Some(FactKind::Location),
            Self::Level => Some(FactKind::Level),
            Self::Deadline => Some(FactKind::Deadline),
            Self::Benefits => Some(FactKind::Extras),
            Self::Musts | Self::Own(_) => None,
        }
    }
}

/// The criteria that count, with their weights: those with ends, and a weight above nothing or not.
#[must_use]
pub fn criteria(wishes: &Wishes) -> Vec<(Criterion, u8)> {
    let mut out = Vec::new();
    let mut add = |there: bool, criterion: Criterion, weight: u8| {
        if there {
            out.push((criterion, weight));
        }
    };
    let ends = wishes.pay_ends.is_some_and(|(floor, wish)| floor < wish);
    add(ends, Criterion::Pay, wishes.pay);
    add(true, Criterion::Musts, wishes.musts);
    add(wishes.best_mode.is_some(), Criterion::Mode, wishes.mode);
    add(!wishes.places.is_empty(), Criterion::Place, wishes.place);
    add(wishes.best_level.is_some(), Criterion::Level, wishes.level);
    let days = wishes.days.is_some_and(|days| days > 0);
    add(days, Criterion::Deadline, wishes.deadline);
    add(
        !wishes.extras.is_empty(),
        Criterion::Benefits,
        wishes.benefits,
    );
    for (name, weight) in &wishes.own {
        add(true, Criterion::Own(name.clone()), *weight);
    }
    out
}

/// What a job is judged by.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The job.
    pub column: &'a Column,
    /// Its pay.
    pub pay: &'a PayCell,
    /// The day it is.
    pub today: Day,
    /// What is found is said in it.
    pub tongue: &'a Tongue,
}

/// The score of a job by `criteria`. It hangs on the job and the settings alone.
#[must_use]
pub fn judge(job: Facts<'_>, criteria: &[(Criterion, u8)], settings: &Settings) -> Score {
    let part = |(criterion, _): &(Criterion, u8)| part(job, criterion, settings);
    let parts: Vec<Part> = criteria.iter().map(part).collect();
    let weights: Vec<u8> = criteria.iter().map(|(_, weight)| *weight).collect();
    Score {
        whole: whole(&parts, &weights),
        parts,
    }
}

fn part(job: Facts<'_>, criterion: &Criterion, settings: &Settings) -> Part {
    let wishes = &settings.wishes;
    match criterion {
        Criterion::Pay => pay(job.tongue, job.pay, settings),
        Criterion::Musts => musts(job.tongue, job.column),
        Criterion::Mode => mode(job.tongue, job.column, wishes.best_mode),
        Criterion::Place => place(job.tongue, job.column, &wishes.places),
        Criterion::Level => level(job.tongue, job.column, wishes.best_level),
        Criterion::Deadline => deadline(job, wishes.days),
        Criterion::Benefits => benefits(job.tongue, job.column, wishes),
        Criterion::Own(name) => own(job.tongue, job.column, name, settings),
    }
}

fn not_stated(tongue: &Tongue) -> Part {
    unknown(tongue.t("not stated"))
}

fn unknown(why: &str) -> Part {
    Part {
        span: Span::UNKNOWN,
        why: why.to_string(),
    }
}

/// From the floor to the wish. A range counts from its lower to its upper end: which of them one is
/// offered is not known.
fn pay(tongue: &Tongue, cell: &PayCell, settings: &Settings) -> Part {
    let Some((floor, wish)) = settings.wishes.pay_ends else {
        return not_stated(tongue);
    };
    let (Some(stated), Some(made)) = (&cell.stated, &cell.made) else {
        return match cell.stated {
            Some(_) => unknown(tongue.t("not stated by the hour, the month or the year")),
            None => not_stated(tongue),
        };
    };
    // The ends are in the currency pay is shown in; where that is not said, in the job's own.
    let into = settings.rates.shown_in;
    if into.is_some() && made.currency != into {
        return match stated.currency {
            Some(code) => unknown(&tongue.fill("no rate entered for {code}", &[code])),
            None => unknown(tongue.t("currency not stated")),
        };
    }
    let score = |n: f64| (n - floor) / (wish - floor) * 100.0;
    let low = made.year.min.map_or(0.0, score);
    let high = made.year.max.map_or(100.0, score);
    Part {
        span: Span::new(low, high),
        why: tongue.fill(
            "{pay} a year",
            &[&range_words(
                tongue,
                super::super::pay::rounded(made.year, 100.0),
                made.currency,
            )],
        ),
    }
}

/// Have counts whole, Partly half, Gap nothing, no mark anything.
fn musts(tongue: &Tongue, column: &Column) -> Part {
    let count = |tick| column.checklist.count(Strength::Must, tick);
    let all = column.checklist.of(Strength::Must).count();
    if all == 0 {
        return unknown(tongue.t("no musts found"));
    }
    let met = count(Some(Tick::Have)) as f64 + 0.5 * count(Some(Tick::Partly)) as f64;
    let open = count(None);
    let share = 100.0 / all as f64;
    let figures = [(tongue.decimal)(met), all.to_string(), open.to_string()];
    let [met_words, all_words, open_words] = figures.each_ref().map(String::as_str);
    let why = match open {
        0 => tongue.fill("{met} of {all} met", &[met_words, all_words]),
        _ => tongue.fill(
            "{met} of {all} met, {open} not marked",
            &[met_words, all_words, open_words],
        ),
    };
    Part {
        span: Span::new(met * share, (met + open as f64) * share),
        why,
    }
}

fn mode(tongue: &Tongue, column: &Column, best: Option<WorkMode>) -> Part {
    let (Some(best), Some(Value::Mode(mode))) = (best, column.card.value(FactKind::WorkMode))
    else {
        return not_stated(tongue);
    };
    let place = |mode: WorkMode| match mode {
        WorkMode::Remote => 0_i8,
        WorkMode::Hybrid => 1,
        WorkMode::Onsite => 2,
    };
    let apart = (place(*mode) - place(best)).unsigned_abs();
    Part {
        span: Span::known(100.0 - 50.0 * f64::from(apart)),
        why: tongue.t(mode_word(*mode)).to_string(),
    }
}

fn place(tongue: &Tongue, column: &Column, wished: &[String]) -> Part {
    let Some(Value::Places(places)) = column.card.value(FactKind::Location) else {
        return not_stated(tongue);
    };
    let keys: Vec<WordsKey> = places.iter().map(|p| WordsKey::new(p)).collect();
    let stands = |wish: &String| {
        let mut wish = format!(" {} ", WordsKey::new(wish).as_str());
        if wish.trim().is_empty() {
            wish.clear();
        }
        !wish.is_empty()
            && keys
                .iter()
                .any(|k| format!(" {} ", k.as_str()).contains(&wish))
    };
    let fits = wished.iter().any(stands);
    Part {
        span: Span::known(if fits { 100.0 } else { 0.0 }),
        why: places.join("; "),
    }
}

/// A quarter less for each level away from the best.
fn level(tongue: &Tongue, column: &Column, best: Option<Seniority>) -> Part {
    let (Some(best), Some(Value::Level(level))) = (best, column.card.value(FactKind::Level)) else {
        return not_stated(tongue);
    };
    let at = |level: Seniority| LEVELS.iter().position(|l| *l == level).unwrap_or(0);
    let apart = at(best).abs_diff(at(*level)) as f64;
    Part {
        span: Span::known(100.0 - 25.0 * apart),
        why: tongue.t(level_word(*level)).to_string(),
    }
}

fn deadline(job: Facts<'_>, wished: Option<u16>) -> Part {
    let tongue = job.tongue;
    let Some(Value::When(when)) = job.column.card.value(FactKind::Deadline) else {
        return not_stated(tongue);
    };
    let Some(day) = Day::resolve(when, job.column.read_on) else {
        return not_stated(tongue);
    };
    let left = day.days_from(job.today);
    let wished = f64::from(wished.unwrap_or(1).max(1));
    Part {
        span: Span::known(f64::from(left) / wished * 100.0),
        why: crate::job::words::away_in(tongue, day, job.today),
    }
}

/// The share of the extras wished for that are stated; the others may be given all the same.
fn benefits(tongue: &Tongue, column: &Column, wishes: &Wishes) -> Part {
    let empty = Vec::new();
    let stated = match column.card.value(FactKind::Extras) {
        Some(Value::Extras(list)) => list,
        _ => &empty,
    };
    let wished = wishes.extras.len();
    let there = wishes
        .extras
        .iter()
        .filter(|kind| stated.iter().any(|e| e.kind == **kind))
        .count();
    Part {
        span: Span::new(there as f64 / wished.max(1) as f64 * 100.0, 100.0),
        why: if there == wished {
            tongue.fill("all {wished} stated", &[&wished.to_string()])
        } else {
            let figures = [&*there.to_string(), &*wished.to_string()];
            tongue.fill("{there} of {wished} stated", &figures)
        },
    }
}

fn own(tongue: &Tongue, column: &Column, name: &str, settings: &Settings) -> Part {
    let terms = settings.terms.get(&column.id);
    match terms.and_then(|t| t.scores.get(&WordsKey::new(name))) {
        Some(score) => Part {
            span: Span::known(f64::from(*score)),
            why: tongue.t("your score").to_string(),
        },
        None => unknown(tongue.t("not scored yet")),
    }
}
