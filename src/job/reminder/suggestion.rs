//! What a reminder could be made for, in its words, and which answer settles which suggestion. Makes
//! none by itself.

use crate::job::clock::Day;
use crate::job::tongue::{DateForm, Tongue};

/// What a suggested reminder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Two days before the posting closes.
    Deadline,
    /// A week after applying, without an answer.
    FollowUp,
    /// The day after an interview.
    Thanks,
}

impl Occasion {
    /// The words of the reminder it makes.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Deadline => "Apply: the posting closes in two days",
            Self::FollowUp => "Ask whether there is news of the application",
            Self::Thanks => "Thank them for the interview",
        }
    }

    /// The words of the reminder it makes, in `tongue`; `day` is the day it is about.
    #[must_use]
    pub fn words_for(self, tongue: &Tongue, day: Day) -> String {
        match self {
            Self::Deadline => {
                let day = (tongue.date)(day, DateForm::Whole);
                tongue.fill("Apply: the posting closes on {day}", &[&day])
            }
            Self::FollowUp | Self::Thanks => tongue.t(self.text()).to_string(),
        }
    }
}

/// A reminder that could be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suggestion {
    /// What for.
    pub occasion: Occasion,
    /// The day it would be due.
    pub due: Day,
}

impl Suggestion {
    /// Whether this one, answered, settles `one`. A follow-up that is due anew, since there was contact
    /// meanwhile, is another; one that only waits is not.
    pub(super) fn covers(self, one: Self) -> bool {
        self.occasion == one.occasion
            && match one.occasion {
                Occasion::Thanks => self.due == one.due,
                Occasion::Deadline => true,
                Occasion::FollowUp => one.due.days_from(self.due) < 7,
            }
    }
}
