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

/// What the reader makes of a page: title, company, places, pay, the last day.
fn reading(html: &str) -> String {
    let facts = rolecard::extract::read(&text(html)).facts;
    let mut out = Vec::new();
    out.push(facts.title.map(|t| t.value).unwrap_or_default());
    out.push(facts.company.map(|c| c.value).unwrap_or_default());
    let places: Vec<_> = facts.locations.into_iter().map(|l| l.value).collect();
    out.push(places.join("; "));
    out.push(
        facts
            .work_mode
            .map_or(String::new(), |m| format!("{:?}", m.value)),
    );
    out.push(facts.pay.map_or(String::new(), |p| {
        let figure = |n: Option<f64>| n.map_or(String::from("?"), |n| n.to_string());
        let (min, max) = (figure(p.value.min), figure(p.value.max));
        format!(
            "{min}-{max} {} {:?}",
            p.value.currency.unwrap_or("?"),
            p.value.period
        )
    }));
    out.push(facts.deadline.map_or(String::new(), |d| match d.value {
        rolecard::extract::date::When::On(date) => date.to_string(),
        _ => String::from("relative"),
    }));
    out.join(" | ")
}

#[wasm_bindgen_test]
fn pages_of_boards_and_applicant_systems_are_read() {
    let cases = [
        (
            "an applicant system: data in the head, words in the body",
            r#"<html><head><title>Glaze Chemist - Kiln &amp; Co</title><script type="application/ld+json">
              {"@context":"http://schema.org","@type":"JobPosting","title":"Glaze Chemist","description":"&lt;p&gt;You mix glazes all day.&lt;/p&gt;",
               "datePosted":"2027-01-10","validThrough":"2027-02-28T23:59","employmentType":"FULL_TIME",
               "hiringOrganization":{"@type":"Organization","name":"Kiln &amp; Co","logo":"x.png"},
               "jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Stoke","addressRegion":"Staffordshire","addressCountry":"GB"}},
               "baseSalary":{"@type":"MonetaryAmount","currency":"GBP","value":{"@type":"QuantitativeValue","minValue":31000,"maxValue":36000,"unitText":"YEAR"}}}
              </script></head><body><a href="/jobs">Back to jobs</a><h1>Glaze Chemist</h1><div>Stoke</div><p>You mix glazes all day.</p>
              <h2>What you bring</h2><ul><li>A degree in chemistry</li></ul><button>Apply</button></body></html>"#,
            "Glaze Chemist | Kiln & Co | Stoke, Staffordshire | | 31000-36000 GBP Some(Year) | 2027-02-28",
        ),
        (
            "a page drawn by script: its data alone holds the words",
            r#"<html><head><script type='application/ld+json'>{"@graph":[{"@type":"BreadcrumbList"},{"@type":["JobPosting"],
              "title":"Ferry Mate (m/f/d)","hiringOrganization":"Strait Lines","jobLocationType":"TELECOMMUTE",
              "applicantLocationRequirements":[{"@type":"Country","name":"Norway"},{"@type":"Country","name":"Sweden"}],
              "description":"<h3>Your watch</h3><p>You keep the bridge at night between two ports.</p><ul><li>Deck licence required</li></ul>",
              "baseSalary":"NOK 45 000 per month","validThrough":"2027-05-03"}]}</script></head><body><div id="root"></div></body></html>"#,
            "Ferry Mate | Strait Lines | Norway; Sweden | Remote | 45000-45000 NOK Some(Month) | 2027-05-03",
        ),
        (
            "a council's page in microdata",
            r#"<body><nav><a>Home</a></nav><div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Park Keeper</h1>
              <p>Employer: <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Dunmere Borough Council</span></span></p>
              <div itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
              <meta itemprop="addressLocality" content="Dunmere"><meta itemprop="addressRegion" content="Kent"></div></div>
              <div itemprop="baseSalary" itemscope itemtype="https://schema.org/MonetaryAmount"><meta itemprop="currency" content="GBP">
              <div itemprop="value" itemscope itemtype="https://schema.org/QuantitativeValue"><meta itemprop="minValue" content="13.10">
              <meta itemprop="maxValue" content="13.90"><meta itemprop="unitText" content="HOUR"></div></div>
              <meta itemprop="validThrough" content="2027-04-09"><div itemprop="description"><p>You look after three parks and a pond.</p></div></div></body>"#,
            "Park Keeper | Dunmere Borough Council | Dunmere, Kent | | 13.1-13.9 GBP Some(Hour) | 2027-04-09",
        ),
        (
            "an older board: flat microdata, words for pay",
            r#"<body><div itemscope itemtype="http://schema.org/JobPosting"><h2 itemprop="title">Kassör</h2><span itemprop="hiringOrganization">Nordbageri AB</span>
              <span itemprop="jobLocation">Umeå</span><time itemprop="validThrough" datetime="2027-06-30">sista juni</time>
              <meta itemprop="salaryCurrency" content="SEK"><meta itemprop="baseSalary" content="31 000 kr/mån"><p>Du sköter kassan och hjälper kunderna.</p></div></body>"#,
            "Kassör | Nordbageri AB | Umeå | | 31000-31000 SEK Some(Month) | 2027-06-30",
        ),
    ];
    for (name, html, expected) in cases {
        let expected = expected.replace("| |", "|  |");
        assert_eq!(reading(html), expected, "{name}");
    }
}

#[wasm_bindgen_test]
fn microdata_becomes_the_same_block() {
    let html = "<div itemscope itemtype='https://schema.org/JobPosting'><b itemprop='title'>Potter</b>\
        <i itemprop='skills'>wheel</i><i itemprop='skills'>kiln</i>\
        <div itemprop='description'>Clay all day, every day, by the river.</div>\
        <div itemprop='hiringOrganization' itemscope itemtype='https://schema.org/Organization'>\
        <a itemprop='name'>Kiln</a></div></div>";
    let text = text(html);
    let (words, block) = text.split_once("```json\n").expect("there is a block");
    assert_eq!(words.matches("Clay all day").count(), 1, "{words}");
    let block: String = block.split_whitespace().collect();
    assert_eq!(
        block,
        "{\"@type\":\"JobPosting\",\"title\":\"Potter\",\"skills\":[\"wheel\",\"kiln\"],\
         \"hiringOrganization\":{\"@type\":\"Organization\",\"name\":\"Kiln\"}}```"
    );
    // a list of items is no posting
    let other =
        "<div itemscope itemtype='https://schema.org/Recipe'><b itemprop='name'>Bread</b></div>";
    assert!(!self::text(other).contains("```"));
}
