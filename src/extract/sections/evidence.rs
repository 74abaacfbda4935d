//! What is seen on each line, by itself: its shape, the phrases on it, how it begins. No line knows
//! of another here, but for repeats.

use std::collections::HashMap;

use super::super::document::{Document, Mark, hash_word};
use super::super::lexicon::{Lexicon, Plain};
use super::kind::{Kind, LINE_KINDS};

static CUES: Lexicon = Lexicon::of("cues");
static OPENERS: Lexicon = Lexicon::of("openers");
static VERBS: Lexicon = Lexicon::heads("openers", &["verb"]);
static CHROME: Lexicon = Lexicon::of("chrome");
static KEYS: Lexicon = Lexicon::of("keys");

/// How an item begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opener {
    /// With neither.
    #[default]
    Other,
    /// With an English verb of doing.
    Verb,
    /// With a word that opens requirements.
    Must,
    /// With a word that opens duties.
    Duty,
}

/// Whether a line is a key of a short fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Key {
    /// It is not.
    #[default]
    No,
    /// The key stands alone.
    Alone,
    /// "Key: value".
    Pair,
}

/// What is seen on a line.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Words of the content.
    pub words: usize,
    /// The last character of the content, if it is punctuation.
    pub end: Option<char>,
    /// At least four letters, all upper case.
    pub caps: bool,
    /// Begins with a lower-case letter.
    pub lower: bool,
    /// Phrases found, by [`Kind`].
    pub cues: [u8; LINE_KINDS],
    /// How the item begins.
    pub opener: Opener,
    /// Key of a short fact.
    pub key: Key,
    /// The line is a button, or a menu's entry.
    pub button: bool,
    /// The line holds a phrase that only chrome has.
    pub chrome: bool,
    /// The line heads a block of chrome.
    pub opens: bool,
    /// The line heads a block of chrome if the posting has begun.
    pub opens_after: bool,
    /// The line says that the posting proper begins.
    pub keeps: bool,
    /// A short line with a word of a short fact ("Full-time").
    pub fact: bool,
    /// An amount of money.
    pub money: bool,
    /// A link or an address for mail.
    pub link: bool,
    /// Digits among its characters.
    pub digits: usize,
    /// The same content stands on another line.
    pub repeated: bool,
    /// The heading it is, or begins with.
    pub heading: Option<Heading>,
    /// Where a phrase of preference stands: 0 nowhere, 1 at the head, 2 at the end, 3 between.
    pub wish: u8,
    /// Within what the site put around the posting.
    pub outside: bool,
    /// A mark for search alone ("#remote"): what stood before it has ended.
    pub tag: bool,
    /// The kind a paragraph turns to without a heading, by what it speaks of all through.
    pub turn: Option<Kind>,
}

/// A heading on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heading {
    /// What it announces; `None` for one that no phrase explains.
    pub kind: Option<Kind>,
    /// "Heading: and what it heads" on one line.
    pub inline: bool,
}

/// Reads every line.
pub fn read(doc: &Document<'_>) -> Vec<Evidence> {
    let mut seen: Vec<Evidence> = (0..doc.lines.len()).map(|i| line(doc, i)).collect();
    let mut count: HashMap<u64, u32, Plain> = HashMap::default();
    let hash = |i: usize| hash_word(doc.line_str(i));
    for i in 0..seen.len() {
        if !doc.lines[i].is_blank() {
            *count.entry(hash(i)).or_default() += 1;
        }
    }
    for (i, e) in seen.iter_mut().enumerate() {
        e.repeated = !doc.lines[i].is_blank() && count.get(&hash(i)).is_some_and(|n| *n > 1);
    }
    seen
}

fn line(doc: &Document<'_>, i: usize) -> Evidence {
    let l = &doc.lines[i];
    let mut e = Evidence::default();
    if l.is_blank() {
        return e;
    }
    let s = l.content.of(doc.text);
    let mut words = l.words.clone();
    while words.start < words.end && doc.words[words.start].span.start < l.content.start {
        words.start += 1;
    }
    // a saved page's "&nbsp;" is no word
    if s == "&nbsp;" {
        words.end = words.start;
    }
    e.words = words.len();
    e.end = s.chars().next_back().filter(|c| !c.is_alphanumeric());
    let (mut upper, mut small) = (0, 0);
    for c in s.chars() {
        match c {
            'a'..='z' => small += 1,
            ' ' => {}
            'A'..='Z' => upper += 1,
            '0'..='9' => e.digits += 1,
            _ => {
                upper += usize::from(c.is_uppercase());
                small += usize::from(c.is_lowercase());
            }
        }
    }
    e.caps = upper >= 4 && small == 0;
    e.lower = s.chars().next().is_some_and(char::is_lowercase);
    e.money = e.digits >= 2
        && (s.contains(['$', '€', '£', '₹', '¥']) || {
            words.clone().any(|w| {
                matches!(
                    doc.folded(w),
                    "eur" | "usd" | "gbp" | "chf" | "sek" | "kr" | "inr" | "brl" | "euro" | "euros"
                )
            })
        });
    e.link = s.contains('@') && s.contains('.') || s.contains("http") || s.contains("www.");
    for hit in CUES.find(doc, words.clone()) {
        if let Some(kind) = Kind::named(hit.value) {
            let n = &mut e.cues[kind as usize];
            *n = n.saturating_add(1);
            if kind == Kind::Nice {
                let head = hit.words.start < words.start + 2;
                let end = hit.words.end + 2 >= words.end;
                e.wish = if head {
                    1
                } else if end {
                    2
                } else {
                    3
                };
            }
        }
    }
    e.opener = opener(doc, words.start, words.end);
    e.tag = tag(l.span.trim(doc.text).of(doc.text));
    e.turn = turn(&e, is_item(l.mark));
    if e.words <= 30 {
        let mut covered = 0;
        for hit in CHROME.find(doc, words.clone()) {
            let whole = hit.words == words;
            let starts = hit.words.start == words.start;
            covered += hit.words.len();
            match hit.value {
                "button" => e.button |= whole,
                "mark" => e.chrome = true,
                "open" | "after" => {
                    let heads = starts && e.words <= hit.words.len() + 14 && e.end != Some('.');
                    e.opens |= heads && hit.value == "open";
                    e.opens_after |= heads && hit.value == "after";
                }
                "keep" => e.keeps |= whole,
                _ => {}
            }
        }
        e.button |= e.tag || e.words > 0 && covered == e.words && !e.keeps && e.end != Some(':');
    }
    e.key = key(doc, words.clone(), s);
    if e.words <= 9 && !e.end.is_some_and(|c| matches!(c, '.' | '!' | '?')) {
        e.fact = KEYS.find(doc, words).any(|hit| hit.value == "fact");
    }
    e
}

/// "#remote", "#LI-AB1": not "# Title", not "#1".
fn tag(s: &str) -> bool {
    s.strip_prefix('#').is_some_and(|rest| {
        rest.starts_with(char::is_alphabetic) && !rest.contains(|c: char| c.is_whitespace())
    })
}

/// Pay, an application and the law are spoken of at the end of a page, under no heading of their own.
fn turn(e: &Evidence, item: bool) -> Option<Kind> {
    if item || e.words < 12 {
        return None;
    }
    let count = |k: Kind| e.cues[k as usize];
    let asked = count(Kind::Must) + count(Kind::Nice) + count(Kind::Duty);
    [(Kind::Legal, 2), (Kind::Benefit, 2), (Kind::Apply, 2)]
        .into_iter()
        .find(|(k, least)| count(*k) >= *least && count(*k) > asked)
        .map(|(k, _)| k)
}

fn opener(doc: &Document<'_>, mut at: usize, end: usize) -> Opener {
    for _ in 0..3 {
        if at >= end {
            break;
        }
        let hit = OPENERS.at(doc, at, end);
        if hit.as_ref().is_none_or(|h| h.words.len() == 1) && is_verb_form(doc, at) {
            return Opener::Verb;
        }
        let Some(hit) = hit else {
            break;
        };
        match hit.value {
            "verb" => return Opener::Verb,
            "must" => return Opener::Must,
            "duty" => return Opener::Duty,
            _ => at = hit.words.end,
        }
    }
    Opener::Other
}

fn key(doc: &Document<'_>, words: std::ops::Range<usize>, s: &str) -> Key {
    if words.is_empty() || words.len() > 14 {
        return Key::No;
    }
    let end = words.end;
    let Some(hit) = KEYS.at(doc, words.start, end).filter(|h| h.value == "key") else {
        return Key::No;
    };
    if hit.words.end == end {
        return Key::Alone;
    }
    let gap = doc.gap(hit.words.end - 1);
    let parted =
        gap.contains([':', '|', '\t', '–', '—', '=']) || gap.contains("  ") || gap.contains(" - ");
    if parted && s.len() < 120 {
        Key::Pair
    } else {
        Key::No
    }
}

/// Whether word `i` is one of the verbs in a form of its own: "manages", "managing", "carries",
/// "planning".
fn is_verb_form(doc: &Document<'_>, i: usize) -> bool {
    let word = doc.folded(i);
    let verb = |stem: &str| VERBS.value_of(hash_word(stem)).is_some();
    let whole = |stem: &str, end: &str| verb(&[stem, end].concat());
    if let Some(stem) = word.strip_suffix("ing") {
        let mut chars = stem.chars();
        let last = chars.next_back();
        let doubled = last.is_some() && chars.clone().next_back() == last;
        return !stem.ends_with('e') && verb(stem)
            || whole(stem, "e")
            || doubled && verb(chars.as_str());
    }
    let hissing = |stem: &str| stem.ends_with(['s', 'h', 'x', 'o', 'z']);
    word.strip_suffix("ies")
        .is_some_and(|stem| whole(stem, "y"))
        || (word.strip_suffix("es")).is_some_and(|stem| hissing(stem) && verb(stem))
        || (word.strip_suffix('s')).is_some_and(|stem| !hissing(stem) && verb(stem))
}

/// Whether the line is set as an item of a list.
pub fn is_item(mark: Mark) -> bool {
    matches!(mark, Mark::Bullet | Mark::Number)
}
