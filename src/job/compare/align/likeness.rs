//! How much two demands ask for one thing, and whether they do: by what both name, less what only one does.
//! The same both ways round; knows demands and no words of its own but the names of concepts.

use super::demand::{Demand, Feature, NAME, Said, Sort, WORD};

/// From this likeness on two demands ask for one thing.
pub const SAME: f32 = 0.57;

/// Concepts that say how a thing was learnt, and not what.
const FRAMES: [&str; 3] = [
    "University degree",
    "Vocational training",
    "School leaving certificate",
];

/// How much less a thing counts that need not be had where another is.
const ANOTHER: f32 = 0.8;
/// How much of a word counts where the other's is another form or a compound of it.
const NEAR: f32 = 0.85;

/// Concepts of which one is often said for the other.
const NEIGHBOURS: [(&str, &str); 20] = [
    ("Children", "Childcare"),
    ("Photoshop", "Adobe suite"),
    ("Good listener", "Communication"),
    ("Good listener", "Empathy"),
    ("Teamwork", "Social skills"),
    ("Social skills", "Communication"),
    ("Social skills", "Friendly service"),
    ("Independence", "Motivation"),
    ("Warehouse", "Inventory"),
    ("Warehouse", "Logistics"),
    ("Sales", "Retail clerk"),
    ("Excel", "Office software"),
    ("Computer literacy", "Office software"),
    ("Teaching qualification", "Teaching at school"),
    ("Automated tests", "Software testing"),
    ("Maintenance", "Problem solving"),
    ("Dashboards", "Data visualisation"),
    ("Home help", "Care"),
    ("Hands-on attitude", "Manual skill"),
    ("Documentation", "Writing"),
];

/// How much two demands ask for one thing, 0 to 1, whatever level or number of years they ask for.
#[must_use]
pub fn likeness(a: &Demand, b: &Demand) -> f32 {
    // One order, so that both ways round come to the same.
    let (a, b) = if b.keys < a.keys { (b, a) } else { (a, b) };
    let (of_a, of_b) = (a.weight(), b.weight());
    if of_a == 0.0 || of_b == 0.0 {
        // "Three years in the job", and next to nothing of what job
        let timed = a.qualifiers.months.is_some() && b.qualifiers.months.is_some();
        return if of_a.max(of_b) < WORD && timed {
            1.0
        } else {
            0.0
        };
    }
    let mut both: f32 = a
        .in_both(b)
        .map(|(one, other)| f32::midpoint(one.weight, other.weight))
        .sum();
    let mut left = [
        of_a - a.in_both(b).map(|(one, _)| one.weight).sum::<f32>(),
        of_b - a.in_both(b).map(|(_, other)| other.weight).sum::<f32>(),
    ];
    let sides = [(0, (a, b)), (1, (b, a))];
    for (at, (short, long)) in sides {
        for feature in &short.features {
            let known = feature.sort == Sort::Concept || long.has(feature.key);
            if known {
                continue;
            }
            if let Some(spelled) = long.spells(&feature.name) {
                both += 3.0;
                left[at] -= feature.weight;
                left[1 - at] -= spelled;
            }
        }
    }
    let one_word_apart = is_one_word_apart(a, b);
    for one in a.features.iter().filter(|f| !b.has(f.key)) {
        let both_concepts =
            |other: &Feature| one.sort == Sort::Concept && other.sort == Sort::Concept;
        let near = |other: &&Feature| {
            !a.has(other.key) && is_near(one, other) && !(one_word_apart && both_concepts(other))
        };
        if let Some(other) = b.features.iter().find(near) {
            both += NEAR * one.weight.max(other.weight);
            left[0] -= NEAR * one.weight;
            left[1] -= NEAR * other.weight;
        }
    }
    // How a thing was learnt is told in more ways than one.
    let heights = a.qualifiers.has_height() || b.qualifiers.has_height();
    let frame = |f: &Feature| FRAMES.contains(&f.name.as_str());
    if both > 0.0 && !heights && a.features.iter().any(frame) && b.features.iter().any(frame) {
        for (at, (one, other)) in sides {
            left[at] -= unshared(one, other, &frame);
        }
    }
    // Where any one of several is enough, the others are no more asked for.
    if both > 0.0 {
        for (at, (one, other)) in sides {
            if one.any {
                left[at] -= ANOTHER * unshared(one, other, &|f| f.weight >= NAME);
            }
        }
    }
    // Where both name one thing, how each says the rest counts less.
    if a.in_both(b)
        .any(|(one, other)| one.is_named() || other.is_named())
    {
        for (at, (one, other)) in sides {
            left[at] -= 0.5 * unshared(one, other, &|f| !f.is_named());
        }
    }
    let (less, more) = (left[0].min(left[1]).max(0.0), left[0].max(left[1]).max(0.0));
    // Where only words are shared that say little, all else says more.
    let faint = if both < WORD { more } else { 0.0 };
    if one_word_apart && less > 0.0 {
        return 0.5 * both / (both + less);
    }
    both / (both + 1.5 * less + 0.15 * more + faint)
}

/// The weight of what `one` names and `other` does not, of that which is `wanted`.
fn unshared(one: &Demand, other: &Demand, wanted: &dyn Fn(&Feature) -> bool) -> f32 {
    let alone = one.features.iter().filter(|f| !other.has(f.key));
    alone.filter(|f| wanted(f)).map(|f| f.weight).sum()
}

/// Whether two demands are the same words but for one or two in the place of another, which say another
/// thing: "green card", "black card". Who writes the same sentence with another word means it.
fn is_one_word_apart(a: &Demand, b: &Demand) -> bool {
    let pairs = || a.spine.iter().zip(&b.spine);
    let before = pairs().take_while(|(x, y)| x.0 == y.0).count();
    let most = a.spine.len().min(b.spine.len()) - before;
    let backwards = a.spine.iter().rev().zip(b.spine.iter().rev());
    let behind = backwards.take(most).take_while(|(x, y)| x.0 == y.0).count();
    let [of_a, of_b] = [a, b].map(|d| &d.spine[before..d.spine.len() - behind]);
    let short = |middle: &[(u64, Said)]| (1..=2).contains(&middle.len());
    // A word that belongs to what both name is another name of it.
    let other = |middle: &[(u64, Said)], whole: &Demand| {
        let thing = |(_, said): &(u64, Said)| matches!(said, Said::Thing(key) if !whole.has(*key));
        middle.iter().any(thing)
    };
    before + behind > 0 && short(of_a) && short(of_b) && other(of_a, b) && other(of_b, a)
}

/// Whether two words are forms of one, or one opens a compound: "Masernschutz" and "Masernimpfung" are
/// not, "socionom" and "socionomexamen" are.
fn is_near(a: &Feature, b: &Feature) -> bool {
    if a.sort == Sort::Concept && b.sort == Sort::Concept {
        let (a, b) = (a.name.as_str(), b.name.as_str());
        return NEIGHBOURS.contains(&(a, b)) || NEIGHBOURS.contains(&(b, a));
    }
    let one_is_word = a.sort == Sort::Word || b.sort == Sort::Word;
    let can_be = |f: &Feature| matches!(f.sort, Sort::Word | Sort::Concept);
    if !one_is_word || !can_be(a) || !can_be(b) {
        return false;
    }
    let (short, long) = if a.folded.len() < b.folded.len() {
        (&a.folded, &b.folded)
    } else {
        (&b.folded, &a.folded)
    };
    let alike = short.bytes().zip(long.bytes());
    let shared = alike.take_while(|(x, y)| x == y).count();
    shared >= 6 && shared == short.len() || shared >= 7 && shared * 10 >= long.len() * 7
}

/// Whether two demands are one: of one thing, and not of another level, class or number of years.
#[must_use]
pub fn same(a: &Demand, b: &Demand) -> bool {
    let asks_language = |d: &Demand| d.features.iter().any(|f| f.sort == Sort::Language);
    let languages = asks_language(a) && asks_language(b);
    likeness(a, b) >= SAME && !a.qualifiers.conflict(&b.qualifiers, languages)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::stem::stems;
    use super::super::text::entries;
    use super::*;
    use crate::extract::lexicon::fold;

    #[test]
    fn a_phrase_stands_under_one_head_and_once() {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut wrong = Vec::new();
        for (phrase, head) in entries() {
            assert!(!stems(phrase).is_empty(), "{phrase}");
            if let Some(other) = seen.insert(fold(phrase), head) {
                wrong.push(format!("{phrase}: {head} and {other}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_same_and_not_the_same() {
        let cases = [
            (
                "other words",
                "You hold a full UK driving licence",
                "Valid driver's license required",
                true,
            ),
            (
                "an abbreviation",
                "Registered with the HCPC",
                "Health and Care Professions Council registration",
                true,
            ),
            (
                "one of several",
                "Good knowledge of MySQL",
                "Databases such as MySQL or Oracle",
                true,
            ),
            (
                "months and years",
                "Five years as site manager",
                "At least 60 months as a site manager",
                true,
            ),
            (
                "across languages",
                "Führerschein Klasse B",
                "Permis B exigé",
                true,
            ),
            (
                "another gender",
                "Camarero/a con experiencia",
                "Experiencia como camarero",
                true,
            ),
            (
                "a level in words",
                "Anglais courant",
                "Vous parlez couramment anglais",
                true,
            ),
            (
                "another tool",
                "Experience with Vue",
                "Experience with React",
                false,
            ),
            ("another level", "German at B2", "German at A2", false),
            ("another language", "Inglés B1", "Francés B1", false),
            ("another class", "Rijbewijs BE", "Rijbewijs C", false),
            (
                "another height",
                "Hbo verpleegkunde",
                "Mbo verpleegkunde",
                false,
            ),
            (
                "other years",
                "Minst 2 års erfarenhet",
                "Minst 5 års erfarenhet",
                false,
            ),
            ("another figure", "IELTS 6.5", "IELTS 7.5", false),
            (
                "another share",
                "Travel up to 10 %",
                "Travel up to 50 %",
                false,
            ),
            (
                "another name of one method",
                "MIG welding",
                "TIG welding",
                false,
            ),
            (
                "a form of a word",
                "Socionomexamen",
                "Du är utbildad socionom",
                true,
            ),
            ("another part of a compound", "Holzbau", "Holzhandel", false),
            (
                "a word that holds together and looks like a thing",
                "Able to stay calm even late",
                "Evenings",
                false,
            ),
            (
                "another way of cutting",
                "CNC milling",
                "CNC turning",
                false,
            ),
            ("nothing", "", "", false),
            ("marks alone", "--- ???", "***", false),
        ];
        for (name, a, b, expected) in cases {
            let (a, b) = (Demand::new(a, None), Demand::new(b, None));
            assert_eq!(same(&a, &b), expected, "{name}: {}", likeness(&a, &b));
        }
    }
}
