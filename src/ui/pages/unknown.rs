//! An address that names no page: says so and leads back.

use leptos::prelude::*;

use crate::state::t;

use crate::route::Route;

/// The page.
pub fn page() -> AnyView {
    view! {
        <div class="head"><div>
            <h1>{t("There is no such page")}</h1>
            <p>{t("The address names none. It may have been mistyped, or come from a newer version.")}</p>
        </div></div>
        <p><a class="btn go" href=Route::Read.to_string()>{t("Read a posting")}</a></p>
    }
    .into_any()
}
