//! What is ticked in one posting is suggested in another, and asked of a posting in plain words.

use serde_json::json;

use crate::axe;
use crate::browser::{Scheme, setting};
use crate::page::Page;

/// A posting of the project's own, with ten demands.
const FIRST: &str = "Hydrology Data Engineer
River Watch Institute
Location: Gent

What you will do
- You keep the gauges of nine rivers talking to our servers

Requirements
- 4 years of experience with Python
- PostgreSQL
- Docker
- Kubernetes
- Git
- Linux
- German at level C1
- Fluent English
- Master's degree in hydrology
- Führerschein Klasse B

We offer
- 31 days of leave
";

/// Another, whose demands lean on those of the first.
const SECOND: &str = "Backend Developer
Lantern Works
Location: Lille

What you will do
- You build what dispatchers of night buses look at

Requirements
- 5 years of experience with Python
- Knowledge of relational databases
- Docker
- German at level B2
- Bachelor's degree
- A valid driving licence
- Terraform

We offer
- A bicycle
";

const TICKED: [&str; 10] = [
    "4 years of experience with Python",
    "PostgreSQL",
    "Docker",
    "Kubernetes",
    "Git",
    "Linux",
    "German",
    "English",
    "Master's degree",
    "Führerschein",
];

#[tokio::test]
async fn ten_ticks_are_suggested_in_the_next_posting_and_accepted_at_once() {
    let page = Page::open().await;
    page.watch().await;
    page.paste("Job posting", FIRST).await;
    page.fact("Title", "Hydrology Data Engineer").await;
    for words in TICKED {
        page.tick(words, "Have").await;
    }
    page.press("button", "Save job").await;
    page.see("link", "Open the job").await;
    page.press("button", "Paste another").await;
    page.fill("textbox", "Job posting", SECOND).await;
    page.fact("Title", "Backend Developer").await;

    page.words_in("Requirements", "5 years asked, you have 4")
        .await;
    page.words_in("Requirements", "is enough for").await;
    let behind = "const said = all('region', 'Requirements')[0]?.textContent ?? '';
        return said.includes('marked Have in Hydrology Data Engineer')";
    page.until("the sayings behind are not there", behind, Vec::new())
        .await;
    page.words_in("Requirements", "suggestions counted").await;
    let untouched = !page.is_ticked("Docker", "Have").await;
    assert!(untouched, "a suggestion is no mark");
    page.press("button", "Accept all").await;
    page.gone("button", "Accept all").await;
    for (name, mark) in [
        ("5 years of experience with Python", "Partly"),
        ("Knowledge of relational databases", "Have"),
        ("Docker", "Have"),
        ("German at level B2", "Have"),
        ("Bachelor's degree", "Have"),
        ("A valid driving licence", "Have"),
    ] {
        assert!(page.is_ticked(name, mark).await, "{name} is not {mark}");
    }

    page.go("#/profile").await;
    page.see("button", "Remove Kubernetes").await;
    page.go("#/jobs").await;
    page.press("link", "Hydrology Data Engineer").await;
    page.see("radiogroup", "Kubernetes").await;
    // Pressing the chosen mark again takes it back, and what it taught with it.
    page.press_mark("Kubernetes", "Have").await;
    let unticked = "const group = all('radiogroup', 'Kubernetes')[0];
        return !!group && group.querySelectorAll('input:checked').length === 0";
    page.until("the mark is still there", unticked, Vec::new())
        .await;
    page.go("#/profile").await;
    page.see("button", "Remove Docker").await;
    page.gone("button", "Remove Kubernetes").await;
    page.end().await;
}

/// A third, ruled out for who has a gap in German.
const THIRD: &str = "Tide Table Editor
Harbour Press
This role is on site in Ostend.
Salary: €2,400 a month

What you will do
- You check the tables of forty harbours

Requirements
- Docker
- German at level C1

We offer
- A desk with a view
";

async fn save(page: &Page, text: &str, title: &str) {
    page.go("#/").await;
    page.fill("textbox", "Job posting", text).await;
    page.fact("Title", title).await;
    page.press("button", "Save job").await;
    page.see("link", "Open the job").await;
    page.press("button", "Paste another").await;
}

#[tokio::test]
async fn saved_jobs_are_found_by_fit_and_asked_all_at_once() {
    let page = Page::open().await;
    page.watch().await;
    save(&page, FIRST, "Hydrology Data Engineer").await;
    save(&page, THIRD, "Tide Table Editor").await;
    page.go("#/profile").await;
    page.fill("textbox", "Skill, licence, language or degree", "Docker")
        .await;
    page.press("button", "Add to profile").await;
    page.see("button", "Remove Docker").await;
    page.fill(
        "textbox",
        "Skill, licence, language or degree",
        "German at level C1",
    )
    .await;
    page.press("button", "Add to profile").await;
    page.see("button", "Remove German").await;

    page.go("#/jobs").await;
    page.see("columnheader", "Musts met").await;
    let row =
        "const row = all('row', null).find((e) => e.textContent.includes('Tide Table Editor'));
        return !!row && row.textContent.includes('2 of 2')";
    page.until("the editor is not judged", row, Vec::new())
        .await;
    page.choose("Fit", "All musts met").await;
    page.gone("link", "Hydrology Data Engineer").await;
    page.see("link", "Tide Table Editor").await;
    page.choose("Fit", "Any").await;
    page.choose("Sort by", "Musts met").await;
    let first =
        "const links = [...document.querySelectorAll('a.job-title')].map((e) => e.textContent);
        return links.length === 2 && links[0] === 'Tide Table Editor'";
    page.until("the editor does not come first", first, Vec::new())
        .await;

    page.fill(
        "textbox",
        "Ask all saved jobs",
        "Which need a driving licence?",
    )
    .await;
    page.press("button", "Ask all").await;
    page.words_in("Which need a driving licence?", "Führerschein Klasse B")
        .await;
    page.words_in(
        "Which need a driving licence?",
        "1 of 2 say so, 1 do not state it",
    )
    .await;
    page.fill("textbox", "Ask all saved jobs", "Which are remote?")
        .await;
    page.press("button", "Ask all").await;
    page.words_in("Which are remote?", "They say otherwise")
        .await;
    page.words_in("Which are remote?", "role is on site").await;
    page.press("button", "Clear answer").await;
    page.gone("region", "Which are remote?").await;

    // From anywhere by the palette: what ends like a question is one.
    page.go("#/guide").await;
    page.ask(
        "window.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', ctrlKey: true}))",
        Vec::new(),
    )
    .await;
    page.fill("combobox", "Go to or do", "Which need a driving licence?")
        .await;
    page.key("\u{e007}").await;
    page.words_in(
        "Which need a driving licence?",
        "1 of 2 say so, 1 do not state it",
    )
    .await;
    page.end().await;
}

#[tokio::test]
async fn the_profile_shows_what_was_said_and_forgets_what_is_removed() {
    let axe = setting("ROLECARD_AXE");
    let axe = std::fs::read_to_string(axe).expect("axe-core is there");
    let mut faults = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = Page::open_in(scheme).await;
        page.go("#/profile").await;
        page.see("region", "What you have").await;
        page.words_in("What you have", "Nothing yet").await;
        page.fill(
            "textbox",
            "Skill, licence, language or degree",
            "Python, 3 years",
        )
        .await;
        page.press("button", "Add to profile").await;
        page.see("button", "Remove Python").await;
        page.fill(
            "textbox",
            "Your CV as text",
            "Mara Quint\nLanguages: German (native), French B1\nMaster's degree in hydrology",
        )
        .await;
        page.press("button", "Read CV").await;
        page.words_in("CV", "Found in your CV").await;
        page.see_in("CV", "checkbox", "French, German").await;
        page.words_in("CV", "Master's degree in hydrology").await;
        let taken = "return all('button', 'Remove French').length";
        assert_eq!(page.ask(taken, Vec::new()).await, json!(0), "taken unasked");
        page.press("button", "Take these").await;
        page.see("button", "Remove French").await;
        page.words_in("What you have", "from your CV").await;
        for group in ["Skills", "Languages", "Degrees and training"] {
            page.see("heading", group).await;
            page.see("list", group).await;
        }
        faults.extend(axe::check(&page, &axe, scheme, "Profile").await);
        page.press("button", "Remove French").await;
        page.gone("button", "Remove German").await;
        page.see("button", "Remove Master’s degree").await;
        page.press("button", "Remove CV").await;
        page.gone("button", "Remove Master’s degree").await;
        page.press("button", "Remove Python").await;
        page.gone("button", "Remove Python").await;
        page.reload().await;
        page.words_in("What you have", "Nothing yet").await;
        page.end().await;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn a_question_is_answered_by_the_postings_own_sentence_or_not_at_all() {
    let page = Page::open().await;
    page.watch().await;
    page.paste("Job posting", FIRST).await;
    page.fact("Title", "Hydrology Data Engineer").await;
    page.fill("textbox", "Ask this posting", "How much holiday do I get?")
        .await;
    page.press("button", "Ask").await;
    page.words_in("Ask", "31 days of leave").await;
    page.fill("textbox", "Ask this posting", "Is there a pension?")
        .await;
    page.press("button", "Ask").await;
    page.words_in("Ask", "not stated").await;
    let quoted = "return all('region', 'Ask')[0].querySelectorAll('li').length";
    assert_eq!(page.ask(quoted, Vec::new()).await, json!(0));
    page.end().await;
}
