//! Browsers and their drivers: finding them, installing Chromium where apt may, and saying plainly
//! what to install where it may not.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::process::{output, program_in, run, which};
use crate::tools::{geckodriver, telling};

/// A browser the end-to-end run drives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// A browser that is there, and the driver that drives it.
#[derive(Clone, Debug)]
pub struct Driven {
    pub browser: Browser,
    pub program: PathBuf,
    pub driver: PathBuf,
}

impl Browser {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    pub fn parse(name: &str) -> Outcome<Self> {
        let found = Self::ALL.into_iter().find(|b| b.name() == name);
        found.ok_or_else(|| format!("no browser named {name:?}: chromium, firefox or webkit"))
    }

    /// The browser, if it is installed. Its driver is not asked for.
    fn program(self) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Self::Chromium => &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ],
            Self::Firefox => &["firefox-esr", "firefox"],
            Self::WebKit => return mini_browser(),
        };
        names.iter().find_map(|name| which(name))
    }

    fn driver(self) -> Outcome<PathBuf> {
        let from_folder = |variable: &str, name: &str| {
            let folder = std::env::var_os(variable)?;
            program_in(Path::new(&folder), name)
        };
        let missing = |what: &str| format!("{what} is not installed");
        match self {
            Self::Chromium => from_folder("CHROMEWEBDRIVER", "chromedriver")
                .or_else(|| which("chromedriver"))
                .ok_or_else(|| missing("chromedriver")),
            Self::Firefox => geckodriver(),
            Self::WebKit => which("WebKitWebDriver").ok_or_else(|| missing("WebKitWebDriver")),
        }
    }

    /// Debian's packages for it.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }

    /// The browser and its driver, if both are there; `Ok(None)` if the browser is not.
    pub fn found(self) -> Outcome<Option<Driven>> {
        let Some(program) = self.program() else {
            return Ok(None);
        };
        let driver = self.driver()?;
        Ok(Some(Driven {
            browser: self,
            program,
            driver,
        }))
    }

    /// The browser and its driver, installed if apt may.
    pub fn ready(self) -> Outcome<Driven> {
        if let Ok(Some(driven)) = self.found() {
            return Ok(driven);
        }
        let packages = self.packages();
        let tried = apt_install(packages);
        match self.found() {
            Ok(Some(driven)) => Ok(driven),
            after => {
                let why = tried.err().or(after.err());
                Err(format!(
                    "{} or its driver is missing. Install it (on Debian: apt-get install {}), or \
                     run `cargo xtask test --no-browser`.{}",
                    self.name(),
                    packages.join(" "),
                    why.map(|w| format!(" ({w})")).unwrap_or_default()
                ))
            }
        }
    }
}

impl Driven {
    /// Tells a test which browser to drive, and how.
    pub fn tell(&self, command: &mut Command) {
        command
            .env("ROLECARD_BROWSER", self.browser.name())
            .env("ROLECARD_BROWSER_PROGRAM", &self.program)
            .env("ROLECARD_DRIVER", &self.driver);
    }
}

/// WebKitGTK's small browser; it lives in a folder of the library's version. It needs a screen,
/// a real one or Xvfb's.
fn mini_browser() -> Option<PathBuf> {
    let screen = std::env::var_os("DISPLAY").is_some() || which("Xvfb").is_some();
    let roots = [
        "/usr/lib",
        "/usr/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
    ];
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    let mut folders = roots
        .iter()
        .flat_map(|root| versions.iter().map(move |v| Path::new(root).join(v)));
    folders
        .find_map(|folder| program_in(&folder, "MiniBrowser"))
        .filter(|_| screen)
}

/// Installs Debian packages, as root or by `sudo -n`.
pub fn apt_install(packages: &[&str]) -> Outcome {
    let apt = which("apt-get").ok_or("apt-get is not there")?;
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    let sudo = which("sudo");
    let as_root = |args: &[&str]| -> Outcome<Command> {
        let mut command = match (&sudo, root) {
            (_, true) => Command::new(&apt),
            (Some(sudo), false) => {
                let mut command = Command::new(sudo);
                command
                    .arg("-n")
                    .arg("DEBIAN_FRONTEND=noninteractive")
                    .arg(&apt);
                command
            }
            (None, false) => return Err("apt-get wants root, and sudo is not there".into()),
        };
        command
            .args(args.iter().map(OsStr::new))
            .env("DEBIAN_FRONTEND", "noninteractive");
        Ok(command)
    };
    let what = format!("{} by apt", packages.join(", "));
    telling(&what, "a minute or two", || {
        // Old lists name packages the servers no longer have; a failure here is told by the install.
        let _ = run(&mut as_root(&["update", "-qq"])?);
        let mut args = vec!["install", "-y", "-qq", "--no-install-recommends"];
        args.extend(packages);
        run(&mut as_root(&args)?)
    })
}
