//! Keeps what the person said they have, as settings of a name of their own: each saying by its posting
//! and words with its time, the CV, the wishes. So it stands in every backup, and is put together with
//! another copy thing by thing. What is taken back is kept as empty, so that it is not learnt again.

use serde_json::{Value as Json, json};

use super::jobs::Store;
use super::keys;
use super::settings::Settings;
use super::shelf::{Shelf, Trouble};
use super::wire::{Code, from_letters, letters};
use crate::job::profile::{From, Said, Wishes, name_of};
use crate::job::{Moment, Tick, Ticks, WordsKey};

/// What it is kept under.
const NAME: &str = "profile";
/// The name of the CV.
const CV: &str = "cv";
/// The name of the wishes.
const WISHES: &str = "wishes";

/// All that is kept of the person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// What was said, in the order of its names.
    pub said: Vec<Said>,
    /// The CV's text, and since when.
    pub cv: Option<(String, Moment)>,
    /// The wishes.
    pub wishes: Wishes,
}

impl<S: Shelf> Store<S> {
    /// Whether anything was ever kept of the person; cheap.
    pub fn has_profile(&self) -> bool {
        let raw = self.shelf.get(&keys::settings(NAME));
        raw.is_ok_and(|raw| raw.is_some())
    }

    /// What is kept of the person.
    ///
    /// # Errors
    /// If the shelf cannot be reached.
    pub fn load_profile(&self) -> Result<Kept, Trouble> {
        let mut kept = Kept::default();
        for (name, value, at) in self.load_settings(NAME)?.stamped() {
            if value.is_empty() {
                continue;
            }
            match name {
                CV => kept.cv = Some((value.to_string(), at)),
                WISHES => kept.wishes = wishes_from(value).unwrap_or_default(),
                _ => kept.said.extend(said_from(name, value, at)),
            }
        }
        Ok(kept)
    }

    /// Learns the marks of one posting: what is newer than what is kept. Answers whether anything was.
    ///
    /// # Errors
    /// If the shelf fails, or a newer version wrote here; what was saved before is still there.
    pub fn learn_marks(&self, from: &From, ticks: &Ticks) -> Result<bool, Trouble> {
        let mut kept = self.load_settings(NAME)?;
        let mut is_new = false;
        for (_, mark) in ticks.iter() {
            let name = name_of(from, &mark.words);
            let before = kept.at(&name);
            let is_later = before.is_none_or(|at| at < mark.tick.at);
            // What was never marked need not be forgotten.
            if !is_later || before.is_none() && mark.tick.value.is_none() {
                continue;
            }
            let value = mark
                .tick
                .value
                .map_or_else(String::new, |tick| said_to(&mark.words, tick, from));
            kept.set(&name, &value, mark.tick.at);
            is_new = true;
        }
        if is_new {
            self.save_settings(NAME, &kept)?;
        }
        Ok(is_new)
    }

    /// Keeps what the person entered, in place of what they entered before in the same words.
    ///
    /// # Errors
    /// As [`Store::learn_marks`].
    pub fn say(&self, words: &str, tick: Tick, now: Moment) -> Result<(), Trouble> {
        let name = name_of(&From::Own, words);
        self.keep(&name, &said_to(words, tick, &From::Own), now)
    }

    /// Takes back one saying.
    ///
    /// # Errors
    /// As [`Store::learn_marks`].
    pub fn unsay(&self, said: &Said, now: Moment) -> Result<(), Trouble> {
        self.keep(&name_of(&said.from, &said.words), "", now)
    }

    /// Keeps the CV's text; an empty one takes it away.
    ///
    /// # Errors
    /// As [`Store::learn_marks`].
    pub fn keep_cv(&self, text: &str, now: Moment) -> Result<(), Trouble> {
        self.keep(CV, text.trim(), now)
    }

    /// Keeps the wishes.
    ///
    /// # Errors
    /// As [`Store::learn_marks`].
    pub fn keep_wishes(&self, wishes: &Wishes, now: Moment) -> Result<(), Trouble> {
        self.keep(WISHES, &wishes_to(wishes), now)
    }

    fn keep(&self, name: &str, value: &str, now: Moment) -> Result<(), Trouble> {
        let mut kept: Settings = self.load_settings(NAME)?;
        kept.set(name, value, now);
        self.save_settings(NAME, &kept)
    }
}

fn said_to(words: &str, tick: Tick, from: &From) -> String {
    let title = match from {
        From::Posting { title, .. } => title.as_str(),
        From::Own | From::Cv => "",
    };
    json!([tick.code(), words, title]).to_string()
}

fn said_from(name: &str, value: &str, at: Moment) -> Option<Said> {
    let json: Json = serde_json::from_str(value).ok()?;
    let (head, _) = name.split_once('/')?;
    let words = json[1].as_str().filter(|w| !WordsKey::new(w).is_empty())?;
    let from = match head {
        "own" => From::Own,
        "cv" => From::Cv,
        sum => From::Posting {
            sum: sum.to_string(),
            title: json[2].as_str().unwrap_or_default().to_string(),
        },
    };
    Some(Said {
        words: words.to_string(),
        tick: Tick::from_code(json[0].as_str()?)?,
        at,
        from,
    })
}

fn wishes_to(wishes: &Wishes) -> String {
    json!({
        "p": wishes.least_pay,
        "l": wishes.places,
        "m": letters(&wishes.modes),
        "t": letters(&wishes.types),
        "s": wishes.languages,
        "w": wishes.needs_permit,
    })
    .to_string()
}

fn wishes_from(value: &str) -> Option<Wishes> {
    let json: Json = serde_json::from_str(value).ok()?;
    let texts = |name: &str| -> Vec<String> {
        let list = json[name].as_array().into_iter().flatten();
        list.filter_map(|t| t.as_str().map(str::to_string))
            .collect()
    };
    Some(Wishes {
        least_pay: json["p"].as_f64().filter(|n| n.is_finite() && *n > 0.0),
        places: texts("l"),
        modes: from_letters(json["m"].as_str().unwrap_or_default()).unwrap_or_default(),
        types: from_letters(json["t"].as_str().unwrap_or_default()).unwrap_or_default(),
        languages: texts("s"),
        needs_permit: json["w"].as_bool().unwrap_or_default(),
    })
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::extract::{Employment, WorkMode};
    use crate::store::MemoryShelf;

    fn posting() -> From {
        From::Posting {
            sum: "abc".into(),
            title: "Owl keeper".into(),
        }
    }

    #[test]
    fn what_was_marked_is_kept_and_what_is_taken_back_is_not_learnt_again() {
        let memory = MemoryShelf::new();
        let store = Store::new(&memory);
        assert!(!store.has_profile());
        let mut ticks = Ticks::default();
        ticks.set("Works with owls", Some(Tick::Have), Moment(5));
        ticks.set("Sings", None, Moment(6));
        assert_eq!(store.learn_marks(&posting(), &ticks), Ok(true));
        assert_eq!(store.learn_marks(&posting(), &ticks), Ok(false));
        let kept = store.load_profile().unwrap();
        assert_eq!(kept.said.len(), 1);
        let said = &kept.said[0];
        assert_eq!(
            (said.tick, said.at, &said.from),
            (Tick::Have, Moment(5), &posting())
        );
        assert_eq!(store.unsay(said, Moment(7)), Ok(()));
        assert_eq!(store.learn_marks(&posting(), &ticks), Ok(false));
        assert_eq!(store.load_profile().unwrap().said, []);
        ticks.set("works with OWLS", Some(Tick::Partly), Moment(8));
        assert_eq!(store.learn_marks(&posting(), &ticks), Ok(true));
        assert_eq!(store.load_profile().unwrap().said[0].tick, Tick::Partly);
        ticks.set("Works with owls", None, Moment(9));
        assert_eq!(store.learn_marks(&posting(), &ticks), Ok(true));
        assert_eq!(store.load_profile().unwrap().said, []);
        assert!(store.has_profile());
    }

    #[test]
    fn what_was_entered_is_found_again() {
        let memory = MemoryShelf::new();
        let store = Store::new(&memory);
        let wishes = Wishes {
            least_pay: Some(42_000.0),
            places: vec!["Gent".into()],
            modes: vec![WorkMode::Remote, WorkMode::Hybrid],
            types: vec![Employment::PartTime],
            languages: vec!["Dutch".into()],
            needs_permit: true,
        };
        assert_eq!(store.keep_wishes(&wishes, Moment(1)), Ok(()));
        assert_eq!(store.keep_cv(" Mara\nPython ", Moment(2)), Ok(()));
        assert_eq!(store.say("Python, 3 years", Tick::Have, Moment(3)), Ok(()));
        let kept = store.load_profile().unwrap();
        assert_eq!(kept.wishes, wishes);
        assert_eq!(kept.cv, Some(("Mara\nPython".into(), Moment(2))));
        assert_eq!(kept.said[0].from, From::Own);
        assert_eq!(store.keep_cv("", Moment(4)), Ok(()));
        assert_eq!(store.load_profile().unwrap().cv, None);
    }
}
