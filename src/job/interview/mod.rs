//! What an interview is likely to ask: questions by template, each beside the sentence of the posting
//! that it comes from. No sentence gives more than one, no question comes twice, and where no template
//! fits, nothing is asked.

use super::checklist::{Checklist, Row};
use super::key::WordsKey;
use super::tick::Tick;
use super::tongue::{Tongue, mark};
use crate::extract::{Item, RequirementKind, Span, Strength, languages, order};

/// The templates.
const TEMPLATES: &str = include_str!("questions.txt");
/// Questions from requirements, at the most.
const MOST_ASKED: usize = 12;
/// Questions from duties, at the most.
const MOST_DUTIES: usize = 6;

/// A name shorter than this share of its sentence is named in passing.
const IN_PASSING: usize = 10;

/// A sentence is about what stands among its first words, so many.
const FIRST_WORDS: usize = 9;
/// Parts of names that are an exam passed rather than something one works with.
const EXAMS: &[&str] = &["exam", "prüfung", "prufung", "diplom"];

/// A question that is likely to be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Likely {
    /// The question.
    pub question: String,
    /// The sentence it comes from, as the posting or the person has it.
    pub sentence: String,
    /// Where that stands in the posting, if it does.
    pub span: Option<Span>,
    /// The requirement it comes from, by its words as read; `None` for a duty.
    pub requirement: Option<String>,
}

/// A group of templates.
struct Group {
    name: &'static str,
    beginnings: Vec<&'static str>,
    /// Words that do not count, though they begin so.
    others: Vec<&'static str>,
    questions: Vec<&'static str>,
}

/// The questions that `checklist` and `duties` make likely: of the requirements those that must be
/// met first, among them what the person lacks first; then of the duties. In the words of `tongue`.
#[must_use]
pub fn likely(tongue: &Tongue, checklist: &Checklist, duties: &[Item]) -> Vec<Likely> {
    let mut asking = Asking {
        tongue,
        groups: groups(TEMPLATES),
        asked: Vec::new(),
        used: Vec::new(),
    };
    let mut rows: Vec<&Row> = checklist.rows.iter().collect();
    order::sort_by_key(&mut rows, |row| {
        let nice = row.strength == Strength::Nice;
        let has = matches!(row.tick, None | Some(Tick::Have));
        (nice, has)
    });
    for row in rows {
        if asking.asked.len() < MOST_ASKED {
            asking.of_row(row);
        }
    }
    let most = asking.asked.len() + MOST_DUTIES;
    for duty in duties {
        if asking.asked.len() < most {
            asking.ask(&["duty"], &duty.text, "", Some(duty.span), None);
        }
    }
    asking.asked
}

fn groups(text: &'static str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in text.lines() {
        let name = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        if let Some(name) = name {
            groups.push(Group {
                name,
                beginnings: Vec::new(),
                others: Vec::new(),
                questions: Vec::new(),
            });
        } else if let Some(group) = groups.last_mut() {
            if let Some(words) = line.strip_prefix("~ ") {
                group.beginnings.extend(words.split(' '));
            } else if let Some(words) = line.strip_prefix("! ") {
                group.others.extend(words.split(' '));
            } else if !line.is_empty() {
                group.questions.push(line);
            }
        }
    }
    groups
}

/// What was asked so far.
struct Asking<'t> {
    tongue: &'t Tongue,
    groups: Vec<Group>,
    asked: Vec<Likely>,
    used: Vec<&'static str>,
}

impl Asking<'_> {
    /// Asks of a requirement: of what it names first, then of what its words are about, then of its
    /// kind.
    fn of_row(&mut self, row: &Row) {
        let mut named = named(self.tongue, row);
        // What a long sentence names in passing is not what it asks for.
        if named.len() * IN_PASSING < row.text.len() && kind_of_skill(row) {
            named.clear();
        }
        let lacks = row.tick == Some(Tick::Gap);
        let lower = named.to_lowercase();
        let kind = match EXAMS.iter().any(|exam| lower.contains(exam)) {
            true => Some(RequirementKind::Education),
            false => row.kind(),
        };
        let years = row.read.as_ref().and_then(|read| read.years);
        let mut names: Vec<&str> = Vec::new();
        match (kind, row.tick) {
            _ if named.is_empty() => {}
            (Some(RequirementKind::Language), _) if lacks => names.push("language gap"),
            (Some(RequirementKind::Language), _) => names.push("language"),
            (Some(RequirementKind::Licence), _) if lacks => names.push("licence gap"),
            (Some(RequirementKind::Licence), _) => names.push("licence"),
            // A skill named in passing is not what these ask for.
            (
                Some(
                    RequirementKind::Education
                    | RequirementKind::Trait
                    | RequirementKind::Condition,
                ),
                _,
            ) => {}
            (_, Some(Tick::Gap)) => names.push("skill gap"),
            (_, Some(Tick::Partly)) => names.extend(["skill partly", "skill"]),
            _ => names.push("skill"),
        }
        // Of years with something it is the years that are asked about first.
        if kind == Some(RequirementKind::Experience) && years.is_some_and(|y| y >= 2.0) && !lacks {
            names.clear();
        }
        if let Some(name) = names.first().copied() {
            let done = self.ask(&names, &row.text, &named, row.span(), Some(&row.words));
            if done || name.starts_with("language") || name.starts_with("licence") {
                return;
            }
        }
        match kind {
            Some(RequirementKind::Education) if lacks => names = vec!["education gap"],
            Some(RequirementKind::Education) => names = vec!["education"],
            Some(RequirementKind::Condition) => names = vec!["condition"],
            Some(RequirementKind::Trait) => names = vec!["trait"],
            _ if lacks => names = vec!["experience gap"],
            _ => names = vec!["experience"],
        }
        let mut what = String::new();
        if let Some(years) = years.filter(|years| *years >= 2.0 && !lacks) {
            what = years.to_string();
            names.insert(0, "years");
        }
        self.ask(&names, &row.text, &what, row.span(), Some(&row.words));
    }

    /// Asks one question of a sentence, from the first group that has one left: those its words call
    /// for (where nothing is named to ask about), then `names` in their order.
    fn ask(
        &mut self,
        names: &[&str],
        sentence: &str,
        what: &str,
        span: Option<Span>,
        requirement: Option<&str>,
    ) -> bool {
        let key = WordsKey::new(sentence);
        let begins = |group: &Group, word: &str| {
            let is_one = group.beginnings.iter().any(|b| word.starts_with(b));
            is_one && !group.others.contains(&word)
        };
        // The subject of a degree says nothing of the work.
        let open = what.is_empty() && !names[0].starts_with("education");
        // What a sentence begins with it is about; further on, it lists.
        let first: Vec<&str> = key.as_str().split(' ').take(FIRST_WORDS).collect();
        let by_words = first.iter().filter(|_| open).flat_map(|word| {
            let groups = self.groups.iter();
            groups.filter(move |group| begins(group, word))
        });
        let by_name = names.iter().flat_map(|name| {
            let mut all = self.groups.iter();
            all.find(|group| group.name == *name)
        });
        let mut fitting = by_words
            .chain(by_name)
            .flat_map(|group| group.questions.iter())
            .filter(|question| !(what.is_empty() && question.contains("{}")));
        // No template twice, said of another thing neither: a posting lists many.
        let Some(question) = fitting.find(|question| !self.used.contains(question)) else {
            return false;
        };
        let question = *question;
        self.used.push(question);
        self.asked.push(Likely {
            question: self.tongue.t(question).replace("{}", what),
            sentence: sentence.to_string(),
            span,
            requirement: requirement.map(str::to_string),
        });
        true
    }
}

/// Whether what is named is a skill, and not a language or a paper.
fn kind_of_skill(row: &Row) -> bool {
    !matches!(
        row.kind(),
        Some(RequirementKind::Language | RequirementKind::Licence)
    )
}

/// What a requirement asks for by name, to put into a question.
fn named(tongue: &Tongue, row: &Row) -> String {
    let Some(read) = &row.read else {
        return String::new();
    };
    if read.kind == RequirementKind::Language {
        let words = row.text.split(|c: char| !c.is_alphanumeric());
        let name = words.into_iter().find_map(languages::named);
        return tongue.said(name.unwrap_or_default()).to_string();
    }
    let names: Vec<&str> = read.skills.iter().map(|(name, _)| name.as_str()).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.to_string(),
        [one, other] => {
            let english = match read.any_of {
                true => mark("{one} or {other}"),
                false => mark("{one} and {other}"),
            };
            tongue.fill(english, &[one, other])
        }
        [one, ..] => one.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::job::tongue::ENGLISH;
    use crate::job::{Moment, RequirementEdits, Ticks};

    fn asked(text: &str, ticks: &[(&str, Tick)]) -> Vec<Likely> {
        let posting = crate::extract::read(text);
        let mut said = Ticks::default();
        for (words, tick) in ticks {
            let found = posting.requirements.iter();
            let mut found = found.filter(|r| r.item.text.contains(words));
            let words = &found.next().expect("is asked for").item.text;
            said.set(words, Some(*tick), Moment(1));
        }
        let list = Checklist::new(&posting.requirements, &RequirementEdits::default(), &said);
        likely(&ENGLISH, &list, &posting.duties)
    }

    fn question(all: &[Likely], sentence: &str) -> String {
        let found = all.iter().find(|likely| likely.sentence.contains(sentence));
        found.map_or_else(|| format!("none in {all:#?}"), |l| l.question.clone())
    }

    const CLERK: &str = "Accounts clerk\nHollow Brook Timber, Leeds\n\n\
        Your tasks\n- Prepare the monthly report for the partners\n- Answer questions of clients on the telephone\n\
        - Keep the drawers tidy\n\nRequirements\n- Experience with SAP\n- Good command of Excel\n\
        - Fluent French\n- You keep calm under pressure\n- Full clean driving licence\n\
        - 4 years in a similar role\n\nNice to have\n- DATEV\n";

    #[test]
    fn questions_come_from_sentences() {
        let plain = asked(CLERK, &[]);
        assert!(question(&plain, "SAP").contains("SAP"), "{plain:#?}");
        assert!(question(&plain, "French").contains("in French"));
        assert!(question(&plain, "pressure").contains("Two things are due"));
        assert!(question(&plain, "4 years").contains("your last 4 years"));
        assert!(question(&plain, "monthly report").contains("reads what you write"));
        assert!(question(&plain, "clients").contains("angry with you"));
        assert!(question(&plain, "drawers").contains("first month"));
        for likely in &plain {
            let words = likely.span.map(|span| span.of(CLERK));
            assert!(
                words.is_some_and(|words| words.contains(&likely.sentence)),
                "{likely:?}"
            );
        }
    }

    #[test]
    fn what_is_lacking_is_asked_for_otherwise_and_first() {
        let ticked = asked(
            CLERK,
            &[
                ("Excel", Tick::Gap),
                ("SAP", Tick::Partly),
                ("French", Tick::Gap),
            ],
        );
        assert!(question(&ticked, "Excel").contains("not worked with Excel"));
        assert!(question(&ticked, "SAP").contains("knowledge of SAP go"));
        assert!(question(&ticked, "French").contains("still learning French"));
        assert!(ticked[0].sentence.contains("SAP"), "{ticked:#?}");
        assert!(!ticked.last().expect("some").sentence.contains("Excel"));
    }

    #[test]
    fn a_question_fits_the_sentence_it_stands_beside() {
        let text = "Head of the harbour choir\nSalt Quay Music, Bergen\n\nYour tasks\n\
            - Build trust with the singers’ families\n\nRequirements\n\
            - 6 years of experience with SAP\n\
            - Experience across many stages, halls, ships and churches, among them some with Excel and a grand piano\n\
            - Commitment to the organization’s mission\n- Master’s exam in Conducting\n";
        let all = asked(text, &[]);
        // Years come before what they were spent with; what is named in passing is not asked about;
        // an organization is no talent for planning; a family is nothing one builds.
        assert!(question(&all, "SAP").contains("last 6 years"));
        assert!(!question(&all, "piano").contains("Excel"));
        assert!(!question(&all, "mission").contains("ten things"));
        assert!(!question(&all, "trust").contains("proud of"));
    }

    #[test]
    fn topics_are_known_in_many_languages() {
        let cases = [
            (
                "Wir suchen\n\nIhre Aufgaben\n- Wartung der Anlagen in der Halle\n",
                "comes and goes",
            ),
            (
                "Vos missions\n- Encadrer une équipe de six personnes\n",
                "under you",
            ),
            (
                "Funciones\n- Atender a los clientes en la tienda\n",
                "angry with you",
            ),
            (
                "Responsabilidades\n- Garantir a segurança na obra\n- Falar com os vizinhos\n",
                "not safe",
            ),
            (
                "Le tue mansioni\n- Gestire i turni di notte in laboratorio\n",
                "changing hours",
            ),
            (
                "Jouw taken\n- Onderhoud van de pompen in het gemaal\n",
                "comes and goes",
            ),
            (
                "Arbetsuppgifter\n- Utveckla nya tjänster för våra hamnar\n",
                "made are you proud",
            ),
        ];
        for (text, expected) in cases {
            let all = asked(text, &[]);
            assert!(
                all.iter().any(|likely| likely.question.contains(expected)),
                "{text}: {all:#?}"
            );
        }
    }

    #[test]
    fn no_question_comes_twice_and_there_is_an_end() {
        let mut text = String::from("Mechanic\n\nYour tasks\n");
        for n in 0..40 {
            text.push_str(&format!("- Look after hall number {n} and its doors\n"));
        }
        text.push_str("\nRequirements\n");
        for skill in [
            "Python", "Java", "SQL", "Excel", "Kafka", "Docker", "PHP", "SAP", "Git",
        ] {
            text.push_str(&format!("- Experience with {skill}\n"));
        }
        let all = asked(&text, &[]);
        let questions: BTreeSet<&str> = all.iter().map(|l| l.question.as_str()).collect();
        assert_eq!(questions.len(), all.len(), "{all:#?}");
        assert!(all.len() <= MOST_ASKED + MOST_DUTIES);
        assert!(asked("", &[]).is_empty());
    }

    #[test]
    fn the_templates_are_whole() {
        let groups = groups(TEMPLATES);
        let names: BTreeSet<&str> = groups.iter().map(|group| group.name).collect();
        assert_eq!(names.len(), groups.len(), "a name stands twice");
        let mut all: Vec<&str> = Vec::new();
        for group in &groups {
            assert!(!group.questions.is_empty(), "{}", group.name);
            all.extend(&group.questions);
            for question in &group.questions {
                assert!(
                    question.ends_with(['?', '.']) && !question.starts_with("{}"),
                    "{question}"
                );
                let names = group.beginnings.is_empty() || !question.contains("{}");
                assert!(names, "{question}: nothing is named by beginnings");
            }
            for beginning in group.beginnings.iter().chain(&group.others) {
                assert_eq!(
                    WordsKey::new(beginning).as_str(),
                    *beginning,
                    "is not folded"
                );
            }
        }
        let distinct: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(distinct.len(), all.len(), "a question stands twice");
    }
}
