//! The level.

use super::document::Document;
use super::facts::*;

/// The level, by the title first.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<Seniority>> {
    None
}
