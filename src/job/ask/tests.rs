//! Questions of several trades and languages, on a few lines each.

use super::*;
use crate::extract;

/// The first sentence of the answer.
fn first(text: &str, question: &str) -> Option<String> {
    let posting = extract::read(text);
    let quotes = ask(text, &posting, question);
    quotes.first().map(|span| span.of(text).to_owned())
}

const LOCK: &str = "Lockkeeper
Canal Board of Ardmoyle
What you will do
- Open the two gates and keep the log
- Lead a crew of three
What we ask
- A boat licence, and a driving licence for the van
- You speak German; Polish is a plus
- A clean criminal record
What we offer
- €2,450 a month and 27 days of holiday
- Overtime is paid or taken as time off
- A cottage by the lock at low rent
You answer to the harbour master, Oona Birk.
Apply by 3 March 2027 to lock@ardmoyle.example. First a chat, then a day on the water.";

#[test]
fn a_question_is_answered_by_the_sentence_that_says_it() {
    let cases = [
        ("What does it pay?", "2,450"),
        ("How many weeks of vacation do I get?", "27 days"),
        ("Do I get money for extra hours?", "Overtime"),
        ("Who would be my boss?", "Oona Birk"),
        ("Is there somewhere to live?", "cottage"),
        ("How many people would I lead?", "crew of three"),
        ("Do I have to speak Polish?", "Polish"),
        (
            "Am I allowed to have been convicted? Is my criminal record checked?",
            "criminal",
        ),
        ("Until when can I apply?", "3 March"),
        ("What are the steps of the hiring process?", "a chat"),
        ("Who keeps the log?", "log"),
        ("Wie viel Urlaub gibt es?", "27 days"),
        ("Werden Überstunden bezahlt?", "Overtime"),
        ("Brauche ich einen Führerschein?", "driving licence"),
    ];
    for (question, words) in cases {
        let quote = first(LOCK, question).unwrap_or_default();
        assert!(quote.contains(words), "{question}: {quote:?}");
    }
}

#[test]
fn what_is_not_said_is_not_stated() {
    for question in [
        "Is there a pension?",
        "Can I bring my dog?",
        "Do they pay for a gym?",
        "How long is the trial period?",
        "Is there parental leave?",
        "Gibt es Weihnachtsgeld?",
        "Do I need to speak Spanish?",
        "Is there a swimming contest for dentists?",
        "",
        "?!",
        "why",
    ] {
        assert_eq!(first(LOCK, question), None, "{question}");
    }
}

#[test]
fn question_and_posting_may_be_in_two_languages() {
    let cases = [
        (
            "Boulanger H/F\nCe que nous offrons\n- 13e mois et mutuelle\n- Deux dimanches libres par mois",
            "Is there a thirteenth month?",
            "13e mois",
        ),
        (
            "Panadero\nSe ofrece\n- Periodo de prueba de un mes\n- Seguro médico",
            "How long is the probation?",
            "prueba",
        ),
        (
            "Padeiro\nBenefícios\n- Vale-transporte\n- Auxílio-creche",
            "Do they help with childcare?",
            "creche",
        ),
        (
            "Fornaio\nOffriamo\n- Buoni pasto da 7 euro\n- Alloggio gratuito",
            "Do I get lunch?",
            "Buoni pasto",
        ),
        (
            "Bakker\nWij bieden\n- Een lease-auto\n- Pensioenregeling",
            "Is there a company car?",
            "lease",
        ),
        (
            "Bagare\nVi erbjuder\n- Friskvårdsbidrag\n- Sex veckors semester",
            "How much holiday is there?",
            "semester",
        ),
        (
            "Bäcker (m/w/d)\nWir bieten\n- Ein Jobticket für Bus und Bahn\n- Nachtzuschläge für alle Schichten",
            "Are travel costs paid?",
            "Jobticket",
        ),
    ];
    for (text, question, words) in cases {
        let quote = first(text, question).unwrap_or_default();
        assert!(quote.contains(words), "{question}: {quote:?}");
    }
}

#[test]
fn a_value_stands_under_its_label_and_a_list_under_its_heading() {
    let text = "Beekeeper\nDetails\nSalary\n£19,000 to £21,000\nWorking pattern\nPart-time\n\nHow we hire\n- You send us a page\n- We meet at the hives\n\nWe hire regardless of age, religion or sex.";
    let quote = |question| first(text, question).unwrap_or_default();
    assert!(quote("What is the salary?").contains("19,000"));
    assert!(quote("How do they hire?").contains("a page"));
    assert_eq!(first(text, "How old must I be?"), None);
}

#[test]
fn neither_other_postings_nor_a_mails_head_answer() {
    let text = "From: Ottoline Quarrie <ottoline@glassworks.example>\nTo: the list\n\nGlass cutter\n\nYou cut panes for greenhouses. To apply, ring the workshop on 01632 960611.\n\nWhat we offer\n- 26 days of holiday\n\nOthers also looked at\nGlazier, Tarn Windows, company pension, van";
    assert_eq!(first(text, "Is there a pension?"), None);
    let quote = first(text, "How do I apply?").unwrap_or_default();
    assert!(quote.contains("960611"), "{quote}");
}

#[test]
fn what_says_only_where_or_when_gives_way() {
    let text = "Weaver\nWhat we offer\n- Overtime is paid at double rate\n- 25 days of holiday";
    let quote = first(text, "Is there overtime during the nights?").unwrap_or_default();
    assert!(quote.contains("double rate"), "{quote}");
    assert_eq!(
        first(text, "Is there a bonus during the nights?"),
        None,
        "what it is about has to be met"
    );
}

const DAIRY: &str = "Milk Lorry Driver
Tarnside Creamery

What you will do
- Collect from eleven farms a day
- Sleep in your own bed: three nights out of seven you finish at half past nine

What we offer
- £16 an hour, nights 20 per cent more
- A phone of your own
- There is space for your car in the yard
- Most of our foremen began as drivers' mates

We settle everything over a cup of tea and write to everyone inside a week.
The post runs from March to October 2027. Start: 1 March 2027. Doors shut on 9 January.";

#[test]
fn what_a_question_wants_stands_in_the_answer() {
    let cases = [
        ("how many farms", Some("eleven farms")),
        ("How many foremen are there?", None),
        ("what date do I start", Some("1 March")),
        ("what time do I finish", Some("half past nine")),
        ("whats the pay", Some("£16")),
        // Said with two words near each other, and in the words of another language.
        ("parking?", Some("space for your car")),
        ("Kann ich aufsteigen?", Some("foremen began")),
        ("Wie viele Höfe?", Some("eleven farms")),
        // Narrower than what is given.
        ("Do I get a laptop?", None),
        ("Is there dental?", None),
        ("Do they want a PhD?", None),
    ];
    for (question, words) in cases {
        let quote = first(DAIRY, question);
        match words {
            Some(words) => assert!(
                quote.as_ref().is_some_and(|q| q.contains(words)),
                "{question}: {quote:?}"
            ),
            None => assert_eq!(quote, None, "{question}"),
        }
    }
}

#[test]
fn questions_differ_in_small_words_alone() {
    for question in [
        "Do you give a phone?",
        "Would they give me a phone?",
        "Will I get a work phone",
        "dont they give you any phone",
    ] {
        let quote = first(DAIRY, question).unwrap_or_default();
        assert!(quote.contains("phone"), "{question}: {quote:?}");
    }
}
