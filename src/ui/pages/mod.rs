//! The pages, one a route.

pub mod about;
pub mod compare;
pub mod data;
pub mod insights;
pub mod interview;
pub mod job;
pub mod jobs;
pub mod kin;
pub mod profile;
pub mod read;
pub mod report;
pub mod shared;
pub mod unknown;
