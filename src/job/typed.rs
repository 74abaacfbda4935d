//! What the person types into the fields of a fact, as its value. Says plainly what it cannot take;
//! never guesses what was meant.

use super::clock::Day;
use super::fact::{FactKind, Value};
use super::tongue::Tongue;
use super::words::{education_word, employment_word, level_word, mode_word, period_words};
use crate::extract::date::When;
use crate::extract::languages::named;
use crate::extract::number::decimal;
use crate::extract::pay::{Pay, Period, currency_code};
use crate::extract::{
    Asked, Education, Employment, Extra, ExtraKind, Language, Seniority, Skill, WorkMode,
};

/// All levels in their order, for choosing one.
pub const LEVELS: [Seniority; 8] = [
    Seniority::Intern,
    Seniority::Entry,
    Seniority::Mid,
    Seniority::Senior,
    Seniority::Lead,
    Seniority::Manager,
    Seniority::Director,
    Seniority::Executive,
];

/// All levels of education in their order, for choosing one.
pub const EDUCATIONS: [Education; 7] = [
    Education::NoneRequired,
    Education::HighSchool,
    Education::Vocational,
    Education::Associate,
    Education::Bachelor,
    Education::Master,
    Education::Doctorate,
];

/// All kinds of employment, for choosing some.
pub const EMPLOYMENTS: [Employment; 10] = [
    Employment::FullTime,
    Employment::PartTime,
    Employment::Permanent,
    Employment::Contract,
    Employment::Temporary,
    Employment::Internship,
    Employment::Apprenticeship,
    Employment::Freelance,
    Employment::PerDiem,
    Employment::Volunteer,
];

/// All modes of work, for choosing one.
pub const MODES: [WorkMode; 3] = [WorkMode::Onsite, WorkMode::Hybrid, WorkMode::Remote];

/// All stretches of time pay is given for.
pub const PERIODS: [Period; 5] = [
    Period::Hour,
    Period::Day,
    Period::Week,
    Period::Month,
    Period::Year,
];

/// The fields of a form by name; a name may come several times (checkboxes).
pub trait Fields {
    /// All values of the fields with this name.
    fn all(&self, name: &str) -> Vec<String>;

    /// The first of them, trimmed; empty where there is none.
    fn one(&self, name: &str) -> String {
        let first = self.all(name).into_iter().next().unwrap_or_default();
        first.trim().to_string()
    }
}

/// The value that `fields` give for a fact: `None` for "not stated". `before` is the value that stood
/// there, for what the fields do not show (a skill's rank, an extra's kind). Figures may be written in
/// the way of any language.
///
/// # Errors
/// What is wrong, in the words of `tongue`.
pub fn typed(
    tongue: &Tongue,
    kind: FactKind,
    fields: &impl Fields,
    before: Option<&Value>,
) -> Result<Option<Value>, String> {
    let chosen = |words: String| (!words.is_empty()).then_some(words);
    let value = match kind {
        FactKind::Pay => return pay(tongue, fields),
        FactKind::Deadline | FactKind::Posted | FactKind::Start => return when(tongue, fields),
        FactKind::Location => Value::Places(pieces(&fields.one("text"), ';')),
        FactKind::WorkMode => match chosen(fields.one("choice")) {
            None => return Ok(None),
            Some(words) => Value::Mode(choice(tongue, &MODES, mode_word, &words)?),
        },
        FactKind::Level => match chosen(fields.one("choice")) {
            None => return Ok(None),
            Some(words) => Value::Level(choice(tongue, &LEVELS, level_word, &words)?),
        },
        FactKind::Education => match chosen(fields.one("choice")) {
            None => return Ok(None),
            Some(words) => Value::Education(choice(tongue, &EDUCATIONS, education_word, &words)?),
        },
        FactKind::WorkPermit => match fields.one("choice").as_str() {
            "yes" => Value::Permit(true),
            "no" => Value::Permit(false),
            _ => return Ok(None),
        },
        FactKind::Employment => {
            let marked = fields.all("choice");
            let kinds = EMPLOYMENTS
                .into_iter()
                .filter(|k| marked.iter().any(|m| m == employment_word(*k)))
                .collect();
            Value::Employment(kinds)
        }
        FactKind::Experience => match number(tongue, &fields.one("years"))? {
            None => return Ok(None),
            Some(years) if years > 60.0 => {
                return Err(tongue.t("More than 60 years cannot be.").into());
            }
            Some(years) => Value::Years(years as f32),
        },
        FactKind::Languages => Value::Languages(languages(&fields.one("text"))),
        FactKind::Extras => Value::Extras(extras(&fields.one("text"), before)),
        FactKind::Skills => Value::Skills(skills(&fields.one("text"), before)),
        _ => Value::Text(fields.one("text")),
    };
    Ok((!value.is_empty()).then_some(value))
}

fn choice<T: Copy>(
    tongue: &Tongue,
    all: &[T],
    words: fn(T) -> &'static str,
    chosen: &str,
) -> Result<T, String> {
    all.iter()
        .copied()
        .find(|one| words(*one) == chosen)
        .ok_or_else(|| tongue.fill("“{chosen}” is none of the choices.", &[chosen]))
}

/// The parts of `text` between separators, line breaks among them; none empty, none twice.
fn pieces(text: &str, separator: char) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for piece in text.split([separator, '\n']) {
        let piece = piece.trim();
        if !piece.is_empty() && !out.iter().any(|o| o == piece) {
            out.push(piece.to_string());
        }
    }
    out
}

/// A number with or without commas, dots or blanks between thousands, of any language; `None` for
/// nothing.
fn number(tongue: &Tongue, text: &str) -> Result<Option<f64>, String> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’'))
        .collect();
    if plain.is_empty() {
        return Ok(None);
    }
    match decimal(&pointed(&plain)) {
        Some(n) if n.is_finite() && (0.0..1e12).contains(&n) => Ok(Some(n)),
        _ => Err(tongue.fill("“{text}” is not a number.", &[text])),
    }
}

/// The figure with a dot before its decimals and nothing between thousands: what stands before three
/// figures, each time it comes, is between thousands, but for the last of two kinds of mark.
fn pointed(plain: &str) -> String {
    let last = plain.rfind([',', '.']);
    let Some((at, mark)) = last.and_then(|at| Some((at, plain[at..].chars().next()?))) else {
        return plain.to_string();
    };
    let (whole, rest) = (&plain[..at], &plain[at + 1..]);
    let is_mixed = whole.contains([',', '.']) && !whole.contains(mark);
    if rest.is_empty() {
        return plain.to_string();
    }
    if rest.len() == 3 && !is_mixed && !whole.trim_start_matches('0').is_empty() {
        return plain.replace(mark, "");
    }
    [&whole.replace([',', '.'], ""), ".", rest].concat()
}

fn pay(tongue: &Tongue, fields: &impl Fields) -> Result<Option<Value>, String> {
    let (min, max) = (
        number(tongue, &fields.one("min"))?,
        number(tongue, &fields.one("max"))?,
    );
    if min.is_none() && max.is_none() {
        return Ok(None);
    }
    if let (Some(a), Some(b)) = (min, max)
        && a > b
    {
        return Err(tongue.t("The minimum is more than the maximum.").into());
    }
    let code = fields.one("currency");
    let currency = match currency_code(&code) {
        None if !code.is_empty() => {
            return Err(tongue.fill(
                "“{code}” is no currency Rolecard knows: write its code, such as EUR.",
                &[&code],
            ));
        }
        found => found,
    };
    let period = match fields.one("period").as_str() {
        "" => None,
        words => Some(choice::<Period>(tongue, &PERIODS, period_words, words)?),
    };
    Ok(Some(Value::Pay(Pay {
        min,
        max,
        currency,
        period,
    })))
}

fn when(tongue: &Tongue, fields: &impl Fields) -> Result<Option<Value>, String> {
    if !fields.all("soon").is_empty() {
        return Ok(Some(Value::When(When::Soon)));
    }
    let day = fields.one("date");
    if day.is_empty() {
        return Ok(None);
    }
    let day = Day::parse(&day)
        .ok_or_else(|| tongue.fill("“{day}” is no day of the calendar.", &[&day]))?;
    let mut date = day.to_date();
    let time = fields.one("time");
    if let Some((hour, minute)) = time.split_once(':') {
        date.time = hour
            .parse()
            .ok()
            .zip(minute.get(..2).and_then(|m| m.parse().ok()))
            .filter(|(h, m)| *h < 24 && *m < 60);
    }
    let zone = fields.one("zone");
    date.zone = (!zone.is_empty() && date.time.is_some()).then_some(zone);
    Ok(Some(Value::When(When::On(date))))
}

/// "German (C1), English". A language the reader does not know stays as typed.
fn languages(text: &str) -> Vec<Language> {
    let language = |piece: String| {
        let (name, level) = match piece.split_once('(') {
            Some((name, level)) => (name.trim(), level.trim_end_matches(')').trim()),
            None => (piece.as_str(), ""),
        };
        Language {
            name: named(name).unwrap_or(name).to_string(),
            level: (!level.is_empty()).then(|| level.to_string()),
        }
    };
    pieces(text, ',').into_iter().map(language).collect()
}

fn extras(text: &str, before: Option<&Value>) -> Vec<Extra> {
    let old: &[Extra] = match before {
        Some(Value::Extras(list)) => list,
        _ => &[],
    };
    let extra = |text: String| {
        let same = old.iter().find(|e| e.text == text);
        Extra {
            kind: same.map_or(ExtraKind::Other, |e| e.kind),
            text,
        }
    };
    pieces(text, ';').into_iter().map(extra).collect()
}

fn skills(text: &str, before: Option<&Value>) -> Vec<Skill> {
    let old: &[Skill] = match before {
        Some(Value::Skills(list)) => list,
        _ => &[],
    };
    let skill = |name: String| {
        let same = old.iter().find(|s| s.name == name);
        Skill {
            asked: same.map_or(Asked::Named, |s| s.asked),
            name,
        }
    };
    pieces(text, ',').into_iter().map(skill).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::tongue::ENGLISH;

    struct Typed<'a>(&'a [(&'a str, &'a str)]);

    impl Fields for Typed<'_> {
        fn all(&self, name: &str) -> Vec<String> {
            let named = self.0.iter().filter(|(n, _)| *n == name);
            named.map(|(_, v)| (*v).to_string()).collect()
        }
    }

    fn check(kind: FactKind, fields: &[(&str, &str)], expected: &str) {
        let read_on = Day::parse("2026-11-20").unwrap();
        let got = match typed(&ENGLISH, kind, &Typed(fields), None) {
            Ok(Some(value)) => {
                assert!(kind.takes(&value), "{kind:?}");
                value.words(read_on)
            }
            Ok(None) => "not stated".into(),
            Err(error) => format!("! {error}"),
        };
        assert_eq!(got, expected, "{kind:?} {fields:?}");
    }

    #[test]
    fn figures_are_written_in_many_ways() {
        let cases = [
            ("48000", 48e3),
            ("48,000", 48e3),
            ("48.000", 48e3),
            ("48 000", 48e3),
            ("48’000", 48e3),
            ("1.250.000", 125e4),
            ("48,000.50", 48_000.5),
            ("48.000,50", 48_000.5),
            ("21.40", 21.4),
            ("21,4", 21.4),
            ("4,5", 4.5),
            ("0.125", 0.125),
        ];
        for (text, n) in cases {
            assert_eq!(number(&ENGLISH, text), Ok(Some(n)), "{text}");
        }
        for text in ["1,2,3x", "much", "1.2.", "-4"] {
            assert!(number(&ENGLISH, text).is_err(), "{text}");
        }
    }

    #[test]
    fn fields_become_values() {
        use FactKind::*;
        check(Title, &[("text", "  Weaver ")], "Weaver");
        check(Title, &[("text", " ")], "not stated");
        check(Hours, &[("text", "30 a week")], "30 a week");
        check(
            Pay,
            &[
                ("min", "31,000"),
                ("max", "36500"),
                ("currency", "eur"),
                ("period", "a year"),
            ],
            "€31,000 – €36,500 a year",
        );
        check(
            Pay,
            &[("min", ""), ("max", "20"), ("currency", ""), ("period", "")],
            "up to 20",
        );
        check(Pay, &[("min", ""), ("max", "")], "not stated");
        check(
            Pay,
            &[("min", "5"), ("max", "4")],
            "! The minimum is more than the maximum.",
        );
        check(Pay, &[("min", "much")], "! “much” is not a number.");
        check(
            Pay,
            &[("min", "5"), ("currency", "shells")],
            "! “shells” is no currency Rolecard knows: write its code, such as EUR.",
        );
        check(
            Deadline,
            &[("date", "2026-12-14"), ("time", "17:30"), ("zone", "CET")],
            "14 December 2026, 17:30 CET",
        );
        check(Posted, &[("date", "")], "not stated");
        check(
            Start,
            &[("date", ""), ("soon", "on")],
            "as soon as possible",
        );
        check(
            Location,
            &[("text", "Leeds, UK; York;;Leeds, UK")],
            "Leeds, UK; York",
        );
        check(WorkMode, &[("choice", "Hybrid")], "Hybrid");
        check(WorkMode, &[("choice", "")], "not stated");
        check(
            Level,
            &[("choice", "Grand")],
            "! “Grand” is none of the choices.",
        );
        check(Education, &[("choice", "Doctorate")], "Doctorate");
        check(WorkPermit, &[("choice", "no")], "No visa sponsorship");
        check(
            Employment,
            &[("choice", "part time"), ("choice", "permanent")],
            "Part time, permanent",
        );
        check(Experience, &[("years", "2.5")], "2.5 years");
        check(
            Experience,
            &[("years", "300")],
            "! More than 60 years cannot be.",
        );
        check(
            Languages,
            &[("text", "deutsch (C1), English")],
            "German (C1), English",
        );
        check(Languages, &[("text", "Frisian")], "Frisian");
        check(Skills, &[("text", "SQL, CAD,\nSQL")], "SQL, CAD");
        check(
            Extras,
            &[("text", "25 days of leave; tram ticket")],
            "25 days of leave, tram ticket",
        );
    }

    #[test]
    fn what_the_fields_do_not_show_is_kept() {
        let skill = |asked| {
            Value::Skills(vec![Skill {
                name: "SQL".into(),
                asked,
            }])
        };
        let before = skill(Asked::Must);
        let got = typed(
            &ENGLISH,
            FactKind::Skills,
            &Typed(&[("text", "SQL")]),
            Some(&before),
        );
        assert_eq!(got, Ok(Some(before)));
    }
}
