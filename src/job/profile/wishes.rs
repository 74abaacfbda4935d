//! What the person wishes of a job, held against what a posting says. What it does not say is no
//! point against it.

use crate::extract::pay::{Pay, Period};
use crate::extract::{Employment, WorkMode};
use crate::job::tongue::Tongue;
use crate::job::words::{employment_word, mode_word, pay_in};
use crate::job::{Card, FactKind, Value, WordsKey};

/// What the person wishes. What is `None` or empty does not count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// The least pay a year, in the posting's own currency.
    pub least_pay: Option<f64>,
    /// Places, any of which will do.
    pub places: Vec<String>,
    /// Work modes, any of which will do.
    pub modes: Vec<WorkMode>,
    /// Kinds of employment, any of which will do.
    pub types: Vec<Employment>,
    /// Languages, by their English names, that the work may be in.
    pub languages: Vec<String>,
    /// Whether a permit has to be sponsored.
    pub needs_permit: bool,
}

/// A wish that a posting does not meet, in words, and the fact that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmet {
    /// What the posting says.
    pub fact: FactKind,
    /// Why it is against the wish.
    pub why: String,
    /// Whether it rules the job out, and is no matter of taste: the permit, the place.
    pub is_blocker: bool,
}

/// Hours in a year of full-time work, weeks, days: for holding pay against a wish, no more.
fn a_year(pay: &Pay) -> Option<f64> {
    let top = pay.max.or(pay.min)?;
    let times = match pay.period? {
        Period::Hour => 2_080.0,
        Period::Day => 260.0,
        Period::Week => 52.0,
        Period::Month => 12.0,
        Period::Year => 1.0,
    };
    Some(top * times)
}

impl Wishes {
    /// What `card` says against the wishes, in the card's order.
    #[must_use]
    pub fn against(&self, tongue: &Tongue, card: &Card) -> Vec<Unmet> {
        let mut unmet = Vec::new();
        let mut add = |fact: FactKind, why: String, is_blocker: bool| {
            unmet.push(Unmet {
                fact,
                why,
                is_blocker,
            });
        };
        if let (Some(least), Some(Value::Pay(pay))) = (self.least_pay, card.value(FactKind::Pay))
            && a_year(pay).is_some_and(|most| most < least)
        {
            add(
                FactKind::Pay,
                tongue.fill("Less than you wish: {pay}", &[&pay_in(tongue, pay)]),
                false,
            );
        }
        let mode = match card.value(FactKind::WorkMode) {
            Some(Value::Mode(mode)) => Some(*mode),
            _ => None,
        };
        if let Some(Value::Places(places)) = card.value(FactKind::Location)
            && !self.places.is_empty()
            && mode != Some(WorkMode::Remote)
        {
            let wished = |place: &String| {
                let key = WordsKey::new(place);
                let key = [" ", key.as_str(), " "].concat();
                self.places.iter().any(|w| {
                    let w = WordsKey::new(w);
                    !w.is_empty() && key.contains(&[" ", w.as_str(), " "].concat())
                })
            };
            if !places.iter().any(wished) {
                add(
                    FactKind::Location,
                    tongue.fill("Not where you wish: {places}", &[&places.join(", ")]),
                    true,
                );
            }
        }
        if let Some(mode) = mode
            && !self.modes.is_empty()
            && !self.modes.contains(&mode)
        {
            add(
                FactKind::WorkMode,
                tongue.fill("Not as you wish: {what}", &[tongue.t(mode_word(mode))]),
                false,
            );
        }
        if let Some(Value::Employment(kinds)) = card.value(FactKind::Employment)
            && !self.types.is_empty()
            && !kinds.iter().any(|k| self.types.contains(k))
        {
            let kinds: Vec<&str> = kinds
                .iter()
                .map(|k| tongue.t(employment_word(*k)))
                .collect();
            add(
                FactKind::Employment,
                tongue.fill("Not as you wish: {what}", &[&kinds.join(", ")]),
                false,
            );
        }
        if let Some(Value::Languages(asked)) = card.value(FactKind::Languages)
            && !self.languages.is_empty()
        {
            let wished = |name: &String| {
                let key = WordsKey::new(name);
                self.languages.iter().any(|l| WordsKey::new(l) == key)
            };
            let other = asked.iter().map(|l| &l.name).find(|name| !wished(name));
            if let Some(other) = other {
                add(
                    FactKind::Languages,
                    tongue.fill("Not a language you wish: {name}", &[tongue.said(other)]),
                    false,
                );
            }
        }
        if self.needs_permit && card.value(FactKind::WorkPermit) == Some(&Value::Permit(false)) {
            add(
                FactKind::WorkPermit,
                tongue
                    .t("You need a permit, and none is sponsored")
                    .to_string(),
                true,
            );
        }
        unmet
    }
}
