//! What is kept for as long as the tab is open, a reload included. Small things of how a page looks; where
//! the browser gives no such storage they are forgotten.

use super::window;

/// What is kept under `key`.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// Keeps `value` under `key`.
pub fn set(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        // A full storage costs no more than how a page looks.
        let _ = storage.set_item(key, value);
    }
}
