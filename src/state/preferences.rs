//! What the person prefers of the page itself, one word a name, kept with the other settings. Read where
//! it is asked for: there are few, and another tab may have changed them.

use super::words::why;
use super::{App, fill};
use crate::browser::clock;
use crate::job::Moment;
use crate::store::{LocalShelf, Store};

/// The settings that hold the preferences.
const PREFERENCES: &str = "preferences";

/// What is preferred for `name`; `None` where nothing was said, or the store cannot be read.
pub(super) fn preference(name: &str) -> Option<String> {
    let settings = Store::new(LocalShelf).load_settings(PREFERENCES).ok()?;
    settings.get(name).map(str::to_string)
}

impl App {
    /// Keeps what is preferred for `name`, and whether it could. What cannot be kept is said.
    pub(super) fn prefer(self, name: &str, value: &str) -> bool {
        let store = Store::new(LocalShelf);
        let saved = store.load_settings(PREFERENCES).and_then(|mut settings| {
            settings.set(name, value, Moment(clock::now()));
            store.save_settings(PREFERENCES, &settings)
        });
        if let Err(trouble) = &saved {
            self.notices
                .warn(fill("This is not kept. {why}", &[&why(trouble)]));
        }
        saved.is_ok()
    }
}
