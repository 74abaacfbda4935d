//! The pages, one a route.

pub mod read;
pub mod unknown;
