//! Thin adapters over web-sys. Knows no other module.
