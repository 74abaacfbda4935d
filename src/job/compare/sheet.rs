//! A whole comparison as a table of words: what is copied, and what the page draws around. A row a fact,
//! a demand, a skill, a duty or a benefit.

use super::align::{Demand, Group, group};
use super::column::Column;
use super::facts::{FactRow, PayTable, fact_rows, pay_table};
use super::pay::{range_words, rounded};
use super::settings::Settings;
use super::skills::{SkillRow, skill_rows};
use crate::extract::{Asked, Strength};
use crate::job::tongue::{Tongue, mark};
use crate::job::{FactKind, Tick};

/// A comparison, made once and drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The jobs.
    pub columns: Vec<Column>,
    /// The column of the baseline.
    pub baseline: Option<usize>,
    /// Facts.
    pub facts: Vec<FactRow>,
    /// Pay, made comparable.
    pub pay: PayTable,
    /// What they ask, line against line; the members index [`Column::checklist`]'s rows.
    pub asks: Vec<Group>,
    /// Skills.
    pub skills: Vec<SkillRow>,
    /// Duties; the members index [`Column::duties`].
    pub duties: Vec<Group>,
    /// Benefits; the members index [`Column::benefits`].
    pub benefits: Vec<Group>,
}

/// A row of the table in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The part of the table it stands in.
    pub part: &'static str,
    /// What the row is.
    pub head: String,
    /// A cell a job.
    pub cells: Vec<String>,
    /// Whether the jobs differ in it.
    pub differs: bool,
}

/// The names of the table's parts, in order.
pub const FACTS: &str = mark("Facts");
/// See [`FACTS`].
pub const ASKS: &str = mark("What they ask, line against line");
/// See [`FACTS`].
pub const SKILLS: &str = mark("Skills");
/// See [`FACTS`].
pub const DUTIES: &str = mark("Duties");
/// See [`FACTS`].
pub const BENEFITS: &str = mark("Benefits");

impl Sheet {
    /// The comparison of `columns`.
    #[must_use]
    pub fn new(tongue: &Tongue, columns: Vec<Column>, settings: &Settings) -> Self {
        let mut sheet = Self::aligned(columns);
        sheet.set(tongue, settings);
        sheet
    }

    /// The comparison of `columns` without what hangs on settings: facts and pay come with [`Self::set`].
    #[must_use]
    pub fn aligned(columns: Vec<Column>) -> Self {
        Self {
            baseline: None,
            facts: Vec::new(),
            pay: PayTable {
                cells: Vec::new(),
                scales: Vec::new(),
            },
            asks: group(&demands(&columns)),
            skills: skill_rows(&columns),
            duties: group(&items(&columns, |c| &c.duties)),
            benefits: group(&items(&columns, |c| &c.benefits)),
            columns,
        }
    }

    /// What a column is called here: its title, and its employer too where another has the same title.
    #[must_use]
    pub fn name(&self, tongue: &Tongue, at: usize) -> String {
        let column = &self.columns[at];
        let mut name = column.name(tongue).to_string();
        let mut others = self.columns.iter().enumerate().filter(|(n, _)| *n != at);
        if others.any(|(_, other)| other.name(tongue) == name)
            && let Some(company) = column.company()
        {
            name.push_str(", ");
            name.push_str(company);
        }
        name
    }

    /// The same jobs under other settings; what the settings do not touch is kept.
    pub fn set(&mut self, tongue: &Tongue, settings: &Settings) {
        let at = |id: &crate::job::JobId| self.columns.iter().position(|c| c.id == *id);
        self.baseline = settings.baseline.as_ref().and_then(at);
        self.facts = fact_rows(tongue, &self.columns, self.baseline);
        self.pay = pay_table(tongue, &self.columns, self.baseline, settings);
    }

    /// How many musts of a job are met and how many open: Have; Partly, Gap and unmarked.
    #[must_use]
    pub fn musts(&self, column: usize) -> (usize, usize) {
        let list = &self.columns[column].checklist;
        let all = list.of(Strength::Must).count();
        let met = list.count(Strength::Must, Some(Tick::Have));
        (met, all - met)
    }

    /// The table in the words of `tongue`, for copying; with `differing` only the rows in which the jobs differ.
    #[must_use]
    pub fn rows(&self, tongue: &Tongue, differing: bool) -> Vec<SheetRow> {
        let mut rows = Vec::new();
        for row in &self.facts {
            let pay = row.kind == FactKind::Pay;
            let cell = |(at, cell): (usize, &super::facts::Cell)| {
                let mut words = cell
                    .words
                    .clone()
                    .unwrap_or_else(|| tongue.t("not stated").to_string());
                if cell.is_offer {
                    aside(&mut words, tongue.t("offered"));
                } else if cell.is_yours {
                    aside(&mut words, tongue.t("yours"));
                }
                if pay {
                    self.add_pay(tongue, at, &mut words);
                }
                words
            };
            rows.push(SheetRow {
                part: tongue.t(FACTS),
                head: tongue.t(row.kind.label()).to_string(),
                cells: row.cells.iter().enumerate().map(cell).collect(),
                differs: row.differs,
            });
        }
        let musts = (0..self.columns.len()).map(|at| {
            let (met, open) = self.musts(at);
            tongue.fill(
                "{met} met, {open} open",
                &[&met.to_string(), &open.to_string()],
            )
        });
        let cells: Vec<String> = musts.collect();
        rows.push(SheetRow {
            part: tongue.t(ASKS),
            head: tongue.t("Must-haves").to_string(),
            differs: cells.windows(2).any(|c| c[0] != c[1]),
            cells,
        });
        for line in &self.asks {
            let text = |c: usize, n: usize| {
                let row = &self.columns[c].checklist.rows[n];
                let mut words = row.text.clone();
                if row.strength == Strength::Nice {
                    aside(&mut words, tongue.t("nice"));
                }
                if let Some(tick) = row.tick {
                    words.push_str(": ");
                    words.push_str(tongue.t(tick.label()));
                }
                words
            };
            rows.push(self.line(tongue, ASKS, line, tongue.t("not asked"), &text));
        }
        for skill in &self.skills {
            let mut head = tongue.said(&skill.name).to_string();
            if let Some(tick) = skill.tick {
                head.push_str(": ");
                head.push_str(tongue.t(tick.label()));
            }
            let word = |a: &Option<Asked>| tongue.t(asked_word(*a)).to_string();
            rows.push(SheetRow {
                part: tongue.t(SKILLS),
                head,
                cells: skill.asked.iter().map(word).collect(),
                differs: skill.asked.windows(2).any(|pair| pair[0] != pair[1]),
            });
        }
        for line in &self.duties {
            let text = |c: usize, n: usize| self.columns[c].duties[n].text.clone();
            rows.push(self.line(tongue, DUTIES, line, "–", &text));
        }
        for line in &self.benefits {
            let text = |c: usize, n: usize| self.columns[c].benefits[n].text.clone();
            rows.push(self.line(tongue, BENEFITS, line, "–", &text));
        }
        rows.retain(|row| row.differs || !differing);
        rows
    }

    fn add_pay(&self, tongue: &Tongue, at: usize, words: &mut String) {
        let cell = &self.pay.cells[at];
        if let Some(made) = &cell.made
            && !made.formula.is_empty()
        {
            words.push_str("; ");
            let year = range_words(tongue, rounded(made.year, 100.0), made.currency);
            words.push_str(&tongue.fill("{pay} a year", &[&year]));
            words.push_str(" = ");
            words.push_str(&made.formula);
        }
        if let Some((_, against)) = &cell.against {
            words.push_str("; ");
            words.push_str(against);
        }
    }

    fn line(
        &self,
        tongue: &Tongue,
        part: &'static str,
        group: &Group,
        none: &str,
        text: &dyn Fn(usize, usize) -> String,
    ) -> SheetRow {
        let cell = |(column, members): (usize, &Vec<usize>)| {
            let mut words = String::new();
            for n in members {
                if !words.is_empty() {
                    words.push_str("; ");
                }
                words.push_str(&text(column, *n));
            }
            if words.is_empty() {
                words.push_str(none);
            }
            words
        };
        SheetRow {
            part: tongue.t(part),
            head: tongue
                .said(group.name.as_deref().unwrap_or_default())
                .to_string(),
            cells: group.members.iter().enumerate().map(cell).collect(),
            differs: group.count() < self.columns.len(),
        }
    }
}

/// Adds a word in brackets.
fn aside(words: &mut String, word: &str) {
    words.push_str(" (");
    words.push_str(word);
    words.push(')');
}

/// How a skill is asked for, in a word.
#[must_use]
pub fn asked_word(asked: Option<Asked>) -> &'static str {
    match asked {
        Some(Asked::Must) => "must",
        Some(Asked::Nice) => "nice",
        Some(Asked::Duty | Asked::Named) => "in the work",
        None => "–",
    }
}

fn demands(columns: &[Column]) -> Vec<Vec<Demand>> {
    let of = |c: &Column| {
        let rows = c.checklist.rows.iter();
        rows.map(|row| Demand::new(&row.text, row.read.as_ref()))
            .collect()
    };
    columns.iter().map(of).collect()
}

fn items(columns: &[Column], of: fn(&Column) -> &Vec<crate::extract::Item>) -> Vec<Vec<Demand>> {
    let demands = |c: &Column| of(c).iter().map(|i| Demand::new(&i.text, None)).collect();
    columns.iter().map(demands).collect()
}
