//! Where the job is based.

use super::document::Document;
use super::facts::*;

/// The places, in the posting's order.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Vec<Fact<String>> {
    Vec::new()
}
