//! Years of experience asked for: the largest among those required, each range at its lower end. Never
//! a company's age, a contract's length, an age, or what is only preferred.

use std::ops::Range;
use std::sync::LazyLock;

use super::candidate::{Candidate, resolve};
use super::context;
use super::document::Document;
use super::facts::*;
use super::label::Label;
use super::lexicon::{Lexicon, entries};
use super::number;
use super::span::Span;

static CUES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("lexicons/years-cues.txt")));

/// The words that call a whole section preferred.
static NICE: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (phrase, value) in entries(include_str!("lexicons/years-cues.txt")) {
        if value == "nice" {
            lexicon.add(phrase, value);
        }
    }
    lexicon
});

/// Whether the heading of a line calls its section preferred. Without a heading a short line is what
/// its label says; a long one mixes kinds, and its clauses decide.
pub(super) fn under_wishes(doc: &Document<'_>, line: usize) -> bool {
    match doc.lines[line].heading {
        Some(head) => context::any(&NICE, doc, doc.lines[head].words.clone()),
        None => doc.lines[line].words.len() <= 25,
    }
}

/// A stretch of time as written: "3-5 years", "at least five years", "6 months".
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// Its lower end, in years.
    pub least: f32,
    /// Its words.
    pub words: Range<usize>,
    /// Where it stands.
    pub span: Span,
    /// Whether it is counted in months.
    pub months: bool,
    /// Whether it is written in the plural or as a range or "+": "5+ years".
    counted: bool,
}

/// The smallest number of years that is required.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Option<Fact<f32>> {
    let mut candidates = Vec::new();
    let mut i = 0;
    while i < doc.words.len() {
        let Some(years) = at(doc, i) else {
            i += 1;
            continue;
        };
        i = years.words.end;
        if years.least > 0.0
            && let Some((weight, reason)) = required(doc, &years)
        {
            candidates.push(Candidate {
                value: years.least,
                evidence: years.span,
                weight,
                reason,
            });
        }
    }
    // of several demands of like weight, the largest: who has that has the others
    let top = candidates.iter().map(|c| c.weight).max()?;
    candidates.retain(|c| c.weight >= top - 25);
    let most = candidates.iter().map(|c| c.value).fold(0.0, f32::max);
    candidates.retain(|c| c.value >= most);
    // in the text's order: the heaviest is among the first, and a few are evidence enough
    candidates.truncate(20);
    let mut fact = resolve(&candidates)?;
    fact.evidence.truncate(3);
    Some(fact)
}

/// The stretch of time that starts with the number at word `i`.
#[must_use]
pub fn at(doc: &Document<'_>, i: usize) -> Option<Years> {
    let end = doc.words.len();
    if let Some((n, words)) = compound(doc, i) {
        return Some(Years {
            least: n,
            span: doc.span_of(words.clone()),
            words,
            months: false,
            counted: true,
        });
    }
    let first = number::at(doc, i).or_else(|| {
        // "Qualifications8+ years": a heading glued to the number
        let word = doc.word_str(i);
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let glued =
            word.len() - letters.len() <= 2 && letters.len() >= 4 && letters.len() < word.len();
        glued.then(|| number::at_byte(doc, i, doc.words[i].span.start + letters.len()))?
    })?;
    if first.value > 60.0 || first.grouped || first.scale > 1.0 {
        return None;
    }
    let mut last_value = first.value;
    let mut counted = first.value != 1.0;
    let mut at = first.words.end;
    let mut edge = first.span.end;
    let mut tail = first.tail.of(doc.text).to_lowercase();
    // "3-5", "3 to 5", "3 bis 5", "3 or more", "five (5)"
    for _ in 0..4 {
        if !tail.is_empty() || at >= end {
            break;
        }
        let gap = &doc.text[edge.min(doc.words[at].span.start)..doc.words[at].span.start];
        if gap.len() > 8 || gap.contains(['\n', ';', '%', '$', '€']) || gap.contains(". ") {
            return None;
        }
        if let Some(next) = number::at(doc, at) {
            let range = gap.contains(['-', '–', '—', '−', '(', '/', '‑', '~', '+'])
                || joins(doc.folded(at - 1))
                || gap.trim().is_empty() && next.words.start > first.words.end;
            if !range || next.value > 60.0 || next.grouped {
                return None;
            }
            counted = true;
            last_value = next.value;
            edge = next.span.end;
            tail = next.tail.of(doc.text).to_lowercase();
            at = next.words.end;
            continue;
        }
        let word = doc.folded(at);
        if joins(word)
            || matches!(
                word,
                "more"
                    | "plus"
                    | "mehr"
                    | "plusieurs"
                    | "mas"
                    | "mais"
                    | "full"
                    | "o"
                    | "meer"
                    | "fler"
                    | "piu"
                    | "volle"
                    | "calendar"
                    | "oder"
                    | "ou"
                    | "eller"
                    | "of"
                    | "over"
                    | "good"
            )
        {
            edge = doc.words[at].span.end;
            at += 1;
            continue;
        }
        break;
    }
    let (months, stop, end_byte) = if tail.is_empty() {
        if at >= end {
            return None;
        }
        let word = doc.words[at].span;
        let gap = &doc.text[edge.min(word.start)..word.start];
        if gap.len() > 8 || gap.contains(['\n', ';', '%', '/']) || gap.contains(". ") {
            return None;
        }
        let (months, plural, len) = unit(doc.folded(at)).or_else(|| glued(word.of(doc.text)))?;
        counted |= plural;
        (months, at + 1, word.start + len.min(word.len()))
    } else {
        let (months, plural, _) = unit(&tail).or_else(|| glued(&tail))?;
        counted |= plural;
        (months, at, doc.words[at - 1].span.end)
    };
    if last_value < first.value {
        return None;
    }
    let mut end_byte = end_byte;
    while !doc.text.is_char_boundary(end_byte) {
        end_byte += 1;
    }
    let least = first.value as f32;
    Some(Years {
        least: if months { least / 12.0 } else { least },
        words: i..stop,
        span: Span::new(first.span.start, end_byte),
        months,
        counted,
    })
}

fn joins(folded: &str) -> bool {
    matches!(
        folded,
        "to" | "bis"
            | "a"
            | "or"
            | "and"
            | "tot"
            | "till"
            | "al"
            | "e"
            | "y"
            | "oder"
            | "ou"
            | "eller"
            | "of"
            | "och"
            | "und"
    )
}

/// A unit of years or months: whether months, whether plural, and its length in bytes.
fn unit(folded: &str) -> Option<(bool, bool, usize)> {
    let (months, plural) = match folded {
        "years" | "yrs" | "yoe" | "jahre" | "jahren" | "ans" | "annees" | "anos" | "anni"
        | "jaren" | "ars" | "ar" | "ys" => (false, true),
        "year" | "yr" | "y" | "jahr" | "an" | "annee" | "ano" | "anno" | "jaar" | "jahrige"
        | "jahriger" | "jahrigen" | "arig" | "jarige" => (false, false),
        "months" | "mos" | "monate" | "monaten" | "mois" | "meses" | "mesi" | "maanden"
        | "manader" => (true, true),
        "month" | "monat" | "mes" | "mese" | "maand" | "manad" => (true, false),
        _ => return None,
    };
    Some((months, plural, 40))
}

/// "yearsExperience": a heading or word glued behind the unit.
fn glued(word: &str) -> Option<(bool, bool, usize)> {
    for (unit, months) in [
        ("years", false),
        ("yrs", false),
        ("months", true),
        ("year", false),
    ] {
        if let Some(rest) = word.strip_prefix(unit)
            && rest.starts_with(char::is_uppercase)
        {
            return Some((months, unit.ends_with('s'), unit.len()));
        }
    }
    None
}

/// "fünfjährige", "3-jährige": years inside an adjective.
fn compound(doc: &Document<'_>, i: usize) -> Option<(f32, Range<usize>)> {
    let word = doc.folded(i);
    let stem = word.find("jahrig").filter(|at| *at > 0)?;
    let n = match &word[..stem] {
        "ein" => 1.0,
        "zwei" => 2.0,
        "drei" => 3.0,
        "vier" => 4.0,
        "funf" => 5.0,
        "sechs" => 6.0,
        "sieben" => 7.0,
        "acht" => 8.0,
        "zehn" => 10.0,
        digits => digits.parse().ok().filter(|n: &f32| *n <= 30.0)?,
    };
    Some((n, i..i + 1))
}

/// How sure it is that `years` is experience required of the candidate.
fn required(doc: &Document<'_>, years: &Years) -> Option<(i32, &'static str)> {
    let (first, end) = (years.words.start, years.words.end);
    let line = &doc.lines[doc.line_at(years.span.start)];
    let sentence = context::around(doc, first, 9, years.words.len() + 15);
    let lead = context::before(&sentence, first, 9);
    let near_lead = context::before(&sentence, first, 4);
    let follow = context::after(&sentence, end, 14);
    let mut experience = 0;
    let mut least = false;
    let mut nice = false;
    let mut other = false;
    for hit in CUES.find(doc, lead.clone()) {
        match hit.value {
            "experience" => experience = experience.max(1),
            "least" => least = true,
            "nice" => nice = true,
            "other" if hit.words.start >= near_lead.start || is_ours(doc, hit.words.start) => {
                other = true;
            }
            _ => {}
        }
    }
    let mut behind_other = false;
    for hit in CUES.find(doc, follow.clone()) {
        let near = hit.words.start - end;
        match hit.value {
            "experience" => experience = experience.max(if near <= 8 { 2 } else { 1 }),
            "nice" if behind_nice(doc, end, hit.words.start) => nice = true,
            "least" if near <= 12 => least = true,
            "other" if near <= 1 && experience < 2 => behind_other = true,
            _ => {}
        }
    }
    for k in lead.clone().chain(follow) {
        let word = doc.folded(k);
        let tailed = ["erfahrung", "erfahrungen", "erfarenhet", "ervaring"]
            .iter()
            .any(|tail| word.len() > tail.len() && word.ends_with(tail));
        if tailed {
            experience = experience.max(if k >= end { 2 } else { 1 });
        }
        // years that may stand for something else are no demand of their own
        if k >= end && (word.starts_with("substitut") || word == "lieu") {
            return None;
        }
    }
    // "5 years of industry experience" of ours, of the company's
    if other && experience < 2 || behind_other || is_age(doc, end) {
        return None;
    }
    if other && line.label != Label::Must {
        return None;
    }
    if years.least > 25.0 || hyphened(doc, first, end) && experience < 2 {
        return None;
    }
    // a line may be called preferred for another of its words: its heading decides
    let place = doc.line_at(years.span.start);
    let wished = line.label == Label::Nice && under_wishes(doc, place);
    if wished || nice && !least {
        return None;
    }
    let label = context::label_above(doc, doc.line_at(years.span.start));
    let labelled = line.words.start + 3 >= first
        && label.is_some_and(|l| {
            CUES.find(doc, doc.lines[l].words.clone())
                .any(|h| h.value == "experience")
                || unit(doc.folded(doc.lines[l].words.start)).is_some()
        });
    if years.months && experience == 0 {
        return None;
    }
    // "most bakers here have 5 years": a count of others; "Position (4 years, full time)": its length
    let second = doc
        .words
        .get(sentence.start + 1)
        .map(|_| doc.folded(sentence.start + 1));
    let others = matches!(
        (doc.folded(sentence.start), second.unwrap_or_default()),
        ("most" | "many", _)
            | ("la", "plupart" | "mayoria" | "maggior")
            | ("die", "meisten")
            | ("a", "maioria")
            | ("de", "meeste" | "flesta")
    );
    let length = experience == 0 && !least && first > 0 && doc.gap(first - 1) == " (";
    if others || length {
        return None;
    }
    if years.least > 15.0 && line.label != Label::Must && !least {
        return None;
    }
    let weight = match line.label {
        Label::Noise => return None,
        Label::Must | Label::Nice if experience > 0 => 80,
        Label::Must | Label::Nice if least || labelled => 75,
        Label::Must | Label::Nice
            if years.counted
                && (opens(doc, line.words.clone(), first) || first <= sentence.start + 2) =>
        {
            65
        }
        Label::Must | Label::Nice if years.counted => 50,
        Label::Must | Label::Nice => return None,
        Label::Meta | Label::Title if experience > 0 || labelled => 62,
        Label::About
        | Label::Duty
        | Label::Apply
        | Label::Benefit
        | Label::Legal
        | Label::Heading
            if experience > 1 || (experience > 0 && least) =>
        {
            let asked = least || asks(doc, lead) || opens(doc, line.words.clone(), first);
            if !asked && line.label != Label::Duty {
                return None;
            }
            60
        }
        _ if labelled => 60,
        _ => return None,
    };
    Some((weight, "years of experience in a requirement"))
}

/// "30 years old", "21 years of age".
fn is_age(doc: &Document<'_>, end: usize) -> bool {
    doc.words.get(end).is_some()
        && matches!(
            doc.folded(end),
            "old" | "alt" | "revolus" | "oud" | "gammal"
        )
        || doc.words.get(end + 1).is_some()
            && matches!(
                (doc.folded(end), doc.folded(end + 1)),
                ("of", "age") | ("de", "edad") | ("de", "idade") | ("di", "eta") | ("or", "older")
            )
}

/// Whether the word is the speaker's ("our", "we"), which no candidate's years stand under.
fn is_ours(doc: &Document<'_>, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "our"
            | "unser"
            | "unsere"
            | "notre"
            | "nuestra"
            | "nossa"
            | "somos"
            | "seit"
            | "company"
            | "founded"
            | "combined"
    )
}

/// "five-year program", "a 2-year degree": a measure of something else.
fn hyphened(doc: &Document<'_>, first: usize, end: usize) -> bool {
    end >= 2
        && end - first >= 2
        && doc.gap(end - 2).trim() == "-"
        && matches!(doc.folded(end - 1), "year" | "month" | "jahr")
}

/// Whether the number opens its line or bullet.
fn opens(doc: &Document<'_>, line: Range<usize>, first: usize) -> bool {
    first <= line.start + 2 && first < line.end && doc.words.len() > first
}

/// Whether the words ask something of the reader: "you have", "must", "should".
fn asks(doc: &Document<'_>, lead: Range<usize>) -> bool {
    lead.into_iter().any(|i| {
        matches!(
            doc.folded(i),
            "you"
                | "your"
                | "you've"
                | "have"
                | "with"
                | "must"
                | "should"
                | "need"
                | "looking"
                | "seeking"
                | "hat"
                | "hast"
                | "haben"
                | "bringst"
                | "bringen"
                | "mit"
                | "vous"
                | "avez"
                | "justifiez"
                | "avec"
                | "tienes"
                | "tener"
                | "con"
                | "contar"
                | "ter"
                | "com"
                | "hai"
                | "possiedi"
                | "possess"
                | "je"
                | "hebt"
                | "heeft"
                | "met"
                | "har"
                | "du"
                | "possesses"
                | "candidate"
                | "candidates"
                | "has"
                | "experiencia"
                | "esperienza"
                | "erfahrung"
                | "berufserfahrung"
                | "ervaring"
                | "werkervaring"
                | "erfarenhet"
                | "requires"
                | "require"
                | "required"
                | "qualified"
                | "experience"
        )
    })
}

/// Whether the "preferred" at word `at` belongs to the years that end at word `end`: nothing but a few
/// words of the same clause between them.
fn behind_nice(doc: &Document<'_>, end: usize, at: usize) -> bool {
    let from = doc.words[end - 1].span.end;
    let gap = &doc.text[from..doc.words[at].span.start.max(from)];
    let clause = !gap.contains([',', ';', ':']) && gap.len() < 90;
    // "5 years of experience, preferably in retail": the field is preferred, not the years
    let field = matches!(
        doc.folded(at),
        "preferably"
            | "ideally"
            | "idealerweise"
            | "idealement"
            | "idealmente"
            | "preferiblemente"
            | "preferibilmente"
            | "gerne"
            | "gern"
            | "plus"
    );
    clause && !field
}

#[cfg(test)]
mod tests {
    use super::super::lang::Lang;
    use super::*;

    fn years(text: &str, lang: &'static str, label: Label) -> Option<f32> {
        let mut doc = Document::new(text);
        doc.lang = Some(Lang(lang));
        for line in &mut doc.lines {
            line.label = label;
        }
        read(&doc, &Facts::default()).map(|f| f.value)
    }

    #[test]
    fn years_required() {
        let cases = [
            ("3-5 years of nursing experience", "en", Some(3.0)),
            ("5+ yrs in a kitchen", "en", Some(5.0)),
            ("At least five years’ experience in sales", "en", Some(5.0)),
            (
                "Minimum of one (1) year of driving experience",
                "en",
                Some(1.0),
            ),
            ("Mindestens 3 Jahre Berufserfahrung", "de", Some(3.0)),
            ("Mehrjährige Berufserfahrung", "de", None),
            ("Fünfjährige Erfahrung im Handel", "de", Some(5.0)),
            ("2-3 ans d'expérience en cuisine", "fr", Some(2.0)),
            ("Al menos 2 años de experiencia", "es", Some(2.0)),
            ("Mínimo de 4 anos de experiência", "pt", Some(4.0)),
            ("Almeno due anni di esperienza", "it", Some(2.0)),
            ("Minimaal 5 jaar werkervaring", "nl", Some(5.0)),
            ("Minst fyra års erfarenhet av bokföring", "sv", Some(4.0)),
            (
                "7+ years of Java experience\n2+ years of SQL experience",
                "en",
                Some(7.0),
            ),
            ("6 months of experience in a warehouse", "en", Some(0.5)),
            ("10 or more years of experience", "en", Some(10.0)),
            (
                "4 years of experience, preferably in retail",
                "en",
                Some(4.0),
            ),
        ];
        for (text, lang, want) in cases {
            assert_eq!(years(text, lang, Label::Must), want, "{text}");
        }
    }

    #[test]
    fn years_of_something_else() {
        let cases = [
            ("We are a 30-year-old company.", Label::About),
            ("Our team has over 25 years of experience.", Label::About),
            ("A 12 months contract", Label::Meta),
            ("10 weeks of training", Label::Must),
            ("Must be at least 21 years of age", Label::Must),
            ("Two years of experience preferred", Label::Must),
            ("3 years of experience", Label::Nice),
            ("A two-year degree", Label::Must),
            ("We will grow in the next 5 years", Label::About),
        ];
        for (text, label) in cases {
            assert_eq!(years(text, "en", label), None, "{text}");
        }
    }
}
