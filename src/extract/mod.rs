//! Reads a posting: text in, [`Posting`] out. Pure: no browser, no clock, no randomness, no model.
//! Never panics, never hangs, takes time linear in its input.
//!
//! The way through: [`document`] cuts the text into lines and words; [`lang`] names its language;
//! [`sections`] says what each line is for; then one file a field proposes candidates
//! ([`candidate`]) and the resolver picks; [`requirements`], [`items`], [`application`] and
//! [`short`] draw the lists. Structured data of the page itself ([`jsonld`]) fills what the visible
//! text leaves open. Phrases live in `lexicons/`, as data ([`lexicon`]).

pub mod apart;
pub mod application;
pub mod candidate;
pub mod cautions;
pub mod company;
pub mod context;
pub mod date;
pub mod document;
pub mod education;
pub mod employment;
pub mod experience;
pub mod extras;
pub mod facts;
pub mod header;
pub mod items;
pub mod json;
pub mod jsonld;
pub mod label;
pub mod labelled;
pub mod lang;
pub mod languages;
pub mod lexicon;
pub mod mixed;
pub mod mode;
pub mod number;
pub mod order;
pub mod particulars;
pub mod pay;
pub mod perks;
pub mod place;
pub mod repeat;
pub mod requirements;
pub mod sections;
pub mod seniority;
pub mod sentence;
pub mod short;
pub mod skills;
pub mod span;
pub mod sponsorship;
pub mod title;
pub mod word;

pub use apart::apart;
pub use facts::*;
pub use label::Label;
pub use lang::Lang;
pub use perks::{Perk, PerkKind};
pub use span::Span;

/// The reader's version: it changes when a reading may change. Stored with every saved job.
pub const READER_VERSION: &str = env!("CARGO_PKG_VERSION");

/// A posting as read. The default is what a blank text gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Posting {
    /// Whether the text is a job posting at all. The rest is filled in either case.
    pub is_posting: bool,
    /// The language it is written in.
    pub lang: Option<Lang>,
    /// Its facts.
    pub facts: Facts,
    /// Its requirements, in order.
    pub requirements: Vec<Requirement>,
    /// Its duties, in order.
    pub duties: Vec<Item>,
    /// What it offers, in order.
    pub benefits: Vec<Item>,
    /// What it offers beside pay and what its employer stands for, one of each kind.
    pub perks: Vec<Fact<Perk>>,
    /// How to apply.
    pub application: Application,
    /// The sentences that say most about the work.
    pub in_short: Vec<Item>,
    /// Sentences worth a second look.
    pub cautions: Vec<Caution>,
    /// All that is said, in order, headings and site chrome aside.
    pub statements: Vec<Statement>,
    /// Every physical line's span and label, in order; a blank line has the label of the line before.
    pub lines: Vec<(Span, Label)>,
}

/// Reads `text`. The same text gives the same posting, always.
#[must_use]
pub fn read(text: &str) -> Posting {
    let (body, block) = jsonld::split(text);
    let linked = block.map(|block| jsonld::read(text, block));
    let mut doc = document::Document::new(body);
    doc.lang = lang::read(&doc);
    sections::label(&mut doc);
    let mut facts = Facts::default();
    facts.title = title::read(&doc, &facts);
    facts.company = company::read(&doc, &facts);
    if let Some(linked) = &linked {
        jsonld::name(&mut facts, linked, body);
    }
    sections::finish(&mut doc, &facts);
    facts.locations = place::read(&doc, &facts);
    facts.work_mode = mode::read(&doc, &facts);
    facts.employment = employment::read(&doc, &facts);
    facts.seniority = seniority::read(&doc, &facts);
    facts.pay = pay::read(&doc, &facts);
    facts.extras = extras::read(&doc, &facts);
    let date::Dates {
        posted,
        deadline,
        start,
    } = date::read(&doc, &facts);
    (facts.posted, facts.deadline, facts.start) = (posted, deadline, start);
    facts.experience = experience::read(&doc, &facts);
    facts.education = education::read(&doc, &facts);
    facts.languages = languages::read(&doc, &facts);
    facts.sponsorship = sponsorship::read(&doc, &facts);
    particulars::read(&doc, &mut facts);
    let declared = linked.as_ref().is_some_and(|l| l.title.is_some());
    if let Some(linked) = linked {
        jsonld::complete(&mut facts, linked);
    }
    let said = items::Statements::of(&doc);
    facts.skills = skills::read(&doc, &said, &facts);
    Posting {
        // a page that declares itself one is one
        is_posting: declared || sections::is_posting(&doc, &facts),
        lang: doc.lang,
        requirements: requirements::read(&doc, &said, &facts),
        duties: items::read(&doc, &said, Label::Duty),
        benefits: items::read(&doc, &said, Label::Benefit),
        perks: perks::read(&doc, &facts),
        application: application::read(&doc, &said),
        in_short: short::read(&doc, &said, &facts),
        cautions: cautions::read(&doc, &said, &facts),
        statements: said.list(&doc),
        lines: lines(&doc, text, block),
        facts,
    }
}

/// The document's lines, and those of the structured data behind it, which nobody reads.
fn lines(doc: &document::Document<'_>, text: &str, block: Option<Span>) -> Vec<(Span, Label)> {
    let mut lines: Vec<_> = doc.lines.iter().map(|l| (l.span, l.label)).collect();
    if block.is_some() {
        let mut start = doc.text.len();
        for piece in text[start..].split_inclusive('\n') {
            let body = piece.trim_end_matches(['\n', '\r']);
            lines.push((Span::new(start, start + body.len()), Label::Noise));
            start += piece.len();
        }
    }
    lines
}
