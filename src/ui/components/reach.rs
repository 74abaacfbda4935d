//! Ways to reach someone as links: mail, telephone, the web. What is typed or read is never an address
//! of another kind.

use leptos::prelude::*;

/// An address for mail.
pub fn mail(address: &str) -> AnyView {
    let whole = ["mailto:", address].concat();
    view! { <a href=whole>{address.to_string()}</a> }.into_any()
}

/// A telephone number.
pub fn phone(number: &str) -> AnyView {
    let digits: String = number
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    let whole = ["tel:", &digits].concat();
    view! { <a href=whole>{number.to_string()}</a> }.into_any()
}

/// A page of the web, under `words`. Only addresses of the web are made to press.
pub fn web(address: &str, words: &str) -> AnyView {
    let lower = address.to_ascii_lowercase();
    let whole = if lower.starts_with("https://") || lower.starts_with("http://") {
        address.to_string()
    } else {
        ["https://", address].concat()
    };
    view! { <a href=whole target="_blank" rel="noopener noreferrer nofollow">{words.to_string()}</a> }
        .into_any()
}
