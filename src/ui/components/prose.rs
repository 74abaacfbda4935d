//! A little Markdown as elements: headings, lists, bold, slanted, code, links. Each piece of the words
//! becomes a text of its own, so nothing that is written in them becomes markup or runs.

use leptos::prelude::*;

/// Which headings the words have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heads {
    /// Those of a page.
    Page,
    /// Those of a part of a page that has a heading itself.
    Part,
}

/// A block a line: headings, one lead, paragraphs; lines of a list are put together.
pub fn blocks(words: &str, heads: Heads) -> Vec<AnyView> {
    let mut out = Vec::new();
    let mut items: Vec<AnyView> = Vec::new();
    let mut numbered = false;
    for line in words.lines().chain([""]) {
        let line = line.trim_end();
        if let Some((item, is_numbered)) = item(line) {
            numbered = is_numbered;
            items.push(view! { <li>{inline(item)}</li> }.into_any());
            continue;
        }
        if !items.is_empty() {
            let items = std::mem::take(&mut items);
            out.push(match numbered {
                true => view! { <ol>{items}</ol> }.into_any(),
                false => view! { <ul>{items}</ul> }.into_any(),
            });
        }
        let head = line.trim_start_matches('#');
        let level = line.len() - head.len();
        let head = head.strip_prefix(' ').filter(|_| (1..=6).contains(&level));
        if let Some(head) = head {
            let head = inline(head);
            out.push(match (heads, level) {
                (Heads::Part, _) => view! { <h3>{head}</h3> }.into_any(),
                (_, 1) => view! { <h1>{head}</h1> }.into_any(),
                _ => view! { <h2>{head}</h2> }.into_any(),
            });
        } else if let Some(lead) = line.strip_prefix("> ") {
            out.push(view! { <p class="lede">{inline(lead)}</p> }.into_any());
        } else if !line.is_empty() {
            out.push(view! { <p>{inline(line)}</p> }.into_any());
        }
    }
    out
}

/// The words of an item of a list, and whether it bears a number.
fn item(line: &str) -> Option<(&str, bool)> {
    let line = line.trim_start();
    if let Some(words) = line.strip_prefix("- ").or(line.strip_prefix("* ")) {
        return Some((words, false));
    }
    let (number, words) = line.split_once(". ")?;
    let is_number = !number.is_empty() && number.len() < 4;
    (is_number && number.bytes().all(|b| b.is_ascii_digit())).then_some((words, true))
}

/// The signs that begin and end a piece of a line: bold, code, a key, and words of the page itself.
const SIGNS: [&str; 4] = ["**", "`", "|", "_"];
/// What the addresses begin with that are made to press.
const WAYS: [&str; 4] = ["https://", "http://", "mailto:", "#/"];

/// The pieces of a line.
fn inline(line: &str) -> AnyView {
    let mut out: Vec<AnyView> = Vec::new();
    let mut rest = line;
    while let Some((before, sign, inner, after)) = next(rest) {
        out.push(before.to_string().into_any());
        let inner = inner.to_string();
        out.push(match sign {
            "**" => view! { <b>{inner}</b> }.into_any(),
            "`" => view! { <code>{inner}</code> }.into_any(),
            "|" => view! { <kbd>{inner}</kbd> }.into_any(),
            "_" => view! { <em>{inner}</em> }.into_any(),
            address => link(address.to_string(), inner),
        });
        rest = after;
    }
    out.push(rest.to_string().into_any());
    out.into_any()
}

fn link(address: String, words: String) -> AnyView {
    if address.starts_with("#/") {
        return view! { <a href=address>{words}</a> }.into_any();
    }
    view! { <a href=address target="_blank" rel="noopener noreferrer nofollow">{words}</a> }
        .into_any()
}

/// The next piece of a line: what stands before it, its sign (of a link: its address), its words, and
/// the rest. A sign within a word, such as that of a file's name, is none.
fn next(line: &str) -> Option<(&str, &str, &str, &str)> {
    let mut from = 0;
    while let Some(at) = line[from..].find(|c| "*`|_[h".contains(c)) {
        let at = from + at;
        let (before, here) = line.split_at(at);
        let inside = before
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
        let found = if let Some(words) = here.strip_prefix('[') {
            linked(words)
        } else if here.starts_with("http") {
            bare(here).filter(|_| !inside)
        } else {
            let sign = SIGNS.into_iter().find(|sign| here.starts_with(sign));
            let sign = sign.filter(|sign| !(inside && *sign == "_"));
            sign.and_then(|sign| {
                let (inner, rest) = here[sign.len()..].split_once(sign)?;
                (!inner.trim().is_empty()).then_some((sign, inner, rest))
            })
        };
        if let Some((sign, inner, rest)) = found {
            return Some((before, sign, inner, rest));
        }
        from = at + here.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// `words](address)`, where the address is one to press.
fn linked(words: &str) -> Option<(&str, &str, &str)> {
    let (inner, rest) = words.split_once("](")?;
    let (address, rest) = rest.split_once(')')?;
    let leads = WAYS.iter().any(|way| address.starts_with(way));
    leads.then_some((address, inner, rest))
}

/// An address that stands as it is.
fn bare(here: &str) -> Option<(&str, &str, &str)> {
    let end = here.find(char::is_whitespace).unwrap_or(here.len());
    let address = here[..end].trim_end_matches(|c| ".,;:!?)\"".contains(c));
    let is_one = WAYS[..2]
        .iter()
        .any(|way| address.len() > way.len() && address.starts_with(way));
    is_one.then(|| (address, address, &here[address.len()..]))
}
