//! The hours a week of a job: what the person says, else what the posting does, else what is usual. Never
//! guessed from a day's or a year's hours.

use super::settings::{Terms, WorkingTime};

/// The hours a week of a job: the person's word, else what the posting says in `stated`, else the
/// person's usual.
#[must_use]
pub fn hours_a_week(terms: Option<&Terms>, stated: Option<&str>, usual: WorkingTime) -> f64 {
    let entered = terms.and_then(|t| t.hours_a_week);
    let read = || stated.and_then(hours_in);
    let within = |n: &f64| (1.0..=100.0).contains(n);
    entered
        .filter(within)
        .or_else(read)
        .unwrap_or(usual.sound().hours_a_week)
}

/// The hours that words such as "37.5 hours a week" name: their first number, if it can be a week's.
/// Words about a day, a month or a year name none.
fn hours_in(words: &str) -> Option<f64> {
    let key = crate::job::WordsKey::new(words);
    let other = [
        "day",
        "tag",
        "jour",
        "dia",
        "giorno",
        "dag",
        "month",
        "monat",
        "mois",
        "mes",
        "maand",
        "manad",
        "year",
        "jahr",
        "per annum",
    ];
    if key
        .as_str()
        .split(' ')
        .any(|w| other.iter().any(|o| w.starts_with(o)))
    {
        return None;
    }
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let rest = &words[start..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(rest.len());
    let figure = rest[..end].trim_end_matches(['.', ',']);
    let places = figure.len() - figure.find(['.', ',']).map_or(figure.len(), |at| at + 1);
    if places == 3 {
        // thousands: "1,950 hours" are a year's
        return None;
    }
    let n: f64 = figure.replace(',', ".").parse().ok()?;
    (1.0..=80.0).contains(&n).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_the_persons_else_the_postings_else_the_usual() {
        let usual = WorkingTime::default();
        let cases = [
            ("stated", "37.5 hours a week", 37.5),
            ("with a comma", "38,5 Std./Woche", 38.5),
            ("a range", "32-40 hours", 32.0),
            ("a day's", "8 hours a day", 40.0),
            ("of the clock, named as such", "Schichten", 40.0),
            ("a year's", "1,950 hours", 40.0),
        ];
        for (name, words, hours) in cases {
            let got = hours_a_week(None, Some(words), usual);
            assert!((got - hours).abs() < 1e-9, "{name}: {got}");
        }
        let terms = Terms {
            hours_a_week: Some(35.0),
            ..Terms::default()
        };
        assert!((hours_a_week(Some(&terms), Some("40 hours"), usual) - 35.0).abs() < 1e-9);
    }
}
