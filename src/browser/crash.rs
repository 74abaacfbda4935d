//! What is left when the page's own code has broken down: a plain screen, made without any of that
//! code, that offers all of the site's stored values as a file and a fresh start. Writes nothing to
//! storage, and needs nothing of the page but the document.

use std::panic::PanicHookInfo;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, Url};

/// The keys that are ours. The store has the table of them; this is for when it cannot be asked.
const OURS: &str = "rolecard:";

/// From now on a breakdown shows the screen.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        let _ = show(info);
    }));
}

fn show(info: &PanicHookInfo<'_>) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    if document.get_element_by_id("crash").is_some() {
        return None;
    }
    let element = |name: &str, words: &str| -> Option<Element> {
        let made = document.create_element(name).ok()?;
        made.set_text_content(Some(words));
        Some(made)
    };
    let screen = element("main", "")?;
    screen.set_id("crash");
    screen.set_class_name("crash");
    let alert = element("div", "")?;
    alert.set_attribute("role", "alert").ok()?;
    let say = |words: &str| alert.append_with_node_1(&*element("p", words)?).ok();
    alert
        .append_with_node_1(&*element("h1", "Rolecard has broken down")?)
        .ok()?;
    say("Your saved jobs are still stored in this browser, as they were last saved.")?;
    say(
        "Save them as a file first; on the Data page, Import backup reads it. Then load the page again.",
    )?;
    screen.append_with_node_1(&alert).ok()?;

    let ways = element("p", "")?;
    ways.set_class_name("row");
    if let Some(address) = all_keys() {
        let save = element("a", "Save all stored data")?;
        save.set_class_name("btn");
        save.set_attribute("href", &address).ok()?;
        save.set_attribute("download", "rolecard-rescue.json")
            .ok()?;
        ways.append_with_node_1(&save).ok()?;
    }
    let again = element("a", "Load the page again")?;
    again.set_class_name("btn go");
    again.set_attribute("href", &address_again()?).ok()?;
    ways.append_with_node_1(&again).ok()?;
    screen.append_with_node_1(&ways).ok()?;

    let details = element("details", "")?;
    details
        .append_with_node_1(&*element("summary", "What happened")?)
        .ok()?;
    details
        .append_with_node_1(&*element("pre", &info.to_string())?)
        .ok()?;
    screen.append_with_node_1(&details).ok()?;
    while let Some(child) = body.first_child() {
        body.remove_child(&child).ok()?;
    }
    body.append_with_node_1(&screen).ok()
}

/// The page's address with something new behind `?`, so that following it loads the page.
fn address_again() -> Option<String> {
    let location = web_sys::window()?.location();
    let mut address = location.pathname().ok()?;
    address.push_str("?again=");
    address.push_str(&js_sys::Date::now().to_string());
    Some(address)
}

/// The address of a file with all of the site's keys and values.
fn all_keys() -> Option<String> {
    let storage = web_sys::window()?.local_storage().ok()??;
    let keys = js_sys::Object::new();
    for at in 0..storage.length().ok()? {
        let key = storage.key(at).ok()??;
        if key.starts_with(OURS) {
            let value = storage.get_item(&key).ok()?.unwrap_or_default();
            js_sys::Reflect::set(&keys, &key.into(), &value.into()).ok()?;
        }
    }
    let file = js_sys::Object::new();
    let put = |name: &str, value: JsValue| js_sys::Reflect::set(&file, &name.into(), &value).ok();
    put("format", "rolecard-rescue".into())?;
    put("v", 2.into())?;
    put("keys", keys.into())?;
    let text = js_sys::JSON::stringify(&file).ok()?;
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = js_sys::Array::of1(text.unchecked_ref());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}
