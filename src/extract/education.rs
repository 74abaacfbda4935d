//! The level of education asked for.

use super::document::Document;
use super::facts::*;

/// The minimum level accepted.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<Education>> {
    None
}
