//! Remote, hybrid or on site.

use super::document::Document;
use super::facts::*;

/// The work mode, where stated.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<WorkMode>> {
    None
}
