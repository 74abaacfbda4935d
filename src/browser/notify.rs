//! Telling the person something by the system's notifications, where they allow it. Nothing is sent
//! anywhere: the page itself shows them, and only while it is open.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

use super::window;

/// What the person has said of notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// They may be shown.
    Yes,
    /// They may not, and asking again does not help.
    No,
    /// The person has not been asked.
    NotAsked,
    /// This browser has none.
    Never,
}

/// What the person has said so far.
#[must_use]
pub fn allowed() -> Allowed {
    if !Reflect::has(&window(), &"Notification".into()).unwrap_or(false) {
        return Allowed::Never;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Allowed::Yes,
        NotificationPermission::Denied => Allowed::No,
        _ => Allowed::NotAsked,
    }
}

/// Asks the person; has to be called where they pressed something.
pub async fn ask() -> Allowed {
    if allowed() == Allowed::NotAsked
        && let Ok(asked) = Notification::request_permission()
    {
        // The answer is looked up, whatever the promise says.
        let _ = JsFuture::from(asked).await;
    }
    allowed()
}

/// Shows a notification. Another with the same `tag` takes its place, also from another tab. Pressing
/// it opens the page at `hash`.
pub fn show(title: &str, body: &str, tag: &str, hash: &str) {
    let options = NotificationOptions::new();
    options.set_body(body);
    options.set_tag(tag);
    options.set_data(&hash.into());
    match Notification::new_with_options(title, &options) {
        Ok(shown) => {
            let (this, hash) = (shown.clone(), hash.to_string());
            let open = Closure::once_into_js(move || {
                // Refused at most where the window may not come forward; the route changes all the same.
                let _ = window().focus();
                let _ = window().location().set_hash(&hash);
                this.close();
            });
            shown.set_onclick(Some(open.unchecked_ref()));
        }
        // Browsers of phones show them by the service worker only.
        Err(_) => show_by_worker(title, &options),
    }
}

fn show_by_worker(title: &str, options: &NotificationOptions) {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let worker = get(&window().navigator(), "serviceWorker");
    let ready = worker.and_then(|worker| get(&worker, "ready")?.dyn_into::<Promise>().ok());
    let Some(ready) = ready else {
        return;
    };
    let (title, options) = (title.to_string(), options.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let Ok(registration) = JsFuture::from(ready).await else {
            return;
        };
        let show =
            get(&registration, "showNotification").and_then(|f| f.dyn_into::<Function>().ok());
        if let Some(show) = show {
            // Where it is refused the page says the same in its own words.
            let _ = show.call2(&registration, &title.into(), &options);
        }
    });
}
