//! What the person has, as the page's state: learnt from marks as they are made, held against the
//! posting that is open and against all saved jobs. Runs where its part of the program is there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;

use super::jobs::now;
use super::words::why;
use super::{App, HERE, Jobs, OpenPosting, fill, parts, t};
use crate::browser::{styles, timer::Timer};
use crate::extract::Posting;
use crate::job::matching::{Asking, Chances, Match, Standing, chances};
use crate::job::profile::{From, Profile, Said, Wishes, cv_line, read_cv, sum};
use crate::job::{Card, Checklist, FactKind, Job, JobId, Moment, Tick, Ticks};
use crate::store::{Kept, Trouble};

/// Readings of single demands that are kept at hand.
const MOST_READ: usize = 3_000;
/// Saved jobs are held against the profile so many at a time, so that the page answers meanwhile.
const AT_A_TIME: usize = 8;

thread_local! {
    static READ: RefCell<BTreeMap<String, Posting>> = const { RefCell::new(BTreeMap::new()) };
    static STOOD: RefCell<Stood> = RefCell::default();
    static STANDING: RefCell<Option<Timer>> = const { RefCell::new(None) };
    static LEARNT: RefCell<Option<(Kept, Rc<Profile>)>> = const { RefCell::new(None) };
}

/// Reads a demand that stands alone, each once.
pub(super) fn reads(text: &str) -> Option<Posting> {
    if let Some(posting) = READ.with_borrow(|read| read.get(text).cloned()) {
        return Some(posting);
    }
    let posting = parts::read(text)?;
    READ.with_borrow_mut(|read| {
        if read.len() >= MOST_READ {
            read.clear();
        }
        read.insert(text.to_string(), posting.clone());
    });
    Some(posting)
}

/// What was held against which profile.
#[derive(Default)]
struct Stood {
    by: Option<(Rc<Profile>, Wishes)>,
    jobs: BTreeMap<JobId, Moment>,
}

/// What is kept, and what it teaches; `None` while the reader is not there.
pub(super) fn learnt(jobs: Jobs) -> Option<(Kept, Rc<Profile>)> {
    let kept = jobs.store.load_profile().unwrap_or_default();
    let known = LEARNT.with_borrow(|learnt| {
        let learnt = learnt.as_ref();
        learnt.filter(|l| l.0 == kept).map(|l| l.1.clone())
    });
    if let Some(profile) = known {
        return Some((kept, profile));
    }
    let mut said = kept.said.clone();
    if let Some((text, at)) = &kept.cv {
        said.extend(read_cv(text, *at, &reads)?);
    }
    let profile = Rc::new(Profile::learn(said, &reads)?);
    LEARNT.set(Some((kept.clone(), profile.clone())));
    Some((kept, profile))
}

/// Whether anything is kept of the person; does without the part.
#[must_use]
pub fn has_profile(jobs: Jobs) -> bool {
    jobs.store.has_profile()
}

/// The open posting against the profile, with the words that stand behind each point; `None` while
/// the reader is not there.
#[must_use]
pub fn matched(app: App, checklist: &Checklist, card: &Card) -> Option<(Match, Vec<Said>)> {
    app.profile.track();
    let (kept, profile) = learnt(app.jobs)?;
    let matched = Match::new(&HERE, checklist, card, &profile, &kept.wishes, &reads)?;
    Some((matched, profile.said.clone()))
}

/// A title, or words that stand for one; none is kept as nothing.
#[must_use]
pub fn named(title: &str) -> &str {
    match title {
        "" => t("Untitled job"),
        title => title,
    }
}

/// Learns the marks of the open posting.
pub fn learn_open(app: App, open: OpenPosting) {
    let title = open.card.with_untracked(|card| {
        let title = card.value(FactKind::Title).and_then(|v| v.text());
        title.unwrap_or_default().to_string()
    });
    let source = open.source.get_untracked();
    open.marks
        .with_untracked(|m| learn_marks(app, &source, &title, &m.ticks));
}

fn learn_marks(app: App, source: &str, title: &str, ticks: &Ticks) {
    let from = From::Posting {
        sum: sum(source),
        title: title.to_string(),
    };
    let done = app.jobs.store.learn_marks(&from, ticks);
    changed(app, done);
}

fn changed(app: App, done: Result<bool, Trouble>) {
    match done {
        Ok(true) => app.profile.update(|count| *count = count.wrapping_add(1)),
        Ok(false) => {}
        Err(trouble) => {
            let words = fill("The profile was not saved. {why}", &[&why(&trouble)]);
            app.jobs.warn(words, &trouble);
        }
    }
}

/// Holds the saved jobs against the profile for the list, some at a time; what is as it was is not held
/// again. Where nothing is known of the person, no job stands anyhow.
pub fn stand(app: App) {
    STANDING.set(None);
    let Some((kept, profile)) = learnt(app.jobs) else {
        return;
    };
    if profile.is_empty() && kept.wishes == Wishes::default() {
        STOOD.set(Stood::default());
        app.jobs.standings.set(BTreeMap::new());
        return;
    }
    let is_same = |by: &(Rc<Profile>, Wishes)| Rc::ptr_eq(&by.0, &profile) && by.1 == kept.wishes;
    STOOD.with_borrow_mut(|stood| {
        if !stood.by.as_ref().is_some_and(is_same) {
            stood.by = Some((profile.clone(), kept.wishes.clone()));
            stood.jobs.clear();
        }
    });
    let rows = app.jobs.rows.get_untracked();
    let new: Vec<_> = STOOD.with_borrow(|stood| {
        let is_new = |id: &JobId, at| stood.jobs.get(id) != Some(&at);
        let new = rows.iter().filter(|r| is_new(&r.row.id, r.row.changed));
        let new = new
            .take(AT_A_TIME)
            .map(|r| (r.row.id.clone(), r.row.changed));
        new.collect()
    });
    if new.is_empty() {
        return;
    }
    let mut found: Vec<(JobId, Standing)> = Vec::new();
    for (id, at) in new {
        if let Ok(Some(job)) = app.jobs.load(&id)
            && let Some(matched) = hold(&job, &profile, &kept.wishes)
        {
            found.push((id.clone(), Standing::new(&matched)));
        }
        STOOD.with_borrow_mut(|stood| stood.jobs.insert(id, at));
    }
    app.jobs.standings.update(|all| all.extend(found));
    STANDING.set(Some(Timer::after(0, move || stand(app))));
}

/// A saved job against the profile; `None` while the reader is not there.
fn hold(job: &Job, profile: &Profile, wishes: &Wishes) -> Option<Match> {
    let posting = parts::read(&job.source)?;
    let checklist = Checklist::new(
        &posting.requirements,
        &job.marks.requirements,
        &job.marks.ticks,
    );
    Match::new(&HERE, &checklist, &job.card(), profile, wishes, &reads)
}

/// The Profile page's doings. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Profiling {
    app: App,
    /// What is looked through: jobs so far, of how many; and what they ask for.
    pub chances: RwSignal<Option<Chances>>,
    pending: StoredValue<Option<Timer>, LocalStorage>,
}

impl Profiling {
    /// Begins to look through the saved jobs.
    #[must_use]
    pub fn new(app: App) -> Self {
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| styles::adopt(include_str!("../../style/profile.css")));
        app.parts.reader.fetch();
        app.jobs.refresh();
        let this = Self {
            app,
            chances: RwSignal::new(None),
            pending: StoredValue::new_local(None),
        };
        Effect::new(move |_| {
            app.profile.track();
            if app.parts.reader.is_here() {
                this.look_through();
            }
        });
        this
    }

    /// What is kept and what it teaches; `None` while the reader is not there.
    #[must_use]
    pub fn known(self) -> Option<(Kept, Rc<Profile>)> {
        self.app.profile.track();
        if !self.app.parts.reader.is_here() {
            return None;
        }
        learnt(self.app.jobs)
    }

    /// Takes what the person entered.
    pub fn say(self, words: &str, tick: Tick) {
        let done = self.app.jobs.store.say(words, tick, now());
        changed(self.app, done.map(|()| true));
    }

    /// Takes back sayings.
    pub fn unsay(self, said: &[Said]) {
        for one in said.iter().filter(|one| one.from != From::Cv) {
            let done = self.app.jobs.store.unsay(one, now());
            changed(self.app, done.map(|()| true));
        }
        // What the CV says goes with its line.
        let lines: Vec<&str> = said
            .iter()
            .filter(|one| one.from == From::Cv)
            .map(|one| one.words.as_str())
            .collect();
        if let Some((kept, _)) = self.known().filter(|_| !lines.is_empty())
            && let Some((text, _)) = kept.cv
        {
            let left: Vec<&str> = text
                .lines()
                .filter(|line| !lines.contains(&cv_line(line)))
                .collect();
            self.keep_cv(&left.join("\n"));
        }
    }

    /// The lines of a CV that name something, each with what it names; `None` while the reader is not
    /// there. Nothing of it is kept.
    #[must_use]
    pub fn found_in(self, cv: &str) -> Option<Vec<(String, String)>> {
        let said = read_cv(cv, now(), &reads)?;
        let each = said.into_iter().map(|one| {
            let named = Profile::learn(vec![one.clone()], &reads);
            let names = named.map_or_else(Vec::new, |p| p.known);
            let names: Vec<String> = names
                .into_iter()
                .map(|known| super::words::said(&known.name).to_string())
                .collect();
            (one.words, names.join(", "))
        });
        Some(each.collect())
    }

    /// Keeps the CV, or with nothing takes it away.
    pub fn keep_cv(self, text: &str) {
        let done = self.app.jobs.store.keep_cv(text, now());
        changed(self.app, done.map(|()| true));
    }

    /// Keeps the wishes.
    pub fn keep_wishes(self, wishes: &Wishes) {
        let done = self.app.jobs.store.keep_wishes(wishes, now());
        changed(self.app, done.map(|()| true));
    }

    /// Holds all saved jobs against the profile, some at a time. First their marks are learnt: some may
    /// come from a backup, or from before there was a profile.
    fn look_through(self) {
        let rows = self.app.jobs.rows.get_untracked();
        let live = rows.iter().filter(|row| !row.row.archived);
        let ids: Vec<_> = live.map(|row| row.row.id.clone()).collect();
        self.look_on(ids, 0, Vec::new(), false);
    }

    fn look_on(self, ids: Vec<JobId>, from: usize, mut asking: Vec<Asking>, is_new: bool) {
        let mut is_new = is_new;
        let next = ids.len().min(from + AT_A_TIME);
        for id in &ids[from..next] {
            let Ok(Some(job)) = self.app.jobs.load(id) else {
                continue;
            };
            let card = job.card();
            let title = card
                .value(FactKind::Title)
                .and_then(|v| v.text())
                .unwrap_or_default();
            let said = From::Posting {
                sum: sum(&job.source),
                title: title.to_string(),
            };
            is_new |= self.app.jobs.store.learn_marks(&said, &job.marks.ticks) == Ok(true);
            let Some((kept, profile)) = learnt(self.app.jobs) else {
                continue;
            };
            if let Some(matched) = hold(&job, &profile, &kept.wishes) {
                asking.push(Asking {
                    job: (id.to_string(), named(title).to_string()),
                    matched,
                });
            }
        }
        if next < ids.len() {
            let on = Timer::after(0, move || self.look_on(ids, next, asking, is_new));
            self.pending.set_value(Some(on));
        } else if is_new {
            // What was learnt on the way tells of the first jobs, too.
            self.app
                .profile
                .update(|count| *count = count.wrapping_add(1));
        } else if let Some((_, profile)) = learnt(self.app.jobs) {
            self.chances.set(Some(chances(&asking, &profile)));
        }
    }
}
