//! The few drawings of the page. Decoration: names stand in words beside them.

use leptos::prelude::*;

/// The brand: a card with one marked line.
pub fn brand() -> AnyView {
    view! {
        <svg viewBox="0 0 24 18" width="24" height="18" aria-hidden="true">
            <rect x=".75" y=".75" width="22.5" height="16.5" rx="1.5" fill="var(--card)" stroke="var(--ink)" stroke-width="1.5"/>
            <path d="M1 5h22" stroke="var(--ink)" stroke-width="1.5"/>
            <path d="M4.5 9h9" stroke="var(--mark-line)" stroke-width="3"/>
            <path d="M4.5 13h15" stroke="var(--edge)" stroke-width="1.5"/>
        </svg>
    }
    .into_any()
}

/// One path on a square of sixteen, in the ink of the words around it.
fn drawing(path: &'static str) -> AnyView {
    view! {
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round">
            <path d=path/>
        </svg>
    }
    .into_any()
}

/// A pencil: edit.
pub fn pencil() -> AnyView {
    drawing("M2.5 13.5l.7-3L10.7 3l2.3 2.3-7.5 7.5zM9 4.7l2.3 2.3")
}

/// A lock: nothing leaves.
pub fn lock() -> AnyView {
    drawing("M2.75 7h10.5v7.25H2.75zM5 7V4.75a3 3 0 0 1 6 0V7")
}

/// A warning triangle.
pub fn triangle() -> AnyView {
    drawing("M8 2l6.5 12h-13zM8 6.5v3.5M8 11.5v1.1")
}

/// A cross: away with it.
pub fn cross() -> AnyView {
    drawing("M3.5 3.5l9 9M12.5 3.5l-9 9")
}

/// A star.
pub fn star() -> AnyView {
    drawing("M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z")
}
