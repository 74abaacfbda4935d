//! Requirements as items: how strongly each is asked for, what kind of thing it asks for, the skills
//! in it and whether one of them is enough, the years. What is a requirement the labels say; nothing
//! here makes one out of a line of another kind.

mod alternatives;
mod kind;
pub mod strength;
mod words;
mod years;

use std::ops::Range;

use super::document::{Document, display};
use super::facts::{Facts, Requirement};
use super::items::{Statements, item};
use super::label::Label;
use super::sentence::Sentence;
use super::span::Span;
use crate::extract::order;

/// The requirements in the posting's order.
#[must_use]
pub fn read(doc: &Document<'_>, said: &Statements, facts: &Facts) -> Vec<Requirement> {
    let named = skill_spans(facts);
    said.labelled(&[Label::Must, Label::Nice])
        .filter(|(_, s)| !is_head(doc, s.span) && !is_aside(doc, s))
        .map(|(label, s)| {
            let inside = within(&named, s.span);
            let skills: Vec<_> = inside.iter().map(|s| (display(doc.text, *s), *s)).collect();
            let years = years::read(doc, s.words.clone());
            Requirement {
                item: item(doc, s.span),
                strength: strength::read(doc, s.words.clone(), of_heading(doc, label, s)),
                kind: kind::read(doc, s.words.clone(), !skills.is_empty(), years),
                any_of: alternatives::any_of(doc, inside),
                skills,
                years,
            }
        })
        .collect()
}

/// Words of a line that may mix kinds; a longer one has the label it has.
const MIXED: usize = 300;

/// The label the statement has by itself: a line may be called nice for another of its statements
/// ("Two years as a cook. French is a plus."); then its heading decides.
fn of_heading(doc: &Document<'_>, label: Label, s: &Sentence) -> Label {
    let line = doc.line_at(s.span.start);
    let words = doc.lines[line].words.clone();
    let other = |r: Range<usize>| strength::wishes(doc, r);
    // each statement looks at its whole line: no long ones
    let alone = s.words.start <= words.start && words.end <= s.words.end || words.len() > MIXED;
    let mixed = !alone
        && label == Label::Nice
        && doc.lines[line]
            .heading
            .is_none_or(|h| !strength::wishes(doc, doc.lines[h].words.clone()))
        && (other(words.start.min(s.words.start)..s.words.start)
            || other(s.words.end.min(words.end)..words.end));
    if mixed { Label::Must } else { label }
}

/// Every place a skill is named at, in order.
fn skill_spans(facts: &Facts) -> Vec<Span> {
    let mut spans: Vec<_> = facts
        .skills
        .iter()
        .flat_map(|f| f.evidence.iter().copied())
        .collect();
    order::sort(&mut spans);
    spans
}

fn within(sorted: &[Span], span: Span) -> &[Span] {
    let a = sorted.partition_point(|s| s.start < span.start);
    let b = sorted.partition_point(|s| s.start < span.end);
    &sorted[a..b.max(a)]
}

/// Whether the statement only announces others ("You have:").
fn is_head(doc: &Document<'_>, span: Span) -> bool {
    let s = doc.str(span);
    s.ends_with(':') && s.len() < 80
}

/// Whether the sentence, in prose, speaks of the employer and demands nothing.
fn is_aside(doc: &Document<'_>, sentence: &Sentence) -> bool {
    let words = sentence.words.clone();
    let ours = matches!(
        doc.folded(words.start),
        "we" | "our"
            | "us"
            | "wir"
            | "unser"
            | "unsere"
            | "nous"
            | "notre"
            | "nos"
            | "nosotros"
            | "nuestro"
            | "nuestra"
            | "nosso"
            | "nossa"
            | "noi"
            | "wij"
            | "onze"
            | "ons"
            | "vi"
            | "var"
            | "vart"
    );
    let seeks = words.clone().take(8).any(|i| {
        matches!(
            doc.folded(i),
            "looking"
                | "seek"
                | "seeking"
                | "need"
                | "require"
                | "expect"
                | "want"
                | "value"
                | "suchen"
                | "erwarten"
                | "wunschen"
                | "recherchons"
                | "cherchons"
                | "attendons"
                | "buscamos"
                | "procuramos"
                | "cerchiamo"
                | "zoeken"
                | "vragen"
                | "soker"
                | "you"
                | "your"
                | "du"
                | "dich"
                | "dir"
                | "sie"
                | "ihnen"
                | "vous"
                | "ti"
                | "te"
        )
    });
    !sentence.listed && ours && !seeks && !strength::demands(doc, words)
}

#[cfg(test)]
mod tests {
    use super::super::facts::{RequirementKind, Strength};
    use super::*;

    fn requirements(label: Label, text: &str) -> Vec<Requirement> {
        let mut doc = Document::new(text);
        for line in &mut doc.lines {
            line.label = label;
        }
        let mut facts = Facts::default();
        let said = Statements::of(&doc);
        facts.skills = super::super::skills::read(&doc, &said, &facts);
        read(&doc, &said, &facts)
    }

    #[test]
    fn a_requirement_knows_its_skills_and_years() {
        let all = requirements(
            Label::Must,
            "- Three years of Java, Python or Scala;\n- Kubernetes and Docker",
        );
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].item.text, "Three years of Java, Python or Scala");
        assert_eq!(all[0].years, Some(3.0));
        assert_eq!(all[0].kind, RequirementKind::Experience);
        assert!(all[0].any_of);
        let names: Vec<_> = all[0].skills.iter().map(|s| s.0.as_str()).collect();
        assert_eq!(names, ["Java", "Python", "Scala"]);
        assert!(!all[1].any_of);
    }

    #[test]
    fn prose_is_cut_into_demands() {
        let all = requirements(Label::Must, "You hold a BLS card. Wound care is a plus.");
        let strengths: Vec<_> = all.iter().map(|r| r.strength).collect();
        assert_eq!(strengths, [Strength::Must, Strength::Nice]);
    }
}
