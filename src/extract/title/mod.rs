//! The job's title. Candidates come from labels ([`labels`]), header lines ([`line`]) and sentences
//! ([`sentence`]); where none is clear there is no title: a wrong one is worse than none.

pub mod clean;
pub mod labels;
pub mod line;
pub mod noun;
pub mod sentence;
mod strip;
pub mod tail;
pub mod words;

use std::ops::Range;

use super::candidate::{Candidate, Found, resolve};
use super::document::Document;
use super::facts::{Fact, Facts};
use super::span::Span;

/// The least weight that is believed.
const BELIEVED: i32 = 34;

/// A candidate with the brackets and stars right around its words.
fn propose(doc: &Document<'_>, words: Range<usize>, weight: i32, reason: &'static str) -> Found {
    let line = &doc.lines[doc.line_at(doc.words[words.start].span.start)];
    let mut span = doc.span_of(words.clone());
    // brackets and stars around the words belong to them
    let before = &doc.text[line.span.start..span.start];
    if before.ends_with(['(', '[']) {
        span.start -= 1;
    }
    let room = doc
        .words
        .get(words.end)
        .map_or(line.span.end, |w| w.span.start.min(line.span.end))
        .max(span.end);
    let behind = &doc.text[span.end..room];
    let n = behind
        .find(|c| !matches!(c, ')' | ']' | '*' | '+' | '#'))
        .unwrap_or(behind.len());
    span.end += n;
    // "Cook for “The Barn”"
    if let Some(c) = behind[n..].chars().next()
        && clean::quotes(doc.str(Span::new(span.start, span.end + c.len_utf8())))
    {
        span.end += c.len_utf8();
    }
    // "(beginners welcome!)": the bracket that is open closes behind the mark
    let own = doc.str(span);
    let open = own.rfind('(') > own.rfind(')');
    let close = behind[n..].find(')').filter(|_| n == 0 && open);
    if let Some(at) = close.filter(|at| !behind[..*at].contains(char::is_alphanumeric)) {
        span.end += at + 1;
    }
    Found {
        words,
        span,
        weight,
        reason,
    }
}

/// The title, where one is clear.
#[must_use]
pub fn read(doc: &Document<'_>, _facts: &Facts) -> Option<Fact<String>> {
    let mut found = labels::find(doc);
    found.extend(line::find(doc));
    found.extend(sentence::find(doc));
    let candidates: Vec<_> = found
        .iter()
        .filter(|f| f.weight >= BELIEVED)
        .map(|f| {
            let (evidence, value) = clean::clean(doc, f.span);
            Candidate {
                value,
                evidence,
                weight: f.weight,
                reason: f.reason,
            }
        })
        .filter(|c| c.value.chars().filter(|c| c.is_alphabetic()).count() >= 3)
        .collect();
    resolve(&candidates)
}

/// Whether word `i` is a level that opens or closes many titles.
#[must_use]
pub fn is_level(doc: &Document<'_>, i: usize) -> bool {
    matches!(
        doc.folded(i),
        "senior"
            | "sr"
            | "junior"
            | "jr"
            | "lead"
            | "principal"
            | "staff"
            | "head"
            | "chief"
            | "ii"
            | "iii"
    )
}

#[cfg(test)]
mod tests {
    use crate::extract::read;

    #[test]
    fn reads_the_title() {
        let cases = [
            (
                "Night Baker\nOvenhaus · Leeds, UK · 3 days ago\nYou bake.",
                Some("Night Baker"),
            ),
            (
                "Job Application for Night Baker at Ovenhaus\nLeeds, UK\nApply",
                Some("Night Baker"),
            ),
            (
                "Ovenhaus hiring Night Baker in Leeds, England, United Kingdom | LinkedIn\nYou bake.",
                Some("Night Baker"),
            ),
            (
                "Sign in\nSearch jobs\nNight Baker - Early Shift- job post\nOvenhaus\nLeeds, UK\nApply now",
                Some("Night Baker - Early Shift"),
            ),
            (
                "Stellenbezeichnung: Nachtbäcker (m/w/d)\nOrt: Köln",
                Some("Nachtbäcker"),
            ),
            (
                "Wir suchen zum nächstmöglichen Zeitpunkt eine engagierte Pflegefachkraft (m/w/d) für unser Haus.",
                Some("Pflegefachkraft"),
            ),
            (
                "Nous recherchons un comptable général pour notre siège.",
                Some("comptable général"),
            ),
            (
                "At Ovenhaus we bake.\nWe are looking for an experienced Night Baker to join us.",
                Some("Night Baker"),
            ),
            (
                "Vi söker en erfaren Undersköterska till vårt boende.",
                Some("Undersköterska"),
            ),
            (
                "HARROWDALE BOROUGH COUNCIL\nPost: Beach Lifeboat Runner\nSalary: £23,100\nYou keep the beach.",
                Some("Beach Lifeboat Runner"),
            ),
            (
                "Lager- und Versandmitarbeiter (w/m/d)\nTeehandel Voss GmbH, Bremen\nSie packen Tee.",
                Some("Lager- und Versandmitarbeiter"),
            ),
            (
                "Cat Sitter (beginners welcome!)\nWhisker House, Tucson, AZ\nYou look after cats.",
                Some("Cat Sitter (beginners welcome!)"),
            ),
            (
                "Early Years Practitioner\nAcorns, Stroud\nYou look after a group of four.",
                Some("Early Years Practitioner"),
            ),
            (
                "Dachdecker / Zimmerer gesucht (Meister, m/w/d)\nHolzbau Tiede & Sohn, Celle\nWir decken Dächer.",
                Some("Dachdecker / Zimmerer"),
            ),
            (
                "Baker wanted (part-time)\nOvenhaus, Leeds\nYou bake.",
                Some("Baker"),
            ),
            (
                "Köchin / Koch (m/w/d) für unser Haus „Lindenhof“\nin Celle, unbefristet, 20 bis 30 Stunden pro Woche\nDu kochst.",
                Some("Köchin / Koch für unser Haus „Lindenhof“"),
            ),
            (
                "Hydrographer – Coastal Surveys\nLocation: Geelong, Victoria\nType: Permanent, full time\n\nOur team is looking for a new adviser.",
                Some("Hydrographer – Coastal Surveys"),
            ),
            (
                "From: Ann Baker <ann@ovenhaus.example>\nNight Porter\nLeeds, UK\nYou keep the door.",
                Some("Night Porter"),
            ),
            (
                "Home > Bakeries > Drivers\nNight Porter\nLeeds, UK\nYou keep the door.",
                Some("Night Porter"),
            ),
            (
                "Bäckergeselle (m/w/d) für Backstube und Laden gesucht\nOvenhaus GmbH, Kiel\nDu backst.",
                Some("Bäckergeselle für Backstube und Laden"),
            ),
            (
                "Bäcker (m/w/d) 80–100 %\nOvenhaus AG\nBern\nDu backst.",
                Some("Bäcker"),
            ),
            ("Bread is good.\nIt is baked at night.", None),
        ];
        for (text, want) in cases {
            let got = read(text).facts.title.map(|f| f.value);
            assert_eq!(got.as_deref(), want, "{text}");
        }
    }
}
