//! Postings that come in other ways than by pasting words: files, a bookmark, a link, several at once.

use serde_json::{Value, json};

use crate::page::Page;
use crate::{TITLE, posting};

/// Drops files on the box: a name and the bytes of each.
const DROP: &str = "const data = new DataTransfer();
    for (const [name, bytes] of arguments[0])
      data.items.add(new File([new Uint8Array(bytes)], name));
    const event = new DragEvent('drop', {bubbles: true, cancelable: true});
    Object.defineProperty(event, 'dataTransfer', {value: data});
    document.querySelector('main').dispatchEvent(event);";

async fn drop_files(page: &Page, files: &[(&str, &[u8])]) {
    let files: Vec<Value> = files.iter().map(|(n, b)| json!([n, b])).collect();
    page.ask(DROP, vec![json!(files)]).await;
}

const BAKER: &str = "Baker, early shift\nBakery Hollis, Leeds\nFull-time, £13.20 per hour\n\n\
    What you will do\n- Bake bread and rolls from four in the morning\n- Keep the ovens clean\n\n\
    What we ask\n- Two years in a bakery\n- Food hygiene certificate level 2\n";
const CLERK: &str = "Payroll Clerk\nCompany: Ostrava Logistics Ltd\nLocation: Manchester\nSalary: £27,000 per year\n\n\
    Your tasks\n- Run the monthly payroll for 300 staff\n- Answer questions on payslips\n\n\
    Requirements\n- Experience with Sage Payroll\n- Good Excel\n";

#[tokio::test]
async fn mails_documents_and_pdfs_are_read() {
    let page = Page::open().await;
    let mail = "From: jobs@example.org\r\nDate: Tue, 3 Nov 2026 10:00:00 +0000\r\nSubject: A job for you\r\n\
        MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <html><body><h1>Organ Tuner</h1><p>St Bride's Workshop, York</p><h2>Requirements</h2>\
        <ul><li>An ear for 440=C2=A0Hz</li></ul></body></html>";
    drop_files(&page, &[("job.eml", mail.as_bytes())]).await;
    page.words_in("Requirements", "An ear for 440").await;
    drop_files(&page, &[("job.docx", &document())]).await;
    page.fact("Title", "Night Nurse").await;
    page.words_in("Requirements", "NMBI registration").await;
    drop_files(&page, &[("job.pdf", &pdf())]).await;
    page.fact("Title", "Crane Operator").await;
    page.fact("Pay", "£21.50").await;
    drop_files(&page, &[("broken.pdf", b"%PDF-1.4\n\xff\xfe\x00broken")]).await;
    let alert = page.told("alert").await;
    assert!(alert.contains("broken.pdf holds no words"), "{alert}");
    page.fact("Title", "Crane Operator").await;
    page.end().await;
}

#[tokio::test]
async fn several_files_become_jobs_after_a_look() {
    let page = Page::open().await;
    let files = [
        ("baker.txt", BAKER),
        ("clerk.txt", CLERK),
        ("list.txt", "Milk, eggs, flour"),
    ];
    drop_files(&page, &files.map(|(name, text)| (name, text.as_bytes()))).await;
    page.see("dialog", "Several postings").await;
    page.press("button", "Save 2 jobs").await;
    page.go("#/jobs").await;
    page.see("link", "Baker, early shift").await;
    page.see("link", "Payroll Clerk").await;
    page.end().await;
}

#[tokio::test]
async fn a_paste_of_two_postings_is_taken_apart() {
    let page = Page::open().await;
    page.paste("Job posting", &format!("{BAKER}\n----------\n{CLERK}"))
        .await;
    page.press("button", "Read them apart").await;
    page.press("button", "Save 2 jobs").await;
    page.go("#/jobs").await;
    page.see("link", "Payroll Clerk").await;
    page.end().await;
}

#[tokio::test]
async fn a_link_holds_the_posting_and_not_the_ticks() {
    let page = Page::open().await;
    page.paste("Job posting", &posting("board-with-chrome"))
        .await;
    page.fact("Title", TITLE).await;
    page.press("button", "Share").await;
    let script = "return all('textbox', 'Link')[0]?.value ?? ''";
    let link = page.until("no link", script, Vec::new()).await;
    let link = link.as_str().unwrap_or_default().to_string();
    let (_, hash) = link.split_once('#').expect("has a hash");
    page.press("button", "Close").await;
    page.press("button", "Paste another").await;
    page.go(&format!("#{hash}")).await;
    page.see("heading", "A posting shared with you").await;
    page.fact("Title", TITLE).await;
    page.press("button", "Save job").await;
    page.see("button", "Delete job").await;
    page.go("#/shared/AAAA").await;
    page.see("heading", "This link holds no posting").await;
    page.end().await;
}

#[tokio::test]
async fn a_bookmark_brings_what_is_seen_of_a_page() {
    let page = Page::open().await;
    page.go("#/data").await;
    let script = "return decodeURIComponent(all('link', 'Read in Rolecard')[0]?.href.slice('javascript:'.length) ?? '')";
    let code = page.until("no bookmark", script, Vec::new()).await;
    // As on another page: its words stand in the document, the code runs, and what it would open is
    // opened by hand.
    let code = code.as_str().unwrap_or_default();
    let run = format!(
        "document.body.innerHTML = arguments[0];
        window.open = (to) => {{ window.opened = to; return true; }};
        {code};
        return window.opened"
    );
    let foreign = "<h1>Lighthouse Keeper</h1><p>Isle of Hoy Trust</p><div hidden>Not for your eyes</div>\
        <h2>Requirements</h2><ul><li>A head for heights</li></ul>";
    let opened = page.ask(&run, vec![foreign.into()]).await;
    let opened = opened.as_str().unwrap_or_default().to_string();
    let (_, hash) = opened.split_once('#').expect("has a hash");
    page.reload().await;
    page.go(&format!("#{hash}")).await;
    page.fact("Title", "Lighthouse Keeper").await;
    page.words_in("Requirements", "A head for heights").await;
    let text = "return all('region', 'Original')[0].innerText.includes('Not for your eyes') ? 'seen' : 'unseen'";
    assert_eq!(page.ask(text, Vec::new()).await, "unseen");
    let hash = page.ask("return location.hash", Vec::new()).await;
    assert_eq!(hash, "#/", "the words stay in the address");
    page.end().await;
}

#[tokio::test]
async fn the_keys_lead_everywhere() {
    let page = Page::open().await;
    page.see("textbox", "Job posting").await;
    page.ask("document.activeElement.blur(); document.dispatchEvent(new KeyboardEvent('keydown', {key: '?', bubbles: true}))", Vec::new()).await;
    page.see("dialog", "Keyboard shortcuts").await;
    page.press("button", "Close").await;
    page.ask(
        "window.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', ctrlKey: true}))",
        Vec::new(),
    )
    .await;
    page.fill("combobox", "Go to or do", "priva").await;
    page.key("\u{e007}").await;
    page.see("heading", "What you paste stays with you").await;
    page.end().await;
}

/// A document of Office Open XML: an archive with one file in it, not packed.
fn document() -> Vec<u8> {
    let paragraph = |style: &str, words: &str| {
        format!("<w:p><w:pPr>{style}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    let xml = [
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
        &paragraph("<w:pStyle w:val=\"Heading1\"/>", "Night Nurse"),
        &paragraph("", "St Agnes Hospital, Dublin"),
        &paragraph("<w:pStyle w:val=\"Heading2\"/>", "Requirements"),
        &paragraph("<w:numPr/>", "You hold a current NMBI registration as a nurse"),
        "</w:body></w:document>",
    ]
    .concat();
    let name = b"word/document.xml";
    let size = u32::try_from(xml.len()).expect("is small").to_le_bytes();
    let length = [17_u8, 0];
    let mut zip = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    for piece in [&size[..], &size, &length, &[0, 0], name, xml.as_bytes()] {
        zip.extend(piece);
    }
    let directory = u32::try_from(zip.len()).expect("is small").to_le_bytes();
    for piece in [
        &b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0"[..],
        &size,
        &size,
        &length,
        &[0; 16],
        name,
    ] {
        zip.extend(piece);
    }
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x3f\0\0\0");
    zip.extend(directory);
    zip.extend([0, 0]);
    zip
}

/// A PDF (ISO 32000) of a few lines.
fn pdf() -> Vec<u8> {
    let lines = [
        "Crane Operator",
        "Harbour Works Ltd, Hull",
        "Requirements",
        "- Three years on tower cranes and harbour cranes",
        "- You hold a card for tower cranes",
        "What we offer",
        "Pay: \\243\\062\\061.50 per hour, full-time, permanent",
    ];
    let mut text = String::from("BT /F1 12 Tf 14 TL 72 720 Td ");
    for line in lines {
        text.push_str(&format!("({line}) Tj T* "));
    }
    text.push_str("ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_string(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_string(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_string(),
        format!("<</Length {}>>stream\n{text}\nendstream", text.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_string(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (n, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{n} 0 obj{object}endobj\n"));
    }
    let table = file.len();
    file.push_str("xref\n0 6\n0000000000 65535 f \n");
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
    ));
    file.into_bytes()
}
