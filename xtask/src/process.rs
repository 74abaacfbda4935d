//! Running other programs, and finding them. Says what it runs; never swallows a failure.

use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use crate::Outcome;

/// The checkout's root. Cargo says at each run where the package is: with a target folder shared by
/// checkouts, what was true when this was compiled may be another's.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR");
    let here = here.map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Runs `command` with its output shown.
pub fn run(command: &mut Command) -> Outcome {
    let line = show(command);
    ended(&line, command.status())
}

/// What came of the program that `line` shows.
fn ended(line: &str, status: io::Result<ExitStatus>) -> Outcome {
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}")),
        Err(error) => Err(format!("`{line}` could not be started: {error}")),
    }
}

/// Runs `command` with its output shown, and keeps what it prints on standard output.
pub fn run_kept(command: &mut Command) -> (Outcome, String) {
    let line = show(command);
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return (ended(&line, Err(error)), String::new()),
    };
    let mut kept = String::new();
    let out = child.stdout.take();
    for printed in out.into_iter().flat_map(|out| BufReader::new(out).lines()) {
        let printed = printed.unwrap_or_default();
        println!("{printed}");
        kept.push_str(&printed);
        kept.push('\n');
    }
    (ended(&line, child.wait()), kept)
}

/// What `command` prints on standard output, if it can be run and ends well.
pub fn output(command: &mut Command) -> Option<String> {
    let command = command.stdin(Stdio::null()).stderr(Stdio::null());
    let output = command.output().ok().filter(|o| o.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// The program `name` on PATH.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find_map(|folder| program_in(&folder, name))
}

/// The program `name` in `folder`, with the platform's ending.
pub fn program_in(folder: &Path, name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    let paths = endings.iter().map(|e| folder.join(format!("{name}{e}")));
    paths.into_iter().find(|p| p.is_file())
}

/// A command line as a person would type it, for messages.
pub fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    for arg in command.get_args() {
        line.push(' ');
        line.push_str(&arg.to_string_lossy());
    }
    line
}

/// A stretch of time for people: "0.4 s", "2 min 05 s".
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        return format!("{seconds:.1} s");
    }
    let whole = time.as_secs();
    format!("{} min {:02} s", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_spoken_plainly() {
        let cases = [(400, "0.4 s"), (59_900, "59.9 s"), (125_000, "2 min 05 s")];
        for (millis, expected) in cases {
            assert_eq!(spoken(Duration::from_millis(millis)), expected);
        }
    }

    #[test]
    fn a_command_is_shown_by_the_programs_name() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["fmt", "--check"]);
        assert_eq!(show(&command), "cargo fmt --check");
    }
}
