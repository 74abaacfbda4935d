//! Trains the line model on labelled postings and says how it does on postings it has not seen.
//!
//! `cargo run --release --example train_lines -- FOLDER TEXTS [OUT]`
//!
//! FOLDER holds NAME.txt and NAME.gold.json with `"lines": [[first, last, "A|B"], ...]`. To them come
//! the project's own pages (`tests/pages`): those of `trained.txt` and `short.txt` (and the labelled ones of `tests/postings`) are trained with,
//! those of `unseen.txt` never. The model is a linear chain trained by gradient steps on its
//! likelihood; a line's listed alternatives are all right. Folds are by source (NAME up to its first
//! hyphen), so that no page's neighbours are learnt. TEXTS holds texts that nobody labelled: which words go with which kind of line is learnt from what
//! the rules say of theirs. Without OUT, a folder for `weights.bin` and `words.bin`, only the figures are
//! printed.

use std::collections::BTreeMap;
use std::path::Path;

use rolecard::extract::sections::train::{
    self, LABELS, N, NOISE, PLACES, RULED_NOISE, Row, SIZE, UNIT, WORD_KINDS, WORD_UNIT,
    best_chain, scores, step, step_kind,
};
use serde_json::Value;

#[path = "../tests/pages/page.rs"]
mod page;

struct Posting {
    name: String,
    /// Which of the sets it came from.
    set: usize,
    rows: Vec<Row>,
    /// Which labels are right, per row.
    right: Vec<[bool; N]>,
    /// The first label listed, per row.
    main: Vec<usize>,
    /// What the rules alone say.
    rules: Vec<usize>,
}

impl Posting {
    /// Where it was found: no two folds share a source.
    fn source(&self) -> (usize, String) {
        let source = self.name.split('-').next().unwrap_or_default();
        (self.set, source.to_string())
    }
}

const FOLDS: usize = 8;

/// What is trained with.
const SETS: [&str; 3] = ["labelled postings", "own pages", "own short texts"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().ok_or("which folder?")?;
    let texts = args.next().ok_or("which texts?")?;
    let out = args.next();
    let words = vocabulary(Path::new(&texts))?;
    let l2: f32 = std::env::var("L2")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(0.018);
    let epochs: usize = std::env::var("EPOCHS")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(10);
    let own = |file: &str| -> Result<String, std::io::Error> {
        std::fs::read_to_string(Path::new("tests/pages").join(file))
    };
    let mut sets = vec![load(Path::new(&folder), &words)?];
    for file in ["trained.txt", "short.txt"] {
        sets.push(pages(&own(file)?, &words));
    }
    sets[1].extend(written(&words)?);
    let unseen = pages(&own("unseen.txt")?, &words);
    let mut postings = Vec::new();
    for (n, mut set) in sets.into_iter().enumerate() {
        set.iter_mut().for_each(|p| p.set = n);
        postings.extend(set);
    }
    let mut groups: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for p in &postings {
        let n = groups.len();
        groups.entry(p.source()).or_insert(n);
    }
    let fold = |p: &Posting| groups[&p.source()] % FOLDS;
    let mut tallies: [[Tally; 2]; 3] = Default::default();
    let verbose = std::env::var("ERRORS").is_ok();
    for f in 0..FOLDS {
        let weights = trained(
            &|| Box::new(postings.iter().filter(|p| fold(p) != f)),
            l2,
            epochs,
        );
        for p in postings.iter().filter(|p| fold(p) == f) {
            let got = decode(p, &|i| weights[i]);
            if verbose {
                for (r, y) in got.iter().enumerate() {
                    if !p.right[r][*y] {
                        println!(
                            "{}:{} gold {} got {}",
                            p.name,
                            p.rows[r].line + 1,
                            LABELS[p.main[r]].letter(),
                            LABELS[*y].letter()
                        );
                    }
                }
            }
            let [rules, tally] = &mut tallies[p.set];
            rules.add(p, &p.rules);
            tally.add(p, &got);
        }
    }
    for (set, [rules, tally]) in SETS.iter().zip(&tallies) {
        println!("{set}");
        rules.print("rules");
        tally.print("out of fold");
    }
    let weights = trained(&|| Box::new(postings.iter()), l2, epochs);
    let mut tally = [Tally::default(), Tally::default()];
    for p in &unseen {
        tally[0].add(p, &p.rules);
        let got = decode(p, &|i| weights[i]);
        tally[1].add(p, &got);
    }
    println!("own pages, not trained with");
    tally[0].print("rules");
    tally[1].print("model");
    if let Some(out) = out {
        let bytes: Vec<u8> = weights
            .iter()
            .map(|w| (w / UNIT).round() as i8 as u8)
            .collect();
        let used = bytes.iter().filter(|b| **b != 0).count();
        println!("{used} of {} weights are not zero", bytes.len());
        let mut own = Tally::default();
        for p in &postings {
            own.add(p, &decode(p, &|i| f32::from(bytes[i] as i8) * UNIT));
        }
        own.print("on its own postings");
        let out = Path::new(&out);
        std::fs::write(out.join("weights.bin"), bytes)?;
        std::fs::write(out.join("words.bin"), &words)?;
    }
    Ok(())
}

fn load(folder: &Path, words: &[u8]) -> Result<Vec<Posting>, Box<dyn std::error::Error>> {
    let mut names: Vec<_> = std::fs::read_dir(folder)?
        .filter_map(|e| e.ok()?.file_name().into_string().ok())
        .filter_map(|n| n.strip_suffix(".gold.json").map(String::from))
        .collect();
    names.sort();
    let mut out = Vec::new();
    for name in names {
        let text = std::fs::read_to_string(folder.join(format!("{name}.txt")))?;
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(
            folder.join(format!("{name}.gold.json")),
        )?)?;
        if gold["skip_lines"] == true {
            continue;
        }
        let mut labels = vec![String::new(); text.split('\n').count() + 1];
        for range in gold["lines"].as_array().into_iter().flatten() {
            let (a, b) = (
                range[0].as_u64().unwrap_or(1),
                range[1].as_u64().unwrap_or(0),
            );
            for i in a..=b {
                if let Some(slot) = labels.get_mut(i as usize) {
                    *slot = range[2].as_str().unwrap_or_default().to_string();
                }
            }
        }
        out.push(posting(name, &text, &labels[1..], words));
    }
    Ok(out)
}

/// The project's own pages of a file.
fn pages(file: &str, words: &[u8]) -> Vec<Posting> {
    let pages = page::pages(file).into_iter();
    pages
        .map(|p| posting(p.name, &p.text, &p.labels, words))
        .collect()
}

/// The postings whose whole reading is tested: those with a `labels.txt`, a line's letters a line.
fn written(words: &[u8]) -> Result<Vec<Posting>, std::io::Error> {
    let mut folders: Vec<_> = std::fs::read_dir("tests/postings")?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("labels.txt").is_file())
        .collect();
    folders.sort();
    let mut out = Vec::new();
    for path in folders {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(path.join("posting.txt"))?;
        let labels = std::fs::read_to_string(path.join("labels.txt"))?;
        let labels: Vec<String> = labels.lines().map(String::from).collect();
        out.push(posting(name.into(), &text, &labels, words));
    }
    Ok(out)
}

/// A text with the letters of each of its lines.
fn posting(name: String, text: &str, labels: &[String], words: &[u8]) -> Posting {
    let (rows, rules) = train::rows(text, words);
    let index = |c: &str| LABELS.iter().position(|l| l.letter().to_string() == c);
    let mut right = Vec::new();
    let mut main = Vec::new();
    for row in &rows {
        let label = labels.get(row.line).map_or("", String::as_str);
        let mut ok = [false; N];
        for c in label.split('|') {
            // a title is named later; until then its line is a fact
            let c = if c == "T" { "M" } else { c };
            if let Some(y) = index(c) {
                ok[y] = true;
            }
        }
        if ok == [false; N] {
            ok = [true; N];
        }
        let first = label.split('|').next().unwrap_or_default();
        main.push(index(if first == "T" { "M" } else { first }).unwrap_or(0));
        right.push(ok);
    }
    let rules = rules
        .iter()
        .map(|l| LABELS.iter().position(|x| x == l).unwrap_or(0))
        .collect();
    Posting {
        name,
        set: 0,
        rows,
        right,
        main,
        rules,
    }
}

#[derive(Default)]
struct Tally {
    right: usize,
    all: usize,
    tp: [usize; N],
    fp: [usize; N],
    miss: [usize; N],
}

impl Tally {
    fn add(&mut self, p: &Posting, got: &[usize]) {
        for (r, y) in got.iter().enumerate() {
            self.all += 1;
            if p.right[r][*y] {
                self.right += 1;
                self.tp[*y] += 1;
            } else {
                self.fp[*y] += 1;
                self.miss[p.main[r]] += 1;
            }
        }
    }

    fn print(&self, name: &str) {
        let f1 = |y: usize| {
            2.0 * self.tp[y] as f32 / (2 * self.tp[y] + self.fp[y] + self.miss[y]).max(1) as f32
        };
        let each: Vec<String> = (0..N)
            .map(|y| format!("{} {:.3}", LABELS[y].letter(), f1(y)))
            .collect();
        let key = (2..6).map(f1).sum::<f32>() / 4.0;
        println!(
            "{name}: accuracy {:.4}, duty/must/nice/benefit {key:.4}; {}",
            self.right as f32 / self.all.max(1) as f32,
            each.join(" ")
        );
    }
}

/// The labels of a posting's lines, as the reader finds them.
fn decode(p: &Posting, weight: &dyn Fn(usize) -> f32) -> Vec<usize> {
    let weight = |i: usize| weight(i);
    let line = |(row, rule): (&Row, &usize)| {
        let mut scores = scores(row, &weight);
        if *rule == NOISE {
            scores[NOISE] += RULED_NOISE;
        }
        (step_kind(row), scores)
    };
    let own: Vec<_> = p.rows.iter().zip(&p.rules).map(line).collect();
    best_chain(&own, &weight)
}

/// A word is worth keeping that stands on at least so many lines.
const LEAST_LINES: u32 = 5;
/// ... and is found with a kind so much more often than the kind is found at all, as a logarithm.
const LEAST_SAID: f32 = 0.5;
/// Counts are drawn toward the kind's share as if by so many lines more.
const SMOOTH: f32 = 4.0;

/// Which words go with which kind of line, by what the rules say of the lines of all texts in `folder`.
fn vocabulary(folder: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut counts: BTreeMap<u32, [u32; WORD_KINDS]> = BTreeMap::new();
    let mut totals = [0_u32; WORD_KINDS];
    for entry in std::fs::read_dir(folder)? {
        let text = std::fs::read_to_string(entry?.path())?;
        for (label, words) in train::words(&text) {
            let kind = LABELS.iter().position(|l| *l == label);
            let Some(kind) = kind.filter(|k| *k < WORD_KINDS) else {
                continue;
            };
            for word in words {
                counts.entry(word).or_default()[kind] += 1;
                totals[kind] += 1;
            }
        }
    }
    let all = totals.iter().sum::<u32>() as f32;
    let mut kept: Vec<(u32, u32, u8)> = Vec::new();
    for (word, count) in &counts {
        let lines: u32 = count.iter().sum();
        let said = |kind: usize| {
            let share = totals[kind] as f32 / all;
            ((count[kind] as f32 + SMOOTH * share) / (lines as f32 + SMOOTH) / share).ln()
        };
        let best = (0..WORD_KINDS).max_by(|a, b| said(*a).total_cmp(&said(*b)));
        let best = best.unwrap_or(0);
        if lines >= LEAST_LINES && said(best) >= LEAST_SAID {
            let strength = (said(best) / WORD_UNIT).round().min(15.0) as u8;
            kept.push((lines, *word, (best as u8) << 4 | strength));
        }
    }
    // The most frequent ones where there are more than the table takes.
    kept.sort_unstable_by(|a, b| b.cmp(a));
    kept.truncate(PLACES * 2 / 3);
    println!("{} words", kept.len());
    let mut table = vec![0; PLACES * 3];
    for (_, word, value) in kept {
        let mut place = word as usize % PLACES;
        while table[place * 3 + 2] != 0 {
            place = (place + 1) % PLACES;
        }
        table[place * 3..place * 3 + 2].copy_from_slice(&train::check(word));
        table[place * 3 + 2] = value;
    }
    Ok(table)
}

/// So many trainings, each in another order and blind to other features, are put together.
const TRAININGS: usize = 10;
/// Of a hundred features of a line so many are not seen in a step, so that none is relied upon.
const BLIND: u32 = 30;

/// The mean of several trainings.
fn trained<'a>(
    postings: &dyn Fn() -> Box<dyn Iterator<Item = &'a Posting> + 'a>,
    l2: f32,
    epochs: usize,
) -> Vec<f32> {
    let mut mean = vec![0.0; SIZE];
    for n in 0..TRAININGS {
        for (sum, w) in mean.iter_mut().zip(train(postings(), l2, epochs, n)) {
            *sum += w / TRAININGS as f32;
        }
    }
    mean.iter_mut().for_each(|w| *w = kept(*w));
    mean
}

/// Weights nearer to nothing are left out: many of them say little and are much to load.
const LEAST_WEIGHT: f32 = 0.1;

/// A weight as it is stored.
fn kept(w: f32) -> f32 {
    if w.abs() < LEAST_WEIGHT {
        return 0.0;
    }
    (w / UNIT).round().clamp(-127.0, 127.0) * UNIT
}

/// A posting of whose features some are not seen, others in each round.
fn blinded(p: &Posting, seed: u64) -> Vec<Row> {
    let mut rows = p.rows.clone();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for row in &mut rows {
        row.features.retain(|_| {
            // xorshift64*, Vigna 2016
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            let random = state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
            random % 100 >= u64::from(BLIND)
        });
    }
    rows
}

/// Gradient steps (with step sizes by coordinate) on the log-likelihood of the right labels.
fn train<'a>(
    postings: impl Iterator<Item = &'a Posting>,
    l2: f32,
    epochs: usize,
    seed: usize,
) -> Vec<f32> {
    let postings: Vec<&Posting> = postings.collect();
    let mut w = vec![0.0f32; SIZE];
    let mut square = vec![1e-3f32; SIZE];
    let mut gradient = Gradient {
        value: vec![0.0; SIZE],
        touched: Vec::new(),
    };
    let lines: usize = postings.iter().map(|p| p.rows.len()).sum();
    for epoch in 0..epochs {
        let rate = 0.25 / (1.0 + epoch as f32 * 0.05);
        for k in 0..postings.len() {
            // a fixed shuffle, another each round
            let p = postings[(k * 7919 + (epoch + 31 * seed) * 104_729) % postings.len()];
            let rows = blinded(p, ((seed * 1000 + epoch) * 1000 + k) as u64 + 1);
            let free = expect(&rows, &p.right, &w, false, &mut gradient);
            let held = expect(&rows, &p.right, &w, true, &mut gradient);
            debug_assert!(free + 1e-3 >= held);
            let share = p.rows.len() as f32 / lines as f32;
            for i in gradient.touched.drain(..) {
                let g = gradient.value[i] - l2 * share * 200.0 * w[i];
                gradient.value[i] = 0.0;
                square[i] += g * g;
                w[i] += rate * g / square[i].sqrt();
            }
        }
    }
    w
}

/// Adds the expected features (with the right labels `held`: plus; free: minus); gives the log of the
/// sum over paths.
fn expect(
    rows: &[Row],
    right: &[[bool; N]],
    w: &[f32],
    held: bool,
    gradient: &mut Gradient,
) -> f32 {
    let n = rows.len();
    if n == 0 {
        return 0.0;
    }
    let sign = if held { 1.0 } else { -1.0 };
    let weight = |i: usize| w[i];
    let own: Vec<[f32; N]> = rows
        .iter()
        .zip(right)
        .map(|(row, right)| {
            let mut s = scores(row, &weight);
            for y in 0..N {
                if held && !right[y] {
                    s[y] = -1e9;
                }
            }
            s
        })
        .collect();
    let mut forward = vec![[0.0f32; N]; n];
    let mut backward = vec![[0.0f32; N]; n];
    forward[0] = own[0];
    for i in 1..n {
        for y in 0..N {
            let from: [f32; N] =
                std::array::from_fn(|q| forward[i - 1][q] + w[step(&rows[i], q, y)]);
            forward[i][y] = own[i][y] + log_sum(&from);
        }
    }
    for i in (0..n - 1).rev() {
        for y in 0..N {
            let to: [f32; N] = std::array::from_fn(|q| {
                backward[i + 1][q] + own[i + 1][q] + w[step(&rows[i + 1], y, q)]
            });
            backward[i][y] = log_sum(&to);
        }
    }
    let total = log_sum(&forward[n - 1]);
    for i in 0..n {
        for y in 0..N {
            let share = (forward[i][y] + backward[i][y] - total).exp();
            if share > 1e-4 {
                for f in &rows[i].features {
                    gradient.add(*f as usize * N + y, sign * share);
                }
            }
            if i > 0 {
                for (q, before) in forward[i - 1].iter().enumerate() {
                    let at = step(&rows[i], q, y);
                    let share = (before + w[at] + own[i][y] + backward[i][y] - total).exp();
                    if share > 1e-4 {
                        gradient.add(at, sign * share);
                    }
                }
            }
        }
    }
    total
}

/// A sparse gradient over a dense table.
struct Gradient {
    value: Vec<f32>,
    touched: Vec<usize>,
}

impl Gradient {
    fn add(&mut self, i: usize, g: f32) {
        if self.value[i] == 0.0 {
            self.touched.push(i);
        }
        self.value[i] += g;
    }
}

fn log_sum(xs: &[f32; N]) -> f32 {
    let top = xs.iter().copied().fold(f32::MIN, f32::max);
    top + xs.iter().map(|x| (x - top).exp()).sum::<f32>().ln()
}
