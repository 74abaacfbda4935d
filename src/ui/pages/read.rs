//! Read: paste a posting, get its card. Reads while words come in; the box stays where it is.

use leptos::ev;
use leptos::prelude::*;

use crate::route::Route;
use crate::state::{App, BOX, MOST_BYTES, Sheet, Sought, count, fill, put_teaching, t, words};
use crate::ui::{icons, live, parts};

/// A posting written for trying things out.
pub const EXAMPLE: &str = include_str!("example.txt");

/// The id of the place of what the empty page teaches.
const TEACHING: &str = "teaching-place";

/// Above this many bytes the page says that a text is very long.
const LONG: usize = 1_000_000;

/// The page.
pub fn page(app: App) -> AnyView {
    let draft = app.draft;
    let empty = Memo::new(move |_| draft.is_empty());
    view! {
        <div class=move || if empty.get() { "first" } else { "top-of-read" }>
            <div class="intro">
                {move || if empty.get() { welcome() } else { head(app) }}
                {paste_box(app, empty)}
            </div>
            {move || empty.get().then(teaching)}
        </div>
        {move || (!empty.get()).then(|| reading(app))}
    }
    .into_any()
}

fn welcome() -> AnyView {
    view! {
        <h1>{t("Paste a job posting, get a card")}</h1>
        <p class="lede">{t("What the job is, what it pays, what it asks and what it leaves unsaid, each with the words it came from.")}</p>
    }
    .into_any()
}

fn head(app: App) -> AnyView {
    let lines = move || {
        if !app.draft.open.is_read.get() {
            return String::new();
        }
        let (read, left_out) = app.draft.open.original.with(|o| o.lines);
        match left_out {
            0 => count("{n} line read. | {n} lines read.", read, &[]),
            out => count(
                "{n} line read, {out} left out as page chrome. | {n} lines read, {out} left out as page chrome.",
                read,
                &[&out.to_string()],
            ),
        }
    };
    view! {
        <div class="head">
            <div><h1>{t("Read")}</h1><p>{lines}{move || language(app)}</p></div>
            <button class="btn" type="button" on:click=move |_| app.draft.another()>{t("Paste another")}</button>
        </div>
        {move || words_of_care(app)}
        {move || several(app)}
    }
    .into_any()
}

/// The way to take several postings apart, where there are several.
fn several(app: App) -> Option<AnyView> {
    let several = app.draft.open.several.get()?;
    let several = several.to_string();
    let way = view! {
        <p class="word">{fill("This paste holds {n} postings. The card is of all of them together.", &[&several])}" "
            <button class="btn" type="button" on:click=move |_| app.take_apart()>{t("Read them apart")}</button></p>
    };
    Some(way.into_any())
}

/// The posting's language, where it is not the page's.
fn language(app: App) -> Option<String> {
    let lang = app.draft.open.read.get().posting.lang?;
    let name = match lang.0 {
        here if here == words::language() => return None,
        "en" => t("English"),
        "de" => t("German"),
        "fr" => t("French"),
        "es" => t("Spanish"),
        "pt" => t("Portuguese"),
        "it" => t("Italian"),
        "nl" => t("Dutch"),
        "sv" => t("Swedish"),
        _ => return None,
    };
    Some([" ", &fill("Written in {language}.", &[name])].concat())
}

/// A plain word where the text is not what the page is made for.
fn words_of_care(app: App) -> Option<AnyView> {
    let draft = app.draft;
    let words = if draft.is_too_long() {
        let size = draft.text.with(String::len) as f64 / 1e6;
        fill(
            "This text is too long to read: {size} MB, and {most} MB is the most. The card shows the text from before. Paste the posting alone.",
            &[
                &(words::HERE.decimal)((size * 10.0).round() / 10.0),
                &(MOST_BYTES / 1_000_000).to_string(),
            ],
        )
    } else if draft.open.is_read.get() && !draft.open.read.get().posting.is_posting {
        t("This does not look like a job posting. The card shows what was found all the same; paste the whole page of one posting for more.").to_string()
    } else if draft.open.source.with(String::len) > LONG {
        t("This text is very long. The card is of all of it; if it holds several postings, paste one at a time.").to_string()
    } else {
        return None;
    };
    Some(view! { <p class="word">{words}</p> }.into_any())
}

fn paste_box(app: App, empty: Memo<bool>) -> AnyView {
    let draft = app.draft;
    let paste = move |e: ev::ClipboardEvent| {
        if let Some(copied) = crate::state::of_paste(&e)
            && draft.paste(&copied)
        {
            e.prevent_default();
        }
    };
    let input = move |e| draft.typed(event_target_value(&e));
    // Beside a card the box is shown while one types into it, or asked for it.
    let hidden = move || !empty.get() && !draft.box_shown.get();
    view! {
        <div class="paste" hidden=hidden on:pointerenter=move |_| draft.expect_posting()>
            <label for=BOX>{t("Job posting")}</label>
            <textarea id=BOX autocomplete="off" spellcheck="false"
                placeholder=t("Copy the whole page (Ctrl+A, Ctrl+C) and paste it here. Menus and adverts are left out for you.")
                prop:value=draft.text on:input=input on:paste=paste
                on:focus=move |_| draft.expect_posting()
                on:keydown=move |_| draft.box_shown.set(true)></textarea>
            <div class="row">
                <button class="btn go" type="button" on:click=move |_| draft.paste_from_clipboard()>{t("Paste from clipboard")}</button>
                <button class="btn" type="button" on:click=move |_| app.try_example(EXAMPLE)>{t("Try an example")}</button>
                <label class="btn files">{t("Open files")}<input class="vh" type="file" multiple=true
                    accept=".txt,.md,.html,.htm,.eml,.pdf,.docx,.odt,text/*" on:change=move |e| app.open_files(crate::state::of_choice(&e))/></label>
            </div>
            <p class="private">{icons::lock()}<span>{t("Nothing you paste leaves this browser. No account, no server, no tracking: the page is not allowed to talk to anyone.")}</span></p>
        </div>
    }
    .into_any()
}

/// What the empty page teaches. It stands in index.html, where it is seen before the page has started.
fn teaching() -> AnyView {
    put_teaching(TEACHING);
    view! { <div id=TEACHING></div> }.into_any()
}

/// The card with its bar of buttons.
fn reading(app: App) -> AnyView {
    let draft = app.draft;
    let save = move || {
        match draft.saved.get() {
        None if !draft.open.is_read.get() => ().into_any(),
        None => view! { <button class="btn go" type="button" on:click=move |_| draft.save()>{t("Save job")}</button> }.into_any(),
        Some(id) => {
            let route = Route::Job(id.to_string()).to_string();
            view! {
                <a href=route>{t("Open the job")}</a>
                <button class="btn go saved" type="button" aria-disabled="true">{t("Saved")}</button>
            }
            .into_any()
        }
    }
    };
    let share = move || {
        draft.open.is_read.get().then(|| {
            view! { <button class="btn" type="button" on:click=move |_| app.lay(Sheet::Share(draft.open))>{t("Share")}</button> }
        })
    };
    view! {
        <div class="read">
            <div class="dock">
                <div class="switch" role="group" aria-label=t("On this page")>
                    <button class="btn" type="button" on:click=move |_| app.show_card()>{t("Card")}</button>
                    <button class="btn" type="button" on:click=move |_| app.show_original()>{t("Original")}</button>
                </div>
                {share}
                {save}
            </div>
            {live(move || match draft.saved.get() {
                Some(id) => parts::kin(app, id, Sought::Same),
                None => ().into_any(),
            })}
            {parts::card(app, draft.open)}
        </div>
    }
    .into_any()
}
