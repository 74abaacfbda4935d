//! Sentences worth a second look: a fee, private papers, informal contact, a wide pay range, own costs,
//! commission only, no pay. What is absent is never a caution, and a posting that warns of such things
//! does not ask for them.

use super::document::Document;
use super::facts::{Caution, CautionKind, Facts};
use super::items;
use super::label::Label;
use super::lexicon::{Hit, Lexicon};
use super::sentence::Sentence;
use super::span::Span;
use crate::extract::order;
use crate::extract::word::lower;

static PHRASES: Lexicon = Lexicon::of("cautions");

/// The labels of the posting proper.
const POSTING: [Label; 10] = [
    Label::Title,
    Label::Meta,
    Label::About,
    Label::Duty,
    Label::Must,
    Label::Nice,
    Label::Benefit,
    Label::Apply,
    Label::Legal,
    Label::Heading,
];

/// At most so many sentences of one kind.
const EACH: usize = 3;

/// The cautions in the posting's order.
#[must_use]
pub fn read(doc: &Document<'_>, said: &items::Statements, facts: &Facts) -> Vec<Caution> {
    let mut found: Vec<(CautionKind, Span)> = Vec::new();
    let mail = mail_of_firm(doc);
    for (label, sentence) in said.labelled(&POSTING) {
        for kind in kinds(doc, label, sentence, mail) {
            if found.iter().filter(|(k, _)| *k == kind).count() < EACH {
                found.push((kind, sentence.span));
            }
        }
    }
    if let Some(pay) = &facts.pay
        && let (Some(min), Some(max)) = (pay.value.min, pay.value.max)
        && max > 2.0 * min
        // what only the page's data says is no sentence to show
        && pay.span().end <= doc.text.len()
    {
        found.push((CautionKind::WideRange, pay.span()));
    }
    order::sort_by_key(&mut found, |(_, span)| span.start);
    found
        .into_iter()
        .map(|(kind, span)| Caution {
            kind,
            item: items::item(doc, cut(doc, span)),
        })
        .collect()
}

/// A sentence too long to show is shown from its start.
fn cut(doc: &Document<'_>, span: Span) -> Span {
    let mut end = span.end.min(span.start + 400);
    while !doc.text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(span.start, end)
}

/// The kinds of caution a sentence gives.
fn kinds(
    doc: &Document<'_>,
    label: Label,
    sentence: &Sentence,
    firm_mail: bool,
) -> Vec<CautionKind> {
    let mut kinds = Vec::new();
    let hits: Vec<Hit> = PHRASES.find(doc, sentence.words.clone()).collect();
    let has = |value: &str| hits.iter().any(|h| h.value == value);
    let denied = has("not");
    let later = has("later");
    let mut add = |kind| {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    };
    for (k, hit) in hits.iter().enumerate() {
        let denied_before = hits[..k]
            .iter()
            .any(|h| h.value == "not" && h.words.end + 3 >= hit.words.start);
        match hit.value {
            "fee" if !denied && !later => add(CautionKind::Fee),
            "papers" if !denied && !later && has("ask") && label != Label::Legal => {
                add(CautionKind::PrivatePapers);
            }
            "messenger"
                if !denied
                    && has("contact")
                    && matches!(
                        label,
                        Label::Apply | Label::Meta | Label::About | Label::Benefit
                    ) =>
            {
                add(CautionKind::InformalContact);
            }
            "cost" if !denied_before => add(CautionKind::OwnCost),
            "commission" if !denied_before => add(CautionKind::CommissionOnly),
            "unpaid" if !denied_before && work_unpaid(doc, hit) && label != Label::Must => {
                add(CautionKind::Unpaid);
            }
            _ => {}
        }
    }
    if !firm_mail && !denied && free_mail(doc.str(sentence.span)) {
        add(CautionKind::InformalContact);
    }
    kinds
}

/// Whether "unpaid" speaks of the work and not of leave, breaks or bills.
fn work_unpaid(doc: &Document<'_>, hit: &Hit) -> bool {
    let next = doc.folded_or_none(hit.words.end);
    let other = matches!(
        next,
        "leave"
            | "time"
            | "days"
            | "day"
            | "holiday"
            | "holidays"
            | "break"
            | "breaks"
            | "lunch"
            | "invoices"
            | "bills"
            | "claims"
            | "balances"
            | "accounts"
            | "parental"
            | "sabbatical"
            | "meal"
            | "vacation"
            | "off"
            | "urlaub"
            | "urlaubstage"
            | "freistellung"
            | "auszeit"
            | "verlof"
            | "vrije"
            | "taxes"
            | "debts"
            | "loans"
            | "premiums"
            | "range"
            | "transparency"
            | "scale"
    );
    let before = doc.folded_before(hit.words.start);
    !other && !matches!(before, "or" | "and" | "oder" | "und" | "paid" | "of")
}

const FREE: [&str; 14] = [
    "gmail.",
    "googlemail.",
    "yahoo.",
    "hotmail.",
    "outlook.com",
    "live.com",
    "aol.com",
    "gmx.",
    "web.de",
    "icloud.com",
    "protonmail.com",
    "proton.me",
    "mail.ru",
    "yandex.",
];

/// Whether `s` holds a mail address at a free provider.
fn free_mail(s: &str) -> bool {
    domains(s).any(|d| FREE.iter().any(|free| d.starts_with(free)))
}

/// Whether the posting gives any mail address that is not at a free provider.
fn mail_of_firm(doc: &Document<'_>) -> bool {
    domains(doc.text).any(|d| !FREE.iter().any(|free| d.starts_with(free)))
}

/// What stands behind the "@" of mail addresses, in lower case, at most forty characters of it.
fn domains(s: &str) -> impl Iterator<Item = String> + '_ {
    s.match_indices('@').filter_map(|(at, _)| {
        let before = s[..at].chars().next_back()?;
        let domain: String = s[at + 1..]
            .chars()
            .take(40)
            .take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
            .collect();
        (before.is_alphanumeric() && domain.contains('.')).then(|| lower(&domain))
    })
}

#[cfg(test)]
mod tests {
    use super::super::facts::Fact;
    use super::super::pay::{Pay, Period};
    use super::*;

    fn cautions(text: &str, label: Label) -> Vec<CautionKind> {
        let mut doc = Document::new(text);
        for line in &mut doc.lines {
            line.label = label;
        }
        read(&doc, &items::Statements::of(&doc), &Facts::default())
            .into_iter()
            .map(|c| c.kind)
            .collect()
    }

    #[test]
    fn sentences_worth_a_second_look() {
        use CautionKind::*;
        let cases: &[(&str, Label, &[CautionKind])] = &[
            (
                "A registration fee of $50 is due before training.",
                Label::Apply,
                &[Fee],
            ),
            (
                "Send us a passport copy and your bank details.",
                Label::Apply,
                &[PrivatePapers],
            ),
            (
                "To apply, message us on WhatsApp.",
                Label::Apply,
                &[InformalContact],
            ),
            (
                "CV to pastry.jobs@gmail.com",
                Label::Apply,
                &[InformalContact],
            ),
            (
                "CV to pastry.jobs@gmail.com or jobs@cake.example",
                Label::Apply,
                &[],
            ),
            (
                "Uniforms are bought at your own expense.",
                Label::Must,
                &[OwnCost],
            ),
            (
                "This is a commission-only role.",
                Label::Benefit,
                &[CommissionOnly],
            ),
            (
                "Vergütung auf reiner Provisionsbasis.",
                Label::Benefit,
                &[CommissionOnly],
            ),
            ("This internship is unpaid.", Label::Meta, &[Unpaid]),
            ("Stage non rémunéré de deux mois.", Label::Meta, &[Unpaid]),
        ];
        for (text, label, want) in cases {
            assert_eq!(cautions(text, *label), *want, "{text}");
        }
    }

    #[test]
    fn warnings_and_other_matters_are_none() {
        let cases = [
            (
                "We never ask for a registration fee or bank details.",
                Label::Legal,
            ),
            (
                "Provide bank details for direct deposit during onboarding.",
                Label::Apply,
            ),
            ("Up to 10 days of unpaid leave.", Label::Benefit),
            ("Run WhatsApp campaigns for our shops.", Label::Duty),
            ("Follow up on unpaid invoices.", Label::Duty),
            ("This is not commission only.", Label::Benefit),
        ];
        for (text, label) in cases {
            assert_eq!(cautions(text, label), [], "{text}");
        }
    }

    #[test]
    fn a_wide_range_of_the_pages_data_is_no_sentence() {
        let text = "Night Nurse\nHarbour Clinic\n\n```json\n{\"@type\":\"JobPosting\",\"baseSalary\":\
            {\"currency\":\"EUR\",\"value\":{\"minValue\":21000,\"maxValue\":51000,\"unitText\":\"YEAR\"}}}\n```";
        let posting = crate::extract::read(text);
        assert_eq!(posting.facts.pay.and_then(|f| f.value.max), Some(51_000.0));
        assert_eq!(posting.cautions, []);
    }

    #[test]
    fn a_wide_range_is_shown_by_its_words() {
        let doc = Document::new("Pay: $40,000 - $95,000 a year");
        let pay = Pay {
            min: Some(40_000.0),
            max: Some(95_000.0),
            currency: Some("USD"),
            period: Some(Period::Year),
        };
        let facts = Facts {
            pay: Some(Fact::new(pay, Span::new(5, 29), "test")),
            ..Facts::default()
        };
        let found = read(&doc, &items::Statements::of(&doc), &facts);
        assert_eq!(found[0].kind, CautionKind::WideRange);
        assert_eq!(found[0].item.text, "$40,000 - $95,000 a year");
    }
}
