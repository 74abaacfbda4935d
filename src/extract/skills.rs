//! Hard skills.

use super::document::Document;
use super::facts::*;

/// The skills, ranked.
#[must_use]
pub fn read(_doc: &Document<'_>, _facts: &Facts) -> Vec<Fact<Skill>> {
    Vec::new()
}
