//! The fields of a form as names and values.

use wasm_bindgen::JsCast;
use web_sys::{Event, FormData, HtmlFormElement};

/// A form's fields as they stand.
pub struct Form(FormData);

impl Form {
    /// The fields of the form that `event` (its submit) came from.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
        FormData::new_with_form(&form).ok().map(Self)
    }

    /// The fields of the form in which the field stands that `event` came from.
    #[must_use]
    pub fn around(event: &Event) -> Option<Self> {
        let field = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        let form = field.closest("form").ok()??;
        let form = form.dyn_into::<HtmlFormElement>().ok()?;
        FormData::new_with_form(&form).ok().map(Self)
    }

    /// All values of the fields named `name`, in the order of the page.
    #[must_use]
    pub fn values(&self, name: &str) -> Vec<String> {
        self.0
            .get_all(name)
            .iter()
            .filter_map(|v| v.as_string())
            .collect()
    }
}
