//! Thousands of saved jobs: only the rows that are seen are in the page, all texts are searched; prints
//! how long starting, searching and saving take. No test fails on a clock.

use serde_json::json;

use crate::page::Page;
use crate::{TITLE, posting};

/// So many jobs are saved for measuring.
const MANY: usize = 2_000;

#[tokio::test]
async fn two_thousand_jobs_start_are_searched_and_saved() {
    let page = Page::open().await;
    for name in [
        "board-with-chrome",
        "nurse-uk",
        "forum-one-liner",
        "german-hospital",
    ] {
        page.paste("Job posting", &posting(name)).await;
        page.see("region", "Summary").await;
        page.press("button", "Save job").await;
        page.see("button", "Saved").await;
        page.press("button", "Paste another").await;
    }
    // The same postings under other ids: what a long search comes to.
    let script = "const raws = Object.keys(localStorage).filter((k) => k.startsWith('rolecard:job:'))
          .map((k) => localStorage.getItem(k));
        for (let n = raws.length; n < arguments[0]; n++)
          localStorage.setItem('rolecard:job:m' + String(n).padStart(11, '0'), raws[n % raws.length]);
        return raws.length";
    assert_eq!(page.ask(script, vec![json!(MANY)]).await, 4);
    page.go("#/jobs").await;
    page.see("table", "Saved jobs").await;
    let count = "return all('table', 'Saved jobs')[0].getAttribute('aria-rowcount')";
    assert_eq!(
        page.ask(count, Vec::new()).await,
        json!((MANY + 1).to_string())
    );

    // Opening the list, with its index there, up to the next frame.
    page.press("link", "Data").await;
    page.see("heading", "Data").await;
    let open = timed(
        &page,
        "all('link', 'Jobs')[0].click()",
        "all('table', 'Saved jobs').length > 0",
    )
    .await;
    let rows = "return document.querySelectorAll('tbody tr:not([aria-hidden])').length";
    let rows = page.ask(rows, Vec::new()).await.as_u64().unwrap_or(0);
    assert!((10..200).contains(&rows), "{rows} rows are in the page");

    // The end of the list is a scroll away, and is drawn then.
    let last = "scrollTo(0, document.body.scrollHeight);
        return !!document.querySelector(`tr[aria-rowindex='${arguments[0]}']`)";
    page.until("the last row is not drawn", last, vec![json!(MANY + 1)])
        .await;
    page.ask("scrollTo(0, 0)", Vec::new()).await;
    let first = "return !!document.querySelector(\"tr[aria-rowindex='2']\")";
    page.until("the first row is not drawn again", first, Vec::new())
        .await;

    // Searching all texts, once they have been read.
    let search = |words: &str| {
        format!(
            "const box = all('searchbox', 'Search jobs')[0]; box.value = '{words}';
             box.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        )
    };
    let counts =
        |n: usize| format!("all('table', 'Saved jobs')[0].getAttribute('aria-rowcount') === '{n}'");
    let texts = format!("{} return {};", search("harbour authorities"), counts(501));
    page.until("the texts are not searched", &texts, Vec::new())
        .await;
    let mut keys = Vec::new();
    for (words, n) in [
        ("n", MANY + 1),
        ("harbour", 501),
        ("harbour zz", 1),
        ("nurse", 501),
        ("zzz", 1),
    ] {
        keys.push((words, timed(&page, &search(words), &counts(n)).await));
    }
    page.ask(&search(TITLE), Vec::new()).await;

    // Saving: a note on one of them.
    page.press("link", TITLE).await;
    page.see("textbox", "Notes").await;
    let save = "const box = all('textbox', 'Notes')[0]; box.value = 'Called';
        box.dispatchEvent(new Event('input', { bubbles: true }));
        box.dispatchEvent(new Event('blur'));";
    let saved = "document.getElementById('h-notes').nextElementSibling.textContent === 'Saved'";
    let save = timed(&page, save, saved).await;
    let used = page
        .ask(
            "return Object.entries(localStorage).reduce((n, [k, v]) => n + k.length + v.length, 0)",
            Vec::new(),
        )
        .await;
    println!("{MANY} saved jobs, {used} units, in {}:", page.browser.name);
    println!("{open:>8.1} ms  opening the list");
    for (words, time) in keys {
        println!("{time:>8.1} ms  a key in the search box, for {words:?}");
    }
    println!("{save:>8.1} ms  saving a note\n");
    page.end().await;
}

/// Milliseconds from doing `act` until `is_done` holds in a frame.
async fn timed(page: &Page, act: &str, is_done: &str) -> f64 {
    let script = format!(
        "window.__took = null;
        const start = performance.now();
        const look = () => {{
          if ({is_done}) window.__took = performance.now() - start;
          else requestAnimationFrame(look);
        }};
        {act};
        queueMicrotask(() => queueMicrotask(look));"
    );
    page.ask(&script, Vec::new()).await;
    let took = page
        .until(is_done, "return window.__took", Vec::new())
        .await;
    took.as_f64().unwrap_or_default()
}
