//! Markup into text by the browser's own parser: headings, items and cells keep their shape, nothing
//! that was pasted runs or loads, and the page's JobPosting data stands as a block at the end.
#![cfg(target_arch = "wasm32")]

use js_sys::Promise;
use rolecard::browser::html::{is_page_source, to_text};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The text of `html`, which holds words.
fn text(html: &str) -> String {
    to_text(html).unwrap_or_else(|| panic!("no words in {html}"))
}

#[wasm_bindgen_test]
fn structure_becomes_marks() {
    let cases = [
        (
            "headings of each level",
            "<h1>Ferry Mate</h1><h2>Your watch</h2><p>Nights.</p><h4>Pay</h4>",
            "# Ferry Mate\n\n## Your watch\n\nNights.\n\n#### Pay",
        ),
        (
            "bullets, nested",
            "<p>We ask for</p><ul><li>A boat licence</li><li>Languages<ul><li>Dutch</li></ul></li></ul><p>Apply.</p>",
            "We ask for\n\n- A boat licence\n- Languages\n  - Dutch\n\nApply.",
        ),
        (
            "numbers",
            "<ol><li>Call us</li><li><p>Visit us</p></li></ol>",
            "1. Call us\n2. Visit us",
        ),
        (
            "cells of a table",
            "<table><tbody><tr><th>Wage</th><td>€ 19 an hour</td></tr><tr><th>Place</th><td>Groningen</td></tr></tbody></table>",
            "Wage\t€ 19 an hour\nPlace\tGroningen",
        ),
        (
            "a bold line alone is a heading",
            "<p><strong>What you bring</strong></p><p>A <b>calm</b> hand.</p>",
            "**What you bring**\n\nA calm hand.",
        ),
        (
            "line ends and blanks",
            "<div>One<br>Two&nbsp;three\n   four</div><div>Five</div>",
            "One\nTwo\u{a0}three four\nFive",
        ),
        (
            "text set as it is",
            "<pre>Shift   Hours\nEarly   6-14</pre>",
            "Shift   Hours\nEarly   6-14",
        ),
        (
            "quotes, entities and emoji",
            "<p title='a > b'>Söker &amp; hittar &lt;du&gt; 🌱</p>",
            "Söker & hittar <du> 🌱",
        ),
    ];
    for (name, html, expected) in cases {
        assert_eq!(text(html), expected, "{name}");
    }
}

#[wasm_bindgen_test]
fn what_nobody_sees_is_left_out() {
    let html = "<style>p { color: red }</style><p hidden>never</p>\
        <p style='DISPLAY: none'>never</p><p style=\"display : none\">never</p>\
        <template><p>never</p></template><noscript>never</noscript><!-- never -->\
        <svg><text>never</text></svg><select><option>never</option></select>\
        <p style='color: red'>Gardener wanted</p>";
    let seen = text(html);
    assert_eq!(seen.trim(), "Gardener wanted");
    for empty in ["", "<p> </p>", "<script>1</script>", "<!-- a -->"] {
        assert_eq!(to_text(empty), None, "{empty}");
    }
}

/// What `script` gives in the test's page, awaited.
async fn ask(script: &str) -> JsValue {
    let promise = format!("(async () => {{ {script} }})()");
    let promise: Promise = js_sys::eval(&promise).expect("the script is sound").into();
    JsFuture::from(promise).await.expect("the promise is kept")
}

#[wasm_bindgen_test]
async fn nothing_runs_and_nothing_is_loaded() {
    let html = "<script>window.ran = 1</script>\
        <img src='/no-such-image.png' onerror='window.ran = 2' onload='window.ran = 2'>\
        <svg onload='window.ran = 3'></svg><body onload=window.ran=4>\
        <iframe srcdoc='<script>parent.ran = 5</script>'></iframe>\
        <a href='javascript:window.ran=6' onclick='window.ran = 7'>Baker</a>";
    assert_eq!(text(html), "Baker");
    // The same image put into the page itself is asked for: the measure is one that can fail.
    let asked = ask(
        "const loads = () => performance.getEntriesByType('resource').filter((e) => e.name.includes('no-such-image')).length;
         await new Promise((done) => setTimeout(done, 300));
         const before = loads();
         const image = new Image();
         await new Promise((done) => { image.onerror = image.onload = done; image.src = '/no-such-image.png?again'; });
         for (let i = 0; i < 100 && loads() === before; i++) await new Promise((done) => setTimeout(done, 20));
         return `${before} ${loads()}`;",
    )
    .await;
    assert_eq!(asked.as_string().as_deref(), Some("0 1"));
    let ran = ask("return window.ran").await;
    assert!(ran.is_undefined(), "what was pasted has run: {ran:?}");
}

#[wasm_bindgen_test]
fn job_posting_data_stands_as_a_block_at_the_end() {
    let data = r#"{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Kiln & Co"},
        {"@type":["JobPosting"],"title":"Potter","description":"<p>Long words</p>",
         "hiringOrganization":{"@type":"Organization","name":"Kiln & Co"},"validThrough":"2027-03-01"}]}"#;
    let script = |data: &str| format!("<script type=\"application/ld+json\">{data}</script>");
    let html = format!(
        "<html><head>{}{}</head><body><h1>Potter</h1><p>Clay all day.</p></body></html>",
        script(r#"{"@type":"WebSite","name":"Craft jobs"}"#),
        script(data)
    );
    let text = text(&html);
    let (words, block) = text.split_once("\n\n```json\n").expect("there is a block");
    assert_eq!(words, "# Potter\n\nClay all day.");
    let block = block.strip_suffix("\n```\n").expect("the block ends");
    let parsed = js_sys::JSON::parse(block).expect("the block is JSON");
    let field = |name: &str| {
        let value = js_sys::Reflect::get(&parsed, &name.into());
        value.ok().and_then(|v| v.as_string())
    };
    assert_eq!(field("title").as_deref(), Some("Potter"));
    assert_eq!(field("validThrough").as_deref(), Some("2027-03-01"));
    assert_eq!(field("description"), None, "the page shows it as words");
    let posting = rolecard::extract::read(&text);
    let title = posting.facts.title.as_ref().map(|t| t.value.as_str());
    assert_eq!(title, Some("Potter"));
}

#[wasm_bindgen_test]
fn data_of_other_kinds_and_broken_data_give_no_block() {
    for data in [
        r#"{"@type":"Recipe","title":"Bread"}"#,
        "{\"@type\": \"JobPosting\", ",
        "[]",
        "null",
    ] {
        let html = format!("<p>Baker</p><script type='application/ld+json'>{data}</script>");
        assert_eq!(text(&html), "Baker", "{data}");
    }
}

#[wasm_bindgen_test]
fn broken_markup_is_read() {
    let deep = "<div>".repeat(3_000) + "Miller";
    let cases = [
        ("open to the end", "<p>Miller", "Miller"),
        ("a tag cut off", "Miller <a href='x", "Miller"),
        ("an attribute cut off", "Miller<p style=", "Miller"),
        ("a sign alone", "Pay < 5 & more >", "Pay < 5 & more >"),
        ("a comment cut off", "Miller<!-- and", "Miller"),
        ("deep", deep.as_str(), "Miller"),
    ];
    for (name, html, expected) in cases {
        assert_eq!(text(html).trim(), expected, "{name}");
    }
}

#[wasm_bindgen_test]
fn the_source_of_a_page_is_known_as_such() {
    for source in [
        "<!doctype html><p>a",
        "\n  <!DOCTYPE HTML>",
        "<html lang=en>",
    ] {
        assert!(is_page_source(source), "{source}");
    }
    for words in ["", "Potter", "<p>a</p>", "about <html> and more", "<ht"] {
        assert!(!is_page_source(words), "{words}");
    }
}
