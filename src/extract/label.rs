//! What each physical line of a posting is for.

/// The kind of a line. One letter each in the contract of `examples/extract.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    /// The job's title.
    Title,
    /// A short fact: company, place, type, date, pay in a header.
    Meta,
    /// About the company, the team, or the role as introduction.
    About,
    /// Something the person will do.
    Duty,
    /// A requirement stated as required or stated plainly.
    Must,
    /// A preferred requirement.
    Nice,
    /// Something offered.
    Benefit,
    /// How to apply, the process, contacts.
    Apply,
    /// Equal opportunity, privacy, disclaimers.
    Legal,
    /// A heading.
    Heading,
    /// Site chrome: menus, buttons, other jobs, widgets.
    Noise,
}

impl Label {
    /// The contract's letter.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Title => 'T',
            Self::Meta => 'M',
            Self::About => 'A',
            Self::Duty => 'D',
            Self::Must => 'R',
            Self::Nice => 'P',
            Self::Benefit => 'B',
            Self::Apply => 'Y',
            Self::Legal => 'L',
            Self::Heading => 'H',
            Self::Noise => 'N',
        }
    }

    /// Whether the line belongs to the posting itself.
    #[must_use]
    pub fn is_posting(self) -> bool {
        self != Self::Noise
    }
}
