//! Words that say little of what is asked for: those that hold a sentence together or say how much, those
//! that are asked with many things, and the second parts of compounds that say in what form a thing is had.
//! Lists alone: what a word is worth is not said here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::stem::stem;
use super::text::{Token, is_form};
use crate::extract::lexicon::fold;
use crate::extract::word::hash_word;

const FILLERS: &str = include_str!("fillers.txt");
const COMMON_WORDS: &str = include_str!("common.txt");

/// A word of so many letters is a form of no other.
const LEAST: usize = 4;

/// Second parts of compounds that say in what form a thing is had, folded.
const TAILS: [&str; 70] = [
    "kenntnisse",
    "kenntnissen",
    "kenntnis",
    "erfahrung",
    "erfahrungen",
    "ausbildung",
    "studium",
    "schein",
    "prufung",
    "bereitschaft",
    "fahigkeit",
    "arbeit",
    "arbeiten",
    "tatigkeit",
    "tatigkeiten",
    "bereich",
    "branche",
    "wesen",
    "lizenz",
    "zertifikat",
    "nachweis",
    "schulung",
    "berechtigung",
    "orientierung",
    "orientiert",
    "kompetenz",
    "verstandnis",
    "interesse",
    "abschluss",
    "diplom",
    "examen",
    "lehrgang",
    "kurs",
    "umfeld",
    "systeme",
    "programme",
    "programmen",
    "software",
    "kennis",
    "ervaring",
    "opleiding",
    "diploma",
    "certificaat",
    "bewijs",
    "vaardigheid",
    "vaardigheden",
    "werk",
    "werkzaamheden",
    "sector",
    "gericht",
    "inzicht",
    "pas",
    "kunskap",
    "kunskaper",
    "erfarenhet",
    "utbildning",
    "licens",
    "certifikat",
    "bevis",
    "kort",
    "vana",
    "arbete",
    "formaga",
    "intyg",
    "legitimation",
    "branschen",
    "behorighet",
    "kompetens",
    "system",
    "bransch",
];
/// The words of a file, folded, by their stems.
pub(super) type Words = BTreeMap<u64, Vec<String>>;

pub(super) static FILLER: LazyLock<Words> = LazyLock::new(|| words_of(FILLERS));
pub(super) static COMMON: LazyLock<Words> = LazyLock::new(|| words_of(COMMON_WORDS));

fn words_of(file: &str) -> Words {
    let mut by_stem = Words::new();
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    for word in lines.flat_map(str::split_whitespace) {
        let word = fold(word);
        by_stem
            .entry(hash_word(stem(&word)))
            .or_default()
            .push(word);
    }
    by_stem
}

/// Whether a word is in the file as it is: "till" and "even" are none of the concepts that share their
/// stems.
pub(super) fn is_among(words: &Words, word: &Token<'_>) -> bool {
    let listed = words.get(&word.stem);
    listed.is_some_and(|words| words.contains(&word.folded))
}

/// Whether a word is a form of one in the file, and no longer one that begins alike.
pub(super) fn has_form_among(words: &Words, word: &Token<'_>) -> bool {
    let listed = words.get(&word.stem);
    let is_near = |w: &String| is_form(w, &word.folded) && w.len().abs_diff(word.folded.len()) < 4;
    listed.is_some_and(|words| {
        words
            .iter()
            .any(|w| w == &word.folded || word.folded.len() > LEAST && is_near(w))
    })
}

/// What stands before a word that only says in what form a thing is had: "Svetslicens", "Kochausbildung".
pub(super) fn first_part<'t>(word: &Token<'t>) -> Option<Token<'t>> {
    let folded = word.folded.as_str();
    let cut = TAILS.iter().filter_map(|tail| folded.strip_suffix(tail));
    let part = cut.min_by_key(|part| part.len())?.trim_end_matches('-');
    let linked = part.strip_suffix('s').filter(|p| p.len() > 4);
    let part = linked.unwrap_or(part);
    (part.len() >= 4).then(|| Token {
        folded: part.to_string(),
        stem: hash_word(stem(part)),
        ..word.clone()
    })
}
