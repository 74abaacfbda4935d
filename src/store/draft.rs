//! The draft of the Read page.

use super::jobs::Store;
use super::shelf::{Shelf, Trouble};
use super::{keys, wire, write};
use crate::job::Draft;

impl<S: Shelf> Store<S> {
    /// Keeps the draft of the Read page.
    ///
    /// # Errors
    /// If the shelf fails, or a newer version wrote here; the draft from before is still there.
    pub fn save_draft(&self, draft: &Draft) -> Result<(), Trouble> {
        let readable = |raw: &str| wire::draft_from(raw).is_some();
        write::put(&self.shelf, keys::DRAFT, &wire::draft_to(draft), &readable)
    }

    /// The draft of the Read page, if one is kept.
    ///
    /// # Errors
    /// If the shelf fails or the value cannot be read.
    pub fn load_draft(&self) -> Result<Option<Draft>, Trouble> {
        self.find(keys::DRAFT, &wire::draft_from)
    }

    /// Forgets the draft. One that cannot be read stays.
    ///
    /// # Errors
    /// If the shelf fails.
    pub fn discard_draft(&self) -> Result<(), Trouble> {
        if self.load_draft()?.is_some() {
            write::remove(&self.shelf, keys::DRAFT)?;
        }
        Ok(())
    }
}
