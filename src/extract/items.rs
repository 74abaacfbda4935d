//! Duties and benefits as items.

use super::document::Document;
use super::facts::Item;
use super::label::Label;

/// The items of the lines labelled `label`, in order.
#[must_use]
pub fn read(_doc: &Document<'_>, _label: Label) -> Vec<Item> {
    Vec::new()
}
