//! Have, Partly, Gap: what the person says of a requirement, and what they change about the
//! requirements by hand. Kept by the requirement's words as read, so that a new reading finds them.

use std::collections::BTreeMap;

use super::clock::{Moment, Stamped};
use super::key::WordsKey;
use crate::extract::Strength;

/// What the person has of a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Tick {
    Have,
    Partly,
    Gap,
}

impl Tick {
    /// All, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Have, Self::Partly, Self::Gap];

    /// Its name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Have => "Have",
            Self::Partly => "Partly",
            Self::Gap => "Gap",
        }
    }
}

/// A tick with the words it was set on.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The requirement's words, for showing it once no reading finds it.
    pub words: String,
    /// The tick; `None` once cleared, kept with its time so that it also clears another copy's.
    pub tick: Stamped<Option<Tick>>,
}

/// The person's ticks by the requirements' words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticks {
    by_words: BTreeMap<WordsKey, Mark>,
}

impl Ticks {
    /// Sets (or with `None` clears) the tick of the requirement that reads `words`. Words without a
    /// letter are no requirement and change nothing.
    pub fn set(&mut self, words: &str, tick: Option<Tick>, at: Moment) {
        let key = WordsKey::new(words);
        if key.is_empty() {
            return;
        }
        let at = self
            .by_words
            .get(&key)
            .map_or(at, |old| at.after(old.tick.at));
        let mark = Mark {
            words: words.to_string(),
            tick: Stamped::new(tick, at),
        };
        self.by_words.insert(key, mark);
    }

    /// Presses `tick` on the requirement that reads `words`: sets it, or clears it if it is set.
    pub fn press(&mut self, words: &str, tick: Tick, at: Moment) {
        let set = self.get(&WordsKey::new(words)) == Some(tick);
        self.set(words, (!set).then_some(tick), at);
    }

    /// The tick of a requirement.
    #[must_use]
    pub fn get(&self, key: &WordsKey) -> Option<Tick> {
        self.by_words.get(key).and_then(|mark| mark.tick.value)
    }

    /// All that was set, those cleared too, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&WordsKey, &Mark)> {
        self.by_words.iter()
    }

    /// When the last of them was set.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        self.by_words.values().map(|mark| mark.tick.at).max()
    }
}

/// What the person changed about one requirement. What is `None` stays as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequirementEdit {
    /// The words as read, or as first typed for one the person added.
    pub words: String,
    /// Whether the person added it: no reading gives it.
    pub added: bool,
    /// Other words to show.
    pub text: Option<String>,
    /// Moved to must or nice.
    pub strength: Option<Strength>,
    /// Taken off the list.
    pub removed: bool,
    /// When it was first changed, or added: what the order of those added goes by.
    pub first: Moment,
    /// When it was last changed.
    pub at: Moment,
}

/// The person's changes to the list of requirements.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequirementEdits {
    /// In the order they were first made, which is the order added ones are shown in; of one time, in
    /// the order of their words.
    list: Vec<(WordsKey, RequirementEdit)>,
}

impl RequirementEdits {
    /// Adds a requirement. One of the same words that was taken off comes back; `on_list` says which
    /// the reading gives, so that none stands twice. Words without a letter change nothing.
    pub fn add(
        &mut self,
        text: &str,
        strength: Strength,
        on_list: impl Fn(&WordsKey) -> bool,
        at: Moment,
    ) {
        let text = text.trim();
        let key = WordsKey::new(text);
        if key.is_empty() {
            return;
        }
        let added = !on_list(&key);
        let edit = self.entry(key, text, at);
        edit.added = added;
        edit.text = None;
        edit.removed = false;
        edit.strength = Some(strength);
        edit.at = at.after(edit.at);
    }

    /// Shows other words for the requirement that was read as `words`. Words without a letter
    /// change nothing.
    pub fn rewrite(&mut self, words: &str, text: &str, at: Moment) {
        if WordsKey::new(text).is_empty() {
            return;
        }
        let edit = self.entry(WordsKey::new(words), words, at);
        let text = text.trim();
        edit.text = (text != edit.words).then(|| text.to_string());
        edit.at = at.after(edit.at);
    }

    /// Moves the requirement that was read as `words` to must or nice.
    pub fn place(&mut self, words: &str, strength: Strength, at: Moment) {
        let edit = self.entry(WordsKey::new(words), words, at);
        edit.strength = Some(strength);
        edit.at = at.after(edit.at);
    }

    /// Takes the requirement that was read as `words` off the list, or puts it back.
    pub fn set_removed(&mut self, words: &str, removed: bool, at: Moment) {
        let edit = self.entry(WordsKey::new(words), words, at);
        edit.removed = removed;
        edit.at = at.after(edit.at);
    }

    /// Puts an edit in place whole, as kept or brought in. One for the same words is replaced.
    pub fn insert(&mut self, edit: RequirementEdit) {
        let key = WordsKey::new(&edit.words);
        self.list.retain(|(k, _)| *k != key);
        self.place_in(key, edit);
    }

    /// The change to a requirement.
    #[must_use]
    pub fn get(&self, key: &WordsKey) -> Option<&RequirementEdit> {
        self.list.iter().find(|(k, _)| k == key).map(|(_, e)| e)
    }

    /// All changes, in the order first made.
    pub fn iter(&self) -> impl Iterator<Item = (&WordsKey, &RequirementEdit)> {
        self.list.iter().map(|(key, edit)| (key, edit))
    }

    /// When the last of them was made.
    #[must_use]
    pub fn last_change(&self) -> Option<Moment> {
        self.list.iter().map(|(_, edit)| edit.at).max()
    }

    fn entry(&mut self, key: WordsKey, words: &str, now: Moment) -> &mut RequirementEdit {
        let at = self.list.iter().position(|(k, _)| *k == key);
        let at = at.unwrap_or_else(|| {
            let edit = RequirementEdit {
                words: words.to_string(),
                first: now,
                ..RequirementEdit::default()
            };
            self.place_in(key, edit)
        });
        &mut self.list[at].1
    }

    /// Puts an edit where it belongs, and says where that is.
    fn place_in(&mut self, key: WordsKey, edit: RequirementEdit) -> usize {
        let after = |(k, e): &(WordsKey, RequirementEdit)| (e.first, k) > (edit.first, &key);
        let at = self.list.iter().position(after).unwrap_or(self.list.len());
        self.list.insert(at, (key, edit));
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressing_the_chosen_tick_again_clears_it() {
        let mut ticks = Ticks::default();
        let words = "Forklift licence";
        let key = WordsKey::new("forklift  LICENCE.");
        ticks.press(words, Tick::Have, Moment(1));
        assert_eq!(ticks.get(&key), Some(Tick::Have));
        ticks.press(words, Tick::Gap, Moment(2));
        assert_eq!(ticks.get(&key), Some(Tick::Gap));
        ticks.press(words, Tick::Gap, Moment(3));
        assert_eq!(ticks.get(&key), None);
        assert_eq!(ticks.last_change(), Some(Moment(3)));
        ticks.press(" - ", Tick::Gap, Moment(4));
        assert_eq!(ticks.iter().count(), 1);
    }

    #[test]
    fn edits_are_found_by_the_words_as_read() {
        let mut edits = RequirementEdits::default();
        let words = "Two years with horses";
        edits.rewrite(words, "Two years with ponies", Moment(1));
        edits.place("two years with HORSES", Strength::Nice, Moment(2));
        let edit = edits.get(&WordsKey::new(words)).unwrap();
        assert_eq!(edit.text.as_deref(), Some("Two years with ponies"));
        assert_eq!(edit.strength, Some(Strength::Nice));
        assert_eq!((edit.words.as_str(), edit.at), (words, Moment(2)));
        edits.rewrite(words, words, Moment(3));
        assert_eq!(edits.get(&WordsKey::new(words)).unwrap().text, None);
        edits.rewrite(words, "  ", Moment(4));
        assert_eq!(edits.last_change(), Some(Moment(3)));
    }
}
