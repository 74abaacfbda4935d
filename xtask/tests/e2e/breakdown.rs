//! What is left when the page's own code breaks down: a fresh start, the data, a text that was pasted.

use crate::axe;
use crate::browser::{Scheme, setting};
use crate::data::{choose, given_file, keep_files, notes_are_saved, with_job};
use crate::page::Page;
use crate::{TITLE, posting};

#[tokio::test]
async fn a_start_that_breaks_down_is_made_anew_once() {
    let page = Page::open().await;
    let script = "window.__before = true;
        window.dispatchEvent(new CustomEvent('rolecard:broke', { detail: 'a compiler at fault' }))";
    page.ask(script, Vec::new()).await;
    page.loaded_again().await;
    page.see("textbox", "Job posting").await;
    // A second time it would go round and round.
    page.ask(script, Vec::new()).await;
    let alert = page.told("alert").await;
    assert!(alert.contains("broken down"), "{alert}");
    page.press("button", "Load the page again").await;
    page.loaded_again().await;

    // What was pasted as the page broke, and is kept nowhere, is there again.
    let keep_no_draft = "const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          if (key !== 'rolecard:draft') set.call(this, key, value);
        };";
    page.ask(keep_no_draft, Vec::new()).await;
    page.paste("Job posting", &posting("board-with-chrome"))
        .await;
    page.ask(script, Vec::new()).await;
    page.press("button", "Load the page again").await;
    page.fact("Title", TITLE).await;
    page.end().await;
}

#[tokio::test]
async fn a_breakdown_offers_the_data_and_a_fresh_start() {
    let page = with_job().await;
    page.fill("textbox", "Notes", "Typed and kept").await;
    notes_are_saved(&page).await;
    page.fill("textbox", "Notes", "Typed and not kept").await;
    keep_files(&page).await;
    // The document refuses once to make what the page asks for, which its code does not expect.
    let script = "const make = Document.prototype.createElement;
        Document.prototype.createElement = function () {
          Document.prototype.createElement = make;
          throw new Error('the document is out of order');
        };
        location.hash = '#/data'";
    page.ask(script, Vec::new()).await;
    let alert = page.told("alert").await;
    assert!(alert.contains("broken down"), "{alert}");
    let what = "return document.querySelector('details pre').textContent";
    let what = page.ask(what, Vec::new()).await.to_string();
    // The error of a driver's own sandbox keeps its words to itself in Firefox; the place is told.
    assert!(what.contains("panicked at"), "{what}");
    let file = given_file(&page).await;
    let axe = setting("ROLECARD_AXE");
    if !axe.is_empty() {
        let axe = std::fs::read_to_string(axe).expect("axe-core can be read");
        let faults = axe::check(&page, &axe, Scheme::Light, "the crash screen").await;
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
    page.see("link", "Save all stored data").await;
    // The console holds what was asked for; from here on it must be empty.
    page.browser.console_faults().await;
    page.press("button", "Load the page again").await;
    page.see("heading", "Data").await;

    // The file is a backup.
    let gone = "localStorage.removeItem(Object.keys(localStorage).find((k) => k.startsWith('rolecard:job:')))";
    page.ask(gone, Vec::new()).await;
    page.reload().await;
    choose(&page, "Import backup", "rolecard-rescue.json", &file).await;
    page.words_in("What this file will do", "1 new").await;
    page.press_in("What this file will do", "button", "Import")
        .await;
    page.go("#/jobs").await;
    page.press("link", TITLE).await;
    let script = "return (all('textbox', 'Notes')[0]?.value ?? '').startsWith('Typed and')";
    page.until("the notes are lost", script, Vec::new()).await;
    page.end().await;
}
