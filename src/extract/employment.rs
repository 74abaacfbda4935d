//! Kinds of employment.

use super::document::Document;
use super::facts::*;

/// The kinds stated, each once.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Vec<Fact<Employment>> {
    Vec::new()
}
