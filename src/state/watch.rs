//! What falls due: counted beside the navigation, told while the page is open, by the system's
//! notifications where the person allows them, and listed at the next opening where no page was. Works
//! from the rows of the list; nothing is asked of anyone and nothing wakes a closed page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::jobs::FoundRow;
use super::parts::cut;
use super::{HERE, Jobs, count, fill, mark, t, today};
pub use crate::browser::notify::Allowed;
use crate::browser::timer::Timer;
use crate::browser::{clock, leaving, notify};
use crate::job::{Dated, Day, Due, LocalTime, Moment, Soon, due_of};
use crate::route::{Route, View};

/// Looking begins so long after the page has started, in milliseconds: what the person came for comes
/// first.
const SOON: i32 = 1_500;
/// It is looked for what falls due so often, in milliseconds.
const EVERY: i32 = 20_000;
/// That a page is open is noted at most so often, in milliseconds.
const NOTED: i64 = 300_000;

/// What falls due. Copied freely: it is handles of signals.
#[derive(Clone, Copy)]
pub struct Watch {
    jobs: Jobs,
    /// What is counted, once there is something to count.
    count: RwSignal<Option<Memo<usize>>>,
    /// The day that is counted for.
    day: RwSignal<Day>,
    /// From when until when no page was open, until the person has seen what fell due meanwhile.
    pub away: RwSignal<Option<(LocalTime, LocalTime)>>,
    /// What the person says of notifications.
    pub allowed: RwSignal<Allowed>,
    /// Until when it was looked for what rings.
    heard: StoredValue<Option<LocalTime>>,
    noted: StoredValue<i64>,
    next: StoredValue<Option<Timer>, LocalStorage>,
}

cut! {
    /// Begins to look for what falls due.
    part jobs;
    fn watch_there(watch: Watch) -> () {
        watch.begin();
    }
}

impl Watch {
    /// Looks for nothing yet.
    #[must_use]
    pub fn new(jobs: Jobs) -> Self {
        Self {
            jobs,
            count: RwSignal::new(None),
            day: RwSignal::new(today()),
            away: RwSignal::new(None),
            allowed: RwSignal::new(Allowed::NotAsked),
            heard: StoredValue::new(None),
            noted: StoredValue::new(0),
            next: StoredValue::new_local(None),
        }
    }

    /// The jobs it looks at.
    #[must_use]
    pub fn jobs(self) -> Jobs {
        self.jobs
    }

    /// How much is due today or overdue.
    #[must_use]
    pub fn count(self) -> usize {
        self.count.get().map_or(0, |count| count.get())
    }

    /// Begins to look once the page has come to rest, where there are saved jobs.
    pub fn begin_soon(self) {
        let begin = Timer::after(SOON, move || {
            let any = self.jobs.store.ids().is_ok_and(|ids| !ids.is_empty());
            if any {
                // Where it cannot be fetched nothing is counted; opening the jobs tries again.
                spawn_local(async move { drop(watch_there(self).await) });
            }
        });
        self.next.set_value(Some(begin));
    }

    /// Begins to look, unless that has begun. Not before the page that asks is drawn: what counts
    /// outlives it.
    pub fn begin_now(self) {
        spawn_local(async move { self.begin() });
    }

    fn begin(self) {
        if self.heard.get_value().is_some() {
            return;
        }
        super::adopt_track_styles();
        if self.jobs.rows.with_untracked(Vec::is_empty) {
            self.jobs.refresh();
        }
        let now = clock::now();
        let here = local(now);
        let upkeep = self.jobs.store.upkeep();
        if let Some(open) = upkeep.open
            && now - open.0 > NOTED
        {
            let span = (local(open.0), here);
            let missed = self.ringing(span.0, span.1);
            if !missed.is_empty() {
                self.away.set(Some(span));
                self.say(
                    &missed,
                    mark("{what}, {job}: fell due while you were away."),
                    mark("{n} thing fell due while you were away. | {n} things fell due while you were away."),
                );
            }
        }
        self.allowed.set(match upkeep.tells {
            true => notify::allowed(),
            false => Allowed::NotAsked,
        });
        let (rows, day) = (self.jobs.rows, self.day);
        self.count.set(Some(Memo::new(move |_| {
            let today = day.get();
            let is_now = |due: &Due| Soon::of(due.at.day, today) <= Soon::Today;
            let of = |found: &Arc<FoundRow>| {
                let due = due_of(&found.row, today);
                due.iter().filter(|due| is_now(due)).count()
            };
            rows.with(|rows| rows.iter().map(of).sum())
        })));
        self.heard.set_value(Some(here));
        self.note_open(now);
        leaving::on_leave(move || self.note_open(clock::now()));
        self.look_later();
    }

    fn look_later(self) {
        let next = Timer::after(EVERY, move || {
            self.look();
            self.look_later();
        });
        self.next.set_value(Some(next));
    }

    /// Tells what rings since it was looked last.
    fn look(self) {
        let now = clock::now();
        let here = local(now);
        if self.day.get_untracked() != here.day {
            self.day.set(here.day);
        }
        let Some(heard) = self.heard.get_value() else {
            return;
        };
        // Where the clock was put back nothing rings twice.
        if here > heard {
            let rings = self.ringing(heard, here);
            self.heard.set_value(Some(here));
            self.tell(&rings, here.day);
        }
        if now - self.noted.get_value() > NOTED {
            self.note_open(now);
        }
    }

    fn tell(self, rings: &[(Arc<FoundRow>, Due)], today: Day) {
        if rings.is_empty() {
            return;
        }
        self.say(
            rings,
            mark("{what}, {job}: due now."),
            mark("{n} thing due now. | {n} things due now."),
        );
        if self.allowed.get_untracked() != Allowed::Yes || notify::allowed() != Allowed::Yes {
            return;
        }
        for (found, due) in rings {
            let row = &found.row;
            let mut about = row.name(&HERE).to_string();
            if let Some(company) = &row.company {
                about.push_str(", ");
                about.push_str(company);
            }
            let at = due.at.clock();
            let tag = [
                row.id.as_str(),
                due.words(&HERE, today),
                &due.at.day.to_string(),
                &at,
            ]
            .join(" ");
            let hash = Route::Job(row.id.to_string()).to_string();
            let words = [due.words(&HERE, today), " ", &at].concat();
            notify::show(words.trim_end(), &about, &tag, &hash);
        }
    }

    /// Says in the page what rings.
    fn say(self, rings: &[(Arc<FoundRow>, Due)], one: &'static str, more: &'static str) {
        let (words, link, route) = match rings {
            [(found, due)] => {
                let words = [due.words(&HERE, today()), found.row.name(&HERE)];
                let words = fill(one, &words);
                (
                    words,
                    t("Open the job"),
                    Route::Job(found.row.id.to_string()),
                )
            }
            many => {
                let words = count(more, many.len(), &[]);
                let view = View::Agenda;
                (words, t("Agenda"), Route::Jobs { view })
            }
        };
        let notices = self.jobs.notices;
        // What waits to be pressed is not taken away.
        if notices.status.with_untracked(Option::is_none) {
            notices.say_with_link(words, link, route.to_string());
        }
    }

    /// What rings after `from`, and not after `to`.
    #[must_use]
    pub fn ringing(self, from: LocalTime, to: LocalTime) -> Vec<(Arc<FoundRow>, Due)> {
        let mut rings = Vec::new();
        self.jobs.rows.with_untracked(|rows| {
            for found in rows {
                for due in due_of(&found.row, from.day) {
                    if due.rings_between(from, to) {
                        rings.push((found.clone(), due));
                    }
                }
            }
        });
        rings
    }

    fn note_open(self, now: i64) {
        self.noted.set_value(now);
        self.jobs.store.note_open(Moment(now));
    }

    /// Asks the person for notifications, or turns them off.
    pub fn tell_me(self, on: bool) {
        self.jobs.store.set_tells(on);
        if !on {
            self.allowed.set(Allowed::NotAsked);
            return;
        }
        spawn_local(async move {
            let allowed = notify::ask().await;
            self.allowed.set(allowed);
            let notices = self.jobs.notices;
            match allowed {
                Allowed::Yes => notices.say(t("You will be told what falls due while Rolecard is open.")),
                Allowed::Never => notices.warn(t("This browser has no notifications. What is due stands in the agenda.")),
                Allowed::No | Allowed::NotAsked => notices.warn(t(
                    "The browser does not let this page notify you. It can be allowed in the browser’s settings of this site.",
                )),
            }
        });
    }
}

/// A moment on the clocks here.
fn local(milliseconds: i64) -> LocalTime {
    Dated::of(Moment(milliseconds), clock::offset(milliseconds)).local
}
