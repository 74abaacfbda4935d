//! One requirement against the profile: what it comes to, why, and by which sayings.

use crate::extract::order;
use crate::job::profile::near::{self, Relation};
use crate::job::profile::{Known, Named, Need, Profile, Thing, degree_name, level_name};
use crate::job::tick::Tick;
use crate::job::tongue::{ENGLISH, Tongue, mark};
use crate::job::words::years_in;

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

/// What `profile` says to `need`, in the words of `tongue`; `None` where it knows nothing of it. More that the person has never
/// makes it less.
#[must_use]
pub fn judge(tongue: &Tongue, need: &Need, profile: &Profile) -> Option<Judgement> {
    let each: Vec<Option<Found>> = need
        .things
        .iter()
        .map(|named| find(tongue, named, need.years, profile))
        .collect();
    let all = each.len();
    let unknown: Vec<&str> = (need.things.iter().zip(&each))
        .filter(|(_, found)| found.is_none())
        .map(|(named, _)| tongue.said(&named.name))
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
        why = tongue.fill("{why}; not known: {names}", &[&why, &unknown.join(", ")]);
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
    find(&ENGLISH, &named, None, profile).map(|found| found.tick)
}

fn find(tongue: &Tongue, asked: &Named, years: Option<f32>, profile: &Profile) -> Option<Found> {
    match &asked.thing {
        Thing::Skill(key) => skill(tongue, key, asked, years, profile),
        Thing::Language(_) => language(tongue, asked, profile.get(&asked.thing)?),
        Thing::Degree => degree(tongue, asked, profile.get(&asked.thing)?),
        Thing::Words(words) => in_words(tongue, words, years, profile),
    }
}

fn skill(
    tongue: &Tongue,
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
        let mut found = had_for(tongue, known, years);
        match relation {
            Relation::Same => {}
            Relation::Enough => {
                let words = [found.why.as_str(), &named.name];
                found.why = tongue.fill("{why}, which is enough for {name}", &words);
            }
            Relation::Near => {
                found.tick = found.tick.max(Tick::Partly);
                let words = [found.why.as_str(), &named.name];
                found.why = tongue.fill("{why}, which is near to {name}", &words);
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
fn had_for(tongue: &Tongue, known: &Known, years: Option<f32>) -> Found {
    // What has no name of its own is quoted.
    let is_quoted = matches!(known.thing, Thing::Words(_));
    let english = match (known.tick, is_quoted) {
        (Tick::Have, false) => mark("you have {name}"),
        (Tick::Partly, false) => mark("you have in part {name}"),
        (Tick::Gap, false) => mark("you marked as a gap {name}"),
        (Tick::Have, true) => mark("you have “{words}”"),
        (Tick::Partly, true) => mark("you have in part “{words}”"),
        (Tick::Gap, true) => mark("you marked as a gap “{words}”"),
    };
    let mut why = tongue.fill(english, &[tongue.said(&known.name)]);
    let mut tick = known.tick;
    if let Some(asked) = years.filter(|_| tick == Tick::Have)
        && known.years.is_none_or(|had| had < asked)
    {
        tick = Tick::Partly;
        why.push_str("; ");
        let asked = years_in(tongue, asked);
        why.push_str(&match known.years {
            Some(had) => tongue.fill(
                "{years} asked, you have {had}",
                &[&asked, &years_in(tongue, had)],
            ),
            None => tongue.fill("{years} asked, yours are not said", &[&asked]),
        });
    }
    Found {
        tick,
        why,
        by: known.by.last().copied(),
    }
}

fn language(tongue: &Tongue, asked: &Named, known: &Known) -> Option<Found> {
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
    let english = match known.tick {
        Tick::Gap if known.level == 0 => mark("you marked as a gap {name}"),
        Tick::Partly => mark("you have in part {name}"),
        Tick::Have | Tick::Gap => mark("you have {name}"),
    };
    let mut why = tongue.fill(english, &[tongue.said(&known.name)]);
    if asked.level > 0 && (known.level > 0 || has) {
        why.push_str(": ");
        why.push_str(tongue.t(level_name(known.level)));
    }
    if asked.level > 0 {
        why = tongue.fill("{level} asked, {why}", &[level_name(asked.level), &why]);
    }
    Some(Found {
        tick,
        why,
        by: known.by.last().copied(),
    })
}

fn degree(tongue: &Tongue, asked: &Named, known: &Known) -> Option<Found> {
    let wanted = asked.degree?;
    let has = known.degree.is_some_and(|had| had >= wanted);
    let lacks = known.lacks_degree.is_some_and(|lacks| wanted >= lacks);
    let tick = match known.degree {
        Some(_) if has => Tick::Have,
        Some(_) => Tick::Gap,
        None if lacks => Tick::Gap,
        None => return None,
    };
    let wanted = tongue.t(degree_name(wanted));
    let why = match known.degree {
        Some(had) => {
            let english = match has {
                true => mark("{degree} asked, you have {had} (the subject is yours to judge)"),
                false => mark("{degree} asked, you have {had}"),
            };
            tongue.fill(english, &[wanted, tongue.t(degree_name(had))])
        }
        None => tongue.fill("{degree} asked, you marked it as a gap", &[wanted]),
    };
    Some(Found {
        tick,
        why,
        by: known.by.last().copied(),
    })
}

fn in_words(
    tongue: &Tongue,
    asked: &[String],
    years: Option<f32>,
    profile: &Profile,
) -> Option<Found> {
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
    Some(had_for(
        tongue,
        known,
        years.filter(|_| known.years.is_some()),
    ))
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
        judge(&ENGLISH, &need, &profile).map(|j| (j.tick, j.why))
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
