//! A person's own table as jobs. What a column holds is guessed from its name and can be chosen
//! otherwise; what cannot be taken as what the column says goes into the notes, so that no cell is
//! lost. The same row gives the same job, so that bringing a table in twice brings it in once.

use super::columns::Column;
use super::kept;
use super::read::Table;
use super::write::starts_formula;
use crate::extract::Facts;
use crate::extract::date::When;
use crate::extract::pay::{Pay, Period, currency_code};
use crate::job::tongue::ENGLISH;
use crate::job::typed::{Fields, PERIODS, typed};
use crate::job::words::period_words;
use crate::job::{
    Correction, Dated, Day, Draft, Event, FactKind, Job, JobId, LocalTime, Marks, Moment, Status,
    Term, Value, What, WordsKey,
};

/// A row as a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The job.
    pub job: Job,
    /// The names of the columns whose cell went into the notes.
    pub noted: Vec<String>,
}

/// What names of columns mean, folded, in the order they are looked for; a name that holds one of
/// these words, or one that begins so, means it.
const NAMES: [(&str, Column); 56] = {
    use FactKind::{
        Company, Deadline, Department, Employment, Languages, Level, Location, Pay, Posted, Skills,
        Source, Title, WorkMode,
    };
    const fn f(kind: FactKind) -> Column {
        Column::Fact(kind)
    }
    [
        ("note", Column::Notes),
        ("notiz", Column::Notes),
        ("schlagw", Column::Tags),
        ("standort", f(Location)),
        ("stand", Column::Status),
        ("beworben", Column::Applied),
        ("titel", f(Title)),
        ("unternehmen", f(Company)),
        ("arbeitgeber", f(Company)),
        ("ort", f(Location)),
        ("quelle", f(Source)),
        ("gefunden", f(Source)),
        ("comment", Column::Notes),
        ("tag", Column::Tags),
        ("job title", f(Title)),
        ("position", f(Title)),
        ("title", f(Title)),
        ("role", f(Title)),
        ("stelle", f(Title)),
        ("poste", f(Title)),
        ("puesto", f(Title)),
        ("company", f(Company)),
        ("employer", f(Company)),
        ("organisation", f(Company)),
        ("organization", f(Company)),
        ("firm", f(Company)),
        ("entreprise", f(Company)),
        ("empresa", f(Company)),
        ("azienda", f(Company)),
        ("date applied", Column::Applied),
        ("applied", Column::Applied),
        ("application date", Column::Applied),
        ("deadline", f(Deadline)),
        ("closing", f(Deadline)),
        ("frist", f(Deadline)),
        ("status", Column::Status),
        ("stage", Column::Status),
        ("salary", f(Pay)),
        ("pay", f(Pay)),
        ("compensation", f(Pay)),
        ("gehalt", f(Pay)),
        ("salaire", f(Pay)),
        ("location", f(Location)),
        ("city", f(Location)),
        ("place", f(Location)),
        ("mode", f(WorkMode)),
        ("remote", f(WorkMode)),
        ("type", f(Employment)),
        ("level", f(Level)),
        ("skill", f(Skills)),
        ("language", f(Languages)),
        ("department", f(Department)),
        ("posted", f(Posted)),
        ("link", f(Source)),
        ("url", f(Source)),
        ("description", Column::Posting),
    ]
};

/// What the columns of a table seem to hold; `None` where nothing is known. No two hold the same.
#[must_use]
pub fn guess(head: &[String]) -> Vec<Option<Column>> {
    let mut taken = Vec::new();
    let mut one = |name: &String| {
        let key = WordsKey::new(name);
        let exact = || {
            let same = |c: &Column| WordsKey::new(c.label()) == key;
            Column::ALL.into_iter().find(same)
        };
        // A word means it where one of the name's begins with it.
        let has = |word: &str| {
            let mut ends = key.as_str().match_indices(word);
            ends.any(|(at, _)| at == 0 || key.as_str().as_bytes()[at - 1] == b' ')
        };
        let found = NAMES.iter().find(|(word, _)| has(word));
        let column = exact().or(found.map(|(_, column)| *column))?;
        if taken.contains(&column) {
            return None;
        }
        taken.push(column);
        Some(column)
    };
    head.iter().map(&mut one).collect()
}

/// The rows of `table` as jobs, its columns holding `columns`; brought in at `now`. `moment_of` gives
/// a moment of a day.
#[must_use]
pub fn take(
    table: &Table,
    columns: &[Option<Column>],
    now: Moment,
    moment_of: &dyn Fn(Day) -> Moment,
    today: Day,
) -> Vec<Taken> {
    let rows = table.rows.iter();
    rows.map(|row| one(&table.head, row, columns, now, moment_of, today))
        .collect()
}

fn one(
    head: &[String],
    row: &[String],
    columns: &[Option<Column>],
    now: Moment,
    moment_of: &dyn Fn(Day) -> Moment,
    today: Day,
) -> Taken {
    let cell_of = |wanted: Column| {
        let at = columns.iter().position(|c| *c == Some(wanted))?;
        let cell = plain(row.get(at)?);
        (!cell.is_empty()).then_some(cell)
    };
    let id = cell_of(Column::Id).and_then(|cell| JobId::parse(&cell));
    let day = |column| cell_of(column).and_then(|cell| day_in(&cell));
    let created = day(Column::Saved).map_or(now, moment_of).min(now);
    let draft = Draft {
        source: cell_of(Column::Posting).unwrap_or_default(),
        read_on: day(Column::ReadOn).unwrap_or(today),
        marks: Marks::default(),
    };
    let id = id.unwrap_or_else(|| id_of(row));
    let offset = whole(Dated::of(created, 0).day(), moment_of).offset;
    let mut job = Job::new(draft, id, &Facts::default(), created, offset);
    let mut notes = cell_of(Column::Notes).unwrap_or_default();
    let mut noted = Vec::new();
    let mut pay = Pay {
        min: cell_of(Column::PayMin).and_then(|cell| figures(&cell).first().copied()),
        max: cell_of(Column::PayMax).and_then(|cell| figures(&cell).first().copied()),
        currency: cell_of(Column::Currency).and_then(|cell| currency_in(&cell)),
        period: cell_of(Column::PayPeriod).and_then(|cell| period_in(&cell)),
    };
    for (at, cell) in row.iter().enumerate() {
        let cell = plain(cell);
        if cell.is_empty() {
            continue;
        }
        let is_taken = match columns.get(at).copied().flatten() {
            Some(Column::Fact(FactKind::Pay)) => take_pay(&mut pay, &cell),
            Some(Column::Fact(kind)) => take_fact(&mut job, kind, &cell, now),
            Some(Column::Status) => {
                take_status(&mut job, &cell, day(Column::Applied), moment_of, now)
            }
            Some(Column::Applied) => {
                let day = day_in(&cell);
                // A status that comes later stands already.
                if let Some(day) = day {
                    put_event(&mut job, "a", Status::Applied, whole(day, moment_of), now);
                }
                day.is_some()
            }
            Some(Column::Tags) => {
                for tag in cell.split([';', ',']) {
                    job.tags.set(tag, true, now);
                }
                true
            }
            Some(Column::Starred) => {
                job.starred.set(is_yes(&cell), now);
                true
            }
            Some(Column::Archived) => {
                job.archived.set(is_yes(&cell), now);
                true
            }
            Some(Column::PayMin | Column::PayMax) => !figures(&cell).is_empty(),
            Some(Column::Currency) => pay.currency.is_some(),
            Some(Column::PayPeriod) => pay.period.is_some(),
            Some(Column::Saved) => day_in(&cell).is_some(),
            Some(Column::Slips(kind)) => {
                kept::take_slips(&mut job.dossier, kind, &cell, now);
                true
            }
            Some(Column::Term(term)) => take_term(&mut job, term, &cell, now),
            Some(
                Column::Id
                | Column::Notes
                | Column::Posting
                | Column::ReadOn
                | Column::StatusSince
                | Column::History,
            ) => true,
            None => false,
        };
        if !is_taken {
            let name = head.get(at).map(|name| name.trim()).unwrap_or_default();
            if !notes.is_empty() {
                notes.push('\n');
            }
            notes.push_str(name);
            notes.push_str(": ");
            notes.push_str(&cell);
            noted.push(name.to_string());
        }
    }
    if pay.min.is_some() || pay.max.is_some() {
        let value = Correction::Is(Value::Pay(pay));
        job.marks.corrections.set(FactKind::Pay, value, now);
    }
    if !notes.is_empty() {
        job.notes.set(notes, now);
    }
    Taken { job, noted }
}

/// A cell's words, without what keeps it from being taken for a formula.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(starts_formula) => rest.to_string(),
        _ => cell.to_string(),
    }
}

/// An id that the row's words give.
fn id_of(row: &[String]) -> JobId {
    let hash = |seed: u32| {
        let bytes = row.iter().flat_map(|cell| cell.bytes().chain([0]));
        bytes.fold(seed, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    };
    let digits = format!("csv{:08x}{:08x}", hash(0x811c_9dc5), hash(0x1234_5678));
    JobId::parse(&digits).unwrap_or_else(|| JobId::new(Moment(0), 0))
}

fn is_yes(cell: &str) -> bool {
    !matches!(
        WordsKey::new(cell).as_str(),
        "" | "no" | "false" | "0" | "nein" | "non"
    )
}

/// One field, or several for choices, as the forms have them.
struct Cell<'c> {
    cell: &'c str,
    choices: Vec<String>,
}

impl Fields for Cell<'_> {
    fn all(&self, name: &str) -> Vec<String> {
        match name {
            "choice" => self.choices.clone(),
            "date" => vec![
                day_in(self.cell)
                    .map(|day| day.to_string())
                    .unwrap_or_default(),
            ],
            "text" => vec![self.cell.to_string()],
            "years" => vec![self.cell.split(' ').next().unwrap_or_default().to_string()],
            _ => Vec::new(),
        }
    }
}

fn take_fact(job: &mut Job, kind: FactKind, cell: &str, now: Moment) -> bool {
    let pieces: Vec<String> = cell.split([',', ';', '/']).map(choice).collect();
    let choices = match kind {
        FactKind::Employment => pieces.iter().map(|piece| piece.to_lowercase()).collect(),
        FactKind::WorkPermit => match WordsKey::new(cell).as_str() {
            "sponsors a visa" | "yes" => vec!["yes".to_string()],
            "no visa sponsorship" | "no" => vec!["no".to_string()],
            _ => Vec::new(),
        },
        _ => vec![choice(cell)],
    };
    let is_date = matches!(
        kind,
        FactKind::Deadline | FactKind::Posted | FactKind::Start
    );
    if is_date && day_in(cell).is_none() {
        return false;
    }
    match typed(&ENGLISH, kind, &Cell { cell, choices }, None) {
        Ok(Some(value)) if !value.is_empty() => {
            job.marks.corrections.set(kind, Correction::Is(value), now)
        }
        _ => false,
    }
}

fn take_term(job: &mut Job, term: Term, cell: &str, now: Moment) -> bool {
    let value = match term.form() {
        FactKind::Pay => {
            let mut pay = Pay {
                min: None,
                max: None,
                currency: None,
                period: None,
            };
            take_pay(&mut pay, cell).then_some(Value::Pay(pay))
        }
        FactKind::Hours => Some(Value::Text(cell.to_string())),
        _ => day_in(cell).map(|day| Value::When(When::On(day.to_date()))),
    };
    let is_taken = value.is_some();
    if is_taken {
        job.dossier.set_term(term, value, now);
    }
    is_taken
}

/// A choice's words as the forms have them.
fn choice(cell: &str) -> String {
    let words = cell.trim().replace('-', " ").to_lowercase();
    let words = match words.as_str() {
        "onsite" | "office" | "in office" => "on site",
        other => other,
    };
    let mut chars = words.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

fn take_status(
    job: &mut Job,
    cell: &str,
    applied: Option<Day>,
    moment_of: &dyn Fn(Day) -> Moment,
    now: Moment,
) -> bool {
    let key = WordsKey::new(cell);
    let by_label = Status::ALL
        .into_iter()
        .find(|s| WordsKey::new(s.label()) == key);
    let alike = || {
        let words = [
            ("abgesagt", Status::Rejected),
            ("abgelehnt", Status::Declined),
            ("zuruckgez", Status::Withdrawn),
            ("keine antwort", Status::NoAnswer),
            ("angenommen", Status::Accepted),
            ("angebot", Status::Offer),
            ("gesprach", Status::Interview),
            ("zu bewerben", Status::ToApply),
            ("beworben", Status::Applied),
            ("reject", Status::Rejected),
            ("declin", Status::Declined),
            ("withdr", Status::Withdrawn),
            ("ghost", Status::NoAnswer),
            ("no response", Status::NoAnswer),
            ("accept", Status::Accepted),
            ("offer", Status::Offer),
            ("interview", Status::Interview),
            ("screen", Status::Screening),
            ("wish", Status::Saved),
            ("not applied", Status::ToApply),
            ("applied", Status::Applied),
        ];
        let found = words.iter().find(|(word, _)| key.as_str().contains(word));
        found.map(|(_, status)| *status)
    };
    let Some(status) = by_label.or_else(alike) else {
        return false;
    };
    if status != Status::Saved {
        // Not before the application, where its day is known; else the day it was brought in.
        let on = match (status, applied) {
            (Status::Applied, Some(day)) => whole(day, moment_of),
            _ => {
                let day = Dated::of(now, 0).day();
                Dated::of(now, whole(day, moment_of).offset)
            }
        };
        let id = if status == Status::Applied { "a" } else { "s" };
        put_event(job, id, status, on, now);
    }
    true
}

fn put_event(job: &mut Job, id: &str, status: Status, on: Dated, now: Moment) {
    let event = Event::new(id.into(), now, on, What::Status(status));
    job.history.insert(event);
}

/// The whole of `day` where the person is, whose noon `moment_of` gives.
fn whole(day: Day, moment_of: &dyn Fn(Day) -> Moment) -> Dated {
    let noon = LocalTime {
        day,
        minute: Some(720),
    };
    let noon_utc = Dated {
        local: noon,
        offset: 0,
    };
    let ahead = noon_utc.moment().0.saturating_sub(moment_of(day).0);
    Dated {
        local: LocalTime::day(day),
        offset: i16::try_from(ahead / 60_000).unwrap_or(0),
    }
}

/// `2026-11-20`, `20.11.2026`, `20/11/2026` and `11/20/2026` where only one of the two is a day.
fn day_in(cell: &str) -> Option<Day> {
    let cell = cell.split([' ', 'T']).next()?;
    if let Some(day) = Day::parse(cell) {
        return Some(day);
    }
    let dotted = cell.contains('.');
    let mut parts = cell.split(['.', '/', '-']);
    let a: u8 = parts.next()?.parse().ok()?;
    let b: u8 = parts.next()?.parse().ok()?;
    let year: i32 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let (day_first, month_first) = (Day::new(year, b, a), Day::new(year, a, b));
    match (day_first, month_first) {
        (Some(day), _) if dotted || a == b => Some(day),
        (Some(day), None) | (None, Some(day)) => Some(day),
        _ => None,
    }
}

/// Takes pay in words: one figure or two, a currency and a time where they stand.
fn take_pay(pay: &mut Pay, cell: &str) -> bool {
    let found = figures(cell);
    let (Some(first), true) = (found.first().copied(), found.len() <= 2) else {
        return false;
    };
    let up_to = WordsKey::new(cell).as_str().starts_with("up to");
    let open = ["from", "+", "ab "]
        .iter()
        .any(|word| cell.to_lowercase().contains(word));
    pay.min = (!up_to).then_some(first);
    pay.max = match found.get(1) {
        Some(second) => Some(*second),
        None => (!open).then_some(first),
    };
    pay.currency = pay.currency.or_else(|| currency_in(cell));
    pay.period = pay.period.or_else(|| period_in(cell));
    true
}

/// The figures in a text: separators of thousands and a `k` understood.
fn figures(text: &str) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut digits = String::new();
        while at < chars.len() {
            let c = chars[at];
            let behind = chars[at + 1..]
                .iter()
                .take_while(|c| c.is_ascii_digit())
                .count();
            if c.is_ascii_digit() {
                digits.push(c);
            } else if matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\'' | '’') && behind == 3 {
                // A separator of thousands says nothing.
            } else if matches!(c, ',' | '.') && (1..=2).contains(&behind) && !digits.contains('.') {
                digits.push('.');
            } else {
                break;
            }
            at += 1;
        }
        let mut figure: f64 = digits.parse().unwrap_or(0.0);
        if matches!(chars.get(at), Some('k' | 'K')) {
            figure *= 1_000.0;
            at += 1;
        }
        found.push(figure);
    }
    // "50-60k" means thousands both.
    if let [first, second] = found.as_mut_slice()
        && *second >= 1_000.0
        && *first < 1_000.0
        && *first * 1_000.0 <= *second
        && text.to_lowercase().contains('k')
    {
        *first *= 1_000.0;
    }
    found
}

fn currency_in(text: &str) -> Option<&'static str> {
    let signs = [
        ('€', "EUR"),
        ('£', "GBP"),
        ('$', "USD"),
        ('¥', "JPY"),
        ('₹', "INR"),
    ];
    let code = text
        .split(|c: char| !c.is_ascii_uppercase())
        .find_map(currency_code);
    let sign = || signs.iter().find(|(sign, _)| text.contains(*sign));
    code.or_else(|| sign().map(|(_, code)| *code))
}

fn period_in(text: &str) -> Option<Period> {
    let key = WordsKey::new(text);
    let words = [
        ("hour", Period::Hour),
        ("day", Period::Day),
        ("week", Period::Week),
        ("month", Period::Month),
        ("year", Period::Year),
        ("annum", Period::Year),
        ("annual", Period::Year),
    ];
    let exact = PERIODS.into_iter().find(|p| period_words(*p) == text);
    let found = || words.iter().find(|(word, _)| key.as_str().contains(word));
    exact.or_else(|| found().map(|(_, period)| *period))
}
