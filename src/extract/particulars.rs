//! The facts shown only when stated: hours, duration, department, time zone, travel, source.

use super::document::Document;
use super::facts::Facts;

/// Fills the six facts of `facts` that the posting states.
pub fn read(_doc: &Document<'_>, _facts: &mut Facts) {}
