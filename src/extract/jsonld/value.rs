//! Values of the data as facts: names, places, pay, dates, each with its place in the source. What has
//! an unknown shape is left out.

use super::REASON;
use super::plain::plain;
use crate::extract::date::{self, Date, When};
use crate::extract::document::Document;
use crate::extract::facts::{Education, Fact, Facts};
use crate::extract::json::{Json, Members, get};
use crate::extract::number::decimal;
use crate::extract::pay::{self, Pay, Period, currency_code};
use crate::extract::span::Span;

/// Turns raw values into facts with spans of the source text.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
}

impl Reader<'_> {
    /// Where `raw`, a slice of the source, stands in it; a string less its quotes.
    pub(super) fn span(&self, raw: Json<'_>) -> Span {
        let start = raw.raw().as_ptr() as usize - self.text.as_ptr() as usize;
        let quotes = usize::from(raw.raw().starts_with('"'));
        Span::new(start + quotes, start + raw.raw().len() - quotes)
    }

    pub(super) fn object<'a>(&self, raw: Json<'a>) -> Option<Members<'a>> {
        raw.members()
    }

    /// The items of a list, or the one value.
    pub(super) fn each<'a>(&self, raw: Option<Json<'a>>) -> Vec<Json<'a>> {
        let Some(raw) = raw else { return Vec::new() };
        let mut list = raw.items().unwrap_or_else(|| vec![raw]);
        list.truncate(30);
        list
    }

    pub(super) fn string(&self, raw: Option<Json<'_>>) -> Option<Fact<String>> {
        let raw = raw?;
        let value = raw.string()?;
        let value = plain(&value);
        (!value.is_empty()).then(|| Fact::new(value, self.span(raw), REASON))
    }

    /// A name given as a string or as an object with a `name`.
    pub(super) fn name(&self, raw: Json<'_>) -> Option<Fact<String>> {
        self.string(Some(raw))
            .or_else(|| self.string(get(&self.object(raw)?, "name")))
    }

    /// "Town, Region" of a place; its country alone where it has neither.
    pub(super) fn place(&self, raw: Json<'_>) -> Option<Fact<String>> {
        if let Some(plain) = self.string(Some(raw)) {
            return Some(plain);
        }
        let place = self.object(raw)?;
        let address = get(&place, "address").unwrap_or(raw);
        if let Some(plain) = self.string(Some(address)) {
            return Some(plain);
        }
        let address = self.object(address)?;
        let town = self.string(get(&address, "addressLocality"));
        let region = self.string(get(&address, "addressRegion"));
        match (town, region) {
            (Some(town), Some(region)) if town.value != region.value => Some(Fact {
                value: format!("{}, {}", town.value, region.value),
                evidence: vec![town.span(), region.span()],
                reason: REASON,
            }),
            (Some(one), _) | (None, Some(one)) => Some(one),
            (None, None) => (get(&address, "addressCountry").and_then(|c| self.name(c)))
                .or_else(|| self.string(get(&place, "name"))),
        }
    }

    pub(super) fn number(&self, raw: Option<Json<'_>>) -> Option<(f64, Span)> {
        let raw = raw?;
        let value = decimal(raw.raw().trim_matches('"').replace(',', "").trim())?;
        (value > 0.0 && value.is_finite()).then(|| (value, self.span(raw)))
    }

    pub(super) fn pay(&self, raw: Json<'_>, currency: Option<&Fact<String>>) -> Option<Fact<Pay>> {
        if let Some(words) = self.words(raw) {
            return pay_in_words(&words, currency);
        }
        let amount = self.object(raw)?;
        for said in [get(&amount, "value"), get(&amount, "name")] {
            // "value": "€ 2.400 - 2.900 pro Monat"
            if let Some(words) = said.and_then(|raw| self.words(raw))
                && decimal(&words.value).is_none()
            {
                let own = self.string(get(&amount, "currency"));
                return pay_in_words(&words, own.as_ref().or(currency));
            }
        }
        let value = get(&amount, "value")
            .and_then(|v| self.object(v))
            .unwrap_or_default();
        let single = self
            .number(get(&value, "value"))
            .or_else(|| self.number(get(&amount, "value")));
        let min = self.number(get(&value, "minValue")).or(single);
        let max = self.number(get(&value, "maxValue")).or(single);
        let unit = self
            .string(get(&value, "unitText"))
            .or_else(|| self.string(get(&amount, "unitText")));
        let own = self.string(get(&amount, "currency"));
        let currency = own.as_ref().or(currency);
        let evidence: Vec<_> = [min, max].iter().flatten().map(|(_, span)| *span).collect();
        if evidence.is_empty() {
            // "minValue": "£27,500"
            let said = ["minValue", "maxValue", "value"].map(|key| self.string(get(&value, key)));
            let mut said = said.into_iter().flatten();
            let mut words = said.next()?;
            for more in said.chain(unit) {
                words.value.push_str(" - ");
                words.value.push_str(&more.value);
            }
            return pay_in_words(&words, currency);
        }
        let code = currency.and_then(|c| currency_code(&c.value));
        let size = min.or(max).map_or(0.0, |m| m.0);
        let pay = Pay {
            min: min.map(|m| m.0),
            max: max.map(|m| m.0),
            currency: code,
            period: (unit.and_then(|u| period(&u.value)))
                .or_else(|| Some(Period::of_size(size, code))),
        };
        Some(Fact {
            value: pay,
            evidence,
            reason: REASON,
        })
    }

    /// A value given in words, as a string that is more than a number.
    pub(super) fn words(&self, raw: Json<'_>) -> Option<Fact<String>> {
        self.string(Some(raw)).filter(|f| f.value.len() <= 200)
    }

    /// A date: ISO 8601, or in words.
    pub(super) fn date(&self, raw: Option<Json<'_>>) -> Option<Fact<When>> {
        let fact = self.string(raw)?;
        iso(&fact).or_else(|| {
            let doc = Document::new(&fact.value);
            let found = date::find(&doc, 0..doc.words.len());
            let day = found.into_iter().find(|d| matches!(d.from, When::On(_)))?;
            Some(Fact::new(day.from, fact.span(), REASON))
        })
    }
}

/// The calendar date that opens an ISO 8601 date or time.
fn iso(fact: &Fact<String>) -> Option<Fact<When>> {
    let mut parts = fact.value.get(..10)?.split('-');
    let year = parts
        .next()?
        .parse()
        .ok()
        .filter(|y| (1900..2200).contains(y))?;
    let month = parts
        .next()?
        .parse()
        .ok()
        .filter(|m| (1..=12).contains(m))?;
    let day = parts
        .next()?
        .parse()
        .ok()
        .filter(|d| (1..=31).contains(d))?;
    let date = Date {
        year,
        month: Some(month),
        day: Some(day),
        time: None,
        zone: None,
    };
    Some(Fact::new(When::On(date), fact.span(), REASON))
}

/// Pay that is written out where an object should be.
fn pay_in_words(words: &Fact<String>, currency: Option<&Fact<String>>) -> Option<Fact<Pay>> {
    let mut line = String::from("Salary: ");
    line.push_str(&words.value);
    let mut found = pay::read(&Document::new(&line), &Facts::default())?.value;
    if let Some(code) = currency.and_then(|c| currency_code(&c.value)) {
        found.currency = Some(code);
    }
    Some(Fact::new(found, words.span(), REASON))
}

impl Reader<'_> {
    pub(super) fn education(&self, raw: Json<'_>) -> Option<Fact<Education>> {
        let named = self
            .object(raw)
            .and_then(|o| self.string(get(&o, "credentialCategory")));
        let fact = named.or_else(|| self.string(Some(raw)))?;
        let level = match fact.value.to_ascii_lowercase().as_str() {
            "high school" => Education::HighSchool,
            "associate degree" => Education::Associate,
            "bachelor degree" => Education::Bachelor,
            "professional certificate" => Education::Vocational,
            "postgraduate degree" => Education::Master,
            "no requirements" => Education::NoneRequired,
            _ => return None,
        };
        Some(Fact::new(level, fact.span(), REASON))
    }

    pub(super) fn experience(&self, raw: Json<'_>) -> Option<Fact<f32>> {
        let (months, span) = self.number(get(&self.object(raw)?, "monthsOfExperience"))?;
        Some(Fact::new((months / 12.0) as f32, span, REASON))
    }
}

fn period(unit: &str) -> Option<Period> {
    Some(match unit.to_ascii_uppercase().as_str() {
        "HOUR" | "HOURLY" => Period::Hour,
        "DAY" | "DAILY" => Period::Day,
        "WEEK" | "WEEKLY" => Period::Week,
        "MONTH" | "MONTHLY" => Period::Month,
        "YEAR" | "YEARLY" | "ANNUAL" => Period::Year,
        _ => return None,
    })
}
