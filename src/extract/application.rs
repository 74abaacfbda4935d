//! How to apply: what the posting says, dated steps, contacts, links.

use super::document::Document;
use super::facts::Application;

/// The application part of the posting.
#[must_use]
pub fn read(_doc: &Document<'_>) -> Application {
    Application::default()
}
