//! Jobs as a table of comma-separated values (RFC 4180), and a person's own table as jobs.

mod columns;
mod kept;
mod read;
mod report;
mod take;
mod write;

pub use columns::Column;
pub use read::{Table, read};
pub use report::report;
pub use take::{Taken, guess, take};
pub use write::write;
