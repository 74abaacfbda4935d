//! Where a job stands, and the stage of the search that belongs to it.

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it; `label` says them on screen
pub enum Status {
    Saved,
    ToApply,
    Applied,
    Screening,
    Interview,
    Offer,
    Accepted,
    Declined,
    Rejected,
    NoAnswer,
    Withdrawn,
    Expired,
}

/// A stage of the search: what a column of a board shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Stage {
    Saved,
    Applied,
    Interview,
    Offer,
    Closed,
}

impl Stage {
    /// All, in the order of a search.
    pub const ALL: [Self; 5] = [
        Self::Saved,
        Self::Applied,
        Self::Interview,
        Self::Offer,
        Self::Closed,
    ];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Saved => "Saved",
            Self::Applied => "Applied",
            Self::Interview => "Interview",
            Self::Offer => "Offer",
            Self::Closed => "Closed",
        }
    }

    /// The status of a job that comes into it and of which no more is said. How a job ended must be
    /// said.
    #[must_use]
    pub fn first_status(self) -> Option<Status> {
        match self {
            Self::Saved => Some(Status::Saved),
            Self::Applied => Some(Status::Applied),
            Self::Interview => Some(Status::Interview),
            Self::Offer => Some(Status::Offer),
            Self::Closed => None,
        }
    }
}

impl Status {
    /// All, in the order of a search.
    pub const ALL: [Self; 12] = [
        Self::Saved,
        Self::ToApply,
        Self::Applied,
        Self::Screening,
        Self::Interview,
        Self::Offer,
        Self::Accepted,
        Self::Declined,
        Self::Rejected,
        Self::NoAnswer,
        Self::Withdrawn,
        Self::Expired,
    ];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Saved => "Saved",
            Self::ToApply => "To apply",
            Self::Applied => "Applied",
            Self::Screening => "Screening",
            Self::Interview => "Interview",
            Self::Offer => "Offer",
            Self::Accepted => "Accepted",
            Self::Declined => "Declined",
            Self::Rejected => "Rejected",
            Self::NoAnswer => "No answer",
            Self::Withdrawn => "Withdrawn",
            Self::Expired => "Expired",
        }
    }

    /// Whether it is an answer of the employer's to an application.
    #[must_use]
    pub fn is_answer(self) -> bool {
        matches!(
            self,
            Self::Screening | Self::Interview | Self::Offer | Self::Rejected
        )
    }

    /// Whether nothing more is to come, but for an answer after [`Status::NoAnswer`].
    #[must_use]
    pub fn is_end(self) -> bool {
        self.stage() == Stage::Closed || self == Self::Accepted
    }

    /// The stage it belongs to.
    #[must_use]
    pub fn stage(self) -> Stage {
        match self {
            Self::Saved | Self::ToApply => Stage::Saved,
            Self::Applied => Stage::Applied,
            Self::Screening | Self::Interview => Stage::Interview,
            Self::Offer | Self::Accepted => Stage::Offer,
            Self::Declined | Self::Rejected | Self::NoAnswer | Self::Withdrawn | Self::Expired => {
                Stage::Closed
            }
        }
    }
}
