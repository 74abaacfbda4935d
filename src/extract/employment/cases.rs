//! Kinds of employment as postings state them, case by case.

use super::Employment::{self, *};
use crate::extract::read as read_posting;

#[test]
fn reads_what_is_stated_of_the_job() {
    let cases: &[(&str, &[Employment])] = &[
        ("Night Baker\nOvenhaus · Leeds\nFull-time", &[FullTime]),
        (
            "Night Baker\nJob type: Part-time, Temporary\nYou bake.",
            &[PartTime, Temporary],
        ),
        (
            "Bäcker (m/w/d)\nWir bieten einen unbefristeten Arbeitsvertrag in Vollzeit.",
            &[Permanent, FullTime],
        ),
        (
            "Night Baker\nOvenhaus · Leeds\nFull-time\nThis position offers flexible part-time and full-time hours.",
            &[FullTime],
        ),
        (
            "Night Baker\nOvenhaus · Leeds\nThis position offers flexible part-time and full-time hours.",
            &[PartTime, FullTime],
        ),
        ("Boulanger H/F\nType de contrat : CDI", &[Permanent]),
        (
            "Lohnbuchhalter (m/w/d) in Voll- oder Teilzeit\nTeehandel Voss GmbH, Bremen",
            &[FullTime, PartTime],
        ),
        (
            "Bäcker\nEin Teil der Schicht liegt nachts, in vollen Öfen.",
            &[],
        ),
        (
            "Baker\nThis is a full-time position at our shop.",
            &[FullTime],
        ),
        (
            "Baker\nFull-time employees are eligible for dental care.",
            &[],
        ),
        (
            "Baker\nYou will negotiate contracts and contract terms.",
            &[],
        ),
        ("Bakery Intern\nLearn to bake.", &[Internship]),
        (
            "Panettiere\nContratto a tempo indeterminato, full time",
            &[Permanent, FullTime],
        ),
        (
            "Bagare\nAnställningsform: Tillsvidare\nOmfattning: Heltid",
            &[Permanent, FullTime],
        ),
        ("Bakker\nDienstverband: Parttime", &[PartTime]),
        ("Panadera\nJornada completa", &[FullTime]),
        ("Nurse (Per Diem)\nWard work.", &[PerDiem]),
        ("Internship Coordinator\nYou look after students.", &[]),
        ("Baker\nContract type\tPermanent\nHours\t37", &[Permanent]),
        ("Baker\nContract type\nPermanent", &[Permanent]),
        ("Baker\nJob type: Full-time (W2)", &[FullTime]),
        ("Baker\nThis is a W2 contract role.", &[Contract]),
        (
            "Panettiere\nContratto a tempo determinato con possibilità di tempo indeterminato.",
            &[Temporary],
        ),
        (
            "Night Baker - Ovenhaus, Leeds. £27,000 a year. Full-time, permanent. You bake bread at night for our three shops in the city and the market.",
            &[FullTime, Permanent],
        ),
        (
            "Baker\nThis part-time position may grow into a full-time position.",
            &[PartTime],
        ),
        (
            "Baker\nBenefits\n- Two paid days for volunteer opportunities\n- Internship places for your children",
            &[],
        ),
        (
            "Baker\nWe offer a permanent full-time contract.",
            &[Permanent, FullTime],
        ),
        (
            "Bäcker\nBefristet auf 12 Monate mit Option auf Festanstellung.",
            &[Temporary],
        ),
        (
            "Auxiliar de padaria\nContrato sem termo, tempo inteiro",
            &[Permanent, FullTime],
        ),
        (
            "Bakker\nTijdelijk contract met uitzicht op vast dienstverband.",
            &[Temporary],
        ),
        ("Baker\nThe post is fixed-term until June.", &[Temporary]),
        ("Baker\nYou cover maternity leave until June.", &[Temporary]),
        ("Baker\nContract type: Maternity cover", &[Temporary]),
        ("Bäcker\nEine Elternzeitvertretung bis Juni.", &[Temporary]),
        ("Baker\nWe pay 26 weeks of maternity leave in full.", &[]),
        ("Porter\nThis is a zero-hours contract.", &[PerDiem]),
        (
            "Baker\nThis is a permanent, part-time post at our shop.",
            &[Permanent, PartTime],
        ),
        (
            "Baker\nOvenhaus, Leeds\n35 hours per week, permanent\nYou bake bread.",
            &[Permanent],
        ),
        (
            "Baker\nHours: 35 per week\nContract type: Permanent",
            &[Permanent],
        ),
        (
            "Baker\nTerms: 9-month, part-time, 4 hours per day",
            &[PartTime],
        ),
        (
            "Bäcker\nDie Stelle ist für zwei Jahre befristet.",
            &[Temporary],
        ),
        (
            "Bäcker\nDer Vertrag ist auf ein Jahr befristet, danach unbefristet.",
            &[Temporary],
        ),
        (
            "Bäcker\nGesucht wird ein Bäcker in Vollzeit oder Teilzeit.",
            &[FullTime, PartTime],
        ),
        (
            "Bäcker (m/w/d)\n\nZürich · Temporär · 100% · vor 2 Tagen publiziert\n\nWir suchen für unseren Laden in der Stadt einen Bäcker, der nachts Brot backt.\nDeine Aufgaben\n- Du backst Brot und Brötchen für unsere drei Läden.",
            &[Temporary, FullTime],
        ),
        (
            "Boulanger\nC'est un CDI à temps plein, 35 heures.",
            &[Permanent, FullTime],
        ),
        ("Bakker\nEen jaarcontract met kans op meer.", &[Temporary]),
        (
            "Boulanger\nCDD de 9 mois, temps plein, débouchant sur un CDI",
            &[Temporary, FullTime],
        ),
        (
            "Baker\nFull and part time hours can be had.",
            &[FullTime, PartTime],
        ),
        (
            "Baker\nOvenhaus, Leeds\nPermanent part-time, 40 hours per fortnight\nYou bake bread.",
            &[Permanent, PartTime],
        ),
        (
            "Baker\nSeasonal, May through September, on the pier.",
            &[Temporary],
        ),
        (
            "Bäcker\nOfenhaus, Bremen\nVoll- oder Teilzeit | unbefristet\nDu backst Brot.",
            &[FullTime, PartTime, Permanent],
        ),
        (
            "The baker's tale\nThe advert read: \"Full-time, permanent, with a cottage\", and sixty people came.",
            &[],
        ),
        (
            "Baker\nFull time or part time, as it suits you.",
            &[FullTime, PartTime],
        ),
        (
            "Baker\nPart-time, full-time and seasonal staff share the ovens.",
            &[],
        ),
        (
            "Baker\nI know some of you are on permanent contracts now.",
            &[],
        ),
        ("Baker\nThere should be a permanent job at the end.", &[]),
    ];
    for &(text, want) in cases {
        let got: Vec<_> = read_posting(text)
            .facts
            .employment
            .iter()
            .map(|f| f.value)
            .collect();
        assert_eq!(got, want, "{text}");
    }
}
