//! What several jobs ask for, line against line: the same demand in different words stands in one row.
//! Works by the words alone, so that it serves duties and benefits too; never says that a person meets one.

mod demand;
mod filler;
mod likeness;
mod qualifier;
mod rows;
mod stem;
mod text;

pub use demand::{Demand, Feature, Sort};
pub use likeness::{likeness, same};
pub use qualifier::Qualifiers;
pub use rows::{Group, group};
