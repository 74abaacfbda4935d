//! Carries jobs in and out as files: tables, calendars, Markdown, structured data. Plain functions from
//! jobs to text and back; what time zone a day is in is the caller's to say. A backup is the store's own
//! (`store/backup/`), since it holds what is stored.

pub mod calendar;
pub mod csv;
pub mod jobposting;
pub mod markdown;
