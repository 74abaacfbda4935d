//! Candidates and the one resolver. A field's rules propose values with a weight and a reason; the
//! resolver picks. Rules never overwrite each other in place.

use std::ops::Range;

use super::facts::Fact;
use super::span::Span;

/// A value a rule proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate<T> {
    /// The value.
    pub value: T,
    /// The words it came from.
    pub evidence: Span,
    /// How much the rule is trusted here; higher wins. 100 is a labelled field ("Salary: ..."),
    /// 50 a clear phrase in prose, 10 a hint.
    pub weight: i32,
    /// The rule, in a few words.
    pub reason: &'static str,
}

/// Words a rule proposes, before they are cleaned and compared.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its words.
    pub words: Range<usize>,
    /// Its words and the marks right around them.
    pub span: Span,
    /// See [`Candidate::weight`].
    pub weight: i32,
    /// The rule.
    pub reason: &'static str,
}

/// More evidence than this helps no one, and looking through it takes time.
const MOST_EVIDENCE: usize = 24;

/// The candidate of the highest weight, the earliest of them if several; the evidence of the others
/// with an equal value is added after its own.
pub fn resolve<T: PartialEq + Clone>(candidates: &[Candidate<T>]) -> Option<Fact<T>> {
    let best = candidates.iter().reduce(|a, b| {
        let later = b.evidence.start >= a.evidence.start;
        if b.weight > a.weight || (b.weight == a.weight && !later) {
            b
        } else {
            a
        }
    })?;
    let mut fact = Fact::new(best.value.clone(), best.evidence, best.reason);
    for c in candidates {
        if fact.evidence.len() == MOST_EVIDENCE {
            break;
        }
        if c.value == best.value && !fact.evidence.contains(&c.evidence) {
            fact.evidence.push(c.evidence);
        }
    }
    Some(fact)
}
