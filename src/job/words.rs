//! Values in words, as the card and the list say them: in plain English, or in a [`Tongue`], whatever
//! the posting's language. The posting's own words stay as written.

use super::clock::Day;
use super::fact::Value;
use super::tongue::{DateForm, ENGLISH, Tongue};
use crate::extract::date::{Date, When};
use crate::extract::pay::{Pay, Period};
use crate::extract::{Education, Employment, PerkKind, Seniority, WorkMode};

impl Value {
    /// The value in plain English. `read_on` is the day that "3 days ago" counts from.
    #[must_use]
    pub fn words(&self, read_on: Day) -> String {
        self.words_in(&ENGLISH, read_on)
    }

    /// The value in the words of `tongue`. `read_on` is the day that "3 days ago" counts from.
    #[must_use]
    pub fn words_in(&self, tongue: &Tongue, read_on: Day) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Pay(pay) => pay_in(tongue, pay),
            Self::When(when) => when_in(tongue, when, read_on),
            Self::Places(places) => places.join("; "),
            Self::Mode(mode) => tongue.t(mode_word(*mode)).to_string(),
            Self::Employment(kinds) => {
                let words: Vec<_> = kinds
                    .iter()
                    .map(|k| tongue.t(employment_word(*k)))
                    .collect();
                sentence(&words.join(", "))
            }
            Self::Level(level) => tongue.t(level_word(*level)).to_string(),
            Self::Years(years) => years_in(tongue, *years),
            Self::Education(level) => tongue.t(education_word(*level)).to_string(),
            Self::Languages(list) => {
                let one = |l: &crate::extract::Language| {
                    let name = tongue.said(&l.name);
                    match &l.level {
                        Some(level) => format!("{name} ({level})"),
                        None => name.to_string(),
                    }
                };
                list.iter().map(one).collect::<Vec<_>>().join(", ")
            }
            Self::Permit(true) => tongue.t("Sponsors a visa").to_string(),
            Self::Permit(false) => tongue.t("No visa sponsorship").to_string(),
            Self::Extras(list) => {
                let texts: Vec<_> = list.iter().map(|e| e.text.as_str()).collect();
                texts.join(", ")
            }
            Self::Skills(list) => {
                let names: Vec<_> = list.iter().map(|s| s.name.as_str()).collect();
                names.join(", ")
            }
        }
    }
}

/// `€48,000 – €54,000 a year`, `from $21.40 an hour`, `up to SEK 52,000 a month`.
#[must_use]
pub fn pay_words(pay: &Pay) -> String {
    pay_in(&ENGLISH, pay)
}

/// As [`pay_words`], in the words of `tongue`.
#[must_use]
pub fn pay_in(tongue: &Tongue, pay: &Pay) -> String {
    let mut words = range_in(tongue, pay.min, pay.max, pay.currency);
    if let Some(period) = pay.period.filter(|_| !words.is_empty()) {
        words.push(' ');
        words.push_str(tongue.t(period_words(period)));
    }
    words
}

/// `€48,000 – €54,000`, `from $21.40`; empty without ends.
#[must_use]
pub fn range_in(
    tongue: &Tongue,
    min: Option<f64>,
    max: Option<f64>,
    currency: Option<&'static str>,
) -> String {
    let amount = |n: f64| (tongue.money)(n, currency);
    match (min, max) {
        (Some(min), Some(max)) if min == max => amount(min),
        (Some(min), Some(max)) => (tongue.range)(min, max, currency),
        (Some(min), None) => tongue.fill("from {amount}", &[&amount(min)]),
        (None, Some(max)) => tongue.fill("up to {amount}", &[&amount(max)]),
        (None, None) => String::new(),
    }
}

/// As [`range_in`], `€48,000–54,000`: for narrow places.
#[must_use]
pub fn tight_in(
    tongue: &Tongue,
    min: Option<f64>,
    max: Option<f64>,
    currency: Option<&'static str>,
) -> String {
    let tongue = Tongue {
        range: tongue.tight,
        ..*tongue
    };
    range_in(&tongue, min, max, currency)
}

/// `€48,000 – €54,000`, `SEK 52,000 – 64,000`: a code is said once, a sign with each figure.
pub(super) fn range_in_english(min: f64, max: f64, currency: Option<&'static str>) -> String {
    let by_code = !matches!(currency, Some("USD" | "EUR" | "GBP" | "BRL"));
    let max = if by_code {
        number(max)
    } else {
        amount_words(max, currency)
    };
    let mut words = amount_words(min, currency);
    words.push_str(" – ");
    words.push_str(&max);
    words
}

/// "an hour", "a year".
#[must_use]
pub fn period_words(period: Period) -> &'static str {
    match period {
        Period::Hour => "an hour",
        Period::Day => "a day",
        Period::Week => "a week",
        Period::Month => "a month",
        Period::Year => "a year",
    }
}

/// `€48,000–54,000`, for narrow places.
pub(super) fn tight_in_english(min: f64, max: f64, currency: Option<&'static str>) -> String {
    let mut words = amount_words(min, currency);
    words.push('–');
    words.push_str(&number(max));
    words
}

/// A figure with as many places as it needs: two at most, below one four significant ones.
pub(super) fn decimal(n: f64) -> String {
    let by = if n.abs() >= 1.0 { 1e2 } else { 1e5 };
    ((n * by).round() / by).to_string()
}

/// `€48,000`, `SEK 52,000`, `52,000` where the currency is not known.
#[must_use]
pub fn amount_words(n: f64, currency: Option<&'static str>) -> String {
    let sign = match currency {
        Some("USD") => "$",
        Some("EUR") => "€",
        Some("GBP") => "£",
        Some("BRL") => "R$",
        Some(code) => return format!("{code}\u{a0}{}", number(n)),
        None => "",
    };
    format!("{sign}{}", number(n))
}

/// Thousands with commas; cents only where there are any.
#[must_use]
pub fn number(n: f64) -> String {
    let cents = (n * 100.0).round();
    let whole = (cents / 100.0).trunc();
    let digits = format!("{whole:.0}");
    let mut out = String::with_capacity(digits.len() + 4);
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    let rest = cents - whole * 100.0;
    if rest > 0.0 {
        out.push_str(&format!(".{rest:02.0}"));
    }
    out
}

/// `14 December 2026`, `December 2026`, `14 December 2026, 23:59 CET`, `as soon as possible`.
#[must_use]
pub fn when_words(when: &When, read_on: Day) -> String {
    when_in(&ENGLISH, when, read_on)
}

/// As [`when_words`], in the words of `tongue`.
#[must_use]
pub fn when_in(tongue: &Tongue, when: &When, read_on: Day) -> String {
    match when {
        When::On(_) | When::Yearless(_) => Day::dated(when, read_on)
            .map(|date| date_words(tongue, &date))
            .unwrap_or_default(),
        When::Relative(days) => (tongue.date)(read_on.plus(*days), DateForm::Whole),
        When::Soon => tongue.t("as soon as possible").to_string(),
    }
}

/// `14 December 2026`.
#[must_use]
pub fn day_words(day: Day) -> String {
    date_in_english(day, DateForm::Whole)
}

/// `14 Dec`, with the year if it is not `today`'s: for narrow places.
#[must_use]
pub fn day_short(day: Day, today: Day) -> String {
    day_short_in(&ENGLISH, day, today)
}

/// As [`day_short`], in the words of `tongue`.
#[must_use]
pub fn day_short_in(tongue: &Tongue, day: Day, today: Day) -> String {
    let form = if day.year() == today.year() {
        DateForm::Short
    } else {
        DateForm::ShortYear
    };
    (tongue.date)(day, form)
}

pub(super) fn date_in_english(day: Day, form: DateForm) -> String {
    let name = month_name(day.month());
    let short: String = name.chars().take(3).collect();
    match form {
        DateForm::Whole => format!("{} {name} {}", day.day(), day.year()),
        DateForm::Short => format!("{} {short}", day.day()),
        DateForm::ShortYear => format!("{} {short} {}", day.day(), day.year()),
        DateForm::Month => format!("{name} {}", day.year()),
    }
}

/// "today", "in 24 days", "2 days ago".
#[must_use]
pub fn days_away(day: Day, today: Day) -> String {
    away_in(&ENGLISH, day, today)
}

/// As [`days_away`], in the words of `tongue`.
#[must_use]
pub fn away_in(tongue: &Tongue, day: Day, today: Day) -> String {
    let days = day.days_from(today);
    let many = days.unsigned_abs() as usize;
    match days {
        0 => tongue.t("today").to_string(),
        1 => tongue.t("tomorrow").to_string(),
        -1 => tongue.t("yesterday").to_string(),
        n if n > 0 => tongue.count("in {n} day | in {n} days", many, &[]),
        _ => tongue.count("{n} day ago | {n} days ago", many, &[]),
    }
}

/// "closes in 3 days", "closed yesterday".
#[must_use]
pub fn closes_words(day: Day, today: Day) -> String {
    closes_in(&ENGLISH, day, today)
}

/// As [`closes_words`], in the words of `tongue`.
#[must_use]
pub fn closes_in(tongue: &Tongue, day: Day, today: Day) -> String {
    let away = away_in(tongue, day, today);
    match day < today {
        true => tongue.fill("closed {when}", &[&away]),
        false => tongue.fill("closes {when}", &[&away]),
    }
}

/// "posted 47 days ago".
#[must_use]
pub fn posted_words(day: Day, today: Day) -> String {
    posted_in(&ENGLISH, day, today)
}

/// As [`posted_words`], in the words of `tongue`.
#[must_use]
pub fn posted_in(tongue: &Tongue, day: Day, today: Day) -> String {
    tongue.fill("posted {when}", &[&away_in(tongue, day, today)])
}

fn date_words(tongue: &Tongue, date: &Date) -> String {
    let (month, form) = match (date.month, date.day) {
        (Some(month), Some(_)) => (month, DateForm::Whole),
        (Some(month), None) => (month, DateForm::Month),
        _ => (0, DateForm::Whole),
    };
    let day = Day::new(date.year.into(), month, date.day.unwrap_or(1));
    let mut words = match day {
        Some(day) => (tongue.date)(day, form),
        None => date.year.to_string(),
    };
    if let Some((hour, minute)) = date.time {
        words.push_str(&format!(", {hour:02}:{minute:02}"));
    }
    if let Some(zone) = &date.zone {
        words.push(' ');
        words.push_str(zone);
    }
    words
}

/// The month's English name; empty for a number that is no month.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::from(month)
        .checked_sub(1)
        .and_then(|at| NAMES.get(at))
        .unwrap_or(&"")
}

/// "5 years", "1 year", "6 months".
#[must_use]
pub fn years_words(years: f32) -> String {
    years_in(&ENGLISH, years)
}

/// As [`years_words`], in the words of `tongue`.
#[must_use]
pub fn years_in(tongue: &Tongue, years: f32) -> String {
    let months = (years * 12.0).round();
    if years == 0.0 {
        return tongue.t("none needed").to_string();
    }
    if months < 12.0 {
        return tongue.count("{n} month | {n} months", months as usize, &[]);
    }
    let tenths = (f64::from(years) * 10.0).round();
    if tenths % 10.0 == 0.0 {
        return tongue.count("{n} year | {n} years", (tenths / 10.0) as usize, &[]);
    }
    tongue.fill("{years} years", &[&(tongue.decimal)(tenths / 10.0)])
}

/// A work mode's name.
#[must_use]
pub fn mode_word(mode: WorkMode) -> &'static str {
    match mode {
        WorkMode::Remote => "Remote",
        WorkMode::Hybrid => "Hybrid",
        WorkMode::Onsite => "On site",
    }
}

/// What a kind of perk is called.
#[must_use]
pub fn perk_word(kind: PerkKind) -> &'static str {
    match kind {
        PerkKind::Leave => "Leave",
        PerkKind::Parental => "Parents",
        PerkKind::Retirement => "Retirement",
        PerkKind::Health => "Health",
        PerkKind::Learning => "Learning",
        PerkKind::Equipment => "Equipment",
        PerkKind::Meals => "Meals",
        PerkKind::Visa => "Visa help",
        PerkKind::Hours => "Hours",
        PerkKind::Values => "Values",
    }
}

/// A kind of employment, in small letters.
#[must_use]
pub fn employment_word(kind: Employment) -> &'static str {
    match kind {
        Employment::FullTime => "full time",
        Employment::PartTime => "part time",
        Employment::Contract => "contract",
        Employment::Temporary => "fixed term",
        Employment::Permanent => "permanent",
        Employment::Internship => "internship",
        Employment::Apprenticeship => "apprenticeship",
        Employment::Volunteer => "volunteer",
        Employment::Freelance => "freelance",
        Employment::PerDiem => "per diem",
    }
}

/// A level's name.
#[must_use]
pub fn level_word(level: Seniority) -> &'static str {
    match level {
        Seniority::Intern => "Intern",
        Seniority::Entry => "Entry level",
        Seniority::Mid => "Mid level",
        Seniority::Senior => "Senior",
        Seniority::Lead => "Lead",
        Seniority::Manager => "Manager",
        Seniority::Director => "Director",
        Seniority::Executive => "Executive",
    }
}

/// A level of education's name.
#[must_use]
pub fn education_word(level: Education) -> &'static str {
    match level {
        Education::NoneRequired => "None required",
        Education::HighSchool => "Secondary school",
        Education::Vocational => "Vocational training",
        Education::Associate => "Associate degree",
        Education::Bachelor => "Bachelor’s degree",
        Education::Master => "Master’s degree",
        Education::Doctorate => "Doctorate",
    }
}

/// `words` with a capital first letter.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_in_words() {
        let year = Some(Period::Year);
        let cases = [
            (
                Some(48e3),
                Some(54e3),
                Some("EUR"),
                year,
                "€48,000 – €54,000 a year",
            ),
            (
                Some(21.4),
                Some(21.4),
                Some("USD"),
                Some(Period::Hour),
                "$21.40 an hour",
            ),
            (
                None,
                Some(46_000.0),
                Some("GBP"),
                year,
                "up to £46,000 a year",
            ),
            (
                Some(1_250_000.0),
                None,
                Some("INR"),
                year,
                "from INR\u{a0}1,250,000 a year",
            ),
            (
                Some(52e3),
                Some(64e3),
                Some("SEK"),
                Some(Period::Month),
                "SEK\u{a0}52,000 – 64,000 a month",
            ),
            (Some(900.0), Some(900.0), None, None, "900"),
            (None, None, Some("EUR"), year, ""),
        ];
        for (min, max, currency, period, words) in cases {
            let pay = Pay {
                min,
                max,
                currency,
                period,
            };
            assert_eq!(pay_words(&pay), words);
        }
    }

    #[test]
    fn days_in_words() {
        let today = Day::parse("2026-11-20").unwrap();
        let cases = [
            ("2026-11-20", "today", "20 Nov"),
            ("2026-11-21", "tomorrow", "21 Nov"),
            ("2026-12-14", "in 24 days", "14 Dec"),
            ("2026-11-19", "yesterday", "19 Nov"),
            ("2025-11-20", "365 days ago", "20 Nov 2025"),
        ];
        for (day, away, short) in cases {
            let day = Day::parse(day).unwrap();
            assert_eq!(days_away(day, today), away);
            assert_eq!(day_short(day, today), short);
        }
        let away = |days| today.plus(days);
        assert_eq!(closes_words(away(3), today), "closes in 3 days");
        assert_eq!(closes_words(today, today), "closes today");
        assert_eq!(closes_words(away(-1), today), "closed yesterday");
        assert_eq!(posted_words(away(-47), today), "posted 47 days ago");
        let date = Day::parse("2026-12-14").unwrap().to_date();
        let cases = [
            (When::On(date.clone()), "14 December 2026"),
            (
                When::On(Date {
                    day: None,
                    ..date.clone()
                }),
                "December 2026",
            ),
            (
                When::On(Date {
                    day: None,
                    month: None,
                    ..date.clone()
                }),
                "2026",
            ),
            (When::Relative(-3), "17 November 2026"),
            (When::Soon, "as soon as possible"),
        ];
        for (when, words) in cases {
            assert_eq!(when_words(&when, today), words);
        }
        let zone = Some("CET".to_string());
        let at_noon = Date {
            time: Some((12, 5)),
            zone,
            ..date
        };
        assert_eq!(
            when_words(&When::On(at_noon.clone()), today),
            "14 December 2026, 12:05 CET"
        );
        let yearless = |month| {
            When::Yearless(Date {
                year: 0,
                month: Some(month),
                ..at_noon.clone()
            })
        };
        assert_eq!(
            when_words(&yearless(12), today),
            "14 December 2026, 12:05 CET"
        );
        assert_eq!(when_words(&yearless(3), today), "14 March 2027, 12:05 CET");
    }

    #[test]
    fn other_values_in_words() {
        let today = Day::parse("2026-11-20").unwrap();
        let employment = vec![Employment::Permanent, Employment::FullTime];
        let cases = [
            (Value::Years(0.5), "6 months"),
            (Value::Years(1.0), "1 year"),
            (Value::Years(2.5), "2.5 years"),
            (Value::Years(10.0), "10 years"),
            (Value::Employment(employment), "Permanent, full time"),
            (Value::Permit(false), "No visa sponsorship"),
            (
                Value::Places(vec!["Ghent".into(), "Lyon".into()]),
                "Ghent; Lyon",
            ),
        ];
        for (value, words) in cases {
            assert_eq!(value.words(today), words);
        }
    }
}
