//! The browser's localStorage as a shelf. Asks for it anew at each use, since a browser may take it
//! away at any time, and never empties it: others share it.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};

use super::shelf::{Fault, Shelf};

/// The browser's localStorage.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalShelf;

/// The storage object, where the browser gives one. Asked for through `web_sys` first, since
/// `LocalStorage::raw` panics where it does not.
fn storage() -> Result<web_sys::Storage, Fault> {
    let probe = web_sys::window().map(|window| window.local_storage());
    match probe {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(Fault::Blocked),
    }
}

/// The fault an exception of the browser stands for.
#[allow(clippy::needless_pass_by_value)] // the form `map_err` takes
fn fault(thrown: JsValue) -> Fault {
    let part = |name: &str| {
        js_sys::Reflect::get(&thrown, &JsValue::from_str(name))
            .ok()
            .and_then(|value| value.as_string())
    };
    match part("name").as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        Some("SecurityError") => Fault::Blocked,
        _ => Fault::Other(
            part("message").or_else(|| thrown.dyn_ref::<js_sys::JsString>().map(String::from)),
        ),
    }
}

impl Shelf for LocalShelf {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        storage()?.get_item(key).map_err(fault)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Fault> {
        storage()?.set_item(key, value).map_err(fault)
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        storage()?.remove_item(key).map_err(fault)
    }

    fn size(&self, key: &str) -> Result<usize, Fault> {
        // The length is asked for where the value lies: thousands of them would be slow to bring over.
        let storage = JsValue::from(storage()?);
        let value = js_sys::Reflect::get(&storage, &JsValue::from_str(key)).map_err(fault)?;
        Ok(value
            .dyn_ref::<js_sys::JsString>()
            .map_or(0, |text| text.length() as usize))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let storage = storage()?;
        let count = storage.length().map_err(fault)?;
        let mut keys = Vec::new();
        for at in 0..count {
            if let Some(key) = storage.key(at).map_err(fault)?
                && key.starts_with(prefix)
            {
                keys.push(key);
            }
        }
        Ok(keys)
    }
}
