//! A backup: all that is stored, in one file of plain JSON that other programs can read too, and
//! putting such a file together with what is stored. What it will do is worked out before it is done,
//! it can be taken back, and doing it twice does nothing the second time.

mod file;
mod plan;

pub use file::{Backup, BadFile, read_backup};
pub use plan::{Plan, Undo, merged};
