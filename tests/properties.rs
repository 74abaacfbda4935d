//! What holds for the reading of any text whatever: it never panics, its spans stand on the text,
//! every line has one label, and the same text gives the same posting.
#![cfg(not(target_arch = "wasm32"))]

mod seeded;

use proptest::prelude::*;
use rolecard::extract::{self, Fact, Posting, Span};

/// Pieces of postings, of chrome, and of what breaks readers.
const PIECES: &[&str] = &[
    "Senior Nurse",
    "Fahrer (m/w/d)",
    "Développeur·se",
    "Profesor/a de inglés",
    "Lärare",
    "Job title:",
    "$",
    "€",
    "£",
    "120k",
    "45.000",
    "1 234,50",
    "12-15",
    "12 – 15",
    "99999999999999999999",
    "0",
    "up to",
    "ab",
    "per hour",
    "/h",
    "pro Monat",
    "par an",
    "brutto",
    "£30k",
    "$18.50/hr",
    "kr",
    "%",
    "13th salary",
    "- ",
    "• ",
    "* ",
    "1. ",
    "a) ",
    "## ",
    "**",
    "__",
    "###### ",
    "\u{f0b7} ",
    "👉 ",
    "|",
    " | ",
    "\t",
    ":",
    "Requirements",
    "What you will do:",
    "Ihr Profil",
    "Profil recherché",
    "Requisitos",
    "Nice to have",
    "Benefits",
    "About us",
    "How to apply",
    "Equal opportunity",
    "Similar jobs",
    "Apply now",
    "Cookie settings",
    "5+ years",
    "3-5 Jahre",
    "2 ans",
    "at least six months",
    "18 to 20",
    "Bachelor's degree",
    "Abitur",
    "Java, Python or Scala",
    "C++",
    "C#",
    ".NET",
    "Node.js",
    "CI/CD",
    "SAP",
    "HGV",
    "CDL Class A",
    "RN",
    "English (C1)",
    "fließend Deutsch",
    "français courant",
    "remote",
    "hybrid",
    "vor Ort",
    "híbrido",
    "sur site",
    "Berlin",
    "Paris (75)",
    "New York, NY",
    "Málaga",
    "’s-Hertogenbosch",
    "Washington, D.C.",
    "Remote - US",
    "12 March 2027",
    "31.12.2026",
    "03/04/2027",
    "2027-02-30",
    "29 février 2027",
    "2 days ago",
    "ASAP",
    "24:61",
    "visa sponsorship",
    "authorised to work",
    "@",
    "jobs@example.org",
    "https://example.org/a?b=c#d",
    "+49 30 123",
    "```json",
    "{\"@type\":\"JobPosting\",\"title\":\"X\"}",
    "\"baseSalary\":",
    "[[[[",
    "{",
    "}",
    "\\u0000",
    "\"",
    "\u{0}",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{301}",
    "e\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "ǆ",
    "مهندس",
    "工程师",
    "엔지니어",
    "🧑\u{200d}⚕\u{fe0f}",
    "\u{2028}",
    "\u{85}",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\u{a0}",
    ".",
    ",",
    ";",
    "(",
    ")",
];

fn pieces() -> impl Strategy<Value = String> {
    let glue = prop_oneof![Just(" "), Just("\n"), Just(""), Just(", "), Just("\n- ")];
    let piece = (proptest::sample::select(PIECES), glue);
    proptest::collection::vec(piece, 0..120)
        .prop_map(|pairs| pairs.into_iter().flat_map(|(p, g)| [p, g]).collect())
}

/// All spans of a posting, each with what it belongs to.
fn spans(posting: &Posting) -> Vec<(&'static str, Span)> {
    fn of<'a, T: 'a>(
        name: &'static str,
        facts: impl IntoIterator<Item = &'a Fact<T>>,
        out: &mut Vec<(&'static str, Span)>,
    ) {
        for fact in facts {
            assert!(!fact.evidence.is_empty(), "{name} without evidence");
            out.extend(fact.evidence.iter().map(|span| (name, *span)));
        }
    }
    let mut out = Vec::new();
    let f = &posting.facts;
    of("title", &f.title, &mut out);
    of("company", &f.company, &mut out);
    of("pay", &f.pay, &mut out);
    of("deadline", &f.deadline, &mut out);
    of("location", &f.locations, &mut out);
    of("work mode", &f.work_mode, &mut out);
    of("employment", &f.employment, &mut out);
    of("seniority", &f.seniority, &mut out);
    of("experience", &f.experience, &mut out);
    of("education", &f.education, &mut out);
    of("language", &f.languages, &mut out);
    of("sponsorship", &f.sponsorship, &mut out);
    of("posted", &f.posted, &mut out);
    of("start", &f.start, &mut out);
    of("extra", &f.extras, &mut out);
    of("skill", &f.skills, &mut out);
    for fact in [
        &f.hours,
        &f.duration,
        &f.department,
        &f.time_zone,
        &f.travel,
        &f.source,
    ] {
        of("particular", fact, &mut out);
    }
    for requirement in &posting.requirements {
        out.push(("requirement", requirement.item.span));
        for (_, span) in &requirement.skills {
            out.push(("requirement's skill", *span));
        }
    }
    out.extend(posting.duties.iter().map(|i| ("duty", i.span)));
    out.extend(posting.benefits.iter().map(|i| ("benefit", i.span)));
    of("perk", &posting.perks, &mut out);
    out.extend(posting.in_short.iter().map(|i| ("in short", i.span)));
    out.extend(posting.cautions.iter().map(|c| ("caution", c.item.span)));
    let application = &posting.application;
    out.extend(application.items.iter().map(|i| ("apply", i.span)));
    for step in &application.steps {
        out.extend([("step", step.what.span), ("step's time", step.when)]);
    }
    of("contact", &application.contacts, &mut out);
    of("link", &application.links, &mut out);
    out
}

/// Reads `text` and checks all that must hold for any text.
fn check(text: &str) -> Posting {
    let posting = extract::read(text);
    for (name, span) in spans(&posting) {
        let words = text.get(span.start..span.end);
        assert!(
            words.is_some(),
            "{name}: {span:?} is no part of the text's {} bytes",
            text.len()
        );
        assert!(
            words.is_some_and(|w| !w.trim().is_empty()),
            "{name}: {span:?} holds nothing"
        );
    }
    check_lines(text, &posting);
    let fact_values = [&posting.facts.title, &posting.facts.company];
    for fact in fact_values.into_iter().flatten() {
        assert!(!fact.value.trim().is_empty(), "an empty value");
        assert!(!fact.value.contains('\n'), "a value over two lines");
    }
    assert_eq!(posting, extract::read(text), "a second reading differs");
    posting
}

/// The lines lie one behind the other, with nothing but line ends between them: each byte of the
/// text stands in one line, and a line has one label.
fn check_lines(text: &str, posting: &Posting) {
    let mut end = 0;
    for (i, (span, _)) in posting.lines.iter().enumerate() {
        let gap = text.get(end..span.start).expect("lines are in order");
        let ends_line = if i == 0 {
            gap.is_empty()
        } else {
            matches!(gap, "\n" | "\r\n")
        };
        assert!(ends_line, "{gap:?} stands before line {}", i + 1);
        let words = text.get(span.start..span.end).expect("a line is text");
        assert!(!words.contains('\n'), "line {} is two", i + 1);
        end = span.end;
    }
    let rest = text.get(end..).expect("the last line is text");
    // a paste may be cut within its last line end
    assert!(
        matches!(rest, "" | "\n" | "\r\n" | "\r"),
        "{rest:?} stands in no line"
    );
}

proptest! {
    #![proptest_config(seeded::cases(ProptestConfig::default().cases))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_mixture_of_pieces_is_read(text in pieces()) {
        check(&text);
    }

    #[test]
    fn a_cut_page_is_read(cut in any::<(prop::sample::Index, prop::sample::Index, prop::sample::Index)>()) {
        let pages = pages();
        let page = &pages[cut.0.index(pages.len())];
        let border = |i: prop::sample::Index| {
            let mut at = i.index(page.len());
            while !page.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (a, b) = (border(cut.1), border(cut.2));
        check(&page[a.min(b)..a.max(b)]);
    }

    #[test]
    fn a_shuffled_page_is_read(which in any::<prop::sample::Index>(), keys in prop::collection::vec(any::<u8>(), 40)) {
        let pages = pages();
        let page = &pages[which.index(pages.len())];
        let mut lines: Vec<_> = page.lines().zip(keys.iter().cycle()).collect();
        lines.sort_by_key(|(_, key)| **key);
        let text: Vec<_> = lines.into_iter().map(|(line, _)| line).collect();
        check(&text.join("\n"));
    }
}

/// The project's own postings.
fn pages() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postings");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the postings are there")
        .map(|entry| entry.expect("is readable").path().join("posting.txt"))
        .collect();
    paths.sort();
    let pages = paths.iter().map(std::fs::read_to_string);
    pages.collect::<Result<_, _>>().expect("postings are text")
}

#[test]
fn line_ends_of_all_systems_read_alike() {
    for page in pages() {
        let unix = extract::read(&page.replace("\r\n", "\n"));
        let windows = check(&page.replace("\r\n", "\n").replace('\n', "\r\n"));
        let labels = |p: &Posting| p.lines.iter().map(|l| l.1).collect::<Vec<_>>();
        assert_eq!(labels(&unix), labels(&windows));
        let names = |p: &Posting| {
            let title = p.facts.title.as_ref().map(|f| f.value.clone());
            let company = p.facts.company.as_ref().map(|f| f.value.clone());
            let pay = p.facts.pay.as_ref().map(|f| f.value.clone());
            let skills: Vec<_> = p.facts.skills.iter().map(|f| f.value.clone()).collect();
            (title, company, pay, skills, p.is_posting, p.lang)
        };
        assert_eq!(names(&unix), names(&windows));
    }
}

/// Shapes that make careless readers slow or dizzy, of some hundred kilobytes. A reader that looks
/// at the rest of the text for each of its parts would not come to an end here in any patience.
#[test]
fn monstrous_shapes_are_read() {
    let shapes: [(&str, &str); 14] = [
        ("one word", "a"),
        ("one line", "the nurse cares for patients and "),
        ("bullets", "- \n"),
        ("bullets with words", "- drive a van\n"),
        ("digits", "8"),
        ("figures", "$12 "),
        ("years", "5+ years "),
        ("dates", "31.12.2026 "),
        ("headings", "Requirements:\n"),
        ("no letters", "., -/"),
        ("places", "Berlin, "),
        ("brackets", "(["),
        ("skills", "Java, SQL or Python, "),
        ("blank lines", "\n"),
    ];
    for (name, piece) in shapes {
        let text = piece.repeat(200_000 / piece.len());
        println!("{name}");
        check(&text);
    }
}

#[test]
fn a_text_may_end_behind_any_small_word() {
    for word in [
        "at", "bei", "chez", "presso", "hos", "bij", "in", "from", "of", "for", "with", "to", "or",
    ] {
        for title in ["Night Baker", "Nachtbäcker (m/w/d)", "Boulanger de nuit"] {
            check(&format!(
                "{title}\nOvenhaus\nGhent\n\nWe are looking for a {title} {word}"
            ));
            check(&format!("{title} {word}"));
        }
    }
}

#[test]
fn the_empty_text_is_no_posting() {
    for text in ["", " ", "\n", "\r\n\r\n", "\u{feff}", "-", "#"] {
        assert!(!check(text).is_posting, "{text:?}");
    }
}
