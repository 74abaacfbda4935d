//! Giving all that is stored as a file.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::words::why;
use super::super::{Act, Notices, fill, t, today};
use super::{Jobs, now};
use crate::browser::{download, lock};
use crate::job::Job;
use crate::store::{LocalShelf, Store};

impl Jobs {
    /// Saves all that is stored, and what could not be, as a file, locked with a passphrase if there is one.
    pub fn export_backup(self, passphrase: String) {
        let held: Vec<Job> = self
            .unsaved
            .with_value(|held| held.values().cloned().collect());
        export_backup(self.notices, passphrase, &held, move || {
            self.upkeep.set(self.store.upkeep());
        });
    }
}

/// What **Export backup** does in an alert where no job is held that could not be saved.
pub fn exporting(notices: Notices) -> Act {
    Arc::new(move || export_backup(notices, String::new(), &[], || {}))
}

fn export_backup(notices: Notices, passphrase: String, held: &[Job], done: impl Fn() + 'static) {
    let store = Store::new(LocalShelf);
    let text = match store.backup_with(now(), held) {
        Ok(text) => text,
        Err(trouble) => {
            notices.warn(fill("No backup was made. {why}", &[&why(&trouble)]));
            return;
        }
    };
    let give = move |text: &str| {
        let name = format!("rolecard-{}.json", today());
        if download::text(&name, "application/json", text) {
            store.note_backup(now());
            done();
            notices.alert.set(None);
            notices.say(t("The backup is among your downloads."));
        } else {
            notices.no_file();
        }
    };
    if passphrase.is_empty() {
        give(&text);
        return;
    }
    spawn_local(async move {
        match lock::lock(&text, &passphrase).await {
            Some(locked) => give(&locked),
            None => notices.warn(t(
                "The browser could not lock the backup. Export it without a passphrase.",
            )),
        }
    });
}
