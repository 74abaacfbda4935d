//! One requirement against the profile: what it comes to, why, and by which sayings.

use crate::extract::order;
use crate::job::profile::near::{self, Relation};
use crate::job::profile::{Known, Named, Need, Profile, Thing, degree_name, level_name};
use crate::job::tick::Tick;
use crate::job::words::years_words;

/// Of the words of two demands without a name this share has to be common.
const ALIKE: (usize, usize) = (3, 5);

/// What the profile says to a requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The mark it comes to.
    pub tick: Tick,
    /// Why, in words: one sentence for each thing that was asked.
    pub why: String,
    /// The words on the person's side that it rests on: what was marked, entered, or in the CV, by
    /// their places in [`Profile::said`].
    pub by: Vec<usize>,
}

/// What the profile says to one thing.
struct Found {
    tick: Tick,
    why: String,
    by: Option<usize>,
}

/// What `profile` says to `need`; `None` where it knows nothing of it. More that the person has never
/// makes it less.
#[must_use]
pub fn judge(need: &Need, profile: &Profile) -> Option<Judgement> {
    let each: Vec<Option<Found>> = need
        .things
        .iter()
        .map(|named| find(named, need.years, profile))
        .collect();
    let all = each.len();
    let unknown: Vec<&str> = (need.things.iter().zip(&each))
        .filter(|(_, found)| found.is_none())
        .map(|(named, _)| named.name.as_str())
        .collect();
    let mut found: Vec<Found> = each.into_iter().flatten().collect();
    // The best speaks first.
    order::sort_by_key(&mut found, |f| f.tick);
    let best = found.first()?.tick;
    let tick = if need.any_of {
        if best == Tick::Gap && !unknown.is_empty() {
            return None;
        }
        found.retain(|f| f.tick == best);
        best
    } else {
        let is_all = found.len() == all;
        match best {
            Tick::Have if is_all && found.iter().all(|f| f.tick == Tick::Have) => Tick::Have,
            Tick::Have | Tick::Partly => Tick::Partly,
            Tick::Gap => Tick::Gap,
        }
    };
    let mut why = String::new();
    let mut by = Vec::new();
    for one in &found {
        if !why.is_empty() {
            why.push_str("; ");
        }
        why.push_str(&one.why);
        by.extend(one.by.filter(|b| !by.contains(b)));
    }
    if !need.any_of && !unknown.is_empty() {
        why.push_str("; not known: ");
        why.push_str(&unknown.join(", "));
    }
    Some(Judgement { tick, why, by })
}

/// The mark that what `profile` knows comes to for the skill called `name`; `None` where it knows nothing
/// of it.
#[must_use]
pub fn tick_of_skill(name: &str, profile: &Profile) -> Option<Tick> {
    let named = Named {
        thing: Thing::Skill(near::canonical(name)),
        name: name.to_string(),
        level: 0,
        degree: None,
    };
    find(&named, None, profile).map(|found| found.tick)
}

fn find(asked: &Named, years: Option<f32>, profile: &Profile) -> Option<Found> {
    match &asked.thing {
        Thing::Skill(key) => skill(key, asked, years, profile),
        Thing::Language(_) => language(asked, profile.get(&asked.thing)?),
        Thing::Degree => degree(asked, profile.get(&asked.thing)?),
        Thing::Words(words) => in_words(words, years, profile),
    }
}

fn skill(
    asked: &crate::job::WordsKey,
    named: &Named,
    years: Option<f32>,
    profile: &Profile,
) -> Option<Found> {
    let mut best: Option<(Tick, Relation, Found)> = None;
    for known in &profile.known {
        let Thing::Skill(had) = &known.thing else {
            continue;
        };
        let Some(relation) = near::relation(had, asked) else {
            continue;
        };
        // Lacking what would be enough is not lacking the thing itself.
        if relation != Relation::Same && known.tick == Tick::Gap {
            continue;
        }
        let mut found = had_for(known, years);
        match relation {
            Relation::Same => {}
            Relation::Enough => {
                found.why.push_str(", which is enough for ");
                found.why.push_str(&named.name);
            }
            Relation::Near => {
                found.tick = found.tick.max(Tick::Partly);
                found.why.push_str(", which is near to ");
                found.why.push_str(&named.name);
            }
        }
        let is_better = best
            .as_ref()
            .is_none_or(|(tick, rel, _)| (found.tick, *rel) < (*tick, relation));
        if is_better {
            best = Some((found.tick, relation, found));
        }
    }
    best.map(|(_, _, found)| found)
}

/// What having `known` is for so many years asked.
fn had_for(known: &Known, years: Option<f32>) -> Found {
    let mut why = String::from(match known.tick {
        Tick::Have => "you have ",
        Tick::Partly => "you have in part ",
        Tick::Gap => "you marked as a gap ",
    });
    why.push_str(&known.name);
    let mut tick = known.tick;
    if let Some(asked) = years.filter(|_| tick == Tick::Have)
        && known.years.is_none_or(|had| had < asked)
    {
        tick = Tick::Partly;
        why.push_str("; ");
        why.push_str(&years_words(asked));
        why.push_str(" asked, ");
        match known.years {
            Some(had) => {
                why.push_str("you have ");
                why.push_str(&years_words(had));
            }
            None => why.push_str("yours are not said"),
        }
    }
    Found {
        tick,
        why,
        by: known.by.last().copied(),
    }
}

fn language(asked: &Named, known: &Known) -> Option<Found> {
    let lacks = known.lacks_level.is_some_and(|lacks| asked.level >= lacks);
    let has = known.tick == Tick::Have;
    let tick = match asked.level {
        _ if known.tick == Tick::Gap && lacks => Tick::Gap,
        0 if has => Tick::Have,
        level if level > 0 && known.level >= level => Tick::Have,
        _ if lacks && known.level == 0 => Tick::Gap,
        _ if known.tick == Tick::Gap && known.level == 0 => return None,
        _ => Tick::Partly,
    };
    let mut why = String::new();
    if asked.level > 0 {
        why.push_str(level_name(asked.level));
        why.push_str(" asked, ");
    }
    why.push_str(match known.tick {
        Tick::Gap if known.level == 0 => "you marked as a gap ",
        Tick::Partly => "you have in part ",
        Tick::Have | Tick::Gap => "you have ",
    });
    why.push_str(&known.name);
    if asked.level > 0 && (known.level > 0 || has) {
        why.push_str(": ");
        why.push_str(level_name(known.level));
    }
    Some(Found {
        tick,
        why,
        by: known.by.last().copied(),
    })
}

fn degree(asked: &Named, known: &Known) -> Option<Found> {
    let wanted = asked.degree?;
    let has = known.degree.is_some_and(|had| had >= wanted);
    let lacks = known.lacks_degree.is_some_and(|lacks| wanted >= lacks);
    let tick = match known.degree {
        Some(_) if has => Tick::Have,
        Some(_) => Tick::Gap,
        None if lacks => Tick::Gap,
        None => return None,
    };
    let mut why = String::from(degree_name(wanted));
    why.push_str(" asked, you ");
    match known.degree {
        Some(had) => {
            why.push_str("have ");
            why.push_str(degree_name(had));
            if has {
                why.push_str(" (the subject is yours to judge)");
            }
        }
        None => why.push_str("marked it as a gap"),
    }
    Some(Found {
        tick,
        why,
        by: known.by.last().copied(),
    })
}

fn in_words(asked: &[String], years: Option<f32>, profile: &Profile) -> Option<Found> {
    let mut best: Option<(Tick, &Known)> = None;
    for known in &profile.known {
        let Thing::Words(had) = &known.thing else {
            continue;
        };
        let shared = asked.iter().filter(|w| had.contains(w)).count();
        let either = asked.len() + had.len() - shared;
        if shared == 0 || shared * ALIKE.1 < either * ALIKE.0 {
            continue;
        }
        if best.is_none_or(|(tick, _)| known.tick < tick) {
            best = Some((known.tick, known));
        }
    }
    let (_, known) = best?;
    let mut found = had_for(known, years.filter(|_| known.years.is_some()));
    let lead = match known.tick {
        Tick::Have => "you have “",
        Tick::Partly => "you have in part “",
        Tick::Gap => "you marked as a gap “",
    };
    let rest = found.why.find(';').map(|at| found.why.split_off(at));
    found.why = [lead, &known.name, "”", rest.as_deref().unwrap_or_default()].concat();
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use crate::job::Moment;
    use crate::job::profile::{From, Said};

    fn judged(said: &[(&str, Tick)], asked: &str) -> Option<(Tick, String)> {
        let reads = |text: &str| Some(extract::read(text));
        let all = said.iter().enumerate().map(|(n, (words, tick))| Said {
            words: (*words).to_string(),
            tick: *tick,
            at: Moment(n as i64),
            from: From::Own,
        });
        let profile = Profile::learn(all.collect(), &reads).unwrap();
        let need = Need::read(asked, &reads).unwrap();
        judge(&need, &profile).map(|j| (j.tick, j.why))
    }

    #[test]
    fn requirements_are_judged_with_a_reason() {
        use Tick::*;
        type Case = (
            &'static str,
            &'static [(&'static str, Tick)],
            &'static str,
            Option<(Tick, &'static str)>,
        );
        let cases: [Case; 16] = [
            (
                "years",
                &[("3 years of Python", Have)],
                "5 years of experience with Python",
                Some((Partly, "5 years asked, you have 3")),
            ),
            (
                "years enough",
                &[("6 years of Python", Have)],
                "5 years of experience with Python",
                Some((Have, "you have Python")),
            ),
            (
                "any of",
                &[("Scala", Have)],
                "Experience with Java, Python or Scala",
                Some((Have, "you have Scala")),
            ),
            (
                "some of all",
                &[("Python", Have)],
                "Experience with Python and Kafka",
                Some((Partly, "not known: Kafka")),
            ),
            (
                "a family",
                &[("PostgreSQL", Have)],
                "Knowledge of a relational database",
                Some((Have, "is enough for relational database")),
            ),
            (
                "not the reverse",
                &[("Knowledge of a relational database", Have)],
                "Experience with PostgreSQL",
                None,
            ),
            (
                "near",
                &[("React", Have)],
                "Experience with Angular",
                Some((Partly, "near to Angular")),
            ),
            (
                "a better level",
                &[("German at level B2", Have)],
                "German at level B1",
                Some((Have, "B2")),
            ),
            (
                "a lower level",
                &[("German at level B1", Have)],
                "German at level C1",
                Some((Partly, "C1 asked")),
            ),
            (
                "a level lacked",
                &[("German at level C1", Gap)],
                "German at level C2",
                Some((Gap, "gap German")),
            ),
            (
                "less than the level lacked",
                &[("German at level C1", Gap)],
                "German at level A2",
                None,
            ),
            (
                "a higher degree",
                &[("Master's degree in physics", Have)],
                "Bachelor's degree",
                Some((Have, "master's degree")),
            ),
            (
                "a lower degree",
                &[("Bachelor's degree in physics", Have)],
                "PhD in physics",
                Some((Gap, "doctorate asked")),
            ),
            (
                "a licence that holds another",
                &[("Führerschein Klasse CE", Have)],
                "A valid driving licence",
                Some((Have, "is enough for")),
            ),
            (
                "words",
                &[("You like to work with rescued owls", Have)],
                "Likes work with rescued owls",
                Some((Have, "rescued owls")),
            ),
            (
                "other words",
                &[("You like to work with rescued owls", Have)],
                "You like to sing in tune",
                None,
            ),
        ];
        for (name, said, asked, expected) in cases {
            let found = judged(said, asked);
            assert_eq!(
                found.as_ref().map(|f| f.0),
                expected.map(|e| e.0),
                "{name}: {found:?}"
            );
            if let (Some((_, why)), Some((_, part))) = (&found, expected) {
                assert!(why.contains(part), "{name}: {why}");
            }
        }
    }
}
