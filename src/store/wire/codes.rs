//! The short names that enums are written as. A name once published keeps its meaning.

use crate::extract::pay::Period;
use crate::extract::{Asked, Education, Employment, ExtraKind, Seniority, Strength, WorkMode};
use crate::job::{FactKind, Occasion, Repeat, RoundKind, SlipKind, Status, Term, Tick};

/// A value with a short name.
pub trait Code: Copy {
    /// Its short name.
    fn code(self) -> &'static str;
    /// The value of a short name, if there is one.
    fn from_code(code: &str) -> Option<Self>;
}

/// Names both ways from one table, so that neither can be forgotten.
macro_rules! codes {
    ($($type:ident { $($variant:ident $code:literal),+ $(,)? })+) => {$(
        impl Code for $type {
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
            fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    )+};
}

codes! {
    FactKind {
        Title "ti", Company "co", Pay "pa", Deadline "dl", Location "lo", WorkMode "wm",
        Employment "em", Level "le", Experience "ex", Education "ed", Languages "la",
        WorkPermit "wp", Posted "po", Start "st", Extras "xt", Skills "sk", Hours "ho",
        Duration "du", Department "de", TimeZone "tz", Travel "tr", Source "so",
    }
    WorkMode { Remote "r", Hybrid "h", Onsite "o" }
    Employment {
        FullTime "f", PartTime "p", Contract "c", Temporary "t", Permanent "u", Internship "i",
        Apprenticeship "a", Volunteer "v", Freelance "l", PerDiem "d",
    }
    Seniority {
        Intern "i", Entry "e", Mid "m", Senior "s", Lead "l", Manager "g", Director "d",
        Executive "x",
    }
    Education {
        NoneRequired "n", HighSchool "h", Vocational "v", Associate "a", Bachelor "b", Master "m",
        Doctorate "d",
    }
    ExtraKind {
        Bonus "b", Equity "e", OnTarget "t", Allowance "a", Leave "l", Pension "p", Health "h",
        Learning "s", Mobility "m", Other "o",
    }
    Asked { Must "m", Nice "n", Duty "d", Named "k" }
    Strength { Must "m", Nice "n" }
    Period { Hour "h", Day "d", Week "w", Month "m", Year "y" }
    Tick { Have "h", Partly "p", Gap "g" }
    RoundKind {
        Talk "t", Phone "p", Video "v", OnSite "o", Technical "e", Panel "a", Task "k",
    }
    Repeat { Never "n", Daily "d", Weekly "w", Monthly "m" }
    SlipKind { Contact "c", Link "l", Document "d" }
    Term {
        Asked "a", Offered "o", Bonus "b", Leave "l", Hours "h", Start "s", AnswerBy "d", More "m",
    }
    Occasion { Deadline "d", FollowUp "f", Thanks "t" }
    Status {
        Saved "s", ToApply "t", Applied "a", Screening "c", Interview "i", Offer "o", Accepted "y",
        Declined "d", Rejected "r", NoAnswer "n", Withdrawn "w", Expired "e",
    }
}

/// Values written one after the other, a letter each, in one text.
pub fn letters<T: Code>(values: &[T]) -> String {
    values.iter().map(|value| value.code()).collect()
}

/// The values of a text of one letter each.
pub fn from_letters<T: Code>(text: &str) -> Option<Vec<T>> {
    let mut buffer = [0; 4];
    text.chars()
        .map(|c| T::from_code(c.encode_utf8(&mut buffer)))
        .collect()
}
