//! The verbs of the run: what a person does and sees, by role and accessible name. Every verb waits
//! a while for what it asks for, and says plainly what was not there.

use std::time::{Duration, Instant};

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::browser::{Browser, Scheme, setting};
use crate::server::Server;

const PATIENCE: Duration = Duration::from_secs(15);
/// A press that has not arrived after this is lost.
const ARRIVAL: Duration = Duration::from_secs(2);
const ROLES: &str = include_str!("roles.js");

/// A session on the served site.
pub struct Page {
    pub browser: Browser,
    pub server: Server,
}

impl Page {
    /// Serves the site and opens its first page in a fresh browser.
    pub async fn open() -> Self {
        Self::open_in(Scheme::Light).await
    }

    pub async fn open_in(scheme: Scheme) -> Self {
        let folder = setting("ROLECARD_DIST").into();
        let server = Server::start(folder, &setting("ROLECARD_SUB_PATH"));
        let browser = Browser::start(scheme).await;
        let page = Self { browser, server };
        page.go("").await;
        page
    }

    /// Loads the page at `route` ("#/jobs"), as if its address was typed.
    pub async fn go(&self, route: &str) {
        let address = format!("{}{route}", self.server.address);
        let client = &self.browser.client;
        client.goto(&address).await.expect("the page can be opened");
        self.started().await;
    }

    /// Loads the page again as a person does. (A driver's own way goes past the service worker in
    /// Firefox.)
    pub async fn reload(&self) {
        let script = "window.__before = true; setTimeout(() => location.reload())";
        self.ask(script, Vec::new()).await;
        self.loaded_again().await;
    }

    /// Waits until the page that bears the mark `__before` has given way to a new start.
    pub async fn loaded_again(&self) {
        let script = "return !window.__before";
        self.until("the page is not loaded again", script, Vec::new())
            .await;
        self.started().await;
    }

    /// Waits until the program has taken the place of the skeleton.
    async fn started(&self) {
        let script = "return !document.getElementById('early') && all('heading', null).length > 0";
        self.until("the page does not start", script, Vec::new())
            .await;
    }

    /// Runs `script` with the functions of `roles.js` and `args` at hand.
    pub async fn ask(&self, script: &str, args: Vec<Value>) -> Value {
        let answer = self.try_to_ask(script, args).await;
        answer.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    async fn try_to_ask(&self, script: &str, args: Vec<Value>) -> Result<Value, String> {
        let whole = format!("{ROLES}\n{script}");
        let answer = self.browser.client.execute(&whole, args).await;
        answer.map_err(|error| error.to_string())
    }

    /// Waits until `script` answers with something: neither null, false, nor empty.
    pub async fn until(&self, what: &str, script: &str, args: Vec<Value>) -> Value {
        let start = Instant::now();
        loop {
            // An element may be drawn anew between being found and being handed over: ask again.
            let answer = self.try_to_ask(script, args.clone()).await;
            let nothing = match &answer {
                Err(_) | Ok(Value::Null | Value::Bool(false)) => true,
                Ok(Value::String(s)) => s.is_empty(),
                Ok(Value::Array(a)) => a.is_empty(),
                Ok(_) => false,
            };
            if !nothing && let Ok(answer) = answer {
                return answer;
            }
            if start.elapsed() > PATIENCE {
                let what = answer
                    .err()
                    .map_or(what.to_string(), |e| format!("{what}: {e}"));
                let console = self.browser.console_faults().await.join("\n");
                let outline = self.outline().await;
                panic!("{what}\nThe page:\n{outline}\nIts console:\n{console}");
            }
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// The first element of `role` and `name`.
    pub async fn see(&self, role: &str, name: impl Into<Option<&str>>) -> Element {
        self.find(role, name.into(), None).await
    }

    /// The first element of `role` and `name` inside the region named `region`.
    pub async fn see_in(&self, region: &str, role: &str, name: &str) -> Element {
        self.find(role, Some(name), Some(region)).await
    }

    async fn find(&self, role: &str, name: Option<&str>, region: Option<&str>) -> Element {
        let what = format!("no {role} {name:?} in {region:?}");
        let script = "const [role, name, region] = arguments;
            const scope = region === null ? document : all('region', region)[0];
            return scope ? all(role, name, scope)[0] ?? null : null;";
        let args = vec![json!(role), json!(name), json!(region)];
        self.found(&what, script, args).await
    }

    /// Waits until no element of `role` and `name` is left.
    pub async fn gone(&self, role: &str, name: &str) {
        let what = format!("{role} {name:?} is still there");
        let script = "return all(arguments[0], arguments[1]).length === 0";
        self.until(&what, script, vec![json!(role), json!(name)])
            .await;
    }

    pub async fn press(&self, role: &str, name: &str) {
        self.press_found(role, name, None).await;
    }

    pub async fn press_in(&self, region: &str, role: &str, name: &str) {
        self.press_found(role, name, Some(region)).await;
    }

    async fn press_found(&self, role: &str, name: &str, region: Option<&str>) {
        let script = "const [role, name, region] = arguments;
            const scope = region === null ? document : all('region', region)[0];
            return scope ? all(role, name, scope)[0] ?? null : null;";
        let args = vec![json!(role), json!(name), json!(region)];
        self.press_what(&format!("{role} {name:?} in {region:?}"), script, args)
            .await;
    }

    /// Presses the element that `script` finds. What moves under the pointer, or is drawn anew, is
    /// found again and pressed a moment later; so is what the press never reached: on a busy machine
    /// WebKit's driver now and then presses beside it, or not at all.
    async fn press_what(&self, what: &str, script: &str, args: Vec<Value>) {
        let start = Instant::now();
        loop {
            let found = self.until(what, script, args.clone()).await;
            let client = self.browser.client.clone();
            let element = Element::from_element_id(client, element_id(&found).into());
            // WebKit's driver presses where the element was before it scrolled there, or was drawn anew.
            let settle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
                const { x, y } = arguments[0].getBoundingClientRect(); return [x, y]";
            let mut place = None;
            while let Ok(now) = self.try_to_ask(settle, vec![found.clone()]).await {
                if place.as_ref() == Some(&now) || start.elapsed() > PATIENCE {
                    break;
                }
                place = Some(now);
                sleep(Duration::from_millis(30)).await;
            }
            // Gone meanwhile: pressing it says so.
            self.try_to_ask(LISTEN, vec![found]).await.ok();
            match element.click().await {
                Ok(()) if self.has_arrived().await => return,
                Ok(()) if start.elapsed() > PATIENCE => panic!("no press arrives at {what}"),
                Err(error) if start.elapsed() > PATIENCE => {
                    panic!("{what} cannot be pressed: {error}")
                }
                _ => sleep(Duration::from_millis(100)).await,
            }
        }
    }

    /// Whether the press that was listened for arrives within a moment. A page that has gone on, or is
    /// loading, was pressed.
    async fn has_arrived(&self) -> bool {
        let waits = "return window.__pressed === false";
        let start = Instant::now();
        while self.try_to_ask(waits, Vec::new()).await == Ok(json!(true)) {
            if start.elapsed() > ARRIVAL {
                return false;
            }
            sleep(Duration::from_millis(20)).await;
        }
        true
    }

    /// Waits for the element that `script` answers with.
    pub async fn found(&self, what: &str, script: &str, args: Vec<Value>) -> Element {
        let found = self.until(what, script, args).await;
        let client = self.browser.client.clone();
        Element::from_element_id(client, element_id(&found).into())
    }

    /// Waits until the region holds `words`; answers with all its words.
    pub async fn words_in(&self, region: &str, words: &str) -> String {
        let what = format!("{region} does not say {words:?}");
        let script = "const region = all('region', arguments[0])[0];
            const words = region ? tidy(region.innerText) : '';
            return words.includes(arguments[1]) ? words : '';";
        let args = vec![json!(region), json!(words)];
        let answer = self.until(&what, script, args).await;
        answer.as_str().unwrap_or_default().to_string()
    }

    /// Waits until a live region of `role`, "status" or "alert", says something; answers with it.
    pub async fn told(&self, role: &str) -> String {
        let script = "return all(arguments[0], null).map((e) => tidy(e.innerText)).join(' ')";
        let answer = self
            .until(&format!("no {role}"), script, vec![json!(role)])
            .await;
        answer.as_str().unwrap_or_default().to_string()
    }

    /// What stands as the definition of `term` in the Summary, without its buttons; waits until it
    /// holds `words`.
    pub async fn fact(&self, term: &str, words: &str) -> String {
        let what = format!("{term} does not say {words:?}");
        let script = "const [term, words] = arguments;
            const region = all('region', 'Summary')[0];
            const dt = region && [...region.querySelectorAll('dt')].find((e) => tidy(e.textContent) === term);
            let said = '';
            for (let e = dt?.nextElementSibling; e && e.tagName !== 'DT'; e = e.nextElementSibling)
              if (e.tagName === 'DD') said += ' ' + e.innerText;
            return said.includes(words) ? tidy(said) : '';";
        let answer = self
            .until(&what, script, vec![json!(term), json!(words)])
            .await;
        answer.as_str().unwrap_or_default().to_string()
    }

    /// Puts `text` into the box as a paste of plain text does: in one go, at the caret.
    pub async fn paste(&self, name: &str, text: &str) {
        self.see("textbox", name).await;
        let script = "const box = all('textbox', arguments[0])[0];
            box.focus();
            return document.execCommand('insertText', false, arguments[1]);";
        let done = self.ask(script, vec![json!(name), json!(text)]).await;
        assert_eq!(done, true, "the browser does not insert text");
    }

    /// Puts `text` in the place of what stands in a field.
    pub async fn fill(&self, role: &str, name: &str, text: &str) {
        self.see(role, name).await;
        let script = "const field = all(arguments[0], arguments[1])[0];
            field.focus();
            field.select();
            return document.execCommand('insertText', false, arguments[2]);";
        let args = vec![json!(role), json!(name), json!(text)];
        let done = self.ask(script, args).await;
        assert_eq!(done, true, "the browser does not insert text");
    }

    /// Presses a key where the focus is.
    pub async fn key(&self, key: &str) {
        let focused = self.browser.client.active_element().await;
        let element = focused.expect("something has the focus");
        element.send_keys(key).await.expect("keys can be pressed");
    }

    /// Presses a key of the keyboard, wherever the focus is, or where it is nowhere.
    pub async fn press_key(&self, key: &str) {
        let keys = KeyActions::new("keys".into());
        let keys = key.chars().fold(keys, |keys, value| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
        let done = self.browser.client.perform_actions(keys).await;
        done.expect("keys can be pressed");
    }

    /// Turns to the page again, from the browser's own parts.
    pub async fn take_up_again(&self) {
        let client = &self.browser.client;
        let window = client.window().await.expect("the page has a window");
        let done = client.switch_to_window(window).await;
        done.expect("the window can be turned to");
    }

    /// Presses `key` while `held` is down.
    pub async fn press_keys_together(&self, held: &str, key: &str) {
        let mut keys = KeyActions::new("keys".into());
        for value in held.chars() {
            keys = keys.then(KeyAction::Down { value });
        }
        for value in key.chars() {
            keys = keys.then(KeyAction::Down { value });
            keys = keys.then(KeyAction::Up { value });
        }
        for value in held.chars() {
            keys = keys.then(KeyAction::Up { value });
        }
        let done = self.browser.client.perform_actions(keys).await;
        done.expect("keys can be pressed");
    }

    /// Marks the requirement that holds `words`; answers with its whole name.
    pub async fn tick(&self, words: &str, mark: &str) -> String {
        let what = format!("no requirement says {words:?}");
        let script = "const [words, mark] = arguments;
            const group = all('radiogroup', null).find((e) => nameOf(e).includes(words));
            return group ? nameOf(group) : '';";
        let args = vec![json!(words), json!(mark)];
        let name = self.until(&what, script, args).await;
        let name = name.as_str().unwrap_or_default().to_string();
        let script = "const group = all('radiogroup', arguments[0])[0];
            const radio = [...group.querySelectorAll('input')].find((e) => nameOf(e) === arguments[1]);
            return radio.labels[0] ?? radio;";
        let args = vec![json!(name), json!(mark)];
        self.press_what(mark, script, args.clone()).await;
        let what = format!("{name:?} does not become {mark}");
        self.until(&what, TICKED, args).await;
        name
    }

    /// Presses a mark of the requirement of this name, whatever is chosen.
    pub async fn press_mark(&self, name: &str, mark: &str) {
        let script = "const group = all('radiogroup', arguments[0])[0];
            const radios = group ? [...group.querySelectorAll('input')] : [];
            const radio = radios.find((e) => nameOf(e) === arguments[1]);
            return radio ? radio.labels[0] ?? radio : null;";
        self.press_what(mark, script, vec![json!(name), json!(mark)])
            .await;
    }

    /// Chooses an option of a list by its words.
    pub async fn choose(&self, name: &str, option: &str) {
        // The words of a label around a list hold those of its options, too.
        let script = "const lists = all('combobox', null);
            const list = lists.find((e) => nameOf(e).startsWith(arguments[0]));
            const option = list && [...list.options].find((e) => tidy(e.textContent) === arguments[1]);
            if (!option) return false;
            list.value = option.value;
            list.dispatchEvent(new Event('change', { bubbles: true }));
            return true;";
        let args = vec![json!(name), json!(option)];
        self.until(&format!("{name} has no {option}"), script, args)
            .await;
    }

    /// Whether the requirement of this name is marked so.
    pub async fn is_ticked(&self, name: &str, mark: &str) -> bool {
        self.see("radiogroup", name).await;
        let answer = self.ask(TICKED, vec![json!(name), json!(mark)]).await;
        answer == json!(true)
    }

    /// Moves the pointer onto an element.
    pub async fn point_at(&self, element: &Element) {
        let id = element.element_id();
        let center = "arguments[0].scrollIntoView({block: 'center'})";
        let args = vec![json!({WEB_ELEMENT: id.to_string()})];
        let client = &self.browser.client;
        client
            .execute(center, args)
            .await
            .expect("it can be scrolled");
        let mouse = MouseActions::new("mouse".into());
        let moved = mouse.then(PointerAction::MoveToElement {
            element: element.clone(),
            duration: Some(Duration::from_millis(50)),
            x: 0.0,
            y: 0.0,
        });
        let done = client.perform_actions(moved).await;
        done.expect("the pointer can be moved");
    }

    /// Drags `element` onto `goal` with the pointer, as a hand does: pressed, moved a little, moved
    /// there, let go. Both have to be in sight.
    pub async fn drag(&self, element: &Element, goal: &Element) {
        let to = |element: &Element, x: f64, millis| PointerAction::MoveToElement {
            element: element.clone(),
            duration: Some(Duration::from_millis(millis)),
            x,
            y: 0.0,
        };
        let button = MOUSE_BUTTON_LEFT;
        let mouse = MouseActions::new("mouse".into())
            .then(to(element, 0.0, 50))
            .then(PointerAction::Down { button })
            .then(to(element, 8.0, 100))
            .then(to(goal, 0.0, 300))
            .then(to(goal, 4.0, 100))
            .then(PointerAction::Up { button });
        let done = self.browser.client.perform_actions(mouse).await;
        done.expect("the pointer can drag");
    }

    /// Every heading, region and control with its name, and why the page broke down if it did, for
    /// messages.
    pub async fn outline(&self) -> String {
        let script = "const wanted = ['heading', 'region', 'button', 'link', 'textbox', 'searchbox', 'list',
              'radiogroup', 'checkbox', 'combobox', 'table', 'status', 'alert', 'term', 'dialog'];
            return [...document.querySelectorAll('*')].filter((e) => wanted.includes(roleOf(e)) && shown(e))
              .map((e) => roleOf(e) + ' ' + nameOf(e).slice(0, 80))
              .concat(document.querySelector('#crash pre')?.textContent ?? []).join('\\n');";
        let answer = self.ask(script, Vec::new()).await;
        answer.as_str().unwrap_or_default().to_string()
    }

    /// Ends the session after the checks that hold for every run: no fault in the page, and no
    /// request to anyone else.
    pub async fn end(self) {
        self.end_expecting("no fault at all").await;
    }

    /// The same, where faults that hold the words `expected` are what was asked for.
    pub async fn end_expecting(self, expected: &str) {
        let faults = self.ask("return window.__faults ?? []", Vec::new()).await;
        let faults = faults.as_array().into_iter().flatten();
        let mut faults: Vec<_> = faults.map(ToString::to_string).collect();
        faults.extend(self.browser.console_faults().await);
        faults.retain(|fault| !fault.contains("favicon.ico") && !fault.contains(expected));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        let script = "return performance.getEntriesByType('resource').map((e) => e.name)";
        let loaded = self.ask(script, Vec::new()).await;
        for address in loaded.as_array().into_iter().flatten() {
            let address = address.as_str().unwrap_or_default();
            let own = address.starts_with(&self.server.address) || address.starts_with("data:");
            assert!(own, "the page asked for {address}");
        }
        for request in self.server.requests() {
            let fetched = request.line.starts_with("GET ") && !request.line.contains('?');
            assert!(fetched, "the page sent {}", request.line);
            // Browsers ask the host for its icon by themselves.
            let served = request.file.is_some() || request.line.contains("/favicon.ico");
            assert!(served, "there is nothing at {}", request.line);
        }
        self.browser.end().await;
    }

    /// From now on collects what goes wrong in the page: errors, refused promises, console.error,
    /// and what the Content-Security-Policy stops. Lost when the page is loaded again.
    pub async fn watch(&self) {
        let script = "if (window.__faults) return;
            const faults = window.__faults = [];
            addEventListener('error', (e) => faults.push('error: ' + e.message));
            addEventListener('unhandledrejection', (e) => faults.push('refused: ' + e.reason));
            addEventListener('securitypolicyviolation', (e) => faults.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
            const error = console.error;
            console.error = (...said) => { faults.push('console: ' + said.join(' ')); error(...said); };";
        self.ask(script, Vec::new()).await;
    }
}

/// Listens for a press of the element, or of what it holds.
const LISTEN: &str = "const [element] = arguments;
    window.removeEventListener('click', window.__listener, true);
    window.__listener = (event) => { window.__pressed ||= event.composedPath().includes(element); };
    window.__pressed = false;
    window.addEventListener('click', window.__listener, true);";
const TICKED: &str = "const group = all('radiogroup', arguments[0])[0];
    return !!group && [...group.querySelectorAll('input:checked')].some((e) => nameOf(e) === arguments[1])";
const WEB_ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

fn element_id(found: &Value) -> String {
    found[WEB_ELEMENT].as_str().unwrap_or_default().to_string()
}
