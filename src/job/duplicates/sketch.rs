//! A posting's text as a small sample of its word runs, so that thousands of texts can be held against
//! one another. Case, accents, bullets and line ends do not count. Never holds the words themselves.

use crate::extract::Label;
use crate::extract::word::{Word, split};
use crate::extract::{Span, order};

/// Words in a run. Four together are seldom the same by chance.
const RUN: usize = 4;
/// The runs kept: the smallest by their number, which is a fair draw of all of them.
const KEPT: usize = 96;
/// Fewer runs than this say too little of how much of a text stands in another.
const FEW: usize = 24;

/// A sample of a text's runs of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The smallest numbers of runs, ascending, each once.
    runs: Vec<u32>,
    /// How many different runs the text has.
    all: usize,
}

impl Sketch {
    /// The sketch of a text, less the lines that `lines` labels as chrome of a site; without labels,
    /// of the whole text. Linear in the text.
    #[must_use]
    pub fn new(text: &str, lines: &[(Span, Label)]) -> Self {
        let mut folded = String::with_capacity(text.len());
        let words = split(text, &mut folded);
        let mut kept: Vec<u64> = Vec::with_capacity(words.len());
        let mut at = 0;
        for Word { span, hash, .. } in &words {
            while lines.get(at).is_some_and(|(line, _)| line.end < span.end) {
                at += 1;
            }
            let noise = lines.get(at).is_some_and(|(_, l)| *l == Label::Noise);
            if !noise {
                kept.push(*hash);
            }
        }
        if kept.is_empty() {
            return Self::default();
        }
        let run = RUN.min(kept.len());
        let mut runs: Vec<u32> = kept.windows(run).map(number).collect();
        order::sort_once(&mut runs);
        let all = runs.len();
        runs.truncate(KEPT);
        runs.shrink_to_fit();
        Self { runs, all }
    }

    /// How much of the smaller text stands in the larger, 0 to 1, as far as the samples tell. Texts of
    /// few words are alike only as wholes.
    #[must_use]
    pub fn containment(&self, other: &Self) -> f32 {
        let (Some(last), Some(other_last)) = (self.runs.last(), other.runs.last()) else {
            return 0.0;
        };
        // A whole text has all its runs here; of a longer one only those up to its last are known.
        let known = |sketch: &Self, last: u32| {
            if sketch.all > sketch.runs.len() {
                last
            } else {
                u32::MAX
            }
        };
        let limit = known(self, *last).min(known(other, *other_last));
        let (mine, theirs) = (up_to(&self.runs, limit), up_to(&other.runs, limit));
        let shared = shared(mine, theirs);
        let whole = self.all.min(other.all) < FEW;
        let of = if whole {
            mine.len().max(theirs.len())
        } else {
            mine.len().min(theirs.len())
        };
        if of == 0 {
            return 0.0;
        }
        shared as f32 / of as f32
    }
}

fn up_to(runs: &[u32], limit: u32) -> &[u32] {
    &runs[..runs.partition_point(|run| *run <= limit)]
}

/// How many numbers two ascending lists share.
fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                n += 1;
                i += 1;
                j += 1;
            }
        }
    }
    n
}

/// The number of a run: its words' hashes mixed, the order counting.
fn number(words: &[u64]) -> u32 {
    let mixed = words.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |h, word| {
        let h = (h.rotate_left(23) ^ word).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        h ^ (h >> 31)
    });
    (mixed >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: usize, to: usize) -> String {
        let word = |i: usize| format!("word{} ", i * i % 7919);
        (from..to).map(word).collect()
    }

    fn containment(a: &str, b: &str) -> f32 {
        Sketch::new(a, &[]).containment(&Sketch::new(b, &[]))
    }

    #[test]
    fn a_part_stands_in_the_whole() {
        let whole = text(0, 900);
        let cases = [
            ("itself", text(0, 900), 1.0, 1.0),
            ("its end", text(300, 900), 0.9, 1.0),
            ("its start, short", text(0, 60), 0.8, 1.0),
            (
                "more around it",
                format!("{}{whole}", text(3000, 3200)),
                0.9,
                1.0,
            ),
            ("half of another", text(450, 1350), 0.3, 0.7),
            ("another", text(4000, 4900), 0.0, 0.05),
            ("nothing", String::new(), 0.0, 0.0),
        ];
        for (name, other, least, most) in cases {
            let got = containment(&whole, &other);
            assert!((least..=most).contains(&got), "{name}: {got}");
            assert!(
                (got - containment(&other, &whole)).abs() < f32::EPSILON,
                "{name}"
            );
        }
    }

    #[test]
    fn form_does_not_count_and_few_words_count_as_a_whole() {
        let a = "• Vous préparez les commandes\n• Vous chargez les camions\n";
        let b = "VOUS PREPAREZ les commandes.\r\n\r\n- vous chargez LES camions";
        assert!((containment(a, b) - 1.0).abs() < f32::EPSILON);
        let long = format!("{} {b} {}", text(0, 300), text(300, 600));
        assert!(containment(b, &long) < 0.1);
    }

    #[test]
    fn chrome_does_not_count() {
        let noise = text(0, 50);
        let body = text(100, 200);
        let whole = format!("{noise}\n{body}");
        let lines = [
            (Span::new(0, noise.len()), Label::Noise),
            (Span::new(noise.len() + 1, whole.len()), Label::Duty),
        ];
        assert_eq!(Sketch::new(&whole, &lines), Sketch::new(&body, &[]));
    }
}
