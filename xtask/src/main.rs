//! The house's chores: `cargo xtask serve`, `build`, `test`, `e2e`. A fresh machine needs rustup's
//! Rust only; what else is missing is set up, told, and kept outside the checkout. Never touches
//! the sources.

mod browsers;
mod build;
mod cut;
mod hash;
mod offline;
mod pieces;
mod process;
mod serve;
mod size;
mod test;
mod tools;
mod words;

use std::process::ExitCode;

/// What a chore ends with; the message is for the person at the terminal.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask serve [--port N] [--release]       set up what is missing, build, serve, rebuild on change
cargo xtask build [--public-url /repo/]        release build into dist/, sizes, their budget
cargo xtask test [--no-browser]                everything that must hold before a change goes in
cargo xtask e2e [--browser NAME] [FILTER]      the end-to-end run alone, in chromium, firefox or webkit

Tools are pinned in xtask/src/tools.rs and kept in $ROLECARD_TOOLS, else in the user's cache folder.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match chore(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\nxtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn chore(args: &[String]) -> Outcome {
    let Some((name, rest)) = args.split_first() else {
        println!("{HELP}");
        return Ok(());
    };
    let mut options = Options::new(rest);
    match name.as_str() {
        "serve" => {
            let port = options.value("--port")?;
            let release = options.flag("--release");
            options.end()?;
            serve::serve(port.as_deref(), release)
        }
        "build" => {
            let url = options.value("--public-url")?;
            options.end()?;
            build::build(url.as_deref().unwrap_or("/"))
        }
        "test" => {
            let no_browser = options.flag("--no-browser");
            options.end()?;
            test::all(no_browser)
        }
        // Trunk's hook after a build; it says by environment where the files are.
        "cut" => {
            options.end()?;
            cut::site()
        }
        "e2e" => {
            let browser = options.value("--browser")?;
            test::end_to_end(browser.as_deref(), &options.rest)
        }
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("no chore named {other:?}\n\n{HELP}")),
    }
}

/// What stands behind the chore's name on the command line.
struct Options {
    rest: Vec<String>,
}

impl Options {
    fn new(rest: &[String]) -> Self {
        Self {
            rest: rest.to_vec(),
        }
    }

    /// Takes `name` out; whether it was there.
    fn flag(&mut self, name: &str) -> bool {
        let at = self.rest.iter().position(|a| a == name);
        at.map(|i| self.rest.remove(i)).is_some()
    }

    /// Takes `name VALUE` or `name=VALUE` out.
    fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        let joined = format!("{name}=");
        if let Some(i) = self.rest.iter().position(|a| a.starts_with(&joined)) {
            return Ok(Some(self.rest.remove(i)[joined.len()..].to_string()));
        }
        let Some(i) = self.rest.iter().position(|a| a == name) else {
            return Ok(None);
        };
        if i + 1 >= self.rest.len() {
            return Err(format!("{name} wants a value"));
        }
        self.rest.remove(i);
        Ok(Some(self.rest.remove(i)))
    }

    /// Nothing may be left over: a mistyped option is said, not ignored.
    fn end(&self) -> Outcome {
        match self.rest.first() {
            None => Ok(()),
            Some(left) => Err(format!("unknown option {left:?}\n\n{HELP}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(args: &[&str]) -> Options {
        Options::new(&args.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_taken_in_both_spellings_and_none_is_ignored() {
        for args in [["--public-url", "/a/"].as_slice(), &["--public-url=/a/"]] {
            let mut options = options(args);
            let value = options.value("--public-url").expect("has a value");
            assert_eq!(value.as_deref(), Some("/a/"));
            assert!(options.end().is_ok());
        }
        assert!(options(&["--port"]).value("--port").is_err());
        let mut left = options(&["--no-browser", "--nobrowser"]);
        assert!(left.flag("--no-browser"));
        assert!(left.end().is_err());
    }
}
