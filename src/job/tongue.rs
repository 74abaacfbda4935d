//! How things are said: a catalogue of the page's words in another language, gaps in sentences, forms
//! by count, and figures and dates in that language's way. English stands in the code and is its own
//! key, so a page in English needs no catalogue. Pure: the tongue is an argument, as the clock is.
//! Never holds a word of a posting.

use super::clock::Day;

/// A language to say things in. What is saved and what goes into files is said in [`ENGLISH`].
#[derive(Clone, Copy)]
pub struct Tongue {
    /// The words for an English text, if there are any.
    pub word: fn(&str) -> Option<&'static str>,
    /// Which of the forms of a word goes with a number, from 0.
    pub form: fn(usize) -> usize,
    /// A number; cents only where there are any.
    pub number: fn(f64) -> String,
    /// A number with a tenth or a hundredth where it has one.
    pub decimal: fn(f64) -> String,
    /// An amount of money.
    pub money: fn(f64, Option<&'static str>) -> String,
    /// A range of money of which the first is less.
    pub range: fn(f64, f64, Option<&'static str>) -> String,
    /// The same for narrow places.
    pub tight: fn(f64, f64, Option<&'static str>) -> String,
    /// A day.
    pub date: fn(Day, DateForm) -> String,
}

/// How much of a day is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// `14 December 2026`
    Whole,
    /// `14 Dec`
    Short,
    /// `14 Dec 2026`
    ShortYear,
    /// `December 2026`
    Month,
}

/// Plain English.
pub const ENGLISH: Tongue = Tongue {
    word: |_| None,
    form: |n| usize::from(n != 1),
    number: super::words::number,
    decimal: super::words::decimal,
    money: super::words::amount_words,
    range: super::words::range_in_english,
    tight: super::words::tight_in_english,
    date: super::words::date_in_english,
};

/// Marks a text that stands in a table and is said where it is shown.
#[must_use]
pub const fn mark(english: &'static str) -> &'static str {
    english
}

impl Tongue {
    /// The words for an English text.
    #[must_use]
    pub fn t(&self, english: &'static str) -> &'static str {
        (self.word)(english).unwrap_or(english)
    }

    /// As [`Self::t`], for a name that the reader gives, such as a language's.
    #[must_use]
    pub fn said<'a>(&self, english: &'a str) -> &'a str {
        (self.word)(english).unwrap_or(english)
    }

    /// A sentence with gaps, `{met} of {asked} met`: the values stand in the order of the gaps of the
    /// English text, whatever the order in the language is.
    #[must_use]
    pub fn fill(&self, english: &'static str, values: &[&str]) -> String {
        filled(self.t(english), english, values)
    }

    /// A sentence with forms by number, `{n} day | {n} days`. The number is the first value.
    #[must_use]
    pub fn count(&self, english: &'static str, n: usize, values: &[&str]) -> String {
        let says = self.t(english);
        // A text that has no words yet keeps the English forms.
        let form = match std::ptr::eq(says, english) {
            true => (ENGLISH.form)(n),
            false => (self.form)(n),
        };
        let number = n.to_string();
        let mut all = vec![number.as_str()];
        all.extend_from_slice(values);
        let one = english.split(" | ").next().unwrap_or(english);
        let last = says.split(" | ").last().unwrap_or(says);
        // The English form with the most gaps names them; the first has all that need a value.
        let names = english
            .split(" | ")
            .max_by_key(|form| form.matches('{').count());
        filled(
            says.split(" | ").nth(form).unwrap_or(last),
            names.unwrap_or(one),
            &all,
        )
    }
}

/// `says` with each gap filled by the value whose place the gap of that name has in `english`.
fn filled(says: &str, english: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(says.len() + 16);
    let mut rest = says;
    while let Some((before, name, after)) = gap(rest) {
        out.push_str(before);
        let mut place = 0;
        let mut names = english;
        while let Some((_, other, behind)) = gap(names) {
            if other == name {
                out.push_str(values.get(place).copied().unwrap_or_default());
                break;
            }
            (names, place) = (behind, place + 1);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before the first gap of `text`, the gap's name, and the rest.
fn gap(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// The words of one language: lines `English = other`, in the order of their bytes.
pub struct Catalogue {
    lines: Vec<(&'static str, &'static str)>,
}

impl Catalogue {
    /// Takes the lines of a file. A line `#` is a remark; one that is no pair is left out.
    #[must_use]
    pub fn new(file: &'static str) -> Self {
        let mut lines = Vec::with_capacity(file.len() / 40);
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some(pair) = line.split_once(" = ") {
                lines.push(pair);
            }
        }
        Self { lines }
    }

    /// The words for `english`, if the file has them.
    #[must_use]
    pub fn find(&self, english: &str) -> Option<&'static str> {
        let at = self
            .lines
            .binary_search_by(|(key, _)| (*key).cmp(english))
            .ok()?;
        Some(self.lines[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn backwards(english: &str) -> Option<&'static str> {
        match english {
            "{met} of {asked} met" => Some("von {asked} sind {met} da"),
            "{n} day for {who} | {n} days for {who}" => Some("{who}: {n} Tag | {who}: {n} Tage"),
            _ => None,
        }
    }

    const OTHER: Tongue = Tongue {
        word: backwards,
        ..ENGLISH
    };

    #[test]
    fn gaps_are_filled_by_name() {
        let said = |tongue: &Tongue| tongue.fill("{met} of {asked} met", &["3", "5"]);
        assert_eq!(said(&ENGLISH), "3 of 5 met");
        assert_eq!(said(&OTHER), "von 5 sind 3 da");
        // A value with braces is a value, and what has no value is left empty.
        assert_eq!(ENGLISH.fill("{a}, {b}", &["{b}"]), "{b}, ");
    }

    #[test]
    fn forms_go_with_numbers() {
        let id = "{n} day for {who} | {n} days for {who}";
        let cases = [
            (0, "0 days for you", "you: 0 Tage"),
            (1, "1 day for you", "you: 1 Tag"),
            (7, "7 days for you", "you: 7 Tage"),
        ];
        for (n, english, other) in cases {
            assert_eq!(ENGLISH.count(id, n, &["you"]), english);
            assert_eq!(OTHER.count(id, n, &["you"]), other);
        }
        assert_eq!(OTHER.count("One day | {n} days", 1, &[]), "One day");
        assert_eq!(OTHER.count("One day | {n} days", 2, &[]), "2 days");
    }

    #[test]
    fn a_catalogue_is_lines() {
        let words = Catalogue::new(
            "# Deutsch\n# one other\nJobs = Stellen\nSave job = Stelle speichern\n\nx\n",
        );
        assert_eq!(words.find("Jobs"), Some("Stellen"));
        assert_eq!(words.find("Save job"), Some("Stelle speichern"));
        assert_eq!(words.find("Save"), None);
    }
}
