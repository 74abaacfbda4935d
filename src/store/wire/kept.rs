//! What the person keeps on a job beside its posting, as entries: a slip, a term and a proof each by
//! its own name. What says more than this version knows is not understood, and carried along.

use serde_json::{Value as Json, json};

use super::codes::Code;
use super::fact::{from_json, to_json};
use super::record::Entries;
use crate::job::{Dossier, Moment, Proof, Slip, SlipKind, Stamped, Term, WordsKey};

/// Adds the entries of `dossier`.
pub fn put(entries: &mut Entries, dossier: &Dossier) {
    let mut put = |letter: &str, name: &str, at: Moment, value: Json| {
        entries.insert([letter, name].concat(), (at.0, value));
    };
    for slip in dossier.slips() {
        let value = if slip.removed {
            Json::Null
        } else {
            let mut list = vec![json!(slip.kind.code())];
            list.extend(slip.said.iter().map(|words| json!(words)));
            Json::Array(list)
        };
        put("k:", &slip.id, slip.changed, value);
    }
    for (term, said) in dossier.terms() {
        let value = said.value.as_ref().map(|value| json!([to_json(value)]));
        put("o:", term.code(), said.at, value.unwrap_or(Json::Null));
    }
    for (key, proof) in dossier.proofs() {
        let value = json!([proof.words, proof.note.value]);
        put("v:", key.as_str(), proof.note.at, value);
    }
}

/// Takes an entry of the dossier; `None` if it is none, or not understood.
pub fn take(dossier: &mut Dossier, name: &str, at: Moment, value: &Json) -> Option<()> {
    match name.split_once(':')? {
        ("k", id) => {
            let none = || Slip::new(id.to_string(), SlipKind::Contact, &[], at);
            let slip = match value {
                Json::Null => Slip {
                    removed: true,
                    ..none()
                },
                value => {
                    let (kind, said) = value.as_array()?.split_first()?;
                    let kind = SlipKind::from_code(kind.as_str()?)?;
                    (said.len() <= kind.fields().len()).then_some(())?;
                    let words = |json: &Json| json.as_str().map(str::to_string);
                    Slip {
                        kind,
                        said: said.iter().map(words).collect::<Option<_>>()?,
                        ..none()
                    }
                }
            };
            dossier.insert(slip);
        }
        ("o", code) => {
            let term = Term::from_code(code)?;
            let said = match value {
                Json::Null => None,
                value => {
                    let [one] = value.as_array()?.as_slice() else {
                        return None;
                    };
                    Some(from_json(term.form(), one)?)
                }
            };
            dossier.insert_term(term, Stamped::new(said, at));
        }
        ("v", key) => {
            let [words, note] = value.as_array()?.as_slice() else {
                return None;
            };
            let words = words.as_str()?.to_string();
            (WordsKey::new(&words).as_str() == key && !key.is_empty()).then_some(())?;
            let note = Stamped::new(note.as_str()?.to_string(), at);
            dossier.insert_proof(Proof { words, note });
        }
        _ => return None,
    }
    Some(())
}
