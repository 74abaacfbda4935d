//! How well a line of a posting answers a question. Knows no concept by its words: what question and line
//! speak of has been found before.

use super::question::{HINT, Question, Word, met};
use super::said::Line;
use super::wanted::{ONES, Wanted};
use crate::extract::Label;

/// A line that speaks of something as much as this names it outright.
const OUTRIGHT: f32 = 1.0;
/// One that names it in some way, or what answers for it, as much as this.
const NAMED: f32 = 0.7;
/// Of the weight of its words, a question without a concept must find this share.
const ENOUGH: f32 = 0.5;
/// How much a line answers that only leads to the next.
const LEADING: f32 = 0.5;
/// How much it counts that a line says how much something is needed, where the question asks that.
const MODAL: f32 = 0.8;
/// A word that counts more is none that goes with any subject.
const WEIGHTY: f32 = 2.0;
/// A number stands beside a word from which fewer words part it.
const BESIDE: usize = 6;

impl Question {
    /// How well the line answers; not above zero if it does not.
    pub fn score(&self, line: &Line) -> f32 {
        if !self.may_be(line) {
            return 0.0;
        }
        let is_counted = line.has_count || line.has_when || has_one(line);
        if self.wanted == Wanted::Count && !is_counted {
            return 0.0;
        }
        // "Is the train paid?" is about the train.
        let (loose, all) = shared(&self.loose, line);
        let loose = if loose < all * ENOUGH { 0.0 } else { loose };
        let is_beside_it = !self.loose.is_empty() && loose == 0.0;
        // "Is waiting paid?" is of waiting, not of what else is paid.
        let of_what = || self.words.iter().filter(|w| self.is_what_is_paid(w));
        if of_what().next().is_some() && !of_what().any(|w| line.has_one(&w.alike)) {
            return 0.0;
        }
        // "Which qualifications for spraying?": what it is of will do.
        let stands_in = loose > 0.0
            && match self.wanted {
                Wanted::OneOfAKind => true,
                Wanted::Amount => line.has_sum,
                _ => false,
            };
        // To "How many are on the team?" a number beside a hint at a team is another one.
        let least = match self.wanted {
            _ if self.is_rest => OUTRIGHT,
            Wanted::Count | Wanted::Name => NAMED,
            _ => HINT,
        };
        let mut score = loose;
        for (k, (meanings, weight)) in self.focus.iter().enumerate() {
            let met = met(self.lexicon, line, meanings);
            if k == 0 && met < least && !stands_in {
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
        let (shared, all) = shared(&self.words, line);
        if self.focus.is_empty() || self.is_rest && all > 0.0 {
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
        score += self.finds(line);
        // "Do I need biology?": "No biology needed" says more than "biology".
        if (self.is_of_need || self.is_of_duty) && line.has_modal {
            score += MODAL;
        }
        score += match line.label {
            Label::Must if self.is_of_need => 1.0,
            Label::Nice if self.is_of_need => 0.6,
            Label::Duty if self.is_of_need => 0.5,
            Label::Benefit if self.is_of_gift => 0.6,
            Label::Title => -0.7,
            _ => 0.0,
        };
        // What only leads to what stands below, and names its subject as a form does.
        let names = self.wanted == Wanted::Name && line.leads_on;
        if line.is_label || line.leads_on && !names {
            score *= LEADING;
        }
        // Of two that say it, the one that says little else.
        (score - 0.01 * line.words.len().clamp(12, 60) as f32).max(0.01)
    }

    /// Whether the word is a thing that the question asks the pay for.
    fn is_what_is_paid(&self, word: &Word) -> bool {
        self.asks_whether_paid && !word.is_naming && word.weight > WEIGHTY
    }

    /// Whether the line can hold what kind of thing is wanted.
    fn may_be(&self, line: &Line) -> bool {
        // "Band" is no answer to "Which band is it?".
        let repeats = || line.words.iter().all(|w| self.asked.contains(w));
        let is_open = self.wanted != Wanted::Anything;
        let is_named_only = is_open && (line.is_label || !line.has_number && repeats());
        let is_timed = line.has_time || line.has_number;
        !is_named_only
            && match self.wanted {
                Wanted::When => line.has_date || line.has_when || is_timed,
                Wanted::Date => line.has_date || line.has_when && !line.has_time,
                Wanted::Time => line.has_time,
                _ => true,
            }
    }

    /// How much it counts that the line holds what kind of thing is wanted.
    fn finds(&self, line: &Line) -> f32 {
        match self.wanted {
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
        }
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
}

/// The weight of those of the words that the line has, and of all.
fn shared(words: &[Word], line: &Line) -> (f32, f32) {
    let all = words.iter().map(|w| w.weight).sum();
    let has = words.iter().filter(|w| line.has_one(&w.alike));
    (has.map(|w| w.weight).sum(), all)
}

/// Whether a word of it counts as a number does: "one", "several".
fn has_one(line: &Line) -> bool {
    line.words.iter().any(|w| ONES.contains(&w.as_str()))
}
