//! `cargo xtask serve`: the site on this machine, rebuilt when a source changes.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::build::trunk;
use crate::process::{show, spoken};
use crate::tools;

/// Serves until stopped. Without a port, the first free one from 8080 up.
pub fn serve(port: Option<&str>, release: bool) -> Outcome {
    let port = match port {
        Some(port) => port
            .parse()
            .map_err(|_| format!("{port:?} is not a port number"))?,
        None => free_port()?,
    };
    let path = tools::for_building()?;
    let mut trunk = trunk(&path)?;
    trunk
        .args([
            "serve",
            "--address",
            "127.0.0.1",
            "--no-autoreload",
            "--port",
        ])
        .arg(port.to_string());
    if release {
        trunk.arg("--release");
    }
    println!("Building; the first build takes a few minutes, later ones seconds ...");
    let start = Instant::now();
    let line = show(&trunk);
    let mut child = trunk
        .spawn()
        .map_err(|error| format!("`{line}` could not be started: {error}"))?;
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    let mut said = false;
    loop {
        match child.try_wait() {
            Ok(None) => {}
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("`{line}` ended with {status}")),
            Err(error) => return Err(format!("`{line}`: {error}")),
        }
        // Trunk listens once the first build is done.
        let wait = Duration::from_millis(300);
        if !said && TcpStream::connect_timeout(&address, wait).is_ok() {
            said = true;
            let time = spoken(start.elapsed());
            println!("\nRolecard is at http://{address}/ (built in {time}; Ctrl+C stops it)\n");
        }
        sleep(wait);
    }
}

fn free_port() -> Outcome<u16> {
    let mut ports = 8080..8180;
    ports
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .ok_or_else(|| "no free port from 8080 to 8179: name one with --port".into())
}
