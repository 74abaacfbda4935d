//! JSON as slices of the text it stands in: a value is found and left as written until it is asked for,
//! so that each keeps its place. Takes what is well-formed enough to be cut; never fails, never
//! recurses, and takes time linear in the value for each level that is opened.

/// A value as written: a slice of the text, without white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Json<'t>(&'t str);

/// The members of an object, in order.
pub type Members<'t> = Vec<(String, Json<'t>)>;

impl<'t> Json<'t> {
    /// The value that opens `text`, whatever follows it.
    #[must_use]
    pub fn first(text: &'t str) -> Option<Self> {
        let start = blank(text, 0);
        let end = value_end(text, start)?;
        Some(Self(&text[start..end]))
    }

    /// The value as written.
    #[must_use]
    pub fn raw(self) -> &'t str {
        self.0
    }

    /// The members of an object; `None` for what is no object.
    #[must_use]
    pub fn members(self) -> Option<Members<'t>> {
        let mut out = Vec::new();
        self.each_of(b"{}", |text, at| {
            let end = value_end(text, at)?;
            let key = Self(&text[at..end]).string()?;
            let colon = blank(text, end);
            if text.as_bytes().get(colon) != Some(&b':') {
                return None;
            }
            let start = blank(text, colon + 1);
            let end = value_end(text, start)?;
            out.push((key, Self(&text[start..end])));
            Some(end)
        })?;
        Some(out)
    }

    /// The items of a list; `None` for what is no list.
    #[must_use]
    pub fn items(self) -> Option<Vec<Self>> {
        let mut out = Vec::new();
        self.each_of(b"[]", |text, at| {
            let end = value_end(text, at)?;
            out.push(Self(&text[at..end]));
            Some(end)
        })?;
        Some(out)
    }

    /// Goes over what stands between the brackets, parted by commas; `one` takes one and says where
    /// it ends.
    fn each_of(
        self,
        brackets: &[u8; 2],
        mut one: impl FnMut(&'t str, usize) -> Option<usize>,
    ) -> Option<()> {
        let bytes = self.0.as_bytes();
        if bytes.first() != Some(&brackets[0]) {
            return None;
        }
        let mut at = blank(self.0, 1);
        if bytes.get(at) == Some(&brackets[1]) {
            return Some(());
        }
        loop {
            at = blank(self.0, one(self.0, at)?);
            match bytes.get(at)? {
                b',' => at = blank(self.0, at + 1),
                last if *last == brackets[1] => return Some(()),
                _ => return None,
            }
        }
    }

    /// The words of a string; `None` for what is no string.
    #[must_use]
    pub fn string(self) -> Option<String> {
        let inner = self.0.strip_prefix('"')?.strip_suffix('"')?;
        let mut out = String::with_capacity(inner.len());
        let mut chars = inner.chars();
        while let Some(c) = chars.next() {
            if c != '\\' {
                out.push(c);
                continue;
            }
            out.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => {
                    let (c, rest) = unicode(chars.as_str())?;
                    chars = rest.chars();
                    c
                }
                c @ ('"' | '\\' | '/') => c,
                _ => return None,
            });
        }
        Some(out)
    }
}

/// The member of this name, the last of them.
#[must_use]
pub fn get<'t>(members: &[(String, Json<'t>)], key: &str) -> Option<Json<'t>> {
    let found = members.iter().rev().find(|(name, _)| name == key);
    found.map(|(_, value)| *value)
}

/// The character behind `\u`, which may take a second such escape, and what follows.
fn unicode(s: &str) -> Option<(char, &str)> {
    let first = u32::from_str_radix(s.get(..4)?, 16).ok()?;
    let rest = &s[4..];
    if let Some(c) = char::from_u32(first) {
        return Some((c, rest));
    }
    let low = rest.strip_prefix("\\u")?;
    let second = u32::from_str_radix(low.get(..4)?, 16).ok()?;
    let pair = (0xdc00..0xe000).contains(&second) && first < 0xdc00;
    let c = pair.then(|| 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))?;
    Some((char::from_u32(c)?, &low[4..]))
}

/// The first place from `at` on that is no white space.
fn blank(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().iter().skip(at);
    at + rest.take_while(|b| b.is_ascii_whitespace()).count()
}

/// Where the value that starts at `at` ends: at the quote or bracket that closes it, or before what may
/// follow a number or a word.
fn value_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut i = at;
    loop {
        match bytes.get(i)? {
            b'"' => i = string_end(bytes, i)?,
            b'{' | b'[' => {
                depth += 1;
                i += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                i += 1;
            }
            b',' | b':' if depth == 0 => return None,
            b if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.') => {
                let plain = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.');
                i += bytes[i..].iter().take_while(plain).count();
            }
            b',' | b':' => i += 1,
            b if b.is_ascii_whitespace() => i += 1,
            _ => return None,
        }
        if depth == 0 {
            return Some(i);
        }
    }
}

/// Where the string that opens at `at` ends.
fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut i = at + 1;
    loop {
        match bytes.get(i)? {
            b'"' => return Some(i + 1),
            b'\\' => i += 2,
            _ => i += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_places() {
        let json = Json::first(" {\"a\" : [1, {\"b\":\"x, }\"},\n null ] , \"c\":-2.5e3} and more");
        let members = json.and_then(Json::members).expect("an object");
        assert_eq!(members.len(), 2);
        let list = get(&members, "a").and_then(Json::items).expect("a list");
        let raw: Vec<_> = list.iter().map(|item| item.raw()).collect();
        assert_eq!(raw, ["1", "{\"b\":\"x, }\"}", "null"]);
        assert_eq!(get(&members, "c").map(Json::raw), Some("-2.5e3"));
        assert_eq!(get(&members, "d"), None);
        assert_eq!(list[0].members(), None);
    }

    #[test]
    fn strings_lose_their_escapes() {
        let cases = [
            (r#""plain \"quoted\" \\ \/""#, Some("plain \"quoted\" \\ /")),
            (r#""B\u00e4cker \uD83E\uDD50\n""#, Some("Bäcker 🥐\n")),
            (r#""\ud83e alone""#, None),
            (r#""\x""#, None),
            (r#""\u12""#, None),
            ("12", None),
            ("\"", None),
        ];
        for (raw, want) in cases {
            assert_eq!(Json(raw).string().as_deref(), want, "{raw}");
        }
    }

    #[test]
    fn what_is_cut_off_or_crossed_is_none() {
        for text in [
            "",
            "{",
            "[1,",
            "\"a",
            "{\"a\":1",
            "]",
            ",",
            "{\"a\" 1}x",
            "\"\\",
        ] {
            let members = Json::first(text).and_then(Json::members);
            assert_eq!(members, None, "{text}");
        }
        assert_eq!(Json::first("[1 2]").and_then(Json::items), None);
        assert_eq!(Json::first("[]").and_then(Json::items), Some(vec![]));
        assert_eq!(Json::first("{ }").and_then(Json::members), Some(vec![]));
    }
}
