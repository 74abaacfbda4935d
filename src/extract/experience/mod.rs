//! Years of experience asked for: the largest among those required, each range at its lower end. Never
//! a company's age, a contract's length, an age, or what is only preferred.

mod required;
mod years;

use super::candidate::{Candidate, resolve};
use super::document::Document;
use super::facts::*;
use required::required;
pub(super) use required::under_wishes;
pub use years::{Years, at};

/// The smallest number of years that is required.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Option<Fact<f32>> {
    let mut candidates = Vec::new();
    let mut i = 0;
    while i < doc.words.len() {
        let Some(years) = at(doc, i) else {
            i += 1;
            continue;
        };
        i = years.words.end;
        if years.least > 0.0
            && let Some((weight, reason)) = required(doc, &years)
        {
            candidates.push(Candidate {
                value: years.least,
                evidence: years.span,
                weight,
                reason,
            });
        }
    }
    // of several demands of like weight, the largest: who has that has the others
    let top = candidates.iter().map(|c| c.weight).max()?;
    candidates.retain(|c| c.weight >= top - 25);
    let most = candidates.iter().map(|c| c.value).fold(0.0, f32::max);
    candidates.retain(|c| c.value >= most);
    // in the text's order: the heaviest is among the first, and a few are evidence enough
    candidates.truncate(20);
    let mut fact = resolve(&candidates)?;
    fact.evidence.truncate(3);
    Some(fact)
}

#[cfg(test)]
mod tests {
    use super::super::label::Label;
    use super::super::lang::Lang;
    use super::*;

    fn years(text: &str, lang: &'static str, label: Label) -> Option<f32> {
        let mut doc = Document::new(text);
        doc.lang = Some(Lang(lang));
        for line in &mut doc.lines {
            line.label = label;
        }
        read(&doc, &Facts::default()).map(|f| f.value)
    }

    #[test]
    fn years_required() {
        let cases = [
            ("3-5 years of nursing experience", "en", Some(3.0)),
            ("5+ yrs in a kitchen", "en", Some(5.0)),
            ("At least five years’ experience in sales", "en", Some(5.0)),
            (
                "Minimum of one (1) year of driving experience",
                "en",
                Some(1.0),
            ),
            ("Mindestens 3 Jahre Berufserfahrung", "de", Some(3.0)),
            ("Mehrjährige Berufserfahrung", "de", None),
            ("Fünfjährige Erfahrung im Handel", "de", Some(5.0)),
            ("2-3 ans d'expérience en cuisine", "fr", Some(2.0)),
            ("Al menos 2 años de experiencia", "es", Some(2.0)),
            ("Mínimo de 4 anos de experiência", "pt", Some(4.0)),
            ("Almeno due anni di esperienza", "it", Some(2.0)),
            ("Minimaal 5 jaar werkervaring", "nl", Some(5.0)),
            ("Minst fyra års erfarenhet av bokföring", "sv", Some(4.0)),
            (
                "7+ years of Java experience\n2+ years of SQL experience",
                "en",
                Some(7.0),
            ),
            ("6 months of experience in a warehouse", "en", Some(0.5)),
            ("10 or more years of experience", "en", Some(10.0)),
            (
                "4 years of experience, preferably in retail",
                "en",
                Some(4.0),
            ),
        ];
        for (text, lang, want) in cases {
            assert_eq!(years(text, lang, Label::Must), want, "{text}");
        }
    }

    #[test]
    fn years_of_something_else() {
        let cases = [
            ("We are a 30-year-old company.", Label::About),
            ("Our team has over 25 years of experience.", Label::About),
            ("A 12 months contract", Label::Meta),
            ("10 weeks of training", Label::Must),
            ("Must be at least 21 years of age", Label::Must),
            ("Two years of experience preferred", Label::Must),
            ("3 years of experience", Label::Nice),
            ("A two-year degree", Label::Must),
            ("We will grow in the next 5 years", Label::About),
        ];
        for (text, label) in cases {
            assert_eq!(years(text, "en", label), None, "{text}");
        }
    }
}
