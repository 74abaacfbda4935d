//! Pieces that pages share, one a file.

pub mod card;
