//! Words as a key: what a requirement is known by from one reading to the next, and from one posting
//! to another. Case, accents, punctuation and white space do not count.

use crate::extract::document::fold_into;

/// Folded words with one space between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordsKey(String);

impl WordsKey {
    /// The key of `text`. Signs that make a word another (`C++`, `C#`) count.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut key = String::with_capacity(text.len());
        let mut gap = false;
        for c in text.chars() {
            if c.is_alphanumeric() || c == '+' || c == '#' {
                if gap && !key.is_empty() {
                    key.push(' ');
                }
                gap = false;
                fold_into(c, &mut key);
            } else {
                gap = true;
            }
        }
        Self(key)
    }

    /// The folded words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether no word is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_is_folded() {
        let cases = [
            (
                "case and stops",
                "A valid driving licence.",
                "a valid driving licence",
            ),
            (
                "bullets and blanks",
                " •  Pflege,  Tag- und Nacht ",
                "pflege tag und nacht",
            ),
            ("accents", "Diplôme d’État", "diplome d etat"),
            ("signs that count", "C++ or C#", "c++ or c#"),
            ("other scripts", "Русский язык", "русский язык"),
            ("nothing", " — ", ""),
        ];
        for (name, text, key) in cases {
            assert_eq!(WordsKey::new(text).as_str(), key, "{name}");
        }
    }
}
