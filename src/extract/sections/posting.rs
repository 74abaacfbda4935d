//! Whether the text is one job's posting at all: lines of the kinds a posting has and words said to
//! someone who may apply, against the marks of a list of jobs, a résumé, an article, a template.

use super::super::document::Document;
use super::super::facts::Facts;
use super::super::label::Label;
use super::super::lexicon::Lexicon;

static SAID: Lexicon = Lexicon::of("posting");

/// What speaks for and against.
#[derive(Debug, Default)]
struct Signs {
    hire: u32,
    resume: u32,
    list: u32,
    article: u32,
    spans_of_years: u32,
    blanks_to_fill: u32,
    /// "Company | Title | Place | Full-time" on the first line.
    head: bool,
}

/// Whether the text is a job posting: one job's, not a list of jobs, an article or anything else.
#[must_use]
pub fn is_posting(doc: &Document<'_>, facts: &Facts) -> bool {
    let signs = signs(doc);
    let (mut work, mut rest, mut lines) = ([0u32; 3], [0u32; 2], 0);
    let mut all = doc.lines.iter().filter(|l| !l.is_blank()).peekable();
    let mut last = "";
    while let Some(line) = all.next() {
        lines += 1;
        let said = line.content.of(doc.text);
        let next = all.peek().map_or("", |next| next.content.of(doc.text));
        // a list of links says each title twice
        let echo = said == last || said == next;
        last = said;
        match line.label {
            _ if echo => {}
            Label::Duty => work[0] += 1,
            Label::Must => work[1] += 1,
            Label::Nice => work[2] += 1,
            Label::Benefit => rest[0] += 1,
            Label::Apply => rest[1] += 1,
            _ => {}
        }
    }
    let kinds = work.iter().chain(&rest).filter(|n| **n > 0).count() as u32;
    let solid = work.iter().sum::<u32>();
    // a text without a line of work may just speak about jobs, unless its head is set like a posting's
    let dense = doc.words.len() > 60 * lines;
    let heard = if kinds > 0 || signs.head || dense {
        2
    } else {
        1
    };
    let mut points = 2 * kinds.min(4) + heard * signs.hire.min(10);
    points += 4 * u32::from(signs.head);
    points += 2 * u32::from(solid >= 5 && kinds >= 2);
    points += u32::from(facts.title.is_some()) + u32::from(facts.pay.is_some());
    points += u32::from(!facts.employment.is_empty());
    let mut against = 0;
    if signs.spans_of_years >= 2 || signs.resume >= 2 {
        against += 26;
    } else if signs.resume + signs.spans_of_years >= 1 {
        against += 5;
    }
    if signs.list >= 4 && solid < 5 {
        against += 8 + 2 * signs.list.min(20);
    } else if signs.list >= 2 && solid < 3 {
        against += 6;
    }
    against += 4 * signs.article.min(3);
    against += if signs.blanks_to_fill >= 3 { 12 } else { 0 };
    // two words beside the fields are too little for anything
    doc.words.len() >= 12 && points >= 6 + against
}

fn signs(doc: &Document<'_>) -> Signs {
    let mut signs = Signs {
        head: doc
            .lines
            .iter()
            .find(|l| !l.is_blank())
            .is_some_and(|l| l.span.of(doc.text).matches('|').count() >= 2),
        ..Signs::default()
    };
    let few = doc.lines.iter().filter(|l| !l.is_blank()).take(4).count() <= 3;
    for (_, line) in doc.worded() {
        let (mut hire, mut list) = (0, false);
        // a whole posting may stand on one line
        let most = 1 + line.words.len() as u32 / if few { 25 } else { 50 };
        for hit in SAID.find(doc, line.words.clone()) {
            match hit.value {
                "hire" => hire += 1,
                "resume" => signs.resume += 1,
                "list" => list = true,
                "article" => signs.article += 1,
                _ => {}
            }
        }
        signs.hire += hire.min(most);
        signs.list += u32::from(list);
        signs.spans_of_years +=
            u32::from(line.words.len() <= 14 && spans_years(doc, line.words.clone()));
        signs.blanks_to_fill += u32::from(blank_to_fill(line.span.of(doc.text)));
    }
    signs
}

/// "[number] years in [field]": a template. Links and footnotes have brackets too, but other ones.
fn blank_to_fill(s: &str) -> bool {
    let worded = |part: &str| {
        part.split_once(']').is_some_and(|(inner, rest)| {
            inner.len() > 2
                && inner
                    .chars()
                    .all(|c| c.is_alphabetic() || c.is_whitespace() || c == ',')
                && !rest.starts_with(['(', ':'])
        })
    };
    s.len() < 400 && s.split('[').skip(1).any(worded)
}

/// "2019 - 2024", "2021 – today": how a résumé dates its stations.
fn spans_years(doc: &Document<'_>, words: std::ops::Range<usize>) -> bool {
    let year = |i: usize| {
        let w = doc.folded(i);
        w.len() == 4
            && (w.starts_with("19") || w.starts_with("20"))
            && w.bytes().all(|b| b.is_ascii_digit())
    };
    let now = |i: usize| {
        matches!(
            doc.folded(i),
            "today"
                | "present"
                | "now"
                | "current"
                | "heute"
                | "aujourd"
                | "actualidad"
                | "actual"
                | "hoy"
                | "atual"
                | "presente"
                | "oggi"
                | "heden"
                | "nu"
                | "idag"
        )
    };
    let end = words.end;
    let mut first = words;
    first.by_ref().take(4).any(|i| {
        i + 1 < end
            && year(i)
            && (year(i + 1) || now(i + 1))
            && doc.gap(i).contains(['-', '–', '—'])
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::read;

    #[test]
    fn a_list_of_links_is_no_posting() {
        let mut text = String::from("Baker jobs in Leeds\nSign in\nJoin now\n");
        for (title, place) in [
            ("Night Baker", "Leeds"),
            ("Bread Developer", "York"),
            ("Oven Engineer", "Hull"),
            ("Dough Mixer", "Leeds"),
            ("Pastry Cook", "Bradford"),
            ("Bakery Manager", "Leeds"),
        ] {
            text.push_str(&format!(
                "• {title}\n\n{title}\n\nOvenhaus\n\n{place}\n\n1 week ago\n\n"
            ));
        }
        assert!(!read(&text).is_posting);
    }
}
