//! Jobs side by side, and the same job saved twice: chosen, put in order by keyboard, weighed, copied,
//! linked, as a person does.

use serde_json::{Value, json};

use crate::browser::{Scheme, setting};
use crate::data::{other_tab, switch};
use crate::page::Page;
use crate::{axe, posting};

/// Six trades in six languages.
const SIX: [&str; 6] = [
    "french-accountant",
    "nurse-uk",
    "dutch-warehouse",
    "portuguese-developer",
    "ats-product-designer",
    "swedish-teacher",
];
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const RIGHT: &str = "\u{e014}";

/// Reads and saves a posting on the Read page.
pub async fn save(page: &Page, text: &str) {
    page.go("#/").await;
    let empty = "all('button', 'Paste another')[0]?.click();
        return all('textbox', 'Job posting')[0]?.value === ''";
    page.until("the box is not empty", empty, Vec::new()).await;
    page.paste("Job posting", text).await;
    page.press("button", "Save job").await;
    page.see("button", "Saved").await;
}

/// Saves the six, chooses all of them in the list and opens the comparison.
async fn with_six(scheme: Scheme) -> Page {
    let page = Page::open_in(scheme).await;
    page.watch().await;
    for name in SIX {
        save(&page, &posting(name)).await;
    }
    page.go("#/jobs").await;
    page.see("table", "Saved jobs").await;
    let choose =
        "const boxes = all('checkbox', null).filter((e) => nameOf(e).startsWith('Select '));
        boxes.forEach((box) => box.checked || box.click());
        return boxes.length === arguments[0];";
    page.until("the jobs cannot be chosen", choose, vec![json!(SIX.len())])
        .await;
    page.press("button", "Compare selected").await;
    page.see("table", "Comparison").await;
    page
}

/// The titles at the heads of the columns, in order.
async fn heads(page: &Page) -> Vec<String> {
    let script = "const table = all('table', 'Comparison')[0];
        return [...table.querySelectorAll('thead th a')].map((e) => tidy(e.textContent))";
    let answer = page.until("no heads", script, Vec::new()).await;
    let heads = answer.as_array().into_iter().flatten();
    heads
        .map(|head| head.as_str().unwrap_or_default().to_string())
        .collect()
}

async fn hash(page: &Page) -> String {
    let answer = page.ask("return location.hash", Vec::new()).await;
    answer.as_str().unwrap_or_default().to_string()
}

async fn count_rows(page: &Page) -> u64 {
    let script = "return all('table', 'Comparison')[0].querySelectorAll('tbody tr').length";
    page.ask(script, Vec::new()).await.as_u64().unwrap_or(0)
}

#[tokio::test]
async fn six_jobs_stand_side_by_side() {
    let page = with_six(Scheme::Light).await;
    let before = heads(&page).await;
    assert_eq!(before.len(), 6, "{before:?}");
    let address = hash(&page).await;
    assert_eq!(address.matches(',').count(), 5, "{address}");

    // A column goes to the right by keyboard, and the focus with it.
    let move_it = format!("Move right: {}", before[0]);
    focus(&page, "button", &move_it).await;
    page.key(ENTER).await;
    let mut turned = before.clone();
    turned.swap(0, 1);
    let script = "return tidy(document.activeElement.getAttribute('aria-label'))";
    let told = "return tidy(all('table', 'Comparison')[0].querySelector('thead th a').textContent) === arguments[0]";
    page.until("no column moved", told, vec![json!(turned[0])])
        .await;
    assert_eq!(heads(&page).await, turned);
    assert_eq!(page.ask(script, Vec::new()).await, json!(move_it));
    assert_ne!(hash(&page).await, address);
    page.reload().await;
    page.see("table", "Comparison").await;
    assert_eq!(heads(&page).await, turned);

    // Back leads to the list, and forth to the comparison.
    page.ask("history.back()", Vec::new()).await;
    page.see("table", "Saved jobs").await;
    page.ask("history.forward()", Vec::new()).await;
    page.see("table", "Comparison").await;
    assert_eq!(heads(&page).await, turned);

    // The words a cell came from.
    let script = "const cells = [...all('table', 'Comparison')[0].querySelectorAll('td details')];
        const cell = cells.find((e) => tidy(e.querySelector('summary').textContent) === 'Lille');
        cell?.querySelector('summary').click();
        return cell?.open ? tidy(cell.querySelector('q').textContent) : '';";
    let words = page.until("no evidence", script, Vec::new()).await;
    assert!(
        words.as_str().unwrap_or_default().contains("Lille"),
        "{words}"
    );

    // Only what differs.
    let all = count_rows(&page).await;
    page.press("switch", "Differences only").await;
    let fewer =
        "return all('table', 'Comparison')[0].querySelectorAll('tbody tr').length <= arguments[0]";
    page.until("rows do not go", fewer, vec![json!(all)]).await;

    // Nothing leads before the person says what counts; then by keyboard one does.
    page.words_in("Ranking", "Nothing counts yet").await;
    focus(&page, "slider", "Must-haves").await;
    for _ in 0..4 {
        page.key(RIGHT).await;
    }
    page.words_in("Ranking", "What would change the winner")
        .await;
    page.words_in("Ranking", "Could be first: mark what you have")
        .await;
    page.press("radio", "Ranks").await;
    page.words_in("Ranking", "1 is the best").await;

    // A baseline, and pay against it.
    page.press("button", "Baseline: Teamleider magazijn").await;
    let script = "return tidy(all('table', 'Comparison')[0].innerText).includes('less')";
    page.until("nothing is told against the baseline", script, Vec::new())
        .await;

    // Copied.
    let script = "window.__copied = ''; navigator.clipboard.writeText = async (text) => { window.__copied = text; }";
    page.ask(script, Vec::new()).await;
    page.press("button", "Copy as Markdown").await;
    let copied = page
        .until("nothing is copied", "return window.__copied", Vec::new())
        .await;
    let copied = copied.as_str().unwrap_or_default();
    assert!(
        copied.contains('|') && copied.contains("Teamleider magazijn"),
        "{copied}"
    );

    // What was entered is there after a reload.
    page.reload().await;
    page.words_in("Ranking", "What would change the winner")
        .await;
    page.end().await;
}

/// Sets the focus on what is named so, or begins with that name, and looks that it can be set.
async fn focus(page: &Page, role: &str, name: &str) {
    let script = "const [role, name] = arguments;
        const e = all(role, null).find((e) => nameOf(e).startsWith(name));
        e?.focus();
        return !!e && document.activeElement === e";
    let what = format!("{role} {name:?} takes no focus");
    page.until(&what, script, vec![json!(role), json!(name)])
        .await;
}

/// Whether the fold that begins with these words is open.
async fn is_open(page: &Page, words: &str) -> bool {
    let script = "const fold = [...document.querySelectorAll('main details')]
            .find((e) => tidy(e.querySelector('summary').textContent).startsWith(arguments[0]));
        return fold ? String(fold.open) : ''";
    let answer = page.until("no such fold", script, vec![json!(words)]).await;
    answer == json!("true")
}

/// Opens or shuts the fold that begins with these words.
async fn fold(page: &Page, words: &str) {
    let script = "[...document.querySelectorAll('main details > summary')]
        .find((e) => tidy(e.textContent).startsWith(arguments[0])).click()";
    page.ask(script, vec![json!(words)]).await;
}

#[tokio::test]
async fn what_was_folded_open_or_shut_stays_so() {
    let page = with_six(Scheme::Light).await;
    for words in ["Lille", "Aalsmeer", "Benefits you want"] {
        assert!(!is_open(&page, words).await, "{words} is open at first");
        fold(&page, words).await;
    }
    fold(&page, "Aalsmeer").await;
    let stay = async |when: &str| {
        page.see("table", "Comparison").await;
        for (words, open) in [
            ("Lille", true),
            ("Aalsmeer", false),
            ("Benefits you want", true),
        ] {
            assert_eq!(is_open(&page, words).await, open, "{words} {when}");
        }
    };
    stay("at once").await;
    // Drawn anew with another order of columns.
    page.press("button", "Move right: Teamleider magazijn")
        .await;
    stay("in another order").await;
    page.reload().await;
    stay("after a reload").await;
    // Another visit, from a job's page.
    page.press("link", "Teamleider magazijn").await;
    page.gone("table", "Comparison").await;
    page.ask("history.back()", Vec::new()).await;
    stay("on another visit").await;
    page.end().await;
}

#[tokio::test]
async fn what_another_tab_changes_shows_in_an_open_comparison() {
    let page = with_six(Scheme::Light).await;
    let before = heads(&page).await;
    let route = "return [...document.querySelectorAll('thead th a')]
        .find((e) => tidy(e.textContent) === 'Teamleider magazijn').getAttribute('href')";
    let job = page.ask(route, Vec::new()).await;
    let job = job.as_str().expect("the job has a page").to_string();
    let met = "const at = [...all('table', 'Comparison')[0].querySelectorAll('thead th a')]
            .findIndex((e) => tidy(e.textContent) === 'Teamleider magazijn');
        const row = [...document.querySelectorAll('.cmp tr')].find((e) => tidy(e.cells[0].textContent) === 'Must-haves');
        return tidy(row.cells[at + 1].textContent).startsWith(arguments[0])";
    page.until("nothing is met at first", met, vec![json!("0 of")])
        .await;
    let (here, there) = other_tab(&page, &job).await;

    // A mark.
    page.tick("heftruckcertificaat", "Have").await;
    switch(&page, &here).await;
    page.until("the mark does not show", met, vec![json!("1 of")])
        .await;

    // A job deleted is no longer compared, and the page says so; taken back, it is.
    switch(&page, &there).await;
    page.press("button", "Delete job").await;
    page.see("button", "Undo").await;
    switch(&page, &here).await;
    let shown = "return all('table', 'Comparison')[0].querySelectorAll('thead th a').length === arguments[0]";
    page.until("the deleted job is still there", shown, vec![json!(5)])
        .await;
    let said = "return document.querySelector('main').innerText.includes('cannot be shown')";
    page.until("nothing is said of it", said, Vec::new()).await;
    switch(&page, &there).await;
    page.press("button", "Undo").await;
    switch(&page, &here).await;
    page.until("the job does not come back", shown, vec![json!(6)])
        .await;
    assert_eq!(heads(&page).await, before);
    page.end().await;
}

#[tokio::test]
async fn a_comparison_of_six_opens_at_once() {
    let page = with_six(Scheme::Light).await;
    let address = hash(&page).await;
    for _ in 0..3 {
        page.ask("location.hash = '#/jobs'", Vec::new()).await;
        page.see("table", "Saved jobs").await;
        let script = "const start = performance.now();
            window.__opened = null;
            const look = () => {
              const row = document.querySelector('main table tbody tr td');
              if (row && all('table', 'Comparison').length) {
                document.body.getBoundingClientRect();
                window.__opened = performance.now() - start;
              } else setTimeout(look);
            };
            location.hash = arguments[0];
            setTimeout(look);";
        page.ask(script, vec![json!(address)]).await;
        let script = "return window.__opened && String(Math.round(window.__opened))";
        let took = page.until("it does not open", script, Vec::new()).await;
        println!(
            "{} ms to open six jobs side by side",
            took.as_str().unwrap_or_default()
        );
    }
    assert_eq!(heads(&page).await.len(), 6);
    page.end().await;
}

#[tokio::test]
async fn a_comparison_is_accessible() {
    let script = setting("ROLECARD_AXE");
    if script.is_empty() {
        println!("LEFT OUT: axe-core is not there, the comparison was not checked with it");
        return;
    }
    let axe = std::fs::read_to_string(script).expect("axe-core can be read");
    let mut faults = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = with_six(scheme).await;
        focus(&page, "slider", "Must-haves").await;
        page.key(RIGHT).await;
        page.words_in("Ranking", "What would change the winner")
            .await;
        let open = "document.querySelectorAll('main details').forEach((e) => { e.open = true })";
        page.ask(open, Vec::new()).await;
        faults.extend(axe::check(&page, &axe, scheme, "Compare, six jobs").await);
        // By keyboard one comes from the tabs into the table and out of it again.
        focus(&page, "link", "Compare").await;
        let mut places = Vec::new();
        for _ in 0..80 {
            page.key(TAB).await;
            let script = "const e = document.activeElement; return roleOf(e) + ' ' + nameOf(e)";
            let at = page.ask(script, Vec::new()).await;
            places.push(at.as_str().unwrap_or_default().to_string());
        }
        let there = |what: &str| places.iter().any(|place| place.contains(what));
        for what in [
            "switch Differences only",
            "button Copy as CSV",
            "region Comparison",
            "button Baseline: ",
            "button Move right: ",
        ] {
            assert!(there(what), "{what} is not reached by Tab: {places:#?}");
        }
        page.end().await;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn the_same_job_twice_is_offered_linked_and_told_apart() {
    let page = Page::open().await;
    page.watch().await;
    let first = posting("board-with-chrome");
    let again = format!("Our client asked us to fill the role below.\n\n{first}")
        .replace("36,500", "34,000");
    save(&page, &posting("portuguese-developer")).await;
    save(&page, &first).await;
    save(&page, &again).await;
    let region = "The same job twice?";
    page.words_in(region, "Marine Data Analyst").await;

    // What changed.
    page.press_in(region, "button", "What changed").await;
    let words = page.words_in(region, "lowered").await;
    assert!(
        words.contains("36,500") && words.contains("34,000"),
        "{words}"
    );

    // Linked: both keep their place, and their histories stand in one line of time.
    page.press_in(region, "button", "Link Marine Data Analyst")
        .await;
    let region = "The same job";
    page.words_in(region, "this one").await;
    page.press("link", "Open the job").await;
    page.see_in(region, "button", "Unlink Marine Data Analyst")
        .await;
    page.reload().await;
    page.see_in(region, "list", "Timeline of the linked jobs")
        .await;
    let similar =
        "return all('region', 'Similar saved jobs').some((e) => e.innerText.includes('Marine'))";
    assert_eq!(page.ask(similar, Vec::new()).await, Value::Bool(false));

    // Told apart, which can be taken back.
    page.press_in(region, "button", "Unlink Marine Data Analyst")
        .await;
    let region = "The same job twice?";
    page.press_in(region, "button", "Another job: Marine Data Analyst")
        .await;
    page.gone("region", region).await;
    page.press("button", "Undo").await;
    page.see("region", region).await;
    page.end().await;
}
