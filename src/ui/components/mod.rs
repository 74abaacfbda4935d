//! Pieces that pages share, one a file.
