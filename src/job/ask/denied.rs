//! Whether a sentence says that what was asked for is not so: "No overtime", "Wochenendarbeit gibt es
//! nicht". Looks at the clause in which it is named and no further, and takes no word for a no that
//! sets a bound ("no later than", "nicht nur").

use super::lexicon::words_of;
use crate::extract::Span;

/// Words before what they deny stand no further from it than this.
const BEFORE: usize = 6;
/// Words behind what they deny stand no further from it than this.
const BEHIND: usize = 5;

/// Words that deny what stands behind them, folded.
const DENYING: &[&str] = &[
    "no",
    "not",
    "never",
    "without",
    "none",
    "neither",
    "nor",
    "cannot",
    "don",
    "doesn",
    "isn",
    "aren",
    "won",
    "didn",
    "kein",
    "keine",
    "keinen",
    "keinem",
    "keiner",
    "keinerlei",
    "nicht",
    "nie",
    "niemals",
    "ohne",
    "pas",
    "sans",
    "aucun",
    "aucune",
    "jamais",
    "sin",
    "nunca",
    "ningun",
    "ninguna",
    "tampoco",
    "sem",
    "nao",
    "nenhum",
    "nenhuma",
    "non",
    "senza",
    "nessun",
    "nessuna",
    "mai",
    "niet",
    "geen",
    "zonder",
    "nooit",
    "inte",
    "ingen",
    "inga",
    "inget",
    "utan",
    "aldrig",
    "ej",
];

/// Those that deny what stands before them, too: "overtime is not paid".
const DENYING_BACK: &[&str] = &[
    "not", "never", "isn", "aren", "cannot", "nicht", "nie", "niemals", "entfallt", "pas",
    "jamais", "niet", "nooit", "inte", "ej", "aldrig",
];

/// Behind these words it is no denial: "not only", "no later than".
const BOUNDING: &[&str] = &[
    "only",
    "later",
    "more",
    "less",
    "fewer",
    "matter",
    "just",
    "problem",
    "limit",
    "earlier",
    "nur",
    "spater",
    "zuletzt",
    "mehr",
    "weniger",
    "seulement",
    "plus",
    "moins",
    "solo",
    "mas",
    "menos",
    "apenas",
    "meno",
    "soltanto",
    "alleen",
    "later",
    "meer",
    "bara",
    "senare",
    "mer",
];

/// Words that give time off: "weekends off".
const FREE: &[&str] = &[
    "off",
    "free",
    "closed",
    "frei",
    "freie",
    "geschlossen",
    "libre",
    "libres",
    "fermes",
    "ferme",
    "cerrado",
    "cerramos",
    "livre",
    "livres",
    "folga",
    "liberi",
    "libero",
    "chiusi",
    "chiuso",
    "vrij",
    "gesloten",
    "fri",
    "lediga",
    "stangt",
];

/// Words that begin another clause.
const JOINTS: &[&str] = &[
    "but", "aber", "sondern", "jedoch", "mais", "pero", "sino", "mas", "ma", "maar", "men",
];

/// Whether the words themselves ask for what is not: "which have no overtime?".
pub fn is_denying(asked: &[String]) -> bool {
    (0..asked.len()).any(|at| denies(asked, at, DENYING))
}

fn denies(words: &[String], at: usize, list: &[&str]) -> bool {
    let is = |k: usize, list: &[&str]| words.get(k).is_some_and(|w| list.contains(&w.as_str()));
    is(at, list) && !is(at + 1, BOUNDING)
}

/// Finds what was asked for among folded words: the first word of each place, and the one behind its
/// last.
pub type Finds<'f> = dyn Fn(&[String]) -> Vec<(usize, usize)> + 'f;

/// Whether `source` denies all that `finds` finds in it. `is_time` is whether a time is asked for that
/// may be given off.
pub fn is_denied(source: &str, is_time: bool, finds: &Finds<'_>) -> bool {
    let (words, spans) = words_of(source);
    let found = finds(&words);
    let parts = |at: usize| {
        let between = Span::new(spans[at - 1].end, spans[at].start).of(source);
        between.contains([',', ';', '.', ':', '!', '?', '(', ')', '–', '—', '\n'])
            || JOINTS.contains(&words[at].as_str())
    };
    !found.is_empty()
        && found.iter().all(|(from, to)| {
            let mut first = *from;
            while first > 0 && from - first < BEFORE && !parts(first) {
                first -= 1;
            }
            let mut end = *to;
            while end < words.len() && end - to < BEHIND && !parts(end) {
                end += 1;
            }
            (first..*to).any(|at| denies(&words, at, DENYING))
                || (*to..end).any(|at| denies(&words, at, DENYING_BACK))
                || is_time && (first..end).any(|at| FREE.contains(&words[at].as_str()))
        })
}
