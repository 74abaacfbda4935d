//! What the person keeps on a job beside its posting: people, links, documents by name, what pay was
//! asked and offered, and what stands behind their ticks. Nothing of it is read from a text.

use std::collections::BTreeMap;

use super::clock::{Day, Moment, Stamped};
use super::correction::{Correction, Corrections};
use super::fact::{FactKind, Value};
use super::key::WordsKey;
use super::tongue::mark;

/// What a slip is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum SlipKind {
    Contact,
    Link,
    Document,
}

/// What is typed into a field of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Words.
    Words,
    /// An address for mail.
    Mail,
    /// A telephone number.
    Phone,
    /// An address of the web.
    Address,
    /// A day, as `YYYY-MM-DD`.
    Day,
}

impl SlipKind {
    /// All, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Contact, Self::Link, Self::Document];

    /// The name of their list.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Contact => "Contacts",
            Self::Link => "Links",
            Self::Document => "Documents",
        }
    }

    /// The name of one.
    #[must_use]
    pub fn one(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Link => "link",
            Self::Document => "document",
        }
    }

    /// The fields, the one that names the slip first.
    #[must_use]
    pub fn fields(self) -> &'static [(&'static str, Typed)] {
        match self {
            Self::Contact => {
                const {
                    &[
                        (mark("Name"), Typed::Words),
                        (mark("Role"), Typed::Words),
                        (mark("E-mail"), Typed::Mail),
                        (mark("Telephone"), Typed::Phone),
                        (mark("Profile or page"), Typed::Address),
                    ]
                }
            }
            Self::Link => {
                const {
                    &[
                        (mark("Address"), Typed::Address),
                        (mark("What it is"), Typed::Words),
                    ]
                }
            }
            Self::Document => {
                const {
                    &[
                        (mark("File or title"), Typed::Words),
                        (mark("What it is"), Typed::Words),
                        (mark("Sent on"), Typed::Day),
                    ]
                }
            }
        }
    }
}

/// A contact, a link or a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    /// What it is known by within its job: small letters and digits.
    pub id: String,
    /// What it is of.
    pub kind: SlipKind,
    /// What stands in its fields, in their order; those left out at the end are blank.
    pub said: Vec<String>,
    /// Taken off; kept so that another copy learns of it.
    pub removed: bool,
    /// When it was last changed.
    pub changed: Moment,
}

impl Slip {
    /// A slip with these fields, each on one line.
    #[must_use]
    pub fn new(id: String, kind: SlipKind, said: &[String], now: Moment) -> Self {
        let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut said: Vec<String> = said.iter().map(line).collect();
        said.truncate(kind.fields().len());
        while said.last().is_some_and(String::is_empty) {
            said.pop();
        }
        Self {
            id,
            kind,
            said,
            removed: false,
            changed: now,
        }
    }

    /// Whether nothing is said in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.said.is_empty()
    }

    /// What stands in a field; empty where nothing does.
    #[must_use]
    pub fn field(&self, at: usize) -> &str {
        self.said.get(at).map_or("", String::as_str)
    }

    /// What to call it: its first words.
    #[must_use]
    pub fn name(&self) -> &str {
        let first = self.said.iter().find(|words| !words.is_empty());
        first.map_or("", String::as_str)
    }

    /// All that is said in it, on one line.
    #[must_use]
    pub fn line(&self) -> String {
        let said = self.said.iter().filter(|words| !words.is_empty());
        said.cloned().collect::<Vec<_>>().join(", ")
    }
}

/// A point of pay or of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it; `label` says them on screen
pub enum Term {
    Asked,
    Offered,
    Bonus,
    Leave,
    Hours,
    Start,
    AnswerBy,
    More,
}

impl Term {
    /// All, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Asked,
        Self::Offered,
        Self::Bonus,
        Self::Leave,
        Self::Hours,
        Self::Start,
        Self::AnswerBy,
        Self::More,
    ];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Asked => "Salary asked",
            Self::Offered => "Salary offered",
            Self::Bonus => "Bonus and shares",
            Self::Leave => "Paid leave",
            Self::Hours => "Hours a week",
            Self::Start => "Start",
            Self::AnswerBy => "Answer by",
            Self::More => "Also agreed",
        }
    }

    /// The fact whose values it takes, and whose form it is typed into.
    #[must_use]
    pub fn form(self) -> FactKind {
        match self {
            Self::Asked | Self::Offered => FactKind::Pay,
            Self::Start => FactKind::Start,
            Self::AnswerBy => FactKind::Deadline,
            Self::Bonus | Self::Leave | Self::Hours | Self::More => FactKind::Hours,
        }
    }

    /// The fact of the posting that it takes the place of where jobs are compared.
    #[must_use]
    pub fn instead_of(self) -> Option<FactKind> {
        match self {
            Self::Offered => Some(FactKind::Pay),
            Self::Hours => Some(FactKind::Hours),
            Self::Start => Some(FactKind::Start),
            _ => None,
        }
    }
}

/// What stands behind a tick, in the person's words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// The requirement's words, as read.
    pub words: String,
    /// The note; blank once taken back.
    pub note: Stamped<String>,
}

/// All that the person keeps on a job.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dossier {
    slips: BTreeMap<String, Slip>,
    terms: BTreeMap<Term, Stamped<Option<Value>>>,
    proofs: BTreeMap<WordsKey, Proof>,
}

impl Dossier {
    /// The slips of one kind, the first made first. What is said twice, on two devices or in a table
    /// that was brought in again, is there once.
    #[must_use]
    pub fn of(&self, kind: SlipKind) -> Vec<&Slip> {
        let mut found: Vec<&Slip> = Vec::new();
        for slip in self.slips.values() {
            let there = !slip.removed && slip.kind == kind;
            if there && !found.iter().any(|other| other.line() == slip.line()) {
                found.push(slip);
            }
        }
        found
    }

    /// All slips, those taken off too: what is stored.
    pub fn slips(&self) -> impl Iterator<Item = &Slip> {
        self.slips.values()
    }

    /// Puts a slip in, in place of the one of its id.
    pub fn insert(&mut self, slip: Slip) {
        self.slips.insert(slip.id.clone(), slip);
    }

    /// Takes a slip off at `now`, and those that say the same.
    pub fn take_off(&mut self, slip: &Slip, now: Moment) {
        let line = slip.line();
        for other in self.slips.values_mut() {
            if other.kind == slip.kind && !other.removed && other.line() == line {
                other.removed = true;
                other.changed = now.after(other.changed);
            }
        }
    }

    /// What was said of a term; `None` for nothing.
    #[must_use]
    pub fn term(&self, term: Term) -> Option<&Value> {
        self.terms.get(&term)?.value.as_ref()
    }

    /// Says a term at `now`, or takes it back. A value of another type changes nothing.
    pub fn set_term(&mut self, term: Term, value: Option<Value>, now: Moment) {
        let value = value.filter(|value| !value.is_empty());
        if value.as_ref().is_none_or(|v| term.form().takes(v)) {
            self.terms.entry(term).or_default().set(value, now);
        }
    }

    /// Puts what is known of a term in place, as stored.
    pub fn insert_term(&mut self, term: Term, said: Stamped<Option<Value>>) {
        self.terms.insert(term, said);
    }

    /// All terms that were ever said: what is stored.
    pub fn terms(&self) -> impl Iterator<Item = (Term, &Stamped<Option<Value>>)> {
        self.terms.iter().map(|(term, said)| (*term, said))
    }

    /// The day by which an offer is to be answered, and when that was said. `read_on` is the day of
    /// the posting's reading.
    #[must_use]
    pub fn answer_by(&self, read_on: Day) -> Option<(Day, Moment)> {
        let said = self.terms.get(&Term::AnswerBy)?;
        match said.value.as_ref()? {
            Value::When(when) => Some((Day::resolve(when, read_on)?, said.at)),
            _ => None,
        }
    }

    /// Whether any term is said.
    #[must_use]
    pub fn has_terms(&self) -> bool {
        self.terms.values().any(|said| said.value.is_some())
    }

    /// What stands behind the tick on a requirement; empty where nothing does.
    #[must_use]
    pub fn proof(&self, key: &WordsKey) -> &str {
        self.proofs.get(key).map_or("", |p| p.note.value.as_str())
    }

    /// Says at `now` what stands behind the tick on the requirement of these words.
    pub fn set_proof(&mut self, words: &str, note: &str, now: Moment) {
        let key = WordsKey::new(words);
        if key.is_empty() {
            return;
        }
        let proof = self.proofs.entry(key).or_default();
        proof.words = words.to_string();
        proof.note.set(note.trim().to_string(), now);
    }

    /// Puts what is known of a proof in place, as stored.
    pub fn insert_proof(&mut self, proof: Proof) {
        self.proofs.insert(WordsKey::new(&proof.words), proof);
    }

    /// All proofs that were ever said: what is stored.
    pub fn proofs(&self) -> impl Iterator<Item = (&WordsKey, &Proof)> {
        self.proofs.iter()
    }

    /// When anything of it was last changed.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        let slips = self.slips.values().map(|slip| slip.changed);
        let terms = self.terms.values().map(|said| said.at);
        let proofs = self.proofs.values().map(|proof| proof.note.at);
        slips.chain(terms).chain(proofs).max()
    }

    /// What was offered, laid over `corrections`: an offer says more than the posting does. With it the
    /// facts it took.
    #[must_use]
    pub fn over(&self, corrections: &Corrections) -> (Corrections, Vec<FactKind>) {
        let (mut over, mut taken) = (corrections.clone(), Vec::new());
        for (term, said) in &self.terms {
            if let (Some(fact), Some(value)) = (term.instead_of(), &said.value)
                && over.set(fact, Correction::Is(value.clone()), said.at)
            {
                taken.push(fact);
            }
        }
        (over, taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::pay::{Pay, Period};

    fn slip(id: &str, kind: SlipKind, said: &[&str]) -> Slip {
        let said: Vec<String> = said.iter().map(ToString::to_string).collect();
        Slip::new(id.into(), kind, &said, Moment(1))
    }

    #[test]
    fn slips_are_kept_by_kind_and_taken_off() {
        let mut dossier = Dossier::default();
        dossier.insert(slip(
            "b2",
            SlipKind::Contact,
            &["", " Lock  keeper ", "a@b.example"],
        ));
        dossier.insert(slip("a1", SlipKind::Contact, &["Ilse", ""]));
        dossier.insert(slip(
            "c3",
            SlipKind::Link,
            &["example.org", "", "more", "x"],
        ));
        let contacts = dossier.of(SlipKind::Contact);
        let names: Vec<&str> = contacts.iter().map(|slip| slip.name()).collect();
        assert_eq!(names, ["Ilse", "Lock keeper"]);
        let link = dossier.of(SlipKind::Link)[0];
        assert_eq!((link.said.len(), link.field(7)), (1, ""));
        assert!(slip("d4", SlipKind::Document, &["", " "]).is_blank());
        dossier.insert(slip("e5", SlipKind::Contact, &["", "Ilse"]));
        assert_eq!(dossier.of(SlipKind::Contact).len(), 2, "said twice");
        let ilse = dossier.of(SlipKind::Contact)[0].clone();
        dossier.take_off(&ilse, Moment(9));
        assert_eq!(dossier.of(SlipKind::Contact).len(), 1);
        assert_eq!(dossier.slips().count(), 4);
        assert_eq!(dossier.last_change(), Some(Moment(9)));
    }

    #[test]
    fn an_offer_takes_the_place_of_what_the_posting_says() {
        let pay = |n: f64| {
            Value::Pay(Pay {
                min: Some(n),
                max: Some(n),
                currency: Some("EUR"),
                period: Some(Period::Year),
            })
        };
        let mut dossier = Dossier::default();
        dossier.set_term(Term::Asked, Some(pay(50_000.0)), Moment(1));
        dossier.set_term(Term::Bonus, Some(pay(1.0)), Moment(1));
        assert_eq!(dossier.term(Term::Bonus), None, "of another type");
        let mut corrections = Corrections::default();
        corrections.set(FactKind::Pay, Correction::Is(pay(40_000.0)), Moment(5));
        let (over, taken) = dossier.over(&corrections);
        assert_eq!((over, taken), (corrections.clone(), vec![]));
        dossier.set_term(Term::Offered, Some(pay(47_000.0)), Moment(2));
        dossier.set_term(Term::Hours, Some(Value::Text("38".into())), Moment(2));
        let (over, taken) = dossier.over(&corrections);
        assert_eq!(
            over.get(FactKind::Pay),
            Some(&Correction::Is(pay(47_000.0)))
        );
        assert_eq!(taken, [FactKind::Pay, FactKind::Hours]);
        dossier.set_term(Term::Offered, None, Moment(1));
        assert_eq!(dossier.over(&corrections).1, [FactKind::Hours]);
    }

    #[test]
    fn what_stands_behind_a_tick_is_kept_by_its_words() {
        let mut dossier = Dossier::default();
        dossier.set_proof("Night watches.", " Two winters on the ferry ", Moment(3));
        dossier.set_proof(" - ", "nothing", Moment(4));
        let key = WordsKey::new("night WATCHES");
        assert_eq!(dossier.proof(&key), "Two winters on the ferry");
        dossier.set_proof("Night watches", "", Moment(1));
        assert_eq!(dossier.proof(&key), "");
        assert_eq!(dossier.proofs().count(), 1);
        assert_eq!(dossier.last_change(), Some(Moment(4)));
    }
}
