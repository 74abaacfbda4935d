//! Two notes on one job that were written apart, put together so that no line of either is lost.

/// `later` with those lines of `earlier` below it that it does not say, unless they stand in `known`,
/// which both were written from: what is left out of it on purpose stays out. `None` if there are none.
#[must_use]
pub fn joined(later: &str, earlier: &str, known: &str) -> Option<String> {
    let mut all = String::new();
    for line in earlier.lines() {
        let words = line.trim();
        if words.is_empty() || later.contains(words) || known.contains(words) {
            continue;
        }
        if all.is_empty() {
            all.push_str(later.trim_end());
            all.push('\n');
        }
        all.push('\n');
        all.push_str(line.trim_end());
    }
    (!all.is_empty() && !later.trim().is_empty()).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn no_line_is_lost() {
        let cases = [
            ("the same", "Call Ada", "Call Ada", "", None),
            ("written on", "Call Ada on Monday", "Call Ada", "", None),
            ("cleared later", " ", "Call Ada", "", None),
            ("empty before", "Call Ada", " \n", "", None),
            (
                "two devices",
                "Call Ada\n",
                "Own boots\nCall Ada\r\n",
                "",
                Some("Call Ada\n\nOwn boots"),
            ),
            (
                "both added to it",
                "Ask\nNachtschicht?",
                "Ask\nÜberstunden?",
                "Ask",
                Some("Ask\nNachtschicht?\n\nÜberstunden?"),
            ),
            ("taken out here", "Tides", "Tides\nAsk", "Tides\nAsk", None),
        ];
        for (name, later, earlier, known, expected) in cases {
            let found = joined(later, earlier, known);
            assert_eq!(found.as_deref(), expected, "{name}");
            if let Some(found) = found {
                assert_eq!(joined(&found, earlier, known), None, "{name}, again");
            }
        }
    }
}
