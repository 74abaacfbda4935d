//! The facts of a card by kind, and their values in one type, so that corrections, lists and forms
//! treat all facts alike. Which value belongs to which fact is checked here and nowhere else.

use crate::extract::date::When;
use crate::extract::pay::Pay;
use crate::extract::{
    Education, Employment, Extra, Fact, Facts, Language, Seniority, Skill, Span, WorkMode,
};

/// A fact of a card, in the order of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it; `label` says them on screen
pub enum FactKind {
    Title,
    Company,
    Pay,
    Deadline,
    Location,
    WorkMode,
    Employment,
    Level,
    Experience,
    Education,
    Languages,
    WorkPermit,
    Posted,
    Start,
    Extras,
    Skills,
    Hours,
    Duration,
    Department,
    TimeZone,
    Travel,
    Source,
}

/// What a fact says. A list is never empty: an empty one is "not stated".
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words as written: title, company, and the facts shown only when stated.
    Text(String),
    /// Base pay.
    Pay(Pay),
    /// A deadline, the date posted, the first day.
    When(When),
    /// Places.
    Places(Vec<String>),
    /// Remote, hybrid or on site.
    Mode(WorkMode),
    /// Kinds of employment.
    Employment(Vec<Employment>),
    /// A level.
    Level(Seniority),
    /// Years of experience asked for.
    Years(f32),
    /// The least education accepted.
    Education(Education),
    /// Human languages asked for.
    Languages(Vec<Language>),
    /// Whether a visa is sponsored.
    Permit(bool),
    /// What is given beside base pay.
    Extras(Vec<Extra>),
    /// Hard skills.
    Skills(Vec<Skill>),
}

impl FactKind {
    /// All facts, in the card's order.
    pub const ALL: [Self; 22] = [
        Self::Title,
        Self::Company,
        Self::Pay,
        Self::Deadline,
        Self::Location,
        Self::WorkMode,
        Self::Employment,
        Self::Level,
        Self::Experience,
        Self::Education,
        Self::Languages,
        Self::WorkPermit,
        Self::Posted,
        Self::Start,
        Self::Extras,
        Self::Skills,
        Self::Hours,
        Self::Duration,
        Self::Department,
        Self::TimeZone,
        Self::Travel,
        Self::Source,
    ];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Company => "Company",
            Self::Pay => "Pay",
            Self::Deadline => "Deadline",
            Self::Location => "Location",
            Self::WorkMode => "Work mode",
            Self::Employment => "Employment",
            Self::Level => "Level",
            Self::Experience => "Experience",
            Self::Education => "Education",
            Self::Languages => "Languages",
            Self::WorkPermit => "Work permit",
            Self::Posted => "Posted",
            Self::Start => "Start",
            Self::Extras => "Extras",
            Self::Skills => "Skills",
            Self::Hours => "Hours",
            Self::Duration => "Duration",
            Self::Department => "Department",
            Self::TimeZone => "Time zone",
            Self::Travel => "Travel",
            Self::Source => "Source",
        }
    }

    /// Whether the card shows it only where it is stated.
    #[must_use]
    pub fn only_when_stated(self) -> bool {
        self >= Self::Hours
    }

    /// Whether `value` is of the type this fact takes.
    #[must_use]
    pub fn takes(self, value: &Value) -> bool {
        match value {
            Value::Text(_) => {
                matches!(self, Self::Title | Self::Company) || self.only_when_stated()
            }
            Value::Pay(_) => self == Self::Pay,
            Value::When(_) => matches!(self, Self::Deadline | Self::Posted | Self::Start),
            Value::Places(_) => self == Self::Location,
            Value::Mode(_) => self == Self::WorkMode,
            Value::Employment(_) => self == Self::Employment,
            Value::Level(_) => self == Self::Level,
            Value::Years(_) => self == Self::Experience,
            Value::Education(_) => self == Self::Education,
            Value::Languages(_) => self == Self::Languages,
            Value::Permit(_) => self == Self::WorkPermit,
            Value::Extras(_) => self == Self::Extras,
            Value::Skills(_) => self == Self::Skills,
        }
    }

    /// What the reader found for this fact, and all the words it came from.
    #[must_use]
    pub fn of(self, facts: &Facts) -> Option<(Value, Vec<Span>)> {
        match self {
            Self::Title => one(facts.title.as_ref(), Value::Text),
            Self::Company => one(facts.company.as_ref(), Value::Text),
            Self::Pay => one(facts.pay.as_ref(), Value::Pay),
            Self::Deadline => one(facts.deadline.as_ref(), Value::When),
            Self::Location => many(&facts.locations, Value::Places),
            Self::WorkMode => one(facts.work_mode.as_ref(), Value::Mode),
            Self::Employment => many(&facts.employment, Value::Employment),
            Self::Level => one(facts.seniority.as_ref(), Value::Level),
            Self::Experience => one(facts.experience.as_ref(), Value::Years),
            Self::Education => one(facts.education.as_ref(), Value::Education),
            Self::Languages => many(&facts.languages, Value::Languages),
            Self::WorkPermit => one(facts.sponsorship.as_ref(), Value::Permit),
            Self::Posted => one(facts.posted.as_ref(), Value::When),
            Self::Start => one(facts.start.as_ref(), Value::When),
            Self::Extras => many(&facts.extras, Value::Extras),
            Self::Skills => many(&facts.skills, Value::Skills),
            Self::Hours => one(facts.hours.as_ref(), Value::Text),
            Self::Duration => one(facts.duration.as_ref(), Value::Text),
            Self::Department => one(facts.department.as_ref(), Value::Text),
            Self::TimeZone => one(facts.time_zone.as_ref(), Value::Text),
            Self::Travel => one(facts.travel.as_ref(), Value::Text),
            Self::Source => one(facts.source.as_ref(), Value::Text),
        }
    }
}

fn one<T: Clone>(fact: Option<&Fact<T>>, value: fn(T) -> Value) -> Option<(Value, Vec<Span>)> {
    fact.map(|f| (value(f.value.clone()), f.evidence.clone()))
}

fn many<T: Clone>(facts: &[Fact<T>], value: fn(Vec<T>) -> Value) -> Option<(Value, Vec<Span>)> {
    let values: Vec<T> = facts.iter().map(|f| f.value.clone()).collect();
    let evidence = facts.iter().flat_map(|f| f.evidence.clone()).collect();
    (!values.is_empty()).then(|| (value(values), evidence))
}

impl Value {
    /// Whether it says nothing: a list without items, words without letters, pay without a figure.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Pay(pay) => pay.min.is_none() && pay.max.is_none(),
            Self::Places(list) => list.is_empty(),
            Self::Employment(list) => list.is_empty(),
            Self::Languages(list) => list.is_empty(),
            Self::Extras(list) => list.is_empty(),
            Self::Skills(list) => list.is_empty(),
            Self::When(_)
            | Self::Mode(_)
            | Self::Level(_)
            | Self::Years(_)
            | Self::Education(_)
            | Self::Permit(_) => false,
        }
    }

    /// The words of a [`Value::Text`].
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_facts_stand_in_the_cards_order_with_a_name_each() {
        assert!(FactKind::ALL.is_sorted_by(|a, b| a < b));
        let mut names: Vec<_> = FactKind::ALL.iter().map(|kind| kind.label()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FactKind::ALL.len());
    }

    #[test]
    fn what_is_read_is_of_the_type_its_fact_takes() {
        let words = |text: &str| Some(Fact::new(text.to_string(), Span::new(0, 1), "test"));
        let when = || Some(Fact::new(When::Soon, Span::new(0, 1), "test"));
        let facts = Facts {
            title: words("Tram driver"),
            company: words("City lines"),
            deadline: when(),
            posted: when(),
            start: when(),
            locations: vec![words("Graz").unwrap(), words("Linz").unwrap()],
            sponsorship: Some(Fact::new(false, Span::new(0, 1), "test")),
            hours: words("38.5 hours a week"),
            ..Facts::default()
        };
        let mut read = Vec::new();
        for kind in FactKind::ALL {
            if let Some((value, evidence)) = kind.of(&facts) {
                assert!(kind.takes(&value), "{kind:?}");
                assert!(!value.is_empty() && !evidence.is_empty(), "{kind:?}");
                read.push(kind);
            }
        }
        use FactKind::*;
        let stated = [
            Title, Company, Deadline, Location, WorkPermit, Posted, Start, Hours,
        ];
        assert_eq!(read, stated);
    }
}
