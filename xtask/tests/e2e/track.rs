//! One search from the first postings saved to the offer: the board by keyboard alone, backdated events,
//! what is due, what fell due while no page was open, and many jobs changed at once and changed back.

use serde_json::{Value, json};

use crate::axe;
use crate::browser::{Scheme, setting};
use crate::keyboard::{focused, tab_to};
use crate::page::Page;
use crate::sheet::unfold;

const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const DOWN: &str = "\u{e015}";
const END: &str = "\u{e010}";

/// Title, employer, place, and in how many days it closes.
const POSTINGS: [(&str, &str, &str, i32); 12] = [
    ("Bricklayer", "Harrow and Pole Ltd", "Leeds", 2),
    ("Payroll Clerk", "Tannenhof Payroll GmbH", "Vienna", 9),
    ("Staff Nurse", "Kirkbeck Infirmary", "Manchester", 24),
    ("Backend Engineer", "Lumivik AB", "Stockholm", -1),
    (
        "Forklift Operator",
        "Buckhorn Cold Storage Inc",
        "Columbus",
        5,
    ),
    ("Baker", "Brotkante GmbH", "Bremen", 40),
    ("Physics Teacher", "Colegio Miralrio", "Valencia", 12),
    ("Data Analyst", "Correnteza Saude", "Porto", 0),
    ("Tram Driver", "Linie Acht GmbH", "Dresden", 15),
    ("Accountant", "Ateliers Morvanne SA", "Dijon", 18),
    ("Site Manager", "Noordkade BV", "Rotterdam", 6),
    ("Librarian", "Eastmere Library Trust", "Bristol", 30),
];

fn text((title, company, place, _): (&str, &str, &str, i32), closes: &str) -> String {
    format!(
        "{title}\n\nCompany: {company}\nLocation: {place}\n\nWhat you will do\n- Work in a team of six as {title}\n\n\
         Requirements\n- Two years of experience in this trade\n- A driving licence\n\n\
         Benefits\n- 28 days of leave\n\nApplication deadline: {closes}\n"
    )
}

/// The day in so many days, as the browser has it: in words, and as a date field has it.
async fn day(page: &Page, days: i32) -> (String, String) {
    let script = "const day = new Date();
        day.setDate(day.getDate() + arguments[0]);
        const two = (n) => String(n).padStart(2, '0');
        const month = day.toLocaleString('en', { month: 'long' });
        return [`${day.getDate()} ${month} ${day.getFullYear()}`,
          `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`];";
    let said = page.ask(script, vec![json!(days)]).await;
    let one = |n: usize| said[n].as_str().unwrap_or_default().to_string();
    (one(0), one(1))
}

/// Pastes and saves the first `count` postings.
async fn with_jobs(page: &Page, count: usize) {
    for posting in POSTINGS.into_iter().take(count) {
        let (closes, _) = day(page, posting.3).await;
        page.paste("Job posting", &text(posting, &closes)).await;
        page.fact("Title", posting.0).await;
        page.press("button", "Save job").await;
        page.see("button", "Saved").await;
        page.press("button", "Paste another").await;
    }
}

/// Gives a field of a form a value, as its picker does.
async fn give(page: &Page, form: &str, field: &str, value: &str) {
    let script = "const [form, name, value] = arguments;
        const field = document.querySelector(`form[aria-label='${form}'] [name='${name}']`);
        if (!field) return false;
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return field.value === value;";
    let what = format!("{form} has no field {field} that takes {value}");
    let args = vec![json!(form), json!(field), json!(value)];
    page.until(&what, script, args).await;
}

/// Chooses a view of the jobs.
async fn view(page: &Page, name: &str) {
    let script = "return [...all('radiogroup', 'View')[0].querySelectorAll('input')]
        .find((e) => nameOf(e) === arguments[0]).click() ?? true";
    page.see("radiogroup", "View").await;
    page.ask(script, vec![json!(name)]).await;
}

/// Waits until a card or a line of `region` has all of `words`.
async fn stands(page: &Page, region: &str, words: &str) {
    let what = format!("{words:?} does not stand in {region}");
    let script = "const region = all('region', arguments[0])[0];
        return !!region && [...region.querySelectorAll('li')].some((e) => tidy(e.innerText).includes(arguments[1]))";
    page.until(&what, script, vec![json!(region), json!(words)])
        .await;
}

/// Waits until the page says `words` of what was done.
async fn says(page: &Page, words: &str) {
    let script = "return all('status', null).some((e) => tidy(e.innerText).includes(arguments[0]))";
    let what = format!("{words:?} is not said");
    page.until(&what, script, vec![json!(words)]).await;
}

/// The number beside Jobs in the navigation.
async fn due_beside_jobs(page: &Page, count: &str) {
    let script = "return (document.querySelector('nav [data-count]')?.dataset.count ?? '') === arguments[0] || null";
    page.until(
        "another number stands beside Jobs",
        script,
        vec![json!(count)],
    )
    .await;
}

#[tokio::test]
async fn one_search_from_saved_to_offer() {
    let page = Page::open().await;
    page.watch().await;
    with_jobs(&page, POSTINGS.len()).await;

    // The board by keyboard alone: from the navigation to a card's menu, to another column and back.
    page.press("link", "Jobs").await;
    page.see("table", "Saved jobs").await;
    view(&page, "Board").await;
    page.words_in("Saved", "Payroll Clerk").await;
    tab_to(&page, "button", "Move to: Payroll Clerk").await;
    page.press_key(ENTER).await;
    focused(&page, "menuitemradio", "Saved").await;
    page.press_key(DOWN).await;
    page.press_key(DOWN).await;
    focused(&page, "menuitemradio", "Applied").await;
    page.press_key(ENTER).await;
    stands(&page, "Applied", "Payroll Clerk").await;
    focused(&page, "button", "Move to: Payroll Clerk").await;
    assert!(page.told("status").await.contains("Moved to Applied."));
    page.press("button", "Undo").await;
    stands(&page, "Saved", "Payroll Clerk").await;
    focused(&page, "button", "Move to: Payroll Clerk").await;
    for (title, keys, column) in [
        ("Payroll Clerk", "a", "Applied"),
        ("Site Manager", "i", "Interview"),
        ("Baker", "r", "Closed"),
        ("Librarian", "n", "Closed"),
    ] {
        tab_to(&page, "button", &format!("Move to: {title}")).await;
        page.press_key(ENTER).await;
        focused(&page, "menuitemradio", "Saved").await;
        page.press_key(keys).await;
        page.press_key(ENTER).await;
        stands(&page, column, title).await;
    }
    tab_to(&page, "button", "Move to: Tram Driver").await;
    page.press_key(ENTER).await;
    focused(&page, "menuitemradio", "Saved").await;
    page.press_key(END).await;
    focused(&page, "menuitemradio", "Expired").await;
    page.press_key(ESCAPE).await;
    focused(&page, "button", "Move to: Tram Driver").await;
    stands(&page, "Saved", "Tram Driver").await;

    // Backdated on the job's page: applied nine days ago, so a word about it is due.
    let (_, applied) = day(&page, -9).await;
    page.press("link", "Payroll Clerk").await;
    page.press("button", "Add to history").await;
    give(&page, "Add to history", "what", "Applied").await;
    give(&page, "Add to history", "day", &applied).await;
    page.press("button", "Save").await;
    let script =
        "const edits = all('button', null).filter((e) => nameOf(e).startsWith('Edit: Applied'));
        return edits.length === 2 ? edits[0] : null";
    page.until("the history has no two applications", script, Vec::new())
        .await;
    // The one of today was a slip of the hand.
    page.ask(
        &format!("{{ {script} }}").replace(
            "return edits.length === 2 ? edits[0] : null",
            "edits[0].click()",
        ),
        Vec::new(),
    )
    .await;
    page.press("button", "Remove").await;

    // An interview in three days, of another.
    let (_, soon) = day(&page, 3).await;
    page.go("#/jobs?view=board").await;
    page.press("link", "Site Manager").await;
    page.press("button", "Add to history").await;
    give(&page, "Add to history", "what", "Panel interview").await;
    give(&page, "Add to history", "day", &soon).await;
    give(&page, "Add to history", "time", "10:30").await;
    page.press("button", "Save").await;
    page.see("list", "History").await;

    // The agenda, by when things are due.
    page.go("#/jobs?view=agenda").await;
    stands(&page, "Overdue", "The posting closed Backend Engineer").await;
    stands(&page, "Today", "No answer for 9 days").await;
    stands(&page, "Today", "The posting closes Data Analyst").await;
    stands(&page, "This week", "Panel interview Site Manager").await;
    stands(&page, "Later", "The posting closes Staff Nurse").await;
    due_beside_jobs(&page, "3").await;
    page.press("button", "Applied: Data Analyst").await;
    due_beside_jobs(&page, "2").await;
    page.press("button", "Undo").await;
    due_beside_jobs(&page, "3").await;
    page.press("button", "Expired: Backend Engineer").await;
    page.gone("region", "Overdue").await;
    let follow_up = "Ask whether there is news of the application, Payroll Clerk";
    page.press("button", &format!("Snooze: {follow_up}")).await;
    page.press("menuitem", "In 3 days").await;
    stands(
        &page,
        "This week",
        "Ask whether there is news of the application Payroll Clerk",
    )
    .await;
    page.press("button", &format!("Done: {follow_up}")).await;
    says(&page, "Done.").await;
    page.press("button", "Undo").await;
    says(&page, "Undone.").await;

    // The same search and filters for all views.
    page.fill("searchbox", "Search jobs", "nurse").await;
    page.gone("region", "Today").await;
    view(&page, "Board").await;
    let cards = "return document.querySelectorAll('.ticket').length === arguments[0]";
    page.until("not one card is found", cards, vec![json!(1)])
        .await;
    page.end().await;
}

#[tokio::test]
async fn a_card_is_dragged_into_another_column() {
    let page = Page::open().await;
    if page.browser.name != "chromium" {
        // Only its driver starts a drag by moving the pointer.
        return page.end().await;
    }
    page.watch().await;
    with_jobs(&page, 2).await;
    page.go("#/jobs?view=board").await;
    stands(&page, "Saved", "Bricklayer").await;
    // By its text: a link could be dragged itself.
    let card = "return [...document.querySelectorAll('.ticket')]
        .find((e) => e.innerText.includes('Bricklayer'))?.querySelector('p.small')";
    let card = page.found("no card", card, Vec::new()).await;
    let column = "return all('region', 'Applied')[0]?.querySelector('h2')";
    let goal = page.found("no column", column, Vec::new()).await;
    page.drag(&card, &goal).await;
    stands(&page, "Applied", "Bricklayer").await;
    stands(&page, "Saved", "Payroll Clerk").await;
    says(&page, "Moved to Applied.").await;
    page.press("button", "Undo").await;
    stands(&page, "Saved", "Bricklayer").await;
    page.end().await;
}

#[tokio::test]
async fn an_offer_is_due_by_its_day_and_an_interview_keeps_its_hour_in_another_time_zone() {
    let page = Page::open().await;
    page.watch().await;
    let moves = page.browser.set_time_zone("Europe/Berlin").await;
    with_jobs(&page, 1).await;
    page.press("link", "Jobs").await;
    page.press("link", "Bricklayer").await;
    let (_, soon) = day(&page, 3).await;
    for (what, time) in [("Panel interview", "10:30"), ("Offer", "")] {
        page.press("button", "Add to history").await;
        give(&page, "Add to history", "what", what).await;
        give(&page, "Add to history", "day", &soon).await;
        give(&page, "Add to history", "time", time).await;
        page.press("button", "Save").await;
        page.gone("form", "Add to history").await;
    }
    unfold(&page, "Salary and offer").await;
    page.press("button", "Edit Answer by").await;
    let (_, by) = day(&page, 5).await;
    give(&page, "Edit Answer by", "date", &by).await;
    page.press("button", "Save").await;
    page.see("button", "Edit Answer by").await;
    if moves {
        assert!(page.browser.set_time_zone("America/New_York").await);
        page.reload().await;
    }
    let script = "const made = URL.createObjectURL;
        window.__file = '';
        URL.createObjectURL = (blob) => { blob.text().then((text) => (window.__file = text)); return made.call(URL, blob); };";
    page.ask(script, Vec::new()).await;
    page.press("button", "Calendar file").await;
    let script = "return window.__file.includes('END:VCALENDAR') && window.__file";
    let file = page.until("no calendar", script, Vec::new()).await;
    let file = file.as_str().unwrap_or_default();
    let answer = format!("DTSTART;VALUE=DATE:{}", by.replace('-', ""));
    assert!(
        file.contains("Answer the offer") && file.contains(&answer),
        "{file}"
    );
    if moves {
        // Half past ten in Berlin in winter, or in summer.
        let start = |utc: &str| file.contains(&format!("DTSTART:{}T{utc}Z", soon.replace('-', "")));
        assert!(start("093000") || start("083000"), "{file}");
    }
    page.go("#/jobs?view=agenda").await;
    stands(&page, "This week", "Answer the offer Bricklayer").await;
    page.press("button", "Accepted: Answer the offer, Bricklayer")
        .await;
    says(&page, "Accepted").await;
    page.end().await;
}

#[tokio::test]
async fn what_fell_due_while_no_page_was_open_is_said() {
    let page = Page::open().await;
    page.watch().await;
    with_jobs(&page, 1).await;
    page.press("link", "Jobs").await;
    page.press("link", "Bricklayer").await;
    page.press("button", "Add reminder").await;
    let (_, yesterday) = day(&page, -1).await;
    give(&page, "Add reminder", "text", "Call the foreman").await;
    give(&page, "Add reminder", "day", &yesterday).await;
    give(&page, "Add reminder", "time", "08:15").await;
    page.press("button", "Add").await;
    page.see("list", "Reminders").await;
    // As if the page had been closed three days ago.
    page.go("#/privacy").await;
    let script = "const upkeep = JSON.parse(localStorage.getItem('rolecard:upkeep'));
        upkeep.o = Date.now() - 3 * 86400000;
        localStorage.setItem('rolecard:upkeep', JSON.stringify(upkeep));
        Storage.prototype.setItem = () => {};";
    page.ask(script, Vec::new()).await;
    page.go("#/jobs?view=agenda").await;
    page.reload().await;
    stands(&page, "While you were away", "Call the foreman").await;
    assert!(page.told("status").await.contains("Call the foreman"));
    page.press("button", "Seen").await;
    page.gone("region", "While you were away").await;
    stands(&page, "Overdue", "Call the foreman").await;
    page.press("button", "Done: Call the foreman, Bricklayer")
        .await;
    page.gone("region", "Overdue").await;
    page.end().await;
}

#[tokio::test]
async fn many_jobs_are_changed_at_once_and_changed_back() {
    let page = Page::open().await;
    page.watch().await;
    with_jobs(&page, 4).await;
    page.press("link", "Jobs").await;
    page.press("checkbox", "Select Staff Nurse").await;
    page.press("button", "Select all 4 shown").await;
    page.press("button", "Set status").await;
    page.press("menuitem", "Withdrawn").await;
    let all = "return [...document.querySelectorAll('.c-stage')].filter((e) => e.innerText.trim() === arguments[0]).length === arguments[1]";
    page.until(
        "not all are withdrawn",
        all,
        vec![json!("Withdrawn"), json!(4)],
    )
    .await;
    page.press("button", "Undo").await;
    page.until("not all are back", all, vec![json!("Saved"), json!(4)])
        .await;

    // A tag for all, taken back; a tag for one, searched and filtered by.
    page.press("button", "Add tag").await;
    page.fill("textbox", "Tag for the selected jobs", "near home")
        .await;
    page.key(ENTER).await;
    let tagged = "return [...document.querySelectorAll('.jobs .tags li')].length === arguments[0]";
    page.until("not all are tagged", tagged, vec![json!(4)])
        .await;
    page.press("button", "Undo").await;
    page.until("they are still tagged", tagged, vec![json!(0)])
        .await;
    page.press("button", "Add tag to Staff Nurse").await;
    page.fill("textbox", "Add tag to Staff Nurse", "nights")
        .await;
    page.key(ENTER).await;
    page.until("it is not tagged", tagged, vec![json!(1)]).await;
    page.press("button", "Star Bricklayer").await;
    page.press("checkbox", "Starred").await;
    let rows = "return all('table', 'Saved jobs')[0]?.getAttribute('aria-rowcount') === String(arguments[0])";
    page.until("not one row is starred", rows, vec![json!(2)])
        .await;
    page.press("checkbox", "Starred").await;

    page.press("button", "Archive selected").await;
    page.until("there are still rows", rows, vec![json!(1)])
        .await;
    page.press("button", "Undo").await;
    page.until("not all rows are back", rows, vec![json!(5)])
        .await;

    // The star and the tag stand on the job's page and can be changed there.
    page.press("link", "Staff Nurse").await;
    page.press("button", "Take off tag nights").await;
    page.gone("button", "Take off tag nights").await;
    page.press("button", "Star Staff Nurse").await;
    let pressed =
        "return all('button', 'Star Staff Nurse')[0].getAttribute('aria-pressed') === 'true'";
    page.until("it is not starred", pressed, Vec::<Value>::new())
        .await;
    page.end().await;
}

#[tokio::test]
async fn what_falls_due_is_told_where_the_person_allows_it() {
    let page = Page::open().await;
    page.watch().await;
    with_jobs(&page, 1).await;
    page.press("link", "Jobs").await;
    view(&page, "Agenda").await;
    // The browser's answer and its notifications, as the page sees them.
    let script = "window.__told = [];
        window.Notification = class {
          static permission = 'default';
          static async requestPermission() { return Notification.permission = 'granted'; }
          constructor(title, more) { __told.push(title + ' / ' + more.body); }
          close() {}
        };";
    page.ask(script, Vec::new()).await;
    page.press("button", "Notify me").await;
    page.see("button", "Stop notifying").await;
    page.press("link", "Bricklayer").await;
    page.press("button", "Add reminder").await;
    let script = "const at = new Date(Date.now() + 60000), two = (n) => String(n).padStart(2, '0');
        return [`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, `${two(at.getHours())}:${two(at.getMinutes())}`]";
    let due = page.ask(script, Vec::new()).await;
    let due = |n: usize| due[n].as_str().unwrap_or_default().to_string();
    give(&page, "Add reminder", "text", "Call the foreman").await;
    give(&page, "Add reminder", "day", &due(0)).await;
    give(&page, "Add reminder", "time", &due(1)).await;
    page.press("button", "Add").await;
    page.see("list", "Reminders").await;
    for _ in 0..6 {
        tokio::time::sleep(std::time::Duration::from_secs(15)).await;
        let told = page.ask("return __told", Vec::new()).await;
        if told != json!([]) {
            let told = told.to_string();
            assert!(
                told.contains("Call the foreman") && told.contains("Bricklayer"),
                "{told}"
            );
            page.end().await;
            return;
        }
    }
    panic!("a reminder that fell due was not told");
}

#[tokio::test]
async fn the_board_and_the_agenda_are_accessible() {
    let script = setting("ROLECARD_AXE");
    if script.is_empty() {
        println!("LEFT OUT: axe-core is not there, the board was not checked with it");
        return;
    }
    let axe = std::fs::read_to_string(script).expect("axe-core can be read");
    let mut faults = Vec::new();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = Page::open_in(scheme).await;
        with_jobs(&page, 5).await;
        for route in ["#/jobs?view=board", "#/jobs?view=agenda"] {
            page.go(route).await;
            page.see("radiogroup", "View").await;
            faults.extend(axe::check(&page, &axe, scheme, route).await);
        }
        page.go("#/jobs?view=board").await;
        page.press("button", "Move to: Bricklayer").await;
        page.see("menu", "Move to: Bricklayer").await;
        faults.extend(axe::check(&page, &axe, scheme, "a menu").await);
        page.press_key(ESCAPE).await;
        page.gone("menu", "Move to: Bricklayer").await;
        page.go("#/jobs").await;
        page.press("checkbox", "Select Bricklayer").await;
        page.press("button", "Add tag").await;
        faults.extend(axe::check(&page, &axe, scheme, "selected rows").await);
        page.end().await;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
