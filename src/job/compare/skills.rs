//! Skills as a matrix: a row a skill, how each job asks for it, and whether the person has it.

use super::column::Column;
use crate::extract::{Asked, order};
use crate::job::{FactKind, Tick, Value, WordsKey};

/// A skill across the jobs.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillRow {
    /// Its name, as first written.
    pub name: String,
    /// How each job asks for it.
    pub asked: Vec<Option<Asked>>,
    /// What the person has of it, by the ticks on requirements that ask for nothing else.
    pub tick: Option<Tick>,
}

/// The skills of `columns`: those most jobs ask for first, then the stronger asked for, then as read.
/// What is only named in passing is left out.
#[must_use]
pub fn skill_rows(columns: &[Column]) -> Vec<SkillRow> {
    let mut rows: Vec<(String, SkillRow)> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let Some(Value::Skills(skills)) = column.card.value(FactKind::Skills) else {
            continue;
        };
        for skill in skills {
            if skill.asked == Asked::Named {
                continue;
            }
            let key = skill_key(&skill.name);
            let found = rows.iter().position(|(k, _)| *k == key);
            let row = found.unwrap_or_else(|| {
                let row = SkillRow {
                    name: skill.name.clone(),
                    asked: vec![None; columns.len()],
                    tick: tick_of(columns, &key),
                };
                rows.push((key, row));
                rows.len() - 1
            });
            let cell = &mut rows[row].1.asked[at];
            *cell = Some(cell.map_or(skill.asked, |before| before.min(skill.asked)));
        }
    }
    let mut rows: Vec<SkillRow> = rows.into_iter().map(|(_, row)| row).collect();
    order::sort_by_cached_key(&mut rows, |row| {
        let asking = row.asked.iter().flatten().count();
        let best = row.asked.iter().flatten().min().copied();
        (std::cmp::Reverse(asking), best)
    });
    rows
}

/// What two writings of one skill share: letters, digits and the marks of names.
#[must_use]
pub fn skill_key(name: &str) -> String {
    let mut key = WordsKey::new(name).as_str().replace(' ', "");
    if key.len() > 4 && key.ends_with('s') && !key.ends_with("ss") && !key.ends_with("js") {
        key.pop();
    }
    key
}

/// The least the person marked on requirements that name this skill alone.
fn tick_of(columns: &[Column], wanted: &str) -> Option<Tick> {
    let rows = columns.iter().flat_map(|c| &c.checklist.rows);
    let alone = rows.filter(|row| {
        let skills = row.read.as_ref().map(|r| &r.skills);
        skills.is_some_and(|s| s.len() == 1 && skill_key(&s[0].0) == wanted)
    });
    alone.filter_map(|row| row.tick).max()
}
