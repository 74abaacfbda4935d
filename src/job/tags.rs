//! The person's own tags on a job, by their words.

use std::collections::BTreeMap;

use super::clock::{Moment, Stamped};
use super::key::WordsKey;

/// The tags of a job.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tags {
    /// As typed; `None` once taken off, kept so that it is also taken off another copy.
    by_words: BTreeMap<WordsKey, Stamped<Option<String>>>,
}

impl Tags {
    /// Puts a tag on, or takes it off. Words without a letter are none.
    pub fn set(&mut self, words: &str, on: bool, now: Moment) {
        let key = WordsKey::new(words);
        if !key.is_empty() {
            let words = on.then(|| words.trim().to_string());
            self.by_words.entry(key).or_default().set(words, now);
        }
    }

    /// Puts what is known of one tag in place, as kept or brought in.
    pub fn insert(&mut self, key: WordsKey, tag: Stamped<Option<String>>) {
        if !key.is_empty() {
            self.by_words.insert(key, tag);
        }
    }

    /// The tags that are on, in the order of their letters.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.by_words
            .values()
            .filter_map(|tag| tag.value.as_deref())
    }

    /// All that was set, those taken off too.
    pub fn all(&self) -> impl Iterator<Item = (&WordsKey, &Stamped<Option<String>>)> {
        self.by_words.iter()
    }

    /// When the last of them was set.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        self.by_words.values().map(|tag| tag.at).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_its_words() {
        let mut tags = Tags::default();
        tags.set("Night shifts", true, Moment(5));
        tags.set(" By tram ", true, Moment(5));
        tags.set("night SHIFTS", true, Moment(3));
        tags.set("—", true, Moment(9));
        assert_eq!(tags.iter().collect::<Vec<_>>(), ["By tram", "night SHIFTS"]);
        tags.set("by tram", false, Moment(1));
        assert_eq!(tags.iter().collect::<Vec<_>>(), ["night SHIFTS"]);
        assert_eq!(
            (tags.all().count(), tags.last_change()),
            (2, Some(Moment(6)))
        );
    }
}
