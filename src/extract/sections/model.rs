//! The line model: a linear chain over the lines, weights per feature and label, and per pair of
//! neighbouring labels. The weights are data, made by `examples/train_lines.rs`.

use super::super::label::Label;
use super::features::{BUCKETS, Row};

/// The labels the model tells apart; titles are named later, by the title reader.
pub const LABELS: [Label; 10] = [
    Label::Meta,
    Label::About,
    Label::Duty,
    Label::Must,
    Label::Nice,
    Label::Benefit,
    Label::Apply,
    Label::Legal,
    Label::Heading,
    Label::Noise,
];

/// Where noise stands among them.
pub const NOISE: usize = 9;

/// Where headings stand among them.
const HEADING: usize = 8;

/// The kind of step to a line that goes on with a sentence.
const GOES_ON: usize = 2;

/// What it counts against a path that a sentence changes its kind in its middle. It cannot turn to a
/// heading there at all.
const TURNS: f32 = 4.0;

/// What it counts beside the model's own scores that the rules hold a line for noise. They know the
/// sites' phrases; the model has seen too few sites to weigh that.
pub const RULED_NOISE: f32 = 3.0;

/// Number of labels.
pub const N: usize = LABELS.len();

/// Kinds of step from one line to the next: after a blank, tight, and going on with a sentence.
pub const STEPS: usize = 3;

/// Number of weights: features, then steps.
pub const SIZE: usize = BUCKETS * N + STEPS * N * N;

/// One weight's unit in the stored form.
pub const UNIT: f32 = 1.0 / 24.0;

static TRAINED: &[u8] = include_bytes!("weights.bin");

/// The trained weight `i`, as [`decode`] asks for it.
pub fn trained(i: usize) -> f32 {
    TRAINED.get(i).map_or(0.0, |b| f32::from(*b as i8) * UNIT)
}

/// The scores of one line's labels.
pub fn scores<W: Fn(usize) -> f32>(row: &Row, weight: &W) -> [f32; N] {
    let mut out = [0.0; N];
    for f in &row.features {
        let at = *f as usize * N;
        for (y, s) in out.iter_mut().enumerate() {
            *s += weight(at + y);
        }
    }
    out
}

/// The scores of one line's labels by the trained weights: the same sums, ten at a time.
pub fn trained_scores(row: &Row) -> [f32; N] {
    // sixteen bits hold the weights of 256 features, more than a line has
    let mut sums = [0i16; N];
    for f in &row.features {
        let weights = TRAINED.get(*f as usize * N..);
        if let Some(weights) = weights.and_then(|w| w.first_chunk::<N>()) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += i16::from(*weight as i8);
            }
        }
    }
    sums.map(|sum| f32::from(sum) * UNIT)
}

/// The kind of the step that leads to a line.
pub fn step_kind(row: &Row) -> u8 {
    if row.continues {
        GOES_ON as u8
    } else {
        u8::from(row.tight)
    }
}

/// Where the weight of a step stands.
pub fn step(row: &Row, from: usize, to: usize) -> usize {
    step_at(step_kind(row), from, to)
}

fn step_at(kind: u8, from: usize, to: usize) -> usize {
    let kind = usize::from(kind);
    BUCKETS * N + (kind * N + from) * N + to
}

/// The best labels for lines of these steps and scores, as indices into [`LABELS`].
pub fn best_chain<W: Fn(usize) -> f32>(lines: &[(u8, [f32; N])], weight: &W) -> Vec<usize> {
    let Some(((_, first), others)) = lines.split_first() else {
        return Vec::new();
    };
    let mut steps = [[[0.0; N]; N]; STEPS];
    for (kind, table) in steps.iter_mut().enumerate() {
        for (to, row) in table.iter_mut().enumerate() {
            for (from, w) in row.iter_mut().enumerate() {
                *w = weight(step_at(kind as u8, from, to));
                if kind == GOES_ON && from != to {
                    *w -= TURNS;
                }
                if kind == GOES_ON && to == HEADING {
                    *w -= 100.0;
                }
            }
        }
    }
    let mut best = *first;
    let mut back: Vec<[u8; N]> = Vec::with_capacity(lines.len());
    for (kind, own) in others {
        let mut next = [f32::MIN; N];
        let mut from = [0u8; N];
        for (y, slot) in next.iter_mut().enumerate() {
            for (p, b) in best.iter().enumerate() {
                let s = b + steps[usize::from(*kind)][y][p];
                if s > *slot {
                    (*slot, from[y]) = (s, p as u8);
                }
            }
            *slot += own[y];
        }
        best = next;
        back.push(from);
    }
    let mut at = 0;
    for y in 1..N {
        if best[y] > best[at] {
            at = y;
        }
    }
    let mut out = vec![at];
    for from in back.iter().rev() {
        at = from[at] as usize;
        out.push(at);
    }
    out.reverse();
    out
}
