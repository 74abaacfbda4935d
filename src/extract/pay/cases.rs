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
        "We raised $40M in our Series B funding.",
        "Programs exceeding $500M in value.",
        "A sign-on bonus of $5,000 awaits you.",
        "$500 signing bonus paid after 30 days",
        "401(k) with a 4% match",
        "Referral bonus: $2,000",
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
