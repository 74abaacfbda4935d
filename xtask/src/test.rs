//! `cargo xtask test`: everything that must hold before a change goes in, step by step, each with
//! its name and time, a summary at the end. A step that could not run is said, never passed over.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::browsers::{Browser, Driven};
use crate::build;
use crate::process::{cargo, root, run, run_kept, spoken};
use crate::size;
use crate::tools;

/// The path the end-to-end run serves the site under, as GitHub Pages does for a project.
const SUB_PATH: &str = "/rolecard/";
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// So many tests of one browser may fail and be tried once more. A browser that is driven has faults of
/// its own now and then; what is broken in the page fails twice.
const TRIED_AGAIN: usize = 3;

enum Ending {
    /// With what is to be said of it, if anything.
    Passed(String),
    Failed(String),
    /// Not run, and why; the whole still passes.
    LeftOut(String),
}

/// The steps taken so far.
#[derive(Default)]
struct Steps {
    taken: Vec<(String, Duration, Ending)>,
}

impl Steps {
    /// Runs one step; whether it passed.
    fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> bool {
        self.noted(name, || work().map(|()| String::new()))
    }

    /// The same, where something may be said of what passed.
    fn noted(&mut self, name: &str, work: impl FnOnce() -> Outcome<String>) -> bool {
        println!("\n=== {name}");
        let start = Instant::now();
        let done = work();
        let passed = done.is_ok();
        let time = start.elapsed();
        if let Err(why) = &done {
            println!("=== {name}: FAILED after {}: {why}", spoken(time));
        }
        let ending = match done {
            Ok(note) => Ending::Passed(note),
            Err(why) => Ending::Failed(why),
        };
        self.taken.push((name.into(), time, ending));
        passed
    }

    fn leave_out(&mut self, name: &str, why: &str) {
        println!("\n=== {name}: left out: {why}");
        self.taken
            .push((name.into(), Duration::ZERO, Ending::LeftOut(why.into())));
    }

    /// Prints the summary; an error if a step failed.
    fn end(self) -> Outcome {
        println!("\n=== Summary");
        let mut failed = 0;
        for (name, time, ending) in &self.taken {
            let (word, note) = match ending {
                Ending::Passed(note) if note.is_empty() => ("ok", String::new()),
                Ending::Passed(note) => ("ok", format!("  ({note})")),
                Ending::Failed(why) => ("FAILED", format!("  ({why})")),
                Ending::LeftOut(why) => ("left out", format!("  ({why})")),
            };
            failed += usize::from(matches!(ending, Ending::Failed(_)));
            println!("{word:<9} {:>12}  {name}{note}", spoken(*time));
        }
        let all: Duration = self.taken.iter().map(|s| s.1).sum();
        println!("{:<9} {:>12}  in all", "", spoken(all));
        match failed {
            0 => Ok(()),
            1 => Err("1 step failed".into()),
            n => Err(format!("{n} steps failed")),
        }
    }
}

/// All steps; those in a browser only if wanted.
pub fn all(no_browser: bool) -> Outcome {
    let mut steps = Steps::default();
    steps.step("formatting", || {
        run(cargo().args(["fmt", "--all", "--check"]))
    });
    steps.step("clippy, native", || {
        let lint = ["clippy", "--workspace", "--all-targets", "--locked"];
        run(cargo().args(lint).args(["--", "-D", "warnings"]))
    });
    // a package of their own, which nothing else builds: they would fall behind unseen
    steps.step("fuzz targets, checked", || {
        let check = ["check", "--bins", "--locked", "--no-default-features"];
        run(cargo()
            .args(check)
            .args(["--manifest-path", "fuzz/Cargo.toml"]))
    });
    let target = steps.step("Rust's wasm target", tools::target);
    if target {
        steps.step("clippy, wasm", || {
            let lint = ["clippy", "--tests", "--locked"];
            run(cargo().args(lint).args(WASM).args(["--", "-D", "warnings"]))
        });
    }
    steps.step("tests, native", || {
        run(cargo().args(["test", "--locked"]))?;
        run(cargo().args(["test", "--locked", "--package", "xtask", "--bins"]))
    });

    let in_browser = "tests of components in a browser";
    if no_browser {
        steps.leave_out(in_browser, "--no-browser");
    } else {
        steps.step(in_browser, components);
    }
    let built = steps.step("release build", || build::site(SUB_PATH));
    if built {
        steps.step("size budget", build::budget);
    }

    for browser in Browser::ALL {
        let name = format!("end to end, {}", browser.name());
        if no_browser {
            steps.leave_out(&name, "--no-browser");
        } else if !built {
            steps.leave_out(&name, "there is no release build");
        } else if browser == Browser::Chromium {
            steps.noted(&name, || drive(&browser.ready()?, &[]));
        } else {
            match browser.found() {
                Ok(Some(driven)) => {
                    steps.noted(&name, || drive(&driven, &[]));
                }
                Ok(None) => {
                    let how = format!(
                        "not installed; `cargo xtask e2e --browser {0}` tries to install it",
                        browser.name()
                    );
                    steps.leave_out(&name, &how);
                }
                Err(why) => steps.leave_out(&name, &why),
            }
        }
    }
    steps.end()
}

/// The end-to-end run alone, over a fresh release build: in `browser`, else in all that are there.
pub fn end_to_end(browser: Option<&str>, rest: &[String]) -> Outcome {
    let wanted = match browser {
        Some(name) => vec![Browser::parse(name)?.ready()?],
        None => {
            let mut found = vec![Browser::Chromium.ready()?];
            for other in [Browser::Firefox, Browser::WebKit] {
                found.extend(other.found()?);
            }
            found
        }
    };
    build::site(SUB_PATH)?;
    let mut steps = Steps::default();
    for driven in &wanted {
        let name = format!("end to end, {}", driven.browser.name());
        steps.noted(&name, || drive(driven, rest));
    }
    steps.end()
}

/// The tests marked `wasm_bindgen_test`, in Chromium.
fn components() -> Outcome {
    let chromium = Browser::Chromium.ready()?;
    let runner = tools::test_runner()?;
    run(cargo()
        .args(["test", "--locked", "--tests"])
        .args(WASM)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &chromium.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
}

/// The run in one browser: one test after the other, since they share two cores with a browser. A few
/// that fail are tried again, twice at most, and that is said.
fn drive(driven: &Driven, rest: &[String]) -> Outcome<String> {
    let axe = tools::axe();
    if let Err(why) = &axe {
        println!("The pages are not checked with axe: {why}.");
    }
    let axe = axe.unwrap_or_else(|_| PathBuf::new());
    let (outcome, printed) = run_kept(&mut driver(driven, &axe, rest));
    let Err(why) = outcome else {
        return Ok(String::new());
    };
    let failed = failures(&printed);
    if failed.is_empty() || failed.len() > TRIED_AGAIN {
        return Err(why);
    }
    let names = failed.join(", ");
    let exactly: Vec<_> = [vec!["--exact".to_string()], failed].concat();
    // On a slow machine WebKit's driver may lose a press twice; what is broken fails each time.
    let mut outcome = Err(why);
    for nth in ["second", "third"] {
        println!("\n=== Tried again, the {nth} time: {names}");
        outcome = run(&mut driver(driven, &axe, &exactly));
        if outcome.is_ok() {
            return Ok(format!("only at the {nth} try: {names}"));
        }
    }
    outcome.map(|()| String::new())
}

fn driver(driven: &Driven, axe: &Path, rest: &[String]) -> Command {
    let mut command = cargo();
    command
        .args(["test", "--locked", "--package", "xtask", "--test", "e2e"])
        .args(["--", "--test-threads=1", "--show-output"])
        .args(rest)
        .env("RUST_BACKTRACE", "0")
        .env("ROLECARD_DIST", root().join("dist"))
        .env("ROLECARD_FIRST_LOAD", size::BUDGET.to_string())
        .env("ROLECARD_FIRST_CARD", size::FIRST_CARD.to_string())
        .env("ROLECARD_SUB_PATH", SUB_PATH)
        .env("ROLECARD_AXE", axe);
    driven.tell(&mut command);
    command
}

/// The tests that libtest says have failed, by their full names.
fn failures(printed: &str) -> Vec<String> {
    let lines = printed.lines();
    let failed = lines.filter_map(|line| {
        let name = line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?;
        Some(name.to_string())
    });
    failed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_tests_are_known_by_name() {
        let printed = "running 3 tests\ntest a::b ... ok\ntest a::c ... FAILED\ntest d ... FAILED\n\n\
            failures:\n\n---- a::c stdout ----\n  test e ... FAILED\n\nfailures:\n    a::c\n    d\n";
        assert_eq!(failures(printed), ["a::c", "d"]);
    }
}
