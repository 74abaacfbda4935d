//! The words of office documents: paragraphs a line each, headings and list items with their marks as
//! Markdown. Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300), parsed by the browser.

use web_sys::{Document, DomParser, Element, SupportedType};

use super::zip;

/// A document's XML is read up to this many bytes.
const MOST_BYTES: usize = 30_000_000;

/// The words of the document in these bytes; `None` if it is none, or holds no words.
pub async fn text(bytes: &[u8]) -> Option<String> {
    let word = zip::file(bytes, "word/document.xml", MOST_BYTES).await;
    let text = if let Some(xml) = word {
        lines(&parse(&xml)?, "w:p", &word_line)
    } else {
        let xml = zip::file(bytes, "content.xml", MOST_BYTES).await?;
        lines(&parse(&xml)?, "text:p, text:h", &open_line)
    };
    (!text.trim().is_empty()).then_some(text)
}

fn parse(xml: &[u8]) -> Option<Document> {
    let xml = core::str::from_utf8(xml).ok()?;
    let parser = DomParser::new().ok()?;
    parser
        .parse_from_string(xml, SupportedType::ApplicationXml)
        .ok()
}

/// The elements of these names, in order, as lines.
fn lines(page: &Document, names: &str, line: &dyn Fn(&Element) -> (String, String)) -> String {
    let all = page.get_elements_by_tag_name("*");
    let mut text = String::new();
    for n in 0..all.length() {
        let Some(element) = all.item(n) else { break };
        if !names.split(", ").any(|name| element.tag_name() == name) {
            continue;
        }
        let (mark, words) = line(&element);
        if !words.trim().is_empty() {
            text.push_str(&mark);
        }
        text.push_str(words.trim());
        text.push('\n');
    }
    text
}

/// A paragraph of Office Open XML.
fn word_line(paragraph: &Element) -> (String, String) {
    let all = paragraph.get_elements_by_tag_name("*");
    let mut words = String::new();
    let mut mark = String::new();
    for n in 0..all.length() {
        let Some(element) = all.item(n) else { break };
        match element.tag_name().as_str() {
            "w:t" => words.push_str(&element.text_content().unwrap_or_default()),
            "w:tab" => words.push('\t'),
            "w:br" | "w:cr" => words.push('\n'),
            "w:numPr" if mark.is_empty() => mark.push_str("- "),
            "w:pStyle" => {
                let style = element.get_attribute("w:val").unwrap_or_default();
                if style.starts_with("Heading") || style == "Title" {
                    mark = "## ".to_string();
                } else if style.starts_with("List") && mark.is_empty() {
                    mark.push_str("- ");
                }
            }
            _ => {}
        }
    }
    (mark, words)
}

/// A paragraph or heading of OpenDocument.
fn open_line(element: &Element) -> (String, String) {
    let in_list = matches!(element.parent_element(), Some(p) if p.tag_name() == "text:list-item");
    let mark = match element.tag_name().as_str() {
        "text:h" => "## ",
        _ if in_list => "- ",
        _ => "",
    };
    (mark.to_string(), element.text_content().unwrap_or_default())
}
