//! What the line model sees: for every line a list of features, each a number below [`BUCKETS`].
//! Features speak of shapes, phrase classes, headings above and neighbours; the ends of first words
//! are the only letters among them, so that the model cannot learn postings by heart.

use std::ops::Range;

use super::super::document::{Document, Mark};
use super::super::lexicon::Lexicon;
use super::evidence::{Evidence, Key, Opener, is_item};
use super::kind::{Kind, LINE_KINDS};
use super::vocabulary::{Says, Vocabulary};

/// Features are hashed into so many buckets.
pub const BUCKETS: usize = 4096;

static PERSONS: Lexicon = Lexicon::of("persons");

/// The features of one line that is not blank.
#[derive(Clone)]
pub struct Row {
    /// Which line.
    pub line: usize,
    /// Its features.
    pub features: Vec<u16>,
    /// Whether it goes on with the line before.
    pub continues: bool,
    /// Whether nothing blank stands before it.
    pub tight: bool,
}

/// What a line is, in few words, for its neighbours.
#[derive(Clone, Copy, Default)]
struct Gist {
    size: u32,
    mark: u32,
    opener: u32,
    cue: u32,
    heading: u32,
    site: u32,
    key: u32,
    person: u32,
}

/// The features of every line that is not blank, in order.
pub fn rows(doc: &Document<'_>, seen: &[Evidence], words: Vocabulary<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    each(doc, seen, words, |row| rows.push(row.clone()));
    rows
}

/// Shows `sink` the row of every line that is not blank, in order, one at a time.
pub fn each(
    doc: &Document<'_>,
    seen: &[Evidence],
    words: Vocabulary<'_>,
    mut sink: impl FnMut(&Row),
) {
    let lines: Vec<usize> = (0..seen.len())
        .filter(|i| {
            let line = &doc.lines[*i];
            !line.span.is_empty() && (!line.is_blank() || !line.span.trim(doc.text).is_empty())
        })
        .collect();
    let gists: Vec<Gist> = lines.iter().map(|&i| gist(doc, i, &seen[i])).collect();
    let says: Vec<Says> = lines
        .iter()
        .map(|&i| words.says(doc, content_words(doc, i)))
        .collect();
    let sections = sections(doc, seen, &lines);
    let blocks = blocks(doc, seen, &lines);
    let openings = openings(seen, &lines, &blocks);
    let near = |k: usize, f: &dyn Fn(usize) -> bool| -> u32 {
        let from = k.saturating_sub(4);
        let to = (k + 5).min(lines.len());
        (from..to).filter(|&j| j != k && f(j)).count() as u32
    };
    let prose = |j: usize| seen[lines[j]].words >= 12 && gists[j].site == 0;
    let runs = runs(&gists);
    let bodies = bodies(&blocks, &says);
    let first_prose = (0..lines.len()).position(prose).unwrap_or(lines.len());
    let last_prose = (0..lines.len()).rposition(prose).unwrap_or(0);
    // what kind of page it is: how long, and whether items are marked at all
    let long = match lines.len() {
        0..=15 => 0,
        16..=40 => 1,
        41..=80 => 2,
        81..=150 => 3,
        _ => 4,
    };
    let items = u32::from(lines.iter().any(|i| is_item(doc.lines[*i].mark)));
    let mut list = Vec::with_capacity(136);
    for (k, &i) in lines.iter().enumerate() {
        let e = &seen[i];
        let g = gists[k];
        list.clear();
        let mut f = Features { list };
        let tight = k > 0 && lines[k - 1] + 1 == i;
        let (section, under) = sections[k];
        let block = openings[k];
        f.add(0, 0, 0);
        f.add(1, g.size, g.mark);
        f.add(2, end(e), g.size.min(4));
        f.add(3, u32::from(e.caps), g.size.min(5));
        f.add(4, u32::from(e.lower), g.mark);
        f.add(5, (e.digits as u32).min(6), u32::from(e.money));
        f.add(6, u32::from(e.link), g.size.min(4));
        f.add(7, g.key, g.size);
        f.add(8, u32::from(e.fact), g.size);
        f.add(9, g.site, 0);
        f.add(10, g.site, g.size);
        f.add(11, u32::from(e.repeated), g.size.min(4));
        f.add(12, g.heading, 0);
        f.add(13, g.heading, g.mark);
        f.add(14, u32::from(doc.lines[i].continues), 0);
        f.add(15, g.opener, 0);
        f.add(16, g.opener, g.size.min(5));
        f.add(17, g.opener, section);
        for (c, n) in e.cues.iter().enumerate() {
            if *n > 0 {
                let c = c as u32;
                f.add(18, c, u32::from(*n > 1));
                f.add(19, c, section);
                f.add(20, c, g.opener);
                if *n > 2 {
                    f.add(21, c, 0);
                }
            }
        }
        f.add(22, g.cue, section);
        f.add(23, section, under);
        f.add(24, section, g.size);
        f.add(25, section, g.mark);
        f.add(26, u32::from(e.outside), g.size.min(4));
        let zone = if k < first_prose {
            0
        } else if k > last_prose {
            2
        } else {
            1
        };
        f.add(27, zone, g.size);
        f.add(28, zone, section);
        f.add(29, (k as u32).min(5), 0);
        f.add(30, (lines.len() - k).min(5) as u32, zone);
        let sites = near(k, &|j| gists[j].site > 0).min(4);
        let shorts = near(k, &|j| gists[j].size < 4 && gists[j].mark == 0) / 2;
        f.add(31, sites, g.size.min(5));
        f.add(32, sites, zone);
        f.add(33, shorts, g.size);
        f.add(34, shorts, zone);
        f.add(35, u32::from(tight), g.size);
        let none = Gist {
            size: 9,
            ..Gist::default()
        };
        let before = if k > 0 { gists[k - 1] } else { none };
        let after = gists.get(k + 1).copied().unwrap_or(none);
        f.add(36, before.size, g.size);
        f.add(37, after.size, g.size);
        f.add(38, before.heading, g.size.min(5));
        f.add(39, after.heading, g.size.min(5));
        f.add(40, before.opener, g.opener);
        f.add(41, after.opener, g.opener);
        f.add(42, before.cue, g.cue);
        f.add(43, after.cue, g.cue);
        f.add(44, before.key, g.size);
        f.add(45, after.mark, g.mark);
        f.add(46, before.mark, g.mark);
        f.add(47, after.site, g.size.min(4));
        f.add(48, before.site, g.size.min(4));
        f.add(49, block, g.opener);
        f.add(50, block, section);
        f.add(51, g.person, section);
        f.add(52, g.person, g.size);
        f.add(53, g.person, g.cue);
        f.add(54, g.person, zone);
        let rule = |j: Option<usize>| {
            j.and_then(|j| lines.get(j))
                .map_or(20, |&l| doc.lines[l].label as u32)
        };
        let (own, last, next) = (rule(Some(k)), rule(k.checked_sub(1)), rule(Some(k + 1)));
        f.add(80, own, 0);
        f.add(81, own, g.size);
        f.add(82, own, g.mark);
        f.add(83, own, last);
        f.add(84, own, next);
        f.add(85, own, zone);
        f.add(86, own, sites);
        f.add(87, u32::from(e.wish), section);
        f.add(88, u32::from(e.wish), g.size);
        f.ends_of_words(doc, i, section);
        let shape = shape(doc, i);
        f.add(100, shape, g.size);
        f.add(101, shape, zone);
        f.add(102, runs[k], g.size.min(4));
        f.add(103, runs[k], zone);
        f.add(104, distance(first_prose, k), g.size.min(5));
        f.add(105, distance(k, last_prose), g.size.min(5));
        let most = |j: Option<usize>| j.and_then(|j| says.get(j)).map_or(20, |s| s.most as u32);
        let (said, said_before, said_after) = (says[k], most(k.checked_sub(1)), most(Some(k + 1)));
        let most = said.most as u32;
        f.add(90, most, (said.lead * 2.0).min(5.0) as u32);
        f.add(91, most, said_before);
        f.add(92, most, said_after);
        f.add(93, said_before, said_after);
        f.add(106, bodies[k], most);
        f.add(107, bodies[k], section);
        f.add(108, bodies[k], g.size.min(5));
        for (kind, said) in said.each.into_iter().enumerate() {
            if said > 0.0 {
                f.add(94, kind as u32, (said * 1.5).min(4.0) as u32);
            }
        }
        f.add(125, long, g.size * 4 + zone);
        f.add(126, items, g.size * 5 + g.mark);
        f.add(127, items, section);
        let row = Row {
            line: i,
            features: f.list,
            continues: doc.lines[i].continues,
            tight,
        };
        sink(&row);
        list = row.features;
    }
}

struct Features {
    list: Vec<u16>,
}

impl Features {
    fn add(&mut self, template: u32, a: u32, b: u32) {
        let n = (u64::from(template) << 40) ^ (u64::from(a) << 20) ^ u64::from(b);
        let h = (n.wrapping_add(0x9e37)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.list.push((h >> 52) as u16);
    }

    /// How the first two words end: infinitives, participles and nouns of doing show there.
    fn ends_of_words(&mut self, doc: &Document<'_>, i: usize, section: u32) {
        let words = content_words(doc, i);
        for (n, w) in words.take(2).enumerate() {
            let word = doc.folded(w);
            for len in [2, 3] {
                let tail = word.chars().rev().take(len);
                let hash = tail.fold(7u32, |h, c| h.wrapping_mul(31).wrapping_add(c as u32));
                self.add(60 + 2 * n as u32 + len as u32, hash & 0xfffff, 0);
                if len == 2 && n == 0 {
                    self.add(70, hash & 0xfffff, section);
                }
            }
        }
    }
}

fn content_words(doc: &Document<'_>, i: usize) -> Range<usize> {
    let line = &doc.lines[i];
    let mut words = line.words.clone();
    while words.start < words.end && doc.words[words.start].span.start < line.content.start {
        words.start += 1;
    }
    words
}

fn gist(doc: &Document<'_>, i: usize, e: &Evidence) -> Gist {
    Gist {
        size: match e.words {
            0 => 0,
            1 => 1,
            2..=3 => 2,
            4..=6 => 3,
            7..=11 => 4,
            12..=20 => 5,
            21..=40 => 6,
            _ => 7,
        },
        mark: match doc.lines[i].mark {
            Mark::Plain => 0,
            Mark::Bullet => 1,
            Mark::Number => 2,
            Mark::Heading(_) => 3,
            Mark::Bold => 4,
        },
        opener: match e.opener {
            Opener::Other => 0,
            Opener::Verb => 1,
            Opener::Must => 2,
            Opener::Duty => 3,
        },
        cue: cue(e),
        heading: match e.heading {
            None => 0,
            Some(h) => match h.kind {
                None => 1,
                Some(k) => 2 + 2 * k as u32 + u32::from(h.inline),
            },
        },
        site: if e.button {
            1
        } else if e.opens {
            2
        } else if e.chrome {
            3
        } else if e.keeps {
            4
        } else {
            0
        },
        key: match e.key {
            Key::No => 0,
            Key::Alone => 1,
            Key::Pair => 2,
        },
        person: person(doc, i),
    }
}

/// Which kind most phrases speak for; seven for none.
fn cue(e: &Evidence) -> u32 {
    let mut best = LINE_KINDS;
    for k in 0..LINE_KINDS {
        if e.cues[k] > 0 && (best == LINE_KINDS || e.cues[k] > e.cues[best]) {
            best = k;
        }
    }
    best as u32
}

/// Whom the line's first word and the line as a whole speak of.
fn person(doc: &Document<'_>, i: usize) -> u32 {
    let words = content_words(doc, i);
    let mut bits = 0;
    for hit in PERSONS.find(doc, words.start..words.end.min(words.start + 60)) {
        bits |= match hit.value {
            "we" => 1,
            "you" => 2,
            "they" => 4,
            "will" => 8,
            _ => 0,
        };
        if hit.words.start == words.start {
            bits |= match hit.value {
                "we" => 16,
                "you" => 32,
                "if" => 64,
                _ => 0,
            };
        }
    }
    bits
}

/// The kind of the section each line stands in (9 for none, 10 for one no phrase explains) and how
/// far under its heading.
fn sections(doc: &Document<'_>, seen: &[Evidence], lines: &[usize]) -> Vec<(u32, u32)> {
    let (mut section, mut under) = (9u32, 0u32);
    lines
        .iter()
        .map(|&i| {
            let e = &seen[i];
            if let Some(h) = e.heading
                && !doc.lines[i].continues
            {
                match h.kind {
                    Some(k) => section = k as u32,
                    None if e.key == Key::No => {
                        // a sub-heading leaves the section as it is, but less sure
                        section = if section == 9 || section >= 10 {
                            section.max(10)
                        } else {
                            11 + section
                        };
                    }
                    None => {}
                }
                under = 0;
            } else {
                under += 1;
                if e.tag {
                    section = 9;
                }
                if let Some(k) = e.turn {
                    (section, under) = (k as u32, 3);
                }
            }
            let depth = match under {
                0 => 0,
                1 => 1,
                2..=4 => 2,
                5..=12 => 3,
                _ => 4,
            };
            (section, depth)
        })
        .collect()
}

/// The lines on end, by their places in `lines`, that have no heading between them and are all items, or
/// all none.
fn blocks(doc: &Document<'_>, seen: &[Evidence], lines: &[usize]) -> Vec<Range<usize>> {
    let item = |k: usize| is_item(doc.lines[lines[k]].mark);
    let mut out: Vec<Range<usize>> = Vec::new();
    for k in 0..lines.len() {
        let goes_on =
            k > 0 && seen[lines[k]].heading.is_none_or(|h| h.inline) && item(k) == item(k - 1);
        match out.last_mut() {
            Some(block) if goes_on => block.end = k + 1,
            _ => out.push(k..k + 1),
        }
    }
    out
}

/// How the items of each line's block begin. The share of verbs and of requirement words, in three steps
/// each.
fn openings(seen: &[Evidence], lines: &[usize], blocks: &[Range<usize>]) -> Vec<u32> {
    let mut out = vec![0; lines.len()];
    for block in blocks {
        let n = block.len() as u32;
        let share = |f: &dyn Fn(&Evidence) -> bool| {
            let hits = lines[block.clone()]
                .iter()
                .filter(|&&i| f(&seen[i]))
                .count() as u32;
            match hits * 4 {
                0 => 0,
                x if x < n => 1,
                x if x < 2 * n => 2,
                _ => 3,
            }
        };
        let verbs = share(&|e| matches!(e.opener, Opener::Verb | Opener::Duty));
        let musts = share(&|e| e.opener == Opener::Must || e.cues[Kind::Must as usize] > 0);
        let gains = share(&|e| e.cues[Kind::Benefit as usize] > 0);
        out[block.clone()].fill(verbs + 4 * musts + 16 * gains);
    }
    out
}

/// How far `b` stands behind `a`, in steps that grow; none where it stands before.
fn distance(a: usize, b: usize) -> u32 {
    match b.checked_sub(a) {
        None => 0,
        Some(0) => 1,
        Some(1) => 2,
        Some(2..=3) => 3,
        Some(4..=7) => 4,
        Some(8..=15) => 5,
        Some(_) => 6,
    }
}

/// How a line is set: words with capitals, parts between marks, a bracket, a figure in front.
fn shape(doc: &Document<'_>, i: usize) -> u32 {
    let words = content_words(doc, i);
    let (mut capital, mut long) = (0, 0);
    for w in words.take(12) {
        let word = doc.str(doc.words[w].span);
        if word.len() > 3 {
            long += 1;
            capital += u32::from(word.chars().next().is_some_and(char::is_uppercase));
        }
    }
    let names = match (long, capital) {
        (0, _) => 0,
        (_, 0) => 1,
        (n, c) if n == c => 2,
        (_, 1) => 3,
        _ => 4,
    };
    let content = doc.lines[i].content.of(doc.text);
    let (mut parted, mut bracket) = (false, false);
    let bytes = content.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' => bracket = true,
            b'|' | b'>' => parted = true,
            b'-' => parted |= at > 0 && bytes[at - 1] == b' ' && bytes.get(at + 1) == Some(&b' '),
            // the first bytes of the marks below
            0xc2 | 0xe2 if !parted => {
                parted = content[at..].starts_with(['·', '•', '–', '»', '★']);
            }
            _ => {}
        }
    }
    let figure = content.starts_with(|c: char| c.is_ascii_digit());
    names + 5 * u32::from(parted) + 10 * u32::from(bracket) + 20 * u32::from(figure)
}

/// How many short plain lines stand together around each line, in steps; none for a long one.
fn runs(gists: &[Gist]) -> Vec<u32> {
    let mut out = vec![0; gists.len()];
    let short = |g: &Gist| g.size < 4 && g.mark == 0;
    let mut from = 0;
    while from < gists.len() {
        let mut to = from + 1;
        if short(&gists[from]) {
            while to < gists.len() && short(&gists[to]) {
                to += 1;
            }
            let steps = match to - from {
                1 => 1,
                2 => 2,
                3..=5 => 3,
                6..=10 => 4,
                11..=20 => 5,
                _ => 6,
            };
            out[from..to].fill(steps);
        }
        from = to;
    }
    out
}

/// The kind that the words of each line's block speak for most: nine where none does.
fn bodies(blocks: &[Range<usize>], says: &[Says]) -> Vec<u32> {
    let mut out = vec![0; says.len()];
    for block in blocks {
        let mut sums = [0.0; super::vocabulary::KINDS];
        for said in &says[block.clone()] {
            for (sum, x) in sums.iter_mut().zip(said.each) {
                *sum += x;
            }
        }
        let mut best = 0;
        for (kind, sum) in sums.iter().enumerate() {
            if *sum > sums[best] {
                best = kind;
            }
        }
        let kind = if sums[best] > 0.0 { best as u32 } else { 9 };
        out[block.clone()].fill(kind);
    }
    out
}

fn end(e: &Evidence) -> u32 {
    match e.end {
        None => 0,
        Some('.') => 1,
        Some(':') => 2,
        Some('!') => 3,
        Some('?') => 4,
        Some(',' | ';') => 5,
        Some(_) => 6,
    }
}
