//! The years a requirement asks for.

use std::ops::Range;

use super::words::WORDS;
use crate::extract::document::Document;

/// Number words of eight languages, from one to ten, by their folded form.
const SPELLED: &[(&str, f32)] = &[
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("ten", 10.0),
    ("ein", 1.0),
    ("eines", 1.0),
    ("zwei", 2.0),
    ("drei", 3.0),
    ("vier", 4.0),
    ("funf", 5.0),
    ("sechs", 6.0),
    ("zehn", 10.0),
    ("un", 1.0),
    ("deux", 2.0),
    ("trois", 3.0),
    ("quatre", 4.0),
    ("cinq", 5.0),
    ("dix", 10.0),
    ("dos", 2.0),
    ("tres", 3.0),
    ("cuatro", 4.0),
    ("cinco", 5.0),
    ("diez", 10.0),
    ("dois", 2.0),
    ("quatro", 4.0),
    ("dez", 10.0),
    ("due", 2.0),
    ("tre", 3.0),
    ("quattro", 4.0),
    ("cinque", 5.0),
    ("dieci", 10.0),
    ("twee", 2.0),
    ("drie", 3.0),
    ("vijf", 5.0),
    ("tien", 10.0),
    ("ett", 1.0),
    ("tva", 2.0),
    ("fyra", 4.0),
    ("fem", 5.0),
    ("tio", 10.0),
];

/// The largest number of years asked for in the words, by the lower end of each range. An age is none.
#[must_use]
pub fn read(doc: &Document<'_>, words: Range<usize>) -> Option<f32> {
    let mut most: Option<f32> = None;
    for hit in WORDS.year.find(doc, words.clone()) {
        let next = hit.words.end;
        let age = (next..words.end.min(next + 2)).any(|i| {
            matches!(
                doc.folded(i),
                "old" | "age" | "alt" | "edad" | "idade" | "eta" | "gammal" | "oud"
            )
        });
        if age {
            continue;
        }
        if let Some(n) = before(doc, words.start, hit.words.start) {
            most = Some(most.map_or(n, |m| m.max(n)));
        }
    }
    most
}

/// The number that ends before word `at`, the lower one of a range.
fn before(doc: &Document<'_>, from: usize, at: usize) -> Option<f32> {
    let low = at.saturating_sub(5).max(from);
    let last = (low..at)
        .rev()
        .take(3)
        .find(|i| number(doc, *i).is_some())?;
    let n = number(doc, last)?;
    // "3 - 5", "2 to 4", "1.5"
    if last > low {
        let gap = doc.gap(last - 1);
        if let Some(lower) = number(doc, last - 1) {
            let whole = matches!(gap, "." | ",");
            if whole && doc.word_str(last).len() == 1 && n > 0.0 {
                return Some(lower + n / 10.0);
            }
            if gap.contains(['-', '–', '—', '/']) && lower < n {
                return Some(lower);
            }
        }
        let to = matches!(
            doc.folded(last - 1),
            "to" | "or" | "bis" | "oder" | "a" | "ou" | "o" | "tot" | "of" | "till" | "eller"
        );
        if to
            && last > low + 1
            && let Some(lower) = number(doc, last - 2)
            && lower < n
        {
            return Some(lower);
        }
    }
    Some(n)
}

fn number(doc: &Document<'_>, i: usize) -> Option<f32> {
    let word = doc.folded(i);
    if let Some((_, n)) = SPELLED.iter().find(|(w, _)| *w == word) {
        return Some(*n);
    }
    let digits = word.trim_end_matches('+');
    let n = (digits.len() <= 2).then(|| digits.parse::<u8>().ok())??;
    let n = f32::from(n);
    (n > 0.0 && n <= 40.0).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_by_the_lower_end() {
        let cases = [
            ("5+ years of welding", Some(5.0)),
            ("3-5 years", Some(3.0)),
            ("3 to 5 yrs", Some(3.0)),
            ("mindestens zwei Jahre", Some(2.0)),
            ("1,5 Jahre", Some(1.5)),
            ("2 à 3 ans d'expérience", Some(2.0)),
            ("al menos 4 años", Some(4.0)),
            ("five (5) years", Some(5.0)),
            ("at least 18 years old", None),
            ("a few years", None),
            ("2 years of Java and 4 years of SQL", Some(4.0)),
        ];
        for (text, want) in cases {
            let doc = Document::new(text);
            assert_eq!(read(&doc, 0..doc.words.len()), want, "{text}");
        }
    }
}
