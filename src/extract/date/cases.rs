//! What dates are for, case by case.

use super::super::document::Document;
use super::super::facts::Facts;
use super::super::lang::Lang;
use super::{When, read};

fn read_in(text: &str, lang: &'static str) -> [Option<String>; 3] {
    let mut doc = Document::new(text);
    doc.lang = Some(Lang(lang));
    let dates = read(&doc, &Facts::default());
    [dates.posted, dates.deadline, dates.start].map(|f| {
        f.map(|f| match f.value {
            When::On(d) | When::Yearless(d) => d.to_string(),
            other => format!("{other:?}"),
        })
    })
}

#[test]
fn words_beside_a_date_give_its_role() {
    let cases = [
        (
            "Open & closing dates: 03/02/2026 to 03/16/2026",
            "en",
            [Some("2026-03-02"), Some("2026-03-16"), None],
        ),
        (
            "Open & closing dates\n05/29/2026 to 06/12/2026",
            "en",
            [Some("2026-05-29"), Some("2026-06-12"), None],
        ),
        (
            "time left to apply\nEnd Date: April 30, 2026 (15 days left to apply)",
            "en",
            [None, Some("2026-04-30"), None],
        ),
        (
            "Interviews are held in the week beginning 3 March.",
            "en",
            [None, None, None],
        ),
        (
            "Advertised until 2026-05-22",
            "en",
            [None, Some("2026-05-22"), None],
        ),
        (
            "We hope the new baker will be in post by 4 May 2026.",
            "en",
            [None, None, Some("2026-05-04")],
        ),
        (
            "Dienstbeginn: 4. Mai 2026",
            "de",
            [None, None, Some("2026-05-04")],
        ),
        (
            "Du kannst am 4. Mai 2026 anfangen.",
            "de",
            [None, None, Some("2026-05-04")],
        ),
        (
            "Reageren voor: 4 mei 2026. Je begint graag; beginnen op maandag 1 juni 2026",
            "nl",
            [None, Some("2026-05-04"), Some("2026-06-01")],
        ),
        ("When: ASAP", "en", [None, None, Some("Soon")]),
        (
            "Immediate start available",
            "en",
            [None, None, Some("Soon")],
        ),
        (
            "Ab sofort suchen wir zwei Bäcker.",
            "de",
            [None, None, Some("Soon")],
        ),
        (
            "Anfangen kannst du sofort.",
            "de",
            [None, None, Some("Soon")],
        ),
        (
            "Ab sofort gilt der Sommerfahrplan.",
            "de",
            [None, None, None],
        ),
        (
            "We reply to all mails immediately.",
            "en",
            [None, None, None],
        ),
        (
            "Mill Lane School, Derby - required September 2026",
            "en",
            [None, None, Some("2026-09")],
        ),
        (
            "Application window: 4 May 2026 - 22 May 2026",
            "en",
            [None, Some("2026-05-22"), None],
        ),
        (
            "APPLICATION DEADLINE: 01 March 2026\nSTART DATE: April 2026",
            "en",
            [None, Some("2026-03-01"), Some("2026-04")],
        ),
        (
            "Closing date:\n03/04/2026\nPublished:\n02/28/2026",
            "en",
            [Some("2026-02-28"), Some("2026-03-04"), None],
        ),
        (
            "Bewerbungsfrist: 31.03.2026. Eintritt zum 1. Mai 2026.",
            "de",
            [None, Some("2026-03-31"), Some("2026-05-01")],
        ),
        (
            "Date limite de candidature : 31 mars 2026\nPrise de poste : dès que possible",
            "fr",
            [None, Some("2026-03-31"), Some("Soon")],
        ),
        (
            "Sista ansökningsdag 31 mars 2026",
            "sv",
            [None, Some("2026-03-31"), None],
        ),
        (
            "Scadenza: 31/03/2026",
            "it",
            [None, Some("2026-03-31"), None],
        ),
        (
            "Send a letter and the papers of your horse to the stable by Friday 5 March 2027.",
            "en",
            [None, Some("2027-03-05"), None],
        ),
        (
            "Schicken Sie Ihre Unterlagen bis zum 5. März 2027 an die Gärtnerei.",
            "de",
            [None, Some("2027-03-05"), None],
        ),
        (
            "Stuur je brief naar de bakkerij voor 5 maart 2027.",
            "nl",
            [None, Some("2027-03-05"), None],
        ),
        (
            "The bridge must stand by 5 March 2027.",
            "en",
            [None, None, None],
        ),
        ("Founded on 3 May 1998, we grow.", "en", [None, None, None]),
        (
            "The bakery posted 2022 sales of 9 tons",
            "en",
            [None, None, None],
        ),
        (
            "First screening date: May 4, 2026",
            "en",
            [None, None, None],
        ),
        (
            "June, 2026: program start",
            "en",
            [None, None, Some("2026-06")],
        ),
        (
            "The role starts on 4 May 2026 and ends on 3 May 2027.",
            "en",
            [None, None, Some("2026-05-04")],
        ),
    ];
    for (text, lang, want) in cases {
        assert_eq!(
            read_in(text, lang),
            want.map(|w| w.map(str::to_owned)),
            "{text}"
        );
    }
}

#[test]
fn days_without_a_year() {
    let none = [None, None, None];
    let due = |day| [None, Some(day), None];
    let start = |day| [None, None, Some(day)];
    let cases = [
        ("Closing date: Friday 14 March", "en", due("0000-03-14")),
        ("Closes 23:59, 11 Jan", "en", due("0000-01-11")),
        ("Email your CV before 30 June.", "en", due("0000-06-30")),
        (
            "We are taking applications until 14 August",
            "en",
            due("0000-08-14"),
        ),
        ("We take walkers on until 14 August.", "en", none),
        (
            "Applications must reach us by 5pm on Monday 9 June.",
            "en",
            due("0000-06-09"),
        ),
        (
            "Please send your CV to jobs@kiln.example by 12 noon on 17 April.",
            "en",
            due("0000-04-17"),
        ),
        (
            "Write to us at jobs@kiln.example by midday on Friday 17 April 2026.",
            "en",
            due("2026-04-17"),
        ),
        (
            "Letters must be with us no later than midnight on Sunday 4 May",
            "en",
            due("0000-05-04"),
        ),
        (
            "Deadline for applications is Friday, June 5th at 5 pm",
            "en",
            due("0000-06-05"),
        ),
        ("Applications close on 5 June", "en", due("0000-06-05")),
        (
            "Applications are open until the 5th of June",
            "en",
            due("0000-06-05"),
        ),
        (
            "The closing date for this post is midnight on 5 June.",
            "en",
            due("0000-06-05"),
        ),
        (
            "We will close applications on June 5.",
            "en",
            due("0000-06-05"),
        ),
        ("Apply by: June 5", "en", due("0000-06-05")),
        (
            "Please get your application to us by 5 June, 9am.",
            "en",
            due("0000-06-05"),
        ),
        ("Applications by 5 June please", "en", due("0000-06-05")),
        (
            "Interviews: 12 June. Closing: 5 June.",
            "en",
            due("0000-06-05"),
        ),
        ("Deadline\n5 June", "en", due("0000-06-05")),
        ("Interviews will be held on 12 June", "en", none),
        ("You start on 1 September.", "en", start("0000-09-01")),
        (
            "The post is to begin on 1 September or soon after.",
            "en",
            start("0000-09-01"),
        ),
        (
            "Zum 1. September suchen wir eine Köchin.",
            "de",
            start("0000-09-01"),
        ),
        (
            "Ab 1. September suchen wir eine Köchin.",
            "de",
            start("0000-09-01"),
        ),
        (
            "Bewerben Sie sich bis spätestens 15. März unter post@ofen.example",
            "de",
            due("0000-03-15"),
        ),
        (
            "Bitte bewirb dich bis zum 15. März.",
            "de",
            due("0000-03-15"),
        ),
        (
            "Bewerbungsschluss ist der 15. März",
            "de",
            due("0000-03-15"),
        ),
        ("Unser Sommerfest: vom 3. Mai bis 5. Mai", "de", none),
        (
            "Merci d'envoyer votre CV avant le 15 mai à midi.",
            "fr",
            due("0000-05-15"),
        ),
        ("Date limite : 15 mai", "fr", due("0000-05-15")),
        (
            "Poste à pourvoir au 1er septembre",
            "fr",
            start("0000-09-01"),
        ),
        ("Prise de poste le 1er septembre", "fr", start("0000-09-01")),
        (
            "Incorporación el 1 de septiembre",
            "es",
            start("0000-09-01"),
        ),
        ("Plazo: 20 de junio", "es", due("0000-06-20")),
        (
            "Se admiten candidaturas hasta el 20 de junio",
            "es",
            due("0000-06-20"),
        ),
        (
            "Prazo para candidaturas: 20 de junho",
            "pt",
            due("0000-06-20"),
        ),
        ("Início a 1 de setembro", "pt", start("0000-09-01")),
        (
            "Le domande vanno inviate entro il 20 giugno",
            "it",
            due("0000-06-20"),
        ),
        ("Inizio: 1 settembre", "it", start("0000-09-01")),
        ("Reageer voor 20 juni", "nl", due("0000-06-20")),
        (
            "Die Stelle beginnt am 1. September.",
            "de",
            start("0000-09-01"),
        ),
        ("Je begint op 1 september", "nl", start("0000-09-01")),
        (
            "Skicka din ansökan senast den 20 juni",
            "sv",
            due("0000-06-20"),
        ),
        ("Tillträde 1 september", "sv", start("0000-09-01")),
        (
            "Bewerbungen bis 15. März an die Gärtnerei",
            "de",
            due("0000-03-15"),
        ),
        ("Eintritt zum 1. Oktober", "de", start("0000-10-01")),
        (
            "Candidatures jusqu'au 15 mai inclus",
            "fr",
            due("0000-05-15"),
        ),
        (
            "Envíe su solicitud hasta el 20 de junio",
            "es",
            due("0000-06-20"),
        ),
        ("Candidaturas até 20 de junho", "pt", due("0000-06-20")),
        (
            "Inviare la candidatura entro il 20 giugno",
            "it",
            due("0000-06-20"),
        ),
        ("Solliciteren kan tot 20 juni", "nl", due("0000-06-20")),
        ("Sista ansökningsdag 20 juni", "sv", due("0000-06-20")),
        ("Start date: 1 September", "en", start("0000-09-01")),
        ("Bewerbungsfrist: 31.03.", "de", due("0000-03-31")),
        (
            "Bitte bewirb dich bis zum 15.3. per E-Mail.",
            "de",
            due("0000-03-15"),
        ),
        (
            "Wir freuen uns auf Ihre Bewerbung bis 31.03.!",
            "de",
            due("0000-03-31"),
        ),
        (
            "Eintritt zum 01.10., unbefristet",
            "de",
            start("0000-10-01"),
        ),
        ("Start: 1.9. oder später", "de", start("0000-09-01")),
        ("Date limite : 31/03", "fr", due("0000-03-31")),
        ("Plazo: 20/06", "es", due("0000-06-20")),
        ("Sista ansökningsdag 31/3", "sv", due("0000-03-31")),
        ("Sommerfest vom 3.5. bis 5.5.", "de", none),
        ("Start: 24/7 für unsere Gäste da", "de", none),
        ("Lohn ab 12.10", "de", none),
        ("Wir suchen ab 1.2.3 eine Version", "de", none),
        (
            "Application window: 3 March – 14 March",
            "en",
            due("0000-03-14"),
        ),
        (
            "Application period: 20 December to 9 January",
            "en",
            due("0000-01-09"),
        ),
        ("Bewerbungszeitraum: 1.3. - 31.3.", "de", due("0000-03-31")),
        ("Posted: 3 March", "en", none),
        ("The next class starts on 3 March.", "en", none),
        ("Los geht es am 3. März.", "de", start("0000-03-03")),
        ("Wann: 3. März bis etwa 10. Juni", "de", start("0000-03-03")),
        (
            "Send it to anna@oven.example, or pass it through the door, by Saturday 3 March.",
            "en",
            due("0000-03-03"),
        ),
        ("Deadline: 14 May 04", "en", none),
        ("Leave is given starting every 1 July.", "en", none),
        (
            "Leave is given beginning the July 1 after that.",
            "en",
            none,
        ),
        ("Start: June, 20 hours a week", "en", none),
        ("Start in June 20 hours a week", "en", none),
        ("Start with a team of 5 may be hard", "en", none),
        ("The fair runs from 3 March to the end.", "en", none),
        (
            "Apply by 14 March.\nDeadline: 14 March 2027",
            "en",
            due("2027-03-14"),
        ),
        ("Starting 5 March – 7 April 2026", "en", start("2026-03-05")),
    ];
    for (text, lang, want) in cases {
        assert_eq!(
            read_in(text, lang),
            want.map(|w| w.map(str::to_owned)),
            "{text}"
        );
    }
}
