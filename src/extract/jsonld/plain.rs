//! Text out of data: in one line, less the markup that pages leave in it.

/// `value` in one line, less tags, with the entities resolved that pages leave in their data.
pub(super) fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut tag = false;
    // what is longer is no name and no date
    let mut rest = if value.len() > LONGEST { "" } else { value };
    while let Some(c) = rest.chars().next() {
        let mut step = c.len_utf8();
        let opens =
            c == '<' && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if opens && rest.contains('>') {
            tag = true;
        } else if tag {
            if c == '>' {
                tag = false;
                out.push(' ');
            }
        } else if let Some((entity, sign)) = ENTITIES.iter().find(|e| rest.starts_with(e.0)) {
            out.push_str(sign);
            step = entity.len();
        } else {
            out.push(c);
        }
        rest = &rest[step..];
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Bytes of the longest value that is read.
const LONGEST: usize = 2_000;

const ENTITIES: [(&str, &str); 9] = [
    ("&amp;", "&"),
    ("&#38;", "&"),
    ("&#038;", "&"),
    ("&#39;", "'"),
    ("&#8217;", "’"),
    ("&quot;", "\""),
    ("&nbsp;", " "),
    ("&ndash;", "–"),
    ("&#8211;", "–"),
];
