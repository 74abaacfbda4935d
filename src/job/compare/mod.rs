//! Jobs side by side: a row a fact, a column a job; pay made comparable; what they ask, line against
//! line; and which to go for, by what the person says counts. Pure, and nothing estimated: what a posting
//! leaves out stays left out, and is never scored as nothing or as the middle.

pub mod align;
mod column;
pub mod decide;
mod facts;
pub mod hours;
pub mod pay;
mod rates;
mod settings;
mod sheet;
mod skills;
mod table;
pub mod worth;

pub use column::Column;
pub use facts::{Cell, FactRow, PayCell, PayTable, fact_rows, pay_table};
pub use rates::{Rate, Rates};
pub use settings::{MOST_WEIGHT, Settings, Terms, Wishes, WorkingTime};
pub use sheet::{Sheet, SheetRow};
pub use skills::{SkillRow, skill_key, skill_rows};
pub use table::{to_csv, to_html, to_markdown};
