//! Keeps saved jobs and the draft. The only module that knows keys and wire formats of localStorage.
//!
//! What it promises, whatever fails:
//! - a job is one key; the index beside it is a cache, checked against the jobs at every reading and
//!   rebuilt where it differs, so it is never trusted and never missed;
//! - every write is read back; a write that fails leaves the last good value in place and says why;
//! - a value that cannot be read stops nothing, is moved whole to a key of its own, and is never
//!   written over;
//! - where a newer version wrote, nothing is written;
//! - what is saved is put together with what is stored, thing by thing, the later word holding: so do
//!   tabs, devices and backups;
//! - keys of others on the same origin are neither read nor touched.

mod backup;
mod compare;
mod draft;
mod gone;
pub mod handed;
mod index;
mod jobs;
mod keys;
mod links;
#[cfg(target_arch = "wasm32")]
mod local;
#[cfg(not(target_arch = "wasm32"))]
mod memory;
pub mod pack;
mod profile;
mod settings;
mod shelf;
mod upkeep;
mod wire;
mod write;

pub use backup::{Backup, BadFile, Plan, Undo, merged, read_backup};
pub use jobs::{Listing, Store, TRASH_FOR, Unreadable};
#[cfg(target_arch = "wasm32")]
pub use local::LocalShelf;
#[cfg(not(target_arch = "wasm32"))]
pub use memory::MemoryShelf;
pub use profile::Kept;
pub use settings::Settings;
pub use shelf::{Fault, Shelf, Trouble};
pub use upkeep::Upkeep;
