//! A saved job among the others: which of them may be the same job, what the person said of that, and
//! which are like it. Looks through them a few at a time, so that the page never waits; changes no job.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Once;

use leptos::prelude::*;

use super::words::why;
use super::{App, Notices, Shared, fill, parts, t};
use crate::browser::{clock, styles, timer::Timer};
use crate::extract::Posting;
use crate::job::duplicates::{
    Changes, Likeness, Links, Print, Sketch, Traits, changes, could_be, likeness, similar,
};
use crate::job::{Card, Corrections, Job, JobId, ListRow, Moment};
use crate::store::{LocalShelf, Store};

/// So many jobs are looked at in one go.
const STEP: usize = 12;
/// So many similar jobs are told.
const MOST_SIMILAR: usize = 5;
/// With this share of its words in common a job is not called similar: it is the same.
const TWIN: f32 = 0.7;

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// Jobs that may be the same.
    Same,
    /// Jobs that are like it.
    Similar,
}

/// A job among the others. Copied freely: it is handles of signals, which live as long as its page.
#[derive(Clone, Copy)]
pub struct Kin {
    /// The job.
    pub job: StoredValue<Job>,
    /// The jobs that may be the same, the nearest first, and those linked with it.
    pub same: RwSignal<Vec<Shared<SameJob>>>,
    /// The jobs that are like it, the most alike first.
    pub similar: RwSignal<Vec<SimilarJob>>,
    /// What the person said of pairs of jobs.
    pub links: RwSignal<Links>,
    /// The job whose changes are shown.
    pub opened: RwSignal<Option<JobId>>,
    notices: Notices,
    search: StoredValue<Search>,
    pause: StoredValue<Option<Timer>, LocalStorage>,
}

/// A job that may be the same as another.
pub struct SameJob {
    /// The job.
    pub job: Job,
    /// How much of the smaller text stands in the larger, 0 to 1, and how they are alike; `None` for
    /// one that is linked by the person's word alone.
    pub likeness: Option<(f32, Likeness)>,
}

/// A job that is like another.
#[derive(Clone, PartialEq)]
pub struct SimilarJob {
    /// Its row.
    pub row: ListRow,
    /// What both have, the rarest first.
    pub shared: Vec<String>,
}

/// How far the search is.
struct Search {
    todo: Vec<ListRow>,
    at: usize,
    whole: Sketch,
    print: Print,
    /// The job's own traits first, then those of `todo`.
    traits: Vec<Traits>,
    /// Of each of `todo` whether most of its words are the job's.
    twins: Vec<bool>,
}

/// What a job is recognised by, kept while the page is open: the texts of thousands are unpacked once.
struct Known {
    changed: Moment,
    sketch: Sketch,
    traits: Traits,
}

/// The styles come once.
static STYLED: Once = Once::new();

thread_local! {
    static KNOWN: RefCell<BTreeMap<JobId, Known>> = const { RefCell::new(BTreeMap::new()) };
}

impl Kin {
    /// Looks for what is `sought` of a saved job, once the reader is there; `None` if there is no such
    /// job.
    #[must_use]
    pub fn new(app: App, id: &JobId, sought: Sought) -> Option<Self> {
        STYLED.call_once(|| styles::adopt(include_str!("../../style/kin.css")));
        let store = Store::new(LocalShelf);
        let job = store.load_job(id).ok().flatten()?;
        let rows = store.list().map(|listing| listing.rows).unwrap_or_default();
        let todo: Vec<ListRow> = rows.into_iter().filter(|row| row.id != *id).collect();
        let search = Search {
            whole: Sketch::new(&job.source, &[]),
            traits: vec![Traits::new(&job.card())],
            twins: Vec::new(),
            todo,
            at: 0,
            print: Print::default(),
        };
        let this = Self {
            job: StoredValue::new(job),
            same: RwSignal::new(Vec::new()),
            similar: RwSignal::new(Vec::new()),
            links: RwSignal::new(store.load_links().unwrap_or_default()),
            opened: RwSignal::new(None),
            notices: app.notices,
            search: StoredValue::new(search),
            pause: StoredValue::new_local(None),
        };
        let reader = app.parts.reader;
        match sought {
            Sought::Similar => this.soon(sought),
            Sought::Same => {
                reader.fetch();
                Effect::new(move |_| {
                    if reader.is_here() {
                        this.start();
                    }
                });
            }
        }
        Some(this)
    }

    fn start(self) {
        let job = self.job.get_value();
        if let Some(posting) = read(&job) {
            self.search
                .update_value(|s| s.print = print(&job, &posting));
            self.soon(Sought::Same);
        }
    }

    fn soon(self, sought: Sought) {
        let next = Timer::after(0, move || self.step(sought));
        self.pause.set_value(Some(next));
    }

    /// Looks at the next few.
    fn step(self, sought: Sought) {
        let mut found = Vec::new();
        let more = self
            .search
            .try_update_value(|search| search.step(sought, &mut found))
            .unwrap_or(false);
        if !found.is_empty() {
            self.same.update(|same| {
                same.extend(found.into_iter().map(Shared::new));
                let share = |s: &Shared<SameJob>| s.likeness.as_ref().map_or(0.0, |l| l.0);
                crate::extract::order::sort_by(same, |a, b| share(b).total_cmp(&share(a)));
            });
        }
        if more {
            self.soon(sought);
        } else if sought == Sought::Similar {
            let links = self.links.get_untracked();
            let id = self.job.with_value(|job| job.id.clone());
            let linked = links.linked(&id);
            let similar = self.search.with_value(|search| {
                let is_same = |row: &ListRow, twin: bool| {
                    linked.contains(&row.id) || twin && links.of(&id, &row.id) != Some(false)
                };
                search.similar(&is_same)
            });
            self.similar.set(similar);
        } else {
            self.add_linked();
        }
    }

    /// Those the person linked although their words differ.
    fn add_linked(self) {
        let id = self.job.with_value(|job| job.id.clone());
        let linked = self.links.with_untracked(|links| links.linked(&id));
        let store = Store::new(LocalShelf);
        for other in linked {
            let there = self
                .same
                .with_untracked(|same| same.iter().any(|s| s.job.id == other));
            if there {
                continue;
            }
            if let Ok(Some(job)) = store.load_job(&other)
                && job.in_trash().is_none()
            {
                let likeness = None;
                self.same
                    .update(|same| same.push(Shared::new(SameJob { job, likeness })));
            }
        }
    }

    /// Keeps the person's word on whether the job and `other` are one; `None` takes it back.
    pub fn say(self, other: &JobId, are_one: Option<bool>) {
        let id = self.job.with_value(|job| job.id.clone());
        self.keep(&id, other, are_one);
        if are_one == Some(false) {
            let other = other.clone();
            self.notices
                .say_with_undo(t("Kept as two jobs."), move || self.keep(&id, &other, None));
        }
    }

    fn keep(self, id: &JobId, other: &JobId, are_one: Option<bool>) {
        let kept = Store::new(LocalShelf).save_link((id, other), are_one, Moment(clock::now()));
        match kept {
            Ok(()) => {
                // Taking it back may come when the page is left: the links on it are gone then.
                let _ = self.links.try_update(|links| links.set(id, other, are_one));
            }
            Err(trouble) => self
                .notices
                .warn(fill("This was not kept. {why}", &[&why(&trouble)])),
        }
    }

    /// What changed between the job and `other`, from the one saved first to the later; `None` while
    /// the reader is on its way. What the person corrected does not count.
    #[must_use]
    pub fn changes(self, other: &Job) -> Option<Changes> {
        let job = self.job.get_value();
        let (old, new) = if other.created <= job.created {
            (other, &job)
        } else {
            (&job, other)
        };
        let card = |job: &Job| {
            let posting = read(job)?;
            Some(Card::new(&posting.facts, &Corrections::default()))
        };
        let (before, after) = (card(old)?, card(new)?);
        Some(changes((&old.source, &before), (&new.source, &after)))
    }
}

impl Search {
    /// Looks at the next few; says whether there are more.
    fn step(&mut self, sought: Sought, found: &mut Vec<SameJob>) -> bool {
        let store = Store::new(LocalShelf);
        let to = self.todo.len().min(self.at + STEP);
        for row in &self.todo[self.at..to] {
            let mut loaded = None;
            let known = KNOWN.with_borrow_mut(|all| {
                let fresh = all.get(&row.id).is_some_and(|k| k.changed == row.changed);
                if !fresh {
                    let job = store.load_job(&row.id).ok().flatten()?;
                    let known = Known {
                        changed: row.changed,
                        sketch: Sketch::new(&job.source, &[]),
                        traits: Traits::new(&job.card()),
                    };
                    all.insert(row.id.clone(), known);
                    loaded = Some(job);
                }
                let known = all.get(&row.id)?;
                let twin = self.whole.containment(&known.sketch) >= TWIN;
                let could_be = could_be(&self.whole, &known.sketch);
                Some((could_be, twin, known.traits.clone()))
            });
            let (could_be, twin, traits) = known.unwrap_or_default();
            self.traits.push(traits);
            self.twins.push(twin);
            if sought == Sought::Same && could_be {
                let job = loaded.or_else(|| store.load_job(&row.id).ok().flatten());
                found.extend(job.and_then(|job| self.same(job)));
            }
        }
        self.at = to;
        to < self.todo.len()
    }

    fn same(&self, job: Job) -> Option<SameJob> {
        let posting = read(&job)?;
        let likeness = likeness(&self.print, &print(&job, &posting))?;
        Some(SameJob {
            job,
            likeness: Some(likeness),
        })
    }

    /// The most alike, but for those that are the same job.
    fn similar(&self, is_same: &dyn Fn(&ListRow, bool) -> bool) -> Vec<SimilarJob> {
        let mut out = Vec::new();
        for alike in similar(&self.traits, 0, self.traits.len()) {
            let at = alike.at - 1;
            if !is_same(&self.todo[at], self.twins[at]) {
                out.push(SimilarJob {
                    row: self.todo[at].clone(),
                    shared: alike.shared,
                });
            }
            if out.len() == MOST_SIMILAR {
                break;
            }
        }
        out
    }
}

fn read(job: &Job) -> Option<Posting> {
    parts::read(&job.source)
}

fn print(job: &Job, posting: &Posting) -> Print {
    let card = Card::new(&posting.facts, &job.marks.corrections);
    Print::new(&job.source, posting, &card)
}
