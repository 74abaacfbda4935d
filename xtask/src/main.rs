//! The house's chores: `cargo xtask serve`, `test`, `build`.
fn main() {
    println!("cargo xtask serve | test | build");
}
