//! Keeps what is entered for comparing, as settings of a name of their own.

use super::jobs::Store;
use super::shelf::{Shelf, Trouble};
use super::wire;
use crate::job::Moment;
use crate::job::compare::Settings;

/// What the settings are kept under.
const NAME: &str = "compare";

impl<S: Shelf> Store<S> {
    /// What was entered for comparing; nothing where nothing was, or where it cannot be read.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn load_compare(&self) -> Result<Settings, Trouble> {
        Ok(wire::compare_from(self.load_settings(NAME)?.iter()))
    }

    /// Saves what is entered for comparing; what did not change keeps its time.
    ///
    /// # Errors
    /// If the shelf fails, or a newer version wrote here; what was saved before is still there.
    pub fn save_compare(&self, settings: &Settings, now: Moment) -> Result<(), Trouble> {
        let mut kept = self.load_settings(NAME)?;
        for (name, value) in wire::compare_to(settings) {
            if kept.get(&name) != Some(&value) {
                kept.set(&name, &value, now);
            }
        }
        self.save_settings(NAME, &kept)
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::job::JobId;
    use crate::store::MemoryShelf;

    #[test]
    fn what_two_tabs_enter_is_put_together() {
        let memory = MemoryShelf::new();
        let store = Store::new(&memory);
        assert_eq!(store.load_compare(), Ok(Settings::default()));
        let mut settings = Settings::default();
        settings.wishes.pay = 4;
        assert_eq!(store.save_compare(&settings, Moment(1)), Ok(()));
        let mut other = settings.clone();
        other.baseline = JobId::parse("m5k2a9x0");
        assert_eq!(store.save_compare(&other, Moment(2)), Ok(()));
        assert_eq!(store.load_compare(), Ok(other.clone()));
        other.wishes.pay = 0;
        assert_eq!(store.save_compare(&other, Moment(3)), Ok(()));
        assert_eq!(store.load_compare(), Ok(other));
    }
}
