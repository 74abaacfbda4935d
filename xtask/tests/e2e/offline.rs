//! Without a network, and from one build to the next.

use std::fs;
use std::path::{Path, PathBuf};

use crate::browser::setting;
use crate::page::Page;
use crate::{TITLE, posting};

/// Opens the site and waits until its service worker has kept it.
async fn kept() -> Page {
    let page = Page::open().await;
    let script = "return !!navigator.serviceWorker?.controller";
    page.until("the site is not kept", script, Vec::new()).await;
    page
}

#[tokio::test]
async fn the_site_works_with_the_network_gone() {
    let page = kept().await;
    page.server.stop();
    page.reload().await;
    page.paste("Job posting", &posting("board-with-chrome"))
        .await;
    page.fact("Title", TITLE).await;
    page.press("button", "Save job").await;
    page.see("button", "Saved").await;
    page.go("#/jobs").await;
    page.see("table", "Saved jobs").await;
    page.press("link", TITLE).await;
    page.see("button", "Delete job").await;
    page.end().await;
}

#[tokio::test]
async fn a_newer_build_is_offered_and_loses_no_word() {
    let page = kept().await;
    let newer = newer_build();
    page.server.serve(newer.clone());
    page.reload().await;
    let offer = page.told("status").await;
    assert!(offer.contains("newer"), "{offer}");
    let which = "return document.documentElement.dataset.build ?? 'old'";
    assert_eq!(page.ask(which, Vec::new()).await, "old");
    page.paste("Job posting", "Cook wanted, call Ada").await;
    // What is fetched while the page is left would be said to have failed.
    let all_here = "const parts = performance.getEntriesByType('resource').filter((e) => e.name.includes('split_'));
        return parts.length > 0 && parts.every((e) => e.responseEnd) && document.querySelector('#card') !== null";
    page.until("parts are on their way", all_here, Vec::new())
        .await;
    page.press("button", "Update").await;
    let is_new = "return document.documentElement.dataset.build === 'new'";
    page.until("the newer build does not come", is_new, Vec::new())
        .await;
    let words = "const box = document.querySelector('textarea');
        return document.getElementById('early') ? '' : box.value";
    let words = page.until("the box is empty", words, Vec::new()).await;
    assert_eq!(words, "Cook wanted, call Ada");
    page.end().await;
    let _ = fs::remove_dir_all(newer);
}

#[tokio::test]
async fn what_another_app_shares_becomes_the_posting() {
    let page = kept().await;
    let script = "const form = new FormData();
        form.set('title', arguments[1]);
        form.set('text', arguments[0]);
        return fetch('./', { method: 'POST', body: form }).then((answer) => answer.status + ' ' + answer.url)";
    let shared = posting("board-with-chrome");
    let answer = page.ask(script, vec![shared.into(), TITLE.into()]).await;
    let home = format!("200 {}", page.server.address);
    assert_eq!(
        answer, home,
        "the worker takes the words and opens the page"
    );
    page.reload().await;
    page.fact("Title", TITLE).await;
    // Nothing that was shared has gone to the server: it has seen no request but for files.
    page.end().await;
}

/// A copy of the site that says it is newer.
fn newer_build() -> PathBuf {
    let old = PathBuf::from(setting("ROLECARD_DIST"));
    let new = std::env::temp_dir().join(format!("rolecard-newer-{}", std::process::id()));
    copy(&old, &new);
    let change = |name: &str, from: &str, to: &str| {
        let path = new.join(name);
        let text = fs::read_to_string(&path).expect("is there");
        assert!(text.contains(from), "{name} has no {from}");
        fs::write(&path, text.replacen(from, to, 1)).expect("can be written");
    };
    change("index.html", "<html ", "<html data-build=new ");
    change("sw.js", "VERSION = '", "VERSION = 'newer-");
    new
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("can be made");
    for entry in fs::read_dir(from).expect("is there").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("can be copied");
        }
    }
}
