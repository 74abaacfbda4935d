//! The columns of the table: their order and names are a promise to whoever works on with it.

use crate::job::{FactKind, SlipKind, Term};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it; `label` says them in the file
pub enum Column {
    Id,
    Fact(FactKind),
    PayMin,
    PayMax,
    Currency,
    PayPeriod,
    Status,
    StatusSince,
    Saved,
    Applied,
    Tags,
    Starred,
    Archived,
    Notes,
    History,
    ReadOn,
    Posting,
    Slips(SlipKind),
    Term(Term),
}

impl Column {
    /// All columns, in the order they are written. New ones come last.
    pub const ALL: [Self; 48] = [
        Self::Id,
        Self::Fact(FactKind::Title),
        Self::Fact(FactKind::Company),
        Self::Status,
        Self::StatusSince,
        Self::Saved,
        Self::Applied,
        Self::Fact(FactKind::Deadline),
        Self::PayMin,
        Self::PayMax,
        Self::Currency,
        Self::PayPeriod,
        Self::Fact(FactKind::Location),
        Self::Fact(FactKind::WorkMode),
        Self::Fact(FactKind::Employment),
        Self::Fact(FactKind::Level),
        Self::Fact(FactKind::Experience),
        Self::Fact(FactKind::Education),
        Self::Fact(FactKind::Languages),
        Self::Fact(FactKind::WorkPermit),
        Self::Fact(FactKind::Posted),
        Self::Fact(FactKind::Start),
        Self::Fact(FactKind::Extras),
        Self::Fact(FactKind::Skills),
        Self::Fact(FactKind::Hours),
        Self::Fact(FactKind::Duration),
        Self::Fact(FactKind::Department),
        Self::Fact(FactKind::TimeZone),
        Self::Fact(FactKind::Travel),
        Self::Fact(FactKind::Source),
        Self::Tags,
        Self::Starred,
        Self::Archived,
        Self::Notes,
        Self::History,
        Self::ReadOn,
        Self::Posting,
        Self::Slips(SlipKind::Contact),
        Self::Slips(SlipKind::Link),
        Self::Slips(SlipKind::Document),
        Self::Term(Term::Asked),
        Self::Term(Term::Offered),
        Self::Term(Term::Bonus),
        Self::Term(Term::Leave),
        Self::Term(Term::Hours),
        Self::Term(Term::Start),
        Self::Term(Term::AnswerBy),
        Self::Term(Term::More),
    ];

    /// Its name in the first line.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Id => "Id",
            Self::Fact(kind) => kind.label(),
            Self::PayMin => "Pay from",
            Self::PayMax => "Pay to",
            Self::Currency => "Currency",
            Self::PayPeriod => "Pay period",
            Self::Status => "Status",
            Self::StatusSince => "Status since",
            Self::Saved => "Saved",
            Self::Applied => "Applied",
            Self::Tags => "Tags",
            Self::Starred => "Starred",
            Self::Archived => "Archived",
            Self::Notes => "Notes",
            Self::History => "History",
            Self::ReadOn => "Pasted",
            Self::Posting => "Posting",
            Self::Slips(kind) => kind.label(),
            Self::Term(term) => match term {
                Term::Bonus => "Offer: bonus and shares",
                Term::Leave => "Offer: paid leave",
                Term::Hours => "Offer: hours a week",
                Term::Start => "Offer: start",
                Term::AnswerBy => "Offer: answer by",
                Term::More => "Offer: also agreed",
                Term::Asked | Term::Offered => term.label(),
            },
        }
    }

    /// The columns a person's own table may bring, for choosing one.
    #[must_use]
    pub fn to_choose() -> Vec<Self> {
        let pay = Self::Fact(FactKind::Pay);
        let offered = |column: &Self| {
            !matches!(
                column,
                Self::StatusSince | Self::History | Self::ReadOn | Self::Id
            )
        };
        let mut columns: Vec<Self> = Self::ALL.into_iter().filter(offered).collect();
        columns.insert(6, pay);
        columns
    }
}
