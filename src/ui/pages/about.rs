//! The pages to read: the guide, and what the page does with what it is given. Fixed words, the
//! project's own, in files of a little Markdown; nothing of the person's is drawn here.

use leptos::prelude::*;

use crate::route::Route;

/// The page that `route` names.
pub fn page(route: &Route) -> AnyView {
    let words = match route {
        Route::Privacy => include_str!("privacy.md"),
        _ => include_str!("guide.md"),
    };
    view! { <article class="prose">{blocks(words).into_iter().collect_view()}</article> }.into_any()
}

/// A block a line: headings, one lead, paragraphs; lines of a list are put together.
fn blocks(words: &'static str) -> Vec<AnyView> {
    let mut out = Vec::new();
    let mut items: Vec<AnyView> = Vec::new();
    let mut numbered = false;
    for line in words.lines().chain([""]) {
        let item = line.strip_prefix("- ").or(line.strip_prefix("1. "));
        if let Some(item) = item {
            numbered = line.starts_with('1');
            items.push(view! { <li>{inline(item)}</li> }.into_any());
            continue;
        }
        if !items.is_empty() {
            let items = std::mem::take(&mut items).into_iter().collect_view();
            out.push(match numbered {
                true => view! { <ol>{items}</ol> }.into_any(),
                false => view! { <ul>{items}</ul> }.into_any(),
            });
        }
        if let Some(head) = line.strip_prefix("# ") {
            out.push(view! { <h1>{inline(head)}</h1> }.into_any());
        } else if let Some(head) = line.strip_prefix("## ") {
            out.push(view! { <h2>{inline(head)}</h2> }.into_any());
        } else if let Some(lead) = line.strip_prefix("> ") {
            out.push(view! { <p class="lede">{inline(lead)}</p> }.into_any());
        } else if !line.is_empty() {
            out.push(view! { <p>{inline(line)}</p> }.into_any());
        }
    }
    out
}

/// The signs that begin and end a piece of a line: bold, code, a key, and words of the page itself.
const SIGNS: [&str; 4] = ["**", "`", "|", "_"];

/// The pieces of a line.
fn inline(line: &'static str) -> AnyView {
    let mut out: Vec<AnyView> = Vec::new();
    let mut rest = line;
    while let Some((before, sign, inner, after)) = next(rest) {
        out.push(before.into_any());
        out.push(match sign {
            "**" => view! { <b>{inner}</b> }.into_any(),
            "`" => view! { <code>{inner}</code> }.into_any(),
            "|" => view! { <kbd>{inner}</kbd> }.into_any(),
            "_" => view! { <em>{inner}</em> }.into_any(),
            address => view! { <a href=address>{inner}</a> }.into_any(),
        });
        rest = after;
    }
    out.push(rest.into_any());
    out.into_iter().collect_view().into_any()
}

/// The next piece of a line: what stands before it, its sign (of a link: its address), its words, and
/// the rest.
fn next(line: &'static str) -> Option<(&'static str, &'static str, &'static str, &'static str)> {
    let first = |sign: &'static str| line.find(sign).map(|at| (at, sign));
    let (at, sign) = SIGNS.into_iter().chain(["["]).filter_map(first).min()?;
    let (before, from) = (&line[..at], &line[at + sign.len()..]);
    if sign == "[" {
        let (words, rest) = from.split_once("](")?;
        let (address, rest) = rest.split_once(')')?;
        return Some((before, address, words, rest));
    }
    let (inner, rest) = from.split_once(sign)?;
    Some((before, sign, inner, rest))
}
