//! A posting as it is handed on in a link: its text and what was set right in it. Never the ticks: what
//! the person has or lacks is no one else's.

use super::wire;
use crate::job::{Draft, Ticks};

/// The posting for handing on, as text.
#[must_use]
pub fn to_text(draft: &Draft) -> String {
    let mut handed = draft.clone();
    handed.marks.ticks = Ticks::default();
    wire::draft_to(&handed)
}

/// The posting that was handed on so; `None` if it is none, or a newer version wrote it.
#[must_use]
pub fn from_text(text: &str) -> Option<Draft> {
    let mut draft = wire::draft_from(text)?;
    draft.marks.ticks = Ticks::default();
    Some(draft)
}
