//! The job's title.

use super::document::Document;
use super::facts::*;

/// The title, where one is clear.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<String>> {
    None
}
