//! What the page says, in the person's language. English stands in the code and is its own key; other
//! languages are files of `public/words/`. Words of a posting, and what the person typed, never pass
//! through here. The language is chosen before the page starts and holds until it is loaded again.

use std::sync::OnceLock;

use super::App;
use crate::browser::intl;
use crate::extract::date::When;
use crate::extract::pay::Pay;
use crate::job::tongue::{Catalogue, DateForm, ENGLISH, Tongue};
use crate::job::{Day, Value, words};
use crate::store::Trouble;

/// The name of the chosen language among the preferences, where `public/boot.js` looks for it.
const LANGUAGE: &str = "language";

static WORDS: OnceLock<Option<Catalogue>> = OnceLock::new();

/// The words of the language, `None` in English.
fn catalogue() -> Option<&'static Catalogue> {
    let fetched = || intl::words().map(|text| Catalogue::new(Box::leak(text.into_boxed_str())));
    WORDS.get_or_init(fetched).as_ref()
}

/// The person's language.
pub const HERE: Tongue = Tongue {
    word: |english| catalogue().and_then(|words| words.find(english)),
    form: |n| match catalogue() {
        Some(_) => intl::form(n),
        None => (ENGLISH.form)(n),
    },
    number: |n| (HERE.money)(n, None),
    decimal: |n| match catalogue() {
        Some(_) => intl::decimal(n),
        None => (ENGLISH.decimal)(n),
    },
    money: |n, code| match catalogue() {
        Some(_) => intl::money(n, code.unwrap_or_default()),
        None => (ENGLISH.money)(n, code),
    },
    range: |min, max, code| match catalogue() {
        Some(_) => intl::range(min, max, code.unwrap_or_default()),
        None => (ENGLISH.range)(min, max, code),
    },
    tight: |min, max, code| match catalogue() {
        Some(_) => intl::range(min, max, code.unwrap_or_default()),
        None => (ENGLISH.tight)(min, max, code),
    },
    date: |day, form| match catalogue() {
        Some(_) => intl::date((day.year(), day.month(), day.day()), form as u8),
        None => (ENGLISH.date)(day, form),
    },
};

/// The words for an English text; the text itself where there are none.
#[must_use]
#[inline(never)]
pub fn t(english: &'static str) -> &'static str {
    HERE.t(english)
}

/// As [`t`], for a text that comes from elsewhere: what has no words stays as it is.
#[must_use]
pub fn said(english: &str) -> &str {
    HERE.said(english)
}

/// A sentence with gaps, `{met} of {asked} met`; the values stand in the order of the English gaps.
#[must_use]
#[inline(never)]
pub fn fill(english: &'static str, values: &[&str]) -> String {
    HERE.fill(english, values)
}

/// A sentence by number, `{n} day | {n} days`. The number is the first value.
#[must_use]
#[inline(never)]
pub fn count(english: &'static str, n: usize, values: &[&str]) -> String {
    HERE.count(english, n, values)
}

/// Why something could not be stored or read.
#[must_use]
#[inline(never)]
pub fn why(trouble: &Trouble) -> String {
    trouble.words(&HERE)
}

/// A fact's value.
#[must_use]
pub fn value_words(value: &Value, read_on: Day) -> String {
    value.words_in(&HERE, read_on)
}

/// `€48,000 – €54,000 a year`.
#[must_use]
pub fn pay_words(pay: &Pay) -> String {
    words::pay_in(&HERE, pay)
}

/// `€48,000`.
#[must_use]
pub fn amount_words(n: f64, currency: Option<&'static str>) -> String {
    (HERE.money)(n, currency)
}

/// `2.5`.
#[must_use]
pub fn decimal(n: f64) -> String {
    (HERE.decimal)(n)
}

/// `1,234.50`.
#[must_use]
pub fn number(n: f64) -> String {
    (HERE.number)(n)
}

/// `14 December 2026, 23:59 CET`.
#[must_use]
pub fn when_words(when: &When, read_on: Day) -> String {
    words::when_in(&HERE, when, read_on)
}

/// `14 December 2026`.
#[must_use]
pub fn day_words(day: Day) -> String {
    (HERE.date)(day, DateForm::Whole)
}

/// `14 Dec`, with the year if it is not `today`'s: for narrow places.
#[must_use]
pub fn day_short(day: Day, today: Day) -> String {
    words::day_short_in(&HERE, day, today)
}

/// "today", "in 24 days", "2 days ago".
#[must_use]
pub fn days_away(day: Day, today: Day) -> String {
    words::away_in(&HERE, day, today)
}

/// "closes in 3 days", "closed yesterday".
#[must_use]
pub fn closes_words(day: Day, today: Day) -> String {
    words::closes_in(&HERE, day, today)
}

/// "posted 47 days ago".
#[must_use]
pub fn posted_words(day: Day, today: Day) -> String {
    words::posted_in(&HERE, day, today)
}

/// "5 years", "6 months".
#[must_use]
pub fn years_words(years: f32) -> String {
    words::years_in(&HERE, years)
}

/// A page to read that the language has, by the name of its file.
pub async fn page_to_read(name: &'static str) -> Option<String> {
    catalogue()?;
    intl::page(name).await
}

/// The language the page is in, by its code.
#[must_use]
pub fn language() -> String {
    intl::language()
}

/// The languages there are besides English: code and own name.
#[must_use]
pub fn languages() -> Vec<(String, String)> {
    intl::languages()
}

impl App {
    /// Keeps the language and loads the page again in it; what is typed is kept as on every leave.
    pub fn speak(self, code: &str) {
        if self.prefer(LANGUAGE, code) {
            intl::reload();
        }
    }
}
