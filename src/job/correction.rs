//! Values the person gives by hand, a fact at a time. They survive every re-reading of the text;
//! nothing but the person takes one back.

use std::collections::BTreeMap;

use super::clock::{Moment, Stamped};
use super::fact::{FactKind, Value};

/// What the person says of a fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Correction {
    /// It is this.
    Is(Value),
    /// The posting does not say it.
    NotStated,
    /// A correction taken back: what was read holds again. Kept with its time, so that it also takes
    /// back the same correction in another copy of the job.
    AsRead,
}

/// The person's corrections, at most one a fact.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections {
    by_fact: BTreeMap<FactKind, Stamped<Correction>>,
}

impl Corrections {
    /// Sets the correction of a fact, given at `at`. An empty value is "not stated". A value of
    /// another fact's type changes nothing and gives `false`.
    pub fn set(&mut self, kind: FactKind, correction: Correction, at: Moment) -> bool {
        let correction = match correction {
            Correction::Is(value) if !kind.takes(&value) => return false,
            Correction::Is(value) if value.is_empty() => Correction::NotStated,
            other => other,
        };
        let at = self.by_fact.get(&kind).map_or(at, |old| at.after(old.at));
        self.by_fact.insert(kind, Stamped::new(correction, at));
        true
    }

    /// The correction of a fact that holds now; `None` where what was read holds.
    #[must_use]
    pub fn get(&self, kind: FactKind) -> Option<&Correction> {
        self.by_fact
            .get(&kind)
            .map(|stamped| &stamped.value)
            .filter(|correction| **correction != Correction::AsRead)
    }

    /// Whether nothing is corrected now.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        FactKind::ALL.iter().all(|kind| self.get(*kind).is_none())
    }

    /// All that was set, those taken back too, in the card's order.
    pub fn iter(&self) -> impl Iterator<Item = (FactKind, &Stamped<Correction>)> {
        self.by_fact.iter().map(|(kind, stamped)| (*kind, stamped))
    }

    /// When the last of them was set.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        self.by_fact.values().map(|stamped| stamped.at).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::WorkMode;

    #[test]
    fn a_correction_holds_until_taken_back() {
        let mut corrections = Corrections::default();
        let pay = FactKind::Company;
        let value = || Correction::Is(Value::Text("Harbour Pilots".into()));
        assert!(corrections.is_empty());
        assert!(corrections.set(pay, value(), Moment(1)));
        assert_eq!(corrections.get(pay), Some(&value()));
        assert!(corrections.set(pay, Correction::NotStated, Moment(2)));
        assert_eq!(corrections.get(pay), Some(&Correction::NotStated));
        assert!(corrections.set(pay, Correction::AsRead, Moment(3)));
        assert_eq!(corrections.get(pay), None);
        assert!(corrections.is_empty());
        assert_eq!(corrections.last_change(), Some(Moment(3)));
    }

    #[test]
    fn nothing_is_not_stated_and_a_foreign_type_is_refused() {
        let mut corrections = Corrections::default();
        let blank = Correction::Is(Value::Text("  ".into()));
        assert!(corrections.set(FactKind::Title, blank, Moment(1)));
        assert_eq!(
            corrections.get(FactKind::Title),
            Some(&Correction::NotStated)
        );
        let mode = Correction::Is(Value::Mode(WorkMode::Remote));
        assert!(!corrections.set(FactKind::Title, mode, Moment(2)));
        assert_eq!(corrections.last_change(), Some(Moment(1)));
    }
}
