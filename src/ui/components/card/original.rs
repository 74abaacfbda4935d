//! Original: the source word for word, with the words marked that gave something, and page chrome
//! folded. Pointing at a mark lights what it gave.

use leptos::prelude::*;

use super::{lit, subjects};
use crate::job::{Block, Ink, Line, Look, Piece};
use crate::state::{OpenPosting, count, t};
use crate::ui::live;

/// Words of what is left out that its fold shows, in characters.
const TASTE: usize = 60;

/// The region.
pub fn original(open: OpenPosting) -> AnyView {
    let lang = move || open.read.get().posting.lang.map(|l| l.0);
    let text = move || {
        let read = open.read.get();
        open.original.with(|original| {
            let blocks = original.blocks.iter().map(|block| match block {
                Block::Line(l) => line(open, &read.text, l),
                Block::LeftOut {
                    span,
                    lines,
                    chrome,
                } => left_out(span.of(&read.text), *lines, *chrome),
            });
            blocks.collect_view()
        })
    };
    let enter = move |e: leptos::ev::PointerEvent| {
        if e.pointer_type() == "mouse" {
            open.point_back(subjects(&e));
        }
    };
    view! {
        <section class="paper" id="original" aria-labelledby="h-orig" tabindex="0" data-pane=""
            on:pointerover=enter
            on:pointerleave=move |_| open.let_go()
            on:click=move |e| open.point_back(subjects(&e))
        >
            <header><h2 id="h-orig">{t("Original")}</h2><p class="small soft">{t("As pasted, word for word")}</p></header>
            <div class="text" lang=lang>{live(move || text().into_any())}</div>
            <div class="key">
                <span><mark>{t("gave a fact")}</mark></span>
                <span><mark class="asks">{t("a requirement")}</mark></span>
                <span><mark class="care">{t("a caution")}</mark></span>
            </div>
        </section>
    }
    .into_any()
}

fn line(open: OpenPosting, text: &str, line: &Line) -> AnyView {
    let look = match (line.look, line.apart) {
        (Look::Plain, false) => "ln",
        (Look::Plain, true) => "ln apart",
        (Look::Heading, _) => "ln h",
        (Look::Item, false) => "ln li",
        (Look::Item, true) => "ln li apart",
        (Look::Aside, _) => "ln aside",
    };
    let names: Vec<_> = line.facts.iter().map(|kind| t(kind.label())).collect();
    let pieces: Vec<_> = line.pieces.iter().map(|p| piece(open, text, p)).collect();
    view! { <div class=look><div>{names.join(", ")}</div><div>{pieces}</div></div> }.into_any()
}

fn piece(open: OpenPosting, text: &str, piece: &Piece) -> AnyView {
    let words = piece.span.of(text).to_string();
    let class = match piece.ink {
        None => return words.into_any(),
        Some(Ink::Fact) => "",
        Some(Ink::Requirement) => "asks",
        Some(Ink::Caution) => "care",
        Some(Ink::Item) => "said",
    };
    let codes: Vec<_> = piece.subjects.iter().map(|s| s.code()).collect();
    let subjects = piece.subjects.clone();
    view! {
        <mark class=class class:lit=lit(open, subjects) data-subject=codes.join(" ")
            data-at=piece.span.start.to_string()>{words}</mark>
    }
    .into_any()
}

fn left_out(words: &str, lines: usize, chrome: bool) -> AnyView {
    let summary = if chrome {
        let mut taste: String = words
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        if taste.chars().count() > TASTE {
            taste = taste.chars().take(TASTE).collect();
            taste.push('…');
        }
        count(
            "{n} line left out: {taste} | {n} lines left out: {taste}",
            lines,
            &[&taste],
        )
    } else {
        count("{n} more line | {n} more lines", lines, &[])
    };
    view! { <details class="left-out"><summary>{summary}</summary><pre>{words.trim_matches('\n').to_string()}</pre></details> }
        .into_any()
}
