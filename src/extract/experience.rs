//! Years of experience asked for.

use super::document::Document;
use super::facts::*;

/// The smallest number of years that is required.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Option<Fact<f32>> {
    None
}
