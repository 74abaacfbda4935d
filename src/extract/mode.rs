//! Remote, hybrid or on site, where the posting says so. Never a guess from the trade, and never
//! "remote" or "hybrid" said of something else than the work: sensing, clouds, cars.

use std::ops::Range;

use super::candidate::{Candidate, resolve};
use super::document::{Document, Mark};
use super::facts::*;
use super::label::Label;
use super::labelled::labelled;
use super::lexicon::{Hit, Lexicon};
use super::place::header_lines;
use super::span::Span;

static PHRASES: Lexicon = Lexicon::of("mode");
static LABELS: Lexicon = Lexicon::of("mode_labels");

/// The work mode, where stated.
#[must_use]
pub fn read(doc: &Document<'_>, facts: &Facts) -> Option<Fact<WorkMode>> {
    let mut out = Vec::new();
    from_labels(doc, &mut out);
    from_header(doc, facts, &mut out);
    from_sentences(doc, &mut out);
    resolve(&out)
}

/// What a phrase says, and how strongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strength {
    Clear,
    Hint,
    Bare,
}

fn meaning(value: &str) -> Option<(WorkMode, Strength)> {
    let (name, strength) = match (value.strip_prefix("bare "), value.strip_suffix('?')) {
        (Some(name), _) => (name, Strength::Bare),
        (None, Some(name)) => (name, Strength::Hint),
        (None, None) => (value, Strength::Clear),
    };
    let mode = match name {
        "remote" => WorkMode::Remote,
        "hybrid" => WorkMode::Hybrid,
        "onsite" => WorkMode::Onsite,
        _ => return None,
    };
    Some((mode, strength))
}

/// The mode that a stretch of few words states, bare words counted: of two modes offered together,
/// hybrid.
fn stated(doc: &Document<'_>, words: Range<usize>) -> Option<(WorkMode, Span)> {
    let mut found: Option<(WorkMode, Span)> = None;
    for hit in PHRASES.find(doc, words) {
        let Some((mode, _)) = meaning(hit.value) else {
            continue;
        };
        let mode = if negated(doc, &hit) {
            WorkMode::Onsite
        } else {
            mode
        };
        found = Some(match found {
            None => (mode, hit.span),
            Some((old, span)) if old == mode => (old, span),
            Some((_, span)) => (WorkMode::Hybrid, span.to(hit.span)),
        });
    }
    found.filter(|(_, span)| span.len() <= 300)
}

fn from_labels(doc: &Document<'_>, out: &mut Vec<Candidate<WorkMode>>) {
    for field in labelled(doc, &LABELS) {
        if field.value.len() > 30 {
            continue;
        }
        let noise = if field.noise { 40 } else { 0 };
        let value = field.value.clone();
        if let Some((mode, span)) = stated(doc, value.clone()) {
            out.push(Candidate {
                value: mode,
                evidence: span,
                weight: 84 - noise,
                reason: "labelled",
            });
            continue;
        }
        // "Remote: Yes", "Telework eligible: No"
        let asks = PHRASES.find(doc, field.label.words.clone()).next();
        let Some((mode, _)) = asks.and_then(|h| meaning(h.value)) else {
            continue;
        };
        let value = match doc.folded(value.start) {
            "yes" | "ja" | "oui" | "si" | "sim" => mode,
            "no" | "nein" | "non" | "nao" | "nee" | "nej" => WorkMode::Onsite,
            _ => continue,
        };
        out.push(Candidate {
            value,
            evidence: field.label.span.to(doc.words[field.value.start].span),
            weight: 70 - noise,
            reason: "labelled yes or no",
        });
    }
}

fn from_header(doc: &Document<'_>, facts: &Facts, out: &mut Vec<Candidate<WorkMode>>) {
    for n in header_lines(doc, facts) {
        let line = &doc.lines[n];
        if line.words.len() > 25 || (line.mark == Mark::Bullet && line.words.len() > 6) {
            continue;
        }
        let noise = if line.label == Label::Noise { 6 } else { 0 };
        let said = stated(doc, line.words.clone());
        if let Some((mode, span)) = said.filter(|_| line.words.len() <= 4)
            && let Some((yes, answer)) = answered(doc, n)
        {
            out.push(Candidate {
                value: if yes { mode } else { WorkMode::Onsite },
                evidence: span.to(answer),
                weight: 70 - noise,
                reason: "labelled yes or no",
            });
            continue;
        }
        if let Some((mode, span)) = said {
            out.push(Candidate {
                value: mode,
                evidence: span,
                weight: 80 - noise,
                reason: "header",
            });
        }
    }
}

/// Whether the line below line `n` is a bare yes or no.
fn answered(doc: &Document<'_>, n: usize) -> Option<(bool, Span)> {
    let below = doc.lines.get(n + 1..)?.iter().take(3);
    let line = below.clone().find(|l| !l.words.is_empty())?;
    let yes = match doc.folded(line.words.start) {
        "yes" | "ja" | "oui" | "si" | "sim" => true,
        "no" | "nein" | "non" | "nao" | "nee" | "nej" => false,
        _ => return None,
    };
    (line.words.len() == 1).then_some((yes, doc.words[line.words.start].span))
}

fn from_sentences(doc: &Document<'_>, out: &mut Vec<Candidate<WorkMode>>) {
    for (_, line) in doc.worded() {
        if matches!(line.label, Label::Noise | Label::Legal) {
            continue;
        }
        // a short line of its own says it even with a bare word
        let alone = line.words.len() <= 3;
        for hit in PHRASES.find(doc, line.words.clone()) {
            let Some((mode, strength)) = meaning(hit.value) else {
                continue;
            };
            // "Remote job" over "No"
            let n = doc.line_at(hit.span.start);
            if line.words.len() <= 4 && answered(doc, n).is_some_and(|(yes, _)| !yes) {
                out.push(candidate(
                    WorkMode::Onsite,
                    hit.span,
                    58,
                    "labelled yes or no",
                ));
                continue;
            }
            if negated(doc, &hit) && mode != WorkMode::Onsite {
                out.push(candidate(WorkMode::Onsite, hit.span, 90, "said not to be"));
                continue;
            }
            if let Some((share, span)) = share(doc, line.words.clone(), &hit) {
                out.push(candidate(share, span, 92, "a share of the time"));
                continue;
            }
            let (weight, reason) = match (strength, mode) {
                // "sur place ou à distance" in a duty is how a task is done
                (Strength::Hint, _) if line.label == Label::Duty => continue,
                (Strength::Clear, WorkMode::Hybrid) => (88, "said in a sentence"),
                (Strength::Clear, WorkMode::Onsite) => (74, "said in a sentence"),
                (Strength::Clear, WorkMode::Remote) => (76, "said in a sentence"),
                (Strength::Hint, WorkMode::Hybrid) => (42, "hinted at"),
                (Strength::Hint, WorkMode::Remote) => (40, "hinted at"),
                (Strength::Hint, WorkMode::Onsite) => (30, "hinted at"),
                (Strength::Bare, _) if alone => (60, "a line of its own"),
                (Strength::Bare, _) => continue,
            };
            out.push(candidate(mode, hit.span, weight, reason));
        }
        days(doc, line.words.clone(), out);
        weekdays(doc, line.words.clone(), out);
    }
}

fn candidate(
    value: WorkMode,
    evidence: Span,
    weight: i32,
    reason: &'static str,
) -> Candidate<WorkMode> {
    Candidate {
        value,
        evidence,
        weight,
        reason,
    }
}

/// Whether "no", "not" or the like stands within three words before the phrase, or "is not possible"
/// right after it.
fn negated(doc: &Document<'_>, hit: &Hit) -> bool {
    let before = (hit.words.start.saturating_sub(3)..hit.words.start)
        .rev()
        .take_while(|i| {
            !doc.gap(*i)
                .contains(['.', ',', ';', ':', '\n', '•', '(', '|'])
        })
        .any(|i| {
            matches!(
                doc.folded(i),
                "unless"
                    | "no"
                    | "not"
                    | "non"
                    | "kein"
                    | "keine"
                    | "keinen"
                    | "nicht"
                    | "pas"
                    | "sin"
                    | "sem"
                    | "geen"
                    | "inte"
                    | "ingen"
                    | "nao"
                    | "never"
                    | "isn"
                    | "cannot"
                    | "without"
                    | "niet"
            )
        });
    before || denied_after(doc, hit.words.end)
}

/// Whether the words from `at` on deny what stands before them: "is not available", ": No".
fn denied_after(doc: &Document<'_>, at: usize) -> bool {
    if at >= doc.words.len() {
        return false;
    }
    let no = matches!(
        doc.folded(at),
        "no" | "nein" | "non" | "nao" | "nee" | "nej"
    );
    if no && doc.gap(at - 1).contains([':', '?', '=']) {
        return true;
    }
    let mut denies = false;
    for i in at..(at + 6).min(doc.words.len()) {
        if doc.gap(i - 1).contains(['.', ';', '\n', '•', ',', '|']) {
            return false;
        }
        match doc.folded(i) {
            "not" | "nicht" | "pas" | "niet" | "non" | "unavailable" | "inte" => denies = true,
            "available" | "possible" | "offered" | "permitted" | "allowed" | "option"
            | "moglich" | "mogelijk" | "vorgesehen" | "angeboten" | "disponible" | "mojligt"
            | "considered" | "accepted"
                if denies =>
            {
                return true;
            }
            _ => {}
        }
    }
    false
}

/// "60% remote", "remote up to 50 %": less than all of the time is hybrid, all of it remote.
fn share(doc: &Document<'_>, line: Range<usize>, hit: &Hit) -> Option<(WorkMode, Span)> {
    let (mode, _) = meaning(hit.value)?;
    if mode == WorkMode::Onsite {
        return None;
    }
    let from = hit.words.start.saturating_sub(3).max(line.start);
    let to = (hit.words.end + 4).min(line.end);
    let i = (from..to).find(|i| {
        let w = doc.words[*i];
        doc.text[w.span.end..]
            .trim_start_matches([' ', '\u{a0}'])
            .starts_with('%')
            || doc.folded(*i) == "prozent"
    })?;
    let number: u32 = doc.word_str(i).parse().ok()?;
    let mode = match number {
        10..=99 => WorkMode::Hybrid,
        100 => WorkMode::Remote,
        _ => return None,
    };
    let span = hit.span.to(doc.words[i].span);
    (span.len() <= 120).then_some((mode, span))
}

/// "3 days a week in the office", "2 Tage Homeoffice": some days here and some there.
fn days(doc: &Document<'_>, line: Range<usize>, out: &mut Vec<Candidate<WorkMode>>) {
    for i in line.clone() {
        let day = matches!(
            doc.folded(i),
            "days"
                | "day"
                | "tage"
                | "tagen"
                | "tag"
                | "jours"
                | "jour"
                | "dias"
                | "dia"
                | "giorni"
                | "giorno"
                | "dagen"
                | "dag"
                | "dagar"
                | "times"
                | "x"
                | "homeofficetage"
                | "fois"
                | "veces"
        );
        if !day {
            continue;
        }
        let Some(n) = (i.saturating_sub(3).max(line.start)..i)
            .rev()
            .find_map(|k| Some((k, number(doc.folded(k))?)))
        else {
            continue;
        };
        if !(1..=5).contains(&n.1) || is_age(doc, n.0, i) {
            continue;
        }
        let from = i.saturating_sub(8).max(line.start);
        let to = (i + 9).min(line.end);
        let site = (from..to).find_map(|k| {
            if sentence_between(doc, i, k) {
                return None;
            }
            site(doc, k).map(|office| (k, office))
        });
        let Some((k, office)) = site else { continue };
        let weekly = (from..to).any(|k| {
            matches!(
                doc.folded(k),
                "week"
                    | "weekly"
                    | "woche"
                    | "wochentlich"
                    | "semaine"
                    | "semana"
                    | "settimana"
                    | "semanal"
                    | "vecka"
                    | "veckan"
                    | "month"
                    | "monat"
                    | "mois"
                    | "mes"
            )
        });
        let near = k.abs_diff(i) <= 5;
        let times = matches!(
            doc.folded(i),
            "times" | "x" | "fois" | "veces" | "day" | "tag" | "jour" | "dia" | "dag"
        );
        if !weekly && (times || !near) {
            continue;
        }
        let whole = n.1 == 5;
        let mode = match (office, whole) {
            (true, true) => WorkMode::Onsite,
            (false, true) => WorkMode::Remote,
            _ => WorkMode::Hybrid,
        };
        let span = doc.words[n.0.min(k)].span.to(doc.words[i.max(k)].span);
        if span.len() <= 200 {
            out.push(candidate(mode, span, 94, "days here and there"));
        }
    }
}

/// "We are in the office Tuesdays and Thursdays": some days here and some elsewhere.
fn weekdays(doc: &Document<'_>, line: Range<usize>, out: &mut Vec<Candidate<WorkMode>>) {
    let named: Vec<usize> = (line.clone().filter(|i| is_weekday(doc.folded(*i))))
        .take(6)
        .collect();
    let (Some(first), Some(last)) = (named.first(), named.last()) else {
        return;
    };
    let to = |i: &usize| i + 1 < line.end && matches!(doc.folded(i + 1), "to" | "through" | "bis");
    if named.len() > 4 || named.iter().any(to) || last - first > 6 {
        return;
    }
    let from = first.saturating_sub(6).max(line.start);
    let office = (from..(last + 7).min(line.end))
        .find(|k| !sentence_between(doc, *first, *k) && site(doc, *k).is_some());
    if let Some(k) = office {
        let span = doc.words[k.min(*first)]
            .span
            .to(doc.words[k.max(*last)].span);
        if span.len() <= 200 {
            out.push(candidate(
                WorkMode::Hybrid,
                span,
                86,
                "weekdays here and there",
            ));
        }
    }
}

fn is_weekday(word: &str) -> bool {
    matches!(
        word.strip_suffix('s').unwrap_or(word),
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "montag"
            | "dienstag"
            | "mittwoch"
            | "donnerstag"
            | "freitag"
            | "lundi"
            | "mardi"
            | "mercredi"
            | "jeudi"
            | "vendredi"
    )
}

/// "2 days ago", "vor 3 Tagen", "hace 2 días": when it was posted, not where one works.
fn is_age(doc: &Document<'_>, number: usize, day: usize) -> bool {
    let after = day + 1 < doc.words.len()
        && matches!(
            doc.folded(day + 1),
            "ago" | "left" | "geleden" | "sedan" | "fa" | "atras" | "old" | "remaining"
        );
    let before = number > 0
        && matches!(
            doc.folded(number - 1),
            "vor" | "hace" | "ha" | "il" | "a" | "for"
        );
    after
        || before && day + 1 >= doc.words.len()
        || before && doc.folded(number - 1) == "vor" && doc.folded(day) == "tagen"
        || before && doc.folded(number - 1) == "hace"
}

fn sentence_between(doc: &Document<'_>, a: usize, b: usize) -> bool {
    let (a, b) = (a.min(b), a.max(b));
    (a..b).any(|i| {
        let gap = doc.gap(i);
        gap.starts_with(". ") || gap.contains([';', '\n', '•', '·', '|', '!', '?'])
    })
}

/// Whether word `k` means the office (`true`) or home (`false`).
fn site(doc: &Document<'_>, k: usize) -> Option<bool> {
    let next = || {
        if k + 1 < doc.words.len() {
            doc.folded(k + 1)
        } else {
            ""
        }
    };
    match doc.folded(k) {
        "office" => (k == 0 || doc.folded(k - 1) != "home")
            .then_some(true)
            .or(Some(false)),
        "onsite" | "buro" | "bureau" | "oficina" | "ufficio" | "kantoor" | "kontoret"
        | "escritorio" | "presentiel" | "presencial" | "presenciales" | "presenza" => Some(true),
        "on" if next() == "site" => Some(true),
        "in" if next() == "person" => Some(true),
        "come" | "coming" if next() == "in" => Some(true),
        "vor" if next() == "ort" => Some(true),
        "sur" if next() == "site" => Some(true),
        "remote" | "remotely" | "homeoffice" | "telework" | "teletravail" | "teletrabajo"
        | "remoto" | "teletrabalho" | "hemifran" | "distans" | "wfh" | "thuis" | "thuiswerken"
        | "smartworking" | "smart" => Some(false),
        "home" => Some(false),
        _ => None,
    }
}

fn number(folded: &str) -> Option<u32> {
    Some(match folded {
        "one" | "ein" | "einen" | "un" | "uno" | "una" | "een" | "en" | "um" => 1,
        "two" | "zwei" | "deux" | "dos" | "due" | "twee" | "tva" | "dois" | "twice" => 2,
        "three" | "drei" | "trois" | "tres" | "tre" | "drie" => 3,
        "four" | "vier" | "quatre" | "cuatro" | "quatro" | "quattro" | "fyra" => 4,
        "five" | "funf" | "cinq" | "cinco" | "cinque" | "vijf" | "fem" => 5,
        digits => digits.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes() {
        use WorkMode::{Hybrid, Onsite, Remote};
        let cases = [
            (
                "Nurse\n\nWe nurse.\n\nThis is a fully remote role.",
                Some(Remote),
            ),
            ("Baker\nRemote\n\nBake bread.", Some(Remote)),
            ("Baker\nHybrid · Leeds\n\nBake bread.", Some(Hybrid)),
            (
                "Baker (Remote)\n\nBread with us. You come to the office 3 days a week.",
                Some(Hybrid),
            ),
            (
                "Clerk\n\nYou will be in the office five days per week.",
                Some(Onsite),
            ),
            ("Clerk\n\nWork location: In person", Some(Onsite)),
            (
                "Clerk\n\nRemote work is not available for this post.",
                Some(Onsite),
            ),
            ("Clerk\n\nThis is not a remote position.", Some(Onsite)),
            (
                "Geologist\n\nYou know remote sensing and remote areas.",
                None,
            ),
            ("Engineer\n\nYou build hybrid cloud platforms.", None),
            ("Cook\n\nWe have an on-site gym.", None),
            ("Koch\n\nHomeoffice möglich", Some(Hybrid)),
            ("Koch\n\nBis zu 60 % Homeoffice", Some(Hybrid)),
            ("Koch\n\n100% remote, deutschlandweit", Some(Remote)),
            ("Koch\n\nHomeoffice ist nicht möglich.", Some(Onsite)),
            ("Chef\n\n2 jours de télétravail par semaine", Some(Hybrid)),
            ("Cocinero\n\nModalidad: híbrida", Some(Hybrid)),
            ("Cuoco\n\nModalità di lavoro: da remoto", Some(Remote)),
            ("Kok\n\nHybride werken is de norm.", Some(Hybrid)),
            ("Kock\n\nArbetet sker på plats.", Some(Onsite)),
            ("Painter\n\nRemote: No", Some(Onsite)),
            ("Painter\nAcme · Remote · 2 days ago", Some(Remote)),
            (
                "Painter\n\nHybrid or remote work will not be considered.",
                Some(Onsite),
            ),
            ("Painter\n\nPaint walls.", None),
            (
                "Clerk\n\nWe are in the office Tuesdays and Thursdays.",
                Some(Hybrid),
            ),
            ("Clerk\n\nOffice hours are Monday to Friday.", None),
            ("Clerk\n\nMondays to Fridays in the office", None),
            (
                "Ranger\n\nRemote job\nNo\nTelework eligible\nNo",
                Some(Onsite),
            ),
        ];
        for (text, expect) in cases {
            let doc = Document::new(text);
            let got = read(&doc, &Facts::default()).map(|f| f.value);
            assert_eq!(got, expect, "{text}");
        }
    }
}
