//! Questions to two postings, and what each of them says.

use super::*;
use crate::extract;
use crate::job::Corrections;

const KEEPER: &str = "Owl Keeper
Night Bird Trust
Location: Ghent (remote possible: no)
Work mode: on site
Salary: €2,600 a month
Full time, permanent
What you will do
- Feed forty owls
Requirements
- A driving licence, class CE
- German at level B2
Nice to have
- Python
We offer
- 29 days of leave";

const MAPPER: &str = "Map Maker
Ridge and River Ltd
This is a fully remote role.
Salary: £48,000 - £56,000 a year
Part time
What you will do
- Draw footpaths
Requirements
- 3 years of experience with PostgreSQL
- English
We offer
- A pension scheme with 8 % from us";

fn answer(question: &str, text: &str) -> (Verdict, Vec<String>) {
    let reads = |text: &str| Some(extract::read(text));
    let posting = extract::read(text);
    let card = Card::new(&posting.facts, &Corrections::default());
    let across = Across::new(question, &reads).unwrap();
    let answer = across.of(text, &posting, &card, &reads).unwrap();
    let quotes = answer.quotes.iter().map(|s| s.of(text).to_string());
    (answer.verdict, quotes.collect())
}

#[test]
fn each_posting_says_yes_otherwise_or_nothing() {
    use Verdict::{No, NotStated, Yes};
    let cases = [
        ("Which are remote?", No, Yes),
        ("Which ones are on site?", Yes, No),
        ("Which pay over 50k?", No, Yes),
        ("which pay more than €2,500 a month", Yes, NotStated),
        ("Which pay less than 40,000 a year?", Yes, No),
        ("Which need a driving licence?", Yes, NotStated),
        ("Which ask for German?", Yes, NotStated),
        ("Which need German at C1?", NotStated, NotStated),
        ("Which need Python?", No, NotStated),
        ("Which use Python?", Yes, NotStated),
        (
            "Which need knowledge of a relational database?",
            NotStated,
            Yes,
        ),
        ("Which are part time?", No, Yes),
        ("Which offer a pension?", NotStated, Yes),
        (
            "Welche Stellen verlangen einen Führerschein?",
            Yes,
            NotStated,
        ),
        ("Which of them sponsor a visa?", NotStated, NotStated),
    ];
    let mut wrong = Vec::new();
    for (question, keeper, mapper) in cases {
        for (text, verdict) in [(KEEPER, keeper), (MAPPER, mapper)] {
            let (found, quotes) = answer(question, text);
            if found != verdict || quotes.is_empty() != (verdict == NotStated) {
                wrong.push(format!("{question}: {found:?}, {quotes:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_denied_is_a_no() {
    use Verdict::{No, NotStated, Yes};
    let cases = [
        ("We offer\n- Overtime is paid", "Which pay overtime?", Yes),
        ("We offer\n- No overtime", "Which pay overtime?", No),
        ("We offer\n- No overtime", "Which have no overtime?", Yes),
        (
            "We offer\n- Overtime is paid",
            "Which have no overtime?",
            No,
        ),
        (
            "We offer\n- 30 days of leave",
            "Which pay overtime?",
            NotStated,
        ),
        (
            "We do not pay overtime, but you finish on time.",
            "Which pay overtime?",
            No,
        ),
        ("Overtime is not paid here.", "Which pay overtime?", No),
        (
            "We not only pay overtime, we plan so that there is little.",
            "Which pay overtime?",
            Yes,
        ),
        (
            "No early starts, overtime is paid.",
            "Which pay overtime?",
            Yes,
        ),
        ("No weekend work.", "Which need weekend work?", No),
        ("Weekends are always off.", "Which have weekend work?", No),
        (
            "Every other weekend you open the shop.",
            "Which have weekend work?",
            Yes,
        ),
        (
            "Wir bieten\n- Keine Wochenendarbeit",
            "Welche haben Wochenendarbeit?",
            No,
        ),
        (
            "Überstunden fallen nicht an.",
            "Welche haben Überstunden?",
            No,
        ),
        (
            "Nous offrons\n- Pas de travail de nuit",
            "Which have night work?",
            No,
        ),
        (
            "Ofrecemos\n- Sin guardias ni fines de semana",
            "Which have weekend work?",
            No,
        ),
        (
            "Offriamo\n- Nessuna reperibilità, né di notte né di giorno",
            "Which have on-call duty?",
            No,
        ),
        (
            "Oferecemos\n- Sem plantões e sem sobreaviso aos domingos",
            "Which have on-call duty?",
            No,
        ),
        (
            "Wij bieden\n- Geen ploegendienst",
            "Which have shift work?",
            No,
        ),
        (
            "Vi erbjuder\n- Du arbetar inga helger och inga kvällar hos oss",
            "Which have weekend work?",
            No,
        ),
        ("There is no parking.", "Which have parking?", No),
        ("We keep no kayaks.", "Which have kayaks?", No),
        ("We keep kayaks.", "Which have kayaks?", Yes),
    ];
    let mut wrong = Vec::new();
    for (line, question, verdict) in cases {
        let text = format!(
            "Lamp Lighter\nEmber Street Ltd\n\nWhat you will do\n- Light forty lamps at dusk\n\
             - Put them out at dawn\n\n{line}\n\nRequirements\n- A ladder\n- Two years of practice\n"
        );
        let (found, quotes) = answer(question, &text);
        if found != verdict {
            wrong.push(format!("{line}: {question}: {found:?}, {quotes:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_sentence_is_quoted() {
    assert_eq!(
        answer("Which are remote?", MAPPER).1,
        ["This is a fully remote role."]
    );
    assert!(answer("Which need a driving licence?", KEEPER).1[0].contains("class CE"));
}

#[test]
fn figures_of_questions() {
    for (words, expected) in [
        ("over 50k", Some(50_000.0)),
        ("over 50,000", Some(50_000.0)),
        ("über 1.800 Euro", Some(1_800.0)),
        ("17.50 an hour", Some(17.5)),
        ("17,50", Some(17.5)),
        ("no figure", None),
    ] {
        assert_eq!(figure(words), expected, "{words}");
    }
}

#[test]
fn a_correction_is_the_persons_word() {
    use crate::job::{Correction, Moment};
    let reads = |text: &str| Some(extract::read(text));
    let posting = extract::read(KEEPER);
    let mut corrections = Corrections::default();
    let remote = Correction::Is(Value::Mode(WorkMode::Remote));
    corrections.set(FactKind::WorkMode, remote, Moment(1));
    let card = Card::new(&posting.facts, &corrections);
    let across = Across::new("Which are remote?", &reads).unwrap();
    let answer = across.of(KEEPER, &posting, &card, &reads).unwrap();
    assert_eq!(
        (answer.verdict, answer.is_yours, answer.quotes.len()),
        (Verdict::Yes, true, 0)
    );
}
