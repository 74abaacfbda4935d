//! Structured data of the page itself: a schema.org `JobPosting` in JSON-LD, kept as a fenced block
//! at the end of the source. Its fields are evidence like any words; what the visible text says of
//! pay, place, mode and dates goes before it. Never fails: what cannot be read is left out.
//!
//! Source: <https://schema.org/JobPosting>, and the shapes applicant systems print in practice
//! (strings where objects should be, one place or a list, numbers as strings).

use super::company::is_told;
use super::date::{self, Date, When};
use super::document::Document;
use super::employment::named;
use super::facts::{Education, Employment, Fact, Facts, WorkMode};
use super::json::{Json, Members, get};
use super::number::decimal;
use super::pay::{self, Pay, Period, currency_code};
use super::span::Span;
use super::title::clean;

/// The line that opens the block.
const FENCE: &str = "```json";
const REASON: &str = "the page's JobPosting data";

/// Cuts the source into the words people see and the block of structured data, if it ends in one.
#[must_use]
pub fn split(text: &str) -> (&str, Option<Span>) {
    let Some(at) = text.rfind(FENCE) else {
        return (text, None);
    };
    let starts_line = at == 0 || text[..at].ends_with('\n');
    let block = &text[at + FENCE.len()..];
    if !starts_line || !block.contains("JobPosting") {
        return (text, None);
    }
    (&text[..at], Some(Span::new(at + FENCE.len(), text.len())))
}

/// The facts in the block.
#[must_use]
pub fn read(text: &str, block: Span) -> Facts {
    let mut facts = Facts::default();
    let Some(raw) = Json::first(block.of(text)) else {
        return facts;
    };
    let Some(posting) = find_posting(raw, 0) else {
        return facts;
    };
    let reader = Reader { text };
    facts.title = reader
        .string(get(&posting, "title"))
        .filter(|f| f.value.len() <= 200)
        .map(|f| Fact {
            value: {
                let doc = Document::new(&f.value);
                clean::clean(&doc, Span::new(0, f.value.len())).1
            },
            ..f
        })
        .filter(|f| !f.value.is_empty());
    facts.company = get(&posting, "hiringOrganization").and_then(|raw| reader.name(raw));
    for place in reader.each(get(&posting, "jobLocation")) {
        let Some(place) = reader.place(place) else {
            continue;
        };
        if matches!(
            place.value.to_lowercase().as_str(),
            "remote" | "anywhere" | "worldwide"
        ) {
            // a mode in the place of a town
            facts.work_mode = Some(Fact::new(WorkMode::Remote, place.span(), REASON));
        } else if !facts.locations.iter().any(|l| l.value == place.value) {
            facts.locations.push(place);
        }
    }
    for kind in reader.each(get(&posting, "jobLocationType")) {
        let Some(kind) = reader.string(Some(kind)) else {
            continue;
        };
        if !kind.value.eq_ignore_ascii_case("telecommute") {
            continue;
        }
        facts.work_mode = Some(Fact::new(WorkMode::Remote, kind.span(), REASON));
        if facts.locations.is_empty() {
            for area in reader.each(get(&posting, "applicantLocationRequirements")) {
                facts.locations.extend(reader.name(area));
            }
        }
    }
    for kind in reader.each(get(&posting, "employmentType")) {
        if let Some(found) = reader.string(Some(kind)) {
            for part in found.value.split([',', '/', ';']) {
                let kinds = employment(part).map_or_else(|| named(part), |k| vec![k]);
                for value in kinds {
                    if !facts.employment.iter().any(|e| e.value == value) {
                        let fact = Fact::new(value, found.span(), REASON);
                        facts.employment.push(fact);
                    }
                }
            }
        }
    }
    let currency = reader.string(get(&posting, "salaryCurrency"));
    facts.pay = get(&posting, "baseSalary").and_then(|raw| reader.pay(raw, currency.as_ref()));
    facts.posted = reader.date(get(&posting, "datePosted"));
    facts.deadline = reader.date(get(&posting, "validThrough"));
    facts.start = reader.date(get(&posting, "jobStartDate"));
    facts.education = get(&posting, "educationRequirements").and_then(|raw| reader.education(raw));
    facts.experience =
        get(&posting, "experienceRequirements").and_then(|raw| reader.experience(raw));
    facts.hours = reader
        .string(get(&posting, "workHours"))
        .filter(|f| f.value.len() <= 80);
    facts
}

/// Takes title and company from `linked` where it has them: what the page itself declares goes
/// before what its layout suggests, but not where the page shows another and never the declared
/// one. Their place in the visible text `body` is their first evidence.
pub fn name(facts: &mut Facts, linked: &Facts, body: &str) {
    let folded = body.to_lowercase();
    let believed = |linked: &Option<Fact<String>>, seen: &Option<Fact<String>>| {
        let declared = linked.as_ref()?;
        let told = (seen.as_ref()).is_some_and(|f| is_told(f.reason) || title_line(f.reason));
        let other = told && !folded.contains(&declared.value.to_lowercase());
        (!other).then(|| declared.clone())
    };
    let shown = |fact: &Fact<String>| {
        let at = body.find(&fact.value);
        let seen = at.map(|at| Span::new(at, at + fact.value.len()));
        let evidence = seen
            .into_iter()
            .chain(fact.evidence.iter().copied())
            .collect();
        Fact {
            value: fact.value.clone(),
            evidence,
            reason: fact.reason,
        }
    };
    let title = believed(&linked.title, &facts.title);
    facts.title = title.as_ref().map(shown).or(facts.title.take());
    let company = believed(&linked.company, &facts.company);
    facts.company = company.as_ref().map(shown).or(facts.company.take());
}

/// Whether a title stands on a line of its own, rather than in a sentence.
fn title_line(reason: &str) -> bool {
    reason == "header line" || reason.starts_with("labelled as title")
}

/// Fills what the visible text left open from `linked`.
pub fn complete(facts: &mut Facts, linked: Facts) {
    if facts.locations.is_empty() {
        facts.locations = linked.locations;
    }
    if facts.employment.is_empty() {
        facts.employment = linked.employment;
    }
    facts.work_mode = facts.work_mode.take().or(linked.work_mode);
    facts.pay = facts.pay.take().or(linked.pay);
    facts.posted = absolute(facts.posted.take(), linked.posted);
    facts.deadline = absolute(facts.deadline.take(), linked.deadline);
    facts.start = absolute(facts.start.take(), linked.start);
    facts.education = facts.education.take().or(linked.education);
    facts.experience = facts.experience.take().or(linked.experience);
    facts.hours = facts.hours.take().or(linked.hours);
}

/// A calendar date goes before a relative one ("3 days ago"), then the visible before the linked.
fn absolute(seen: Option<Fact<When>>, linked: Option<Fact<When>>) -> Option<Fact<When>> {
    match (&seen, &linked) {
        (
            Some(Fact {
                value: When::On(_), ..
            }),
            _,
        )
        | (_, None) => seen,
        _ => linked,
    }
}

/// The `JobPosting` in a value: the object itself, one of a list, or one of its `@graph`.
fn find_posting(raw: Json<'_>, depth: usize) -> Option<Members<'_>> {
    if depth > 3 {
        return None;
    }
    if let Some(list) = raw.items() {
        let mut list = list.into_iter().take(50);
        return list.find_map(|item| find_posting(item, depth + 1));
    }
    let object = raw.members()?;
    let kind = get(&object, "@type");
    if kind.is_some_and(|t| t.raw().contains("\"JobPosting\"")) {
        return Some(object);
    }
    ["@graph", "mainEntity"]
        .iter()
        .find_map(|key| find_posting(get(&object, key)?, depth + 1))
}

fn employment(word: &str) -> Option<Employment> {
    Some(
        match word
            .trim()
            .to_ascii_uppercase()
            .replace(['-', ' '], "_")
            .as_str()
        {
            "FULL_TIME" | "FULLTIME" => Employment::FullTime,
            "PART_TIME" | "PARTTIME" => Employment::PartTime,
            "CONTRACTOR" | "CONTRACT" => Employment::Contract,
            "TEMPORARY" | "TEMP" => Employment::Temporary,
            "PERMANENT" => Employment::Permanent,
            "INTERN" | "INTERNSHIP" => Employment::Internship,
            "VOLUNTEER" => Employment::Volunteer,
            "PER_DIEM" => Employment::PerDiem,
            _ => return None,
        },
    )
}

/// Turns raw values into facts with spans of the source text.
struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    /// Where `raw`, a slice of the source, stands in it; a string less its quotes.
    fn span(&self, raw: Json<'_>) -> Span {
        let start = raw.raw().as_ptr() as usize - self.text.as_ptr() as usize;
        let quotes = usize::from(raw.raw().starts_with('"'));
        Span::new(start + quotes, start + raw.raw().len() - quotes)
    }

    fn object<'a>(&self, raw: Json<'a>) -> Option<Members<'a>> {
        raw.members()
    }

    /// The items of a list, or the one value.
    fn each<'a>(&self, raw: Option<Json<'a>>) -> Vec<Json<'a>> {
        let Some(raw) = raw else { return Vec::new() };
        let mut list = raw.items().unwrap_or_else(|| vec![raw]);
        list.truncate(30);
        list
    }

    fn string(&self, raw: Option<Json<'_>>) -> Option<Fact<String>> {
        let raw = raw?;
        let value = raw.string()?;
        let value = plain(&value);
        (!value.is_empty()).then(|| Fact::new(value, self.span(raw), REASON))
    }

    /// A name given as a string or as an object with a `name`.
    fn name(&self, raw: Json<'_>) -> Option<Fact<String>> {
        self.string(Some(raw))
            .or_else(|| self.string(get(&self.object(raw)?, "name")))
    }

    /// "Town, Region" of a place; its country alone where it has neither.
    fn place(&self, raw: Json<'_>) -> Option<Fact<String>> {
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

    fn number(&self, raw: Option<Json<'_>>) -> Option<(f64, Span)> {
        let raw = raw?;
        let value = decimal(raw.raw().trim_matches('"').replace(',', "").trim())?;
        (value > 0.0 && value.is_finite()).then(|| (value, self.span(raw)))
    }

    fn pay(&self, raw: Json<'_>, currency: Option<&Fact<String>>) -> Option<Fact<Pay>> {
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
    fn words(&self, raw: Json<'_>) -> Option<Fact<String>> {
        self.string(Some(raw)).filter(|f| f.value.len() <= 200)
    }

    /// A date: ISO 8601, or in words.
    fn date(&self, raw: Option<Json<'_>>) -> Option<Fact<When>> {
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

/// `value` in one line, less tags, with the entities resolved that pages leave in their data.
fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut tag = false;
    // what is longer is no name and no date
    let mut rest = if value.len() > LONGEST { "" } else { value };
    while let Some(c) = rest.chars().next() {
        let mut step = c.len_utf8();
        let opens =
            c == '<' && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if opens && rest.contains('>') {
            tag = true;
        } else if tag {
            if c == '>' {
                tag = false;
                out.push(' ');
            }
        } else if let Some((entity, sign)) = ENTITIES.iter().find(|e| rest.starts_with(e.0)) {
            out.push_str(sign);
            step = entity.len();
        } else {
            out.push(c);
        }
        rest = &rest[step..];
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Bytes of the longest value that is read.
const LONGEST: usize = 2_000;

const ENTITIES: [(&str, &str); 9] = [
    ("&amp;", "&"),
    ("&#38;", "&"),
    ("&#038;", "&"),
    ("&#39;", "'"),
    ("&#8217;", "’"),
    ("&quot;", "\""),
    ("&nbsp;", " "),
    ("&ndash;", "–"),
    ("&#8211;", "–"),
];

impl Reader<'_> {
    fn education(&self, raw: Json<'_>) -> Option<Fact<Education>> {
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

    fn experience(&self, raw: Json<'_>) -> Option<Fact<f32>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(json: &str) -> (String, Facts) {
        let text = format!("Ward clerk\nBrookmere Clinic\n\n```json\n{json}\n```\n");
        let (_, block) = split(&text);
        let facts = read(&text, block.expect("the text ends in a block"));
        (text, facts)
    }

    #[test]
    fn reads_a_whole_posting() {
        let (text, facts) = facts(
            r#"[{"@type":"WebSite"},{"@graph":[{"@type":["JobPosting"],"title":"Ward clerk",
            "hiringOrganization":{"@type":"Organization","name":"Brookmere Clinic"},
            "jobLocation":[{"@type":"Place","address":{"addressLocality":"Hexby","addressRegion":"Kent"}}],
            "employmentType":["FULL_TIME","TEMPORARY"],"datePosted":"2026-03-02T08:00:00Z",
            "validThrough":"2026-04-01","experienceRequirements":{"monthsOfExperience":18},
            "baseSalary":{"currency":"GBP","value":{"minValue":24000,"maxValue":"26,500","unitText":"YEAR"}}}]}]"#,
        );
        let place = &facts.locations[0];
        assert_eq!(place.value, "Hexby, Kent");
        assert_eq!(
            place
                .evidence
                .iter()
                .map(|s| s.of(&text))
                .collect::<Vec<_>>(),
            ["Hexby", "Kent"]
        );
        let pay = facts.pay.expect("pay is there");
        assert_eq!(
            (pay.value.min, pay.value.max),
            (Some(24000.0), Some(26500.0))
        );
        assert_eq!(
            (pay.value.currency, pay.value.period),
            (Some("GBP"), Some(Period::Year))
        );
        assert_eq!(facts.title.expect("title").span().of(&text), "Ward clerk");
        assert_eq!(facts.experience.expect("experience").value, 1.5);
        let kinds: Vec<_> = facts.employment.iter().map(|e| e.value).collect();
        assert_eq!(kinds, [Employment::FullTime, Employment::Temporary]);
        let When::On(deadline) = facts.deadline.expect("deadline").value else {
            panic!("a date")
        };
        assert_eq!(deadline.to_string(), "2026-04-01");
    }

    #[test]
    fn odd_shapes_give_what_they_give() {
        let (_, odd) = facts(
            r#"{"@type":"JobPosting","title":7,"hiringOrganization":"Hexby Bus","jobLocation":"Hexby",
            "jobLocationType":"TELECOMMUTE","employmentType":"PART_TIME, whenever","baseSalary":"good",
            "datePosted":"soon","validThrough":null}"#,
        );
        assert_eq!(odd.title, None);
        assert_eq!(odd.company.expect("company").value, "Hexby Bus");
        assert_eq!(odd.locations[0].value, "Hexby");
        assert_eq!(odd.work_mode.expect("mode").value, WorkMode::Remote);
        assert_eq!(odd.employment[0].value, Employment::PartTime);
        assert_eq!((odd.pay, odd.posted, odd.deadline), (None, None, None));
    }

    #[test]
    fn pay_in_every_shape() {
        let cases = [
            (
                r#""$45,000 - $52,000 per year""#,
                Some(45000.0),
                Some(52000.0),
                "USD",
                Period::Year,
            ),
            (
                r#"{"currency":"EUR","value":"2.400 - 2.900 € pro Monat"}"#,
                Some(2400.0),
                Some(2900.0),
                "EUR",
                Period::Month,
            ),
            (
                r#"{"currency":"GBP","value":{"value":"£27,500"}}"#,
                Some(27500.0),
                Some(27500.0),
                "GBP",
                Period::Year,
            ),
            (
                r#"{"currency":"SEK","value":31500,"unitText":"MONTH"}"#,
                Some(31500.0),
                Some(31500.0),
                "SEK",
                Period::Month,
            ),
            (
                r#"{"value":{"minValue":18.5,"maxValue":21,"unitText":"HOUR"}}"#,
                Some(18.5),
                Some(21.0),
                "USD",
                Period::Hour,
            ),
            (
                r#"{"currency":"USD","value":{"minValue":0,"maxValue":90000,"unitText":"YEAR"}}"#,
                None,
                Some(90000.0),
                "USD",
                Period::Year,
            ),
            (
                r#"{"currency":"USD","value":{"minValue":60000,"maxValue":70000}}"#,
                Some(60000.0),
                Some(70000.0),
                "USD",
                Period::Year,
            ),
        ];
        for (json, min, max, currency, period) in cases {
            let mut all =
                String::from(r#"{"@type":"JobPosting","salaryCurrency":"USD","baseSalary":"#);
            all.push_str(json);
            all.push('}');
            let (_, facts) = facts(&all);
            let pay = facts
                .pay
                .unwrap_or_else(|| panic!("no pay in {json}"))
                .value;
            assert_eq!((pay.min, pay.max), (min, max), "{json}");
            assert_eq!(
                (pay.currency, pay.period),
                (Some(currency), Some(period)),
                "{json}"
            );
        }
    }

    #[test]
    fn places_dates_and_names_in_every_shape() {
        let (_, facts) = facts(
            r#"{"mainEntity":{"@type":"JobPosting","title":"Fitter &amp; Turner (m/f/d)","hiringOrganization":{"name":"Hexby &amp; Sons"},
            "jobLocation":[{"address":{"addressLocality":"Hexby","addressRegion":"Hexby","addressCountry":"GB"}},
              {"name":"Brook Yard"},{"address":"Marl Road, Dunmere"},"Hexby",{"address":{"addressCountry":{"name":"Ireland"}}},
              {"address":{"addressLocality":"Remote"}}],
            "employmentType":["Vollzeit","CDI"],"validThrough":"31 March 2027","datePosted":"03/30/2027"}}"#,
        );
        let places: Vec<_> = facts.locations.iter().map(|l| l.value.as_str()).collect();
        assert_eq!(
            places,
            ["Hexby", "Brook Yard", "Marl Road, Dunmere", "Ireland"]
        );
        assert_eq!(facts.work_mode.map(|m| m.value), Some(WorkMode::Remote));
        assert_eq!(
            facts.title.map(|t| t.value).as_deref(),
            Some("Fitter & Turner")
        );
        assert_eq!(
            facts.company.map(|c| c.value).as_deref(),
            Some("Hexby & Sons")
        );
        let kinds: Vec<_> = facts.employment.iter().map(|e| e.value).collect();
        assert_eq!(kinds, [Employment::FullTime, Employment::Permanent]);
        let day = |fact: Option<Fact<When>>| match fact.map(|f| f.value) {
            Some(When::On(date)) => date.to_string(),
            other => panic!("no date: {other:?}"),
        };
        assert_eq!(day(facts.deadline), "2027-03-31");
        assert_eq!(day(facts.posted), "2027-03-30");
    }

    #[test]
    fn the_visible_text_corrects_the_data() {
        let data = r#"{"@type":"JobPosting","title":"Baker II - 4411","hiringOrganization":"Loaf Holdings Int.",
            "jobLocation":"Dunmere","baseSalary":"$20 per hour","employmentType":"FULL_TIME"}"#;
        let mut text = String::from(
            "# Night Baker\nOvenhaus · Leeds, UK · 3 days ago\nPart-time\n£13.40 an hour\n\n```json\n",
        );
        text.push_str(data);
        text.push_str("\n```\n");
        let facts = crate::extract::read(&text).facts;
        assert_eq!(facts.title.map(|t| t.value).as_deref(), Some("Night Baker"));
        assert_eq!(facts.company.map(|c| c.value).as_deref(), Some("Ovenhaus"));
        assert_eq!(facts.locations[0].value, "Leeds, UK");
        assert_eq!(facts.pay.and_then(|p| p.value.min), Some(13.4));
        assert_eq!(facts.employment[0].value, Employment::PartTime);
    }

    #[test]
    fn broken_data_is_left_out() {
        for json in [
            "{\"@type\":\"JobPosting\",",
            "JobPosting",
            "[[[[[{\"@type\":\"JobPosting\"}]]]]]",
            "",
        ] {
            let text = format!("words\n```json\n{json} JobPosting");
            let (body, block) = split(&text);
            assert_eq!(body, "words\n");
            assert_eq!(
                read(&text, block.expect("a block")),
                Facts::default(),
                "{json}"
            );
        }
        assert_eq!(
            split("words ```json JobPosting").1,
            None,
            "a fence opens a line"
        );
    }
}
