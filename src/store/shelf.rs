//! What the store stands on: keys and values of text, and what can go wrong with them.

use crate::job::tongue::{Tongue, mark};

/// A place for values by key, such as the browser's localStorage. A write that fails leaves what was
/// there.
pub trait Shelf {
    /// The value of `key`, if there is one.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;

    /// Puts `value` under `key`.
    ///
    /// # Errors
    /// If the shelf is full or cannot be reached; the value from before is still there.
    fn set(&self, key: &str, value: &str) -> Result<(), Fault>;

    /// Takes `key` away; nothing happens if it is not there.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    fn remove(&self, key: &str) -> Result<(), Fault>;

    /// The length of the value of `key`, in UTF-16 units; 0 if there is none.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    fn size(&self, key: &str) -> Result<usize, Fault> {
        let value = self.get(key)?;
        Ok(value.map_or(0, |value| value.encode_utf16().count()))
    }

    /// The keys that begin with `prefix`, in no order to rely on.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault>;
}

/// What can go wrong with a shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No room for the value.
    Full,
    /// The browser gives this site no storage.
    Blocked,
    /// What was written did not read back the same.
    Altered,
    /// Anything else, in the browser's words, if it gave any.
    Other(Option<String>),
}

/// Why something was not saved or not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The shelf failed.
    Shelf(Fault),
    /// It was saved by a later version, which alone may read and change it.
    Newer,
    /// What is stored cannot be read; it is kept as it is.
    Unreadable,
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Shelf(fault)
    }
}

impl Trouble {
    /// Plain words for the person: what happened, and the way out.
    #[must_use]
    pub fn words(&self, tongue: &Tongue) -> String {
        let english = match self {
            Self::Shelf(Fault::Full) => mark(
                "This browser’s storage for the site is full. Export a backup, delete what you no longer need, then try again.",
            ),
            Self::Shelf(Fault::Blocked) => mark(
                "This browser gives the site no storage: a private window or a privacy setting can be the cause.",
            ),
            Self::Shelf(Fault::Altered) => mark("The browser did not store what it was given."),
            Self::Shelf(Fault::Other(None)) => {
                mark("The browser could not store it, and gave no reason.")
            }
            Self::Shelf(Fault::Other(Some(reason))) => {
                return tongue.fill("The browser could not store it: {reason}.", &[reason]);
            }
            Self::Newer => mark(
                "It was saved by a newer version of Rolecard. Reload the page to get that version.",
            ),
            Self::Unreadable => mark(
                "What is stored for it cannot be read. It is kept as it is, and nothing else is touched.",
            ),
        };
        tongue.t(english).to_string()
    }
}
