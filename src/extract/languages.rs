//! Human languages asked for.

use super::document::Document;
use super::facts::*;

/// The languages, in the posting's order.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Vec<Fact<Language>> {
    Vec::new()
}
