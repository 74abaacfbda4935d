//! A browser session through its driver: starting both, and ending both whatever happens.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::sleep;
use url::{ParseError, Url};

/// The light or the dark scheme of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// A running driver with one session.
pub struct Browser {
    pub client: Client,
    /// "chromium", "firefox" or "webkit".
    pub name: String,
    _driver: Driver,
    _screen: Option<Driver>,
}

/// A child process that ends with its owner.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A setting of the run, which `cargo xtask e2e` makes.
pub fn setting(name: &str) -> String {
    let hint = "is not set: run the end-to-end tests by `cargo xtask e2e`";
    std::env::var(name).unwrap_or_else(|_| panic!("{name} {hint}"))
}

impl Browser {
    /// Starts the browser of this run, in the scheme wanted where it can be told.
    pub async fn start(scheme: Scheme) -> Self {
        let name = setting("ROLECARD_BROWSER");
        let program = setting("ROLECARD_BROWSER_PROGRAM");
        let port = free_port();
        let mut command = Command::new(PathBuf::from(setting("ROLECARD_DRIVER")));
        command
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut screen = None;
        if name == "webkit" && std::env::var_os("DISPLAY").is_none() {
            let (server, display) = start_screen();
            command.env("DISPLAY", display);
            screen = Some(server);
        }
        let driver = Driver(command.spawn().expect("the driver starts"));
        wait_for_port(port).await;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(&name, &program, scheme))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("the driver opens a session");
        let browser = Self {
            client,
            name,
            _driver: driver,
            _screen: screen,
        };
        browser.set_scheme(scheme).await;
        browser
    }

    /// Chromium can be told while it runs; Firefox is told at its start; WebKit cannot be told.
    pub async fn set_scheme(&self, scheme: Scheme) {
        if self.name != "chromium" {
            return;
        }
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        // A page that scrolls smoothly moves under the pointer.
        let features = json!([
            {"name": "prefers-color-scheme", "value": value},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features}))
            .await;
    }

    /// Makes the page `width` CSS pixels wide, where the browser can be made so narrow; whether it
    /// is.
    pub async fn set_width(&self, width: u32) -> bool {
        let height = if width < 700 { 640 } else { 900 };
        if self.name == "chromium" {
            let metrics =
                json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            self.devtools("Emulation.setDeviceMetricsOverride", metrics)
                .await;
        } else {
            let set = self.client.set_window_size(width, height).await;
            set.expect("the window can be sized");
        }
        let inner = self.client.execute("return innerWidth", Vec::new()).await;
        inner.expect("the page answers").as_u64() == Some(width.into())
    }

    /// Moves the page to another time zone, where the browser can be moved; whether it is there.
    pub async fn set_time_zone(&self, zone: &str) -> bool {
        if self.name == "chromium" {
            self.devtools("Emulation.setTimezoneOverride", json!({"timezoneId": zone}))
                .await;
        }
        let script = "return Intl.DateTimeFormat().resolvedOptions().timeZone";
        let now = self.client.execute(script, Vec::new()).await;
        now.expect("the page answers").as_str() == Some(zone)
    }

    async fn devtools(&self, command: &str, params: Value) {
        let call = Chromedriver {
            path: "goog/cdp/execute",
            body: json!({"cmd": command, "params": params}),
        };
        let done = self.client.issue_cmd(call).await;
        done.expect("chromedriver passes the command on");
    }

    /// What Chromium's console holds of faults since the last call, from the page's first moment
    /// on; other drivers do not tell.
    pub async fn console_faults(&self) -> Vec<String> {
        if self.name != "chromium" {
            return Vec::new();
        }
        let call = Chromedriver {
            path: "se/log",
            body: json!({"type": "browser"}),
        };
        let entries = self.client.issue_cmd(call).await;
        let entries = entries.expect("chromedriver tells the console");
        let entries = entries.as_array().into_iter().flatten();
        entries
            .filter(|e| e["level"] == "SEVERE")
            .map(|e| e["message"].to_string())
            .collect()
    }

    /// Ends the session; the driver ends with it.
    pub async fn end(self) {
        let _ = self.client.close().await;
    }
}

/// A command of chromedriver's own.
#[derive(Debug)]
struct Chromedriver {
    /// Its path below the session.
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Chromedriver {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

fn capabilities(name: &str, program: &str, scheme: Scheme) -> Capabilities {
    let dark = u8::from(scheme == Scheme::Dark);
    let all = match name {
        "chromium" => json!({"goog:chromeOptions": {"binary": program, "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--disable-dev-shm-usage", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run",
            "--window-size=1280,900",
        ]}, "goog:loggingPrefs": {"browser": "ALL"}}),
        "firefox" => json!({"moz:firefoxOptions": {"binary": program,
            "args": ["-headless", "--width=1280", "--height=900"],
            "prefs": {"ui.systemUsesDarkTheme": dark, "ui.prefersReducedMotion": 1, "layout.css.prefers-color-scheme.content-override": 1 - dark},
        }}),
        _ => json!({"webkitgtk:browserOptions": {"binary": program, "args": ["--automation"]}}),
    };
    all.as_object().cloned().unwrap_or_default()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("is bound").port()
}

async fn wait_for_port(port: u16) {
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        sleep(Duration::from_millis(50)).await;
    }
    panic!("the driver does not listen on port {port}");
}

/// A screen without glass, for browsers that want one.
fn start_screen() -> (Driver, String) {
    let mut screen = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x900x24",
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let out = screen.stdout.take().expect("is piped");
    let mut number = String::new();
    BufReader::new(out)
        .read_line(&mut number)
        .expect("Xvfb says its screen");
    (Driver(screen), format!(":{}", number.trim()))
}
