//! A question, taken apart and held against the lines of a posting: what it is about and how rare that is
//! there, what only says when or where, its own words, what it wants. Never looks at how a line answers.

use super::denied::{is_denied, is_denying};
use super::lexicon::{Hit, LIGHT_WORDS, Lexicon, NUMBER, STOP};
use super::plain::question_words;
use super::said::{Line, shares_stem};
use super::wanted::{EACH, GIVES, JOINTS, NEEDS, VERBS, WHERE, WHILE, Wanted, wanted};
use crate::extract::{Label, order};

/// How much of a word counts that goes with any subject: "read", "special".
const LIGHT: f32 = 0.35;
/// How much a word counts that names a concept, beside the concept.
const NAMING: f32 = 1.0;
/// How much a general concept counts that a phrase may stand for beside another.
const GENERAL: f32 = 0.7;
/// A line that speaks of something less than this does not.
pub const HINT: f32 = 0.4;
/// What is asked for beside something else stands so many words from it at most.
const JOINED: usize = 3;
/// A question's words beyond this many are not looked at.
const MOST_WORDS: usize = 40;

/// The concepts that one phrase of a question may stand for: "licence" is one to drive, and a degree.
pub type Meanings = Vec<u16>;

/// The phrases of a question: the first word of each, the one behind its last, and what it may stand
/// for. Terms that share a word are one phrase that may be read either way.
fn phrases_of(hits: &[&Hit]) -> Vec<(usize, usize, Meanings)> {
    let mut all: Vec<(usize, usize, Meanings)> = Vec::new();
    for hit in hits {
        match all
            .iter_mut()
            .find(|(from, to, _)| *from < hit.to && hit.from < *to)
        {
            Some((from, to, meanings)) => {
                (*from, *to) = ((*from).min(hit.from), (*to).max(hit.to));
                if !meanings.contains(&hit.concept) {
                    meanings.push(hit.concept);
                }
            }
            None => all.push((hit.from, hit.to, vec![hit.concept])),
        }
    }
    all
}

/// How much the line speaks of any of them.
pub fn met(lexicon: &Lexicon, line: &Line, meanings: &Meanings) -> f32 {
    let is_special = meanings.iter().any(|c| !lexicon.is_general(*c));
    let each = meanings.iter().map(|c| {
        let gives_way = is_special && lexicon.is_general(*c);
        line.met(lexicon, *c) * if gives_way { GENERAL } else { 1.0 }
    });
    each.fold(0.0, f32::max)
}

/// A word of a question.
pub struct Word {
    /// It, and those that stand for it.
    pub alike: Vec<String>,
    /// How much it counts.
    pub weight: f32,
    /// Whether it names a concept that the question is about.
    pub is_naming: bool,
}

/// A question, weighed against the lines of a posting.
pub struct Question {
    /// What tells what words speak of.
    pub lexicon: &'static Lexicon,
    /// What it is about, with weights; the rarest first.
    pub focus: Vec<(Meanings, f32)>,
    /// Of it, what only says where or when the rest is so: "in the evenings".
    asides: Vec<Meanings>,
    /// What it names beside that.
    pub beside: Vec<(Meanings, f32)>,
    /// Its words, but for those that say nothing.
    pub words: Vec<Word>,
    /// Of these, where all concepts are general, those that the posting has and no concept is named by.
    pub loose: Vec<Word>,
    /// All of its words, folded.
    pub asked: Vec<String>,
    /// What kind of thing it wants.
    pub wanted: Wanted,
    /// Whether it asks for something that is asked of the candidate.
    pub is_of_need: bool,
    /// Whether it asks for something that one has to do, be or know.
    pub is_of_duty: bool,
    /// Whether it asks for what is not so.
    pub is_denying: bool,
    /// Whether it asks for something that is given.
    pub is_of_gift: bool,
    /// Whether it is a question for yes or no that names nothing but pay.
    pub asks_whether_paid: bool,
    /// Whether it asks for the hours of work.
    pub is_of_hours: bool,
    /// Whether it gave up a part: what is left has to be named outright.
    pub is_rest: bool,
}

impl Question {
    /// The question of these words, held against the lines.
    pub fn new(lexicon: &'static Lexicon, lines: &[Line], question: &str) -> Self {
        let mut asked = question_words(question);
        asked.truncate(MOST_WORDS);
        let hits = lexicon.asked(&asked);
        let naming: Vec<&Hit> = hits.iter().filter(|h| !lexicon.is_list(h)).collect();
        let is_general = |m: &Meanings| m.iter().all(|c| lexicon.is_general(*c));
        let is_time = |c: &u16| TIMES.contains(&lexicon.name(*c));
        let mut phrases: Vec<Meanings> = Vec::new();
        let mut asides: Vec<Meanings> = Vec::new();
        for (from, to, meanings) in phrases_of(&naming) {
            if phrases.contains(&meanings) {
                continue;
            }
            // "What if I'm ill?" is of nothing else.
            let is_ill = meanings.iter().any(|c| lexicon.name(*c) == SICK);
            let is_behind = !is_ill && naming.iter().any(|h| h.to <= from);
            let is_joined = naming.iter().any(|h| are_joined(&asked, (from, to), h));
            // "I never used Excel" is of Excel.
            let is_new = meanings.iter().all(|c| lexicon.name(*c) == NEW);
            let is_time = meanings.iter().all(is_time);
            if is_joined || is_new || is_aside(&asked, from, is_behind) || is_time {
                asides.push(meanings.clone());
            }
            phrases.push(meanings);
        }
        let opening = wanted(&asked);
        let wanted = refined(lexicon, &asked, &phrases, opening);
        // "Which accounting software": of what kind it is stands last, and is what is asked for.
        let is_noun = asked.get(1).is_some_and(|w| !VERBS.contains(&w.as_str()));
        let asks_kind = wanted == Wanted::OneOfAKind && is_noun;
        let opens = |m: &Meanings| naming.iter().any(|h| h.from == 0 && m.contains(&h.concept));
        let is_said = |m: &Meanings| {
            lines
                .iter()
                .any(|l| m.iter().any(|c| l.met(lexicon, *c) >= HINT))
        };
        let is_kind = |m: &&Meanings| asks_kind && is_general(m) && !opens(m) && is_said(m);
        let kind = phrases.iter().find(is_kind).cloned();
        // "What time on Fridays?" is of the hours.
        let is_time_of_day = |m: &Meanings| wanted == Wanted::Time && asides.contains(m);
        let has_special = phrases.iter().any(|m| !is_general(m) && !is_time_of_day(m));
        let (mut focus, mut beside) = (Vec::new(), Vec::new());
        for meanings in phrases {
            let of = lines.iter().filter(|l| met(lexicon, l, &meanings) >= HINT);
            let weight = 3.0 + rarity(of.count(), lines.len());
            if has_special && is_general(&meanings) && kind.as_ref() != Some(&meanings) {
                beside.push((meanings, weight / 3.0));
            } else {
                focus.push((meanings, weight));
            }
        }
        order::sort_by(&mut focus, |a, b| {
            let aside = |m: &Meanings| asides.contains(m);
            let other = |m: &Meanings| kind.as_ref() != Some(m);
            let first = aside(&a.0).cmp(&aside(&b.0));
            let first = first.then(other(&a.0).cmp(&other(&b.0)));
            first.then(b.1.total_cmp(&a.1))
        });
        let (words, loose) = own_words(lexicon, lines, &asked, &hits, !focus.is_empty());
        let is_hours = |c: &u16| matches!(lexicon.name(*c), "hours" | "shifts");
        Self {
            lexicon,
            is_of_hours: focus.first().is_some_and(|(m, _)| m.iter().any(is_hours)),
            focus,
            asides,
            beside,
            words,
            loose: if has_special { Vec::new() } else { loose },
            wanted,
            is_rest: false,
            is_of_need: asked.iter().any(|w| NEEDS.contains(&w.as_str())),
            asks_whether_paid: opening == Wanted::Anything && wanted == Wanted::Amount,
            is_of_duty: asked.windows(2).any(|w| w == ["have", "to"]),
            is_denying: is_denying(&asked),
            is_of_gift: asked.iter().any(|w| GIVES.contains(&w.as_str())),
            asked,
        }
    }

    /// Gives up the rarest of what it is about, which no line meets, for the rest of it; whether there
    /// is a rest.
    pub fn gives_way(&mut self) -> bool {
        let is_aside = |(first, _): &(Meanings, f32)| self.asides.contains(first);
        if self.focus.len() < 2 && self.words.is_empty()
            || !self.focus.first().is_some_and(is_aside)
        {
            return false;
        }
        self.focus.remove(0);
        self.is_rest = true;
        // "bank holidays" is no question of a bank.
        self.words.retain(|word| !word.is_naming);
        !self.focus.is_empty() || !self.words.is_empty()
    }

    /// Whether a sentence that answers says that what is asked for is so.
    pub fn is_so(&self, source: &str) -> bool {
        let focus = self.focus.first().map(|(meanings, _)| meanings);
        let is_time =
            focus.is_some_and(|m| m.iter().any(|c| TIMES.contains(&self.lexicon.name(*c))));
        let finds = |words: &[String]| match focus {
            Some(meanings) => {
                let mut hits = self.lexicon.said(words);
                hits.retain(|h| meanings.iter().any(|c| self.lexicon.answers(*c, h.concept)));
                hits.iter().map(|h| (h.from, h.to)).collect::<Vec<_>>()
            }
            None => {
                let all = || self.words.iter().flat_map(|w| &w.alike);
                let is = |at: &usize| all().any(|w| shares_stem(&words[*at], w));
                (0..words.len()).filter(is).map(|at| (at, at + 1)).collect()
            }
        };
        is_denied(source, is_time, &finds) == self.is_denying
    }
}

/// What the question wants, where its opening does not say: a sum, if it is only about pay; how often, if
/// it asks for each of a time.
fn refined(lexicon: &Lexicon, asked: &[String], phrases: &[Meanings], opening: Wanted) -> Wanted {
    let is_open = matches!(opening, Wanted::Anything | Wanted::OneOfAKind);
    let is_pay = |m: &Meanings| m.iter().any(|c| lexicon.name(*c) == "pay");
    let is_time = |m: &Meanings| m.iter().all(|c| TIMES.contains(&lexicon.name(*c)));
    let asks_each = || asked.iter().any(|w| EACH.contains(&w.as_str()));
    if is_open && phrases.len() == 1 && phrases.iter().any(is_pay) {
        Wanted::Amount
    } else if opening == Wanted::Anything && phrases.iter().any(is_time) && asks_each() {
        Wanted::Often
    } else {
        opening
    }
}

/// The question's words, and of these the loose ones, see [`Question::loose`].
fn own_words(
    lexicon: &Lexicon,
    lines: &[Line],
    asked: &[String],
    hits: &[Hit],
    has_focus: bool,
) -> (Vec<Word>, Vec<Word>) {
    let (mut own, mut loose): (Vec<Word>, Vec<Word>) = (Vec::new(), Vec::new());
    for (i, word) in asked.iter().enumerate() {
        let is_alone = |h: &&Hit| h.from == i && h.to == i + 1;
        let stops = hits.iter().filter(is_alone).any(|h| is_stop(lexicon, h));
        if stops || own.iter().any(|w| w.alike[0] == *word) {
            continue;
        }
        let names = |h: &Hit| !lexicon.is_list(h) && h.from <= i && i < h.to;
        // A word that named a concept has counted; said in the same words, it is said best.
        if hits.iter().any(names) {
            if has_focus {
                own.push(Word {
                    alike: lexicon.alike(word),
                    weight: NAMING,
                    is_naming: true,
                });
            }
            continue;
        }
        let alike = lexicon.alike(word);
        let met = lines.iter().filter(|l| l.has_one(&alike)).count();
        let is_light = |h: &Hit| h.from == i && lexicon.name(h.concept) == LIGHT_WORDS;
        let is_light = hits.iter().any(is_light);
        let of = 1.0 + rarity(met.max(1), lines.len());
        let weight = if is_light { of * LIGHT } else { of };
        let is_naming = false;
        let names_job = |l: &Line| l.label == Label::Title && l.has_one(&alike);
        if met > 0 && !is_light && !lines.iter().any(names_job) {
            loose.push(Word {
                alike: alike.clone(),
                weight,
                is_naming,
            });
        }
        own.push(Word {
            alike,
            weight,
            is_naming,
        });
    }
    (own, loose)
}

/// Concepts of times that may be given off.
const TIMES: &[&str] = &[
    "weekends",
    "nights",
    "evenings",
    "fridays",
    "monday",
    "bank holidays",
];

/// The concept of what happens when one is ill, and that of doing a thing for the first time.
const SICK: &str = "sick pay";
const NEW: &str = "new to it";

/// Whether it says nothing of what is asked for.
fn is_stop(lexicon: &Lexicon, hit: &Hit) -> bool {
    matches!(lexicon.name(hit.concept), STOP | NUMBER)
}

/// The weight of what stands in `met` of `all` lines.
fn rarity(met: usize, all: usize) -> f32 {
    (1.0 + all as f32 / (met as f32 + 0.5)).ln()
}

/// Whether one of the two is asked for or the other: "boots and gear", "experience or would you train".
fn are_joined(asked: &[String], one: (usize, usize), other: &Hit) -> bool {
    let (end, next) = (one.1.min(other.to), one.0.max(other.from));
    end < next
        && next - end <= JOINED
        && asked[end..next]
            .iter()
            .any(|w| JOINTS.contains(&w.as_str()))
}

/// Whether the phrase that begins at `from` begins with a word of [`WHERE`] or stands behind one, an
/// article between or not; or, where it stands behind another phrase, with one of [`WHILE`].
fn is_aside(asked: &[String], from: usize, is_behind: bool) -> bool {
    let before = &asked[from.saturating_sub(2)..=from];
    let has = |list: &[&str]| before.iter().any(|w| list.contains(&w.as_str()));
    from > 2 && (has(WHERE) || is_behind && has(WHILE))
}
