//! The pages, one a route.

pub mod jobs;
pub mod read;
pub mod unknown;
