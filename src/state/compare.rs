//! Jobs side by side: which, in which order, what was entered for comparing them, and what follows from
//! it. Settings are saved as they change; nothing of a job is changed here.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::words::why;
use super::{App, HERE, Jobs, Notices, Shared, fill, parts, t, today};
use crate::browser::{address, clock, session, styles};
use crate::extract::Posting;
use crate::job::compare::decide::{self, Criterion, Facts, Flip, Ranking, Score};
use crate::job::compare::{Column, Settings, Sheet};
use crate::job::{Correction, Day, Draft, FactKind, Job, JobId, Marks, Moment, Status, Value};
use crate::route::Route;
use crate::store::{LocalShelf, Store};

/// A comparison. Copied freely: it is handles of signals, which live as long as its page.
#[derive(Clone, Copy)]
pub struct Comparing {
    /// The jobs, in the order of the columns.
    pub ids: RwSignal<Vec<JobId>>,
    /// What was entered for comparing.
    pub settings: RwSignal<Settings>,
    /// Whether only rows in which the jobs differ are shown.
    pub differing: RwSignal<bool>,
    /// The table; `None` while the reader is on its way.
    pub sheet: Memo<Option<Shared<Sheet>>>,
    /// The jobs with their titles, in the order of the columns; none while the reader is on its way.
    pub names: Memo<Vec<(JobId, String)>>,
    /// Scores and ranks.
    pub judged: Memo<Judged>,
    /// Why jobs of the address could not be shown from the first.
    missing: StoredValue<Vec<String>>,
    /// What is folded open, so that it stays so when the table is drawn anew or visited again.
    opened: StoredValue<BTreeSet<String>>,
    notices: Notices,
}

/// What the settings make of the jobs.
#[derive(Clone, Default, PartialEq)]
pub struct Judged {
    /// What counts, with its weight.
    pub criteria: Vec<(Criterion, u8)>,
    /// A score a column.
    pub scores: Vec<Score>,
    /// Who leads.
    pub ranking: Ranking,
    /// What would change that.
    pub flip: Flip,
}

impl Comparing {
    /// The jobs of these ids side by side.
    #[must_use]
    pub fn new(app: App, ids: &[String]) -> Self {
        let mut jobs: Vec<Job> = Vec::new();
        let mut missing = Vec::new();
        for id in ids {
            match JobId::parse(id).map(|id| app.jobs.load(&id)) {
                Some(Ok(Some(job))) => jobs.push(job),
                Some(Err(trouble)) => missing.push(why(&trouble)),
                _ => missing.push(deleted()),
            }
        }
        let entered = Store::new(LocalShelf).load_compare().unwrap_or_default();
        let pinned = entered
            .baseline
            .as_ref()
            .filter(|id| jobs.iter().all(|j| j.id != **id));
        if let Some(Ok(Some(job))) = pinned.map(|id| app.jobs.load(id))
            && stays(&job)
        {
            jobs.insert(0, job);
            let all = jobs.iter().map(|j| j.id.to_string()).collect();
            address::replace(&Route::Compare(all).to_string());
        }
        let settings = RwSignal::new(entered);
        let ids: RwSignal<Vec<JobId>> = RwSignal::new(jobs.iter().map(|j| j.id.clone()).collect());
        let read = columns(app, jobs, ids);
        let in_order = Memo::new(move |_| {
            let columns = read.get()?;
            let of = |id: &JobId| columns.iter().find(|c| c.id == *id).cloned();
            let columns: Vec<Column> = ids.with(|ids| ids.iter().filter_map(of).collect());
            Some(Shared::new(Sheet::aligned(columns)))
        });
        // What does not touch the table (weights) draws it not anew.
        let figures = Memo::new(move |_| {
            settings.with(|s| {
                let mut figures = s.clone();
                let ends = figures.wishes.pay_ends;
                figures.wishes = crate::job::compare::Wishes {
                    pay_ends: ends,
                    ..Default::default()
                };
                figures
            })
        });
        let sheet = Memo::new(move |_| {
            let plain = in_order.get()?;
            let mut sheet = (*plain).clone();
            figures.with(|figures| sheet.set(&HERE, figures));
            Some(Shared::new(sheet))
        });
        Self {
            ids,
            settings,
            differing: RwSignal::new(false),
            sheet,
            names: Memo::new(move |_| {
                let Some(sheet) = sheet.get() else {
                    return Vec::new();
                };
                let of = |(at, c): (usize, &Column)| (c.id.clone(), sheet.name(&HERE, at));
                sheet.columns.iter().enumerate().map(of).collect()
            }),
            judged: Memo::new(move |_| {
                let sheet = sheet.get();
                sheet.map_or_else(Judged::default, |s| settings.with(|set| judge(&s, set)))
            }),
            missing: StoredValue::new(missing),
            opened: StoredValue::new(opened()),
            notices: app.notices,
        }
    }

    /// Why jobs of the address cannot be shown, a reason each.
    #[must_use]
    pub fn missing(self) -> Vec<String> {
        let mut missing = self.missing.get_value();
        missing.extend((0..self.gone()).map(|_| deleted()));
        missing
    }

    /// How many of the jobs were deleted in another tab since the page was opened.
    #[must_use]
    pub fn gone(self) -> usize {
        let shown = self.sheet.get().map(|sheet| sheet.columns.len());
        shown.map_or(0, |shown| self.ids.with(Vec::len).saturating_sub(shown))
    }

    /// Whether what is called `key` is folded open.
    #[must_use]
    pub fn is_open(self, key: &str) -> bool {
        self.opened.with_value(|opened| opened.contains(key))
    }

    /// Folds it open, or shut.
    pub fn fold(self, key: &str) {
        self.opened.update_value(|opened| {
            if !opened.remove(key) {
                opened.insert(key.to_string());
            }
            let keys: Vec<&str> = opened.iter().map(String::as_str).collect();
            session::set(OPENED, &keys.join("\n"));
        });
    }

    /// Changes what was entered, and saves it.
    pub fn change(self, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.get_untracked();
        self.settings.update(change);
        let now = Moment(clock::now());
        let store = Store::new(LocalShelf);
        let saved = self
            .settings
            .with_untracked(|after| store.save_compare(&before, after, now));
        if let Err(trouble) = saved {
            self.notices.warn(fill(
                "What you entered for comparing was not saved. {why} It holds until you leave the page.",
                &[&why(&trouble)],
            ));
        }
    }

    /// Moves a column one place to the left or the right.
    pub fn shift(self, id: &JobId, to_right: bool) {
        self.ids.update(|ids| {
            let Some(at) = ids.iter().position(|i| i == id) else {
                return;
            };
            let to = if to_right { at + 1 } else { at.wrapping_sub(1) };
            if to < ids.len() {
                ids.swap(at, to);
            }
        });
        self.keep_in_address();
    }

    /// Takes a job out of the comparison; it stays saved.
    pub fn take_out(self, id: &JobId) {
        if self
            .settings
            .with_untracked(|s| s.baseline.as_ref() == Some(id))
        {
            self.set_baseline(id);
        }
        self.ids.update(|ids| ids.retain(|i| i != id));
        self.keep_in_address();
    }

    /// Selects exactly these jobs in the list, where others can be added.
    pub fn select(self, jobs: Jobs) {
        let ids = self.ids.with_untracked(|ids| ids.iter().cloned().collect());
        jobs.selected.set(ids);
    }

    /// Makes a job the baseline, or no longer.
    pub fn set_baseline(self, id: &JobId) {
        self.change(|s| {
            s.baseline = match &s.baseline {
                Some(old) if old == id => None,
                _ => Some(id.clone()),
            }
        });
    }

    /// Adds the job that the person has now as the baseline, first of the columns; as a saved job that
    /// is put away. `facts` are what they say of it.
    pub fn add_present(self, app: App, facts: Vec<(FactKind, Value)>) {
        let now = Moment(clock::now());
        let mut marks = Marks::default();
        for (kind, value) in facts {
            marks.corrections.set(kind, Correction::Is(value), now);
        }
        let draft = Draft {
            source: String::new(),
            read_on: today(),
            marks,
        };
        let id = JobId::new(now, clock::random());
        let mut job = Job::new(
            draft,
            id.clone(),
            &Posting::default().facts,
            now,
            clock::offset(now.0),
        );
        job.archived.set(true, now);
        if app.jobs.save(&job).is_none() {
            return;
        }
        self.change(|s| s.baseline = Some(id.clone()));
        let ids = self.ids.with_untracked(|ids| {
            let all = std::iter::once(&id).chain(ids);
            all.map(ToString::to_string).collect()
        });
        address::go(&Route::Compare(ids).to_string());
    }

    fn keep_in_address(self) {
        let ids = self
            .ids
            .with_untracked(|ids| ids.iter().map(ToString::to_string).collect());
        address::replace(&Route::Compare(ids).to_string());
    }
}

/// Why a job that is not there cannot be shown.
fn deleted() -> String {
    t("It may have been deleted, or saved in another browser.").to_string()
}

/// Where the keys of what is folded open are kept while the tab is open, one a line.
const OPENED: &str = "rolecard:compare:open";

fn opened() -> BTreeSet<String> {
    let keys = session::get(OPENED).unwrap_or_default();
    keys.lines().map(str::to_string).collect()
}

/// Whether a baseline is held against all that is compared later, too: the job that the person has, or
/// an offer. Another is the baseline only where it was chosen to be compared.
fn stays(job: &Job) -> bool {
    let status = job.status();
    job.in_trash().is_none()
        && (job.source.trim().is_empty() || matches!(status, Status::Offer | Status::Accepted))
}

/// The styles of the page, which come with it.
pub fn adopt_styles() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| styles::adopt(include_str!("../../style/compare.css")));
}

/// Opens the selected jobs side by side, in the order of the list.
pub fn compare_selected(jobs: Jobs) {
    let ids = jobs.selected.with_untracked(|selected| {
        jobs.rows.with_untracked(|found| {
            let mut ids: Vec<String> = Vec::new();
            let listed = found
                .iter()
                .map(|found| &found.row.id)
                .filter(|id| selected.contains(*id));
            for id in listed.chain(selected) {
                if !ids.iter().any(|known| known == id.as_str()) {
                    ids.push(id.to_string());
                }
            }
            ids
        })
    });
    address::go(&Route::Compare(ids).to_string());
}

/// The columns of `jobs`, once the reader is there to read them. A job that is changed elsewhere, in
/// another tab or by an undo, is loaded again.
fn columns(
    app: App,
    jobs: Vec<Job>,
    ids: RwSignal<Vec<JobId>>,
) -> Memo<Option<Shared<Vec<Column>>>> {
    let reader = app.parts.reader;
    reader.fetch();
    app.jobs.follow();
    let jobs = StoredValue::new(jobs);
    Memo::new(move |_| {
        if let Some((id, _)) = app.jobs.outside.get()
            && ids.with_untracked(|ids| ids.contains(&id))
            && let Ok(job) = app.jobs.load(&id)
        {
            // A job deleted in another tab goes, and comes back where that is undone.
            jobs.update_value(|jobs| {
                jobs.retain(|old| old.id != id);
                jobs.extend(job);
            });
        }
        if !reader.is_here() {
            return None;
        }
        let read = |job: &Job| {
            let posting = if job.source.trim().is_empty() {
                Posting::default()
            } else {
                parts::read(&job.source)?
            };
            Some(Column::new(job, &posting))
        };
        let columns: Option<Vec<Column>> = jobs.with_value(|jobs| jobs.iter().map(read).collect());
        columns.map(Shared::new)
    })
}

fn judge(sheet: &Sheet, settings: &Settings) -> Judged {
    let criteria = decide::criteria(&settings.wishes);
    let today: Day = today();
    let tongue = &HERE;
    let of = |(column, pay)| {
        let facts = Facts {
            column,
            pay,
            today,
            tongue,
        };
        decide::judge(facts, &criteria, settings)
    };
    let scores: Vec<Score> = sheet.columns.iter().zip(&sheet.pay.cells).map(of).collect();
    let ids: Vec<JobId> = sheet.columns.iter().map(|c| c.id.clone()).collect();
    Judged {
        ranking: decide::rank(&scores, &criteria, &ids),
        flip: decide::flips(&scores, &criteria, &ids),
        scores,
        criteria,
    }
}
