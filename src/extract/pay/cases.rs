//! Pay as postings write it, case by case.

use super::super::document::Document;
use super::super::facts::Facts;
use super::super::label::Label;
use super::super::lang::Lang;
use super::{Period, read};

fn pay(text: &str, lang: &'static str) -> Option<String> {
    let mut doc = Document::new(text);
    doc.lang = Some(Lang(lang));
    for line in &mut doc.lines {
        line.label = Label::Benefit;
    }
    let fact = read(&doc, &Facts::default())?;
    for span in &fact.evidence {
        assert!(span.len() <= 300 && span.of(text).contains(|c: char| c.is_ascii_digit()));
    }
    let show = |v: Option<f64>| v.map_or("…".to_owned(), |v| v.to_string());
    let p = fact.value;
    let period = match p.period {
        Some(Period::Hour) => "hour",
        Some(Period::Day) => "day",
        Some(Period::Week) => "week",
        Some(Period::Month) => "month",
        Some(Period::Year) => "year",
        None => "?",
    };
    Some(format!(
        "{}-{} {} {period}",
        show(p.min),
        show(p.max),
        p.currency.unwrap_or("?")
    ))
}

#[test]
fn pay_in_the_manner_of_many_countries() {
    let cases = [
        ("$120-150k", "en", "120000-150000 USD year"),
        (
            "£29,000 basic, with commission on top (on-target earnings £41,000)",
            "en",
            "29000-29000 GBP year",
        ),
        (
            "The bargain\n€62,000–€71,000 base by experience\n- On call one week in five, paid at €300 per week",
            "en",
            "62000-71000 EUR year",
        ),
        (
            "18,20 € pro Stunde, mit Meisterbrief 20,10 €",
            "de",
            "18.2-20.1 EUR hour",
        ),
        ("Wir zahlen 15,30 € die Stunde.", "de", "15.3-15.3 EUR hour"),
        (
            "Sie arbeiten halbtags und bekommen 1.720 Euro brutto monatlich.",
            "de",
            "1720-1720 EUR month",
        ),
        (
            "Ausbildungsvergütung: 1. Jahr 1.010 €, 2. Jahr 1.090 €",
            "de",
            "1010-1090 EUR month",
        ),
        (
            "Lönen ligger på 190–210 kr i timmen",
            "sv",
            "190-210 SEK hour",
        ),
        ("£13.10ph", "en", "13.1-13.1 GBP hour"),
        (
            "£13.10 per hour, £16.40 overtime",
            "en",
            "13.1-13.1 GBP hour",
        ),
        (
            "Lehre ab Herbst\n1. Lehrjahr 980 Euro, 3. Lehrjahr 1.180 Euro",
            "de",
            "980-1180 EUR month",
        ),
        (
            "£140 a day to start, £155 with your own van",
            "en",
            "140-155 GBP day",
        ),
        (
            "You start on £23k rising to £25k",
            "en",
            "23000-25000 GBP year",
        ),
        (
            "Contrat de 35 heures, 1 980 € nets par mois",
            "fr",
            "1980-1980 EUR month",
        ),
        ("Rate: $30 an hour + super", "en", "30-30 AUD hour"),
        (
            "Salary: 31.50 to 34.00 HOURLY\nBoot allowance of $300 a year\nCanadian citizens come first.",
            "en",
            "31.5-34 CAD hour",
        ),
        (
            "Pay and perks\n- $24.50–$28.00 per hour\n- 12 days of leave",
            "en",
            "24.5-28 USD hour",
        ),
        (
            "Base salary of $58,000 plus commission; drivers who hit goal earned about $97,000 last year.",
            "en",
            "58000-58000 USD year",
        ),
        (
            "Grundgehalt 42.000 € im Jahr; im Vertrieb verdienten die Besten 71.000 €.",
            "de",
            "42000-42000 EUR year",
        ),
        ("$120K – $150K/yr", "en", "120000-150000 USD year"),
        ("Salary: €60.000", "en", "60000-60000 EUR year"),
        ("Salaire : 60 000 €", "fr", "60000-60000 EUR year"),
        ("Lohn: CHF 110'000", "de", "110000-110000 CHF year"),
        ("Salary: £45k pro rata", "en", "45000-45000 GBP year"),
        ("CTC: 12 LPA", "en", "1200000-1200000 INR year"),
        ("CTC 8-12 LPA", "en", "800000-1200000 INR year"),
        ("Salary ₹8,00,000", "en", "800000-800000 INR year"),
        ("Salário: R$ 5.000,00", "pt", "5000-5000 BRL month"),
        ("Lön: kr 45 000/mån", "sv", "45000-45000 SEK month"),
        (
            "Gehalt: 42.000 EUR brutto/Jahr bei 38,5 h",
            "de",
            "42000-42000 EUR year",
        ),
        ("Verdienst: ab 3.200 € monatlich", "de", "3200-… EUR month"),
        (
            "Pay: $18\\.00 \\- $23\\.00 per hour",
            "en",
            "18-23 USD hour",
        ),
        ("Day rate: £450 - £500", "en", "450-500 GBP day"),
        ("Rate: £450", "en", "450-450 GBP day"),
        (
            "$90,000 - $120,000 a yearGREAT Bakery",
            "en",
            "90000-120000 USD year",
        ),
        (
            "Zone A\n$98,000—$127,000 USD\nZone B\n$88,100—$112,100 USD",
            "en",
            "88100-127000 USD year",
        ),
        ("Pay is $220 per shift", "en", "220-220 USD day"),
        ("Pay: from $21 an hour", "en", "21-… USD hour"),
        ("Pay: $40+ per hour", "en", "40-… USD hour"),
        ("Up to €72K base salary", "en", "…-72000 EUR year"),
        (
            "Pay range\n$168,000\n—\n$210,000 CAD",
            "en",
            "168000-210000 CAD year",
        ),
        (
            "Salary range\nZone A: $142,200 - $189,600\nZone B: $130,000 - $170,000",
            "en",
            "130000-189600 USD year",
        ),
        (
            "Stundenlohn: 17,90 Euro\n- 30 Tage Urlaub",
            "de",
            "17.9-17.9 EUR hour",
        ),
        (
            "17,90 Euro Grundlohn pro Stunde, dazu 1,40 Euro Zulage",
            "de",
            "17.9-17.9 EUR hour",
        ),
        (
            "Salary: $50,000\n- $60,000 a year",
            "en",
            "50000-60000 USD year",
        ),
        (
            "Minimum salary: $50,000\nMaximum salary: $70,000",
            "en",
            "50000-70000 USD year",
        ),
        (
            "| Salary | 30.000 € – 34.000 € |",
            "de",
            "30000-34000 EUR year",
        ),
        (
            "Retribuzione annua lorda: 28-32 mila euro",
            "it",
            "28000-32000 EUR year",
        ),
        (
            "Een salaris tussen € 2.900 en € 3.600 bruto per maand",
            "nl",
            "2900-3600 EUR month",
        ),
        (
            "Salario: 24.000 - 28.000 € brutos anuales",
            "es",
            "24000-28000 EUR year",
        ),
        ("130K–140K a year", "en", "130000-140000 ? year"),
        ("Stundenlohn: 14,50 €", "de", "14.5-14.5 EUR hour"),
        ("The wage is 27.50 PLN per hour", "en", "27.5-27.5 PLN hour"),
        (
            "Full-timePay: $19.00 - $25.00 per hourBenefits",
            "en",
            "19-25 USD hour",
        ),
        (
            "Base salary of $100,000 plus a bonus of $10,000",
            "en",
            "100000-100000 USD year",
        ),
        (
            "OTE $160,000. Base salary $80,000.",
            "en",
            "80000-80000 USD year",
        ),
        (
            "Geboten werden 72 bis 85 T€ im Jahr, ein Dienstwagen und 30 Tage.",
            "de",
            "72000-85000 EUR year",
        ),
        ("12-18 Lacs P.A.", "en", "1200000-1800000 INR year"),
        ("$52 – $58 per hour + super", "en", "52-58 AUD hour"),
        (
            "Offriamo 1.700-1.900 euro netti al mese, vitto e alloggio.",
            "it",
            "1700-1900 EUR month",
        ),
        ("€ 3.140 - € 4.320 per maand", "nl", "3140-4320 EUR month"),
        ("Tarif : 45 à 55 € brut de l'heure", "fr", "45-55 EUR hour"),
        ("TJM : 450 - 550 €", "fr", "450-550 EUR day"),
        (
            "38 000 à 42 000 euros brut annuel",
            "fr",
            "38000-42000 EUR year",
        ),
        (
            "Salaire : 38/42 K€ selon profil",
            "fr",
            "38000-42000 EUR year",
        ),
        ("RAL 32.000€ - 38.000€", "it", "32000-38000 EUR year"),
        (
            "Salario: $18,000 - $22,000 MXN mensuales",
            "es",
            "18000-22000 MXN month",
        ),
        (
            "Remuneração: R$ 3.200 + benefícios",
            "pt",
            "3200-3200 BRL month",
        ),
        (
            "Faixa salarial de R$ 8 mil a R$ 10 mil",
            "pt",
            "8000-10000 BRL month",
        ),
        (
            "Månadslön 32 000 - 36 000 kr",
            "sv",
            "32000-36000 SEK month",
        ),
        ("Timlön: 165 kr/tim", "sv", "165-165 SEK hour"),
        (
            "Jahresgehalt zwischen 55.000 und 65.000 Euro",
            "de",
            "55000-65000 EUR year",
        ),
        ("Einstiegsgehalt ab 45.000 €", "de", "45000-… EUR year"),
        (
            "Stundenlohn von 15,20 € bis 17,80 €",
            "de",
            "15.2-17.8 EUR hour",
        ),
        (
            "Bruttomonatslohn: 2.900,- Euro",
            "de",
            "2900-2900 EUR month",
        ),
        (
            "Bruto maandsalaris: €2.600 tot €3.400",
            "nl",
            "2600-3400 EUR month",
        ),
        ("€18 per uur", "nl", "18-18 EUR hour"),
        ("Salary: 60-70k EUR", "en", "60000-70000 EUR year"),
        (
            "Compensation: USD 4,000 per month",
            "en",
            "4000-4000 USD month",
        ),
        ("Wage: $17.50/hr to $21.00/hr", "en", "17.5-21 USD hour"),
        (
            "Salary range: 90,000.00 - 110,000.00 USD Annual",
            "en",
            "90000-110000 USD year",
        ),
        (
            "The annual base salary for this role is $130,000-$145,000; OTE is $210,000.",
            "en",
            "130000-145000 USD year",
        ),
        (
            "£12.60 per hour plus holiday pay",
            "en",
            "12.6-12.6 GBP hour",
        ),
        (
            "Stipend: £19,237 p.a. tax free",
            "en",
            "19237-19237 GBP year",
        ),
        ("Salary: AU$95,000 + super", "en", "95000-95000 AUD year"),
        ("NZ$38 - NZ$42 an hour", "en", "38-42 NZD hour"),
        ("S$5,000 - S$6,500 monthly", "en", "5000-6500 SGD month"),
        (
            "PHP 35,000 to 45,000 / month",
            "en",
            "35000-45000 PHP month",
        ),
        (
            "6.000 - 8.000 zł brutto / mies.",
            "en",
            "6000-8000 PLN month",
        ),
        (
            "Salary: AED 8,000 - 10,000 per month",
            "en",
            "8000-10000 AED month",
        ),
        (
            "Pay: $30/hour (0.5 FTE), sign-on bonus $5,000",
            "en",
            "30-30 USD hour",
        ),
    ];
    for (text, lang, want) in cases {
        assert_eq!(pay(text, lang).as_deref(), Some(want), "{text}");
    }
}

#[test]
fn money_that_is_no_pay() {
    let cases = [
        "You will own a budget of $500,000 per year.",
        "Joining the on-call rota: one week in five, paid at €300 per week",
        "Geschätztes Gehalt für diese Stelle: 31.000 € – 38.000 €/Jahr",
        "There is a flat for £380 a month.",
        "We raised $40M in our Series B funding.",
        "Programs exceeding $500M in value.",
        "A sign-on bonus of $5,000 awaits you.",
        "$500 signing bonus paid after 30 days",
        "401(k) with a 4% match",
        "Referral bonus: $2,000",
        "You will manage assets of $3.2 billion for families.",
        "Relocation assistance of up to $7,500",
        "Tuition reimbursement up to $5,250 per year",
        "We processed €2.4bn of payments last year",
        "A budget of 40 Mio. Euro a year",
        "Employer pension contribution of £3,000 a year",
        "The fine for late filing is $100 per day.",
        "Sales target: €500.000 im Jahr",
        "Over $20 million in annual sales",
        "$2,500 annually toward professional development",
        "Learning budget of 1.000 € im Jahr",
        "Fahrtkostenzuschuss 50 €/Monat",
        "Average salary estimate\n\n$70000 / YEARLY (est.)",
        "Revenue of €375 million a year",
        "Clients with assets of $2,000,000",
        "Life insurance up to $250,000",
        "Founded in 1998, with 2,000 staff in 30 countries.",
        "Call 0171 234 567 89 or write to 10115 Berlin.",
    ];
    for text in cases {
        assert_eq!(pay(text, "en"), None, "{text}");
    }
}
