//! The same job twice: near-duplicates among saved jobs, what changed from one version of a posting to
//! the next, and which saved jobs are alike. Says what it sees and offers it; never merges anything.

mod changes;
mod links;
mod near;
mod similar;
mod sketch;

pub use changes::{Changes, FieldChange, Piece, Step, changes};
pub use links::Links;
pub use near::{Likeness, Near, Print, could_be, find, likeness};
pub use similar::{Alike, Traits, similar};
pub use sketch::Sketch;
