//! Times the reader: `cargo bench`, or `cargo bench -- FOLDER` to time every `.txt` file of a
//! folder as well. Prints; fails on nothing, since a clock tells as much of the machine as of us.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rolecard::extract;

/// Shapes of input on which a careless reader is slow; a linear one has the same speed at all sizes.
const SHAPES: [(&str, &str); 13] = [
    ("one line", "the driver keeps the van clean and "),
    ("one word", "a"),
    ("all bullets", "- \n"),
    ("items", "- drive a van in Leeds for 3 years\n"),
    ("all digits", "8"),
    ("figures", "$12 or 31.12.2026 "),
    ("all headings", "Requirements:\n"),
    ("no letters", ".,-/ "),
    ("skills", "SQL, Java or Python, "),
    ("blank lines", "\n"),
    ("years", "5+ years "),
    ("pay, apart", "$5\n\n"),
    ("listed", "SQL, Java or Python,\n"),
];
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

fn main() {
    // The first reading compiles the lexicons.
    let start = Instant::now();
    black_box(extract::read("Nurse wanted in Leeds"));
    println!(
        "first reading, lexicons compiled: {}",
        spoken(start.elapsed())
    );

    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postings");
    postings(&own);
    for folder in std::env::args().skip(1).filter(|a| !a.starts_with("--")) {
        postings(Path::new(&folder));
    }
    shapes();
}

/// Median time per posting below `folder`.
fn postings(folder: &Path) {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.sort();
    let texts: Vec<_> = paths.iter().map(fs::read_to_string).collect();
    let mut times = Vec::new();
    let (mut bytes, mut total) = (0, Duration::ZERO);
    for text in texts.iter().flatten() {
        let time = median(text, 15);
        bytes += text.len();
        total += time;
        times.push((time, text.len()));
    }
    if times.is_empty() {
        println!("\n{}: no .txt file", folder.display());
        return;
    }
    times.sort();
    let (middle, size) = times[times.len() / 2];
    let (slowest, longest) = times[times.len() - 1];
    println!(
        "\n{}: {} postings, {bytes} bytes",
        folder.display(),
        times.len()
    );
    println!("  median  {:>10}  ({size} bytes)", spoken(middle));
    println!("  slowest {:>10}  ({longest} bytes)", spoken(slowest));
    println!(
        "  for 5 KB {:>9}  at the mean speed",
        spoken(total * 5_000 / bytes.max(1) as u32)
    );
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|e| e == "txt") {
            paths.push(path);
        }
    }
}

/// Time and speed over shapes and sizes.
fn shapes() {
    println!(
        "\n{:<14}{:>22}{:>22}{:>22}",
        "shape", "10 KB", "100 KB", "1 MB"
    );
    for (name, piece) in SHAPES {
        print!("{name:<14}");
        for size in SIZES {
            let text = piece.repeat(size / piece.len());
            let time = median(&text, if size > 100_000 { 3 } else { 9 });
            let speed = text.len() as f64 / 1e6 / time.as_secs_f64();
            print!("{:>22}", format!("{} {speed:>5.0} MB/s", spoken(time)));
        }
        println!();
    }
}

fn median(text: &str, runs: usize) -> Duration {
    let time = |_| {
        let start = Instant::now();
        black_box(extract::read(black_box(text)));
        start.elapsed()
    };
    let mut times: Vec<_> = (0..runs).map(time).collect();
    times.sort();
    times[runs / 2]
}

fn spoken(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    if micros < 1000.0 {
        format!("{micros:.0} µs")
    } else {
        format!("{:.2} ms", micros / 1000.0)
    }
}
