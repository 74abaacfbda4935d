//! Requirements as items, with strength, kind, skills and years.

use super::document::Document;
use super::facts::{Facts, Requirement};

/// The requirements in the posting's order.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Vec<Requirement> {
    Vec::new()
}
