//! Which saved jobs are one job: the same text on another board, with an agency in front, laid out
//! anew, cut short, or with another town in it.

use super::sketch::Sketch;
use crate::extract::Posting;
use crate::extract::order;
use crate::job::{Card, FactKind, Value, WordsKey};

/// From this share on, two texts under one title are held to be one posting. Different jobs of one
/// employer, with the same lines about it, share two thirds at the most.
const NEAR: f32 = 0.7;
/// From this share on they are so whatever the titles, which a copy may lack.
const VERY_NEAR: f32 = 0.85;

/// Below this two whole pages, the chrome of their sites among them, need no closer look.
const MAYBE: f32 = 0.3;

/// What a posting is recognised by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Print {
    /// Its text.
    pub sketch: Sketch,
    /// Its title, as on the card.
    pub title: Option<String>,
    /// Its places, as on the card.
    pub places: Vec<String>,
}

impl Print {
    /// The print of a posting read from `text`, its title and places as `card` gives them.
    #[must_use]
    pub fn new(text: &str, posting: &Posting, card: &Card) -> Self {
        Self {
            sketch: Sketch::new(text, &posting.lines),
            title: card.text(FactKind::Title).map(str::to_string),
            places: match card.value(FactKind::Location) {
                Some(Value::Places(places)) => places.clone(),
                _ => Vec::new(),
            },
        }
    }
}

/// How two postings are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// One job.
    Same,
    /// The same advert for another place, which the other posting names.
    OtherPlace(String),
    /// The same words under another title, which is the other posting's: one employer may write two
    /// jobs so.
    OtherTitle(String),
}

/// A posting that is near another.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// Which, as an index into what was searched.
    pub at: usize,
    /// How much of the smaller text stands in the larger, 0 to 1.
    pub share: f32,
    /// How they are alike.
    pub likeness: Likeness,
}

/// Whether two pages, sketched whole and without being read, may hold one posting. Among thousands of
/// saved jobs only these are read and asked for their [`likeness`].
#[must_use]
pub fn could_be(one: &Sketch, other: &Sketch) -> bool {
    one.containment(other) >= MAYBE
}

/// How `other` is like `one`, and how much of the smaller text stands in the larger; `None` where they
/// are two jobs.
#[must_use]
pub fn likeness(one: &Print, other: &Print) -> Option<(f32, Likeness)> {
    let share = one.sketch.containment(&other.sketch);
    if share < NEAR {
        return None;
    }
    let titles = one.title.as_deref().zip(other.title.as_deref());
    let same_title = titles.is_some_and(|(a, b)| share_a_title(a, b));
    if share < VERY_NEAR && !same_title {
        return None;
    }
    let apart = !one.places.is_empty() && !share_a_place(&one.places, &other.places);
    let likeness = match (&other.title, other.places.first()) {
        (Some(title), _) if !same_title && one.title.is_some() => {
            Likeness::OtherTitle(title.clone())
        }
        (_, Some(place)) if apart => Likeness::OtherPlace(place.clone()),
        _ => Likeness::Same,
    };
    Some((share, likeness))
}

/// All of `others` that are near `one`, the nearest first.
#[must_use]
pub fn find(one: &Print, others: &[Print]) -> Vec<Near> {
    let mut found = Vec::new();
    for (at, other) in others.iter().enumerate() {
        if let Some((share, likeness)) = likeness(one, other) {
            found.push(Near {
                at,
                share,
                likeness,
            });
        }
    }
    order::sort_by(&mut found, |a, b| b.share.total_cmp(&a.share));
    found
}

/// Whether half of the words of the longer title, or all of the shorter, stand in the other.
fn share_a_title(a: &str, b: &str) -> bool {
    let (a, b) = (WordsKey::new(a), WordsKey::new(b));
    let words = |key: &WordsKey| -> Vec<String> {
        key.as_str()
            .split(' ')
            .filter(|w| w.chars().count() > 2)
            .map(str::to_string)
            .collect()
    };
    let (a, b) = (words(&a), words(&b));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared > 0 && (shared * 2 > a.len().max(b.len()) || shared == a.len().min(b.len()))
}

/// Whether the first words of any two places are the same: "Leeds" and "Leeds, UK" are one place.
fn share_a_place(a: &[String], b: &[String]) -> bool {
    let head = |place: &String| {
        let head = place.split([',', '(', '/']).next().unwrap_or_default();
        WordsKey::new(head)
    };
    let heads: Vec<WordsKey> = a.iter().map(head).collect();
    b.iter().any(|place| heads.contains(&head(place)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(text: &str, places: &[&str]) -> Print {
        Print {
            sketch: Sketch::new(text, &[]),
            title: Some("Baker (m/w/d)".into()),
            places: places.iter().map(|p| (*p).to_string()).collect(),
        }
    }

    fn titled(text: &str, title: &str) -> Print {
        Print {
            title: Some(title.into()),
            ..print(text, &["Gent"])
        }
    }

    const ADVERT: &str = "We run forty bakeries and look for somebody who opens ours at four in the \
        morning, bakes bread and rolls by hand, minds the ovens, orders flour and yeast, and teaches \
        one apprentice a year what a good crust sounds like when it cools on the rack.";

    #[test]
    fn the_same_advert_and_another_town() {
        let here = print(ADVERT, &["Gent"]);
        let cases = [
            (
                "the same place",
                print(ADVERT, &["Gent, Belgium"]),
                Some(Likeness::Same),
            ),
            ("no place", print(ADVERT, &[]), Some(Likeness::Same)),
            (
                "another town",
                print(&ADVERT.replace("forty", "some forty"), &["Aalst"]),
                Some(Likeness::OtherPlace("Aalst".into())),
            ),
            (
                "one town of several",
                print(ADVERT, &["Aalst", "Gent"]),
                Some(Likeness::Same),
            ),
            (
                "another title",
                titled(ADVERT, "Store manager"),
                Some(Likeness::OtherTitle("Store manager".into())),
            ),
            (
                "a longer title",
                titled(ADVERT, "Baker, Gent centre"),
                Some(Likeness::Same),
            ),
            (
                "no title",
                Print {
                    title: None,
                    ..print(ADVERT, &["Gent"])
                },
                Some(Likeness::Same),
            ),
            (
                "cut and under another title",
                titled(
                    &format!(
                        "{} and so on for a good many further words that nobody wrote in the first one",
                        &ADVERT[..ADVERT.len() * 4 / 5]
                    ),
                    "Store manager",
                ),
                None,
            ),
            (
                "another job",
                print(
                    "We look for a driver who takes bread to forty shops before seven in the morning and \
                    knows the town, the vans and their papers, and keeps the loading ramp clean after work.",
                    &["Gent"],
                ),
                None,
            ),
        ];
        for (name, other, expected) in cases {
            assert_eq!(likeness(&here, &other).map(|(_, l)| l), expected, "{name}");
        }
    }

    #[test]
    fn the_nearest_comes_first() {
        let cut = &ADVERT[..ADVERT.len() * 4 / 5];
        let more =
            format!("{cut} and something else entirely of about the same length follows here");
        let others = [
            print(&more, &[]),
            print("Nothing of the kind.", &[]),
            print(ADVERT, &[]),
        ];
        let found = find(&print(ADVERT, &[]), &others);
        assert_eq!(found.iter().map(|n| n.at).collect::<Vec<_>>(), [2, 0]);
        assert!(found[0].share > found[1].share);
    }
}
