//! Saved jobs are not lost: two tabs at once, a full store, values that cannot be read, backups there
//! and back, tables.

use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

use crate::axe;
use crate::browser::{Scheme, setting};
use crate::page::Page;
use crate::{TITLE, posting};

/// Opens the site with one saved job, and its page.
pub async fn with_job() -> Page {
    let page = Page::open().await;
    page.paste("Job posting", &posting("board-with-chrome"))
        .await;
    page.fact("Title", TITLE).await;
    page.press("button", "Save job").await;
    page.press("link", "Open the job").await;
    page.see("button", "Delete job").await;
    page.see("textbox", "Notes").await;
    page
}

/// Another tab of the same browser, at `route`; answers with this one and the other.
pub async fn other_tab(page: &Page, route: &str) -> (WindowHandle, WindowHandle) {
    let client = &page.browser.client;
    let here = client.window().await.expect("there is a window");
    let there = client.new_window(true).await.expect("a tab can be opened");
    let there = there.handle;
    switch(page, &there).await;
    page.go(route).await;
    (here, there)
}

pub async fn switch(page: &Page, to: &WindowHandle) {
    let switched = page.browser.client.switch_to_window(to.clone()).await;
    switched.expect("the tab is there");
}

/// The route of the page that is open.
async fn route(page: &Page) -> String {
    let hash = page.ask("return location.hash", Vec::new()).await;
    hash.as_str().unwrap_or_default().to_string()
}

/// Waits until the notes are `words`.
async fn notes_are(page: &Page, words: &str) {
    let script = "return all('textbox', 'Notes')[0]?.value === arguments[0]";
    let what = format!("the notes do not become {words:?}");
    page.until(&what, script, vec![json!(words)]).await;
}

/// Waits until the page says that the notes are saved.
pub async fn notes_are_saved(page: &Page) {
    let script = "const said = document.getElementById('h-notes')?.nextElementSibling?.textContent;
        return said === 'Saved'";
    page.until("the notes are not saved", script, Vec::new())
        .await;
}

/// Waits until what is marked of the requirement is `mark`.
async fn becomes(page: &Page, name: &str, mark: &str) {
    let script = "const group = all('radiogroup', arguments[0])[0];
        return !!group && [...group.querySelectorAll('input:checked')].some((e) => nameOf(e) === arguments[1])";
    let what = format!("{name:?} does not become {mark}");
    page.until(&what, script, vec![json!(name), json!(mark)])
        .await;
}

/// From now on the files that the page gives are kept in `window.__files`.
pub async fn keep_files(page: &Page) {
    let script = "window.__files = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          blob.text().then((text) => window.__files.push(text));
          return make.call(URL, blob);
        };";
    page.ask(script, Vec::new()).await;
}

/// The file that the page gave last.
pub async fn given_file(page: &Page) -> String {
    let script = "return window.__files.pop() ?? ''";
    let file = page.until("the page gives no file", script, Vec::new());
    file.await.as_str().unwrap_or_default().to_string()
}

/// Chooses a file of these words behind the button of this name.
pub async fn choose(page: &Page, button: &str, name: &str, words: &str) {
    page.see("button", button).await;
    let script = "const field = all('button', arguments[0])[0].nextElementSibling;
        const data = new DataTransfer();
        data.items.add(new File([arguments[2]], arguments[1]));
        field.files = data.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    let args = vec![json!(button), json!(name), json!(words)];
    page.ask(script, args).await;
}

/// Ours among the keys of storage that begin with `prefix`.
async fn keys(page: &Page, prefix: &str) -> Vec<String> {
    let script =
        "return Object.keys(localStorage).filter((key) => key.startsWith(arguments[0])).sort()";
    let found = page.ask(script, vec![json!(prefix)]).await;
    let words = |v: &Value| v.as_str().map(str::to_string);
    found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(words)
        .collect()
}

#[tokio::test]
async fn two_tabs_that_edit_one_job_at_once_lose_nothing() {
    let page = with_job().await;
    let job = route(&page).await;
    let ticked = page.tick("QGIS", "Gap").await;
    let (here, there) = other_tab(&page, &job).await;
    becomes(&page, &ticked, "Gap").await;

    // This tab will type in a moment, by itself, while the person marks in the other.
    switch(&page, &here).await;
    let script = "setTimeout(() => {
          const box = all('textbox', 'Notes')[0];
          box.value = arguments[0];
          box.dispatchEvent(new Event('input', { bubbles: true }));
        }, 700)";
    page.ask(script, vec![json!("Call Ada on Monday")]).await;
    switch(&page, &there).await;
    let licence = page.tick("driving licence", "Have").await;
    page.tick("QGIS", "Partly").await;

    // Each shows what the other did, without being loaded again.
    notes_are(&page, "Call Ada on Monday").await;
    switch(&page, &here).await;
    becomes(&page, &licence, "Have").await;
    becomes(&page, &ticked, "Partly").await;
    notes_are(&page, "Call Ada on Monday").await;

    // And both are stored.
    page.reload().await;
    page.see("radiogroup", &*licence).await;
    assert!(page.is_ticked(&licence, "Have").await);
    assert!(page.is_ticked(&ticked, "Partly").await);
    notes_are(&page, "Call Ada on Monday").await;

    // A job that one tab deletes is gone from the other's list, and its page says so.
    switch(&page, &there).await;
    page.go("#/jobs").await;
    page.see("link", TITLE).await;
    switch(&page, &here).await;
    page.press("button", "Delete job").await;
    page.see("button", "Undo").await;
    switch(&page, &there).await;
    page.gone("link", TITLE).await;
    switch(&page, &here).await;
    page.press("button", "Undo").await;
    switch(&page, &there).await;
    page.see("link", TITLE).await;
    page.end().await;
}

#[tokio::test]
async fn a_backup_brings_all_back_and_can_be_taken_back() {
    let page = with_job().await;
    let licence = page.tick("driving licence", "Have").await;
    page.fill("textbox", "Notes", "Ask about the boat").await;
    notes_are_saved(&page).await;
    page.go("#/data").await;
    page.see("meter", "Storage used").await;
    keep_files(&page).await;
    page.press("button", "Export backup").await;
    let backup = given_file(&page).await;
    assert!(
        backup.contains("Ask about the boat"),
        "the backup is readable"
    );

    // What is here already changes nothing.
    choose(&page, "Import backup", "rolecard.json", &backup).await;
    page.words_in("What this backup will do", "1 unchanged")
        .await;
    page.words_in("What this backup will do", "nothing to import")
        .await;
    page.press("button", "Cancel").await;

    // Another browser: nothing is there.
    page.ask("localStorage.removeItem(Object.keys(localStorage).find((k) => k.startsWith('rolecard:job:')))", Vec::new()).await;
    page.reload().await;
    choose(&page, "Import backup", "rolecard.json", &backup).await;
    let said = page.words_in("What this backup will do", "1 new").await;
    assert!(said.contains(TITLE), "{said}");
    assert!(
        keys(&page, "rolecard:job:").await.is_empty(),
        "it was only shown"
    );
    page.press_in("What this backup will do", "button", "Import")
        .await;
    let told = page.told("status").await;
    assert!(told.contains("1 new"), "{told}");
    assert_eq!(keys(&page, "rolecard:job:").await.len(), 1);
    page.press("button", "Undo").await;
    let gone = "return !Object.keys(localStorage).some((k) => k.startsWith('rolecard:job:'))";
    page.until("the import is not taken back", gone, Vec::new())
        .await;
    choose(&page, "Import backup", "rolecard.json", &backup).await;
    page.press_in("What this backup will do", "button", "Import")
        .await;
    page.go("#/jobs").await;
    page.press("link", TITLE).await;
    page.see("radiogroup", &*licence).await;
    assert!(page.is_ticked(&licence, "Have").await);
    notes_are(&page, "Ask about the boat").await;

    // A file cut short says so and changes nothing.
    page.go("#/data").await;
    choose(
        &page,
        "Import backup",
        "half.json",
        &backup[..backup.len() / 2],
    )
    .await;
    let alert = page.told("alert").await;
    assert!(alert.contains("Nothing was changed"), "{alert}");
    page.end().await;
}

#[tokio::test]
async fn a_job_goes_out_as_words_and_as_structured_data_and_the_browser_is_asked_to_keep_it() {
    let page = Page::open().await;
    // Not every browser can be asked.
    let script = "window.__asked = window.StorageManager ? 0 : 1;
        if (window.__asked) return;
        const persist = StorageManager.prototype.persist;
        StorageManager.prototype.persist = function () { window.__asked += 1; return persist.call(this); };";
    page.ask(script, Vec::new()).await;
    page.paste("Job posting", &posting("board-with-chrome"))
        .await;
    page.fact("Title", TITLE).await;
    page.press("button", "Save job").await;
    page.press("link", "Open the job").await;
    page.see("button", "Delete job").await;
    let asked = page.ask("return window.__asked", Vec::new()).await;
    assert_eq!(asked, json!(1), "asked once, at the first save");

    // A clipboard that takes words stands in for the driver's, which may not be read.
    let script = "window.__copied = '';
        Object.defineProperty(navigator, 'clipboard', { configurable: true,
          value: { writeText: async (words) => { window.__copied = words; } } });";
    page.ask(script, Vec::new()).await;
    page.press("button", "Copy as Markdown").await;
    let copied = page
        .until("nothing is copied", "return window.__copied", Vec::new())
        .await;
    let copied = copied.as_str().unwrap_or_default();
    assert!(
        copied.starts_with("# ") && copied.contains(TITLE),
        "{copied}"
    );
    keep_files(&page).await;
    page.press("button", "Download JobPosting").await;
    let file = given_file(&page).await;
    let data: Value = serde_json::from_str(&file).expect("the file is JSON");
    assert_eq!(data["@type"], "JobPosting", "{file}");
    assert_eq!(data["title"], TITLE, "{file}");
    page.end().await;
}

#[tokio::test]
async fn storage_that_is_nearly_full_is_said_before_it_is() {
    let page = with_job().await;
    page.go("#/data").await;
    page.see("meter", "Storage used").await;
    let said = "return document.querySelector('main').innerText.includes('nearly full')";
    assert_eq!(page.ask(said, Vec::new()).await, json!(false));
    // Values of our own that nobody can read, four million units of them.
    let fill = "for (let n = 0; n < 8; n++)
        localStorage.setItem('rolecard:kept:job:old' + n, 'x'.repeat(540000))";
    page.ask(fill, Vec::new()).await;
    page.reload().await;
    page.until("it is not said", said, Vec::new()).await;
    page.end().await;
}

#[tokio::test]
async fn a_locked_backup_opens_with_its_passphrase_alone() {
    let page = with_job().await;
    page.go("#/data").await;
    page.see("button", "Export backup").await;
    keep_files(&page).await;
    page.ask("document.querySelector('details').open = true", Vec::new())
        .await;
    page.fill("textbox", "Passphrase", "nine white herons")
        .await;
    page.press("button", "Export backup").await;
    let locked = given_file(&page).await;
    assert!(
        locked.contains("rolecard-locked") && !locked.contains(TITLE),
        "{locked:.200}"
    );
    choose(&page, "Import backup", "locked.json", &locked).await;
    page.fill("textbox", "Passphrase of the file", "nine white geese")
        .await;
    page.press("button", "Open").await;
    page.words_in("Locked backup", "The passphrase is wrong")
        .await;
    page.fill("textbox", "Passphrase of the file", "nine white herons")
        .await;
    page.press("button", "Open").await;
    page.words_in("What this backup will do", "1 unchanged")
        .await;
    page.end().await;
}

#[tokio::test]
async fn a_persons_own_table_comes_along() {
    let page = Page::open().await;
    page.go("#/data").await;
    let table = "Position,Outfit,Salary,State of things\r\n\
        Lighthouse Keeper,Isle of Hoy Trust,\"30,000 GBP a year\",sent on Monday\r\n\
        Harbour Pilot,Port of Lindisfarne,,\"waiting, call them\"\r\n";
    choose(&page, "Import CSV", "jobs.csv", table).await;
    page.words_in("A table of 2 rows", "Lighthouse Keeper")
        .await;
    page.see("combobox", "Outfit holds").await;
    let set = "const list = all('combobox', 'Outfit holds')[0];
        list.value = 'Company';
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    page.ask(set, Vec::new()).await;
    page.words_in("A table of 2 rows", "Isle of Hoy Trust")
        .await;
    assert!(
        keys(&page, "rolecard:job:").await.is_empty(),
        "it was only shown"
    );
    page.press("button", "Import 2 jobs").await;
    let told = page.told("status").await;
    assert!(told.contains("2 new"), "{told}");
    page.go("#/jobs").await;
    page.see("link", "Harbour Pilot").await;
    page.press("link", "Lighthouse Keeper").await;
    page.fact("Company", "Isle of Hoy Trust").await;
    page.fact("Pay", "30,000").await;
    let script = "return all('textbox', 'Notes')[0].value.includes('sent on Monday')";
    page.until("the last column is not in the notes", script, Vec::new())
        .await;
    page.end().await;
}

#[tokio::test]
async fn a_full_store_keeps_what_is_saved_and_saves_when_there_is_room() {
    let page = with_job().await;
    page.fill("textbox", "Notes", "Before").await;
    notes_are_saved(&page).await;
    let key = keys(&page, "rolecard:job:").await.remove(0);
    let read = "return localStorage.getItem(arguments[0])";
    let before = page.ask(read, vec![json!(key)]).await;
    let fill = "let size = 1 << 22, text = '';
        while (size > 0) {
          try { localStorage.setItem('of-a-neighbour', text + 'x'.repeat(size)); text += 'x'.repeat(size); }
          catch { size >>= 1; }
        }
        return text.length";
    page.ask(fill, Vec::new()).await;
    let long = "A long word on the talk. ".repeat(400);
    page.fill("textbox", "Notes", &long).await;
    let alert = page.told("alert").await;
    assert!(
        alert.contains("full") && alert.contains("Export backup"),
        "{alert}"
    );
    notes_are(&page, &long).await;
    assert_eq!(
        page.ask(read, vec![json!(key)]).await,
        before,
        "the last good value is there"
    );

    // Another page and back: nothing typed is lost, though it cannot be stored.
    let job = route(&page).await;
    page.press("link", "Jobs").await;
    page.press("link", TITLE).await;
    notes_are(&page, &long).await;
    assert_eq!(route(&page).await, job);

    // The neighbour makes room, and the page saves by itself.
    page.ask("localStorage.removeItem('of-a-neighbour')", Vec::new())
        .await;
    let changed = "return localStorage.getItem(arguments[0]) !== arguments[1]";
    page.until("it is not saved again", changed, vec![json!(key), before])
        .await;
    page.reload().await;
    notes_are(&page, &long).await;
    page.end().await;
}

#[tokio::test]
async fn a_value_that_cannot_be_read_hurts_no_other_and_can_be_tried_again() {
    let page = with_job().await;
    let whole = keys(&page, "rolecard:job:").await.remove(0);
    let script = "const [whole, broken] = arguments;
        const raw = localStorage.getItem(whole);
        localStorage.setItem(broken, raw.slice(0, raw.length / 2));
        return raw";
    let broken = "rolecard:job:m0000000abcd";
    let raw = page.ask(script, vec![json!(whole), json!(broken)]).await;
    page.go("#/jobs").await;
    page.reload().await;
    page.see("link", TITLE).await;
    page.go("#/data").await;
    page.see("list", "Cannot be read").await;
    let place = keys(&page, "rolecard:kept:").await.remove(0);
    keep_files(&page).await;
    page.press("button", &format!("Download {place}")).await;
    let file = given_file(&page).await;
    assert!(
        raw.as_str().is_some_and(|raw| raw.starts_with(&file)),
        "it is whole"
    );
    page.press("button", &format!("Retry {place}")).await;
    let told = page.told("status").await;
    assert!(told.contains("still cannot be read"), "{told}");
    let mend = "localStorage.setItem(arguments[0], arguments[1])";
    page.ask(mend, vec![json!(place), raw]).await;
    page.press("button", &format!("Retry {place}")).await;
    page.gone("list", "Cannot be read").await;
    assert_eq!(keys(&page, "rolecard:job:").await.len(), 2);
    page.end().await;
}

#[tokio::test]
async fn where_a_newer_version_wrote_the_page_only_reads_and_says_so() {
    let page = with_job().await;
    let job = route(&page).await;
    let newer = "localStorage.setItem('rolecard:schema', '99');
        return JSON.stringify(localStorage)";
    let before = page.ask(newer, Vec::new()).await;
    page.go("#/jobs").await;
    page.reload().await;
    page.see("link", TITLE).await;
    let script =
        "return document.querySelector('main').innerText.includes('A newer version of Rolecard')";
    page.until("it is not said", script, Vec::new()).await;
    page.go(&job).await;
    page.fill("textbox", "Notes", "Not to be saved").await;
    let alert = page.told("alert").await;
    assert!(alert.contains("newer version"), "{alert}");
    let after = page
        .ask("return JSON.stringify(localStorage)", Vec::new())
        .await;
    assert_eq!(after, before);
    page.end().await;
}

#[tokio::test]
async fn the_data_page_is_accessible_with_all_that_can_be_on_it() {
    let script = setting("ROLECARD_AXE");
    if script.is_empty() {
        println!("LEFT OUT: axe-core is not there, the page was not checked with it");
        return;
    }
    let axe = std::fs::read_to_string(script).expect("axe-core can be read");
    let mut faults = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = Page::open_in(scheme).await;
        page.paste("Job posting", &posting("board-with-chrome"))
            .await;
        page.fact("Title", TITLE).await;
        page.press("button", "Save job").await;
        page.press("link", "Open the job").await;
        page.press("button", "Delete job").await;
        let broken = "localStorage.setItem('rolecard:job:m0000000abcd', '{\"v\":2,')";
        page.ask(broken, Vec::new()).await;
        page.go("#/data").await;
        page.reload().await;
        page.see("list", "Cannot be read").await;
        page.see("list", "Trash").await;
        choose(&page, "Import CSV", "jobs.csv", "Title,Firm\nCook,Inn\n").await;
        page.see("button", "Import 1 job").await;
        faults.extend(axe::check(&page, &axe, scheme, "Data, a table").await);
        choose(
            &page,
            "Import backup",
            "b.json",
            "{\"format\":\"rolecard-backup\",\"v\":2,\"jobs\":[]}",
        )
        .await;
        faults.extend(axe::check(&page, &axe, scheme, "Data, a backup").await);
        page.end().await;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
