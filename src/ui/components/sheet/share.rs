//! Handing a posting on: the link that holds it, and the same as a QR code where one can hold it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::state::{App, OpenPosting, fill, link_to, t};
use crate::ui::live;

/// A link longer than this makes a code too fine for a phone's camera, in bytes.
const MOST_FOR_CODE: usize = 2_000;

/// The link, its code, and how to pass them on.
pub fn share(app: App, open: OpenPosting) -> AnyView {
    let link: RwSignal<Option<Option<String>>> = RwSignal::new(None);
    spawn_local(async move { link.set(Some(link_to(open).await)) });
    let content = move || {
        match link.get() {
        None => view! { <p class="in">{t("Packing the posting…")}</p> }.into_any(),
        Some(None) => view! {
            <p class="in">{t("This browser cannot pack the posting into a link. Copy its text from the original instead.")}</p>
        }
        .into_any(),
        Some(Some(link)) => ways(app, link),
    }
    };
    live(content)
}

fn ways(app: App, link: String) -> AnyView {
    let code = code(&link);
    let copied = link.clone();
    let copy = move |_| {
        app.copy(
            copied.clone(),
            t("The link is on the clipboard.").to_string(),
        );
        app.close_sheet();
    };
    let size = fill(
        "The link is {n} characters long. Chats and mail take it up to some thousands; where it is cut, send the text.",
        &[&link.len().to_string()],
    );
    view! {
        <div class="in stack">
            <p>{t("Whoever opens the link sees the card and the original: the posting is in the link itself, and no server keeps it. Your ticks and notes are not in it.")}</p>
            <label class="field">{t("Link")}<input type="text" readonly=true prop:value=link/></label>
            <p><button class="btn go" type="button" on:click=copy>{t("Copy link")}</button></p>
            {code}
            <p class="small">{size}</p>
        </div>
    }
    .into_any()
}

/// The link as a QR code (ISO/IEC 18004); a word where it is too long for one.
fn code(link: &str) -> AnyView {
    let code = (link.len() <= MOST_FOR_CODE)
        .then(|| QrCode::encode_binary(link.as_bytes(), QrCodeEcc::Low).ok())
        .flatten();
    let Some(code) = code else {
        return view! { <p class="small">{t("The link is too long for a QR code that a phone can read.")}</p> }
            .into_any();
    };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in 0..size {
            if code.get_module(x, y) {
                path.push_str(&format!("M{x} {y}h1v1h-1z"));
            }
        }
    }
    // Four modules of quiet around it, as the standard asks.
    let frame = format!("-4 -4 {0} {0}", size + 8);
    view! {
        <svg class="code" role="img" aria-label=t("The link as a QR code") viewBox=frame shape-rendering="crispEdges"><path d=path/></svg>
    }
    .into_any()
}
