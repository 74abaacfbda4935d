//! The level of education asked for: the least that is accepted. Never what is only preferred, and never
//! a "degree of" something.

use std::ops::Range;
use std::sync::LazyLock;

use super::context;
use super::document::Document;
use super::experience::under_wishes;
use super::facts::*;
use super::label::Label;
use super::lexicon::{Hit, Lexicon};

static DEGREES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("lexicons/degrees.txt")));

/// A degree named in the text, and how it is asked for.
struct Named {
    level: Education,
    hit: Hit,
    weight: i32,
}

/// The minimum level accepted.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Option<Fact<Education>> {
    let mut named = Vec::new();
    for (i, line) in doc.lines.iter().enumerate() {
        let wished = line.label == Label::Nice && under_wishes(doc, i);
        if line.label == Label::Noise || wished {
            continue;
        }
        let years: Vec<_> = french(doc, line.words.clone()).collect();
        // "niveau bac +2" is more than "niveau bac"
        let hits = DEGREES.find(doc, line.words.clone()).filter(|h| {
            years.is_empty()
                || !years
                    .iter()
                    .any(|y| y.words.start < h.words.end && h.words.start < y.words.end)
        });
        for hit in hits.chain(years.iter().cloned()) {
            let Some(mut level) = level(hit.value) else {
                continue;
            };
            let mut hit = hit;
            if let Some(words) = waived(doc, &hit) {
                level = Education::NoneRequired;
                hit.span = doc.span_of(words);
            }
            if let Some(weight) = weigh(doc, i, &hit, level) {
                named.push(Named { level, hit, weight });
            }
        }
    }
    let top = named.iter().map(|n| n.weight).max()?;
    named.retain(|n| n.weight >= top - 15);
    let least = named.iter().map(|n| n.level).min()?;
    let mut evidence: Vec<_> = named
        .iter()
        .filter(|n| n.level == least)
        .map(|n| n.hit.span)
        .collect();
    evidence.truncate(3);
    Some(Fact {
        value: least,
        evidence,
        reason: "the least of the degrees asked for",
    })
}

/// "Bac +3", "Bac+5", "Bac + 2/3": years of study behind the French school leaving certificate.
fn french<'a>(doc: &'a Document<'_>, words: Range<usize>) -> impl Iterator<Item = Hit> + 'a {
    let end = words.end;
    words.filter_map(move |i| {
        let word = doc.folded(i);
        let (years, stop) = if word == "bac" && i + 1 < end && doc.gap(i).trim() == "+" {
            (doc.folded(i + 1), i + 2)
        } else {
            (word.strip_prefix("bac+")?, i + 1)
        };
        let value = match years.bytes().next()? {
            b'2' => "associate",
            b'3' | b'4' => "bachelor",
            b'5'..=b'7' => "master",
            b'8' => "doctorate",
            _ => return None,
        };
        Some(Hit {
            words: i..stop,
            span: doc.span_of(i..stop),
            value,
        })
    })
}

/// The words that say the degree is not asked for: "no high school diploma needed".
fn waived(doc: &Document<'_>, hit: &Hit) -> Option<Range<usize>> {
    let first = hit.words.start.checked_sub(1)?;
    let no = matches!(
        doc.folded(first),
        "no" | "kein"
            | "keine"
            | "keinen"
            | "aucun"
            | "ningun"
            | "nenhum"
            | "nessun"
            | "geen"
            | "ingen"
            | "inget"
    );
    if !no || doc.gap(first) != " " {
        return None;
    }
    let end = doc.words.len().min(hit.words.end + 3);
    let asked = (hit.words.end..end).find(|i| {
        matches!(
            doc.folded(*i),
            "needed"
                | "required"
                | "necessary"
                | "erforderlich"
                | "notwendig"
                | "notig"
                | "exige"
                | "requis"
                | "necesario"
                | "requerido"
                | "exigido"
                | "necessario"
                | "richiesto"
                | "nodig"
                | "vereist"
                | "kravs"
        )
    })?;
    let parted = (hit.words.end - 1..asked).any(|i| doc.gap(i).contains(['.', ';', ',', '\n']));
    (!parted).then_some(first..asked + 1)
}

fn level(value: &str) -> Option<Education> {
    Some(match value {
        "none" => Education::NoneRequired,
        "high_school" => Education::HighSchool,
        "vocational" => Education::Vocational,
        "associate" => Education::Associate,
        "bachelor" => Education::Bachelor,
        "master" => Education::Master,
        "doctorate" => Education::Doctorate,
        _ => return None,
    })
}

/// How sure it is that the degree is required of the candidate.
fn weigh(doc: &Document<'_>, i: usize, hit: &Hit, level: Education) -> Option<i32> {
    let line = &doc.lines[i];
    let sentence = context::sentence(doc, hit.words.start);
    if !fits(doc, hit) {
        return None;
    }
    // "Bachelor required, Master preferred": the preference belongs to the degree nearest before it
    let lead = context::before(&sentence, hit.words.start, 8);
    let follow = context::after(&sentence, hit.words.end, 16);
    let mut from_last = lead.clone();
    for other in DEGREES.find(doc, lead) {
        if self::level(other.value).is_some() {
            from_last.start = other.words.end;
        }
        if other.value == "enrolled" {
            return None;
        }
    }
    let opening_nice = DEGREES
        .find(doc, from_last)
        .any(|h| h.value == "nice" && !closes(doc, h.words.end, hit.words.start));
    if opening_nice {
        return None;
    }
    for other in DEGREES.find(doc, follow) {
        match other.value {
            "nice" if weak_nice(doc, &other) => {}
            "nice" => {
                let between = &doc.text[hit.span.end..other.span.start];
                if !between.contains([';']) {
                    return None;
                }
            }
            "enrolled" | "none" => return None,
            _ if self::level(other.value).is_some() && own_clause(doc, hit, &other) => break,
            _ => {}
        }
    }
    let labelled = context::label_above(doc, i).is_some_and(|l| speaks_of_education(doc, l));
    let inline = line
        .words
        .clone()
        .take(4)
        .any(|w| is_education(doc.folded(w)));
    let asked = asks(doc, &sentence);
    let generic = doc.str(hit.span).eq_ignore_ascii_case("degree");
    let opens = hit.words.start <= line.words.start + 2;
    let weight = match line.label {
        Label::Must | Label::Nice => 80,
        Label::Meta if labelled || inline => 85,
        Label::Meta | Label::Title => 40,
        Label::About | Label::Duty | Label::Apply | Label::Heading
            if asked || inline || labelled =>
        {
            60
        }
        Label::Legal | Label::Benefit if asked && !generic => 45,
        _ => return None,
    };
    // school and training words stand in prose of many kinds
    let soft = matches!(
        level,
        Education::Vocational | Education::HighSchool | Education::NoneRequired
    );
    if soft && !matches!(line.label, Label::Must | Label::Nice | Label::Meta) && !asked && !opens {
        return None;
    }
    if line.label == Label::Title || (line.label == Label::Meta && !labelled && !inline) {
        return (!soft && !generic).then_some(30).filter(|_| asked);
    }
    Some(weight)
}

/// Whether short forms that are also other words stand as a degree here.
fn fits(doc: &Document<'_>, hit: &Hit) -> bool {
    let written = doc.str(hit.span);
    let folded = written.to_lowercase();
    let next = doc
        .words
        .get(hit.words.end)
        .map(|_| doc.folded(hit.words.end))
        .unwrap_or_default();
    let before = hit
        .words
        .start
        .checked_sub(1)
        .map(|k| doc.folded(k))
        .unwrap_or_default();
    match folded.as_str() {
        "degree" => {
            next != "of"
                && !matches!(
                    before,
                    "no" | "high" | "large" | "great" | "some" | "certain" | "any" | "360"
                )
        }
        "cap" | "fp" | "eso" | "wo" | "jd" | "cda" | "ged" | "mbo" | "hbo" | "aas" | "bep" => {
            written.chars().all(|c| !c.is_lowercase()) || matches!(folded.as_str(), "hbo" | "mbo")
        }
        "b.e" | "b.a" | "m.a" | "b.s" | "m.s" | "m.d" | "j.d" => {
            written.chars().next().is_some_and(char::is_uppercase) && written.contains('.')
        }
        "licence" => false,
        "master" | "masters" | "master's" | "master’s" => {
            !matches!(next, "data" | "schedule" | "plan" | "of")
        }
        "associates" | "associate's" | "associate’s" => {
            matches!(next, "degree" | "or" | "in" | "required") || before == "or"
        }
        "ausbildung" | "lehre" | "apprenticeship" => !matches!(
            before,
            "die"
                | "deine"
                | "der"
                | "zur"
                | "während"
                | "wahrend"
                | "unsere"
                | "this"
                | "the"
                | "our"
        ),
        "meister" | "techniker" | "diplom" | "universitario" | "cap." => true,
        "ensino superior" | "studium" => before != "dem" && before != "im",
        "doctoral" => matches!(next, "degree" | "level" | "studies"),
        "high school" => !matches!(next, "students" | "student" | "teacher" | "teachers"),
        "secundaria" | "journeyman" | "degree in" | "doctor of" => true,
        _ => {
            let shouted = folded.len() <= 5
                && folded.starts_with(['b', 'm', 'a'])
                && matches!(
                    folded.as_str(),
                    "bs in" | "ba in" | "ms in" | "ma in" | "bs or"
                );
            !shouted
                || written.starts_with(|c: char| c.is_uppercase())
                    && written[..2].chars().all(char::is_uppercase)
        }
    }
}

/// "plus" and "bonus" are preferences only behind "a" and the like.
fn weak_nice(doc: &Document<'_>, hit: &Hit) -> bool {
    let word = doc.str(hit.span).to_lowercase();
    match word.as_str() {
        "plus" => {
            let before = hit.words.start.checked_sub(1).map(|k| doc.folded(k));
            !matches!(
                before,
                Some("a" | "un" | "ein" | "big" | "great" | "strong")
            )
        }
        "bonus" => true,
        // the field is preferred, not the degree
        "preferably" | "idealerweise" | "idéalement" | "preferiblemente" | "preferibilmente"
        | "ideally" => true,
        _ => false,
    }
}

/// Whether a clause ends between the words, so that what stands before no longer counts.
fn closes(doc: &Document<'_>, from: usize, to: usize) -> bool {
    from > 0
        && to > from
        && doc.text[doc.words[from - 1].span.end..doc.words[to].span.start].contains([';', ':'])
}

/// Whether the next degree opens a clause of its own, so that what stands behind it is its own.
fn own_clause(doc: &Document<'_>, hit: &Hit, next: &Hit) -> bool {
    let gap = &doc.text[hit.span.end..next.span.start.max(hit.span.end)];
    let joined = hit.words.end + 2 >= next.words.start;
    !joined || gap.contains([',', ';', '(']) && !gap.contains(" or ")
}

fn speaks_of_education(doc: &Document<'_>, line: usize) -> bool {
    doc.lines[line]
        .words
        .clone()
        .any(|w| is_education(doc.folded(w)))
}

fn is_education(folded: &str) -> bool {
    matches!(
        folded,
        "education"
            | "educational"
            | "degree"
            | "qualification"
            | "qualifications"
            | "academic"
            | "bildung"
            | "abschluss"
            | "ausbildung"
            | "formation"
            | "diplome"
            | "etudes"
            | "niveau"
            | "formacion"
            | "estudios"
            | "titulacion"
            | "escolaridad"
            | "formacao"
            | "escolaridade"
            | "istruzione"
            | "titolo"
            | "opleiding"
            | "opleidingsniveau"
            | "utbildning"
            | "bildungsabschluss"
    )
}

/// Whether the sentence asks something of the reader.
fn asks(doc: &Document<'_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|i| {
        matches!(
            doc.folded(i),
            "required"
                | "require"
                | "requires"
                | "requirement"
                | "must"
                | "minimum"
                | "qualification"
                | "qualifications"
                | "qualified"
                | "hold"
                | "holds"
                | "possess"
                | "possesses"
                | "you"
                | "your"
                | "candidate"
                | "candidates"
                | "have"
                | "has"
                | "seeking"
                | "needed"
                | "should"
                | "applicants"
                | "equivalent"
                | "related"
                | "accredited"
                | "hast"
                | "haben"
                | "verfugst"
                | "verfugen"
                | "bringst"
                | "bringen"
                | "abgeschlossen"
                | "abgeschlossenes"
                | "abgeschlossene"
                | "erforderlich"
                | "vous"
                | "titulaire"
                | "diplome"
                | "issu"
                | "issue"
                | "requis"
                | "requiere"
                | "requerido"
                | "tienes"
                | "tener"
                | "formado"
                | "exigido"
                | "possuir"
                | "requisitos"
                | "richiesta"
                | "richiesto"
                | "possesso"
                | "hebt"
                | "afgerond"
                | "afgeronde"
                | "vereist"
                | "har"
                | "krav"
                | "kravs"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::lang::Lang;
    use super::*;

    fn least(text: &str, label: Label) -> Option<Education> {
        let mut doc = Document::new(text);
        doc.lang = Some(Lang("en"));
        for line in &mut doc.lines {
            line.label = label;
        }
        read(&doc, &Facts::default()).map(|f| f.value)
    }

    #[test]
    fn the_least_level_accepted() {
        use Education::*;
        let cases = [
            ("Bachelor's or Master's degree in biology", Some(Bachelor)),
            (
                "Bachelor’s degree required, Master’s degree preferred",
                Some(Bachelor),
            ),
            ("A degree in law or equivalent experience", Some(Bachelor)),
            ("High school diploma or GED", Some(HighSchool)),
            (
                "Associate's or Bachelor's degree in nursing",
                Some(Associate),
            ),
            (
                "Master's in physics – required. PhD – preferred.",
                Some(Master),
            ),
            ("PhD in statistics", Some(Doctorate)),
            ("BS in chemistry", Some(Bachelor)),
            ("Abgeschlossene Ausbildung oder Studium", Some(Vocational)),
            ("Abgeschlossenes Studium der Chemie", Some(Bachelor)),
            ("Formation Bac +5 en informatique", Some(Master)),
            ("Diplôme de niveau Bac +2 en gestion", Some(Associate)),
            ("No high school diploma needed.", Some(NoneRequired)),
            ("Kein Abitur erforderlich", Some(NoneRequired)),
            ("Titulación universitaria en derecho", Some(Bachelor)),
            ("Ensino superior completo", Some(Bachelor)),
            ("Laurea magistrale in economia", Some(Master)),
            ("Hbo werk- en denkniveau", Some(Bachelor)),
            ("Gymnasieutbildning", Some(HighSchool)),
            ("No degree required", Some(NoneRequired)),
            ("Degree preferred", None),
            ("A high degree of independence", None),
            ("Currently pursuing a bachelor's degree", None),
            ("Certified Scrum Master", None),
        ];
        for (text, want) in cases {
            assert_eq!(least(text, Label::Must), want, "{text}");
        }
    }

    #[test]
    fn prose_and_preferences_set_no_level() {
        assert_eq!(least("A Master's degree", Label::Nice), None);
        assert_eq!(least("Tuition help for your degree", Label::Benefit), None);
        assert_eq!(
            least("We were founded by high school friends", Label::About),
            None
        );
    }
}
