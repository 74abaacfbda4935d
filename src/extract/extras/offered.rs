//! Whether a word for an extra is something given in this job. Never a skill ("private equity"), never
//! a wish ("bonus points").

use super::super::context;
use super::super::document::Document;
use super::super::facts::ExtraKind;
use super::super::label::Label;
use super::super::lexicon::Hit;

/// Whether the phrase is something given in this job.
pub(super) fn offered(doc: &Document<'_>, label: Label, kind: ExtraKind, hit: &Hit) -> bool {
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
pub(in super::super) fn negated(doc: &Document<'_>, hit: &Hit) -> bool {
    // "Télétravail non autorisé", "remote work is not possible"
    let behind = word_after(doc, hit);
    let second = hit.words.end + 1;
    let denied = |w: &str| matches!(w, "non" | "not" | "nicht" | "no" | "inte" | "niet");
    if denied(behind)
        || matches!(behind, "is" | "are" | "ist" | "est" | "pas" | "n")
            && second < doc.words.len()
            && denied(doc.folded(second))
    {
        return true;
    }
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
pub(in super::super) fn given(doc: &Document<'_>, hit: &Hit) -> bool {
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
