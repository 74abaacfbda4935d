//! A static server for the built site, under a sub-path as GitHub Pages serves a project, with a
//! log of every request. Serves files and nothing else.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::{fs, thread};

/// A running server; it ends with the test's process.
pub struct Server {
    /// Where the site is, with a slash at its end.
    pub address: String,
    /// What is served; `None` while the server is gone.
    folder: Arc<Mutex<Option<PathBuf>>>,
    log: Arc<Mutex<Vec<Request>>>,
}

/// A request, and what it was answered with.
#[derive(Clone, Debug)]
pub struct Request {
    pub line: String,
    /// The file below the site's root, if one was served.
    pub file: Option<PathBuf>,
}

impl Server {
    /// Serves `folder` under `sub_path` on a free port of this machine.
    pub fn start(folder: PathBuf, sub_path: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("is bound").port();
        let log = Arc::new(Mutex::new(Vec::new()));
        let (sub_path, kept) = (sub_path.to_string(), Arc::clone(&log));
        let served = Arc::new(Mutex::new(Some(folder)));
        let folder = Arc::clone(&served);
        let address = format!("http://127.0.0.1:{port}{sub_path}");
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A server that is gone takes no connection; this one closes it at once.
                let now = served.lock().expect("no thread died").clone();
                let Some(folder) = now else { continue };
                let (sub_path, log) = (sub_path.clone(), Arc::clone(&kept));
                thread::spawn(move || answer(&stream, &folder, &sub_path, &log));
            }
        });
        Self {
            address,
            folder,
            log,
        }
    }

    /// From now on nobody answers.
    pub fn stop(&self) {
        *self.folder.lock().expect("no thread died") = None;
    }

    /// From now on serves `folder`.
    pub fn serve(&self, folder: PathBuf) {
        *self.folder.lock().expect("no thread died") = Some(folder);
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Request> {
        self.log.lock().expect("no thread died").clone()
    }
}

fn answer(stream: &TcpStream, folder: &Path, sub_path: &str, log: &Mutex<Vec<Request>>) {
    let mut lines = BufReader::new(stream).lines();
    let Some(Ok(line)) = lines.next() else {
        return; // a connection opened in advance and never used
    };
    while lines.next().is_some_and(|l| l.is_ok_and(|l| !l.is_empty())) {}
    let file = file(&line, sub_path);
    let body = file.as_ref().and_then(|f| fs::read(folder.join(f)).ok());
    log.lock().expect("no thread died").push(Request {
        line,
        file: file.clone().filter(|_| body.is_some()),
    });
    let (status, kind) = match (&body, &file) {
        (Some(_), Some(file)) => ("200 OK", kind(file)),
        _ => ("404 Not Found", "text/plain"),
    };
    let body = body.unwrap_or_default();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: max-age=600\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut stream = stream;
    // A page that is left while it loads closes its connections; that is no fault.
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(&body));
}

/// The file a request line asks for, below the site's root.
fn file(line: &str, sub_path: &str) -> Option<PathBuf> {
    let target = line.strip_prefix("GET ")?.split(' ').next()?;
    let path = target.split(['?', '#']).next()?.strip_prefix(sub_path)?;
    let up = path.split('/').any(|part| part == "..");
    let path = if path.is_empty() { "index.html" } else { path };
    (!up).then(|| PathBuf::from(path))
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
