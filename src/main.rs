//! The page's entry: mounts the app, nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    rolecard::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Rolecard is a web page: run `cargo xtask serve` and open the address it prints.");
    std::process::exit(2);
}
