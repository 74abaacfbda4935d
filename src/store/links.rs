//! Keeps which saved jobs the person holds to be one, as settings of a name of their own: a value a
//! pair, so that what two tabs say is put together.

use super::jobs::Store;
use super::shelf::{Shelf, Trouble};
use crate::job::duplicates::Links;
use crate::job::{JobId, Moment};

/// What the links are kept under.
const NAME: &str = "links";

impl<S: Shelf> Store<S> {
    /// What was said of pairs of jobs; nothing where nothing was.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn load_links(&self) -> Result<Links, Trouble> {
        let mut links = Links::default();
        for (name, value) in self.load_settings(NAME)?.iter() {
            let ids = name.split_once(' ');
            let ids = ids.and_then(|(a, b)| JobId::parse(a).zip(JobId::parse(b)));
            if let Some((a, b)) = ids {
                links.set(&a, &b, said(value));
            }
        }
        Ok(links)
    }

    /// Keeps what was said of one pair; `None` takes it back.
    ///
    /// # Errors
    /// If the shelf fails, or a newer version wrote here; what was kept before is still there.
    pub fn save_link(
        &self,
        (a, b): (&JobId, &JobId),
        are_one: Option<bool>,
        now: Moment,
    ) -> Result<(), Trouble> {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        let mut kept = self.load_settings(NAME)?;
        let value = match are_one {
            Some(true) => "one",
            Some(false) => "two",
            None => "",
        };
        kept.set(&format!("{a} {b}"), value, now);
        self.save_settings(NAME, &kept)
    }
}

fn said(value: &str) -> Option<bool> {
    match value {
        "one" => Some(true),
        "two" => Some(false),
        _ => None,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::memory::MemoryShelf;
    use super::*;

    #[test]
    fn links_are_kept_and_taken_back() {
        let memory = MemoryShelf::new();
        let store = Store::new(&memory);
        let [a, b, c] = ["a1", "b2", "c3"].map(|id| JobId::parse(id).unwrap());
        assert_eq!(store.load_links(), Ok(Links::default()));
        assert_eq!(store.save_link((&b, &a), Some(true), Moment(1)), Ok(()));
        assert_eq!(store.save_link((&a, &c), Some(false), Moment(2)), Ok(()));
        let links = store.load_links().unwrap();
        assert_eq!(
            (links.of(&a, &b), links.of(&c, &a)),
            (Some(true), Some(false))
        );
        assert_eq!(store.save_link((&a, &b), None, Moment(3)), Ok(()));
        assert_eq!(store.load_links().unwrap().of(&a, &b), None);
    }
}
