//! Hard skills: by lexicon where a name is known, by place and shape where it is not. Soft skills,
//! degrees and human languages are no skills here; nor is anything on a line of page chrome.

mod lexicon;
mod listed;
mod mention;
mod words;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::document::{Document, display};
use super::facts::*;
use super::items::Statements;
use super::label::Label;
use super::lexicon::fold;
use crate::extract::order;
use mention::{Mention, mentions};

/// The labels of lines that may name skills, with how they ask for them.
const ASKING: [Label; 6] = [
    Label::Must,
    Label::Nice,
    Label::Duty,
    Label::Title,
    Label::Meta,
    Label::About,
];

fn asked(label: Label) -> Asked {
    match label {
        Label::Must => Asked::Must,
        Label::Nice => Asked::Nice,
        Label::Duty => Asked::Duty,
        _ => Asked::Named,
    }
}

/// The skills, ranked: asked as must, then as nice, then in duties, then named elsewhere; among
/// equals by how often, then by place.
#[must_use]
pub fn read(doc: &Document<'_>, said: &Statements, facts: &Facts) -> Vec<Fact<Skill>> {
    let mut found: Vec<Fact<Skill>> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let taken = taken(facts);
    for (label, sentence) in said.labelled(&ASKING) {
        for Mention { span, reason, .. } in mentions(doc, sentence, label, &taken) {
            let name = display(doc.text, span);
            let asked = asked(label);
            match by_key.entry(key(&name)) {
                Entry::Occupied(entry) => {
                    let fact = &mut found[*entry.get()];
                    if asked < fact.value.asked {
                        fact.value = Skill { name, asked };
                        fact.evidence.insert(0, span);
                    } else {
                        fact.evidence.push(span);
                    }
                }
                Entry::Vacant(entry) => {
                    entry.insert(found.len());
                    found.push(Fact::new(Skill { name, asked }, span, reason));
                }
            }
        }
    }
    order::sort_by_key(&mut found, |f| {
        (
            f.value.asked,
            std::cmp::Reverse(f.evidence.len()),
            f.span().start,
        )
    });
    found
}

/// The job's and the employer's names and its places, folded: what stands in them is no skill.
fn taken(facts: &Facts) -> Vec<String> {
    let names = facts.company.iter().chain(facts.title.iter());
    let all = names.chain(facts.locations.iter());
    all.map(|fact| fold(&fact.value)).collect()
}

/// What two writings of one skill share: letters, digits and the marks of names, a plural undone.
fn key(name: &str) -> String {
    let folded = fold(name);
    let mut key: String = folded
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'))
        .collect();
    if key.len() > 4 && key.ends_with('s') && !key.ends_with("ss") && !key.ends_with("js") {
        key.pop();
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skills(label: Label, text: &str) -> Vec<String> {
        let mut doc = Document::new(text);
        for line in &mut doc.lines {
            line.label = label;
        }
        let mut names: Vec<_> = read(&doc, &Statements::of(&doc), &Facts::default())
            .into_iter()
            .map(|f| f.value.name)
            .collect();
        names.sort();
        names
    }

    #[test]
    fn skills_by_name_place_and_shape() {
        let cases: [(&str, &[&str]); 8] = [
            ("- Two years with Go, Rust or C", &["C", "Go", "Rust"]),
            ("- You go above and beyond, with access to the office", &[]),
            (
                "- Experience with beekeeping, wax moulds and honey extraction",
                &["beekeeping", "honey extraction", "wax moulds"],
            ),
            (
                "- Knowledge of our platform, good communication skills",
                &[],
            ),
            ("- Current RN license and BLS", &["BLS", "RN license"]),
            ("- PyTorch or any FooBar9", &["FooBar9", "PyTorch"]),
            (
                "- Forklift licence; CDL Class A",
                &["CDL Class A", "Forklift"],
            ),
            ("- SQL, more SQL and sql", &["SQL"]),
        ];
        for (text, want) in cases {
            assert_eq!(skills(Label::Must, text), want, "{text}");
        }
    }

    #[test]
    fn chrome_names_no_skill() {
        assert!(skills(Label::Noise, "Python developer jobs near you").is_empty());
    }
}
