//! Keeps saved jobs and the draft. The only module that knows keys and wire formats of localStorage.
//!
//! What it promises, whatever fails:
//! - a job is one key; the index beside it is a cache, checked against the jobs at every reading and
//!   rebuilt where it differs, so it is never trusted and never missed;
//! - every write is read back; a write that fails leaves the last good value in place and says why;
//! - a value that cannot be read stops nothing, is reported, and is never written over: a copy is
//!   kept first;
//! - keys of others on the same origin are neither read nor touched.

mod index;
mod jobs;
mod keys;
#[cfg(target_arch = "wasm32")]
mod local;
#[cfg(not(target_arch = "wasm32"))]
mod memory;
mod shelf;
mod wire;

pub use jobs::{Deleted, Listing, Store, Unreadable};
#[cfg(target_arch = "wasm32")]
pub use local::LocalShelf;
#[cfg(not(target_arch = "wasm32"))]
pub use memory::MemoryShelf;
pub use shelf::{Fault, Shelf, Trouble};
