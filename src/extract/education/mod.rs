//! The level of education asked for: the least that is accepted. Never what is only preferred, and never
//! a "degree of" something.

mod asked;
mod degree;

use super::document::Document;
use super::experience::under_wishes;
use super::facts::*;
use super::label::Label;
use super::lexicon::{Hit, Lexicon};
use asked::{waived, weigh};
use degree::{french, level};

static DEGREES: Lexicon = Lexicon::of("degrees");

/// A degree named in the text, and how it is asked for.
struct Named {
    level: Education,
    hit: Hit,
    weight: i32,
}

/// The minimum level accepted.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Option<Fact<Education>> {
    let mut named = Vec::new();
    for (i, line) in doc.worded() {
        let wished = line.label == Label::Nice && under_wishes(doc, i);
        if line.label == Label::Noise || wished {
            continue;
        }
        let years: Vec<_> = french(doc, line.words.clone()).collect();
        // "niveau bac +2" is more than "niveau bac"
        let hits = DEGREES.find(doc, line.words.clone()).filter(|h| {
            years.is_empty()
                || !years
                    .iter()
                    .any(|y| y.words.start < h.words.end && h.words.start < y.words.end)
        });
        for hit in hits.chain(years.iter().cloned()) {
            let Some(mut level) = level(hit.value) else {
                continue;
            };
            let mut hit = hit;
            if let Some(words) = waived(doc, &hit) {
                level = Education::NoneRequired;
                hit.span = doc.span_of(words);
            }
            if let Some(weight) = weigh(doc, i, &hit, level) {
                named.push(Named { level, hit, weight });
            }
        }
    }
    let top = named.iter().map(|n| n.weight).max()?;
    named.retain(|n| n.weight >= top - 15);
    let least = named.iter().map(|n| n.level).min()?;
    let mut evidence: Vec<_> = named
        .iter()
        .filter(|n| n.level == least)
        .map(|n| n.hit.span)
        .collect();
    evidence.truncate(3);
    Some(Fact {
        value: least,
        evidence,
        reason: "the least of the degrees asked for",
    })
}

#[cfg(test)]
mod tests {
    use super::super::lang::Lang;
    use super::*;

    fn least(text: &str, label: Label) -> Option<Education> {
        let mut doc = Document::new(text);
        doc.lang = Some(Lang("en"));
        for line in &mut doc.lines {
            line.label = label;
        }
        read(&doc, &Facts::default()).map(|f| f.value)
    }

    #[test]
    fn the_least_level_accepted() {
        use Education::*;
        let cases = [
            ("Bachelor's or Master's degree in biology", Some(Bachelor)),
            (
                "Bachelor’s degree required, Master’s degree preferred",
                Some(Bachelor),
            ),
            ("A degree in law or equivalent experience", Some(Bachelor)),
            ("High school diploma or GED", Some(HighSchool)),
            (
                "Associate's or Bachelor's degree in nursing",
                Some(Associate),
            ),
            (
                "Master's in physics – required. PhD – preferred.",
                Some(Master),
            ),
            ("PhD in statistics", Some(Doctorate)),
            ("BS in chemistry", Some(Bachelor)),
            ("Abgeschlossene Ausbildung oder Studium", Some(Vocational)),
            ("Abgeschlossenes Studium der Chemie", Some(Bachelor)),
            ("Formation Bac +5 en informatique", Some(Master)),
            ("Diplôme de niveau Bac +2 en gestion", Some(Associate)),
            ("No high school diploma needed.", Some(NoneRequired)),
            ("Kein Abitur erforderlich", Some(NoneRequired)),
            ("Titulación universitaria en derecho", Some(Bachelor)),
            ("Ensino superior completo", Some(Bachelor)),
            ("Laurea magistrale in economia", Some(Master)),
            ("Hbo werk- en denkniveau", Some(Bachelor)),
            ("Gymnasieutbildning", Some(HighSchool)),
            ("No degree required", Some(NoneRequired)),
            ("Degree preferred", None),
            ("A high degree of independence", None),
            ("Currently pursuing a bachelor's degree", None),
            ("Certified Scrum Master", None),
        ];
        for (text, want) in cases {
            assert_eq!(least(text, Label::Must), want, "{text}");
        }
    }

    #[test]
    fn prose_and_preferences_set_no_level() {
        assert_eq!(least("A Master's degree", Label::Nice), None);
        assert_eq!(least("Tuition help for your degree", Label::Benefit), None);
        assert_eq!(
            least("We were founded by high school friends", Label::About),
            None
        );
    }
}
