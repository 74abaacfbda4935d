//! What changed between two versions of a posting: by fact, and by sentence. A text laid out anew has
//! not changed; the chrome of the site around it does not count.

use std::collections::BTreeMap;

use crate::extract::document::{Document, display};
use crate::extract::label::Label;
use crate::extract::pay::Pay;
use crate::extract::sentence::{blocks, sentences};
use crate::extract::{lang, order, sections};
use crate::job::tongue::mark;
use crate::job::{Card, FactKind, Value};

/// Two texts with more pairs of words or sentences than this between two fixed points are compared by
/// what is unique in both alone, so that time stays linear.
const TABLE: usize = 40_000;
/// Two sentences that share this much of their words are one, rewritten.
const REWRITTEN: f32 = 0.5;

/// What changed from one version to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Facts that say something else, in the card's order.
    pub fields: Vec<FieldChange>,
    /// The sentences of both versions, in order.
    pub steps: Vec<Step>,
}

/// A fact that says something else.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Which.
    pub kind: FactKind,
    /// What it said.
    pub before: Option<Value>,
    /// What it says now.
    pub after: Option<Value>,
    /// What happened to it, in a word: "lowered", "added".
    pub what: &'static str,
}

/// A stretch of the two texts.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// So many sentences are the same.
    Same(usize),
    /// A sentence that is gone, and what it was for.
    Gone(Label, String),
    /// A sentence that is new, and what it is for.
    New(Label, String),
    /// A sentence with other words in it.
    Rewritten(Label, Vec<Piece>),
}

/// A run of words in a rewritten sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Kept(String),
    /// No longer there.
    Gone(String),
    /// New.
    New(String),
}

impl Changes {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.steps.iter().all(|s| matches!(s, Step::Same(_)))
    }
}

/// What changed from `before` to `after`, each a text and its card.
#[must_use]
pub fn changes(before: (&str, &Card), after: (&str, &Card)) -> Changes {
    Changes {
        fields: fields(before.1, after.1),
        steps: steps(before.0, after.0),
    }
}

fn fields(before: &Card, after: &Card) -> Vec<FieldChange> {
    let mut out = Vec::new();
    for kind in FactKind::ALL {
        // where it was found and on which day it stood there says nothing of the job
        if matches!(kind, FactKind::Source | FactKind::Posted | FactKind::Skills) {
            continue;
        }
        let (old, new) = (before.value(kind), after.value(kind));
        if old == new {
            continue;
        }
        out.push(FieldChange {
            kind,
            before: old.cloned(),
            after: new.cloned(),
            what: what(old, new),
        });
    }
    out
}

fn what(old: Option<&Value>, new: Option<&Value>) -> &'static str {
    match (old, new) {
        (None, _) => mark("added"),
        (_, None) => mark("no longer stated"),
        (Some(Value::Pay(old)), Some(Value::Pay(new))) => pay(old, new),
        (Some(Value::Years(old)), Some(Value::Years(new))) => direction(new - old),
        (Some(Value::Level(old)), Some(Value::Level(new))) if new < old => mark("lowered"),
        (Some(Value::Level(_)), Some(Value::Level(_))) => mark("raised"),
        (Some(Value::Education(old)), Some(Value::Education(new))) if new < old => mark("lowered"),
        (Some(Value::Education(_)), Some(Value::Education(_))) => mark("raised"),
        _ => mark("changed"),
    }
}

fn direction(by: f32) -> &'static str {
    if by < 0.0 {
        mark("lowered")
    } else {
        mark("raised")
    }
}

/// "Lowered" only where no end went up, and the same currency and time are meant.
fn pay(old: &Pay, new: &Pay) -> &'static str {
    if old.currency != new.currency || old.period != new.period {
        return mark("changed");
    }
    let step = |old: Option<f64>, new: Option<f64>| match (old, new) {
        (Some(old), Some(new)) => Some(new.total_cmp(&old)),
        (None, None) => Some(std::cmp::Ordering::Equal),
        _ => None,
    };
    match (step(old.min, new.min), step(old.max, new.max)) {
        (Some(min), Some(max)) if min.is_le() && max.is_le() => mark("lowered"),
        (Some(min), Some(max)) if min.is_ge() && max.is_ge() => mark("raised"),
        _ => mark("changed"),
    }
}

/// A sentence of a posting.
struct Said {
    label: Label,
    text: String,
    /// Its words' hashes.
    words: Vec<u64>,
    key: u64,
}

fn said(text: &str) -> Vec<Said> {
    let mut doc = Document::new(text);
    doc.lang = lang::read(&doc);
    sections::label(&mut doc);
    let mut out = Vec::new();
    for block in blocks(&doc) {
        if block.label == Label::Noise {
            continue;
        }
        for sentence in sentences(&doc, &block) {
            let words: Vec<u64> = doc.words[sentence.words.clone()]
                .iter()
                .map(|w| w.hash)
                .collect();
            let key = words.iter().fold(7_u64, |h, w| {
                (h.rotate_left(5) ^ w).wrapping_mul(0x517c_c1b7_2722_0a95)
            });
            out.push(Said {
                label: block.label,
                text: display(text, sentence.span),
                words,
                key,
            });
        }
    }
    out
}

fn steps(before: &str, after: &str) -> Vec<Step> {
    let (old, new) = (said(before), said(after));
    let keys = |list: &[Said]| list.iter().map(|s| s.key).collect::<Vec<_>>();
    let mut out = Vec::new();
    let (mut i, mut j, mut same) = (0, 0, 0);
    let mut pairs = common(&keys(&old), &keys(&new));
    pairs.push((old.len(), new.len()));
    for (a, b) in pairs {
        if (i < a || j < b) && same > 0 {
            out.push(Step::Same(same));
            same = 0;
        }
        replaced(&old[i..a], &new[j..b], &mut out);
        (i, j, same) = (a + 1, b + 1, same + 1);
    }
    // the end counts as a pair and is none
    if same > 1 {
        out.push(Step::Same(same - 1));
    }
    out
}

/// What stands between two sentences that are the same: those much alike are one rewritten.
fn replaced(old: &[Said], new: &[Said], out: &mut Vec<Step>) {
    let mut from = 0;
    for before in old {
        let reach = new.len().min(from + 12);
        let like = (from..reach).find(|k| alike(&before.words, &new[*k].words) >= REWRITTEN);
        let Some(at) = like else {
            out.push(Step::Gone(before.label, before.text.clone()));
            continue;
        };
        for fresh in &new[from..at] {
            out.push(Step::New(fresh.label, fresh.text.clone()));
        }
        let pieces = pieces(&before.text, &new[at].text);
        out.push(Step::Rewritten(new[at].label, pieces));
        from = at + 1;
    }
    for fresh in &new[from..] {
        out.push(Step::New(fresh.label, fresh.text.clone()));
    }
}

/// The share of words two sentences have in common, however they stand.
fn alike(a: &[u64], b: &[u64]) -> f32 {
    let (mut a, mut b) = (a.to_vec(), b.to_vec());
    order::sort(&mut a);
    order::sort(&mut b);
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, n) = (i + 1, j + 1, n + 1),
        }
    }
    2.0 * n as f32 / (a.len() + b.len()).max(1) as f32
}

/// A sentence with what went and what came, in runs of words as written.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) = (
        before.split_whitespace().collect(),
        after.split_whitespace().collect(),
    );
    let keys = |words: &[&str]| words.iter().map(|w| hash(w)).collect::<Vec<_>>();
    let mut pairs = common(&keys(&old), &keys(&new));
    pairs.push((old.len(), new.len()));
    let mut out: Vec<Piece> = Vec::new();
    let (mut i, mut j, mut kept) = (0, 0, 0);
    for (a, b) in pairs {
        if i < a || j < b {
            add(&mut out, Piece::Kept, &new[j - kept..j]);
            add(&mut out, Piece::Gone, &old[i..a]);
            add(&mut out, Piece::New, &new[j..b]);
            kept = 0;
        }
        if b < new.len() {
            kept += 1;
        }
        (i, j) = (a + 1, (b + 1).min(new.len()));
    }
    add(&mut out, Piece::Kept, &new[new.len() - kept..]);
    out
}

fn add(out: &mut Vec<Piece>, piece: fn(String) -> Piece, words: &[&str]) {
    if !words.is_empty() {
        out.push(piece(words.join(" ")));
    }
}

fn hash(word: &str) -> u64 {
    crate::extract::document::hash_word(word)
}

/// The pairs of places where the two lists are the same, both ascending: the longest such list, or
/// where the lists are long, one through what stands once in both.
fn common(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[head..], &b[head..]);
    let tail = rest_a
        .iter()
        .rev()
        .zip(rest_b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (mid_a, mid_b) = (
        &rest_a[..rest_a.len() - tail],
        &rest_b[..rest_b.len() - tail],
    );
    let mut out: Vec<(usize, usize)> = (0..head).map(|i| (i, i)).collect();
    let middle = if mid_a.is_empty() || mid_b.is_empty() {
        Vec::new()
    } else if mid_a.len().saturating_mul(mid_b.len()) <= TABLE {
        longest(mid_a, mid_b)
    } else {
        anchored(mid_a, mid_b)
    };
    out.extend(middle.into_iter().map(|(i, j)| (i + head, j + head)));
    let (end_a, end_b) = (a.len() - tail, b.len() - tail);
    out.extend((0..tail).map(|k| (end_a + k, end_b + k)));
    out
}

/// The longest list common to both, by the table of all pairs.
fn longest(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut table = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            table[i * width + j] = if a[i] == b[j] {
                table[(i + 1) * width + j + 1] + 1
            } else {
                table[(i + 1) * width + j].max(table[i * width + j + 1])
            };
        }
    }
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// A list common to both through what stands exactly once in each, with what lies between.
fn anchored(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    let mut seen: BTreeMap<u64, (u32, usize, u32, usize)> = BTreeMap::new();
    for (i, key) in a.iter().enumerate() {
        let at = seen.entry(*key).or_default();
        (at.0, at.1) = (at.0 + 1, i);
    }
    for (j, key) in b.iter().enumerate() {
        let at = seen.entry(*key).or_default();
        (at.2, at.3) = (at.2 + 1, j);
    }
    let mut once: Vec<(usize, usize)> = seen
        .values()
        .filter(|s| s.0 == 1 && s.2 == 1)
        .map(|s| (s.1, s.3))
        .collect();
    order::sort(&mut once);
    let anchors = ascending(&once);
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (x, y) in anchors {
        between(&a[i..x], &b[j..y], (i, j), &mut out);
        out.push((x, y));
        (i, j) = (x + 1, y + 1);
    }
    between(&a[i..], &b[j..], (i, j), &mut out);
    out
}

fn between(a: &[u64], b: &[u64], at: (usize, usize), out: &mut Vec<(usize, usize)>) {
    if !a.is_empty() && !b.is_empty() && a.len().saturating_mul(b.len()) <= TABLE {
        out.extend(longest(a, b).into_iter().map(|(i, j)| (i + at.0, j + at.1)));
    }
}

/// The longest run of pairs, sorted by the first, whose second ascends too.
fn ascending(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (n, pair) in pairs.iter().enumerate() {
        let at = ends.partition_point(|end| pairs[*end].1 < pair.1);
        before.push(at.checked_sub(1).map(|k| ends[k]));
        if at == ends.len() {
            ends.push(n);
        } else {
            ends[at] = n;
        }
    }
    let mut out = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(n) = at {
        out.push(pairs[n]);
        at = before[n];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use crate::job::Corrections;

    fn of(before: &str, after: &str) -> Changes {
        let card = |text| Card::new(&extract::read(text).facts, &Corrections::default());
        changes((before, &card(before)), (after, &card(after)))
    }

    const BEFORE: &str = "Night Porter\nHotel Ligusta, Graz\n\nSalary: €2,400 - €2,600 a month\n\n\
        What you do\n- Welcome guests who arrive late\n- Walk the house every hour\n\n\
        What we ask\n- English and German\n- Two years at a front desk\n";

    #[test]
    fn facts_that_changed_are_named() {
        let after = BEFORE.replace("€2,400 - €2,600", "€2,200 - €2,600");
        let changes = of(BEFORE, &after);
        let pay = changes.fields.iter().find(|f| f.kind == FactKind::Pay);
        assert_eq!(pay.map(|f| f.what), Some("lowered"));
        let gone = of(
            BEFORE,
            &BEFORE.replace("Salary: €2,400 - €2,600 a month", ""),
        );
        let pay = gone.fields.iter().find(|f| f.kind == FactKind::Pay);
        assert_eq!(pay.map(|f| f.what), Some("no longer stated"));
    }

    #[test]
    fn sentences_that_changed_are_shown() {
        let after = BEFORE.replace("every hour", "every two hours").replace(
            "- English and German\n",
            "- English and German\n- A driving licence\n",
        );
        let steps = of(BEFORE, &after).steps;
        let new: Vec<_> = steps
            .iter()
            .filter_map(|s| match s {
                Step::New(_, text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(new, ["A driving licence"]);
        let rewritten = steps.iter().find_map(|s| match s {
            Step::Rewritten(_, pieces) => Some(pieces.clone()),
            _ => None,
        });
        let pieces = [
            Piece::Kept("Walk the house every".into()),
            Piece::Gone("hour".into()),
            Piece::New("two hours".into()),
        ];
        assert_eq!(rewritten.as_deref(), Some(&pieces[..]));
    }

    #[test]
    fn a_new_layout_is_no_change() {
        let after = BEFORE.replace("\n- ", "\n• ").replace('\n', "\r\n");
        assert!(of(BEFORE, &after).is_empty(), "{:?}", of(BEFORE, &after));
        assert!(of(BEFORE, BEFORE).is_empty());
    }

    #[test]
    fn long_lists_are_compared_through_what_is_unique() {
        let a: Vec<u64> = (0..3_000).collect();
        let mut b = a.clone();
        b.remove(1_500);
        b.insert(10, 9_999);
        b[2_900] = 5;
        let pairs = common(&a, &b);
        assert_eq!(pairs.len(), 2_998);
        assert!(pairs.iter().all(|(i, j)| a[*i] == b[*j]));
        assert!(pairs.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1));
    }
}
