//! The hiring employer. Candidates come from labels, from the header around the title
//! ([`near_title`]) and from sentences ([`cues`]); names that agree add to each other, and so do the
//! times a name occurs. Never a job board for standing in the page's chrome.

mod cell;
pub mod cues;
pub mod frequent;
pub mod name;
pub mod near_title;
mod top;

use std::collections::BTreeMap;
use std::ops::Range;

use super::candidate::{Candidate, Found, resolve};
use super::document::{Document, display};
use super::facts::{Fact, Facts};
use super::header::{self, Kind};
use super::label::Label;
use super::labelled::labelled;
use super::lexicon::Lexicon;
use super::repeat::occurrences;
use super::span::Span;
use super::title::{noun, words};
use crate::extract::order;

/// The least weight that is believed.
const BELIEVED: i32 = 42;
/// Names compared at most.
const KEPT: usize = 120;

static LABELS: Lexicon = Lexicon::of("company_labels");
/// Entries of menus and headings, which are no one's name.
static BUTTONS: Lexicon = Lexicon::heads("chrome", &["button", "open"]);
static HEADINGS: Lexicon = Lexicon::of("headings");

/// A candidate with the closing bracket, the dot of a legal form and the quotes that belong to its words.
fn propose(doc: &Document<'_>, words: Range<usize>, weight: i32, reason: &'static str) -> Found {
    let words = with_co(doc, words);
    let mut span = doc.span_of(words.clone());
    let line = &doc.lines[doc.line_at(span.start)];
    // a closing bracket or a dot of the legal form belongs to the name
    let rest = &doc.text[span.end..line.span.end.max(span.end)];
    let bracket = rest.starts_with(')') && doc.str(span).contains('(');
    let form = !words.is_empty() && name::is_legal_form(doc, words.end - 1);
    let initials =
        words.len() > 1 && doc.gap(words.end - 2) == "." && doc.word_str(words.end - 1).len() == 1;
    if bracket || rest.starts_with('.') && (form || initials) {
        span.end += 1;
    }
    if doc.text[line.span.start..span.start].ends_with('"') && rest.starts_with('"') {
        span = Span::new(span.start - 1, span.end + 1);
    }
    Found {
        words,
        span,
        weight,
        reason,
    }
}

/// "Acme GmbH" with the "& Co. KG" behind it.
fn with_co(doc: &Document<'_>, mut words: Range<usize>) -> Range<usize> {
    let end = words.end;
    let co = !words.is_empty()
        && end + 1 < doc.words.len()
        && name::is_legal_form(doc, end - 1)
        && doc.gap(end - 1) == " & "
        && doc.folded(end) == "co"
        && matches!(doc.gap(end), ". " | " ");
    if co && name::is_legal_form(doc, end + 1) {
        words.end += 2;
    }
    words
}

/// The company, where the posting names it.
#[must_use]
pub fn read(doc: &Document<'_>, facts: &Facts) -> Option<Fact<String>> {
    let mut found = labels(doc);
    if let Some(title) = &facts.title {
        found.extend(near_title::find(doc, title.span()));
    }
    found.extend(near_title::page_title(doc));
    found.extend(near_title::with_age(doc));
    found.extend(top::find(doc));
    found.extend(cues::find(doc));
    found.extend(frequent::find(doc));
    let domains = domains(doc);
    found.extend(of_domains(doc, &domains));
    let title = facts.title.as_ref().map(|t| doc.words_in(t.span()));
    found.retain_mut(|f| is_told(f.reason) || tidy(doc, f, title.as_ref()));
    // a board may be the employer where a label or the page's head says so
    for f in &mut found {
        if names_board(f) && header::is_board(doc, f.words.clone()) {
            f.weight -= 30;
        }
    }
    found.retain(|f| {
        !f.words.is_empty()
            && f.words.len() <= 14
            && (names_board(f) || !header::is_board(doc, f.words.clone()))
    });
    found.truncate(4 * KEPT);
    weigh(doc, &mut found, facts, &domains);
    prefer_whole(doc, &mut found);
    let candidates: Vec<_> = found
        .iter()
        .filter(|f| f.weight >= BELIEVED)
        .map(|f| Candidate {
            value: display(doc.text, f.span),
            evidence: f.span,
            weight: f.weight,
            reason: f.reason,
        })
        .filter(|c| c.value.chars().any(char::is_alphabetic) && c.value.len() <= 120)
        .collect();
    resolve(&candidates).or_else(|| {
        let mut found = cues::opening(doc)?;
        let own = tidy(doc, &mut found, title.as_ref());
        let name = display(doc.text, found.span);
        own.then(|| Fact::new(name, found.span, found.reason))
    })
}

/// Whether a label or the page's head tells the employer, whatever words the name is made of.
#[must_use]
pub fn is_told(reason: &str) -> bool {
    matches!(
        reason,
        "labelled as employer" | near_title::WITH_PLACE | near_title::OVER_LABEL
    )
}

/// Whether the candidate is the employer even if it is a board.
fn names_board(found: &Found) -> bool {
    is_told(found.reason) || found.reason == near_title::HIRING
}

/// Where a header or a label gives the name in full and sentences give it short, the header's is
/// taken: "Harbour Clinic" over "Harbour", "Public Works Office" over "PWO".
fn prefer_whole(doc: &Document<'_>, found: &mut [Found]) {
    let Some(best) = found
        .iter()
        .max_by_key(|f| (f.weight, f.span.start.wrapping_neg()))
    else {
        return;
    };
    let weight = best.weight;
    if is_told(best.reason) || near_title::is_header(best.reason) {
        return;
    }
    let short = name::key(doc, &best.words);
    let initials: Vec<char> = best
        .words
        .clone()
        .filter_map(|i| doc.folded(i).chars().next())
        .collect();
    let letters = doc.folded(best.words.start).to_owned();
    let single = best.words.len() == 1;
    for f in found.iter_mut() {
        if !(is_told(f.reason) || near_title::is_header(f.reason)) || f.weight < 64 {
            continue;
        }
        let long = name::key(doc, &f.words);
        let more = long.len() > short.len()
            && long.len() <= short.len() + 5
            && (long.starts_with(&short) || long.ends_with(&short));
        let own: String = (f.words.clone())
            .filter(|i| !name::is_link(doc, *i))
            .filter_map(|i| doc.folded(i).chars().next())
            .collect();
        let abbreviated = single && letters.len() > 1 && own == letters
            || f.words.len() == 1
                && initials.len() > 1
                && doc
                    .folded(f.words.start)
                    .chars()
                    .eq(initials.iter().copied());
        if more || abbreviated {
            f.weight = f.weight.max(weight + 1);
        }
    }
}

/// Takes off what a header puts behind a name; whether a name is left that may be an employer's.
fn tidy(doc: &Document<'_>, found: &mut Found, title: Option<&Range<usize>>) -> bool {
    let words = found.words.clone();
    let last = words.end - 1;
    if words.len() > 1
        && matches!(
            doc.folded(last),
            "jobs"
                | "careers"
                | "career"
                | "karriere"
                | "jobb"
                | "vacatures"
                | "stellenangebote"
                | "hiring"
        )
    {
        *found = propose(doc, words.start..last, found.weight, found.reason);
    }
    let words = found.words.clone();
    let all = |f: &dyn Fn(usize) -> bool| words.clone().all(f);
    let whole = |list: &Lexicon| {
        let hit = list.at(doc, words.start, words.end);
        hit.is_some_and(|hit| hit.words == words)
    };
    let menu = near_title::is_header(found.reason)
        && (whole(&BUTTONS)
            || words.len() > 1 && whole(&HEADINGS)
            || header::is_trail(doc.line_str(doc.line_at(found.span.start))));
    let common = all(&|i| name::is_common(doc, i) || name::is_legal_form(doc, i));
    let unit = matches!(
        doc.folded(words.end - 1),
        "team"
            | "teams"
            | "department"
            | "division"
            | "squad"
            | "abteilung"
            | "role"
            | "committee"
            | "by"
    );
    // part of the title, repeated
    let of_title = title.is_some_and(|t| {
        let worker = noun::best(doc, words.clone());
        words.len() <= t.len()
            && worker.is_some_and(|b| b.1 == noun::Strength::Strong)
            && words
                .clone()
                .zip(t.clone())
                .all(|(a, b)| doc.words[a].hash == doc.words[b].hash)
    });
    let fact = words.len() == 1 && name::is_common(doc, words.start);
    let numbered = matches!(
        doc.folded(words.start),
        "vacancy"
            | "reference"
            | "ref"
            | "requisition"
            | "posting"
            | "kennziffer"
            | "kennnummer"
            | "stellennummer"
            | "stellenausschreibung"
            | "referenz"
            | "referenznummer"
            | "chiffre"
            | "job"
            | "registered"
            | "company"
    ) && doc
        .word_str(words.end - 1)
        .ends_with(|c: char| c.is_ascii_digit());
    // "620 cows", "3.9 (112 reviews)", "Scale 3, points 4 to 5"
    let figures = words.len() > 1
        && doc.folded(words.start).bytes().all(|b| b.is_ascii_digit())
        && (doc
            .word_str(words.start + 1)
            .starts_with(char::is_lowercase)
            || matches!(doc.gap(words.start), "." | ","));
    let graded = words.len() > 1
        && matches!(
            doc.folded(words.start),
            "scale" | "grade" | "band" | "points" | "stufe" | "entgeltgruppe" | "besoldungsgruppe"
        )
        && doc
            .word_str(words.start + 1)
            .starts_with(|c: char| c.is_ascii_digit());
    // a header may well say "People One"; a sentence's first words are not a name
    let header = words.len() > 1 && near_title::is_header(found.reason);
    !(menu || common && !header || unit || of_title || fact || numbered || figures || graded)
}

/// Names behind a label: "Employer: Acme".
fn labels(doc: &Document<'_>) -> Vec<Found> {
    let mut out = Vec::new();
    for (n, found) in labelled(doc, &LABELS).into_iter().take(40).enumerate() {
        let mut value = found.value.clone();
        if value.is_empty() || value.len() > 14 {
            continue;
        }
        let legal = name::is_legal_form(doc, value.end - 1);
        if words::prose(doc, value.clone()) && (found.below || !legal) {
            continue;
        }
        if let Some(end) = value
            .clone()
            .skip(1)
            .find(|i| header::divides(doc.gap(i - 1)) == Some(header::Cut::Bar))
        {
            value.end = end;
        }
        let kind = header::kind(doc, value.clone());
        let plain = !found.below && name::is_written_so(doc, value.clone());
        if kind == Kind::Fact || kind != Kind::Other && !plain {
            continue;
        }
        let text = doc.str(doc.span_of(value.clone()));
        let named = text.starts_with(|c: char| !c.is_lowercase());
        let stops = value
            .clone()
            .skip(1)
            .any(|i| doc.gap(i - 1).starts_with(". ") && doc.folded(i - 1).len() > 3);
        if !named && found.below || stops && value.len() > 6 {
            continue;
        }
        let mut weight = 104 - (n as i32 * 2).min(20);
        weight -= if found.below { 40 } else { 0 };
        weight -= if found.noise { 12 } else { 0 };
        out.push(propose(doc, value, weight, "labelled as employer"));
    }
    out
}

/// Adds to names that several rules found, that occur often, that have a legal form or a domain.
fn weigh(doc: &Document<'_>, found: &mut [Found], facts: &Facts, domains: &[String]) {
    let mut groups: BTreeMap<Vec<u64>, Vec<usize>> = BTreeMap::new();
    for (n, f) in found.iter().enumerate() {
        groups.entry(name::key(doc, &f.words)).or_default().push(n);
    }
    let title = facts.title.as_ref().map(|t| doc.words_in(t.span()));
    let keys: Vec<_> = groups.into_iter().take(KEPT).collect();
    let phrases: Vec<_> = keys
        .iter()
        .map(|(_, of)| core(doc, &found[of[0]].words))
        .collect();
    let times = occurrences(doc, &phrases);
    for (k, (_, of)) in keys.iter().enumerate() {
        let mut reasons: Vec<_> = of.iter().map(|n| found[*n].reason).collect();
        order::sort_once(&mut reasons);
        let agree = (reasons.len() as i32 - 1) * 7 + (of.len() as i32 - reasons.len() as i32) * 2;
        let often = times[k]
            .iter()
            .filter(|i| doc.lines[doc.line_at(doc.words[**i].span.start)].label != Label::Noise)
            .count() as i32;
        let squashed: String = phrases[k].clone().map(|i| doc.folded(i)).collect();
        let domain = squashed.len() > 2
            && domains
                .iter()
                .any(|d| *d == squashed || squashed.len() > 4 && d.starts_with(&squashed));
        let legal = found[of[0]]
            .words
            .clone()
            .any(|i| name::is_legal_form(doc, i));
        let in_title = title
            .as_ref()
            .is_some_and(|t| t.start <= phrases[k].start && phrases[k].end <= t.end);
        let bonus = agree.min(18)
            + (often - 1).clamp(0, 7) * 2
            + if domain { 12 } else { 0 }
            + if legal { 6 } else { 0 }
            - if in_title { 20 } else { 0 };
        for n in of {
            found[*n].weight += bonus;
        }
    }
}

/// The name's words without legal forms at its end.
fn core(doc: &Document<'_>, words: &Range<usize>) -> Range<usize> {
    let mut end = words.end;
    while end > words.start + 1 && name::is_legal_form(doc, end - 1) {
        end -= 1;
    }
    words.start..end
}

/// Names whose letters are those of a web or mail domain in the text: "Corrib Dairies" beside
/// "jobs@corribdairies.example". The first place of each.
fn of_domains(doc: &Document<'_>, domains: &[String]) -> Vec<Found> {
    let mut out = Vec::new();
    for domain in domains.iter().take(6) {
        let named = (0..doc.words.len()).find_map(|i| {
            let start = doc.folded(i);
            let fits = start.len() > 2
                && domain.starts_with(start)
                && doc.word_str(i).starts_with(char::is_uppercase)
                // not "NHS" for every office's "nhs.uk"
                && (start.len() > 4 || doc.word_str(i).contains(char::is_lowercase));
            if !fits {
                return None;
            }
            let mut rest = &domain[start.len()..];
            let mut end = i + 1;
            while !rest.is_empty() && end < doc.words.len() && end < i + 4 {
                rest = rest.strip_prefix(doc.folded(end))?;
                end += 1;
            }
            let line = doc.line_at(doc.words[i].span.start);
            if !rest.is_empty() || doc.lines[line].label == Label::Noise {
                return None;
            }
            // "Corrib" of "Corrib Dairies"; not of "Corrib Quality and Safety Team Lead"
            let whole = name::from(doc, i).filter(|whole| {
                let worker = noun::best(doc, whole.clone());
                whole.end > end
                    && whole.len() <= 3
                    && worker.is_none_or(|b| b.1 < noun::Strength::Strong)
            });
            Some(whole.unwrap_or(i..end))
        });
        out.extend(named.map(|words| propose(doc, words, 34, "as its domain")));
    }
    out
}

/// The names of web and mail domains in the text, folded, without "www" and what follows the last dot.
fn domains(doc: &Document<'_>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for i in 0..doc.words.len().saturating_sub(1) {
        let after = doc.gap(i);
        if after != "." || out.len() >= 60 {
            continue;
        }
        let before = if i == 0 { "" } else { doc.gap(i - 1) };
        let web = matches!(before, "@" | "://")
            || before == "."
                && matches!(
                    doc.folded(i - 1),
                    "www" | "careers" | "jobs" | "career" | "karriere"
                )
            || before.ends_with('@');
        if web && doc.folded(i).len() > 2 && noun::strength(doc, i) == noun::Strength::None {
            let name = doc.folded(i).to_owned();
            if !out.contains(&name) {
                out.push(name);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::extract::read;

    #[test]
    fn reads_the_employer() {
        let cases = [
            (
                "Night Baker\nOvenhaus Group\nLeeds, UK\nYou bake bread.",
                Some("Ovenhaus Group"),
            ),
            (
                "Night Baker\nOvenhaus · Leeds, UK · 3 days ago\nYou bake.",
                Some("Ovenhaus"),
            ),
            (
                "Ovenhaus hiring Night Baker in Leeds, England, United Kingdom | LinkedIn\nYou bake.",
                Some("Ovenhaus"),
            ),
            (
                "Job title: Night Baker\nEmployer: Ovenhaus Ltd.\nLocation: Leeds",
                Some("Ovenhaus Ltd."),
            ),
            (
                "Nachtbäcker (m/w/d)\nDie Rettig & Sohn GmbH sucht eine Nachtbäckerin für Köln.",
                Some("Rettig & Sohn GmbH"),
            ),
            (
                "Boulanger H/F\nChez Fournil Doré, nous cuisons le pain chaque nuit.\nRejoignez Fournil Doré !",
                Some("Fournil Doré"),
            ),
            (
                "Night Baker\nAbout Ovenhaus\nOvenhaus is a bakery in Leeds.",
                Some("Ovenhaus"),
            ),
            (
                "HARROWDALE BOROUGH COUNCIL\nLibraries and Archives\n\nPost title: Library Assistant\nGrade: 3\nYou serve readers.",
                Some("HARROWDALE BOROUGH COUNCIL"),
            ),
            (
                "Veterinary Nurse\nPinecrest Animal Clinic ★★★☆☆ 3.4 (18 reviews)\nBoise, ID 83702\nYou assist in surgery.",
                Some("Pinecrest Animal Clinic"),
            ),
            (
                "Line Cook\nSaltbox Tavern 4.1 out of 5 stars\nPortland, ME\nYou work the grill.",
                Some("Saltbox Tavern"),
            ),
            (
                "Yoga Teacher, evenings\nWe are Stillpoint, a studio with two rooms above a bookshop.",
                Some("Stillpoint"),
            ),
            (
                "Berufskraftfahrer (m/w/d)\nStandort: Stade\n\nÜber uns\nDie Fuhrbetrieb Lüders GmbH liefert Baustoffe im Umkreis von hundert Kilometern.",
                Some("Fuhrbetrieb Lüders GmbH"),
            ),
            (
                "Livreur (H/F)\n\nLa coopérative Les Paniers du Coin livre des légumes à 800 foyers autour d'Angers.\nLieu : Angers",
                Some("Les Paniers du Coin"),
            ),
            (
                "Köchin (m/w/d) für unser Haus\nin Celle, unbefristet, 20 bis 30 Stunden pro Woche\n\nDu kochst für Kinder.",
                None,
            ),
            (
                "Night Baker\nYou bake.\n\nHours\nExpect overtime on Sundays, paid at 1.5x. This is an hourly job.",
                None,
            ),
            (
                "Jobs > Yorkshire > Leeds\nNight Baker\nLeeds, UK\nYou bake.",
                None,
            ),
            (
                "Fornaio\nForni del Borgo S.r.l.\nPadova (PD)\nTempo pieno",
                Some("Forni del Borgo S.r.l."),
            ),
            (
                "Stadt Waldau an der Lauter\nDie Bürgermeisterin\n\nBackstubenleitung (m/w/d)\nSie leiten die Backstube.",
                Some("Stadt Waldau an der Lauter"),
            ),
            (
                "Search | Employers | Advice | Log in\nNight Baker\nLeeds, UK\nYou bake.",
                None,
            ),
            (
                "Hi all, we're hiring a night baker at Ovenhaus & Sons, the old mill in Leeds. You bake all night, clean the oven before you go home in the morning, and we feed you well. Ring me on Monday if you like.",
                Some("Ovenhaus & Sons"),
            ),
            ("Night Baker\nVacancy: OVB-17\nLeeds, UK\nYou bake.", None),
            (
                "Night Baker\nPosted on 3 May by Employer details Ovenhaus Group\nLeeds, UK\nYou bake.",
                Some("Ovenhaus Group"),
            ),
            (
                "Konditor (m/w/d)\nAgency: Ovenhaus GmbH & Co. KG   Ref: 12   Location: Kiel\nDu backst.",
                Some("Ovenhaus GmbH & Co. KG"),
            ),
            (
                "Night Baker\nPosted by Ovenhaus Group\nLeeds, UK\nYou bake.",
                Some("Ovenhaus Group"),
            ),
            (
                "Night Baker\nAbout the role\nRidge Lane Ovens supplies bread to forty cafés and two schools in the valley.\nWhat you will do\n- Bake bread\n- Clean the oven",
                Some("Ridge Lane Ovens"),
            ),
            (
                "Night Baker\nAbout the role\nYou bake bread at night.\nAbout you\nYou like bread.",
                None,
            ),
        ];
        for (text, want) in cases {
            let got = read(text).facts.company.map(|f| f.value);
            assert_eq!(got.as_deref(), want, "{text}");
        }
    }
}
