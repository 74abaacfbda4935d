//! What sets two demands of one thing apart: years, the level of a language, the class of a licence, the
//! height of a degree, numbers. Two that both name one and name different ones are not the same demand.

use std::collections::BTreeSet;

use super::text::Token;

/// The qualifiers of a demand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Qualifiers {
    /// Months of experience asked for, or of anything else.
    pub months: Option<u32>,
    /// Levels of the European framework for languages.
    framework: BTreeSet<String>,
    /// How well in words: 0 a little, 1 somewhat, 2 fluently.
    fluency: Option<u8>,
    /// Classes and levels by a letter or a number.
    classes: BTreeSet<String>,
    /// Numbers with letters.
    codes: BTreeSet<String>,
    /// All other numbers.
    numbers: BTreeSet<String>,
    /// What concepts say: the concept and its height or class.
    named: Vec<(&'static str, &'static str)>,
}

/// Words behind which a letter is a licence's class, and no level of a language.
const LICENCE_CLASS: &[&str] = &[
    "class",
    "klasse",
    "classe",
    "clase",
    "category",
    "categorie",
    "categoria",
    "kategorie",
    "kategori",
    "cat",
    "klass",
];
/// Other words behind which a letter or a number is a class.
const OTHER_CLASS: &[&str] = &[
    "kat", "level", "niveau", "nivel", "niva", "livello", "stufe", "tier", "grade", "step", "type",
    "typ", "tipo", "band", "part", "stage", "schein",
];
const A_LITTLE: &[&str] = &[
    "basic",
    "basics",
    "elementary",
    "beginner",
    "grundkenntnisse",
    "notions",
    "basico",
    "basicos",
    "base",
    "basis",
    "basiskennis",
    "grundlaggande",
    "einfache",
    "beginner's",
    "beginners",
    "debutant",
    "principiante",
    "iniciante",
    "nyborjare",
    "anfanger",
    "rudimentary",
    "elementaire",
    "scolaire",
];
const SOMEWHAT: &[&str] = &[
    "conversational",
    "intermediate",
    "intermedio",
    "intermediario",
    "intermediaire",
    "medio",
];
const FLUENTLY: &[&str] = &[
    "fluent",
    "fluently",
    "fluency",
    "advanced",
    "native",
    "bilingual",
    "fliessend",
    "fliessende",
    "fliessendes",
    "verhandlungssicher",
    "verhandlungssichere",
    "muttersprache",
    "muttersprachlich",
    "courant",
    "couramment",
    "bilingue",
    "fluido",
    "fluida",
    "fluidez",
    "fluente",
    "fluencia",
    "avanzado",
    "avancado",
    "avanzato",
    "fluent",
    "vloeiend",
    "flytande",
    "modersmal",
    "materna",
    "nativo",
];
const MONTHS: &[&str] = &[
    "month", "months", "monat", "monate", "monaten", "mois", "mes", "meses", "mesi", "mese",
    "maand", "maanden", "manad", "manader",
];

const YEARS: &[&str] = &[
    "year", "years", "yrs", "yr", "jahr", "jahre", "jahren", "an", "ans", "annee", "annees", "ano",
    "anos", "anni", "anno", "jaar", "jaren", "ar", "ars",
];
const AGE: &[&str] = &["old", "age", "alt", "edad", "idade", "eta", "gammal", "oud"];
const NUMBERS: &[(u32, &[&str])] = &[
    (
        1,
        &[
            "one", "ein", "eines", "einem", "un", "une", "uno", "una", "um", "uma", "een", "ett",
        ],
    ),
    (
        2,
        &[
            "two", "zwei", "deux", "dos", "dois", "duas", "due", "twee", "tva",
        ],
    ),
    (3, &["three", "drei", "trois", "tres", "tre", "drie"]),
    (
        4,
        &[
            "four", "vier", "quatre", "cuatro", "quatro", "quattro", "fyra",
        ],
    ),
    (
        5,
        &["five", "funf", "cinq", "cinco", "cinque", "vijf", "fem"],
    ),
    (6, &["six", "sechs", "seis", "sei", "zes", "sex"]),
    (
        7,
        &[
            "seven", "sieben", "sept", "siete", "sete", "sette", "zeven", "sju",
        ],
    ),
    (
        8,
        &["eight", "acht", "huit", "ocho", "oito", "otto", "atta"],
    ),
    (
        10,
        &[
            "ten", "zehn", "dix", "diez", "dez", "dieci", "tien", "tio", "decade",
        ],
    ),
    (
        12,
        &[
            "twelve", "zwolf", "douze", "doce", "doze", "dodici", "twaalf", "tolv",
        ],
    ),
    (
        18,
        &[
            "eighteen",
            "achtzehn",
            "dieciocho",
            "dezoito",
            "diciotto",
            "achttien",
            "arton",
        ],
    ),
];

impl Qualifiers {
    /// The qualifiers that the words themselves give.
    #[must_use]
    pub(super) fn new(words: &[Token<'_>]) -> Self {
        let mut out = Self {
            months: months(words),
            ..Self::default()
        };
        for (at, word) in words.iter().enumerate() {
            let folded = word.folded.as_str();
            if let Some(level) = framework(folded) {
                // "Klasse C1" is a licence's
                if at > 0 && LICENCE_CLASS.contains(&words[at - 1].folded.as_str()) {
                    out.classes.insert(level);
                } else {
                    out.framework.insert(level);
                }
                continue;
            }
            if A_LITTLE.contains(&folded) {
                out.fluency = out.fluency.or(Some(0));
            } else if SOMEWHAT.contains(&folded) {
                out.fluency = out.fluency.or(Some(1));
            } else if FLUENTLY.contains(&folded) {
                out.fluency = Some(2);
            }
            let follows_class = at > 0 && {
                let before = words[at - 1].folded.as_str();
                LICENCE_CLASS.contains(&before) || OTHER_CLASS.contains(&before)
            };
            let class = follows_class.then(|| class(folded)).flatten();
            if let Some(class) = class {
                out.classes.insert(class);
            } else if let Some(code) = code(folded) {
                out.codes.insert(code);
            } else if is_number(folded) && !(at > 0 && is_fraction(words, at - 1)) {
                let mut number = folded.to_string();
                if is_fraction(words, at) {
                    number.push('.');
                    number.push_str(&words[at + 1].folded);
                }
                out.numbers.insert(number);
            }
        }
        out.drop_durations();
        out
    }

    /// Numbers of years and months are no others.
    fn drop_durations(&mut self) {
        if let Some(months) = self.months {
            if months % 12 == 6 {
                self.numbers.remove(&format!("{}.5", months / 12));
            }
            self.numbers.remove(&months.to_string());
            self.numbers.remove(&(months / 12).to_string());
        }
    }

    /// Adds what a concept says.
    pub fn name(&mut self, concept: &'static str, value: &'static str) {
        self.named.push((concept, value));
    }

    /// Whether a height of a degree is named.
    #[must_use]
    pub(super) fn has_height(&self) -> bool {
        self.named.iter().any(|(_, value)| value.len() > 2)
    }

    /// Adds the letters that stand beside a concept ("A and B" behind a truck).
    pub fn letters(&mut self, word: &str) {
        let letters = word.split('+').map(str::to_ascii_lowercase);
        self.classes.extend(letters);
    }

    /// Adds a class that stands beside the concept it is of ("B" beside a driving licence).
    pub fn class(&mut self, word: &str) {
        self.classes.extend(class(word));
    }

    /// Whether a word is one of its classes.
    #[must_use]
    pub(super) fn is_class(&self, word: &str) -> bool {
        self.classes.contains(word)
    }

    /// Whether one of its classes is among these.
    #[must_use]
    pub(super) fn has_class_among(&self, letters: &[&str]) -> bool {
        self.classes.iter().any(|c| letters.contains(&c.as_str()))
    }

    /// Whether both name one of a kind, and different ones. `languages`: whether both ask for a human
    /// language, of which alone levels are told.
    #[must_use]
    pub fn conflict(&self, other: &Self, languages: bool) -> bool {
        let apart = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
            !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
        };
        let other_time = matches!((self.months, other.months), (Some(a), Some(b)) if a != b);
        let other_level = languages
            && match (self.framework.is_empty(), other.framework.is_empty()) {
                (false, false) => apart(&self.framework, &other.framework),
                _ => {
                    matches!((self.well(), other.well()), (Some(a), Some(b)) if a != b)
                }
            };
        // a class named by the concept and one by its letter are of one kind
        let classes = |q: &Self| {
            let mut all = q.classes.clone();
            all.extend(
                q.named
                    .iter()
                    .filter(|(_, v)| v.len() <= 2)
                    .map(|(_, v)| (*v).to_string()),
            );
            all
        };
        let (mine, theirs) = (classes(self), classes(other));
        let mut all_mine = mine.clone();
        all_mine.extend(self.numbers.iter().cloned());
        let mut all_theirs = theirs.clone();
        all_theirs.extend(other.numbers.iter().cloned());
        let other_class = apart(&mine, &theirs) && apart(&all_mine, &all_theirs);
        let with_codes = |q: &Self, all: &BTreeSet<String>| -> BTreeSet<String> {
            all.union(&q.codes).cloned().collect()
        };
        let any_code = !self.codes.is_empty() || !other.codes.is_empty();
        let other_code = any_code
            && apart(
                &with_codes(self, &self.numbers),
                &with_codes(other, &other.numbers),
            )
            && apart(
                &with_codes(self, &all_mine),
                &with_codes(other, &all_theirs),
            );
        let other_number = apart(&self.numbers, &other.numbers) && apart(&all_mine, &all_theirs);
        // "Lkw-Führerschein CE" and "Führerschein CE"
        let one_class = !mine.is_disjoint(&theirs);
        let other_name = !one_class
            && self.named.iter().any(|(concept, value)| {
                let of = |q: &Self| {
                    q.named
                        .iter()
                        .filter(|(c, _)| c == concept)
                        .map(|(_, v)| *v)
                        .collect::<Vec<_>>()
                };
                let theirs = of(other);
                !theirs.is_empty()
                    && !theirs.contains(value)
                    && !of(self).iter().any(|v| theirs.contains(v))
            });
        other_time || other_level || other_class || other_code || other_number || other_name
    }

    /// How well a language is asked for, by either scale.
    fn well(&self) -> Option<u8> {
        let Some(level) = self.framework.iter().next_back() else {
            return self.fluency;
        };
        match level.as_str() {
            "a1" | "a2" => Some(0),
            "b1" => Some(1),
            // B2 may be called fluent or not.
            "b2" => None,
            _ => Some(2),
        }
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether words `i` and `i + 1` are one number: "6.5".
fn is_fraction(words: &[Token<'_>], i: usize) -> bool {
    let next = words.get(i + 1);
    is_number(&words[i].folded)
        && next.is_some_and(|next| matches!(next.gap, "." | ",") && is_number(&next.folded))
}

/// The most months that the words name, the lower end of each range; an age is none.
fn months(words: &[Token<'_>]) -> Option<u32> {
    let mut most = None;
    for (at, word) in words.iter().enumerate() {
        let unit = match word.folded.as_str() {
            w if YEARS.contains(&w) => 12,
            w if MONTHS.contains(&w) => 1,
            _ => continue,
        };
        let behind = &words[at + 1..words.len().min(at + 3)];
        if behind.iter().any(|w| AGE.contains(&w.folded.as_str())) {
            continue;
        }
        let from = at.saturating_sub(4);
        let numbers = || {
            (from..at)
                .rev()
                .filter_map(|i| Some((i, value(&words[i].folded)?)))
        };
        let Some((last, n)) = numbers().next().filter(|(i, _)| i + 3 >= at) else {
            continue;
        };
        let lower = numbers()
            .nth(1)
            .filter(|(i, low)| i + 2 >= last && *low < n);
        let whole = last.checked_sub(1).filter(|i| is_fraction(words, *i));
        if let Some(years) = whole.and_then(|i| value(&words[i].folded)) {
            // "1.5 years"
            let half = if words[last].folded == "5" {
                unit / 2
            } else {
                0
            };
            most = most.max(Some(years * unit + half));
            continue;
        }
        most = most.max(Some(lower.map_or(n, |(_, low)| low) * unit));
    }
    most
}

/// A number of years or months in digits or words of eight languages.
fn value(word: &str) -> Option<u32> {
    let spelled = NUMBERS.iter().find(|(_, words)| words.contains(&word));
    if let Some((n, _)) = spelled {
        return Some(*n);
    }
    let digits = word.trim_end_matches('+');
    let n: u32 = (digits.len() <= 3).then(|| digits.parse().ok())??;
    (n > 0).then_some(n)
}

fn framework(word: &str) -> Option<String> {
    let bytes = word.as_bytes();
    let level =
        bytes.len() == 2 && matches!(bytes[0], b'a'..=b'c') && matches!(bytes[1], b'1' | b'2');
    level.then(|| word.to_string())
}

/// A number with the letters that belong to it: "1a", "b1v"; of a number with its unit the number alone
/// ("25kg"). "18th" is none.
fn code(word: &str) -> Option<String> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    let any = word.bytes().any(|b| b.is_ascii_digit());
    if !any || letters == 0 || word.len() > 4 || digits + letters < word.len() && digits > 0 {
        return None;
    }
    match (digits, letters) {
        (0, _) | (_, 1) => Some(word.to_string()),
        _ if ["st", "nd", "rd", "th"].contains(&&word[digits..]) => None,
        _ => Some(word[..digits].to_string()),
    }
}

/// A class by its letters or number: "B", "C+E", "2".
fn class(word: &str) -> Option<String> {
    let plain = word.replace('+', "");
    let short = (1..=2).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_alphanumeric());
    let word_like = matches!(
        plain.as_str(),
        "in" | "of" | "or" | "de" | "en" | "et" | "i" | "y" | "e" | "o" | "a1"
    );
    (short && !word_like).then_some(plain)
}
