//! What the person keeps on an open job beside its posting, and changing it. Saved with the job, as
//! soon as it is said.

use leptos::prelude::*;

use super::{OpenJob, t};
use crate::browser::{clock, styles};
use crate::job::{Dossier, JobId, Moment, Slip, SlipKind, Term, Value, WordsKey};

/// The styles of what is kept, of the interview sheet and of the report, which come with them.
pub fn adopt_paper_styles() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| styles::adopt(include_str!("../../style/papers.css")));
}

impl OpenJob {
    /// Keeps a contact, a link or a document: a new one, or in place of the one of this id. One in
    /// which nothing is said is none.
    pub fn keep_slip(self, before: Option<&Slip>, kind: SlipKind, said: &[String]) {
        let now = Moment(clock::now());
        let new = || JobId::new(now, clock::random()).to_string();
        let id = before.map_or_else(new, |slip| slip.id.clone());
        let mut slip = Slip::new(id, kind, said, now);
        slip.changed = before.map_or(now, |slip| now.after(slip.changed));
        match before {
            Some(before) if slip.is_blank() => self.take_slip_off(before),
            _ if slip.is_blank() => {}
            _ => self.dossier.update(|kept| kept.insert(slip)),
        }
    }

    /// Takes a slip off, and offers to put it back.
    pub fn take_slip_off(self, slip: &Slip) {
        let now = Moment(clock::now());
        self.dossier.update(|kept| kept.take_off(slip, now));
        let (job, slip) = (self.id(), slip.clone());
        self.jobs.notices.say_with_undo(t("Taken off."), move || {
            let mut back = slip.clone();
            back.changed = Moment(clock::now()).after(now.after(back.changed));
            let put = |kept: &mut Dossier| kept.insert(back.clone());
            if self.dossier.try_update(put).is_none() {
                self.jobs
                    .change(&job, &|job, _| job.dossier.insert(back.clone()));
            }
        });
    }

    /// Says a point of pay or of an offer, or takes it back.
    pub fn say_term(self, term: Term, value: Option<Value>) {
        let now = Moment(clock::now());
        self.dossier.update(|kept| kept.set_term(term, value, now));
    }

    /// Says what stands behind the tick on the requirement of these words.
    pub fn say_proof(self, words: &str, note: &str) {
        let now = Moment(clock::now());
        let key = WordsKey::new(words);
        if self
            .dossier
            .with_untracked(|kept| kept.proof(&key) != note.trim())
        {
            self.dossier.update(|kept| kept.set_proof(words, note, now));
        }
    }
}
