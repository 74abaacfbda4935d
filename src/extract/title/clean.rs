//! A title less what does not belong to it: gender tags, requisition numbers, emoji, marks at the ends.

use crate::extract::document::{Document, display};
use crate::extract::span::Span;
use crate::extract::word::lower;

/// The span of the title proper within `span`, and its words for display.
#[must_use]
pub fn clean(doc: &Document<'_>, span: Span) -> (Span, String) {
    let text = doc.text;
    let mut span = edges(text, span);
    for _ in 0..4 {
        let before = span;
        let s = span.of(text);
        if let Some(tag) = last_group(s).filter(|g| is_tag(&s[*g..])) {
            span = edges(text, Span::new(span.start, span.start + tag));
        }
        if let Some(at) = requisition(span.of(text)) {
            span = edges(text, Span::new(span.start, span.start + at));
        }
        if span == before {
            break;
        }
    }
    let value = untagged(&display(text, span));
    (span, value)
}

/// `span` less what is no word, bracket or name's mark at its ends.
fn edges(text: &str, span: Span) -> Span {
    let span = span.trim_matches(text, |c: char| {
        !(c.is_alphanumeric()
            || matches!(
                c,
                '(' | ')' | '[' | ']' | '+' | '#' | '*' | '.' | '"' | '“' | '”'
            ))
    });
    let s = span.of(text);
    let tail = s.trim_end_matches(['*', '.', '#', ' ']);
    // "Pfleger*" is written so; "**Nurse**" is Markdown
    let starred = s.ends_with('*') && !s.ends_with("**") && !s.starts_with('*');
    let mut span = if starred {
        span
    } else {
        Span::new(span.start, span.start + tail.len())
    };
    if !quotes(s) {
        span = span.trim_matches(text, |c| matches!(c, '*' | '"' | '“' | '”') && !starred);
    }
    let s = span.of(text);
    // "Groomer (beginners" is cut within its bracket
    let open = s.rfind(['(', '[']).filter(|at| *at > 0);
    if let Some(at) = open.filter(|at| !s[*at..].contains([')', ']'])) {
        return edges(text, Span::new(span.start, span.start + at));
    }
    // a bracket that opens or closes nothing
    if s.ends_with(['(', '[']) || s.ends_with([')', ']']) && !s.contains(['(', '[']) {
        return span.trim_matches(text, |c| {
            matches!(c, '(' | '[' | ')' | ']') || c.is_whitespace()
        });
    }
    if s.starts_with([')', ']']) {
        return span.trim_matches(text, |c| matches!(c, ')' | ']') || c.is_whitespace());
    }
    span
}

/// Whether `s` ends with a quote that opens within it: "Cook for “The Barn”".
pub(super) fn quotes(s: &str) -> bool {
    let Some(end) = s.chars().next_back() else {
        return false;
    };
    let opens: &[char] = match end {
        '“' | '”' => &['„', '“'],
        '"' => &['"'],
        _ => return false,
    };
    let within = &s[..s.len() - end.len_utf8()];
    within.rfind(opens).is_some_and(|at| at > 0)
}

/// Where the last group of `s` starts: what stands in brackets at its end, or its last word.
fn last_group(s: &str) -> Option<usize> {
    if s.ends_with([')', ']']) {
        return s.rfind(['(', '[']).filter(|at| *at > 0);
    }
    s.rfind(char::is_whitespace)
}

/// Whether `group` is a gender tag: "(m/w/d)", "H/F", "(all genders)", "(f/m/x)", "(gn)".
fn is_tag(group: &str) -> bool {
    let inner =
        group.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']'));
    let bracketed = group.trim_start().starts_with(['(', '[']);
    if inner.len() > 40 || inner.is_empty() {
        return false;
    }
    let lower = lower(inner);
    if bracketed
        && matches!(
            lower.as_str(),
            "all genders"
                | "all gender"
                | "gn"
                | "alle geschlechter"
                | "any gender"
                | "gn*"
                | "div"
                | "a"
        )
    {
        return true;
    }
    let divided = lower.contains(['/', '|', ',', '*', ':', '-', '.']) || lower.contains(" / ");
    let tokens: Vec<_> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|t| !t.is_empty())
        .collect();
    let letters = |t: &&str| {
        matches!(
            *t,
            "m" | "w"
                | "d"
                | "f"
                | "x"
                | "h"
                | "i"
                | "v"
                | "k"
                | "o"
                | "a"
                | "div"
                | "divers"
                | "gn"
                | "all"
                | "mf"
                | "md"
                | "fm"
                | "man"
                | "woman"
                | "male"
                | "female"
                | "nb"
                | "mwd"
                | "mwx"
                | "mfd"
                | "wmd"
                | "fmd"
                | "hf"
                | "fh"
        )
    };
    let known = |t: &&str| {
        matches!(
            *t,
            "m" | "w"
                | "d"
                | "f"
                | "x"
                | "h"
                | "mwd"
                | "hf"
                | "fh"
                | "mf"
                | "gn"
                | "mfd"
                | "md"
                | "wmd"
                | "fmd"
                | "all"
                | "male"
                | "female"
        )
    };
    !tokens.is_empty()
        && tokens.len() <= 5
        && tokens.iter().all(letters)
        && tokens.iter().any(known)
        && (divided || bracketed && tokens.concat().len() >= 2)
        && (tokens.len() >= 2 || bracketed)
}

/// Where a requisition number at the end of `s` starts: "#1234", "- REQ-998", "(ID: 2231)".
fn requisition(s: &str) -> Option<usize> {
    let at = last_group(s)?;
    let word =
        s[at..].trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']'));
    let lower = lower(word);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let marked = word.starts_with('#') && digits > 0;
    let named = [
        "req",
        "jr",
        "r-",
        "id",
        "job id",
        "ref",
        "jobid",
        "requisition",
        "kennziffer",
    ]
    .iter()
    .any(|p| lower.starts_with(p))
        && digits >= 3;
    let dashed =
        s[..at].trim_end().ends_with(['-', '–', '|']) && digits == word.len() && digits >= 2;
    let long = digits >= 5 && digits == word.len();
    (marked || named || dashed || long).then_some(at)
}

/// `s` less the gender tags within it.
fn untagged(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut rest = s;
    while let Some(open) = rest.find(['(', '[']) {
        let Some(close) = rest[open..].find([')', ']']).map(|n| open + n + 1) else {
            break;
        };
        out.push_str(&rest[..open]);
        // "Desenvolvedor(a)" is a word; "Bäcker(m/w/d)" is one and a tag
        let glued = out.ends_with(char::is_alphabetic) && close - open <= 3;
        if !glued && is_tag(&rest[open..close]) {
            let spaced = rest[close..].starts_with(' ') || rest.len() == close;
            if spaced && out.ends_with(' ') {
                out.pop();
            }
        } else if let Some((said, tag)) = rest[open + 1..close - 1].rsplit_once(", ")
            && tag.contains(['/', '|'])
            && is_tag(tag)
        {
            // "(Geselle, m/w/d)"
            out.push_str(&rest[open..open + 1 + said.len()]);
            out.push_str(&rest[close - 1..close]);
        } else {
            out.push_str(&rest[open..close]);
        }
        rest = &rest[close..];
    }
    out.push_str(rest);
    // "Vendeur H/F - Lyon": a tag without brackets
    let words: Vec<_> = out
        .split(' ')
        .filter(|w| !(w.contains('/') && !w.contains('(') && is_tag(w)))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_off_what_is_no_title() {
        let cases = [
            ("Krankenpfleger (m/w/d)", "Krankenpfleger"),
            ("Krankenpfleger (m/w/d) in Köln", "Krankenpfleger in Köln"),
            ("Vendeur H/F", "Vendeur"),
            ("Vendeur (H/F) - CDI", "Vendeur - CDI"),
            ("Nurse (all genders)", "Nurse"),
            ("Driver #jn04", "Driver"),
            ("Welder - 20394", "Welder"),
            ("🚀 Baker!", "Baker"),
            ("Pfleger*in", "Pfleger*in"),
            ("Projektleiter* / Planer*", "Projektleiter* / Planer*"),
            ("**Night Porter**", "Night Porter"),
            ("Engineer (C++)", "Engineer (C++)"),
            ("C++", "C++"),
            ("Clerk (Part-time)", "Clerk (Part-time)"),
            ("Conseiller(e) 78", "Conseiller(e) 78"),
            ("Baker (f/m/x)", "Baker"),
            ("Schreiner (Meister, m/w/d)", "Schreiner (Meister)"),
            ("Menuisier (poseur, H/F)", "Menuisier (poseur)"),
            ("Teacher for “Oak House”", "Teacher for “Oak House”"),
            (
                "Koch für unser „Haus am See“",
                "Koch für unser „Haus am See“",
            ),
            ("Cook for \"The Barn\"", "Cook for \"The Barn\""),
            ("“Night Porter”", "Night Porter"),
            ("Baker (nights", "Baker"),
            ("Baker (nights!)", "Baker (nights!)"),
            ("(Night) Baker (m/w", "(Night) Baker"),
        ];
        for (text, want) in cases {
            let doc = Document::new(text);
            let (_, value) = clean(&doc, Span::new(0, text.len()));
            assert_eq!(value, want, "{text}");
        }
    }
}
