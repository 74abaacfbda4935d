//! A saying of the person's as the reason for something: the words, and where they said it. Never shows
//! words that were not said.

use leptos::prelude::*;

use crate::job::profile::{From, Said};
use crate::state::profile::named;
use crate::state::{fill, t};

/// What the person said, and where, as an item of a list.
pub fn quote(said: &Said) -> AnyView {
    let place = match &said.from {
        From::Posting { title, .. } => fill(
            "marked {mark} in {where}",
            &[t(said.tick.label()), named(title)],
        ),
        From::Own => fill("entered as {mark}", &[t(said.tick.label())]),
        From::Cv => t("from your CV").to_string(),
    };
    view! { <li><q class="verbatim">{said.words.clone()}</q>", "{place}</li> }.into_any()
}
