//! Times the reader: `cargo bench`. Prints; fails on nothing.
fn main() {}
