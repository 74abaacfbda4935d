//! Markup into text: headings and list items keep their marks as Markdown, cells a tab between, and the
//! page's JobPosting data, of JSON-LD or microdata, stands as a block at the end. Parsed by the browser's
//! DOMParser, whose documents run no script and load nothing; nothing of the markup ever reaches the page.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomParser, Element, HtmlElement, Node, SupportedType};

/// A heading of bold words alone is no longer than this, in bytes.
const LONGEST_BOLD_HEADING: usize = 120;

/// Whether plain text is the source of a page, pasted as such.
#[must_use]
pub fn is_page_source(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(15).collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// The text of `html`; `None` where the browser cannot parse it or no words are in it.
#[must_use]
pub fn to_text(html: &str) -> Option<String> {
    let page = parse(html)?;
    let mut text = Text::default();
    if let Some(body) = page.body() {
        text.children(&body);
    }
    let mut words = text.finish();
    let posting = job_posting(&page);
    if let Some(hidden) = posting.as_ref().and_then(|p| hidden_description(p, &words)) {
        words.push_str(if words.is_empty() { "" } else { "\n\n" });
        words.push_str(&hidden);
    }
    if words.is_empty() {
        return None;
    }
    if let Some(data) = posting.as_ref().and_then(block) {
        words.push_str("\n\n```json\n");
        words.push_str(&data);
        words.push_str("\n```\n");
    }
    Some(words)
}

/// `html` as a document that runs nothing and loads nothing.
fn parse(html: &str) -> Option<Document> {
    let parser = DomParser::new().ok()?;
    parser
        .parse_from_string(&bare(html), SupportedType::TextHtml)
        .ok()
}

/// `html` without styles and handlers: the page's policy would refuse each of them, one by one, with a
/// word in the console. What a style hides is marked `hidden`. Anything else stays as it is.
fn bare(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let comment = rest.starts_with("<!--");
        if comment || !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = if comment { rest.find("-->") } else { Some(1) };
            let end = end.unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let name_end = rest[1..]
            .find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
            .map_or(rest.len(), |n| n + 1);
        let name = rest[1..name_end].to_ascii_lowercase();
        out.push_str(&rest[..name_end]);
        rest = attributes(&rest[name_end..], &mut out);
        if matches!(name.as_str(), "script" | "style") {
            let closing = format!("</{name}");
            let end = find_ignoring_case(rest, &closing).unwrap_or(rest.len());
            if name == "script" {
                out.push_str(&rest[..end]);
            }
            rest = &rest[end..];
        }
    }
    out.push_str(rest);
    out
}

fn find_ignoring_case(text: &str, what: &str) -> Option<usize> {
    let (text, what) = (text.as_bytes(), what.as_bytes());
    text.windows(what.len())
        .position(|w| w.eq_ignore_ascii_case(what))
}

/// Copies the attributes at the start of `rest`, up to the tag's end, less styles and handlers; gives
/// what follows.
fn attributes<'a>(mut rest: &'a str, out: &mut String) -> &'a str {
    loop {
        let gap = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/')
                .len();
        let blank = &rest[..gap];
        rest = &rest[gap..];
        if rest.is_empty() || rest.starts_with('>') {
            out.push_str(blank);
            return rest;
        }
        let name_end = rest
            .find(|c: char| c.is_ascii_whitespace() || c == '=' || c == '>' || c == '/')
            .filter(|n| *n > 0)
            .unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8));
        let name = rest[..name_end].to_ascii_lowercase();
        let after = rest[name_end..].trim_start();
        let end = match after.strip_prefix('=') {
            None => name_end,
            Some(value) => {
                let value = value.trim_start();
                let from = rest.len() - value.len();
                let quote = value.chars().next().filter(|c| *c == '"' || *c == '\'');
                let length = match quote {
                    Some(quote) => value[1..].find(quote).map_or(value.len(), |n| n + 2),
                    None => value
                        .find(|c: char| c.is_ascii_whitespace() || c == '>')
                        .unwrap_or(value.len()),
                };
                from + length
            }
        };
        if name == "style" {
            let style: String = rest[..end].split_whitespace().collect();
            if find_ignoring_case(&style, "display:none").is_some() {
                out.push_str(" hidden");
            }
        } else if !name.starts_with("on") {
            out.push_str(blank);
            out.push_str(&rest[..end]);
        }
        rest = &rest[end..];
    }
}

/// Text as it is put together.
#[derive(Default)]
struct Text {
    out: String,
    /// Line ends to write before the next words.
    breaks: usize,
    /// A blank to write before the next words of the same line.
    blank: bool,
    /// A mark ("- ", "## ") to write before the next words.
    mark: Option<String>,
    /// The open lists, innermost last: the number of the next item, `None` for bullets.
    lists: Vec<Option<u32>>,
    /// Whether white space counts.
    verbatim: bool,
}

impl Text {
    fn finish(self) -> String {
        self.out
    }

    /// At least `n` line ends before the next words.
    fn break_line(&mut self, n: usize) {
        self.breaks = self.breaks.max(n);
        self.blank = false;
    }

    fn words(&mut self, words: &str) {
        if self.verbatim {
            for (at, line) in words.split('\n').enumerate() {
                if at > 0 {
                    self.break_line(self.breaks + 1);
                }
                self.put(line);
            }
            return;
        }
        for (at, word) in words.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            self.blank |= at > 0;
            self.put(word);
        }
    }

    fn put(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if self.breaks > 0 {
            if !self.out.is_empty() {
                let ends = "\n".repeat(self.breaks.min(2));
                self.out.push_str(&ends);
            }
            self.breaks = 0;
            self.blank = false;
        }
        if let Some(mark) = self.mark.take() {
            self.out.push_str(&mark);
            self.blank = false;
        }
        if std::mem::take(&mut self.blank) && !self.out.is_empty() {
            self.out.push(' ');
        }
        self.out.push_str(word);
    }

    fn children(&mut self, of: &Node) {
        let mut next = of.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            match node.node_type() {
                Node::TEXT_NODE => self.words(&node.node_value().unwrap_or_default()),
                Node::ELEMENT_NODE => self.element(node.unchecked_ref()),
                _ => {}
            }
        }
    }

    fn element(&mut self, element: &Element) {
        let tag = element.tag_name();
        match tag.as_str() {
            "SCRIPT" | "STYLE" | "NOSCRIPT" | "TEMPLATE" | "svg" | "IFRAME" | "OBJECT"
            | "SELECT" | "TEXTAREA" | "AUDIO" | "VIDEO" | "CANVAS" | "DATALIST" => {}
            _ if is_hidden(element) => {}
            "BR" => self.break_line(self.breaks + 1),
            "HR" => self.break_line(2),
            "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => {
                let level = tag[1..].parse().unwrap_or(2);
                self.break_line(2);
                self.mark = Some(format!("{} ", "#".repeat(level)));
                self.children(element);
                self.mark = None;
                self.break_line(1);
            }
            "UL" | "OL" | "MENU" => {
                self.break_line(if self.lists.is_empty() { 2 } else { 1 });
                self.lists.push((tag == "OL").then_some(1));
                self.children(element);
                self.lists.pop();
                self.break_line(if self.lists.is_empty() { 2 } else { 1 });
            }
            "LI" => {
                self.break_line(1);
                self.mark = Some(self.item_mark());
                self.children(element);
                self.mark = None;
                self.break_line(1);
            }
            "TD" | "TH" => {
                if element.previous_element_sibling().is_some() && self.breaks == 0 {
                    self.out.push('\t');
                    self.blank = false;
                }
                self.children(element);
            }
            "PRE" => {
                self.break_line(2);
                self.verbatim = true;
                self.children(element);
                self.verbatim = false;
                self.break_line(2);
            }
            _ => {
                let breaks = breaks_around(&tag);
                if breaks == 0 {
                    self.children(element);
                    return;
                }
                // A paragraph of an item does not set the items apart.
                let breaks = if self.lists.is_empty() { breaks } else { 1 };
                self.break_line(breaks);
                match bold_heading(element) {
                    Some(heading) if self.mark.is_none() => {
                        self.put("**");
                        self.out.push_str(&heading);
                        self.out.push_str("**");
                    }
                    _ => self.children(element),
                }
                self.break_line(breaks);
            }
        }
    }

    /// The mark of the next item of the innermost list.
    fn item_mark(&mut self) -> String {
        let depth = self.lists.len().saturating_sub(1).min(6);
        let indent = "  ".repeat(depth);
        match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{indent}{}. ", *number - 1)
            }
            _ => format!("{indent}- "),
        }
    }
}

/// Line ends around an element, 0 for one that stands in a line.
fn breaks_around(tag: &str) -> usize {
    match tag {
        "P" | "TABLE" | "BLOCKQUOTE" | "DL" | "FIGURE" | "FIELDSET" => 2,
        "DIV" | "SECTION" | "ARTICLE" | "MAIN" | "HEADER" | "FOOTER" | "NAV" | "ASIDE" | "FORM"
        | "TR" | "THEAD" | "TBODY" | "CAPTION" | "DT" | "DD" | "ADDRESS" | "DETAILS"
        | "SUMMARY" | "FIGCAPTION" | "LEGEND" | "CENTER" | "BUTTON" | "DIALOG" => 1,
        _ => 0,
    }
}

fn is_hidden(element: &Element) -> bool {
    element.has_attribute("hidden")
}

/// The words of a block whose only words are bold, as people write headings.
fn bold_heading(block: &Element) -> Option<String> {
    let mut only: Option<Node> = None;
    let mut next = block.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        let blank = node.text_content().is_none_or(|t| t.trim().is_empty());
        if blank {
            continue;
        }
        if only.is_some() || node.node_type() != Node::ELEMENT_NODE {
            return None;
        }
        only = Some(node);
    }
    let bold: HtmlElement = only?.dyn_into().ok()?;
    if !matches!(bold.tag_name().as_str(), "B" | "STRONG")
        || bold.query_selector("br").ok()?.is_some()
    {
        return None;
    }
    let words = bold.text_content()?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (words.len() <= LONGEST_BOLD_HEADING).then_some(words)
}

/// The description in `posting` as text, where the page's `words` do not show it: some pages draw it
/// by script, and their source holds it in the data alone.
fn hidden_description(posting: &JsValue, words: &str) -> Option<String> {
    let html = Reflect::get(posting, &"description".into()).ok()?;
    let html = html.as_string()?;
    let page = parse(&html)?;
    let mut text = Text::default();
    if let Some(body) = page.body() {
        // markup that was escaped twice is still markup
        let inner = body.text_content().unwrap_or_default();
        match inner.contains("</").then(|| parse(&inner)).flatten() {
            Some(again) => again.body().iter().for_each(|body| text.children(body)),
            None => text.children(&body),
        }
    }
    let text = text.finish();
    let longest = text.lines().max_by_key(|line| line.len())?;
    let core: String = letters(longest).chars().take(60).collect();
    (core.len() > 16 && !letters(words).contains(&core)).then_some(text)
}

/// What stays the same however words are laid out.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The page's JobPosting data: JSON-LD, else microdata.
fn job_posting(page: &Document) -> Option<JsValue> {
    let scripts = page
        .query_selector_all("script[type='application/ld+json']")
        .ok()?;
    for at in 0..scripts.length() {
        let words = scripts.get(at).and_then(|s| s.text_content());
        let Some(data) = words.and_then(|w| JSON::parse(&w).ok()) else {
            continue;
        };
        if let Some(posting) = find_posting(&data, 0) {
            return Some(posting);
        }
    }
    let item = page
        .query_selector("[itemscope][itemtype*='schema.org/JobPosting']")
        .ok()??;
    Some(microdata(&item, 0).into())
}

/// `posting` as JSON, a field a line, less the description, which stands among the words.
fn block(posting: &JsValue) -> Option<String> {
    // A plain object's own field can be deleted.
    let object: &Object = posting.unchecked_ref();
    let _ = Reflect::delete_property(object, &"description".into());
    let text = JSON::stringify_with_replacer_and_space(posting, &JsValue::NULL, &1.into());
    text.ok()?.as_string()
}

/// An item of microdata as the object that JSON-LD would have for it.
fn microdata(item: &Element, depth: usize) -> Object {
    let object = Object::new();
    let kind = item.get_attribute("itemtype").unwrap_or_default();
    let kind = kind.rsplit('/').next().unwrap_or_default();
    let _ = Reflect::set(&object, &"@type".into(), &kind.into());
    properties(item, &object, depth);
    object
}

/// Puts the properties below `of` into `object`; those of an item within belong to that item.
fn properties(of: &Element, object: &Object, depth: usize) {
    let mut next = of.first_element_child();
    while let Some(element) = next {
        next = element.next_element_sibling();
        let is_item = element.has_attribute("itemscope");
        if let Some(names) = element.get_attribute("itemprop") {
            let value = if !is_item {
                value(&element).into()
            } else if depth < DEEPEST {
                microdata(&element, depth + 1).into()
            } else {
                continue;
            };
            for name in names.split_ascii_whitespace() {
                add(object, name, &value);
            }
        }
        if !is_item {
            properties(&element, object, depth);
        }
    }
}

/// Items within items are read so deep.
const DEEPEST: usize = 6;

/// The value of a property that is no item.
fn value(element: &Element) -> String {
    let attribute = match element.tag_name().as_str() {
        "TIME" => "datetime",
        "DATA" | "METER" => "value",
        _ => "content",
    };
    let said = element
        .get_attribute(attribute)
        .or_else(|| element.get_attribute("content"))
        .or_else(|| element.text_content())
        .unwrap_or_default();
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sets a property, or makes a list of it if it is there already.
fn add(object: &Object, name: &str, value: &JsValue) {
    let key = JsValue::from(name);
    let old = Reflect::get(object, &key).unwrap_or(JsValue::UNDEFINED);
    let new = if old.is_undefined() {
        value.clone()
    } else {
        let list: Array = if Array::is_array(&old) {
            old.unchecked_into()
        } else {
            Array::of1(&old)
        };
        list.push(value);
        list.into()
    };
    let _ = Reflect::set(object, &key, &new);
}

fn find_posting(data: &JsValue, depth: usize) -> Option<JsValue> {
    if depth > 3 || !data.is_object() {
        return None;
    }
    if Array::is_array(data) {
        return Array::from(data)
            .iter()
            .find_map(|item| find_posting(&item, depth + 1));
    }
    let kind = Reflect::get(data, &"@type".into()).ok()?;
    let is_posting = Array::is_array(&kind) && Array::from(&kind).includes(&"JobPosting".into(), 0);
    if is_posting || kind.as_string().is_some_and(|k| k == "JobPosting") {
        return Some(data.clone());
    }
    ["@graph", "mainEntity"]
        .iter()
        .find_map(|key| find_posting(&Reflect::get(data, &(*key).into()).ok()?, depth + 1))
}
