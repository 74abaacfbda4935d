//! What is offered beside pay, by what a person looks for: days of leave, time for a child, a pension,
//! health, learning, equipment, meals, help with a visa, hours that bend; and the values an employer
//! states. Each with the words that say so; never what is asked of the candidate, or ruled out.

use super::context;
use super::document::{Document, display};
use super::extras;
use super::facts::{ExtraKind, Fact, Facts};
use super::label::Label;
use super::lexicon::{Hit, Lexicon};
use super::span::Span;

static PERKS: Lexicon = Lexicon::of("perks");

/// More words for one kind of perk tell nothing new.
const MOST_EVIDENCE: usize = 6;
/// The most bytes of a sentence that states values.
const SENTENCE: usize = 300;

/// What an employer offers beside pay, or stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perk {
    /// Its kind.
    pub kind: PerkKind,
    /// The words that say it best, as written ("30 days of leave").
    pub text: String,
}

/// A kind of perk, in the order of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PerkKind {
    /// Days or weeks of leave.
    Leave,
    /// Leave and help for parents.
    Parental,
    /// A pension or plan for retirement, and what the employer adds.
    Retirement,
    /// Insurance and care for health.
    Health,
    /// Money or time for learning.
    Learning,
    /// Tools, devices, clothes for the work.
    Equipment,
    /// Food and drink, or money for it.
    Meals,
    /// Help with a visa.
    Visa,
    /// Hours that the person may shape.
    Hours,
    /// What the employer says it stands for.
    Values,
}

impl PerkKind {
    /// All, in the order of the screen, by the names of the list.
    const NAMES: [(&'static str, Self); 10] = [
        ("leave", Self::Leave),
        ("parental", Self::Parental),
        ("retirement", Self::Retirement),
        ("health", Self::Health),
        ("learning", Self::Learning),
        ("equipment", Self::Equipment),
        ("meals", Self::Meals),
        ("visa", Self::Visa),
        ("hours", Self::Hours),
        ("values", Self::Values),
    ];

    fn named(value: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(name, _)| *name == value);
        found.map(|(_, kind)| *kind)
    }
}

/// One of each kind that is offered, in the order of the kinds.
#[must_use]
pub fn read(doc: &Document<'_>, facts: &Facts) -> Vec<Fact<Perk>> {
    let mut found: Vec<(PerkKind, Span)> = Vec::new();
    for (at, line) in doc.worded() {
        if line.label == Label::Noise || line.is_blank() {
            continue;
        }
        for hit in PERKS.find(doc, line.words.clone()) {
            let Some(kind) = PerkKind::named(hit.value) else {
                continue;
            };
            let span = match kind {
                PerkKind::Values => values(doc, at, &hit),
                _ if offered(doc, line.label, &hit) => Some(whole(doc, kind, &hit, line.span)),
                _ => None,
            };
            found.extend(span.map(|span| (kind, span)));
        }
    }
    for extra in &facts.extras {
        let kind = match extra.value.kind {
            ExtraKind::Leave => PerkKind::Leave,
            ExtraKind::Pension => PerkKind::Retirement,
            ExtraKind::Health => PerkKind::Health,
            ExtraKind::Learning => PerkKind::Learning,
            _ => continue,
        };
        // "parental leave" is leave of its own kind
        let span = extra.span();
        if !found.iter().any(|(_, other)| other.overlaps(span)) {
            found.push((kind, span));
        }
    }
    match &facts.sponsorship {
        Some(fact) if fact.value => found.push((PerkKind::Visa, fact.span())),
        Some(_) => found.retain(|(kind, _)| *kind != PerkKind::Visa),
        None => {}
    }
    let mut perks = Vec::new();
    for (_, kind) in PerkKind::NAMES {
        let mut spans: Vec<Span> = Vec::new();
        for (_, span) in found.iter().filter(|(k, _)| *k == kind) {
            if spans.len() < MOST_EVIDENCE && !spans.iter().any(|s| s.overlaps(*span)) {
                spans.push(*span);
            }
        }
        // What has a figure says most.
        let has_figure = |s: &Span| doc.str(*s).bytes().any(|b| b.is_ascii_digit());
        if let Some(at) = spans.iter().position(has_figure) {
            spans[..=at].rotate_right(1);
        }
        let Some(best) = spans.first() else {
            continue;
        };
        let text = display(doc.text, *best);
        let mut perk = Fact::new(
            Perk { kind, text },
            *best,
            "a word for it among what is offered",
        );
        perk.evidence = spans;
        perks.push(perk);
    }
    perks
}

/// Whether the phrase is offered: it stands among what is, or in a sentence that offers.
fn offered(doc: &Document<'_>, label: Label, hit: &Hit) -> bool {
    let strong = hit.words.len() > 1 || doc.str(hit.span).chars().count() > 9;
    let says = match label {
        Label::Benefit => true,
        Label::About | Label::Apply | Label::Legal | Label::Meta => {
            strong && extras::given(doc, hit)
        }
        _ => false,
    };
    says && !extras::negated(doc, hit)
}

/// The phrase with its figure, where it may have one.
fn whole(doc: &Document<'_>, kind: PerkKind, hit: &Hit, line: Span) -> Span {
    match kind {
        PerkKind::Leave | PerkKind::Parental => extras::widen(doc, ExtraKind::Leave, hit, line),
        _ => hit.span,
    }
}

/// The sentence that says what the employer stands for; under a heading, the one that follows.
fn values(doc: &Document<'_>, at: usize, hit: &Hit) -> Option<Span> {
    let line = &doc.lines[at];
    let mut first = hit.words.start;
    if line.label == Label::Heading || line.words.len() == hit.words.len() {
        let mut below = doc.lines[at + 1..].iter().take(3);
        let below = below.find(|l| !l.is_blank())?;
        if matches!(below.label, Label::Heading | Label::Noise) {
            return None;
        }
        first = below.words.start;
    } else if !matches!(line.label, Label::About | Label::Benefit) {
        return None;
    }
    let words = context::sentence(doc, first);
    let span = doc.words.get(words.start)?.span;
    let span = span.to(doc.words.get(words.end - 1)?.span);
    (span.len() <= SENTENCE && words.len() > 2).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::super::lang;
    use super::*;
    use PerkKind::*;

    fn perks(text: &str, label: Label) -> Vec<(PerkKind, String)> {
        let mut doc = Document::new(text);
        doc.lang = lang::read(&doc);
        for line in &mut doc.lines {
            line.label = label;
        }
        let mut facts = Facts::default();
        facts.extras = extras::read(&doc, &facts);
        let found = read(&doc, &facts);
        for perk in &found {
            assert!(
                perk.evidence
                    .iter()
                    .all(|s| !s.is_empty() && s.len() <= SENTENCE)
            );
        }
        let found = found.into_iter();
        found.map(|f| (f.value.kind, f.value.text)).collect()
    }

    #[test]
    fn what_is_offered_in_eight_languages() {
        let cases: [(&str, &[(PerkKind, &str)]); 16] = [
            (
                "31 days of leave, 18 weeks of paid parental leave and a pension scheme",
                &[
                    (Leave, "31 days of leave"),
                    (Parental, "18 weeks of paid parental leave"),
                    (Retirement, "pension scheme"),
                ],
            ),
            (
                "A laptop, fresh fruit, visa support and flexible hours",
                &[
                    (Equipment, "laptop"),
                    (Meals, "fresh fruit"),
                    (Visa, "visa support"),
                    (Hours, "flexible hours"),
                ],
            ),
            (
                "Dental care\nA book budget",
                &[(Health, "Dental care"), (Learning, "book budget")],
            ),
            (
                "30 Tage Urlaub, Gleitzeit, Kita-Zuschuss und Obstkorb",
                &[
                    (Leave, "30 Tage Urlaub"),
                    (Parental, "Kita-Zuschuss"),
                    (Meals, "Obstkorb"),
                    (Hours, "Gleitzeit"),
                ],
            ),
            (
                "Betriebliche Altersvorsorge, Sprachkurse sind inklusive: Schulungen, Diensthandy",
                &[
                    (Retirement, "Betriebliche Altersvorsorge"),
                    (Learning, "Sprachkurse"),
                    (Equipment, "Diensthandy"),
                ],
            ),
            (
                "Des titres-restaurant et des horaires flexibles",
                &[(Meals, "titres-restaurant"), (Hours, "horaires flexibles")],
            ),
            (
                "Une place en crèche et un ordinateur portable",
                &[
                    (Parental, "place en crèche"),
                    (Equipment, "ordinateur portable"),
                ],
            ),
            (
                "Seguro médico, horario flexible y comedor",
                &[
                    (Health, "Seguro médico"),
                    (Meals, "comedor"),
                    (Hours, "horario flexible"),
                ],
            ),
            (
                "Plan de jubilación y cursos de idiomas",
                &[
                    (Retirement, "Plan de jubilación"),
                    (Learning, "cursos de idiomas"),
                ],
            ),
            (
                "Auxílio creche, vale refeição e horário flexível",
                &[
                    (Parental, "Auxílio creche"),
                    (Meals, "vale refeição"),
                    (Hours, "horário flexível"),
                ],
            ),
            (
                "Plano de previdência e convênio médico",
                &[
                    (Retirement, "Plano de previdência"),
                    (Health, "convênio médico"),
                ],
            ),
            (
                "Buoni pasto, asilo nido e orario flessibile",
                &[
                    (Parental, "asilo nido"),
                    (Meals, "Buoni pasto"),
                    (Hours, "orario flessibile"),
                ],
            ),
            (
                "Telefono aziendale e fondo sanitario",
                &[
                    (Health, "fondo sanitario"),
                    (Equipment, "Telefono aziendale"),
                ],
            ),
            (
                "Flexibele werktijden, werkkleding en bijscholing",
                &[
                    (Learning, "bijscholing"),
                    (Equipment, "werkkleding"),
                    (Hours, "Flexibele werktijden"),
                ],
            ),
            (
                "Friskvårdsbidrag, flextid och fri lunch",
                &[
                    (Health, "Friskvårdsbidrag"),
                    (Meals, "fri lunch"),
                    (Hours, "flextid"),
                ],
            ),
            (
                "Tjänstepension, föräldralön, hjälp med visum",
                &[
                    (Parental, "föräldralön"),
                    (Retirement, "Tjänstepension"),
                    (Visa, "hjälp med visum"),
                ],
            ),
        ];
        for (text, want) in cases {
            let want: Vec<_> = want.iter().map(|(k, t)| (*k, (*t).to_string())).collect();
            assert_eq!(perks(text, Label::Benefit), want, "{text}");
        }
    }

    #[test]
    fn values_are_quoted_whole() {
        let cases = [
            (
                "We believe in tides, patience and dry socks.",
                "We believe in tides, patience and dry socks",
            ),
            (
                "Our values\nCandour before comfort, always.",
                "Candour before comfort, always",
            ),
            (
                "Wir stehen für Offenheit und stille Büros.",
                "Wir stehen für Offenheit und stille Büros",
            ),
        ];
        for (text, want) in cases {
            assert_eq!(
                perks(text, Label::About),
                [(Values, want.to_string())],
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_asked_or_ruled_out_is_no_perk() {
        let cases = [
            ("Able to work flexible hours", Label::Must),
            ("You serve lunch to ninety guests", Label::Duty),
            ("No visa sponsorship", Label::Benefit),
            ("Experience with health insurance products", Label::Must),
            ("We make laptops and sell coffee", Label::About),
            ("Our values are asked of you, too", Label::Must),
        ];
        for (text, label) in cases {
            assert_eq!(perks(text, label), [], "{text}");
        }
    }
}
