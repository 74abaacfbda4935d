//! The pinned tools: where they are looked for, how they are installed, and telling what and how
//! long. A tool on PATH at the pinned version is used as it is; else one in the tools folder, which
//! all checkouts of a user share, so that a second run and a second clone start at once.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::Outcome;
use crate::browsers::apt_install;
use crate::process::{cargo, output, program_in, root, run, spoken, which};

const TARGET: &str = "wasm32-unknown-unknown";

/// A program installed by cargo.
struct Tool {
    /// The package on crates.io.
    package: &'static str,
    /// The one version that is used.
    version: &'static str,
    /// The program looked for.
    program: &'static str,
    /// How to build it.
    flags: &'static [&'static str],
    /// What to expect, for the person who waits.
    takes: &'static str,
}

const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    flags: &["--locked", "--no-default-features"],
    takes: "5 to 11 minutes on two cores",
};

// Without `--locked`: its lock file names a package that can no longer be had.
const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    flags: &["--no-default-features"],
    takes: "2 to 4 minutes on two cores",
};

const WASM_OPT: Tool = Tool {
    package: "wasm-opt",
    version: "0.116.1",
    program: "wasm-opt",
    flags: &["--locked"],
    takes: "5 to 6 minutes on two cores",
};

const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    flags: &["--locked"],
    takes: "3 to 5 minutes on two cores",
};

const BINARYEN_NPM: &str = "132.0.0";
/// 108, in Debian 12 and Ubuntu 24.04, exports the wrong table; 116 was tried and works.
const BINARYEN_LEAST: u32 = 116;
const AXE_NPM: &str = "4.14.1";

/// Where tools are kept: `$ROLECARD_TOOLS`, else a folder in the user's cache.
pub fn folder() -> Outcome<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty());
    if let Some(folder) = set("ROLECARD_TOOLS") {
        return Ok(folder.into());
    }
    let caches = [
        ("XDG_CACHE_HOME", ""),
        ("LOCALAPPDATA", ""),
        ("HOME", ".cache"),
    ];
    caches
        .iter()
        .find_map(|(name, below)| Some(PathBuf::from(set(name)?).join(below)))
        .map(|cache| cache.join("rolecard-tools"))
        .ok_or_else(|| "no home folder: name a folder for the tools in ROLECARD_TOOLS".into())
}

/// What a build of the site needs, as a PATH that holds all of it. Installs what is missing.
pub fn for_building() -> Outcome<OsString> {
    target()?;
    let tools = [wasm_opt()?, wasm_bindgen()?, trunk()?];
    let folders = tools
        .iter()
        .filter_map(|t| t.parent().map(Path::to_path_buf));
    let old = std::env::var_os("PATH").unwrap_or_default();
    let path = folders.chain(std::env::split_paths(&old));
    std::env::join_paths(path).map_err(|error| format!("PATH cannot be put together: {error}"))
}

/// The wasm target of the toolchain in use.
pub fn target() -> Outcome {
    let sysroot = output(cargo_rustc().args(["--print", "sysroot"])).unwrap_or_default();
    let installed = Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET);
    if installed.is_dir() {
        return Ok(());
    }
    let mut rustup = Command::new("rustup");
    rustup.current_dir(root()).args(["target", "add", TARGET]);
    telling(&format!("Rust's target {TARGET}"), "under a minute", || {
        run(&mut rustup)
    })
}

fn cargo_rustc() -> Command {
    let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.current_dir(root());
    command
}

pub fn trunk() -> Outcome<PathBuf> {
    TRUNK.ready()
}

pub fn wasm_bindgen() -> Outcome<PathBuf> {
    WASM_BINDGEN.ready()
}

pub fn geckodriver() -> Outcome<PathBuf> {
    // GitHub's machines bring one and say where.
    if let Some(folder) = std::env::var_os("GECKOWEBDRIVER")
        && let Some(found) = program_in(Path::new(&folder), "geckodriver")
    {
        return Ok(found);
    }
    match which("geckodriver") {
        Some(found) => Ok(found),
        None => GECKODRIVER.ready(),
    }
}

/// The runner of tests in a browser; it comes with wasm-bindgen.
pub fn test_runner() -> Outcome<PathBuf> {
    let name = "wasm-bindgen-test-runner";
    let folder = wasm_bindgen()?;
    let beside = folder.parent().and_then(|f| program_in(f, name));
    beside.ok_or_else(|| format!("{name} is missing beside {}", folder.display()))
}

/// A wasm-opt that keeps the table of references apart; older ones write a page that does not
/// start. npm's is the newest, apt's as quick, cargo's the last resort.
pub fn wasm_opt() -> Outcome<PathBuf> {
    let name = WASM_OPT.program;
    let fit = |path: &PathBuf| version_of(path).is_some_and(|v| binaryen_fits(&v));
    if let Some(found) = which(name).filter(fit) {
        return Ok(found);
    }
    let npm = folder()?.join(format!("binaryen-{BINARYEN_NPM}"));
    let from_npm = || program_in(&npm.join("node_modules/.bin"), name);
    if let Some(found) = from_npm().or_else(|| WASM_OPT.kept()) {
        return Ok(found);
    }
    if which("npm").is_some() {
        let done = npm_install("binaryen", BINARYEN_NPM, &npm, "a minute");
        if let (Ok(()), Some(found)) = (done, from_npm()) {
            return Ok(found);
        }
    }
    let offered = output(Command::new("apt-cache").args(["policy", "binaryen"]));
    let candidate = offered.as_deref().and_then(|o| o.split_once("Candidate:"));
    if candidate.is_some_and(|(_, version)| binaryen_fits(version))
        && apt_install(&["binaryen"]).is_ok()
        && let Some(found) = which(name).filter(fit)
    {
        return Ok(found);
    }
    WASM_OPT.ready()
}

/// Whether the first number in `version` ("wasm-opt version 132") is of a binaryen that serves.
fn binaryen_fits(version: &str) -> bool {
    let mut numbers = version.split(|c: char| !c.is_ascii_digit());
    let first = numbers.find(|n| !n.is_empty());
    first.is_some_and(|n| n.parse::<u32>().is_ok_and(|n| n >= BINARYEN_LEAST))
}

/// axe-core's script, or why it is not there.
pub fn axe() -> Outcome<PathBuf> {
    let home = folder()?.join(format!("axe-core-{AXE_NPM}"));
    let script = home.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        if which("npm").is_none() {
            return Err("npm is not installed, so axe-core cannot be fetched".into());
        }
        npm_install("axe-core", AXE_NPM, &home, "a few seconds")?;
    }
    Ok(script)
}

impl Tool {
    /// The program at the pinned version, installed if need be.
    fn ready(&self) -> Outcome<PathBuf> {
        let pinned = |path: &PathBuf| version_of(path).is_some_and(|v| v.contains(self.version));
        if let Some(found) = which(self.program).filter(pinned) {
            return Ok(found);
        }
        if let Some(found) = self.kept() {
            return Ok(found);
        }
        let home = self.home()?;
        let mut install = cargo();
        install
            .args(["install", self.package, "--version"])
            .arg(format!("={}", self.version))
            .args(self.flags)
            .arg("--root")
            .arg(&home)
            // A tool is built for this machine, by its own rules, not by this checkout's.
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_TARGET_DIR")
            .current_dir(parent_made(&home)?);
        telling(
            &format!("{} {}", self.package, self.version),
            self.takes,
            || run(&mut install),
        )?;
        self.kept()
            .ok_or_else(|| format!("{} is missing after its installation", self.program))
    }

    /// The program in the tools folder, if it was installed before.
    fn kept(&self) -> Option<PathBuf> {
        program_in(&self.home().ok()?.join("bin"), self.program)
    }

    fn home(&self) -> Outcome<PathBuf> {
        Ok(folder()?.join(format!("{}-{}", self.package, self.version)))
    }
}

/// The folder above `home`, made if need be.
fn parent_made(home: &Path) -> Outcome<PathBuf> {
    let parent = home.parent().unwrap_or(home).to_path_buf();
    fs::create_dir_all(&parent)
        .map_err(|error| format!("{} cannot be made: {error}", parent.display()))?;
    Ok(parent)
}

fn version_of(program: &Path) -> Option<String> {
    output(Command::new(program).arg("--version"))
}

fn npm_install(package: &str, version: &str, home: &Path, takes: &str) -> Outcome {
    let wanted = format!("{package}@{version}");
    let mut npm = Command::new(which("npm").unwrap_or_else(|| "npm".into()));
    npm.args(["install", "--no-audit", "--no-fund", "--no-save"])
        .args(["--ignore-scripts", "--loglevel=error", "--prefix"])
        .arg(home)
        .arg(&wanted)
        .current_dir(parent_made(home)?);
    telling(&wanted, takes, || run(&mut npm))
}

/// Says what is installed, where, and how long it took.
pub fn telling(what: &str, takes: &str, install: impl FnOnce() -> Outcome) -> Outcome {
    println!("Installing {what} (once; {takes}) ...");
    let start = Instant::now();
    let done = install();
    let time = spoken(start.elapsed());
    match &done {
        Ok(()) => println!("Installed {what} in {time}."),
        Err(_) => println!("Installing {what} failed after {time}."),
    }
    done
}

#[cfg(test)]
mod tests {
    use super::binaryen_fits;

    #[test]
    fn an_old_wasm_opt_does_not_serve() {
        let cases = [
            ("wasm-opt version 108", false),
            ("wasm-opt version 116 (version_116)", true),
            ("wasm-opt version 132 (version_132)", true),
            (" 108-1\n  Version table:", false),
            (" 120-4", true),
            ("", false),
        ];
        for (version, expected) in cases {
            assert_eq!(binaryen_fits(version), expected, "{version:?}");
        }
    }
}
