//! The kinds a heading, a cue or an opener can speak for, and their names in the lexicons.

use super::super::label::Label;

/// What a heading announces or a phrase hints at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// About the company or the role.
    About,
    /// Duties.
    Duty,
    /// Requirements.
    Must,
    /// Preferred requirements.
    Nice,
    /// What is offered.
    Benefit,
    /// How to apply.
    Apply,
    /// Legal text.
    Legal,
    /// A place, hours, a contract: short facts.
    Place,
    /// A heading that says only that the posting begins.
    Neutral,
}

/// The number of [`Kind`]s that lines can be of: those before [`Kind::Place`].
pub const LINE_KINDS: usize = 7;

impl Kind {
    /// The kind of a lexicon's value; `None` for values that are no kind.
    pub fn named(value: &str) -> Option<Self> {
        Some(match value {
            "about" => Self::About,
            "duty" => Self::Duty,
            "must" => Self::Must,
            "nice" => Self::Nice,
            "benefit" => Self::Benefit,
            "apply" => Self::Apply,
            "legal" => Self::Legal,
            "place" => Self::Place,
            "neutral" => Self::Neutral,
            _ => return None,
        })
    }

    /// The label of a line of this kind.
    pub fn label(self) -> Label {
        match self {
            Self::About | Self::Neutral => Label::About,
            Self::Duty => Label::Duty,
            Self::Must => Label::Must,
            Self::Nice => Label::Nice,
            Self::Benefit => Label::Benefit,
            Self::Apply => Label::Apply,
            Self::Legal => Label::Legal,
            Self::Place => Label::Meta,
        }
    }
}
