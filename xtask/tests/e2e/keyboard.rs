//! The main job with the keyboard alone, from the first Tab to the saved job: what has the focus is always
//! seen to have it (WCAG 2.2, 2.4.7 and 2.4.11). And the tour, which takes the keyboard too.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::page::Page;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const SPACE: &str = " ";

/// So many Tabs lead from anywhere to anywhere on these pages.
const MOST_TABS: usize = 120;

/// A browser has scrolled to what has the focus after so long.
const SETTLED: Duration = Duration::from_secs(2);

/// What has the focus, as its role and name, and whether that is seen: it lies in the window, something is
/// drawn around it (its label's frame for a radio), and nothing lies over it.
const FOCUSED: &str = "const e = document.activeElement;
    if (!e || e === document.body || !document.hasFocus()) return null;
    const drawn = (x) => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0; };
    const seen = [e, e.closest('label'), ...(e.labels ?? []), e.nextElementSibling].filter(Boolean).some(drawn)
      || [...document.querySelectorAll(':focus-within')].some((x) => x !== document.documentElement && x !== document.body && x.id !== 'main' && drawn(x));
    const box = (e.labels?.[0] ?? e).getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight;
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const over = document.elementFromPoint(x, y);
    const hidden = !over || !(e.contains(over) || over.contains(e) || (e.labels?.[0]?.contains(over) ?? false));
    return { role: roleOf(e), name: nameOf(e), seen, inside, hidden };";

/// Whether what has the focus, if anything of the page has, is seen to have it.
fn is_seen(at: &Value) -> bool {
    at.is_null() || at["seen"] == true && at["inside"] == true && at["hidden"] == false
}

/// Presses Tab until `role` and `name` (its beginning) have the focus; every stop on the way must be seen.
pub async fn tab_to(page: &Page, role: &str, name: &str) {
    let mut way = Vec::new();
    for _ in 0..MOST_TABS {
        page.press_key(TAB).await;
        let mut at = page.ask(FOCUSED, Vec::new()).await;
        // What has the focus is scrolled to in the browser's own time.
        let start = Instant::now();
        while !is_seen(&at) && start.elapsed() < SETTLED {
            sleep(Duration::from_millis(50)).await;
            at = page.ask(FOCUSED, Vec::new()).await;
        }
        if at.is_null() {
            // The browser's own stop, at the end of the page; not every browser leaves it by itself.
            page.take_up_again().await;
            continue;
        }
        assert!(is_seen(&at), "the focus is not seen: {at}");
        let words = |key: &str| at[key].as_str().unwrap_or_default().to_string();
        if words("role") == role && words("name").starts_with(name) {
            return;
        }
        way.push(format!("{} {}", words("role"), words("name")));
    }
    panic!(
        "Tab does not come to {role} {name:?}; it came to\n{}",
        way.join("\n")
    );
}

/// Waits until the focus is on `role` and `name`.
pub async fn focused(page: &Page, role: &str, name: &str) {
    let script = "const e = document.activeElement;
        return !!e && roleOf(e) === arguments[0] && nameOf(e).startsWith(arguments[1])";
    let what = format!("{role} {name:?} has not the focus");
    page.until(&what, script, vec![json!(role), json!(name)])
        .await;
}

#[tokio::test]
async fn the_main_job_needs_no_pointer() {
    let page = Page::open().await;
    page.watch().await;

    // The example, and out of the tour that it begins.
    tab_to(&page, "button", "Try an example").await;
    page.press_key(ENTER).await;
    page.see("region", "Every value shows its words").await;
    page.press_key(ESCAPE).await;
    page.gone("region", "Every value shows its words").await;

    // A value lights its words; Enter corrects it, and the focus comes back.
    tab_to(&page, "button", "Edit Company").await;
    let lit = "return [...all('region', 'Original')[0].querySelectorAll('mark')]
        .some((m) => m.matches('.lit, .lit *, [data-lit]'))";
    page.until("nothing lights up in Original", lit, Vec::new())
        .await;
    page.press_key(ENTER).await;
    focused(&page, "textbox", "Company").await;
    page.key("\u{e009}a").await;
    page.key("Harbour Bakery").await;
    page.key(ENTER).await;
    page.fact("Company", "Harbour Bakery").await;
    focused(&page, "button", "Edit Company").await;

    // A mark: Tab into the group, Space takes it, an arrow changes it.
    tab_to(&page, "radio", "Have").await;
    page.press_key(SPACE).await;
    let marked = "const e = document.activeElement; return e.checked ? nameOf(e) : ''";
    let mark = page.until("no mark is taken", marked, Vec::new()).await;
    assert_eq!(mark, json!("Have"));
    page.press_key("\u{e014}").await;
    let script = "const e = document.activeElement; return e.checked && nameOf(e) === 'Partly'";
    page.until("the arrow does not change the mark", script, Vec::new())
        .await;

    // Saved from the command palette, found again by it, and by Tab in the list.
    page.press_keys_together("\u{e009}", "k").await;
    focused(&page, "combobox", "Go to or do").await;
    page.key("save job").await;
    page.see("option", "Save job").await;
    page.press_key(ENTER).await;
    page.see("button", "Saved").await;
    page.press_keys_together("\u{e009}", "k").await;
    focused(&page, "combobox", "Go to or do").await;
    page.key("saved jobs").await;
    let listed = "return all('option', null).some((e) => nameOf(e).startsWith('Saved jobs'))";
    page.until("the page is not offered", listed, Vec::new())
        .await;
    page.press_key(ENTER).await;
    page.see("table", "Saved jobs").await;
    let title = "return document.querySelector('main table a')?.textContent.trim() ?? ''";
    let title = page.until("no job is listed", title, Vec::new()).await;
    let title = title.as_str().unwrap_or_default().to_string();
    tab_to(&page, "link", &title).await;
    page.press_key(ENTER).await;
    page.fact("Company", "Harbour Bakery").await;

    // Back to the list with the focus on a mark, which goes with its page.
    tab_to(&page, "radio", "Partly").await;
    page.ask("history.back()", Vec::new()).await;
    page.see("table", "Saved jobs").await;

    // The list of shortcuts opens by its key and closes by Esc.
    page.press_key("?").await;
    page.see("dialog", "Keyboard shortcuts").await;
    page.press_key(ESCAPE).await;
    page.gone("dialog", "Keyboard shortcuts").await;
    page.end().await;
}

#[tokio::test]
async fn the_tour_shows_four_things_and_does_not_come_twice() {
    let page = Page::open().await;
    page.watch().await;
    page.press("button", "Try an example").await;
    let steps = [
        "Every value shows its words",
        "Tick what you have",
        "What it leaves unsaid",
        "Save it, compare it, follow it",
    ];
    for (n, step) in steps.iter().enumerate() {
        page.see("region", *step).await;
        focused(&page, "region", step).await;
        // What it speaks of is in the window and framed.
        let framed = "return [...document.querySelectorAll('main *')].some((e) => {
            const s = getComputedStyle(e), box = e.getBoundingClientRect();
            return s.outlineStyle === 'solid' && s.outlineOffset === '3px' && box.top < innerHeight && box.bottom > 0; })";
        page.until("nothing is framed", framed, Vec::<Value>::new())
            .await;
        let on = if n + 1 < steps.len() { "Next" } else { "Done" };
        page.press("button", on).await;
    }
    page.gone("region", steps[3]).await;
    page.press("button", "Paste another").await;
    page.press("button", "Try an example").await;
    page.see("region", "Summary").await;
    let there = page
        .ask("return !!document.getElementById('tour')", Vec::new())
        .await;
    assert_eq!(there, json!(false), "the tour came again");
    // Asked for, it comes again.
    page.press_keys_together("\u{e009}", "k").await;
    focused(&page, "combobox", "Go to or do").await;
    page.key("tour").await;
    page.see("option", "Take the tour").await;
    page.key(ENTER).await;
    page.see("region", steps[0]).await;
    page.press("button", "Skip the tour").await;
    page.gone("region", steps[0]).await;
    page.end().await;
}
