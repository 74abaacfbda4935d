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

    /// Saves what changed from `before` to `after`; the rest stays as it is kept, for another tab may
    /// have changed it meanwhile.
    ///
    /// # Errors
    /// If the shelf fails, or a newer version wrote here; what was saved before is still there.
    pub fn save_compare(
        &self,
        before: &Settings,
        after: &Settings,
        now: Moment,
    ) -> Result<(), Trouble> {
        let before = wire::compare_to(before);
        let mut kept = self.load_settings(NAME)?;
        for value in wire::compare_to(after) {
            if !before.contains(&value) {
                kept.set(&value.0, &value.1, now);
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
        let nothing = Settings::default();
        assert_eq!(store.load_compare().as_ref(), Ok(&nothing));
        let mut weighed = Settings::default();
        weighed.wishes.pay = 4;
        assert_eq!(store.save_compare(&nothing, &weighed, Moment(1)), Ok(()));
        // A tab that was opened before knows nothing of the weight.
        let based = Settings {
            baseline: JobId::parse("m5k2a9x0"),
            ..Settings::default()
        };
        assert_eq!(store.save_compare(&nothing, &based, Moment(2)), Ok(()));
        let both = Settings {
            wishes: weighed.wishes,
            ..based
        };
        assert_eq!(store.load_compare().as_ref(), Ok(&both));
        assert_eq!(store.save_compare(&both, &nothing, Moment(3)), Ok(()));
        assert_eq!(store.load_compare(), Ok(nothing));
    }
}
