//! Bytes into text, by the browser's decoder.

use web_sys::{TextDecoder, TextDecoderOptions};

/// The text of a file: as its mark at the front says, else UTF-8, else the old one of the West, which
/// takes any bytes.
#[must_use]
pub fn text(bytes: &[u8]) -> Option<String> {
    let marked = match bytes {
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        _ => None,
    };
    if let Some(label) = marked {
        return decode(bytes, label, false);
    }
    decode(bytes, "utf-8", true).or_else(|| decode(bytes, "windows-1252", false))
}

fn decode(bytes: &[u8], label: &str, fatal: bool) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(fatal);
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
