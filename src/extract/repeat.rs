//! How often phrases occur in the text, for what names itself again and again. One pass over the
//! words for all phrases, with a bounded number of comparisons.

use std::collections::HashMap;
use std::ops::Range;

use super::document::Document;
use super::lexicon::Plain;

/// Comparisons beyond the first word that one call makes at most.
const BUDGET: usize = 200_000;
/// Occurrences kept for a phrase at most.
const KEPT: usize = 24;

/// For each phrase, given as words of the document, the first words of its occurrences in order, the
/// first twenty-four of them.
#[must_use]
pub fn occurrences(doc: &Document<'_>, phrases: &[Range<usize>]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); phrases.len()];
    let mut by_first: HashMap<u64, Vec<usize>, Plain> = HashMap::default();
    for (n, phrase) in phrases.iter().enumerate() {
        if !phrase.is_empty() {
            let list = by_first.entry(doc.words[phrase.start].hash).or_default();
            list.push(n);
        }
    }
    let mut left = BUDGET;
    // a bit for the end of each first word's hash: most words of a text are none
    let bit = |hash: u64| 1u64 << (hash % 64);
    let firsts = by_first.keys().fold(0, |bits, hash| bits | bit(*hash));
    for (i, word) in doc.words.iter().enumerate() {
        if firsts & bit(word.hash) == 0 {
            continue;
        }
        let Some(list) = by_first.get(&word.hash) else {
            continue;
        };
        for n in list {
            let phrase = phrases[*n].clone();
            if left < phrase.len() || out[*n].len() == KEPT {
                continue;
            }
            left -= phrase.len();
            let same = i + phrase.len() <= doc.words.len()
                && phrase
                    .clone()
                    .enumerate()
                    .all(|(k, w)| doc.words[i + k].hash == doc.words[w].hash);
            if same {
                out[*n].push(i);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_occurrence() {
        let doc = Document::new("Night nurse. The night nurse and the day nurse: NIGHT NURSE");
        assert_eq!(
            occurrences(&doc, &[0..2, 6..7]),
            [vec![0, 3, 9], vec![2, 6]]
        );
    }
}
