//! Checks a page with axe-core, at the widths of a small phone and a desk.

use serde_json::{Value, json};

use crate::browser::Scheme;
use crate::page::Page;

/// What axe finds on the page as it is now, a line a fault.
pub async fn check(page: &Page, axe: &str, scheme: Scheme, name: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for width in [320, 1280] {
        if !page.browser.set_width(width).await {
            println!("{name}: {} is not made {width} px wide", page.browser.name);
            continue;
        }
        // The driver puts axe in; the page's own policy lets no script in.
        let loaded = format!("if (!window.axe) {{ {axe} }}\nreturn typeof window.axe;");
        let client = &page.browser.client;
        let kind = client.execute(&loaded, Vec::new()).await;
        assert_eq!(kind.expect("axe loads"), "object");
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
              (found) => done(found.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html + ' ' + n.failureSummary)])),
              (error) => done([['axe', String(error), []]]));";
        let found = client.execute_async(run, Vec::new()).await;
        for fault in found.expect("axe runs").as_array().into_iter().flatten() {
            faults.push(told(fault, &format!("{name}, {scheme:?}, {width} px")));
        }
        let wide = "return document.documentElement.scrollWidth > innerWidth + 1";
        if page.ask(wide, Vec::new()).await == json!(true) {
            faults.push(format!("{name}, {width} px: the page scrolls sideways"));
        }
    }
    page.browser.set_width(1280).await;
    faults
}

fn told(fault: &Value, place: &str) -> String {
    let words = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let places = fault[2].as_array().into_iter().flatten();
    let nodes: Vec<_> = places
        .take(3)
        .map(|n| format!("\n    {}", words(n)))
        .collect();
    format!(
        "{place}: {} ({}){}",
        words(&fault[1]),
        words(&fault[0]),
        nodes.concat()
    )
}
