//! The skills that saved jobs ask for most, against what the person says they have.

use crate::extract::{Asked, order};
use crate::job::compare::skill_key;
use crate::job::matching::tick_of_skill;
use crate::job::profile::Profile;
use crate::job::{FactKind, Job, Moment, Tick, Value, WordsKey};

/// A skill across the jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedSkill {
    /// Its name, as first written.
    pub name: String,
    /// Jobs that ask for it.
    pub jobs: usize,
    /// Jobs among them that ask for it as a must.
    pub musts: usize,
    /// What the person has of it: what their profile comes to, else what they last marked it with.
    pub tick: Option<Tick>,
    /// Jobs among them in which the person lacks it: by their mark there, else by the last.
    pub lacking: usize,
}

/// The skills of all jobs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedSkills {
    /// Jobs that ask for any.
    pub jobs: usize,
    /// The most asked first.
    pub rows: Vec<AskedSkill>,
}

impl AskedSkills {
    /// The skills of `jobs`, from their facts as last read, against `profile`, where there is one. What is
    /// only named in passing is left out.
    #[must_use]
    pub fn new(jobs: &[Job], profile: Option<&Profile>) -> Self {
        let mut found: Vec<(String, AskedSkill)> = Vec::new();
        let mut with_any = 0;
        let mut asked: Vec<Vec<usize>> = vec![Vec::new(); jobs.len()];
        for (job, asked) in jobs.iter().zip(&mut asked) {
            let mut seen: Vec<String> = Vec::new();
            let card = job.card();
            let Some(Value::Skills(skills)) = card.value(FactKind::Skills) else {
                continue;
            };
            for skill in skills.iter().filter(|skill| skill.asked != Asked::Named) {
                let key = skill_key(&skill.name);
                if key.is_empty() || seen.contains(&key) {
                    continue;
                }
                let at = found.iter().position(|(known, _)| *known == key);
                let at = at.unwrap_or_else(|| {
                    let row = AskedSkill {
                        name: skill.name.clone(),
                        jobs: 0,
                        musts: 0,
                        tick: None,
                        lacking: 0,
                    };
                    found.push((key.clone(), row));
                    found.len() - 1
                });
                found[at].1.jobs += 1;
                asked.push(at);
                found[at].1.musts += usize::from(skill.asked == Asked::Must);
                seen.push(key);
            }
            with_any += usize::from(!seen.is_empty());
        }
        mark(&mut found, jobs, &asked, profile);
        let mut rows: Vec<AskedSkill> = found.into_iter().map(|(_, row)| row).collect();
        order::sort_by(&mut rows, |a, b| {
            let order = (b.jobs, b.musts).cmp(&(a.jobs, a.musts));
            order.then_with(|| a.name.cmp(&b.name))
        });
        Self {
            jobs: with_any,
            rows,
        }
    }

    /// The skill that the person lacks in most jobs; of two, the one more asked for.
    #[must_use]
    pub fn widest_gap(&self) -> Option<&AskedSkill> {
        let most = self.rows.iter().map(|row| row.lacking).max()?;
        let mut gaps = self.rows.iter().filter(|row| row.lacking > 0);
        gaps.find(|row| row.lacking == most)
    }
}

/// Gives each skill what the profile comes to, else the newest tick on a requirement that names it and no
/// other of the skills, and counts the jobs that ask for it, `asked` a job, in which it is lacking.
fn mark(
    found: &mut [(String, AskedSkill)],
    jobs: &[Job],
    asked: &[Vec<usize>],
    profile: Option<&Profile>,
) {
    let names: Vec<String> = found
        .iter()
        .map(|(_, row)| spaced(&WordsKey::new(&row.name)))
        .collect();
    let mut newest: Vec<Option<Moment>> = vec![None; found.len()];
    let mut here: Vec<Vec<(usize, Moment, Option<Tick>)>> = Vec::with_capacity(jobs.len());
    for job in jobs {
        let mut said: Vec<(usize, Moment, Option<Tick>)> = Vec::new();
        for (words, mark) in job.marks.ticks.iter() {
            let words = spaced(words);
            let mut named = (0..names.len()).filter(|at| words.contains(&names[*at]));
            let (Some(at), None) = (named.next(), named.next()) else {
                continue;
            };
            said.push((at, mark.tick.at, mark.tick.value));
            if newest[at].is_none_or(|before| before < mark.tick.at) {
                newest[at] = Some(mark.tick.at);
                found[at].1.tick = mark.tick.value;
            }
        }
        here.push(said);
    }
    if let Some(profile) = profile {
        for (_, row) in found.iter_mut() {
            row.tick = tick_of_skill(&row.name, profile).or(row.tick);
        }
    }
    for (said, asked) in here.iter().zip(asked) {
        for at in asked {
            let of = said.iter().filter(|(skill, _, _)| skill == at);
            let own = of.max_by_key(|(_, when, _)| *when);
            let tick = own.and_then(|(_, _, tick)| *tick).or(found[*at].1.tick);
            found[*at].1.lacking += usize::from(tick == Some(Tick::Gap));
        }
    }
}

/// The words with a space at each end, so that only whole ones are found.
fn spaced(words: &WordsKey) -> String {
    let mut out = String::from(" ");
    out.push_str(words.as_str());
    out.push(' ');
    out
}

#[cfg(test)]
mod tests {
    use super::super::saved;
    use super::*;
    use crate::job::Marks;
    use crate::job::profile::{From, Said};

    fn job(n: i64, text: &str, ticks: &[(&str, Tick, i64)]) -> Job {
        let mut marks = Marks::default();
        for (words, tick, at) in ticks {
            marks.ticks.set(words, Some(*tick), Moment(*at));
        }
        saved(n, text, marks)
    }

    #[test]
    fn skills_are_counted_once_a_job_and_marked_by_the_newest_tick() {
        let jobs = [
            job(
                1,
                "Data Analyst\n\nRequirements\n- Experience with SQL\n- SQL and Excel for reports\n- Knowledge of Power BI\n",
                &[
                    ("Experience with SQL", Tick::Gap, 5),
                    ("SQL and Excel for reports", Tick::Partly, 9),
                ],
            ),
            job(
                2,
                "Clerk\n\nRequirements\n- Good SQL\n\nNice to have\n- Power BI\n",
                &[("Good SQL", Tick::Have, 7), ("Power BI", Tick::Gap, 3)],
            ),
            job(3, "Gardener\n\nWe look after the parks of the town.\n", &[]),
        ];
        let asked = AskedSkills::new(&jobs, None);
        assert_eq!(asked.jobs, 2);
        let of = |name: &str| asked.rows.iter().find(|row| row.name == name).cloned();
        let sql = of("SQL").unwrap();
        assert_eq!((sql.jobs, sql.musts, sql.tick), (2, 2, Some(Tick::Have)));
        assert_eq!(sql.lacking, 1, "the mark there holds where one was made");
        let bi = of("Power BI").unwrap();
        assert_eq!((bi.jobs, bi.musts, bi.tick), (2, 1, Some(Tick::Gap)));
        assert_eq!(bi.lacking, 2, "the last word holds where none was said");
        assert_eq!(asked.rows[0].name, "SQL");
        assert_eq!(
            asked.widest_gap().map(|row| &row.name[..]),
            Some("Power BI")
        );
        assert_eq!(AskedSkills::new(&[], None), AskedSkills::default());
    }

    #[test]
    fn what_the_profile_comes_to_stands_beside_the_skill() {
        let jobs = [job(
            1,
            "Analyst\n\nRequirements\n- Experience with JavaScript\n- Knowledge of Power BI\n",
            &[],
        )];
        let said =
            [("ECMAScript and SQL", Tick::Have), ("Power BI", Tick::Gap)].map(|(words, tick)| {
                Said {
                    words: words.into(),
                    tick,
                    at: Moment(1),
                    from: From::Own,
                }
            });
        let reads = |text: &str| Some(crate::extract::read(text));
        let profile = Profile::learn(said.to_vec(), &reads).unwrap();
        let asked = AskedSkills::new(&jobs, Some(&profile));
        let rows: Vec<_> = (asked.rows.iter())
            .map(|row| (row.name.as_str(), row.tick, row.lacking))
            .collect();
        let want = [("JavaScript", Tick::Have, 0), ("Power BI", Tick::Gap, 1)];
        assert_eq!(rows, want.map(|(name, tick, n)| (name, Some(tick), n)));
    }
}
