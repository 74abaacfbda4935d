//! The search as a whole: what is counted from the saved jobs. Changes and stores nothing.

use leptos::prelude::*;

use super::profile::{has_profile, learnt};
use super::{App, HERE, Jobs, Notices, Shared, day_of, t, today};
use crate::browser::{download, picture, styles};
use crate::job::compare::Settings;
use crate::job::insights::{AskedSkills, Counts, Drawing, Flow, Numbers, Paid, Path, Way};
use crate::job::profile::Profile;
use crate::job::{Day, FactKind, Job};
use crate::store::{LocalShelf, Store};

/// Width of the drawing in a file, in px.
const FILE_WIDTH: f64 = 1_080.0;

/// The insights. Copied freely: it is handles of signals, which live as long as the page.
#[derive(Clone, Copy)]
pub struct Insights {
    /// Whether closed jobs are left out.
    pub open_only: RwSignal<bool>,
    /// Whether the flow bears shares instead of numbers.
    pub shares: RwSignal<bool>,
    /// All that is counted.
    pub made: Memo<Shared<Made>>,
    notices: Notices,
}

/// What is counted.
#[derive(Clone, PartialEq)]
pub struct Made {
    /// The figures.
    pub counts: Counts,
    /// Where the jobs went.
    pub flow: Flow,
    /// The skills asked for.
    pub asked: AskedSkills,
    /// The pay.
    pub paid: Paid,
    /// The day the first of the jobs was saved.
    pub since: Option<Day>,
}

impl Insights {
    /// Counts the jobs that are saved, those put away among them.
    #[must_use]
    pub fn new(app: App) -> Self {
        app.jobs.refresh();
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| styles::adopt(include_str!("../../style/insights.css")));
        if has_profile(app.jobs) {
            // What the profile comes to is read.
            app.parts.reader.fetch();
        }
        let open_only = RwSignal::new(false);
        let settings = Store::new(LocalShelf).load_compare().unwrap_or_default();
        let settings = StoredValue::new(settings);
        let all = Memo::new(move |_| Shared::new(loaded(app.jobs)));
        let made = Memo::new(move |_| {
            let open_only = open_only.get();
            let all = all.get();
            let wanted = |job: &&Job| !(open_only && job.status().is_end());
            let jobs: Vec<Job> = all.iter().filter(wanted).cloned().collect();
            app.profile.track();
            let known = app.parts.reader.is_here();
            let known = if known { learnt(app.jobs) } else { None };
            let profile = known.as_ref().map(|(_, profile)| &**profile);
            Shared::new(settings.with_value(|settings| made(&jobs, settings, profile)))
        });
        Self {
            open_only,
            shares: RwSignal::new(false),
            made,
            notices: app.notices,
        }
    }

    /// What the drawing bears.
    #[must_use]
    pub fn numbers(self) -> Numbers {
        if self.shares.get() {
            Numbers::Shares
        } else {
            Numbers::Jobs
        }
    }

    /// Saves the drawing as a file.
    pub fn save_drawing(self) {
        let (_, svg) = self.drawing();
        if !download::text("job-search.svg", "image/svg+xml", &svg) {
            self.notices.no_file();
        }
    }

    /// Saves the drawing as a picture, for where drawings are not taken.
    pub fn save_picture(self) {
        let (drawing, svg) = self.drawing();
        let size = (drawing.width, drawing.height);
        leptos::task::spawn_local(async move {
            if !picture::save("job-search.png", &svg, size).await {
                self.notices.warn(t(
                    "The browser makes no picture of the drawing. The SVG is the same, sharper.",
                ));
            }
        });
    }

    fn drawing(self) -> (Drawing, String) {
        let numbers = untrack(move || self.numbers());
        let drawing = self
            .made
            .with_untracked(|made| Drawing::new(&made.flow, FILE_WIDTH, numbers));
        let svg = drawing.to_svg(&HERE);
        (drawing, svg)
    }
}

fn loaded(jobs: Jobs) -> Vec<Job> {
    let load = |found: &std::sync::Arc<super::FoundRow>| jobs.load(&found.row.id).ok().flatten();
    jobs.rows
        .with(|rows| rows.iter().filter_map(load).collect())
}

fn made(jobs: &[Job], settings: &Settings, profile: Option<&Profile>) -> Made {
    let mut of: Vec<(Path, Option<String>)> = Vec::new();
    for job in jobs {
        let source = job.card().text(FactKind::Source).map(str::to_string);
        of.push((job.history.path(), source));
    }
    let ways: Vec<Way> = of.iter().map(|(path, _)| Way::new(path)).collect();
    Made {
        counts: Counts::new(&of, today()),
        flow: Flow::new(&ways),
        asked: AskedSkills::new(jobs, profile),
        paid: Paid::new(&HERE, jobs, settings),
        since: jobs.iter().map(|job| day_of(job.created())).min(),
    }
}
