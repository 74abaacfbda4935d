//! The page in German: chosen on the Data page with a draft in the box, used from the first card to the
//! report, and back to English. Says that nothing of the page is left in English.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::json;

use crate::axe;
use crate::browser::{Scheme, setting};
use crate::page::Page;

/// A posting of the project's own, in English.
const EDITOR: &str = "Ferry Timetable Editor
Harbour Lantern Press
Location: Gent
Salary: €48,000 - €54,000 a year
This role is hybrid, two days in the office.
Apply by 14 December 2026

What you will do
- You check the tables of forty ferries

Requirements
- 3 years of experience with Python
- German at level B2
- A valid driving licence

We offer
- 31 days of leave
";

/// Another, in German.
const KEEPER: &str = "Schleusenwärterin (m/w/d)
Wasseramt Nordhafen
Standort: Emden
Gehalt: 3.200 € bis 3.700 € im Monat

Ihre Aufgaben
- Sie öffnen und schließen vier Schleusen am Hafen
- Sie führen das Tagebuch der Schleuse

Ihr Profil
- 5 Jahre Erfahrung mit Python
- Deutsch auf dem Niveau C1
- Führerschein Klasse B

Wir bieten
- 30 Tage Urlaub
";

/// The English texts with their words in German.
fn catalogue() -> Vec<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/words/de.txt");
    let text = std::fs::read_to_string(file).expect("is there");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(" = "));
    pairs
        .map(|(english, german)| (english.to_string(), german.to_string()))
        .collect()
}

/// English texts that would be seen if they were left: those that no German one looks like.
fn english() -> Vec<String> {
    let pairs = catalogue();
    let german: BTreeSet<&str> = pairs.iter().flat_map(|(_, g)| g.split(" | ")).collect();
    let forms = pairs.iter().flat_map(|(english, _)| english.split(" | "));
    let forms = forms.filter(|form| !german.contains(form) && form.trim().len() > 2);
    let forms: BTreeSet<&str> = forms.collect();
    assert!(forms.len() > 500, "the catalogue was not read");
    forms.into_iter().map(str::to_string).collect()
}

/// Words of the page, seen or told, that are English texts of the catalogue: those of postings, of the
/// person, and what says its language itself are passed over.
const LEFT: &str = r"const exact = new Set(), shapes = [];
    for (const text of arguments[0]) {
      if (!text.includes('{')) { exact.add(tidy(text)); continue; }
      const pieces = text.split(/\{[^}]*\}/);
      // With little around its gaps, anything looks like it.
      if ((pieces.join(' ').match(/[a-z]{3,}/gi) ?? []).length < 2) continue;
      shapes.push(new RegExp('^' + pieces.map((p) => p.replace(/[.*+?^$()|[\]\\]/g, '\\$&')).join('.+') + '$'));
    }
    const left = new Set();
    const look = (text) => {
      text = tidy(text);
      if (exact.has(text) || shapes.some((shape) => shape.test(text))) left.add(text);
    };
    const skipped = (e) => e.closest('[lang]:not(html), .verbatim, .job-title, textarea, script, style');
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (!skipped(walk.currentNode.parentElement)) look(walk.currentNode.data);
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-description', 'data-label', 'alt'])
      for (const e of document.querySelectorAll('[' + name + ']')) if (!skipped(e)) look(e.getAttribute(name));
    look(document.title.replace(' - Rolecard', ''));
    return [...left].join('\n');";

/// What is left in English on the page as it is now, under the name of the place.
async fn left(page: &Page, place: &str) -> Option<String> {
    let left = page.ask(LEFT, vec![json!(english())]).await;
    let left = left.as_str().unwrap_or_default();
    (!left.is_empty()).then(|| format!("{place}: {left}"))
}

/// Waits until the page is in the language of this code, and drawn.
async fn is_in(page: &Page, code: &str) {
    let script = "return document.documentElement.lang === arguments[0]
        && !document.getElementById('early') && all('heading', null).length > 0";
    let what = format!("the page is not in {code}");
    page.until(&what, script, vec![json!(code)]).await;
    page.watch().await;
}

/// Waits until a region holds `words`.
async fn says(page: &Page, region: &str, words: &str) {
    page.words_in(region, words).await;
}

/// Sets a field of the form that is open.
async fn give(page: &Page, name: &str, value: &str) {
    let script = "const field = document.querySelector(`form.edit [name=${arguments[0]}]`);
        if (!field) return false;
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return true;";
    let args = vec![json!(name), json!(value)];
    page.until(&format!("no field {name}"), script, args).await;
}

#[tokio::test]
async fn the_page_speaks_german_whole() {
    let page = Page::open().await;
    page.watch().await;
    page.paste("Job posting", EDITOR).await;
    page.fact("Title", "Ferry Timetable Editor").await;
    page.fact("Pay", "€48,000").await;

    let mut english_left = Vec::new();
    // Another language, and what was typed is there as it was.
    page.press("link", "Data").await;
    page.choose("Language", "Deutsch").await;
    is_in(&page, "de").await;
    page.see("heading", "Daten").await;
    english_left.extend(left(&page, "Data").await);
    page.press("link", "Lesen").await;
    let kept = "return document.getElementById('posting')?.value === arguments[0]";
    page.until("the draft is gone", kept, vec![json!(EDITOR)])
        .await;

    // Money, days and numbers as German has them.
    says(&page, "Übersicht", "48.000–54.000 € pro Jahr").await;
    says(&page, "Übersicht", "14. Dezember 2026").await;
    says(&page, "Übersicht", "3 Jahre").await;
    says(&page, "Übersicht", "Deutsch (B2)").await;
    says(
        &page,
        "Nicht angegeben",
        "Wann soll die Stelle besetzt sein?",
    )
    .await;
    page.tick("Python", "Vorhanden").await;
    page.tick("driving licence", "Vorhanden").await;
    page.tick("German", "Lücke").await;
    english_left.extend(left(&page, "Read").await);
    page.press("button", "Stelle speichern").await;
    let told = page.told("status").await;
    assert!(told.contains("In diesem Browser gespeichert."), "{told}");

    // A posting read in German, with reasons of what is suggested.
    page.press("button", "Andere einfügen").await;
    page.fill("textbox", "Stellenanzeige", KEEPER).await;
    says(&page, "Übersicht", "Schleusenwärterin").await;
    says(&page, "Übersicht", "3.200–3.700 € pro Monat").await;
    says(
        &page,
        "Anforderungen",
        "5 Jahre verlangt, Sie haben 3 Jahre",
    )
    .await;
    english_left.extend(left(&page, "Read, with suggestions").await);
    page.press("button", "Alle übernehmen").await;
    page.press("button", "Stelle speichern").await;
    page.see("button", "Gespeichert").await;

    // Side by side.
    page.go("#/jobs").await;
    page.see("table", "Gespeicherte Stellen").await;
    let choose =
        "const boxes = all('checkbox', null).filter((e) => / auswählen$/.test(nameOf(e)) && e.closest('table'));
        boxes.forEach((box) => box.checked || box.click());
        return boxes.length === 2;";
    page.until("the jobs cannot be chosen", choose, Vec::new())
        .await;
    page.press("button", "Auswahl vergleichen").await;
    page.see("table", "Vergleich").await;
    let weigh = "const sliders = document.querySelectorAll('.weights input[type=range]');
        for (const slider of sliders) { slider.value = 3; slider.dispatchEvent(new Event('input', { bubbles: true })); }
        return sliders.length > 5;";
    page.until("nothing can be weighed", weigh, Vec::new())
        .await;
    let formula =
        "return document.querySelector('table.cmp').innerText.includes('pro Monat × 12 Monate')";
    page.until("the formula of pay is not told", formula, Vec::new())
        .await;
    english_left.extend(left(&page, "Compare").await);
    let compared = page.ask("return location.hash", Vec::new()).await;
    let compared = compared.as_str().unwrap_or_default().to_string();

    // Applied, some days ago.
    page.go("#/jobs").await;
    page.press("link", "Ferry Timetable Editor").await;
    let job = page
        .until(
            "no job",
            "return location.hash.startsWith('#/job/') && location.hash",
            Vec::new(),
        )
        .await;
    let job = job.as_str().unwrap_or_default().to_string();
    page.press("button", "Zum Verlauf hinzufügen").await;
    english_left.extend(left(&page, "the form of an event").await);
    give(&page, "what", "Applied").await;
    give(&page, "day", "2026-11-02").await;
    page.press("button", "Speichern").await;
    let told = page.until(
        "the event is not told",
        "return all('list', null).map((e) => tidy(e.innerText)).find((words) => words.includes('2. Nov.') && words.includes('Beworben')) ?? ''",
        Vec::new(),
    );
    told.await;

    // Each page.
    let axe_core = match setting("ROLECARD_AXE") {
        none if none.is_empty() => {
            println!("LEFT OUT: axe-core is not there, the pages were not checked with it");
            None
        }
        script => Some(std::fs::read_to_string(script).expect("axe-core can be read")),
    };
    let sheet = job.replace("#/job/", "#/sheet/");
    let routes = [
        "#/",
        "#/jobs",
        "#/jobs?view=board",
        "#/jobs?view=agenda",
        &job,
        &compared,
        "#/insights",
        "#/profile",
        "#/data",
        "#/report",
        &sheet,
        "#/guide",
        "#/privacy",
        "#/nowhere",
    ];
    let mut faults = Vec::new();
    for route in routes {
        page.go(route).await;
        is_in(&page, "de").await;
        let still = "return !document.querySelector('[aria-busy=true]') && !document.body.innerText.includes('wird geholt')";
        page.until("a part is on its way", still, Vec::new()).await;
        english_left.extend(left(&page, route).await);
        if let Some(axe_core) = &axe_core {
            faults.extend(axe::check(&page, axe_core, Scheme::Light, route).await);
        }
    }
    assert!(
        english_left.is_empty(),
        "in English:\n{}",
        english_left.join("\n")
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    page.go(&sheet).await;
    says(&page, "Die Karte", "48.000–54.000 € pro Jahr").await;

    // And back.
    page.go("#/data").await;
    page.choose("Sprache", "English").await;
    is_in(&page, "en").await;
    page.see("heading", "Data").await;
    page.go("#/jobs").await;
    page.see("table", "Saved jobs").await;
    page.end().await;
}
