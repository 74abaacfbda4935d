//! Doing something a little later, unless it is dropped before.

use wasm_bindgen::prelude::*;

use super::window;

/// A thing to be done later; dropping it cancels.
pub struct Timer {
    id: i32,
    _call: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `call` once, after so many milliseconds.
    pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) -> Self {
        let call = Closure::once(call);
        let id = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                call.as_ref().unchecked_ref(),
                milliseconds,
            )
            .unwrap_or(0);
        Self { id, _call: call }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}
