//! JSON as it is written: values stay slices of their text, so that each has a place in it, and are
//! taken apart a level at a time. Serves the page's structured data and the stored forms. A text is
//! checked once, whole, before any value of it is given out; nothing here panics or recurses without
//! a bound, and a level takes time linear in its text.
//!
//! Source: RFC 8259.

use std::fmt::Write;

/// How deep lists and objects may stand in each other.
const DEEPEST: usize = 120;

/// A well-formed value, as written, without white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<'t>(&'t str);

/// The fields of an object, in order.
#[derive(Clone, Debug, Default)]
pub struct Object<'t>(Vec<(String, Json<'t>)>);

impl<'t> Object<'t> {
    /// The value of a field; the last one, of several.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Json<'t>> {
        self.iter()
            .rev()
            .find(|(own, _)| own == name)
            .map(|(_, value)| *value)
    }

    /// The fields with their names.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, Json<'t>)> {
        self.0.iter()
    }
}

impl<'t> Json<'t> {
    /// The first value of `text`, whatever follows it.
    #[must_use]
    pub fn first(text: &'t str) -> Option<Self> {
        let start = blank(text.as_bytes(), 0);
        let end = check(text.as_bytes(), start, 0)?;
        Some(Self(&text[start..end]))
    }

    /// The one value that `text` is.
    #[must_use]
    pub fn whole(text: &'t str) -> Option<Self> {
        let text = text.trim_matches([' ', '\t', '\n', '\r']);
        Self::first(text).filter(|json| json.0.len() == text.len())
    }

    /// The value as written.
    #[must_use]
    pub fn raw(self) -> &'t str {
        self.0
    }

    /// Whether it is null.
    #[must_use]
    pub fn is_null(self) -> bool {
        self.0 == "null"
    }

    /// A truth value.
    #[must_use]
    pub fn bool(self) -> Option<bool> {
        match self.0 {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// A number written without fraction and exponent.
    #[must_use]
    pub fn integer(self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// A number.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        let digits = self.0.starts_with(|c: char| c == '-' || c.is_ascii_digit());
        digits.then(|| self.0.parse().ok()).flatten()
    }

    /// A text, its escapes resolved; `None` also where they make no text.
    #[must_use]
    pub fn text(self) -> Option<String> {
        unescape(self.0.strip_prefix('"')?.strip_suffix('"')?)
    }

    /// The items of a list.
    #[must_use]
    pub fn list(self) -> Option<Vec<Self>> {
        self.0.starts_with('[').then(|| {
            let mut items = Vec::new();
            self.each(&mut |_, item| items.push(item));
            items
        })
    }

    /// The fields of an object; those whose name makes no text are left out.
    #[must_use]
    pub fn object(self) -> Option<Object<'t>> {
        self.0.starts_with('{').then(|| {
            let mut fields = Vec::new();
            self.each(&mut |name, value| {
                if let Some(name) = name.and_then(Self::text) {
                    fields.push((name, value));
                }
            });
            Object(fields)
        })
    }

    /// Goes through a list or an object.
    fn each(self, take: &mut dyn FnMut(Option<Self>, Self)) {
        let bytes = self.0.as_bytes();
        let mut at = blank(bytes, 1);
        while at + 1 < bytes.len() {
            let Some(mut end) = check(bytes, at, 0) else {
                return;
            };
            let mut value = Self(&self.0[at..end]);
            let mut name = None;
            end = blank(bytes, end);
            if bytes.get(end) == Some(&b':') {
                let start = blank(bytes, end + 1);
                let Some(stop) = check(bytes, start, 0) else {
                    return;
                };
                name = Some(value);
                value = Self(&self.0[start..stop]);
                end = blank(bytes, stop);
            }
            take(name, value);
            at = blank(bytes, end + 1);
        }
    }
}

/// Where white space from `at` ends.
fn blank(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    at
}

/// Where the value that starts at `at` ends; `None` if it is not well-formed.
fn check(bytes: &[u8], at: usize, depth: usize) -> Option<usize> {
    match bytes.get(at)? {
        b'"' => string(bytes, at),
        b'[' => several(bytes, at, b']', depth),
        b'{' => several(bytes, at, b'}', depth),
        b't' => word(bytes, at, b"true"),
        b'f' => word(bytes, at, b"false"),
        b'n' => word(bytes, at, b"null"),
        _ => number(bytes, at),
    }
}

fn several(bytes: &[u8], at: usize, close: u8, depth: usize) -> Option<usize> {
    if depth == DEEPEST {
        return None;
    }
    let mut at = blank(bytes, at + 1);
    if *bytes.get(at)? == close {
        return Some(at + 1);
    }
    loop {
        if close == b'}' {
            at = blank(bytes, string(bytes, at)?);
            at = blank(bytes, word(bytes, at, b":")?);
        }
        at = blank(bytes, check(bytes, at, depth + 1)?);
        match *bytes.get(at)? {
            b',' => at = blank(bytes, at + 1),
            end if end == close => return Some(at + 1),
            _ => return None,
        }
    }
}

fn word(bytes: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    bytes
        .get(at..)?
        .starts_with(word)
        .then_some(at + word.len())
}

fn string(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = word(bytes, at, b"\"")?;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => match bytes.get(at + 1)? {
                b'u' => {
                    let digits = bytes.get(at + 2..at + 6)?;
                    if !digits.iter().all(u8::is_ascii_hexdigit) {
                        return None;
                    }
                    at += 6;
                }
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => at += 2,
                _ => return None,
            },
            0..0x20 => return None,
            _ => at += 1,
        }
    }
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let digits = |from: usize| {
        let mut to = from;
        while bytes.get(to).is_some_and(u8::is_ascii_digit) {
            to += 1;
        }
        (to > from).then_some(to)
    };
    let start = at + usize::from(bytes[at] == b'-');
    let mut end = digits(start)?;
    if bytes[start] == b'0' && end > start + 1 {
        return None;
    }
    if bytes.get(end) == Some(&b'.') {
        end = digits(end + 1)?;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = matches!(bytes.get(end + 1), Some(b'+' | b'-'));
        end = digits(end + 1 + usize::from(sign))?;
    }
    Some(end)
}

fn unescape(written: &str) -> Option<String> {
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let letter = *rest.as_bytes().get(at + 1)?;
        rest = &rest[at + 2..];
        out.push(match letter {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = unit(&mut rest)?;
                // a character beyond the first plane is written as two units
                if (0xd800..0xdc00).contains(&code) {
                    rest = rest.strip_prefix("\\u")?;
                    let low = unit(&mut rest)?;
                    let low = low.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    code = 0x1_0000 + ((code - 0xd800) << 10) + low;
                }
                char::from_u32(code)?
            }
            other => char::from(other),
        });
    }
    out.push_str(rest);
    Some(out)
}

/// Takes four hexadecimal digits off `rest`.
fn unit(rest: &mut &str) -> Option<u32> {
    let (digits, after) = rest.split_at_checked(4)?;
    *rest = after;
    u32::from_str_radix(digits, 16).ok()
}

/// `text` as a JSON text.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ..' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Values, each written as JSON, as a list.
#[must_use]
pub fn list(items: &[String]) -> String {
    format!("[{}]", items.join(","))
}

/// Names and values, each value written as JSON, as an object. Names are taken as they are.
#[must_use]
pub fn object(fields: &[(&str, String)]) -> String {
    let mut out = String::from("{");
    for (n, (name, value)) in fields.iter().enumerate() {
        out.push_str(if n > 0 { ",\"" } else { "\"" });
        out.push_str(name);
        out.push_str("\":");
        out.push_str(value);
    }
    out.push('}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_json_and_what_is_not() {
        let good = [
            "null",
            "true",
            "false",
            "0",
            "-0",
            "12",
            "-1.5",
            "2e3",
            "2.5E-07",
            "\"\"",
            "[]",
            "{}",
            "[ 1 , [ ] , {\"a\" : [null]} ]",
            "{ \"a\" : 1 , \"a\" : \"\\u00e9\\n\" }",
            "\"é😀\"",
        ];
        for text in good {
            assert_eq!(Json::whole(text).map(Json::raw), Some(text));
            assert_eq!(
                Json::first(&format!(" {text} x")).map(Json::raw),
                Some(text)
            );
            assert_eq!(Json::whole(&format!("{text} x")), None, "{text} x");
        }
        let bad = [
            "",
            " ",
            "nul",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "\"",
            "\"\\",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"a\nb\"",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[1 2]",
            "[,]",
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{a:1}",
            "{1:1}",
            "{\"a\":1]",
            "é",
        ];
        for text in bad {
            assert_eq!(Json::whole(text), None, "{text}");
        }
    }

    #[test]
    fn values_by_kind() {
        let json = Json::whole(
            r#"{"t": "a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00", "n": [1, -2.5, 1e2], "y": true, "o": {"x": null}, "y": false}"#,
        );
        let object = json.and_then(Json::object).unwrap();
        let text = object.get("t").and_then(Json::text);
        assert_eq!(text.as_deref(), Some("a\"\\/\u{8}\u{c}\n\r\té😀"));
        let numbers = object.get("n").and_then(Json::list).unwrap();
        let as_f64: Vec<_> = numbers.iter().map(|n| n.number()).collect();
        assert_eq!(as_f64, [Some(1.0), Some(-2.5), Some(100.0)]);
        let as_i64: Vec<_> = numbers.iter().map(|n| n.integer()).collect();
        assert_eq!(as_i64, [Some(1), None, None]);
        assert_eq!(object.get("y").and_then(Json::bool), Some(false));
        let inner = object.get("o").and_then(Json::object).unwrap();
        assert!(inner.get("x").is_some_and(Json::is_null));
        assert!(inner.get("y").is_none() && json.unwrap().list().is_none());
    }

    #[test]
    fn half_a_pair_of_units_is_no_text() {
        for text in [
            r#""\ud83d""#,
            r#""\ude00""#,
            r#""\ud83d\u0041""#,
            r#""\ud83dx""#,
        ] {
            assert_eq!(Json::whole(text).map(Json::text), Some(None), "{text}");
        }
    }

    #[test]
    fn as_deep_as_allowed_and_no_deeper() {
        let nested = |n: usize| "[".repeat(n) + &"]".repeat(n);
        assert!(Json::whole(&nested(DEEPEST)).is_some());
        assert!(Json::whole(&nested(DEEPEST + 1)).is_none());
        assert!(Json::first(&"[".repeat(1_000_000)).is_none());
    }

    #[test]
    fn what_is_written_reads_back() {
        for text in [
            "",
            "plain",
            "\"q\" \\ \n\r\t\u{1}\u{1f}\u{7f}",
            "é😀 \u{2028}",
        ] {
            let written = quoted(text);
            assert_eq!(
                Json::whole(&written).and_then(Json::text).as_deref(),
                Some(text)
            );
        }
        let written = object(&[("a", list(&["1".into(), quoted("x")])), ("b", list(&[]))]);
        assert_eq!(written, r#"{"a":[1,"x"],"b":[]}"#);
    }
}
