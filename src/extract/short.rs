//! In short: the sentences of the posting that say most about the work. They are the posting's own,
//! whole, in its order; never from page chrome, legal text, or what the company says of itself.

use std::cell::OnceCell;

use super::document::Document;
use super::facts::{Facts, Item};
use super::items::{Statements, item};
use super::label::Label;
use super::lexicon::Lexicon;
use super::sentence::Sentence;
use super::span::Span;
use crate::extract::order;

/// How many sentences there are, where the posting has them.
const COUNT: usize = 3;

/// How many there are at most: beyond [`COUNT`] only those that say much.
const MOST: usize = 5;

/// The score from which on a sentence says much.
const MUCH: i32 = 38;

/// The fewest and most bytes of a sentence; one that is shorter is taken where no other is left.
const LENGTH: std::ops::RangeInclusive<usize> = 40..=240;

/// What speaks to the person about the work.
static ROLE: Lexicon = Lexicon::of("role_words");

struct Sighted<'s> {
    sentence: &'s Sentence,
    label: Label,
    score: i32,
    /// Its words, each once and in order, when they are asked for.
    words: OnceCell<Vec<u64>>,
}

impl Sighted<'_> {
    fn words(&self, doc: &Document<'_>) -> &[u64] {
        self.words.get_or_init(|| {
            let words = self.sentence.words.clone();
            let mut words: Vec<u64> = words.map(|i| doc.words[i].hash).collect();
            order::sort_once(&mut words);
            words
        })
    }
}

/// Three to five sentences, fewer where the posting has no more, in the posting's order: what one does,
/// what one brings, what is offered, and what else tells most. No two say the same.
#[must_use]
pub fn read(doc: &Document<'_>, said: &Statements, facts: &Facts) -> Vec<Item> {
    let mut skills: Vec<Span> = facts
        .skills
        .iter()
        .flat_map(|f| f.evidence.iter().copied())
        .collect();
    order::sort(&mut skills);
    let mut sighted = sight(doc, said, &skills);
    order::sort_by_key(&mut sighted, |s| {
        (std::cmp::Reverse(s.score), s.sentence.span)
    });
    let mut taken: Vec<&Sighted<'_>> = Vec::new();
    let wanted: [&[Label]; COUNT] = [
        &[Label::Duty, Label::About],
        &[Label::Must],
        &[Label::Benefit],
    ];
    for labels in wanted {
        let best = sighted
            .iter()
            .find(|s| labels.contains(&s.label) && fresh(doc, s, &taken));
        taken.extend(best);
    }
    while taken.len() < MOST {
        let much = |s: &&Sighted<'_>| taken.len() < COUNT || s.score >= MUCH;
        match sighted.iter().filter(much).find(|s| fresh(doc, s, &taken)) {
            Some(next) => taken.push(next),
            None => break,
        }
    }
    order::sort_by_key(&mut taken, |s| s.sentence.span);
    taken
        .into_iter()
        .map(|s| item(doc, s.sentence.span))
        .collect()
}

fn sight<'s>(doc: &Document<'_>, said: &'s Statements, skills: &[Span]) -> Vec<Sighted<'s>> {
    let labels = [Label::Duty, Label::About, Label::Must, Label::Benefit];
    let mut seen = [0; 4];
    let mut out = Vec::new();
    for (label, sentence) in said.labelled(&labels) {
        let kind = labels.iter().position(|l| *l == label).unwrap_or(0);
        let position = seen[kind];
        seen[kind] += 1;
        let length = sentence.span.len();
        let text = doc.str(sentence.span);
        if !(20..=*LENGTH.end()).contains(&length) || text.ends_with(':') || text.contains("http") {
            continue;
        }
        let role = ROLE.find(doc, sentence.words.clone()).next().is_some();
        // what names neither the person nor the work is the company's talk about itself
        if label == Label::About && !role {
            continue;
        }
        let named = skills.partition_point(|s| s.start < sentence.span.end)
            - skills.partition_point(|s| s.start < sentence.span.start);
        let mut score = match label {
            Label::Duty => 40,
            Label::About => 38,
            Label::Must => 30,
            _ => 20,
        };
        score += 4 * named.min(4) as i32 - 3 * position.min(8);
        score += if role { 8 } else { 0 };
        // An offer with a figure is one to weigh.
        let figure = label == Label::Benefit && text.bytes().any(|b| b.is_ascii_digit());
        score += if figure { 8 } else { 0 };
        score += if (70..=200).contains(&length) { 6 } else { 0 };
        score -= if length < *LENGTH.start() { 40 } else { 0 };
        out.push(Sighted {
            sentence,
            label,
            score,
            words: OnceCell::new(),
        });
    }
    out
}

/// Whether the sentence shares less than half of its words with each of those taken.
fn fresh(doc: &Document<'_>, s: &Sighted<'_>, taken: &[&Sighted<'_>]) -> bool {
    taken.iter().all(|t| {
        let (own, other) = (s.words(doc), t.words(doc));
        let both = own.iter().filter(|w| other.binary_search(w).is_ok());
        let shared = both.count();
        2 * shared < own.len().min(other.len()).max(1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duty_demand_and_more_in_order() {
        let text = "We are the oldest bakery in town and proud of it, ask anyone you meet.\n\
                    As our night baker you will run the stone oven from ten to six.\n\
                    Bake two hundred loaves of rye and wheat bread a night.\n\
                    Two years at a commercial oven and a hygiene certificate.\n\
                    All rights reserved by the bakery and its several owners.";
        let mut doc = Document::new(text);
        let labels = [
            Label::About,
            Label::About,
            Label::Duty,
            Label::Must,
            Label::Legal,
        ];
        for (line, label) in doc.lines.iter_mut().zip(labels) {
            line.label = label;
        }
        let lines: Vec<_> = read(&doc, &Statements::of(&doc), &Facts::default())
            .iter()
            .map(|i| doc.line_at(i.span.start))
            .collect();
        assert_eq!(lines, [1, 2, 3]);
    }

    #[test]
    fn nothing_to_say_gives_nothing() {
        assert!(
            read(
                &Document::new("Bread"),
                &Statements::default(),
                &Facts::default()
            )
            .is_empty()
        );
    }
}
