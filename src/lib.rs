//! Rolecard: paste a job posting, get a card. A static site, all of it in the browser.
//!
//! The map of the house, from the ground up; an arrow is "may know":
//!
//! - [`extract`] reads a posting: text in, [`extract::Posting`] out. Knows no one. No browser, no
//!   clock, no randomness: the same text gives the same card, always.
//! - [`job`] is what the person makes of a posting: corrections, ticks, notes, status. Pure; the
//!   clock is an argument. -> `extract`
//! - [`store`] keeps jobs in the browser's localStorage. -> `job`, `extract`
//! - [`transfer`] carries jobs in and out as files. -> `job`, `extract`
//! - `browser` is a thin layer over web-sys. -> no one
//! - [`route`] names the pages. -> no one
//! - `state` holds the signals, the one source of truth, and saves. -> all but `ui`
//! - `ui` draws. -> `state`, `job`, `extract`, `route`; never `store`
//!
//! The invariants, each with the test that keeps it, stand in `docs/ARCHITECTURE.md`.

pub mod extract;
pub mod job;
pub mod route;
pub mod store;
pub mod transfer;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod ui;
