//! Bytes in an address: base64url (RFC 4648, section 5) without padding, by the browser's own coder.

use super::window;

/// `bytes` as they stand in an address.
#[must_use]
pub fn encode(bytes: &[u8]) -> Option<String> {
    let binary: String = bytes.iter().copied().map(char::from).collect();
    let text = window().btoa(&binary).ok()?;
    let plain = text.chars().filter(|c| *c != '=').map(|c| match c {
        '+' => '-',
        '/' => '_',
        c => c,
    });
    Some(plain.collect())
}

/// The bytes that `text` stands for; `None` if it is no such text.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let plain = text.chars().map(|c| match c {
        '-' => '+',
        '_' => '/',
        c => c,
    });
    let binary = window().atob(&plain.collect::<String>()).ok()?;
    binary.chars().map(|c| u8::try_from(c).ok()).collect()
}
