//! One question to many postings: "which are remote?", "which pay over 50k?", "which need a driving
//! licence?". Each posting says yes, says otherwise, or does not say, and is quoted for it. What can be
//! told from a fact or a requirement is; all else is asked as of a single posting. Never counts silence
//! for a no.

mod lists;

use self::lists::{AT_MOST, BEFORE_THINGS, KINDS, MODES, NEEDS, OPENINGS, PAYS};
use super::answers as answers_to;
use super::lexicon::words;
use crate::extract::pay::{Pay, Period};
use crate::extract::{Employment, Posting, Span, Strength, WorkMode};
use crate::job::profile::near::{self, Relation};
use crate::job::profile::{Named, Need, Reads, Thing};
use crate::job::{Card, FactKind, Value};

/// Most sentences quoted of one posting.
const MOST: usize = 2;
/// A longer statement is quoted by the words of its fact alone, in bytes.
const LONG: usize = 300;

/// What a posting says to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It says so.
    Yes,
    /// It says otherwise.
    No,
    /// It does not say.
    NotStated,
}

/// What one posting answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it comes to.
    pub verdict: Verdict,
    /// The sentences that say it; none where it is the person's own word, or not stated.
    pub quotes: Vec<Span>,
    /// Whether it is what the person put in place of what was read.
    pub is_yours: bool,
}

/// What the question turns on.
#[derive(Clone, Debug, PartialEq)]
enum About {
    Mode(WorkMode),
    Kind(Employment),
    /// Pay over a year: at least, or at most, this much; in this currency, where one is said.
    Pay {
        bound: f64,
        is_least: bool,
        currency: Option<&'static str>,
    },
    Permit,
    /// Things, any of which; whether only what is asked of the candidate counts.
    Things(Vec<Named>, bool),
    Anything(String),
}

/// A question to many postings.
#[derive(Clone, Debug, PartialEq)]
pub struct Across {
    about: About,
}

/// Pay over a year of full-time work, for holding figures against each other alone.
fn a_year(amount: f64, period: Period) -> f64 {
    amount
        * match period {
            Period::Hour => 2_080.0,
            Period::Day => 260.0,
            Period::Week => 52.0,
            Period::Month => 12.0,
            Period::Year => 1.0,
        }
}

/// The first figure of a question: "50k", "50,000", "1.800", "17.50".
fn figure(question: &str) -> Option<f64> {
    let start = question.find(|c: char| c.is_ascii_digit())?;
    let rest = &question[start..];
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’');
    let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
    let (digits, behind) = rest.split_at(end);
    let digits = digits.trim_end_matches(['.', ',']);
    // A mark with three digits behind it parts thousands.
    let cents = digits
        .rfind(['.', ','])
        .filter(|at| digits.len() - at - 1 != 3);
    let mut plain = String::new();
    for (at, c) in digits.char_indices() {
        if Some(at) == cents {
            plain.push('.');
        } else if c.is_ascii_digit() {
            plain.push(c);
        }
    }
    let amount: f64 = plain.parse().ok()?;
    let behind = behind.trim_start().as_bytes();
    let thousands = behind
        .first()
        .is_some_and(|c| c.eq_ignore_ascii_case(&b'k'))
        && !behind.get(1).is_some_and(u8::is_ascii_alphabetic);
    Some(if thousands { amount * 1_000.0 } else { amount })
}

fn period(asked: &[String], amount: f64) -> Period {
    let says = |names: &[&str]| asked.iter().any(|w| names.contains(&w.as_str()));
    if says(&[
        "hour", "hourly", "h", "stunde", "heure", "hora", "ora", "uur", "timme",
    ]) {
        Period::Hour
    } else if says(&["day", "daily", "tag", "jour", "dia", "giorno", "dag"]) {
        Period::Day
    } else if says(&[
        "week",
        "weekly",
        "woche",
        "semaine",
        "semana",
        "settimana",
        "vecka",
    ]) {
        Period::Week
    } else if says(&[
        "month", "monthly", "monat", "mois", "mes", "mese", "maand", "manad",
    ]) {
        Period::Month
    } else if amount < 200.0 {
        Period::Hour
    } else if amount < 10_000.0 {
        Period::Month
    } else {
        Period::Year
    }
}

fn currency(question: &str, asked: &[String]) -> Option<&'static str> {
    let signs = [
        ('€', "euro", "EUR"),
        ('€', "euros", "EUR"),
        ('€', "eur", "EUR"),
        ('£', "pounds", "GBP"),
        ('£', "gbp", "GBP"),
        ('$', "dollars", "USD"),
        ('$', "usd", "USD"),
    ];
    let found = signs
        .iter()
        .find(|(sign, name, _)| question.contains(*sign) || asked.iter().any(|w| w == name));
    found.map(|(_, _, code)| *code)
}

/// The value of the first of `names` that stands in the words.
fn named<T: Copy>(asked: &[String], names: &[(&str, T)]) -> Option<T> {
    let line = [" ", &asked.join(" "), " "].concat();
    let stands = |name: &str| line.contains(&[" ", name, " "].concat());
    let found = names.iter().find(|(name, _)| stands(name));
    found.map(|(_, value)| *value)
}

impl Across {
    /// Makes out what a question turns on; `None` while the reader is not there, or if it has no words.
    #[must_use]
    pub fn new(question: &str, reads: Reads<'_>) -> Option<Self> {
        let asked = words(question);
        let opening = |w: &&String| OPENINGS.contains(&w.as_str());
        let skipped = asked.iter().take_while(opening).count();
        let rest = asked.get(skipped..).unwrap_or_default();
        if rest.is_empty() {
            return None;
        }
        // The same in the writing of the question: names are told by their capitals, too.
        let is_opening = |word: &&str| {
            let folded = words(word);
            !folded.is_empty() && folded.iter().all(|w| OPENINGS.contains(&w.as_str()))
        };
        let told = question.split_whitespace().skip_while(is_opening);
        let told = told.collect::<Vec<_>>().join(" ");
        let told = told.trim_end_matches(['?', '.', '!', ' ']);
        let says = |names: &[&str]| asked.iter().any(|w| names.contains(&w.as_str()));
        let is_need = says(NEEDS);
        if says(PAYS)
            && let Some(amount) = figure(question)
        {
            let about = About::Pay {
                bound: a_year(amount, period(&asked, amount)),
                is_least: !says(AT_MOST) || says(&["mindestens", "least"]),
                currency: currency(question, &asked),
            };
            return Some(Self { about });
        }
        let about = if says(&[
            "visa", "visas", "sponsor", "sponsors", "visum", "visado", "visto",
        ]) {
            About::Permit
        } else if let Some(mode) = named(rest, MODES) {
            About::Mode(mode)
        } else if let Some(kind) = named(rest, KINDS) {
            About::Kind(kind)
        } else {
            // What is asked for stands behind the words that ask.
            let is_asking = |word: &&str| {
                let is_one =
                    |w: &String| NEEDS.contains(&w.as_str()) || BEFORE_THINGS.contains(&w.as_str());
                words(word).iter().all(is_one)
            };
            let thing = told.split_whitespace().skip_while(is_asking);
            let need = Need::read(&thing.collect::<Vec<_>>().join(" "), reads)?;
            let mut things = need.things;
            things.retain(|n| !matches!(n.thing, Thing::Words(_)));
            if things.is_empty() {
                About::Anything(told.to_string())
            } else {
                About::Things(things, is_need)
            }
        };
        Some(Self { about })
    }

    /// What a posting answers; `card` is its reading with the person's corrections over it. `None`
    /// while the reader is not there.
    #[must_use]
    pub fn of(
        &self,
        text: &str,
        posting: &Posting,
        card: &Card,
        reads: Reads<'_>,
    ) -> Option<Answer> {
        Some(match &self.about {
            About::Mode(mode) => fact(posting, card, FactKind::WorkMode, &|value| match value {
                Value::Mode(said) => Some(said == mode),
                _ => None,
            }),
            About::Kind(kind) => fact(posting, card, FactKind::Employment, &|value| {
                let Value::Employment(said) = value else {
                    return None;
                };
                let other = said.iter().any(|s| of_a_kind(*s) == of_a_kind(*kind));
                (said.contains(kind) || other).then(|| said.contains(kind))
            }),
            About::Permit => fact(posting, card, FactKind::WorkPermit, &|value| match value {
                Value::Permit(given) => Some(*given),
                _ => None,
            }),
            About::Pay {
                bound,
                is_least,
                currency,
            } => fact(posting, card, FactKind::Pay, &|value| match value {
                Value::Pay(pay) => pays(pay, *bound, *is_least, *currency),
                _ => None,
            }),
            About::Things(things, is_need) => things_of(posting, things, *is_need, reads)?,
            About::Anything(question) => {
                let said = answers_to(text, posting, question);
                let is_so = said.first().map(|(_, is_so)| *is_so);
                // What says the contrary of the best one would only be in its way.
                let agree = said.iter().filter(|(_, so)| Some(*so) == is_so);
                Answer {
                    verdict: match is_so {
                        Some(true) => Verdict::Yes,
                        Some(false) => Verdict::No,
                        None => Verdict::NotStated,
                    },
                    quotes: agree.take(MOST).map(|(span, _)| *span).collect(),
                    is_yours: false,
                }
            }
        })
    }
}

/// Kinds of employment that rule each other out.
fn of_a_kind(kind: Employment) -> u8 {
    match kind {
        Employment::FullTime | Employment::PartTime => 0,
        _ => 1,
    }
}

/// Whether the pay is such; `None` where that cannot be told. A range reaches as far as its end.
fn pays(pay: &Pay, bound: f64, is_least: bool, currency: Option<&str>) -> Option<bool> {
    if let (Some(asked), Some(said)) = (currency, pay.currency)
        && asked != said
    {
        return None;
    }
    let (most, least) = (pay.max.or(pay.min)?, pay.min.or(pay.max)?);
    let period = match pay.period {
        Some(period) => period,
        None if most >= 10_000.0 => Period::Year,
        None => return None,
    };
    Some(if is_least {
        a_year(most, period) >= bound
    } else {
        a_year(least, period) <= bound
    })
}

/// What a fact says, judged by `is_so`, with the statements it stands in.
fn fact(
    posting: &Posting,
    card: &Card,
    kind: FactKind,
    is_so: &dyn Fn(&Value) -> Option<bool>,
) -> Answer {
    let entry = card.get(kind);
    let verdict = match entry.value.as_ref().and_then(is_so) {
        Some(true) => Verdict::Yes,
        Some(false) => Verdict::No,
        None => Verdict::NotStated,
    };
    let is_yours = entry.is_yours() && verdict != Verdict::NotStated;
    let mut quotes: Vec<Span> = Vec::new();
    if verdict != Verdict::NotStated && !is_yours {
        for span in &entry.evidence {
            let whole = statement(posting, *span);
            if quotes.len() < MOST && !quotes.contains(&whole) {
                quotes.push(whole);
            }
        }
    }
    Answer {
        verdict,
        quotes,
        is_yours,
    }
}

/// The statement that holds `span`, unless it is too long to quote.
fn statement(posting: &Posting, span: Span) -> Span {
    let all = posting.statements.iter().map(|s| s.span);
    let mut holding = all.filter(|s| s.contains(span) && s.len() <= LONG);
    holding.next().unwrap_or(span)
}

/// Whether the posting asks for, or speaks of, one of the things.
fn things_of(
    posting: &Posting,
    things: &[Named],
    is_need: bool,
    reads: Reads<'_>,
) -> Option<Answer> {
    let (mut asked, mut wished): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
    for requirement in &posting.requirements {
        let need = Need::read(&requirement.item.text, reads)?;
        let is_one = |n: &Named| things.iter().any(|thing| answers(n, thing));
        if need.things.iter().any(is_one) {
            match requirement.strength {
                Strength::Must => asked.push(requirement.item.span),
                Strength::Nice => wished.push(requirement.item.span),
            }
        }
    }
    if !is_need {
        asked.append(&mut wished);
        for skill in &posting.facts.skills {
            let had = near::canonical(&skill.value.name);
            let is_one = |thing: &Named| match &thing.thing {
                Thing::Skill(asked) => {
                    near::relation(&had, asked).is_some_and(|r| r >= Relation::Enough)
                }
                _ => false,
            };
            if things.iter().any(is_one) {
                asked.push(statement(posting, skill.span()));
            }
        }
    }
    let (verdict, mut quotes) = if !asked.is_empty() {
        (Verdict::Yes, asked)
    } else if !wished.is_empty() {
        // What is a plus is not needed.
        (Verdict::No, wished)
    } else {
        (Verdict::NotStated, Vec::new())
    };
    quotes.dedup();
    quotes.truncate(MOST);
    Some(Answer {
        verdict,
        quotes,
        is_yours: false,
    })
}

/// Whether a posting that asks for `named` asks for `thing`.
fn answers(named: &Named, thing: &Named) -> bool {
    match (&named.thing, &thing.thing) {
        (Thing::Skill(had), Thing::Skill(asked)) => {
            near::relation(had, asked).is_some_and(|r| r >= Relation::Enough)
        }
        (Thing::Language(a), Thing::Language(b)) => a == b && named.level >= thing.level,
        (Thing::Degree, Thing::Degree) => named.degree >= thing.degree,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
