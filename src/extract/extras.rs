//! What is given beside base pay: bonus, equity, leave, pension and the like. Only what is offered for
//! this job; never a skill ("private equity"), never a wish ("bonus points").

use std::sync::LazyLock;

use super::context;
use super::document::{Document, display};
use super::facts::*;
use super::label::Label;
use super::lexicon::{Hit, Lexicon, fold};
use super::span::Span;

static EXTRAS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("lexicons/extras.txt")));

/// The extras, in the posting's order.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Vec<Fact<Extra>> {
    let mut extras: Vec<Fact<Extra>> = Vec::new();
    let mut seen: Vec<(ExtraKind, String)> = Vec::new();
    for line in &doc.lines {
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

/// Whether the phrase is something given in this job.
fn offered(doc: &Document<'_>, label: Label, kind: ExtraKind, hit: &Hit) -> bool {
    let (before, next) = (word_before(doc, hit), word_after(doc, hit));
    if negated(doc, hit) || !at_home(doc, hit) {
        return false;
    }
    match kind {
        ExtraKind::Bonus => {
            if matches!(
                next,
                "points" | "point" | "qualifications" | "skills" | "if" | "for" | "round"
            ) && label != Label::Benefit
                || matches!(next, "points" | "qualifications" | "skills")
            {
                return false;
            }
            let wish = doc.text[hit.span.end..].starts_with(':') && label != Label::Benefit;
            let clause =
                matches!(before, "a" | "ein" | "un" | "huge" | "big") && hit.words.len() == 1;
            if wish || clause && !matches!(label, Label::Benefit | Label::Meta) {
                return false;
            }
        }
        ExtraKind::Equity => {
            if matches!(
                before,
                "private"
                    | "internal"
                    | "peer"
                    | "pay"
                    | "diversity"
                    | "gender"
                    | "racial"
                    | "health"
                    | "brand"
                    | "home"
                    | "debt"
                    | "social"
                    | "and"
                    | "in"
                    | "out"
                    | "of"
                    | "rolling"
                    | "the"
            ) && hit.words.len() == 1
                && !(matches!(before, "and" | "in" | "of") && paid(doc, hit))
            {
                return false;
            }
            if matches!(
                next,
                "inclusion"
                    | "belonging"
                    | "diversity"
                    | "research"
                    | "markets"
                    | "market"
                    | "exchange"
                    | "investments"
                    | "trading"
                    | "derivatives"
                    | "management"
                    | "levels"
                    | "availability"
                    | "keeping"
                    | "control"
                    | "replenishment"
                    | "partners"
                    | "capital"
                    | "dei"
                    | "among"
            ) {
                return false;
            }
            if hit.words.len() == 1 && matches!(label, Label::Legal) && !paid(doc, hit) {
                return false;
            }
        }
        _ => {}
    }
    let strong = hit.words.len() > 1 || doc.str(hit.span).chars().count() > 9;
    let scored = matches!(kind, ExtraKind::Bonus | ExtraKind::Equity);
    match label {
        Label::Benefit => true,
        Label::Meta | Label::Title => scored || kind == ExtraKind::OnTarget || strong,
        Label::Heading => scored && strong && !matches!(next, "points"),
        Label::Must | Label::Nice | Label::Duty => {
            let line = &doc.lines[doc.line_at(hit.span.start)];
            let alone = hit.words.len() > 1 && line.words.len() <= hit.words.len() + 2;
            scored && (alone || (strong || kind == ExtraKind::Equity) && in_package(doc, hit))
        }
        Label::About | Label::Apply | Label::Legal => {
            if scored {
                strong_offer(hit.words.len(), kind) || paid(doc, hit)
            } else {
                strong && given(doc, hit)
            }
        }
        Label::Noise => false,
    }
}

/// Words that name an extra in some languages and another thing in the rest ("provision", "prime",
/// "semester", "prima") count in the former only.
fn at_home(doc: &Document<'_>, hit: &Hit) -> bool {
    if hit.words.len() > 1 {
        return true;
    }
    let langs = match doc.folded(hit.words.start) {
        "prime" | "primes" => "fr",
        "prima" | "primas" => "es",
        "provision" | "provisionen" => "de sv",
        "variable" => "es fr pt",
        "semester" => "sv",
        "premi" | "ferie" => "it",
        "optioner" | "aktier" => "sv",
        "acciones" => "es",
        "retraite" | "rtt" => "fr",
        _ => return true,
    };
    let lang = doc.lang.map_or("en", |l| l.0);
    langs.split(' ').any(|l| l == lang)
}

/// Phrases that can only be a part of a package ("stock options", "signing bonus").
fn strong_offer(words: usize, kind: ExtraKind) -> bool {
    words > 1 && matches!(kind, ExtraKind::Bonus | ExtraKind::Equity)
}

fn word_before<'a>(doc: &'a Document<'_>, hit: &Hit) -> &'a str {
    match hit.words.start.checked_sub(1) {
        Some(k) if !doc.gap(k).contains(['\n', ',', '.', ';', '+']) => doc.folded(k),
        _ => "",
    }
}

fn word_after<'a>(doc: &'a Document<'_>, hit: &Hit) -> &'a str {
    let k = hit.words.end;
    if k < doc.words.len() && !doc.gap(k - 1).contains(['\n', '.', ';', '+', '|']) {
        doc.folded(k)
    } else {
        ""
    }
}

/// "no commission", "keine Provision".
fn negated(doc: &Document<'_>, hit: &Hit) -> bool {
    matches!(
        word_before(doc, hit),
        "no" | "not"
            | "without"
            | "keine"
            | "kein"
            | "sans"
            | "sin"
            | "sem"
            | "senza"
            | "geen"
            | "ingen"
            | "inga"
    )
}

/// Whether the sentence speaks of pay.
fn paid(doc: &Document<'_>, hit: &Hit) -> bool {
    let sentence = context::sentence(doc, hit.words.start);
    let near = context::before(&sentence, hit.words.start, 30).start
        ..context::after(&sentence, hit.words.end, 15).end;
    near.into_iter().any(|i| {
        matches!(
            doc.folded(i),
            "salary"
                | "salaries"
                | "compensation"
                | "base"
                | "pay"
                | "package"
                | "eligible"
                | "remuneration"
                | "ote"
                | "wage"
                | "earn"
                | "earnings"
                | "rewards"
                | "benefits"
                | "gehalt"
                | "vergutung"
                | "verdienst"
                | "grundgehalt"
                | "salaire"
                | "remuneration."
                | "fixe"
                | "salario"
                | "sueldo"
                | "retribucion"
                | "remuneracao"
                | "stipendio"
                | "retribuzione"
                | "ral"
                | "salaris"
                | "lon"
                | "offer"
                | "offers"
                | "bieten"
                | "offrons"
                | "ofrecemos"
                | "oferecemos"
                | "offriamo"
                | "bieden"
                | "erbjuder"
                | "beneficios"
                | "compensatory"
                | "competitive"
        )
    })
}

/// Whether the phrase is added to a pay in the words before it ("salary of ... plus equity").
fn in_package(doc: &Document<'_>, hit: &Hit) -> bool {
    let sentence = context::sentence(doc, hit.words.start);
    let near = context::before(&sentence, hit.words.start, 16);
    near.into_iter().any(|i| {
        matches!(
            doc.folded(i),
            "salary"
                | "offer"
                | "offers"
                | "eligible"
                | "receive"
                | "bieten"
                | "offrons"
                | "ofrecemos"
                | "oferecemos"
                | "offriamo"
                | "compensation"
                | "base"
                | "remuneration"
                | "gehalt"
                | "vergutung"
                | "salaire"
                | "salario"
                | "salaris"
                | "lon"
        )
    })
}

/// Whether the sentence offers something.
fn given(doc: &Document<'_>, hit: &Hit) -> bool {
    let sentence = context::sentence(doc, hit.words.start);
    let near = context::before(&sentence, hit.words.start, 40);
    near.into_iter().any(|i| {
        matches!(
            doc.folded(i),
            "benefits"
                | "benefit"
                | "offer"
                | "offers"
                | "offering"
                | "package"
                | "perks"
                | "eligible"
                | "include"
                | "includes"
                | "bieten"
                | "bietet"
                | "offrons"
                | "avantages"
                | "ofrecemos"
                | "beneficios"
                | "oferecemos"
                | "offriamo"
                | "bieden"
                | "erbjuder"
                | "provide"
                | "provides"
        )
    })
}

/// The phrase with the figure that belongs to it: "25 days of leave", "20% bonus", "OTE $120k".
fn widen(doc: &Document<'_>, kind: ExtraKind, hit: &Hit, line: Span) -> Span {
    let mut span = hit.span;
    let from = hit.words.start;
    let numeric = |i: usize| doc.folded(i).starts_with(|c: char| c.is_ascii_digit());
    if matches!(
        kind,
        ExtraKind::Leave | ExtraKind::Bonus | ExtraKind::Allowance
    ) {
        for back in 1..=3 {
            let Some(k) = from.checked_sub(back) else {
                break;
            };
            let word = doc.words[k].span;
            if word.start < line.start || doc.gap(k).contains([',', ';', '\n', '(', ')', '|', '+'])
            {
                break;
            }
            if numeric(k) {
                let mut start = word.start;
                let sign = doc.text[..start].chars().next_back();
                if let Some(c) = sign.filter(|c| matches!(c, '$' | '€' | '£')) {
                    start -= c.len_utf8();
                }
                // "$5,000 bonus", "7.5% bonus": the whole figure
                if k > 0 && numeric(k - 1) && doc.gap(k - 1).len() == 1 {
                    start = doc.words[k - 1].span.start;
                    let sign = doc.text[..start].chars().next_back();
                    if let Some(c) = sign.filter(|c| matches!(c, '$' | '€' | '£')) {
                        start -= c.len_utf8();
                    }
                }
                span.start = start;
                break;
            }
            if !matches!(
                doc.folded(k),
                "days"
                    | "of"
                    | "paid"
                    | "weeks"
                    | "annual"
                    | "tage"
                    | "jours"
                    | "de"
                    | "dias"
                    | "giorni"
                    | "di"
                    | "dagen"
                    | "dagars"
                    | "up"
                    | "to"
                    | "target"
                    | "k"
            ) {
                break;
            }
        }
    }
    for plan in ["(k)", "(K)", "(b)", "(B)"] {
        if kind == ExtraKind::Pension && doc.text[span.end..].starts_with(plan) {
            span.end += plan.len();
        }
    }
    if kind == ExtraKind::OnTarget {
        for k in hit.words.end..doc.words.len().min(hit.words.end + 5) {
            if doc.gap(k - 1).contains(['\n', ';']) {
                break;
            }
            if numeric(k) {
                span.end = doc.words[k].span.end;
            } else if span.end > hit.span.end {
                break;
            }
        }
    }
    span
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
