//! The employer behind a title on the posting's first line: "Baker – Crumb & Co., Leeds". Small employers
//! write so, and then name themselves nowhere else in the head. A tail that is the title's own
//! ("Nurse – Intensive Care") is written alike, so this asks for signs of an employer: a legal form, a kind
//! of house, a town behind a comma, a sentence below that opens with the name. Never reads a tail where
//! the head goes on with another name.

use std::ops::Range;

use super::words;
use crate::extract::company::name;
use crate::extract::document::{Document, Mark};
use crate::extract::header::{self, Kind};
use crate::extract::label::Label;
use crate::extract::lexicon::Lexicon;
use crate::extract::place::{gazetteer, parse};

/// The reason of a name that stands so.
pub const REASON: &str = "behind the title, on the first line";
/// Signs that are believed.
const BELIEVED: i32 = 3;
/// Lines with words that are looked at below the head.
const BELOW: usize = 12;

/// Words that say what kind of house an employer is: "Hotel", "Bakery", "Praxis".
static HOUSES: Lexicon = Lexicon::heads("company_cues", &["house"]);

/// An employer behind a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tail {
    /// The words of its name.
    pub name: Range<usize>,
    /// The words of its place, maybe none.
    pub place: Range<usize>,
    /// How much speaks for it.
    signs: i32,
}

impl Tail {
    /// Whether it is believed behind a title that is known for one, by its noun or by "wanted" behind it
    /// (`called`), which only an employer's name follows.
    #[must_use]
    pub fn is_sure(&self, called: bool) -> bool {
        called || self.signs >= BELIEVED
    }

    /// Whether it is believed behind any words at all.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.signs >= BELIEVED && !self.place.is_empty()
    }
}

/// The employer that `words` give, which follow a title on line `n` up to a bar or the line's end.
#[must_use]
pub fn employer(doc: &Document<'_>, n: usize, words: Range<usize>) -> Option<Tail> {
    if words.is_empty() || words.len() > 16 {
        return None;
    }
    let cut = words.clone().skip(1).find(|i| {
        let legal = name::is_legal_form(doc, *i) && !is_state(doc, *i, words.end);
        let gap = doc.gap(i - 1);
        (gap.contains(',') && !legal) || gap.contains('(') || header::divides(gap).is_some()
    });
    let name = words.start..cut.unwrap_or(words.end);
    let place = name.end..words.end;
    let legal = name.clone().any(|i| name::is_legal_form(doc, i));
    let only = |i: usize| matches!(header::kind(doc, i..i + 1), Kind::Fact | Kind::Department);
    // "Björkdala kommun"
    let last = name.end - 1;
    let shaped = if name.len() > 1 && is_house(doc, &(last..name.end)) {
        last
    } else {
        name.end
    };
    let fits = name.len() <= 7
        && name::is_written_so(doc, name.start..shaped)
        && !name
            .clone()
            .any(|i| words::prose(doc, i..i + 1) && !name::is_link(doc, i))
        && (legal || !name.clone().any(only))
        && !matches!(
            header::kind(doc, name.clone()),
            Kind::Fact | Kind::Department | Kind::Chrome | Kind::Board
        )
        && gazetteer::at(doc, name.clone(), false).is_none_or(|(k, _)| k < name.len());
    if !fits || is_common(doc, &name) || !alone(doc, n) {
        return None;
    }
    let house = |i: usize| is_house(doc, &(i..i + 1));
    let mut signs = 0;
    if legal || registered(doc, &name) {
        signs += 3;
    }
    if name.clone().any(house) && !name.clone().all(|i| house(i) || name::is_link(doc, i)) {
        signs += 3;
    }
    if name.clone().skip(1).any(|i| doc.gap(i - 1) == " & ") {
        signs += 2;
    }
    if !place.is_empty() {
        let town = parse::places(doc, place.clone(), true);
        let known = town
            .iter()
            .all(|p| p.trust > parse::Trust::Guess && !p.wide);
        signs += match town.is_empty() {
            true => -2,
            false if known || is_near(doc, place.start) => 3,
            false => 1,
        };
    }
    if signs < BELIEVED && opens_below(doc, n, name.start) {
        signs += 3;
    }
    (signs > 0).then_some(Tail { name, place, signs })
}

/// Whether one of the words says what kind of house an employer is: "Council", "Hotel".
#[must_use]
pub fn is_house(doc: &Document<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|i| HOUSES.at(doc, i, i + 1).is_some())
}

/// Whether all letters of the words are capitals.
#[must_use]
pub fn in_capitals(doc: &Document<'_>, words: &Range<usize>) -> bool {
    let text = doc.str(doc.span_of(words.clone()));
    words.len() > 1 && !text.contains(char::is_lowercase)
}

/// Whether word `i` is a state's code behind a town: "Las Vegas, NV", "Portland, ME".
fn is_state(doc: &Document<'_>, i: usize, end: usize) -> bool {
    i + 1 == end && doc.word_str(i).len() == 2 && doc.gap(i - 1).contains(',')
}

/// "e.V.", "e. V.", "eG" at the end of the name.
fn registered(doc: &Document<'_>, name: &Range<usize>) -> bool {
    let last = name.end - 1;
    name.len() > 2 && doc.folded(last) == "v" && doc.folded(last - 1) == "e"
}

fn is_near(doc: &Document<'_>, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "near" | "nr" | "bei" | "nahe" | "pres" | "cerca" | "perto" | "vicino" | "bij" | "nara"
    )
}

/// Whether all of the name's own words stand in the text in small letters too: words, not a name.
fn is_common(doc: &Document<'_>, name: &Range<usize>) -> bool {
    name.clone().all(|i| {
        let hash = doc.words[i].hash;
        name::is_link(doc, i)
            || is_house(doc, &(i..i + 1))
            || (name.end..doc.words.len()).take(2000).any(|k| {
                doc.words[k].hash == hash && doc.word_str(k).starts_with(char::is_lowercase)
            })
    })
}

/// Whether the head ends with line `n`, but for places, facts and labels: no other name stands below.
fn alone(doc: &Document<'_>, n: usize) -> bool {
    let below = (n + 1..doc.lines.len()).filter(|k| !doc.lines[*k].words.is_empty());
    for k in below.take(4) {
        let line = &doc.lines[k];
        let words = doc.words_in(line.content);
        let text = doc.line_str(k);
        let parts = header::parts(doc, words.clone());
        let labelled = (words.clone().take(5)).any(|i| doc.gap(i).starts_with(':'));
        let fact = |p: &header::Part| matches!(p.kind, Kind::Place | Kind::Fact | Kind::Chrome);
        // "Acme · Leeds · 3 days ago"
        if !labelled && parts.len() > 1 && !fact(&parts[0]) && parts[1..].iter().any(fact) {
            return false;
        }
        let body = words.len() > 9
            || line.mark != Mark::Plain
            || text.ends_with(['.', '?', '!', '…', ':'])
            || !matches!(line.label, Label::Meta | Label::Title | Label::Noise)
            || words::prose(doc, words.clone());
        if body {
            return true;
        }
        if !labelled && !parts.iter().all(fact) {
            return false;
        }
    }
    true
}

/// Whether a sentence below line `n` opens with word `i`, maybe behind an article, and goes on with a
/// word in small letters soon: "Railvast keeps the trains running".
fn opens_below(doc: &Document<'_>, n: usize, i: usize) -> bool {
    let hash = doc.words[i].hash;
    let below = (n + 1..doc.lines.len()).filter(|k| doc.lines[*k].words.len() > 5);
    doc.folded(i).len() > 3
        && below.take(BELOW).any(|k| {
            let words = doc.words_in(doc.lines[k].content);
            words.clone().take(2).any(|w| {
                doc.words[w].hash == hash
                    && name::from(doc, w).is_some_and(|name| {
                        name.end < words.end
                            && doc.gap(name.end - 1) == " "
                            && doc.word_str(name.end).starts_with(char::is_lowercase)
                    })
            })
        })
}

#[cfg(test)]
mod tests {
    use crate::extract::read;

    #[test]
    fn heads_of_small_employers_are_read() {
        let cases = [
            (
                "Cobbler's Assistant – Last & Sole, Hexham\nWe mend boots in a small shop. There are three of us.",
                "Cobbler's Assistant | Last & Sole | Hexham",
            ),
            (
                "Stable Hand wanted – Ashcombe Stud, near Thurles, Co. Tipperary\nWe keep twenty mares and their foals.",
                "Stable Hand | Ashcombe Stud | Thurles, Co. Tipperary",
            ),
            (
                "Maler- und Lackierer (m/w/d) – Farbenhaus Tietze, Celle\nWir streichen seit vierzig Jahren Häuser im Ort.",
                "Maler- und Lackierer | Farbenhaus Tietze | Celle",
            ),
            (
                "Hufschmied gesucht – Hof Birkenau, Soltau\nWir halten vierzig Pferde und bilden Reiter aus.",
                "Hufschmied | Hof Birkenau | Soltau",
            ),
            (
                "Boulanger (H/F) – Fournil des Tilleuls, Annonay\nNous sommes une petite boulangerie de quartier.",
                "Boulanger | Fournil des Tilleuls | Annonay",
            ),
            (
                "Recepcionista de noche – Hostal Las Adelfas **\nRonda (Málaga)\n\nEl hostal tiene 14 habitaciones.",
                "Recepcionista de noche | Hostal Las Adelfas | Ronda",
            ),
            (
                "Se busca cocinero – Taberna La Parra, Jerez\nCocina tradicional, turno partido.",
                "cocinero | Taberna La Parra | Jerez",
            ),
            (
                "Padeiro – Padaria Flor da Serra, Viseu\nSomos uma padaria familiar com oito pessoas.",
                "Padeiro | Padaria Flor da Serra | Viseu",
            ),
            (
                "Monteur klimaattechniek – Koudwerk Twente\n\nStandplaats: Hengelo | 38 uur per week\n\nWie we zijn\nKoudwerk houdt al dertig jaar koelcellen koel.",
                "Monteur klimaattechniek | Koudwerk Twente | Hengelo",
            ),
            (
                "Lärare i matematik – Ekbackens skola, Växjö\nDu undervisar i årskurs 7 till 9.",
                "Lärare i matematik | Ekbackens skola | Växjö",
            ),
            (
                "Night Receptionist, Hotel Brandvold, Bergen\nYou check in late guests and do the audit.",
                "Night Receptionist | Hotel Brandvold | Bergen",
            ),
            // tails that are the title's own
            (
                "Nurse – Intensive Care Unit\nYou look after six beds in our intensive care unit.",
                "Nurse – Intensive Care Unit |  | ",
            ),
            (
                "Operations Manager – Food & Beverage, Chicago\nYou run sites that make food and beverage goods.",
                "Operations Manager – Food & Beverage, Chicago |  | Chicago",
            ),
            (
                "Chef – Hotel Kitchens\nOvenhaus · Leeds, UK · 3 days ago\nYou cook.",
                "Chef – Hotel Kitchens | Ovenhaus | Leeds, UK",
            ),
            (
                "Teacher – Primary School\nYou teach a class of 24 in a primary school.",
                "Teacher – Primary School |  | ",
            ),
        ];
        for (text, want) in cases {
            let facts = read(text).facts;
            let value =
                |f: Option<crate::extract::Fact<String>>| f.map_or(String::new(), |f| f.value);
            let places: Vec<_> = facts.locations.iter().map(|f| f.value.as_str()).collect();
            let places = places.join("; ");
            let got = format!(
                "{} | {} | {places}",
                value(facts.title),
                value(facts.company)
            );
            assert_eq!(got, want, "{text}");
        }
    }
}
