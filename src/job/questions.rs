//! What the posting does not say, as questions to ask the recruiter. A question depends on the
//! other facts of the card alone, never on words of the text.

use super::card::Card;
use super::fact::{FactKind, Value};
use super::tongue::mark;
use crate::extract::{Employment, WorkMode};

/// A question to ask, since the posting does not answer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The fact it is about.
    pub fact: FactKind,
    /// The question, for reading aloud or pasting into a mail.
    pub text: &'static str,
}

/// The questions a card leaves open, the weightiest first.
#[must_use]
pub fn not_stated(card: &Card) -> Vec<Question> {
    ORDER
        .into_iter()
        .filter_map(|fact| question(card, fact).map(|text| Question { fact, text }))
        .collect()
}

/// Facts worth a question, the weightiest first.
const ORDER: [FactKind; 15] = [
    FactKind::Pay,
    FactKind::Location,
    FactKind::WorkMode,
    FactKind::Employment,
    FactKind::Duration,
    FactKind::Hours,
    FactKind::Start,
    FactKind::Deadline,
    FactKind::Company,
    FactKind::Extras,
    FactKind::Level,
    FactKind::Experience,
    FactKind::Languages,
    FactKind::WorkPermit,
    FactKind::TimeZone,
];

fn question(card: &Card, fact: FactKind) -> Option<&'static str> {
    let mode = match card.value(FactKind::WorkMode) {
        Some(Value::Mode(mode)) => Some(*mode),
        _ => None,
    };
    let is = |kind: Employment| match card.value(FactKind::Employment) {
        Some(Value::Employment(kinds)) => kinds.contains(&kind),
        _ => false,
    };
    let unpaid = is(Employment::Volunteer);
    let by_job = is(Employment::Freelance) || is(Employment::Contract);
    if let (FactKind::Pay, Some(Value::Pay(pay))) = (fact, card.value(fact)) {
        return match (pay.min, pay.max, pay.period) {
            (None, Some(_), _) => Some(mark("Where does the pay range begin?")),
            (Some(_), None, _) => Some(mark("Where does the pay range end?")),
            (_, _, None) => Some(mark("Is the pay given by the hour, the month or the year?")),
            _ => None,
        };
    }
    if card.value(fact).is_some() {
        return None;
    }
    match fact {
        FactKind::Pay if unpaid => Some(mark("Which expenses are paid back?")),
        FactKind::Pay if by_job => Some(mark("What does it pay, by the hour or by the day?")),
        FactKind::Pay => Some(mark("What is the pay range for this role?")),
        FactKind::Location if mode == Some(WorkMode::Remote) => {
            Some(mark("Which countries or states may I work from?"))
        }
        FactKind::Location => Some(mark("Where exactly is the work done?")),
        FactKind::WorkMode => Some(mark(
            "Is the work on site, or are some days from home possible?",
        )),
        FactKind::Employment => Some(mark("Is the contract permanent or for a fixed time?")),
        FactKind::Duration if is(Employment::Temporary) || by_job => Some(mark(
            "How long does the contract run, and can it be extended?",
        )),
        FactKind::Hours if is(Employment::PartTime) || is(Employment::PerDiem) => Some(mark(
            "How many hours a week are planned, and on which days?",
        )),
        FactKind::Start => Some(mark("When would you like the person to start?")),
        FactKind::Deadline => Some(mark("Until when do you take applications?")),
        FactKind::Company => Some(mark("Which employer is the role with?")),
        FactKind::Extras if unpaid || by_job => None,
        FactKind::Extras => Some(mark(
            "What comes beside the pay: paid leave, pension, insurance?",
        )),
        FactKind::Level => Some(mark("Which level or pay grade is the role?")),
        FactKind::Experience => Some(mark("How much experience do you look for?")),
        FactKind::Languages => Some(mark(
            "Which languages does the team work in, and how well must I speak them?",
        )),
        FactKind::WorkPermit => Some(mark("Do you sponsor a work permit, should one be needed?")),
        FactKind::TimeZone if mode == Some(WorkMode::Remote) => {
            Some(mark("Which hours or time zone does the team share?"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Facts;
    use crate::extract::pay::{Pay, Period};
    use crate::job::{Correction, Corrections, Moment};

    fn asked(given: &[(FactKind, Value)]) -> Vec<Question> {
        let mut corrections = Corrections::default();
        for (kind, value) in given {
            assert!(corrections.set(*kind, Correction::Is(value.clone()), Moment(1)));
        }
        not_stated(&Card::new(&Facts::default(), &corrections))
    }

    fn has(questions: &[Question], fact: FactKind, word: &str) -> bool {
        questions
            .iter()
            .any(|q| q.fact == fact && q.text.contains(word))
    }

    #[test]
    fn an_empty_card_asks_of_all_but_what_depends_on_another_fact() {
        let facts: Vec<_> = asked(&[]).iter().map(|q| q.fact).collect();
        assert_eq!(facts.first(), Some(&FactKind::Pay));
        assert_eq!(facts.len(), 12);
        for fact in [FactKind::Duration, FactKind::Hours, FactKind::TimeZone] {
            assert!(!facts.contains(&fact), "{fact:?}");
        }
    }

    #[test]
    fn questions_follow_the_other_facts() {
        use Employment::{Freelance, PartTime, Temporary, Volunteer};
        let employment = |kind| (FactKind::Employment, Value::Employment(vec![kind]));
        let mode = |mode| (FactKind::WorkMode, Value::Mode(mode));
        let cases = [
            (
                "remote: from where",
                mode(WorkMode::Remote),
                FactKind::Location,
                "countries",
            ),
            (
                "remote: shared hours",
                mode(WorkMode::Remote),
                FactKind::TimeZone,
                "zone",
            ),
            (
                "on site: the address",
                mode(WorkMode::Onsite),
                FactKind::Location,
                "exactly",
            ),
            ("part time", employment(PartTime), FactKind::Hours, "days"),
            (
                "fixed term",
                employment(Temporary),
                FactKind::Duration,
                "extended",
            ),
            ("freelance pay", employment(Freelance), FactKind::Pay, "day"),
            (
                "volunteers' expenses",
                employment(Volunteer),
                FactKind::Pay,
                "expenses",
            ),
        ];
        for (name, given, fact, word) in cases {
            assert!(has(&asked(&[given]), fact, word), "{name}");
        }
        let questions = asked(&[employment(Volunteer)]);
        assert!(!questions.iter().any(|q| q.fact == FactKind::Extras));
    }

    #[test]
    fn half_an_answer_asks_for_the_other_half() {
        let pay = |min, max, period| {
            let currency = Some("EUR");
            let pay = Pay {
                min,
                max,
                currency,
                period,
            };
            asked(&[(FactKind::Pay, Value::Pay(pay))])
        };
        let year = Some(Period::Year);
        assert!(has(&pay(None, Some(4e4), year), FactKind::Pay, "begin"));
        assert!(has(&pay(Some(4e4), None, year), FactKind::Pay, "end"));
        assert!(has(&pay(Some(4e4), Some(5e4), None), FactKind::Pay, "hour"));
        let whole = pay(Some(4e4), Some(5e4), year);
        assert!(!whole.iter().any(|q| q.fact == FactKind::Pay));
    }
}
