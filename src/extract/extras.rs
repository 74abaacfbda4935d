//! What is given beside base pay.

use super::document::Document;
use super::facts::*;

/// The extras, in the posting's order.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Vec<Fact<Extra>> {
    Vec::new()
}
