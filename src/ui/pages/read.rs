//! Reading a posting.

use leptos::prelude::*;

use crate::state::App;
use crate::ui::icons;

/// The page.
pub fn page(_app: App) -> AnyView {
    view! {
        <div class="first"><div>
            <h1>"Paste a job posting, get a card"</h1>
            <p class="lede">"What the job is, what it pays, what it asks and what it leaves unsaid, each with the words it came from."</p>
            <p class="private">{icons::lock()}<span>"Nothing you paste leaves this browser. No account, no server, no tracking: the page is not allowed to talk to anyone."</span></p>
        </div></div>
    }
    .into_any()
}
