//! Sentences worth a second look. What is absent is never a caution.

use super::document::Document;
use super::facts::{Caution, Facts};

/// The cautions in the posting's order.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Vec<Caution> {
    Vec::new()
}
