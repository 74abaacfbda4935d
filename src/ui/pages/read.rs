//! Read: paste a posting, get its card. Reads while words come in; the box stays where it is.

use leptos::ev;
use leptos::prelude::*;

use crate::route::Route;
use crate::state::{App, BOX, MOST_BYTES, Sheet, Sought};
use crate::ui::{icons, live, parts};

/// A posting written for trying things out.
pub const EXAMPLE: &str = include_str!("example.txt");

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
        <h1>"Paste a job posting, get a card"</h1>
        <p class="lede">"What the job is, what it pays, what it asks and what it leaves unsaid, each with the words it came from."</p>
    }
    .into_any()
}

fn head(app: App) -> AnyView {
    let lines = move || {
        if !app.draft.open.is_read.get() {
            return String::new();
        }
        let (read, left_out) = app.draft.open.original.with(|o| o.lines);
        let lines = |n: usize| {
            if n == 1 {
                "1 line".into()
            } else {
                format!("{n} lines")
            }
        };
        match left_out {
            0 => format!("{} read.", lines(read)),
            n => format!("{} read, {n} left out as page chrome.", lines(read)),
        }
    };
    view! {
        <div class="head">
            <div><h1>"Read"</h1><p>{lines}{move || language(app)}</p></div>
            <button class="btn" type="button" on:click=move |_| app.draft.another()>"Paste another"</button>
        </div>
        {move || words_of_care(app)}
        {move || several(app)}
    }
    .into_any()
}

/// The way to take several postings apart, where there are several.
fn several(app: App) -> Option<AnyView> {
    let count = app.draft.open.several.get()?;
    let way = view! {
        <p class="word">{format!("This paste holds {count} postings. The card is of all of them together. ")}
            <button class="btn" type="button" on:click=move |_| app.take_apart()>"Read them apart"</button></p>
    };
    Some(way.into_any())
}

/// The posting's language, where it is not the page's.
fn language(app: App) -> Option<String> {
    let lang = app.draft.open.read.get().posting.lang?;
    let name = match lang.0 {
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "pt" => "Portuguese",
        "it" => "Italian",
        "nl" => "Dutch",
        "sv" => "Swedish",
        _ => return None,
    };
    Some(format!(" Written in {name}."))
}

/// A plain word where the text is not what the page is made for.
fn words_of_care(app: App) -> Option<AnyView> {
    let draft = app.draft;
    let words = if draft.is_too_long() {
        let size = draft.text.with(String::len) as f64 / 1e6;
        format!(
            "This text is too long to read: {size:.1} MB, and {} MB is the most. The card shows the text from before. Paste the posting alone.",
            MOST_BYTES / 1_000_000
        )
    } else if draft.open.is_read.get() && !draft.open.read.get().posting.is_posting {
        "This does not look like a job posting. The card shows what was found all the same; paste the whole page of one posting for more.".to_string()
    } else if draft.open.source.with(String::len) > LONG {
        "This text is very long. The card is of all of it; if it holds several postings, paste one at a time.".to_string()
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
            <label for=BOX>"Job posting"</label>
            <textarea id=BOX autocomplete="off" spellcheck="false"
                placeholder="Copy the whole page (Ctrl+A, Ctrl+C) and paste it here. Menus and adverts are left out for you."
                prop:value=draft.text on:input=input on:paste=paste
                on:focus=move |_| draft.expect_posting()
                on:keydown=move |_| draft.box_shown.set(true)></textarea>
            <div class="row">
                <button class="btn go" type="button" on:click=move |_| draft.paste_from_clipboard()>"Paste from clipboard"</button>
                <button class="btn" type="button" on:click=move |_| app.try_example(EXAMPLE)>"Try an example"</button>
                <label class="btn files">"Open files"<input class="vh" type="file" multiple=true
                    accept=".txt,.md,.html,.htm,.eml,.pdf,.docx,.odt,text/*" on:change=move |e| app.open_files(crate::state::of_choice(&e))/></label>
            </div>
            <p class="private">{icons::lock()}<span>"Nothing you paste leaves this browser. No account, no server, no tracking: the page is not allowed to talk to anyone."</span></p>
        </div>
    }
    .into_any()
}

/// What the empty page teaches.
fn teaching() -> AnyView {
    view! {
        <section aria-labelledby="h-how">
            <h2 id="h-how" class="vh">"How it works"</h2>
            <ol class="three">
                <li>
                    <h3>"Every value shows its words"</h3>
                    <div class="card">
                        <p class="pasted" lang="sv">"Nattskift i kyllager, "<mark class="lit">"212 kr i timmen"</mark></p>
                        <dl class="facts"><div class="fact lit"><dt>"Pay"</dt><dd>"SEK 212 an hour"</dd></div></dl>
                    </div>
                    <p>"Point at one, and the other lights up. In eight languages."</p>
                </li>
                <li>
                    <h3>"What is missing becomes a question"</h3>
                    <div class="card">
                        <dl class="facts"><div class="fact"><dt>"Deadline"</dt><dd><span class="unknown">"not stated"</span><br/>"Until when can I apply?"</dd></div></dl>
                    </div>
                    <p>"Nothing is guessed. Send the questions to the recruiter."</p>
                </li>
                <li>
                    <h3>"Tick what you have"</h3>
                    <div class="card">
                        <div class="req">
                            <div class="asked">"Counterbalance forklift licence"</div>
                            <p class="seg sample" aria-hidden="true">
                                <span class="on"><span class="m have">"Have"</span></span>
                                <span><span class="m partly">"Partly"</span></span>
                                <span><span class="m gap">"Gap"</span></span>
                            </p>
                        </div>
                    </div>
                    <p>"Your ticks, corrections and the posting itself are kept with the job."</p>
                </li>
            </ol>
        </section>
    }
    .into_any()
}

/// The card with its bar of buttons.
fn reading(app: App) -> AnyView {
    let draft = app.draft;
    let save = move || {
        match draft.saved.get() {
        None if !draft.open.is_read.get() => ().into_any(),
        None => view! { <button class="btn go" type="button" on:click=move |_| draft.save()>"Save job"</button> }.into_any(),
        Some(id) => {
            let route = Route::Job(id.to_string()).to_string();
            view! {
                <a href=route>"Open the job"</a>
                <button class="btn go saved" type="button" aria-disabled="true">"Saved"</button>
            }
            .into_any()
        }
    }
    };
    let share = move || {
        draft.open.is_read.get().then(|| {
            view! { <button class="btn" type="button" on:click=move |_| app.lay(Sheet::Share(draft.open))>"Share"</button> }
        })
    };
    view! {
        <div class="read">
            <div class="dock">
                <div class="switch" role="group" aria-label="On this page">
                    <button class="btn" type="button" on:click=move |_| app.show_card()>"Card"</button>
                    <button class="btn" type="button" on:click=move |_| app.show_original()>"Original"</button>
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
