//! What is given beside base pay: bonus, equity, leave, pension and the like. Only what is offered for
//! this job; never a skill ("private equity"), never a wish ("bonus points").

mod offered;
mod widen;

use super::document::{Document, display};
use super::facts::*;
use super::label::Label;
use super::lexicon::{Lexicon, fold};
use offered::offered;
pub(super) use offered::{given, negated};
pub(super) use widen::widen;

static EXTRAS: Lexicon = Lexicon::of("extras");

/// The extras, in the posting's order.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Vec<Fact<Extra>> {
    let mut extras: Vec<Fact<Extra>> = Vec::new();
    let mut seen: Vec<(ExtraKind, String)> = Vec::new();
    for (_, line) in doc.worded() {
        if line.label == Label::Noise || line.is_blank() {
            continue;
        }
        for hit in EXTRAS.find(doc, line.words.clone()) {
            let Some(kind) = kind(hit.value) else {
                continue;
            };
            if seen.len() >= 40 || !offered(doc, line.label, kind, &hit) {
                continue;
            }
            let span = widen(doc, kind, &hit, line.span);
            let text = display(doc.text, span);
            let key = (kind, fold(doc.str(hit.span)));
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            extras.push(Fact::new(
                Extra { kind, text },
                span,
                "a word for an extra among what is offered",
            ));
        }
    }
    extras
}

fn kind(value: &str) -> Option<ExtraKind> {
    Some(match value {
        "bonus" => ExtraKind::Bonus,
        "equity" => ExtraKind::Equity,
        "target" => ExtraKind::OnTarget,
        "allowance" => ExtraKind::Allowance,
        "leave" => ExtraKind::Leave,
        "pension" => ExtraKind::Pension,
        "health" => ExtraKind::Health,
        "learning" => ExtraKind::Learning,
        "mobility" => ExtraKind::Mobility,
        "other" => ExtraKind::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::lang::Lang;
    use super::*;

    fn extras(text: &str, label: Label) -> Vec<(ExtraKind, String)> {
        let mut doc = Document::new(text);
        doc.lang = Some(Lang(if text.contains("fijo") {
            "es"
        } else if text.contains("Mutuelle") {
            "fr"
        } else {
            "en"
        }));
        for line in &mut doc.lines {
            line.label = label;
        }
        read(&doc, &Facts::default())
            .into_iter()
            .map(|f| {
                assert!(f.span().len() < 120);
                (f.value.kind, f.value.text)
            })
            .collect()
    }

    #[test]
    fn what_is_offered() {
        use ExtraKind::*;
        let cases = [
            (
                "25 days of leave",
                Label::Benefit,
                vec![(Leave, "25 days of leave")],
            ),
            (
                "30 Tage Urlaub und Weihnachtsgeld",
                Label::Benefit,
                vec![(Leave, "30 Tage Urlaub"), (Bonus, "Weihnachtsgeld")],
            ),
            (
                "Base salary plus 20% bonus and stock options",
                Label::Benefit,
                vec![(Bonus, "20% bonus"), (Equity, "stock options")],
            ),
            ("OTE $120k", Label::Meta, vec![(OnTarget, "OTE $120k")]),
            (
                "This role may be eligible for equity.",
                Label::Legal,
                vec![(Equity, "equity")],
            ),
            (
                "Salario fijo + variable",
                Label::Benefit,
                vec![(Bonus, "variable")],
            ),
            (
                "Mutuelle, tickets restaurant, RTT",
                Label::Benefit,
                vec![
                    (Health, "Mutuelle"),
                    (Allowance, "tickets restaurant"),
                    (Leave, "RTT"),
                ],
            ),
            (
                "Pension, pension",
                Label::Benefit,
                vec![(Pension, "Pension")],
            ),
        ];
        for (text, label, want) in cases {
            let want: Vec<_> = want.into_iter().map(|(k, t)| (k, t.to_owned())).collect();
            assert_eq!(extras(text, label), want, "{text}");
        }
    }

    #[test]
    fn what_is_not() {
        let cases = [
            ("Experience in private equity", Label::Must),
            ("Diversity, equity and inclusion", Label::Legal),
            ("Internal equity is considered", Label::Legal),
            ("Knowing Rust is a bonus", Label::Nice),
            ("Bonus points for Spanish", Label::Nice),
            ("Manage stock levels", Label::Duty),
            ("No commission", Label::Benefit),
            ("Nasdaq stock exchange", Label::About),
            ("Join our Prime Academy", Label::Benefit),
            ("Provision of care", Label::Duty),
        ];
        for (text, label) in cases {
            assert_eq!(extras(text, label), [], "{text}");
        }
    }
}
