//! A shelf in memory that fails as told: for tests of everything that stands on a shelf. Counts room
//! as browsers do, in UTF-16 units of keys and values.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::shelf::{Fault, Shelf};

/// A shelf in memory.
#[derive(Debug, Default)]
pub struct MemoryShelf {
    values: RefCell<BTreeMap<String, String>>,
    room: Cell<Option<usize>>,
    writes: Cell<usize>,
    failing: RefCell<Option<(usize, Fault)>>,
    blocked: Cell<bool>,
}

impl MemoryShelf {
    /// An empty shelf without bounds.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on holds at most `units` UTF-16 units of keys and values.
    pub fn limit(&self, units: usize) {
        self.room.set(Some(units));
    }

    /// From now on nothing can be reached, or can again.
    pub fn block(&self, blocked: bool) {
        self.blocked.set(blocked);
    }

    /// Fails one write with `fault`: the `n`th from now, from 0.
    pub fn fail_write(&self, n: usize, fault: Fault) {
        *self.failing.borrow_mut() = Some((self.writes.get() + n, fault));
    }

    /// Writes tried so far, failed ones too.
    #[must_use]
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    /// Units in use.
    #[must_use]
    pub fn used(&self) -> usize {
        let units = |s: &str| s.encode_utf16().count();
        let values = self.values.borrow();
        values.iter().map(|(k, v)| units(k) + units(v)).sum()
    }

    /// All keys and values, for comparing.
    #[must_use]
    pub fn all(&self) -> BTreeMap<String, String> {
        self.values.borrow().clone()
    }

    fn reach(&self) -> Result<(), Fault> {
        if self.blocked.get() {
            Err(Fault::Blocked)
        } else {
            Ok(())
        }
    }
}

impl Shelf for &MemoryShelf {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        self.reach()?;
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Fault> {
        self.reach()?;
        let nth = self.writes.get();
        self.writes.set(nth + 1);
        if let Some((at, fault)) = &*self.failing.borrow()
            && *at == nth
        {
            return Err(fault.clone());
        }
        let old = self
            .values
            .borrow_mut()
            .insert(key.to_string(), value.to_string());
        if self.room.get().is_some_and(|room| self.used() > room) {
            let mut values = self.values.borrow_mut();
            match old {
                Some(old) => values.insert(key.to_string(), old),
                None => values.remove(key),
            };
            return Err(Fault::Full);
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.reach()?;
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        self.reach()?;
        let values = self.values.borrow();
        let ours = values.keys().filter(|key| key.starts_with(prefix));
        Ok(ours.cloned().collect())
    }
}
