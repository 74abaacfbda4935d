//! One question to all saved jobs: each is read again and answers with its own sentences, some at a time,
//! so that the page goes on answering. Changes and stores nothing.

use std::cell::RefCell;

use leptos::prelude::*;

use super::jobs::Jobs;
use super::parts::{self, Missing, Part, at_once, cut};
use super::t;
use crate::browser::timer::Timer;
use crate::job::{Across, Card, Job, JobId, Verdict};

/// So many jobs answer before the page has a turn.
const AT_A_TIME: usize = 8;

thread_local! {
    static PENDING: RefCell<Option<Timer>> = const { RefCell::new(None) };
}

/// What one saved job answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Which job.
    pub id: JobId,
    /// Its title, or words that stand for one.
    pub title: String,
    /// Its employer, where known.
    pub company: Option<String>,
    /// What it comes to.
    pub verdict: Verdict,
    /// Its sentences that say so.
    pub quotes: Vec<String>,
    /// Whether it is the person's own word.
    pub is_yours: bool,
    /// The language of the sentences.
    pub lang: Option<&'static str>,
}

/// The question to all saved jobs. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct AskingAll {
    jobs: Jobs,
    reader: Part,
    answerer: Part,
    /// What was asked last; blank for nothing.
    pub asked: RwSignal<String>,
    /// What the jobs answered so far, in the order of the list.
    pub told: RwSignal<Vec<Told>>,
    /// Whether all have answered.
    pub is_done: RwSignal<bool>,
}

impl AskingAll {
    /// Nothing is asked yet.
    #[must_use]
    pub fn new(jobs: Jobs, reader: Part, answerer: Part) -> Self {
        Self {
            jobs,
            reader,
            answerer,
            asked: RwSignal::new(String::new()),
            told: RwSignal::new(Vec::new()),
            is_done: RwSignal::new(true),
        }
    }

    /// Asks `question` of all jobs that are not put away, once all that answers is there; a blank one
    /// takes the answers away. Called by the page that shows them.
    pub fn follow(self) {
        Effect::new(move |_| {
            let is_asked = self.asked.with(|asked| !asked.is_empty());
            self.told.set(Vec::new());
            self.is_done.set(!is_asked);
            PENDING.set(None);
            if !is_asked {
                return;
            }
            self.reader.fetch();
            self.answerer.fetch();
            if self.reader.is_here() && self.answerer.is_here() {
                let rows = self.jobs.rows.get_untracked();
                let live = rows.iter().filter(|row| !row.row.archived);
                let ids: Vec<JobId> = live.map(|row| row.row.id.clone()).collect();
                let _ = at_once(look_there(self, ids));
            }
        });
    }

    fn look(self, across: Across, ids: Vec<JobId>, from: usize) {
        let next = ids.len().min(from + AT_A_TIME);
        let mut told = Vec::new();
        for id in &ids[from..next] {
            if let Ok(Some(job)) = self.jobs.load(id) {
                told.extend(tell(&across, &job));
            }
        }
        self.told.update(|all| all.append(&mut told));
        if next < ids.len() {
            let on = Timer::after(0, move || self.look(across, ids, next));
            PENDING.set(Some(on));
        } else {
            self.is_done.set(true);
        }
    }
}

fn tell(across: &Across, job: &Job) -> Option<Told> {
    let posting = parts::read(&job.source)?;
    // The facts as read now, which have their words; those kept with the job have none.
    let card = Card::new(&posting.facts, &job.marks.corrections);
    let answer = across.of(&job.source, &posting, &card, &super::profile::reads)?;
    let quotes = answer.quotes.iter().map(|span| {
        let words = span.of(&job.source).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    });
    let text = |kind| card.text(kind).map(str::to_string);
    Some(Told {
        id: job.id.clone(),
        title: text(crate::job::FactKind::Title).unwrap_or_else(|| t("Untitled job").to_string()),
        company: text(crate::job::FactKind::Company),
        verdict: answer.verdict,
        quotes: quotes.collect(),
        is_yours: answer.is_yours,
        lang: posting.lang.map(|l| l.0),
    })
}

cut! {
    /// Has the jobs answer one after the other.
    part ask, fetched by fetch_across;
    fn look_there(asking: AskingAll, ids: Vec<JobId>) -> () {
        let question = asking.asked.get_untracked();
        match Across::new(&question, &super::profile::reads) {
            Some(across) => asking.look(across, ids, 0),
            None => asking.is_done.set(true),
        }
    }
}

/// Fetches what has all jobs answer.
pub(super) async fn fetch() -> Result<(), Missing> {
    fetch_across().await
}
