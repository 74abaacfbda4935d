//! What kind of thing a requirement asks for.

use std::ops::Range;

use super::words::WORDS;
use crate::extract::document::Document;
use crate::extract::facts::RequirementKind;
use crate::extract::order;

/// The kind of the statement of these words; `skilled`: whether it names a hard skill; `years`: the
/// years it asks for.
#[must_use]
pub fn read(
    doc: &Document<'_>,
    words: Range<usize>,
    skilled: bool,
    years: Option<f32>,
) -> RequirementKind {
    use RequirementKind as Kind;
    let first = |head: &str| {
        let list = &WORDS.kind.iter().find(|(h, _)| *h == head)?.1;
        list.find(doc, words.clone()).next().map(|h| h.words.start)
    };
    let (education, licence, condition) =
        (first("education"), first("licence"), first("condition"));
    let (mut by_place, experience) = (Vec::new(), first("experience"));
    // what comes first in the statement is what it is about; years speak before what they are in
    for (at, kind) in [
        (education, Kind::Education),
        (licence, Kind::Licence),
        (condition, Kind::Condition),
    ] {
        if let Some(at) = at {
            by_place.push((at, kind));
        }
    }
    order::sort_by_key(&mut by_place, |(at, _)| *at);
    if let Some(at) = experience
        && years.is_some()
        && by_place
            .first()
            .is_none_or(|(other, kind)| *kind == Kind::Condition || at < *other)
    {
        return Kind::Experience;
    }
    if let Some((_, kind)) = by_place.first() {
        return *kind;
    }
    if first("language").is_some() && !skilled {
        return Kind::Language;
    }
    if skilled {
        return if years.is_some() {
            Kind::Experience
        } else {
            Kind::Skill
        };
    }
    let (quality, skill) = (first("trait"), first("skill"));
    match (quality, skill, experience) {
        (Some(t), Some(s), _) if s < t => Kind::Skill,
        (Some(t), _, Some(e)) if e < t => Kind::Experience,
        (Some(_), _, _) => Kind::Trait,
        (None, Some(_), None) => Kind::Skill,
        (None, _, Some(_)) => Kind::Experience,
        (None, None, None) => Kind::Trait,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_what_comes_first() {
        use RequirementKind::*;
        let cases = [
            (
                "Bachelor's degree in biology and three years of experience",
                false,
                Some(3.0),
                Education,
            ),
            (
                "Three years of experience or a bachelor's degree",
                false,
                Some(3.0),
                Experience,
            ),
            ("Current nursing licence", false, None, Licence),
            ("Führerschein Klasse B", false, None, Licence),
            ("Bereitschaft zur Schichtarbeit", false, None, Condition),
            ("Able to lift 20 kg", false, None, Condition),
            ("Fluent German", false, None, Language),
            ("Bon esprit d'équipe", false, None, Trait),
            ("Excel", true, None, Skill),
            ("Knowledge of the local market", false, None, Skill),
            ("Esperienza in cucina", false, None, Experience),
            ("A warm heart", false, None, Trait),
        ];
        for (text, skilled, years, want) in cases {
            let doc = Document::new(text);
            assert_eq!(
                read(&doc, 0..doc.words.len(), skilled, years),
                want,
                "{text}"
            );
        }
    }
}
