//! Visa sponsorship.

use super::document::Document;
use super::facts::*;

/// Whether the employer sponsors, where stated.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<bool>> {
    None
}
