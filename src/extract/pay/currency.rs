//! Currencies: the signs, codes and words of amounts, and whose dollar, krone or rupee is meant.
//! Codes are those of ISO 4217.

use super::super::document::Document;
use super::super::facts::Facts;
use super::super::label::Label;
use super::super::lexicon::Lexicon;
use crate::extract::word::lower;

/// What an amount is marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Money {
    /// A currency the mark names outright.
    Code(&'static str),
    /// "$", whosever.
    Dollar,
    /// "kr", whosever.
    Krone,
    /// "Rs", whosever.
    Rupee,
    /// "¥", whosever.
    Yen,
}

/// The ISO 4217 code `word` names, if it is one of those the reader knows.
#[must_use]
pub fn currency_code(word: &str) -> Option<&'static str> {
    const CODES: &str = "AED AMD ARS AUD BGN BRL CAD CHF CLP CNY COP CRC CZK DKK EGP EUR GBP GEL GHS GTQ \
                         HKD HUF IDR ILS INR JPY KES KRW KZT LKR MAD MXN MYR NGN NOK NPR NZD PEN PHP \
                         PKR PLN QAR RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD UYU VND ZAR";
    let word = word.trim();
    CODES
        .split_ascii_whitespace()
        .find(|code| code.eq_ignore_ascii_case(word))
}

/// The currency a word before or behind an amount names.
pub(super) fn word(word: &str) -> Option<Money> {
    if word.len() == 3
        && word.bytes().all(|b| b.is_ascii_uppercase())
        && let Some(code) = currency_code(word)
    {
        return Some(Money::Code(code));
    }
    let code = match lower(word).as_str() {
        "eur" | "euro" | "euros" | "teur" | "keur" => "EUR",
        "usd" | "dollars" | "dollar" | "dólares" | "dolares" => {
            return Some(if word.len() == 3 {
                Money::Code("USD")
            } else {
                Money::Dollar
            });
        }
        "gbp" | "pounds" | "sterling" => "GBP",
        "chf" | "sfr" | "francs" | "franken" | "fr"
            if word.chars().next()?.is_uppercase() || word.len() > 3 =>
        {
            "CHF"
        }
        "sek" => "SEK",
        "nok" => "NOK",
        "dkk" => "DKK",
        "inr" | "lpa" => "INR",
        "cad" => "CAD",
        "aud" => "AUD",
        "pln" | "zł" | "zl" | "złotych" => "PLN",
        "kč" | "czk" => "CZK",
        "ron" | "lei" => "RON",
        "nis" | "ils" | "shekels" => "ILS",
        "reais" | "brl" => "BRL",
        "amd" | "drams" => "AMD",
        "quetzales" => "GTQ",
        "rupees" | "rs" => return Some(Money::Rupee),
        "kr" | "kronor" | "kroner" | "krona" => return Some(Money::Krone),
        "pesos" => return Some(Money::Dollar),
        "yen" => "JPY",
        "rmb" => "CNY",
        "naira" => "NGN",
        "dirham" | "dirhams" | "dhs" => "AED",
        _ => return None,
    };
    Some(Money::Code(code))
}

/// The currency the text before an amount ends in: "US$", "R$ ", "EUR ", "₹", and how many bytes of it
/// are the mark.
pub(super) fn mark_before(text: &str) -> Option<(Money, usize)> {
    let bare = text.trim_end_matches(['\\', '*', '_', ' ', '\u{a0}', '\u{202f}', ':']);
    let blank = text.len() - bare.len();
    if blank > 4 || text[bare.len()..].contains(':') && bare.ends_with(char::is_alphabetic) {
        return None;
    }
    let sign = bare.chars().next_back()?;
    let tail = bare.len() - sign.len_utf8();
    if let Some(money) = self::sign(sign) {
        if sign != '$' {
            return Some((money, blank + sign.len_utf8()));
        }
        let head = &bare[..tail];
        let escape = head.trim_end_matches('\\');
        let letters = trailing_letters(escape);
        let code = match letters.to_ascii_uppercase().as_str() {
            "US" | "U" => Some("USD"),
            "USD" if escape.ends_with(letters) => Some("USD"),
            "C" | "CA" | "CAD" | "CDN" => Some("CAD"),
            "A" | "AU" | "AUD" => Some("AUD"),
            "NZ" | "NZD" => Some("NZD"),
            "S" | "SG" | "SGD" => Some("SGD"),
            "HK" | "HKD" => Some("HKD"),
            "MX" | "MXN" => Some("MXN"),
            "NT" => Some("TWD"),
            "R" => Some("BRL"),
            _ => None,
        };
        let upper = letters.bytes().all(|b| b.is_ascii_uppercase());
        if let Some(code) = code.filter(|_| upper) {
            return Some((Money::Code(code), blank + 1 + letters.len()));
        }
        // "USD $120", "CAD $146"
        let spaced = trailing_letters(escape.trim_end());
        if spaced.len() == 3
            && escape.len() - escape.trim_end().len() <= 1
            && let Some(code @ Money::Code(_)) = word(spaced)
        {
            return Some((code, blank + 2 + spaced.len()));
        }
        return Some((money, blank + 1));
    }
    let dotted = bare.strip_suffix('.').unwrap_or(bare);
    let letters = trailing_letters(dotted);
    if letters.is_empty() || letters.len() > 10 {
        return None;
    }
    let before = dotted[..dotted.len() - letters.len()].chars().next_back();
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let found = match letters {
        "Q" if blank <= 1 => Money::Code("GTQ"),
        "R" if blank <= 1 => Money::Code("ZAR"),
        "RM" => Money::Code("MYR"),
        "Rp" => Money::Code("IDR"),
        "KSh" | "Ksh" => Money::Code("KES"),
        "fr" | "Fr" if bare.len() == dotted.len() => return None,
        other => word(other)?,
    };
    Some((found, blank + bare.len() - dotted.len() + letters.len()))
}

/// The currency a sign stands for.
pub(super) fn sign(c: char) -> Option<Money> {
    Some(match c {
        '$' | '＄' => Money::Dollar,
        '€' => Money::Code("EUR"),
        '£' => Money::Code("GBP"),
        '₹' => Money::Code("INR"),
        '¥' | '￥' => Money::Yen,
        '₪' => Money::Code("ILS"),
        '₽' => Money::Code("RUB"),
        '₴' => Money::Code("UAH"),
        '₺' => Money::Code("TRY"),
        '₦' => Money::Code("NGN"),
        '₱' => Money::Code("PHP"),
        '₩' => Money::Code("KRW"),
        '฿' => Money::Code("THB"),
        '₫' => Money::Code("VND"),
        _ => return None,
    })
}

fn trailing_letters(s: &str) -> &str {
    let n = s
        .chars()
        .rev()
        .take(12)
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum::<usize>();
    &s[s.len() - n..]
}

static REGIONS: Lexicon = Lexicon::of("dollar-places");

/// The ISO 3166 code of the country the posting speaks of most, its own places counted most.
pub(super) fn country(doc: &Document<'_>, facts: &Facts) -> Option<&'static str> {
    let mut votes: Vec<(&'static str, usize)> = Vec::new();
    let mut vote =
        |code: &'static str, weight: usize| match votes.iter_mut().find(|(c, _)| *c == code) {
            Some((_, n)) => *n += weight,
            None => votes.push((code, weight)),
        };
    for hit in REGIONS.find(doc, 0..doc.words.len()) {
        let line = &doc.lines[doc.line_at(hit.span.start)];
        // "us" the pronoun is no country
        if hit.words.len() == 1 && doc.folded(hit.words.start) == "us" && doc.str(hit.span) != "US"
        {
            continue;
        }
        let weight = match line.label {
            Label::Noise => 1,
            _ if hit.value.ends_with('!') => 4,
            Label::Meta | Label::Title => 4,
            _ => 2,
        };
        vote(hit.value.trim_end_matches('!'), weight);
    }
    for i in 1..doc.words.len() {
        if doc.folded(i) == "super" && is_pension(doc, i) {
            vote("AU", 4);
        }
    }
    for (end, code) in ADDRESSES {
        let mut found = doc.text.match_indices(end);
        if found.any(|(at, _)| !doc.text[at + end.len()..].starts_with(char::is_alphanumeric)) {
            vote(code, 4);
        }
    }
    for place in &facts.locations {
        let words = doc.words_in(place.span());
        for hit in REGIONS.find(doc, words) {
            vote(hit.value.trim_end_matches('!'), 12);
        }
    }
    // a country named once in passing decides nothing
    votes
        .iter()
        .filter(|(code, n)| *n >= 4 || *code == "US")
        .rev()
        .max_by_key(|(_, n)| *n)
        .map(|(code, _)| *code)
}

/// How addresses on the net end in countries whose own dollar is written "$".
const ADDRESSES: [(&str, &str); 7] = [
    (".com.au", "AU"),
    (".org.au", "AU"),
    (".gov.au", "AU"),
    (".co.nz", "NZ"),
    (".org.nz", "NZ"),
    (".com.sg", "SG"),
    (".ca", "CA"),
];

/// Whether "super" at word `i` is what Australians call a pension: "+ super", "plus 12% super".
fn is_pension(doc: &Document<'_>, i: usize) -> bool {
    let before = doc.gap(i - 1);
    let plus = before.contains('+') || doc.folded(i - 1) == "plus";
    let ends = doc.words.len() == i + 1 || doc.gap(i) != " " || doc.folded(i + 1) == "and";
    before.starts_with('%') || plus && ends
}

/// The ISO 4217 code of `money` in a posting of `country`, written in `lang`.
pub(super) fn settle(money: Money, country: Option<&str>, lang: Option<&str>) -> &'static str {
    match money {
        Money::Code(code) => code,
        Money::Dollar => match country {
            Some("CA") => "CAD",
            Some("AU") => "AUD",
            Some("NZ") => "NZD",
            Some("SG") => "SGD",
            Some("HK") => "HKD",
            Some("MX") => "MXN",
            Some("AR") => "ARS",
            Some("CL") => "CLP",
            Some("CO") => "COP",
            _ => "USD",
        },
        Money::Krone => match (country, lang) {
            (Some("NO"), _) | (None, Some("no" | "nb" | "nn")) => "NOK",
            (Some("DK"), _) | (None, Some("da")) => "DKK",
            _ => "SEK",
        },
        Money::Rupee => match country {
            Some("PK") => "PKR",
            Some("LK") => "LKR",
            Some("NP") => "NPR",
            _ => "INR",
        },
        Money::Yen => match country {
            Some("CN") => "CNY",
            _ => "JPY",
        },
    }
}

/// How many units of `code` buy about what one US dollar does in wages: a scale for judging whether a
/// figure is an hour's, a month's or a year's pay, never for converting it.
pub(super) fn magnitude(code: Option<&str>) -> f64 {
    match code {
        Some("BRL" | "PLN" | "RON" | "MYR" | "ILS" | "AED" | "SAR" | "QAR" | "PEN" | "GEL") => 4.0,
        Some("CNY" | "HKD" | "DKK" | "GTQ" | "EGP" | "GHS" | "MAD") => 8.0,
        Some("SEK" | "NOK" | "CZK" | "MXN" | "ZAR") => 12.0,
        Some("INR" | "THB" | "TRY" | "UAH" | "TWD" | "UYU") => 25.0,
        Some("PHP" | "RUB" | "PKR" | "NPR" | "LKR" | "KES" | "RSD") => 60.0,
        Some("JPY" | "AMD" | "HUF" | "KZT" | "CRC") => 200.0,
        Some("CLP" | "ARS" | "KRW" | "NGN") => 1_000.0,
        Some("COP") => 3_000.0,
        Some("IDR" | "VND") => 10_000.0,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_before_an_amount() {
        let cases = [
            ("pay US$", Some("USD")),
            ("pay USD ", Some("USD")),
            ("pay USD $", Some("USD")),
            ("CAD $", Some("CAD")),
            ("C$", Some("CAD")),
            ("R$ ", Some("BRL")),
            ("€ ", Some("EUR")),
            ("CHF ", Some("CHF")),
            ("Rs. ", Some("INR")),
            ("kr ", Some("SEK")),
            ("\\$", Some("USD")),
            ("**$", Some("USD")),
            ("over ", None),
            ("4R", None),
            ("", None),
        ];
        for (text, want) in cases {
            let found = mark_before(text).map(|(m, _)| settle(m, None, None));
            assert_eq!(found, want, "{text:?}");
        }
    }

    #[test]
    fn the_country_by_plain_signs() {
        let cases = [
            ("$30 an hour plus 11% super", Some("AU")),
            ("$30 an hour + super", Some("AU")),
            ("$30 an hour, plus super friendly mates", None),
            ("You hold the right to work in Australia.", Some("AU")),
            ("KiwiSaver at 4%", Some("NZ")),
            ("Write to jobs@oven.example.ca today", Some("CA")),
            ("Write to jobs@oven.cafe today", None),
            ("Last year we flew to Canada.", None),
        ];
        for (text, want) in cases {
            let doc = Document::new(text);
            assert_eq!(country(&doc, &Facts::default()), want, "{text}");
        }
    }

    #[test]
    fn dollars_and_kronor_by_country() {
        assert_eq!(settle(Money::Dollar, Some("CA"), None), "CAD");
        assert_eq!(settle(Money::Dollar, Some("DE"), None), "USD");
        assert_eq!(settle(Money::Krone, Some("NO"), None), "NOK");
        assert_eq!(settle(Money::Krone, None, Some("da")), "DKK");
        assert_eq!(settle(Money::Rupee, Some("PK"), None), "PKR");
    }
}
