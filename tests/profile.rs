//! What holds for any profile: more that the person has never lowers a match, the order in which marks
//! are learnt does not matter, and a mark that is taken back is unlearnt.
#![cfg(not(target_arch = "wasm32"))]

mod seeded;

use proptest::prelude::*;
use rolecard::extract::{self, Posting};
use rolecard::job::matching::Match;
use rolecard::job::profile::{From, Profile, Said, Wishes};
use rolecard::job::{Card, Checklist, Corrections, Moment, RequirementEdits, Tick, Ticks};

/// Demands of several trades.
const DEMANDS: [&str; 24] = [
    "Python",
    "3 years of experience with Python",
    "5 years of Python",
    "Experience with Java, Python or Scala",
    "PostgreSQL",
    "Knowledge of a relational database",
    "React",
    "Experience with Angular or Vue",
    "Kubernetes and Docker",
    "German at level B1",
    "German at level C1",
    "Fluent English",
    "English and German",
    "Bachelor's degree in chemistry",
    "Master's degree",
    "PhD in physics",
    "A valid driving licence",
    "Führerschein Klasse B",
    "Führerschein Klasse CE",
    "First aid certificate",
    "ACLS certification",
    "You like to work with rescued owls",
    "Able to carry beehives",
    "SAP and Excel",
];

fn reads(text: &str) -> Option<Posting> {
    Some(extract::read(text))
}

/// A saying of a time of its own.
fn said(n: usize, (demand, tick): (usize, usize)) -> Said {
    Said {
        words: DEMANDS[demand].to_string(),
        tick: Tick::ALL[tick],
        at: Moment(n as i64),
        from: From::Own,
    }
}

fn learn(said: Vec<Said>) -> Profile {
    Profile::learn(said, &reads).expect("the reader is there")
}

fn matched(profile: &Profile) -> Match {
    let text = format!("Keeper\n\nRequirements\n- {}\n", DEMANDS.join("\n- "));
    let posting = extract::read(&text);
    let card = Card::new(&posting.facts, &Corrections::default());
    let checklist = Checklist::new(
        &posting.requirements,
        &RequirementEdits::default(),
        &Ticks::default(),
    );
    Match::new(
        &rolecard::job::tongue::ENGLISH,
        &checklist,
        &card,
        profile,
        &Wishes::default(),
        &reads,
    )
    .expect("the reader is there")
}

/// How much a mark is worth.
fn worth(tick: Option<Tick>) -> u8 {
    match tick {
        Some(Tick::Have) => 2,
        Some(Tick::Partly) => 1,
        Some(Tick::Gap) | None => 0,
    }
}

fn marks() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..DEMANDS.len(), 0..Tick::ALL.len()), 0..12)
}

proptest! {
    #![proptest_config(seeded::cases(64))]

    #[test]
    fn more_that_is_had_never_lowers_a_match(marks in marks(), more in 0..DEMANDS.len()) {
        let mut all: Vec<Said> = marks.into_iter().enumerate().map(|(n, m)| said(n, m)).collect();
        let before = matched(&learn(all.clone()));
        all.push(said(1_000, (more, 0)));
        let after = matched(&learn(all));
        prop_assert!(after.musts().0 >= before.musts().0);
        for (a, b) in before.points.iter().zip(&after.points) {
            prop_assert!(
                worth(b.counted()) >= worth(a.counted()),
                "{}: {:?} after {}: {:?}", a.words, a.suggested, DEMANDS[more], b.suggested
            );
        }
    }

    #[test]
    fn the_order_of_learning_does_not_matter(marks in marks(), turn in 0_usize..12) {
        let all: Vec<Said> = marks.into_iter().enumerate().map(|(n, m)| said(n, m)).collect();
        let mut other = all.clone();
        other.reverse();
        if !other.is_empty() {
            let by = turn % other.len();
            other.rotate_left(by);
        }
        prop_assert_eq!(learn(all), learn(other));
    }

    #[test]
    fn what_is_taken_back_is_unlearnt(marks in marks(), one in (0..DEMANDS.len(), 0..3_usize), at in 0_usize..12) {
        let mut all: Vec<Said> = marks.into_iter().enumerate().map(|(n, m)| said(n * 2, m)).collect();
        let before = learn(all.clone());
        let at = at.min(all.len());
        let extra = said(at * 2 + 1, one);
        all.insert(at, extra.clone());
        all.retain(|s| *s != extra);
        prop_assert_eq!(before, learn(all));
    }
}

#[test]
fn each_side_of_a_point_can_be_shown() {
    let said = vec![said(0, (4, 0)), said(1, (18, 0))];
    let profile = learn(said);
    let matched = matched(&profile);
    let open: Vec<_> = matched.open().collect();
    assert!(open.len() >= 4, "{open:?}");
    for point in open {
        let judged = point.suggested.as_ref().expect("is open");
        assert!(!judged.why.is_empty() && !judged.by.is_empty());
        assert!(judged.by.iter().all(|by| *by < profile.said.len()));
    }
}
