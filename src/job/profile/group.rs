//! What the profile holds, sorted for a reader: which group a thing belongs to, and a short name for
//! what was said in a sentence. Never changes what is known, only what it is shown under.

use super::need::{Named, Thing};
use crate::extract::RequirementKind;

/// A short name has no more characters than this, if a word ends before.
const LONG: usize = 56;
/// A part before a comma is a name only from this many characters on.
const SHORT: usize = 12;

/// The groups, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Tools, methods, fields of knowledge.
    Skills,
    /// Human languages.
    Languages,
    /// Degrees and training.
    Degrees,
    /// Licences, certificates, registrations.
    Licences,
    /// Time spent doing something.
    Years,
    /// Personal qualities.
    Traits,
    /// Shifts, travel, lifting, checks.
    Conditions,
    /// Anything else.
    Other,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Skills,
        Self::Languages,
        Self::Degrees,
        Self::Licences,
        Self::Years,
        Self::Traits,
        Self::Conditions,
        Self::Other,
    ];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Skills => "Skills",
            Self::Languages => "Languages",
            Self::Degrees => "Degrees and training",
            Self::Licences => "Licences and certificates",
            Self::Years => "Experience",
            Self::Traits => "Ways of working",
            Self::Conditions => "Conditions",
            Self::Other => "Other",
        }
    }

    /// Where `named` belongs that stands in a demand of kind `kind`.
    pub(super) fn of(named: &Named, kind: Option<RequirementKind>, years: Option<f32>) -> Self {
        match (&named.thing, kind) {
            (Thing::Language(_), _) => Self::Languages,
            (Thing::Degree, _) => Self::Degrees,
            (Thing::Skill(key), _) if is_paper(key.as_str()) => Self::Licences,
            (Thing::Skill(_), _) => Self::Skills,
            (_, Some(RequirementKind::Education)) => Self::Degrees,
            (_, Some(RequirementKind::Licence)) => Self::Licences,
            (_, Some(RequirementKind::Experience)) => Self::Years,
            _ if years.is_some() => Self::Years,
            (_, Some(RequirementKind::Trait)) => Self::Traits,
            (_, Some(RequirementKind::Condition)) => Self::Conditions,
            _ => Self::Other,
        }
    }
}

/// Beginnings or ends of words that name a paper one holds, folded.
const PAPERS: &[&str] = &[
    "licence",
    "license",
    "certifi",
    "registration",
    "fuhrerschein",
    "rijbewijs",
    "korkort",
    "permis",
    "permiso",
    "patente",
    "cdl",
    "dbs",
    "zertifikat",
    "certificat",
    "first aid",
    "class b",
    "class c",
];

fn is_paper(key: &str) -> bool {
    PAPERS.iter().any(|paper| key.contains(paper))
}

/// How sentences begin that then say what one has, folded; the longer of two first.
const OPENINGS: &[&str] = &[
    "you must have ",
    "you must be able to ",
    "must be able to ",
    "must have ",
    "you should have ",
    "you have ",
    "you are able to ",
    "you are a ",
    "you are an ",
    "you are ",
    "you will have ",
    "you bring ",
    "we expect ",
    "the ability to ",
    "ability to ",
    "able to ",
    "proven track record of ",
    "proven experience in ",
    "proven experience with ",
    "proven ability to ",
    "experience in ",
    "experience with ",
    "experience of ",
    "knowledge of ",
    "proficiency in ",
    "proven ",
    "demonstrated ",
    "strong ",
    "excellent ",
    "good ",
    "sie haben ",
    "sie sind ",
    "sie bringen ",
    "du hast ",
    "du bist ",
    "du bringst ",
    "erfahrung in ",
    "erfahrung mit ",
    "kenntnisse in ",
    "vous avez ",
    "vous etes ",
    "tu as ",
    "experiencia en ",
    "experiencia con ",
    "experience en ",
    "experience dans ",
    "capacidad de ",
    "capacidad para ",
    "experiencia em ",
    "experiencia com ",
    "capacidade de ",
    "esperienza in ",
    "esperienza con ",
    "capacita di ",
    "je hebt ",
    "je bent ",
    "ervaring met ",
    "ervaring in ",
    "du har ",
    "du ar ",
    "erfarenhet av ",
];

/// A short name for `words`: their first part, without how such sentences begin. The words themselves
/// where they are short.
#[must_use]
pub fn short(words: &str) -> String {
    let words = words.trim().trim_end_matches(['.', ';', ':', ',']);
    let mut rest = words;
    // "You have strong …" opens twice.
    for _ in 0..2 {
        rest = without_opening(rest);
    }
    let is_long = rest.chars().count() > LONG;
    let mut end = rest.len();
    for (at, c) in rest.char_indices().skip(2) {
        let next = rest[at + c.len_utf8()..].chars().next();
        let is_end = match c {
            ';' | ':' | '(' | '\n' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            '–' | '—' => next == Some(' '),
            ',' => is_long && at >= SHORT && next == Some(' '),
            _ => false,
        };
        if is_end {
            end = at;
            break;
        }
    }
    let mut part = rest[..end].trim();
    let mut out = String::with_capacity(part.len() + 4);
    let mut cut = false;
    if part.chars().count() > LONG {
        let limit = part.char_indices().nth(LONG).map_or(part.len(), |(i, _)| i);
        let at = part[..limit].rfind(' ').unwrap_or(limit);
        part = part[..at].trim_end_matches([',', ' ', '-', '/']);
        // "with a continuous", but not "with a".
        while let Some((head, last)) = part.rsplit_once(' ')
            && last.chars().count() <= 3
        {
            part = head.trim_end_matches(',');
        }
        cut = true;
    }
    let mut chars = part.chars();
    if let Some(first) = chars.next() {
        out.extend(first.to_uppercase());
        out.push_str(chars.as_str());
    }
    if cut {
        out.push('…');
    }
    if out.is_empty() {
        out.push_str(words);
    }
    out
}

/// `words` behind the opening they begin with, if any; openings have no letter that folds to another
/// number of characters.
fn without_opening(words: &str) -> &str {
    for opening in OPENINGS {
        let mut chars = words.chars();
        let fits = opening.chars().all(|c| {
            let next = chars.next().and_then(|n| n.to_lowercase().next());
            next.is_some_and(|n| plain(n) == c)
        });
        if fits && chars.as_str().chars().count() >= 3 {
            return chars.as_str();
        }
    }
    words
}

fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'ä' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' => 'i',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short() {
        for (words, expected) in [
            ("Calm with frightened owls", "Calm with frightened owls"),
            (
                "Strong communication skills, with a friendly voice on the radio, by day and by night.",
                "Communication skills",
            ),
            (
                "You are patient, exact and early",
                "Patient, exact and early",
            ),
            (
                "Ability to carry a ladder (up to nine metres)",
                "Carry a ladder",
            ),
            (
                "Du hast Freude an alten Uhren; gern auch an neuen",
                "Freude an alten Uhren",
            ),
            ("Vous êtes à l'aise au téléphone", "À l'aise au téléphone"),
            ("Node.js and i.e. the rest", "Node.js and i.e"),
            (
                "Knows the tides of the whole northern coast by heart and by night and can teach them to others",
                "Knows the tides of the whole northern coast by heart…",
            ),
            ("you have", "You have"),
            ("", ""),
            ("…", "…"),
        ] {
            assert_eq!(short(words), expected, "{words}");
        }
    }
}
