//! The one way in which anything is written: never over what cannot be read, never over what a newer
//! version wrote, read back, and taken back where it did not read the same.

use super::keys;
use super::shelf::{Fault, Shelf, Trouble};
use super::wire::{self, Age, VERSION};

/// Writes `raw` under `key`, if it is not there already. What stands there and is not `readable` is
/// moved out of the way first.
///
/// # Errors
/// If the shelf fails, or a newer version wrote here; what was there is still there.
pub fn put<S: Shelf>(
    shelf: &S,
    key: &str,
    raw: &str,
    readable: &dyn Fn(&str) -> bool,
) -> Result<(), Trouble> {
    let old = shelf.get(key)?;
    match &old {
        Some(old) if old == raw => return Ok(()),
        Some(old) if wire::age(old) == Age::Newer => return Err(Trouble::Newer),
        Some(old) if !readable(old) => keep(shelf, key, old)?,
        _ => {}
    }
    may_write(shelf)?;
    swap(shelf, key, old.as_deref(), Some(raw))
}

/// Takes `key` away.
///
/// # Errors
/// If the shelf fails or a newer version wrote here; what was there is still there.
pub fn remove<S: Shelf>(shelf: &S, key: &str) -> Result<(), Trouble> {
    may_write(shelf)?;
    Ok(shelf.remove(key)?)
}

/// Puts `new` in the place of `old`, and reads it back.
pub fn swap<S: Shelf>(
    shelf: &S,
    key: &str,
    old: Option<&str>,
    new: Option<&str>,
) -> Result<(), Trouble> {
    let Some(raw) = new else {
        return Ok(shelf.remove(key)?);
    };
    shelf.set(key, raw)?;
    if shelf.get(key)?.as_deref() == Some(raw) {
        return Ok(());
    }
    match old {
        Some(old) => shelf.set(key, old)?,
        None => shelf.remove(key)?,
    }
    Err(Fault::Altered.into())
}

/// Copies an unreadable value to a key of its own, and reads that back.
pub fn keep<S: Shelf>(shelf: &S, key: &str, raw: &str) -> Result<(), Trouble> {
    for n in 0.. {
        let place = keys::kept(key, n);
        match shelf.get(&place)? {
            Some(there) if there == raw => break,
            Some(_) => {}
            None => return swap(shelf, &place, None, Some(raw)),
        }
    }
    Ok(())
}

/// Whether the highest version that wrote here is known to this one.
///
/// # Errors
/// If the shelf cannot be reached.
pub fn is_newer<S: Shelf>(shelf: &S) -> Result<bool, Fault> {
    let written = shelf.get(keys::SCHEMA)?;
    let version = written.and_then(|text| text.parse::<u32>().ok());
    Ok(version.is_some_and(|version| version > VERSION))
}

/// Nothing is written where a newer version has been: only that one knows all that must be kept.
fn may_write<S: Shelf>(shelf: &S) -> Result<(), Trouble> {
    let now = VERSION.to_string();
    let written = shelf.get(keys::SCHEMA)?;
    if written.as_ref() == Some(&now) {
        return Ok(());
    }
    if is_newer(shelf)? {
        return Err(Trouble::Newer);
    }
    Ok(shelf.set(keys::SCHEMA, &now)?)
}
