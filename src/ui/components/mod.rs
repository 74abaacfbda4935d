//! Pieces that pages share, one a file.

pub mod bookmark;
pub mod card;
pub mod menu;
pub mod prose;
pub mod reach;
pub mod said;
pub mod sheet;
pub mod tour;
