//! Answers a question in plain words with the posting's own sentences, the best first, or with nothing
//! where the posting does not say. No model: facts first, then concepts and words that question and
//! sentence share. Never makes up a word: an answer is spans of the source.
//!
//! A question is about its concepts (pay, leave, who one reports to …) or, if it names none, about its
//! own words. The rarest of what it is about has to be met, else the answer is "not stated": a
//! sentence that shares only the rest of a question answers another one.

mod across;
mod denied;
mod index;
mod lexicon;
mod plain;
mod said;
mod wanted;

pub use self::across::{Across, Answer, Verdict};
use self::denied::{is_denied, is_denying};
use self::lexicon::{Hit, LIGHT_WORDS, Lexicon, NUMBER, STOP};
use self::plain::question_words;
use self::said::{Line, lines, shares_stem};
use self::wanted::{EACH, GIVES, JOINTS, NEEDS, ONES, VERBS, WHERE, WHILE, Wanted, wanted};
use crate::extract::{Label, Posting, Span, order};

/// Most sentences in an answer.
const MOST: usize = 3;
/// What else is quoted has at least this share of the best one's score.
const NEAR: f32 = 0.8;
/// Of the weight of its words, a question without a concept must find this share.
const ENOUGH: f32 = 0.5;
/// How much of a word counts that goes with any subject: "read", "special".
const LIGHT: f32 = 0.35;
/// How much a word counts that names a concept, beside the concept.
const SPOKEN_FOR: f32 = 1.0;
/// How much a line answers that only leads to the next.
const LEADING: f32 = 0.5;
/// What is asked for beside something else stands so many words from it at most.
const JOINED: usize = 3;
/// How much a line without a number answers "how many".
const UNCOUNTED: f32 = 0.5;
/// How much a general concept counts that a phrase may stand for beside another.
const GENERAL: f32 = 0.7;
/// A number stands beside a word from which fewer words part it.
const BESIDE: usize = 6;
/// A question's words beyond this many are not looked at.
const MOST_WORDS: usize = 40;

/// The sentences of the posting `posting`, read from `text`, that answer `question`, the best first;
/// none if the posting does not say. The same three give the same answer.
#[must_use]
pub fn ask(text: &str, posting: &Posting, question: &str) -> Vec<Span> {
    let (_, quotes) = found(Lexicon::get(), text, posting, question);
    quotes
}

/// As [`ask`], each with whether it says that what is asked for is so: "No overtime" says it is not.
fn answers(text: &str, posting: &Posting, question: &str) -> Vec<(Span, bool)> {
    let (question, quotes) = found(Lexicon::get(), text, posting, question);
    let so = |span: Span| (span, question.is_so(span.of(text)));
    quotes.into_iter().map(so).collect()
}

/// The question, weighed against the posting, and what answers it, the best first.
fn found(
    lexicon: &'static Lexicon,
    text: &str,
    posting: &Posting,
    question: &str,
) -> (Question, Vec<Span>) {
    let mut asked = question_words(question);
    asked.truncate(MOST_WORDS);
    let lines = lines(lexicon, text, posting);
    let mut question = Question::new(lexicon, &lines, asked);
    let mut found: Vec<(f32, Span)> = Vec::new();
    loop {
        for line in &lines {
            let score = question.score(line);
            if score > 0.0 {
                found.push((score, line.span));
            }
        }
        if !found.is_empty() || !question.gives_way() {
            break;
        }
    }
    order::sort_by(&mut found, |a, b| b.0.total_cmp(&a.0));
    let best = found.first().map_or(0.0, |(score, _)| *score);
    found.retain(|(score, _)| *score >= best * NEAR);
    found.truncate(MOST);
    (question, found.into_iter().map(|(_, span)| span).collect())
}

/// The concepts that one phrase of a question may stand for: "licence" is one to drive, and a degree.
type Meanings = Vec<u16>;

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
fn met(lexicon: &Lexicon, line: &Line, meanings: &Meanings) -> f32 {
    let is_special = meanings.iter().any(|c| !lexicon.is_general(*c));
    let each = meanings.iter().map(|c| {
        let gives_way = is_special && lexicon.is_general(*c);
        line.met(lexicon, *c) * if gives_way { GENERAL } else { 1.0 }
    });
    each.fold(0.0, f32::max)
}

/// A question, weighed against the lines of a posting.
struct Question {
    lexicon: &'static Lexicon,
    /// What it is about, with weights; the rarest first.
    focus: Vec<(Meanings, f32)>,
    /// Of it, what only says where or when the rest is so: "in the evenings".
    asides: Vec<Meanings>,
    /// What it names beside that.
    beside: Vec<(Meanings, f32)>,
    /// Its other words, each before those that stand for it, with their weights.
    words: Vec<(Vec<String>, f32)>,
    /// Of these, where all concepts are general, those that the posting has and no concept is named by.
    loose: Vec<(Vec<String>, f32)>,
    /// All of its words, folded.
    asked: Vec<String>,
    wanted: Wanted,
    /// Whether it asks for something that is asked of the candidate.
    is_of_need: bool,
    /// Whether it asks for what is not so.
    is_denying: bool,
    /// Whether it asks for something that is given.
    is_of_gift: bool,
    /// Whether it asks for the hours of work.
    is_of_hours: bool,
    /// Whether it gave up a part: what is left has to be named outright.
    is_rest: bool,
}

impl Question {
    fn new(lexicon: &'static Lexicon, lines: &[Line], asked: Vec<String>) -> Self {
        let hits = lexicon.asked(&asked);
        let is = |hit: &Hit, name| lexicon.name(hit.concept) == name;
        let hits_of: Vec<&Hit> = hits.iter().filter(|h| !lexicon.is_list(h)).collect();
        let is_time = |c: &u16| TIMES.contains(&lexicon.name(*c));
        let mut phrases: Vec<Meanings> = Vec::new();
        let mut asides: Vec<Meanings> = Vec::new();
        for (from, to, meanings) in phrases_of(&hits_of) {
            if !phrases.contains(&meanings) {
                let is_joined = || hits_of.iter().any(|h| are_joined(&asked, (from, to), h));
                let is_behind = hits_of.iter().any(|h| h.to <= from);
                if is_aside(&asked, from, is_behind) || is_joined() || meanings.iter().all(is_time)
                {
                    asides.push(meanings.clone());
                }
                phrases.push(meanings);
            }
        }
        let is_general = |m: &Meanings| m.iter().all(|c| lexicon.is_general(*c));
        let mut wanted = wanted(&asked);
        let is_pay = |m: &Meanings| m.iter().any(|c| lexicon.name(*c) == "pay");
        if matches!(wanted, Wanted::Anything | Wanted::OneOfAKind)
            && phrases.len() == 1
            && phrases.iter().any(is_pay)
        {
            wanted = Wanted::Amount;
        }
        let asks_each = asked.iter().any(|w| EACH.contains(&w.as_str()));
        if wanted == Wanted::Anything && asks_each && phrases.iter().any(|m| m.iter().all(is_time))
        {
            wanted = Wanted::Often;
        }
        // "Which accounting software": of what kind it is stands last, and is what is asked for.
        let is_noun = asked.get(1).is_some_and(|w| !VERBS.contains(&w.as_str()));
        let kinds: Vec<Meanings> = if wanted == Wanted::OneOfAKind && is_noun {
            let is_met = |c: &u16| lines.iter().any(|l| l.met(lexicon, *c) >= 0.4);
            let opens = |m: &Meanings| {
                hits_of
                    .iter()
                    .any(|h| h.from == 0 && m.contains(&h.concept))
            };
            let first = phrases
                .iter()
                .filter(|m| is_general(m) && m.iter().any(is_met) && !opens(m));
            first.take(1).cloned().collect()
        } else {
            Vec::new()
        };
        let has_special = phrases.iter().any(|m| !is_general(m));
        let (mut focus, mut beside) = (Vec::new(), Vec::new());
        for meanings in phrases {
            let of = lines.iter().filter(|l| met(lexicon, l, &meanings) >= 0.4);
            let weight = 3.0 + rarity(of.count(), lines.len());
            if has_special && is_general(&meanings) && !kinds.contains(&meanings) {
                beside.push((meanings, weight / 3.0));
            } else {
                focus.push((meanings, weight));
            }
        }
        order::sort_by(&mut focus, |a, b| {
            let aside = |m: &Meanings| asides.contains(m);
            let kind = |m: &Meanings| kinds.contains(m);
            let first = aside(&a.0).cmp(&aside(&b.0));
            let first = first.then(kind(&b.0).cmp(&kind(&a.0)));
            first.then(b.1.total_cmp(&a.1))
        });
        let (mut own, mut loose): (Vec<(Vec<String>, f32)>, _) = (Vec::new(), Vec::new());
        for (i, word) in asked.iter().enumerate() {
            let stops = hits
                .iter()
                .any(|h| h.from == i && h.to == i + 1 && is_stop(lexicon, h));
            if stops || own.iter().any(|(w, _)| w[0] == *word) {
                continue;
            }
            let alike = lexicon.alike(word);
            let met = lines.iter().filter(|l| l.has_one(&alike)).count();
            let is_light = hits.iter().any(|h| h.from == i && is(h, LIGHT_WORDS));
            // A word that named a concept has counted; said in the same words, it is said best.
            let spoken_for = hits_of.iter().any(|h| h.from <= i && i < h.to);
            if !spoken_for {
                let of = 1.0 + rarity(met.max(1), lines.len());
                let weight = if is_light { of * LIGHT } else { of };
                let names_job = |l: &Line| l.label == Label::Title && l.has_one(&alike);
                if met > 0 && !is_light && !lines.iter().any(names_job) {
                    loose.push((alike.clone(), weight));
                }
                own.push((alike, weight));
            } else if !focus.is_empty() {
                own.push((vec![word.clone()], SPOKEN_FOR));
            }
        }
        let is_hours = |c: &u16| lexicon.name(*c) == "hours";
        let is_of_hours = focus.first().is_some_and(|(m, _)| m.iter().any(is_hours));
        Self {
            lexicon,
            is_of_hours,
            focus,
            asides,
            beside,
            words: own,
            loose: if has_special { Vec::new() } else { loose },
            wanted,
            is_rest: false,
            is_of_need: asked.iter().any(|w| NEEDS.contains(&w.as_str())),
            is_denying: is_denying(&asked),
            is_of_gift: asked.iter().any(|w| GIVES.contains(&w.as_str())),
            asked,
        }
    }

    /// Gives up the rarest of what it is about, which no line meets, for the rest of it; whether there
    /// is a rest.
    fn gives_way(&mut self) -> bool {
        let is_aside = |(first, _): &(Meanings, f32)| self.asides.contains(first);
        if self.focus.len() < 2 && self.words.is_empty()
            || !self.focus.first().is_some_and(is_aside)
        {
            return false;
        }
        self.focus.remove(0);
        self.is_rest = true;
        // "bank holidays" is no question of a bank.
        self.words.retain(|(_, weight)| *weight != SPOKEN_FOR);
        !self.focus.is_empty() || !self.words.is_empty()
    }

    /// How well the line answers; not above zero if it does not.
    fn score(&self, line: &Line) -> f32 {
        // "Band" is no answer to "Which band is it?".
        let repeats = || line.words.iter().all(|w| self.asked.contains(w));
        let is_open = self.wanted != Wanted::Anything;
        if is_open && (line.is_label || !line.has_number && repeats()) {
            return 0.0;
        }
        let has_one = || line.words.iter().any(|w| ONES.contains(&w.as_str()));
        let is_dated = line.has_date || line.has_when || line.has_time || line.has_number;
        let has_day = line.has_date || line.has_when && !line.has_time;
        if self.wanted == Wanted::When && !is_dated || self.wanted == Wanted::Date && !has_day {
            return 0.0;
        }
        if self.wanted == Wanted::Time && !line.has_time && !line.has_number {
            return 0.0;
        }
        // "How many days off?": "Unlimited leave" answers, too, if it is named outright.
        let is_counted = line.has_number || line.has_when || has_one();
        let is_uncounted = self.wanted == Wanted::Count && !is_counted;
        let is_first = |(meanings, _): &(Meanings, f32)| {
            let is_special = meanings.iter().all(|c| !self.lexicon.is_general(*c));
            is_special && met(self.lexicon, line, meanings) >= 1.0
        };
        if is_uncounted && !self.focus.first().is_some_and(is_first) {
            return 0.0;
        }
        // "Is the train paid?" is about the train.
        let all: f32 = self.loose.iter().map(|(_, weight)| weight).sum();
        let loose = self.loose.iter().filter(|(word, _)| line.has_one(word));
        let mut loose: f32 = loose.map(|(_, weight)| weight).sum();
        if loose < all * ENOUGH {
            loose = 0.0;
        }
        let is_beside_it = !self.loose.is_empty() && loose == 0.0;
        let mut score = loose;
        for (k, (meanings, weight)) in self.focus.iter().enumerate() {
            let met = met(self.lexicon, line, meanings);
            if k == 0 && met < if self.is_rest { 1.0 } else { 0.4 } && loose == 0.0 {
                return 0.0;
            }
            score += weight * met;
            if self.wanted == Wanted::OneOfAKind && meanings.iter().any(|c| line.names(*c)) {
                score += 1.5;
            }
        }
        for (meanings, weight) in &self.beside {
            score += weight * met(self.lexicon, line, meanings);
        }
        let all: f32 = self.words.iter().map(|(_, weight)| weight).sum();
        let shared = self.words.iter().filter(|(word, _)| line.has_one(word));
        let shared: f32 = shared.map(|(_, weight)| weight).sum();
        if self.focus.is_empty() {
            if all == 0.0 || shared < all * ENOUGH {
                return 0.0;
            }
            score += shared;
        } else {
            score += shared * 0.8;
        }
        // What is so answers sooner than what is not.
        if line.is_denying && !self.is_denying {
            score -= 0.3;
        }
        if is_beside_it {
            score *= 0.5;
        }
        score += match self.wanted {
            Wanted::Count | Wanted::Amount if line.has_number => {
                let sum = self.wanted == Wanted::Amount && line.has_sum;
                self.beside(line) + if sum { 0.5 } else { 0.0 }
            }
            Wanted::When | Wanted::Date if line.has_date => 2.0,
            Wanted::When if line.has_when || line.has_time => 1.2,
            Wanted::Time if line.has_time => 1.5,
            Wanted::When | Wanted::Time if line.has_number || line.has_when => 0.6,
            // "What hours?": "06:00 to 14:30".
            Wanted::OneOfAKind | Wanted::Anything if line.has_time && self.is_of_hours => 0.8,
            Wanted::Often if line.has_often => 1.5,
            Wanted::Often if line.has_number => 0.6,
            Wanted::Name if line.has_name => 1.5,
            // "Who is on the team?": "four engineers".
            Wanted::Name if line.has_number => 0.5,
            _ => 0.0,
        };
        score += match line.label {
            Label::Must if self.is_of_need => 1.0,
            Label::Nice if self.is_of_need => 0.6,
            Label::Duty if self.is_of_need => 0.5,
            Label::Benefit if self.is_of_gift => 0.6,
            Label::Title => -0.7,
            _ => 0.0,
        };
        if is_uncounted {
            score *= UNCOUNTED;
        }
        // What only leads to what stands below, and names its subject as a form does.
        if line.is_label || line.leads_on {
            score *= LEADING;
        }
        // Of two that say it, the one that says little else.
        (score - 0.01 * line.words.len().clamp(12, 60) as f32).max(0.01)
    }

    /// How much a number counts, the nearer to what the line says of what is asked for the more.
    fn beside(&self, line: &Line) -> f32 {
        let meanings = self.focus.first().map_or(&[][..], |(meanings, _)| meanings);
        let each = meanings
            .iter()
            .filter_map(|c| line.number_at(self.lexicon, *c));
        match each.min() {
            None | Some(2..BESIDE) => 1.5,
            Some(0 | 1) => 1.8,
            Some(_) => 1.1,
        }
    }

    /// Whether a sentence that answers says that what is asked for is so.
    fn is_so(&self, source: &str) -> bool {
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
                let is = |at: &usize| {
                    (self.words.iter().flat_map(|(w, _)| w)).any(|w| shares_stem(&words[*at], w))
                };
                (0..words.len()).filter(is).map(|at| (at, at + 1)).collect()
            }
        };
        is_denied(source, is_time, &finds) == self.is_denying
    }
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

#[cfg(test)]
mod tests;
