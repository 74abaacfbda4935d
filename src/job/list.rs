//! Saved jobs as rows of a list: what a row shows, in which order, and finding words in them. Light
//! enough for thousands: a row holds no posting.

use super::agenda::{Due, dated};
use super::card::Card;
use super::clock::{Day, Moment};
use super::fact::{FactKind, Value};
use super::key::WordsKey;
use super::saved::{Job, JobId};
use super::status::Status;
use super::tongue::Tongue;
use crate::extract::WorkMode;
use crate::extract::date::When;
use crate::extract::order;
use crate::extract::pay::{Pay, Period};

/// A saved job as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Which job.
    pub id: JobId,
    /// Its title, where known.
    pub title: Option<String>,
    /// Its employer, where known.
    pub company: Option<String>,
    /// Its base pay, where known.
    pub pay: Option<Pay>,
    /// Its places.
    pub places: Vec<String>,
    /// Where the work is done.
    pub mode: Option<WorkMode>,
    /// The last day to apply, where known.
    pub deadline: Option<When>,
    /// The day that relative dates count from.
    pub read_on: Day,
    /// Where it stands.
    pub status: Status,
    /// When it was saved.
    pub created: Moment,
    /// When the person last changed anything of it.
    pub changed: Moment,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether it is starred.
    pub starred: bool,
    /// Whether it is put away.
    pub archived: bool,
    /// Since when it is in the trash, if it is.
    pub in_trash: Option<Moment>,
    /// The day it was posted, where known.
    pub posted: Option<Day>,
    /// The last day something passed between the person and the employer.
    pub contact: Option<Day>,
    /// What it has dated beside the deadline.
    pub dated: Vec<Due>,
}

impl ListRow {
    /// The row of a job, from its facts as last read and corrected.
    #[must_use]
    pub fn new(job: &Job) -> Self {
        let card = job.card();
        let text = |kind| card.text(kind).map(str::to_string);
        Self {
            id: job.id.clone(),
            title: text(FactKind::Title),
            company: text(FactKind::Company),
            pay: pay(&card).cloned(),
            places: match card.value(FactKind::Location) {
                Some(Value::Places(places)) => places.clone(),
                _ => Vec::new(),
            },
            mode: match card.value(FactKind::WorkMode) {
                Some(Value::Mode(mode)) => Some(*mode),
                _ => None,
            },
            deadline: match card.value(FactKind::Deadline) {
                Some(Value::When(when)) => Some(when.clone()),
                _ => None,
            },
            read_on: job.read_on,
            status: job.status(),
            created: job.created(),
            changed: job.changed(),
            tags: job.tags.iter().map(str::to_string).collect(),
            starred: job.starred.value,
            archived: job.archived.value,
            in_trash: job.in_trash(),
            posted: match card.value(FactKind::Posted) {
                Some(Value::When(when)) => Day::resolve(when, job.read_on),
                _ => None,
            },
            contact: job.history.last_contact(),
            dated: dated(job),
        }
    }

    /// The title, or words that stand for one.
    #[must_use]
    pub fn name<'a>(&'a self, tongue: &Tongue) -> &'a str {
        self.title.as_deref().unwrap_or(tongue.t("Untitled job"))
    }

    /// The last day to apply, where known to the day.
    #[must_use]
    pub fn closes(&self) -> Option<Day> {
        self.deadline
            .as_ref()
            .and_then(|when| Day::resolve(when, self.read_on))
    }

    /// The words of the row that a search looks through, as the row says them, folded.
    #[must_use]
    pub fn searchable(&self, tongue: &Tongue) -> WordsKey {
        let mut words = self.name(tongue).to_string();
        for more in self.company.iter().chain(&self.places).chain(&self.tags) {
            words.push(' ');
            words.push_str(more);
        }
        if let Some(mode) = self.mode {
            words.push(' ');
            words.push_str(tongue.t(super::words::mode_word(mode)));
        }
        WordsKey::new(&words)
    }
}

fn pay(card: &Card) -> Option<&Pay> {
    match card.value(FactKind::Pay) {
        Some(Value::Pay(pay)) => Some(pay),
        _ => None,
    }
}

/// What a list is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The newest first.
    #[default]
    Saved,
    /// The next to close first; those past and those not stated last.
    Deadline,
    /// By title.
    Title,
    /// By employer.
    Company,
    /// The best paid first, over a year of full-time work; currencies stay apart.
    Pay,
    /// What has fewest musts left first. Rows do not tell: the newest first, until who knows sorts.
    Musts,
}

impl SortBy {
    /// All, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::Saved,
        Self::Deadline,
        Self::Title,
        Self::Company,
        Self::Pay,
        Self::Musts,
    ];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Saved => "Saved",
            Self::Deadline => "Deadline",
            Self::Title => "Title",
            Self::Company => "Company",
            Self::Pay => "Pay",
            Self::Musts => "Musts met",
        }
    }
}

/// Orders `rows`; of equals the newest comes first. What is not stated comes last. `of` gives the row
/// of what is sorted.
pub fn sort<T>(rows: &mut [T], of: impl Fn(&T) -> &ListRow, by: SortBy, today: Day) {
    let newest = |a: &ListRow, b: &ListRow| b.created.cmp(&a.created).then(b.id.cmp(&a.id));
    match by {
        SortBy::Saved | SortBy::Musts => order::sort_by(rows, |a, b| newest(of(a), of(b))),
        SortBy::Deadline => order::sort_by(rows, |a, b| {
            let key = |row: &ListRow| {
                let days = row.closes().map(|day| day.days_from(today));
                days.map_or((2, 0), |n| (i32::from(n < 0), n.abs()))
            };
            let (a, b) = (of(a), of(b));
            key(a).cmp(&key(b)).then_with(|| newest(a, b))
        }),
        SortBy::Title | SortBy::Company => {
            order::sort_by(rows, |a, b| newest(of(a), of(b)));
            order::sort_by_cached_key(rows, |row| {
                let row = of(row);
                let words = if by == SortBy::Title {
                    &row.title
                } else {
                    &row.company
                };
                (words.is_none(), words.as_deref().map(WordsKey::new))
            });
        }
        SortBy::Pay => order::sort_by(rows, |a, b| {
            let key = |row: &ListRow| row.pay.as_ref().map(|p| (p.currency, yearly(p)));
            let (a, b) = (of(a), of(b));
            let order = match (key(a), key(b)) {
                (Some((ca, pa)), Some((cb, pb))) => ca.cmp(&cb).then(pb.total_cmp(&pa)),
                (a, b) => b.is_some().cmp(&a.is_some()),
            };
            order.then_with(|| newest(a, b))
        }),
    }
}

/// The top of the pay over a year of full-time work, for ordering alone; never shown.
fn yearly(pay: &Pay) -> f64 {
    let top = pay.max.or(pay.min).unwrap_or(0.0);
    top * match pay.period {
        Some(Period::Hour) => 2_080.0,
        Some(Period::Day) => 260.0,
        Some(Period::Week) => 52.0,
        Some(Period::Month) => 12.0,
        Some(Period::Year) | None => 1.0,
    }
}

/// A search: words that all must be found, each anywhere, also inside a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
}

impl Search {
    /// The search the person typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let key = WordsKey::new(typed);
        let words = key.as_str().split(' ').filter(|w| !w.is_empty());
        Self {
            words: words.map(str::to_string).collect(),
        }
    }

    /// Whether nothing is searched for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether whatever this search finds, `other` finds as well: as when one types on.
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        let holds = |word: &String| self.words.iter().any(|w| w.contains(word.as_str()));
        other.words.iter().all(holds)
    }

    /// Whether each word stands in one of `texts`.
    #[must_use]
    pub fn finds(&self, texts: &[&WordsKey]) -> bool {
        self.words
            .iter()
            .all(|word| texts.iter().any(|text| text.as_str().contains(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::tongue::ENGLISH;

    fn row(title: &str, created: i64) -> ListRow {
        ListRow {
            id: JobId::new(Moment(created), 0),
            title: (!title.is_empty()).then(|| title.to_string()),
            company: None,
            pay: None,
            places: Vec::new(),
            mode: None,
            deadline: None,
            read_on: Day::parse("2026-11-20").unwrap(),
            status: Status::Saved,
            created: Moment(created),
            changed: Moment(created),
            tags: Vec::new(),
            starred: false,
            archived: false,
            in_trash: None,
            posted: None,
            contact: None,
            dated: Vec::new(),
        }
    }

    fn paid(title: &str, amount: f64, currency: &'static str, period: Period) -> ListRow {
        let pay = Pay {
            min: None,
            max: Some(amount),
            currency: Some(currency),
            period: Some(period),
        };
        ListRow {
            pay: Some(pay),
            ..row(title, 1)
        }
    }

    fn closing(title: &str, when: When) -> ListRow {
        ListRow {
            deadline: Some(when),
            ..row(title, 1)
        }
    }

    fn sorted(mut rows: Vec<ListRow>, by: SortBy) -> Vec<String> {
        sort(&mut rows, |r| r, by, Day::parse("2026-11-20").unwrap());
        rows.iter().map(|r| r.name(&ENGLISH).to_string()).collect()
    }

    #[test]
    fn rows_in_order() {
        let on = |day: &str| When::On(Day::parse(day).unwrap().to_date());
        let cases = [
            (
                SortBy::Saved,
                vec![row("old", 1), row("new", 3), row("between", 2)],
                vec!["new", "between", "old"],
            ),
            (
                SortBy::Title,
                vec![
                    row("", 9),
                    row("Zoologist", 1),
                    row("Écrivain", 2),
                    row("driver", 3),
                ],
                vec!["driver", "Écrivain", "Zoologist", "Untitled job"],
            ),
            (
                SortBy::Deadline,
                vec![
                    row("unsaid", 1),
                    closing("past", on("2026-11-10")),
                    closing("late", on("2027-01-10")),
                    closing("in two days", When::Relative(2)),
                    closing("today", on("2026-11-20")),
                    closing("soon", When::Soon),
                ],
                vec!["today", "in two days", "late", "past", "unsaid", "soon"],
            ),
            (
                SortBy::Pay,
                vec![
                    row("unsaid", 1),
                    paid("month", 4_000.0, "EUR", Period::Month),
                    paid("hour", 30.0, "EUR", Period::Hour),
                    paid("dollars", 30.0, "USD", Period::Hour),
                ],
                vec!["hour", "month", "dollars", "unsaid"],
            ),
        ];
        for (by, rows, expected) in cases {
            assert_eq!(sorted(rows, by), expected, "{by:?}");
        }
    }

    #[test]
    fn typing_on_narrows_a_search() {
        let cases = [
            ("a letter more", "nurs", "nur", true),
            ("a word more", "nurse leeds", "nurse", true),
            ("letters before", "night nurse", "urs", true),
            ("the same", "nurse", "Nurse", true),
            ("from nothing", "n", "", true),
            ("a letter less", "nur", "nurs", false),
            ("a word less", "nurse", "nurse leeds", false),
            ("another", "night", "nurse", false),
            ("cleared", "", "nurse", false),
        ];
        for (name, typed, before, narrows) in cases {
            let narrowed = Search::new(typed).narrows(&Search::new(before));
            assert_eq!(narrowed, narrows, "{name}");
        }
    }

    #[test]
    fn all_words_searched_for_are_found() {
        let nurse = ListRow {
            company: Some("Clínica São José".into()),
            places: vec!["Recife".into()],
            ..row("Enfermeira", 1)
        };
        let text = WordsKey::new("Plantão de 12 x 36; C++ não é preciso.");
        let cases = [
            ("nothing", "", true),
            ("part of a word", "enferm", true),
            ("accents and case", "SAO jose", true),
            ("row and text", "recife plantao", true),
            ("signs", "c++", true),
            ("one of two is missing", "recife natal", false),
            ("marks alone", " - ", true),
        ];
        for (name, typed, found) in cases {
            let search = Search::new(typed);
            assert_eq!(
                search.finds(&[&nurse.searchable(&ENGLISH), &text]),
                found,
                "{name}"
            );
        }
    }
}
