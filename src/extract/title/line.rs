//! Titles that stand on a line of their own or in the parts of a header line, scored by what the line
//! holds and what stands around it. Looks at the first two hundred lines only.

use std::cell::OnceCell;
use std::ops::Range;

use super::noun::{self, Strength};
use super::strip::strip;
use super::{Found, is_level, propose};
use super::{labels, tail, words};
use crate::extract::document::{Document, Mark};
use crate::extract::header::{self, Cut, Kind, Part};
use crate::extract::label::Label;
use crate::extract::repeat::occurrences;

/// Lines with words looked at.
const LINES: usize = 200;
/// Candidates kept.
const KEPT: usize = 80;
/// The reason of a candidate that leaves out what stands behind a dash.
const HEAD: &str = "head of a header line";

struct Line {
    rank: usize,
    n: usize,
    words: Range<usize>,
    /// What it is made of, once asked for: by itself, and by each line above that may be a title.
    parts: OnceCell<Vec<Part>>,
}

impl Line {
    fn parts(&self, doc: &Document<'_>) -> &[Part] {
        self.parts
            .get_or_init(|| header::parts(doc, self.words.clone()))
    }

    /// What it is as a whole.
    fn kind(&self, doc: &Document<'_>) -> Kind {
        match self.parts(doc) {
            [whole] => whole.kind,
            _ => header::kind(doc, self.words.clone()),
        }
    }
}

/// The candidates, in the order of the lines.
#[must_use]
pub fn find(doc: &Document<'_>) -> Vec<Found> {
    let lines: Vec<_> = (0..doc.lines.len())
        .filter(|n| !doc.lines[*n].is_blank() && !doc.lines[*n].words.is_empty())
        .take(LINES)
        .enumerate()
        .map(|(rank, n)| Line {
            rank,
            n,
            words: match rank {
                0 => header::opening(doc, doc.words_in(doc.lines[n].content)),
                _ => doc.words_in(doc.lines[n].content),
            },
            parts: OnceCell::new(),
        })
        .collect();
    let mut found: Vec<(usize, Found)> = Vec::new();
    for (k, line) in lines.iter().enumerate() {
        if line.words.is_empty() || line.words.len() > 34 || found.len() > KEPT {
            continue;
        }
        if line.rank < 4
            && let Some((_, title)) = hiring(doc, line.words.clone())
        {
            found.push((k, propose(doc, title, 104, "page title: hiring")));
            continue;
        }
        if line.words.len() <= 24 {
            one(doc, &lines, k, &mut found);
        }
    }
    agree(doc, &lines, &mut found);
    found.into_iter().map(|(_, f)| f).collect()
}

/// "Acme hiring Baker in Lyon | Board": the words of company and title.
#[must_use]
pub fn hiring(doc: &Document<'_>, words: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let verb = words.clone().skip(1).take(10).find(|i| {
        matches!(
            doc.folded(*i),
            "hiring" | "sucht" | "recrute" | "busca" | "recruta" | "cerca" | "zoekt" | "soker"
        )
    })?;
    let company = words.start..verb;
    let before = doc.folded(verb - 1);
    let named = doc
        .word_str(company.start)
        .starts_with(|c: char| !c.is_lowercase());
    if matches!(
        before,
        "is" | "are" | "now" | "we" | "currently" | "nous" | "vi"
    ) || words::prose(doc, company.clone())
    {
        return None;
    }
    let mut title = verb + 1..words.end;
    let english = doc.folded(verb) == "hiring";
    let sentence = doc.str(doc.span_of(words)).contains(['!', '?']);
    let parts = header::parts(doc, title.clone());
    let board = parts.iter().skip(1).find(|p| p.kind == Kind::Board);
    if let Some(part) = board {
        title.end = part.words.start;
    } else if !english || !named || sentence || noun::best(doc, title.clone()).is_none() {
        return None;
    }
    let place = title.clone().skip(1).rev().find(|i| {
        let here = matches!(doc.folded(*i), "in" | "a" | "en" | "em" | "i" | "te");
        here && *i + 1 < title.end
            && (doc.folded(*i) == "in" && english
                || header::kind(doc, i + 1..title.end) == Kind::Place)
    });
    title.end = place.unwrap_or(title.end);
    (!title.is_empty()).then_some((company, title))
}

/// "Baker at Acme", "Bäcker bei Acme": where the small word stands between title and company.
#[must_use]
pub fn at_company(doc: &Document<'_>, words: Range<usize>) -> Option<usize> {
    words.clone().skip(1).find(|i| {
        matches!(
            doc.folded(*i),
            "at" | "bei" | "chez" | "presso" | "hos" | "bij"
        ) && *i + 1 < words.end
            && doc
                .word_str(*i + 1)
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && noun::best(doc, words.start..*i).is_some()
            && header::kind(doc, *i + 1..words.end) != Kind::Place
    })
}

/// Adds what one line may hold.
fn one(doc: &Document<'_>, lines: &[Line], k: usize, found: &mut Vec<(usize, Found)>) {
    let line = &lines[k];
    if labels::opens(doc, line.words.clone())
        || sentences(doc, &line.words)
        || is_no_title(doc.line_str(line.n), line.rank)
        || k > 6 && signs_off(doc, &lines[k - 1])
    {
        return;
    }
    // most lines name no worker: nothing to be read in their parts
    if line.rank > 0
        && noun::best(doc, line.words.clone()).is_none()
        && !words::tag_behind(doc, &line.words)
    {
        return;
    }
    let mut parts = line.parts(doc).to_vec();
    for part in &mut parts {
        // "INSTALLER 1" is no postcode
        let fixed = part.kind == Kind::Place || part.kind == Kind::Fact && part.words.len() > 1;
        if fixed && noun::best(doc, part.words.clone()).is_some_and(|b| b.1 == Strength::Strong) {
            part.kind = Kind::Other;
        }
    }
    let board = parts.iter().any(|p| p.kind == Kind::Board) && parts.len() > 1;
    let edge = |p: &Part| {
        matches!(p.kind, Kind::Board | Kind::Chrome)
            || p.kind == Kind::Fact && (board || p.cut != Cut::Dash)
    };
    while parts.len() > 1 && parts.last().is_some_and(edge) {
        parts.pop();
    }
    while parts.len() > 1 && edge(&parts[0]) {
        parts.remove(0);
    }
    let strength = |p: &Part| match p.kind {
        Kind::Other => noun::best(doc, p.words.clone()).map_or(Strength::None, |b| b.1),
        _ => Strength::None,
    };
    let ranked = (0..parts.len().min(3)).map(|i| (strength(&parts[i]), 3 - i));
    let Some((best, left)) = ranked.max() else {
        return;
    };
    let at = 3 - left;
    let tagged = words::tag_behind(doc, &parts[at].words);
    if line.rank < 2
        && at == 0
        && let Some(head) = before_employer(doc, line.n, &parts, best)
    {
        let weight = score(doc, lines, k, &head, best.max(Strength::Weak), tagged);
        found.push((
            k,
            propose(doc, head, weight + 12, "header line, before the employer"),
        ));
        return;
    }
    if best == Strength::None && !tagged {
        let one = parts.len() == 1 && parts[0].kind == Kind::Other;
        // "Agronomist – Broadacre Cropping" over "Location: Horsham"
        let over = !one
            && parts[0].kind == Kind::Other
            && parts[1..]
                .iter()
                .all(|p| p.cut == Cut::Dash && p.kind == Kind::Other)
            && labelled_below(doc, lines, k);
        if line.rank == 0 && (one || over) {
            let follows = if over { 22 } else { structure(doc, lines, k) };
            let plain = !words::prose(doc, line.words.clone()) && line.words.len() <= 10;
            let marked = doc.line_str(line.n).ends_with([':', '?', ',']);
            if follows > 0 && plain && !marked {
                found.push((
                    k,
                    propose(
                        doc,
                        line.words.clone(),
                        40 + follows,
                        "first line of a header",
                    ),
                ));
            }
        }
        return;
    }
    // a title after a name takes a bar, or a place near the top
    if at > 0 && parts[at].cut == Cut::Dash && line.rank > 3 {
        return;
    }
    let mut head = strip(doc, parts[at].words.clone());
    if (line.rank < 4 || board)
        && let Some(small) = at_company(doc, head.clone())
    {
        head.end = small;
    }
    if head.is_empty() {
        return;
    }
    let mut full = head.clone();
    if head.end == parts[at].words.end {
        for part in &parts[at + 1..] {
            let kept = part.cut == Cut::Dash && !matches!(part.kind, Kind::Board | Kind::Chrome);
            if !kept {
                break;
            }
            full.end = part.words.end;
        }
    }
    let weight = score(doc, lines, k, &full, best, tagged);
    let parts_behind = parts.len() - at;
    // all on one line: what stands behind the dash is the employer and the place
    let one_line = doc.lines[line.n].words.end > line.words.end + 12;
    let page_title = one_line
        || board && line.rank < 4
        || parts_behind >= 3
            && line.rank == 0
            && parts.last().is_some_and(|p| p.kind == Kind::Place);
    if full != head {
        let less = if page_title { 3 } else { -3 };
        found.push((k, propose(doc, head, weight + less, HEAD)));
    }
    found.push((k, propose(doc, full, weight, "header line")));
}

/// Whether the line is a page's trail ("Home > Jobs > Drivers"), a mail's head ("From: …"), of many jobs
/// ("Results for …", "Seaside Food Service Jobs") or, further down, an address ("Marlow Ltd, Unit 4, Penryn").
fn is_no_title(line: &str, rank: usize) -> bool {
    const HEADS: &[&str] = &[
        "From:", "To:", "Cc:", "Von:", "An:", "De:", "Para:", "Van:", "Från:",
    ];
    const FORMS: &[&str] = &[" Ltd, ", " GmbH, "];
    let line = line.trim_start();
    let last = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    header::is_trail(line)
        || line.starts_with("Results for")
        || HEADS.iter().any(|head| line.starts_with(head))
        || last.ends_with(" Jobs") && last.split(' ').count() > 2
        || rank > 3
            && line.matches(", ").count() > 1
            && FORMS.iter().any(|form| line.contains(form))
}

/// Whether the line is what stands above a name at a mail's end: "Kind regards,", "Blessings,".
fn signs_off(doc: &Document<'_>, line: &Line) -> bool {
    line.words.len() <= 4 && doc.line_str(line.n).trim_end().ends_with(',')
}

/// The title in `parts`, of a line that ends with the employer: behind a dash, or behind a comma where the
/// signs are plain ("Night Porter, Hotel Dvora, Oslo").
fn before_employer(
    doc: &Document<'_>,
    n: usize,
    parts: &[Part],
    best: Strength,
) -> Option<Range<usize>> {
    let title = strip(doc, parts[0].words.clone());
    let dash = parts.get(1).is_some_and(|p| p.cut == Cut::Dash);
    if dash {
        let bar = parts.iter().skip(1).find(|p| p.cut == Cut::Bar);
        let end = bar.map_or(parts[parts.len() - 1].words.end, |p| p.words.start);
        let found = tail::employer(doc, n, parts[1].words.start..end)?;
        let called = title.end < parts[0].words.end;
        let own = best > Strength::None || called || found.is_plain();
        return (own && title.len() <= 8 && found.is_sure(called)).then_some(title);
    }
    let comma = (title.clone().skip(1)).find(|i| doc.gap(i - 1) == ", ")?;
    let head = title.start..comma;
    let named = noun::best(doc, head.clone()).is_some_and(|b| b.1 == Strength::Strong);
    let found = tail::employer(doc, n, comma..title.end).filter(|_| named)?;
    (found.is_plain() && tail::is_house(doc, &found.name)).then_some(head)
}

/// Whether a sentence ends within the words.
fn sentences(doc: &Document<'_>, words: &Range<usize>) -> bool {
    words.clone().skip(1).any(|i| {
        let gap = doc.gap(i - 1);
        let short = doc.folded(i - 1).len() < 4
            || doc.folded(i - 1).starts_with(|c: char| c.is_ascii_digit());
        gap.contains(['?', '¡', '¿']) || gap.starts_with(". ") && !short
    })
}

/// How well the lines below agree with a title above them: 0 for not at all.
fn structure(doc: &Document<'_>, lines: &[Line], k: usize) -> i32 {
    // buttons and ratings between do not part a title from its facts
    let button = |l: &Line| {
        l.words.len() <= 6 && l.kind(doc) == Kind::Chrome || header::is_rating(doc, l.n, &l.words)
    };
    let next: Vec<&Line> = lines[k + 1..]
        .iter()
        .take(8)
        .filter(|l| !button(l))
        .take(3)
        .collect();
    let below = |d: usize| {
        next.get(d - 1).map_or(0, |l| {
            if l.words.len() > 30 {
                return 0;
            }
            let parts = l.parts(doc);
            let place = parts.iter().any(|p| p.kind == Kind::Place);
            let fact = parts.iter().any(|p| p.kind == Kind::Fact);
            if place {
                22
            } else if fact {
                14
            } else if parts.len() == 1 && parts[0].kind == Kind::Chrome {
                4
            } else {
                0
            }
        })
    };
    below(1).max(below(2) - 4).max(below(3) - 8)
}

fn score(
    doc: &Document<'_>,
    lines: &[Line],
    k: usize,
    title: &Range<usize>,
    best: Strength,
    tagged: bool,
) -> i32 {
    let line = &lines[k];
    let source = &doc.lines[line.n];
    let text = doc.line_str(line.n);
    let mut weight = match best {
        Strength::Strong => 46,
        Strength::Weak => 26,
        Strength::None => 12,
    };
    weight += match line.rank {
        0 => 26,
        1..=3 => 14,
        4..=12 => 8,
        13..=60 => 2,
        _ => -4,
    };
    weight += match source.mark {
        Mark::Heading(1) => 20,
        Mark::Heading(_) | Mark::Bold => 6,
        Mark::Bullet => -28,
        Mark::Number => -24,
        Mark::Plain => 0,
    };
    if tagged {
        weight += 24;
    }
    let noise = source.label == Label::Noise;
    let follows = structure(doc, lines, k);
    weight += if noise { follows / 4 } else { follows };
    if line.rank == 0 && follows >= 14 {
        weight += 12;
    }
    let words = title.len();
    if words == 1 && line.rank > 3 {
        weight -= 8;
    }
    let colon = title
        .clone()
        .skip(1)
        .any(|i| doc.gap(i - 1).trim_start().starts_with(':'));
    if colon && line.rank > 0 {
        weight -= 34;
    }
    weight -= if words > 14 { 14 } else { 0 };
    let upper = title
        .clone()
        .filter(|i| doc.word_str(*i).starts_with(|c: char| !c.is_lowercase()))
        .count();
    if upper * 3 >= words * 2 {
        weight += 6;
    } else if doc.word_str(title.start).starts_with(char::is_lowercase) {
        weight -= 16;
    }
    if title.clone().any(|i| is_level(doc, i)) {
        weight += 3;
    }
    if text.ends_with(['.', ';', ',']) {
        weight -= if line.rank == 0 && follows >= 14 {
            6
        } else {
            26
        };
    }
    if text.ends_with([':', '?']) {
        weight -= 22;
    }
    if words::prose(doc, line.words.clone()) {
        weight -= 44;
    }
    if line.rank > 0 && label_before(doc, line, title) {
        weight -= 40;
    }
    weight
        - match source.label {
            Label::Noise => 16,
            Label::Duty | Label::Must | Label::Nice | Label::Benefit | Label::Legal => 22,
            Label::Apply => 14,
            _ => 0,
        }
}

/// Whether a label that is no title's stands before the title: "Reports to: CTO".
fn label_before(doc: &Document<'_>, line: &Line, title: &Range<usize>) -> bool {
    let opens = doc.folded(line.words.start);
    if matches!(
        opens,
        "reports" | "reporting" | "reportsto" | "supervisor" | "contact"
    ) {
        return true;
    }
    (line.words.start..title.end.saturating_sub(1))
        .take(6)
        .any(|i| {
            let gap = doc.gap(i);
            gap.contains(':')
                && noun::best(doc, line.words.start..i + 1).is_none_or(|b| b.1 < Strength::Strong)
        })
}

/// Whether the next two lines are facts behind labels: "Location: Leeds", "Type: Permanent".
fn labelled_below(doc: &Document<'_>, lines: &[Line], k: usize) -> bool {
    let next = lines[k + 1..].iter().take(2);
    let facts = next.filter(|l| {
        let colon = l.words.clone().take(3).find(|i| doc.gap(*i) == ": ");
        l.words.len() <= 12
            && !labels::opens(doc, l.words.clone())
            && colon.is_some_and(|i| {
                let kind = header::kind(doc, i + 1..l.words.end);
                matches!(kind, Kind::Place | Kind::Fact)
            })
    });
    facts.count() == 2
}

/// Adds to titles that stand on other lines too; takes from those in a list of many jobs.
fn agree(doc: &Document<'_>, lines: &[Line], found: &mut [(usize, Found)]) {
    let phrases: Vec<_> = found.iter().map(|(_, f)| f.words.clone()).collect();
    let all = occurrences(doc, &phrases);
    for (n, at) in all.iter().enumerate() {
        let len = phrases[n].len();
        let own = lines[found[n].0].n;
        let mut alone = 0;
        let mut in_text = 0;
        for i in at {
            let line = doc.line_at(doc.words[*i].span.start);
            if line == own {
                continue;
            }
            let words = &doc.lines[line].words;
            let ends =
                i + len >= words.end || header::divides(doc.gap(i + len - 1)) == Some(Cut::Bar);
            if *i == words.start && ends {
                alone += 1;
            } else {
                in_text += 1;
            }
        }
        let head = found[n].1.reason == HEAD;
        let noise = doc.lines[own].label == Label::Noise && found[n].0 > 3;
        let text = if head { 0 } else { (in_text * 3).min(9) };
        found[n].1.weight += (alone * 9).min(if noise { 9 } else { 18 }) + text;
    }
    let jobs: Vec<_> = found
        .iter()
        .map(|(k, f)| (*k, doc.words[f.words.start].hash, f.words.len()))
        .collect();
    for (n, (k, f)) in found.iter_mut().enumerate() {
        let near = jobs
            .iter()
            .filter(|(j, hash, len)| {
                *j != *k && k.abs_diff(*j) <= 8 && (*hash, *len) != (jobs[n].1, jobs[n].2)
            })
            .count();
        if near >= 3 && *k > 2 {
            f.weight -= 18;
        }
    }
}
