//! The checklist: the requirements as read, with the person's edits and ticks laid over them. Made
//! anew from both, never stored. A tick whose requirement no reading finds is listed, not dropped.

use std::collections::BTreeMap;

use super::key::WordsKey;
use super::tick::{RequirementEdits, Tick, Ticks};
use crate::extract::order;
use crate::extract::{Requirement, RequirementKind, Span, Strength};

/// The requirements of a posting as the person sees them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checklist {
    /// The rows on the list, must before nice; within each as read, then as added.
    pub rows: Vec<Row>,
    /// Rows the person took off, in the order of reading.
    pub removed: Vec<Row>,
    /// Ticks and edits whose requirement is no longer found.
    pub lost: Vec<LostTick>,
}

/// One requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What its tick and edit are kept by; no two rows share it.
    pub key: WordsKey,
    /// The words its tick and edit are set on: as read, or as first typed.
    pub words: String,
    /// The words to show.
    pub text: String,
    /// Must or nice.
    pub strength: Strength,
    /// Where it comes from.
    pub origin: RowOrigin,
    /// The requirement as read: its span, kind, skills and years.
    pub read: Option<Requirement>,
    /// The person's tick.
    pub tick: Option<Tick>,
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowOrigin {
    /// The posting, unchanged.
    Read,
    /// The posting, with words or place changed by the person.
    Edited,
    /// The person.
    Added,
}

/// A tick whose requirement the reading no longer gives.
#[derive(Clone, Debug, PartialEq)]
pub struct LostTick {
    /// What it is kept by.
    pub key: WordsKey,
    /// The requirement's words when it was set.
    pub words: String,
    /// The tick.
    pub tick: Tick,
}

impl Checklist {
    /// `edits` and `ticks` laid over what was read. A requirement read twice in the same words stands
    /// once, as the first; must if any of the two is.
    #[must_use]
    pub fn new(read: &[Requirement], edits: &RequirementEdits, ticks: &Ticks) -> Self {
        let mut list = Self::default();
        let mut seen: BTreeMap<WordsKey, usize> = BTreeMap::new();
        let mut all: Vec<Row> = Vec::new();
        for requirement in read {
            let key = WordsKey::new(&requirement.item.text);
            if key.is_empty() {
                continue;
            }
            if let Some(at) = seen.get(&key) {
                let row: &mut Row = &mut all[*at];
                row.strength = row.strength.min(requirement.strength);
                continue;
            }
            seen.insert(key.clone(), all.len());
            all.push(Row {
                words: requirement.item.text.clone(),
                text: requirement.item.text.clone(),
                strength: requirement.strength,
                origin: RowOrigin::Read,
                read: Some(requirement.clone()),
                tick: ticks.get(&key),
                key,
            });
        }
        for (key, edit) in edits.iter() {
            if edit.added && !seen.contains_key(key) {
                seen.insert(key.clone(), all.len());
                all.push(Row {
                    key: key.clone(),
                    words: edit.words.clone(),
                    text: edit.words.clone(),
                    strength: Strength::Must,
                    origin: RowOrigin::Added,
                    read: None,
                    tick: ticks.get(key),
                });
            }
        }
        for mut row in all {
            let Some(edit) = edits.get(&row.key) else {
                list.rows.push(row);
                continue;
            };
            let moved = edit.strength.is_some_and(|s| s != row.strength);
            if row.origin == RowOrigin::Read && (moved || edit.text.is_some()) {
                row.origin = RowOrigin::Edited;
            }
            row.strength = edit.strength.unwrap_or(row.strength);
            if let Some(text) = &edit.text {
                row.text.clone_from(text);
            }
            if edit.removed {
                list.removed.push(row);
            } else {
                list.rows.push(row);
            }
        }
        order::sort_by_key(&mut list.rows, |row| row.strength);
        for (key, mark) in ticks.iter() {
            if let Some(tick) = mark.tick.value
                && !seen.contains_key(key)
            {
                list.lost.push(LostTick {
                    key: key.clone(),
                    words: mark.words.clone(),
                    tick,
                });
            }
        }
        list
    }

    /// The rows of one strength, in order.
    pub fn of(&self, strength: Strength) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.strength == strength)
    }

    /// How many rows of one strength bear `tick`; `None` counts those unmarked.
    #[must_use]
    pub fn count(&self, strength: Strength, tick: Option<Tick>) -> usize {
        self.of(strength).filter(|row| row.tick == tick).count()
    }
}

impl Row {
    /// Where it stands in the posting, if it does.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.read.as_ref().map(|r| r.item.span)
    }

    /// What it asks for, where it was read.
    #[must_use]
    pub fn kind(&self) -> Option<RequirementKind> {
        self.read.as_ref().map(|r| r.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Item;
    use crate::job::Moment;

    fn read(rows: &[(&str, Strength)]) -> Vec<Requirement> {
        let requirement = |(at, (text, strength)): (usize, &(&str, Strength))| Requirement {
            item: Item {
                text: (*text).to_string(),
                span: Span::new(at * 10, at * 10 + 5),
            },
            strength: *strength,
            kind: RequirementKind::Skill,
            skills: Vec::new(),
            any_of: false,
            years: None,
        };
        rows.iter().enumerate().map(requirement).collect()
    }

    fn show(list: &Checklist) -> Vec<String> {
        let row = |row: &Row| {
            format!(
                "{:?} {:?} {} {:?}",
                row.strength, row.origin, row.text, row.tick
            )
        };
        list.rows.iter().map(row).collect()
    }

    #[test]
    fn edits_and_ticks_lie_over_what_was_read() {
        use Strength::{Must, Nice};
        let posting = read(&[
            ("Sailing licence", Must),
            ("Night watches", Must),
            ("Knots", Nice),
            ("sailing LICENCE.", Nice),
        ]);
        let mut edits = RequirementEdits::default();
        let mut ticks = Ticks::default();
        edits.place("Knots", Must, Moment(1));
        edits.rewrite("Night watches", "Night watches, one in three", Moment(2));
        edits.add("Own boots", Nice, |_| false, Moment(3));
        edits.add("Sober", Must, |_| false, Moment(4));
        ticks.set("Night watches", Some(Tick::Partly), Moment(5));
        ticks.set("Own boots", Some(Tick::Have), Moment(6));
        let list = Checklist::new(&posting, &edits, &ticks);
        assert_eq!(
            show(&list),
            [
                "Must Read Sailing licence None",
                "Must Edited Night watches, one in three Some(Partly)",
                "Must Edited Knots None",
                "Must Added Sober None",
                "Nice Added Own boots Some(Have)",
            ]
        );
        assert_eq!(list.count(Must, Some(Tick::Partly)), 1);
        assert_eq!(list.count(Must, None), 3);

        edits.set_removed("Own boots", true, Moment(7));
        edits.set_removed("Knots", true, Moment(8));
        let list = Checklist::new(&posting, &edits, &ticks);
        let removed: Vec<_> = list.removed.iter().map(|r| r.text.as_str()).collect();
        assert_eq!(removed, ["Knots", "Own boots"]);
        assert_eq!(list.lost, []);

        // Typing the words of a removed one puts it back rather than doubling it.
        edits.add("knots", Nice, |key| key.as_str() == "knots", Moment(9));
        let list = Checklist::new(&posting, &edits, &ticks);
        assert!(show(&list).contains(&"Nice Read Knots None".to_string()));
    }

    #[test]
    fn a_tick_no_longer_found_stays_listed() {
        let mut ticks = Ticks::default();
        ticks.set("Knots", Some(Tick::Gap), Moment(1));
        ticks.set("Ropes", Some(Tick::Have), Moment(1));
        ticks.set("Ropes", None, Moment(2));
        let list = Checklist::new(&read(&[]), &RequirementEdits::default(), &ticks);
        let lost: Vec<_> = list
            .lost
            .iter()
            .map(|t| (t.words.as_str(), t.tick))
            .collect();
        assert_eq!(lost, [("Knots", Tick::Gap)]);
    }
}
