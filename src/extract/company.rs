//! The hiring employer.

use super::document::Document;
use super::facts::*;

/// The company, where the posting names it.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<String>> {
    None
}
