//! The words for a degree: which of them stand as one here, and what level each is. Never how it is
//! asked for.

use std::ops::Range;

use super::super::document::Document;
use super::super::facts::Education;
use super::super::lexicon::Hit;
use crate::extract::word::lower;

/// "Bac +3", "Bac+5", "Bac + 2/3": years of study behind the French school leaving certificate.
pub(super) fn french<'a>(
    doc: &'a Document<'_>,
    words: Range<usize>,
) -> impl Iterator<Item = Hit> + 'a {
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

pub(super) fn level(value: &str) -> Option<Education> {
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

/// Whether short forms that are also other words stand as a degree here.
pub(super) fn fits(doc: &Document<'_>, hit: &Hit) -> bool {
    let written = doc.str(hit.span);
    let folded = lower(written);
    let next = doc.folded_or_none(hit.words.end);
    let before = doc.folded_before(hit.words.start);
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
