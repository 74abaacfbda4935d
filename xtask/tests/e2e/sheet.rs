//! From saved to the interview: what is kept on a job, the sheet to take along, the report for the
//! employment office, and the search in figures, as a person does it; printed to see that paper takes it.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::browser::{Scheme, setting};
use crate::page::Page;
use crate::{axe, compare, posting};

const TITLE: &str = "Marine Data Analyst";

/// Saves the posting of a job board and opens its page.
async fn with_job(scheme: Scheme) -> (Page, String) {
    let page = Page::open_in(scheme).await;
    page.watch().await;
    page.paste("Job posting", &posting("board-with-chrome"))
        .await;
    page.fact("Title", TITLE).await;
    page.tick("driving licence", "Have").await;
    page.tick("QGIS", "Gap").await;
    page.press("button", "Save job").await;
    page.see("button", "Saved").await;
    page.go("#/jobs").await;
    page.press("link", TITLE).await;
    page.see("region", "People, papers and pay").await;
    let hash = page.ask("return location.hash", Vec::new()).await;
    let id = hash.as_str().and_then(|hash| hash.strip_prefix("#/job/"));
    (page, id.expect("is a job's page").to_string())
}

/// Opens a group of what is kept.
pub async fn unfold(page: &Page, name: &str) {
    let script = "const group = [...document.querySelectorAll('details')]
          .find((e) => tidy(e.querySelector('summary').firstElementChild?.textContent ?? '') === arguments[0]);
        if (group) group.open = true;
        return !!group;";
    page.until("no such group", script, vec![json!(name)]).await;
}

/// Keeps a contact, a document and an offer.
async fn keep(page: &Page) {
    unfold(page, "Contacts").await;
    page.press("button", "Add contact").await;
    page.fill("textbox", "Name", "Ilse Brandt").await;
    page.fill("textbox", "Role", "Head of data").await;
    page.fill("textbox", "E-mail", "ilse@tidewater.example")
        .await;
    page.fill("textbox", "Telephone", "+44 1752 555 010").await;
    page.press("button", "Save").await;
    page.see("button", "Edit contact: Ilse Brandt").await;
    page.see("link", "ilse@tidewater.example").await;
    unfold(page, "Documents").await;
    page.press("button", "Add document").await;
    page.fill("textbox", "File or title", "cv-marine-7.pdf")
        .await;
    page.fill("textbox", "What it is", "CV").await;
    page.press("button", "Save").await;
    page.see("button", "Edit document: cv-marine-7.pdf").await;
    unfold(page, "Salary and offer").await;
    page.press("button", "Edit Salary offered").await;
    page.fill("textbox", "Minimum", "41000").await;
    page.fill("textbox", "Maximum", "41000").await;
    page.fill("textbox", "Currency", "GBP").await;
    page.press("button", "Save").await;
    page.words_in("People, papers and pay", "41,000").await;
}

#[tokio::test]
async fn what_is_kept_on_a_job_stays_and_can_be_taken_back() {
    let (page, id) = with_job(Scheme::Light).await;
    keep(&page).await;
    page.fill("textbox", "Notes", "# Call\n- **42** buoys, <b>no</b> lab")
        .await;
    page.press("button", "Preview").await;
    let drawn = "const region = all('region', 'Notes')[0];
        return region.querySelector('li b')?.textContent === '42'
          && region.querySelector('h3')?.textContent === 'Call'
          && region.textContent.includes('<b>no</b> lab');";
    page.until("the notes are not drawn", drawn, Vec::new())
        .await;
    page.press("button", "Preview").await;
    page.see("textbox", "Notes").await;

    page.reload().await;
    unfold(&page, "Contacts").await;
    page.press("button", "Edit contact: Ilse Brandt").await;
    page.press("button", "Remove").await;
    page.gone("button", "Edit contact: Ilse Brandt").await;
    page.press("button", "Undo").await;
    page.see("button", "Edit contact: Ilse Brandt").await;
    unfold(&page, "Salary and offer").await;
    page.words_in("People, papers and pay", "41,000").await;

    // The offer is what Compare reckons with, and says whose word it is.
    compare::save(&page, &posting("nurse-uk")).await;
    page.go("#/jobs").await;
    let script = "return [...document.querySelectorAll('a[href^=\"#/job/\"]')]
        .map((e) => e.getAttribute('href').slice(6)).find((id) => id !== arguments[0])";
    let other = page.until("no other job", script, vec![json!(id)]).await;
    let other = other.as_str().unwrap_or_default();
    page.go(&format!("#/compare?jobs={id},{other}")).await;
    page.see("table", "Comparison").await;
    let script = "const table = all('table', 'Comparison')[0];
        const words = tidy(table.innerText);
        return words.includes('41,000') && words.includes('offered');";
    page.until("no offer in the comparison", script, Vec::new())
        .await;
    page.end().await;
}

#[tokio::test]
async fn the_interview_sheet_has_all_on_one_page() {
    let (page, id) = with_job(Scheme::Light).await;
    keep(&page).await;
    page.press("link", "Interview sheet").await;
    page.see("heading", TITLE).await;
    page.words_in("The card", "36,500").await;
    page.words_in("What they ask", "driving licence").await;
    page.words_in("What they ask", "Gap").await;
    page.words_in("People", "Ilse Brandt").await;
    page.words_in("People", "cv-marine-7.pdf").await;
    // Every question stands beside words of the posting.
    let script = "const rows = [...all('list', 'Likely questions')[0]?.querySelectorAll('li') ?? []];
        return rows.length > 4 && rows.every((row) => row.querySelector('b') && row.querySelector('q'))
          ? rows.map((row) => row.querySelector('q').textContent) : [];";
    let quotes = page.until("no likely questions", script, Vec::new()).await;
    let source: String = posting("board-with-chrome")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for quote in quotes.as_array().into_iter().flatten() {
        let quote = quote.as_str().unwrap_or_default();
        assert!(source.contains(quote), "{quote} is no sentence of it");
    }
    // The person's own words behind a tick are kept.
    let name =
        "return all('textbox', null).map(nameOf).find((name) => name.includes('driving licence'))";
    let name = page.until("no place for own words", name, Vec::new()).await;
    let name = name.as_str().unwrap_or_default().to_string();
    page.fill("textbox", &name, "Since 2019, with a trailer.")
        .await;
    page.key("\u{e004}").await;
    page.go("#/").await;
    page.go(&format!("#/sheet/{id}")).await;
    let script = "return all('textbox', arguments[0])[0]?.value === 'Since 2019, with a trailer.'";
    page.until("the words are gone", script, vec![json!(name)])
        .await;
    on_paper(&page, "interview-sheet").await;
    page.end().await;
}

#[tokio::test]
async fn the_report_lists_what_was_applied_for() {
    let (page, _) = with_job(Scheme::Light).await;
    keep(&page).await;
    page.press("button", "Add to history").await;
    // "Applied", today, is what the form begins with.
    page.fill("textbox", "Remark", "through their site; ref 7")
        .await;
    page.press("button", "Save").await;
    page.words_in("Status", "ref 7").await;
    page.go("#/insights").await;
    page.press("link", "Report of applications").await;
    let script = "return tidy(all('table', 'Applications')[0]?.innerText ?? '')";
    let words = page.until("no report", script, Vec::new()).await;
    let words = words.as_str().unwrap_or_default().to_string();
    for part in [
        TITLE,
        "Tidewater Observatory",
        "Ilse Brandt",
        "cv-marine-7.pdf",
        "through their site",
        "Applied",
    ] {
        assert!(words.contains(part), "no {part:?} in {words}");
    }
    let rows = rows(&download(&page, "Download CSV").await);
    let column = |name: &str| {
        let at = rows[0].iter().position(|head| head == name);
        at.map_or(String::new(), |at| rows[1][at].clone())
    };
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(column("Title"), TITLE);
    assert!(column("Contact").contains("+44 1752 555 010"));
    assert!(column("What happened").contains("through their site; ref 7"));
    assert_eq!(column("Status"), "Applied");
    on_paper(&page, "report").await;

    page.press("button", "Last month").await;
    page.gone("table", "Applications").await;
    page.press("button", "All days").await;
    page.see("table", "Applications").await;
    page.end().await;
}

#[tokio::test]
async fn sheet_report_and_insights_are_accessible() {
    let axe = std::fs::read_to_string(setting("ROLECARD_AXE")).expect("axe-core is there");
    let mut faults = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let (page, id) = with_job(scheme).await;
        keep(&page).await;
        page.press("button", "Add to history").await;
        page.press("button", "Save").await;
        page.words_in("Status", "Applied").await;
        faults.extend(axe::check(&page, &axe, scheme, "Job, unfolded").await);
        page.go(&format!("#/sheet/{id}")).await;
        page.see("list", "Likely questions").await;
        faults.extend(axe::check(&page, &axe, scheme, "Interview sheet").await);
        page.go("#/report").await;
        page.see("table", "Applications").await;
        faults.extend(axe::check(&page, &axe, scheme, "Report").await);
        page.go("#/insights").await;
        page.see("region", "Where they went").await;
        faults.extend(axe::check(&page, &axe, scheme, "Insights").await);
        page.end().await;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn the_flow_is_given_as_a_drawing_and_as_a_picture() {
    let (page, _) = with_job(Scheme::Light).await;
    page.go("#/insights").await;
    page.see("region", "Where they went").await;
    let svg = download(&page, "Download SVG").await;
    assert!(svg.starts_with("<svg ") && svg.contains("Saved"), "{svg}");
    assert!(!svg.contains(TITLE), "a drawing names no job");
    let png = download(&page, "Download PNG").await;
    assert!(
        png.starts_with("\u{fffd}PNG"),
        "{}",
        &png[..png.len().min(20)]
    );
    // What is drawn is told as a table, too.
    let script = "const region = all('region', 'Where they went')[0];
        region.querySelector('details').open = true;
        return tidy(region.querySelector('table').innerText)";
    let table = page.until("no table", script, Vec::new()).await;
    assert!(table.as_str().is_some_and(|words| words.contains("Saved")));
    page.end().await;
}

/// Presses a button that makes a file; answers with what is in the file, as text.
async fn download(page: &Page, button: &str) -> String {
    let script = "const made = URL.createObjectURL;
        window.__file = null;
        URL.createObjectURL = (blob) => { blob.text().then((text) => (window.__file = text)); return made.call(URL, blob); };";
    page.ask(script, Vec::new()).await;
    page.press("button", button).await;
    let file = page
        .until("no file is made", "return window.__file", Vec::new())
        .await;
    file.as_str().unwrap_or_default().to_string()
}

/// The rows of a table of comma-separated values, by the rules of RFC 4180.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            ('\r', false) => {}
            _ => cell.push(c),
        }
    }
    rows
}

/// Prints the page as it goes to paper; the file is left among the build's for looking at. Drivers that
/// cannot print are left out.
async fn on_paper(page: &Page, name: &str) {
    let Ok(Value::String(base64)) = page.browser.client.issue_cmd(Print).await else {
        println!("{} does not print", page.browser.name);
        return;
    };
    let bytes = from_base64(&base64);
    assert!(bytes.starts_with(b"%PDF-"), "no PDF");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/printed");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    std::fs::write(folder.join(format!("{name}.pdf")), bytes).expect("a file can be written");
}

/// WebDriver's printing.
#[derive(Debug)]
struct Print;

impl WebDriverCompatibleCommand for Print {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/print", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let a4 = json!({"page": {"width": 21.0, "height": 29.7}, "margin": {"top": 0, "bottom": 0, "left": 0, "right": 0}});
        (Method::POST, Some(a4.to_string()))
    }
}

fn from_base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut out, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for six in text.bytes().filter_map(value) {
        held = held << 6 | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xff).unwrap_or(0));
        }
    }
    out
}
