//! How to apply: what the posting says, dated steps, contacts, links. Nothing from page chrome: a
//! board's own telephone number is no way to this employer.

mod contacts;
mod links;
mod steps;

use super::document::Document;
use super::facts::Application;
use super::items::{self, Statements};
use super::label::Label;

/// The application part of the posting.
#[must_use]
pub fn read(doc: &Document<'_>, said: &Statements) -> Application {
    Application {
        items: items::read(doc, said, Label::Apply),
        steps: steps::read(doc, said),
        contacts: contacts::read(doc),
        links: links::read(doc),
    }
}

/// Whether what stands on a line of this label is said by the employer about the job.
fn counts(label: Label) -> bool {
    !matches!(label, Label::Noise | Label::Legal)
}

#[cfg(test)]
mod tests {
    use super::super::facts::Contact;
    use super::*;

    fn apply(text: &str) -> Application {
        let mut doc = Document::new(text);
        for line in &mut doc.lines {
            line.label = Label::Apply;
        }
        read(&doc, &Statements::of(&doc))
    }

    #[test]
    fn contacts_of_each_kind() {
        let email = |s: &str| Contact::Email(s.to_owned());
        let phone = |s: &str| Contact::Phone(s.to_owned());
        let person = |s: &str| Contact::Person(s.to_owned());
        let cases = [
            (
                "Write to jobs@bakery.example.",
                vec![email("jobs@bakery.example")],
            ),
            ("Call 555-010-4477 today", vec![phone("555-010-4477")]),
            ("Tel.: +49 30 5550101", vec![phone("+49 30 5550101")]),
            ("Contact: Jane Doe", vec![person("Jane Doe")]),
            (
                "Ihre Ansprechpartnerin ist Frau Dr. Anna von Halm",
                vec![person("Anna von Halm")],
            ),
            ("Contact us by 12.05.2031", vec![]),
            ("Follow @bakery for 1000000 reasons", vec![]),
            ("Please contact Human Resources", vec![]),
        ];
        for (text, want) in cases {
            let got: Vec<_> = apply(text).contacts.into_iter().map(|f| f.value).collect();
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn links_end_where_they_end() {
        let links: Vec<_> = apply(
            "See (https://bakery.example/jobs?id=7). Or [here](www.bakery.example/x), please.",
        )
        .links
        .into_iter()
        .map(|f| f.value)
        .collect();
        assert_eq!(
            links,
            ["https://bakery.example/jobs?id=7", "www.bakery.example/x"]
        );
    }

    #[test]
    fn steps_have_dates_and_words() {
        let steps = apply(
            "- **1 May 2031 – 3 June 2031:** Tasting day\n- Interviews: 9 June 2031\n- Late July 2031: Offers\n- Bring bread",
        )
        .steps;
        let texts: Vec<_> = steps.iter().map(|s| s.what.text.as_str()).collect();
        assert_eq!(texts, ["Tasting day", "Interviews", "Offers"]);
        assert!(steps[0].to.is_some() && steps[1].to.is_none());
    }
}
