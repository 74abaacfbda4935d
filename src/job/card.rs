//! The card: what was read, with the person's corrections laid over it. Made anew from both, never
//! stored; no value without a span or the person's hand.

use super::correction::{Correction, Corrections};
use super::fact::{FactKind, Value};
use crate::extract::{Facts, Span};

/// All facts of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    entries: Vec<Entry>,
}

/// One fact of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which fact.
    pub kind: FactKind,
    /// What it says; `None` for "not stated".
    pub value: Option<Value>,
    /// Whose word it is.
    pub origin: Origin,
    /// The words what was read came from; empty where nothing was read.
    pub evidence: Vec<Span>,
}

/// Whose word a fact is.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// The posting's.
    Read,
    /// The person's, in place of what was read.
    Yours {
        /// What was read.
        read: Option<Value>,
    },
}

impl Card {
    /// `corrections` laid over `facts`.
    #[must_use]
    pub fn new(facts: &Facts, corrections: &Corrections) -> Self {
        Self::over(|kind| kind.of(facts), corrections)
    }

    /// `corrections` laid over what `read` gives for each fact.
    pub fn over(
        read: impl Fn(FactKind) -> Option<(Value, Vec<Span>)>,
        corrections: &Corrections,
    ) -> Self {
        let entry = |kind| {
            let (read, evidence) = read(kind).map_or((None, Vec::new()), |(v, e)| (Some(v), e));
            let (value, origin) = match corrections.get(kind) {
                None | Some(Correction::AsRead) => (read, Origin::Read),
                Some(Correction::NotStated) => (None, Origin::Yours { read }),
                Some(Correction::Is(value)) => (Some(value.clone()), Origin::Yours { read }),
            };
            Entry {
                kind,
                value,
                origin,
                evidence,
            }
        };
        Self {
            entries: FactKind::ALL.into_iter().map(entry).collect(),
        }
    }

    /// One fact.
    #[must_use]
    pub fn get(&self, kind: FactKind) -> &Entry {
        // ALL holds the kinds in the order of their numbers, which a test of theirs keeps.
        &self.entries[kind as usize]
    }

    /// What a fact says.
    #[must_use]
    pub fn value(&self, kind: FactKind) -> Option<&Value> {
        self.get(kind).value.as_ref()
    }

    /// The words of a fact that is words.
    #[must_use]
    pub fn text(&self, kind: FactKind) -> Option<&str> {
        self.value(kind).and_then(Value::text)
    }

    /// All facts, in the card's order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The facts a card shows: all that every card has, and the others where stated or corrected.
    pub fn shown(&self) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(|e| !e.kind.only_when_stated() || e.value.is_some() || e.is_yours())
    }
}

impl Entry {
    /// Whether it is the person's word.
    #[must_use]
    pub fn is_yours(&self) -> bool {
        matches!(self.origin, Origin::Yours { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Fact;
    use crate::job::Moment;

    #[test]
    fn corrections_lie_over_what_was_read() {
        let mut facts = Facts {
            title: Some(Fact::new("Lockkeeper".into(), Span::new(3, 13), "test")),
            hours: Some(Fact::new("30 h".into(), Span::new(20, 24), "test")),
            ..Facts::default()
        };
        let text = |words: &str| Some(Value::Text(words.into()));
        let mut corrections = Corrections::default();
        let by_hand = Correction::Is(Value::Text("Harbour Board".into()));
        corrections.set(FactKind::Company, by_hand, Moment(1));
        corrections.set(FactKind::Title, Correction::NotStated, Moment(1));

        let card = Card::new(&facts, &corrections);
        for (at, kind) in FactKind::ALL.into_iter().enumerate() {
            assert_eq!(card.entries()[at].kind, kind);
            assert_eq!(card.get(kind).kind, kind);
        }
        let title = card.get(FactKind::Title);
        assert_eq!(title.value, None);
        assert_eq!(title.evidence, [Span::new(3, 13)]);
        let read = text("Lockkeeper");
        assert_eq!(title.origin, Origin::Yours { read });
        assert_eq!(card.text(FactKind::Company), Some("Harbour Board"));
        let shown: Vec<_> = card.shown().map(|e| e.kind).collect();
        assert_eq!(shown.len(), 17);
        assert_eq!(shown.last(), Some(&FactKind::Hours));

        // A later reading changes what was read, never what the person said.
        facts.title = Some(Fact::new("Keeper".into(), Span::new(3, 9), "test"));
        facts.company = Some(Fact::new("Board".into(), Span::new(30, 35), "test"));
        let again = Card::new(&facts, &corrections);
        assert_eq!(again.value(FactKind::Title), None);
        assert_eq!(again.text(FactKind::Company), Some("Harbour Board"));
        let read = text("Board");
        assert_eq!(again.get(FactKind::Company).origin, Origin::Yours { read });
    }
}
