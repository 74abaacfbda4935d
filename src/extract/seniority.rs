//! The level: by the title first, else by a level stated apart from it ("Seniority level: Entry
//! level"). Years of experience never set it, nor does praise in prose ("senior member of the team").

use std::ops::Range;

use super::document::Document;
use super::employment;
use super::facts::{Fact, Facts, Seniority};
use super::header::{self, Kind};
use super::label::Label;
use super::labelled::labelled;
use super::lexicon::Lexicon;
use super::span::Span;

struct Words {
    title: Lexicon,
    stated: Lexicon,
    unless: Lexicon,
    label: Lexicon,
}

static WORDS: Words = Words {
    title: Lexicon::without("seniority", &["*!", "unless", "label"]),
    stated: Lexicon::heads("seniority", &["*!"]),
    unless: Lexicon::heads("seniority", &["unless"]),
    label: Lexicon::heads("seniority", &["label"]),
};

/// The level, by the title first.
#[must_use]
pub fn read(doc: &Document<'_>, facts: &Facts) -> Option<Fact<Seniority>> {
    if let Some(title) = &facts.title
        && let Some((level, span)) = of_title(doc, doc.words_in(title.span()))
    {
        return Some(Fact::new(level, span, "a word of the title"));
    }
    stated(doc, facts)
}

fn level(value: &str) -> Option<Seniority> {
    Some(match value.trim_end_matches('!') {
        "intern" => Seniority::Intern,
        "entry" => Seniority::Entry,
        "mid" => Seniority::Mid,
        "senior" => Seniority::Senior,
        "lead" => Seniority::Lead,
        "manager" => Seniority::Manager,
        "director" => Seniority::Director,
        "executive" => Seniority::Executive,
        _ => return None,
    })
}

/// The level that the words of a title say.
fn of_title(doc: &Document<'_>, title: Range<usize>) -> Option<(Seniority, Span)> {
    let mut found: Vec<(Seniority, Range<usize>)> = Vec::new();
    for hit in WORDS.title.find(doc, title.clone()) {
        let Some(level) = level(hit.value) else {
            continue;
        };
        if counts(doc, &title, level, &hit.words) {
            found.push((level, hit.words));
        }
    }
    found.extend(grade(doc, &title));
    let has = |level: Seniority| found.iter().find(|(l, _)| *l == level);
    // "Assistant to the Director": not the director
    let aide = title.clone().any(|i| {
        matches!(
            doc.folded(i),
            "assistant"
                | "assistenz"
                | "assistentin"
                | "assistant(e)"
                | "secretary"
                | "sekretarin"
                | "asistente"
        ) && (i + 1 < title.end
            && matches!(doc.folded(i + 1), "to" | "der" | "de" | "des" | "du" | "of")
            || i > title.start && matches!(doc.folded(i - 1), "executive" | "personal"))
    });
    let things = has(Seniority::Manager).is_some_and(|(_, at)| {
        (at.start.saturating_sub(3).max(title.start)..at.start).any(|i| {
            WORDS
                .unless
                .at(doc, i, at.start)
                .is_some_and(|h| h.words.end == at.start)
        })
    });
    let two = two_levels(doc, &found);
    let order = [
        has(Seniority::Intern),
        has(Seniority::Entry),
        two.and_then(has),
        has(Seniority::Director).filter(|_| !aide),
        has(Seniority::Executive).filter(|_| !aide),
        has(Seniority::Manager).filter(|_| !things && !aide),
        has(Seniority::Lead).filter(|_| !aide),
        has(Seniority::Senior),
        has(Seniority::Mid),
        has(Seniority::Manager).filter(|_| !aide),
    ];
    let (level, words) = order.into_iter().flatten().next()?;
    Some((*level, doc.span_of(words.clone())))
}

/// "Senior/Staff", "mid-level to senior": the lower of two levels side by side.
fn two_levels(doc: &Document<'_>, found: &[(Seniority, Range<usize>)]) -> Option<Seniority> {
    found.windows(2).find_map(|pair| {
        let (low, high) = (pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0));
        let (a, b) = (pair[0].1.end, pair[1].1.start);
        let side = a == b && doc.gap(a - 1).contains('/')
            || a + 1 == b
                && matches!(
                    doc.folded(a),
                    "to" | "or" | "bis" | "oder" | "ou" | "o" | "of" | "eller"
                );
        (side && high <= Seniority::Lead && low >= Seniority::Mid).then_some(low)
    })
}

/// Whether a word of level means a level here.
fn counts(
    doc: &Document<'_>,
    title: &Range<usize>,
    level: Seniority,
    words: &Range<usize>,
) -> bool {
    let next = (words.end < title.end).then(|| doc.folded(words.end));
    let before = (words.start > title.start).then(|| doc.folded(words.start - 1));
    let single = words.len() == 1;
    match doc.folded(words.start) {
        "staff" => next.is_some_and(|n| {
            matches!(
                n,
                "software"
                    | "sre"
                    | "swe"
                    | "reliability"
                    | "engineer"
                    | "developer"
                    | "data"
                    | "machine"
                    | "ml"
                    | "ai"
                    | "product"
                    | "designer"
                    | "scientist"
                    | "site"
                    | "security"
                    | "technical"
                    | "backend"
                    | "frontend"
                    | "full"
                    | "fullstack"
                    | "platform"
                    | "systems"
                    | "infrastructure"
                    | "architect"
                    | "devops"
                    | "android"
                    | "ios"
                    | "mobile"
                    | "cloud"
                    | "hardware"
                    | "firmware"
                    | "program"
                    | "research"
                    | "algorithm"
                    | "embedded"
                    | "ux"
                    | "network"
                    | "applied"
            )
        }),
        "principal" if single => {
            next.is_some() && before != Some("assistant") && before != Some("vice")
        }
        "lead" if single => !matches!(
            next,
            Some(
                "generation"
                    | "gen"
                    | "qualification"
                    | "time"
                    | "abatement"
                    | "management"
                    | "manager"
            )
        ),
        "graduate" | "grad" => !matches!(
            next,
            Some(
                "research"
                    | "assistantship"
                    | "assistant"
                    | "student"
                    | "students"
                    | "teaching"
                    | "school"
                    | "studies"
                    | "nurse"
                    | "faculty"
                    | "fellow"
            )
        ),
        "leader" if single => before.is_some(),
        "entry" if single => !matches!(before, Some("data" | "order")) && next.is_some(),
        "head" if single => false,
        "president" => before.is_none(),
        "mid" if single => next.is_some() && !matches!(next, Some("market" | "atlantic" | "day")),
        "pleno" | "starter" | "stage" | "grade" => single,
        "experienced" => next.is_some(),
        "trainee" | "intern" | "interns" | "internship" => !matches!(
            next,
            Some("coordinator" | "manager" | "recruiter" | "supervisor")
        ),
        "capo" | "leiter" | "leitung" | "responsabile" => true,
        "chef" if single => false,
        "iii" | "iv" => level != Seniority::Lead,
        _ => true,
    }
}

/// A grade behind the noun: "Engineer II", "Installer 1".
fn grade(doc: &Document<'_>, title: &Range<usize>) -> Option<(Seniority, Range<usize>)> {
    title.clone().skip(1).find_map(|i| {
        let level = match doc.word_str(i) {
            "I" | "1" => Seniority::Entry,
            "II" | "2" => Seniority::Mid,
            "3" => Seniority::Senior,
            _ => return None,
        };
        let number = doc.word_str(i).starts_with(|c: char| c.is_ascii_digit());
        let noun = super::title::noun::strength(doc, i - 1) == super::title::noun::Strength::Strong;
        let close = matches!(doc.gap(i - 1), " " | "-" | " - ");
        let end = i + 1 == title.end || !matches!(doc.gap(i), " " | "") || !number;
        (noun && close && end).then_some((level, i..i + 1))
    })
}

/// A level stated apart from the title.
fn stated(doc: &Document<'_>, facts: &Facts) -> Option<Fact<Seniority>> {
    for found in labelled(doc, &WORDS.label).into_iter().take(40) {
        if found.value.len() > 8 && found.below || found.value.is_empty() {
            continue;
        }
        let value = found.value.start..found.value.end.min(found.value.start + 6);
        let hit = WORDS.stated.find(doc, value.clone()).next();
        let hit = hit.or_else(|| {
            // "Experience: Senior Python" is a requirement; a level stands alone
            let title = WORDS.title.find(doc, value.clone()).next()?;
            (title.words == found.value).then_some(title)
        });
        let hit = hit.filter(|h| found.value.len() <= h.words.len() + 3);
        if let Some((level, hit)) = hit.and_then(|h| Some((level(h.value)?, h))) {
            return Some(Fact::new(level, hit.span, "labelled as level"));
        }
    }
    let near = employment::near_title(doc, facts);
    for hit in WORDS.stated.find(doc, 0..doc.words.len()).take(200) {
        let Some(level) = level(hit.value) else {
            continue;
        };
        let n = doc.line_at(hit.span.start);
        let line = &doc.lines[n];
        if matches!(line.label, Label::Legal | Label::Must | Label::Nice) {
            continue;
        }
        let words = doc.words_in(line.content);
        // the page's own words for it need their part of a header line
        let phrase = hit.words.len() >= 2;
        let part = near.iter().any(|r| r.contains(&n))
            && words.len() <= 20
            && header::parts(doc, words).iter().any(|p| {
                p.words == hit.words
                    || p.kind == Kind::Fact
                        && p.words.start <= hit.words.start
                        && hit.words.end <= p.words.end
            });
        let role = phrase
            && line.label != Label::Noise
            && hit.words.end < line.words.end
            && matches!(
                doc.folded(hit.words.end),
                "position" | "role" | "job" | "opportunity"
            );
        if part && (phrase || line.label != Label::Noise) || role {
            return Some(Fact::new(level, hit.span, "stated as level"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_level_of_a_title() {
        use Seniority::*;
        let cases = [
            ("Senior Night Baker", Some(Senior)),
            ("Senior/Staff Platform Engineer", Some(Senior)),
            ("Senior Principal Chemist", Some(Lead)),
            ("Engineer II", Some(Mid)),
            ("INSTALLER 1", Some(Entry)),
            ("Staff Nurse", None),
            ("Staff Software Engineer", Some(Lead)),
            ("Lead Generation Agent", None),
            ("Senior Product Manager", Some(Senior)),
            ("Bakery Manager", Some(Manager)),
            ("Senior Bakery Manager", Some(Manager)),
            ("Head of Baking", Some(Director)),
            ("Senior VP Baking", Some(Director)),
            ("Chief Technology Officer", Some(Executive)),
            ("Executive Assistant to the CEO", None),
            ("Werkstudent Vertrieb", Some(Intern)),
            ("Data Entry Clerk", None),
            ("Graduate Research Assistantship", None),
            ("Graduate Engineer", Some(Entry)),
            ("Seniora utvecklare", Some(Senior)),
            ("Baker", None),
        ];
        for (text, want) in cases {
            let doc = Document::new(text);
            let got = of_title(&doc, 0..doc.words.len()).map(|f| f.0);
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn reads_a_level_stated_apart() {
        let text = "Baker\nOvenhaus · Leeds\nSeniority level\nEntry level\nYou bake.";
        let got = crate::extract::read(text).facts.seniority;
        assert_eq!(got.map(|f| f.value), Some(Seniority::Entry));
    }
}
