//! What comes in as anything but plain words: markup, saved pages, mails, office documents, PDF. Makes
//! one text of each, in the browser, and sends nothing anywhere. A part of the program of its own;
//! what reads mails and PDF is larger and apart from it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use mail_parser::MessageParser;

use super::App;
use super::parts::{at_once, cut};
use super::words::decimal;
use super::{fill, mark, t};
use crate::browser::clipboard::Copied;
use crate::browser::{decode, html, office, squeeze, zip};
use crate::route::Route;

/// A file larger than this is not opened, in bytes.
const MOST_BYTES: f64 = 30e6;

/// No text is longer than the reader takes, in bytes.
const MOST_TEXT: usize = super::MOST_BYTES;

cut! {
    /// The text of a paste with its structure, where it came with any.
    part reader, fetched by fetch_intake;
    fn structured_there(copied: Copied) -> Option<String> {
        structure_of(&copied)
    }
}

cut! {
    /// Opens files.
    part reader;
    fn open_there(app: App, files: Vec<web_sys::File>) -> () {
        spawn_local(take_files(app, files));
    }
}

cut! {
    /// The subject and the words of a mail.
    part mail;
    fn mail_there(bytes: Vec<u8>) -> Option<String> {
        text_of_mail(&bytes)
    }
}

cut! {
    /// The words of a PDF.
    part pdf;
    fn pdf_there(bytes: Vec<u8>) -> Option<String> {
        pdf_extract::extract_text_from_mem(&bytes).ok()
    }
}

/// Fetches the part.
pub(super) async fn fetch() -> Result<(), super::Missing> {
    fetch_intake().await
}

/// Whether a paste is more than plain words.
#[must_use]
pub(super) fn has_structure(copied: &Copied) -> bool {
    let start: String = copied.text.trim_start().chars().take(15).collect();
    let start = start.to_ascii_lowercase();
    copied.html.is_some() || start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// The text of a paste with its structure, if the part is there.
#[must_use]
pub(super) fn structured_now(copied: &Copied) -> Option<Option<String>> {
    at_once(structured_there(copied.clone()))
}

/// The text of a paste: with its structure where it came with any.
pub(super) async fn text_of(copied: Copied) -> String {
    let plain = copied.text.clone();
    // Where the part cannot be fetched the words are better than nothing.
    let structured = structured_there(copied).await.ok().flatten();
    structured.unwrap_or(plain)
}

/// Opens files: one goes into the box, several become jobs after a look at them.
pub(super) fn open(app: App, files: Vec<web_sys::File>) {
    spawn_local(async move {
        if open_there(app, files).await.is_err() {
            app.notices.warn(t(
                "What opens files could not be fetched. Nothing is lost: try again with a network.",
            ));
        }
    });
}

fn structure_of(copied: &Copied) -> Option<String> {
    if html::is_page_source(&copied.text) {
        return html::to_text(&copied.text);
    }
    let text = html::to_text(copied.html.as_deref()?)?;
    // Some programs put less into the markup than into the plain text.
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).count();
    (letters(&text) * 5 >= letters(&copied.text) * 4).then_some(text)
}

async fn take_files(app: App, files: Vec<web_sys::File>) {
    app.notices.alert.set(None);
    let count = files.len();
    let mut texts = Vec::new();
    let mut refused = Vec::new();
    for file in files {
        let name = file.name();
        match text_of_file(&file, &name).await {
            Ok(text) => texts.push((name, text)),
            Err(why) => refused.push(why),
        }
    }
    if !refused.is_empty() {
        app.notices.warn(refused.join(" "));
    }
    if let (1, [(_, text)]) = (count, texts.as_slice()) {
        app.draft.replace(text.clone());
        super::go(&Route::Read);
    } else if !texts.is_empty() {
        app.look_through(texts).await;
    }
}

/// The text of a file of this name, or what keeps it from being one.
async fn text_of_file(file: &web_sys::File, name: &str) -> Result<String, String> {
    let why = |english| fill(english, &[name]);
    let no_part = || {
        why(mark(
            "{file} needs a part of Rolecard that could not be fetched.",
        ))
    };
    if file.size() > MOST_BYTES {
        let size = decimal((file.size() / 1e6).round());
        return Err(fill(
            "{file} is too large to open: {size} MB, and 30 MB is the most.",
            &[name, &size],
        ));
    }
    let bytes = squeeze::bytes_of(file)
        .await
        .ok_or_else(|| why(mark("{file} cannot be read by the browser.")))?;
    let text = if bytes.starts_with(b"%PDF") {
        let text = pdf_there(bytes).await;
        let text = text.map_err(|_| no_part())?;
        text.filter(|text| has_words(text))
            .ok_or_else(|| why(mark("{file} holds no words that can be taken out: a PDF of pictures. Open it and copy what you see.")))?
    } else if zip::is_zip(&bytes) {
        office::text(&bytes).await.ok_or_else(|| {
            why(mark(
                "{file} is not a document that can be opened. Word and OpenDocument texts can.",
            ))
        })?
    } else if is_mail(&bytes) {
        let text = mail_there(bytes).await.map_err(|_| no_part())?;
        text.ok_or_else(|| why(mark("{file} is a mail without words.")))?
    } else {
        let text = decode::text(&bytes).filter(|text| has_words(text));
        let text = text.ok_or_else(|| {
            why(mark(
                "{file} holds no plain words. Open it and copy its words.",
            ))
        })?;
        let copied = Copied { text, html: None };
        structure_of(&copied).unwrap_or(copied.text)
    };
    if text.len() > MOST_TEXT {
        let size = decimal((text.len() as f64 / 1e5).round() / 10.0);
        return Err(fill(
            "{file} is too long to read: {size} MB of words, and 2 MB is the most.",
            &[name, &size],
        ));
    }
    Ok(text)
}

/// Whether a text is words, not the bytes of something else.
fn has_words(text: &str) -> bool {
    let (mut letters, mut odd) = (0, 0);
    for c in text.chars().take(4_000) {
        if c.is_alphanumeric() {
            letters += 1;
        } else if c == char::REPLACEMENT_CHARACTER || (c.is_control() && !c.is_whitespace()) {
            odd += 1;
        }
    }
    letters > 0 && odd * 20 <= letters
}

/// Whether a file begins with the fields of a mail's head (RFC 5322), at least two that every mail has.
fn is_mail(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(16_000)];
    let head = String::from_utf8_lossy(head);
    let fields = [
        "from:",
        "date:",
        "subject:",
        "message-id:",
        "mime-version:",
        "received:",
    ];
    let known = |line: &str| {
        fields
            .iter()
            .any(|f| line.to_ascii_lowercase().starts_with(f))
    };
    let first = head.lines().next().is_some_and(|line| line.contains(':'));
    first
        && head
            .lines()
            .take_while(|line| !line.is_empty())
            .filter(|l| known(l))
            .count()
            >= 2
}

/// A mail's subject and words, from its markup where it has any.
fn text_of_mail(bytes: &[u8]) -> Option<String> {
    let mail = MessageParser::default().parse(bytes)?;
    let words = mail.body_html(0).and_then(|html| html::to_text(&html));
    let words = words.or_else(|| mail.body_text(0).map(String::from))?;
    let subject = mail.subject().unwrap_or_default();
    has_words(&words).then(|| format!("{subject}\n\n{words}"))
}
