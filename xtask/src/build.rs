//! The release build by Trunk into `dist/`, and its sizes against the budget.

use std::ffi::OsStr;
use std::process::Command;

use crate::Outcome;
use crate::process::{cargo, root, run};
use crate::size;
use crate::tools;

/// Builds the site to be served under `public_url`, prints its sizes, and fails over the budget.
pub fn build(public_url: &str) -> Outcome {
    site(public_url)?;
    budget()
}

/// The build alone.
pub fn site(public_url: &str) -> Outcome {
    let path = tools::for_building()?;
    let url = with_slashes(public_url);
    run(trunk(&path)?
        .args(["build", "--release", "--public-url", &url])
        .arg("--dist")
        .arg(root().join("dist")))
}

/// Prints what `dist/` weighs; an error over the budget.
pub fn budget() -> Outcome {
    let sizes = size::of_folder(&root().join("dist"))?;
    println!("{}", size::table(&sizes));
    size::within_budget(&sizes)
}

/// Trunk in the checkout, with our tools before others. It fetches no tools itself, and passes
/// `--offline` to cargo, so all packages are fetched first.
pub fn trunk(path: &OsStr) -> Outcome<Command> {
    run(cargo().args(["fetch", "--quiet", "--locked"]))?;
    let mut trunk = Command::new(tools::trunk()?);
    trunk
        .current_dir(root())
        .env("PATH", path)
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk reads NO_COLOR as a flag of its own and takes only "true" or "false" for it.
        .env_remove("NO_COLOR");
    Ok(trunk)
}

/// A path to serve under always begins and ends with a slash.
fn with_slashes(url: &str) -> String {
    if url.contains("://") {
        return format!("{}/", url.trim_end_matches('/'));
    }
    match url.trim_matches('/') {
        "" => "/".into(),
        inner => format!("/{inner}/"),
    }
}

#[cfg(test)]
mod tests {
    use super::with_slashes;

    #[test]
    fn a_public_url_ends_with_a_slash() {
        let cases = [
            ("/", "/"),
            ("", "/"),
            ("rolecard", "/rolecard/"),
            ("/rolecard", "/rolecard/"),
            ("/a/b/", "/a/b/"),
            ("https://example.org/a", "https://example.org/a/"),
        ];
        for (given, expected) in cases {
            assert_eq!(with_slashes(given), expected, "{given}");
        }
    }
}
