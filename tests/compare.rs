//! What holds for any comparison: a score hangs on its job and the person's settings alone, whatever stands
//! beside it and in whichever order; what does not count changes nothing; leaders lead by what is known.
#![cfg(not(target_arch = "wasm32"))]

mod seeded;

use proptest::prelude::*;
use rolecard::extract::pay::{Pay, Period};
use rolecard::extract::{self, ExtraKind, Seniority, WorkMode};
use rolecard::job::compare::decide::{self, Criterion, Facts, Score};
use rolecard::job::compare::{Column, Settings, Sheet, Terms, to_csv, to_html, to_markdown};
use rolecard::job::tongue::ENGLISH;
use rolecard::job::{Day, Draft, FactKind, Job, JobId, Marks, Moment, Term, Tick, Value, WordsKey};

fn today() -> Day {
    Day::parse("2026-11-21").expect("is a day")
}

/// A job made of a choice a fact.
fn job(n: usize, choice: [usize; 6], ticks: &[usize]) -> Job {
    let pick = |list: &[&'static str], at: usize| list[at % list.len()];
    let pay = [
        "Salary: €41,000 - €52,000 a year",
        "Salary: up to €60,000 a year",
        "Pay: $31 an hour",
        "",
        "Salary: €3,900 a month",
    ];
    let mode = [
        "This role is fully remote.",
        "Hybrid working, two days in the office.",
        "On site.",
        "",
    ];
    let place = ["Location: Leipzig", "Location: Gent", ""];
    let level = ["Senior", "Junior", "Lead", ""];
    let asks = [
        "Experience with Kafka",
        "A driving licence",
        "Fluent German",
        "You work well in a team",
        "Three years with SQL",
        "First aid certificate",
    ];
    let closes = ["Apply by 24 November 2026", "Apply by 31 December 2026", ""];
    let mut text = format!(
        "{} Gardener\n{}\n{}\n{}\n{}\n\nRequirements\n",
        pick(&level, choice[3]),
        pick(&place, choice[2]),
        pick(&pay, choice[0]),
        pick(&mode, choice[1]),
        pick(&closes, choice[4])
    );
    for at in 0..=choice[5] % 5 {
        text.push_str(&format!("- {}\n", asks[(at + n) % asks.len()]));
    }
    text.push_str("\nWe offer\n- 30 days of leave\n- A pension plan\n");
    let posting = extract::read(&text);
    let mut marks = Marks::default();
    for (requirement, tick) in posting.requirements.iter().zip(ticks) {
        let tick = Tick::ALL.get(*tick).copied();
        marks.ticks.set(&requirement.item.text, tick, Moment(1));
    }
    let draft = Draft {
        source: text,
        read_on: today(),
        marks,
    };
    Job::new(
        draft,
        JobId::new(Moment(1_000 + n as i64), n as u32),
        &posting.facts,
        Moment(2),
        0,
    )
}

fn column(job: &Job) -> Column {
    Column::new(job, &extract::read(&job.source))
}

fn settings(weights: [u8; 8], ids: &[JobId]) -> Settings {
    let mut settings = Settings::default();
    settings.rates.show_in(Some("EUR"));
    settings.rates.set("USD", Some(0.87), today());
    let wishes = &mut settings.wishes;
    wishes.pay_ends = Some((35_000.0, 70_000.0));
    wishes.best_mode = Some(WorkMode::Remote);
    wishes.places = vec!["Gent".into()];
    wishes.best_level = Some(Seniority::Senior);
    wishes.days = Some(20);
    wishes.extras = vec![ExtraKind::Leave, ExtraKind::Pension, ExtraKind::Bonus];
    wishes.own = vec![("The team".into(), weights[7])];
    [
        wishes.pay,
        wishes.musts,
        wishes.mode,
        wishes.place,
        wishes.level,
        wishes.deadline,
        wishes.benefits,
    ] = [
        weights[0], weights[1], weights[2], weights[3], weights[4], weights[5], weights[6],
    ];
    if let Some(id) = ids.first() {
        let mut terms = Terms::default();
        terms.scores.insert(WordsKey::new("the team"), 80);
        settings.terms.insert(id.clone(), terms);
    }
    settings
}

fn scores(sheet: &Sheet, criteria: &[(Criterion, u8)], settings: &Settings) -> Vec<Score> {
    let judge = |(column, pay)| {
        let facts = Facts {
            column,
            pay,
            today: today(),
            tongue: &ENGLISH,
        };
        decide::judge(facts, criteria, settings)
    };
    sheet
        .columns
        .iter()
        .zip(&sheet.pay.cells)
        .map(judge)
        .collect()
}

fn ids(sheet: &Sheet) -> Vec<JobId> {
    sheet.columns.iter().map(|c| c.id.clone()).collect()
}

fn some_jobs() -> impl Strategy<Value = Vec<Job>> {
    let one = (
        prop::array::uniform6(0..6_usize),
        prop::collection::vec(0..4_usize, 0..6),
    );
    prop::collection::vec(one, 2..6).prop_map(|jobs| {
        let made = jobs
            .iter()
            .enumerate()
            .map(|(n, (choice, ticks))| job(n, *choice, ticks));
        made.collect()
    })
}

proptest! {
    #![proptest_config(seeded::cases(48))]

    #[test]
    fn neither_the_order_of_columns_nor_another_job_changes_a_score(
        jobs in some_jobs(), weights in prop::array::uniform8(0..=5_u8), turn in 0..6_usize,
    ) {
        let columns: Vec<Column> = jobs.iter().map(column).collect();
        let known: Vec<JobId> = jobs.iter().map(|j| j.id.clone()).collect();
        let settings = settings(weights, &known);
        let criteria = decide::criteria(&settings.wishes);
        let sheet = Sheet::new(&ENGLISH, columns.clone(), &settings);
        let all = scores(&sheet, &criteria, &settings);
        let order = decide::rank(&all, &criteria, &ids(&sheet));
        let mut turned = columns.clone();
        turned.rotate_left(turn % columns.len());
        turned.reverse();
        let other = Sheet::new(&ENGLISH, turned, &settings);
        let again = scores(&other, &criteria, &settings);
        let other_order = decide::rank(&again, &criteria, &ids(&other));
        for (column, score) in sheet.columns.iter().zip(&all) {
            let at = other.columns.iter().position(|c| c.id == column.id).unwrap();
            prop_assert_eq!(score, &again[at]);
        }
        let named = |sheet: &Sheet, order: &[usize]| order.iter().map(|at| sheet.columns[*at].id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(named(&sheet, &order.order), named(&other, &other_order.order));
        let fewer = Sheet::new(&ENGLISH, columns[..columns.len() - 1].to_vec(), &settings);
        prop_assert_eq!(&all[..columns.len() - 1], &scores(&fewer, &criteria, &settings)[..]);
    }

    #[test]
    fn a_weight_of_nothing_changes_no_rank(
        jobs in some_jobs(), weights in prop::array::uniform8(0..=5_u8), dropped in 0..8_usize,
    ) {
        let columns: Vec<Column> = jobs.iter().map(column).collect();
        let known: Vec<JobId> = jobs.iter().map(|j| j.id.clone()).collect();
        let mut weights = weights;
        weights[dropped] = 0;
        let settings = settings(weights, &known);
        let sheet = Sheet::new(&ENGLISH, columns, &settings);
        let criteria = decide::criteria(&settings.wishes);
        let with = decide::rank(&scores(&sheet, &criteria, &settings), &criteria, &ids(&sheet));
        let fewer: Vec<_> = criteria.iter().filter(|(_, weight)| *weight > 0).cloned().collect();
        let without = decide::rank(&scores(&sheet, &fewer, &settings), &fewer, &ids(&sheet));
        prop_assert_eq!(&with.order, &without.order);
        prop_assert_eq!(&with.rank_sums, &without.rank_sums);
        let overlapping = |r: &decide::Ranking| r.overlaps.iter().map(|o| o.column).collect::<Vec<_>>();
        prop_assert_eq!(overlapping(&with), overlapping(&without));
    }

    #[test]
    fn the_smallest_change_does_put_another_first(
        jobs in some_jobs(), weights in prop::array::uniform8(0..=5_u8),
    ) {
        let columns: Vec<Column> = jobs.iter().map(column).collect();
        let known: Vec<JobId> = jobs.iter().map(|j| j.id.clone()).collect();
        let settings = settings(weights, &known);
        let sheet = Sheet::new(&ENGLISH, columns, &settings);
        let criteria = decide::criteria(&settings.wishes);
        let all = scores(&sheet, &criteria, &settings);
        let ids = ids(&sheet);
        let leader = decide::rank(&all, &criteria, &ids).leader();
        let flips = decide::flips(&all, &criteria, &ids);
        if let Some(flip) = flips.weight {
            let mut changed = criteria.clone();
            changed[flip.criterion].1 = flip.to;
            let first = decide::rank(&scores(&sheet, &changed, &settings), &changed, &ids).leader();
            prop_assert_eq!(first, Some(flip.first));
            prop_assert_ne!(first, leader);
        }
        if let Some(flip) = flips.value {
            // just past the value told
            let mut changed = all;
            let part = &mut changed[flip.column].parts[flip.criterion];
            let past = if Some(flip.column) == leader { flip.to - 1e-3 } else { flip.to + 1e-3 };
            part.span = decide::Span { low: past, high: past };
            let weights: Vec<u8> = criteria.iter().map(|(_, w)| *w).collect();
            for score in &mut changed {
                score.whole = decide::whole(&score.parts, &weights);
            }
            prop_assert_eq!(decide::rank(&changed, &criteria, &ids).leader(), Some(flip.first));
        }
    }

    #[test]
    fn every_demand_stands_in_one_row(jobs in some_jobs()) {
        let columns: Vec<Column> = jobs.iter().map(column).collect();
        let sheet = Sheet::new(&ENGLISH, columns, &Settings::default());
        for (at, column) in sheet.columns.iter().enumerate() {
            let mut seen: Vec<usize> = sheet.asks.iter().flat_map(|g| g.members[at].clone()).collect();
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..column.checklist.rows.len()).collect::<Vec<_>>());
        }
        for row in sheet.rows(&ENGLISH, false) {
            prop_assert_eq!(row.cells.len(), sheet.columns.len());
            prop_assert!(row.cells.iter().all(|c| !c.is_empty()), "{:?}", row);
        }
    }
}

#[test]
fn what_is_copied_is_escaped() {
    let text = "=HYPERLINK(1) <b>Cook</b> | \"fine\"\n\nRequirements\n- A knife, sharp | <i>yours</i>\n- =2+2 as a skill\n";
    let posting = extract::read(text);
    let draft = Draft {
        source: text.into(),
        read_on: today(),
        marks: Marks::default(),
    };
    let job = Job::new(
        draft,
        JobId::new(Moment(1), 1),
        &posting.facts,
        Moment(2),
        0,
    );
    let sheet = Sheet::new(
        &ENGLISH,
        vec![column(&job), column(&job)],
        &Settings::default(),
    );
    let rows = sheet.rows(&ENGLISH, false);
    assert!(!to_html(&ENGLISH, &sheet, &rows).contains("<i>"));
    assert!(!to_csv(&ENGLISH, &sheet, &rows).contains("\"="));
    let tables = to_markdown(&ENGLISH, &sheet, &rows);
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let widths: Vec<usize> = tables.lines().filter(|l| !l.is_empty()).map(bars).collect();
    assert!(widths.iter().all(|n| *n == 4), "{tables}");
}

#[test]
fn an_offer_stands_in_the_place_of_the_postings_pay_and_says_so() {
    let mut job = job(0, [0; 6], &[]);
    let text = "Salary: €41,000 - €44,000 a year\n";
    job.source = format!("Locksmith\n{text}We look for steady hands.\n");
    let offer = Pay {
        min: Some(46_000.0),
        max: Some(46_000.0),
        currency: Some("EUR"),
        period: Some(Period::Year),
    };
    let rows = |job: &Job| {
        let sheet = Sheet::new(&ENGLISH, vec![column(job)], &Settings::default());
        let pay = sheet.facts.iter().find(|row| row.kind == FactKind::Pay);
        let cell = pay.expect("is a row").cells[0].clone();
        let words = sheet.rows(&ENGLISH, false)[0].cells[0].clone();
        let year = sheet.pay.cells[0].made.as_ref().map(|made| made.year.max);
        (cell, words, year)
    };
    let (cell, _, year) = rows(&job);
    assert_eq!((cell.is_offer, year), (false, Some(Some(44_000.0))));
    job.dossier
        .set_term(Term::Offered, Some(Value::Pay(offer)), Moment(3));
    let (cell, words, year) = rows(&job);
    assert!(cell.is_offer && words.contains("(offered)"), "{words}");
    assert!(cell.read.is_some_and(|read| read.contains("44,000")));
    assert_eq!(year, Some(Some(46_000.0)));
}
