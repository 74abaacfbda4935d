//! What a posting says, line by line, ready to be held against a question: the words of each
//! statement, the concepts it speaks of, and those that its heading, its label or a fact lend it.

use super::denied::is_denying;
use super::lexicon::{HOUR, Hit, LISTS, Lexicon, MODAL, MONTH, NUMBER, OFTEN, WHEN, words};
use crate::extract::{Employment, Fact, Facts, Label, Posting, Span, Statement};

/// How much a concept counts that only the heading names.
const UNDER_HEADING: f32 = 0.5;
/// How much one counts that is only hinted at.
const HINTED: f32 = 0.5;
/// How much what also answers counts.
const ALSO: f32 = 0.75;
/// How much a line says of what the company does that begins with its name.
const BY_NAME: f32 = 0.9;
/// How much one counts whose fact was read here.
const FACT: f32 = 1.4;
/// How much each further term of a concept adds, and how far.
const AGAIN: f32 = 0.12;
/// See [`AGAIN`].
const MOST: f32 = 1.4;
/// A label such as "Working pattern" has no more words than this.
const LABEL_WORDS: usize = 4;
/// A value in a form has no more words than this.
const VALUE_WORDS: usize = 6;
/// A heading of so many words may say something itself.
const SAYING: usize = 6;
/// The concept of sentences that list what does not matter (age, religion …).
const DIVERSITY: &str = "diversity";

/// A statement with what it speaks of.
pub struct Line {
    /// Where it stands.
    pub span: Span,
    /// What it is for.
    pub label: Label,
    /// Its words, folded.
    pub words: Vec<String>,
    /// Whether a figure or a number in words stands in it.
    pub has_number: bool,
    /// Whether one stands in it that is not of a year.
    pub has_count: bool,
    /// Whether a date or a month stands in it.
    pub has_date: bool,
    /// Whether a time of day stands in it.
    pub has_time: bool,
    /// Whether another word of time stands in it.
    pub has_when: bool,
    /// Whether it says how often something is.
    pub has_often: bool,
    /// Whether it says how much something is asked for: "required", "a plus".
    pub has_modal: bool,
    /// Whether a sum of money or a share stands in it.
    pub has_sum: bool,
    /// Whether a word of it denies something.
    pub is_denying: bool,
    /// Whether two words with capitals stand side by side, or an address.
    pub has_name: bool,
    /// Whether it only names what the next line says.
    pub is_label: bool,
    /// Whether it ends as what leads to a list does.
    pub leads_on: bool,
    /// Whether it lists what does not matter, and so speaks for no heading.
    is_aside: bool,
    /// Concepts, and how much each counts.
    speaks: Vec<(u16, f32)>,
    /// Concepts of which it names one.
    names: Vec<u16>,
    /// The words that name a concept: the first, and the one behind the last.
    named: Vec<(u16, usize, usize)>,
    /// Which of its words are numbers.
    numbers: Vec<usize>,
}

impl Line {
    /// How much it speaks of `concept`, or of what answers for it; zero for not at all.
    pub fn met(&self, lexicon: &Lexicon, concept: u16) -> f32 {
        let mut most = 0.0f32;
        for (said, counts) in &self.speaks {
            if lexicon.answers(concept, *said) {
                let counts = if *said == concept {
                    *counts
                } else {
                    counts * ALSO
                };
                most = most.max(counts);
            }
        }
        most
    }

    /// Whether it names one of the kind.
    pub fn names(&self, concept: u16) -> bool {
        self.names.contains(&concept)
    }

    /// How many words part what it says of `concept` from the nearest number, all of them if it has
    /// none; `None` where only its heading, its label or a fact lend it that.
    pub fn number_at(&self, lexicon: &Lexicon, concept: u16) -> Option<usize> {
        let of = |c: u16| lexicon.answers(concept, c);
        let apart = |from: usize, to: usize, at: usize| match at {
            _ if at < from => from - at - 1,
            _ if at >= to => at - to,
            _ => 0,
        };
        let said = self.named.iter().filter(|(c, _, _)| of(*c));
        let nearest = said.map(|(_, from, to)| {
            let each = self.numbers.iter().map(|at| apart(*from, *to, *at));
            each.min().unwrap_or(self.words.len())
        });
        nearest.min()
    }

    /// Whether `word`, or one of its stem, stands in it.
    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|w| shares_stem(w, word))
    }

    /// Whether one of the words does.
    pub fn has_one(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    /// Counts what is said once more a little higher.
    fn again(&mut self, concept: u16) {
        if let Some((_, counts)) = self.speaks.iter_mut().find(|(c, _)| *c == concept) {
            *counts = (*counts + AGAIN).min(MOST);
        }
    }

    fn speak(&mut self, concept: u16, counts: f32) {
        match self.speaks.iter_mut().find(|(c, _)| *c == concept) {
            Some((_, most)) => *most = most.max(counts),
            None => self.speaks.push((concept, counts)),
        }
    }
}

/// Whether two folded words are forms of one, as far as their beginnings and endings tell.
pub fn shares_stem(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    // "ship" and "ships", "work" and "working", but not "part" and "partner"
    let is_form = same >= 4 && same == short && long - same <= 3
        || same >= 5 && same + 2 >= short && long - same <= 3;
    // "biology" and "biological", "hired" and "hiring"
    let ends = |list: &[&str]| {
        [a, b]
            .iter()
            .all(|w| list.contains(&w.get(same..).unwrap_or("?")))
    };
    is_form || same >= 5 && ends(DERIVED) || same >= 3 && ends(INFLECTED)
}

/// How words of one stem end.
const DERIVED: &[&str] = &[
    "", "s", "e", "es", "ed", "er", "ers", "ing", "y", "ies", "ic", "ical", "al", "ally", "ly",
    "ist", "ists", "ion", "ions", "ation", "or", "ors", "ment", "ments", "ance", "ant", "ung",
    "ungen", "en", "isch", "ische", "ischen",
];
/// How forms of one verb end.
const INFLECTED: &[&str] = &["e", "es", "ed", "ing"];

/// What a statement speaks of by what it is for.
const LENDS: &[(Label, &str)] = &[
    (Label::About, "product"),
    (Label::Duty, "tasks"),
    (Label::Must, "requirements"),
    (Label::Benefit, "benefits"),
    (Label::Apply, "apply"),
];

/// The statements of the posting, and facts that stand in none.
pub fn lines(lexicon: &Lexicon, text: &str, posting: &Posting) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut lent: Vec<u16> = Vec::new();
    // The heading of the statements now, its concepts, whether it leads elsewhere.
    let mut heading: (Option<Span>, Vec<u16>, bool) = (None, Vec::new(), false);
    let mut elsewhere: Option<Option<Span>> = None;
    for statement in &posting.statements {
        if statement.heading != heading.0 {
            let source = statement.heading.map_or("", |h| h.of(text));
            let said = Said::of(lexicon, source);
            heading = (
                statement.heading,
                said.hits.iter().map(|h| h.concept).collect(),
                said.leads_elsewhere(lexicon, source),
            );
        }
        // What stands under "Others also looked at" is of other postings.
        let source = statement.span.of(text);
        let said = Said::of(lexicon, source);
        if said.leads_elsewhere(lexicon, source) {
            elsewhere = Some(statement.heading);
        }
        if elsewhere == Some(statement.heading) || heading.2 || is_sender(source) {
            continue;
        }
        elsewhere = None;
        let mut line = said.judge(lexicon, text, statement.span, statement.label);
        let of = line.label;
        let lends = LENDS.iter().filter(|(label, _)| *label == of);
        for (_, name) in lends {
            if let Some(concept) = lexicon.named(name) {
                line.speak(concept, UNDER_HEADING);
            }
        }
        if !line.is_aside {
            // A value under the name of its field says it outright.
            let is_value = of == Label::Meta && line.words.len() <= VALUE_WORDS;
            let counts = if is_value { 1.0 } else { UNDER_HEADING };
            for concept in &heading.1 {
                line.speak(*concept, counts);
            }
        }
        // What stands behind a label is its value, even if it could be a label itself.
        line.is_label &= lent.is_empty();
        for concept in lent.drain(..) {
            line.speak(concept, 1.0);
        }
        if line.is_label {
            lent.extend(line.speaks.iter().map(|(concept, _)| *concept));
        }
        lines.push(line);
    }
    if let Some(last) = lines.last_mut() {
        last.is_label = false;
    }
    // A heading under which nothing stands, and that says something: "No weekend work."
    for (span, label) in &posting.lines {
        let has_own = |s: &Statement| s.heading.is_some_and(|h| span.contains(h));
        if *label == Label::Heading && !posting.statements.iter().any(has_own) {
            let mut line = judge(lexicon, text, span.trim(text), Label::About);
            let is_sentence =
                line.words.len() > 1 && span.trim(text).of(text).ends_with(['.', '!']);
            if is_sentence || is_denying(&line.words) {
                line.is_label = false;
                lines.push(line);
            }
        } else if *label == Label::Heading {
            // "Reporting to the head of claims you will:" says more than what stands under it.
            let mut line = judge(lexicon, text, span.trim(text), Label::About);
            line.speaks
                .retain(|(concept, _)| !lexicon.is_general(*concept));
            if line.words.len() >= SAYING && !line.speaks.is_empty() {
                line.is_label = false;
                lines.push(line);
            }
        }
    }
    // "Tidewell makes pumps" says what the company makes.
    if let (Some(company), Some(product)) = (&posting.facts.company, lexicon.named("product")) {
        let about = lines.iter_mut().filter(|l| l.label == Label::About);
        for line in about.filter(|l| l.span.of(text).starts_with(company.value.as_str())) {
            line.speak(product, BY_NAME);
        }
    }
    for (name, spans) in evidence(&posting.facts) {
        let Some(concept) = lexicon.named(name) else {
            continue;
        };
        let at = |span: &Span| lines.iter().position(|l| l.span.contains(*span));
        // Of several places, one that says it in so many words.
        let says = |at: &usize| lines[*at].met(lexicon, concept) >= 1.0;
        let best = spans.iter().filter_map(at).find(says);
        let at = best.or_else(|| at(&spans[0])).unwrap_or_else(|| {
            lines.push(judge(lexicon, text, spans[0], Label::Meta));
            lines.len() - 1
        });
        lines[at].is_label = false;
        // Where one works is told by many words; named, it is said better.
        let is_hinted = name == "remote" && lines[at].met(lexicon, concept) == 0.0;
        let counts = match name {
            _ if is_hinted => HINTED,
            "remote" => 1.1,
            _ => FACT,
        };
        lines[at].speak(concept, counts);
    }
    lines
}

/// The concept of lines above a list of other postings.
const ELSEWHERE: &str = "elsewhere";
/// Such a line has no more words than this.
const ELSEWHERE_WORDS: usize = 10;

/// Codes of currencies that stand beside a sum.
const CURRENCIES: &[&str] = &[
    "usd", "eur", "gbp", "chf", "cad", "aud", "sek", "dkk", "nok",
];

/// How the line of a mail's head begins that says who wrote it.
const SENDERS: &[&str] = &["From:", "Von:", "De:", "Da:", "Van:", "Från:"];

/// Whether it is the line of a mail's head that says who sent it: an address, but not one to write to.
fn is_sender(source: &str) -> bool {
    source.contains('@')
        && !source.contains('\n')
        && SENDERS.iter().any(|head| source.starts_with(head))
}

fn judge(lexicon: &Lexicon, text: &str, span: Span, label: Label) -> Line {
    Said::of(lexicon, span.of(text)).judge(lexicon, text, span, label)
}

/// A line's words, and the terms found among them.
struct Said {
    words: Vec<String>,
    hits: Vec<Hit>,
}

impl Said {
    fn of(lexicon: &Lexicon, source: &str) -> Self {
        let words = words(source);
        let hits = lexicon.said(&words);
        Self { words, hits }
    }

    /// Whether what stands below this line is of other postings.
    fn leads_elsewhere(&self, lexicon: &Lexicon, source: &str) -> bool {
        self.words.len() <= ELSEWHERE_WORDS
            && !source.ends_with(['.', '!'])
            && (self.hits.iter()).any(|hit| lexicon.name(hit.concept) == ELSEWHERE)
    }

    fn judge(self, lexicon: &Lexicon, text: &str, span: Span, label: Label) -> Line {
        let source = span.of(text);
        let Self { words, mut hits } = self;
        let is = |hit: &Hit, name| lexicon.name(hit.concept) == name;
        let has_digit = source.bytes().any(|b| b.is_ascii_digit());
        let in_words = hits.iter().filter(|h| is(h, NUMBER)).map(|h| h.from);
        let mut numbers: Vec<usize> = in_words.collect();
        numbers.extend((0..words.len()).filter(|at| lexicon.is_number(&words[*at])));
        let is_figure = |w: &String| w.bytes().any(|b| b.is_ascii_digit());
        let mut figures = words.iter().filter(|w| is_figure(w));
        let has_count =
            numbers.iter().any(|at| !is_figure(&words[*at])) || figures.any(|w| !is_year(w));
        let says = |name| hits.iter().any(|h| is(h, name));
        let (has_month, has_hour, has_when) = (says(MONTH), says(HOUR), says(WHEN));
        let (has_often, has_modal) = (says(OFTEN), says(MODAL));
        hits.retain(|h| !LISTS.contains(&lexicon.name(h.concept)));
        // "regardless of age" says nothing of an age.
        let is_aside = hits.iter().any(|h| is(h, DIVERSITY));
        if is_aside {
            hits.retain(|h| is(h, DIVERSITY) || is(h, "disability"));
        }
        let covered = |i: usize| hits.iter().any(|h| h.from <= i && i < h.to);
        // "Schedule"; "Monday to Friday", "Language: Dutch" and "Hybrid · Leeds" are values.
        let is_name = !has_when && !source.contains([':', '·', '|', ',']);
        let is_label = !has_digit
            && !hits.is_empty()
            && words.len() <= LABEL_WORDS
            && (is_name && label == Label::Meta || source.ends_with([':', '?']))
            && (0..words.len()).filter(|i| covered(*i)).count() * 2 >= words.len();
        let is_denying = is_denying(&words);
        let has_sum = source.contains(['$', '€', '£', '%', '¥'])
            || words.iter().any(|w| CURRENCIES.contains(&w.as_str()))
            || hits.iter().any(|h| is(h, "pay") && h.is_weak);
        let mut line = Line {
            span,
            label,
            words,
            has_number: has_digit || !numbers.is_empty(),
            has_count,
            has_date: has_month || has_date(source),
            has_time: has_hour || times(source) > 0,
            has_when,
            has_often,
            has_modal,
            has_sum,
            has_name: has_name(source),
            is_denying,
            is_label,
            leads_on: source.ends_with(':'),
            is_aside,
            speaks: Vec::new(),
            names: Vec::new(),
            named: Vec::new(),
            numbers,
        };
        let times = if label == Label::Apply {
            0
        } else {
            times(source)
        };
        if let (1.., Some(hours)) = (times, lexicon.named("hours")) {
            line.speak(hours, if times > 1 { 1.0 } else { HINTED });
        }
        // Where to write or ring is how to apply, and whom to ask.
        let is_address = source.contains('@') || has_telephone(source);
        let is_page = label == Label::Apply && (source.contains("://") || source.contains("www."));
        if is_address || is_page {
            for concept in ["apply", "contact"] {
                if let Some(concept) = lexicon.named(concept) {
                    line.speak(concept, 1.0);
                }
            }
        }
        for hit in hits {
            line.speak(hit.concept, if hit.is_weak { HINTED } else { 1.0 });
            line.named.push((hit.concept, hit.from, hit.to));
            if hit.is_named {
                line.names.push(hit.concept);
            }
            if !hit.is_weak {
                line.again(hit.concept);
            }
        }
        line
    }
}

/// Whether it is the number of a year: 1900 to 2099.
fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// Whether a date in figures stands in it: "12/11/2026", "2026-12-06", "6.12.".
fn has_date(source: &str) -> bool {
    let bytes = source.as_bytes();
    bytes.windows(3).enumerate().any(|(at, w)| {
        let is_two = w[0].is_ascii_digit() && w[2].is_ascii_digit();
        let ends = |k: usize| !bytes.get(k).is_some_and(u8::is_ascii_digit);
        is_two && (w[1] == b'/' || matches!(w[1], b'-' | b'.') && (ends(at + 4) && !ends(at + 3)))
    })
}

/// How many times of day stand in it: "8 am", "16:30", "7 Uhr", "8 h 30".
fn times(source: &str) -> usize {
    let bytes = source.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = 0;
    let mut at = 0;
    while at < bytes.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let from = at;
        while is_digit(at) {
            at += 1;
        }
        let minutes = is_digit(at + 1) && is_digit(at + 2) && !is_digit(at + 3);
        let has_minutes = minutes && matches!(bytes.get(at), Some(b':' | b'.'));
        let by_colon = has_minutes && bytes[at] == b':';
        if has_minutes {
            at += 3;
        }
        let behind = bytes[at..].strip_prefix(b" ").unwrap_or(&bytes[at..]);
        let begins = |with: &str| {
            behind
                .get(..with.len())
                .is_some_and(|b| b.eq_ignore_ascii_case(with.as_bytes()))
                && !behind.get(with.len()).is_some_and(u8::is_ascii_alphabetic)
        };
        let is_hour = at - from <= if has_minutes { 5 } else { 2 };
        let named = ["am", "pm", "a.m", "p.m", "uhr"].iter().any(|n| begins(n));
        let is_sum = ["euro", "eur", "\u{20ac}", "usd", "chf"]
            .iter()
            .any(|n| begins(n));
        let by_dot =
            has_minutes && bytes[at - 3] == b'.' && !is_sum && is_from_or_to(&source[..from]);
        let in_french = (begins("h") || begins("h 30") || begins("h30"))
            && behind.iter().skip(1).take(3).any(u8::is_ascii_digit);
        found += usize::from(is_hour && (by_colon || by_dot || named || in_french));
    }
    found
}

/// Whether the words before a number end as they do before a time of day: "from 7.30 to 4.30".
fn is_from_or_to(before: &str) -> bool {
    const WORDS: &[&str] = &[
        "from", "to", "until", "till", "at", "von", "bis", "ab", "um",
    ];
    before.ends_with(' ')
        && before
            .split_whitespace()
            .next_back()
            .is_some_and(|w| WORDS.contains(&w))
}

/// Whether a telephone number stands in it: nine digits or more with blanks, dashes or brackets between.
fn has_telephone(source: &str) -> bool {
    let mut digits = 0;
    source.bytes().any(|byte| {
        match byte {
            b'0'..=b'9' => digits += 1,
            b' ' | b'-' | b'(' | b')' | b'/' | b'+' => {}
            _ => digits = 0,
        }
        digits >= 9
    })
}

/// Whether two words with capitals stand side by side, not at the beginning, or an address.
fn has_name(source: &str) -> bool {
    let capital = |w: &str| {
        let mut chars = w.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    };
    let mut before = false;
    for word in source.split_whitespace() {
        if word.contains('@') || before && capital(word) {
            return true;
        }
        before = capital(word) && !word.ends_with(['.', ':', '?', '!', ',']);
    }
    false
}

/// Where each fact was read, by the concept it answers for; nowhere empty.
fn evidence(facts: &Facts) -> Vec<(&'static str, &[Span])> {
    fn of<T>(fact: &Fact<T>) -> &[Span] {
        &fact.evidence
    }
    let single = [
        ("title", facts.title.as_ref().map(of)),
        ("company", facts.company.as_ref().map(of)),
        ("pay", facts.pay.as_ref().map(of)),
        ("deadline", facts.deadline.as_ref().map(of)),
        ("remote", facts.work_mode.as_ref().map(of)),
        ("level", facts.seniority.as_ref().map(of)),
        ("experience", facts.experience.as_ref().map(of)),
        ("degree", facts.education.as_ref().map(of)),
        ("visa", facts.sponsorship.as_ref().map(of)),
        ("posted", facts.posted.as_ref().map(of)),
        ("start", facts.start.as_ref().map(of)),
        ("hours", facts.hours.as_ref().map(of)),
        ("duration", facts.duration.as_ref().map(of)),
        ("time zone", facts.time_zone.as_ref().map(of)),
        ("travel", facts.travel.as_ref().map(of)),
    ];
    let stated = |(name, spans): (_, Option<_>)| spans.map(|spans| (name, spans));
    let mut all: Vec<_> = single.into_iter().filter_map(stated).collect();
    all.extend(facts.locations.iter().map(|place| ("place", of(place))));
    all.extend(facts.employment.iter().map(|kind| {
        let is_extent = matches!(kind.value, Employment::FullTime | Employment::PartTime);
        (if is_extent { "full time" } else { "contract" }, of(kind))
    }));
    all.extend(
        facts
            .languages
            .iter()
            .map(|language| ("languages", of(language))),
    );
    all.retain(|(_, spans)| !spans.is_empty());
    all
}
