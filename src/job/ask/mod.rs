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
mod question;
mod said;
mod score;
mod wanted;

pub use self::across::{Across, Answer, Verdict};
use self::lexicon::Lexicon;
use self::question::Question;
use self::said::lines;
use crate::extract::{Posting, Span, order};

/// Most sentences in an answer.
const MOST: usize = 3;
/// What else is quoted has at least this share of the best one's score.
const NEAR: f32 = 0.8;

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
    let lines = lines(lexicon, text, posting);
    let mut question = Question::new(lexicon, &lines, question);
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

#[cfg(test)]
mod tests;
