//! Locking a text with a passphrase by the browser's own cryptography: AES-GCM with a key that PBKDF2
//! makes of the words. Keeps no key and no words.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Rounds of PBKDF2 with SHA-256.
const ROUNDS: f64 = 600_000.0;

/// `text` locked with `words`, as a file; `None` where the browser cannot.
pub async fn lock(text: &str, words: &str) -> Option<String> {
    let salt = random(16)?;
    let start = random(12)?;
    let key = key(words, &salt, ROUNDS, "encrypt").await?;
    let plain = js_sys::Uint8Array::from(text.as_bytes());
    let locked = call("encrypt", &[&aes(&start)?, &key, &plain]).await?;
    let locked = js_sys::Uint8Array::new(&locked).to_vec();
    let file = js_sys::Object::new();
    let put = |name: &str, value: JsValue| js_sys::Reflect::set(&file, &name.into(), &value).ok();
    put("format", "rolecard-locked".into())?;
    put("v", 1.into())?;
    put("rounds", ROUNDS.into())?;
    put("salt", to_base64(&salt.to_vec())?.into())?;
    put("start", to_base64(&start.to_vec())?.into())?;
    put("data", to_base64(&locked)?.into())?;
    js_sys::JSON::stringify(&file).ok().map(String::from)
}

/// The text that `file` holds locked; `None` where the words are wrong, or the file is damaged.
pub async fn unlock(file: &[u8], words: &str) -> Option<String> {
    let file = js_sys::JSON::parse(std::str::from_utf8(file).ok()?).ok()?;
    let get = |name: &str| js_sys::Reflect::get(&file, &name.into()).ok();
    let bytes = |name: &str| from_base64(&get(name)?.as_string()?);
    let rounds = get("rounds")?
        .as_f64()
        .filter(|n| (1.0..=1e7).contains(n))?;
    let key = key(words, &bytes("salt")?, rounds, "decrypt").await?;
    let data = bytes("data")?.into();
    let plain = call("decrypt", &[&aes(&bytes("start")?)?, &key, &data]).await?;
    String::from_utf8(js_sys::Uint8Array::new(&plain).to_vec()).ok()
}

async fn key(words: &str, salt: &js_sys::Uint8Array, rounds: f64, usage: &str) -> Option<JsValue> {
    let words = js_sys::Uint8Array::from(words.as_bytes());
    let usages = |name: &str| js_sys::Array::of1(&name.into());
    let kind = object(&[("name", &"PBKDF2".into())])?;
    let of_words = [
        "raw".into(),
        words.into(),
        kind,
        JsValue::FALSE,
        usages("deriveKey").into(),
    ];
    let of_words = call("importKey", &of_words.iter().collect::<Vec<_>>()).await?;
    let how = object(&[
        ("name", &"PBKDF2".into()),
        ("hash", &"SHA-256".into()),
        ("salt", salt),
        ("iterations", &rounds.into()),
    ])?;
    let what = object(&[("name", &"AES-GCM".into()), ("length", &256.into())])?;
    let usage = usages(usage).into();
    call(
        "deriveKey",
        &[&how, &of_words, &what, &JsValue::FALSE, &usage],
    )
    .await
}

fn aes(start: &js_sys::Uint8Array) -> Option<JsValue> {
    object(&[("name", &"AES-GCM".into()), ("iv", start)])
}

fn object(parts: &[(&str, &JsValue)]) -> Option<JsValue> {
    let made = js_sys::Object::new();
    for (name, value) in parts {
        js_sys::Reflect::set(&made, &(*name).into(), value).ok()?;
    }
    Some(made.into())
}

/// Calls a function of `crypto.subtle` and waits for its answer.
async fn call(name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let crypto = js_sys::Reflect::get(&window(), &"crypto".into()).ok()?;
    let subtle = js_sys::Reflect::get(&crypto, &"subtle".into()).ok()?;
    let function = js_sys::Reflect::get(&subtle, &name.into()).ok()?;
    let function = function.dyn_into::<js_sys::Function>().ok()?;
    let list: js_sys::Array = arguments.iter().copied().collect();
    let answer = function.apply(&subtle, &list).ok()?;
    JsFuture::from(js_sys::Promise::resolve(&answer)).await.ok()
}

fn random(count: u32) -> Option<js_sys::Uint8Array> {
    let bytes = js_sys::Uint8Array::new_with_length(count);
    let crypto = js_sys::Reflect::get(&window(), &"crypto".into()).ok()?;
    let fill = js_sys::Reflect::get(&crypto, &"getRandomValues".into()).ok()?;
    fill.dyn_into::<js_sys::Function>()
        .ok()?
        .call1(&crypto, &bytes)
        .ok()?;
    Some(bytes)
}

fn to_base64(bytes: &[u8]) -> Option<String> {
    let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    window().btoa(&binary).ok()
}

fn from_base64(text: &str) -> Option<js_sys::Uint8Array> {
    let binary = window().atob(text).ok()?;
    let bytes: Vec<u8> = binary.chars().map(|c| c as u8).collect();
    Some(js_sys::Uint8Array::from(bytes.as_slice()))
}
